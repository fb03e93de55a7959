import re
from datetime import date

import pytest

from factsheet import extraction
from factsheet.diagnostics import FactsheetError

TEXT = "The Harvan Liberation Front (HLF) told Reuters on Friday that at least 40 soldiers died.\n"


@pytest.fixture
def data() -> bytes:
    findings = extraction.find(TEXT, date(2024, 11, 29))
    return extraction.write_draft(extraction.draft(findings, source={"path": "a.txt", "published": "2024-11-29"}))


def test_a_draft_is_read_as_it_was_written(data: bytes) -> None:
    read = extraction.read_draft(data)
    assert extraction.write_draft(read) == data
    assert read.text == TEXT
    assert [(item.key, item.kind, item.id) for item in read.items] == [
        ("source-1", "source", "article-2024-11-29"),
        ("group-1", "group", "harvan-liberation-front"),
        ("group-2", "group", "reuters"),
        ("claim-1", "claim", "harvan-liberation-front-40-soldiers"),
    ]


def test_a_claim_has_its_parts_their_evidence_and_what_is_missing(data: bytes) -> None:
    claim = extraction.read_draft(data).items[-1]
    assert claim.record == {
        "claimant": "harvan-liberation-front",
        "figures": [{"value": "at least 40", "unit": "killed", "of": "soldiers"}],
        "said": "2024-11-29",
        "cite": {"source": "article-2024-11-29", "quote": TEXT.strip()},
    }
    assert claim.missing == ("about", "covers")
    assert [(each.at, each.quote) for each in claim.evidence if each.at == "/figures/0/unit"] == [
        ("/figures/0/unit", "died")
    ]
    assert [(each.at, each.quote) for each in claim.notes] == [("via", "Reuters")]


def test_a_quote_that_is_not_at_its_place_is_refused(data: bytes) -> None:
    with pytest.raises(FactsheetError, match="group-1: the text from 4 to 27 is not 'Harvan Liberty'"):
        extraction.read_draft(data.replace(b"quote: Harvan Liberation Front,", b"quote: Harvan Liberty,"))


def test_a_changed_text_is_refused(data: bytes) -> None:
    with pytest.raises(FactsheetError, match="text was changed"):
        extraction.read_draft(data.replace(b"soldiers died.", b"soldiers fled."))


def test_a_value_without_evidence_is_refused(data: bytes) -> None:
    without = re.sub(rb"\n +- \{at: \"/short\"[^\n]+", b"", data)
    assert without != data
    with pytest.raises(FactsheetError, match="group-1: /short has no evidence"):
        extraction.read_draft(without)


def test_what_is_no_draft_is_refused() -> None:
    with pytest.raises(FactsheetError, match="is no draft"):
        extraction.read_draft(b"name: x\n")


def test_the_print_of_an_item_stays_when_the_text_moves(data: bytes) -> None:
    moved = extraction.find("A first line.\n\n" + TEXT, date(2024, 11, 29))
    again = extraction.draft(moved, source={"path": "a.txt", "published": "2024-11-29"})
    assert again.items[-1].print == extraction.read_draft(data).items[-1].print


def claims(text: str) -> list[extraction.Item]:
    findings = extraction.find(text, date(2024, 11, 29))
    made = extraction.draft(findings, source={"path": "a.txt", "published": "2024-11-29"})
    return [item for item in made.items if item.kind == "claim"]


def test_a_claim_is_about_the_event_of_its_sentence() -> None:
    (claim,) = claims("The Blue Army shelled Marra on Monday and 12 people were killed, Reuters reported.")
    assert claim.record["about"] == "marra-shelling-2024-11-25"
    assert [(each.rule, each.quote) for each in claim.evidence if each.at == "/about"] == [
        ("event of the sentence", "shelled"),
    ]


def test_a_claim_is_about_the_only_event_of_its_paragraph() -> None:
    (claim,) = claims("The Blue Army shelled Marra on Monday. At least 12 people were killed, Reuters reported.")
    assert claim.record["about"] == "marra-shelling-2024-11-25"
    assert claim.missing == ("said", "covers")


def test_a_claim_beside_two_events_is_about_neither() -> None:
    (claim,) = claims(
        "The Blue Army shelled Marra on Monday. Sudan held talks in Oslo on Tuesday. At least 12 people were killed."
    )
    assert "about" not in claim.record
    assert "about" in claim.missing


def test_a_claim_whose_own_event_has_no_day_is_about_no_other() -> None:
    (claim,) = claims("The Blue Army shelled Marra on Monday. A car bomb in Belt killed 12 people, Reuters reported.")
    assert "about" not in claim.record


def test_a_claim_of_another_day_is_not_about_the_event_beside_it() -> None:
    (claim,) = claims("The Blue Army shelled Marra on Monday. In 2019 at least 12 people were killed.")
    assert "about" not in claim.record


def test_a_claim_is_about_the_agreement_it_stands_under() -> None:
    (claim,) = claims(
        "Sudan and the Blue Army signed the Marra Peace Agreement in Oslo on 3 May 2019. "
        "Under the agreement, 300 prisoners were released."
    )
    assert claim.record["about"] == "marra-peace-agreement"


