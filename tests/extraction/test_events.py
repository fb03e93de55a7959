"""Draft events: dated happenings, shortly named, each told once."""
# ruff: noqa: E501 - sentences are kept whole

from collections.abc import Sequence
from datetime import date

import pytest

from factsheet import extraction
from factsheet.extraction import Item


def draw(text: str, day: str = "2024-11-29") -> Sequence[Item]:
    findings = extraction.find(text, date.fromisoformat(day))
    return extraction.draft(findings, source={"path": "a.txt", "published": day}).items


def events(text: str, day: str = "2024-11-29") -> list[Item]:
    return [item for item in draw(text, day) if item.kind == "event"]


def test_an_event_has_a_short_name_its_type_day_place_and_who() -> None:
    (event,) = events(
        "The Harvan Liberation Front (HLF) captured the town of Marra in northern Tessel province on Wednesday, "
        "breaking a truce that Norway brokered in 2020, its spokesman said."
    )
    assert event.record["name"] == "Harvan Liberation Front captured the town of Marra in northern Tessel province"
    assert event.record["type"] == "control-change"
    assert event.record["when"] == "2024-11-27"
    assert event.record["participants"] == [{"group": "harvan-liberation-front", "role": "initiator"}]
    places = event.record["places"]
    assert isinstance(places, list)
    assert "marra" in places
    assert event.id == "marra-control-change-2024-11-27"


def test_the_name_of_an_event_is_copied_and_says_so() -> None:
    text = "The Harvan Liberation Front (HLF) captured the town of Marra on Wednesday."
    (event,) = events(text)
    (line,) = [each for each in event.evidence if each.at == "/name"]
    assert (line.rule, line.quote) == (
        "clause, shortened", "The Harvan Liberation Front (HLF) captured the town of Marra",
    )  # fmt: skip


def test_a_day_on_which_something_was_said_is_no_day_of_an_event() -> None:
    assert events("The Harvan Liberation Front attacked a convoy near Marra, the army said on Friday.") == []
    assert events("On Friday, the army said the Harvan Liberation Front had attacked a convoy near Marra.") == []


def test_the_next_sentence_gives_the_day() -> None:
    (event,) = events(
        "The Harvan Liberation Front attacked an army base near Marra, killing four, Reuters reported on Friday.\n\n"
        "The attack took place late on Thursday, Reuters said, citing the governor."
    )
    assert event.record["when"] == "2024-11-28"
    assert event.record["name"] == "Harvan Liberation Front attacked an army base near Marra"
    assert {each.quote for each in event.evidence if each.at == "/when"} == {"late on Thursday"}


def test_the_same_happening_told_again_is_one_event() -> None:
    (event,) = events(
        "The Harvan Liberation Front seized Marra on Monday and took control of its airport. "
        "The capture of Marra on Monday ended a siege."
    )
    assert event.record["when"] == "2024-11-25"


