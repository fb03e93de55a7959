"""Which branch of a choice was meant: found by YAML type, a word of a list, or the key `missing`; never by trying."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factsheet.model import Json, Object

MISSING_WORDS = frozenset(("unknown", "none", "withheld"))
NORMAL_KEYS = {"date": "edtf", "amount": "low"}
"""By what key the normal form of a scalar is told from other maps."""

TypeName = Literal["null", "boolean", "integer", "number", "string", "array", "object"]
ALL_TYPES: frozenset[str] = frozenset(("null", "boolean", "integer", "number", "string", "array", "object"))
_TYPES: Mapping[type, TypeName] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}
_TELLING = frozenset(("$ref", "anyOf", "const", "enum", "items", "oneOf", "properties", "type"))

_NO_WORDS = frozenset[str]()

Resolve = Callable[[Object], Object]


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells one branch of a choice from the others."""

    types: frozenset[str]
    words: frozenset[str] | None
    properties: frozenset[str]
    normal_keys: frozenset[str]

    @property
    def is_missing_map(self) -> bool:
        """Tell whether it is the branch of `{missing: ...}`."""
        return "missing" in self.properties


def type_of(value: Json) -> TypeName:
    """Return the JSON Schema name of a value's type; a float is never an integer, whatever its value."""
    return _TYPES[type(value)]


def find_branches(schema: Object, resolve: Resolve) -> Sequence[Object]:
    """Return the branches of a choice, resolved, or nothing: branches that are mere conditions are no choice."""
    branches = schema.get("anyOf") or schema.get("oneOf")
    if not isinstance(branches, list):
        return ()
    found = [resolve(branch) for branch in branches if isinstance(branch, dict)]
    return found if any(_TELLING & branch.keys() for branch in found) else ()


def find_traits(schema: Object, resolve: Resolve) -> Traits:
    """Return what tells `schema`, resolved, from others."""
    inner = [find_traits(branch, resolve) for branch in find_branches(schema, resolve)]
    if inner:
        words = [traits.words for traits in inner if "string" in traits.types]
        return Traits(
            frozenset[str]().union(*(traits.types for traits in inner)),
            None if None in words else frozenset[str]().union(*(w for w in words if w)),
            frozenset[str]().union(*(traits.properties for traits in inner)),
            frozenset[str]().union(*(traits.normal_keys for traits in inner)),
        )
    listed = schema.get("enum", [schema["const"]] if "const" in schema else None)
    properties = schema.get("properties")
    return Traits(
        _own_types(schema, listed),
        frozenset(word for word in listed if isinstance(word, str)) if isinstance(listed, list) else None,
        frozenset(properties) if isinstance(properties, dict) else frozenset(),
        _normal_keys(schema),
    )


def pick_branch(branches: Sequence[Traits], value: Json) -> int | None:
    """Return the number of the branch that a value as typed belongs to; None where its type fits none."""
    kind = type_of(value)
    fits = [n for n, traits in enumerate(branches) if kind in traits.types or _is_number(kind, traits)]
    return _choose(branches, fits, value)


def pick_normal_branch(branches: Sequence[Traits], value: Json) -> int | None:
    """Return the number of the branch that a value in normal form belongs to."""
    if isinstance(value, dict):
        fields = frozenset[str]().union(*(traits.properties for traits in branches))
        marked = [n for n, traits in enumerate(branches) if any(key in value for key in traits.normal_keys - fields)]
        if marked:
            return marked[0]
    return pick_branch(branches, value)


def _choose(branches: Sequence[Traits], fits: list[int], value: Json) -> int | None:
    if len(fits) < 2:  # noqa: PLR2004  # nothing to choose between
        return fits[0] if fits else None
    if isinstance(value, dict):
        wanted = "missing" in value
        fits = [n for n in fits if branches[n].is_missing_map == wanted] or fits
        return max(fits, key=lambda n: len(branches[n].properties & value.keys()))
    if isinstance(value, str):
        named = [n for n in fits if value in (branches[n].words or ())]
        free = [n for n in fits if (branches[n].words or _NO_WORDS) - MISSING_WORDS or branches[n].words is None]
        return (named or [n for n in free if branches[n].words is None] or free or fits)[0]
    return fits[0]


def _is_number(kind: TypeName, traits: Traits) -> bool:
    return kind == "integer" and "number" in traits.types


def _own_types(schema: Object, listed: Json) -> frozenset[str]:
    types = schema.get("type")
    if isinstance(types, str):
        return frozenset((types,))
    if isinstance(types, list):
        return frozenset(name for name in types if isinstance(name, str))
    if isinstance(listed, list):
        return frozenset(type_of(word) for word in listed)
    if "properties" in schema:
        return frozenset(("object",))
    return frozenset(("array",)) if "items" in schema else ALL_TYPES


def _normal_keys(schema: Object) -> frozenset[str]:
    if "x-ref" in schema:
        return frozenset(("ref",))
    key = NORMAL_KEYS.get(str(schema.get("x-form")))
    return frozenset((key,)) if key else frozenset()
