"""How a JSON Schema nests: which keywords hold schemas, and how to go through them all."""

from collections.abc import Callable, Iterator

from factsheet.diagnostics import Pointer
from factsheet.model import Json, Object

HOLDS_ONE = frozenset(
    (
        "additionalProperties",
        "contains",
        "else",
        "if",
        "items",
        "not",
        "propertyNames",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
    )
)
HOLDS_LIST = frozenset(("allOf", "anyOf", "oneOf", "prefixItems"))
HOLDS_MAP = frozenset(("$defs", "dependentSchemas", "patternProperties", "properties"))


def walk_schemas(schema: Json, at: Pointer = ()) -> Iterator[tuple[Pointer, Json]]:
    """Yield `schema` and each schema inside it, with its place."""
    yield at, schema
    if not isinstance(schema, dict):
        return
    for keyword, value in schema.items():
        for step, inner in _inner_schemas(keyword, value):
            yield from walk_schemas(inner, (*at, keyword, *step))


def change_schemas(schema: Json, change: Callable[[Object], Json]) -> Json:
    """Return a copy of `schema` in which `change` was applied to each schema, the innermost first."""
    if not isinstance(schema, dict):
        return schema
    return change({keyword: _change_inside(keyword, value, change) for keyword, value in schema.items()})


def _inner_schemas(keyword: str, value: Json) -> Iterator[tuple[Pointer, Json]]:
    if keyword in HOLDS_ONE:
        yield (), value
    elif keyword in HOLDS_LIST and isinstance(value, list):
        yield from (((index,), inner) for index, inner in enumerate(value))
    elif keyword in HOLDS_MAP and isinstance(value, dict):
        yield from (((name,), inner) for name, inner in value.items())


def _change_inside(keyword: str, value: Json, change: Callable[[Object], Json]) -> Json:
    if keyword in HOLDS_ONE:
        return change_schemas(value, change)
    if keyword in HOLDS_LIST and isinstance(value, list):
        return [change_schemas(inner, change) for inner in value]
    if keyword in HOLDS_MAP and isinstance(value, dict):
        return {name: change_schemas(inner, change) for name, inner in value.items()}
    return value


def follow(value: Json, pointer: Pointer) -> Json:
    """Return what stands at `pointer` in `value`; raises LookupError where nothing does."""
    for step in pointer:
        if isinstance(value, dict) and isinstance(step, str):  # noqa: SIM114  # mypy reads them only apart
            value = value[step]
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
        else:
            raise LookupError(step)  # noqa: TRY004  # nothing stands there
    return value


def read_pointer(fragment: str) -> Pointer:
    """Return the steps of a JSON Pointer such as `/$defs/text`; raises ValueError for anything else."""
    if fragment and not fragment.startswith("/"):
        raise ValueError(fragment)
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in fragment.split("/")[1:])


def write_pointer(pointer: Pointer) -> str:
    """Return `pointer` as a JSON Pointer; the root is `/`."""
    return "/" + "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in pointer)
