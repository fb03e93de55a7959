"""The publication as data: what each file holds, that nothing is lost in it, and that no spreadsheet runs it."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.composing import compose_all
from factsheet.diagnostics import FactsheetError
from factsheet.formats.context import Context
from factsheet.formats.exports import list_exports
from factsheet.formats.exports.spreadsheets import arm, disarm, write_csv
from factsheet.model import Sheet
from factsheet.project import Project, read_project
from factsheet.resolution import resolve
from tests.conftest import MakeProject, Run

SITE = "title: Test\npublisher: Desk\nlanguages: [en, ar]\nlicence: CC-BY-4.0\n"
DESK_REPORT = (
    "title: Report of the desk\npublisher: Desk\nclass: media\npublished: 2020-01-02\nurl: https://example.org/r\n"
)
FRONT = """
name: {en: Northern Front, ar: الجبهة الشمالية, tr: Kuzey Cephesi}
short: NF
type: armed-group
summary: An armed group in the north, made up for a test of what the exports hold.
founded:
  - {value: 2012-02, cite: {source: report, at: para 3}, rejected: A misprint for January.}
  - {value: 2012-01~, according_to: other, confidence: low, cite: [report, {source: report, at: para 9}]}
dissolved: none
names:
  - {name: The Front, from: 2012-03-01, until: 2013}
  - Jabha
as_of: 2020-01-01
cite: report
"""
OTHER = "name: Other\ntype: armed-group\nsummary: Another armed group, made up for the same test.\nas_of: 2021-05\n"
FILES = {
    "content/site.yaml": SITE,
    "content/sources/report.yaml": DESK_REPORT,
    "content/groups/front.yaml": FRONT,
    "content/groups/other.yaml": OTHER,
}


def export(root: Path) -> dict[str, bytes]:
    project, sheets = compose_sheets(root)
    return list_exports(sheets, project.schemas, Context(site=project.site))


def compose_sheets(root: Path) -> tuple[Project, list[Sheet]]:
    project = read_project(root)
    assert not project.diagnostics, project.diagnostics
    corpus, _ = resolve(project.records, project.schemas)
    return project, list(compose_all(corpus, project.schemas, project.site))


def read_table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


def read_rows(root: Path) -> dict[tuple[str, str, str], dict[str, str]]:
    rows = read_table(export(root)["data/statements.csv"])
    return {(row["record"], row["path"], row["language"]): row for row in rows}


def test_the_dataset_is_every_sheet_one_to_a_line(make_project: MakeProject) -> None:
    root = make_project(FILES)
    data = export(root)["data/dataset.json"]
    dataset = json.loads(data)
    assert [*dataset] == ["dataset", "title", "publisher", "licence", "as_of", "languages", "count", "sheets"]
    assert dataset["as_of"] == {"edtf": "2021-05", "earliest": "2021-05-01", "latest": "2021-05-31"}
    assert dataset["languages"] == ["en", "ar"]
    assert dataset["sheets"] == compose_sheets(root)[1]
    lines = data.decode().splitlines()
    assert [json.loads(line.removesuffix(","))["id"] for line in lines[1:-1]] == ["front", "other", "report"]


def test_a_publication_without_records_has_a_dataset_too(make_project: MakeProject) -> None:
    files = export(make_project({"content/site.yaml": SITE}))
    assert json.loads(files["data/dataset.json"])["sheets"] == []
    assert [*files] == ["data/dataset.json", "data/statements.csv"]


def test_a_statement_has_its_circumstances_in_its_row(make_project: MakeProject) -> None:
    row = read_rows(make_project(FILES))["front", "/data/founded/1/value", ""]
    assert row == {
        "record": "front",
        "kind": "group",
        "path": "/data/founded/1/value",
        "title": "Date",
        "form": "date",
        "value": "2012-01~",
        "language": "",
        "from": "",
        "until": "",
        "according_to": "other",
        "disputed_by": "",
        "rejected": "",
        "confidence": "low",
        "source": "report | report",
        "place": " | para 9",
        "cites_from": "",
    }


def test_a_rejected_value_and_its_reason_are_there(make_project: MakeProject) -> None:
    rows = read_rows(make_project(FILES))
    row = rows["front", "/data/founded/0/value", ""]
    assert (row["value"], row["rejected"], row["place"]) == ("2012-02", "A misprint for January.", "para 3")
    assert rows["front", "/data/founded/0/rejected", "en"]["value"] == "A misprint for January."


def test_a_value_without_sources_of_its_own_has_those_of_the_record(make_project: MakeProject) -> None:
    rows = read_rows(make_project(FILES))
    for place, language in (("/data/type", ""), ("/data/names/1/name", "en")):
        row = rows["front", place, language]
        assert (row["source"], row["cites_from"]) == ("report", "record"), place
    assert rows["other", "/data/type", ""]["source"] == ""


def test_the_time_of_a_statement_is_beside_each_of_its_values(make_project: MakeProject) -> None:
    rows = read_rows(make_project(FILES))
    row = rows["front", "/data/names/0/name", "en"]
    assert (row["value"], row["from"], row["until"]) == ("The Front", "2012-03-01", "2013")
    assert rows["front", "/data/names/1/name", "en"]["from"] == ""


def test_a_text_has_a_row_for_each_language(make_project: MakeProject) -> None:
    rows = read_rows(make_project(FILES))
    names = {tag: rows["front", "/data/name", tag]["value"] for tag in ("en", "ar", "tr")}
    assert names == {"en": "Northern Front", "ar": "الجبهة الشمالية", "tr": "Kuzey Cephesi"}


def test_what_is_missing_says_so_in_its_form(make_project: MakeProject) -> None:
    row = read_rows(make_project(FILES))["front", "/data/dissolved/0", ""]
    assert (row["form"], row["value"]) == ("missing", "none")


def test_a_table_has_the_value_that_counts_and_its_bounds(make_project: MakeProject) -> None:
    [front, other] = read_table(export(make_project(FILES))["data/group.csv"])
    kept = ("id", "name", "name_ar", "founded", "founded_earliest", "founded_latest", "dissolved", "names", "cite")
    assert [front[name] for name in kept] == [
        *("front", "Northern Front", "الجبهة الشمالية", "2012-01~", "2012-01-01", "2012-01-31", "none"),
        *("The Front | Jabha", "report"),
    ]
    assert (other["name"], other["name_ar"], other["founded"], other["as_of"]) == ("Other", "", "", "2021-05")


def test_a_value_that_is_rejected_is_not_the_one_that_counts(make_project: MakeProject) -> None:
    text = OTHER + "founded: {value: 2012-02, rejected: Never founded.}\nnames: [{name: X, rejected: No.}, Y]\n"
    rows = read_table(export(make_project({**FILES, "content/groups/other.yaml": text}))["data/group.csv"])
    assert (rows[1]["founded"], rows[1]["founded_earliest"], rows[1]["names"]) == ("", "", "Y")


def test_the_columns_of_a_table_do_not_hang_on_its_records(make_project: MakeProject) -> None:
    full = export(make_project(FILES))["data/group.csv"]
    bare = export(make_project({**FILES, "content/groups/front.yaml": OTHER}))["data/group.csv"]
    assert full.partition(b"\r\n")[0] == bare.partition(b"\r\n")[0]


def test_a_draft_is_in_no_export(make_project: MakeProject) -> None:
    files = export(make_project({**FILES, "content/groups/other.yaml": OTHER + "draft: true\n"}))
    assert b"made up for the same test" not in b"".join(files.values())


def test_a_withdrawn_record_keeps_a_row_that_says_why(make_project: MakeProject) -> None:
    root = make_project({**FILES, "content/groups/other.yaml": OTHER + "withdrawn: It never existed.\n"})
    row = read_table(export(root)["data/group.csv"])[1]
    assert (row["id"], row["withdrawn"], row["type"]) == ("other", "It never existed.", "")
    assert read_rows(root)["other", "/withdrawn", "en"]["value"] == "It never existed."


def test_a_kind_that_would_take_the_place_of_an_export_is_refused(make_project: MakeProject) -> None:
    schema = '{"title": "Statements", "type": "object", "properties": {"name": {"type": "string"}}}'
    files = {**FILES, "schemas/statements.schema.json": schema, "content/statementss/x.yaml": "name: X\n"}
    with pytest.raises(FactsheetError, match=r'two exports would be written to "data/statements\.csv"'):
        export(make_project(files))


@pytest.mark.parametrize(
    ("cell", "disarmed"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠A1", "'＠A1"),
        ("'=1", "''=1"),
        ("-0500-01", "'-0500-01"),
        ("-12.5", "-12.5"),
        ("+7", "+7"),
        ("-0500", "-0500"),
        ("'t was so", "'t was so"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_a_cell_is_disarmed_where_a_spreadsheet_would_run_it(cell: str, disarmed: str) -> None:
    assert disarm(cell) == disarmed
    assert arm(disarmed) == cell


def test_csv_is_quoted_and_its_lines_end_as_the_standard_says() -> None:
    data = write_csv(["a", "b"], [['say "x"', "1,5\n2"], ["=1", "جبهة"]])
    assert data == '"a","b"\r\n"say ""x""","1,5\n2"\r\n"\'=1","جبهة"\r\n'.encode()


