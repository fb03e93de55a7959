"""The line of a file that a location points at, cut to fit, with the place of its underline in cells."""

import re
from dataclasses import dataclass

from factsheet.cli.showing import harmless, width
from factsheet.diagnostics import Location

WIDEST = 100
_TAB = 4
_BEFORE = 30
_AFTER = 20
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line as shown; the underline begins at cell `start` (from 0) and is `length` cells long."""

    line: int
    text: str
    start: int
    length: int


def excerpt(text: str | None, at: Location) -> Excerpt | None:
    """Return the first line of `at`, harmless and at most `WIDEST` cells wide, or None where `text` has no such line.

    Columns are code points; the underline follows what a terminal shows: wide characters, combining marks, tabs.
    """
    lines = [] if text is None else _LINE_END.split(text)
    if not 1 <= at.line <= len(lines):
        return None
    line = lines[at.line - 1]
    begin = min(max(at.column, 1) - 1, len(line))
    end = len(line.rstrip()) if at.end_line > at.line else min(at.end_column - 1, len(line))
    cells = _cells(line)
    return _window(at.line, cells, begin, max(end, begin))


def _cells(line: str) -> list[str]:
    """Return what stands on the terminal for each character of `line`."""
    if line.isascii() and line.isprintable():
        return list(line)
    cells = []
    column = 0
    for character in line:
        shown = " " * (_TAB - column % _TAB) if character == "\t" else harmless(character)
        column += width(shown)
        cells.append(shown)
    return cells


def _window(number: int, cells: list[str], begin: int, end: int) -> Excerpt:
    widths = [width(cell) for cell in cells]
    first, last = 0, len(cells)
    if sum(widths) > WIDEST:
        first = _back(widths, begin) if sum(widths[: max(end, begin + 1)]) > WIDEST - _AFTER else 0
        last = _forth(widths, first)
    head, tail = "…" if first else "", "…" if last < len(cells) else ""
    text = head + "".join(cells[first:last]) + tail
    length = sum(widths[begin : min(end, last)])
    return Excerpt(number, text, len(head) + sum(widths[first:begin]), max(length, 1))


def _back(widths: list[int], begin: int) -> int:
    """Return the index from which `_BEFORE` cells lead up to `begin`; a combining mark keeps its letter."""
    first, room = begin, _BEFORE
    while first > 0 and room >= widths[first - 1]:
        first -= 1
        room -= widths[first]
    while first > 0 and widths[first] == 0:
        first -= 1
    return first


def _forth(widths: list[int], first: int) -> int:
    last, room = first, WIDEST - 2
    while last < len(widths) and room >= widths[last]:
        room -= widths[last]
        last += 1
    return last
