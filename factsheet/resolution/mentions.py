"""Every mention of one record by another: in fields that refer, and in Markdown."""

from typing import Final

from factsheet.diagnostics import Pointer
from factsheet.model import Json, Object, Record, Reference
from factsheet.resolution.shapes import Shape
from factsheet.text_links import find_links

ANY_KIND: Final = ("*",)
CITED_BY: Final = "cited_by"


def list_references(record: Record, shape: Shape) -> tuple[Reference, ...]:
    """Return each mention of another record, in the order of the data; `shape` is that of the record's kind.

    A link in Markdown has no inverse: the page it leads to does not list it. A citation in Markdown does.
    """
    found: list[Reference] = []
    for name, value in record.data.items():
        _walk(record.id, value, shape.child(name), (name,), found)
    return tuple(found)


def _walk(source: str, value: Json, shape: Shape, pointer: Pointer, found: list[Reference]) -> None:
    if isinstance(value, list):
        for index, each in enumerate(value):
            _walk(source, each, shape.entry, (*pointer, index), found)
    elif isinstance(value, dict):
        if is_reference(value):
            found.append(Reference(source, pointer, str(value["ref"]), shape.kinds, shape.inverse))
        elif isinstance(value.get("missing"), str):
            _read_missing(source, value, pointer, found)
        elif shape.is_markdown:
            _read_links(source, value, pointer, found)
        elif not shape.is_leaf:
            for name, each in value.items():
                if isinstance(each, dict | list):
                    _walk(source, each, shape.child(name), (*pointer, name), found)


def is_reference(value: Object) -> bool:
    """Tell whether a map of normalised data is a reference to a record."""
    return len(value) == 1 and isinstance(value.get("ref"), str)


def _read_missing(source: str, value: Object, pointer: Pointer, found: list[Reference]) -> None:
    cites = value.get("cite")
    for index, cite in enumerate(cites if isinstance(cites, list) else []):
        target = cite.get("source") if isinstance(cite, dict) else None
        if isinstance(target, dict):
            at = (*pointer, "cite", index, "source")
            found.append(Reference(source, at, str(target.get("ref", "")), ("source",), CITED_BY))


def _read_links(source: str, text: Object, pointer: Pointer, found: list[Reference]) -> None:
    for tag, words in text.items():
        for link in find_links(words) if isinstance(words, str) else ():
            at = (*pointer, tag)
            if link.kind == "cite":
                found.append(Reference(source, at, link.target, ("source",), CITED_BY))
            elif link.kind == "record":
                found.append(Reference(source, at, link.target, ANY_KIND))
