"""This repository's own publication, built once for all tests that look at its output."""

import shutil

import pytest

from factsheet.building.checking import check_publication
from factsheet.cli import main
from factsheet.composing import compose_all
from tests.publication.built import ROOT, Built


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the pages and sheets of this repository's publication, in a folder of its own."""
    root = tmp_path_factory.mktemp("publication")
    shutil.copytree(ROOT / "content", root / "content")
    assert main(["-C", str(root), "build", "--to", "html,json"]) == 0
    checked = check_publication(root)
    sheets = {str(s["id"]): s for s in compose_all(checked.corpus, checked.project.schemas, checked.project.site)}
    return Built(checked.project, sheets, root / "public")
