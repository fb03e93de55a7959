"""SARIF 2.1.0, which code scanning services read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.

Columns are counted as ours are, in code points, and the file says so.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote

from factsheet import __version__
from factsheet.cli.reports.found import Found, whole
from factsheet.cli.showing import harmless
from factsheet.diagnostics import Diagnostic, Fix, Location, Severity
from factsheet.encoding import digest, encode
from factsheet.model import Json, Object

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "advice": "note"}
_LINK: Final = re.compile(r"[\[\]](?=[^\[\]]*\]\()|\](?=\()")


def report_as_sarif(found: Found) -> str:
    """Return a log with one run: the rules that were broken, and a result for each problem."""
    names = sorted({each.rule for each in found.everything})
    rules: list[Json] = [_describe_rule(name) for name in names]
    driver: Object = {"name": "factsheet", "version": __version__, "semanticVersion": __version__, "rules": rules}
    run: Object = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": _write_results(found.everything, names, found.prefix),
    }
    return encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=True).decode() + "\n"


def _describe_rule(name: str) -> Object:
    from factsheet.rules import RULES  # noqa: PLC0415 -- other forms and commands do without

    described: Object = {"id": name, "name": name.title().replace("-", "")}
    rule = RULES.get(name)
    if rule:
        level: Object = {"level": _LEVELS[rule.severity]}
        described |= {
            "shortDescription": _message(rule.says),
            "help": {"text": rule.text, "markdown": rule.text},
            "defaultConfiguration": level,
        }
    return described


def _write_results(diagnostics: Sequence[Diagnostic], names: list[str], prefix: str) -> list[Json]:
    results: list[Json] = []
    seen: dict[str, int] = {}
    for each in diagnostics:
        key = digest(each.rule, *map(whole, (each.at.path, *map(str, each.at.pointer), each.message)))[:32]
        seen[key] = seen.get(key, 0) + 1
        results.append(_write_result(each, names.index(each.rule), f"{key}:{seen[key]}", prefix))
    return results


def _write_result(diagnostic: Diagnostic, rule: int, fingerprint: str, prefix: str) -> Object:
    words = f"{diagnostic.message}; {diagnostic.hint}" if diagnostic.hint else diagnostic.message
    result: Object = {
        "ruleId": diagnostic.rule,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": _message(words),
        "locations": [_write_place(diagnostic.at, prefix)],
        "partialFingerprints": {"factsheet/v1": fingerprint},
    }
    if diagnostic.related:
        others: list[Json] = [
            {"id": number, **_write_place(place, prefix)} for number, place in enumerate(diagnostic.related, 1)
        ]
        result["relatedLocations"] = others
    if diagnostic.fix:
        result["fixes"] = [_write_fix(diagnostic.fix, prefix)]
    return result


def _message(text: str) -> Object:
    """Return a message in which nothing is a link: `[text](1)` would lead to a related place."""
    return {"text": _LINK.sub(r"\\\g<0>", harmless(text))}


def _write_place(at: Location, prefix: str) -> Object:
    place: Object = {"artifactLocation": _artifact(at, prefix)}
    if at.line:
        place["region"] = _region(at)
    return {"physicalLocation": place}


def _artifact(at: Location, prefix: str) -> Object:
    return {"uri": quote(f"{prefix}{at.path}".encode("utf-8", "surrogateescape"))}


def _region(at: Location) -> Object:
    begin = (at.line, at.column or 1)
    end = max((at.end_line, at.end_column), begin)
    return {"startLine": begin[0], "startColumn": begin[1], "endLine": end[0], "endColumn": end[1]}


def _write_fix(fix: Fix, prefix: str) -> Object:
    replacement: Object = {"deletedRegion": _region(fix.at), "insertedContent": {"text": fix.text}}
    change: Object = {"artifactLocation": _artifact(fix.at, prefix), "replacements": [replacement]}
    return {"description": _message(f"write {fix.text}"), "artifactChanges": [change]}
