"""The schemas of what comes out: generated from those of what goes in, by the forms that normalising goes by.

In a sheet `cite` has become `cites`, numbers into its citations, and a statement may have its `stance`.
"""

from collections.abc import Callable, Mapping

from factsheet.model import Json, Object
from factsheet.schemas.catalog import Kind, Schemas
from factsheet.schemas.output_parts import (
    AFTER_DATA,
    BEFORE_DATA,
    BUILT_IN,
    CITES,
    CITES_FROM,
    DATA,
    DRAFT,
    LANGUAGES,
    STANCE,
    as_list,
    built_in,
    keep_words,
)
from factsheet.schemas.picking import MISSING_WORDS, find_traits
from factsheet.schemas.shape import HOLDS_LIST, HOLDS_MAP, HOLDS_ONE
from factsheet.schemas.vetting import DIALECT

TOP_KEYS = ("as_of", "reviewed", "withdrawn", "changes")
_OPTIONAL = frozenset(("kind", "id", *TOP_KEYS))
_NESTED = HOLDS_ONE | HOLDS_LIST | HOLDS_MAP
_OF_STRINGS = frozenset(("pattern", "maxLength", "minLength", "format"))
_OF_INPUT = frozenset(("$ref", "$id", "$schema", "default", "examples", "uniqueItems", "dependentRequired", "required"))
_WORDS_BESIDE = frozenset(("$ref", "title", "description", "examples", "default", "deprecated", "$comment"))


def output_schema(kind: Kind | str, schemas: Schemas) -> Object:
    """Return a self-contained schema of the `data` of a kind's sheets."""
    found = schemas.kind(kind) if isinstance(kind, str) else kind
    writer = _Writer(schemas)
    return {**_head(found, "data"), **writer.write_data(found), "$defs": writer.definitions}


def sheet_schema(kind: Kind | str, schemas: Schemas) -> Object:
    """Return a self-contained schema of a kind's whole sheets, as MODEL.md section 8 has them."""
    found = schemas.kind(kind) if isinstance(kind, str) else kind
    writer = _Writer(schemas)
    data = writer.write_data(found)
    properties = data["properties"] if isinstance(data["properties"], dict) else {}
    top = {name: properties[name] for name in TOP_KEYS if name in properties}
    due: Object = {"review_due": built_in("date", writer.definitions)} if "reviewed" in top else {}
    built_in("texts", writer.definitions)
    writer.definitions["data"] = data
    wanted = found.schema.get("required")
    dated = ["as_of"] if isinstance(wanted, list) and "as_of" in wanted else []
    return {
        **_head(found, "sheet"),
        "type": "object",
        "additionalProperties": False,
        "required": [*BEFORE_DATA, *dated, "data", *AFTER_DATA],
        "properties": {
            **BEFORE_DATA,
            "kind": {"const": found.name},
            "languages": LANGUAGES,
            "draft": DRAFT,
            **top,
            **due,
            "data": {"type": "object"},
            **AFTER_DATA,
        },
        **DATA,
        "$defs": writer.definitions,
    }


def _head(kind: Kind, part: str) -> Object:
    return {"$schema": DIALECT, "$id": f"urn:factsheet:{part}:{kind.name}", **keep_words(kind.schema)}


