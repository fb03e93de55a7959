"""The comments and empty lines of a YAML text, each with the entry it belongs to.

What stands on lines of its own belongs to the next entry, unless it is indented deeper than that: then it ends the
entry before. What stands behind something belongs to the entry that ends on the line.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from factsheet.diagnostics import Pointer
from factsheet.model import Document, Span
from factsheet.schemas.shape import follow

Lines = tuple[int, int]
"""The first and the last of some lines, from 1."""

_BLANK: Final = re.compile(r"[ \t]*")
BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*")
_HASH: Final = re.compile(r"(?:^|[ \t])#")
MODELINE: Final = re.compile(r"#\s*yaml-language-server:")


@dataclass(slots=True)
class Remarks:
    """What stands around one entry: lines before it ('' is an empty line), behind it, and below all that is in it."""

    before: list[str] = field(default_factory=list)
    behind: str = ""
    below: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an entry begins: the key of a field, or the value of a list's item."""

    line: int
    column: int
    pointer: Pointer


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, with its place; `is_alone` where nothing stands before it on its line."""

    line: int
    column: int
    text: str
    is_alone: bool


def find_comments(lines: Sequence[str], documents: Sequence[Document]) -> list[Comment]:
    """Return every comment in a text that was loaded into `documents`."""
    covered: dict[int, list[tuple[int, int]]] = {}
    for document in documents:
        containers = {pointer[:-1] for pointer in (*document.marks.values, *document.marks.keys) if pointer}
        for pointer, span in document.marks.values.items():
            if pointer not in containers:
                _cover(covered, span, lines)
        for span in document.marks.keys.values():
            _cover(covered, span, lines)
    return [found for number, line in enumerate(lines, 1) if (found := _find_comment(number, line, covered))]


def _cover(covered: dict[int, list[tuple[int, int]]], span: Span, lines: Sequence[str]) -> None:
    first, begin, last, end = span
    header = BLOCK_HEADER.match(lines[first - 1], begin - 1)
    for line in range(first, last + 1):
        until = end if line == last else header.end() + 1 if header and line == first else 1 << 30
        covered.setdefault(line, []).append((begin if line == first else 0, until))


def _find_comment(number: int, line: str, covered: Mapping[int, list[tuple[int, int]]]) -> Comment | None:
    for found in _HASH.finditer(line):
        column = found.end()
        if not any(begin <= column < end for begin, end in covered.get(number, ())):
            return Comment(number, column, line[column - 1 :].rstrip(), not line[: column - 1].strip())
    return None


def list_anchors(document: Document, lines: Sequence[str], closed: Sequence[Pointer]) -> list[Anchor]:
    """Return where the entries begin (an item at its dash), in the order of the text, the outer before the inner.

    What is inside of `closed`, the lists and maps in brackets that stay on one line, has no place of its own.
    """
    shut = set(closed)
    anchors = []
    for pointer, span in document.marks.values.items():
        if not pointer or any(pointer[:size] in shut for size in range(len(pointer))):
            continue
        if isinstance(pointer[-1], str):
            line, column, _, _ = document.marks.keys.get(pointer, span)
        else:
            line, column, _, _ = span
            first, dash, _, _ = document.marks.values[pointer[:-1]]
            column = dash if lines[first - 1][dash - 1 : dash] == "-" else column
        anchors.append(Anchor(line, column, pointer))
    return sorted(anchors, key=lambda anchor: (anchor.line, anchor.column, len(anchor.pointer)))


@dataclass(frozen=True, slots=True)
class Attached:
    """The comments and empty lines of a document: above all, below all, and around each entry."""

    head: Sequence[str]
    foot: Sequence[str]
    remarks: Mapping[Pointer, Remarks]


def attach(
    document: Document, lines: Sequence[str], comments: Sequence[Comment], anchors: Sequence[Anchor], place: Lines
) -> Attached:
    """Return what stands around the entries of a document; `comments` are those between its lines `place`."""
    remarks: dict[Pointer, Remarks] = {}
    foot: list[str] = []
    starts = [(anchor.line, anchor.column) for anchor in anchors]
    alone = {comment.line: comment for comment in comments if comment.is_alone}
    is_gap = False
    for number in _outside(document, place):
        comment = alone.get(number)
        following = bisect_left(starts, (number, 0))
        if comment:
            is_foot = following == len(anchors) and comment.column <= anchors[0].column
            beside = foot if is_foot else _find_side(comment, anchors, following, remarks)
            beside += ["", comment.text] if is_gap else [comment.text]
            is_gap = False
        elif _BLANK.fullmatch(lines[number - 1]):
            is_gap = True
        elif following < len(anchors) and anchors[following].line == number:
            if is_gap:
                remarks.setdefault(anchors[following].pointer, Remarks()).before.append("")
            is_gap = False
    for comment in comments:
        if not comment.is_alone:
            owner = anchors[bisect_left(starts, (comment.line + 1, 0)) - 1]
            remarks.setdefault(owner.pointer, Remarks()).behind = comment.text
    return Attached(_take_head(anchors, remarks), foot, remarks)


def _outside(document: Document, place: Lines) -> Iterator[int]:
    """Yield the numbers of the lines on which a text of several lines does not go on."""
    inside: set[int] = set()
    for pointer, (first, _, last, _) in document.marks.values.items():
        if last > first and isinstance(follow(document.value, pointer), str):
            inside.update(range(first + 1, last + 1))
    yield from (number for number in range(place[0], place[1] + 1) if number not in inside)


def _find_side(
    comment: Comment, anchors: Sequence[Anchor], following: int, remarks: dict[Pointer, Remarks]
) -> list[str]:
    """Return the lines to which a comment that stands alone is added."""
    if following:
        last = anchors[following - 1].pointer
        is_last = following == len(anchors)
        opens = not is_last and anchors[following].pointer[: len(last)] == last
        if is_last or (comment.column > anchors[following].column and not opens):
            owner = [anchor.pointer for anchor in anchors[:following] if anchor.column <= comment.column]
            return remarks.setdefault(owner[-1] if owner else last, Remarks()).below
    return remarks.setdefault(anchors[following].pointer, Remarks()).before


def _take_head(anchors: Sequence[Anchor], remarks: Mapping[Pointer, Remarks]) -> list[str]:
    """Take what heads the document from its first entry: the line for editors, and all up to the last empty line."""
    if not anchors or anchors[0].pointer not in remarks:
        return []
    before = remarks[anchors[0].pointer].before
    size = max((number + 1 for number, line in enumerate(before) if not line), default=0)
    if not size and before and MODELINE.match(before[0]):
        size = 1
    head, before[:size] = before[:size], []
    return head


def squeeze(lines: Sequence[str]) -> list[str]:
    """Return lines without an empty one at the beginning, and no two in a row."""
    return [line for before, line in pairwise(["", *lines]) if line or before]
