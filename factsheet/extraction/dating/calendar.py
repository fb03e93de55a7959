"""Days, months and years: the arithmetic of the date stage, and its answers as EDTF."""

import calendar as _calendar
from datetime import date, timedelta
from typing import Final

MONTHS: Final = {
    name[:3].casefold(): number
    for number, name in enumerate(
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        1,
    )
}
WEEKDAYS: Final = {name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
UNITS: Final = {
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "2W",
    "month": "M",
    "year": "Y",
    "decade": "10Y",
    "century": "100Y",
    "centurie": "100Y",
}
_FIRST_YEAR: Final = 1
_LAST_YEAR: Final = 9998


def month_number(name: str) -> int:
    """Return the number of a month by its name or its abbreviation."""
    return MONTHS[name[:3].casefold()]


def weekday_number(name: str) -> int:
    """Return the number of a day of the week, Monday being 0."""
    return WEEKDAYS[name[:3].casefold()]


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day."""
    return (
        date.min.year <= year <= date.max.year
        and 1 <= month <= len(MONTHS)
        and 1 <= day <= _calendar.monthrange(year, month)[1]
    )


def as_year(year: int) -> str:
    """Return a year as EDTF."""
    return f"{max(_FIRST_YEAR, year):04d}"


def as_month(year: int, month: int) -> str:
    """Return a month as EDTF."""
    return f"{year:04d}-{month:02d}"


def add_days(day: date, count: int) -> date:
    """Return the day so many days later; the calendar's ends stop it."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min


def add_months(day: date, count: int) -> tuple[int, int]:
    """Return the year and month so many months later."""
    months = day.year * 12 + day.month - 1 + count
    months = max(_FIRST_YEAR * 12, min(_LAST_YEAR * 12, months))
    return months // 12, months % 12 + 1


def week_of(day: date, shift: int = 0) -> str:
    """Return the week of a day, Monday to Sunday, moved by whole weeks."""
    monday = add_days(day, -day.weekday() + 7 * shift)
    return f"{monday.isoformat()}/{add_days(monday, 6).isoformat()}"


def weekend_of(day: date, shift: int = 0) -> str:
    """Return the Saturday and Sunday nearest before a day, moved by whole weeks."""
    back = (day.weekday() - 5) % 7
    saturday = add_days(day, 7 * shift - back)
    return f"{saturday.isoformat()}/{add_days(saturday, 1).isoformat()}"


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches, by the reckoning of Meeus."""
    century = year // 100
    moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - year % 19) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def shift(day: date, count: int, unit: str) -> str:
    """Return the EDTF of a day moved by so many units, as exact as the unit is."""
    code = UNITS[unit]
    if code == "D":
        return add_days(day, count).isoformat()
    if code.endswith("W"):
        return f"{add_days(day, 7 * count * (2 if len(code) > 1 else 1)).isoformat()}~"
    if code == "M":
        return f"{as_month(*add_months(day, count))}~"
    if code.endswith("Y"):
        years = count * (int(code[:-1]) if len(code) > 1 else 1)
        return f"{as_year(max(_FIRST_YEAR, min(_LAST_YEAR, day.year + years)))}~"
    hours = count if code == "TH" else 0
    return add_days(day, int(hours / 24)).isoformat()


def duration(count: int | str, unit: str) -> str:
    """Return an ISO 8601 duration."""
    code = UNITS[unit]
    if code.startswith("T"):
        return f"PT{count}{code[1]}"
    if len(code) > 1:
        return f"P{int(count) * int(code[:-1])}{code[-1]}" if isinstance(count, int) else f"P{count}{code[-1]}"
    return f"P{count}{code}"
