"""The locator maps of this repository's publication."""

import re

import pytest

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
