# ruff: noqa: E501 - sentences are kept whole

from datetime import date

import pytest

from factsheet.extraction.findings import find


def credits_of(text: str) -> list[tuple[str | None, list[str]]]:
    found = find(text, date(2024, 11, 29)).claims
    return [
        (each.credit.claimant.text if each.credit.claimant else None, [v.text for v in each.credit.via])
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 31 people died, according to the Health Ministry.", [("Health Ministry", [])]),
        (
            "The UN says 5.2 million people need aid, and the World Food Programme reported that 300 people died.",
            [("UN", []), ("World Food Programme", [])],
        ),
        ("Rights groups say 15,000 people were killed.", [("Rights groups", [])]),
        ("About 100,000 people fled, the United Nations estimates.", [("United Nations", [])]),
        ("Santos told reporters that 7,000 fighters would leave.", [("Santos", ["reporters"])]),
        ("Forty people were hurt, a security source told AFP.", [("security source", ["AFP"])]),
        ("The Indonesian military (TNI) puts the number of guerrillas at 5,000.", [("Indonesian military", [])]),
        ("The war killed 9,100 people by the U.N.'s count.", [("U.N.", [])]),
        ("It has claimed more than 3,200 lives, police figures show.", [("police figures", [])]),
        ("Monitors counted 61 dead.", [("Monitors", [])]),
        ("Shells killed 11 people.", [(None, [])]),
        ("Three people died. The rebels denied any part.", [(None, [])]),
        ("A report by Human Rights Watch said 20 people died.", [("Human Rights Watch", [])]),
    ],
)
def test_a_number_is_credited_to_who_vouches_for_it(text: str, found: list[tuple[str | None, list[str]]]) -> None:
    assert credits_of(text) == found


def test_a_quotation_over_two_sentences_has_one_speaker() -> None:
    text = '"They fled. At least 200 militants were killed," Colonel Oleg Petrov told reporters. He added that 400 people died.'
    assert credits_of(text) == [("Oleg Petrov", ["reporters"]), ("Oleg Petrov", ["reporters"])]


def test_the_group_is_the_one_that_spoke_before() -> None:
    text = "The Harvan Liberation Front told Al Jazeera and Anadolu it had won. The group claimed to hold 400 square kilometers of land."
    assert credits_of(text) == [("Harvan Liberation Front", ["Al Jazeera", "Anadolu"])]
