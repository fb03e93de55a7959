"""The columns of a kind's table, read from its schema alone, so that they stay whatever the records hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from factsheet.formats.exports.values import WOVEN
from factsheet.formats.shapes import STATEMENT_KEYS
from factsheet.model import Json, Object
from factsheet.schemas import Kind, Schemas

NOT_EXPORTED: Final = frozenset({"kind", "id", "former_ids", "draft", "embargo", "silence"})
"""Fields that say nothing about the subject, or stand in no sheet."""

DEEPEST: Final = 6
"""So many names may be joined in one column; what lies deeper stands in a cell together."""

OWN: Final = frozenset({*STATEMENT_KEYS, *WOVEN})


@dataclass(frozen=True, slots=True)
class Column:
    """A field: its name, the way to it in a record, and how a list or statement in it comes to one cell.

    `key` is the part of a statement that is its value; `is_rival` that of several only the first counts. `bounds`
    are the names of the two bounds of a date or amount.
    """

    name: str
    steps: tuple[str, ...]
    key: str = ""
    is_rival: bool = False
    bounds: tuple[str, ...] = ()
    is_label: bool = False


def list_columns(kind: Kind, schemas: Schemas) -> list[Column]:
    """Return the columns of a kind in the order of its fields."""
    found: list[Column] = []
    for name, schema in _properties(kind.schema):
        if name not in NOT_EXPORTED:
            found += _list_columns((name,), schema, schemas, is_label=name == kind.label)
    return found


def _list_columns(steps: tuple[str, ...], schema: Object, schemas: Schemas, *, is_label: bool) -> Iterator[Column]:
    resolved = schemas.resolve(schema)
    branches = list(_flatten(resolved, schemas))
    maps = [branch for branch in branches if _is_plain_map(branch)]
    form, key = str(resolved.get("x-form", "")), str(resolved.get("x-key", ""))
    name = ".".join(steps)
    if form in {"items", "list"} or any("items" in branch for branch in branches):
        is_rival = form == "items" and key == "value"
        inner = _entries(branches, schemas)
        yield Column(name, steps, key, is_rival, _find_bounds(inner, key, schemas) if is_rival else (), is_label)
        return
    if not maps or len(steps) == DEEPEST or len(maps) > 1:
        yield Column(name, steps, key, bounds=_find_bounds(branches, "", schemas), is_label=is_label)
        return
    if key:
        yield Column(name, steps, key, is_rival=True, bounds=_find_bounds(maps, key, schemas))
    elif len(branches) > len(maps):
        yield Column(name, steps, is_rival=True)
    for field, inner_schema in _properties(maps[0]):
        if field != key and field not in OWN:
            yield from _list_columns((*steps, field), inner_schema, schemas, is_label=False)


def _find_bounds(branches: list[Object], key: str, schemas: Schemas) -> tuple[str, ...]:
    """Return the names of the bounds that a value has, if it is a date or an amount."""
    if key:
        inner = [schema for branch in branches for name, schema in _properties(branch) if name == key]
        branches = [each for schema in inner for each in _flatten(schemas.resolve(schema), schemas)]
    forms = {branch.get("x-form") for branch in branches}
    if "date" in forms:
        return ("earliest", "latest")
    return ("low", "high") if "amount" in forms else ()


def _entries(branches: list[Object], schemas: Schemas) -> list[Object]:
    lists = [branch["items"] for branch in branches if isinstance(branch.get("items"), dict)]
    return [each for items in lists if isinstance(items, dict) for each in _flatten(schemas.resolve(items), schemas)]


def _flatten(schema: Object, schemas: Schemas) -> Iterator[Object]:
    yield schema
    for branch in schemas.branches(schema):
        yield from _flatten(branch, schemas)


def _is_plain_map(branch: Object) -> bool:
    names = {name for name, _ in _properties(branch)}
    return bool(names) and "x-ref" not in branch and not ("missing" in names and names <= {"missing", "note", "cite"})


def _properties(schema: Object) -> list[tuple[str, Object]]:
    properties: Json = schema.get("properties")
    known = properties.items() if isinstance(properties, dict) else ()
    return [(name, inner) for name, inner in known if isinstance(inner, dict)]
