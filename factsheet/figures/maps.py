"""Locator maps: one country or a few among their neighbours, and a place in it where its coordinates are known."""

import json
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from math import cos, radians, sin, sqrt

from factsheet.defaults import TEMPLATES
from factsheet.figures.layout import Drawing, Item, Mark, Path, Spot

OUTLINES = TEMPLATES / "maps" / "countries.json"
WIDTH, HEIGHT = 240.0, 180.0
FINENESS = 2
"""Steps a pixel in which outlines are told."""

_MARGIN = 0.5
_SMALLEST = 0.04
"""The least half-width of a map, in radii of the earth: about 250 km."""
_MAIN = 0.2
"""Parts of a country smaller than this, measured by its largest, don't move the map."""
_BESIDE = 24
_LIMIT = 1.2
_LARGE = 0.6
_HALF_TURN = 180
_LONGEST = 20_000
"""The most characters of outlines on a page; above it they are told in coarser steps."""
_FAR = 4000
_DOT = 6
"""Pixels: a country that is smaller on its map is a dot."""
_GRAINS = (1, 2, 3, 4, 6)
Point = tuple[float, float]
_BEHIND: Point = (1e9, 1e9)


@dataclass(frozen=True, slots=True)
class _Atlas:
    """The rings of points in degrees that make each country, each with what it reaches from west to north."""

    countries: Mapping[str, tuple["_Ring", ...]]


@dataclass(frozen=True, slots=True)
class _Ring:
    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class _View:
    """A sheet of paper held against the globe: Lambert's equal-area projection around a centre."""

    longitude: float
    latitude: float
    scale: float = 1
    x: float = 0
    y: float = 0

    def project(self, longitude: float, latitude: float) -> Point:
        """Return a point in steps from the top left corner; what is behind the globe is far away."""
        east, north = radians(longitude - self.longitude), radians(latitude)
        middle = radians(self.latitude)
        nearness = 1 + sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
        if nearness < _LIMIT:
            return _BEHIND
        stretch = sqrt(2 / nearness)
        x = stretch * cos(north) * sin(east)
        y = stretch * (cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east))
        return (x - self.x) * self.scale, (-self.y - y) * self.scale

    def may_show(self, ring: "_Ring") -> bool:
        """Tell whether the nearest corner of a ring's frame is as near as the corners of the map."""
        turns = [self.longitude + turn for turn in (-360, 0, 360)]
        across = min(turns, key=lambda x: abs(x - (ring.west + ring.east) / 2))
        x, y = self.project(min(max(across, ring.west), ring.east), min(max(self.latitude, ring.south), ring.north))
        return -WIDTH < x < 3 * WIDTH and -HEIGHT < y < 3 * HEIGHT


def draw_map(codes: tuple[str, ...], title: str, spot: Point | None = None) -> Drawing | None:
    """Return a map of countries by their ISO codes, `spot` a longitude and latitude; nothing where none is known."""
    drawn = _draw(codes, spot)
    return replace(drawn, title=title) if drawn else None


@lru_cache(maxsize=512)
def _draw(codes: tuple[str, ...], spot: Point | None) -> Drawing | None:
    atlas = read_atlas()
    shown = {code for code in codes if code in atlas.countries}
    if not shown:
        return None
    view = _find_view(atlas, sorted(shown))
    seen = {
        code: [spots for ring in rings if (spots := _project(ring, view))] for code, rings in atlas.countries.items()
    }
    grains = iter(_GRAINS)
    paths = _draw_land(seen, shown, next(grains))
    while sum(map(len, paths)) > _LONGEST and (grain := next(grains, 0)):
        paths = _draw_land(seen, shown, grain)
    items: list[Item] = [Path(paths[0], "land"), Path(paths[1], "home" if spot else "here")]
    own = [place for code in shown for spots in seen[code] for place in spots]
    extent = max(max(x for x, _ in own) - min(x for x, _ in own), max(y for _, y in own) - min(y for _, y in own))
    if extent < _DOT * FINENESS and not spot:
        items.append(Mark(Spot(own[0][0] / FINENESS / WIDTH), own[0][1] / FINENESS, "dot", "own"))
    if spot:
        x, y = view.project(*spot)
        items.append(Mark(Spot(x / FINENESS / WIDTH), y / FINENESS, "dot", "own"))
    return Drawing("map", "map", "", HEIGHT, tuple(items), WIDTH)


