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
        "covers": "2024-11-29",
        "cite": {"source": "article-2024-11-29", "quote": TEXT.strip()},
    }
    assert claim.missing == ("about", "said")
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
