"""The leaves of a record in normal form, each with its schema; and the references among them."""

from collections.abc import Iterator
from typing import NamedTuple

from factsheet.diagnostics import Pointer
from factsheet.model import Json, Object
from factsheet.schemas.catalog import Schemas

LEAF_FORMS = frozenset(("text", "date", "amount"))


class Leaf(NamedTuple):
    """A value that is printed as one: where, what, and the schema it obeys, with the words of its field."""

    pointer: Pointer
    value: Json
    schema: Object


class Mention(NamedTuple):
    """A record named by another: where, its id, the kinds it may be of, and what that record calls the way back."""

    pointer: Pointer
    target: str
    kinds: tuple[str, ...]
    inverse: str


def walk(data: Json, schema: Object, schemas: Schemas) -> Iterator[Leaf]:
    """Yield each leaf of `data` in reading order: a text, date, amount, reference, scalar, or what is missing.

    `data` is in normal form, or that of a sheet: what its schema does not know (`cites`, `stance`) is passed over.
    The schema of `{missing: ...}` has `"x-form": "missing"`; its note and sources are not leaves of their own.
    """
    return _walk((), data, describe(data, schema, schemas), schemas)


def describe(value: Json, schema: Object, schemas: Schemas) -> Object:
    """Return what a value in normal form obeys: references followed, the branch taken, the field's own words on it."""
    found = schemas.resolve(schema)
    branch = schemas.pick_normal(found, value)
    is_missing = isinstance(value, dict) and "missing" in value
    return schemas.resolver.dress(branch, found, "missing" if is_missing else "")


def find_references(data: Json, schema: Object, schemas: Schemas) -> tuple[Mention, ...]:
    """Return every mention of a record in `data`, which is in normal form; those in Markdown are not looked for."""
    found = []
    for pointer, value, leaf_schema in _walk((), data, describe(data, schema, schemas), schemas, enters_missing=True):
        kinds = leaf_schema.get("x-ref")
        if isinstance(kinds, list) and isinstance(value, dict) and "ref" in value:
            inverse = str(leaf_schema.get("x-inverse", ""))
            found.append(Mention(pointer, str(value["ref"]), tuple(str(kind) for kind in kinds), inverse))
    return tuple(found)


def _walk(
    pointer: Pointer, value: Json, schema: Object, schemas: Schemas, *, enters_missing: bool = False
) -> Iterator[Leaf]:
    if isinstance(value, list):
        items = schema.get("items")
        for index, entry in enumerate(value):
            inner = describe(entry, items, schemas) if isinstance(items, dict) else {}
            if not isinstance(entry, dict) or _is_leaf(entry, inner):
                inner = schemas.resolver.dress(inner, schema)
            yield from _walk((*pointer, index), entry, inner, schemas, enters_missing=enters_missing)
        return
    is_map = isinstance(value, dict) and not _is_leaf(value, schema)
    if not is_map:
        yield Leaf(pointer, value, schema)
    if isinstance(value, dict) and (is_map or (enters_missing and "missing" in value)):
        for name, entry in value.items():
            inner_schema = _find_field(name, entry, schema, schemas)
            if inner_schema is not None:
                yield from _walk((*pointer, name), entry, inner_schema, schemas, enters_missing=enters_missing)


def _is_leaf(value: Object, schema: Object) -> bool:
    return "missing" in value or "x-ref" in schema or schema.get("x-form") in LEAF_FORMS


def _find_field(name: str, value: Json, schema: Object, schemas: Schemas) -> Object | None:
    properties = schema.get("properties")
    known = properties if isinstance(properties, dict) else {}
    inner = known.get(name, schema.get("additionalProperties"))
    return describe(value, inner, schemas) if isinstance(inner, dict) else None
