# ruff: noqa: E501 - sentences are kept whole

from datetime import date

import pytest

from factsheet.extraction.findings import find


def parties(text: str) -> list[str]:
    (found,) = find(text, date(2005, 8, 16)).agreements
    return [party.text for party in found.parties]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Orvia Front, which fought the army for ten years, and the government of Chad signed a peace accord on Friday.",
            ["Orvia Front", "government of Chad"],
        ),
        ("The truce, which the Orvia Front declared in May, is holding.", ["Orvia Front"]),
        (
            "Chad and the Orvia Front met in Tripoli for a week. The two sides signed a protocol on Friday.",
            ["Chad", "Orvia Front"],
        ),
        (
            "Talks between the Orvia Front and the Harvan Army ended in Doha on Friday. They signed a ceasefire the next day.",
            ["Orvia Front", "Harvan Army"],
        ),
        (
            "President Omar Belk and his deputy, Ivo Kastan, put their names to a power-sharing deal on Friday.",
            ["Omar Belk", "Ivo Kastan"],
        ),
        ("The Orvia Front said the Harvan Army had violated the ceasefire.", ["Orvia Front", "Harvan Army"]),
        (
            "Ahmed Said signed the accord for the Orvia Front and Omar Belk signed it on behalf of the government.",
            ["Orvia Front", "government"],
        ),
        (
            "The signatories were the Orvia Front, a rebel group; the Harvan Army, led by Omar Belk; and the Sarrat Movement. The accord was signed in Doha.",
            ["Orvia Front", "Harvan Army", "Sarrat Movement"],
        ),
        ("Chad has reached a truce with the Orvia Front rebels.", ["Chad", "Orvia Front"]),
        ("The Chad-Sudan treaty was signed in Tripoli.", ["Chad", "Sudan"]),
        ("A unilateral ceasefire by the Orvia Front began on Friday.", ["Orvia Front"]),
        (
            "Rebels loyal to Omar Belk and the transitional government agreed on a ceasefire.",
            ["Rebels", "transitional government"],
        ),
        ("Pakistani and Indian officers reached an agreement on Tuesday.", ["Pakistan", "India"]),
        (
            "A truce was agreed by a coalition of armed groups, the Orvia Front, and the government of Chad.",
            ["Orvia Front", "government of Chad"],
        ),
        (
            "After talks in Sirte, Libya, the Orvia Front and the Harvan Army signed a deal.",
            ["Orvia Front", "Harvan Army"],
        ),
        (
            "Chad concludes the Abeche Accord with the three rebel movements: the Orvia Front, the Harvan Army and the Sarrat Movement.",
            ["Chad", "Orvia Front", "Harvan Army", "Sarrat Movement"],
        ),
        ("Tribesmen and local authorities signed a deal on Friday.", ["Tribesmen", "local authorities"]),
        (
            "The British and Irish governments reached a settlement. The peace accord was signed on Friday.",
            ["British government", "Irish government"],
        ),
        ("The Security Council commended Chad and the Orvia Front for agreeing on a truce.", ["Chad", "Orvia Front"]),
        (
            "The government of Chad and the largest rebel faction signed an accord on Friday. The accord was signed by Prime Minister Omar Belk and Ahmed Said, the leader of the Orvia Front.",
            ["government of Chad", "Orvia Front"],
        ),
        (
            "A ceasefire between Chad and the Sudanese factions in Doha took hold on Friday.",
            ["Chad", "Sudanese factions"],
        ),
        (
            "The accord, announced on Friday, obliges Chad to withdraw its troops and the Orvia Front to disarm.",
            ["Chad", "Orvia Front"],
        ),
        (
            "Negotiators of Chad's two rival camps signed a truce. Five officers of the Orvia Front and five of the Harvan Army were there.",
            ["Orvia Front", "Harvan Army"],
        ),
        ("The Orvia Front and the Harvan Army observed a three-day truce in May.", ["Orvia Front", "Harvan Army"]),
        (
            "UNITA's General Armando Neto and Omar Belk, negotiator of the Orvia Front, signed a truce.",
            ["UNITA", "Orvia Front"],
        ),
        ("The presidents of Chad and Sudan said that they had agreed a truce in Darfur.", ["Chad", "Sudan"]),
        ("The Orvia Front had ended a previous ceasefire in June.", ["Orvia Front"]),
        ("Elders persuaded the Orvia Front and the Harvan Army to observe a truce.", ["Orvia Front", "Harvan Army"]),
        (
            "The Orvia Front and the government of Chad adopted the Doha Accord on Friday.",
            ["Orvia Front", "government of Chad"],
        ),
        ("The Security Council adopted the Doha Accord on Friday.", []),
        (
            "The warring parties in Chad shook hands on a ceasefire. He told the delegations of the Orvia Front and of the Harvan Army to go home.",
            ["Orvia Front", "Harvan Army"],
        ),
        (
            "Chad and two rebel groups initialled a ceasefire on Friday. The Orvia Front and the Harvan Army will free their prisoners.",
            ["Chad", "Orvia Front", "Harvan Army"],
        ),
        (
            "The government and Chad's most heavily armed rebel group, the Orvia Front (OF), signed a truce on Friday.",
            ["government", "Orvia Front"],
        ),
        (
            "Chad and the country's main rebel group agreed a truce on Friday. The Harvan Army has fought since 1987.",
            ["Chad", "Harvan Army"],
        ),
        (
            "Chad and its main rebel group agreed a truce on Friday. The Harvan Army and the Orvia Front have split.",
            ["Chad", "main rebel group"],
        ),
        (
            "The junta, the Civic Forum and the Orvia Front signed a truce on Friday.",
            ["junta", "Civic Forum", "Orvia Front"],
        ),
        (
            "Former president Anton Rell for the government and Paul Otto for the Orvia Front signed a truce.",
            ["government", "Orvia Front"],
        ),
        (
            "The truce was signed by Omar Belk for the government, by Ahmed Said on behalf of the Orvia Front, and then hailed.",
            ["government", "Orvia Front"],
        ),
        (
            "Former president Anton Rell, Idris Kane and Paul Otto for the Orvia Front signed a truce. Kane leads the Harvan Army.",
            ["Anton Rell", "Harvan Army", "Orvia Front"],
        ),
        (
            "The leaders of the Orvia Front and the Harvan Army, Moses Ntare and David Okot, signed a truce on Friday.",
            ["Orvia Front", "Harvan Army"],
        ),
        (
            "Chad's warring leaders, President Omar Belk and former premier Ahmed Said, signed a truce on Friday.",
            ["Omar Belk", "Ahmed Said"],
        ),
        (
            "Government negotiator Paul Arroyo and his counterpart from the Orvia Front, Ana Reyes, signed the truce.",
            ["Government", "Orvia Front"],
        ),
        ("A similar deal was struck down by the Supreme Court in 2004.", []),
        ("The Chad Political Accord, signed in May 2003, was never accepted by the Orvia Front.", []),
        ("A truce announced by the Chinese Foreign Ministry in May did not last.", []),
        (
            "The Security Council took note of the truce that the government and the Orvia Front signed in May.",
            ["government", "Orvia Front"],
        ),
        (
            "The rebels violated the peace accord signed with Chad in 2003 under the auspices of the Arab League.",
            ["rebels", "Chad"],
        ),
        (
            "Nur Said, founder of the Orvia Front, said the army had broken the accord he signed with Chad in 1996.",
            ["Nur Said", "Chad"],
        ),
        (
            "Omar Belk and Ahmed Said shook hands after signing a truce in Tripoli on Friday.",
            ["Omar Belk", "Ahmed Said"],
        ),
        (
            "Under the truce, reached on Friday, the Harvan Army will disarm and the Orvia Front will free its prisoners.",
            ["Harvan Army", "Orvia Front"],
        ),
        (
            "Rebels from the Orvia Front and the government of Chad signed a truce.",
            ["Orvia Front", "government of Chad"],
        ),
        (
            "The Orvia Army's 16th Infantry Division and the Harvan Front agreed to a local ceasefire.",
            ["16th Infantry Division", "Harvan Front"],
        ),
        ("Sudan, which has a security pact with Chad, sent troops.", ["Sudan", "Chad"]),
        ("Chad laid down its claim to the valley in the Algiers Agreement of 1979.", ["Chad"]),
        (
            'The Orvia Front on Friday announced "the definitive cessation of its armed activity" in a video.',
            ["Orvia Front"],
        ),
        ("The Orvia Front said on Friday it would observe a unilateral ceasefire over Christmas.", ["Orvia Front"]),
        ("The truce was announced by Oman, which mediated together with Egypt.", []),
        (
            "The Settlement Plan, accepted by Chad and the Orvia Front in 1988 and drawn up with the Arab League, failed.",
            ["Chad", "Orvia Front"],
        ),
        (
            "The Orvia Front accused the Harvan Army of breaching the ceasefire that both sides signed in 2002.",
            ["Orvia Front", "Harvan Army"],
        ),
        (
            "The Secretary-General congratulates the government and the Orvia Front on the truce signed in Doha.",
            ["government", "Orvia Front"],
        ),
        ("The Orvia Front walked out of the truce on Friday.", ["Orvia Front"]),
        ("Chad and Sudan fought a war before signing a truce in May 1994.", ["Chad", "Sudan"]),
        (
            'The rebels, the head of the junta and a "Colonel" Paul Otto signed a truce on Friday.',
            ["rebels", "junta", "Paul Otto"],
        ),
        ("The Houthis and the internationally recognised government swapped prisoners under the Doha Agreement.", []),
        ("The premier came to power under a truce signed in May by rival factions.", ["rival factions"]),
        (
            "A committee persuaded the Orvia Front and the Harvan Army to sign a truce after a week of clashes.",
            ["Orvia Front", "Harvan Army"],
        ),
        (
            "The truce was signed by Chad and Sudan, thanks to Libya, which acted on behalf of the Arab League.",
            ["Chad", "Sudan"],
        ),
        (
            "Chad's government and a militia led by Omar Belk signed a truce. Belk's Orvia Front will disband.",
            ["Chad's government", "Orvia Front"],
        ),
    ],
)
def test_who_is_bound_by_an_agreement(text: str, found: list[str]) -> None:
    assert parties(text) == found


def test_a_negotiator_stands_for_the_body_and_a_president_for_himself() -> None:
    text = "The accord was signed by President Omar Belk and Ahmed Said, chief negotiator of the Orvia Front."
    assert parties(text) == ["Omar Belk", "Orvia Front"]


def test_a_body_that_looks_on_is_no_side() -> None:
    text = "Reuters said the Orvia Front and the Harvan Army fought on. The United Nations said the two sides signed a truce on Friday."
    assert parties(text) == ["Orvia Front", "Harvan Army"]


def test_who_mediates_is_no_party() -> None:
    text = "Libya, Chad and Sudan signed an accord on Friday. Libya had mediated the talks."
    assert parties(text) == ["Chad", "Sudan"]
