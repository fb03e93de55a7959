"""The XML that CI services show as test results: a suite for each file, a case for each problem."""

import re
from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import Final

from factsheet.cli.reports.found import Found, count, tell_place
from factsheet.cli.showing import harmless
from factsheet.diagnostics import Diagnostic

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report_as_junit(found: Found) -> str:
    """Return a document in which what fails the run is a failure, and the rest a case with a remark."""
    suites = [_write_suite(path, list(cases), found) for path, cases in groupby(found.everything, _get_path)]
    suites = suites or ['  <testsuite name="factsheet check" tests="1" failures="0">', _CLEAN, "  </testsuite>"]
    tests = len(found.everything) or 1
    failures = sum(each.severity in found.grave for each in found.everything)
    head = f'<testsuites name="factsheet check" tests="{tests}" failures="{failures}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


_CLEAN: Final = '    <testcase name="no problems" classname="factsheet"/>'


def _get_path(diagnostic: Diagnostic) -> str:
    return diagnostic.at.path


def _write_suite(path: str, cases: Sequence[Diagnostic], found: Found) -> str:
    failures = sum(each.severity in found.grave for each in cases)
    head = f'  <testsuite name="{_quote(found.prefix + path)}" tests="{len(cases)}" failures="{failures}">'
    return "\n".join([head, *(_write_case(each, found) for each in cases), "  </testsuite>"])


def _write_case(diagnostic: Diagnostic, found: Found) -> str:
    at = diagnostic.at
    name = f"{diagnostic.rule} at line {at.line}, column {at.column or 1}" if at.line else diagnostic.rule
    place = f' line="{at.line}"' if at.line else ""
    path = _quote(found.prefix + at.path)
    words = "; ".join(_clean(part) for part in (diagnostic.message, diagnostic.hint) if part)
    text = f"{_clean(tell_place(at))}: {diagnostic.severity}: {words}"
    others = len(diagnostic.related)
    text += f" (see also {count(others, 'other place')})" if others else ""
    head = f'    <testcase name="{_quote(name)}" classname="{path}" file="{path}"{place}>'
    if diagnostic.severity in found.grave:
        inner = f'<failure type="{diagnostic.rule}" message="{escape(words)}">{escape(text, quote=False)}</failure>'
    else:
        inner = f"<system-out>{escape(text, quote=False)}</system-out>"
    return f"{head}\n      {inner}\n    </testcase>"


def _quote(text: str) -> str:
    return escape(_clean(text))


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub(lambda found: f"<U+{ord(found[0]):04X}>", harmless(text))
