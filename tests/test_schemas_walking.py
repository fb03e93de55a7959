"""Leaves with their schemas, and references, in normalised data."""

from factsheet import defaults
from factsheet.diagnostics import Pointer
from factsheet.model import Json, Object
from factsheet.schemas import Mention, Schemas, describe, find_references, normalise_record, walk

SCHEMAS = Schemas.read([defaults.SCHEMAS])
RECORD: Object = {
    "name": {"en": "Liwa", "ar": "لواء"},
    "type": "armed-group",
    "countries": ["SY", "IQ"],
    "part_of": "hts",
    "founded": ["unknown", {"value": 2012, "cite": {"source": "a", "at": 3}}],
    "strength": {"value": "at least 400", "according_to": "sohr"},
    "designations": {"missing": "none", "note": "Not listed.", "cite": "b"},
    "identifiers": {"ucdp-actor": 6815},
    "as_of": "2026-03-01",
    "draft": True,
}


def leaves(record: Object, kind: str = "group") -> dict[Pointer, tuple[Json, Object]]:
    schema = SCHEMAS.kinds[kind].schema
    data = normalise_record(record, kind, SCHEMAS, "en")
    return {leaf.pointer: (leaf.value, leaf.schema) for leaf in walk(data, schema, SCHEMAS)}


def test_the_leaves_of_a_record_come_in_reading_order() -> None:
    assert list(leaves(RECORD)) == [
        ("name",),
        ("type",),
        ("countries", 0),
        ("countries", 1),
        ("part_of", 0, "group"),
        ("founded", 0),
        ("founded", 1, "value"),
        ("founded", 1, "cite", 0, "source"),
        ("founded", 1, "cite", 0, "at"),
        ("designations", 0),
        ("strength", 0, "value"),
        ("strength", 0, "according_to", 0),
        ("identifiers", "ucdp-actor", 0),
        ("as_of",),
        ("draft",),
    ]


def test_a_leaf_has_its_value_in_normal_form_and_the_form_of_its_schema() -> None:
    found = leaves(RECORD)
    forms = {pointer: schema.get("x-form") for pointer, (_, schema) in found.items()}
    assert found["name",][0] == {"en": "Liwa", "ar": "لواء"}
    assert (forms["name",], forms["founded", 1, "value"], forms["strength", 0, "value"]) == ("text", "date", "amount")
    assert found["founded", 0][0] == {"missing": "unknown"}
    assert forms["founded", 0] == "missing"
    assert found["part_of", 0, "group"][0] == {"ref": "hts"}
    assert found["part_of", 0, "group"][1]["x-ref"] == ["group"]
    assert found["type",][1]["x-list"] == "group.type"
    assert found["draft",][0] is True


def test_a_leaf_is_called_what_its_field_is_called() -> None:
    found = leaves(RECORD)
    titles = {pointer: schema.get("title") for pointer, (_, schema) in found.items()}
    assert titles["countries", 1] == "Countries"
    assert titles["founded", 0] == "Founded"
    assert titles["designations", 0] == "Designations"
    assert titles["strength", 0, "according_to", 0] == "According to"
    assert titles["as_of",] == "As of"


def test_a_choice_of_one_value_is_called_what_its_field_is_called() -> None:
    found = leaves({"claimant": "sohr", "said": "unknown", "covers": "2024"}, "claim")
    assert [(schema.get("title"), schema.get("x-form")) for _, schema in found.values()] == [
        ("Claimant", None),
        ("Said", "missing"),
        ("Covers", "date"),
    ]


def test_what_only_a_sheet_has_is_passed_over() -> None:
    sheet: Object = {
        "name": {"en": "Liwa"},
        "part_of": [{"group": {"ref": "hts", "name_then": {"en": "JFS"}}, "cites": [1], "stance": "attributed"}],
        "cites": [1, 2],
    }
    found = [leaf.pointer for leaf in walk(sheet, SCHEMAS.kinds["group"].schema, SCHEMAS)]
    assert found == [("name",), ("part_of", 0, "group")]


def test_references_are_found_with_kinds_and_inverse_those_of_what_is_missing_too() -> None:
    data = normalise_record(RECORD, "group", SCHEMAS, "en")
    assert find_references(data, SCHEMAS.kinds["group"].schema, SCHEMAS) == (
        Mention(("part_of", 0, "group"), "hts", ("group",), "parts"),
        Mention(("founded", 1, "cite", 0, "source"), "a", ("source",), "cited_by"),
        Mention(("designations", 0, "cite", 0, "source"), "b", ("source",), "cited_by"),
        Mention(("strength", 0, "according_to", 0), "sohr", ("group", "person"), "attributed"),
    )


def test_a_reference_to_any_kind_says_so() -> None:
    data = normalise_record({"see_also": "x"}, "group", SCHEMAS, "en")
    mentions = find_references(data, SCHEMAS.kinds["group"].schema, SCHEMAS)
    assert [(mention.kinds, mention.inverse) for mention in mentions] == [(("*",), "see_also_of")]


def test_a_value_is_described_by_the_branch_it_belongs_to() -> None:
    schema: Object = {"$ref": "urn:factsheet:common#/$defs/maybe_date", "title": "Said"}
    assert describe({"missing": "none"}, schema, SCHEMAS)["x-form"] == "missing"
    found = describe({"edtf": "2017", "earliest": None, "latest": None}, schema, SCHEMAS)
    assert (found["title"], found["x-form"]) == ("Said", "date")
