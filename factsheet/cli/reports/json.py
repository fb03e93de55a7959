"""Everything as one JSON object; `version` goes up when a reader would have to change."""

from collections import Counter
from typing import Final

from factsheet.cli.reports.found import Found, whole
from factsheet.diagnostics import Diagnostic, Location
from factsheet.encoding import encode
from factsheet.model import Json, Object

VERSION: Final = 1


def report_as_json(found: Found) -> str:
    """Return `{"version", "diagnostics", "summary"}`, and what else the command has to say."""
    counts = Counter(each.severity for each in found.everything)
    listed: list[Json] = [_as_object(each) for each in found.everything]
    summary: Object = {
        "errors": counts["error"],
        "warnings": counts["warning"],
        "advice": counts["advice"],
        "files": len({each.at.path for each in found.everything}),
    }
    report: Object = {"version": VERSION, "diagnostics": listed, "summary": summary, **found.more}
    return encode(report, indent=True).decode() + "\n"


def _as_object(diagnostic: Diagnostic) -> Object:
    fix: Json = None
    if diagnostic.fix:
        fix = {"at": _location(diagnostic.fix.at), "text": whole(diagnostic.fix.text)}
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "message": whole(diagnostic.message),
        "at": _location(diagnostic.at),
        "hint": whole(diagnostic.hint),
        "fix": fix,
        "related": [_location(place) for place in diagnostic.related],
    }


def _location(at: Location) -> Object:
    return {
        "path": whole(at.path),
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "pointer": "".join(f"/{whole(str(part)).replace('~', '~0').replace('/', '~1')}" for part in at.pointer),
    }
