"""Fields of a kind by their path (`name.ar`, `designations.listed`), and what a cell becomes there."""

import re
from dataclasses import dataclass
from typing import Final

from factsheet.diagnostics import did_you_mean
from factsheet.importing.texts import ImportProblem
from factsheet.model import Json, Object
from factsheet.schemas import Kind, Schemas

_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its path, and which sorts of values its schema takes."""

    path: tuple[str, ...]
    is_date: bool
    is_number: bool
    is_list: bool

    @property
    def name(self) -> str:
        """Return the path as it is typed."""
        return ".".join(self.path)


def find_field(path: str, kind: Kind, schemas: Schemas) -> Field:
    """Return the field at `path` in records of a kind; raises ImportProblem where there is none."""
    parts = tuple(path.split("."))
    here = [schemas.resolve(kind.schema)]
    for part in parts:
        branches = [branch for schema in here for branch in find_branches(schema, schemas)]
        inner = [found for branch in branches if (found := _child(branch, part)) is not None]
        if not inner:
            names = sorted({name for branch in branches for name in _properties(branch)})
            hint = did_you_mean(part, names) or f"fields here are {', '.join(names) or 'none'}"
            raise ImportProblem(f'a {kind.name} has no field "{path}"; {hint}')
        here = [schemas.resolve(found) for found in inner]
    leaves = [branch for schema in here for branch in find_branches(schema, schemas)]
    return Field(
        parts,
        any(leaf.get("x-form") == "date" for leaf in leaves),
        any("number" in _types(leaf) for leaf in leaves),
        any("array" in _types(leaf) for leaf in leaves),
    )


def put(record: Object, path: tuple[str, ...], value: Json) -> None:
    """Put a value into a record at a path; a bare text that gets a second language becomes a map."""
    here = record
    for part in path[:-1]:
        inner = here.get(part)
        if not isinstance(inner, dict):
            inner = {}
            here[part] = inner
        here = inner
    here[path[-1]] = value


def read_number(text: str) -> Json:
    """Return a number, or the text where it is none: the schema judges it."""
    if not _NUMBER.fullmatch(text):
        return text
    return float(text) if "." in text else int(text)


def find_branches(schema: Object, schemas: Schemas) -> list[Object]:
    """Return what a schema may be, lists entered: the branches that are no list, and lists themselves too."""
    found: list[Object] = []
    for branch in schemas.branches(schema) or (schema,):
        found.append(branch)
        items = branch.get("items")
        if isinstance(items, dict):
            found += find_branches(schemas.resolve(items), schemas)
    return found


def _child(schema: Object, part: str) -> Object | None:
    inner = _properties(schema).get(part)
    if inner is None and schema.get("x-form") == "text" and _LANGUAGE.fullmatch(part):
        inner = schema.get("additionalProperties")
    return inner if isinstance(inner, dict) else None


def _properties(schema: Object) -> Object:
    found = schema.get("properties")
    return found if isinstance(found, dict) else {}


def _types(schema: Object) -> list[str]:
    types = schema.get("type")
    if isinstance(types, list):
        return [str(name) for name in types]
    return [types] if isinstance(types, str) else []
