"""One date without `/` or brackets, read component by component, each fault at its own place."""

import re
from decimal import Decimal
from typing import Final

from factsheet.dates.calendar import (
    MONTHS,
    SEASONS,
    bound_season,
    bound_year,
    find_bounds,
    get_greatest_length,
    get_length,
    match_numbers,
    match_years,
)
from factsheet.dates.moments import read_moment
from factsheet.dates.values import Date, DateError, Day, Mark, Year

_PLAIN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PARTS: Final = re.compile(
    r"([?~%]*)(-?[^-?~%]*)([?~%]*)"
    r"(?:-([?~%]*)([^-?~%]*)([?~%]*)"
    r"(?:-([?~%]*)([^-?~%]*)([?~%]*))?)?"
)
_LONG_YEAR: Final = re.compile(r"([?~%]?)Y(-?[1-9][0-9]*)(?:E([1-9][0-9]*))?(?:S([1-9][0-9]*))?([?~%]?)")
_ROUNDED_YEAR: Final = re.compile(r"([?~%]?)(-?[0-9]{4})S([1-9][0-9]*)([?~%]?)")
_YEAR: Final = re.compile(r"-?[0-9X]{4}")
_PAIR: Final = re.compile(r"[0-9X]{2}")

_LEVEL_1_YEAR: Final = re.compile(r"-?[0-9]{2}([0-9]{2}|[0-9]X|XX)")
_MAX_EXPONENT_DIGITS: Final = 9
_MAX_INT_DIGITS: Final = 18
_LONG: Final = 5
_LAST_MONTH: Final = 12
_LEAP_FEBRUARY: Final = 29
_MARKS: Final[dict[frozenset[str], Mark]] = {
    frozenset(): "",
    frozenset("?"): "?",
    frozenset("~"): "~",
    frozenset("?~"): "%",
}


def read_date(text: str, at: int) -> Date:
    """Return the date that `text`, which begins at index `at` of the whole, stands for."""
    plain = _PLAIN.fullmatch(text)
    if plain:
        return _build(text, at, 0, (plain[1], plain[2] or "", plain[3] or ""), ("", "", ""))
    if "T" in text:
        return read_moment(text, at, read_date)
    if "Y" in text:
        return _read_long_year(text, at)
    if "S" in text:
        return _read_rounded_year(text, at)
    return _read_parts(text, at)


def combine(*marks: str) -> Mark:
    """Return the mark that says all of `marks`."""
    flags = {flag for mark in marks for flag in ("?~" if mark == "%" else mark)}
    return _MARKS[frozenset(flags)]


def _read_parts(text: str, at: int) -> Date:
    found = _PARTS.fullmatch(text)
    if not found:
        raise _explain_shape(text, at)
    count = 3 if found[8] is not None else 2 if found[5] is not None else 1
    left = [found[1] or "", found[4] or "", found[7] or ""]
    right = [found[3] or "", found[6] or "", found[9] or ""]
    for number in range(1, 3 * count + 1):
        if number % 3 != 2 and len(found[number]) > 1:  # noqa: PLR2004 - groups are mark, component, mark
            raise DateError("two marks don't stand together; “%” says both “?” and “~”", at + found.start(number) + 1)
    _check_component(_YEAR, found[2], at + found.start(2), "a year has four digits")
    if count > 1:
        _check_component(_PAIR, found[5], at + found.start(5), "a month has two digits")
    if count > 2:  # noqa: PLR2004 - year, month, day
        _check_component(_PAIR, found[8], at + found.start(8), "a day has two digits")
    marks = [combine(left[part], *right[part:]) if part < count else combine() for part in range(3)]
    parts = (found[2], found[5] or "", found[8] or "")
    is_whole_mark = not any(left) and not any(right[: count - 1])
    level = max(_get_mask_level(parts), 1 if is_whole_mark and (any(right) or parts[0].startswith("-")) else 0)
    if not is_whole_mark:
        level = 2
    return _build(text, at, level, parts, (marks[0], marks[1], marks[2]))


def _explain_shape(text: str, at: int) -> DateError:
    """Return what is wrong behind the last part that looks like a component."""
    found = _PARTS.match(text)
    place = found.end() if found else 0
    if text[place : place + 1] == "-":
        return DateError("a date has at most a year, a month and a day", at + place)
    return DateError("a mark stands before or behind a year, month or day, not inside it", at + place)


def _check_component(pattern: re.Pattern[str], text: str, at: int, rule: str) -> None:
    if pattern.fullmatch(text):
        return
    shown = f", not “{text}”" if text else ""
    more = "; a longer one is written Y12345" if rule.startswith("a year") and len(text.lstrip("-")) >= _LONG else ""
    raise DateError(f"{rule}{shown}{more}", at)


def _get_mask_level(parts: tuple[str, str, str]) -> int:
    """Return 1 for unspecified digits as level 1 allows them, 2 for others, 0 for none."""
    year, month, day = parts
    if "X" not in year + month + day:
        return 1 if year.startswith("-") else 0
    if not month:
        return 1 if _LEVEL_1_YEAR.fullmatch(year) else 2
    is_simple = "X" not in year and (
        (month == "XX" and day in ("", "XX")) or ("X" not in month and not _is_season(month) and day == "XX")
    )
    return 1 if is_simple else 2


def _is_season(month: str) -> bool:
    return month.isdigit() and int(month) > _LAST_MONTH


