"""How much of the globe a locator map shows: its countries among their neighbours, or what lies around its places."""

from collections.abc import Sequence
from dataclasses import replace

from factsheet.figures.atlas import Atlas, Point, View, list_main_rings

WIDTH, HEIGHT = 240.0, 180.0
FINENESS = 2
"""Steps a pixel in which outlines are told."""

_AROUND = 2.0
"""How much wider than its countries a map is, so that they have neighbours."""
_AROUND_LARGE = 1.2
_LARGE = 0.6
"""Countries wider than this, in radii of the earth, need fewer neighbours to be known by."""
_SMALLEST = 0.08
"""The least width of a map, in radii of the earth: about 500 km, as near as the outlines are good for."""
_REGION = 0.5
"""The width of a map of a part of a large country: about 3200 km."""
_BETWEEN = 3.0
"""How much wider than the ground between its places a map is."""
_CLOSER = 0.5
"""A map that shows less than its countries is worth it only if it shows this much less."""


def find_view(atlas: Atlas, codes: Sequence[str], spots: Sequence[Point]) -> View:
    """Return a view of countries and places: nearer than the whole countries where all places lie close together."""
    rings = [ring for code in codes for ring in list_main_rings(atlas.countries[code])]
    whole, width = _frame([*(point for ring in rings for point in ring.points), *spots], 0)
    if not spots:
        return whole
    closest = [_SMALLEST] if len(set(spots)) > 1 else []
    for least in (*closest, _REGION):
        view, near = _frame(spots, least)
        if near <= width * _CLOSER and _shows_border(view, atlas, codes):
            return view
    return whole


def _frame(points: Sequence[Point], least: float) -> tuple[View, float]:
    """Return a view with points in its middle, and its width in radii; `least` is 0 for the outlines of countries."""
    across, along = [x for x, _ in points], [y for _, y in points]
    globe = View((min(across) + max(across)) / 2, (min(along) + max(along)) / 2)
    seen = [spot for point in points if (spot := globe.project(point))] or [(0.0, 0.0)]
    left, right = min(x for x, _ in seen), max(x for x, _ in seen)
    top, bottom = min(y for _, y in seen), max(y for _, y in seen)
    grown = _BETWEEN if least else _AROUND if right - left < _LARGE else _AROUND_LARGE
    width = max((right - left) * grown, (bottom - top) * grown * WIDTH / HEIGHT, least or _SMALLEST)
    corner = (left + right) / 2 - width / 2, -((top + bottom) / 2 + width * HEIGHT / WIDTH / 2)
    return replace(globe, scale=WIDTH * FINENESS / width, x=corner[0], y=corner[1]), width


def _shows_border(view: View, atlas: Atlas, codes: Sequence[str]) -> bool:
    """Tell whether an outline of the countries runs through a view: without one nobody knows where it is."""
    points = (view.project(point) for code in codes for ring in atlas.countries[code] for point in ring.points)
    return any(spot and 0 < spot[0] < WIDTH * FINENESS and 0 < spot[1] < HEIGHT * FINENESS for spot in points)