def test_two_days_are_two_events() -> None:
    found = events(
        "Army troops shelled Marra on Monday. On Tuesday, Army troops shelled Marra again, and the Harvan Liberation "
        "Front ambushed a convoy near Belt."
    )
    assert [(each.record["type"], each.record["when"]) for each in found][:2] == [
        ("shelling", "2024-11-25"), ("shelling", "2024-11-26"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The Harvan Liberation Front was founded in 2012 and has some 4,000 members.",
        "The report of 3 May 2019 describes the group as the strongest of the north.",
        "The Harvan Liberation Front will attack Marra on Monday.",
        "The army could have captured Marra in 2023, he wrote.",
        "The Harvan Liberation Front did not attack Marra on Monday.",
        "The group threatened an offensive on Marra before Monday.",
        "“They attacked Marra on Monday,” a farmer said.",
        "Marra has been quiet since Monday, after an attack.",
        "It captured the world's attention in 2019.",
    ],
)
def test_a_day_without_a_happening_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "type_", "when", "name"),
    [
        ("Government warplanes bombed Marra on Monday.", "air-strike", "2024-11-25", "Government warplanes bombed Marra"),
        ("A car bomb killed 12 people in Marra on 3 May 2019.", "bombing", "2019-05-03", "Car bomb killed 12 people in Marra"),
        ("Syrian forces lifted the nearly five-year siege of Aleppo in December 2016.", "siege", "2016-12",
         "Syrian forces lifted the nearly five-year siege of Aleppo"),
        ("Peace talks between Sudan and the Blue Army opened in Oslo on Tuesday.", "negotiation", "2024-11-26",
         "Peace talks between Sudan and the Blue Army opened in Oslo"),
        ("Clashes between the Blue Army and the police broke out in Marra on Tuesday.", "clash", "2024-11-26",
         "Clashes between the Blue Army and the police broke out in Marra"),
        ("Gunmen massacred 40 villagers in Marra on Tuesday.", "attack-on-civilians", "2024-11-26",
         "Gunmen massacred 40 villagers in Marra"),
        ("Sudan held presidential elections in April 2010.", "election", "2010-04", "Sudan held presidential elections"),
        ("The United States designated the Blue Army a terrorist organization in 2012.", "legal-act", "2012",
         "United States designated the Blue Army a terrorist organization"),
        ("The last fighters were evacuated from Marra on 22 December 2016.", "evacuation", "2016-12-22",
         "Last fighters were evacuated from Marra"),
        ("Norway's prime minister declared a state of emergency on Monday.", "announcement", "2024-11-25",
         "Norway's prime minister declared a state of emergency"),
    ],
)  # fmt: skip
def test_each_type_has_its_words(text: str, type_: str, when: str, name: str) -> None:
    (event,) = events(text)
    assert (event.record["type"], event.record["when"], event.record["name"]) == (type_, when, name)


def test_a_type_that_no_word_gives_is_left_out() -> None:
    (event,) = events("Russia intervened in the conflict in 2015.")
    assert "type" not in event.record
    assert event.missing == ("type",)
    assert event.record["participants"] == [{"group": "russia-state", "role": "initiator"}]


def test_who_relays_a_happening_takes_no_part_in_it() -> None:
    (event,) = events("The Blue Army told Reuters that the Red Brigade had captured Marra on 25 November.")
    assert event.record["participants"] == [{"group": "red-brigade", "role": "initiator"}]


def test_an_attack_by_and_on_has_sides() -> None:
    (event,) = events("An attack by the Blue Army on the Red Brigade in Marra on Monday left four dead.")
    assert event.record["participants"] == [
        {"group": "blue-army", "role": "initiator"}, {"group": "red-brigade", "role": "target"},
    ]  # fmt: skip
    assert event.record["places"] == ["marra"]


def test_the_signing_of_an_agreement_is_the_agreement_and_no_event() -> None:
    items = draw("Sudan and the Blue Army signed the Marra Peace Agreement in Oslo on 3 May 2019.")
    assert [item.kind for item in items if item.kind in {"agreement", "event"}] == ["agreement"]


def test_a_day_in_the_possessive_speaks_of_what_was_told() -> None:
    found = events(
        "The Blue Army attacked a base in Marra on Sunday.\n\nThe army said nothing.\n\nIts spokesman left.\n\n"
        "The Red Brigade said that 20 people were hurt in Sunday's clashes."
    )
    assert [each.record["name"] for each in found] == ["Blue Army attacked a base in Marra"]


def test_two_verbs_of_one_clause_are_one_event() -> None:
    (event,) = events("The Blue Army attacked a base in Marra late on Saturday and stormed it on Sunday.")
    assert event.record["when"] == "2024-11-23"


def test_who_tells_of_it_behind_a_comma_takes_no_part() -> None:
    (event,) = events(
        "The Blue Army attacked a base in Marra on Sunday, peacekeepers of the African Union told Reuters in Belt."
    )
    assert event.record["participants"] == [{"group": "blue-army", "role": "initiator"}]
    assert event.record["places"] == ["marra"]


