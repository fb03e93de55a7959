"""The schemas for editors: self-contained, in their draft, never stricter than the check."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from factsheet import defaults
from factsheet.dates import DateError, parse
from factsheet.encoding import encode
from factsheet.loading import load
from factsheet.model import Json
from factsheet.schemas import Schemas
from factsheet.schemas.editor import editor_schema
from factsheet.schemas.editor_patterns import EDTF_PATTERN
from factsheet.wording.labels import label_word

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = Schemas.read([defaults.SCHEMAS])
KINDS = [*SCHEMAS.kinds, "site"]
EDTF = re.compile(EDTF_PATTERN)


def make(kind: str) -> dict[str, Any]:
    schema = editor_schema(SCHEMAS.kind(kind), SCHEMAS, lambda name, word: label_word(name, word, "en"))
    made: dict[str, Any] = json.loads(encode(schema))
    return made


MADE = {kind: make(kind) for kind in KINDS}


def nodes(value: Json) -> Iterator[dict[str, Json]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


def errors(kind: str, value: Json) -> list[str]:
    return [error.json_path for error in Draft7Validator(MADE[kind]).iter_errors(value)]


def record(**changed: Json) -> dict[str, Json]:
    base: dict[str, Json] = {"name": "A", "type": "other", "when": "2016-12-22", "as_of": "2016-12-23"}
    return {**base, **changed}


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_draft_7_and_needs_no_other_file(kind: str) -> None:
    Draft7Validator.check_schema(MADE[kind])
    text = json.dumps(MADE[kind])
    for keyword in ("$defs", "$id", "$dynamicRef", "unevaluated", "prefixItems", "dependentRequired", "urn:", '"x-'):
        assert keyword not in text
    for node in nodes(MADE[kind]):
        target = node.get("$ref")
        if isinstance(target, str):
            assert set(node) == {"$ref"}  # what stands beside it is not seen in this draft
            assert target.removeprefix("#/definitions/") in MADE[kind]["definitions"]


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_told_with_what_they_mean(kind: str) -> None:
    for node in nodes(MADE[kind]):
        if "enumDescriptions" in node:
            assert len(node["enumDescriptions"]) == len(node["enum"])  # type: ignore[arg-type]  # both are lists
    if kind == "event":
        words = MADE[kind]["properties"]["type"]
        assert dict(zip(words["enum"], words["enumDescriptions"], strict=True))["control-change"] == "change of control"


def test_what_the_check_takes_the_editor_takes() -> None:
    seen = 0
    for folder, kind in [*defaults.FOLDERS.items(), ("", "site")]:
        for path in sorted((ROOT / "content" / folder).glob("*.yaml" if folder else "site.yaml")):
            for document in load(path.read_bytes(), path.name).documents:
                assert errors(kind, document.value) == [], f"{path.name} {document.index}"
                seen += 1
    assert seen > 300


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"nmae": "x"}, "$"),
        ({"type": "othr"}, "$.type"),
        ({"when": "2016-02-31"}, "$.when"),
        ({"when": 2016.5}, "$.when"),
        ({"as_of": "22.12.2016"}, "$.as_of"),
        ({"places": ["Aleppo"]}, "$.places[0]"),
        ({"places": {"place": "aleppo", "precision": "about"}}, "$.places.precision"),
        ({"participants": [{"group": "x", "rule": "target"}]}, "$.participants[0]"),
        ({"places": {"missing": "unknwon"}}, "$.places.missing"),
        ({"name": {"en": "a", "EN_us": "b"}}, "$.name"),
        ({"summary": "short"}, "$.summary"),
        ({"cite": []}, "$.cite"),
    ],
)
def test_common_slips_are_seen_where_they_stand(changed: dict[str, Json], place: str) -> None:
    assert errors("event", record()) == []
    assert errors("event", record(**changed)) == [place]


@pytest.mark.parametrize("value", ["unknown", {"missing": "none", "note": "Why."}, 2016, ["2016", {"value": "2017"}]])
def test_short_and_long_forms_are_all_taken(value: Json) -> None:
    assert errors("event", record(when=value)) == []


def test_a_choice_goes_by_type_so_that_the_right_branch_is_explained() -> None:
    when = MADE["event"]["properties"]["when"]
    assert when["if"] == {"type": "string"}
    assert when["then"]["patternErrorMessage"].startswith("not a date in EDTF")
    assert when["then"]["examples"][-3:] == ["unknown", "none", "withheld"]
    assert when["else"]["if"] == {"type": "array"}


DATES = [
    "2017-01-28", "2017-01", "2017", "2017?", "2017-01~", "2017-01-28%", "?2017-~01", "201X", "20XX", "2017-XX",
    "2017-01-XX", "2017-21", "2017-41", "2017-01-28/2017-02-03", "2017-01-28/..", "../2017", "2017/", "/2017",
    "[2017-01-28..]", "{2017,2018-02}", "[..2017]", "Y-170000002", "Y17E7", "1950S2", "-0500",
    "2016-02-29", "2000-02-29",
    "2017-03-06T00:01:00", "2017-03-06T00:01:00Z", "2017-03-06T00:01:00+03:00", "2004-06-XX/2004-07-03", "1984?/2004~",
    "2001-31", "-1985-04", "0001",
]  # fmt: skip
NO_DATES = [
    "2017-13", "2017-00", "2017-1-28", "28-01-2017", "28.01.2017", "01/28/2017", "2017-02-30", "2017-02-31",
    "2017-04-31", "2017-01-32", "2017-01-00", "1900-02-29", "2017-02-29", "2017-22-01", "17", "17-01", "Jan 2017",
    "2017-01-28/2017-13", "[2017-02-30..]", "2017 ", "", "about 2017",
]  # fmt: skip


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_a_date_to_editors(text: str) -> None:
    parse(text)
    assert EDTF.search(text)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_none_to_editors(text: str) -> None:
    with pytest.raises(DateError):
        parse(text)
    assert not EDTF.search(text)


def test_the_pattern_refuses_nothing_that_is_a_date() -> None:
    """Every string that the tests of dates have: what `parse` takes, the pattern takes."""
    source = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_dates*.py"))
    seen = 0
    for text in {found[1] for found in re.finditer(r'"([-\[{0-9Y?~%.X/][^"\\]*)"', source)}:
        try:
            parse(text)
        except DateError:
            continue
        seen += 1
        assert EDTF.search(text), text
    assert seen > 100


def test_a_kind_of_a_publication_has_one_too(tmp_path: Path) -> None:
    (tmp_path / "treaty.schema.json").write_text(
        json.dumps({"title": "Treaty", "type": "object", "properties": {"name": {"type": "string"}}})
    )
    schemas = Schemas.read([defaults.SCHEMAS, tmp_path])
    schema = editor_schema(schemas.kind("treaty"), schemas, lambda _, word: word)
    Draft7Validator.check_schema(schema)
    assert list(Draft7Validator(schema).iter_errors({"name": "a", "cite": "x", "as_of": 2020})) == []
    assert len(list(Draft7Validator(schema).iter_errors({"nmae": "a"}))) == 1
