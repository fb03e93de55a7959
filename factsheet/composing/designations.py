"""Whether a listing was in force on a day."""

from typing import Literal

from factsheet.model import Json, Object

Status = Literal["not-known", "not-yet-listed", "listed", "removed", "unclear"]


def designation_status(designation: Object, day: str, *, as_of: str) -> Status:
    """Return the state of a normalised `designation` on `day`; both days are YYYY-MM-DD, `as_of` the last one known."""
    if day > as_of:
        return "not-known"
    earliest, latest = _bounds(designation.get("listed"))
    if earliest and day < earliest:
        return "not-yet-listed"
    if not latest or day < latest:
        return "unclear"
    return _removal_status(designation.get("removed"), day)


def _removal_status(removed: Json, day: str) -> Status:
    if removed is None or (isinstance(removed, dict) and removed.get("missing") == "none"):
        return "listed"
    earliest, latest = _bounds(removed)
    if earliest and day < earliest:
        return "listed"
    return "removed" if latest and day >= latest else "unclear"


def _bounds(date: Json) -> tuple[str, str]:
    if not isinstance(date, dict):
        return "", ""
    return str(date.get("earliest") or ""), str(date.get("latest") or "")
