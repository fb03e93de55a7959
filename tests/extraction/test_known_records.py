"""What the publication has is linked where a name says so, and offered where days and names in common do."""
# ruff: noqa: E501 - records are kept on a line

from collections.abc import Callable
from datetime import date

import pytest

from factsheet import extraction
from factsheet.extraction import Item
from factsheet.model import Object
from factsheet.project import read_project
from tests.conftest import MakeProject

CONTENT = {
    "content/site.yaml": "format: 1\ntitle: T\npublisher: P\n",
    "content/groups/sudan.yaml": "name: Sudan\ntype: state\ncountries: SD\nas_of: 2024-01-01\ncite: a\n",
    "content/groups/norway.yaml": "name: Kingdom of Norway\nnames: [Norway]\ntype: state\nas_of: 2024-01-01\ncite: a\n",
    "content/groups/saf.yaml": (
        "name: Sudanese Armed Forces\nnames: [Sudanese Army]\ntype: state-force\npart_of: sudan\nas_of: 2024-01-01\ncite: a\n"
    ),
    "content/groups/blue-army.yaml": "name: al-Blue Army\ntype: armed-group\nas_of: 2024-01-01\ncite: a\n",
    "content/places/sudan-country.yaml": "name: Sudan\ntype: country\n",
    "content/places/marra.yaml": "name: Marra\ntype: city\n",
    "content/events/marra-raid.yaml": (
        "name: Raid on Marra\ntype: clash\nwhen: 2024-11-25\nplaces: marra\nas_of: 2024-11-26\ncite: a\n"
    ),
    "content/events/marra-siege.yaml": (
        "name: Siege of Marra\ntype: siege\nwhen: 2024-11/..\nplaces: marra\nas_of: 2024-11-26\ncite: a\n"
    ),
    "content/events/other-day.yaml": (
        "name: Another raid\ntype: clash\nwhen: 2024-11-20\nplaces: marra\nas_of: 2024-11-26\ncite: a\n"
    ),
    "content/agreements/oslo-2019.yaml": (
        "name: Oslo Framework Agreement\ntype: framework\nsigned: 2019-05-03\nparties: [sudan, blue-army]\nas_of: 2024-01-01\n"
        "cite: a\n"
    ),
    "content/sources/a.yaml": "title: A\npublisher: P\nclass: media\npublished: 2024-11-26\nurl: unknown\n",
}


@pytest.fixture
def draw(make_project: MakeProject) -> Callable[[str], list[Item]]:
    gazetteer = extraction.Gazetteer.of(read_project(make_project(CONTENT)).records)

    def run(text: str) -> list[Item]:
        findings = extraction.find(text, date(2024, 11, 29), gazetteer=gazetteer)
        source: Object = {"path": "a.txt", "published": "2024-11-29"}
        return list(extraction.draft(findings, source=source, gazetteer=gazetteer).items)

    return run


def test_a_country_that_is_a_place_and_a_state_is_linked_as_both(draw: Callable[[str], list[Item]]) -> None:
    items = draw("Sudan and Norway signed the Marra Peace Agreement on 3 May 2019. He left Sudan.")
    assert {item.id: item.known for item in items if item.kind in {"group", "place"}} == {
        "sudan": True, "norway": True, "sudan-country": True,
    }  # fmt: skip
    (agreement,) = [item for item in items if item.kind == "agreement"]
    assert agreement.record["parties"] == ["sudan", "norway"]


def test_a_body_of_a_state_is_known_by_its_other_name_in_small_letters(draw: Callable[[str], list[Item]]) -> None:
    items = draw("The Sudanese Armed Forces advanced. The Sudanese army lost 12 soldiers.")
    assert [(item.id, item.known) for item in items if item.kind == "group"] == [("saf", True)]


def test_a_body_that_is_named_by_its_state_alone_is_offered_the_forces_of_that_state(
    draw: Callable[[str], list[Item]],
) -> None:
    (group,) = [item for item in draw("The Sudanese military lost 12 soldiers.") if item.kind == "group"]
    assert (group.id, group.known, group.candidates) == ("sudanese-military", False, ("saf",))


def test_a_name_that_opens_a_sentence_is_known(draw: Callable[[str], list[Item]]) -> None:
    assert ("blue-army", True) in [(item.id, item.known) for item in draw("Al-Blue Army fighters left Marra.")]


def test_a_new_record_takes_no_id_of_the_publication(draw: Callable[[str], list[Item]]) -> None:
    groups = [item for item in draw("The Blue Army left Marra.") if item.kind == "group"]
    assert [(item.id, item.known, item.candidates) for item in groups] == [("blue-army-2", False, ("blue-army",))]


def test_an_agreement_of_the_publication_is_linked_by_its_name(draw: Callable[[str], list[Item]]) -> None:
    items = draw("The Oslo Framework Agreement was signed on 3 May 2019 by Sudan and Norway.")
    (agreement,) = [item for item in items if item.kind == "agreement"]
    assert (agreement.id, agreement.known, agreement.missing) == ("oslo-2019", True, ())


def test_an_agreement_without_a_name_is_offered_that_of_its_month_and_parties(
    draw: Callable[[str], list[Item]],
) -> None:
    (agreement,) = [
        item for item in draw("A May 2019 agreement between Sudan and Norway failed.") if item.kind == "agreement"
    ]
    assert (agreement.known, agreement.candidates) == (False, ("oslo-2019",))


def test_an_event_is_offered_those_of_its_day_and_place_the_nearest_first(draw: Callable[[str], list[Item]]) -> None:
    (event,) = [item for item in draw("Gunmen attacked a police patrol in Marra on Monday.") if item.kind == "event"]
    assert event.candidates == ("marra-raid", "marra-siege")


def test_an_event_elsewhere_on_another_day_is_offered_nothing(draw: Callable[[str], list[Item]]) -> None:
    (event,) = [item for item in draw("Gunmen attacked a police patrol in Belt on 2 May 2015.") if item.kind == "event"]
    assert event.candidates == ()
