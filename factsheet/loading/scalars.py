"""Plain scalars as the core schema of YAML 1.2 resolves them."""

import re
from dataclasses import dataclass
from math import isinf

from factsheet.loading.problems import shorten
from factsheet.model import Json

LARGEST_INTEGER = 2**53 - 1
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_STARTS = frozenset("+-.0123456789")
_NUMBER = re.compile(
    r"(?P<integer>[-+]?[0-9]+)|0o(?P<octal>[0-7]+)|0x(?P<hex>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<special>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")
_NOT_ZERO = re.compile(r"[^eE]*[1-9]")
_MOST_DIGITS = 400


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a plain scalar is read as nothing at all."""

    message: str
    hint: str


def read_plain(text: str) -> Json | Refusal:
    """Return the value of a plain scalar: null, boolean, number or `text` itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _STARTS:
        return text
    found = _NUMBER.fullmatch(text)
    return _read_number(text, found) if found else text


def _read_number(text: str, found: re.Match[str]) -> int | float | Refusal:
    if found["special"]:
        return Refusal(f"{text} is not a number JSON can hold", _quote(text))
    if len(text) > _MOST_DIGITS:
        return Refusal(f"{shorten(text)} has more digits than programs keep", _quote(text))
    if found["octal"]:
        return _checked(int(found["octal"], 8), text)
    if found["hex"]:
        return _checked(int(found["hex"], 16), text)
    if _LEADING_ZERO.match(text):
        return Refusal(
            f"{text} starts with a zero: some programs read it as octal",
            f"{_quote(text)}, or write the number without the zero",
        )
    return _checked(int(text), text) if found["integer"] else _read_float(text)


def _checked(number: int, text: str) -> int | Refusal:
    return number if abs(number) <= LARGEST_INTEGER else _beyond(text)


def _read_float(text: str) -> float | Refusal:
    number = float(text)
    if isinf(number) or (number == 0 and _NOT_ZERO.match(text)):
        return Refusal(f"{shorten(text)} is outside what a number in JSON can hold", _quote(text))
    return number


def _beyond(text: str) -> Refusal:
    return Refusal(f"{shorten(text)} is beyond {LARGEST_INTEGER}, where programs begin to round", _quote(text))


def _quote(text: str) -> str:
    return f'quote it if text is meant: "{shorten(text)}"'
