"""What each spelling is read as, and what is refused: YAML 1.2.2's rules and the traps in them, one a line."""

import json

import pytest

from factsheet.loading import Limits, load
from factsheet.loading.events import parse_in_python
from factsheet.loading.reading import read_text
from factsheet.model import Json

SCALARS: list[tuple[str, Json]] = [
    # null
    ("", None),
    ("~", None),
    ("null", None),
    ("Null", None),
    ("NULL", None),
    ("nULL", "nULL"),
    ("none", "none"),
    ("nil", "nil"),
    # booleans
    ("true", True),
    ("True", True),
    ("TRUE", True),
    ("false", False),
    ("False", False),
    ("FALSE", False),
    ("tRUE", "tRUE"),
    ("yes", "yes"),
    ("no", "no"),
    ("NO", "NO"),
    ("Yes", "Yes"),
    ("on", "on"),
    ("off", "off"),
    ("y", "y"),
    ("n", "n"),
    # integers
    ("0", 0),
    ("-0", 0),
    ("+0", 0),
    ("7", 7),
    ("-7", -7),
    ("+7", 7),
    ("2017", 2017),
    ("9007199254740991", 9007199254740991),
    ("-9007199254740991", -9007199254740991),
    ("0o17", 15),
    ("0o0", 0),
    ("0x1F", 31),
    ("0xff", 255),
    ("0o8", "0o8"),
    ("0o", "0o"),
    ("0x", "0x"),
    ("0xfg", "0xfg"),
    ("-0x1F", "-0x1F"),
    ("+0o7", "+0o7"),
    ("0O17", "0O17"),
    ("0X1F", "0X1F"),
    ("0b1", "0b1"),
    ("1_000", "1_000"),
    ("1,000", "1,000"),
    ("12:30:45", "12:30:45"),
    ("190:20:30", "190:20:30"),
    ("++1", "++1"),
    ("+", "+"),
    ("--1", "--1"),
    ("1-", "1-"),
    ("١٢", "١٢"),
    # floats
    ("1.5", 1.5),
    ("-1.5", -1.5),
    ("+1.5", 1.5),
    ("1.", 1.0),
    (".5", 0.5),
    ("-.5", -0.5),
    ("1e3", 1000.0),
    ("1E3", 1000.0),
    ("1e+3", 1000.0),
    ("1e-3", 0.001),
    ("1.5e3", 1500.0),
    ("0.0", 0.0),
    ("-0.0", -0.0),
    ("0e5", 0.0),
    ("1.10", 1.1),
    (".", "."),
    ("..", ".."),
    ("1e", "1e"),
    ("e3", "e3"),
    ("1.5.2", "1.5.2"),
    ("1.e", "1.e"),
    (".e3", ".e3"),
    ("1 000", "1 000"),
    ("5%", "5%"),
    ("inf", "inf"),
    ("nan", "nan"),
    (".INf", ".INf"),
    ("-.nan", "-.nan"),
    # dates are text
    ("2001-01-01", "2001-01-01"),
    ("2001-13-45", "2001-13-45"),
    ("2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"),
    ("2017-01", "2017-01"),
    ("2017-XX", "2017-XX"),
    ("1984?", "1984?"),
    ("2004/2005", "2004/2005"),
    ("../2005", "../2005"),
    # plain text with signs in it
    ("=", "="),
    ("<<", "<<"),
    ("a#b", "a#b"),
    ("a:b", "a:b"),
    ("http://example.org/a#b?c=d&e", "http://example.org/a#b?c=d&e"),
    ("-a", "-a"),
    ("?a", "?a"),
    (":a", ":a"),
    ("a - b", "a - b"),
    ("a 'b' \"c\"", "a 'b' \"c\""),
    ("it's", "it's"),
    ("(a, b)", "(a, b)"),
    ("a [b] {c}", "a [b] {c}"),
    ("a\\nb", "a\\nb"),
    ("a, b", "a, b"),
    ("50 % & more!", "50 % & more!"),
    ("a\tb", "a\tb"),
    ("هيئة تحرير الشام", "هيئة تحرير الشام"),
    ("Hay'at 😀", "Hay'at 😀"),
    ("\u200fabc\u200e", "\u200fabc\u200e"),
    ("e\u0301", "e\u0301"),
    # quoted text
    ("'true'", "true"),
    ('"12"', "12"),
    ("''", ""),
    ('""', ""),
    ("'it''s'", "it's"),
    ("'a\\nb'", "a\\nb"),
    ('"a\\nb"', "a\nb"),
    ('"\\t\\r\\0\\a\\b\\e\\f\\v"', "\t\r\0\a\b\x1b\f\v"),
    ('"\\_\\N\\L\\P"', "\xa0\x85\u2028\u2029"),
    ('"\\x41\\u0416\\U0001F600"', "AЖ😀"),
    ('"\\/\\\\\\""', '/\\"'),
    ("'# no comment'", "# no comment"),
    ('": # - ? [ ] { } , & * ! | > % @ `"', ": # - ? [ ] { } , & * ! | > % @ `"),
    ("'%'", "%"),
]

