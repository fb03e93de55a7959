"""The schema of each part of a normalised value: what the views go by."""

from factsheet.model import Json, Object
from factsheet.schemas import Schemas

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


def describe(schemas: Schemas, schema: Object, value: Json) -> Object:
    """Return the schema that `value`, in normal form, obeys: references resolved, the branch of a choice taken."""
    found = schemas.resolve(schema)
    form = found.get("x-form")
    if form in {"items", "list"}:
        return found
    branches = [schemas.resolve(branch) for branch in _branches(found)]
    if not branches:
        return found
    if isinstance(value, dict) and "missing" in value:
        return _overlay(next((b for b in branches if _has(b, "missing")), found), found)
    if form == "map":
        return _overlay(next((b for b in branches if "properties" in b), found), found)
    rest = [b for b in branches if not _has(b, "missing") and b.get("x-list") != "missing"]
    for branch in rest:
        if isinstance(value, dict) == ("properties" in branch and branch.get("x-form") is None):
            return _overlay(branch, found)
    return _overlay(rest[0], found) if rest else found


def describe_entry(schemas: Schemas, schema: Object, value: Json) -> Object:
    """Return the schema of one entry of the list that `schema` describes."""
    entry = schema.get("items")
    for branch in _branches(schema):
        resolved = schemas.resolve(branch)
        if "items" in resolved:
            entry = resolved["items"]
    if not isinstance(entry, dict):
        return {}
    found = schemas.resolve(entry)
    branches = [schemas.resolve(branch) for branch in _branches(found)]
    if not branches or not isinstance(value, dict):
        return describe(schemas, found, value)
    wanted = "missing" in value
    for branch in branches:
        if "properties" in branch and branch.get("x-form") is None and _has(branch, "missing") == wanted:
            return branch
    return describe(schemas, found, value)


def describe_property(schemas: Schemas, schema: Object, name: str, value: Json) -> Object | None:
    """Return the schema of property `name`, or None where the schema does not know it."""
    properties = schema.get("properties")
    if isinstance(properties, dict) and isinstance(properties.get(name), dict):
        return describe(schemas, properties[name], value)  # type: ignore[arg-type]  # checked just above
    extra = schema.get("additionalProperties")
    if isinstance(extra, dict):
        return describe(schemas, extra, value)
    return {} if extra is not False and not properties else None


def _branches(schema: Object) -> list[Object]:
    branches = schema.get("anyOf")
    return [branch for branch in branches if isinstance(branch, dict)] if isinstance(branches, list) else []


def _has(schema: Object, name: str) -> bool:
    properties = schema.get("properties")
    return isinstance(properties, dict) and name in properties


def _overlay(branch: Object, outer: Object) -> Object:
    """Return the branch under the words of the schema that offers it."""
    words: Object = {key: outer[key] for key in ("title", "description", "x-titles") if key in outer}
    return {**branch, **words}
