import pytest

from factsheet.dates import contains, day_key, overlaps, parse, sort_key, surely_before


@pytest.mark.parametrize(
    ("a", "b", "is_before", "shares"),
    [
        ("2016", "2017", True, False),
        ("2017", "2016", False, False),
        ("2016-12-31", "2017-01", True, False),
        ("2016", "2016-07-28", False, True),
        ("2016/2018", "2017", False, True),
        ("2016/..", "2017", False, True),
        ("2016/", "2017", False, True),
        ("../2016", "2017", True, False),
        ("/2016", "2017", True, False),
        ("2016", "2017/..", True, False),
        ("-0044", "0033", True, False),
        ("9999", "Y10000", True, False),
        ("Y1E99", "Y1E100", True, False),
        ("[2025-10-21..]", "2025-10-20", False, False),
        ("2025-10-20", "[2025-10-21..]", True, False),
        ("{2014-07-24,2014-08-03}", "2014-07-30", False, True),
        ("2016-12-22~", "2016-12-23", True, False),
    ],
)
def test_before_means_every_day_before_every_day(a: str, b: str, *, is_before: bool, shares: bool) -> None:
    assert surely_before(parse(a), parse(b)) is is_before
    assert overlaps(parse(a), parse(b)) is shares
    assert overlaps(parse(b), parse(a)) is shares


@pytest.mark.parametrize(
    ("period", "day", "expected"),
    [
        ("2024-11-27/2024-11-30", "2024-11-27", True),
        ("2024-11-27/2024-11-30", "2024-11-28/2024-11-30", True),
        ("2024-11-27/2024-11-30", "2024-12-01", False),
        ("2024-11", "2024-11-30", True),
        ("2024-11-30", "2024-11", False),
        ("2024-11-27/..", "2030", True),
        ("2024-11-27/..", "2030/..", True),
        ("2024-11-27/..", "2024-11-26", False),
        ("2024-11-27/", "2030", False),
        ("2024-11-27/", "2024-11-28/", False),
        ("../2024", "2000", True),
        ("/2024", "2000", False),
        ("[2025-10-21..]", "2026", True),
        ("195X", "1955", True),
    ],
)
def test_a_period_contains_what_lies_between_its_outer_edges(period: str, day: str, *, expected: bool) -> None:
    assert contains(parse(period), parse(day)) is expected


def test_a_timeline_is_sorted_by_first_day_and_longer_spans_first() -> None:
    texts = [
        "-0044", "0033", "2016/..", "2016", "2016-01", "2016-01-01", "2016-01-01T08:00:00", "2016-01-01T09:00:00",
        "../2016-01-02", "2016-02", "9999", "Y10000", "Y1E999", "../..",
    ]  # fmt: skip
    shuffled = [*texts[7:], *texts[:7]]
    assert sorted(shuffled, key=lambda text: sort_key(parse(text))) == texts


def test_printed_days_are_ordered_by_their_key() -> None:
    days = ["-170000002-01-01", "-1985-01-01", "-0044-03-15", "0000-01-01", "2016-02-29", "9999-12-31", "+10000-01-01"]
    assert sorted([*days[4:], *days[:4]], key=day_key) == days
