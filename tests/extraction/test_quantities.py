from datetime import date

import pytest

from factsheet.extraction.counting.numbers import read_number
from factsheet.extraction.drafting.claim_records import amount
from factsheet.extraction.findings import find


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("10 000", 10_000), ("220,000", 220_000), ("5.2 million", 5_200_000), ("1.2m", 1_200_000), ("300k", 300_000),
        ("half a million", 500_000), ("two hundred and fifty thousand", 250_000), ("twenty-five", 25), ("a dozen", 12),
        ("three hundred and six", 306), ("a hundred", 100), ("2bn", 2_000_000_000),
    ],
)  # fmt: skip
def test_a_number_is_read(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("At least 200 militants were killed.", [(200, None, "militants", "at least 200")]),
        ("It killed more than 3,200 people.", [(3200, None, "people", "more than 3200")]),
        ("Up to 18 soldiers died.", [(None, 18, "soldiers", "at most 18")]),
        ("Fewer than 700 men remain.", [(None, 700, "men", "fewer than 700")]),
        ("Some 130,000 people fled.", [(130_000, 130_000, "people", "about 130000")]),
        ("Between 300,000 and 500,000 civilians died.", [(300_000, 500_000, "civilians", "300000 to 500000")]),
        ("5 to 6 million people fled.", [(5_000_000, 6_000_000, "people", "5000000 to 6000000")]),
        ("a 10,000-strong army", [(10_000, 10_000, "army", "10000")]),
        ("It killed 12 soldiers and wounded 40.", [(12, 12, "soldiers", "12"), (40, 40, "soldiers", "40")]),
        ("dozens of civilians died", [(None, None, "civilians", "dozens")]),
        ("Tens of thousands of people fled.", [(None, None, "people", "thousands")]),
        ("It took control over some 400 square kilometers of land.", [(400, 400, "square kilometers", "about 400")]),
        ("nine in ten were hungry", [(0.9, 0.9, "ratio", "0.9")]),
        ("The toll rose to 31.", [(31, 31, "deaths", "31")]),
        ("The number of rebels in prison was put at more than 1,100.", [(1100, None, "rebels", "more than 1100")]),
        ("They held five rounds of talks over 22 months at 10:30, signing the 310-page text.", []),
        ("The two men met 8 km north of the M4 in 2015, on page 12 of resolution 2254.", []),
        ("The 15 council members agreed.", []),
    ],
)
def test_numbers_of_people_arms_and_land_become_claims(text: str, claims: list[tuple[object, ...]]) -> None:
    found = [claim.quantity for claim in find(text, date(2024, 11, 29)).claims]
    assert [(each.low, each.high, each.unit, amount(each)) for each in found] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It fell some 80 km west of Bahra, killing two policemen and wounding three others.", [(2, 2), (3, 3)]),
        ("About 20,000 internally displaced people fled.", [(20_000, 20_000)]),
        ("Eighteen (18) fighters were killed and two (2) vehicles destroyed.", [(18, 18), (2, 2)]),
        ("It hurt six people, including two army soldiers and two street sweepers.", [(6, 6), (2, 2), (2, 2)]),
        ("In June, one special operations soldier was killed.", [(1, 1)]),
        ("A total of 139 Lankan troops and 52 pro-Rivians were freed.", [(139, 139), (52, 52)]),
        ("The operation ended in the arrest of 10 members of the network.", [(10, 10)]),
        ("The wounded, according to the ministry, are 42.", [(42, 42)]),
        ("This brings the number of aid workers killed in Sarrat since 15 April to five.", [(5, 5)]),
        ("Some 413 people died, including 132 in Karim.", [(413, 413), (132, 132)]),
        ("At least 498 children, and likely hundreds more, have died.", [(498, None), (None, None)]),
        ("Over 40 rocket and mortar launch sites have been hit.", [(40, None)]),
        ("They destroyed more than 180 fighting positions.", [(180, None)]),
        ("The UN put the toll at around 300.", [(300, 300)]),
        ("The death toll climbed from 20 to 36.", [(20, 20), (36, 36)]),
        ("Two and a half million refugees returned.", [(2_500_000, 2_500_000)]),
        ("A quarter of a million people fled.", [(250_000, 250_000)]),
        ("A couple of dozen fighters were killed.", [(24, 24)]),
        ("As few as 100 fighters remain.", [(100, None)]),
        ("100 people or more died.", [(100, None)]),
        ("Approaching 500 people have died.", [(None, 500)]),
        ("USD 400 million is needed.", [(400_000_000, 400_000_000)]),
        ("They have 20-30,000 fighters.", [(20_000, 30_000)]),
        ("7 of 11 million citizens need aid.", [(7_000_000, 7_000_000), (11_000_000, 11_000_000)]),
        ("Ten of the 12 hostages were freed.", [(10, 10), (12, 12)]),
        ("A considerable portion--up to 70 percent--defected.", [(None, 70)]),
        ("They agreed to hand over 306 detainees and receive 74.", [(306, 306), (74, 74)]),
        ("He brought together some 13 militant factions.", [(13, 13)]),
        ("A force of 3,000 entered.", [(3000, 3000)]),
        ("They fired 122 mm rockets; UNSCR 2118 forbids it, said the two rival camps and Division 30.", []),
        ("One of the two largest crises began with one of them.", []),
    ],
)
def test_a_number_has_its_bounds_however_it_is_worded(text: str, claims: list[tuple[object, ...]]) -> None:
    found = [claim.quantity for claim in find(text, date(2024, 11, 29)).claims]
    assert [(each.low, each.high) for each in found] == claims


