"""Foreign values one by one: dates, Wikidata times, references and ranks, cells of mapped tables, broken files."""

import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from factsheet import loading
from factsheet.importing.dating import Unclear, check_form, read_date
from factsheet.importing.texts import make_slug
from factsheet.importing.wikidata_values import read_snak_time, read_statement_time
from factsheet.model import Json, Object
from tests.conftest import MakeProject, Run

SITE = "format: 1\ntitle: T\npublisher: P\nlanguages: [en, ru]\n"
JULIAN = "http://www.wikidata.org/entity/Q1985786"


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("2012", "", 2012),
        ("2012-03", "", "2012-03"),
        ("2012-03-04", "DD/MM/YYYY", "2012-03-04"),
        ("2012-03-04T05:06:07Z", "", "2012-03-04"),
        ("2012-03~", "", "2012-03~"),
        ("04/03/2012", "DD/MM/YYYY", "2012-03-04"),
        ("3/4/2012", "M/D/YYYY", "2012-03-04"),
        ("4.3.2012", "D.M.YYYY", "2012-03-04"),
        ("03/2012", "MM/YYYY", "2012-03"),
    ],
)
def test_dates_are_read(text: str, form: str, value: Json) -> None:
    assert read_date(text, form) == value


@pytest.mark.parametrize(
    ("text", "form", "reason"),
    [
        ("03/04/2012", "", "can be 2012-04-03 or 2012-03-04: say how"),
        ("13/04/2012", "", "does not begin with the year: say how"),
        ("03/04/12", "", "has a year of two digits"),
        ("1-2-'12", "", "has a year of two digits"),
        ("03/04/12", "DD/MM/YYYY", "is not written as DD/MM/YYYY"),
        ("31/02/2012", "DD/MM/YYYY", "February"),
        ("2012-31-12", "", '"2012-31-12": 31 is a season'),
        ("soon", "", '"soon": '),
    ],
)
def test_dates_are_refused_and_never_guessed(text: str, form: str, reason: str) -> None:
    with pytest.raises(Unclear, match=reason):
        read_date(text, form)


def test_the_form_of_a_date_has_a_year_of_four_digits() -> None:
    assert check_form("DD/MM/YYYY") == ""
    assert check_form("DD/MM/YY").startswith('"DD/MM/YY" is no form of a date')
    assert check_form("MM/DD") != ""


def snak(time: str, precision: int, **more: Json) -> Object:
    return {"snaktype": "value", "datavalue": {"value": {"time": time, "precision": precision, **more}}}


def item(number: str) -> Object:
    return {"snaktype": "value", "datavalue": {"value": {"id": number}}}


@pytest.mark.parametrize(
    ("time", "precision", "value"),
    [
        ("+1985-04-28T00:00:00Z", 11, "1985-04-28"),
        ("+2008-07-00T00:00:00Z", 10, "2008-07"),
        ("+2008-00-00T00:00:00Z", 9, 2008),
        ("+1980-00-00T00:00:00Z", 8, "198X"),
        ("+1900-00-00T00:00:00Z", 7, "[1801..1900]"),
        ("+1901-00-00T00:00:00Z", 7, "[1901..2000]"),
        ("-0044-03-00T00:00:00Z", 10, "-0043-03"),
    ],
)
def test_the_precision_of_wikidata_is_kept(time: str, precision: int, value: Json) -> None:
    assert read_snak_time(snak(time, precision)) == value


def test_a_julian_day_is_told_in_the_gregorian_calendar() -> None:
    assert read_snak_time(snak("+1917-10-25T00:00:00Z", 11, calendarmodel=JULIAN)) == "1917-11-07"
    assert read_snak_time(snak("+1700-02-29T00:00:00Z", 11, calendarmodel=JULIAN)) == "1700-03-11"
    assert read_snak_time(snak("+1582-10-04T00:00:00Z", 11, calendarmodel=JULIAN)) == "1582-10-14"
    with pytest.raises(Unclear, match="Julian"):
        read_snak_time(snak("+1917-10-00T00:00:00Z", 10, calendarmodel=JULIAN))


