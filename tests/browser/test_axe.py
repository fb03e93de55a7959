"""axe-core in a real browser: no violation on any kind of page, in light and dark, on a wide and a narrow screen.

What axe needs longest for is what lies on what, for the contrast of colours. It is asked so of one page a kind; on
every other page a script of ours sets each text beside its ground.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import Tab
from tests.browser.questions import CONTRAST
from tests.browser.site import IN_BOTH_DIRECTIONS, Site

RUN = """axe.run(document, {preload: false, resultTypes: ["violations"], ...%s}).then((result) => ({
  passes: result.passes.length,
  violations: result.violations.map((each) => [each.id, each.nodes.length, each.nodes[0].html.slice(0, 200)]),
}))"""
ALL = RUN % '{rules: {"target-size": {enabled: true}}}'
STRUCTURE = RUN % '{rules: {"target-size": {enabled: true}, "color-contrast": {enabled: false}}}'
PLACES = RUN % '{runOnly: ["target-size", "scrollable-region-focusable", "link-in-text-block"]}'
COLOURS = RUN % '{runOnly: ["color-contrast", "link-in-text-block"]}'

THOROUGH = ((1280, "light", ALL), (360, "light", STRUCTURE), (360, "dark", COLOURS))
"""For one page of each kind. Colours don't depend on the width, nor structure on colours."""

QUICK = ((1280, "light", STRUCTURE), (360, "dark", PLACES))
"""For every page."""


def look(tab: Tab, checkers: Path, name: str, questions: tuple[tuple[int, str, str], ...]) -> list[Any]:
    """Return the violations of the open page; the contrast of every text is asked at both widths in both schemes."""
    found: list[Any] = []
    tab.run(f"{(checkers / 'axe-core' / 'axe.min.js').read_text(encoding='utf-8')};0")
    for width, scheme, question in questions:
        tab.resize(width)
        tab.choose_scheme(scheme)
        result = tab.run(question)
        assert result["passes"] > (10 if question in {ALL, STRUCTURE} else 0), name
        found += [[name, width, scheme, *each] for each in result["violations"]]
    for width in (360, 1280):
        tab.resize(width)
        for scheme in ("light", "dark"):
            tab.choose_scheme(scheme)
            answer = tab.run(CONTRAST)
            assert answer["looked"] > 3, name
            found += [[name, width, scheme, "contrast", *each] for each in answer["pale"]]
    return found


@pytest.mark.parametrize(("path", "language"), IN_BOTH_DIRECTIONS)
def test_a_kind_of_page_has_no_violation(tab: Tab, checkers: Path, site: Site, path: str, language: str) -> None:
    tab.open(site.find(path, language))
    violations = look(tab, checkers, path, THOROUGH)
    assert not violations, json.dumps(violations, indent=1, ensure_ascii=False)


def test_the_page_for_what_is_not_there_has_no_violation(tab: Tab, checkers: Path, site: Site) -> None:
    tab.open(site.find("404"))
    assert look(tab, checkers, "404", THOROUGH) == []


def test_a_violation_is_found(tab: Tab, checkers: Path, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text(
        "<!doctype html><html lang=en><title>x</title><main><h1>x</h1><p>Words.</p><p style='color:#ccc'>pale</p>"
        "<p style='background:#123;color:#345'>dim</p>"
        "<img src=x.png><a href=x.html></a><table><tr><th>a<td>b</table><input><ul><li>a</ul></main>",
        encoding="utf-8",
    )
    tab.open(page.as_uri())
    found = look(tab, checkers, "bad", THOROUGH)
    assert {"color-contrast", "image-alt", "link-name", "label"} <= {each[3] for each in found}
    assert {(each[1], each[2]) for each in found if each[3] == "color-contrast"} == {(1280, "light"), (360, "dark")}
    ours = [each for each in found if each[3] == "contrast"]
    assert {(each[1], each[2]) for each in ours} == {(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")}
    assert {each[5][-7:] for each in ours} == {"ale</p>", "dim</p>"}
