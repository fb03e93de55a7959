"""The day that a statement or a record speaks of, from its normalised data."""

from datetime import date, timedelta

from factsheet.model import Json, Object

FIRST_DAY = "0000-00-00"
LAST_DAY = "9999-99-99"
RECORD_DAYS = ("when", "signed", "said", "founded", "born", "published")
"""The fields that date a record, in order of preference."""
SPOKEN_DAYS = ("when", "signed", "said")
"""Those of them that also date what else the record says: who took part, who signed, what it is about."""
STATEMENT_DAYS = ("date", "from", "listed", "due")

_ON_THE_EVE = frozenset({"lineage"})


def first_day(value: Json) -> str:
    """Return the earliest day (YYYY-MM-DD) of a normalised date or of the first rival not rejected; or ''."""
    bound = pick_date(value).get("earliest")
    return bound if isinstance(bound, str) else ""


def pick_dated(value: Json) -> Object:
    """Return the first statement of a list of rivals that has a date and isn't rejected, or an empty map."""
    entries = value if isinstance(value, list) else [value]
    return next((entry for entry in entries if isinstance(entry, dict) and pick_date(entry)), {})


def pick_date(value: Json) -> Object:
    """Return the normalised date in a date, a statement or a list of rivals: the first that isn't rejected."""
    if isinstance(value, list):
        return next((found for entry in value if (found := pick_date(entry))), {})
    if not isinstance(value, dict) or "rejected" in value:
        return {}
    if "edtf" in value:
        return value
    return pick_date(value["value"]) if isinstance(value.get("value"), dict) else {}


def day_of_statement(statement: Object) -> str:
    """Return the day from which a statement holds, or ''."""
    return next((day for name in STATEMENT_DAYS if (day := first_day(statement.get(name)))), "")


def day_of_record(data: Object, names: tuple[str, ...] = RECORD_DAYS) -> str:
    """Return the day of a record by its first dated field among `names`, or ''."""
    return first_day(date_of_record(data, names))


def date_of_record(data: Object, names: tuple[str, ...] = RECORD_DAYS) -> Object:
    """Return the normalised date of a record by its first dated field among `names`, or an empty map."""
    return next((found for name in names if (found := pick_date(data.get(name)))), {})


def last_day(value: Json) -> str:
    """Return the latest day of a normalised date, or its earliest if it is open; '' if there is none."""
    found = pick_date(value)
    bound = found.get("latest") or found.get("earliest")
    return bound if isinstance(bound, str) else ""


def name_day(field: str, day: str) -> str:
    """Return the day whose names an item of `field` calls for: those who merge or split do so under their old names."""
    return day_before(day) if day and field in _ON_THE_EVE else day


def day_before(day: str) -> str:
    """Return the day before, or the same day outside the years 1 to 9999."""
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day
