"""A second import goes into lists and maps entry by entry, and tells a conflict for each entry."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet import defaults, loading
from factsheet.importing.merging import merge
from factsheet.model import Json, Object
from factsheet.schemas import Schemas
from tests.conftest import MakeProject, Run

SITE = "format: 1\ntitle: T\npublisher: P\n"
Bring = Callable[..., tuple[int, list[dict[str, Json]]]]


def entity(aliases: list[str], until: str = "+2014-00-00T00:00:00Z", viaf: str = "11", gnd: str = "5") -> Json:
    """Return an organization with aliases, a former name that ended, and two numbers."""

    def statement(value: Json, **more: Json) -> Json:
        return {"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, **more}

    ended: Json = {"P582": [{"snaktype": "value", "datavalue": {"value": {"time": until, "precision": 9}}}]}
    return {
        "id": "Q77",
        "type": "item",
        "labels": {"en": {"language": "en", "value": "Front"}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": {
            "P31": [statement({"id": "Q43229"})],
            "P1448": [statement({"text": "Old Front", "language": "en"}, qualifiers=ended)],
            "P214": [statement(viaf)],
            "P227": [statement(gnd)],
        },
    }


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return make_project({"content/site.yaml": SITE})


@pytest.fixture
def bring(root: Path, run: Run) -> Bring:
    def bring(value: Json, *options: str) -> tuple[int, list[dict[str, Json]]]:
        file, report = root.parent / "q.json", root.parent / "report.json"
        file.write_text(json.dumps({"entities": {"Q77": value}}))
        result = run("-C", root, "import", "wikidata", file, "--report", report, *options)
        outcomes = json.loads(report.read_bytes())["outcomes"]
        return result.code, [conflict for each in outcomes for conflict in each.get("conflicts", [])]

    assert bring(entity(["A", "B"])) == (0, [])
    return bring


def read(root: Path) -> dict[str, Json]:
    text = (root / "content/groups/front.yaml").read_bytes()
    value = loading.load(text, "front.yaml").documents[0].value
    assert isinstance(value, dict)
    return value


def edit(root: Path, before: str, after: str) -> None:
    file = root / "content/groups/front.yaml"
    text = file.read_text()
    assert before in text, text
    file.write_text(text.replace(before, after))


def names(root: Path) -> list[Json]:
    listed = read(root)["names"]
    assert isinstance(listed, list)
    return [each.get("name") if isinstance(each, dict) else each for each in listed]


def test_an_entry_of_the_file_is_added_beside_one_that_was_added_by_hand(root: Path, bring: Bring) -> None:
    edit(root, "names:\n", "names:\n  - {name: By hand, type: nickname}\n")
    assert bring(entity(["A", "B", "C"])) == (0, [])
    assert names(root) == ["By hand", "A", "B", "Old Front", "C"]


def test_an_entry_taken_out_by_hand_stays_out_and_one_taken_out_of_the_file_goes(root: Path, bring: Bring) -> None:
    edit(root, "  - {name: A, type: alias}\n", "")
    assert bring(entity(["A", "C"])) == (0, [])
    assert names(root) == ["Old Front", "C"]


def test_a_field_added_to_an_entry_by_hand_stays_when_the_file_changes_another(root: Path, bring: Bring) -> None:
    edit(root, "{name: Old Front, until: 2014}", "{name: Old Front, short: OF, until: 2014}")
    assert bring(entity(["A", "B"], until="+2015-00-00T00:00:00Z")) == (0, [])
    assert read(root)["names"] == [
        {"name": "A", "type": "alias"},
        {"name": "B", "type": "alias"},
        {"name": "Old Front", "short": "OF", "until": 2015},
    ]


def test_a_conflict_is_told_for_its_entry_alone_each_time_until_settled(root: Path, bring: Bring) -> None:
    edit(root, "until: 2014", "until: 2013")
    edit(root, 'viaf: "11"', 'viaf: "12"')
    told = [
        {"field": "names[Old Front].until", "before": 2014, "by_hand": 2013, "incoming": 2015},
        {"field": "identifiers.viaf", "before": 11, "by_hand": 12, "incoming": 13},
    ]
    changed = entity(["A", "B", "C"], until="+2015-00-00T00:00:00Z", viaf="13", gnd="6")
    for _ in range(2):
        code, conflicts = bring(changed)
        assert code == 1
        assert [{name: _plain(each[name]) for name in each} for each in conflicts] == told
        assert names(root) == ["A", "B", "Old Front", "C"]
        identifiers = read(root)["identifiers"]
        assert isinstance(identifiers, dict)
        assert {name: str(each) for name, each in identifiers.items()} == {"wikidata": "Q77", "viaf": "12", "gnd": "6"}
    assert bring(changed, "--keep-mine")[0] == 0
    assert bring(changed) == (0, [])
    assert {"name": "Old Front", "until": 2013} in read(root)["names"]  # type: ignore[operator] # a list


def _plain(value: Json) -> Json:
    return int(value) if isinstance(value, str) and value.isdigit() else value


def test_an_entry_changed_in_the_file_and_taken_out_by_hand_is_a_conflict(root: Path, bring: Bring) -> None:
    edit(root, "  - {name: Old Front, until: 2014}\n", "")
    code, conflicts = bring(entity(["A", "B", "C"], until="+2015-00-00T00:00:00Z"))
    assert (code, [(each["field"], each["by_hand"]) for each in conflicts]) == (1, [("names[Old Front]", None)])
    assert names(root) == ["A", "B", "C"]


def test_a_name_that_was_translated_by_hand_stays_so(root: Path, bring: Bring) -> None:
    edit(root, "name: Front\n", "name: {en: Front, ar: جبهة}\n")
    edit(root, "{name: A, type: alias}", "{name: {en: A, ar: أ}, type: alias}")
    assert bring(entity(["A", "B", "C"])) == (0, [])
    assert read(root)["name"] == {"en": "Front", "ar": "جبهة"}
    assert read(root)["names"][0] == {"name": {"en": "A", "ar": "أ"}, "type": "alias"}  # type: ignore[index] # a list


def test_one_name_that_both_wrote_otherwise_is_a_conflict_of_the_field(root: Path, bring: Bring) -> None:
    edit(root, "{name: A, type: alias}", "{name: A of Marra, type: alias}")
    code, conflicts = bring(entity(["A bis", "B"]))
    assert (code, [each["field"] for each in conflicts]) == (1, ["names"])
    assert names(root) == ["A of Marra", "B", "Old Front"]


def test_designations_are_known_by_their_authority_and_posts_by_person_and_role() -> None:
    schemas = Schemas.read([defaults.SCHEMAS])
    base: Object = {
        "designations": [{"authority": "un", "listed": 2013}, {"authority": "us", "listed": 2014}],
        "people": [{"person": "a", "role": "leader"}, {"person": "a", "role": "founder"}],
    }
    mine: Object = {
        "designations": [
            {"authority": "un", "listed": "2013-05", "label": "terrorist"},
            {"authority": "us", "listed": 2014},
        ],
        "people": [{"person": "a", "role": "leader", "until": 2020}, {"person": "a", "role": "founder"}],
    }
    theirs: Object = {
        "designations": [
            {"authority": "un", "listed": 2012}, {"authority": "us", "listed": 2014, "removed": 2019},
            {"authority": "uk", "listed": 2015},
        ],
        "people": [{"person": "a", "role": "founder", "from": 2001}, {"person": "b", "role": "leader"}],
    }  # fmt: skip
    found = merge(base, mine, theirs, schemas.kind("group"), schemas, "en")
    assert found.changes == {
        "designations": [
            {"authority": "un", "listed": "2013-05", "label": "terrorist"},
            {"authority": "us", "listed": 2014, "removed": 2019},
            {"authority": "uk", "listed": 2015},
        ],
        "people": [
            {"person": "a", "role": "leader", "until": 2020},
            {"person": "a", "role": "founder", "from": 2001},
            {"person": "b", "role": "leader"},
        ],
    }
    assert [(each.field, each.before, each.by_hand, each.incoming) for each in found.conflicts] == [
        ("designations[un].listed", 2013, "2013-05", 2012),
        (
            "people[a, leader]",
            {"person": "a", "role": "leader"},
            {"person": "a", "role": "leader", "until": 2020},
            None,
        ),
    ]
