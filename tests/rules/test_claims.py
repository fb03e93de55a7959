"""Rival counts: how well backed, from which side, and which replaces which."""

from pathlib import Path

import pytest

from tests.rules.publications import find, places

NINE = "claims/nine.yaml"
RUSSIAN = "publisher: Agency\nclass: agency\naffiliated_with: northland\n"


@pytest.mark.parametrize(
    ("cite", "message"),
    [
        ("gazette", "corroborated means two origins independent of the claimant; here there is Hill Press"),
        ("[state-wire]", "corroborated means two origins independent of the claimant; here there is none"),
        (
            "[gazette, state-wire]",
            "corroborated means two origins independent of the claimant; here there is Hill Press",
        ),
        ("[gazette, wire-report]", ""),
    ],
)
def test_corroborated_means_two_independent_origins(tmp_path: Path, cite: str, message: str) -> None:
    """The army is part of the state, and so its state's agency is no second witness."""
    files = {
        NINE: f"claimant: northland-army\nassessment: corroborated\ncite: {cite}\n",
        "sources/state-wire.yaml": RUSSIAN,
    }
    found = find(tmp_path, "weak-corroboration", files)
    assert [each.message for each in found] == [message] * bool(message)
    assert places(found) == [f"{NINE}:2:13"] * bool(message)


def test_a_claim_by_another_that_supports_it_counts(tmp_path: Path) -> None:
    files = {
        NINE: "assessment: corroborated\ncite: gazette\n",
        "claims/other.yaml": "claimant: watch\nsupports: nine\ncite: wire-report\n",
    }
    assert find(tmp_path, "weak-corroboration", files) == []


def test_confirmed_says_by_whom(tmp_path: Path) -> None:
    assert places(find(tmp_path, "weak-corroboration", {NINE: "assessment: confirmed\n"})) == [f"{NINE}:1:13"]
    assert find(tmp_path, "weak-corroboration", {NINE: "assessment: {value: confirmed, by: Desk}\n"}) == []


def test_figures_of_one_side_are_told_in_one_sentence(tmp_path: Path) -> None:
    sides = "participants: [{group: red-hill, side: a}, {group: northland, side: b}]\n"
    files = {
        "events/bridge.yaml": sides,
        NINE: "figures: [{value: 9, unit: killed}, {value: 2, unit: wounded}, {value: 1, unit: other, of: mills}]\n",
        "claims/watch.yaml": "claimant: watch\nfigures: {value: 4, unit: killed}\n",
    }
    found = find(tmp_path, "one-sided-figures", files)
    assert [each.message for each in found] == [
        'of the sides of this event only "b" gives figures of killed and wounded'
    ]
    assert places(found) == ["events/bridge.yaml:1:1"]


LATER = "said: 2012-03-07\ncovers: 2012-03-04/2012-03-06\nfigures: {value: 12, unit: killed}\n"


@pytest.mark.parametrize(
    ("later", "is_found"),
    [
        (LATER, True),
        (LATER + "revises: nine\n", False),
        (LATER + "repeats: nine\n", False),
        (LATER.replace("2012-03-04/", "2012-03-05/"), False),
        (LATER.replace("said: 2012-03-07", "said: 2012-03-05"), False),
        (LATER.replace("killed", "wounded"), False),
        (LATER.replace("killed", "killed, of: soldiers"), False),
        (LATER + "claimant: watch\n", False),
        (LATER + "about: battle\n", False),
    ],
)
def test_a_count_that_goes_on_says_so(tmp_path: Path, later: str, *, is_found: bool) -> None:
    files = {NINE: "", "claims/twelve.yaml": later, "events/battle.yaml": ""}
    found = find(tmp_path, "unlinked-revision", files)
    assert places(found) == ["claims/twelve.yaml:1:1"] * is_found
    assert [each.hint for each in found] == ["add revises: nine, or repeats:"] * is_found


def test_a_chain_of_revisions_is_one_link(tmp_path: Path) -> None:
    files = {
        NINE: "",
        "claims/ten.yaml": "said: 2012-03-06\nrevises: nine\n",
        "claims/twelve.yaml": LATER + "revises: ten\n",
    }
    assert find(tmp_path, "unlinked-revision", files) == []


@pytest.mark.parametrize(
    ("person", "claim", "is_thin"),
    [
        ("", "disputed_by: red-hill\ncite: gazette\n", True),
        ("", "disputed_by: red-hill\ncite: [gazette, yearbook]\n", True),
        ("", "disputed_by: red-hill\ncite: [gazette, wire-report]\n", False),
        ("", "cite: gazette\n", False),
        ("died: 2010\n", "disputed_by: red-hill\ncite: gazette\n", False),
    ],
)
def test_a_disputed_claim_about_a_living_person_needs_more(
    tmp_path: Path, person: str, claim: str, *, is_thin: bool
) -> None:
    files = {"persons/anna-hill.yaml": person, "claims/bribes.yaml": "about: anna-hill\n" + claim}
    assert places(find(tmp_path, "thin-evidence-on-person", files)) == ["claims/bribes.yaml:1:1"] * is_thin