@pytest.mark.parametrize(
    ("text", "said", "covers"),
    [
        ("The Blue Army told Reuters on Friday that at least 40 soldiers died.", "2024-11-29", None),
        ("At least 40 soldiers died on Monday, the Blue Army said on Wednesday.", "2024-11-27", "2024-11-25"),
        ("On Wednesday the Blue Army said that at least 40 soldiers died.", "2024-11-27", None),
        ("At least 40 soldiers died, the Blue Army said in a statement issued on 26 November.", "2024-11-26", None),
        ("The Blue Army said at least 40 soldiers died on Wednesday.", None, "2024-11-27"),
        ("The Blue Army said that at least 40 soldiers died.", None, None),
    ],
)
def test_the_day_of_saying_and_the_days_counted_are_told_apart(text: str, said: str | None, covers: str | None) -> None:
    (claim,) = claims(text)
    assert (claim.record.get("said"), claim.record.get("covers")) == (said, covers)
    assert ("said" in claim.missing, "covers" in claim.missing) == (said is None, covers is None)


def test_who_goes_on_speaking_says_it_on_the_same_day() -> None:
    text = (
        "Oran Belk, the governor of Marra, told reporters on Friday that 12 people died. He added that 30 were wounded."
    )
    first, second = claims(text)
    assert (first.record["said"], second.record["said"]) == ("2024-11-29", "2024-11-29")
    assert [each.rule for each in second.evidence if each.at == "/said"] == ["he-added, weekday"]


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        ("A March 2020 agreement between Sudan and Norway failed.", "March 2020 agreement between Sudan and Norway",
         "march-2020-agreement-between-sudan-and-norway"),
        ("Sudan and the Blue Army signed an agreement on 3 May 2019.", "agreement", "agreement-2019-05-03"),
        ("Sudan and the Blue Army signed the Marra Peace Agreement on 3 May 2019.", "Marra Peace Agreement",
         "marra-peace-agreement"),
    ],
)  # fmt: skip
def test_an_agreement_without_a_name_is_called_by_the_words_around_it(text: str, name: str, id_: str) -> None:
    findings = extraction.find(text, date(2024, 11, 29))
    made = extraction.draft(findings, source={"path": "a.txt", "published": "2024-11-29"})
    assert [(item.record["name"], item.id) for item in made.items if item.kind == "agreement"] == [(name, id_)]


def test_a_number_of_some_weeks_or_beside_a_day_to_come_counts_no_day() -> None:
    (weeks,) = claims(
        "The Blue Army shelled Marra on Tuesday in fighting that has displaced 150,000 people in six weeks."
    )
    assert "covers" not in weeks.record
    (talks,) = claims("Gunmen killed 10 peacekeepers, which threatened peace talks set for January 2025.")
    assert "covers" not in talks.record


def test_half_a_character_is_written_as_its_code() -> None:
    """A text from Python may hold what no file can."""
    findings = extraction.find("The Blue \ud800 Army told Reuters that at least 40 soldiers died.", date(2024, 11, 29))
    data = extraction.write_draft(extraction.draft(findings, source={"path": "a.txt", "published": "2024-11-29"}))
    assert b"\\uD800" in data


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("The Oslo Protocol of 3 May 2020 supplements the Marra Peace Agreement of 3 May 2019.", "supplements"),
        ("The Oslo Protocol was signed on 3 May 2020 and replaced the Marra Peace Agreement of 2019.", "supersedes"),
        ("The Oslo Protocol, signed on 3 May 2020, renews the Marra Peace Agreement of 2019.", "renews"),
        ("The Marra Peace Agreement of 2019 was replaced by the Oslo Protocol of 3 May 2020.", "supersedes"),
        ("The Oslo Protocol of 3 May 2020 amended the Marra Peace Agreement of 2019.", "amends"),
    ],
)
def test_a_later_agreement_names_the_earlier_one(text: str, field: str) -> None:
    findings = extraction.find(text, date(2024, 11, 29))
    made = extraction.draft(findings, source={"path": "a.txt", "published": "2024-11-29"})
    later, earlier = sorted(
        (item for item in made.items if item.kind == "agreement"),
        key=lambda item: str(item.record.get("signed")),
        reverse=True,
    )
    assert (later.id, later.record.get(field)) == ("oslo-protocol", ["marra-peace-agreement"])
    assert field not in earlier.record


@pytest.mark.parametrize(
    "text",
    [
        "The Oslo Protocol of 2018 supplements the Marra Peace Agreement of 2019.",
        "The Oslo Protocol of 2020 did not replace the Marra Peace Agreement of 2019.",
        "The Oslo Protocol of 2020 and the Marra Peace Agreement of 2019 replaced war by talks.",
    ],
)
def test_agreements_that_are_not_tied_name_no_other(text: str) -> None:
    findings = extraction.find(text, date(2024, 11, 29))
    made = extraction.draft(findings, source={"path": "a.txt", "published": "2024-11-29"})
    fields = {name for item in made.items if item.kind == "agreement" for name in item.record}
    assert not fields & {"supplements", "supersedes", "renews", "amends", "implements"}


def test_a_former_name_that_acts_as_a_group_too_is_a_name_of_the_new_one() -> None:
    text = (
        "In 2017 the Red Hill Front, formerly known as the Dawn Army, moved north."
        " The Dawn Army is an offshoot of the Sun Army."
    )
    findings = extraction.find(text, date(2024, 11, 29))
    made = extraction.draft(findings, source={"path": "a.txt", "published": "2024-11-29"})
    groups = [each for each in made.items if each.kind == "group"]
    (new,) = (each for each in groups if each.record["name"] == "Red Hill Front")
    assert new.record["names"] == [{"name": "Dawn Army"}]
    assert [note.rule for note in new.notes] == ["former-name"]
