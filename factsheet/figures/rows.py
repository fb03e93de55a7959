"""The one plan of most figures: rows under one scale, words in a column before them, so that no two texts ever meet."""

from collections.abc import Sequence
from dataclasses import dataclass

from factsheet.figures.layout import Anchor, Bar, Item, Label, Line, Mark, Shape, Spot, Tone
from factsheet.figures.measuring import measure, wrap
from factsheet.figures.scales import Scale, Tick
from factsheet.figures.settings import Setting

_START, _END = Spot(0), Spot(1)
_HALF = 0.55
_LITTLE_ROOM = 0.2
_NEAR_END = 0.9
_MARGIN = 14
"""The pixels beyond the plot that words may reach into."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the language it is in where that is not the page's."""

    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one value to another; the ends between which nobody knows are `soft`, `onward` and `back` go on."""

    start: float
    end: float
    soft_start: float | None = None
    soft_end: float | None = None
    back: bool = False
    onward: bool = False
    hollow: bool = False
    tone: Tone = "other"


@dataclass(frozen=True, slots=True)
class Point:
    """One value, marked, and what is written beside it: beside the bar that begins at `start`, where it ends one."""

    value: float
    shape: Shape
    tone: Tone = "other"
    words: str = ""
    stem: bool = False
    start: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What one line of a figure says: its words, and its values. `head` is said once for this row and those after."""

    note: str = ""
    name: Words | None = None
    head: Words | None = None
    stretches: tuple[Stretch, ...] = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """An upright line from one row to another at a value: what became what."""

    source: int
    target: int
    value: float
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows under a scale, before they have a size."""

    scale: Scale
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    joins: tuple[Join, ...] = ()


def lay_rows(plan: Plan, setting: Setting) -> tuple[float, tuple[Item, ...]]:
    """Return the height of a plan and its items. The scale stands above the rows."""
    top = setting.note + 7
    items: list[Item] = []
    middles: list[float] = []
    y = top + setting.gap
    for row in plan.rows:
        y += setting.gap if row.head and middles else 0
        height, middle = _lay_row(items, row, plan.scale, y, setting)
        middles.append(middle)
        y += height + setting.gap
    joins: list[Item] = []
    for join in plan.joins:
        joins += _lay_join(join, plan.scale, middles, setting)
    return y, (*_lay_scale(plan, top, y, setting), *joins, *items)


def _lay_scale(plan: Plan, top: float, bottom: float, setting: Setting) -> list[Item]:
    items: list[Item] = [Line(_START, top, _END, top, "axis")]
    for tick in plan.ticks:
        x = Spot(tick.share)
        items.append(Line(x, top, x, bottom, "grid"))
        width = measure(tick.words, setting.note)
        anchor: Anchor = "end" if tick.share > _NEAR_END and width > 3 * _MARGIN else "middle"
        style = "minor" if tick.is_minor else "tick"
        items.append(Label(x, top - 6, tick.words, style, anchor, width=width))
    return items


def _lay_row(items: list[Item], row: Row, scale: Scale, y: float, setting: Setting) -> tuple[float, float]:
    """Add the items of a row from `y` down; return its height and the middle of its bars."""
    column = setting.gutter - 14
    lines = [
        *_break(row.head, column, setting),
        *_break(row.name, column, setting),
        *((line, "note", "") for line in wrap(row.note, column, setting.note)),
    ]
    for number, (words, style, tag) in enumerate(lines):
        size = setting.name if style == "name" else setting.note
        baseline = y + number * setting.leading + setting.leading * 0.76
        bold = style == "name"
        width = measure(words, size, bold=bold)
        items.append(Label(Spot(0, -setting.gutter), baseline, words, style, tag=tag, width=width))
    skipped = len(_break(row.head, column, setting)) * setting.leading
    middle = y + skipped + setting.leading / 2
    for stretch in row.stretches:
        _lay_stretch(items, stretch, scale, middle, setting)
    for point in row.points:
        _lay_point(items, point, scale, middle, setting)
    return max(len(lines), 1) * setting.leading, middle


def _break(words: Words | None, column: float, setting: Setting) -> Sequence[tuple[str, str, str]]:
    if words is None:
        return ()
    return [(line, "name", words.tag) for line in wrap(words.text, column, setting.name, bold=True)]


def _lay_stretch(items: list[Item], stretch: Stretch, scale: Scale, middle: float, setting: Setting) -> None:
    y, height, tone = middle - setting.bar / 2, setting.bar, stretch.tone
    start, end = Spot(scale.place(stretch.start)), Spot(scale.place(stretch.end))
    if stretch.soft_start is not None:
        items.append(Bar(Spot(scale.place(stretch.soft_start)), start, y, height, "in", tone))
    if stretch.end > stretch.start or stretch.soft_start is None is stretch.soft_end:
        items.append(Bar(start, end, y, height, "hollow" if stretch.hollow else "solid", tone))
    if stretch.soft_end is not None:
        items.append(Bar(end, Spot(scale.place(stretch.soft_end)), y, height, "out", tone))
    if stretch.onward:
        items.append(Mark(end, middle, "onward", tone))
    if stretch.back:
        items.append(Mark(start, middle, "back", tone))


def _lay_point(items: list[Item], point: Point, scale: Scale, middle: float, setting: Setting) -> None:
    share = scale.place(point.value)
    if point.stem:
        items.insert(0, Line(_START, middle, Spot(share), middle, "stem"))
    items.append(Mark(Spot(share), middle, point.shape, point.tone))
    if point.words:
        beside, after = _choose_side(share, None if point.start is None else scale.place(point.start))
        gap = 26 if point.shape == ("onward" if after else "back") else 10
        x = Spot(beside, gap if after else -gap)
        width = measure(point.words, setting.note)
        y = middle + setting.note * 0.35
        style = "value" if point.start is None else "range"
        items.append(Label(x, y, point.words, style, "start" if after else "end", width=width))


def _choose_side(share: float, start: float | None) -> tuple[float, bool]:
    """Return beside what the words of a value stand and whether after it; over its bar where that fills the width."""
    if start is None:
        return share, share < _HALF
    if max(1 - share, start) < _LITTLE_ROOM:
        return share, False
    return (share, True) if 1 - share >= start else (start, False)


def _lay_join(join: Join, scale: Scale, middles: Sequence[float], setting: Setting) -> list[Item]:
    x = Spot(scale.place(join.value))
    source, target = middles[join.source], middles[join.target]
    sign = 1 if target > source else -1
    shape: Shape = "down" if sign > 0 else "up"
    return [
        Line(x, source, x, target - sign * setting.bar / 2, "join" if join.sure else "dashed"),
        Mark(x, target - sign * setting.bar / 2, shape, "other"),
    ]