@pytest.mark.parametrize(
    "time", [snak("+1985-04-28T00:00:00Z", 3), snak("soon", 11), snak("+1985-02-30T00:00:00Z", 11)]
)
def test_a_time_that_can_not_be_told_is_refused(time: Object) -> None:
    with pytest.raises(Unclear):
        read_snak_time(time)


def test_qualifiers_mark_and_bound_a_time() -> None:
    circa: Object = {"mainsnak": snak("+2001-00-00T00:00:00Z", 9), "qualifiers": {"P1480": [item("Q5727902")]}}
    assert read_statement_time(circa) == "2001~"
    between: Object = {
        "mainsnak": {"snaktype": "somevalue"},
        "qualifiers": {"P1319": [snak("+2001-00-00T00:00:00Z", 9)], "P1326": [snak("+2003-05-00T00:00:00Z", 10)]},
    }
    assert read_snak_time(between["mainsnak"]) == "unknown"
    with pytest.raises(Unclear):
        read_statement_time(between)
    between["qualifiers"] = {"P1319": [snak("+2001-00-00T00:00:00Z", 9)], "P1326": [snak("+2003-00-00T00:00:00Z", 9)]}
    assert read_statement_time(between) == "[2001..2003]"
    assert read_snak_time({"snaktype": "novalue"}, ended=True) == "none"


def statement(main: Object, rank: str = "normal", **more: Json) -> Object:
    return {"mainsnak": main, "rank": rank, **more}


def test_wikidata_ranks_qualifiers_and_references(make_project: MakeProject, run: Run) -> None:
    url: Object = {"snaktype": "value", "datavalue": {"value": "https://example.org/page"}}
    group: Object = {
        "id": "Q9", "lastrevid": 7, "modified": "2024-05-06T00:00:00Z",
        "labels": {"en": {"value": "The Front"}, "ru": {"value": "Фронт"}, "fr": {"value": "Le Front"}},
        "aliases": {"en": [{"value": "TF"}]},
        "claims": {
            "P31": [statement(item("Q17149090"))],
            "P571": [
                statement(snak("+2001-00-00T00:00:00Z", 9), "deprecated", qualifiers={"P2241": [item("Q3")]}),
                statement(snak("+2002-01-00T00:00:00Z", 10),
                          references=[{"snaks": {"P854": [url], "P813": [snak("+2020-01-02T00:00:00Z", 11)]}}]),
            ],
            "P463": [statement(item("Q8"), qualifiers={"P580": [snak("+2003-00-00T00:00:00Z", 9)],
                                                       "P582": [{"snaktype": "somevalue"}]}), statement(item("Q404"))],
            "P999": [statement(item("Q1"))],
        },
    }  # fmt: skip
    other: Object = {
        "id": "Q8", "modified": "2024-05-07T00:00:00Z", "labels": {"en": {"value": "League"}},
        "claims": {"P31": [statement(item("Q43229"))]},
    }  # fmt: skip
    root = make_project({"content/site.yaml": SITE})
    file = root.parent / "answer.json"
    file.write_text(json.dumps({"entities": {"Q9": group, "Q8": other, "Q1": {"id": "Q1", "missing": ""}}}))
    result = run("-C", root, "import", "wikidata", file, "--publish")
    assert result.code == 0, result.out
    record = loading.load((root / "content/groups/the-front.yaml").read_bytes(), "x").documents[0].value
    reference = "page-at-example-org-a-reference-of-wikidata"
    assert record == {
        "name": {"en": "The Front", "ru": "Фронт"},
        "names": {"name": "TF", "type": "alias"},
        "type": "other",
        "founded": [
            {"value": "2002-01", "cite": [reference, {"source": "wikidata-answer", "at": "Q9, P571"}]},
            {"value": 2001, "rejected": "Deprecated on Wikidata for the reason Q3."},
        ],
        "affiliations": {"group": "league", "type": "member-of", "from": 2003, "until": "unknown"},
        "identifiers": {"wikidata": "Q9"},
        "as_of": "2024-05-06",
        "cite": {"source": "wikidata-answer", "at": "Q9, revision 7"},
    }
    source = loading.load((root / f"content/sources/{reference}.yaml").read_bytes(), "x").documents[0].value
    assert isinstance(source, dict)
    assert (source["url"], source["publisher"], source["accessed"]) == (
        "https://example.org/page",
        "example.org",
        "2020-01-02",
    )
    assert "unlinked: Q9, group: no record of group wikidata Q404 is there" in result.out
    assert "labels in other languages (1), P999 (1)" in result.out


