# ruff: noqa: E501 - sentences are kept whole

from datetime import date

import pytest

from factsheet.extraction.annotations import annotate
from factsheet.extraction.findings import find


def mediators(text: str) -> list[str]:
    (found,) = find(text, date(2005, 8, 16)).agreements
    return [party.text for party in found.mediators]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad and Sudan signed a truce brokered by Libya.", ["Libya"]),
        ("Chad and Sudan signed a truce. Libya hosted the talks.", ["Libya"]),
        ("Chad and Sudan signed a truce. Libya used its good offices to bring the two sides together.", ["Libya"]),
        ("Chad and Sudan signed a truce under the auspices of the African Union.", ["African Union"]),
        ("Chad and Sudan signed a truce under Libyan auspices.", ["Libya"]),
        ("Chad and Sudan signed a truce, with Libya and Qatar as guarantors.", ["Libya", "Qatar"]),
        (
            "Chad and Sudan signed a truce. Libya and Qatar, which arm neither of them, will act as guarantors.",
            ["Libya", "Qatar"],
        ),
        ("Chad and Sudan signed a truce. Libya has for years been a key mediator in the conflict.", ["Libya"]),
        ("Chad and Sudan signed a truce thanks to the efforts of Bishop Paul Oduya.", ["Paul Oduya"]),
        (
            "Chad and Sudan signed a truce after months of shuttle diplomacy by the Swiss diplomat Anna Keller.",
            ["Anna Keller"],
        ),
        ("Chad and Sudan signed a truce after Qatari-led talks.", ["Qatar"]),
        (
            "Chad and Sudan signed a truce. The regional bloc IGAD has been helping the sides to overcome their differences.",
            ["IGAD"],
        ),
        (
            "Chad and Sudan signed a truce. It was witnessed by Norway and the African Union.",
            ["Norway", "African Union"],
        ),
        ("Chad and Sudan signed a truce. They thanked Egypt for its efforts.", ["Egypt"]),
        (
            'Chad and Sudan signed a truce. "The guns are silent," said the chief mediator, Riek Machar.',
            ["Riek Machar"],
        ),
        ("Chad and Sudan signed a truce in Tripoli, Libya acting as mediator.", ["Libya"]),
        (
            "Chad and Sudan signed a truce. Norway's deputy foreign minister, Vidar Helland, whose government brokered it, was there.",
            ["Norway"],
        ),
        ("Chad and Sudan signed a truce which Moscow and Ankara brokered.", ["Moscow", "Ankara"]),
        (
            "Chad and Sudan signed a truce. The accord was announced by Anna Keller, the African Union envoy.",
            ["Anna Keller"],
        ),
        ("Chad and Sudan signed a truce. They were drawn into talks by Archbishop Paul Tun.", ["Paul Tun"]),
        ("Iran-backed fighters and Chad signed a truce.", []),
        ("Chad and Sudan signed a truce negotiated by Qatar.", ["Qatar"]),
        ("Chad and Sudan signed a truce. Previous ceasefires brokered by Libya had collapsed.", []),
        ("UN-backed talks in Geneva ended with a truce between Chad and Sudan.", ["UN"]),
        (
            "Chad and Sudan signed a truce. Qatar, whose mediators had shuttled between the sides, announced it.",
            ["Qatar"],
        ),
        ("Chad and Sudan signed a truce under UN auspices.", ["UN"]),
        ("Chad and Sudan met here under the auspices of the United Nations. They signed a truce.", ["United Nations"]),
        (
            "The council commended the Sudanese President, Omar al-Bashir, and the Ugandan President, Yoweri Museveni, for their mediation of the accord.",
            ["Omar al-Bashir", "Yoweri Museveni"],
        ),
        ("The accord was negotiated in Doha, with Ambassador Seyoum Tesfaye as Chief Mediator.", ["Seyoum Tesfaye"]),
        ("Chad and Sudan signed a truce. Anna Keller, the American envoy, signed as a witness.", ["Anna Keller"]),
        ("Chad and Sudan signed a truce. Omar Mursi won praise for his part in ending the war.", ["Omar Mursi"]),
        ("Chad and Sudan signed a truce. In June the army, with help from Turkey, had beaten back an assault.", []),
        ("Chad and Sudan signed a pact. King Abdullah, who sponsored the conference, watched.", ["Abdullah"]),
        ("Chad and Sudan signed a truce. It followed weeks of exchanges through an Egyptian go-between.", ["Egypt"]),
        ("Chad and Sudan signed a truce under UN supervision.", ["UN"]),
        (
            "The signing of the accord was witnessed by the chief mediator, Riek Machar, and the UN envoy, former president Joaquim Chissano.",
            ["Riek Machar", "Joaquim Chissano"],
        ),
        ("A six-month truce that Cairo had negotiated lapsed in May.", ["Cairo"]),
        ("Chad and Sudan signed a truce. Similar truces, the first mediated by Qatar, did not last.", []),
        (
            "Chad and Sudan signed a truce. The arrangement, drawn up by Washington and Moscow, holds.",
            ["Washington", "Moscow"],
        ),
        (
            "Chad and Sudan signed a truce. The emir of Qatar, whose ministers steered the negotiations, was there.",
            ["Qatar"],
        ),
        ("Chad and Sudan signed a truce. David Welch had brought the two together.", ["David Welch"]),
        ("Chad and Sudan signed a truce. Paris helped to negotiate it.", ["Paris"]),
        (
            'Chad and Sudan signed a truce. "I congratulate the Ugandan President, Yoweri Museveni, and the IGAD envoys on their leadership," he said.',
            ["Yoweri Museveni", "IGAD"],
        ),
        ("Chad and Sudan signed a truce. Martin Kobler, the envoy, presides at the talks.", ["Martin Kobler"]),
        (
            "Chad and Sudan signed a truce brokered by Qatar's minister of state for foreign affairs, Ahmed Said, and by Omar Belk.",
            ["Ahmed Said", "Omar Belk"],
        ),
        (
            "The truce, brokered by Norway's minister for development, Erik Holm, and by Anna Keller, was signed by Chad and Sudan.",
            ["Erik Holm", "Anna Keller"],
        ),
        (
            "Chad and Sudan signed a truce brokered by Omar Belk, the joint U.N.-African Union mediator.",
            ["Omar Belk"],
        ),
        (
            "Chad and Sudan signed a truce under the auspices of the Arab League, since renamed the League of Friends.",
            ["Arab League"],
        ),
        ("Mediated by the Arab League, the truce was signed by Chad and Sudan.", ["Arab League"]),
        (
            "The truce was announced by Oman, which mediated together with Egypt and Norway.",
            ["Oman", "Egypt", "Norway"],
        ),
        ("Turkey, Russia and Iran, the guarantors of the Astana accord, met on Friday.", ["Turkey", "Russia", "Iran"]),
        ("The army and the Orvia Front agreed to a truce through the mediation of tribal elders.", ["tribal elders"]),
        ("Chad and Sudan signed a truce. The Sudanese delegation was led by Minister Omar Belk.", []),
        ("Chad walked out of the truce on Friday. Norway, the former mediator, regretted the step.", ["Norway"]),
        (
            "The bloc congratulates Chad and Sudan on the truce they signed, and thanks Norway for its mediation.",
            ["Norway"],
        ),
    ],
)
def test_who_mediates_by_whatever_words(text: str, found: list[str]) -> None:
    assert mediators(text) == found


