"""Pages are read by keyboard only, without script, from a disk or below a path, on narrow screens, with large text."""

from pathlib import Path

import pytest

from tests.browser.chromium import Tab
from tests.browser.site import IN_BOTH_DIRECTIONS, ONE_A_KIND, Site
from tests.conftest import MakeProject, Run

FOCUSABLE = (
    "[...document.querySelectorAll('a[href], button, input, summary, [tabindex=\"0\"]')]"
    ".filter((each) => each.checkVisibility({visibilityProperty: true}))"
    ".filter((each) => !each.closest('details:not([open]) > :not(summary)')).length"
)
FOCUSED = """(() => {
  const each = document.activeElement, box = each.getBoundingClientRect(), style = getComputedStyle(each);
  each.dataset.visits = Number(each.dataset.visits || 0) + 1;
  return {
    tag: each.tagName, visits: each.dataset.visits, text: each.textContent.trim().slice(0, 60),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
})()"""
WIDER = """[...document.querySelectorAll("body *")].filter((each) => {
  const box = each.getBoundingClientRect();
  return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && !each.closest(".skip, thead");
}).slice(0, 5).map((each) => each.outerHTML.slice(0, 120))"""
STOPS = """(() => {
  const lines = [], toLeft = document.dir === "rtl";
  return [...document.querySelectorAll("header.mast :is(a, input)")].map((each) => {
    const box = each.getBoundingClientRect(), middle = (box.top + box.bottom) / 2;
    if (!lines.some((line) => Math.abs(line - middle) < 8)) lines.push(middle);
    return {
      name: each.id || each.textContent, across: toLeft ? -box.right : box.left,
      line: lines.find((line) => Math.abs(line - middle) < 8),
    };
  });
})()"""
OVERFLOW = "document.scrollingElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", ["index", "groups/index", "groups/jabhat-al-nusra", "claims/ocha-44-killed"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(tab: Tab, site: Site, path: str, language: str) -> None:
    tab.open(site.find(path, language))
    count = tab.run(FOCUSABLE)
    assert count > 20
    for number in range(count):
        tab.press("Tab")
        focused = tab.run(FOCUSED)
        assert focused["tag"] != "BODY", f"{number} of {count} were reached"
        assert focused["visits"] == "1", focused
        assert focused["seen"], focused
        assert focused["marked"], focused
    last = focused["text"]
    tab.press("Tab")
    assert tab.run("document.activeElement === document.body"), "there is no way out of the page"
    tab.press("Tab", shift=True)
    assert tab.run("document.activeElement.textContent.trim().slice(0, 60)") == last


@pytest.mark.parametrize("width", [1280, 768, 360])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_tab_key_goes_through_the_masthead_line_by_line(tab: Tab, site: Site, language: str, width: int) -> None:
    tab.resize(width)
    tab.open(site.find("groups/hts", language))
    stops = tab.run(STOPS)
    assert len(stops) > 12
    read = sorted(stops, key=lambda stop: (stop["line"], stop["across"]))
    assert [stop["name"] for stop in stops] == [stop["name"] for stop in read]


def test_the_first_stop_leads_past_the_navigation(tab: Tab, site: Site) -> None:
    tab.open(site.find("groups/hts"))
    tab.press("Tab")
    assert tab.run("document.activeElement.className") == "skip"
    tab.press("Enter")
    assert tab.run("document.activeElement.id") == "main"
    tab.press("Tab")
    assert tab.run("document.querySelector('main').contains(document.activeElement)")


def test_forms_of_citing_open_by_keyboard(tab: Tab, site: Site) -> None:
    tab.open(site.find("groups/hts"))
    tab.run("document.querySelector('.cite summary').focus()")
    tab.press("Enter")
    assert tab.run("document.querySelector('.cite details').open")
    assert "@misc{hts," in tab.run("document.querySelector('.cite details').innerText")
    tab.press("Enter")
    assert not tab.run("document.querySelector('.cite details').open")


def test_another_language_and_another_order_are_chosen_by_keyboard(tab: Tab, site: Site) -> None:
    for start, link, target in (
        ("groups/index", ".languages a[lang=ar]", "ar/groups/index.html"),
        ("groups/index", ".views li:nth-child(2) a", "groups/index/letter.html"),
    ):
        tab.open(site.find(start))
        tab.run(f"document.querySelector('{link}').focus()")
        tab.press("Enter")
        tab.wait_for(f"location.pathname == '/idlib/{target}'")


@pytest.mark.parametrize("path", ONE_A_KIND)
def test_without_script_a_page_says_the_same(tab: Tab, site: Site, path: str) -> None:
    tab.open(site.find(path))
    with_script = tab.run("document.querySelector('main').innerText")
    tab.ask("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(site.find(path))
    assert tab.run("document.querySelector('.search').hidden")
    assert tab.run("document.querySelector('main').innerText") == with_script
    assert len(with_script) > 100
    assert tab.complaints() == []


@pytest.mark.parametrize("path", ["index", "ar/groups/hts", "claims/index/year"])
def test_a_page_is_whole_from_a_disk(tab: Tab, site: Site, path: str) -> None:
    tab.open((site.out / f"{path}.html").as_uri())
    assert tab.run("[...document.fonts].some((font) => font.family.includes('Factsheet') && font.status == 'loaded')")
    assert not tab.run("document.querySelector('.search').hidden")
    assert tab.complaints() == []
    assert {address.partition(":")[0] for address in tab.requests()} == {"file"}


@pytest.mark.parametrize(("path", "language"), IN_BOTH_DIRECTIONS)
def test_the_policy_holds_and_nobody_else_is_asked(tab: Tab, site: Site, path: str, language: str) -> None:
    tab.open(site.find(path, language))
    assert tab.complaints() == []
    assert len(tab.requests()) > 4
    assert all(address.startswith(site.address) for address in tab.requests()), tab.requests()


def test_a_broken_policy_is_seen(tab: Tab, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text(
        "<!doctype html><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
        "<p style='color:red'>x</p><script>1</script>",
        encoding="utf-8",
    )
    tab.open(page.as_uri())
    assert len(tab.complaints()) == 2


def test_tables_stay_tables_where_they_are_set_as_blocks(tab: Tab, site: Site) -> None:
    counts = []
    for width in (1280, 360):
        tab.resize(width)
        tab.open(site.find("groups/hts"))
        nodes = tab.ask("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
        counts.append([roles.count(role) for role in ("table", "row", "columnheader")])
    assert counts[0] == counts[1]
    assert min(counts[0]) >= 4


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_text_may_be_twice_as_large(tab: Tab, site: Site, language: str) -> None:
    for path in ("index", "groups/index", "groups/hts", "agreements/march-2020-protocol", "timeline", "sources"):
        for width in (1280, 640):
            tab.resize(width)
            tab.ask("Page.setFontSizes", fontSizes={"standard": 32, "fixed": 26})
            tab.open(site.find(path, language))
            assert tab.run("parseFloat(getComputedStyle(document.body).fontSize)") >= 34
            assert tab.run(OVERFLOW) <= 0, (path, width, tab.run(WIDER))


def test_an_old_address_leads_to_the_record_without_script(tab: Tab, make_project: MakeProject, run: Run) -> None:
    root = make_project(
        {
            "content/site.yaml": "title: Test\npublisher: Desk\n",
            "content/persons/new.yaml": "former_ids: old\nname: New name\ncite: paper\n",
            "content/sources/paper.yaml": "title: A\npublisher: A\nclass: media\npublished: 2020\nurl: unknown\n",
        }
    )
    assert run("-C", root, "build", "--to", "html").code == 0
    tab.ask("Emulation.setScriptExecutionDisabled", value=True)
    tab.open((root / "public" / "persons" / "old.html").as_uri())
    tab.wait_for("location.href.endsWith('/persons/new.html') && document.title")
    assert tab.run("document.title") == "New name · Test"
    assert '<link rel="icon" href="../assets/icon.svg"' in (root / "public" / "persons" / "old.html").read_text()
