"""Documents, places, limits and messages of the loader."""

import time

import pytest

from factsheet import loading
from factsheet.diagnostics import Diagnostic, Location
from factsheet.encoding import digest_bytes
from factsheet.loading import Limits, load
from factsheet.model import Document, Span


def document(text: str) -> Document:
    reading = load(text.encode(), "f.yaml")
    assert reading.diagnostics == ()
    assert len(reading.documents) == 1
    return reading.documents[0]


def refusals(data: str | bytes, limits: Limits | None = None) -> tuple[Diagnostic, ...]:
    raw = data.encode() if isinstance(data, str) else data
    reading = load(raw, "f.yaml", limits) if limits else load(raw, "f.yaml")
    assert reading.documents == ()
    return reading.diagnostics


def refusal(data: str | bytes, limits: Limits | None = None) -> Diagnostic:
    found = refusals(data, limits)
    assert len(found) == 1
    return found[0]


def test_the_public_names() -> None:
    assert loading.__all__ == ["Limits", "Reading", "load"]


def test_a_document_knows_its_file_its_number_and_the_digest_of_the_bytes() -> None:
    data = b"a: 1\n---\nb: 2\n"
    first, second = load(data, "content/x.yaml").documents
    assert (first.path, first.index, first.value) == ("content/x.yaml", 0, {"a": 1})
    assert (second.path, second.index, second.value) == ("content/x.yaml", 1, {"b": 2})
    assert first.digest == second.digest == digest_bytes(data)


def test_keys_keep_the_order_of_the_text() -> None:
    value = document("b: 1\na: 2\nc: 3\n").value
    assert isinstance(value, dict)
    assert list(value) == ["b", "a", "c"]


def test_every_key_and_value_has_its_place() -> None:
    marks = document("name:\n  en: Hay'at\n  ar: هيئة\ncite: [a, {b: 2}]\n").marks
    assert dict(marks.values) == {
        (): (1, 1, 4, 18),
        ("name",): (2, 3, 3, 11),
        ("name", "en"): (2, 7, 2, 13),
        ("name", "ar"): (3, 7, 3, 11),
        ("cite",): (4, 7, 4, 18),
        ("cite", 0): (4, 8, 4, 9),
        ("cite", 1): (4, 11, 4, 17),
        ("cite", 1, "b"): (4, 15, 4, 16),
    }
    assert dict(marks.keys) == {
        ("name",): (1, 1, 1, 5),
        ("name", "en"): (2, 3, 2, 5),
        ("name", "ar"): (3, 3, 3, 5),
        ("cite",): (4, 1, 4, 5),
        ("cite", 1, "b"): (4, 12, 4, 13),
    }


def test_an_empty_document_has_a_place() -> None:
    assert document("---\n").marks.values[()] == (2, 1, 2, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\r\nx: 2\r\n", (2, 4, 2, 5)),
        ("a: 1\rx: 2\r", (2, 4, 2, 5)),
        ("a: 1\n\r\n\r\nx: 2\n", (4, 4, 4, 5)),
        ("{a: 😀😀, x: 2}\n", (1, 12, 1, 13)),
        ("{a: e\u0301\u200f, x: 2}\n", (1, 13, 1, 14)),
        ('{a: "\t\t", x: 2}\n', (1, 14, 1, 15)),
        ("a: |\n  one\n\n  two\nx: 2\n", (5, 4, 5, 5)),
        ("a: one\n\n  two\nx: 2\n", (4, 4, 4, 5)),
        ("# c\n\n---\n# d\na: 1\nx: 2 # e\n", (6, 4, 6, 5)),
        ("x: |\n  one\n  two\n\n\ny: 1\n", (1, 4, 3, 6)),
        ("x: |-\n  one \n", (1, 4, 2, 7)),
        ("x: >\n  one\n\n# c\ny: 1\n", (1, 4, 2, 6)),
        ("x: |\ny: 1\n", (1, 4, 1, 5)),
        ("x: 'one\n  two'\n", (1, 4, 2, 7)),
        ('x: "it\\"s"\n', (1, 4, 1, 11)),
        ("x:\ny: 1\n", (1, 3, 1, 3)),
        ("x:\n- 1\n- b: 2\n\n\n# c\ny: 1\n", (2, 1, 3, 7)),
        ("x:\n  - \n  -\ny: 1\n", (2, 3, 3, 4)),
        ("x: [\n  1,\n  2\n ] # c\n", (1, 4, 4, 3)),
        ("x: {}\n", (1, 4, 1, 6)),
    ],
)
def test_a_value_stands_where_an_editor_counts_it(text: str, place: Span) -> None:
    assert document(text).marks.values["x",] == place


