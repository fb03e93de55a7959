# ruff: noqa: E501 - sentences are kept whole

from datetime import date

import pytest

from factsheet.extraction.findings import find


def days(text: str) -> list[str | None]:
    return [each.date.value if each.date else None for each in find(text, date(2005, 8, 16)).agreements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad and Sudan initialled an accord in May. It was signed on Friday.", ["2005-08-12"]),
        ("A truce agreed last week was signed on August 9 by Chad and Sudan.", ["2005-08-09"]),
        ("A truce between Chad and Sudan took effect on Friday.", ["2005-08-12"]),
        ("Chad and Sudan agreed to a truce that will take effect on August 20.", [None]),
        ("NDJAMENA, August 16 - Chad and Sudan have agreed to a truce.", ["2005-08-16"]),
        ("TRIPOLI, Aug. 12 - Chad signed an accord with the Orvia Front, state media said on Monday.", [None]),
        ("Friday's accord between Chad and Sudan was welcomed.", ["2005-08-12"]),
        ("The Dec. 13 ceasefire agreement between Chad and Sudan holds.", ["2004-12-13"]),
        ("Chad and Sudan signed an accord. The signing took place on Friday in Doha.", ["2005-08-12"]),
        ("The council endorsed the accord on Friday.", [None]),
        ("An earlier truce, which took hold on May 3, 2004, fell apart.", ["2004-05-03"]),
        ("Chad and Sudan signed a peace accord to end the fighting, and in 2006 they will vote.", [None]),
        ("Chad pulled its troops out in March 1990, under a truce with the Orvia Front.", ["1990-03"]),
        ("12 May 2001 - Chad and Sudan sign the Abeche Accord.", ["2001-05-12"]),
        (
            "Chad and Sudan signed the Abeche Accord in May 2001 and the Doha Accord in June 2002.",
            ["2001-05", "2002-06"],
        ),
        ("Chad and Sudan agreed to a truce that starts on Saturday.", [None]),
        ("The signature by Chad on 3 May 2005 of the Abeche Accord was welcomed.", ["2005-05-03"]),
        ("The pact was concluded with Omar Belk, a cleric who had been freed from jail last year.", [None]),
        ("Chad ended a truce with Sudan in May.", [None]),
        ("The truce, drawn up by Washington and Moscow, took effect at midnight on Friday.", ["2005-08-12"]),
        ("A ceasefire between Chad and Sudan came into force before dawn on Friday.", ["2005-08-12"]),
        ("14 January 2004: Militias in Sabha declare a truce.", ["2004-01-14"]),
        (
            "On Friday Chad and Sudan signed a ceasefire and a prisoner exchange agreement.",
            ["2005-08-12", "2005-08-12"],
        ),
        ("Chad signed the Doha Accord in May 2004 and the Cairo Treaty with Sudan.", ["2004-05", None]),
        ("Signed in Geneva on Friday, the Orvia Protocol binds the army.", ["2005-08-12"]),
        (
            "The mission has monitored the ceasefire in effect since 6 September 1991 and Military Agreement No. 1, signed by Chad in January 1998.",
            ["1991-09-06", "1998-01"],
        ),
        ("The pressure grew on Friday, a day after the Orvia Front announced a truce.", [None]),
    ],
)
def test_the_day_is_that_of_signing(text: str, found: list[str | None]) -> None:
    assert days(text) == found


def test_a_text_of_the_first_day_there_is_can_be_read() -> None:
    text = "War ended on Friday. Chad and Sudan signed the accord. Both sides reached an agreement."
    assert len(find(text, date.min).agreements) == 1
