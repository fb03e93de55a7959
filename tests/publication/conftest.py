"""This repository's own publication, built once for all tests that look at its output."""

import shutil
from pathlib import Path

import pytest

from factsheet.building.assembling import list_pages, make_context
from factsheet.building.checking import check_publication
from factsheet.building.planning import Page
from factsheet.cli import main
from factsheet.composing import compose_all
from factsheet.formats import FORMATS
from factsheet.formats.context import Context
from tests.publication.built import ROOT, Built

KINDS = ("agreement", "claim", "dossier", "event", "group", "person", "place", "source")
OTHERS = ("ar", "ru", "tr")
"""Languages of which one PDF a kind is made here; `--all-outputs` makes every one."""

Printed = tuple[Page, str]
"""A page and the language it is printed in."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the pages and sheets of this repository's publication, in a folder of its own."""
    root = tmp_path_factory.mktemp("publication")
    shutil.copytree(ROOT / "content", root / "content")
    assert main(["-C", str(root), "build", "--to", "html,json"]) == 0
    checked = check_publication(root)
    sheets = {str(s["id"]): s for s in compose_all(checked.corpus, checked.project.schemas, checked.project.site)}
    return Built(checked.project, sheets, root / "public")


@pytest.fixture(scope="session")
def records(built: Built) -> tuple[Context, list[Page]]:
    """Return what templates may know, and the pages of all records."""
    checked = check_publication(built.project.root)
    formats = ["html", "json", "pdf"]
    return make_context(checked, formats), [page for page in list_pages(checked, formats) if page.record]


@pytest.fixture(scope="session")
def one_a_kind(records: tuple[Context, list[Page]]) -> list[Printed]:
    """Return the first page of each kind in each language."""
    return [(page, language) for language in ("en", *OTHERS) for page in first_of_each_kind(records[1], language)]


@pytest.fixture(scope="session")
def pdfs(
    records: tuple[Context, list[Page]],
    one_a_kind: list[Printed],
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> dict[tuple[str, str], Path]:
    """Make the PDFs of the first language and one a kind of each other (`--all-outputs`: all), by path and language."""
    everything = bool(request.config.getoption("--all-outputs"))
    context, pages = records
    wanted = [(page, language) for page in pages for language in page.languages if language == "en" or everything]
    if not everything:
        wanted += [(page, language) for page, language in one_a_kind if language in OTHERS]
    folder = tmp_path_factory.mktemp("pdfs")
    return {(page.path, language): _make(page, language, context, folder) for page, language in wanted}


def first_of_each_kind(pages: list[Page], language: str) -> list[Page]:
    """Return a page of each kind that is there in a language."""
    found: dict[str, Page] = {}
    for page in pages:
        if language in page.languages:
            found.setdefault(str(page.sheet["kind"]), page)
    return [found[kind] for kind in KINDS if kind in found]


def _make(page: Page, language: str, context: Context, folder: Path) -> Path:
    path = folder / f"{page.path.replace('/', '-')}-{language}.pdf"
    path.write_bytes(FORMATS["pdf"].render(page.sheet, language, context))
    return path
