"""Where what stands in normalised data was typed."""

from factsheet.diagnostics import Location, Pointer
from factsheet.model import Json, Record
from factsheet.schemas.shape import follow
from factsheet.text_links import find_links


def locate(record: Record, pointer: Pointer) -> Location:
    """Return where the value at `pointer` in the normalised data of a record stands in its file."""
    return record.document.locate(find_typed_pointer(record.document.value, pointer))


def locate_link(record: Record, pointer: Pointer, target: str) -> Location:
    """Return where `target` stands in the Markdown at `pointer`; the place of the value if that has several lines."""
    at = locate(record, pointer)
    text = follow(record.data, pointer)
    if not isinstance(text, str) or at.line != at.end_line:
        return at
    offset = next((link.offset for link in find_links(text) if link.target == target), None)
    quotes = at.end_column - at.column - len(text)
    if offset is None or quotes not in {0, 2}:
        return at
    column = at.column + quotes // 2 + offset
    return Location(at.path, at.line, column, at.line, column + len(target), at.pointer)


def find_typed_pointer(value: Json, pointer: Pointer) -> Pointer:
    """Return the place, in a value as typed, of what stands at `pointer` in its normal form.

    A list of one may have been typed without brackets, and a bare value without the key that its long form has.
    """
    typed: list[str | int] = []
    for step in pointer:
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        typed.append(step)
    return tuple(typed)