DOCUMENTS: list[tuple[str, list[Json]]] = [
    # none, one, several
    ("", []),
    ("\n\n", []),
    ("# only a comment\n", []),
    ("---\n", [None]),
    ("---", [None]),
    ("--- # c\n...\n", [None]),
    ("---\n---\n", [None, None]),
    ("a\n---\nb\n", ["a", "b"]),
    ("---\na: 1\n...\n---\nb: 2\n...\n", [{"a": 1}, {"b": 2}]),
    ("--- text\n", ["text"]),
    # maps and lists
    ("a: 1\nb:\n  c: 2\n", [{"a": 1, "b": {"c": 2}}]),
    ("a:\nb: 1\n", [{"a": None, "b": 1}]),
    ("a:\n- 1\n- 2\n", [{"a": [1, 2]}]),
    ("a:\n  - 1\n  - - 2\n    - 3\n", [{"a": [1, [2, 3]]}]),
    ("-\n- a: 1\n  b: 2\n-\n  c: 3\n", [[None, {"a": 1, "b": 2}, {"c": 3}]]),
    ("{}\n", [{}]),
    ("[]\n", [[]]),
    ("{a: 1, b: [x, {c: d}],}\n", [{"a": 1, "b": ["x", {"c": "d"}]}]),
    ("{a, b: }\n", [{"a": None, "b": None}]),
    ("{\"a\":1, 'b':2}\n", [{"a": 1, "b": 2}]),
    ("[a: 1, b]\n", [[{"a": 1}, "b"]]),
    ("[a,\n b, # c\n\n c\n]\n", [["a", "b", "c"]]),
    ("a: [\n  1,\n  2\n  ]\n", [{"a": [1, 2]}]),
    ("a:\n  {\n    b: 1\n  }\n", [{"a": {"b": 1}}]),
    ("a b: c d\n", [{"a b": "c d"}]),
    ('"1": a\n"true": b\n"null": c\n', [{"1": "a", "true": "b", "null": "c"}]),
    ('"<<": {a: 1}\n', [{"<<": {"a": 1}}]),
    # comments
    ('a: "x" # c\n', [{"a": "x"}]),
    ('a: "x"\n # c\nb: 1\n', [{"a": "x", "b": 1}]),
    ("a: x#y # c: d\n", [{"a": "x#y"}]),
    ("a: # c\n  b: 1 # d\n# e\n", [{"a": {"b": 1}}]),
    ("a:\t# c\n  - b\n", [{"a": ["b"]}]),
    ("a: [b] # c # d\n", [{"a": ["b"]}]),
    ("- |\n x\n# c\n- y\n", [["x\n", "y"]]),
    ("#a?b\tc%\na: 1\n", [{"a": 1}]),
    # text over several lines
    ("a: one\n  two\n\n  three\n", [{"a": "one two\nthree"}]),
    ('a: "one\n  two\\\n  three\n\n  four"\n', [{"a": "one twothree\nfour"}]),
    ("a: 'one\n  two'\n", [{"a": "one two"}]),
    ('"top\nlevel"\n', ["top level"]),
    ("a: |\n  one\n   two\n\n  three\n\n", [{"a": "one\n two\n\nthree\n"}]),
    ("a: |-\n  one\n", [{"a": "one"}]),
    ("a: |+\n  one\n\n", [{"a": "one\n\n"}]),
    ("a: |2\n   one\n", [{"a": " one\n"}]),
    ("a: >\n  one\n  two\n\n  three\n", [{"a": "one two\nthree\n"}]),
    ("a: >-\n  one\n   two\n", [{"a": "one\n two"}]),
    ("a: | # c\n  # not c\n", [{"a": "# not c\n"}]),
    ("a: |-\n  ends without a line break", [{"a": "ends without a line break"}]),
    ("a: |\n  ? % \t#\n", [{"a": "? % \t#\n"}]),
    # line breaks and tabs
    ("a: 1\r\nb: |\r\n  x\r\n  y\r\n", [{"a": 1, "b": "x\ny\n"}]),
    ("a: 1\rb: 2\r", [{"a": 1, "b": 2}]),
    ("a:\tb\n", [{"a": "b"}]),
    ('a: "x\ty"\n', [{"a": "x\ty"}]),
    ("a: b\t\n", [{"a": "b"}]),
]