def _draw_land(seen: Mapping[str, Sequence[Sequence[Point]]], shown: AbstractSet[str], grain: int) -> tuple[str, str]:
    """Return the paths of the other land and of the countries shown."""
    land: list[str] = []
    own: list[str] = []
    for code, rings in seen.items():
        (own if code in shown else land).extend(_outline(spots, grain) for spots in rings)
    return "".join(land), "".join(own)


@cache
def read_atlas() -> _Atlas:
    """Return the outlines of the countries, read once."""
    data = json.loads(OUTLINES.read_bytes())
    arcs = [tuple(_walk(arc)) for arc in data["arcs"]]
    return _Atlas({code: tuple(_make_ring(arcs, ring) for ring in rings) for code, rings in data["countries"].items()})


def _walk(numbers: Sequence[int]) -> Iterator[Point]:
    x = y = 0
    for at in range(0, len(numbers), 2):
        x, y = x + numbers[at], y + numbers[at + 1]
        yield x / 100, y / 100


def _make_ring(arcs: Sequence[Sequence[Point]], ring: Sequence[int]) -> _Ring:
    points = [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
    if max(x for x, _ in points) - min(x for x, _ in points) > _HALF_TURN:
        points = [(x + 360 if x < 0 else x, y) for x, y in points]
    across, along = [x for x, _ in points], [y for _, y in points]
    return _Ring(tuple(points), min(across), min(along), max(across), max(along))


def _find_view(atlas: _Atlas, codes: Sequence[str]) -> _View:
    """Return a view with the main parts of the countries in its middle and some of their neighbours around."""
    points = [point for code in codes for ring in _main_rings(atlas, code) for point in ring.points]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    globe = _View((west + east) / 2, (south + north) / 2)
    spots = [globe.project(*point) for point in points]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    grown = 1 + 2 * _MARGIN if right - left < _LARGE else 1.2
    width = max((right - left) * grown, (bottom - top) * grown * WIDTH / HEIGHT, 2 * _SMALLEST)
    height = width * HEIGHT / WIDTH
    return replace(
        globe,
        scale=WIDTH * FINENESS / width,
        x=(left + right) / 2 - width / 2,
        y=-((top + bottom) / 2 + height / 2),
    )


def _main_rings(atlas: _Atlas, code: str) -> list[_Ring]:
    rings = atlas.countries[code]
    sizes = [_measure(ring.points) for ring in rings]
    return [ring for ring, size in zip(rings, sizes, strict=True) if size >= max(sizes) * _MAIN]


def _measure(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) * cos(radians(ring[0][1]))


def _project(ring: _Ring, view: _View) -> list[Point]:
    """Return a ring on the map, what lies far beyond its edges drawn in to them; nothing where none of it is seen."""
    if not view.may_show(ring):
        return []
    width, height = WIDTH * FINENESS, HEIGHT * FINENESS
    spots = []
    for point in ring.points:
        x, y = view.project(*point)
        if abs(x) < _FAR and abs(y) < _FAR:
            spots.append((min(max(x, -_BESIDE), width + _BESIDE), min(max(y, -_BESIDE), height + _BESIDE)))
    return spots if spots and _is_seen(spots, width, height) else []


def _outline(spots: Sequence[Point], grain: int) -> str:
    """Return the path of a ring in steps of `grain`, without points that fall together."""
    steps: list[tuple[int, int]] = []
    for x, y in spots:
        step = round(x / grain) * grain, round(y / grain) * grain
        if not steps or step != steps[-1]:
            steps.append(step)
    return _write_ring(_without_straights(steps)) if len(steps) > 3 else ""  # noqa: PLR2004 - less has no area


def _is_seen(spots: Sequence[Point], width: float, height: float) -> bool:
    return (
        min(x for x, _ in spots) < width
        and max(x for x, _ in spots) > 0
        and min(y for _, y in spots) < height
        and max(y for _, y in spots) > 0
    )


def _without_straights(spots: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out points on the way along the edges outside the map."""
    kept = [spots[0]]
    for before, spot, after in zip(spots, spots[1:], spots[2:], strict=False):
        if not (before[0] == spot[0] == after[0] or before[1] == spot[1] == after[1]):
            kept.append(spot)
    return [*kept, spots[-1]]


def _write_ring(spots: Sequence[tuple[int, int]]) -> str:
    parts = [f"M{spots[0][0]} {spots[0][1]}l"]
    for (ax, ay), (bx, by) in pairwise(spots):
        dx, dy = bx - ax, by - ay
        space = "" if parts[-1].endswith("l") or dx < 0 else " "
        parts.append(f"{space}{dx}{'' if dy < 0 else ' '}{dy}")
    return "".join([*parts, "z"])
