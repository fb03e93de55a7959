"""The two libraries behind one Failure: they find the same, in any document."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factsheet import defaults
from factsheet.encoding import decode, encode
from factsheet.loading import load
from factsheet.model import Json
from factsheet.schemas import Schemas
from factsheet.schemas.catalog import choose_engine
from factsheet.schemas.failures import Failure
from factsheet.schemas.fast_engine import FastEngine
from factsheet.schemas.literals import FORMAT_TESTS, find_flaw
from factsheet.schemas.plain_engine import PlainEngine, end_strictly

CONTENT = Path(__file__).resolve().parents[1] / "content"
FAST = Schemas.read([defaults.SCHEMAS], FastEngine)
PLAIN = Schemas.read([defaults.SCHEMAS], PlainEngine)
STRAY: list[Json] = [
    None, True, False, 0, -1, 7, 2017, 1.5, 2.0, "", " ", "unknown", "none", "x", "A b", "2017-02-30", "abc\n", "٣",
    [], ["x"], ["x", "x"], [[]], {}, {"missing": "none"}, {"missing": "x"}, {"en": "x"}, {"??": "x"}, {"value": 3},
]  # fmt: skip


def failures(schemas: Schemas, value: Json, kind: str) -> list[Failure]:
    return list(schemas.find_failures(value, schemas.kind(kind)))


def read_records(kind: str) -> list[Json]:
    folder = next(folder for folder, name in defaults.FOLDERS.items() if name == kind)
    files = sorted((CONTENT / folder).glob("*.yaml"))
    return [document.value for file in files for document in load(file.read_bytes(), file.name).documents][:12]


def spots(value: Json) -> Iterator[tuple[Any, str | int]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield value, key
            yield from spots(inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield value, index
            yield from spots(inner)


def mutate(record: Json, chance: random.Random) -> Json:
    changed: Json = decode(encode(record))  # type: ignore[assignment]  # what JSON holds
    for _ in range(chance.randint(1, 3)):
        holder, step = chance.choice([*spots(changed)])
        stray = decode(encode(chance.choice(STRAY)))
        if isinstance(holder, dict) and chance.random() < 0.3:
            holder[str(step) + chance.choice("sx ")] = holder.pop(str(step))
        elif isinstance(holder, dict) and chance.random() < 0.2 and len(holder) > 1:
            del holder[str(step)]
        else:
            holder[step] = stray
    return changed


@pytest.mark.parametrize("kind", defaults.KINDS)
def test_both_engines_find_the_same_in_mutated_records(kind: str) -> None:
    records = read_records(kind)
    chance = random.Random(kind)  # noqa: S311  # the same records every time
    found = 0
    for _ in range(80):
        value = mutate(chance.choice(records), chance)
        expected = failures(FAST, value, kind)
        assert failures(PLAIN, value, kind) == expected, json.dumps(value)
        assert PLAIN.is_valid(value, PLAIN.kind(kind)) == (not expected) == FAST.is_valid(value, FAST.kind(kind))
        found += len(expected)
    assert found > 80


def test_a_failure_says_keyword_place_and_what_the_schema_wants() -> None:
    found = failures(FAST, {"name": "x", "type": "state", "as_of": 2020, "cite": [{"sorce": "a"}]}, "group")
    branch = ("properties", "cite", "anyOf", 2, "items", "anyOf", 1)
    assert found == [
        Failure(
            "additionalProperties",
            ("cite", 0),
            (*branch, "additionalProperties"),
            {"value": False, "property": "sorce"},
        ),
        Failure("required", ("cite", 0), (*branch, "required"), {"value": ["source"], "property": "source"}),
    ]


@pytest.mark.parametrize("schemas", [FAST, PLAIN])
def test_a_pattern_does_not_let_a_line_end_through(schemas: Schemas) -> None:
    record: Json = {"name": "x", "type": "state", "as_of": 2020, "see_also": "hts\n"}
    assert [failure.keyword for failure in failures(schemas, record, "group")] == ["pattern"]


@pytest.mark.parametrize("schemas", [FAST, PLAIN])
def test_digits_of_other_scripts_are_no_digits(schemas: Schemas) -> None:
    record: Json = {"name": "x", "type": "state", "as_of": "٢٠٢٠"}
    assert {failure.keyword for failure in failures(schemas, record, "group")} == {"format", "pattern"}


@pytest.mark.parametrize("key", ["", "0", "007", "+1"])
def test_a_key_that_jsonschema_rs_takes_for_a_number_is_told_as_it_is(key: str) -> None:
    record: Json = {"name": "x", "type": "state", "as_of": 2020, "identifiers": {"pax": 1, "own": [{key: 1}]}}
    found = failures(FAST, record, "group")
    assert [failure.pointer for failure in found] == [("identifiers", "own", 0)]
    text: Json = {"name": {key: 5}, "type": "state", "as_of": 2020}
    assert {failure.pointer for failure in failures(FAST, text, "group")} == {("name",), ("name", key)}


def test_what_no_yaml_file_can_hold_is_not_valid_and_does_not_raise() -> None:
    assert not FAST.is_valid({1: 2}, FAST.kind("group"))  # type: ignore[dict-item]  # on purpose


@pytest.mark.parametrize("make", [FastEngine, PlainEngine])
def test_no_engine_looks_anything_up_outside(make: type[FastEngine] | type[PlainEngine]) -> None:
    elsewhere: dict[str, Json] = {"urn:factsheet:x": {"$ref": "http://127.0.0.1:9/never"}}
    with pytest.raises(Exception, match=r"127\.0\.0\.1"):
        make("urn:factsheet:x", elsewhere, FORMAT_TESTS).is_valid({})


def test_checking_records_does_not_import_the_slower_library() -> None:
    code = (
        "import sys; from factsheet import defaults; from factsheet.loading import load;"
        "from factsheet.schemas import Schemas, check; schemas = Schemas.read([defaults.SCHEMAS]);"
        "print([len(check(load(text, 'f').documents[0], 'person', schemas)) for text in (b'name: x', b'nmae: x')]);"
        "print(sorted({'jsonschema', 'jsonschema_rs', 'referencing'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[0, 1]\n['jsonschema_rs']\n"


def test_without_jsonschema_rs_the_other_engine_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    assert choose_engine() is FastEngine
    monkeypatch.setitem(sys.modules, "factsheet.schemas.fast_engine", None)
    assert choose_engine() is PlainEngine


@pytest.mark.parametrize(
    ("pattern", "strict"),
    [("^a$", r"^a\Z"), (r"^\$$", r"^\$\Z"), ("[$]", "[$]"), (r"(a$|b)", r"(a\Z|b)"), (r"[\]$]$", r"[\]$]\Z")],
)
def test_a_dollar_that_ends_a_text_ends_it_in_python_too(pattern: str, strict: str) -> None:
    assert end_strictly(pattern) == strict


@pytest.mark.parametrize(
    "tag", ["en", "ar-Latn", "zh-Hans-CN", "sl-rozaj-biske", "de-CH-1901", "x-ours", "es-419", "en-a-bbb-x-c"]
)
def test_a_language_tag_has_the_shape_of_bcp_47(tag: str) -> None:
    assert find_flaw("lang-tag", tag) is None


@pytest.mark.parametrize(
    "tag", ["", "e", "english", "en_GB", "en-", "en--gb", "ar-Latn-Arab", "de-1901-1901", "en-a-bb-a-cc"]
)
def test_what_has_not_is_no_language_tag(tag: str) -> None:
    assert find_flaw("lang-tag", tag) is not None


@pytest.mark.parametrize("moment", ["2026-12-01T06:00:00+03:00", "2026-12-01T03:00Z", "2024-02-29T00:00:00.5Z"])
def test_a_moment_is_a_moment(moment: str) -> None:
    assert find_flaw("moment", moment) is None


@pytest.mark.parametrize(
    "address", ["https://example.org", "https://example.org:8080/a?b=c#d", "http://[::1]/x", "https://пример.рф/путь"]
)
def test_an_address_is_an_address(address: str) -> None:
    assert find_flaw("uri", address) is None


@pytest.mark.parametrize("day", ["2024-02-29", "0001-01-01", "0000-02-29", "-0001-12-31", "2017-01", "2017-01-28~"])
def test_a_day_is_a_date(day: str) -> None:
    assert find_flaw("edtf", day) is None


@pytest.mark.parametrize("day", ["2023-02-29", "2017-W01-1", "20170128", "٢٠١٧-٠١-٢٨", "2017-04-31", "2017-01-28\n"])
def test_what_only_looks_like_a_day_is_no_date(day: str) -> None:
    assert find_flaw("edtf", day) is not None