REFUSED: list[tuple[str, str, int, int]] = [
    # characters: the rule, the line, the column
    ("a: \x07", "control-character", 1, 4),
    ("a: 1\n# \x00", "control-character", 2, 3),
    ("a: \x7f", "control-character", 1, 4),
    ("a: \x9f", "control-character", 1, 4),
    ("a: \ufffe", "control-character", 1, 4),
    ("a: 1 # c\u2028b: 2", "line-break-character", 1, 9),
    ("a: 1\r\n😀\u2029", "line-break-character", 2, 2),
    ('"x\x85y"', "line-break-character", 1, 3),
    ("\ufeffa: 1", "byte-order-mark", 1, 1),
    ("a: 1\n\ufeffb: 2", "byte-order-mark", 2, 1),
    # numbers
    ("a: 012", "yaml-number", 1, 4),
    ("a: -01", "yaml-number", 1, 4),
    ("a: 00", "yaml-number", 1, 4),
    ("a: 01.5", "yaml-number", 1, 4),
    ("a: .inf", "yaml-number", 1, 4),
    ("a: -.INF", "yaml-number", 1, 4),
    ("a: .nan", "yaml-number", 1, 4),
    ("a: .NaN", "yaml-number", 1, 4),
    ("a: 9007199254740992", "yaml-number", 1, 4),
    ("a: -9007199254740992", "yaml-number", 1, 4),
    ("a: 123456789012345678901234567890", "yaml-number", 1, 4),
    ("a: 0xFFFFFFFFFFFFFFFF", "yaml-number", 1, 4),
    ("a: 1e400", "yaml-number", 1, 4),
    ("a: 1e-400", "yaml-number", 1, 4),
    ("a: " + "1" * 5000, "yaml-number", 1, 4),
    ("a: 1." + "1" * 5000, "yaml-number", 1, 4),
    # keys
    ("1: a", "yaml-key", 1, 1),
    ("true: a", "yaml-key", 1, 1),
    ("null: a", "yaml-key", 1, 1),
    ("~: a", "yaml-key", 1, 1),
    ("1.5: a", "yaml-key", 1, 1),
    ("012: a", "yaml-key", 1, 1),
    (".inf: a", "yaml-key", 1, 1),
    ("a:\n  2017: b", "yaml-key", 2, 3),
    (": a", "yaml-key", 1, 1),
    ("{a: 1, : b}", "yaml-key", 1, 8),
    ("? a\n: b", "yaml-key", 1, 1),
    ("[?x]", "yaml-key", 1, 2),
    ("{? a}", "yaml-key", 1, 2),
    ("[a]: b", "yaml-key", 1, 1),
    ("{a: b}: c", "yaml-key", 1, 1),
    # one key twice
    ("a: 1\nb: 2\na: 3", "duplicate-key", 3, 1),
    ("{a: 1, a: 2}", "duplicate-key", 1, 8),
    ("a: 1\n'a': 2", "duplicate-key", 2, 1),
    ('a: 1\n"\\x61": 2', "duplicate-key", 2, 1),
    # what shares and what constructs
    ("&a b", "yaml-alias", 1, 1),
    ("a: &x [1]", "yaml-alias", 1, 4),
    ("a: *x", "yaml-alias", 1, 4),
    ("*x : a", "yaml-alias", 1, 1),
    ("a: *", "yaml-alias", 1, 4),
    ("<<: {a: 1}", "yaml-alias", 1, 1),
    ("a: !!str 1", "yaml-tag", 1, 4),
    ("!a {}", "yaml-tag", 1, 1),
    ("! a", "yaml-tag", 1, 1),
    ("!!python/object/apply:os.system [id]", "yaml-tag", 1, 1),
    ("a: !x!y z", "yaml-tag", 1, 4),
    ("%YAML 1.2\n---\na", "yaml-directive", 1, 1),
    ("%TAG ! x\n---\na", "yaml-directive", 1, 1),
    ("%FOO\n---\na", "yaml-directive", 1, 1),
    ("a: 1\n...\n%YAML 1.2\n---\nb", "yaml-directive", 3, 1),
    # comments
    ('a: "x"#c', "yaml-comment", 1, 7),
    ("a: [b]#c", "yaml-comment", 1, 7),
    ("[a,#c\n b]", "yaml-comment", 1, 4),
    ("a: |#c\n  x\n", "yaml-comment", 1, 4),
    ("a: >-#c\n  x\n", "yaml-comment", 1, 4),
    # tabs and indentation
    ("\ta: 1", "yaml-indentation", 1, 1),
    ("a:\n\tb: 1", "yaml-indentation", 2, 1),
    ("a: b\n\tc", "yaml-indentation", 2, 1),
    ("-\ta: b", "yaml-indentation", 1, 2),
    ("a: [\n\tb]", "yaml-indentation", 2, 1),
    ("a: |\n  x\n\ty\n", "yaml-indentation", 3, 1),
    ("a: [\nb]", "yaml-indentation", 2, 1),
    ("a: [\n  b\n]", "yaml-indentation", 3, 1),
    ("- [a,\n\n# c\nb]", "yaml-indentation", 4, 1),
    ('a: "x\ny"', "yaml-indentation", 2, 1),
    ('a: "x\n\ty"', "yaml-indentation", 2, 1),
    ("a:\n  b: 'x\n  y'", "yaml-indentation", 3, 3),
    ("a:\n|\n x\n", "yaml-indentation", 2, 1),
    ("a:\n  b: 1\n c: 2", "yaml-indentation", 3, 2),
    ("a:\n  - 1\n - 2", "yaml-indentation", 3, 2),
    ("a: >\n \n   \n # c\n", "yaml-indentation", 1, 4),
    ("--- |\n#x\n", "yaml-indentation", 1, 5),
    # the rest of the grammar
    ("[-]", "yaml-syntax", 1, 2),
    ("[-, a]", "yaml-syntax", 1, 2),
    ("{a: -}", "yaml-syntax", 1, 5),
    ("[- a]", "yaml-syntax", 1, 2),
    ("a: |\n  x", "yaml-syntax", 2, 3),
    ("a: |+\n  x\n ", "yaml-syntax", 2, 3),
    ("a: [1, 2", "yaml-syntax", 1, 4),
    ("a: {b: c", "yaml-syntax", 1, 4),
    ("a: ]", "yaml-syntax", 1, 4),
    ('a: "x', "yaml-syntax", 1, 4),
    ("a: 'it's'", "yaml-syntax", 1, 8),
    ("a: b: c", "yaml-syntax", 1, 5),
    ("a: 1\nb\nc: 2", "yaml-syntax", 2, 1),
    ("a: - b", "yaml-syntax", 1, 4),
    ("a: @x", "yaml-syntax", 1, 4),
    ("a: `x`", "yaml-syntax", 1, 4),
    ("a: %x", "yaml-syntax", 1, 4),
    ('a: "\\q"', "yaml-syntax", 1, 5),
    ('a: "\\\'"', "yaml-syntax", 1, 5),
    ('a: "\\uD800"', "yaml-syntax", 1, 7),
    ('a: "\\UFFFFFFFF"', "yaml-syntax", 1, 7),
    ('a: "\\xZZ"', "yaml-syntax", 1, 7),
    ("a: |x\n  y", "yaml-syntax", 1, 5),
    ("a: |0\n  y", "yaml-syntax", 1, 5),
    ('a: "\n---\nb"', "yaml-syntax", 2, 1),
    ("[a, b]\nc", "yaml-syntax", 2, 1),
    ("--- a: b", "yaml-syntax", 1, 6),
    ("...", "yaml-syntax", 1, 1),
]


