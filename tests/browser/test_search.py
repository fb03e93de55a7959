"""The search finds records by any of their names in any language, from a disk as from a server, by keyboard."""

from pathlib import Path

import pytest

from tests.browser.chromium import Tab
from tests.browser.site import Site

STATUS = "document.querySelector('.search-status').textContent"
FIRST = "document.querySelector('.search-results a')?.textContent"
ADDRESS = "document.querySelector('.search-results a')?.getAttribute('href')"


def ask(tab: Tab, query: str) -> None:
    """Type into the field and wait for the answer."""
    tab.run("document.querySelector('#search-input').focus(); document.querySelector('#search-input').value = ''")
    tab.write(query)
    tab.wait_for(STATUS)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("Hay'at Tahrir", "Hay'at Tahrir al-Sham"),
        ("tahrir SHAM", "Hay'at Tahrir al-Sham"),
        ("HTS", "Hay'at Tahrir al-Sham"),
        ("هيئة تحرير", "Hay'at Tahrir al-Sham"),
        ("هيئه تحرير", "Hay'at Tahrir al-Sham"),
        ("نصرة", "Jabhat al-Nusra"),
        ("النُّصرة", "Jabhat al-Nusra"),
        ("Хайят тахр", "Hay'at Tahrir al-Sham"),
        ("İdlib", "Idlib"),
        ("idlib", "Idlib"),
        ("turkiye", "Türkiye"),
        ("TÜRKİYE", "Türkiye"),
    ],
)
def test_a_name_in_any_language_finds_the_record(tab: Tab, site: Site, query: str, label: str) -> None:
    tab.open(site.find("index"))
    ask(tab, query)
    assert tab.run(FIRST) == label


@pytest.mark.parametrize(
    ("language", "query", "label"),
    [("ar", "HTS", "هيئة تحرير الشام"), ("ru", "Ёлкa", ""), ("ru", "алеппо", "Алеппо"), ("tr", "HALEP", "Halep")],
)
def test_answers_are_in_the_language_of_the_page(tab: Tab, site: Site, language: str, query: str, label: str) -> None:
    tab.open(site.find("groups/hts", language))
    ask(tab, query)
    assert (tab.run(FIRST) or "") == label
    if label:
        target = tab.run("new URL(document.querySelector('.search-results a').href).pathname")
        assert (site.out / target.removeprefix("/idlib/")).is_file()


def test_the_search_works_from_a_disk(tab: Tab, site: Site) -> None:
    tab.open((site.out / "ar" / "groups" / "hts.html").as_uri())
    ask(tab, "حلب")
    assert tab.run(ADDRESS) == "../../ar/places/aleppo.html"
    assert tab.complaints() == []


def test_the_search_is_used_by_keyboard_and_announced(tab: Tab, site: Site) -> None:
    tab.open(site.find("claims/ocha-44-killed"))
    ask(tab, "aleppo")
    assert tab.run("document.querySelector('.search-status').getAttribute('role')") == "status"
    assert tab.run(STATUS).startswith("Found: ")
    tab.press("ArrowDown")
    assert tab.run("document.activeElement.textContent") == "Aleppo"
    tab.press("ArrowDown")
    tab.press("ArrowUp")
    tab.press("ArrowUp")
    assert tab.run("document.activeElement.id") == "search-input"
    tab.press("Escape")
    assert tab.run("document.querySelector('.search-results').hidden")
    ask(tab, "no such thing anywhere")
    assert tab.run(STATUS) == "Nothing found"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_answers_have_no_violation(tab: Tab, checkers: Path, site: Site, language: str) -> None:
    tab.open(site.find("groups/hts", language))
    tab.run(f"{(checkers / 'axe-core' / 'axe.min.js').read_text(encoding='utf-8')};0")
    ask(tab, "Aleppo")
    for width in (1280, 360):
        tab.resize(width)
        for scheme in ("light", "dark"):
            tab.choose_scheme(scheme)
            assert tab.run("axe.run('.search', {preload: false}).then((result) => result.violations)") == []
        assert tab.run("document.scrollingElement.scrollWidth - innerWidth") <= 0


def test_words_are_loaded_only_when_they_are_asked_for(tab: Tab, site: Site) -> None:
    tab.open(site.find("index"))
    assert not [address for address in tab.requests() if "search-en" in address]
    ask(tab, "aleppo")
    assert [address for address in tab.requests() if "search-en" in address]
