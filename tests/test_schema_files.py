"""The schema files themselves: plain JSON Schema 2020-12, with every annotation that the program reads."""

import csv
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factsheet.defaults import FOLDERS, KINDS, MAX_DEPTH, MAX_FILE_BYTES, MAX_NODES, SCHEMAS

Schema = dict[str, Any]

NAMES = ("common", "site", *KINDS)
FILES: dict[str, Schema] = {
    name: json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")) for name in NAMES
}
FORMS = {"text", "date", "amount", "string", "maybe", "map", "list", "items"}
FORMATS = {"edtf", "lang-tag", "markdown", "moment", "uri"}
STANDARD = {
    *("$schema", "$id", "$ref", "$defs", "title", "description", "examples", "default", "type", "enum", "const"),
    *("properties", "required", "additionalProperties", "propertyNames", "minProperties", "dependentRequired"),
    *("items", "minItems", "uniqueItems", "minLength", "maxLength", "pattern", "format", "minimum", "maximum"),
    *("anyOf", "oneOf", "not", "if", "then"),
}
ANNOTATIONS = {
    "x-kind",
    "x-folder",
    "x-plural",
    "x-ref",
    "x-inverse",
    "x-list",
    "x-digest",
    "x-form",
    "x-key",
    "x-keys",
}
STATEMENT = ["cite", "according_to", "disputed_by", "confidence", "note", "rejected"]
HEAD = ["kind", "id", "former_ids"]
TAIL = [
    *("body", "see_also", "identifiers", "as_of", "reviewed", "draft", "embargo", "withdrawn", "changes", "silence"),
    *STATEMENT,
]
OWN = {
    "group": "name short names type summary countries part_of founded dissolved lineage affiliations people"
    " designations areas strength described_as",
    "person": "name names summary born died",
    "place": "name names type summary within countries latitude longitude precision",
    "event": "name names type summary when places participants part_of follows outcome",
    "agreement": "name short names type summary stage level signing signed announced effective expires place parties"
    " guarantors mediators witnesses observers negotiators signatories supplements amends implements supersedes renews"
    " refers_to provisions status",
    "claim": "summary about claimant speaker said covers figures statement topic revises retracts disputes supports"
    " repeats assessment",
    "source": "title description summary publisher class published origin affiliated_with type url archived reference"
    " accessed access authors language licence reliability",
    "dossier": "title summary records sections",
}
DIGESTS = {
    "claim": {"claimant", "speaker", "said", "covers", "figures", "statement", "assessment"},
    "event": {"type", "when"},
    "agreement": {"type", "signed"},
}


def walk(schema: object, name: str, path: str = "") -> Iterator[tuple[str, str, Schema]]:
    """Yield each schema of a file, itself first, with the file's name and the path to it."""
    if not isinstance(schema, dict):
        return
    yield name, path, schema
    for key in ("properties", "$defs"):
        for word, inner in schema.get(key, {}).items():
            yield from walk(inner, name, f"{path}/{key}/{word}")
    for key in ("items", "additionalProperties", "propertyNames", "not", "if", "then"):
        yield from walk(schema.get(key), name, f"{path}/{key}")
    for key in ("anyOf", "oneOf"):
        for number, inner in enumerate(schema.get(key, [])):
            yield from walk(inner, name, f"{path}/{key}/{number}")


ALL = [found for name in NAMES for found in walk(FILES[name], name)]
PROPERTIES = [
    (name, f"{path}/properties/{word}", inner)
    for name, path, schema in ALL
    if "/if" not in path
    for word, inner in schema.get("properties", {}).items()
]