def test_each_document_of_a_file_has_places_of_its_own() -> None:
    first, second = load(b"a: 1\n--- # c\na: [x,\n  y]\n", "f.yaml").documents
    assert first.locate(("a",)) == Location("f.yaml", 1, 4, 1, 5, ("a",))
    assert second.locate(("a", 1)) == Location("f.yaml", 4, 3, 4, 4, ("a", 1))
    assert second.locate(("a",), key=True) == Location("f.yaml", 3, 1, 3, 2, ("a",))


def test_a_place_that_has_no_mark_is_that_of_its_parent() -> None:
    assert document("a: {b: 1}\n").locate(("a", "missing")) == Location("f.yaml", 1, 4, 1, 10, ("a", "missing"))


def test_a_diagnostic_underlines_the_value_and_names_it() -> None:
    found = refusal("a:\n  - b: 1\n  - b: 0123\n")
    assert found.at == Location("f.yaml", 3, 8, 3, 12, ("a", 1, "b"))
    assert found.message == "0123 starts with a zero: some programs read it as octal"
    assert found.hint == 'quote it if text is meant: "0123", or write the number without the zero'


def test_a_duplicate_key_is_reported_at_its_second_place() -> None:
    found = refusal("a:\n  name: x\n  b: 1\n  name: y\n")
    assert found.at == Location("f.yaml", 4, 3, 4, 7, ("a", "name"))
    assert found.related == (Location("f.yaml", 2, 3, 2, 7),)
    assert found.message == '"name" stands twice in this map, first on line 2'


def test_the_same_key_in_two_maps_is_no_duplicate() -> None:
    assert document("- a: 1\n- a: 2\n- {a: {a: 3}}\n").value == [{"a": 1}, {"a": 2}, {"a": {"a": 3}}]


def test_a_key_three_times_is_reported_twice() -> None:
    assert [d.at.line for d in refusals("a: 1\na: 2\na: 3\n")] == [2, 3]


def test_duplicates_beside_refused_keys_are_found_all_the_same() -> None:
    found = refusals("[a]: 1\n*b : 2\nc: 3\nc: 4\n")
    assert [(d.rule, d.at.line) for d in found] == [("yaml-key", 1), ("yaml-alias", 2), ("duplicate-key", 4)]


def test_all_problems_are_reported_in_one_run() -> None:
    found = refusals('a: 012\na: 1\nb: &x 1\nc: *x\n1: d\n"e"#f\n: g\n')
    assert [(d.rule, d.at.line) for d in found] == [
        ("yaml-number", 1),
        ("duplicate-key", 2),
        ("yaml-alias", 3),
        ("yaml-alias", 4),
        ("yaml-key", 5),
        ("yaml-syntax", 6),
    ]


def test_no_more_than_a_hundred_problems_are_reported() -> None:
    assert len(refusals("a: 1\n" * 5000)) == 100
    assert len(refusals("\x07" * 5000)) == 100


def test_one_bad_document_refuses_the_file() -> None:
    assert refusal("a: 1\n---\nb: 012\n").at.line == 2 + 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("a: é".encode("latin-1"), "the byte E9 is not UTF-8; only UTF-8 is read"),
        (b"a: 1\r\nb: \xf0\x9f\x98", "the byte F0 9F 98 is not UTF-8; only UTF-8 is read"),
        (b"a: \xed\xa0\x80", "the byte ED is not UTF-8; only UTF-8 is read"),
        (b"a: \xc0\x80", "the byte C0 is not UTF-8; only UTF-8 is read"),
    ],
)
def test_bytes_that_are_not_utf8_are_refused_at_their_place(data: bytes, message: str) -> None:
    found = refusal(data)
    assert (found.rule, found.message) == ("not-utf8", message)
    assert (found.at.line, found.at.column) == (data.count(b"\n") + 1, 4)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_encodings_are_named(encoding: str) -> None:
    found = refusal("name: x\n".encode(encoding))
    assert (found.rule, found.at.line, found.at.column) == ("not-utf8", 1, 1)
    assert found.message == "the file is in UTF-16 or UTF-32; only UTF-8 is read"


