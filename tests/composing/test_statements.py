from pathlib import Path

from factsheet.model import Json, Object
from tests.composing.publications import read_publication

PRESS = "\n---\n".join(
    f"id: press-{letter}\ndescription: Report {letter}\npublisher: Paper {letter}\nclass: media\npublished: unknown\n"
    f"url: unknown"
    for letter in "abc"
)
NUSRA = """\
name: {en: Jabhat al-Nusra, ar: جبهة النصرة}
names:
  - {name: Jabhat al-Nusra, from: 2012-01-23, until: 2016-07-28}
  - {name: Jabhat Fateh al-Sham, from: 2016-07-28, until: 2017-01-28}
type: armed-group
as_of: 2026-03-01
cite: press-a
"""
STATE = """\
name: Islamic State
names: {name: Islamic State, from: 2014-06-29}
type: armed-group
as_of: 2026-03-01
cite: press-a
"""


def data_of(root: Path, group: str, **more: str) -> Object:
    files = {f"groups/{name}.yaml": text for name, text in more.items()}
    text = f"name: Group\ntype: armed-group\nas_of: 2026-03-01\n{group}"
    data = read_publication(root, {"sources/press.yaml": PRESS, "groups/group.yaml": text, **files}).sheet("group")[
        "data"
    ]
    assert isinstance(data, dict)
    return data


def day(text: str) -> Json:
    return {"edtf": text, "earliest": text, "latest": text}


def test_a_statement_without_sources_has_those_of_the_record(tmp_path: Path) -> None:
    data = data_of(tmp_path, "cite: [press-b, press-a]\nfounded: 2017-01-28\n")
    assert data["founded"] == [{"value": day("2017-01-28"), "cites": [1, 2], "cites_from": "record"}]
    assert data["cites"] == [1, 2]


def test_its_own_sources_replace_them_and_numbers_follow_the_reading(tmp_path: Path) -> None:
    text = (
        "cite: press-a\nfounded:\n  - {value: 2017, cite: press-c}\n  - 2018\ndissolved: {value: 2020, cite: press-b}\n"
    )
    data = data_of(tmp_path, text)
    founded, dissolved = data["founded"], data["dissolved"]
    assert isinstance(founded, list)
    assert isinstance(dissolved, list)
    assert [each.get("cites") for each in [*founded, *dissolved] if isinstance(each, dict)] == [[1], [2], [3]]


def test_the_same_source_and_place_have_one_number(tmp_path: Path) -> None:
    text = """\
cite: press-a
founded: {value: 2017, cite: {source: press-b, at: para 3}}
dissolved: {value: 2020, cite: [{source: press-b, at: para 3}, {source: press-b, at: para 4}]}
"""
    data = data_of(tmp_path, text)
    dissolved = data["dissolved"]
    assert isinstance(dissolved, list)
    assert isinstance(dissolved[0], dict)
    assert dissolved[0]["cites"] == [1, 2]


def test_what_lies_inside_a_statement_shares_its_sources(tmp_path: Path) -> None:
    text = """\
cite: press-a
designations:
  authority: nusra
  listed: 2018-06-01
  steps: [{date: 2018-05-31, text: Announced}, {date: 2018-06-01, text: Printed, cite: press-b}]
  cite: press-c
"""
    expected: Json = [
        {
            "authority": {"ref": "nusra"},
            "listed": day("2018-06-01"),
            "steps": [
                {"date": day("2018-05-31"), "text": {"en": "Announced"}},
                {"date": day("2018-06-01"), "text": {"en": "Printed"}, "cites": [1]},
            ],
            "cites": [2],
        }
    ]
    assert data_of(tmp_path, text, nusra=NUSRA)["designations"] == expected


def test_the_stance_is_derived(tmp_path: Path) -> None:
    text = """\
cite: press-a
founded:
  - 2014
  - {value: 2015, according_to: nusra}
  - {value: 2016, according_to: nusra, disputed_by: state}
  - {value: 2017, according_to: nusra, disputed_by: state, rejected: A misprint.}
"""
    founded = data_of(tmp_path, text, nusra=NUSRA, state=STATE)["founded"]
    assert isinstance(founded, list)
    stances = [each.get("stance", "stated") for each in founded if isinstance(each, dict)]
    assert stances == ["stated", "attributed", "disputed", "rejected"]


def test_a_dated_statement_names_a_group_as_it_was_called_that_day(tmp_path: Path) -> None:
    text = "cite: press-a\naffiliations: {group: nusra, type: allied-with, from: 2016-09-01}\n"
    expected: Json = [
        {
            "group": {"ref": "nusra", "name_then": {"en": "Jabhat Fateh al-Sham"}},
            "type": "allied-with",
            "from": day("2016-09-01"),
            "cites": [1],
            "cites_from": "record",
        }
    ]
    assert data_of(tmp_path, text, nusra=NUSRA)["affiliations"] == expected


def test_a_later_name_is_marked(tmp_path: Path) -> None:
    text = "cite: press-a\naffiliations: {group: state, type: allied-with, from: 2005-01-01}\n"
    affiliations = data_of(tmp_path, text, state=STATE)["affiliations"]
    assert isinstance(affiliations, list)
    assert isinstance(affiliations[0], dict)
    assert affiliations[0]["group"] == {"ref": "state", "later_name": True}


def test_a_statement_without_a_day_uses_the_label(tmp_path: Path) -> None:
    text = "cite: press-a\naffiliations: {group: nusra, type: allied-with}\n"
    affiliations = data_of(tmp_path, text, nusra=NUSRA)["affiliations"]
    assert isinstance(affiliations, list)
    assert isinstance(affiliations[0], dict)
    assert affiliations[0]["group"] == {"ref": "nusra"}


def test_those_who_merge_are_named_as_on_the_eve(tmp_path: Path) -> None:
    text = "cite: press-a\nlineage: {type: merger, groups: nusra, date: 2017-01-28}\n"
    lineage = data_of(tmp_path, text, nusra=NUSRA)["lineage"]
    assert isinstance(lineage, list)
    assert isinstance(lineage[0], dict)
    assert lineage[0]["groups"] == [{"ref": "nusra", "name_then": {"en": "Jabhat Fateh al-Sham"}}]


def test_what_is_missing_keeps_its_note_and_own_sources(tmp_path: Path) -> None:
    text = "cite: press-a\nfounded: {missing: unknown, note: Nobody says., cite: press-b}\ndissolved: none\n"
    data = data_of(tmp_path, text)
    assert data["founded"] == [{"missing": "unknown", "note": {"en": "Nobody says."}, "cites": [1]}]
    assert data["dissolved"] == [{"missing": "none"}]


def test_citations_and_links_in_markdown_are_gathered(tmp_path: Path) -> None:
    body = "body: See [Nusra](nusra) and [@press-c, para 3].\ncite: press-a\n"
    text = f"name: Group\ntype: armed-group\nas_of: 2026-03-01\n{body}"
    files = {"sources/press.yaml": PRESS, "groups/group.yaml": text, "groups/nusra.yaml": NUSRA}
    sheet = read_publication(tmp_path, files).sheet("group")
    assert sheet["citations"] == [{"n": 1, "source": "press-c", "at": "para 3"}, {"n": 2, "source": "press-a"}]
    records = sheet["records"]
    assert isinstance(records, dict)
    assert list(records) == ["nusra"]


def test_drafts_and_ids_are_not_in_the_data(tmp_path: Path) -> None:
    data = data_of(tmp_path, "cite: press-a\nformer_ids: old-group\n")
    assert list(data) == ["name", "type", "cites"]
