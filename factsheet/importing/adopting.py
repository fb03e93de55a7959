"""What a file adds to a record that a person wrote: every statement with the file as its own source.

The sources of such a record as a whole are others, and what comes in must not seem to be theirs.
"""

from typing import Final

from factsheet.model import Json, Object
from factsheet.schemas import Kind, Schemas

_OF_THE_RECORD: Final = frozenset(("cite", "as_of", "draft"))
_LABELS: Final = frozenset(("names",))


def adopt(theirs: Object, mine: Object, kind: Kind, schemas: Schemas) -> Object:
    """Return what an incoming record has to say to one that was there before, each statement with its source.

    Its name is left out where the record has it already, as its name or among the others.
    """
    cite = theirs.get("cite")
    properties = kind.schema.get("properties")
    known = properties if isinstance(properties, dict) else {}
    found: Object = {}
    for name, value in theirs.items():
        schema = known.get(name)
        if name in _OF_THE_RECORD or (name == kind.label and value in _list_names(mine)):
            continue
        is_stated = isinstance(schema, dict) and name not in _LABELS and name != "identifiers"
        found[name] = _attribute(value, schema, cite, schemas) if is_stated and isinstance(schema, dict) else value
    if "identifiers" in found:
        found["identifiers"] = _unite(mine.get("identifiers"), found["identifiers"])
    return found


def _attribute(value: Json, schema: Object, cite: Json, schemas: Schemas) -> Json:
    found = schemas.resolve(schema)
    if found.get("x-form") != "items" or cite is None:
        return value
    key = str(found.get("x-key", ""))
    entries = [_cite(entry, key, cite) for entry in (value if isinstance(value, list) else [value])]
    return entries if isinstance(value, list) else entries[0]


def _cite(entry: Json, key: str, cite: Json) -> Json:
    if isinstance(entry, dict):
        return {**entry, "cite": entry.get("cite", cite)}
    is_missing = entry in ("unknown", "none", "withheld")
    return {"missing" if is_missing else key: entry, "cite": cite}


def _unite(mine: Json, theirs: Json) -> Json:
    """Return the identifiers of both; where they differ, those of the person: a conflict is told by the merge."""
    if not isinstance(mine, dict) or not isinstance(theirs, dict):
        return theirs
    return {**mine, **{name: value for name, value in theirs.items() if name not in mine}}


def _list_names(record: Object) -> list[Json]:
    """Return every text that a record goes by."""
    waiting: list[Json] = [record.get(name) for name in ("name", "title", "short", "names")]
    found: list[Json] = []
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += [value["name"]] if "name" in value else list(value.values())
            waiting += [value["short"]] if "short" in value else []
        else:
            found.append(value)
    return found
