"""`factsheet list` and `factsheet show`, through the command line."""

import csv
import io
import json
from pathlib import Path

import pytest

from factsheet.cli import listing, sheet_lines
from tests.conftest import MakeProject, Run

SITE = "title: Test\npublisher: Desk\nlanguages: [en, ar]\n"
REPORT = "title: Report\npublisher: Desk\nclass: media\npublished: 2020-01-02\nurl: https://example.org/r\n"
FRONT = """name: {en: Northern Front, ar: الجبهة الشمالية}
former_ids: [old-front]
type: armed-group
summary: An armed group in the north, made up for a test of two commands.
founded:
  - {value: 2012-02, cite: {source: report, at: para 3, quote: It began then}, rejected: A misprint.}
  - {value: 2012-01, according_to: monitor, confidence: low, cite: report}
names:
  - {name: Old Front, from: 2012-01-01, until: 2016-07-28}
designations: {authority: monitor, listed: 2014-05-14, removed: 2018-01-01, cite: report}
body: |
  ## How it began
  The front was
  set up.
as_of: 2020-01-01
cite: report
"""
MONITOR = (
    "name: Monitor\ntype: monitor\nsummary: A made up monitor, which counts and lists for this test.\nas_of: 2020\n"
)
CLAIM = (
    "about: front\nclaimant: monitor\nsaid: 2019-03-04\ncovers: 2019\n"
    "figures: {value: about 30, unit: killed}\ncite: report\n"
)
FILES = {
    "content/site.yaml": SITE,
    "content/sources/report.yaml": REPORT,
    "content/groups/front.yaml": FRONT,
    "content/groups/monitor.yaml": MONITOR + "cite: report\n",
    "content/groups/secret.yaml": MONITOR.replace("Monitor", "Secret Cell") + "draft: true\n",
    "content/claims/thirty.yaml": CLAIM,
}


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return make_project(FILES)


def test_records_are_listed_by_kind_and_id_between_tabs(root: Path, run: Run) -> None:
    result = run("-C", root, "list")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "thirty\tclaim\tMonitor: about 30 killed, said 4 March 2019\t2019-03-04\t\tcontent/claims/thirty.yaml\n"
        "front\tgroup\tNorthern Front\t2012-01\t\tcontent/groups/front.yaml\n"
        "monitor\tgroup\tMonitor\t\t\tcontent/groups/monitor.yaml\n"
        "secret\tgroup\tSecret Cell\t\tdraft\tcontent/groups/secret.yaml\n"
        "report\tsource\tReport\t2020-01-02\t\tcontent/sources/report.yaml\n"
    )


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["group"], ["front", "monitor", "secret"]),
        (["groups"], ["front", "monitor", "secret"]),
        (["--type", "armed-group"], ["front"]),
        (["--type", "media", "--type", "armed-group"], ["front", "report"]),
        (["--draft"], ["secret"]),
        (["person"], []),
    ],
)
def test_a_list_can_be_narrowed(root: Path, run: Run, arguments: list[str], ids: list[str]) -> None:
    result = run("-C", root, "list", *arguments)
    assert [line.partition("\t")[0] for line in result.out.splitlines()] == ids


def test_a_list_as_json_has_every_column(root: Path, run: Run) -> None:
    assert json.loads(run("-C", root, "list", "group", "--format", "json", "--language", "ar").out)[0] == {
        "id": "front",
        "kind": "group",
        "type": "armed-group",
        "label": "الجبهة الشمالية",
        "date": "2012-01",
        "state": "",
        "file": "content/groups/front.yaml",
        "line": 1,
    }


def test_a_list_as_csv_runs_no_formula(make_project: MakeProject, run: Run) -> None:
    root = make_project({**FILES, "content/groups/monitor.yaml": MONITOR.replace("name: Monitor", "name: =1+1")})
    rows = list(csv.DictReader(io.StringIO(run("-C", root, "list", "group", "--format", "csv").out, newline="")))
    assert [(row["id"], row["label"], row["line"]) for row in rows][1] == ("monitor", "'=1+1", "1")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["list", "grup"], 'error: there is no kind "grup"; did you mean "group"?\n'),
        (
            ["list", "--type", "armed-grup"],
            'error: no record is of the type "armed-grup"; did you mean "armed-group"?\n',
        ),
        (["show", "frnt"], 'error: there is no record "frnt"; did you mean "front"?\n'),
        (["show", "xyzzy"], 'error: there is no record "xyzzy"; `factsheet list` lists all\n'),
    ],
)
def test_a_wrong_word_is_met_with_the_nearest_right_one(
    root: Path, run: Run, arguments: list[str], message: str
) -> None:
    result = run("-C", root, *arguments)
    assert (result.code, result.out, result.err) == (2, "", message)


def test_a_broken_file_is_told_of_beside_the_list(make_project: MakeProject, run: Run) -> None:
    root = make_project({**FILES, "content/groups/monitor.yaml": "nmae: x\n"})
    result = run("-C", root, "list", "source")
    assert result.code == 1
    assert result.out.startswith("report\t")
    assert "in the content hide records; `factsheet check` shows them." in result.err
    assert 'the record "monitor" has errors' in run("-C", root, "show", "monitor").err


