"""Where a publication begins."""

from pathlib import Path
from typing import Final

from factsheet.diagnostics import FactsheetError

CONTENT: Final = "content"
SITE: Final = "content/site.yaml"


def find(start: Path) -> Path:
    """Return the nearest folder, `start` itself or one above it, that has content/site.yaml."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / SITE).is_file():
            return folder
    near = next((path for path in (here / CONTENT / "site.yml", here / "site.yaml") if path.is_file()), None)
    hint = f"; {near} should be {SITE}" if near else ""
    raise FactsheetError(
        f"there is no publication in {start} or above it: a publication is a folder with {SITE}{hint}. "
        "Go to its folder, or name it with -C."
    )
