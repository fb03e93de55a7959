"""The outlines of the countries, as rings of points in degrees, and the sheet of paper held against the globe."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin, sqrt

from factsheet.defaults import TEMPLATES

OUTLINES = TEMPLATES / "maps" / "countries.json"
Point = tuple[float, float]

_HORIZON = 1.2
"""How near a point must be to be drawn: 1 is a quarter of the globe away, 2 is the centre."""
_MAIN = 0.2
"""Parts of a country smaller than this, measured by its largest, don't move the map."""
_HALF_TURN = 180


@dataclass(frozen=True, slots=True)
class Ring:
    """One outline, with what it reaches from west to east and from south to north."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Atlas:
    """The rings that make each country, by its code."""

    countries: Mapping[str, tuple[Ring, ...]]


@dataclass(frozen=True, slots=True)
class View:
    """Lambert's equal-area projection around a centre; `scale` is steps a radius of the earth, `x` and `y` a corner."""

    longitude: float
    latitude: float
    scale: float = 1
    x: float = 0
    y: float = 0

    def project(self, point: Point) -> Point | None:
        """Return a longitude and latitude in steps from the top left corner; None for what is behind the globe."""
        east, north = radians(point[0] - self.longitude), radians(point[1])
        middle = radians(self.latitude)
        nearness = 1 + sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
        if nearness < _HORIZON:
            return None
        stretch = sqrt(2 / nearness)
        x = stretch * cos(north) * sin(east)
        y = stretch * (cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east))
        return (x - self.x) * self.scale, (-self.y - y) * self.scale

    def find_nearest(self, ring: Ring) -> Point | None:
        """Return where the nearest point of a ring's frame is on the map."""
        turns = [self.longitude + turn for turn in (-360, 0, 360)]
        across = min(turns, key=lambda x: abs(x - (ring.west + ring.east) / 2))
        return self.project((min(max(across, ring.west), ring.east), min(max(self.latitude, ring.south), ring.north)))


@cache
def read_atlas() -> Atlas:
    """Return the outlines of the countries, read once."""
    data = json.loads(OUTLINES.read_bytes())
    arcs = [tuple(_walk(arc)) for arc in data["arcs"]]
    return Atlas({code: tuple(_make_ring(arcs, ring) for ring in rings) for code, rings in data["countries"].items()})


def list_main_rings(rings: Sequence[Ring]) -> list[Ring]:
    """Return the large parts of a country: its mainland, or its main islands."""
    sizes = [_measure(ring.points) for ring in rings]
    return [ring for ring, size in zip(rings, sizes, strict=True) if size >= max(sizes) * _MAIN]


def _walk(numbers: Sequence[int]) -> Iterator[Point]:
    x = y = 0
    for at in range(0, len(numbers), 2):
        x, y = x + numbers[at], y + numbers[at + 1]
        yield x / 100, y / 100


def _make_ring(arcs: Sequence[Sequence[Point]], ring: Sequence[int]) -> Ring:
    points = [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
    if max(x for x, _ in points) - min(x for x, _ in points) > _HALF_TURN:
        points = [(x + 360 if x < 0 else x, y) for x, y in points]
    across, along = [x for x, _ in points], [y for _, y in points]
    return Ring(tuple(points), min(across), min(along), max(across), max(along))


def _measure(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) * cos(radians(ring[0][1]))
