"""`statements.csv` holds exactly the values of `dataset.json`, counted in two ways that know nothing of each other."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from factsheet.composing import compose_all
from factsheet.formats.context import Context
from factsheet.formats.exports import list_exports
from factsheet.project import read_project
from factsheet.resolution import choose_moment, resolve
from factsheet.schemas import Schemas, walk
from tests.conftest import MakeProject
from tests.formats.test_exports import read_table

ROOT = Path(__file__).resolve().parents[2]
STATED = ("as_of", "reviewed", "withdrawn", "changes", "data")
ADDED = {"cites", "cites_from", "stance"}
MISSING = {"unknown", "none", "withheld"}

MISSION_SCHEMA = """{
  "title": "Mission", "x-folder": "missions", "x-plural": "Missions", "type": "object", "required": ["name"],
  "properties": {
    "name": {"$ref": "urn:factsheet:common#/$defs/name"},
    "motto": {"$ref": "urn:factsheet:common#/$defs/text", "title": "Motto"},
    "toll": {"title": "Toll", "type": "object", "properties": {
      "missing": {"title": "Missing people", "type": "integer"},
      "killed": {"$ref": "urn:factsheet:common#/$defs/amount", "title": "Killed"}}},
    "crew": {"title": "Crew", "type": "array", "items": {"type": "object", "properties": {
      "person": {"$ref": "urn:factsheet:common#/$defs/id", "x-ref": ["person"], "x-inverse": "crew_of"},
      "since": {"$ref": "urn:factsheet:common#/$defs/maybe_date"},
      "ranks": {"type": "array", "items": {"$ref": "urn:factsheet:common#/$defs/text"}}}}},
    "budget": {"title": "Budget", "$ref": "urn:factsheet:common#/$defs/valued_amount"},
    "by_year": {"title": "By year", "type": "object", "additionalProperties": {
      "type": "object", "properties": {"share": {"type": "number"}, "is_final": {"type": "boolean"}}}},
    "loose": {"title": "Loose", "type": "object"}
  }
}"""
MISSION = """
name: {en: Polar mission, ar: مهمة قطبية}
motto: {ar: إلى الأمام}
toll: {missing: 120, killed: at least 3}
crew:
  - {person: ann, since: {missing: withheld, note: She asked for it.}, ranks: [Captain, {en: Doctor, ru: Врач}]}
  - {since: 2019-05~}
budget: [{value: 200 to 300 best 250, date: 2019, cite: r, note: Of both halves.}, {value: dozens, rejected: A guess.}]
by_year: {"2019": {share: 0.5, is_final: true}, "2020": {share: -3}}
loose: {edtf: not a date, a/b~c: {ref: nobody, list: [1, two, {three: 3.5}]}}
note: All of it is made up.
as_of: 2020
changes: {date: 2020-01-01, type: correction, text: A slip., was: Something else.}
"""
OWN = {
    "content/site.yaml": "title: Own\npublisher: Desk\nlanguages: [en, ar]\n",
    "content/sources/r.yaml": "title: R\npublisher: P\nclass: media\npublished: unknown\nurl: none\n",
    "content/persons/ann.yaml": "name: Ann\n",
    "content/missions/polar.yaml": MISSION,
    "schemas/mission.schema.json": MISSION_SCHEMA,
}
PUBLICATIONS = [ROOT, *sorted(path.parent.parent for path in ROOT.glob("examples/*/content/site.yaml"))]


@cache
def export(root: Path) -> tuple[dict[str, bytes], Schemas]:
    project = read_project(root)
    corpus, _ = resolve(project.records, project.schemas, moment=choose_moment(project.records))
    sheets = list(compose_all(corpus, project.schemas, project.site, project.files))
    return list_exports(sheets, project.schemas, Context(site=project.site)), project.schemas


def list_scalars(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every scalar that someone typed, with its place; told by the shape of the JSON alone."""
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from list_scalars(entry, f"{place}/{index}")
    elif not isinstance(value, dict):
        yield place, value if isinstance(value, str) else json.dumps(value)
    elif {"edtf", "earliest", "latest"} == value.keys():
        yield place, value["edtf"]
    elif {"text", "low", "high"} <= value.keys() <= {"text", "low", "high", "best"}:
        yield place, value["text"]
    elif "ref" in value and value.keys() <= {"ref", "name_then", "later_name"}:
        yield place, value["ref"]
    elif value.get("missing") in MISSING:
        yield place, value["missing"]
        yield from list_scalars(value.get("note", {}), f"{place}/note")
    else:
        for name, entry in value.items():
            if name not in ADDED:
                yield from list_scalars(entry, f"{place}/{name.replace('~', '~0').replace('/', '~1')}")


