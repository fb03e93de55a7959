"""The built publication that the browser reads, and one page of each kind in it."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

ONE_A_KIND = (
    "index",
    "groups/index",
    "groups/index/letter",
    "claims/index/year",
    "timeline",
    "sources",
    "changes",
    "groups/jabhat-al-nusra",
    "persons/abu-jabir",
    "places/aleppo",
    "events/aleppo-entry-2024",
    "agreements/march-2020-protocol",
    "claims/ocha-44-killed",
    "sources/pax-2273",
    "dossiers/figures-of-the-offensive",
)

IN_BOTH_DIRECTIONS = [
    (path, tag) for path in ONE_A_KIND for tag in ("en", "ar") if (path, tag) != ("sources/pax-2273", "ar")
]
"""Each of them in English and in Arabic; a source has a page in the language of its title alone."""


@dataclass(frozen=True, slots=True)
class Site:
    """The folder of the pages, and the address below which they are served."""

    out: Path
    address: str

    def find(self, path: str, language: str = "en") -> str:
        """Return the address of a page in a language."""
        return f"{self.address}{self.locate(path, language)}"

    def locate(self, path: str, language: str = "en") -> str:
        """Return the path of a page's file in a language."""
        file = f"{path}.html" if language == "en" else f"{language}/{path}.html"
        assert (self.out / file).is_file(), file
        return file

    def has(self, path: str, language: str) -> bool:
        """Tell whether a page exists in a language."""
        return (self.out / ("" if language == "en" else language) / f"{path}.html").is_file()

    def list_pages(self) -> list[str]:
        """Return the path of every page."""
        return sorted(path.relative_to(self.out).as_posix() for path in self.out.rglob("*.html"))
