"""Figures for the web: SVG with text, classes in place of styles, as wide as there is room."""

from html import escape

from factsheet.figures.layout import Anchor, Bar, Drawing, Item, Label, Line, Mark, Spot
from factsheet.figures.signs import OUTLINES, RADIUS, turn, write_number

_TICKS = frozenset({"tick", "minor"})
"""Labels of the scale, which the style sheet centres where their class says no other."""

_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}
_TURNED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}
"""The anchors of a map's labels where text starts on the right."""


def write_svg(drawing: Drawing, direction: str) -> str:
    """Return a drawing as one `svg` element. A fluid one counts across in per cent; its texts keep their size.

    What would be drawn twice over itself is drawn once.
    """
    pen = _Pen(drawing, mirrored=direction == "rtl")
    body = "".join(dict.fromkeys(pen.write(item) for item in drawing.items))
    height = write_number(drawing.height)
    size = (
        f'viewBox="0 0 {write_number(drawing.width)} {height}" width="{write_number(drawing.width)}" height="{height}"'
        if drawing.width
        else f'width="100%" height="{height}"'
    )
    described = f'<desc id="{drawing.id}-d">{escape(drawing.description)}</desc>' if drawing.description else ""
    named = f"{drawing.id}-t {drawing.id}-d" if described else f"{drawing.id}-t"
    return (
        f'<svg class="plot {drawing.kind}" role="img" aria-labelledby="{named}" {size}>'
        f'<title id="{drawing.id}-t">{escape(drawing.title)}</title>{described}{pen.write_fades()}{body}</svg>'
    )


class _Pen:
    """Writes the items of one drawing, and remembers the fades that they asked for."""

    def __init__(self, drawing: Drawing, *, mirrored: bool) -> None:
        self.drawing = drawing
        self.mirrored = mirrored and drawing.kind != "map"
        self.turned = mirrored and drawing.kind == "map"
        used = {
            (item.style, item.tone) for item in drawing.items if isinstance(item, Bar) if item.style in ("in", "out")
        }
        self.fades = sorted(used)

    def write(self, item: Item) -> str:
        if isinstance(item, Label):
            return self._write_label(item)
        if isinstance(item, Line):
            return self._write_line(item)
        if isinstance(item, Bar):
            return self._write_bar(item)
        if isinstance(item, Mark):
            return self._write_mark(item)
        return f'<path class="{item.style}" transform="scale(.5)" d="{item.d}"/>'

    def place(self, spot: Spot) -> tuple[str, float]:
        """Return a place across and the pixels still to go, which are nothing in a figure with a width of its own."""
        share = 1 - spot.share if self.mirrored else spot.share
        offset = -spot.offset if self.mirrored else spot.offset
        if self.drawing.width:
            return write_number(share * self.drawing.width + offset), 0
        return (f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%" if share else "0"), offset

    def write_fades(self) -> str:
        """Return the gradients of bars that appear or vanish by degrees."""
        if not self.fades:
            return ""
        parts = []
        for style, tone in self.fades:
            stops = ("0", "1") if (style == "in") is not self.mirrored else ("1", "0")
            parts.append(
                f'<linearGradient id="{self.drawing.id}-{style}-{tone}" class="{tone}">'
                f'<stop offset="0" stop-opacity="{stops[0]}"/><stop offset="1" stop-opacity="{stops[1]}"/>'
                "</linearGradient>"
            )
        return f"<defs>{''.join(parts)}</defs>"

    def _write_line(self, line: Line) -> str:
        x1, x2 = self.place(line.x1)[0], self.place(line.x2)[0]
        y1, y2 = write_number(line.y1), write_number(line.y2)
        start = f' x1="{x1}"' if x1 != "0" else ""
        return f'<line class="{line.style}"{start} y1="{y1}" x2="{x2}" y2="{y2}"/>'

    def _write_bar(self, bar: Bar) -> str:
        first, last = (bar.x2, bar.x1) if self.mirrored else (bar.x1, bar.x2)
        x, y = self.place(first)[0], write_number(bar.y)
        span = abs(last.share - first.share)
        width = write_number(span * self.drawing.width) if self.drawing.width else f"{span * 100:.2f}%"
        fill = f' fill="url(#{self.drawing.id}-{bar.style}-{bar.tone})"' if bar.style in ("in", "out") else ""
        look = "" if fill else f' class="{_name(bar.style, bar.tone)}"'
        return f'<rect{look} x="{x}" y="{y}" width="{width}" height="{write_number(bar.height)}"{fill}/>'

    def _write_mark(self, mark: Mark) -> str:
        x, more = self.place(mark.x)
        y = write_number(mark.y)
        if mark.shape in ("dot", "ring"):
            return f'<circle class="{_name(mark.shape, mark.tone)}" cx="{x}" cy="{y}" r="{RADIUS}"/>'
        shape = turn(mark.shape, mirrored=self.mirrored)
        kind = "head" if shape in ("up", "down") else "arrow"
        path = f'<path class="{_name(kind, mark.tone)}" d="{OUTLINES[shape]}"/>'
        return f'<svg x="{x}" y="{y}" overflow="visible">{path}</svg>' if not more else path

    def _write_label(self, label: Label) -> str:
        x, more = self.place(label.x)
        if x == "0" and more:
            x, more = write_number(more), 0
        across = f' dx="{write_number(more)}"' if more else ""
        style = "value range" if label.style == "range" else label.style
        anchor = _TURNED[label.anchor] if self.turned else label.anchor
        anchored = _ANCHORS[anchor]
        if style in _TICKS:
            style, anchored = (style if anchor == "middle" else f"{style} {anchor}"), ""
        look = f' class="{style}"' if style != "note" else ""
        tag = f' lang="{escape(label.tag)}"' if label.tag else ""
        at = f'x="{x}"{across} y="{write_number(label.y)}"{anchored}'
        return f"<text{look} {at}{tag}>{escape(label.words, quote=False)}</text>"


def _name(look: str, tone: str) -> str:
    """Return the classes of a shape; what belongs to others is the rule."""
    return look if tone == "other" else f"{look} {tone}"
