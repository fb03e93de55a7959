"""With `--all-outputs` every page in every language, opened once for all it is asked; else those with most on them.

Pages of former ids lead on before they could be looked at: `test_reading` follows one.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import Tab
from tests.browser.site import Site
from tests.browser.test_axe import QUICK, look
from tests.browser.test_layout import find_faults

PARTS = 12
SOME = ("events/aleppo-offensive-2024.html", "ru/groups/hts.html", "tr/dossiers/idlib-file.html")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Share all pages out, so that workers take them side by side."""
    metafunc.parametrize("part", range(PARTS if metafunc.config.getoption("--all-outputs") else 1))


def test_every_page_is_without_fault(
    tab: Tab, checkers: Path, site: Site, request: pytest.FixtureRequest, part: int
) -> None:
    pages = site.list_pages()[part::PARTS] if request.config.getoption("--all-outputs") else SOME
    staying = [page for page in pages if b'http-equiv="refresh"' not in (site.out / page).read_bytes()]
    assert len(staying) >= len(SOME)
    faults: list[Any] = []
    for page in staying:
        tab.choose_scheme("light")
        tab.resize(1280)
        tab.open(site.address + page)
        faults += [[page, complaint] for complaint in tab.complaints()]
        faults += look(tab, checkers, page, QUICK)
        faults += find_faults(tab, page)
    assert not faults, json.dumps(faults[:50], indent=1, ensure_ascii=False)
