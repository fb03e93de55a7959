"""axe-core in a real browser: no violation on any kind of page, in light and dark, on a wide and a narrow screen."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import Tab
from tests.browser.site import IN_BOTH_DIRECTIONS, Site

RUN = """axe.run(document, {preload: false, resultTypes: ["violations"], ...%s}).then((result) => ({
  passes: result.passes.length,
  violations: result.violations.map((each) => [each.id, each.nodes.length, each.nodes[0].html.slice(0, 200)]),
}))"""
SCHEMES = {
    "light": RUN % '{rules: {"target-size": {enabled: true}}}',
    "dark": RUN % '{runOnly: ["color-contrast", "link-in-text-block"]}',
}
"""What is asked in each scheme: only colours differ between them."""

WIDTHS = (1280, 360)


def look(tab: Tab, checkers: Path, address: str) -> list[Any]:
    """Return the violations of a page in both schemes and widths."""
    found: list[Any] = []
    tab.open(address)
    tab.run(f"{(checkers / 'axe-core' / 'axe.min.js').read_text(encoding='utf-8')};0")
    for width in WIDTHS:
        tab.resize(width)
        for scheme, question in SCHEMES.items():
            tab.choose_scheme(scheme)
            result = tab.run(question)
            assert result["passes"] > (10 if scheme == "light" else 0)
            found += [[address, width, scheme, *each] for each in result["violations"]]
    return found


@pytest.mark.parametrize(("path", "language"), IN_BOTH_DIRECTIONS)
def test_a_kind_of_page_has_no_violation(tab: Tab, checkers: Path, site: Site, path: str, language: str) -> None:
    violations = look(tab, checkers, site.find(path, language))
    assert not violations, json.dumps(violations, indent=1, ensure_ascii=False)


def test_the_page_for_what_is_not_there_has_no_violation(tab: Tab, checkers: Path, site: Site) -> None:
    assert look(tab, checkers, site.find("404")) == []


def test_every_page_has_no_violation(tab: Tab, checkers: Path, site: Site, request: pytest.FixtureRequest) -> None:
    """With `--all-outputs` every page in every language; else those that have most on them."""
    pages = site.list_pages()
    if not request.config.getoption("--all-outputs"):
        pages = ["events/aleppo-offensive-2024.html", "ru/groups/hts.html", "tr/dossiers/idlib-file.html"]
    violations = [each for page in pages for each in look(tab, checkers, site.address + page)]
    assert not violations, json.dumps(violations[:50], indent=1, ensure_ascii=False)


def test_a_violation_is_found(tab: Tab, checkers: Path, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text(
        "<!doctype html><html lang=en><title>x</title><main><h1>x</h1><p>Words.</p><p style='color:#ccc'>pale</p>"
        "<img src=x.png><a href=x.html></a><table><tr><th>a<td>b</table><input><ul><li>a</ul></main>",
        encoding="utf-8",
    )
    found = look(tab, checkers, page.as_uri())
    assert {"color-contrast", "image-alt", "link-name", "label"} <= {each[3] for each in found}
    assert {each[2] for each in found if each[3] == "color-contrast"} == {"light", "dark"}