def test_a_bare_number_counts_what_the_whole_counts() -> None:
    text = "31 Lankans including six children have died and 275 were hurt. It killed at least 6 and wounded 41 people."
    units = [claim.quantity.unit for claim in find(text, date(2024, 11, 29)).claims]
    assert units == ["Lankans", "children", "Lankans", "people", "people"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Eight of the rebels were killed in Van province, five in Sirnak and four in Hakkari.", [8, 5, 4]),
        ("The toll from a truck bomb at the embassy in the old town of Mazar rose to at least six Friday.", [6]),
        ("Three members of the Belloso Battalion were injured.", [3]),
        ("They were accompanied by two Italians.", [2]),
        ("He counts 118 today.", [118]),
        ('He speaks of "not even 2,000".', [None]),
        ("Children abducted since 1986: 25,000", [25_000]),
        ("In a crowd estimated by police at 3,000 no one spoke.", [3000]),
        ("Sophie Brun, 75, abducted in 2016, is free; not one civilian was hurt.", []),
        ("It was a dispute confined to one man.", []),
    ],
)
def test_a_number_that_hangs_on_few_words_is_found(text: str, claims: list[int | None]) -> None:
    assert [claim.quantity.low for claim in find(text, date(2024, 11, 29)).claims] == claims


def test_the_part_of_a_whole_lends_its_noun_to_no_other_number() -> None:
    text = "20 died, including 4 women and 5 minors. Estimates of the dead vary from 10,000 to more than 30,000."
    found = [claim.quantity for claim in find(text, date(2024, 11, 29)).claims]
    assert [each.unit for each in found[:3]] == ["", "women", "minors"]
    assert (found[3].low, found[3].high) == (10_000, 30_000)


def test_a_number_inside_a_name_is_none() -> None:
    text = "The men of the 14 March 2005 Party met the 23 March Movement, M23 and Brigade 30; 40 Party members left."
    assert [claim.quantity.low for claim in find(text, date(2024, 11, 29)).claims] == [40]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The rebels, who number about 4,000, fight on; they shall free all prisoners, numbering 1,460.", [4000, 1460]),
        ("The army lost 12 men and the guerrillas 31, it said.", [12, 31]),
        ("The UN says 400,000 have gone home and 3,000 arrived on 12 June.", [400_000, 3000]),
        ("It says 1.2 million of the country's 3 million people fled.", [1_200_000, 3_000_000]),
        ("We have 3,500 of our men there.", [3500]),
        ("They have up to 80,000 Central Reserve Police.", [None]),
    ],
)
def test_a_number_told_by_a_verb_or_by_its_whole_is_found(text: str, claims: list[int | None]) -> None:
    assert [claim.quantity.low for claim in find(text, date(2024, 11, 29)).claims] == claims


@pytest.mark.parametrize(
    "text",
    [
        "He lives at 10 Downing Street and drove a 4x4 on Highway 1 past Kilometre 25 near Camp 22.",
        "The five permanent members met the Group of 77 in Room 101 at 9 a.m. on 14 issues.",
        "The 1st Division's 3rd Battalion and 22 Commando Regiment of 40 Brigade stood by.",
        "Five men, aged between 22 and 31, spoke for 3 hours of the 10-point plan and the 9/11 attacks.",
        "He served two terms, met three envoys and fell from 3,000 metres.",
    ],
)
def test_addresses_ages_plans_and_units_of_armies_are_no_claims(text: str) -> None:
    assert [
        claim.quantity.word for claim in find(text, date(2024, 11, 29)).claims if claim.quantity.word != "Five"
    ] == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Peacekeepers, who number 6,000, stay.", [(6000, "Peacekeepers")]),
        ("Of those killed, 12 were women.", [(12, "")]),
        ("The rebels released the 22 hostages unharmed.", [(22, "hostages")]),
    ],
)
def test_a_number_of_those_told_of_is_found(text: str, claims: list[tuple[int, str]]) -> None:
    found = [claim.quantity for claim in find(text, date(2024, 11, 29)).claims]
    assert [(each.low, each.unit) for each in found] == claims


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Seven Tamil Tiger rebels were killed.", "Tamil Tiger rebels"),
        ("More than 2,500 Ethiopian and Eritrean troops were killed.", "Ethiopian and Eritrean troops"),
        ("An estimated 500 detained United Nations personnel are missing.", "detained United Nations personnel"),
        ("He put the number of bodies counted inside the camp at 63.", "bodies"),
        ("At least one United Nations helicopter was hit.", "United Nations helicopter"),
        ("Turnout may not exceed 45 per cent of 1.5 million voters.", "percent"),
        ("The 12,000-member movement agreed.", "movement"),
        ("A first batch of 145 left.", "batch"),
    ],
)
def test_what_is_counted_is_named_in_full(text: str, unit: str) -> None:
    assert find(text, date(2024, 11, 29)).claims[0].quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Of its prisoners, 559 are in Spanish jails and about 140 in France.", [(559, ""), (140, "")]),
        ("They lost more than 3,000 enemy dead.", [(3000, "enemy dead")]),
        ("It has 11,000 men; Iqbal once claimed 120,000.", [(11_000, "men"), (120_000, "men")]),
        ("Two men were shot in a rampage that displaced 750,000.", [(2, "men"), (750_000, "")]),
    ],
)
def test_where_people_are_and_who_was_displaced(text: str, claims: list[tuple[int, str]]) -> None:
    found = [claim.quantity for claim in find(text, date(2024, 11, 29)).claims]
    assert [(each.low, each.unit) for each in found] == claims
