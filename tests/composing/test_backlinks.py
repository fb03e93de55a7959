from pathlib import Path

from factsheet.model import Json, Object
from tests.composing.publications import read_publication

SOURCES = """\
{id: press, description: Report, publisher: Paper, class: media, published: unknown, url: unknown}
---
{id: wire, description: Report, publisher: Wire, class: agency, published: unknown, url: unknown}
"""


def backlinks_of(root: Path, target: str, files: dict[str, str]) -> Object:
    backlinks = read_publication(root, {"sources/all.yaml": SOURCES, **files}).sheet(target)["backlinks"]
    assert isinstance(backlinks, dict)
    return backlinks


def refs(entries: Json) -> list[Json]:
    assert isinstance(entries, list)
    return [entry["ref"] for entry in entries if isinstance(entry, dict)]


def group(more: str = "") -> str:
    return f"name: Group\ntype: armed-group\nas_of: 2026-03-01\ncite: press\n{more}"


def day(text: str) -> Json:
    return {"edtf": text, "earliest": text, "latest": text}


def test_the_item_that_names_a_record_stands_on_its_page_with_its_sources(tmp_path: Path) -> None:
    files = {
        "groups/hts.yaml": group("people: {person: abu-jabir, role: leader, from: 2017-01-28, cite: wire}\n"),
        "persons/abu-jabir.yaml": "name: Abu Jabir\ncite: press\n",
    }
    expected: Json = [
        {
            "ref": "hts",
            "field": "people",
            "statement": {
                "person": {"ref": "abu-jabir"},
                "role": "leader",
                "from": day("2017-01-28"),
                "cites": [2],
            },
        }
    ]
    assert backlinks_of(tmp_path, "abu-jabir", files)["positions"] == expected


def test_an_inherited_source_is_marked_there_too(tmp_path: Path) -> None:
    files = {"groups/hts.yaml": group("part_of: syria\n"), "groups/syria.yaml": group()}
    expected: Json = [
        {
            "ref": "hts",
            "field": "part_of",
            "statement": {"group": {"ref": "syria"}, "cites": [1], "cites_from": "record"},
        }
    ]
    assert backlinks_of(tmp_path, "syria", files)["parts"] == expected


def test_they_stand_by_date_then_id_and_undated_last(tmp_path: Path) -> None:
    files = {
        "groups/a.yaml": group("part_of: {group: syria}\n"),
        "groups/b.yaml": group("part_of: {group: syria, from: 2015}\n"),
        "groups/c.yaml": group("part_of: {group: syria, from: 2011}\n"),
        "groups/d.yaml": group("part_of: {group: syria, from: 2011}\n"),
        "groups/syria.yaml": group(),
    }
    assert refs(backlinks_of(tmp_path, "syria", files)["parts"]) == ["c", "d", "b", "a"]


def test_one_item_that_names_a_record_twice_stands_once(tmp_path: Path) -> None:
    claims = "about: battle\nclaimant: hts\nsaid: 2020\nstatement: It is so.\ncite: press\n"
    when = "{value: 2020, according_to: [hts, army], disputed_by: army}"
    event = f"name: Battle\ntype: clash\nwhen: {when}\nas_of: 2026\ncite: press\n"
    files = {
        "claims/one.yaml": claims,
        "events/battle.yaml": event,
        "groups/hts.yaml": group(),
        "groups/army.yaml": group(),
    }
    backlinks = backlinks_of(tmp_path, "army", files)
    assert list(backlinks) == ["attributed", "disputes"]
    assert refs(backlinks["attributed"]) == ["battle"]


def test_a_sources_page_has_ids_and_counts_only(tmp_path: Path) -> None:
    files = {"groups/hts.yaml": group("founded: {value: 2017, cite: press}\n"), "groups/army.yaml": group()}
    backlinks = backlinks_of(tmp_path, "press", files)
    assert backlinks == {"cited_by": [{"ref": "hts", "count": 2}, {"ref": "army", "count": 1}]}


def test_drafts_and_withdrawn_records_are_not_among_them(tmp_path: Path) -> None:
    files = {
        "groups/a.yaml": group("part_of: syria\ndraft: true\n"),
        "groups/b.yaml": group("part_of: syria\nwithdrawn: Wrong.\n"),
        "groups/syria.yaml": group(),
    }
    assert backlinks_of(tmp_path, "syria", files) == {}


def test_a_selection_names_records_without_a_statement(tmp_path: Path) -> None:
    dossier = "title: File\nsections: [{title: Who, records: [hts]}]\n"
    files = {"groups/hts.yaml": group(), "dossiers/file.yaml": dossier}
    assert backlinks_of(tmp_path, "hts", files)["dossiers"] == [{"ref": "file"}]
