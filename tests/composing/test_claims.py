from pathlib import Path

from factsheet.model import Json, Object
from tests.composing.publications import Publication, read_publication

SOURCE = "description: Report\npublisher: Paper\nclass: media\norigin: TASS\npublished: unknown\nurl: unknown\n"
EVENT = """\
name: Battle
type: offensive
when: 2024-11-27
participants:
  - {group: hts, side: a}
  - {group: army, side: b}
  - {group: air-force, side: b}
as_of: 2024-12-02
cite: press
"""
GROUPS = """\
{id: hts, name: HTS, type: armed-group, as_of: 2024-12-02, cite: press}
---
{id: army, name: Army, type: state-force, part_of: syria, as_of: 2024-12-02, cite: press}
---
{id: command, name: Command, type: state-body, part_of: army, as_of: 2024-12-02, cite: press}
---
{id: syria, name: Syria, type: state, as_of: 2024-12-02, cite: press}
---
{id: russia, name: Russia, type: state, as_of: 2024-12-02, cite: press}
---
{id: air-force, name: Air force, type: state-force, part_of: russia, as_of: 2024-12-02, cite: press}
---
{id: centre, name: Centre, type: state-body, part_of: russia, as_of: 2024-12-02, cite: press}
---
{id: sohr, name: SOHR, type: monitor, as_of: 2024-12-02, cite: press}
"""


def claim(identity: str, claimant: str, figures: str, more: str = "") -> str:
    head = f"id: {identity}\nabout: battle\nclaimant: {claimant}\nsaid: 2024-11-30\ncovers: 2024-11-27\n"
    return f"{head}figures: {figures}\n{more}cite: press\n"


def publish(root: Path, *claims: str) -> Publication:
    texts = {"sources/press.yaml": SOURCE, "events/battle.yaml": EVENT, "groups/all.yaml": GROUPS}
    return read_publication(root, {**texts, "claims/all.yaml": "---\n".join(claims)})


def derived_of(publication: Publication, target: str) -> Object:
    derived = publication.sheet(target)["derived"]
    assert isinstance(derived, dict)
    return derived


def test_a_claimants_side_is_that_of_the_participant_it_is_or_belongs_to(tmp_path: Path) -> None:
    publication = publish(
        tmp_path,
        claim("by-hts", "hts", "{value: 1, unit: killed}"),
        claim("by-command", "command", "{value: 1, unit: killed}"),
        claim("by-centre", "centre", "{value: 1, unit: killed}"),
        claim("by-sohr", "sohr", "{value: 1, unit: killed}"),
        claim("by-nobody", "unknown", "{value: 1, unit: killed}"),
    )
    sides = {
        name: derived_of(publication, f"by-{name}")["side"] for name in ("hts", "command", "centre", "sohr", "nobody")
    }
    assert sides == {"hts": "a", "command": "b", "centre": "b", "sohr": None, "nobody": None}


def test_figures_of_one_side_and_a_monitor_are_one_sided(tmp_path: Path) -> None:
    publication = publish(
        tmp_path,
        claim("one", "centre", "{value: 400, unit: killed}"),
        claim("two", "sohr", "{value: 311, unit: killed}"),
        claim("three", "hts", "{value: 400, unit: km2}"),
    )
    assert derived_of(publication, "battle")["one_sided"] == {"killed": "b", "km2": "a"}


def test_figures_of_both_sides_are_not_one_sided(tmp_path: Path) -> None:
    killed = "{value: 400, unit: killed}"
    publication = publish(tmp_path, claim("one", "centre", killed), claim("two", "hts", killed))
    assert "one_sided" not in derived_of(publication, "battle")


def test_figures_of_third_parties_alone_are_not_one_sided(tmp_path: Path) -> None:
    publication = publish(tmp_path, claim("one", "sohr", "{value: 400, unit: killed}"))
    assert "one_sided" not in derived_of(publication, "battle")


def test_a_retracted_figure_no_longer_counts_for_its_side(tmp_path: Path) -> None:
    killed = "{value: 400, unit: killed}"
    taken_back = claim("three", "hts", "{value: 1, unit: other}", "retracts: two\n")
    publication = publish(tmp_path, claim("one", "centre", killed), claim("two", "hts", killed), taken_back)
    assert derived_of(publication, "battle")["one_sided"] == {"killed": "b"}
    assert derived_of(publication, "two")["retracted"] is True


def test_topics_follow_from_units(tmp_path: Path) -> None:
    figures = "[{value: 1, unit: killed}, {value: 2, unit: wounded}, {value: 3, unit: km2}]"
    assert derived_of(publish(tmp_path, claim("one", "sohr", figures)), "one")["topic"] == ["casualties", "territory"]


def test_a_disputed_claim_says_so(tmp_path: Path) -> None:
    killed = "{value: 400, unit: killed}"
    publication = publish(tmp_path, claim("one", "centre", killed), claim("two", "hts", killed, "disputes: one\n"))
    assert derived_of(publication, "one")["stance"] == "disputed"
    assert derived_of(publication, "two")["stance"] == "attributed"


def test_an_assessment_is_repeated(tmp_path: Path) -> None:
    publication = publish(tmp_path, claim("one", "sohr", "{value: 4, unit: killed}", "assessment: corroborated\n"))
    assert derived_of(publication, "one")["assessment"] == "corroborated"


def test_a_claim_without_figures_is_labelled_by_its_statement(tmp_path: Path) -> None:
    text = "id: one\nabout: battle\nclaimant: sohr\nsaid: 2016-12-21\nstatement: The city is empty.\ncite: press\n"
    assert publish(tmp_path, text).sheet("one")["label"] == {"en": "SOHR: The city is empty, said 21 December 2016"}


def test_a_claim_of_unknown_owner_and_day_has_a_label_too(tmp_path: Path) -> None:
    text = "id: one\nabout: battle\nclaimant: unknown\nsaid: unknown\nstatement: The city is empty.\ncite: press\n"
    label: Json = publish(tmp_path, text).sheet("one")["label"]
    assert label == {"en": "Unknown: The city is empty"}
