"""What someone may have meant who wrote a date in another way; nothing where two readings are possible."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from factsheet.dates.calendar import MONTHS
from factsheet.dates.values import DateError, Edtf

_LONGEST: Final = 60
_MONTHS: Final[dict[str, int]] = {
    spelling: number
    for number, name in enumerate(MONTHS, start=1)
    for spelling in (name.lower(), name[:3].lower(), *(("sept",) if number == 9 else ()))  # noqa: PLR2004 - September
}
_SEASONS: Final[dict[str, int]] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NAME: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))

_ABOUT: Final = re.compile(r"(?:circa|ca?\.?|about|around|approx\.?|approximately|ок\.|около)\s*(.+)", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})")
_BASIC: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MONTH_OF: Final = re.compile(rf"({_NAME})\.?,?\s+([0-9]{{4}})", re.IGNORECASE)
_DAY_MONTH: Final = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th)?\s+({_NAME})\.?,?\s+([0-9]{{4}})", re.IGNORECASE)
_MONTH_DAY: Final = re.compile(rf"({_NAME})\.?\s+([0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+([0-9]{{4}})", re.IGNORECASE)
_SEASON_OF: Final = re.compile(rf"({'|'.join(_SEASONS)})\s+(?:of\s+)?([0-9]{{4}})", re.IGNORECASE)
_DECADE: Final = re.compile(r"(?:the\s+)?([0-9]{3})0['’]?s", re.IGNORECASE)
_YEARS: Final = re.compile(r"([0-9]{4})\s*[-–—]\s*([0-9]{4})")
_SHORT_MONTH: Final = re.compile(r"([0-9]{4})-([0-9])")
_TIME: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(?:\.[0-9]+)?\s?([Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)


def suggest(text: str, read: Callable[[str], Edtf]) -> tuple[str, str]:
    """Return the EDTF that `text` surely means, if any, and a better reason, if there is one."""
    if len(text) > _LONGEST:
        return "", ""
    stripped = text.strip()
    reason = _explain_ambiguity(stripped)
    if reason:
        return "", reason
    for candidate in _guess(stripped):
        try:
            read(candidate)
        except DateError:
            continue
        return candidate, _explain(stripped)
    return "", ""


def _explain(text: str) -> str:
    return f"“{text}” is not EDTF" if re.search(r"[a-z]|[^\W\d_XYESTZ]", text) else ""


def _explain_ambiguity(text: str) -> str:
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        return ""
    one, two, year = int(found[1]), int(found[3]), found[4]
    if one == two or not (1 <= one <= 12 and 1 <= two <= 12):  # noqa: PLR2004 - either may be the month
        return ""
    return (
        f"“{text}” can be {one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]}: "
        f"write {year}-{two:02d}-{one:02d} or {year}-{one:02d}-{two:02d}"
    )


def _guess(text: str) -> Iterator[str]:
    """Yield readings, the likeliest first; the caller keeps the first that is a date."""
    yield text
    about = _ABOUT.fullmatch(text)
    if about:
        yield from (f"{reading}~" for reading in _guess_plain(about[1]))
        return
    yield from _guess_plain(text)
    yield from _guess_old(text)


def _guess_plain(text: str) -> Iterator[str]:
    yield text
    for pattern, write in _READINGS:
        found = pattern.fullmatch(text)
        if found:
            yield from write(found)


def _write_numbers(year: str, one: str, two: str) -> Iterator[str]:
    yield f"{year}-{int(one):02d}-{int(two):02d}"


def _write_either(found: re.Match[str]) -> Iterator[str]:
    yield from _write_numbers(found[4], found[3], found[1])
    yield from _write_numbers(found[4], found[1], found[3])


def _write_year_first(found: re.Match[str]) -> Iterator[str]:
    yield from _write_numbers(found[1], found[2], found[3])
    if int(found[2]) > 12:  # noqa: PLR2004 - it can't be the month
        yield from _write_numbers(found[1], found[3], found[2])


def _write_time(found: re.Match[str]) -> Iterator[str]:
    zone = (found[4] or "").upper()
    if len(zone) == 5:  # noqa: PLR2004 - +hhmm
        zone = f"{zone[:3]}:{zone[3:]}"
    yield f"{found[1]}T{found[2]}{found[3] or ':00'}{zone}"


_READINGS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[str]]], ...]] = (
    (_DAY_FIRST, _write_either),
    (_YEAR_FIRST, _write_year_first),
    (_BASIC, lambda found: _write_numbers(found[1], found[2], found[3])),
    (_MONTH_OF, lambda found: iter([f"{found[2]}-{_MONTHS[found[1].lower()]:02d}"])),
    (_DAY_MONTH, lambda found: iter([f"{found[3]}-{_MONTHS[found[2].lower()]:02d}-{int(found[1]):02d}"])),
    (_MONTH_DAY, lambda found: iter([f"{found[3]}-{_MONTHS[found[1].lower()]:02d}-{int(found[2]):02d}"])),
    (_SEASON_OF, lambda found: iter([f"{found[2]}-{_SEASONS[found[1].lower()]}"])),
    (_DECADE, lambda found: iter([f"{found[1]}X"])),
    (_YEARS, lambda found: iter([f"{found[1]}/{found[2]}"])),
    (_SHORT_MONTH, lambda found: iter([f"{found[1]}-0{found[2]}"])),
    (_TIME, _write_time),
)


def _guess_old(text: str) -> Iterator[str]:
    """Yield `text` with the notations of the draft of 2012, lower case, blanks and doubled marks put right."""
    newer = re.sub(r"/(open|present|now)$", "/..", text, flags=re.IGNORECASE)
    newer = re.sub(r"/unknown$|^unknown(?=/)", lambda found: "/" if found[0].startswith("/") else "", newer)
    newer = re.sub(r"[?]~|~[?]", "%", newer)
    newer = re.sub(r"\s*([,/]|\.\.)\s*", r"\1", newer)
    yield newer
    yield re.sub(r"u(?=[u0-9?~%/-]|$)", "X", newer).upper()
    if re.fullmatch(r"Y-?[0-9]{4}", text):
        yield text[1:]
