"""Reports of diagnostics, in the form that was asked for: sorted, each problem once, up to a number."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from factsheet.cli.reports import CAPPED, REPORTERS, Found, ReportForm, Source
from factsheet.cli.reports.found import count, summarise
from factsheet.defaults import MAX_FILE_BYTES
from factsheet.diagnostics import Diagnostic, Severity, sort_diagnostics
from factsheet.model import Object

__all__ = ["MOST_SHOWN", "ReportForm", "count", "reader", "report", "summarise"]

MOST_SHOWN: Final = 200
_GRAVITY: Final[tuple[Severity, ...]] = ("error", "warning", "advice")
_ONLY_ERRORS: Final[frozenset[Severity]] = frozenset(("error",))


def report(  # noqa: PLR0913  # what a report depends on, each by its name
    diagnostics: Sequence[Diagnostic],
    root: Path,
    *,
    form: ReportForm = "full",
    is_coloured: bool = False,
    most: int | None = None,
    grave: frozenset[Severity] = _ONLY_ERRORS,
    more: Object | None = None,
) -> str:
    """Return the report of `diagnostics`, sorted, each once; their paths are relative to `root`.

    Forms for people show the gravest `most` of them; machines always get all. `grave` are the severities that fail,
    `more` is added to the JSON form.
    """
    everything = sort_diagnostics(diagnostics)
    shown = everything if most is None or form not in CAPPED else _choose(everything, most)
    found = Found(
        shown=shown,
        everything=everything,
        source=reader(root),
        paint=_colourful if is_coloured else _plain,
        grave=grave,
        prefix=_find_prefix(root, os.environ.get("GITHUB_WORKSPACE", "")),
        more=more or {},
    )
    return REPORTERS[form](found)


def _choose(everything: Sequence[Diagnostic], most: int) -> Sequence[Diagnostic]:
    """Return the gravest, in the order of their places."""
    ranked = sorted(enumerate(everything), key=lambda pair: (_GRAVITY.index(pair[1].severity), pair[0]))
    return [each for _, each in sorted(ranked[:most], key=lambda pair: pair[0])]


def _find_prefix(root: Path, workspace: str) -> str:
    """Return the way from the repository that GitHub checked out to the publication, or '' where it is that."""
    if not workspace:
        return ""
    here, base = root.resolve(), Path(workspace).resolve()
    inner = here.relative_to(base).as_posix() if here.is_relative_to(base) else "."
    return "" if inner == "." else f"{inner}/"


def reader(root: Path) -> Source:
    """Return a function that gives the text of a file below `root`, and keeps the last one in mind."""
    last: dict[str, str | None] = {}

    def read(path: str) -> str | None:
        if path not in last:
            last.clear()
            last[path] = _read(root / path)
        return last[path]

    return read


def _read(path: Path) -> str | None:
    try:
        if path.is_file() and path.stat().st_size <= MAX_FILE_BYTES:
            return path.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):  # an excerpt is a courtesy: the message stands without it
        return None
    return None


def _colourful(text: str, colour: str) -> str:
    return click.style(text, fg=colour or None, bold=True)


def _plain(text: str, colour: str) -> str:
    del colour
    return text