@pytest.mark.parametrize(
    "text",
    [
        "A fresh round of peace talks between Sudan and the Blue Army is due to begin on Wednesday in Doha.",
        "Sudan visited the base in May and announced new negotiations.",
        "Peace talks are set for October.",
        "Observers were to monitor the elections of December 2024.",
    ],
)
def test_what_is_still_to_come_is_no_event(text: str) -> None:
    assert events(text) == []


def test_a_country_behind_its_town_is_where_it_was() -> None:
    (event,) = events("Peace talks between Sudan and the Blue Army opened in Doha, Qatar, on Tuesday.")
    assert event.record["places"] == ["doha"]
    assert event.record["participants"] == [{"group": "sudan-state"}, {"group": "blue-army"}]


def test_what_went_on_meanwhile_has_its_own_day() -> None:
    (event,) = events("Rebels fled overnight as a new round of peace talks opened in Oslo on Tuesday.")[-1:]
    assert (event.record["type"], event.record["when"]) == ("negotiation", "2024-11-26")


def test_entries_of_a_timeline_tell_in_the_present() -> None:
    found = events(
        "2012\n\nMarch 15: First protests after calls for a day of dignity.\n\n"
        "July 28: The military launches a dawn assault on the city of Marra.\n\n"
        "November 11: The Blue Army seizes the town of Belt.\n\n"
        "December 2: The council demands that Sudan implement a plan.\n"
    )
    assert [(each.record.get("type"), each.record["when"], each.record["name"]) for each in found] == [
        (None, "2012-03-15", "First protests"),
        ("offensive", "2012-07-28", "Military launches a dawn assault on the city of Marra"),
        ("control-change", "2012-11-11", "Blue Army seizes the town of Belt"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed 130 villagers in Marra on Sunday, the deadliest assault since 2019.", "Gunmen killed 130 villagers in Marra"),
        ("Its fighters overran the garrison at Belt on 17 July 1983.", "Fighters overran the garrison at Belt"),
        ("Since fighting started in Marra on 15 December 2013, thousands left.", "Fighting started in Marra"),
        ("Oran Belk survived a car bomb in Marra in 2010 and lives in Oslo.", "Car bomb in Marra"),
        ("Police opened fire on a march in the town of Marra on 12 November 1998.", "Police opened fire on a march in the town of Marra"),
        ("The Blue Army, which pledged allegiance to the Red Brigade in 2012, has bases in Sudan.",
         "Blue Army, which pledged allegiance to the Red Brigade"),
    ],
)  # fmt: skip
def test_names_are_whole_phrases(text: str, name: str) -> None:
    (event,) = events(text)
    assert event.record["name"] == name


def test_a_relative_clause_has_the_subject_it_hangs_on() -> None:
    (event,) = events(
        "The Blue Army, which pledged allegiance to the Red Brigade in 2012, left bases of the African Union."
    )
    assert event.record["participants"] == [{"group": "blue-army", "role": "initiator"}, {"group": "red-brigade"}]


@pytest.mark.parametrize(
    "text", ["Talks, 2010.", "He spoke of talks in April 2010.", "The summit in May 2010 noted a report."]
)
def test_a_bare_noun_that_nobody_takes_part_in_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(("word", "role"), [("mediated", "mediator"), ("brokered", "mediator"), ("hosted", "host")])
def test_who_brings_talks_about_has_that_part_in_them(word: str, role: str) -> None:
    (event,) = events(f"Talks {word} by Norway opened in Marra on Monday.")
    assert event.record["participants"] == [{"group": "norway-state", "role": role}]


def test_talks_that_were_only_offered_are_no_event() -> None:
    assert events("Mansour offered talks in December 2014.") == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Rebels attacked the army base in Marra on Sunday.", "clash"),
        ("An attack on a police station in Marra on Sunday killed four.", "clash"),
        ("A raid on villagers near Marra took place on Sunday.", "attack-on-civilians"),
        ("An attack near Marra on Sunday killed four.", None),
        ("Rebels attacked the parliament in Marra on Sunday.", None),
    ],
)
def test_what_was_attacked_tells_what_sort_of_attack_it_was(text: str, type_: str | None) -> None:
    (event,) = events(text)
    assert event.record.get("type") == type_
