"""The formats of scalars that schemas name: EDTF dates, amounts, language tags, moments and addresses."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from factsheet import amounts, dates

_LANGUAGE_TAG: Final = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}"
    r"(?:-[A-Za-z]{4})?"
    r"(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*)"
    r"(?P<extensions>(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*)"
    r"(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?"
    r"|[xX](?:-[A-Za-z0-9]{1,8})+"
)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x1f\x7f]+")
_HTTP: Final = re.compile(
    r"https?://(?:[^/?#@]*@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^/?#:\[\]]+)(?::[0-9]{1,5})?(?:[/?#].*)?"
)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a scalar, at which character, and what was perhaps meant."""

    message: str
    offset: int = 0
    suggestion: str = ""


@lru_cache(maxsize=16384)
def find_flaw(name: str, text: str) -> Flaw | None:
    """Return what keeps `text` from being in the format `name`; None for a format that is not checked."""
    find = _FINDERS.get(name)
    return find(text) if find else None


def _is_day(text: str) -> bool:
    """Tell whether a text is a plain day, as most dates are: the calendar's own test takes a tenth of the time."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _find_date_flaw(text: str) -> Flaw | None:
    if _is_day(text):
        return None
    try:
        dates.parse(text)
    except dates.DateError as error:
        return Flaw(error.message, error.offset, error.suggestion)
    return None


def _find_amount_flaw(text: str) -> Flaw | None:
    try:
        amounts.parse(text)
    except amounts.AmountError as error:
        return Flaw(error.message, suggestion=error.suggestion)
    return None


def _find_tag_flaw(text: str) -> Flaw | None:
    found = _LANGUAGE_TAG.fullmatch(text)
    if not found:
        return Flaw("a language tag is a language of two or three letters, then perhaps a script and a country")
    variants = (found["variants"] or "").lower().split("-")[1:]
    singletons = [part for part in (found["extensions"] or "").lower().split("-") if len(part) == 1]
    if len(set(variants)) < len(variants) or len(set(singletons)) < len(singletons):
        return Flaw("a part of a language tag stands twice")
    return None


def _find_moment_flaw(text: str) -> Flaw | None:
    if not _MOMENT.fullmatch(text):
        return Flaw("a moment has a day, a time and a time zone")
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return Flaw("no calendar has this day, or no clock this time")
    return None


def _find_address_flaw(text: str) -> Flaw | None:
    if not _ADDRESS.fullmatch(text):
        return Flaw("an address begins with https:// and has no blanks, quotation marks or brackets in it")
    if text.lower().startswith(("http:", "https:")) and not _HTTP.fullmatch(text):
        return Flaw("an address has a name of a host behind https://")
    return None


_FINDERS: Final[Mapping[str, Callable[[str], Flaw | None]]] = {
    "amount": _find_amount_flaw,
    "edtf": _find_date_flaw,
    "lang-tag": _find_tag_flaw,
    "moment": _find_moment_flaw,
    "uri": _find_address_flaw,
}


def _make_test(name: str) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        return find_flaw(name, text) is None

    return fits


FORMAT_TESTS: Final[Mapping[str, Callable[[str], bool]]] = {name: _make_test(name) for name in _FINDERS}
