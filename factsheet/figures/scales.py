"""Scales: from days and numbers to shares of a width, and the ticks that a reader is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from factsheet.wording.cldr import find_locale, group_number
from factsheet.wording.dates import word_date

_DAYS = 365.2425
_LABELS = 4
"""How many labels stand beside one another on the narrowest screen."""
_MINOR_LABELS = 16
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_SHORT = 1.6 * _DAYS
_LEAST = 200
"""The days that the room beside the first and the last is reckoned by, at least."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on a scale; `is_minor` where only a wide figure has room for its words."""

    share: float
    words: str
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from `first` to `last`."""

    first: float
    last: float

    def place(self, value: float) -> float:
        """Return the share of the width at which a value stands, kept within the figure."""
        return min(max((value - self.first) / (self.last - self.first), 0), 1)


def count_days(day: object) -> int | None:
    """Return the number of a day written YYYY-MM-DD, or None where there is none that a calendar has."""
    try:
        return date.fromisoformat(day).toordinal() if isinstance(day, str) else None
    except ValueError:
        return None


def make_time_scale(days: Iterable[int], *, before: float = 0.02, after: float = 0.02) -> Scale:
    """Return a scale over days with some room at its ends, in shares of what they span."""
    known = list(days)
    first, last = min(known), max(known)
    span = max(last - first, _LEAST)
    return Scale(first - span * before, last + span * after)


def mark_time(scale: Scale, language: str) -> list[Tick]:
    """Return the ticks of a scale of days: years, or months where it is short."""
    if scale.last - scale.first < _SHORT:
        return _mark_months(scale, language)
    first, last = _year(scale.first), _year(scale.last)
    years = (scale.last - scale.first) / _DAYS
    step = next(step for step in _STEPS if years / step <= _LABELS)
    small = next(small for small in _STEPS if years / small <= _MINOR_LABELS and step % small == 0)
    ticks = []
    for year in range(first - first % small, last + 1, small):
        day = date(max(year, 1), 1, 1).toordinal()
        if scale.first <= day <= scale.last:
            ticks.append(Tick(scale.place(day), str(year), year % step != 0))
    return ticks


def _mark_months(scale: Scale, language: str) -> list[Tick]:
    months = [
        (number, day)
        for number in range(_year(scale.first) * 12, _year(scale.last) * 12 + 12)
        if scale.first <= (day := date(number // 12, number % 12 + 1, 1).toordinal()) <= scale.last
    ]
    step = next(step for step in (1, 2, 3, 6, 12) if len(months) / step <= 2 or step == 12)  # noqa: PLR2004 - their words are long
    return [
        Tick(scale.place(day), word_date(f"{number // 12:04d}-{number % 12 + 1:02d}", language))
        for number, day in months
        if number % step == 0 or len(months) == 1
    ]


def _year(day: float) -> int:
    return date.fromordinal(max(int(day), 1)).year


def mark_numbers(scale: Scale, language: str) -> list[Tick]:
    """Return the ticks of a scale of numbers that starts at zero."""
    step = next(
        size * 10**power for power in range(12) for size in (1, 2, 5) if scale.last / (size * 10**power) < _LABELS
    )
    locale = find_locale(language)
    return [Tick(scale.place(value), group_number(value, locale)) for value in range(0, int(scale.last) + 1, step)]
