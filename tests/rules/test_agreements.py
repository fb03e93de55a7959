"""Who can have signed what, and whose judgement it is."""

from pathlib import Path

import pytest

from tests.rules.publications import find, places

TRUCE = "agreements/truce.yaml"


@pytest.mark.parametrize("field", ["guarantors", "mediators", "witnesses"])
def test_a_party_that_vouches_for_itself_is_reported(tmp_path: Path, field: str) -> None:
    text = f"parties: [red-hill, northland]\n{field}: northland\n"
    found = find(tmp_path, "party-as-third-party", {TRUCE: text})
    assert [each.message for each in found] == [f'"northland" is a party to this agreement, and among its {field} too']
    assert places(found) == [f"{TRUCE}:2:{len(field) + 3}"]
    assert [(each.line, each.column) for each in found[0].related] == [(1, 21)]


@pytest.mark.parametrize(
    ("parties", "stands_for", "is_stranger"),
    [
        ("[red-hill, northland]", "old-league", True),
        ("[red-hill, northland]", "northland-army", False),
        ("[red-hill, northland-army]", "northland", False),
        ("[red-hill, northland]", "red-hill", False),
        ("unknown", "old-league", False),
    ],
)
def test_whoever_signs_does_it_for_somebody_named(
    tmp_path: Path, parties: str, stands_for: str, *, is_stranger: bool
) -> None:
    text = f"parties: {parties}\nsignatories: [{{name: Hill, for: {stands_for}}}]\n"
    found = find(tmp_path, "signed-for-stranger", {TRUCE: text})
    assert places(found) == ([f"{TRUCE}:2:33"] if is_stranger else [])


@pytest.mark.parametrize("field", ["supplements", "amends", "implements", "supersedes", "renews", "refers_to"])
def test_the_later_text_names_the_earlier(tmp_path: Path, field: str) -> None:
    files = {TRUCE: f"signed: 2011\n{field}: valley-pact\n", "agreements/valley-pact.yaml": "signed: 2012\n"}
    found = find(tmp_path, "earlier-names-later", files)
    assert places(found) == [f"{TRUCE}:2:{len(field) + 3}"]
    assert found[0].hint == 'let "valley-pact" name this one'
    files[TRUCE] = f"signed: 2012-06\n{field}: valley-pact\n"
    assert find(tmp_path, "earlier-names-later", files) == []


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("groups/red-hill.yaml", "strength: [{value: 30, cite: gazette}]\n", "1:12"),
        (TRUCE, "status: {value: violated, from: 2013}\n", "1:9"),
        (TRUCE, "provisions: [{text: All leave., fulfilment: met}]\n", "1:45"),
    ],
)
def test_a_judgement_needs_an_owner(tmp_path: Path, path: str, text: str, place: str) -> None:
    assert places(find(tmp_path, "judgement-without-owner", {path: text})) == [f"{path}:{place}"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("groups/red-hill.yaml", "strength: unknown\n"),
        ("groups/red-hill.yaml", "strength: 30\naccording_to: watch\n"),
        (TRUCE, "status: [{value: in-force, from: 2013}, {value: lapsed}, {value: superseded}]\n"),
        (TRUCE, "status: {value: violated, according_to: watch}\n"),
        (TRUCE, "provisions: [{text: All leave., fulfilment: {value: met, according_to: watch}}]\n"),
    ],
)
def test_facts_and_owned_judgements_are_left_alone(tmp_path: Path, path: str, text: str) -> None:
    assert find(tmp_path, "judgement-without-owner", {path: text}) == []


def test_a_provision_whose_day_has_passed_is_placed_at_that_day(tmp_path: Path) -> None:
    text = "provisions:\n  - text: All leave.\n    due: 2013\n  - {text: All stay., due: 2021}\nas_of: 2020-05-01\n"
    assert places(find(tmp_path, "unjudged-provision", {TRUCE: text})) == [f"{TRUCE}:3:10"]
