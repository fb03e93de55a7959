"""Locator maps: one country or a few among their neighbours, and places in them where their coordinates are known."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factsheet.figures.atlas import Point, Ring, View, read_atlas
from factsheet.figures.framing import FINENESS, HEIGHT, WIDTH, find_view
from factsheet.figures.layout import Drawing, Item, Label, Mark, Path, Spot
from factsheet.figures.measuring import measure
from factsheet.figures.naming import Rows, contains, find_room, measure_rows
from factsheet.figures.placing import Signed, bound, place_labels, surround

_BESIDE = 24
"""How far outlines go on beyond the edges, in steps: the line along an edge is not seen."""
_LONGEST = 12_000
"""The most characters of outlines on a page; above it they are told in coarser steps."""
_DOT = 6
"""Pixels: a country that is smaller on its map is a dot."""
_GRAINS = (1, 2, 3, 4, 6)
_NAMED = 4
"""The most places that have their names on a map."""
_LEAST = 3
"""The least points of a ring that has an area."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a map; an area is a region that its point is only the middle of. `tag` is as in a label."""

    point: Point
    name: str = ""
    tag: str = ""
    is_area: bool = False


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a map has below its places, where they are on it, in pixels, and the room in each country shown."""

    paths: tuple[str, str]
    points: tuple[Point, ...]
    middle: Point | None
    rooms: Mapping[str, Rows]

    def is_home(self, point: Point) -> bool:
        """Tell whether a point is in one of the countries shown."""
        return any(contains(rows, point) for rows in self.rooms.values())


def draw_map(
    countries: Mapping[str, str], title: str, places: Sequence[Place] = (), *, size: float = 13, direction: str = "ltr"
) -> Drawing | None:
    """Return a map of countries, ISO codes with names or '', and places in them; nothing where no country is known.

    `size` is that of the names, in pixels of the map; `direction` tells on which side of a dot one is tried first.
    """
    ground = _draw_ground(tuple(countries), tuple(place.point for place in places))
    if not ground:
        return None
    items: list[Item] = [Path(ground.paths[0], "land"), Path(ground.paths[1], "home" if places else "here")]
    if ground.middle and not places:
        items.append(_mark(ground.middle))
    drawn = _draw_places(ground, places, size, direction)
    items += drawn
    if all(countries.values()):
        items += _name_countries(ground, countries, drawn, size, "country" if places else "within")
    return Drawing("map", "map", title, HEIGHT, tuple(items), WIDTH)


def _draw_places(ground: _Ground, places: Sequence[Place], size: float, direction: str) -> list[Item]:
    """Return the dots and names of places: all names or none; an area without its name is a ring."""
    signs = [
        Signed(point, measure(place.name, size, bold=True), is_area=place.is_area)
        for point, place in zip(ground.points, places, strict=True)
    ]
    are_named = len(places) <= _NAMED and all(place.name for place in places)
    found = place_labels(signs, size, (WIDTH, HEIGHT), direction, ground.is_home) if are_named else ()
    items: list[Item] = [
        _mark(sign.point, "ring" if sign.is_area else "dot") for sign in signs if not (sign.is_area and found)
    ]
    for place, sign, (x, y, anchor) in zip(places, signs, found, strict=False):
        style = "area" if place.is_area else "place"
        items.append(Label(Spot(x / WIDTH), y, place.name, style, anchor, place.tag, sign.width))
    return items


def _name_countries(
    ground: _Ground, names: Mapping[str, str], drawn: Sequence[Item], size: float, style: str
) -> Iterator[Label]:
    """Yield the name of each country that has room for it, if no place has the same."""
    labels = [item for item in drawn if isinstance(item, Label)]
    taken = [surround((item.x.share * WIDTH, item.y)) for item in drawn if isinstance(item, Mark)]
    taken += [bound((item.x.share * WIDTH, item.y, item.anchor), item.width, size) for item in labels]
    known = {label.words for label in labels}
    for code, name in ((code, name) for code, name in names.items() if name not in known):
        width = measure(name, size)
        if room := find_room(ground.rooms.get(code, ()), width, size, taken, (WIDTH, HEIGHT)):
            yield Label(Spot(room[0] / WIDTH), room[1], name, style, "middle", "", width)


def _mark(point: Point, shape: str = "dot") -> Mark:
    return Mark(Spot(point[0] / WIDTH), point[1], "ring" if shape == "ring" else "dot", "own")


@lru_cache(maxsize=512)
def _draw_ground(codes: tuple[str, ...], places: tuple[Point, ...]) -> _Ground | None:
    atlas = read_atlas()
    shown = {code for code in codes if code in atlas.countries}
    if not shown:
        return None
    view = find_view(atlas, sorted(shown), places)
    seen = {
        code: [spots for ring in rings if (spots := _project(ring, view))] for code, rings in atlas.countries.items()
    }
    points = [view.project(place) for place in places]
    if not all(seen[code] for code in shown if not places) or not all(points):
        return None
    grains = iter(_GRAINS)
    paths = _draw_land(seen, shown, next(grains))
    while sum(map(len, paths)) > _LONGEST and (grain := next(grains, 0)):
        paths = _draw_land(seen, shown, grain)
    own = {code: [_shrink(spots) for spots in seen[code]] for code in shown}
    middle = _find_small([spot for spots in own.values() for each in spots for spot in each])
    rooms = {code: measure_rows(spots, HEIGHT) for code, spots in own.items()}
    return _Ground(paths, tuple(_shrink([point for point in points if point])), middle, rooms)


def _shrink(spots: Sequence[Point]) -> list[Point]:
    """Return steps as pixels."""
    return [(x / FINENESS, y / FINENESS) for x, y in spots]


def _find_small(own: Sequence[Point]) -> Point | None:
    """Return where a country is that is too small to be seen."""
    across, down = [x for x, _ in own], [y for _, y in own]
    is_large = not own or max(max(across) - min(across), max(down) - min(down)) >= _DOT
    return None if is_large else own[0]


def _draw_land(seen: Mapping[str, Sequence[Sequence[Point]]], shown: AbstractSet[str], grain: int) -> tuple[str, str]:
    """Return the paths of the other land and of the countries shown."""
    land: list[str] = []
    own: list[str] = []
    for code, rings in seen.items():
        (own if code in shown else land).extend(_outline(spots, grain) for spots in rings)
    return "".join(land), "".join(own)


def _project(ring: Ring, view: View) -> list[Point]:
    """Return what is seen of a ring on the map and a little beyond its edges."""
    width, height = WIDTH * FINENESS, HEIGHT * FINENESS
    nearest = view.find_nearest(ring)
    if not nearest or not (-width < nearest[0] < 2 * width and -height < nearest[1] < 2 * height):
        return []
    spots = [spot for point in ring.points if (spot := view.project(point))]
    for axis, edge in ((0, width), (1, height)):
        spots = _cut(_cut(spots, axis, -_BESIDE, 1), axis, edge + _BESIDE, -1)
    across, down = [x for x, _ in spots], [y for _, y in spots]
    is_seen = spots and min(across) < width and max(across) > 0 and min(down) < height and max(down) > 0
    return spots if is_seen else []


def _cut(spots: Sequence[Point], axis: int, edge: float, side: int) -> list[Point]:
    """Return what of a polygon lies on one side of a straight line (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for before, spot in zip([*spots[-1:], *spots], spots, strict=False):
        far, near = (before[axis] - edge) * side, (spot[axis] - edge) * side
        if (far < 0) is not (near < 0):
            share = far / (far - near)
            kept.append((before[0] + (spot[0] - before[0]) * share, before[1] + (spot[1] - before[1]) * share))
        if near >= 0:
            kept.append(spot)
    return kept


def _outline(spots: Sequence[Point], grain: int) -> str:
    """Return the path of a ring in steps of `grain`, without points that fall together."""
    steps: list[tuple[int, int]] = []
    for x, y in spots:
        step = round(x / grain) * grain, round(y / grain) * grain
        if not steps or step != steps[-1]:
            steps.append(step)
    return _write_ring(_without_straights(steps)) if len(steps) > _LEAST else ""


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
