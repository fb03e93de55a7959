"""The time that a date and all its rivals can mean, and what surely lies before what."""

from collections.abc import Iterator
from typing import NamedTuple

from factsheet.dates import day_key
from factsheet.model import Json, Object

_PLAIN = 10  # characters of YYYY-MM-DD


class Hull(NamedTuple):
    """The first and the last day that something can mean; None where there is no limit or none is known."""

    earliest: str | None = None
    latest: str | None = None


def find_hull(value: Json) -> Hull | None:
    """Return the hull of a normalised date, statement or list of rivals without those rejected; None if none is dated.

    A rival that is unknown, or says there is no such day, takes the limits away.
    """
    if isinstance(value, dict) and "edtf" in value:
        return Hull(_as_day(value.get("earliest")), _as_day(value.get("latest")))
    dates = list(_list_dates(value))
    if not any(dates):
        return None
    earliest = [date.get("earliest") for date in dates]
    latest = [date.get("latest") for date in dates]
    return Hull(_pick(earliest, first=True), _pick(latest, first=False))


def is_before(day: str | None, other: str | None) -> bool:
    """Tell whether the first day surely lies before the second: not, if either is unknown."""
    if day is None or other is None:
        return False
    if len(day) == len(other) == _PLAIN and day[0] != "-" and other[0] != "-":
        return day < other
    return day_key(day) < day_key(other)


def is_apart(one: Hull | None, other: Hull | None) -> bool:
    """Tell whether two times surely share no day."""
    if one is None or other is None:
        return False
    return is_before(one.latest, other.earliest) or is_before(other.latest, one.earliest)


def show(value: Json) -> str:
    """Return the first date in a normalised date, statement or list as it was typed."""
    return next((str(date["edtf"]) for date in _list_dates(value) if date), "")


def _list_dates(value: Json) -> Iterator[Object]:
    for entry in value if isinstance(value, list) else [value]:
        if not isinstance(entry, dict) or "rejected" in entry:
            continue
        if "edtf" in entry:
            yield entry
        elif "missing" in entry:
            yield {}
        elif isinstance(entry.get("value"), dict):
            yield from _list_dates(entry["value"])


def _as_day(bound: Json) -> str | None:
    return bound if isinstance(bound, str) else None


def _pick(days: list[Json], *, first: bool) -> str | None:
    known = [day for day in days if isinstance(day, str)]
    if len(known) < len(days):
        return None
    if len(set(known)) == 1:
        return known[0]
    return (min if first else max)(known, key=day_key)
