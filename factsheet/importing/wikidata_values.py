"""Values of Wikidata: times with their precision, calendar and qualifiers as EDTF; what a statement says of itself."""

import re
from typing import Final

from factsheet.importing.dating import Unclear, check_date
from factsheet.importing.texts import as_text, objects
from factsheet.model import Json, Object

_TIME: Final = re.compile(r"([+-])([0-9]+)-([0-9]{2})-([0-9]{2})T[0-9:]+Z")
_MILLENNIUM, _CENTURY, _DECADE, _YEAR, _MONTH, _DAY = 6, 7, 8, 9, 10, 11
_JULIAN: Final = "Q1985786"
_MARKS: Final = {
    "Q5727902": "~",  # circa
    "Q18122778": "?",  # presumably
    "Q30230067": "?",  # possibly
    "Q56644435": "?",  # probably
}
_EARLIEST, _LATEST = "P1319", "P1326"
_CIRCUMSTANCES: Final = ("P1480", "P5102")


def find_snaks(statement: Object, name: str) -> list[Object]:
    """Return the qualifiers of a statement that have the property `name`."""
    qualifiers = statement.get("qualifiers")
    return objects(qualifiers.get(name)) if isinstance(qualifiers, dict) else []


def get_value(snak: Json) -> Json:
    """Return the value of a snak; None where it says that there is none, or that it is not known."""
    if not isinstance(snak, dict) or snak.get("snaktype") != "value":
        return None
    holder = snak.get("datavalue")
    return holder.get("value") if isinstance(holder, dict) else None


def get_item(snak: Json) -> str:
    """Return the Q number that a snak names, or nothing."""
    value = get_value(snak)
    if not isinstance(value, dict):
        return ""
    found = as_text(value.get("id")) or (f"Q{as_text(value.get('numeric-id'))}" if "numeric-id" in value else "")
    return found if re.fullmatch("Q[1-9][0-9]*", found) else ""


def read_statement_time(statement: Object) -> Json:
    """Return the main time of a statement with its qualifiers (earliest, latest, circa, presumably); raises Unclear."""
    bounds = [_bound(statement, name) for name in (_EARLIEST, _LATEST)]
    if any(bounds):
        return check_date(f"[{bounds[0]}..{bounds[1]}]")
    date = read_snak_time(statement.get("mainsnak"))
    marks = {_MARKS.get(get_item(snak), "") for name in _CIRCUMSTANCES for snak in find_snaks(statement, name)} - {""}
    if not marks or not isinstance(date, int | str) or date == "unknown" or str(date).startswith("["):
        return date
    return check_date(f"{date}{'%' if len(marks) > 1 else marks.pop()}")


def read_snak_time(snak: Json, *, ended: bool = False) -> Json:
    """Return the time of a snak: EDTF, `unknown`, `none` (only of an end), or None; raises Unclear."""
    kind = snak.get("snaktype") if isinstance(snak, dict) else None
    if kind == "somevalue":
        return "unknown"
    if kind == "novalue":
        return "none" if ended else None
    value = get_value(snak)
    return _read_time(value) if isinstance(value, dict) else None


def _bound(statement: Object, name: str) -> str:
    found = find_snaks(statement, name)
    date = read_snak_time(found[0]) if found else None
    return "" if date in (None, "unknown") else str(date)


def _read_time(value: Object) -> Json:
    found = _TIME.fullmatch(as_text(value.get("time")))
    precision = value.get("precision")
    if not found or not isinstance(precision, int):
        raise Unclear(f'"{as_text(value.get("time"))}" is no time')
    year = int(found[2]) if found[1] == "+" else 1 - int(found[2])
    if value.get("before") or value.get("after"):
        raise Unclear("a margin before or after the time is not read")
    if not -9999 <= year <= 9999:  # noqa: PLR2004  # years of four digits
        raise Unclear(f"the year {year} is too far away")
    is_julian = as_text(value.get("calendarmodel")).endswith(_JULIAN)
    return check_date(_write(year, int(found[3]), int(found[4]), precision, is_julian=is_julian))


def _write(year: int, month: int, day: int, precision: int, *, is_julian: bool) -> str:
    if precision < _MILLENNIUM:
        raise Unclear("the time is vaguer than a millennium")
    if precision in (_MILLENNIUM, _CENTURY):
        size = 1000 if precision == _MILLENNIUM else 100
        first = (year - 1) // size * size + 1
        return f"[{_year(first)}..{_year(first + size - 1)}]"
    if precision == _DECADE:
        if year < 0:
            raise Unclear("a decade before the year 0 is not read")
        return f"{_year(year)[:3]}X"
    if precision == _YEAR:
        return _year(year)
    if precision == _MONTH:
        if is_julian:
            raise Unclear("a month of the Julian calendar can't be told in the Gregorian one")
        return f"{_year(year)}-{month:02d}"
    if is_julian:
        year, month, day = _to_gregorian(year, month, day)
    return f"{_year(year)}-{month:02d}-{day:02d}"


def _year(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _to_gregorian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """Return a Julian day in the Gregorian calendar, by way of the number of the day since 1 March of year 0."""
    shifted = year - (month < 3)  # noqa: PLR2004  # the year that begins in March
    days = 365 * shifted + shifted // 4 + (153 * ((month - 3) % 12) + 2) // 5 + day - 1 - 2
    era, rest = divmod(days, 146097)
    of_era = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    of_year = rest - (365 * of_era + of_era // 4 - of_era // 100)
    marched = (5 * of_year + 2) // 153
    new_month = (marched + 2) % 12 + 1
    return of_era + era * 400 + (new_month <= 2), new_month, of_year - (153 * marched + 2) // 5 + 1  # noqa: PLR2004  # as above
