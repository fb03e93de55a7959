"""Amounts as people state them: exact, bounded, approximate, a range with a best estimate, or only a word."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Final

from factsheet.model import Object

Number = int | float

QUALIFIERS: Final = ("about", "at least", "at most", "more than", "fewer than")
VAGUE: Final = ("several", "tens", "dozens", "hundreds", "thousands")

_LARGEST: Final = 2**53 - 1
_LONGEST: Final = 80
_NUMBER: Final = r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_ONE: Final = re.compile(rf"(?:({'|'.join(QUALIFIERS)}) )?({_NUMBER})")
_RANGE: Final = re.compile(rf"(?:(about) )?({_NUMBER}) to ({_NUMBER})(?: best ({_NUMBER}))?")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:[ ,.'’_\u00a0\u202f][0-9]{3})+")
_DECIMAL_COMMA: Final = re.compile(r"[0-9]+,[0-9]{1,2}")
_DASHED: Final = re.compile(rf"({_NUMBER})\s*[-–—]\s*({_NUMBER})")
_OTHER_WORDS: Final = (
    (re.compile(r"(?:over|above|>)\s*(.+)", re.IGNORECASE), "more than"),
    (re.compile(r"(?:under|below|less than|<)\s*(.+)", re.IGNORECASE), "fewer than"),
    (re.compile(r"(?:approximately|approx\.?|around|circa|ca?\.|roughly|some|~|≈)\s*(.+)", re.IGNORECASE), "about"),
    (re.compile(r"(?:minimum|min\.?|no fewer than|no less than|>=|≥)\s*(.+)", re.IGNORECASE), "at least"),
    (re.compile(r"(?:maximum|max\.?|up to|no more than|<=|≤)\s*(.+)", re.IGNORECASE), "at most"),
    (re.compile(r"(.+)\+"), "at least"),
)


class AmountError(ValueError):
    """A value isn't an Amount: what is wrong, and what was perhaps meant."""

    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message, suggestion)
        self.message = message
        self.suggestion = suggestion

    def __str__(self) -> str:
        """Return the message, and the suggestion behind it."""
        return f'{self.message}; did you mean "{self.suggestion}"?' if self.suggestion else self.message


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: its text, the bounds it states, and the single number it offers.

    | text | low | high | best |
    |---|---|---|---|
    | `400` | 400 | 400 | |
    | `at least 400`, `more than 400` | 400 | | |
    | `at most 400`, `fewer than 400` | | 400 | |
    | `about 400` | | | 400 |
    | `183 to 200`, `about 183 to 200` | 183 | 200 | |
    | `183 to 200 best 190` | 183 | 200 | 190 |
    | `several`, `tens`, `dozens`, `hundreds`, `thousands` | | | |

    `low <= the amount <= high` holds of whatever is counted or measured, so `more than` and `fewer than` give
    the stated number and no invented neighbour (401 people, but 400.5 square kilometres); only the text says
    that the bound itself is excluded. `about` one number promises no bound. The ends of `about 183 to 200` are
    as soft as they were stated. A vague word has no numbers. None is "no bound".

    `qualifier` is the word before the number, or the vague word.
    """

    text: str
    low: Number | None
    high: Number | None
    best: Number | None = None
    qualifier: str = ""

    def as_object(self) -> Object:
        """Return the normal form: text, low, high, and best where there is one."""
        data: Object = {"text": self.text, "low": self.low, "high": self.high}
        return data if self.best is None else {**data, "best": self.best}


def parse(value: str | float) -> Amount:
    """Return the amount that a number or a text of the Amount grammar states; raise `AmountError` if it is none."""
    if isinstance(value, bool):
        raise AmountError(f"{str(value).lower()} is not an amount; write a number")
    return _parse_text(value if isinstance(value, str) else _write(value))


def _write(value: float) -> str:
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise AmountError("an amount beyond 9007199254740991 can't be kept exactly")
        return str(value)
    if not isfinite(value):
        raise AmountError(f"{value} is not an amount; write a number")
    return format(Decimal(repr(value)), "f")


@lru_cache(maxsize=4096)
def _parse_text(text: str) -> Amount:
    if text in VAGUE:
        return Amount(text, None, None, qualifier=text)
    if len(text) > _LONGEST:
        raise AmountError("this is too long for an amount; write it as a statement")
    one = _ONE.fullmatch(text)
    if one:
        return _state_one(text, one[1] or "", _read_number(one[2]))
    found = _RANGE.fullmatch(text)
    if found:
        best = _read_number(found[4]) if found[4] else None
        return _state_range(text, found[1] or "", (_read_number(found[2]), _read_number(found[3])), best)
    raise AmountError(*_explain(text))


def _read_number(text: str) -> Number:
    number = float(text) if "." in text else int(text)
    if number > _LARGEST:
        raise AmountError("an amount beyond 9007199254740991 can't be kept exactly")
    return number


def _state_one(text: str, qualifier: str, number: Number) -> Amount:
    if qualifier == "about":
        return Amount(text, None, None, number, qualifier)
    if qualifier == "fewer than" and number == 0:
        raise AmountError("nothing is fewer than 0")
    has_low = qualifier in ("", "at least", "more than")
    has_high = qualifier in ("", "at most", "fewer than")
    return Amount(text, number if has_low else None, number if has_high else None, None, qualifier)


def _state_range(text: str, qualifier: str, ends: tuple[Number, Number], best: Number | None) -> Amount:
    low, high = ends
    if low > high:
        raise AmountError(
            f"the range {low} to {high} runs backwards", text.replace(f"{low} to {high}", f"{high} to {low}")
        )
    if best is not None and not low <= best <= high:
        raise AmountError(f"the best estimate {best} lies outside {low} to {high}")
    return Amount(text, low, high, best, qualifier)


def _explain(text: str) -> tuple[str, str]:
    """Return what is wrong with `text`, and the amount it may mean."""
    general = "write a number, “about 400”, “at least 400”, “183 to 200 best 190”, or “dozens”"
    if not text.strip():
        return f"an empty text is not an amount; {general}", ""
    suggestion = _suggest(text.strip())
    if re.search(r"-\s*[0-9]", text) and not suggestion:
        return f"an amount is not negative; {general}", ""
    if _THOUSANDS.search(text) or re.search(r"[0-9],[0-9]", text):
        return "an amount has no thousands mark, and a point before decimals", suggestion
    if re.search(r"(?<![0-9.])0[0-9]", text):
        return "a number doesn't begin with 0", suggestion
    return f"“{text}” is not an amount" + ("" if suggestion else f"; {general}"), suggestion


def _suggest(text: str) -> str:
    plain = " ".join(text.split())
    for pattern, words in _OTHER_WORDS:
        found = pattern.fullmatch(plain)
        if found:
            return _keep(f"{words} {_tidy(found[1])}")
    return _keep(_tidy(plain))


def _tidy(text: str) -> str:
    if _THOUSANDS.fullmatch(text):
        # 1.234 may be a decimal number, but that is valid and never comes here; 1.234.567 can't be.
        return re.sub(r"[^0-9]", "", text)
    if _DECIMAL_COMMA.fullmatch(text):
        return text.replace(",", ".")
    dashed = _DASHED.fullmatch(text)
    if dashed:
        return f"{dashed[1]} to {dashed[2]}"
    text = re.sub(_THOUSANDS, lambda found: re.sub(r"[^0-9]", "", found[0]), text) if "." not in text else text
    return re.sub(r"(?<![0-9.])0+(?=[0-9])", "", text).lower()


def _keep(candidate: str) -> str:
    is_amount = candidate in VAGUE or _ONE.fullmatch(candidate) or _RANGE.fullmatch(candidate)
    return candidate if is_amount else ""
