"""What is asked of a schema that an operator brings, beyond what the default ones are tested for.

It must be valid JSON Schema 2020-12, refer to nothing outside, use only patterns that mean the same in ECMAScript,
Rust and Python, and write its forms so that the branch of a choice can be told from the value.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from factsheet.diagnostics import FactsheetError, Pointer, did_you_mean
from factsheet.model import Json, Object
from factsheet.schemas.annotations import find_annotation_flaws, find_kind_flaws
from factsheet.schemas.forms import find_form_flaws
from factsheet.schemas.patterns import find_pattern_flaw
from factsheet.schemas.reading import NOT_KINDS, SchemaFile
from factsheet.schemas.shape import follow, read_pointer, walk_schemas, write_pointer

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ANNOTATIONS = frozenset(
    ("$comment", "$defs", "$id", "$ref", "$schema", "default", "deprecated", "description", "examples", "title")
)
KEYWORDS = ANNOTATIONS | frozenset(
    (
        "additionalProperties", "allOf", "anyOf", "const", "contains", "dependentRequired", "dependentSchemas", "else",
        "enum", "exclusiveMaximum", "exclusiveMinimum", "format", "if", "items", "maxContains", "maxItems",
        "maxLength", "maxProperties", "maximum", "minContains", "minItems", "minLength", "minProperties", "minimum",
        "multipleOf", "not", "oneOf", "pattern", "patternProperties", "prefixItems", "properties", "propertyNames",
        "readOnly", "required", "then", "type", "uniqueItems", "writeOnly",
    )
)  # fmt: skip

Flaws = Iterator[tuple[Pointer, str]]
Name = TypeVar("Name")


def vet_files(files: Mapping[str, SchemaFile]) -> None:
    """Raise FactsheetError for the first operator's schema that can't be used at all."""
    addresses: dict[str, SchemaFile] = {}
    for file in files.values():
        other = addresses.setdefault(file.uri, file)
        if other is not file:
            raise FactsheetError(f'{file.path}: "$id" is that of {other.path} too; leave it out')
    documents = {file.uri: file.schema for file in files.values()}
    for file in _own(files):
        _raise_first(file, _find_flaws(file, documents))


def vet_forms(
    files: Mapping[str, SchemaFile], kinds: Mapping[str, object], resolve: Callable[[Object], Object]
) -> None:
    """Raise FactsheetError for the first operator's schema whose forms or references mean nothing."""
    for file in _own(files):
        _raise_first(file, _find_naming_flaws(file, files))
        flaws = (
            (at, message)
            for at, schema in walk_schemas(file.schema)
            if isinstance(schema, dict)
            for message in (*find_form_flaws(schema, kinds, resolve), *find_annotation_flaws(schema))
        )
        _raise_first(file, flaws)


def _find_naming_flaws(file: SchemaFile, files: Mapping[str, SchemaFile]) -> Flaws:
    folders: dict[str, list[str]] = {}
    for other in files.values():
        if other.name not in NOT_KINDS:
            folders.setdefault(str(other.schema.get("x-folder", f"{other.name}s")), []).append(other.name)
    if file.name not in NOT_KINDS:
        yield from (((keyword,), message) for keyword, message in find_kind_flaws(file.schema, file.name, folders))


def _own(files: Mapping[str, SchemaFile]) -> Iterator[SchemaFile]:
    return (file for file in files.values() if not file.is_ours)


def _raise_first(file: SchemaFile, flaws: Flaws) -> None:
    for at, message in flaws:
        raise FactsheetError(f"{file.path}: at {write_pointer(at)}: {message}")


def _find_flaws(file: SchemaFile, documents: Mapping[str, Object]) -> Flaws:
    yield from _find_dialect_flaws(file.schema)
    yield from _find_meta_flaws(file.schema)
    if file.name not in {"common", "site"}:
        yield from _find_kind_flaws(file.schema)
    for at, schema in walk_schemas(file.schema):
        if isinstance(schema, dict):
            yield from ((at, message) for message in _find_keyword_flaws(schema))
            yield from ((at, message) for message in _find_reference_flaws(schema, documents))


def _find_dialect_flaws(schema: Object) -> Flaws:
    if schema.get("$schema", DIALECT) != DIALECT:
        yield ("$schema",), f'schemas are written in JSON Schema 2020-12: "{DIALECT}"'


def _find_meta_flaws(schema: Object) -> Flaws:
    from factsheet.schemas.plain_engine import find_schema_flaw  # noqa: PLC0415  # imported when first needed

    flaw = find_schema_flaw(schema)
    if flaw:
        at, value = flaw
        name = f'"{at[-1]}"' if at else "the schema"
        shown = f'"{value}"' if isinstance(value, str) else _shorten(value)
        yield at, f"{shown} is not a value JSON Schema allows for {name}"


def _find_kind_flaws(schema: Object) -> Flaws:
    if schema.get("type", "object") != "object":
        yield ("type",), 'the schema of a kind has "type": "object"'
    if schema.get("additionalProperties", False) is not False:
        yield ("additionalProperties",), "unknown fields are errors in every record: false, or leave it out"
    if not isinstance(schema.get("properties"), dict):
        yield (), 'the schema of a kind has "properties"'
    label = schema.get("x-label")
    if label is not None and label not in _as_map(schema.get("properties")):
        yield ("x-label",), f"{_shorten(label)} is not one of the properties"


def _find_keyword_flaws(schema: Object) -> Iterator[str]:
    for keyword in schema:
        if keyword not in KEYWORDS and not keyword.startswith("x-"):
            hint = did_you_mean(keyword, sorted(KEYWORDS))
            yield f'"{keyword}" is not a keyword that is used here{f"; {hint}" if hint else ""}'
    if isinstance(schema.get("pattern"), str):
        flaw = find_pattern_flaw(str(schema["pattern"]))
        if flaw:
            yield f'"pattern": {flaw}'
    for pattern in _as_map(schema.get("patternProperties")):
        flaw = find_pattern_flaw(pattern)
        if flaw:
            yield f'"patternProperties": {flaw}'


def _find_reference_flaws(schema: Object, documents: Mapping[str, Object]) -> Iterator[str]:
    seen: list[str] = []
    node: Json = schema
    while isinstance(node, dict) and "$ref" in node:
        reference = str(node["$ref"])
        if reference in seen:
            yield f'"$ref": "{reference}" leads back to itself'
            return
        seen.append(reference)
        uri, _, fragment = reference.partition("#")
        try:
            node = follow(documents[uri], read_pointer(fragment))
        except (LookupError, ValueError):
            known = ", ".join(sorted(documents))
            yield f'"$ref": "{reference}" leads to no schema here; nothing is fetched. There are {known}'
            return


def _as_map(value: Json) -> Object:
    return value if isinstance(value, dict) else {}


def _shorten(value: Json) -> str:
    shown = str(value)
    return shown if len(shown) <= 60 else f"{shown[:60]}..."  # noqa: PLR2004  # as much as a message can show
