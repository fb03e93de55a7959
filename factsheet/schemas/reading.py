"""Schema files to schemas: read, given their addresses, and completed with the envelope every record has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factsheet import defaults
from factsheet.diagnostics import FactsheetError
from factsheet.encoding import decode
from factsheet.model import Json, Object
from factsheet.schemas.shape import change_schemas

SUFFIX = ".schema.json"
PREFIX = "urn:factsheet:"
COMMON = f"{PREFIX}common"
NOT_KINDS = frozenset(("common", "site"))
ENVELOPE_BEFORE = ("kind", "id", "former_ids")
ENVELOPE_AFTER = (
    "summary",
    "body",
    "see_also",
    "identifiers",
    "as_of",
    "reviewed",
    "draft",
    "embargo",
    "withdrawn",
    "changes",
    "silence",
    "cite",
    "according_to",
    "disputed_by",
    "confidence",
    "note",
    "rejected",
)
ENVELOPE = (*ENVELOPE_BEFORE, *ENVELOPE_AFTER)
_DEFINITIONS = {"id": "record_id"}


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """One schema: its short name, its address, the file, and what it says, references being whole addresses."""

    name: str
    uri: str
    path: Path
    schema: Object
    is_ours: bool


def read_files(folders: Sequence[Path]) -> dict[str, SchemaFile]:
    """Return the schemas in `folders` by name; in a later folder the same file name replaces. Raises FactsheetError."""
    found: dict[str, SchemaFile] = {}
    for folder in folders:
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            name = path.name.removesuffix(SUFFIX)
            found[name] = _read_file(path, name, is_ours=folder == defaults.SCHEMAS)
    return found


def complete(file: SchemaFile, common: Mapping[str, Json]) -> Object:
    """Return the schema of a kind with what a publication's own may leave out."""
    schema = {"$id": file.uri, "x-kind": file.name, "additionalProperties": False, **file.schema}
    own = file.schema.get("properties")
    own = own if isinstance(own, dict) else {}
    before = {name: found for name in ENVELOPE_BEFORE if (found := _envelope(name, str(schema["x-kind"]), common))}
    after = {name: found for name in ENVELOPE_AFTER if (found := _envelope(name, "", common))}
    return {**schema, "properties": {**before, **own, **{k: v for k, v in after.items() if k not in own}}}


def _envelope(name: str, kind: str, common: Mapping[str, Json]) -> Object | None:
    if name == "kind":
        return {"title": "Kind", "description": "Left out where the folder tells it.", "const": kind}
    definition = _DEFINITIONS.get(name, name)
    return {"$ref": f"{COMMON}#/$defs/{definition}"} if definition in common else None


def _read_file(path: Path, name: str, *, is_ours: bool) -> SchemaFile:
    schema = _decode(path)
    uri = schema.get("$id", f"{PREFIX}{name}")
    if not isinstance(uri, str) or not uri.startswith(PREFIX):
        raise FactsheetError(f'{path}: "$id" must be "{PREFIX}{name}", or be left out')
    try:
        absolute = change_schemas({**schema, "$id": uri}, lambda node: _with_whole_reference(node, uri))
    except RecursionError:
        raise FactsheetError(f"{path}: the schema is nested too deeply") from None
    return SchemaFile(name, uri, path, absolute if isinstance(absolute, dict) else {}, is_ours)


def _decode(path: Path) -> Object:
    try:
        schema = decode(path.read_bytes())
    except ValueError as error:
        raise FactsheetError(f"{path}: not JSON: {error}") from None
    except OSError as error:
        raise FactsheetError(f"{path}: can't be read: {error.strerror}") from None
    if not isinstance(schema, dict):
        raise FactsheetError(f"{path}: a schema is a JSON object")
    return schema


def _with_whole_reference(node: Object, uri: str) -> Object:
    target = node.get("$ref")
    return {**node, "$ref": f"{uri}{target}"} if isinstance(target, str) and target.startswith("#") else node
