"""The text of an EDTF date read into its value: intervals, sets, and the checks that any text goes through."""

from functools import lru_cache
from typing import Final

from factsheet.dates.calendar import write_day
from factsheet.dates.components import read_date
from factsheet.dates.suggesting import suggest
from factsheet.dates.values import Date, DateError, DateSet, Day, Edtf, End, Interval, Span

MAX_LENGTH: Final = 4000

_CHARACTERS: Final = frozenset("0123456789XYESTZ-+:/.,[]{}?~%")
_GENERAL: Final = "write YYYY-MM-DD, YYYY-MM or YYYY"


@lru_cache(maxsize=16384)
def parse(text: str) -> Edtf:
    """Return what an EDTF text of level 0, 1 or 2 means; raise `DateError` if it isn't one."""
    try:
        return read(text)
    except DateError as error:
        suggestion, reason = suggest(text, read)
        raise DateError(reason or error.message, error.offset, suggestion or error.suggestion) from None


def read(text: str) -> Edtf:
    """Return what `text` means, or raise `DateError` without looking for what was meant."""
    _check_characters(text)
    if text[0] in "[{":
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    date = read_date(text, 0)
    return _make(text, date.level, date, date.first, date.last)


def _make(text: str, level: int, value: Date | Interval | DateSet, first: Day | None, last: Day | None) -> Edtf:
    return Edtf(text, level, write_day(first), write_day(last), value, first, last)


def _check_characters(text: str) -> None:
    if not text:
        raise DateError(f"an empty text is not a date; {_GENERAL}", 0)
    if len(text) > MAX_LENGTH:
        raise DateError(f"a date of more than {MAX_LENGTH} characters is not read", MAX_LENGTH)
    offset = next((place for place, character in enumerate(text) if character not in _CHARACTERS), None)
    if offset is None:
        return
    character = text[offset]
    if character.isspace():
        raise DateError("a date has no blanks, tabs or line ends in or around it", offset)
    if character.isdecimal():
        raise DateError(f"“{character}” is not one of the digits 0 to 9", offset)
    shown = f"“{character}”" if character.isprintable() else f"the character U+{ord(character):04X}"
    raise DateError(f"{shown} has no place in an EDTF date; {_GENERAL}", offset)


def _read_interval(text: str) -> Edtf:
    first, _, rest = text.partition("/")
    if "/" in rest:
        raise DateError("an interval has one “/”, between its start and its end", len(first) + 1 + rest.index("/"))
    start = _read_end(first, 0)
    end = _read_end(rest, len(first) + 1)
    if start == end == "unknown":
        raise DateError("an interval without start and end says nothing; leave the date out or write `unknown`", 0)
    earliest = start.first if isinstance(start, Date) else None
    latest = end.last if isinstance(end, Date) else None
    if earliest and latest and earliest > latest:
        raise DateError("the interval ends before it starts", len(first) + 1, _swap(first, rest))
    return _make(text, _get_level(start, end), Interval(start, end), earliest, latest)


def _read_end(text: str, at: int) -> End:
    if not text:
        return "unknown"
    if text == "..":
        return "open"
    date = read_date(text, at)
    if date.time:
        raise DateError("an interval has dates at its ends, without a time of day", at + text.index("T"))
    return date


def _swap(start: str, end: str) -> str:
    return f"{end}/{start}"


def _get_level(start: End, end: End) -> int:
    dates = [side for side in (start, end) if isinstance(side, Date)]
    if any(date.is_masked for date in dates):
        return 2
    return max([0 if len(dates) == 2 else 1, *(date.level for date in dates)])  # noqa: PLR2004 - both ends


def _read_set(text: str) -> Edtf:
    closing = "]" if text[0] == "[" else "}"
    if not text.endswith(closing) or len(text) == 1:
        raise DateError(f"a set that opens with “{text[0]}” closes with “{closing}”", len(text) - 1)
    pieces = text[1:-1].split(",")
    members: list[Date | Span] = []
    at = 1
    for number, piece in enumerate(pieces):
        is_edge = (number == 0, number == len(pieces) - 1)
        members.append(_read_member(piece, at, is_edge))
        at += len(piece) + 1
    firsts = [member.first if isinstance(member, Date) else member.start and member.start.first for member in members]
    lasts = [member.last if isinstance(member, Date) else member.end and member.end.last for member in members]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    return _make(text, 2, DateSet(text[0] == "[", tuple(members)), first, last)


def _read_member(text: str, at: int, is_edge: tuple[bool, bool]) -> Date | Span:
    if not text:
        raise DateError("a set has a date between its brackets and commas", at)
    if ".." not in text:
        return _read_set_date(text, at)
    left, _, right = text.partition("..")
    if not left and not right:
        raise DateError("“..” in a set needs a date beside it", at)
    if not left and not is_edge[0]:
        raise DateError("“..” without a start stands only at the beginning of a set", at)
    if not right and not is_edge[1]:
        raise DateError("“..” without an end stands only at the end of a set", at + len(left))
    start = _read_set_date(left, at) if left else None
    end = _read_set_date(right, at + len(left) + 2) if right else None
    if start and end:
        _check_range(start, end, at)
    return Span(start, end)


def _read_set_date(text: str, at: int) -> Date:
    date = read_date(text, at)
    if date.time:
        raise DateError("a set has dates as members, without a time of day", at + text.index("T"))
    return date


def _check_range(start: Date, end: Date, at: int) -> None:
    for date in (start, end):
        if date.is_masked or date.is_season or date.significant or any(date.marks):
            raise DateError("“..” stands between plain years, months or days", at)
    if start.precision != end.precision:
        raise DateError(
            f"“..” stands between two dates of one precision, not {start.precision} and {end.precision}", at
        )
    if start.first > end.last:
        raise DateError("the range ends before it starts", at, "")
