"""Annotations of a pull request: the workflow commands of GitHub Actions.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Mapping
from typing import Final

from factsheet.cli.reports.found import COLOURS, Found, summarise, tell_cap
from factsheet.cli.showing import harmless
from factsheet.diagnostics import Diagnostic, Severity

_COMMANDS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "advice": "notice"}
_ORDER: Final = tuple(COLOURS)


def report_to_github(found: Found) -> str:
    """Return a command for each problem, the gravest first since GitHub shows few of a step, and the summary."""
    ordered = sorted(found.shown, key=lambda each: _ORDER.index(each.severity))
    lines = [_write(each, found.prefix) for each in ordered]
    return "\n".join([*lines, *(line for line in (tell_cap(found), summarise(found.everything)) if line)]) + "\n"


def _write(diagnostic: Diagnostic, prefix: str) -> str:
    at = diagnostic.at
    places = {"file": f"{prefix}{at.path}"}
    if at.line:
        places |= {"line": str(at.line), "col": str(at.column or 1)}
        if at.end_line == at.line and at.end_column > at.column:
            places |= {"endLine": str(at.end_line), "endColumn": str(at.end_column - 1)}
    places["title"] = f"{diagnostic.rule}"
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in places.items())
    words = f"{diagnostic.message}; {diagnostic.hint}" if diagnostic.hint else diagnostic.message
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_escape(words)}"


def _escape(text: str) -> str:
    """Return `text` as the data of a command; line ends are gone already, being made harmless."""
    return harmless(text).replace("%", "%25")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
