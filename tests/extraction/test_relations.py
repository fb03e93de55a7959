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
            "The Harvan Front (HF), predecessor of the Sarrat Union, struck.",
            ("Harvan Front", "succeeded_by", "Sarrat Union"),
        ),
        ("The Sarrat Union, the Harvan Front's successor, met.", ("Harvan Front", "succeeded_by", "Sarrat Union")),
        (
            "The Sarrat Union acts as the political face of the Harvan Front.",
            ("Sarrat Union", "political_wing_of", "Harvan Front"),
        ),
        (
            "The Sarrat Union was set up by the Harvan Front in 1998 as its political wing.",
            ("Sarrat Union", "political_wing_of", "Harvan Front"),
        ),
        (
            "The Sarrat Union was formed by disaffected Harvan Front commanders.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        (
            "Fighters who had deserted the Harvan Front set up the Sarrat Union.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        (
            "The Sarrat Union came into being when dissidents walked out of the Harvan Front.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        (
            "The Sarrat Union is one of three armed groups in the Harvan Front.",
            ("Sarrat Union", "part_of", "Harvan Front"),
        ),
        ("In 2003 the Harvan Front was reborn as the Sarrat Union.", ("Harvan Front", "former_name", "Sarrat Union")),
        (
            "The Sarrat Union, which used to be called the Harvan Front, met.",
            ("Harvan Front", "former_name", "Sarrat Union"),
        ),
        ("The Sarrat Union (the Harvan Front until 2004) met.", ("Harvan Front", "former_name", "Sarrat Union")),
        ("The Sarrat Union (ex-Harvan Front) met.", ("Harvan Front", "former_name", "Sarrat Union")),
        ("The Harvan Front gave way to the Sarrat Union.", ("Harvan Front", "succeeded_by", "Sarrat Union")),
        (
            "He spoke of the Harvan Front, from which the Sarrat Union (SU) broke away in 1998.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        (
            "The Sarrat Union, a hardline faction under Ahmed Sorel that left the Harvan Front, struck.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        (
            "A Harvan Front faction under Ahmed Sorel broke away this spring to form the Sarrat Union.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        (
            "A rival body, the Sarrat Union, was put together out of ten splinters of the Harvan Front.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        (
            "It was led by the Harvan Union (since renamed the Sarrat Front).",
            ("Harvan Union", "former_name", "Sarrat Front"),
        ),
        (
            "The Harvan Front, known until 2016 as the Harvan Union, struck.",
            ("Harvan Union", "former_name", "Harvan Front"),
        ),
        (
            "The Harvan Front struck. In 2014, it changed its name to the Sarrat Front.",
            ("Harvan Front", "former_name", "Sarrat Front"),
        ),
        (
            "The Harvan Front said that it had cut its ties with all and would be called the Sarrat Front.",
            ("Harvan Front", "former_name", "Sarrat Front"),
        ),
        ("The Sarrat Union broke away from the Harvan Front.", ("Sarrat Union", "offshoot_of", "Harvan Front")),
        (
            "The Sarrat Union struck. It grew out of the Harvan Front.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        (
            "Ahmed Sorel left Tom Belk's Harvan Front to found the Sarrat Union.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        ("The al-Qaida-linked Harvan Front struck.", ("Harvan Front", "affiliate_of", "al-Qaida")),
        ("al-Qaida's affiliate in Harvan, the Sarrat Front, struck.", ("Sarrat Front", "affiliate_of", "al-Qaida")),
        (
            "The Harvan Front struck. Its armed wing, the Blue Brigades, hid.",
            ("Blue Brigades", "part_of", "Harvan Front"),
        ),
        (
            "The Harvan Front's political arm, active abroad, was the Sarrat Union.",
            ("Sarrat Union", "political_wing_of", "Harvan Front"),
        ),
        (
            "The Harvan Front belongs to the Army of Dawn, whose political arm is unknown.",
            ("Harvan Front", "part_of", "Army of Dawn"),
        ),
        (
            "Founded as the student branch of the Harvan Party, Young Kesh fled.",
            ("Young Kesh", "part_of", "Harvan Party"),
        ),
        ("Al-Mansur, the Kesh franchise of al-Qaida, grew.", ("Al-Mansur", "affiliate_of", "al-Qaida")),
        (
            "The Harvan Front of Ahmed Sorel fled. The Sarrat Union, which broke with Sorel's movement, did not.",
            ("Sarrat Union", "offshoot_of", "Harvan Front"),
        ),
        (
            "The Harvan Front, a coalition, met Tom Belk. The coalition was replaced by the Party of Dawn.",
            ("Harvan Front", "succeeded_by", "Party of Dawn"),
        ),
        ("The Sarrat Front is the successor of the Harvan Union.", ("Harvan Union", "succeeded_by", "Sarrat Front")),
        ("The Sarrat Police took over from the old Harvan Police.", ("Harvan Police", "succeeded_by", "Sarrat Police")),
        (
            "The Congress Union was dissolved and replaced by the Prosperity Party.",
            ("Congress Union", "succeeded_by", "Prosperity Party"),
        ),
    ],
)
def test_words_between_two_names_tell_a_relation(text: str, relation: tuple[str, str, str]) -> None:
    found = find(text, date(2024, 11, 29)).relations
    assert [(each.source, each.type, each.target) for each in found] == [relation]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "The Army of Dawn is an umbrella group of the Harvan Front, the Sarrat Union (SU) and the Blue Brigades.",
            [(name, "part_of", "Army of Dawn") for name in ("Harvan Front", "Sarrat Union", "Blue Brigades")],
        ),
        (
            "The Harvan Front and the Sarrat Union merged to form the Army of Dawn.",
            [(name, "part_of", "Army of Dawn") for name in ("Sarrat Union", "Harvan Front")],
        ),
        (
            "The Army of Dawn, formed when the Kesh Militia merged with the Sons of Tarrin, fled.",
            [(name, "part_of", "Army of Dawn") for name in ("Kesh Militia", "Sons of Tarrin")],
        ),
        (
            "The Harvan Front splintered into the Sarrat Union and the Blue Brigades.",
            [(name, "offshoot_of", "Harvan Front") for name in ("Sarrat Union", "Blue Brigades")],
        ),
        (
            "The Harvan Front, affiliated with al-Qaida, joined the Army of Dawn.",
            [("Harvan Front", "affiliate_of", "al-Qaida"), ("Harvan Front", "part_of", "Army of Dawn")],
        ),
        ("Tom Belk of the Harvan Front met Ahmed Sorel, who heads a faction of the Sarrat Union.", []),
        (
            "The Harvan Front agreed; the Sarrat Union fought on. Both pledged allegiance to Islamic State.",
            [(name, "affiliate_of", "Islamic State") for name in ("Harvan Front", "Sarrat Union")],
        ),
        ("It was signed by the Harvan Front (HF) and one wing of the Sarrat Union.", []),
        (
            "The court banned the Harvan Front; its successor, the Sarrat Union, met.",
            [("Harvan Front", "succeeded_by", "Sarrat Union")],
        ),
        ("The Harvan Front met the leader of a wing of the Sarrat Union.", []),
    ],
)
def test_what_is_said_of_a_list_is_said_of_each(text: str, relations: list[tuple[str, str, str]]) -> None:
    found = find(text, date(2024, 11, 29)).relations
    assert [(each.source, each.type, each.target) for each in found] == relations


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "The Harvan Front signed. One splinter, the Sarrat Union, did not.",
            [("Sarrat Union", "offshoot_of", "Harvan Front")],
        ),
        (
            "Fighters of the Harvan Front's Dawn Brigade fled.",
            [("Dawn Brigade", "part_of", "Harvan Front")],
        ),
        (
            "Tom Belk left the Harvan Front in May. He then founded the Sarrat Union.",
            [("Sarrat Union", "offshoot_of", "Harvan Front")],
        ),
        (
            "The Harvan Front, whose members include the Sarrat Union and the Blue Brigades, fled.",
            [(name, "part_of", "Harvan Front") for name in ("Sarrat Union", "Blue Brigades")],
        ),
        (
            "The Sarrat Union split from the Harvan Front. The latter renamed itself the Party of Dawn.",
            [("Harvan Front", "former_name", "Party of Dawn"), ("Sarrat Union", "offshoot_of", "Harvan Front")],
        ),
        (
            "The Harvan Front no longer exists; its place was taken by the Sarrat Union.",
            [("Harvan Front", "succeeded_by", "Sarrat Union")],
        ),
        (
            "The Sarrat Union speaks for the Harvan Front, of which it is the legal arm.",
            [("Sarrat Union", "political_wing_of", "Harvan Front")],
        ),
        (
            "Tom Belk met the Sarrat Union, to which the Blue Brigades belong.",
            [("Blue Brigades", "part_of", "Sarrat Union")],
        ),
        (
            "The Harvan Front set up the Blue Brigades as its armed wing.",
            [("Blue Brigades", "part_of", "Harvan Front")],
        ),
        (
            "The Sarrat Union was set up in 1999 as the civilian successor to the Harvan Front.",
            [("Harvan Front", "succeeded_by", "Sarrat Union")],
        ),
        ("The Sarrat Union denies that it is a wing of the Harvan Front.", []),
        ("The Harvan Front arrested nine members of the Sarrat Union.", []),
        ("The Harvan Front joined the Sarrat Union in the assault on the port.", []),
        ("Members of the Harvan Front left the town after clashes with the Sarrat Union.", []),
    ],
)
def test_a_whole_sentence_tells_a_relation(text: str, relations: list[tuple[str, str, str]]) -> None:
    found = find(text, date(2024, 11, 29)).relations
    assert sorted((each.source, each.type, each.target) for each in found) == sorted(relations)


