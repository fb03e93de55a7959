"""What an item adds to a record that is there."""

from pathlib import Path

import pytest

from tests.conftest import MakeProject, Run
from tests.reviewing.samples import DRAFT, FILES

BRIGADE = """\
# kept by the desk
name: Red Hill Brigade of Marra
type: coalition
founded: 2011 # the desk's own finding
names: [RHB]
part_of: front
as_of: 2024-01-01
cite: gazette
"""
FRONT = "name: Front\ntype: coalition\nas_of: 2024-01-01\ncite: gazette\n"
BASE = {**FILES, "drafts/daily.yaml": DRAFT, "content/groups/front.yaml": FRONT}


def merge(run: Run, root: Path, *arguments: str) -> tuple[int, str]:
    result = run("-C", root, "accept", root / "drafts/daily.yaml", "--on", "2024-05-08", *arguments)
    return result.code, result.out + result.err


def test_a_merge_adds_and_overwrites_nothing(run: Run, make_project: MakeProject) -> None:
    root = make_project({**BASE, "content/groups/hill.yaml": BRIGADE.replace(" # the desk's own finding", "")})
    code, out = merge(run, root, "--merge", "group-1=hill")
    assert code == 0, out
    text = (root / "content/groups/hill.yaml").read_text()
    assert text.startswith("# kept by the desk\nname: Red Hill Brigade of Marra\n")
    assert "type: coalition\n" in text
    assert 'type: it has "coalition"; this says "armed-group"' in out
    assert "founded:\n  - 2011\n  - value: 2012\n    cite:\n      source: daily-2024-05-07\n" in text
    assert "names:\n  - RHB\n  - name: Red Hill Brigade\n" in text
    assert "groups: [old-guard]\n" in text
    assert "as_of: 2024-01-01\ncite: gazette\n" in text
    assert "short: RHB\n" in text
    assert not (root / "content/groups/red-hill-brigade.yaml").exists()
    assert (root / "content/groups/old-guard.yaml").exists()
    assert run("-C", root, "check").code == 0


def test_a_field_with_a_comment_is_left_to_the_one_who_wrote_it(run: Run, make_project: MakeProject) -> None:
    root = make_project({**BASE, "content/groups/hill.yaml": BRIGADE})
    code, out = merge(run, root, "--merge", "group-1=hill")
    assert code == 0
    assert "leaves out founded: it has a comment: change it by hand" in out
    assert "founded: 2011 # the desk's own finding\n" in (root / "content/groups/hill.yaml").read_text()


def test_what_names_a_merged_item_names_the_record(run: Run, make_project: MakeProject) -> None:
    root = make_project({**BASE, "content/groups/hill.yaml": BRIGADE})
    code, _ = merge(run, root, "event-1", "--merge", "group-1=hill")
    assert code == 0
    assert "participants: hill\n" in (root / "content/events/attack-2024-05-06.yaml").read_text()
    (root / "drafts/daily.yaml").write_text(DRAFT)  # drawn up again: it is remembered
    code, out = merge(run, root, "claim-1")
    assert code == 0, out
    assert "group-1" not in out


def test_an_entry_that_says_more_and_a_day_within_a_month_are_the_same(run: Run, make_project: MakeProject) -> None:
    """`{group: old-guard}` adds nothing to `{group: old-guard, role: target}`, nor 2024-05 to 2024-05-06."""
    event = (
        "name: Raid on Marra\nnames: [Attack on Marra]\ntype: offensive\nwhen: 2024-05-06\n"
        "places: [{place: marra, precision: exact}]\n"
        "participants: [{group: hill, role: initiator}]\nas_of: 2024-05-07\ncite: gazette\n"
    )
    draft = DRAFT.replace("when: 2024-05-06, places: [marra]", "when: 2024-05, places: [marra]")
    place = "name: Marra\ntype: city\n"
    files = {**BASE, "drafts/daily.yaml": draft, "content/events/raid.yaml": event, "content/places/marra.yaml": place}
    root = make_project({**files, "content/groups/hill.yaml": BRIGADE})
    merge(run, root, "--merge", "group-1=hill")
    code, out = merge(run, root, "--merge", "event-1=raid")
    assert (code, "event-1: nothing to add: raid\n" in out) == (0, True), out
    assert (root / "content/events/raid.yaml").read_text() == event


def test_merging_twice_adds_nothing(run: Run, make_project: MakeProject) -> None:
    root = make_project({**BASE, "content/groups/hill.yaml": BRIGADE})
    merge(run, root, "--merge", "group-1=hill")
    before = (root / "content/groups/hill.yaml").read_text()
    code, out = merge(run, root, "--merge", "group-1=hill")
    assert code == 0
    assert "group-1: nothing to add: hill\n" in out
    assert (root / "content/groups/hill.yaml").read_text() == before


CLAIM = "about: front\nclaimant: omar\nsaid: 2024-05-07\ncovers: 2024-05-06\n"
CLAIM += "figures: {value: V, unit: killed, of: soldiers}\ncite: gazette\n"
OMAR = "name: Omar Said\ncite: gazette\n"


@pytest.mark.parametrize(("value", "is_same"), [("at least 30", True), ("at least 20", False)])
def test_a_claim_gains_a_source_and_never_another_number(
    run: Run, make_project: MakeProject, value: str, *, is_same: bool
) -> None:
    claim = CLAIM.replace("V", value)
    root = make_project({**BASE, "content/claims/thirty.yaml": claim, "content/persons/omar.yaml": OMAR})
    code, out = merge(run, root, "--merge", "person-1=omar", "--merge", "claim-1=thirty")
    assert code == 0
    text = (root / "content/claims/thirty.yaml").read_text()
    assert ("source: daily-2024-05-07" in text) is is_same
    assert ("figures differs, so it is a claim of its own; accept it" in out) is not is_same
    assert f"value: {value}" in text


@pytest.mark.parametrize(
    ("target", "reason"),
    [("nobody", "there is no such record"), ("gazette", "that is a source, not a group")],
)
def test_a_merge_into_nothing_is_refused(run: Run, make_project: MakeProject, target: str, reason: str) -> None:
    root = make_project(BASE)
    code, out = merge(run, root, "--merge", f"group-1={target}")
    assert code == 1
    assert reason in out
    assert "review: merged" not in (root / "drafts/daily.yaml").read_text()


def test_a_published_record_is_not_made_to_name_a_draft(run: Run, make_project: MakeProject) -> None:
    draft = DRAFT.replace("{name: Old Guard, type: armed-group, as_of", "{name: Old Guard, as_of")
    draft = draft.replace("      - {at: /type, rule: context,", "      - {at: /name, rule: context,")
    root = make_project({**BASE, "drafts/daily.yaml": draft, "content/groups/hill.yaml": BRIGADE})
    before = (root / "content/groups/hill.yaml").read_text()
    code, out = merge(run, root, "--merge", "group-1=hill")
    assert code == 1
    assert "old-guard" in out
    assert (root / "content/groups/hill.yaml").read_text() == before
    assert run("-C", root, "check").code == 0


def test_a_source_that_is_there_is_left_as_it_is(run: Run, make_project: MakeProject) -> None:
    text = "title: Attack on Marra\npublisher: The Daily\nclass: media\npublished: 2024-05-08\n"
    root = make_project({**BASE, "content/sources/daily-2024-05-07.yaml": text})
    code, out = merge(run, root, "place-1", "source-1")
    assert code == 0
    assert 'leaves out published: it has "2024-05-08"; this says "2024-05-07"' in out
    assert (root / "content/sources/daily-2024-05-07.yaml").read_text() == text + "url: unknown\n"
