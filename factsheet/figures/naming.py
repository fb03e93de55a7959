"""Where the name of a country stands on a map: inside it, where it has most room, clear of dots and other names."""

from collections.abc import Iterator, Sequence
from math import ceil, floor

from factsheet.figures.atlas import Point
from factsheet.figures.placing import ASCENT, DESCENT, EDGE, Box

ROW = 4
"""Pixels between the lines along which the room in a country is measured."""
_AIR = 3.0
"""Pixels left free at each end of a name."""
_APART = 9.0
"""Pixels between a country's name and the dots and names of places, which it isn't to be read with."""
_PULL = 0.4
"""How much a pixel of distance from the middle counts against a pixel of room."""

Span = tuple[float, float]
Rows = tuple[tuple[Span, ...], ...]


def measure_rows(rings: Sequence[Sequence[Point]], height: float) -> Rows:
    """Return the spans inside a country along each line, from the top, its rings in pixels."""
    crossings: list[list[float]] = [[] for _ in range(int(height // ROW) + 1)]
    for ring in rings:
        for (ax, ay), (bx, by) in zip([*ring[-1:], *ring], ring, strict=False):
            low, high = min(ay, by), max(ay, by)
            for row in range(max(ceil(low / ROW), 0), min(ceil(high / ROW), len(crossings))):
                crossings[row].append(ax + (bx - ax) * (row * ROW - ay) / (by - ay))
    return tuple(tuple(zip(found[::2], found[1::2], strict=False)) for found in map(sorted, crossings))


def contains(rows: Rows, point: Point) -> bool:
    """Tell whether a point is in a country."""
    row = round(point[1] / ROW)
    return 0 <= row < len(rows) and any(start <= point[0] <= end for start, end in rows[row])


def find_room(rows: Rows, width: float, size: float, taken: Sequence[Box], ground: Point) -> Point | None:
    """Return the middle of a name and its baseline; None where there is no room for it."""
    filled = [(row * ROW, span) for row, spans in enumerate(rows) for span in spans]
    if not filled:
        return None
    left, right = max(min(a for _, (a, _) in filled), 0), min(max(b for _, (_, b) in filled), ground[0])
    middle = (left + right) / 2, (filled[0][0] + filled[-1][0]) / 2
    best: tuple[float, Point] | None = None
    for baseline in range(ROW * 3, int(ground[1] - EDGE), ROW):
        top, bottom = baseline - size * ASCENT, baseline + size * DESCENT
        if top < EDGE or bottom > ground[1] - EDGE:
            continue
        for start, end in _list_free(rows[floor(top / ROW) : ceil(bottom / ROW) + 1], (top, bottom), taken, ground[0]):
            if end - start < width + 2 * _AIR:
                continue
            x = min(max(middle[0], start + width / 2 + _AIR), end - width / 2 - _AIR)
            away = abs(x - middle[0]) + abs(baseline - size / 3 - middle[1])
            worth = min(end - start - width, width) - away * _PULL
            if best is None or worth > best[0]:
                best = worth, (x, baseline)
    return best[1] if best else None


def _list_free(rows: Rows, band: Span, taken: Sequence[Box], width: float) -> Iterator[Span]:
    """Yield what is free along all of some lines, without what is taken in their band."""
    free: list[Span] = [(EDGE, width - EDGE)]
    for spans in rows:
        free = [(max(a, c), min(b, d)) for a, b in free for c, d in spans if max(a, c) < min(b, d)]
    for box in taken:
        if box[1] - _APART < band[1] and band[0] < box[3] + _APART:
            left, right = box[0] - _APART, box[2] + _APART
            free = [(a, b) for c, d in free for a, b in ((c, min(d, left)), (max(c, right), d)) if a < b]
    yield from free
