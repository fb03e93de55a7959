from datetime import date

import pytest

from factsheet.extraction.claim_records import amount
from factsheet.extraction.findings import find
from factsheet.extraction.numbers import read_number


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
