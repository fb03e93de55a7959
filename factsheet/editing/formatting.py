"""The canonical layout of a file that people write: the order of the schema, one entry a line, quotes where needed.

Comments stay with their entries. A list or map that its author wrote over several lines stays so, one in brackets
stays in brackets while it fits; folded and literal texts keep their lines. What comes out must read as what went in,
by our own loader, and hold the same comments; else the file is left as it is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from factsheet import loading
from factsheet.diagnostics import Pointer
from factsheet.editing.remarks import (
    BLOCK_HEADER,
    Comment,
    Lines,
    Remarks,
    attach,
    find_comments,
    list_anchors,
    squeeze,
)
from factsheet.editing.scalars import is_block, write_scalar
from factsheet.editing.writing import WIDTH, arrange, write_flow
from factsheet.encoding import encode
from factsheet.loading import Limits
from factsheet.model import Document, Json, Object
from factsheet.schemas import Schemas

FindSchema = Callable[[Document], Object]
"""Returns the schema of the record that a document is; {} where it is of no kind."""

_INDENT: Final = "  "
_KEPT_HEADERS: Final = frozenset(("|", "|-", ">", ">-"))
_BORDER: Final = re.compile(r"(---|\.\.\.)(?=[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Formatted:
    """The text of a file in the canonical layout, or the file as it is and why it was left so."""

    data: bytes
    problem: str = ""


def format_file(data: bytes, path: str, find_schema: FindSchema, schemas: Schemas) -> Formatted:
    """Return the file at `path` in the canonical layout; its line ends stay what they are at the end of line 1."""
    reading = loading.load(data, path, Limits())
    documents = reading.documents
    if not documents:
        return Formatted(data, "it can't be read; `factsheet check` tells why" if reading.diagnostics else "")
    if not all(isinstance(document.value, dict) and document.value for document in documents):
        return Formatted(data, "it holds a document that is no record")
    source = data.decode()
    text = re.sub(r"\r\n?", "\n", source)
    after = _format(text, documents, find_schema, schemas)
    problem = (
        "its documents are not parted by plain lines ---" if after is None else _compare(text, after, path, documents)
    )
    if after is None or problem:
        return Formatted(data, problem)
    end = re.search(r"\r\n?|\n", source)
    return Formatted((after.replace("\n", end[0]) if end else after).encode())


def _compare(before: str, after: str, path: str, documents: Sequence[Document]) -> str:
    """Return what is not as it was, or nothing."""
    read = loading.load(after.encode(), path, Limits()).documents
    values = [[encode(each.value, sort=True) for each in found] for found in (documents, read)]
    if values[0] != values[1]:
        return "its layout is one that can't be changed safely"
    old = loading.load(before.encode(), path, Limits()).documents
    comments = [
        sorted(comment.text for comment in find_comments(text.split("\n"), found))
        for text, found in ((before, old), (after, read))
    ]
    return "" if comments[0] == comments[1] else "a comment stands where it can't be kept"


def _format(text: str, documents: Sequence[Document], find_schema: FindSchema, schemas: Schemas) -> str | None:
    lines = text.split("\n")
    ranges = _find_ranges(lines, documents)
    if ranges is None:
        return None
    comments = find_comments(lines, documents)
    written = []
    for document, (first, last) in zip(documents, ranges, strict=True):
        schema = find_schema(document)
        writer = _Writer(document, lines, comments, (first, last))
        written.append("".join(f"{line}\n" for line in writer.write(arrange(document.value, schema, schemas))))
    return "---\n".join(written)


def _find_ranges(lines: Sequence[str], documents: Sequence[Document]) -> list[Lines] | None:
    """Return the first and the last line of each document, or None where borders are not as we write them."""
    borders = [number for number, line in enumerate(lines, 1) if _BORDER.match(line)]
    if any(lines[number - 1].rstrip() != "---" for number in borders):
        return None
    starts = [document.marks.values[()][0] for document in documents]
    if borders and borders[0] < starts[0]:
        if any(line.strip() for line in lines[: borders[0] - 1]):
            return None
        first, borders = borders[0] + 1, borders[1:]
    else:
        first = 1
    if len(borders) != len(documents) - 1:
        return None
    return list(
        zip([first, *(each + 1 for each in borders)], [*(each - 1 for each in borders), len(lines)], strict=True)
    )


class _Writer:
    """Writes one document anew, with its comments."""

    def __init__(self, document: Document, lines: Sequence[str], comments: Sequence[Comment], place: Lines) -> None:
        self._document, self._lines = document, lines
        inside = [comment for comment in comments if place[0] <= comment.line <= place[1]]
        flows = [pointer for pointer in document.marks.values if self._is_flow(pointer)]
        self._closed = {pointer for pointer in flows if not self._is_broken(pointer, inside)}
        anchors = list_anchors(document, lines, tuple(self._closed))
        self._attached = attach(document, lines, inside, anchors, place)
        self._remarks = self._attached.remarks

    def write(self, value: Json) -> Iterator[str]:
        body = list(self._entries((), value, 0))
        yield from squeeze([*self._attached.head, *body, *self._attached.foot])

    def _is_flow(self, pointer: Pointer) -> bool:
        line, column, _, _ = self._document.marks.values[pointer]
        is_container = any(other[:-1] == pointer for other in self._document.marks.values if other)
        return is_container and self._lines[line - 1][column - 1 : column] in {"[", "{"}

    def _is_broken(self, pointer: Pointer, comments: Sequence[Comment]) -> bool:
        """Tell whether a comment stands between the brackets."""
        first, begin, last, end = self._document.marks.values[pointer]
        return any((first, begin) < (each.line, each.column) < (last, end) for each in comments)

    def _entries(self, pointer: Pointer, value: Json, depth: int) -> Iterator[str]:
        if isinstance(value, dict):
            for key, entry in value.items():
                yield from self._field((*pointer, key), entry, depth)
        elif isinstance(value, list):
            for number, entry in enumerate(value):
                yield from self._item((*pointer, number), entry, depth)

    def _field(self, pointer: Pointer, value: Json, depth: int) -> Iterator[str]:
        remarks = self._remarks.get(pointer, Remarks())
        head = f"{_INDENT * depth}{write_scalar(pointer[-1])}:"
        yield from _indent(remarks.before, depth)
        yield from self._value(pointer, value, head, depth, remarks)
        yield from _indent(remarks.below, depth)

    def _item(self, pointer: Pointer, value: Json, depth: int) -> Iterator[str]:
        remarks = self._remarks.get(pointer, Remarks())
        dash = f"{_INDENT * depth}-"
        yield from _indent(remarks.before, depth)
        if isinstance(value, dict | list) and value and self._choose_flow(pointer, value, dash) is None:
            lines = list(self._entries(pointer, value, depth + 1))
            first = next(number for number, line in enumerate(lines) if line and not line.lstrip().startswith("#"))
            yield from (line[len(_INDENT) :] if line else line for line in lines[:first])
            yield f"{dash} {lines[first].lstrip(' ')}" + (f"  {remarks.behind}" if remarks.behind else "")
            yield from lines[first + 1 :]
        else:
            yield from self._value(pointer, value, dash, depth, remarks)
        yield from _indent(remarks.below, depth)

    def _value(self, pointer: Pointer, value: Json, head: str, depth: int, remarks: Remarks) -> Iterator[str]:
        behind = f"  {remarks.behind}" if remarks.behind else ""
        if isinstance(value, dict | list):
            flow = self._choose_flow(pointer, value, head)
            if flow is not None:
                yield f"{head} {flow}{behind}"
                return
            yield f"{head}{behind}"
            yield from self._entries(pointer, value, depth + 1)
            return
        kept = self._keep_block(pointer, depth + 1) or _write_block(value, depth + 1)
        if kept:
            yield f"{head} {kept[0]}{behind}"
            yield from kept[1:]
        else:
            yield f"{head}{'' if value is None else f' {write_scalar(value)}'}{behind}"

    def _choose_flow(self, pointer: Pointer, value: list[Json] | Object, head: str) -> str | None:
        """Return a list or map between brackets where its author wrote it so and it fits in a line, or is empty."""
        if not value:
            return "{}" if isinstance(value, dict) else "[]"
        flow = write_flow(value) if pointer in self._closed else None
        return flow if flow is not None and len(head) + 1 + len(flow) <= WIDTH else None

    def _keep_block(self, pointer: Pointer, depth: int) -> list[str]:
        """Return a folded or literal text with its own lines, at another depth; nothing where it is written else."""
        first, begin, last, _ = self._document.marks.values[pointer]
        header = BLOCK_HEADER.match(self._lines[first - 1], begin - 1)
        if not header or header[0] not in _KEPT_HEADERS:
            return []
        body = [line.rstrip("\n") for line in self._lines[first:last]]
        filled = [line for line in body if line.strip()]
        size = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else 0
        if not size or any(len(line) - len(line.lstrip(" ")) < size for line in filled):
            return []
        return [header[0], *(f"{_INDENT * depth}{line[size:]}" if line.strip() else "" for line in body)]


def _write_block(value: Json, depth: int) -> list[str]:
    if not isinstance(value, str) or not is_block(value):
        return []
    lines = value.removesuffix("\n").split("\n")
    return [
        f"|{'' if value.endswith(chr(10)) else '-'}",
        *(f"{_INDENT * depth}{line}" if line else "" for line in lines),
    ]


def _indent(lines: Sequence[str], depth: int) -> Iterator[str]:
    yield from (f"{_INDENT * depth}{line}" if line else "" for line in lines)