MAPPING = """\
kind: group
key: {scheme: desk, column: No}
date_format: DD.MM.YYYY
delimiter: ";"
missing: [n/a, "-"]
as_of: 2024-01-01
source: {description: The desk's table, publisher: The Desk, class: research}
constants: {type: armed-group}
columns:
  Name: name.en
  Russian: name.ru
  Aliases: {field: names, split: "|"}
  Founded: founded
  Since: {field: part_of.from, date_format: YYYY}
  Parent: {field: part_of.group, link: {kind: group, scheme: desk}}
  Ended: {field: dissolved, values: {no: none, who knows: unknown}}
  Remark: skip
"""
TABLE = (
    "No;Name;Russian;Aliases;Founded;Since;Parent;Ended;Remark;More\n"
    "a1;Front;Фронт;F1|F2;03.04.2012;2013;b2;no;secret;x\n"
    "b2;League;-;;03/04/2012;;;perhaps;;\n"
    ";Nobody;;;;;;;;\n"
)


def test_a_table_is_read_by_its_mapping(make_project: MakeProject, run: Run) -> None:
    root = make_project({"content/site.yaml": SITE})
    (root.parent / "map.yaml").write_text(MAPPING)
    (root.parent / "table.csv").write_text(TABLE)
    result = run(
        "-C", root, "import", "csv", root.parent / "table.csv", "--mapping", root.parent / "map.yaml", "--publish"
    )
    assert result.code == 0, result.out + result.err
    assert (root / "content/groups/front.yaml").read_text() == (
        "name: {en: Front, ru: Фронт}\nnames: [F1, F2]\ntype: armed-group\npart_of: {group: league, from: 2013}\n"
        "founded: 2012-04-03\ndissolved: none\nidentifiers: {desk: a1}\nas_of: 2024-01-01\n"
        "cite: {source: csv-table, at: No a1}\n"
    )
    assert 'refused: line 3, Founded: "03/04/2012" is not written as DD.MM.YYYY' in result.out
    assert "refused: line 3, Ended: the mapping does not say what this value stands for" in result.out
    assert 'skipped: line 4: the column "No" is empty' in result.out
    assert "Not read: More (1)." in result.out


def test_a_value_that_its_field_can_not_hold_is_left_out_and_told(make_project: MakeProject, run: Run) -> None:
    root = make_project({"content/site.yaml": SITE})
    mapping = "kind: place\nkey: {scheme: x, column: id}\n"
    mapping += "columns: {name: name, lat: latitude, lon: longitude, type: type}\n"
    (root.parent / "map.yaml").write_text(mapping)
    (root.parent / "t.csv").write_text('id,name,lat,lon,type\n1,Aleppo,36.2,37.15,city\n2,Hill,36,"37,2",town\n')
    result = run("-C", root, "import", "csv", root.parent / "t.csv", "--mapping", root.parent / "map.yaml")
    assert result.code == 0
    assert (root / "content/places/hill.yaml").read_text() == (
        "name: Hill\nlatitude: 36\nidentifiers: {x: 2}\ndraft: true\ncite: {source: csv-t, at: id 2}\n"
    )
    assert "latitude: 36.2\nlongitude: 37.15\n" in (root / "content/places/aleppo.yaml").read_text()
    assert 'refused: line 3, type: "town" is not one of the words' in result.out
    assert "refused: line 3, longitude: " in result.out


