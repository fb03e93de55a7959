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
    return iter(_Walk(schemas, enters_missing=False).leaves(data, schema))


def describe(value: Json, schema: Object, schemas: Schemas) -> Object:
    """Return what a value in normal form obeys: references followed, the branch taken, the field's own words on it."""
    found = schemas.resolve(schema)
    branch = schemas.pick_normal(found, value)
    is_missing = isinstance(value, dict) and "missing" in value
    return schemas.resolver.dress(branch, found, "missing" if is_missing else "")


def find_references(data: Json, schema: Object, schemas: Schemas) -> tuple[Mention, ...]:
    """Return every mention of a record in `data`, which is in normal form; those in Markdown are not looked for."""
    found = []
    for pointer, value, leaf_schema in _Walk(schemas, enters_missing=True).leaves(data, schema):
        kinds = leaf_schema.get("x-ref")
        if isinstance(kinds, list) and isinstance(value, dict) and "ref" in value:
            inverse = str(leaf_schema.get("x-inverse", ""))
            found.append(Mention(pointer, str(value["ref"]), tuple(str(kind) for kind in kinds), inverse))
    return tuple(found)


class _Walk:
    """One way through a value; a list and not generators, which would pass each leaf up through every level."""

    def __init__(self, schemas: Schemas, *, enters_missing: bool) -> None:
        self._schemas = schemas
        self._enters_missing = enters_missing
        self._found: list[Leaf] = []

    def leaves(self, data: Json, schema: Object) -> list[Leaf]:
        self._go((), data, describe(data, schema, self._schemas))
        return self._found

    def _go(self, pointer: Pointer, value: Json, schema: Object) -> None:
        if isinstance(value, list):
            self._go_through_list(pointer, value, schema)
        elif not isinstance(value, dict):
            self._found.append(Leaf(pointer, value, schema))
        elif _is_leaf(value, schema):
            self._found.append(Leaf(pointer, value, schema))
            if self._enters_missing and "missing" in value:
                self._go_through_map(pointer, value, schema)
        else:
            self._go_through_map(pointer, value, schema)

    def _go_through_list(self, pointer: Pointer, value: list[Json], schema: Object) -> None:
        items = schema.get("items")
        for index, entry in enumerate(value):
            inner = describe(entry, items, self._schemas) if isinstance(items, dict) else {}
            if not isinstance(entry, dict) or _is_leaf(entry, inner):
                inner = self._schemas.resolver.dress(inner, schema)
            self._go((*pointer, index), entry, inner)

    def _go_through_map(self, pointer: Pointer, value: Object, schema: Object) -> None:
        properties = schema.get("properties")
        known = properties if isinstance(properties, dict) else {}
        extra = schema.get("additionalProperties")
        for name, entry in value.items():
            inner = known.get(name, extra)
            if isinstance(inner, dict):
                self._go((*pointer, name), entry, describe(entry, inner, self._schemas))


def _is_leaf(value: Object, schema: Object) -> bool:
    return "missing" in value or "x-ref" in schema or schema.get("x-form") in LEAF_FORMS
