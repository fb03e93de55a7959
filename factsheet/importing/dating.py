"""Foreign dates to EDTF. A date that can be read in two ways is refused, never guessed."""

import re
from typing import Final

from factsheet import dates
from factsheet.model import Json

_ISO: Final = re.compile(r"([0-9]{4})(-[0-9]{2})?(-[0-9]{2})?")
_ISO_TIME: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}.*")
_PARTS: Final = re.compile(r"YYYY|MM|M|DD|D")
_NUMERIC: Final = re.compile(r"([0-9]{1,4})[./-]([0-9]{1,2})[./-]([0-9]{1,4})")
_SHORT_YEAR: Final = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-]'?[0-9]{2}|'[0-9]{2}")
_WIDTHS: Final = {"YYYY": "(?P<y>[0-9]{4})", "MM": "(?P<m>[0-9]{2})", "M": "(?P<m>[0-9]{1,2})",
                  "DD": "(?P<d>[0-9]{2})", "D": "(?P<d>[0-9]{1,2})"}  # fmt: skip


class Unclear(ValueError):
    """A date that is not read, with the reason."""


def read_date(text: str, form: str = "") -> Json:
    """Return a date as it is typed in a record: EDTF, a year alone as an integer. Raises Unclear.

    `form` is how the file writes dates, such as `DD/MM/YYYY`. ISO 8601 (year first) is read besides; without a form
    EDTF too.
    """
    plain = text.strip()
    time = _ISO_TIME.fullmatch(plain)
    if time:
        return check_date(time[1])
    if form and not (_ISO.fullmatch(plain) and not form.startswith("YYYY")):
        return _read_form(plain, form)
    if not _ISO.fullmatch(plain):
        _explain(plain)
    return check_date(plain)


def check_date(text: str) -> Json:
    """Return an EDTF text as it is typed; raises Unclear where it is none."""
    try:
        dates.parse(text)
    except dates.DateError as error:
        raise Unclear(f'"{text}": {error}') from None
    return int(text) if re.fullmatch("[1-9][0-9]{3}", text) else text


def check_form(form: str) -> str:
    """Return what is wrong with the form of a date, or nothing."""
    parts = _PARTS.findall(form)
    letters = sorted(part[0] for part in parts)
    if letters not in (["D", "M", "Y"], ["M", "Y"], ["Y"]) or re.search("[A-Za-z]", _PARTS.sub("", form)):
        return f'"{form}" is no form of a date: use YYYY, MM or M, DD or D, such as DD/MM/YYYY (years have four digits)'
    return ""


def _read_form(text: str, form: str) -> Json:
    pattern = "".join(_WIDTHS.get(part, re.escape(part)) for part in re.split(f"({_PARTS.pattern})", form))
    found = re.fullmatch(pattern, text)
    if not found:
        raise Unclear(f'"{text}" is not written as {form}')
    named = found.groupdict()
    parts = [named["y"], *(named[key].zfill(2) for key in ("m", "d") if named.get(key))]
    return check_date("-".join(parts))


def _explain(text: str) -> None:
    """Raise the reason why a text that is not ISO 8601 is refused, where there is more to say than that it is none."""
    if _SHORT_YEAR.fullmatch(text):
        raise Unclear(f'"{text}" has a year of two digits: the century is not told')
    found = _NUMERIC.fullmatch(text)
    if found and len(found[1]) < len("2012"):
        one, two, year = int(found[1]), int(found[2]), found[3]
        hint = "say how the file writes dates, such as DD/MM/YYYY"
        if 1 <= one <= 12 and 1 <= two <= 12 and one != two:  # noqa: PLR2004  # either may be the month
            first, second = f"{year}-{two:02d}-{one:02d}", f"{year}-{one:02d}-{two:02d}"
            raise Unclear(f'"{text}" can be {first} or {second}: {hint}')
        raise Unclear(f'"{text}" does not begin with the year: {hint}')
