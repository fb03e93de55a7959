"""Schemas as they are read: the default ones, a publication's own, and those that are broken."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factsheet import defaults
from factsheet.diagnostics import FactsheetError
from factsheet.loading import load
from factsheet.model import Object
from factsheet.schemas import Schemas, check, normalise_record
from factsheet.schemas.reading import read_files
from factsheet.schemas.vetting import vet_files, vet_forms

COMMON = "urn:factsheet:common#/$defs"
TREATY: Object = {
    "title": "Treaty",
    "x-folder": "treaties",
    "x-plural": "Treaties",
    "type": "object",
    "required": ["name", "depositary"],
    "properties": {
        "name": {"$ref": f"{COMMON}/name"},
        "depositary": {"$ref": f"{COMMON}/id", "title": "Depositary", "x-ref": ["group"], "x-inverse": "deposits"},
        "articles": {"$ref": "#/$defs/article", "title": "Articles"},
    },
    "$defs": {"article": {"type": "integer"}},
}


def write(folder: Path, schema: object, name: str = "treaty") -> Path:
    file = folder / f"{name}.schema.json"
    file.write_text(schema if isinstance(schema, str) else json.dumps(schema), encoding="utf-8")
    return file


def read(folder: Path) -> Schemas:
    return Schemas.read([defaults.SCHEMAS, folder])


def refusal(folder: Path, schema: object, name: str = "treaty") -> str:
    write(folder, schema, name)
    with pytest.raises(FactsheetError) as caught:
        read(folder)
    assert caught.value.exit_code == 2
    return str(caught.value)


def with_property(**schema: object) -> dict[str, object]:
    return {"type": "object", "properties": {"name": schema}}


def test_the_default_kinds_are_read_with_their_folders() -> None:
    kinds = Schemas.read([defaults.SCHEMAS]).kinds
    assert {kind.folder: name for name, kind in kinds.items()} == defaults.FOLDERS
    assert set(kinds) == set(defaults.KINDS)
    assert (kinds["person"].title, kinds["person"].plural) == ("Person", "People")


def test_the_property_that_is_a_records_label_is_its_name_or_title_or_none() -> None:
    kinds = Schemas.read([defaults.SCHEMAS]).kinds
    assert (kinds["group"].label, kinds["source"].label, kinds["claim"].label) == ("name", "title", "")


def test_the_default_schemas_pass_what_an_operators_must() -> None:
    files = {
        name: type(file)(file.name, file.uri, file.path, file.schema, is_ours=False)
        for name, file in read_files([defaults.SCHEMAS]).items()
    }
    assert len(files) == 10
    vet_files(files)
    schemas = Schemas(read_files([defaults.SCHEMAS]))
    vet_forms(files, schemas.kinds, schemas.resolve)


def test_a_schema_adds_a_kind_without_id_or_envelope(tmp_path: Path) -> None:
    write(tmp_path, TREATY)
    schemas = read(tmp_path)
    kind = schemas.kinds["treaty"]
    assert (kind.folder, kind.title, kind.plural, kind.label) == ("treaties", "Treaty", "Treaties", "name")
    properties = kind.schema["properties"]
    assert isinstance(properties, dict)
    assert list(properties)[:7] == ["kind", "id", "former_ids", "name", "depositary", "articles", "summary"]
    assert list(properties)[-2:] == ["note", "rejected"]


def test_a_record_of_an_own_kind_is_checked_and_normalised(tmp_path: Path) -> None:
    write(tmp_path, TREATY)
    schemas = read(tmp_path)
    text = "name: Treaty of Peace\ndepositary: united-nations\nas_of: 2020\narticles: 3\n"
    document = load(text.encode(), "f.yaml").documents[0]
    assert check(document, "treaty", schemas) == ()
    assert isinstance(document.value, dict)
    assert normalise_record(document.value, "treaty", schemas, "en") == {
        "name": {"en": "Treaty of Peace"},
        "depositary": {"ref": "united-nations"},
        "articles": 3,
        "as_of": {"edtf": "2020", "earliest": "2020-01-01", "latest": "2020-12-31"},
    }
    wrong = load(text.replace("articles", "artcles").encode(), "f.yaml").documents[0]
    assert [found.hint for found in check(wrong, "treaty", schemas)] == ['did you mean "articles"?']


def test_a_kind_without_names_of_its_own_is_named_after_its_file(tmp_path: Path) -> None:
    write(tmp_path, with_property(type="string"), "radio-station")
    kind = read(tmp_path).kinds["radio-station"]
    assert (kind.folder, kind.title, kind.plural) == ("radio-stations", "Radio station", "Radio stations")


def test_a_schema_of_the_same_file_name_replaces(tmp_path: Path) -> None:
    write(tmp_path, {"title": "Crew", **with_property(type="string")}, "group")
    kind = read(tmp_path).kinds["group"]
    assert kind.title == "Crew"
    assert kind.folder == "groups"


def test_a_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    assert set(read(tmp_path / "none").kinds) == set(defaults.KINDS)


def test_a_kind_that_is_not_there_is_named() -> None:
    with pytest.raises(FactsheetError, match='there is no schema for the kind "treaty"'):
        Schemas.read([defaults.SCHEMAS]).kind("treaty")


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("{", "not JSON"),
        ("[]", "a schema is a JSON object"),
        ({**TREATY, "$schema": "http://json-schema.org/draft-07/schema#"}, "at /$schema: schemas are written in JSON"),
        ({**TREATY, "type": "array"}, 'at /type: the schema of a kind has "type": "object"'),
        ({"type": "object"}, 'the schema of a kind has "properties"'),
        ({**TREATY, "additionalProperties": True}, "at /additionalProperties: unknown fields are errors"),
        ({**TREATY, "x-label": "nme"}, "at /x-label: nme is not one of the properties"),
        ({**TREATY, "$id": "https://example.org/x"}, '"$id" must be "urn:factsheet:treaty"'),
        ({**TREATY, "$id": "urn:factsheet:group"}, '"$id" is that of'),
        (with_property(type="strng"), 'at /properties/name/type: "strng" is not a value JSON Schema allows for "type"'),
        (with_property(enum=3), 'at /properties/name/enum: 3 is not a value JSON Schema allows for "enum"'),
        (with_property(requried=["a"]), 'at /properties/name: "requried" is not a keyword that is used here; did you'),
        (with_property(**{"$ref": "https://example.org/x"}), "leads to no schema here; nothing is fetched"),
        (with_property(**{"$ref": "#/$defs/none"}), '"$ref": "urn:factsheet:treaty#/$defs/none" leads to no schema'),
        (with_property(**{"$ref": "#/properties/name"}), "leads back to itself"),
        (with_property(pattern=r"^\d+$"), r'has "\d": it means different things in different programs'),
        (with_property(pattern=r"^\p{L}+$"), r'has "\p"'),
        (with_property(pattern=r"^(?=a)"), 'has "(?"'),
        (with_property(pattern=r"(a)\1"), r'has "\1": references back'),
        (with_property(pattern="a++"), "possessive"),
        (with_property(pattern="(a"), "is not a regular expression"),
        (with_property(**{"x-form": "dat"}), '"x-form" is one of text, date'),
        (with_property(**{"x-ref": ["grup"]}), '"x-ref" names the kind "grup", which has no schema'),
        (with_property(**{"x-ref": "group"}), '"x-ref" is a list of kinds'),
        (
            with_property(**{"x-form": "map", "x-key": "a", "anyOf": [{"type": "string"}, {"enum": [1, "x"]}, {}]}),
            "can't be told apart by a value",
        ),
        (
            with_property(**{"x-form": "map", "x-key": "nme", "anyOf": [{"properties": {"name": {}}}]}),
            '"nme" is not a property of the map',
        ),
        (with_property(**{"x-form": "list", "anyOf": [{"type": "string"}]}), 'needs a branch with "items"'),
        (with_property(**{"x-form": "maybe", "anyOf": [{"type": "string"}]}), "needs a branch for {missing: ...}"),
    ],
)
def test_a_broken_schema_is_named_with_the_place(tmp_path: Path, schema: object, message: str) -> None:
    refused = refusal(tmp_path, schema)
    assert refused.startswith(f"{tmp_path / 'treaty.schema.json'}: ")
    assert message in refused


@pytest.mark.parametrize("pattern", [r"^[a-z]+(-[a-z]+)*$", r"^\\d$", r"^[^ \t\r\n]+$", r"a(?:b|c){1,3}?", r"[+*]+\+"])
def test_a_pattern_that_all_programs_read_alike_is_allowed(tmp_path: Path, pattern: str) -> None:
    write(tmp_path, with_property(type="string", pattern=pattern))
    assert "treaty" in read(tmp_path).kinds


def test_a_schema_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    deep = '{"type":"object","properties":{"a":' + '{"not":' * 400 + "{}" + "}" * 402
    assert "nested too deeply" in refusal(tmp_path, deep)


def test_words_of_a_list_may_stand_beside_the_words_for_what_is_missing(tmp_path: Path) -> None:
    branches = [{"$ref": f"{COMMON}/missing_word"}, {"$ref": f"{COMMON}/missing"}, {"enum": ["met", "missed"]}]
    write(tmp_path, with_property(**{"x-form": "maybe", "anyOf": branches}))
    schemas = read(tmp_path)
    wrong = load(b"name: zzz\n", "f.yaml").documents[0]
    assert [found.hint for found in check(wrong, "treaty", schemas)] == [
        "the words are met, missed, unknown, none or withheld"
    ]


def test_importing_schemas_and_reading_the_default_ones_imports_neither_library() -> None:
    code = (
        "import sys; from factsheet import defaults; from factsheet.schemas import Schemas;"
        "Schemas.read([defaults.SCHEMAS]);"
        "print(sorted({'jsonschema', 'jsonschema_rs', 'referencing'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
