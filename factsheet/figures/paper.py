"""Figures for paper: an SVG without a letter in it, and the labels as HTML placed over it, which the engine shapes.

The engine gives no style sheet to an SVG inside a page, so colours stand in attributes; a page for paper has no content
security policy, so places stand in `style`.
"""

from html import escape

from factsheet.figures.layout import Bar, Drawing, Item, Label, Line, Mark, Path, Spot, Tone
from factsheet.figures.settings import MAP_ON_PAPER, Setting
from factsheet.figures.signs import OUTLINES, RADIUS, turn, write_number

_INK: dict[Tone, str] = {"own": "#9c1f1a", "other": "#4f5963", "pale": "#b3b9bd"}
_LINES = {
    "grid": 'stroke="#e3e5e6" stroke-width=".6"',
    "axis": 'stroke="#14181d" stroke-width=".8"',
    "join": 'stroke="#4f5963" stroke-width=".9"',
    "dashed": 'stroke="#4f5963" stroke-width=".9" stroke-dasharray="2.5 2"',
    "stem": 'stroke="#cdd1d4" stroke-width=".6" stroke-dasharray="1 2.5"',
}
_PATHS = {
    "land": 'fill="#e6e3dc" stroke="#fff" stroke-width="1.4"',
    "here": 'fill="#4f5963" stroke="#fff" stroke-width="1.4"',
    "home": 'fill="#cfcabd" stroke="#fff" stroke-width="1.4"',
}
_ABOVE_BASELINE = 0.76
_STEPS = 6
"""How many tints a bar that appears or vanishes by degrees has: not every reader of PDF draws a gradient right."""


def write_paper(drawing: Drawing, setting: Setting) -> str:
    """Return a drawing as a block of the width of the page: shapes below, labels above."""
    pen = _Pen(drawing, setting)
    shapes = "".join(pen.draw(item) for item in drawing.items if not isinstance(item, Label))
    labels = "".join(pen.print_label(item) for item in drawing.items if isinstance(item, Label))
    width, height = write_number(pen.whole), write_number(drawing.height)
    outer = [write_number(side * pen.scale) for side in (pen.whole, drawing.height)]
    described = f"{drawing.title}. {drawing.description}" if drawing.description else drawing.title
    return (
        f'<div class="plot {drawing.kind}" style="width:{outer[0]}px;height:{outer[1]}px">'
        f'<svg viewBox="0 0 {width} {height}" width="{outer[0]}" height="{outer[1]}"><title>{escape(described)}</title>'
        f"{shapes}</svg>{labels}</div>"
    )


class _Pen:
    """Places the items of one drawing on a page whose width is known."""

    def __init__(self, drawing: Drawing, setting: Setting) -> None:
        self.drawing = drawing
        self.setting = setting
        self.mirrored = setting.direction == "rtl" and drawing.kind != "map"
        self.scale = MAP_ON_PAPER if drawing.kind == "map" else 1
        self.whole = drawing.width or setting.width
        self.plot = self.whole - drawing.gutter - (8 if drawing.gutter else 0)

    def reach(self, spot: Spot) -> float:
        """Return the pixels from the side where reading starts."""
        return self.drawing.gutter + spot.share * self.plot + spot.offset

    def place(self, spot: Spot) -> float:
        """Return the pixels from the left."""
        along = self.reach(spot)
        return self.whole - along if self.mirrored else along

    def draw(self, item: Item) -> str:
        if isinstance(item, Line):
            ends = [write_number(end) for end in (self.place(item.x1), item.y1, self.place(item.x2), item.y2)]
            return '<line x1="{}" y1="{}" x2="{}" y2="{}" {}/>'.format(*ends, _LINES[item.style])
        if isinstance(item, Bar):
            return self._draw_bar(item)
        if isinstance(item, Mark):
            return self._draw_mark(item)
        return f'<path transform="scale(.5)" d="{item.d}" {_PATHS[item.style]}/>' if isinstance(item, Path) else ""

    def _draw_bar(self, bar: Bar) -> str:
        left, right = sorted((self.place(bar.x1), self.place(bar.x2)))
        width = max(right - left, 1.5)
        at = f'x="{write_number(left)}" y="{write_number(bar.y)}" width="{write_number(width)}"'
        ink = _INK[bar.tone]
        if bar.style in ("in", "out"):
            return self._draw_fade(bar, left, width)
        look = f'fill="{ink}"' if bar.style == "solid" else f'fill="#fff" stroke="{ink}" stroke-width=".9"'
        return f'<rect {at} height="{write_number(bar.height)}" {look}/>'

    def _draw_fade(self, bar: Bar, left: float, width: float) -> str:
        step, parts = width / _STEPS, []
        for number in range(_STEPS):
            share = (number + 1 if (bar.style == "in") is not self.mirrored else _STEPS - number) / (_STEPS + 1)
            at = f'x="{write_number(left + number * step)}" y="{write_number(bar.y)}" width="{write_number(step)}"'
            parts.append(f'<rect {at} height="{write_number(bar.height)}" fill="{_mix(_INK[bar.tone], share)}"/>')
        return "".join(parts)

    def _draw_mark(self, mark: Mark) -> str:
        x, y, ink = write_number(self.place(mark.x)), write_number(mark.y), _INK[mark.tone]
        line = f'stroke="{ink}" stroke-width="1.1"'
        if mark.shape in ("dot", "ring"):
            look = f'fill="{ink}"' if mark.shape == "dot" else f'fill="#fff" {line}'
            return f'<circle cx="{x}" cy="{y}" r="{write_number(RADIUS * 0.75)}" {look}/>'
        shape = turn(mark.shape, mirrored=self.mirrored)
        look = f'fill="{ink}"' if shape in ("up", "down") else f'fill="none" {line}'
        return f'<path transform="translate({x} {y}) scale(.8)" d="{OUTLINES[shape]}" {look}/>'

    def print_label(self, label: Label) -> str:
        size = self.setting.name if label.style == "name" else self.setting.note
        rise = size if label.style in ("tick", "minor") else self.setting.leading * _ABOVE_BASELINE
        top = label.y * self.scale - rise
        along = self.reach(label.x) * self.scale
        start, end = ("right", "left") if self.mirrored else ("left", "right")
        if label.anchor == "end":
            across = f"{end}:{write_number(self.whole * self.scale - along)}px"
        else:
            shift = label.width * self.scale / 2 if label.anchor == "middle" else 0
            across = f"{start}:{write_number(along - shift)}px"
        tag = f' lang="{escape(label.tag)}"' if label.tag else ""
        style = {"minor": "tick", "range": "value"}.get(label.style, label.style)
        return f'<span class="{style}" style="{across};top:{write_number(top)}px"{tag}>{escape(label.words)}</span>'


def _mix(ink: str, share: float) -> str:
    """Return a colour with so much of an ink on white paper."""
    parts = (int(ink[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