def compare(files: dict[str, bytes]) -> int:
    """Assert that both files hold the same values, each as often; return how many."""
    dataset = json.loads(files["data/dataset.json"])
    expected = Counter(
        (sheet["id"], place, value)
        for sheet in dataset["sheets"]
        for part in STATED
        if part in sheet
        for place, value in list_scalars(sheet[part], f"/{part}")
    )
    rows = read_table(files["data/statements.csv"])
    found = Counter(
        (
            row["record"],
            row["path"] + (f"/{row['language']}" if row["language"] else ""),
            row["value"].removeprefix("'"),
        )
        for row in rows
    )
    bare = Counter({(record, place, value.removeprefix("'")): n for (record, place, value), n in expected.items()})
    assert found - bare == Counter()
    assert bare - found == Counter()
    return len(rows)


@pytest.mark.parametrize("root", PUBLICATIONS, ids=lambda root: root.name)
def test_the_statements_are_the_values_of_the_dataset(root: Path) -> None:
    files, _ = export(root)
    count = compare(files)
    assert count > 3000 or root != ROOT


def test_the_statements_of_a_kind_of_ones_own_are_the_values_of_the_dataset(make_project: MakeProject) -> None:
    files, _ = export(make_project(OWN))
    assert compare(files) == 37


def test_there_are_as_many_statements_as_a_walk_by_the_schemas_finds() -> None:
    files, schemas = export(ROOT)
    count = 0
    for sheet in json.loads(files["data/dataset.json"])["sheets"]:
        for leaf in walk(sheet["data"], schemas.kinds[sheet["kind"]].schema, schemas):
            is_text = leaf.schema.get("x-form") == "text"
            count += len(leaf.value) if is_text and isinstance(leaf.value, dict) else 1
            note = leaf.value.get("note") if isinstance(leaf.value, dict) and "missing" in leaf.value else None
            count += len(note) if isinstance(note, dict) else 0
    rows = read_table(files["data/statements.csv"])
    assert len([row for row in rows if row["path"].startswith("/data/")]) == count


def test_a_table_flattens_what_a_kind_of_ones_own_nests(make_project: MakeProject) -> None:
    files, _ = export(make_project(OWN))
    [row] = read_table(files["data/mission.csv"])
    expected = {
        "name": "Polar mission",
        "name_ar": "مهمة قطبية",
        "motto": "إلى الأمام",
        "toll.missing": "120",
        "toll.killed": "at least 3",
        "toll.killed_low": "3",
        "toll.killed_high": "",
        "crew": "ann, withheld, Captain | Doctor | 2019-05~",
        "budget": "200 to 300 best 250",
        "budget_low": "200",
        "budget_high": "300",
        "by_year": "2019: 0.5, true, 2020: -3",
    }
    assert {name: row[name] for name in expected} == expected


def test_every_record_has_a_row_in_the_table_of_its_kind() -> None:
    files, _ = export(ROOT)
    sheets = json.loads(files["data/dataset.json"])["sheets"]
    kinds = Counter(sheet["kind"] for sheet in sheets)
    assert {f"data/{kind}.csv" for kind in kinds} == files.keys() - {"data/dataset.json", "data/statements.csv"}
    for kind, count in kinds.items():
        rows = read_table(files[f"data/{kind}.csv"])
        assert [row["id"] for row in rows] == sorted(sheet["id"] for sheet in sheets if sheet["kind"] == kind)
        assert len(rows) == count