def test_a_table_is_cut_to_the_width_of_the_terminal() -> None:
    rows = [
        ["a", "group", "A very long name of a group in the north", "", "", "x.yaml"],
        ["b", "claim", "B", "", "", "y"],
    ]
    first, second = listing.align(rows, 45).splitlines()
    assert first == "a  group  A very long name of a …      x.yaml"
    assert second == "b  claim  B" + " " * 28 + "y"


def test_a_record_is_shown_as_a_reader_sees_it(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    result = run("-C", root, "show", "front")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "Northern Front\n"
        "  الجبهة الشمالية\n"
        "  Group · front · content/groups/front.yaml:1\n"
        "  As of: 1 January 2020\n"
        "\n"
        "Facts\n"
        "  Also called: Old Front, from 1 January 2012, until 28 July 2016\n"
        "  Type: armed group\n"
        "  Summary: An armed group in the north, made up for a test of two commands.\n"
        "  Founded:\n"
        "  - February 2012 [2] · Rejected because: A misprint.\n"
        "  - January 2012 [1] · according to Monitor · low confidence\n"
        "  Designations: Monitor, Listed: 14 May 2014, Removed: 1 January 2018 [1]\n"
        "  In detail:\n"
        "  ## How it began\n"
        "  The front was set up.\n"
        "  Sources where no other is named: [1]\n"
        "\n"
        "Follows from it\n"
        "  Origins: Desk\n"
        "\n"
        "Claims (1)\n"
        "  - Monitor, Said: 4 March 2019, Covers: 2019, Figures: (about 30, killed) [1] · unverified (thirty)\n"
        "\n"
        "Sources\n"
        "  [1] Report, Desk, 2 January 2020, https://example.org/r\n"
        '  [2] Report, Desk, 2 January 2020, para 3, "It began then", https://example.org/r\n'
        "\n"
    )


@pytest.mark.parametrize(
    ("day", "name", "status"),
    [
        ("2013-01-01", "Called: Old Front", "not yet listed"),
        ("2015-01-01", "Called: Old Front", "listed"),
        ("2019-01-01", "Called: Northern Front", "removed"),
    ],
)
def test_a_day_calls_for_its_name_and_its_listings(root: Path, run: Run, day: str, name: str, status: str) -> None:
    lines = run("-C", root, "show", "front", "--on", day).out.splitlines()
    at = lines.index(f"  {name}")
    assert lines[at + 1] == f"  - Monitor, Listed 14 May 2014: {status}"


def test_a_record_is_shown_in_another_language(root: Path, run: Run) -> None:
    out = run("-C", root, "show", "front", "--language", "ar").out
    assert out.startswith("الجبهة الشمالية\n  Northern Front\n  جهة · front · ")
    assert "يناير 2012" in out


def test_a_sheet_is_shown_as_published(root: Path, run: Run) -> None:
    assert run("-C", root, "build", "--to", "json").code == 0
    shown = run("-C", root, "show", "front", "--format", "json").out
    assert shown == (root / "public/groups/front.json").read_text(encoding="utf-8")


def test_a_draft_is_shown_and_marked(root: Path, run: Run) -> None:
    result = run("-C", root, "show", "secret")
    assert result.code == 0
    assert result.out.startswith("Secret Cell\n")
    assert "DRAFT: not published." in result.out
    assert "DRAFT" not in run("-C", root, "show", "front").out


def test_a_former_id_finds_the_record(root: Path, run: Run) -> None:
    assert run("-C", root, "show", "old-front").out.startswith("Northern Front\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--on", "2016"], '"2016" is no day; write one such as 2017-01-28'),
        (["--on", "2016-01-01", "--format", "json"], "--on is for --format text"),
    ],
)
def test_a_day_that_makes_no_sense_is_refused(root: Path, run: Run, arguments: list[str], message: str) -> None:
    result = run("-C", root, "show", "front", *arguments)
    assert result.code == 2
    assert message in result.err


def test_hostile_text_does_not_reach_the_terminal(make_project: MakeProject, run: Run) -> None:
    name = 'name: "Mon\\e[31m\\u202Eitor"'
    root = make_project({**FILES, "content/groups/monitor.yaml": MONITOR.replace("name: Monitor", name)})
    for arguments in (["list"], ["show", "monitor"], ["show", "front"]):
        out = run("-C", root, *arguments).out
        assert "Mon␛[31m<U+202E>itor" in out or "monitor" not in out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_records_of_every_length_keep_to_the_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    root = Path(__file__).resolve().parents[2]
    for identifier in ("hts", "sochi-memorandum-2018", "aleppo-offensive-2024"):
        result = run("-C", root, "show", identifier)
        assert (result.code, result.err) == (0, ""), identifier
        assert "\n" in result.out
        assert max(map(len, (line for line in result.out.splitlines() if "http" not in line))) <= 100


def test_a_line_is_folded_further_in() -> None:
    lines = list(sheet_lines.wrap(["- one two three four"], 12))
    assert lines == ["  - one two", "    three", "    four"]