def test_talks_that_have_nothing_to_do_with_it_are_too_far_away() -> None:
    text = "Chad and Sudan signed a truce. " + "Prices rose again. " * 8 + "Norway hosted talks on fish."
    assert mediators(text) == []


def test_a_sentence_on_the_talks_belongs_to_the_agreement_of_the_day_not_to_an_older_one() -> None:
    text = "Chad and Sudan signed a truce in August. An earlier accord of May 2001 had failed. The talks are chaired by Lazaro Mbeki."
    found = find(text, date(2005, 8, 16)).agreements
    assert [[party.text for party in each.mediators] for each in found] == [["Lazaro Mbeki"], []]


def test_a_mediator_belongs_to_the_agreement_of_its_clause() -> None:
    text = "The surrender deal came after four factions under UN auspices signed an accord."
    found = find(text, date(2005, 8, 16)).agreements
    assert [[party.text for party in each.mediators] for each in found] == [[], ["UN"]]


def test_agreements_of_one_day_share_their_mediators() -> None:
    text = "Chad and Sudan signed a truce on Friday. They also signed a treaty on Friday after talks brokered by Libya."
    found = find(text, date(2005, 8, 16)).agreements
    assert [[party.text for party in each.mediators] for each in found] == [["Libya"], ["Libya"]]


def test_a_witness_is_no_mediator_unless_it_mediates_too() -> None:
    text = "Chad and Sudan signed a truce on Friday. Omar Belk and Libya, which brokered it, signed as witnesses."
    (agreement,) = find(text, date(2005, 8, 16)).agreements
    assert [(party.text, party.part) for party in agreement.mediators] == [("Libya", ""), ("Omar Belk", "witness")]
    told = annotate(find(text, date(2005, 8, 16)))["agreements"]
    assert isinstance(told, list)
    assert [each["mediators"] for each in told if isinstance(each, dict)] == [["Libya"]]
