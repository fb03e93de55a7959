"""The schema of a kind for editors: one file that needs no other, in the draft that editors understand.

yaml-language-server reads JSON Schema draft 7 with the additions of VS Code (`markdownDescription`,
`enumDescriptions`, `patternErrorMessage`). What we check by format is checked there by pattern, as far as one can.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from factsheet.model import Json, Object
from factsheet.schemas.catalog import Kind, Schemas
from factsheet.schemas.editor_patterns import EDTF_MESSAGE, EDTF_PATTERN
from factsheet.schemas.explaining import ID_PATTERN
from factsheet.schemas.picking import MISSING_WORDS, Traits, find_traits
from factsheet.schemas.shape import HOLDS_LIST, HOLDS_ONE

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
NOTE: Final = "Written by `factsheet schema --write` for editors. Don't edit it: edit schemas/ and write it again."

LabelWord = Callable[[str, str], str]
"""Returns the label of a word of a closed list, or the word itself where it has none."""

_KEPT: Final = frozenset(
    (
        "additionalProperties", "allOf", "anyOf", "const", "contains", "default", "else", "enum", "examples",
        "exclusiveMaximum", "exclusiveMinimum", "if", "items", "maxItems", "maxLength", "maxProperties", "maximum",
        "minItems", "minLength", "minProperties", "minimum", "multipleOf", "not", "oneOf", "pattern",
        "patternProperties", "properties", "propertyNames", "required", "then", "title", "type", "uniqueItems",
    )
)  # fmt: skip
_WORDS: Final = frozenset(("title", "description"))
_HOLDS_MAP: Final = frozenset(("patternProperties", "properties"))
_MARKDOWN: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~"})
_TESTS: Final[Sequence[tuple[Object, Callable[[Traits], bool]]]] = (
    ({"type": "string"}, lambda traits: "string" in traits.types),
    ({"type": "array"}, lambda traits: "array" in traits.types),
    ({"required": ["missing"], "type": "object"}, lambda traits: traits.is_missing_map),
    ({"type": "object"}, lambda traits: "object" in traits.types and not traits.is_missing_map),
)
_MISSING: Final[Mapping[str, str]] = {
    "unknown": "we looked and could not find it",
    "none": "there is none, or it can't apply",
    "withheld": "we know it and don't say",
}


def editor_schema(kind: Kind, schemas: Schemas, label: LabelWord) -> Object:
    """Return the schema of a kind, or of the site, for editors; `label` tells what the words of closed lists mean."""
    writer = _Writer(schemas, label)
    root = writer.write(kind.schema)
    return {"$schema": DIALECT, "$comment": NOTE, **root, "definitions": writer.definitions}


class _Writer:
    def __init__(self, schemas: Schemas, label: LabelWord) -> None:
        self._schemas = schemas
        self._label = label
        self.definitions: Object = {}

    def write(self, schema: Object) -> Object:
        """Return `schema` in the older draft; a reference stays one where nothing stands beside it."""
        if "$ref" not in schema:
            return self._lower(schema)
        beside = {keyword for keyword in schema if not keyword.startswith("x-")} - {"$ref"}
        return self._lower(self._schemas.resolve(schema)) if beside else self._refer(str(schema["$ref"]))

    def _refer(self, reference: str) -> Object:
        document, _, path = reference.partition("#/")
        name = ".".join([document.rpartition(":")[2], *path.removeprefix("$defs/").split("/")])
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.write(self._schemas.look_up(reference))
        return {"$ref": f"#/definitions/{name}"}

    def _lower(self, schema: Object) -> Object:
        lowered: Object = {}
        for keyword, value in schema.items():
            if keyword in {"anyOf", "oneOf"} and isinstance(value, list):
                lowered.update(self._write_choice(value) if _is_choice(value) else self._keep(keyword, value))
            elif keyword in _KEPT:
                lowered[keyword] = self._inside(keyword, value)
        lowered.update(self._write_words(schema))
        lowered.update(_write_dependencies(schema, self))
        if "prefixItems" in schema:
            rest = lowered.pop("items", True)
            lowered |= {"items": self._inside("allOf", schema["prefixItems"]), "additionalItems": rest}
        if schema.get("x-form") == "date":
            lowered |= {"pattern": EDTF_PATTERN, "patternErrorMessage": EDTF_MESSAGE}
        elif "pattern" in lowered:
            lowered["patternErrorMessage"] = _explain_pattern(schema)
        return lowered

    def _write_choice(self, branches: list[Json]) -> Object:
        """Return a choice that goes by the type of the value, as ours does.

        Of several branches tried, an editor explains the wrong one. Where no value is yet, it offers those of all.
        """
        known = [each for each in branches if isinstance(each, dict)]
        traits = [find_traits(self._schemas.resolve(each), self._schemas.resolve) for each in known]
        words = [each for each in known if _is_missing_word(self._schemas.resolve(each))]
        texts = [each for each in known if _is_text(self._schemas.resolve(each)) and each not in words]
        written = [self.write(each) for each in known]
        if len(words) == 1 and len(texts) == 1:
            place = known.index(texts[0])
            written[place] = self._join(self._schemas.resolve(words[0]), self._schemas.resolve(texts[0]))
            place = known.index(words[0])
            del written[place], traits[place]
        choice: Object = {"anyOf": [*written]}
        for test, belongs in reversed(_TESTS):
            fitting: list[Json] = [each for each, trait in zip(written, traits, strict=True) if belongs(trait)]
            if fitting and len(written) > 1:
                either: Object = {"anyOf": fitting}
                choice = {"if": test, "then": fitting[0] if len(fitting) == 1 else either, "else": choice}
        return choice

    def _join(self, missing: Object, text: Object) -> Object:
        """Return the branch of a text in which one of the words for what is missing may stand too."""
        first, joined = self._lower(missing), self._lower(text)
        joined.pop("not", None)  # that an id is none of these words
        for keyword in ("enum", "enumDescriptions"):
            known, more = joined.get(keyword), first.get(keyword)
            if isinstance(known, list) and isinstance(more, list):
                joined[keyword] = [*known, *more]
        if "pattern" in joined:
            words = list(_MISSING)
            joined["pattern"] = f"^(?:{'|'.join(words)})$|{joined['pattern']}"
            joined["patternErrorMessage"] = f"{joined['patternErrorMessage']}; or {', '.join(words)}"
            examples = joined.get("examples")
            joined["examples"] = [*(examples if isinstance(examples, list) else []), *words]
        return joined

    def _write_words(self, schema: Object) -> Object:
        """Return what an editor shows beside a field and each of its words."""
        words: Object = {}
        text = str(schema.get("description", ""))
        if text:
            words["description"] = text
            marked = text.translate(_MARKDOWN) + _name_targets(schema)
            words |= {"markdownDescription": marked} if marked != text else {}
        enum, listed = schema.get("enum"), schema.get("x-list")
        if isinstance(enum, list) and isinstance(listed, str):
            words["enumDescriptions"] = [self._describe(listed, str(word)) for word in enum]
        if schema.get("deprecated") is True:
            words["deprecationMessage"] = text or "no longer used"
        return words

    def _describe(self, listed: str, word: str) -> str:
        return _MISSING[word] if listed == "missing" and word in _MISSING else self._label(listed, word)

    def _keep(self, keyword: str, value: Json) -> Object:
        return {keyword: self._inside(keyword, value)}

    def _inside(self, keyword: str, value: Json) -> Json:
        if keyword in HOLDS_ONE and isinstance(value, dict):
            return self.write(value)
        if keyword in HOLDS_LIST and isinstance(value, list):
            return [self.write(inner) if isinstance(inner, dict) else inner for inner in value]
        if keyword in _HOLDS_MAP and isinstance(value, dict):
            return {name: self.write(inner) if isinstance(inner, dict) else inner for name, inner in value.items()}
        return value


def _is_choice(branches: list[Json]) -> bool:
    """Tell whether branches are of different types, not conditions on the fields of one map."""
    return not all(isinstance(each, dict) and set(each) == {"required"} for each in branches)


def _is_missing_word(schema: Object) -> bool:
    words = schema.get("enum")
    return isinstance(words, list) and set(words) == MISSING_WORDS


def _is_text(schema: Object) -> bool:
    types = schema.get("type")
    is_string = types == "string" or (isinstance(types, list) and "string" in types and "object" not in types)
    return is_string and ("pattern" in schema or "enum" in schema)


def _write_dependencies(schema: Object, writer: _Writer) -> Object:
    """Return what one field demands of the others, under the older draft's name."""
    found: Object = {}
    names, inner = schema.get("dependentRequired"), schema.get("dependentSchemas")
    if isinstance(names, dict):
        found.update(names)
    for name, demanded in inner.items() if isinstance(inner, dict) else ():
        found[name] = writer.write(demanded) if isinstance(demanded, dict) else demanded
    return {"dependencies": found} if found else {}


def _name_targets(schema: Object) -> str:
    kinds = schema.get("x-ref")
    if not isinstance(kinds, list):
        return ""
    named = " or ".join(f"`{kind}`" for kind in kinds if kind != "*") or "any record"
    return f"\n\nThe id of: {named}."


def _explain_pattern(schema: Object) -> str:
    """Return what an editor says of a text that a pattern refuses."""
    if schema.get("pattern") == ID_PATTERN:
        return "not an id: small letters a to z, digits and single hyphens"
    if schema.get("x-form") == "text" or "description" not in schema:
        return "empty, or more than one line where one is wanted"
    return str(schema["description"]).partition(". ")[0].rstrip(".")