class _Writer:
    """Writes output schemas; what several of them share goes into `definitions`."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self.definitions: Object = {}

    def write_data(self, kind: Kind) -> Object:
        """Return the schema of the data of a kind; what may stand at the top of the sheet instead is optional."""
        data = self._write_fields(kind.schema)
        required = data.pop("required", None)
        kept: list[Json] = [name for name in required if name not in _OPTIONAL] if isinstance(required, list) else []
        return {**data, "required": kept}

    def write(self, schema: Json) -> Json:
        """Return the output schema of what `schema` lets in; what is shared becomes a reference."""
        if not isinstance(schema, dict):
            return schema
        if "$ref" not in schema:
            return self._write_here(schema)
        beside = {keyword for keyword in schema if not keyword.startswith("x-")} - _WORDS_BESIDE
        if beside or "x-ref" in schema:
            return self._write_here(self._schemas.resolve(schema))
        return {"$ref": f"#/$defs/{self._define(str(schema['$ref']))}", **keep_words(schema)}

    def _define(self, reference: str) -> str:
        document, _, path = reference.partition("#/")
        name = ".".join([document.rpartition(":")[2], *path.removeprefix("$defs/").split("/")])
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._write_here(self._schemas.resolve(self._schemas.look_up(reference)))
        return name

    def _write_here(self, schema: Object) -> Object:
        write = _WRITERS.get(str(schema.get("x-form")), _Writer._write_unformed)
        return {**keep_words(schema), **write(self, schema)}

    def _write_text(self, schema: Object) -> Object:
        inner = next(
            (s for s in (schema, *self._schemas.branches(schema)) if "additionalProperties" in s), BUILT_IN["texts"]
        )
        kept = {keyword: self._plain(keyword, value) for keyword, value in inner.items() if keyword not in _OF_STRINGS}
        return {**_without_annotations(kept), "type": "object", "minProperties": 1}

    def _write_date(self, _schema: Object) -> Object:
        return built_in("date", self.definitions)

    def _write_amount(self, _schema: Object) -> Object:
        return built_in("amount", self.definitions)

    def _write_string(self, schema: Object) -> Object:
        return {"type": "string", **({"maxLength": schema["maxLength"]} if "maxLength" in schema else {})}

    def _write_maybe(self, schema: Object) -> Object:
        branches: list[Json] = [self.write(branch) for branch in self._written_branches(schema)]
        return {"anyOf": branches}

    def _write_map(self, schema: Object) -> Object:
        return self._write_fields(next(s for s in (schema, *self._schemas.branches(schema)) if "properties" in s))

    def _write_list(self, schema: Object) -> Object:
        return as_list(self.write(self._find_entry(schema)))

    def _write_items(self, schema: Object) -> Object:
        entry = self._find_entry(schema)
        whole = self._schemas.resolve(entry)
        written = [b for b in self._written_branches(whole) if "properties" in self._schemas.resolve(b)] or [entry]
        missing = [b for b in self._written_branches(schema) if self._is_missing(b)]
        if missing and not any(self._is_missing(branch) for branch in written):
            written = [missing[0], *written]
        branches: list[Json] = [self.write(branch) for branch in written]
        return as_list(branches[0] if len(branches) == 1 else {"anyOf": branches})

    def _write_unformed(self, schema: Object) -> Object:
        if "x-ref" in schema:
            return built_in("reference", self.definitions)
        if "properties" in schema:
            return self._write_fields(schema)
        if self._schemas.branches(schema):
            return self._write_maybe(schema)
        kept = {keyword: self._plain(keyword, value) for keyword, value in schema.items() if keyword not in _OF_INPUT}
        kept.pop("not", None)
        return _without_annotations(kept)

    def _write_fields(self, schema: Object) -> Object:
        properties = schema["properties"] if isinstance(schema["properties"], dict) else {}
        written: Object = {}
        for name, inner in properties.items():
            written.update({"cites": CITES, "cites_from": CITES_FROM} if name == "cite" else {name: self.write(inner)})
        if "cite" in properties:
            written["stance"] = STANCE
        conditions: Object = {key: _rename(schema[key]) for key in ("required", "dependentRequired") if key in schema}
        choices: Object = {key: _rename(schema[key]) for key in ("anyOf", "oneOf") if _is_condition(schema.get(key))}
        extra = self.write(schema.get("additionalProperties", True))
        return {"type": "object", "additionalProperties": extra, "properties": written, **conditions, **choices}

    def _written_branches(self, schema: Object) -> list[Object]:
        """Return the branches that are there in normal form: a reserved word has become a map."""
        branches = schema.get("anyOf") or schema.get("oneOf")
        found = [branch for branch in branches if isinstance(branch, dict)] if isinstance(branches, list) else []
        return [branch for branch in found if not self._is_missing_word(branch)]

    def _is_missing_word(self, branch: Object) -> bool:
        words = self._schemas.resolve(branch).get("enum")
        return isinstance(words, list) and bool(words) and all(word in MISSING_WORDS for word in words)

    def _is_missing(self, branch: Object) -> bool:
        return find_traits(self._schemas.resolve(branch), self._schemas.resolve).is_missing_map

    def _find_entry(self, schema: Object) -> Object:
        found = self._schemas.pick(schema, []).get("items")
        return found if isinstance(found, dict) else {}

    def _plain(self, keyword: str, value: Json) -> Json:
        """Return the value of a keyword of what stays as it was typed, its references kept inside."""
        if keyword not in _NESTED or isinstance(value, bool):
            return value
        if keyword in HOLDS_LIST and isinstance(value, list):
            return [self.write(inner) for inner in value]
        if keyword in HOLDS_MAP and isinstance(value, dict):
            return {name: self.write(inner) for name, inner in value.items()}
        return self.write(value)


def _without_annotations(schema: Mapping[str, Json]) -> Object:
    return {k: v for k, v in schema.items() if not k.startswith("x-") and k not in {"examples", "default"}}


def _is_condition(branches: Json) -> bool:
    return isinstance(branches, list) and all(isinstance(b, dict) and set(b) == {"required"} for b in branches)


def _rename(value: Json) -> Json:
    """Return names of fields with `cite` as `cites`."""
    if isinstance(value, list):
        return [_rename(inner) for inner in value]
    if isinstance(value, dict):
        return {"cites" if key == "cite" else key: _rename(inner) for key, inner in value.items()}
    return "cites" if value == "cite" else value


_WRITERS: Mapping[str, Callable[[_Writer, Object], Object]] = {
    "amount": _Writer._write_amount,  # noqa: SLF001  # the table of the class's own methods
    "date": _Writer._write_date,  # noqa: SLF001
    "items": _Writer._write_items,  # noqa: SLF001
    "list": _Writer._write_list,  # noqa: SLF001
    "map": _Writer._write_map,  # noqa: SLF001
    "maybe": _Writer._write_maybe,  # noqa: SLF001
    "string": _Writer._write_string,  # noqa: SLF001
    "text": _Writer._write_text,  # noqa: SLF001
}
