"""Applying fixes to the text of a file.

Every byte outside an edit stays, and what is read afterwards differs in nothing but the fixes; where that can't be
had, a fix is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factsheet import loading
from factsheet.diagnostics import Fix, Pointer
from factsheet.encoding import encode
from factsheet.loading import Limits
from factsheet.model import Document, Json, Span

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after its fixes: the new bytes, the fixes that were applied, and those that were not."""

    data: bytes
    applied: tuple[Fix, ...]
    left: tuple[Fix, ...]


def apply_fixes(data: bytes, path: str, fixes: Sequence[Fix], limits: Limits | None = None) -> Fixed:
    """Return what the file at `path` becomes; of fixes that overlap, the first is applied."""
    reading = loading.load(data, path, limits or Limits())
    wanted = [_Edit(fix, *found) for fix in _in_order(fixes) if (found := _find_target(reading.documents, fix))]
    chosen = _leave_out_overlapping(wanted)
    text = data.decode("utf-8", "strict") if chosen else ""
    after = _confirm(text, path, chosen, reading.documents) if chosen else None
    if chosen and after is None:  # one of them does harm: take them one by one
        held: list[_Edit] = []
        for edit in chosen:
            if _confirm(text, path, [*held, edit], reading.documents) is not None:
                held.append(edit)
        chosen, after = held, _confirm(text, path, held, reading.documents)
    applied = tuple(edit.fix for edit in chosen) if after is not None else ()
    left = tuple(fix for fix in fixes if fix not in applied)
    return Fixed(data if after is None else after.encode(), applied, left)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A fix and what it changes: the document, and the value or the key that stands exactly there."""

    fix: Fix
    document: int
    pointer: Pointer
    is_key: bool


def _in_order(fixes: Sequence[Fix]) -> list[Fix]:
    return sorted(set(fixes), key=lambda fix: (fix.at, fix.text))


def _find_target(documents: Sequence[Document], fix: Fix) -> tuple[int, Pointer, bool] | None:
    """Return what stands at the place of a fix, or None: the file may have been edited since it was checked."""
    span: Span = (fix.at.line, fix.at.column, fix.at.end_line, fix.at.end_column)
    for document in documents:
        for is_key, spans in ((True, document.marks.keys), (False, document.marks.values)):
            if spans.get(fix.at.pointer) == span:
                return document.index, fix.at.pointer, is_key
    return None


def _leave_out_overlapping(edits: Sequence[_Edit]) -> list[_Edit]:
    kept: list[_Edit] = []
    for edit in edits:
        at = edit.fix.at
        last = kept[-1].fix.at if kept else None
        if last is None or (last.end_line, last.end_column) <= (at.line, at.column):
            kept.append(edit)
    return kept


def _confirm(text: str, path: str, edits: Sequence[_Edit], before: Sequence[Document]) -> str | None:
    """Return the text with the edits made, or None where it then reads as anything but the edits."""
    after = _write(text, edits)
    reading = loading.load(after.encode(), path)
    if len(reading.documents) != len(before):
        return None
    for old, new in zip(before, reading.documents, strict=True):
        expected: Json = old.value
        for edit in sorted(edits, key=lambda each: len(each.pointer), reverse=True):
            if edit.document == old.index:
                expected = _change(expected, edit.pointer, edit)
        if encode(expected) != encode(new.value):
            return None
    return after


def _write(text: str, edits: Sequence[_Edit]) -> str:
    lines = _LINE.findall(text)
    for edit in sorted(edits, key=lambda each: each.fix.at, reverse=True):
        at = edit.fix.at
        line = lines[at.line - 1]
        if at.line == at.end_line:
            lines[at.line - 1] = line[: at.column - 1] + edit.fix.text + line[at.end_column - 1 :]
    return "".join(lines)


def _change(value: Json, pointer: Pointer, edit: _Edit) -> Json:
    """Return a copy of `value` with the edit made; a renamed key keeps its place among the others."""
    step, rest = (pointer[0], pointer[1:]) if pointer else ("", ())
    if not pointer:
        return _read(edit.fix.text)
    if isinstance(value, dict):
        name = _read(edit.fix.text) if edit.is_key and not rest else step
        return {
            (str(name) if key == step else key): (
                _change(inner, rest, edit) if key == step and not (edit.is_key and not rest) else inner
            )
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_change(inner, rest, edit) if number == step else inner for number, inner in enumerate(value)]
    return value


def _read(text: str) -> Json:
    documents = loading.load(text.encode(), "").documents
    return documents[0].value if documents else None
