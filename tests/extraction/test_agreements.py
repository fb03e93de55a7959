# ruff: noqa: E501 - sentences are kept whole

from datetime import date

import pytest

from factsheet.extraction.findings import find

Found = tuple[str | None, list[str], list[str]]


def agreements(text: str) -> list[Found]:
    found = find(text, date(2005, 8, 16)).agreements
    return [
        (a.date.value if a.date else None, [p.text for p in a.parties], [m.text for m in a.mediators]) for a in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Indonesia and the Free Aceh Movement signed a memorandum of understanding in Helsinki yesterday.",
            [("2005-08-15", ["Indonesia", "Free Aceh Movement"], [])],
        ),
        (
            "A ceasefire between Armenia and Azerbaijan, brokered by Russia, was declared on 10 May 1994.",
            [("1994-05-10", ["Armenia", "Azerbaijan"], ["Russia"])],
        ),
        ("They broke a truce mediated by Russia and Turkey in 2002.", [("2002", [], ["Russia", "Turkey"])]),
        (
            "The accord, negotiated in Havana with Cuba and Norway acting as guarantors, holds.",
            [(None, [], ["Cuba", "Norway"])],
        ),
        ("A December 2002 agreement between Iran and Iraq fell apart.", [("2002-12", ["Iran", "Iraq"], [])]),
        ("A truce declared in March collapsed on August 4.", [("2005-03", [], [])]),
        (
            "The government and the rebels signed a peace deal on Friday.",
            [("2005-08-12", ["government", "rebels"], [])],
        ),
        ("August 12: Chad and Sudan sign a protocol.\n", [("2005-08-12", ["Chad", "Sudan"], [])]),
        ("They called for an immediate ceasefire and failed to reach an agreement.", []),
    ],
)
def test_an_agreement_has_its_date_parties_and_mediators(text: str, found: list[Found]) -> None:
    assert agreements(text) == found


def test_later_words_for_it_are_mentions_of_the_same_agreement() -> None:
    text = "Chad and Sudan signed a peace accord on Friday. The deal, already called the Abeche Agreement, ends the war. The pact holds."
    (found,) = find(text, date(2005, 8, 16)).agreements
    assert [each.words for each in found.instrument.mentions] == ["peace accord", "deal", "Abeche Agreement", "pact"]
    assert found.head.words == "Abeche Agreement"


def test_an_earlier_agreement_is_another() -> None:
    text = "Chad and Sudan signed an accord on Friday. The first agreement had been signed in Tripoli on 3 May."
    assert [found[0] for found in agreements(text)] == ["2005-08-12", "2005-05-03"]
