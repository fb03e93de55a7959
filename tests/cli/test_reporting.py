import json
import re
from pathlib import Path

import pytest

from factsheet.cli.excerpts import Excerpt, excerpt
from factsheet.cli.reporting import report, summarise
from factsheet.cli.showing import harmless, width
from factsheet.diagnostics import Diagnostic, Fix, Location

HTS = Location("content/groups/hts.yaml", 3, 1, 3, 5, ("nmae",))
MISSPELT = Diagnostic("unknown-field", "error", 'unknown field "nmae"', HTS, 'did you mean "name"?')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/groups").mkdir(parents=True)
    (tmp_path / "content/groups/hts.yaml").write_text("id: hts\ntype: [armed-group]\nnmae: HTS\nsummary: x\n")
    return tmp_path


def test_a_full_report_shows_the_line_the_place_and_the_hint(root: Path) -> None:
    assert report([MISSPELT], root) == (
        'error[unknown-field]: unknown field "nmae"\n'
        " --> content/groups/hts.yaml:3:1\n"
        "  |\n"
        "3 | nmae: HTS\n"
        '  | ^^^^ did you mean "name"?\n'
        "\n"
        "Found 1 error in 1 file.\n"
    )


def test_a_full_report_shows_related_places(root: Path) -> None:
    first = Location("content/groups/hts.yaml", 1, 5, 1, 8)
    duplicate = Diagnostic("duplicate-id", "warning", 'id "hts" is taken', HTS, related=(first,))
    assert report([duplicate], root) == (
        'warning[duplicate-id]: id "hts" is taken\n'
        " --> content/groups/hts.yaml:3:1\n"
        "  |\n"
        "3 | nmae: HTS\n"
        "  | ^^^^\n"
        " ::: content/groups/hts.yaml:1:5\n"
        "  |\n"
        "1 | id: hts\n"
        "  |     ---\n"
        "\n"
        "Found 1 warning in 1 file.\n"
    )


def test_many_related_places_are_counted(root: Path) -> None:
    places = tuple(Location(f"content/groups/{n}.yaml") for n in range(5))
    text = report([Diagnostic("duplicate-id", "error", "taken", Location("a.yaml"), related=places)], root)
    assert text.count(":::") == 3
    assert "  = and 2 more places\n" in text


def test_a_place_that_is_a_whole_file_has_no_excerpt(root: Path) -> None:
    empty = Diagnostic("empty-file", "error", "the file is empty", Location("content/a.yaml"), "write a record")
    assert report([empty], root) == (
        "error[empty-file]: the file is empty\n --> content/a.yaml\n  = write a record\n\nFound 1 error in 1 file.\n"
    )


def test_a_long_hint_has_its_own_line(root: Path) -> None:
    text = report([Diagnostic("r", "error", "m", HTS, "word " * 25)], root)
    assert f"  | ^^^^\n  = {'word ' * 25}\n" in text


def test_a_file_that_is_gone_or_not_utf8_still_gives_a_report(root: Path) -> None:
    (root / "latin.yaml").write_bytes(b"name: caf\xe9\n")
    gone = Diagnostic("r", "error", "m", Location("gone.yaml", 3, 1, 3, 2))
    latin = Diagnostic("r", "error", "m", Location("latin.yaml", 1, 10, 1, 11))
    text = report([gone, latin], root)
    assert " --> gone.yaml:3:1\n\n" in text
    assert "1 | name: caf�\n  |          ^\n" in text


def test_reports_are_sorted_and_each_problem_is_said_once(root: Path) -> None:
    later = Diagnostic("a-rule", "error", "later", Location("content/groups/hts.yaml", 4, 1, 4, 8))
    text = report([later, MISSPELT, later], root, form="concise")
    assert text == (
        'content/groups/hts.yaml:3:1: error[unknown-field]: unknown field "nmae"; did you mean "name"?\n'
        "content/groups/hts.yaml:4:1: error[a-rule]: later\n"
        "Found 2 errors in 1 file.\n"
    )


def test_the_json_report_is_versioned_and_complete(root: Path) -> None:
    slash = Location("content/groups/hts.yaml", 3, 1, 3, 5, ("a/b~c", 0))
    fixable = Diagnostic("r", "advice", "m", slash, "h", Fix(slash, "name"), (HTS,))
    value = json.loads(report([fixable], root, form="json"))
    assert value == {
        "version": 1,
        "diagnostics": [
            {
                "rule": "r",
                "severity": "advice",
                "message": "m",
                "at": {
                    "path": "content/groups/hts.yaml",
                    "line": 3,
                    "column": 1,
                    "end_line": 3,
                    "end_column": 5,
                    "pointer": "/a~1b~0c/0",
                },
                "hint": "h",
                "fix": {"at": value["diagnostics"][0]["at"], "text": "name"},
                "related": [{**value["diagnostics"][0]["at"], "pointer": "/nmae"}],
            }
        ],
        "summary": {"errors": 0, "warnings": 0, "advice": 1, "files": 1},
    }


