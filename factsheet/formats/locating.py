"""The locator map of a page: which countries and places it shows, what they are called, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsheet.figures import Drawing, Setting
from factsheet.figures.maps import Place, draw_map
from factsheet.figures.settings import MAP_ON_PAPER
from factsheet.wording.values import choose_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object

_WIDE = frozenset({"district", "region", "country"})
"""What a point is only the middle of."""


def draw_locator(page: Page, setting: Setting) -> Drawing | None:
    """Return a map of the countries and places of a record, or nothing where none are known.

    The title names the places, and the countries that the publication has a name for.
    """
    data, derived = _map(page.sheet.get("data")), _map(page.sheet.get("derived"))
    where = _map(derived.get("where"))
    codes = [str(code) for code in _list(where.get("countries") or data.get("countries"))]
    places = list(_list_places(page, where, data))
    countries = _name_countries(page, codes, _map(derived.get("states")))
    names = [place.name for place in places] + [name for name in countries.values() if name]
    title = page.translate("Map: {names}", names=page.comma.join(dict.fromkeys(names or codes)))
    size = setting.name / (MAP_ON_PAPER if page.mode == "print" else 1)
    return draw_map(countries, title, places, size=size, direction=page.direction)


def name_unlocated(page: Page) -> str:
    """Return a line on the places of a record that its map doesn't have, as their coordinates aren't known, or ''."""
    unlocated = _list(_map(_map(page.sheet.get("derived")).get("where")).get("unlocated"))
    names = [_name_place(page, place)[0] for place in unlocated if isinstance(place, dict)]
    return page.translate("Not on the map: {names}", names=page.comma.join(names)) if names else ""


def _list_places(page: Page, where: Object, data: Object) -> Iterator[Place]:
    own = {**data, "ref": page.sheet["id"]}
    for spot in _list(where.get("spots")) or [own]:
        longitude, latitude = (spot.get(name) if isinstance(spot, dict) else None for name in ("longitude", "latitude"))
        if isinstance(spot, dict) and isinstance(longitude, int | float) and isinstance(latitude, int | float):
            name, tag = _name_place(page, spot)
            is_area = spot.get("precision") in _WIDE
            yield Place((float(longitude), float(latitude)), name, tag, is_area=is_area)


def _name_place(page: Page, spot: Object) -> tuple[str, str]:
    """Return the name of a place on the day spoken of, and its language where that is not the page's."""
    is_own = spot["ref"] == page.sheet["id"]
    label = spot.get("name_then") or (page.sheet if is_own else page.record(str(spot["ref"]))).get("label")
    words, tag = choose_text(_map(label), page.language, page.default)
    return words, "" if tag == page.language else tag


def _name_countries(page: Page, codes: list[str], states: Object) -> dict[str, str]:
    """Return the name that the publication has for each country; '' where it has none."""
    found = {code: states.get(code) for code in codes}
    return {code: page.label(str(state["ref"])) if isinstance(state, dict) else "" for code, state in found.items()}


def _map(value: Json) -> Object:
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
