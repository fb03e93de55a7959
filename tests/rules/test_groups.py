"""Groups in time: what they come from, what they take part in, and loops among them."""

from pathlib import Path

import pytest

from tests.rules.publications import find, places


@pytest.mark.parametrize(
    ("life", "when", "word"),
    [
        ("founded: 2011\n", "2010-12-31", "before it was founded, 2011-01-01"),
        ("founded: [2012, 2011-12]\n", "2011-11", "before it was founded, 2011-12-01"),
        ("dissolved: [2013, 2014-02-01]\n", "2014-02-02", "after it ended, 2014-02-01"),
    ],
)
def test_an_act_outside_the_life_of_a_group_is_placed_at_the_act(
    tmp_path: Path, life: str, when: str, word: str
) -> None:
    files = {"groups/red-hill.yaml": life, "events/bridge.yaml": f"when: {when}\nparticipants: red-hill\n"}
    found = find(tmp_path, "active-outside-lifetime", files)
    assert [each.message for each in found] == [f'"red-hill" acts on {when} {word}']
    assert places(found) == ["events/bridge.yaml:2:15"]
    assert [each.path for each in found[0].related] == ["content/groups/red-hill.yaml"]


@pytest.mark.parametrize(
    ("life", "act"),
    [
        ("founded: [2012, 2011-12]\n", "when: 2011-12-05\nparticipants: red-hill\n"),
        ("founded: [2012, unknown]\n", "when: 2010\nparticipants: red-hill\n"),
        ("dissolved: none\n", "when: 2015\nparticipants: red-hill\n"),
        ("dissolved: 2013\n", "when: 2012/2016\nparticipants: red-hill\n"),
        ("dissolved: 2013\n", "when: 2015\nparticipants: {group: red-hill, role: target}\n"),
        ("dissolved: 2013\n", "when: 2015\nparticipants: {group: red-hill, rejected: It was gone.}\n"),
    ],
)
def test_what_can_have_been_is_left_alone(tmp_path: Path, life: str, act: str) -> None:
    files = {"groups/red-hill.yaml": life, "events/bridge.yaml": act}
    assert find(tmp_path, "active-outside-lifetime", files) == []


def test_a_group_ends_with_the_merger_that_it_went_into(tmp_path: Path) -> None:
    files = {
        "groups/red-front.yaml": "lineage: {type: merger, groups: red-hill, date: 2012-01-10}\n",
        "groups/red-hill.yaml": "",
        "claims/nine.yaml": "claimant: red-hill\nsaid: 2012-03-05\n",
    }
    assert places(find(tmp_path, "active-outside-lifetime", files)) == ["claims/nine.yaml:1:11"]


def test_a_group_that_left_the_merger_again_lives_on(tmp_path: Path) -> None:
    files = {
        "groups/red-front.yaml": "lineage: {type: merger, groups: red-hill, date: 2012-01-10}\n",
        "groups/red-hill.yaml": "lineage: {type: split, groups: red-front, date: 2012-02-01}\n",
        "claims/nine.yaml": "claimant: red-hill\nsaid: 2012-03-05\n",
    }
    assert find(tmp_path, "active-outside-lifetime", files) == []
    assert find(tmp_path, "reference-cycle", files) == []


def test_a_leader_before_the_founding_is_reported(tmp_path: Path) -> None:
    files = {"groups/red-hill.yaml": "founded: 2011\npeople: {person: anna-hill, role: leader, from: 2010}\n"}
    assert places(find(tmp_path, "active-outside-lifetime", files)) == ["groups/red-hill.yaml:2:49"]


def test_being_listed_after_the_end_is_no_act(tmp_path: Path) -> None:
    files = {"groups/red-hill.yaml": "dissolved: 2011\ndesignations: {authority: watch, listed: 2013}\n"}
    assert find(tmp_path, "active-outside-lifetime", files) == []


def test_a_part_founded_after_the_merger_is_placed_at_its_id(tmp_path: Path) -> None:
    files = {
        "groups/red-front.yaml": (
            "lineage:\n  - type: merger\n    groups: [old-league, red-hill]\n    date: 2012-01-10\n"
        ),
        "groups/red-hill.yaml": "founded: 2013\n",
    }
    found = find(tmp_path, "merged-before-founded", files)
    assert places(found) == ["groups/red-front.yaml:3:26"]
    assert [each.message for each in found] == ['"red-hill" was founded in 2013, after this merger of 2012-01-10']


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"groups/a.yaml": "part_of: b\n", "groups/b.yaml": "part_of: c\n", "groups/c.yaml": "part_of: a\n"},
            '"part_of" leads in a circle: a -> b -> c -> a',
        ),
        ({"groups/a.yaml": "part_of: a\n"}, '"a" names itself in "part_of"'),
        ({"places/a.yaml": "within: b\n", "places/b.yaml": "within: a\n"}, '"within" leads in a circle: a -> b -> a'),
        (
            {"agreements/a.yaml": "amends: b\n", "agreements/b.yaml": "supersedes: a\n"},
            '"amends" leads in a circle: a -> b -> a',
        ),
        (
            {"claims/a.yaml": "revises: b\n", "claims/b.yaml": "repeats: a\n"},
            '"revises" leads in a circle: a -> b -> a',
        ),
        (
            {
                "groups/a.yaml": "lineage: {type: split, groups: b}\n",
                "groups/b.yaml": "lineage: {type: merger, groups: a, date: 2012}\n",
            },
            '"lineage" leads in a circle: a -> b -> a',
        ),
        (
            {
                "groups/a.yaml": "lineage: {type: split, groups: b, date: 2014}\n",
                "groups/b.yaml": (
                    "lineage: [{type: merger, groups: a, date: 2012}, {type: absorption, groups: a, date: 2014}]\n"
                ),
            },
            '"lineage" leads in a circle: a -> b -> a',
        ),
    ],
)
def test_a_loop_is_told_once_with_its_way(tmp_path: Path, files: dict[str, str], message: str) -> None:
    found = find(tmp_path, "reference-cycle", files)
    assert [each.message for each in found] == [message]
    assert len(found[0].related) == len(files) - 1


@pytest.mark.parametrize(
    "files",
    [
        {"claims/a.yaml": "disputes: b\n", "claims/b.yaml": "disputes: a\n"},
        {"groups/a.yaml": "see_also: b\n", "groups/b.yaml": "see_also: a\n"},
        {
            "groups/a.yaml": "part_of: {group: b, until: 2012}\n",
            "groups/b.yaml": "part_of: {group: a, from: 2014}\n",
        },
        {"groups/a.yaml": "part_of: {group: b, rejected: No.}\n", "groups/b.yaml": "part_of: a\n"},
        {"groups/a.yaml": "part_of: [b, c]\n", "groups/b.yaml": "part_of: c\n", "groups/c.yaml": ""},
    ],
)
def test_what_goes_round_by_right_is_left_alone(tmp_path: Path, files: dict[str, str]) -> None:
    assert find(tmp_path, "reference-cycle", files) == []
