# ruff: noqa: E501 - sentences are kept whole

from datetime import date

import pytest

from factsheet.extraction.findings import find


def mentions(text: str) -> list[list[str]]:
    return [[each.words for each in one.instrument.mentions] for one in find(text, date(2005, 8, 16)).agreements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chad and Sudan signed an accord in Doha on Friday. The Doha Accord ends the war.",
            [["accord", "Doha Accord"]],
        ),
        (
            "Chad and Sudan signed an accord on Friday. The document has ten articles. The pact holds.",
            [["accord", "document", "pact"]],
        ),
        (
            "Chad and Sudan signed an accord on Friday. Both sides reached an agreement after midnight.",
            [["accord", "agreement"]],
        ),
        (
            "Chad and Sudan signed an accord on Friday. It is the first treaty between them.",
            [["accord", "first treaty"]],
        ),
        (
            "Chad and Sudan signed an accord on Friday. It provides for a ceasefire. The truce begins tomorrow.",
            [["accord", "ceasefire", "truce"]],
        ),
        (
            "Chad and Sudan signed an accord on Friday. Libya also signed an agreement with Niger.",
            [["accord"], ["agreement"]],
        ),
        (
            "The two countries hope for a lasting peace agreement. Talks on a ceasefire go on. They would sign a truce only later.",
            [],
        ),
        (
            "Chad and Sudan signed a revised accord on Friday, two months after voters rejected an earlier version. The first agreement had been signed in Doha in June. The accord was mediated by Cuba.",
            [["revised accord", "accord"], ["earlier version", "first agreement"]],
        ),
        ("The Government of National Accord met. The Iraqi National Accord did too.", []),
        ("A much broader evacuation deal was reached on Friday.", [["much broader evacuation deal"]]),
        ("Chad and Sudan agreed on Friday to stop fighting. The agreement followed talks in Doha.", [["agreement"]]),
        (
            "Chad and Sudan signed a final accord on Friday. Another accord between Libya and Niger was signed in May.",
            [["final accord"], ["accord"]],
        ),
        (
            "Chad and Sudan worked out a truce on Friday. A similar deal was cut last month. The council hailed Friday's agreement.",
            [["truce", "agreement"], ["similar deal"]],
        ),
        ("Diplomats urged the two sides to sign an accord by midnight.", []),
        ("Chad and Sudan agreed to a truce that starts on Saturday.", [["truce"]]),
        (
            "Three protocols were signed on Friday by Chad and Sudan. The accords cover water and oil.",
            [["Three protocols", "accords"]],
        ),
        ("The council called on the two parties to agree on a permanent ceasefire.", []),
        ("The council congratulated Chad and Sudan on reaching a nationwide ceasefire.", [["nationwide ceasefire"]]),
        (
            "Chad wants to extend a ceasefire with the Orvia Front. The rebels had announced the month-long truce in May.",
            [["ceasefire", "month-long truce"]],
        ),
        ("The council rejected talk of a truce with Chad.", []),
        ("The Minsk agreements failed. Minsk II was signed in February 2005.", [["Minsk agreements", "Minsk II"]]),
        ("A bargain struck in May with the Orvia Front fell apart.", [["bargain"]]),
        (
            "Chad and Sudan agreed on a ceasefire on Friday. The text calls itself an additional protocol to the memorandum of 17 September 2001.",
            [["ceasefire", "text", "additional protocol"], ["memorandum"]],
        ),
        ("The talks bring a final peace treaty within reach.", []),
        ("The accord promised an amnesty and an immediate ceasefire.", [["accord", "immediate ceasefire"]]),
        ("Chad and Sudan declared cease-fires on Friday. The cease-fires held.", [["cease-fires", "cease-fires"]]),
        ("They shook hands in the treaty room. A treaty ally looked on.", []),
        (
            "Chad and Sudan signed an accord on Friday. It commits both sides to the cessation of hostilities they signed on January 23.",
            [["accord"], ["cessation of hostilities"]],
        ),
        (
            "The surrender deal came after four factions signed an accord on a government.",
            [["surrender deal"], ["accord"]],
        ),
        ("A commitment to protect civilians that the two forces signed in May was not kept.", [["commitment"]]),
        ('Chad declared a "back-to-school" ceasefire on Friday.', [['"back-to-school" ceasefire']]),
        (
            "The mission watches Military Agreement No. 1, signed by Chad in 1998.",
            [["Military Agreement No. 1"]],
        ),
        ("The Settlement Plan, accepted by Chad and Sudan in 1988, failed.", [["The Settlement Plan"]]),
        (
            "Chad and Sudan signed a framework agreement on Friday. The Framework Agreement on the Valley has ten articles.",
            [["framework agreement", "Framework Agreement on the Valley"]],
        ),
        (
            "The Front announced a definitive end to armed action. The rebels had sought an end to military operations.",
            [["definitive end to armed action"]],
        ),
        ("Algeria helped broker the 2004 accord between Chad and Sudan.", [["2004 accord"]]),
        (
            "The Lusaka Protocol of 1994, the second peace accord between Chad and Sudan, broke down.",
            [["Lusaka Protocol", "second peace accord"]],
        ),
    ],
)
def test_mentions_of_one_agreement_are_joined_and_others_kept_apart(text: str, found: list[list[str]]) -> None:
    assert mentions(text) == found


def test_an_earlier_version_has_the_parties_and_mediators_of_the_later() -> None:
    text = "Chad and Sudan signed a revised accord on Friday, mediated by Cuba. The first agreement had been signed in Doha in June."
    _, first = find(text, date(2005, 8, 16)).agreements
    assert [party.text for party in first.parties] == ["Chad", "Sudan"]
    assert [party.text for party in first.mediators] == ["Cuba"]


def test_another_earlier_agreement_has_not() -> None:
    text = "Chad and Sudan signed a revised accord on Friday, mediated by Cuba. An earlier truce collapsed in June."
    _, earlier = find(text, date(2005, 8, 16)).agreements
    assert (earlier.parties, earlier.mediators) == ([], [])
