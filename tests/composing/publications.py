"""Sheets from YAML written in the test."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factsheet import project, resolution
from factsheet.composing import compose
from factsheet.model import Corpus, Object, Sheet
from factsheet.schemas import Schemas

SITE = "title: Test\npublisher: Desk\n"


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication that was read and resolved."""

    corpus: Corpus
    schemas: Schemas
    site: Object

    def sheet(self, target: str) -> Sheet:
        """Return the sheet of one record."""
        return compose(self.corpus.records[target], self.corpus, self.schemas, self.site)


def read_publication(root: Path, files: Mapping[str, str]) -> Publication:
    """Return the publication of {path under content/: YAML} written below `root`; a site.yaml is added if left out."""
    for path, text in {"site.yaml": SITE, **files}.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = project.read_project(root)
    assert not found.diagnostics, found.diagnostics
    corpus, duplicates = resolution.resolve(found.records, found.schemas)
    assert not duplicates
    return Publication(corpus, found.schemas, found.site)