def resolve(name: str, schema: Schema) -> Schema:
    """Return the schema with what it refers to laid under it."""
    while "$ref" in schema:
        target, _, word = schema["$ref"].partition("#/$defs/")
        name = target.removeprefix("urn:factsheet:") or name
        schema = {**FILES[name]["$defs"][word], **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema


def types(name: str, schema: Schema) -> set[str]:
    """Return the types of value that a branch takes."""
    plain = resolve(name, schema)
    if "anyOf" in plain and "type" not in plain:
        return set().union(*(types(name, branch) for branch in plain["anyOf"]))
    found = plain["type"]
    return {found} if isinstance(found, str) else set(found)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_plain_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(FILES[name])
    assert FILES[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert FILES[name]["$id"] == f"urn:factsheet:{name}"
    for _, path, schema in walk(FILES[name], name):
        assert schema.keys() <= STANDARD | ANNOTATIONS, path
        assert schema.get("format", "uri") in FORMATS, path
        if "properties" in schema and "/if" not in path:
            assert schema["additionalProperties"] is False or path.endswith(("/identifiers", "/expect")), path


def test_every_reference_resolves_and_every_type_is_used() -> None:
    wanted = set()
    for name, path, schema in ALL:
        if "$ref" in schema:
            target, _, word = schema["$ref"].partition("#/$defs/")
            home = target.removeprefix("urn:factsheet:") or name
            assert word in FILES[home]["$defs"], f"{name}{path}"
            wanted.add((home, word))
    assert wanted == {(name, word) for name in NAMES for word in FILES[name].get("$defs", {})}


def test_every_property_has_a_label_and_a_hover() -> None:
    assert len(PROPERTIES) > 300
    for name, path, schema in PROPERTIES:
        plain = resolve(name, schema)
        assert re.fullmatch(r"[A-Z][^.:]{0,29}", plain["title"]), f"{name}{path}"
        assert 10 < len(plain["description"]) <= 300, f"{name}{path}"
        assert plain["description"].endswith("."), f"{name}{path}"
        named_alike = schema.get("$ref", "").endswith((path[path.rindex("/") :], "/record_id"))
        assert named_alike or {"title", "description"} <= schema.keys(), f"{name}{path}"


def test_labels_in_one_map_are_told_apart() -> None:
    for name, path, schema in ALL:
        labels = [resolve(name, inner)["title"] for inner in schema.get("properties", {}).values() if "/if" not in path]
        assert len(labels) == len(set(labels)), f"{name}{path}: {sorted(labels)}"


def test_every_way_back_has_a_label() -> None:
    with (SCHEMAS / "vocabulary.csv").open(encoding="utf-8", newline="") as file:
        labels = {row["code"] for row in csv.DictReader(file) if row["list"] == "inverse"}
    inverses = {schema["x-inverse"] for _, _, schema in ALL if "x-inverse" in schema}
    assert inverses == labels
    assert len(labels) > 30


def test_closed_lists_are_those_of_the_vocabulary() -> None:
    lists: dict[str, list[str]] = {}
    with (SCHEMAS / "vocabulary.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lists.setdefault(row["list"], []).append(row["code"])
    derived = {"designation.status", "stance", "inverse"}  # never typed
    assert {schema["x-list"]: schema["enum"] for _, _, schema in ALL if "x-list" in schema} == {
        word: codes for word, codes in lists.items() if word not in derived
    }
    for name, path, schema in ALL:
        if "x-list" in schema:
            assert schema["enum"] == lists[schema["x-list"]], f"{name}{path}"
    bare = {f"{name}{path}" for name, path, schema in ALL if "enum" in schema and "x-list" not in schema}
    assert {place for place in bare if not place.endswith("/not") and "/if/" not in place} == {
        "common/$defs/country",
        "site/$defs/edition",
        "site/$defs/severity",
        "site/properties/paper",
        "source/$defs/grade",
    }


def test_properties_stand_in_reading_order() -> None:
    for kind in KINDS:
        assert list(FILES[kind]["properties"]) == [*HEAD, *OWN[kind].split(), *TAIL]
    for name, path, schema in ALL:
        words = list(schema.get("properties", {}))
        if {"cite", "rejected"} <= set(words):
            assert [word for word in words if word in STATEMENT][-3:] == STATEMENT[-3:], f"{name}{path}"
            assert set(STATEMENT) <= set(words), f"{name}{path}"


def test_kinds_say_what_and_where_they_are() -> None:
    assert {FILES[kind]["x-folder"]: FILES[kind]["x-kind"] for kind in KINDS} == FOLDERS
    for kind in KINDS:
        assert FILES[kind]["properties"]["kind"]["const"] == kind
        assert FILES[kind]["title"] == kind.capitalize()
        marked = {word for word, schema in FILES[kind]["properties"].items() if schema.get("x-digest")}
        assert marked == DIGESTS.get(kind, set())


def test_references_name_kinds_and_their_way_back() -> None:
    found = [(f"{name}{path}", name, schema) for name, path, schema in ALL if "x-ref" in schema]
    assert len(found) > 60
    for place, name, schema in found:
        assert schema["x-ref"] == ["*"] or set(schema["x-ref"]) <= set(KINDS), place
        assert re.fullmatch("[a-z]+(_[a-z]+)*", schema["x-inverse"]), place
        assert resolve(name, schema)["pattern"] == FILES["common"]["$defs"]["id"]["pattern"], place


def test_patterns_mean_the_same_in_three_languages() -> None:
    patterns = {schema["pattern"] for _, _, schema in ALL if "pattern" in schema}
    assert len(patterns) > 10
    for pattern in patterns:
        assert not re.search(r"\\[^trn.\[\]]|\(\?", pattern), pattern
        assert re.fullmatch(r"\^[^|]*(\|.*)?\$|\[\^[^\]]*\]", pattern, re.DOTALL), pattern
        re.compile(pattern)


def test_each_choice_is_decided_by_the_type_of_value() -> None:
    """Of two branches for strings one is the word for a missing value; of two for maps one is `{missing: ...}`."""
    choices = [
        (f"{name}{path}", name, schema) for name, path, schema in ALL if "x-form" in schema and "anyOf" in schema
    ]
    assert len(choices) > 50
    for place, name, schema in choices:
        assert schema["x-form"] in FORMS, place
        arrays = [branch for branch in schema["anyOf"] if branch.get("type") == "array"]
        others = [branch for branch in schema["anyOf"] if branch.get("type") != "array"]
        assert len(arrays) == (schema["x-form"] in {"list", "items"}), place
        for array in arrays:
            assert others == array["items"].get("anyOf", [array["items"]]), place
            assert array["minItems"] == 1, place
            assert array["uniqueItems"], place
        plain = [branch for branch in others if not branch.get("$ref", "").split("/")[-1].startswith("missing")]
        taken = [kind for branch in plain for kind in types(name, branch)]
        assert len(taken) == len(set(taken)), place
        if schema["x-form"] in {"items", "map"}:
            check_key(place, name, schema, plain)


def check_key(place: str, name: str, schema: Schema, branches: list[Schema]) -> None:
    """A bare value needs the key that it stands for, and each key is a property of the map."""
    keys = {*schema.get("x-keys", []), *([schema["x-key"]] if "x-key" in schema else [])}
    bare = [branch for branch in branches if "object" not in types(name, branch)]
    (mapping,) = [resolve(name, branch) for branch in branches if "object" in types(name, branch)]
    assert bool(keys) == bool(bare), place
    assert keys <= mapping["properties"].keys(), place


def test_the_limits_named_in_the_site_schema_are_those_that_hold() -> None:
    limits = FILES["site"]["$defs"]["limits"]["properties"]
    assert {word: schema["default"] for word, schema in limits.items()} == {
        "file_bytes": MAX_FILE_BYTES,
        "depth": MAX_DEPTH,
        "nodes": MAX_NODES,
    }
