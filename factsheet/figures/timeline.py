"""Dated things year by year: each on a line of its own under the months, its words beside its mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factsheet.figures.layout import Anchor, Bar, Drawing, Item, Label, Line, Mark, Spot
from factsheet.figures.measuring import measure, wrap
from factsheet.figures.scales import Scale
from factsheet.figures.settings import Setting
from factsheet.figures.speech import bounds, is_unsure, lasts
from factsheet.model import Json
from factsheet.wording.cldr import find_locale, get_months

_ROOM = 0.42
"""The share of the width that words need beside a mark; with less they go below it."""
_SPACE = 11
_BETWEEN = 3
_EDGE = 4
"""The room at both ends that a mark on the first or the last day needs."""
_MONTH = 28


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and what was then, in words."""

    date: Json
    words: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the mark of a moment is, in pixels along the year, and what it looks like."""

    start: float
    end: float
    sign: str
    is_soft: bool
    goes_on: bool


def draw_years(
    moments: Sequence[Moment], setting: Setting, language: str, medium: str, *, most: int = 0
) -> list[Drawing]:
    """Return a drawing for each year that has dated moments, in order, or some for a year with more than `most`."""
    years: dict[int, list[Moment]] = {}
    for moment in moments:
        first = bounds(moment.date)[0]
        of_year = years.setdefault(date.fromordinal(first).year, []) if first is not None else []
        if moment not in of_year:
            of_year.append(moment)
    return [
        _draw_year(
            year, years[year][part : part + most] if most else years[year], setting, language, f"{medium}{part or ''}"
        )
        for year in sorted(years)
        for part in range(0, len(years[year]), most or len(years[year]))
    ]


def _draw_year(year: int, moments: Sequence[Moment], setting: Setting, language: str, medium: str) -> Drawing:
    scale = Scale(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    width = setting.width
    top = setting.note + 7
    items: list[Item] = []
    y = top + 4
    for moment in moments:
        y += _lay_moment(items, moment, scale, y, setting)
    y += 2
    frame = [Line(Spot(0), top, Spot(1), top, "axis"), *_lay_months(year, scale, top, y, setting, language)]
    name = f"year-{year}-{medium}"
    return Drawing(name, "years", f"{year}: {'; '.join(m.words for m in moments)}", y, (*frame, *items), width)


def _lay_months(year: int, scale: Scale, top: float, bottom: float, setting: Setting, language: str) -> Iterator[Item]:
    names = get_months(find_locale(language), "stand-alone")
    column = setting.width / 12
    step = 1 if max(measure(name, setting.note) for name in names.values()) + 3 < column else 3
    for month in range(1, 13):
        x = Spot(scale.place(date(year, month, 1).toordinal()))
        yield Line(x, top if (month - 1) % step == 0 else top + 3, x, bottom, "grid")
        if (month - 1) % step == 0:
            words = names[month].split("/")[-1] if setting.width < column * 12 + 1 and step > 1 else names[month]
            width = measure(words, setting.note)
            yield Label(x, top - 6, words, "tick", width=width)


def _lay_moment(items: list[Item], moment: Moment, scale: Scale, y: float, setting: Setting) -> float:
    """Add a moment from `y` down, and return its height."""
    place = _place(moment, scale, setting)
    _lay_sign(items, place, y + setting.leading / 2, setting.width)
    day = measure(place.sign, setting.note, bold=True) + 5 if place.sign else 0
    past = place.end + (18 if place.goes_on else _SPACE)
    after, before = setting.width - past - day, place.start - _SPACE - day
    needed = measure(moment.words, setting.note)
    if max(after, before) < min(needed, setting.width * _ROOM):
        told = f"{place.sign} {moment.words}" if place.sign else moment.words
        lines = wrap(told, setting.width, setting.note)
        down = setting.leading * 0.8
        _lay_lines(items, lines, Spot(0), y + down, setting, "start")
        return len(lines) * setting.leading + down + _BETWEEN
    is_after = needed <= after or after >= before
    lines = wrap(moment.words, after if is_after else before, setting.note)
    anchor: Anchor = "start" if is_after else "end"
    edge = past if is_after else place.start - _SPACE
    if place.sign:
        x = Spot(edge / setting.width)
        items.append(Label(x, y + setting.leading * 0.76, place.sign, "day", anchor, width=day - 5))
    inner = Spot((edge + day if is_after else edge - day) / setting.width)
    _lay_lines(items, lines, inner, y, setting, anchor)
    return max(len(lines), 1) * setting.leading + _BETWEEN


def _lay_lines(items: list[Item], lines: Sequence[str], x: Spot, y: float, setting: Setting, anchor: Anchor) -> None:
    for number, line in enumerate(lines):
        baseline = y + number * setting.leading + setting.leading * 0.76
        items.append(Label(x, baseline, line, "note", anchor, width=measure(line, setting.note)))


def _place(moment: Moment, scale: Scale, setting: Setting) -> _Place:
    first, last = bounds(moment.date)
    is_interval, _, goes_on = lasts(moment.date)
    start, end = (
        _EDGE + scale.place(day) * (setting.width - 2 * _EDGE) for day in (first or 0, (last or first or 0) + 1)
    )
    is_day = first == last
    sign = str(date.fromordinal(first).day) if first and is_day else ""
    if first and last and not is_day and last - first < _MONTH:
        sign = f"{date.fromordinal(first).day}–{date.fromordinal(last).day}"
    if is_day or goes_on:
        end = start
    unsure = is_unsure(moment.date)
    if unsure and sign and is_day:
        sign = f"≈{sign}"
    return _Place(start, end, sign, unsure or (not is_day and not is_interval and not goes_on), goes_on)


def _lay_sign(items: list[Item], place: _Place, middle: float, width: float) -> None:
    start, end = Spot(place.start / width), Spot(place.end / width)
    if place.end > place.start + 4 and place.is_soft:
        half = Spot((place.start + place.end) / 2 / width)
        items.append(Bar(start, half, middle - 3, 6, "in", "other"))
        items.append(Bar(half, end, middle - 3, 6, "out", "other"))
    elif place.end > place.start + 4:
        items.append(Bar(start, end, middle - 3, 6, "solid", "other"))
    else:
        items.append(Mark(start, middle, "ring" if place.is_soft else "dot", "other"))
    if place.goes_on:
        items.append(Mark(end, middle, "onward", "other"))
