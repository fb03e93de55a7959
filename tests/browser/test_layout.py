"""On screens from 320 to 1280 pixels no page scrolls sideways, and no words are cut or lie over others."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import Tab
from tests.browser.extremes import write_files
from tests.browser.questions import LAYOUT
from tests.browser.site import ONE_A_KIND, Site
from tests.conftest import MakeProject, Run

WIDTHS = (320, 360, 768, 1280)
HEAVY = ("groups/hts", "events/aleppo-offensive-2024", "dossiers/idlib-file")


def find_faults(tab: Tab, name: str) -> list[Any]:
    """Return what is wrong with the layout of the open page at any width."""
    found: list[Any] = []
    for width in WIDTHS:
        tab.resize(width)
        answer = tab.run(LAYOUT)
        assert answer["looked"] > 3, name
        found += [[name, width, *fault] for fault in answer["faults"]]
    return found


@pytest.mark.parametrize("language", ["en", "ar", "ru", "tr"])
def test_nothing_is_wider_than_the_screen_or_cut_or_covered(tab: Tab, site: Site, language: str) -> None:
    for path in (each for each in (*ONE_A_KIND, *HEAVY) if site.has(each, language)):
        tab.open(site.find(path, language))
        faults = find_faults(tab, path)
        assert not faults, faults


def test_the_longest_and_the_barest_records_hold(tab: Tab, make_project: MakeProject, run: Run) -> None:
    root = make_project(write_files())
    assert run("-C", root, "build", "--to", "html").code == 0
    pages = [*root.glob("public/**/long*.html"), *root.glob("public/*/bare-*.html"), root / "public" / "index.html"]
    assert len(pages) == 24
    for page in pages:
        tab.open(page.as_uri())
        faults = find_faults(tab, page.name)
        assert not faults, faults


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p style='width:500px'>Three words here, and more of them, and some more.</p>", "wider than the screen"),
        ("<div style='width:90px'><table style='width:180px'><tr><td>Words</table></div>", "wider than its place"),
        ("<p style='width:90px;overflow:hidden;white-space:nowrap'>More words than it has room for.</p>", "cut"),
        ("<p style='height:1em;overflow:hidden'>Words<br>below<br>others</p>", "cut"),
        ("<p>Words under others</p><p style='margin-top:-34px'>Words over others</p>", "one over another"),
    ],
)
def test_a_fault_is_found(tab: Tab, tmp_path: Path, body: str, fault: str) -> None:
    page = tmp_path / "bad.html"
    text = "<p>one</p><p>two</p><p>three</p><p>four</p>"
    page.write_text(f"<!doctype html><html lang=en><title>x</title><main>{text}{body}{text}</main>", encoding="utf-8")
    tab.open(page.as_uri())
    assert {each[2] for each in find_faults(tab, "bad")} == {fault}
