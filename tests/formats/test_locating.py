"""The locator map of a page: in its language, drawn for screen and for paper, and what it can't show said in words."""

import re
from typing import Literal

from factsheet.defaults import SCHEMAS, TEMPLATES
from factsheet.formats.context import Context
from factsheet.formats.drawing import print_locator
from factsheet.formats.html import open_page
from factsheet.model import Json, Object, Sheet

ALEPPO: Object = {"ref": "aleppo", "longitude": 37.164, "latitude": 36.198}
IDLIB: Object = {"ref": "idlib", "longitude": 36.7, "latitude": 35.7, "precision": "region"}
NAMES: dict[str, Object] = {
    "aleppo": {"en": "Aleppo", "ar": "حلب"},
    "idlib": {"en": "Idlib"},
    "base": {"en": "Base 46", "ar": "الفوج 46"},
    "syria": {"en": "Syria", "ar": "سوريا"},
}


def locator(
    where: Object, *, language: str = "en", mode: Literal["web", "print"] = "web", data: Object | None = None
) -> str:
    context = Context({"languages": ["en", "ar"]}, schema_folders=(str(SCHEMAS),), template_folders=(str(TEMPLATES),))
    records: Object = {target: {"label": label} for target, label in NAMES.items()}
    derived: dict[str, Json] = {"states": {"SY": {"ref": "syria"}}, "where": where}
    sheet: Sheet = {"sheet": 1, "kind": "event", "id": "own", "path": "events/own", "label": {"en": "Own", "ar": "لنا"}}
    sheet |= {"data": data or {}, "derived": derived, "records": records}
    return str(print_locator(open_page(sheet, language, context, mode=mode)))


def texts(markup: str, tag: str = "text") -> list[str]:
    return re.findall(rf"<{tag}(?: [^>]*)?>([^<]*)</{tag}>", markup)


def test_places_and_country_are_named_on_the_map_and_in_its_title() -> None:
    markup = locator({"countries": ["SY"], "spots": [ALEPPO, IDLIB]})
    assert texts(markup, "title") == ["Map: Aleppo, Idlib, Syria"]
    assert sorted(texts(markup)) == ["Aleppo", "Idlib", "Syria"]
    assert markup.count("<circle") == 1
    assert "figcaption" not in markup


def test_a_name_that_is_not_there_in_the_language_of_the_page_is_marked() -> None:
    markup = locator({"countries": ["SY"], "spots": [ALEPPO, IDLIB]}, language="ar")
    assert texts(markup, "title") == ["خريطة: حلب، Idlib، سوريا"]
    assert re.search(r'<text class="area"[^>]* lang="en">Idlib</text>', markup)
    assert re.search(r'<text class="place"[^>]*>حلب</text>', markup)


def test_the_name_of_the_day_spoken_of_goes_before_that_of_today() -> None:
    then: Object = {**ALEPPO, "name_then": {"en": "Beroea"}}
    assert "Beroea" in texts(locator({"countries": ["SY"], "spots": [then]}))


def test_on_paper_the_names_are_text_beside_the_drawing() -> None:
    markup = locator({"countries": ["SY"], "spots": [ALEPPO]}, language="ar", mode="print")
    assert texts(markup, "span") == ["حلب", "سوريا"]
    assert texts(markup) == []


def test_places_without_coordinates_are_told_below_the_map() -> None:
    markup = locator({"countries": ["SY"], "unlocated": [{"ref": "base"}]}, language="ar")
    assert texts(markup, "figcaption") == ["ليس على الخريطة: الفوج 46"]
    assert "<circle" not in markup


def test_a_country_without_a_record_is_on_the_map_under_its_places_name_alone() -> None:
    astana: Object = {"ref": "aleppo", "longitude": 71.43, "latitude": 51.17}
    assert texts(locator({"countries": ["KZ"], "spots": [astana]}), "title") == ["Map: Aleppo"]
    assert texts(locator({"countries": ["KZ"]}), "title") == ["Map: KZ"]


def test_a_place_shows_itself() -> None:
    data: Object = {"countries": ["SY"], "longitude": 37.164, "latitude": 36.198, "precision": "settlement"}
    assert texts(locator({}, data=data), "title") == ["Map: Own, Syria"]


def test_where_nothing_is_known_there_is_no_map() -> None:
    assert locator({}) == ""
    assert locator({"unlocated": [{"ref": "base"}]}) == ""
    assert locator({"spots": [ALEPPO]}) == ""
