"""A publication read, resolved and checked: what every command that looks at content begins with."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from factsheet.diagnostics import Diagnostic, sort_diagnostics
from factsheet.model import Corpus
from factsheet.project import Project, read_project
from factsheet.project.finding import SITE
from factsheet.project.shelf import Shelf
from factsheet.resolution import choose_moment, resolve
from factsheet.rules import Content, Coverage, check_content, measure

_FONTS: Final = frozenset({".ttf", ".otf"})


@dataclass(frozen=True, slots=True)
class Checked:
    """A publication, its corpus, and all that is wrong with it."""

    project: Project
    corpus: Corpus
    moment: datetime | None
    diagnostics: tuple[Diagnostic, ...]
    content: Content

    @property
    def has_errors(self) -> bool:
        """Return whether anything is wrong that forbids a build."""
        return any(diagnostic.severity == "error" for diagnostic in self.diagnostics)


def check_publication(
    root: Path, *, on: str = "", epoch: str = "", today: str = "", shelf: Shelf | None = None, with_drafts: bool = False
) -> Checked:
    """Return the publication in `root` with every problem of its content.

    Embargoes are compared with `on`, else `epoch` (seconds since 1970), else the newest `as_of`: never the clock.
    Reviews are overdue on `today` (YYYY-MM-DD), else on the day of that same moment. Files that did not change are
    taken from `shelf`. `with_drafts` drafts count as published.
    """
    project = read_project(root, shelf=shelf)
    moment = choose_moment(project.records, on, epoch)
    corpus, found = resolve(project.records, project.schemas, moment=moment, with_drafts=with_drafts)
    content = Content(
        corpus,
        project.schemas,
        project.site,
        files=project.files.keys(),
        broken=project.broken,
        today=today or (moment.date().isoformat() if moment else ""),
        fonts=_list_fonts(root),
        read_capture=lambda path: _read_text(root / path),
        settings=next((each for each in project.documents if each.path == SITE), None),
    )
    diagnostics = sort_diagnostics([*project.diagnostics, *found, *check_content(content)])
    return Checked(project, corpus, moment, diagnostics, content)


def summarise(checked: Checked) -> Coverage:
    """Return what a publication holds, and how well it is sourced, reviewed and translated."""
    return measure(checked.content)


def _list_fonts(root: Path) -> tuple[Path, ...]:
    folder = root / "fonts"
    found = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(path for path in found if path.suffix.lower() in _FONTS and path.is_file()))


def _read_text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:  # it was there a moment ago; what is said of it then can't be checked
        return None
