"""Where the names of places stand on a map: beside, above or below their dots, clear of each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from factsheet.figures.atlas import Point
from factsheet.figures.layout import Anchor

_GAP = 7.0
"""From the middle of a dot to its name."""
_CLEAR = 5.0
"""The half-width of what no name may cover around a dot."""
EDGE = 2.0
ASCENT, DESCENT, _MIDDLE = 0.8, 0.28, 0.34
"""How far letters reach above and below the baseline, and half the height of a small one, in ems."""

_ABROAD = 1.5
"""What it counts against a place for a name, in steps down the list, that it is in another country or the sea."""

Placed = tuple[float, float, Anchor]
"""A name: across, its baseline, and which of its ends is there, `start` being on the left in any script."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Signed:
    """A point and the width of its name; an area has its name in its middle and no dot."""

    point: Point
    width: float
    is_area: bool = False


def place_labels(
    signs: Sequence[Signed], size: float, ground: Point, direction: str, is_home: Callable[[Point], bool]
) -> tuple[Placed, ...]:
    """Return where each name stands, at the best places that are clear of each other; nothing where there are none.

    What `is_home` says of its middle tells whether a name stands in the country shown, rather than in a neighbour.
    """
    dots = [surround(sign.point) for sign in signs if not sign.is_area]
    choices = []
    for sign in signs:
        boxed = ((placed, bound(placed, sign.width, size)) for placed in _list_places(sign, size, direction))
        clear = [each for each in boxed if _is_inside(each[1], ground) and not _meets(each[1], dots)]
        choices.append(
            [
                (rank + _ABROAD * (not is_home(_find_middle(box))), placed, box)
                for rank, (placed, box) in enumerate(clear)
            ]
        )
    for tried in sorted(product(*choices), key=lambda each: sum(rank for rank, _, _ in each)):
        boxes = [box for _, _, box in tried]
        if not any(_meets(box, boxes[:number]) for number, box in enumerate(boxes)):
            return tuple(placed for _, placed, _ in tried)
    return ()


def _list_places(sign: Signed, size: float, direction: str) -> Iterator[Placed]:
    x, y = sign.point
    level = y + size * _MIDDLE
    if sign.is_area:
        yield from ((x, level + size * step, "middle") for step in (0, -0.5, 0.5, -1, 1))
        return
    beside: list[Placed] = [(x + _GAP, level, "start"), (x - _GAP, level, "end")]
    yield from beside if direction == "ltr" else beside[::-1]
    yield x, y - _CLEAR - size * DESCENT, "middle"
    yield x, y + _CLEAR + size * ASCENT, "middle"


def bound(placed: Placed, width: float, size: float) -> Box:
    """Return what a name covers."""
    x, y, anchor = placed
    left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
    return left, y - size * ASCENT, left + width, y + size * DESCENT


def _find_middle(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def surround(point: Point) -> Box:
    """Return what no name may cover around a dot."""
    x, y = point
    return x - _CLEAR, y - _CLEAR, x + _CLEAR, y + _CLEAR


def _is_inside(box: Box, ground: Point) -> bool:
    return box[0] >= EDGE and box[1] >= EDGE and box[2] <= ground[0] - EDGE and box[3] <= ground[1] - EDGE


def _meets(box: Box, others: Sequence[Box]) -> bool:
    return any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in others)
