"""Drafts reviewed in a real browser: by the keyboard alone, with scripts off, at two widths and in both schemes."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.cli import main
from factsheet.preview import Board, Reviews, open_server
from tests.browser.chromium import Tab
from tests.conftest import MakeProject
from tests.reviewing.samples import FILES, WARNED


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return make_project({**FILES, "drafts/daily.yaml": WARNED})


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """Serve the drafts beside a built publication, whose style and fonts they use."""
    assert main(["-C", str(root), "build", "--to", "html,json", "--out", str(root / "out")]) == 0
    server = open_server(root / "out", Board(), 0, Reviews(root, by="Desk", today=lambda: "2024-05-08"))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/-/review/"
    server.shutdown()
    server.server_close()


FOCUSED = "(e => (e.value && e.type !== 'text' ? e.value : e.textContent).trim())(document.activeElement)"


def tab_to(tab: Tab, name: str) -> int:
    """Press Tab until something of this name or value has the focus; return how often."""
    for count in range(1, 60):
        tab.press("Tab")
        if tab.run(FOCUSED) == name:
            return count
    raise AssertionError(f"{name} is not reached: the focus is on {tab.run(FOCUSED)}")


def enter(tab: Tab) -> None:
    """Press Enter and wait for the page that it leads to."""
    tab.run("document.documentElement.dataset.old = 1")
    tab.press("Enter")
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if tab.run("document.readyState === 'complete' && !document.documentElement.dataset.old"):
            return
    raise AssertionError("Enter led nowhere")


def test_an_item_is_accepted_taken_back_and_published_by_keys_alone_without_scripts(
    tab: Tab, address: str, root: Path
) -> None:
    claim = root / "content/claims/omar-said-30-soldiers.yaml"
    tab.ask("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(f"{address}daily.yaml?item=claim-1")
    assert tab_to(tab, "accept") < 20
    enter(tab)
    assert "draft: true" in claim.read_text()
    assert "Records accepted as drafts: 1" in tab.run("document.body.textContent")
    tab_to(tab, "undo")
    enter(tab)
    assert not claim.exists()
    tab.open(f"{address}daily.yaml?item=claim-1")
    while tab.run("document.activeElement.id") != "field-said":
        tab.press("Tab")
    tab.write("2024-05-07")
    enter(tab)  # in a field, Enter is the first button of its form
    assert "said: 2024-05-07" in claim.read_text()
    assert "draft:" not in claim.read_text()


def test_the_first_stop_leads_past_the_head_to_the_item(tab: Tab, address: str) -> None:
    tab.open(f"{address}daily.yaml?item=claim-1")
    tab.press("Tab")
    assert tab.run("document.activeElement.getAttribute('href')") == "#item"
    tab.press("Enter")
    assert tab.run("location.hash") == "#item"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_and_nothing_is_missing(tab: Tab, address: str, width: int, scheme: str) -> None:
    tab.resize(width)
    tab.choose_scheme(scheme)
    for query in ("item=claim-1", "item=group-1", "item=person-1&into=nobody"):
        tab.open(f"{address}daily.yaml?{query}")
        assert tab.complaints() == []
        assert tab.run("document.documentElement.scrollWidth") == width
        ink, paper = tab.run("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
        assert (sum(map(int, ink[4:-1].split(","))) > 380) == (scheme == "dark"), (ink, paper)
