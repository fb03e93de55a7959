"""Whatever the bytes, `load` answers with documents or located diagnostics, and never raises."""

import random

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factsheet.encoding import encode
from factsheet.loading import Limits, Reading, load
from factsheet.loading.events import parse_in_python
from factsheet.loading.reading import read_text
from factsheet.loading.text import find_refused_characters
from factsheet.model import Json

SEED = """\
name: {en: Hay'at, ar: "هيئة"}   # comment
names:
- {name: "x \\u0041", type: spelling}
- 'it''s'
text: |
  one
   two

folded: >-
  three
  four
list: [1, -2.5, 0x1F, ~, true,
  2017-01-28]
---
- - a
  - b: c
- "two
  lines"
"""
TOKENS = [
    *"\n\r\t #\"'-?:[]{},|>&*!%@`\\~=",
    "\r\n",
    "  ",
    "- ",
    ": ",
    "? ",
    " #",
    "---\n",
    "...\n",
    "<<: ",
    "&a ",
    "*a",
    "!!str ",
    "012",
    ".inf",
    "|2-\n",
    "\\uD800",
    "\\U00110000",
    "\u2028",
    "\x00",
    "\ufeff",
    "😀",
]
QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(reading: Reading) -> None:
    """Hold what every reading promises."""
    assert not (reading.documents and reading.diagnostics)
    for diagnostic in reading.diagnostics:
        at = diagnostic.at
        assert (at.end_line, at.end_column) > (at.line, at.column) >= (1, 1)
        assert diagnostic.hint
    for document in reading.documents:
        assert orjson.loads(encode(document.value)) == document.value
        assert set(document.marks.values) == set(_pointers(document.value, ()))
        assert set(document.marks.keys) == {p for p in document.marks.values if p and isinstance(p[-1], str)}


def _pointers(value: Json, pointer: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [pointer, *(p for key, child in below for p in _pointers(child, (*pointer, key)))]


def check_text(text: str) -> None:
    check(load(text.encode(), "f.yaml"))
    if not find_refused_characters(text, "f.yaml"):
        check(read_text(text, "f.yaml", Limits(), digest="", parser=parse_in_python))


@QUICK
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check(load(data, "f.yaml"))


@QUICK
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text(text: str) -> None:
    check_text(text)


@QUICK
@given(st.lists(st.sampled_from([*TOKENS, "a", "b", "1", "true"]), max_size=25).map("".join))
def test_any_row_of_yaml_signs(text: str) -> None:
    check_text(text)


@QUICK
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53) + 1, 2**53 - 1)
        | st.floats(allow_nan=False)
        | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
        max_leaves=12,
    )
)
def test_json_is_read_as_itself(value: Json) -> None:
    """JSON is YAML, but for keys too long to be one, characters that are refused raw, and infinity."""
    data = orjson.dumps(value)
    if data.replace(b"null", b"") and not find_refused_characters(data.decode(), "f.yaml"):
        reading = load(data, "f.yaml")
        assert all(d.rule == "yaml-number" for d in reading.diagnostics)
        if reading.documents:
            assert orjson.dumps(reading.documents[0].value) == data


def test_mutations_of_a_valid_file() -> None:
    chance = random.Random(2)  # noqa: S311  # the same mutations every time
    accepted = 0
    for _ in range(3000):
        text = SEED
        for _ in range(chance.choice((1, 1, 2, 3))):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(("", *TOKENS)) + text[at + chance.choice((0, 0, 1, 3)) :]
        reading = load(text.encode(), "f.yaml")
        check(reading)
        accepted += bool(reading.documents)
    assert 300 < accepted < 2700


def test_mutated_bytes() -> None:
    chance = random.Random(3)  # noqa: S311  # the same mutations every time
    for _ in range(1000):
        data = bytearray(SEED.encode())
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.randrange(256)
        check(load(bytes(data), "f.yaml"))