def same(left: Json, right: Json) -> bool:
    """Return whether two values are the same, types and the order of keys included."""
    return json.dumps(left) == json.dumps(right)


def values(text: str) -> list[Json]:
    reading = load(text.encode(), "f.yaml")
    assert reading.diagnostics == ()
    return [document.value for document in reading.documents]


@pytest.mark.parametrize(("text", "value"), SCALARS)
def test_a_scalar_is_read_as_yaml_1_2_core_has_it(text: str, value: Json) -> None:
    assert same(values(f"a: {text}\n"), [{"a": value}])


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_a_text_is_read_as(text: str, expected: list[Json]) -> None:
    assert same(values(text), expected)


@pytest.mark.parametrize(("text", "rule", "line", "column"), REFUSED)
def test_a_text_is_refused_once_and_at_its_place(text: str, rule: str, line: int, column: int) -> None:
    reading = load(text.encode(), "f.yaml")
    assert reading.documents == ()
    assert [(d.rule, d.at.line, d.at.column) for d in reading.diagnostics] == [(rule, line, column)]
    assert reading.diagnostics[0].hint


@pytest.mark.parametrize(("text", "value"), [case for case in SCALARS if "\t" not in case[0]])
def test_pyyamls_own_parser_reads_a_scalar_the_same_way(text: str, value: Json) -> None:
    reading = read_text(f"a: {text}\n", "f.yaml", Limits(), digest="", parser=parse_in_python)
    assert same([document.value for document in reading.documents], [{"a": value}])


@pytest.mark.parametrize(("text", "rule", "line", "column"), [c for c in REFUSED if not c[1].endswith(("er", "mark"))])
def test_pyyamls_own_parser_refuses_a_text_too(text: str, rule: str, line: int, column: int) -> None:
    reading = read_text(text, "f.yaml", Limits(), digest="", parser=parse_in_python)
    assert reading.documents == ()
    assert reading.diagnostics
    assert all(d.at.line for d in reading.diagnostics)
    del rule, line, column
