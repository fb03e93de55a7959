"""The locator maps of this repository's publication."""

import re
from itertools import pairwise
from math import hypot

import pytest

from factsheet.figures.atlas import Point, read_atlas
from factsheet.model import Object, Sheet
from tests.publication.built import Built

LOCATOR = re.compile(r'<figure class="figure locator">.*?</figure>', re.DOTALL)


def where(sheet: Sheet) -> Object:
    derived = sheet["derived"]
    found = derived.get("where") if isinstance(derived, dict) else None
    return found if isinstance(found, dict) else {}


def read(built: Built, sheet: Sheet, language: str) -> str:
    path = built.out / ("" if language == "en" else language) / f"{sheet['path']}.html"
    return path.read_text("utf-8") if path.is_file() else ""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_somewhere_has_a_map_and_nothing_else_of_its_kind_has(built: Built, language: str) -> None:
    pages = {
        target: (sheet, read(built, sheet, language))
        for target, sheet in built.sheets.items()
        if sheet["kind"] in {"event", "agreement"}
    }
    shown = {target for target, (_, page) in pages.items() if LOCATOR.search(page)}
    assert shown == {target for target, (sheet, page) in pages.items() if page and where(sheet).get("countries")}
    assert len(shown) >= 10


def test_the_outlines_of_a_map_are_at_most_25_kilobytes(built: Built) -> None:
    sizes = {}
    for target, sheet in built.sheets.items():
        for found in LOCATOR.findall(read(built, sheet, "en")):
            sizes[target] = sum(map(len, re.findall(r' d="([^"]*)"', found)))
    assert len(sizes) >= 50
    assert {target: size for target, size in sizes.items() if size > 25_000} == {}


def test_a_map_stands_in_its_page_for_no_more_than_its_outlines_and_a_kilobyte(built: Built) -> None:
    over = {}
    for target, sheet in built.sheets.items():
        for found in LOCATOR.findall(read(built, sheet, "en")):
            over[target] = len(found) - sum(map(len, re.findall(r' d="([^"]*)"', found)))
    assert max(over.values()) < 1000


def test_every_place_with_coordinates_lies_in_its_country_or_on_its_coast(built: Built) -> None:
    """A longitude typed for a latitude, or another country's code, is seen here."""
    found = {}
    for target, sheet in built.sheets.items():
        data = sheet["data"]
        if sheet["kind"] == "place" and isinstance(data, dict) and "latitude" in data:
            codes = data["countries"]
            assert isinstance(codes, list)
            point = float(str(data["longitude"])), float(str(data["latitude"]))
            found[target] = any(is_in(str(code), point) or is_at_border(str(code), point) for code in codes)
    assert len(found) >= 12
    assert [target for target, is_right in found.items() if not is_right] == []


def list_edges(code: str) -> list[tuple[Point, Point]]:
    return [edge for ring in read_atlas().countries[code] for edge in pairwise([*ring.points, ring.points[0]])]


def is_in(code: str, point: Point) -> bool:
    x, y = point
    crossed = [
        (ax + (y - ay) / (by - ay) * (bx - ax)) > x
        for (ax, ay), (bx, by) in list_edges(code)
        if (ay > y) is not (by > y)
    ]
    return sum(crossed) % 2 == 1


def is_at_border(code: str, point: Point) -> bool:
    """Tell whether an outline passes within a twentieth of a degree: that much they are simplified."""
    x, y = point
    for (ax, ay), (bx, by) in list_edges(code):
        length = (bx - ax) ** 2 + (by - ay) ** 2
        share = max(0, min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) if length else 0
        if hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)) < 0.05:
            return True
    return False
