"""Every case of the YAML Test Suite is read right or refused at a place; nothing that isn't YAML 1.2 is accepted."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet.loading import Limits, Reading, load
from factsheet.loading.events import parse_in_python
from factsheet.loading.reading import read_text
from factsheet.model import Json

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "data/yaml-test-suite.jsonl").read_text("utf-8").splitlines()
]
INVALID = [case for case in CASES if "invalid" in case]
VALUED = [case for case in CASES if "documents" in case]


def in_c(text: str) -> Reading:
    return load(text.encode(), "suite.yaml")


def in_python(text: str) -> Reading:
    return read_text(text, "suite.yaml", Limits(), digest="", parser=parse_in_python)


PARSERS = pytest.mark.parametrize("read", [in_c, in_python])


def same(left: Json, right: Json) -> bool:
    """Return whether two values are the same, types and the order of keys included."""
    return json.dumps(left) == json.dumps(right)


def test_the_suite_is_whole() -> None:
    assert len(CASES) == 402
    assert len(INVALID) == 94
    assert len(VALUED) == 271


@PARSERS
def test_what_is_not_yaml_is_refused_at_a_place(read: Callable[[str], Reading]) -> None:
    readings = {case["id"]: read(case["yaml"]) for case in INVALID}
    assert [name for name, reading in readings.items() if not reading.diagnostics] == []
    assert [name for name, reading in readings.items() if not all(d.at.line for d in reading.diagnostics)] == []


@PARSERS
def test_what_is_yaml_is_read_right_or_refused_at_a_place(read: Callable[[str], Reading]) -> None:
    wrong = []
    for case in VALUED:
        reading = read(case["yaml"])
        if reading.diagnostics:
            assert reading.documents == ()
            assert all(d.at.line for d in reading.diagnostics), case["id"]
        elif not same([d.value for d in reading.documents], case["documents"]):
            wrong.append(case["id"])
    assert wrong == []


def test_most_of_what_needs_no_refused_feature_is_read() -> None:
    """The rest has anchors, tags, directives, explicit keys or other things that are refused on purpose."""
    assert sum(not in_c(case["yaml"]).diagnostics for case in VALUED) == 165
    assert sum(not in_python(case["yaml"]).diagnostics for case in VALUED) >= 155
