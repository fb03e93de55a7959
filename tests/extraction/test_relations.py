from datetime import date

import pytest

from factsheet.extraction.findings import find


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Jabhat al-Nusra was founded as an offshoot of Al-Qaeda in Syria.",
            ("Jabhat al-Nusra", "offshoot_of", "Al-Qaeda"),
        ),
        (
            "The Harvan Front, which split from the Harvan People's Congress in 2011, fights.",
            ("Harvan Front", "offshoot_of", "Harvan People's Congress"),
        ),
        (
            "Hardliners left the Harvan Front to form the Army of the Covenant.",
            ("Army of the Covenant", "offshoot_of", "Harvan Front"),
        ),
        (
            "The Harvan Front agreed. The Free Harvan Army, a breakaway faction, did not.",
            ("Free Harvan Army", "offshoot_of", "Harvan Front"),
        ),
        (
            "Sinn Fein, the political wing of the Irish Republican Army (IRA), agreed.",
            ("Sinn Fein", "political_wing_of", "Irish Republican Army"),
        ),
        ("The Islamic State (IS, formerly ISIS) struck.", ("ISIS", "former_name", "Islamic State")),
        ("The Sudan Front, formerly known as the Sudan Union, struck.", ("Sudan Union", "former_name", "Sudan Front")),
        ("The Sudan Union, later renamed the Sudan Front, struck.", ("Sudan Union", "former_name", "Sudan Front")),
        (
            "Before adopting its current name in 2017, HTS was known as Jabhat al-Nusra.",
            ("Jabhat al-Nusra", "former_name", "HTS"),
        ),
        (
            "The Sahel Support Group, an al-Qaeda affiliate, struck.",
            ("Sahel Support Group", "affiliate_of", "al-Qaeda"),
        ),
        (
            "The Congress Union was dissolved and replaced by the Prosperity Party.",
            ("Congress Union", "succeeded_by", "Prosperity Party"),
        ),
    ],
)
def test_words_between_two_names_tell_a_relation(text: str, relation: tuple[str, str, str]) -> None:
    found = find(text, date(2024, 11, 29)).relations
    assert [(each.source, each.type, each.target) for each in found] == [relation]
