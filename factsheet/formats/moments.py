"""The dates that a record's page carries: its own, never the clock's."""

from factsheet.composing.days import last_day
from factsheet.model import Json, Sheet


def find_day(sheet: Sheet) -> str:
    """Return the day (YYYY-MM-DD) on which a record's facts were last checked or changed, or ''."""
    reviewed = sheet.get("reviewed")
    checked = reviewed.get("date") if isinstance(reviewed, dict) else None
    return max(last_day(sheet.get("as_of")), last_day(checked), *(day for day, _ in list_changes(sheet)), "")


def list_changes(sheet: Sheet) -> list[tuple[str, dict[str, Json]]]:
    """Return a record's changes with the day of each, as they stand in it."""
    changes = sheet.get("changes")
    found = [change for change in changes if isinstance(change, dict)] if isinstance(changes, list) else []
    return [(last_day(change.get("date")), change) for change in found]
