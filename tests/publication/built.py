"""A publication with what was built from it."""

from dataclasses import dataclass
from pathlib import Path

from factsheet.model import Sheet
from factsheet.project import Project

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Built:
    """A publication, its sheets by id, and the folder it was built into."""

    project: Project
    sheets: dict[str, Sheet]
    out: Path
