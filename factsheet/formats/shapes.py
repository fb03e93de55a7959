"""The schema of each part of a sheet: what the views go by."""

from factsheet.model import Json, Object
from factsheet.schemas import Schemas, describe

STATEMENT_KEYS = (
    "cite",
    "cites",
    "cites_from",
    "according_to",
    "disputed_by",
    "confidence",
    "note",
    "rejected",
    "stance",
)
"""What says whose a statement is, rather than what it says."""


def describe_entry(schemas: Schemas, schema: Object, value: Json) -> Object:
    """Return the schema of one entry of the list that `schema` describes."""
    items = schema.get("items")
    return describe(value, items, schemas) if isinstance(items, dict) else {}


def describe_property(schemas: Schemas, schema: Object, name: str, value: Json) -> Object | None:
    """Return the schema of property `name`, or None where the schema does not know it."""
    properties, extra = schema.get("properties"), schema.get("additionalProperties")
    known = properties.get(name) if isinstance(properties, dict) else None
    if not isinstance(known, dict):
        known = extra if isinstance(extra, dict) else None
    if known is not None:
        return describe(value, known, schemas)
    return {} if extra is not False and not properties else None


def find_inverse(schemas: Schemas, schema: Object, name: str) -> Object | None:
    """Return the reference somewhere in a schema whose way back is called `name`."""
    seen: set[int] = set()
    waiting: list[Json] = [schema]
    while waiting:
        node = waiting.pop(0)
        if not isinstance(node, dict | list) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, dict):
            node = schemas.resolve(node)
            if node.get("x-inverse") == name:
                return node
        waiting += node.values() if isinstance(node, dict) else node
    return None
