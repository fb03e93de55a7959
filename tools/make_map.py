"""Makes templates/maps/countries.json, the outlines of locator maps, from Natural Earth as world-atlas packs it.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/make_map.py package/countries-50m.json

Natural Earth is in the public domain; world-atlas has the ISC licence. Borders are cut into arcs, each held once, so
that neighbours thinned out alike still meet. Numbers are hundredths of a degree, each point as its distance from the
last.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from babel.core import get_global

OUT = Path(__file__).resolve().parent.parent / "templates" / "maps" / "countries.json"
TOLERANCE = 0.035
"""How far a border may move, in degrees: half a pixel on a map of a middling country."""
SMALLEST = 0.02
"""Islands smaller than this, in square degrees, are left out, but for the largest of a country."""
UNNUMBERED = {"Kosovo": "XK"}
Point = tuple[float, float]


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [thin(arc) for arc in decode(topology)]
    codes = {old: new[0] for old, new in get_global("territory_aliases").items() if old.isdigit() and len(new) == 1}
    countries: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(str(shape.get("id")), UNNUMBERED.get(shape["properties"]["name"], ""))
        rings = [polygon[0] for polygon in polygons(shape)]
        largest = max(rings, key=lambda ring: area(ring, arcs))
        kept = [ring for ring in rings if ring is largest or area(ring, arcs) >= SMALLEST]
        countries.setdefault(code, []).extend(kept)
    used = sorted({index if index >= 0 else ~index for rings in countries.values() for ring in rings for index in ring})
    places = {old: new for new, old in enumerate(used)}
    for rings in countries.values():
        for ring in rings:
            ring[:] = [places[index] if index >= 0 else ~places[~index] for index in ring]
    write(countries, [arcs[index] for index in used])


def decode(topology: dict) -> Iterator[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def thin(points: Sequence[Point]) -> list[Point]:
    """Leave out what lies within the tolerance of the line between its neighbours (Douglas and Peucker)."""
    if len(points) < 3:
        return list(points)
    xs, ys = zip(*points, strict=True)
    tolerance = min(TOLERANCE, (max(xs) - min(xs) + max(ys) - min(ys)) / 20)
    keep = {0, len(points) - 1}
    if points[0] == points[-1]:  # a ring of its own: hold its far side, or it would fall together
        keep.add(max(range(len(points)), key=lambda at: gap(points[at], points[0], points[0])))
    ends = sorted(keep)
    waiting = list(pairwise(ends))
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda at: gap(points[at], points[first], points[last]))
        if gap(points[far], points[first], points[last]) > tolerance:
            keep.add(far)
            waiting += [(first, far), (far, last)]
    return [points[at] for at in sorted(keep)]


def gap(point: Point, start: Point, end: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = max(0, min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length)) if length else 0
    return ((px - ax - share * (bx - ax)) ** 2 + (py - ay - share * (by - ay)) ** 2) ** 0.5


def polygons(shape: dict) -> list[list[list[int]]]:
    return shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]


def area(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> float:
    points = [point for index in ring for point in (arcs[index] if index >= 0 else arcs[~index][::-1])]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def write(countries: dict[str, list[list[int]]], arcs: Sequence[Sequence[Point]]) -> None:
    lines = []
    for arc in arcs:
        numbers, x, y = [], 0, 0
        for point in arc:
            px, py = round(point[0] * 100), round(point[1] * 100)
            if not numbers or (px, py) != (x, y):
                numbers += [px - x, py - y]
                x, y = px, py
        lines.append(json.dumps(numbers, separators=(",", ":")))
    shapes = json.dumps(dict(sorted(countries.items())), separators=(",", ":"))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text('{"countries":' + shapes + ',\n"arcs":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")
    print(OUT.name, OUT.stat().st_size, "bytes,", len(countries), "countries,", sum(len(arc) for arc in arcs), "points")


if __name__ == "__main__":
    main()
