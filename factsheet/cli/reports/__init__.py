"""The forms of a report, one file each: a form is a function from what was found to the text that is printed."""

from collections.abc import Mapping
from typing import Final, Literal

from factsheet.cli.reports.concise import report_concisely
from factsheet.cli.reports.found import Found, Paint, Reporter, Source
from factsheet.cli.reports.full import report_in_full
from factsheet.cli.reports.github import report_to_github
from factsheet.cli.reports.json import report_as_json
from factsheet.cli.reports.junit import report_as_junit
from factsheet.cli.reports.sarif import report_as_sarif

__all__ = ["CAPPED", "REPORTERS", "Found", "Paint", "ReportForm", "Reporter", "Source"]

ReportForm = Literal["full", "concise", "json", "github", "sarif", "junit"]

REPORTERS: Final[Mapping[ReportForm, Reporter]] = {
    "full": report_in_full,
    "concise": report_concisely,
    "json": report_as_json,
    "github": report_to_github,
    "sarif": report_as_sarif,
    "junit": report_as_junit,
}

CAPPED: Final[frozenset[ReportForm]] = frozenset(("full", "concise", "github"))
"""The forms that people read: they stop at a number of problems, and say so. The others are always whole."""