def test_csv_holds_no_nul() -> None:
    assert write_csv(["a"], [["x\0y"]]) == '"a"\r\n"x␀y"\r\n'.encode()


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=2, max_size=2)
    )
)
def test_any_text_comes_back_from_csv(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(write_csv(["a", "b"], rows).decode(), newline=""), strict=True))
    assert [[arm(cell) for cell in row] for row in read[1:]] == rows


def test_hostile_names_stay_text_in_every_table(make_project: MakeProject) -> None:
    text = OTHER.replace("name: Other", 'name: =HYPERLINK(1)\nshort: "@x"')
    files = export(make_project({**FILES, "content/groups/other.yaml": text}))
    for path in ("data/group.csv", "data/statements.csv"):
        cells = [cell for row in read_table(files[path]) for cell in row.values()]
        assert "'=HYPERLINK(1)" in cells
        assert "'@x" in cells
        assert not [cell for cell in cells if cell.startswith(("=", "@"))]


def test_exports_are_the_same_bytes_each_time(make_project: MakeProject) -> None:
    root = make_project(FILES)
    assert export(root) == export(root)


def test_a_build_publishes_the_exports_with_the_sheets(make_project: MakeProject, run: Run) -> None:
    root = make_project({**FILES, "content/groups/other.yaml": OTHER + "cite: report\n"})
    assert run("-C", root, "build", "--to", "html,json").code == 0
    assert (root / "public/data/dataset.json").read_bytes() == export(root)["data/dataset.json"]
    home = (root / "public/index.html").read_text(encoding="utf-8")
    for name in ("dataset.json", "statements.csv", "group.csv", "source.csv"):
        assert f'href="data/{name}"' in home, name
    assert 'href="../data/group.csv"' in (root / "public/ar/index.html").read_text(encoding="utf-8")


def test_pages_alone_come_without_exports(make_project: MakeProject, run: Run) -> None:
    root = make_project({**FILES, "content/groups/other.yaml": OTHER + "cite: report\n"})
    assert run("-C", root, "build", "--to", "html").code == 0
    assert not (root / "public/data").exists()
    assert "data/" not in (root / "public/index.html").read_text(encoding="utf-8").partition("<article")[2]
