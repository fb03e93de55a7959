"""Short forms to long ones, form by form; and twice is once."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet import defaults
from factsheet.encoding import decode, encode
from factsheet.loading import load
from factsheet.model import Json, Object
from factsheet.schemas import Schemas, is_missing, normalise, normalise_record

SCHEMAS = Schemas.read([defaults.SCHEMAS])
CONTENT = Path(__file__).resolve().parents[1] / "content"
DAY: Object = {"edtf": "2017-01-28", "earliest": "2017-01-28", "latest": "2017-01-28"}
COMMON = "urn:factsheet:common#/$defs"
A: Object = {"source": {"ref": "a"}}


def field(kind: str, name: str, value: Json) -> Json:
    """Return what a field of a kind holds in normal form."""
    return normalise_record({name: value}, kind, SCHEMAS, "en")[name]


def common(name: str, value: Json, language: str = "en") -> Json:
    return normalise(value, {"$ref": f"{COMMON}/{name}"}, SCHEMAS, language)


@pytest.mark.parametrize(
    ("name", "typed", "normal"),
    [
        ("text", "Fighters", {"ru": "Fighters"}),
        ("text", {"en": "Fighters", "ar": "مقاتلون"}, {"en": "Fighters", "ar": "مقاتلون"}),
        ("date", "2017-01-28", DAY),
        ("date", 2017, {"edtf": "2017", "earliest": "2017-01-01", "latest": "2017-12-31"}),
        ("date", "2024-11-27/..", {"edtf": "2024-11-27/..", "earliest": "2024-11-27", "latest": None}),
        ("amount", 311, {"text": "311", "low": 311, "high": 311}),
        ("amount", "at least 400", {"text": "at least 400", "low": 400, "high": None}),
        ("amount", "200 to 300 best 250", {"text": "200 to 300 best 250", "low": 200, "high": 300, "best": 250}),
        ("string", 6815, "6815"),
        ("string", "para 3", "para 3"),
        ("maybe_date", "unknown", {"missing": "unknown"}),
        ("maybe_date", {"missing": "none", "note": "Why."}, {"missing": "none", "note": {"ru": "Why."}}),
        ("maybe_date", "2017-01-28", DAY),
        ("maybe_url", "https://example.org/", "https://example.org/"),
        ("source", "rt-2024", {"ref": "rt-2024"}),
        ("id", "hts", "hts"),
        ("cite", "a", [A]),
        ("cite", {"source": "a", "at": 3}, [{**A, "at": "3"}]),
        ("cite", ["a", {"source": "b"}], [A, {"source": {"ref": "b"}}]),
        ("according_to", "sohr", [{"ref": "sohr"}]),
        ("countries", "SY", ["SY"]),
        ("names", "Nusra", [{"name": {"ru": "Nusra"}}]),
        ("names", {"name": "Nusra", "from": "unknown"}, [{"name": {"ru": "Nusra"}, "from": {"missing": "unknown"}}]),
        ("valued_date", "2017-01-28", [{"value": DAY}]),
        ("valued_date", "none", [{"missing": "none"}]),
        ("valued_date", {"missing": "none"}, [{"missing": "none"}]),
        ("valued_date", {"value": "2017-01-28", "cite": "a"}, [{"value": DAY, "cite": [A]}]),
        ("valued_date", ["2017-01-28", "unknown"], [{"value": DAY}, {"missing": "unknown"}]),
        ("valued_amount", 5, [{"value": {"text": "5", "low": 5, "high": 5}}]),
        ("reviewed", "2017-01-28", {"date": DAY}),
        ("reviewed", {"by": "Desk", "date": "2017-01-28"}, {"date": DAY, "by": "Desk"}),
        ("identifiers", {"pax": 2273, "own": ["a", 1]}, {"pax": ["2273"], "own": ["a", "1"]}),
        ("draft", True, True),
    ],
)
def test_each_form_has_one_normal_form(name: str, typed: Json, normal: Json) -> None:
    assert common(name, typed, "ru") == normal
    assert common(name, normal, "ru") == normal


def test_an_id_alone_is_the_field_that_it_stands_for() -> None:
    assert field("agreement", "parties", ["russia", {"group": "turkiye", "consent": "signed"}]) == [
        {"group": {"ref": "russia"}},
        {"group": {"ref": "turkiye"}, "consent": "signed"},
    ]


def test_a_claimant_is_one_reference_or_missing() -> None:
    assert field("claim", "claimant", "sohr") == {"ref": "sohr"}
    assert field("claim", "claimant", "unknown") == {"missing": "unknown"}
    assert field("claim", "claimant", {"ref": "sohr"}) == {"ref": "sohr"}


def test_a_word_of_a_list_alone_is_a_value() -> None:
    assert field("claim", "assessment", "refuted") == {"value": "refuted"}


def test_one_licence_is_that_of_texts_and_of_data() -> None:
    assert field("site", "licence", "CC0-1.0") == {"text": "CC0-1.0", "data": "CC0-1.0"}


def test_fields_stand_in_the_order_of_the_schema_whatever_was_typed() -> None:
    record = normalise_record({"cite": "a", "as_of": 2020, "type": "state", "name": "x"}, "group", SCHEMAS, "en")
    assert list(record) == ["name", "type", "as_of", "cite"]


def test_what_is_wrong_is_left_as_it_is() -> None:
    typed: Object = {"name": 5, "founded": "yesterday", "strength": {"value": "5 to 3"}, "short": ["x"], "nmae": "x"}
    assert normalise_record(typed, "group", SCHEMAS, "en") == {
        "name": 5,
        "short": ["x"],
        "founded": [{"value": "yesterday"}],
        "strength": [{"value": "5 to 3"}],
        "nmae": "x",
    }


@pytest.mark.parametrize(("value", "expected"), [("none", True), ({"missing": "x"}, True), ("x", False), (None, False)])
def test_what_is_missing_says_so(value: Json, *, expected: bool) -> None:
    assert is_missing(value) is expected


RECORDS: list[tuple[str, Json]] = [
    (kind, document.value)
    for folder, kind in defaults.FOLDERS.items()
    for file in sorted((CONTENT / folder).glob("*.yaml"))
    for document in load(file.read_bytes(), file.name).documents
]


def test_a_record_of_our_own_publication_normalised_twice_is_the_same_and_the_first_is_not_changed() -> None:
    assert len(RECORDS) > 12
    for kind, value in RECORDS:
        assert isinstance(value, dict)
        before = encode(value)
        once = normalise_record(value, kind, SCHEMAS, "en")
        assert encode(value) == before
        assert encode(normalise_record(once, kind, SCHEMAS, "en")) == encode(once)


STRAY: list[Json] = [
    None,
    True,
    0,
    2017,
    1.5,
    "",
    "unknown",
    "x",
    "2017",
    [],
    ["x"],
    {},
    {"missing": "none"},
    {"en": "x"},
]


def scramble(value: Json, chance: random.Random) -> Json:
    if chance.random() < 0.04:
        stray: Json = json.loads(json.dumps(chance.choice(STRAY)))
        return stray
    if isinstance(value, dict):
        return {key: scramble(inner, chance) for key, inner in value.items()}
    if isinstance(value, list):
        return [scramble(inner, chance) for inner in value]
    return value


@given(st.integers(0, 10**9))
def test_normalising_twice_is_normalising_once_even_where_the_record_is_wrong(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same records every time
    kind, record = chance.choice(RECORDS)
    scrambled = scramble(record, chance)
    value: Object = scrambled if isinstance(scrambled, dict) else {"name": scrambled}
    before = decode(encode(value))
    once = normalise_record(value, kind, SCHEMAS, "en")
    assert value == before
    assert encode(normalise_record(once, kind, SCHEMAS, "en")) == encode(once)
