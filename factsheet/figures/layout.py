"""What a figure is before it is written: lines, bars, marks and texts at places, in reading direction."""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Tone = Literal["own", "other", "pale"]
"""The record's own things, those of others, and what is said with reserve."""

Shape = Literal["dot", "ring", "onward", "back", "down", "up", "tick"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place across the figure: a share of its width, and pixels from there in reading direction."""

    share: float
    offset: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A thin line; `style` is `grid`, `axis`, `join`, `dashed` or `stem`."""

    x1: Spot
    y1: float
    x2: Spot
    y2: float
    style: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time or a range of numbers.

    `style` is `solid`, `hollow`, or `in` and `out` for one that appears or vanishes by degrees.
    """

    x1: Spot
    x2: Spot
    y: float
    height: float
    style: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at a point."""

    x: Spot
    y: float
    shape: Shape
    tone: Tone


@dataclass(frozen=True, slots=True)
class Path:
    """An outline in pixels, for figures with a width of their own."""

    d: str
    style: str


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text on its baseline; `tag` is its language where that is not the page's, `width` its measured width.

    `style` is `name`, `note`, `tick`, `minor` (a tick that only wide figures have), `value`, `range` (a value for which
    only wide figures have room) or `day`; on a map `place`, `area`, `country`, or `within` for a dark country's name.
    """

    x: Spot
    y: float
    words: str
    style: str
    anchor: Anchor = "start"
    tag: str = ""
    width: float = 0


Item = Line | Bar | Mark | Path | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure laid out. `width` is 0 where it takes the width there is, beside the `gutter` for its labels.

    `id` is unique on the page; `title` is what the figure shows, for those who don't see it. A map is never mirrored:
    its places count from the left in any script, and its labels start there.
    """

    id: str
    kind: str
    title: str
    height: float
    items: tuple[Item, ...]
    width: float = 0
    gutter: float = 0
    description: str = ""