def test_a_byte_order_mark_is_refused_with_a_way_out() -> None:
    found = refusal(b"\xef\xbb\xbfa: 1\n")
    assert (found.rule, found.hint) == ("byte-order-mark", 'save the file as "UTF-8", not as "UTF-8 with BOM"')


def test_a_line_separator_in_a_comment_does_not_bring_in_a_key() -> None:
    found = refusal("a: 1 # c\u2028b: 2\n")
    assert found.rule == "line-break-character"
    assert found.message == "U+2028 (line separator) is a line break to some programs and not to others"


def test_each_refused_character_is_reported() -> None:
    assert [d.at.column for d in refusals("a: \x85 \u2028 \x00 \ufeff")] == [4, 6, 8, 10]


def test_a_file_over_the_limit_is_refused_unread() -> None:
    found = refusal(b"a: " + b"x" * 5_000_000)
    assert (found.rule, found.at.line) == ("too-large", 0)
    assert found.message == "the file is larger than 4,194,304 bytes"
    assert load(b"a: 1", "f.yaml", Limits(bytes=4)).diagnostics == ()
    assert refusal(b"a: 12", Limits(bytes=4)).rule == "too-large"


def test_nesting_stops_at_the_limit() -> None:
    assert document("[" * 64 + "]" * 64).value
    found = refusal("[" * 65 + "]" * 65)
    assert (found.rule, found.at.line, found.at.column) == ("too-deep", 1, 65)
    assert refusal("a:\n b:\n  c: 1\n", Limits(depth=2)).at.line == 3


def test_the_number_of_nodes_stops_at_the_limit() -> None:
    assert load(b"[1, 2, 3]", "f.yaml", Limits(nodes=4)).diagnostics == ()
    found = refusal("[1, 2, 3, 4]", Limits(nodes=4))
    assert (found.rule, found.at.column) == ("too-many-nodes", 11)
    assert refusal("--- a\n" * 6, Limits(nodes=4)).rule == "too-many-nodes"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"[" * 200_000, "too-deep"),
        (b"{a: " * 200_000, "too-deep"),
        (b"- " * 200_000, "too-deep"),
        (b"a: " + b"9" * 4_000_000, "yaml-number"),
        (b"[" + b"1," * 2_000_000 + b"]", "too-many-nodes"),
        (b'"' * 4_000_000, "yaml-syntax"),
        (b"a: 1\n" * 800_000, "duplicate-key"),
        (b"!" * 4_000_000, "yaml-tag"),
        (b"? " * 2_000_000, "too-deep"),
        (b"'x'#" + b"#\n#" * 1_000_000, "yaml-comment"),
    ],
)
def test_hostile_files_are_refused_at_once(data: bytes, rule: str) -> None:
    begin = time.process_time()
    assert rule in {d.rule for d in refusals(data)}
    assert time.process_time() - begin < 10


@pytest.mark.parametrize(
    "data", [b"# c\n" * 1_000_000, b"a: b\n" + b"\n" * 4_000_000, b"a: '" + b" \t" * 2_000_000 + b"'"]
)
def test_large_harmless_files_are_read_at_once(data: bytes) -> None:
    begin = time.process_time()
    assert load(data, "f.yaml").diagnostics == ()
    assert time.process_time() - begin < 10


def test_a_message_shows_no_more_than_fits() -> None:
    for text in ("a: " + "9" * 9999, "&" + "a" * 9999 + " b", "!" + "a" * 9999 + " b", "*" + "a" * 9999):
        assert len(refusal(text).message) < 160


def test_no_message_is_libyamls() -> None:
    texts = ["a: [1", "a: b: c", "a: 'x", "- a\nb: c", "@", "a: |x", '"\\q"', "a: {b", "a: ]", "a\n---\n- b\nc", "a: ,"]
    for text in texts:
        message = refusals(text)[0].message
        assert "did not find" not in message
        assert "while " not in message
        assert "can't be read as YAML" not in message
