"""The real calendar: lengths of months, seasons, unspecified digits, and how a day is written."""

from functools import lru_cache
from typing import Final

from factsheet.dates.values import Day, Year

SEASONS: Final[dict[int, tuple[int, int]]] = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),  # independent of location
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),  # north
    29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8),  # south
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),  # quarters
    37: (1, 4), 38: (5, 8), 39: (9, 12),  # four months each
    40: (1, 6), 41: (7, 12),  # halves
}  # fmt: skip
"""First and last month of each season; 13 and 14 are months of the next year."""

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2
_DECEMBER: Final = 12
_LAST_PLAIN_YEAR: Final = 9999


def get_length(year: int, month: int) -> int:
    """Return the number of days in a month of the proleptic Gregorian calendar."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == _FEBRUARY and is_leap else _LENGTHS[month - 1]


def get_greatest_length(month: int) -> int:
    """Return the number of days a month has at most."""
    return get_length(2000, month)


def bound_year(low: Year, high: Year) -> tuple[Day, Day]:
    """Return the first day of one year and the last of another."""
    return (low, 1, 1), (high, 12, 31)


def bound_season(year: int, code: int) -> tuple[Day, Day]:
    """Return the first and last day of a season."""
    first, last = SEASONS[code]
    end_year, end_month = (year, last) if last <= _DECEMBER else (year + 1, last - _DECEMBER)
    return (year, first, 1), (end_year, end_month, get_length(end_year, end_month))


@lru_cache(maxsize=1024)
def match_years(mask: str) -> tuple[int, ...]:
    """Return the years that a mask such as `156X` or `-1XXX` stands for, in order."""
    if mask.startswith("-"):
        return tuple(-year for year in reversed(match_years(mask[1:])) if year)
    free = [place for place, digit in enumerate(reversed(mask)) if digit == "X"]
    years = [int(mask.replace("X", "0"))]
    for place in free:
        years = [year + digit * 10**place for year in years for digit in range(10)]
    return tuple(sorted(years))


def match_numbers(mask: str, last: int) -> tuple[int, ...]:
    """Return the numbers from 1 to `last` that a mask of two characters stands for."""
    if "X" not in mask:
        return (int(mask),) if 0 < int(mask) <= last else ()
    return tuple(
        number
        for number in range(1, last + 1)
        if all(wanted in ("X", digit) for wanted, digit in zip(mask, f"{number:02d}", strict=True))
    )


def find_bounds(years: tuple[int, ...], months: tuple[int, ...], days: tuple[int, ...]) -> tuple[Day, Day] | None:
    """Return the first and last real day among all combinations, or None where none is real."""
    first = _find_day(years, months, days)
    last = _find_day(years[::-1], months[::-1], days[::-1])
    return (first, last) if first and last else None


def _find_day(years: tuple[int, ...], months: tuple[int, ...], days: tuple[int, ...]) -> Day | None:
    for year in years:
        for month in months:
            length = get_length(year, month)
            for day in days:
                if day <= length:
                    return year, month, day
    return None


def write_day(day: Day | None) -> str | None:
    """Return a day as ISO 8601 writes it, with a sign outside the years 0 to 9999; None beyond 18 digits."""
    if day is None or not isinstance(day[0], int):
        return None
    year, month, date = day
    sign = "-" if year < 0 else "+" if year > _LAST_PLAIN_YEAR else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{date:02d}"
