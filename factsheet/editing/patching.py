"""Changing fields of a record in the text of its file: every other line, comments included, stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from factsheet import loading
from factsheet.editing.writing import write_field
from factsheet.model import Document, Json, Object
from factsheet.schemas import Schemas


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The lines of one field, from `start` to before `end`, counted from 0."""

    name: str
    start: int
    end: int


def patch_fields(
    text: str, document: Document, changes: Mapping[str, Json], schema: Object, schemas: Schemas
) -> str | None:
    """Return the text of a file with fields of one of its documents set, or taken out where the change is None.

    None where that can't be done line by line: the record stands in brackets, or what came out reads differently.
    """
    fields = _find_fields(text, document)
    if fields is None or not isinstance(document.value, dict):
        return None
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += "\n"
    edits = {
        name: "" if value is None else write_field(name, value, schema, schemas) for name, value in changes.items()
    }
    known = {each.name: each for each in fields}
    inserted: dict[int, list[str]] = {}
    for name in _in_order(edits, schema):
        if name not in known and edits[name]:
            inserted.setdefault(_find_place(name, fields, schema), []).append(edits[name])
    for each in sorted(fields, key=lambda field: field.start, reverse=True):
        lines[each.end : each.end] = inserted.get(each.end, [])
        if each.name in edits:
            lines[each.start : each.end] = [edits[each.name]] if edits[each.name] else []
    first = min(each.start for each in fields)
    lines[first:first] = inserted.get(first, [])
    return _confirm("".join(lines), document, changes)


def get_field_text(text: str, document: Document, name: str) -> str:
    """Return the lines of one field of a record as they stand in its file."""
    for each in _find_fields(text, document) or []:
        if each.name == name:
            return "".join(text.splitlines(keepends=True)[each.start : each.end])
    return ""


def _find_fields(text: str, document: Document) -> list[_Stretch] | None:
    value = document.value
    if not isinstance(value, dict) or not value:
        return None
    places = [(document.marks.keys.get((name,)), name) for name in value]
    starts = sorted((span[0] - 1, span[1], name) for span, name in places if span)
    if len(starts) < len(value) or any(column != 1 for _, column, _ in starts):
        return None
    lines = text.splitlines()
    last = starts[-1][0]
    end = next((n for n in range(last + 1, len(lines)) if lines[n].startswith(("---", "..."))), len(lines))
    borders = [*(start for start, _, _ in starts[1:]), end]
    found = []
    for (start, _, name), border in zip(starts, borders, strict=True):
        stop = border
        while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1].startswith("#")):
            stop -= 1
        found.append(_Stretch(name, start, stop))
    return found


def _in_order(names: Mapping[str, str], schema: Object) -> list[str]:
    order = _order(schema)
    return sorted(names, key=lambda name: order.get(name, len(order)))


def _order(schema: Object) -> dict[str, int]:
    properties = schema.get("properties")
    return {name: number for number, name in enumerate(properties)} if isinstance(properties, dict) else {}


def _find_place(name: str, fields: list[_Stretch], schema: Object) -> int:
    """Return the line before which a new field belongs: after the last one that the schema has before it."""
    order = _order(schema)
    place = order.get(name, len(order))
    before = [each.end for each in fields if order.get(each.name, len(order)) < place]
    return max(before) if before else min(each.start for each in fields)


def _confirm(text: str, document: Document, changes: Mapping[str, Json]) -> str | None:
    reading = loading.load(text.encode(), document.path)
    wanted: Object = dict(document.value) if isinstance(document.value, dict) else {}
    for name, value in changes.items():
        wanted.pop(name, None)
        if value is not None:
            wanted[name] = value
    if len(reading.documents) <= document.index or reading.documents[document.index].value != wanted:
        return None
    return text