def test_a_workbook_is_read_like_a_table_and_its_dates_are_dates(make_project: MakeProject, run: Run) -> None:
    from datetime import datetime  # noqa: PLC0415  # for this test only

    root = make_project({"content/site.yaml": SITE})
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["No", "Name", "Founded", "Lat"])
    sheet.append([1.0, "Front", datetime(2012, 4, 3), None])  # noqa: DTZ001  # a day
    packed = io.BytesIO()
    book.save(packed)
    (root.parent / "t.xlsx").write_bytes(packed.getvalue())
    mapping = "kind: group\nkey: {scheme: desk, column: No}\ndate_format: DD/MM/YYYY\n"
    mapping += "columns: {Name: name, Founded: founded}\n"
    (root.parent / "map.yaml").write_text(mapping)
    result = run("-C", root, "import", "xlsx", root.parent / "t.xlsx", "--mapping", root.parent / "map.yaml")
    assert result.code == 0, result.out + result.err
    assert "founded: 2012-04-03\nidentifiers: {desk: 1}\n" in (root / "content/groups/front.yaml").read_text()


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("kind: group", "kind: grup", "the mapping needs kind:"),
        ("Name: name.en", "Nmae: name.en", 'the table has no column "Nmae"; did you mean "Name"?'),
        ("Name: name.en", "Name: nmae", 'a group has no field "nmae"; did you mean "name"?'),
        ("DD.MM.YYYY", "DD.MM.YY", '"DD.MM.YY" is no form of a date'),
        ("constants:", "constnats:", 'the mapping has an unknown key "constnats"; did you mean "constants"?'),
        ("kind: group", "kind: [group", "map.yaml:"),
    ],
)
def test_a_wrong_mapping_is_told(make_project: MakeProject, run: Run, before: str, after: str, message: str) -> None:
    root = make_project({"content/site.yaml": SITE})
    (root.parent / "map.yaml").write_text(MAPPING.replace(before, after))
    (root.parent / "table.csv").write_text(TABLE)
    result = run("-C", root, "import", "csv", root.parent / "table.csv", "--mapping", root.parent / "map.yaml")
    assert result.code == 1
    assert message in result.err