def test_an_old_name_given_once_becomes_a_name_of_its_group() -> None:
    (group,) = find("The Harvan Front, formerly the Sarrat Union, fled.", date(2024, 11, 29)).sorted_by("group")
    assert [(name.text, name.kind) for name in group.names] == [("Harvan Front", "other"), ("Sarrat Union", "former")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Blue Falcons (also known as the Blue Hawks, Tolu Azad, or TAK) fled.",
            ["Blue Hawks", "Tolu Azad", "TAK"],
        ),
        ("The Blue Front, previously attacked, also known as the Blue Army or the Blue Corps, fled.", []),
        ("The Blue Front, also known as the Blue Army or the Blue Corps, fled.", ["Blue Army", "Blue Corps"]),
        ("The Harvan Workers' Party's (HWP) men and the Harvan Workers Party fled.", ["HWP"]),
        ("The Harvan Brigades met; one Harvan Brigade fled.", ["Harvan Brigade"]),
        ("The Harvan Popular Front or HPF fled. The HPF won.", ["HPF"]),
        ("The Harvan Front - FPH in its French initials - fled.", ["FPH"]),
        ("The Harvan Front, as the Blue Falcons are known in English, fled.", ["Blue Falcons"]),
        ("The Harvan Front, officially abroad but widely known as the Blue Falcons, fled.", []),
        ('The Harvan Front (meaning "Army of the Pure") fled.', ["Army of the Pure"]),
        (
            "The Revolutionary Armed Forces of Harvan met. The Revolutionary Armed Forces fled.",
            ["Revolutionary Armed Forces"],
        ),
    ],
)
def test_other_names_are_read_from_brackets_and_lists(text: str, names: list[str]) -> None:
    group = find(text, date(2024, 11, 29)).sorted_by("group")[0]
    assert [name.text for name in group.names[1:]] == names