def _build(text: str, at: int, level: int, parts: tuple[str, str, str], marks: tuple[Mark, Mark, Mark]) -> Date:
    year, month, day = parts
    if year == "-0000":
        raise DateError("there is no year -0000; 0000 is the year before 0001", at + text.index(year))
    number = None if "X" in year else int(year)
    if _is_season(month):
        first, last, season_level = _bound_seasons(text, at, parts)
        level = max(level, season_level)
    else:
        first, last = _bound(text, at, parts, number)
    return Date(text, level, year, number, first, last, month, day, marks=marks)


def _bound_seasons(text: str, at: int, parts: tuple[str, str, str]) -> tuple[Day, Day, int]:
    year, month, day = parts
    code = int(month)
    place = at + text.index(month, len(year))
    if code not in SEASONS:
        raise DateError(f"there is no month {month}: months are 01 to 12, seasons 21 to 41", place)
    if day:
        raise DateError(f"{month} is a season, and a season has no days", place)
    years = match_years(year)
    level = 1 if code <= 24 else 2  # noqa: PLR2004 - 21 to 24 are of level 1
    return bound_season(years[0], code)[0], bound_season(years[-1], code)[1], level


def _bound(text: str, at: int, parts: tuple[str, str, str], number: int | None) -> tuple[Day, Day]:
    year, month, day = parts
    years = (number,) if number is not None else match_years(year)
    if not years:
        raise DateError(f"no year fits {year}", at + text.index(year))
    if not month:
        return bound_year(years[0], years[-1])
    months = match_numbers(month, _LAST_MONTH)
    if not months:
        raise DateError(
            f"there is no month {month}: months are 01 to 12, seasons 21 to 41", at + text.index(month, len(year))
        )
    if not day:
        return (years[0], months[0], 1), (years[-1], months[-1], get_length(years[-1], months[-1]))
    bounds = find_bounds(years, months, match_numbers(day, 31))
    if not bounds:
        raise DateError(_explain_day(year, months, day), at + text.rindex(day))
    return bounds


def _explain_day(year: str, months: tuple[int, ...], day: str) -> str:
    if not match_numbers(day, 31):
        return f"there is no day {day}: a month has 01 to 31 at most"
    if len(months) > 1:
        return f"none of these months has a day {day}"
    name = MONTHS[months[0] - 1]
    greatest = get_greatest_length(months[0])
    if not any(number <= greatest for number in match_numbers(day, 31)):
        return f"{name} has {greatest} days{' at most' if greatest == _LEAP_FEBRUARY else ''}"
    if "X" in year:
        return f"no year {year} is a leap year, so none has a day 02-{day}"
    return f"{name} {year.lstrip('0') or '0'} has {get_length(int(year), months[0])} days: it was no leap year"


def _read_long_year(text: str, at: int) -> Date:
    found = _LONG_YEAR.fullmatch(text)
    if not found:
        raise DateError("a year after “Y” is a whole number, with E and an exponent or S and a count if wanted", at)
    digits, exponent, significant = found[2], found[3] or "", found[4] or ""
    if not exponent and len(digits.lstrip("-")) < _LONG:
        raise DateError(
            "“Y” is for years of more than four digits; write four digits without it", at + found.start(2) - 1
        )
    if len(exponent) > _MAX_EXPONENT_DIGITS:
        raise DateError(f"an exponent of more than {_MAX_EXPONENT_DIGITS} digits is not read", at + found.start(3))
    number = _count_year(digits, exponent)
    level = 2 if exponent or significant or found[1] else 1
    written = digits + (f"E{exponent}" if exponent else "")
    return _build_year(text, level, written, number, significant, combine(found[1], found[5]))


def _count_year(digits: str, exponent: str) -> Year:
    if len(digits.lstrip("-")) + int(exponent or 0) <= _MAX_INT_DIGITS:
        year: int = int(digits) * 10 ** int(exponent or 0)
        return year
    return Decimal(f"{digits}E{exponent or 0}")


def _read_rounded_year(text: str, at: int) -> Date:
    found = _ROUNDED_YEAR.fullmatch(text)
    if not found:
        raise DateError("“S” stands behind a whole year and before a count of significant digits: 1950S2", at)
    if found[2] == "-0000":
        raise DateError("there is no year -0000; 0000 is the year before 0001", at + found.start(2))
    return _build_year(text, 2, found[2], int(found[2]), found[3], combine(found[1], found[4]))


def _build_year(text: str, level: int, written: str, number: Year, significant: str, mark: Mark) -> Date:
    low, high, kept = _round_year(number, significant)
    first, last = bound_year(low, high)
    return Date(text, level, written, number, first, last, marks=(mark, "", ""), significant=kept)


def _round_year(number: Year, significant: str) -> tuple[Year, Year, int]:
    """Return the first and last year with the same leading digits, and how many are kept (0: all)."""
    if not significant or not isinstance(number, int):
        return number, number, 0
    digits = len(str(abs(number)))
    kept = int(significant) if len(significant) <= 2 else digits  # noqa: PLR2004 - no int has a hundred digits here
    if kept >= digits:
        return number, number, 0
    scale = 10 ** (digits - kept)
    low = abs(number) // scale * scale
    high = low + scale - 1
    return (low, high, kept) if number >= 0 else (-high, -low, kept)