def test_json_holds_a_file_name_that_is_no_unicode(root: Path) -> None:
    bad = Diagnostic("r", "error", "m", Location("content/\udcff.yaml"))
    assert json.loads(report([bad], root, form="json"))["diagnostics"][0]["at"]["path"] == "content/?.yaml"


def test_colour_adds_codes_and_nothing_else(root: Path) -> None:
    coloured = report([MISSPELT], root, is_coloured=True)
    assert "\x1b[31m\x1b[1merror[unknown-field]\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9]+m", "", coloured) == report([MISSPELT], root)


@pytest.mark.parametrize("form", ["full", "concise"])
def test_nothing_in_content_reaches_the_terminal_as_a_command(tmp_path: Path, form: str) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\u202eabc\u2066\r\n::error::x\x85\u200b"
    (tmp_path / "a.yaml").write_text(f"name: {evil}\n")
    place = Location("a.yaml", 1, 1, 1, 5)
    odd = Location(f"content/{evil}.yaml", 1, 1, 1, 5)
    text = report([Diagnostic("r", "error", evil, place, evil, related=(odd,))], tmp_path, form=form)  # type: ignore[arg-type]  # parametrised
    assert not [c for c in text if c != "\n" and not c.isprintable()]
    assert not [line for line in text.splitlines() if line.startswith("::error")]
    assert "␛]0;owned␇␛[2J<U+202E>abc<U+2066>␍␊::error::x<U+0085><U+200B>" in text


@pytest.mark.parametrize(
    ("text", "shown", "cells"),
    [
        ("plain", "plain", 5),
        ("漢字", "漢字", 4),
        ("e\u0301", "e\u0301", 1),
        ("هيئة تحرير الشام", "هيئة تحرير الشام", 16),
        ("می\u200cخواهم", "می\u200cخواهم", 7),
        ("\x7f\x00", "␡␀", 2),
        ("\ufeff\u2028\ue000", "<U+FEFF><U+2028><U+E000>", 24),
    ],
)
def test_text_is_made_harmless_and_measured(text: str, shown: str, cells: int) -> None:
    assert harmless(text) == shown
    assert width(shown) == cells


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"),
    [
        ("name: 漢字 x", 10, 11, Excerpt(1, "name: 漢字 x", 11, 1)),
        ("name: 漢字", 7, 9, Excerpt(1, "name: 漢字", 6, 4)),
        ("\tname: x", 2, 6, Excerpt(1, "    name: x", 4, 4)),
        ("a\tb: x", 3, 4, Excerpt(1, "a   b: x", 4, 1)),
        ("cafe\u0301s: x", 6, 7, Excerpt(1, "cafe\u0301s: x", 4, 1)),
        ("\x1bx: y", 2, 3, Excerpt(1, "␛x: y", 1, 1)),
        ("end", 4, 4, Excerpt(1, "end", 3, 1)),
        ("", 1, 1, Excerpt(1, "", 0, 1)),
        ("short", 99, 120, Excerpt(1, "short", 5, 1)),
    ],
)
def test_the_underline_stands_under_what_it_means(line: str, column: int, end: int, expected: Excerpt) -> None:
    assert excerpt(line, Location("a", 1, column, 1, end)) == expected


def test_a_span_of_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    assert excerpt("a: [1,  \n 2]", Location("a", 1, 4, 2, 4)) == Excerpt(1, "a: [1,  ", 3, 3)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_end_of_line_counts(ending: str) -> None:
    assert excerpt(f"a: 1{ending}b: 2", Location("a", 2, 1, 2, 2)) == Excerpt(2, "b: 2", 0, 1)


def test_a_line_that_does_not_exist_has_no_excerpt() -> None:
    assert excerpt("a: 1", Location("a", 2, 1, 2, 2)) is None
    assert excerpt(None, Location("a", 1, 1, 1, 2)) is None


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 500 + "HERE" + "y" * 500
    cut = excerpt(line, Location("a", 1, 501, 1, 505))
    assert cut == Excerpt(1, f"…{'x' * 30}HERE{'y' * 64}…", 31, 4)


def test_a_long_line_keeps_its_beginning_where_the_place_is_near() -> None:
    cut = excerpt("HERE" + "y" * 500, Location("a", 1, 1, 1, 5))
    assert cut == Excerpt(1, f"HERE{'y' * 94}…", 0, 4)


def test_a_long_span_is_underlined_as_far_as_it_is_seen() -> None:
    cut = excerpt("k: " + "y" * 500, Location("a", 1, 4, 1, 504))
    assert cut is not None
    assert cut.start + cut.length == width(cut.text) - 1


def test_the_summary_counts_by_severity() -> None:
    assert summarise([]) == "No problems found."
    severities = ("error", "error", "warning", "advice")
    assert (
        summarise([Diagnostic("r", s, "m", Location(f"{n}.yaml")) for n, s in enumerate(severities)])  # type: ignore[arg-type]  # a literal
        == "Found 2 errors, 1 warning and 1 piece of advice in 4 files."
    )
