"""When the next review of a record is due."""

import calendar
import re
from datetime import date, timedelta
from typing import Final

from factsheet.composing.days import first_day
from factsheet.model import Json, Object

_DURATION: Final = re.compile(r"P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?")
_MONTHS = 12


def find_review_due(reviewed: Object, every: str) -> Object:
    """Return the normalised date of the next review: as typed, else `every` (ISO 8601, such as P6M) after the last."""
    typed = reviewed.get("due")
    if isinstance(typed, dict) and "edtf" in typed:
        return typed
    day = add_duration(first_day(reviewed.get("date")), every)
    due: dict[str, Json] = {"edtf": day, "earliest": day, "latest": day}
    return due if day else {}


def add_duration(day: str, duration: str) -> str:
    """Return `day` (YYYY-MM-DD) plus an ISO 8601 duration of years, months, weeks and days; '' if either is none."""
    found = _DURATION.fullmatch(duration)
    if not day or not found or duration == "P":
        return ""
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    start = date.fromisoformat(day)
    count = start.year * _MONTHS + start.month - 1 + years * _MONTHS + months
    year, month = divmod(count, _MONTHS)
    if not 0 < year <= date.max.year:
        return ""
    last = calendar.monthrange(year, month + 1)[1]
    try:
        return (date(year, month + 1, min(start.day, last)) + timedelta(weeks=weeks, days=days)).isoformat()
    except OverflowError:
        return ""
