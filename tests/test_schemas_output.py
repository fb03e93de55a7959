"""Output schemas: generated, self-contained, and every normalised record passes its own."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factsheet import defaults
from factsheet.diagnostics import FactsheetError
from factsheet.loading import load
from factsheet.model import Json, Object
from factsheet.schemas import Schemas, normalise_record, output_schema, sheet_schema

SCHEMAS = Schemas.read([defaults.SCHEMAS])
CONTENT = Path(__file__).resolve().parents[1] / "content"
COMMON = "urn:factsheet:common#/$defs"
EVERYTHING: Object = {
    "name": "x",
    "type": "state",
    "as_of": 2020,
    "reviewed": 2020,
    "withdrawn": "Wrong.",
    "part_of": ["a", {"missing": "none", "cite": "s"}],
    "founded": "unknown",
    "strength": [5, "dozens"],
    "identifiers": {"pax": 3, "own": [1, "a"]},
    "changes": {"date": 2020, "type": "correction", "text": "Day.", "was": "2019", "fields": "founded"},
    "cite": [{"source": "s", "at": 3, "quote": "So.", "note": "Undated."}],
}


def with_cites(value: Json) -> Json:
    """Return normalised data as a sheet has it: citations are numbers."""
    if isinstance(value, list):
        return [with_cites(inner) for inner in value]
    if isinstance(value, dict):
        return {"cites" if k == "cite" else k: [1] if k == "cite" else with_cites(v) for k, v in value.items()}
    return value


def data_of(record: Object, kind: str, schemas: Schemas = SCHEMAS) -> Json:
    return with_cites(normalise_record(record, kind, schemas, "en"))


def complaints(schema: Object, value: Json) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(value)]


@pytest.mark.parametrize("kind", [*defaults.KINDS, "site"])
def test_an_output_schema_is_valid_and_refers_to_nothing_outside(kind: str) -> None:
    for schema in (output_schema(kind, SCHEMAS), sheet_schema(kind, SCHEMAS)):
        Draft202012Validator.check_schema(schema)
        text = json.dumps(schema)
        assert '"x-' not in text
        assert '"$ref": "urn:' not in text


@pytest.mark.parametrize("kind", defaults.KINDS)
def test_every_record_of_our_own_publication_passes_its_output_schema(kind: str) -> None:
    folder = next(folder for folder, name in defaults.FOLDERS.items() if name == kind)
    schema = output_schema(kind, SCHEMAS)
    looked_at = 0
    for file in sorted((CONTENT / folder).glob("*.yaml")):
        for document in load(file.read_bytes(), file.name).documents:
            assert isinstance(document.value, dict)
            assert complaints(schema, data_of(document.value, kind)) == [], file.name
            looked_at += 1
    assert looked_at > 0


def test_each_form_passes() -> None:
    assert complaints(output_schema("group", SCHEMAS), data_of(EVERYTHING, "group")) == []


@pytest.mark.parametrize(
    "change",
    [
        {"name": "x"},
        {"name": {}},
        {"founded": {"missing": "unknown"}},
        {"founded": []},
        {"founded": [{"value": "2017"}]},
        {"part_of": ["a"]},
        {"part_of": [{"group": "a"}]},
        {"part_of": [{"group": {"ref": "a", "label": "A"}}]},
        {"type": "planet"},
        {"cite": [{"source": {"ref": "a"}}]},
        {"cites": ["a"]},
        {"cites_from": "site"},
        {"stance": "denied"},
        {"nmae": {"en": "x"}},
        {"identifiers": {"pax": [3]}},
    ],
)
def test_what_is_not_in_normal_form_does_not_pass(change: Object) -> None:
    data = data_of(EVERYTHING, "group")
    assert isinstance(data, dict)
    assert complaints(output_schema("group", SCHEMAS), {**data, **change}) != []


def test_statements_have_citations_and_a_stance() -> None:
    data: Object = {
        "name": {"en": "x"},
        "type": "state",
        "part_of": [
            {
                "group": {"ref": "a", "name_then": {"en": "A"}},
                "cites": [1],
                "cites_from": "record",
                "stance": "disputed",
            }
        ],
    }
    assert complaints(output_schema("group", SCHEMAS), data) == []


def test_titles_and_descriptions_are_kept() -> None:
    properties = output_schema("group", SCHEMAS)["properties"]
    assert isinstance(properties, dict)
    founded = properties["founded"]
    assert isinstance(founded, dict)
    assert founded["title"] == "Founded"
    assert str(founded["description"]).startswith("When it came into being")


def test_a_kind_of_a_publications_own_has_its_output_schema(tmp_path: Path) -> None:
    schema = {
        "title": "Treaty",
        "type": "object",
        "required": ["name", "seat"],
        "properties": {
            "name": {"$ref": f"{COMMON}/name"},
            "seat": {"$ref": f"{COMMON}/id", "title": "Seat", "x-ref": ["place"]},
            "inner": {"$ref": "#/$defs/node", "title": "Inner"},
        },
        "$defs": {
            "node": {
                "type": "object",
                "properties": {"day": {"$ref": f"{COMMON}/date"}, "in": {"$ref": "#/$defs/node"}},
            }
        },
    }
    (tmp_path / "treaty.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    schemas = Schemas.read([defaults.SCHEMAS, tmp_path])
    output = output_schema("treaty", schemas)
    record: Object = {"name": "x", "seat": "kadesh", "inner": {"day": 2020, "in": {"day": 2021}}, "cite": "a"}
    assert complaints(output, data_of(record, "treaty", schemas)) == []
    wrong: Object = {"name": {"en": "x"}, "seat": "kadesh"}
    assert complaints(output, wrong) == ["$.seat: 'kadesh' is not of type 'object'"]


def test_a_whole_sheet_passes_and_a_key_too_many_does_not() -> None:
    label: Object = {"en": "x"}
    sheet: Object = {
        "sheet": 1,
        "kind": "group",
        "id": "x",
        "path": "groups/x",
        "label": label,
        "as_of": {"edtf": "2020", "earliest": "2020-01-01", "latest": "2020-12-31"},
        "review_due": {"edtf": "2021", "earliest": "2021-01-01", "latest": "2021-12-31"},
        "data": {"name": label, "type": "state", "founded": [{"missing": "unknown"}], "cites": [1]},
        "derived": {"origins": ["RT"], "side": None},
        "backlinks": {"parts": [{"ref": "y", "statement": {"group": {"ref": "x"}}}]},
        "records": {"y": {"kind": "group", "label": label, "path": "groups/y"}},
        "citations": [{"n": 1, "source": "rt", "at": "para 3"}],
        "sources": {"rt": {"label": label, "class": "media"}},
    }
    schema = sheet_schema("group", SCHEMAS)
    assert complaints(schema, sheet) == []
    assert complaints(schema, {**sheet, "languages": ["en"]}) == []
    assert complaints(schema, {**sheet, "data": {}}) != []
    assert complaints(schema, {**sheet, "withdrawn": label, "data": {}}) == []
    assert complaints(schema, {**sheet, "withdrawn": label}) != []
    assert complaints(schema, {**sheet, "built": "2026"}) != []
    assert complaints(schema, {**sheet, "kind": "person"}) != []
    assert complaints(schema, {key: value for key, value in sheet.items() if key != "as_of"}) != []


def test_there_is_no_output_schema_of_a_kind_that_is_not_there() -> None:
    with pytest.raises(FactsheetError):
        output_schema("treaty", SCHEMAS)