@pytest.mark.parametrize(
    ("form", "data", "message"),
    [
        ("ucdp-actors", b"", "line 1: there is no row with the names of the columns"),
        ("ucdp-actors", b"a,b\n1,2\n", "line 1: this is no UCDP Actor Dataset: it has no column ActorId, NameData"),
        ("ucdp-actors", b'ActorId,NameData\n1,"open\n', "line 2: the row that begins here is broken"),
        ("ucdp-actors", b"ActorId,NameData\n1,caf\xe9\n", "line 2: byte 23 is not utf-8 (E9); say how"),
        ("ucdp-actors", b"ActorId,NameData\n1,a\0b\n", "line 2: a NUL stands here"),
        ("ucdp-actors", b"ActorId,NameData\n1," + b"x" * 200_000, "line 2: the row that begins here is"),
        ("wikidata", b"{", "this is not JSON"),
        ("wikidata", b"[" * 100_000, "this is not JSON"),
        ("wikidata", b"[1]", "this holds no Wikidata entities"),
        ("popolo", b'{"persons": [1]}', "persons: an entry is no map"),
        ("ftm", b'{"id": "a", "properties": {}}\n{', "line 2: this is not JSON"),
        ("xlsx", b"PK\x03\x04", "this is no XLSX workbook"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_its_place(
    make_project: MakeProject, run: Run, form: str, data: bytes, message: str
) -> None:
    root = make_project({"content/site.yaml": SITE})
    (root.parent / "map.yaml").write_text("kind: group\nkey: {scheme: d, column: a}\ncolumns: {a: name}\n")
    (root.parent / "broken").write_bytes(data)
    result = run("-C", root, "import", form, root.parent / "broken", "--mapping", root.parent / "map.yaml")
    assert result.code == 1, result.err
    assert message in result.err


def test_rows_that_do_not_fit_are_skipped_and_hidden_characters_go(make_project: MakeProject, run: Run) -> None:
    root = make_project({"content/site.yaml": SITE})
    rows = "ActorId,NameData\n1\n2,Fr\u202eont\x07\n2,Again\nx,No number\n3," + "n" * 400 + "\n"
    (root.parent / "rows.csv").write_text(rows)
    result = run("-C", root, "import", "ucdp-actors", root.parent / "rows.csv")
    assert result.code == 0
    assert "Read 5 rows: 1 taken, 0 folded into others, 4 skipped." in result.out
    assert "name: Front\n" in (root / "content/groups/front.yaml").read_text()
    assert "skipped: line 2: the row has 1 fields, the header has 2" in result.out
    assert "skipped: line 4: ucdp-actor 2 stands twice in the file, first at line 3" in result.out


def test_a_name_in_another_script_is_tagged_with_it(make_project: MakeProject, run: Run) -> None:
    root = make_project({"content/site.yaml": SITE})
    (root.parent / "rows.csv").write_text("ActorId,NameData,NameOrig,Org\n1,Front,جبهة,1\n2,Фронт,,1\n")
    arguments = ("ucdp-actors", root.parent / "rows.csv", "--publish", "--as-of", "2024")
    assert run("-C", root, "import", *arguments).code == 0
    assert "names: {name: {und-Arab: جبهة}}\n" in (root / "content/groups/front.yaml").read_text()
    assert "name: {und-Cyrl: Фронт}\n" in (root / "content/groups/group-ucdp-actor-2.yaml").read_text()


def test_ids_are_made_of_names_in_any_script() -> None:
    assert make_slug("Hay'at Taḥrīr al-Şām") == "hay-at-tahrir-al-sam"
    assert make_slug("Türkiye'nin Iğdır Birliği ı") == "turkiye-nin-igdir-birligi-i"
    assert make_slug("هيئة") == ""
    assert make_slug("None") == ""
    assert len(make_slug("word " * 60)) <= 70


def test_two_records_of_one_name_get_their_numbers_behind_it(make_project: MakeProject, run: Run) -> None:
    root: Path = make_project({"content/site.yaml": SITE, "content/persons/league.yaml": "name: L\ndraft: true\n"})
    (root.parent / "rows.csv").write_text("ActorId,NameData\n1,Front\n2,Front\n3,League\n4,هيئة\n")
    run("-C", root, "import", "ucdp-actors", root.parent / "rows.csv")
    assert sorted(path.stem for path in (root / "content/groups").iterdir()) == [
        "front-ucdp-actor-1",
        "front-ucdp-actor-2",
        "group-ucdp-actor-4",
        "league-ucdp-actor-3",
    ]


def test_a_place_in_the_file_that_is_too_long_leaves_the_source(make_project: MakeProject, run: Run) -> None:
    group: Object = {
        "id": "Q9", "lastrevid": "7" * 400, "labels": {"en": {"value": "The Front"}},
        "claims": {"P31": [statement(item("Q43229"))]},
    }  # fmt: skip
    root = make_project({"content/site.yaml": SITE})
    file = root.parent / "answer.json"
    file.write_text(json.dumps({"entities": {"Q9": group}}))
    result = run("-C", root, "import", "wikidata", file, "--publish", "--as-of", "2024-01-01")
    assert "cite: wikidata-answer\n" in (root / "content/groups/the-front.yaml").read_text()
    assert "refused: Q9, cite" in result.out
    assert run("-C", root, "check").code == 0


def test_formulas_without_a_value_and_errors_of_a_sheet_are_refused_and_told(
    make_project: MakeProject, run: Run
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["No", "Name", "Short"], [1, "Front", "=1+1"], [2, "#REF!", "B"], [3, "= or not", "C"]):
        sheet.append(row)
    sheet["B4"].data_type = "s"  # typed as text
    root = make_project({"content/site.yaml": SITE})
    book.save(root.parent / "t.xlsx")
    mapping = "kind: group\nkey: {scheme: desk, column: No}\ncolumns: {Name: name, Short: short}\n"
    (root.parent / "map.yaml").write_text(mapping)
    result = run("-C", root, "import", "xlsx", root.parent / "t.xlsx", "--mapping", root.parent / "map.yaml")
    assert "refused: row 2, Short: the file does not hold the value of this formula: =1+1" in result.out
    assert "refused: row 3, Name: the cell holds an error: #REF!" in result.out
    assert "short" not in (root / "content/groups/front.yaml").read_text()
    assert 'name: "= or not"' in (root / "content/groups/or-not.yaml").read_text()
