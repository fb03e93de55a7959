"""A publication read, resolved and checked: what every command that looks at content begins with."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from factsheet.diagnostics import Diagnostic, sort_diagnostics
from factsheet.model import Corpus
from factsheet.project import Project, read_project
from factsheet.resolution import choose_moment, resolve
from factsheet.rules import Content, check_content


@dataclass(frozen=True, slots=True)
class Checked:
    """A publication, its corpus, and all that is wrong with it."""

    project: Project
    corpus: Corpus
    moment: datetime | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Return whether anything is wrong that forbids a build."""
        return any(diagnostic.severity == "error" for diagnostic in self.diagnostics)


def check_publication(root: Path, *, on: str = "", epoch: str = "") -> Checked:
    """Return the publication in `root` with every problem of its content.

    Embargoes are compared with `on`, else `epoch` (seconds since 1970), else the newest `as_of`: never the clock.
    """
    project = read_project(root)
    moment = choose_moment(project.records, on, epoch)
    corpus, found = resolve(project.records, project.schemas, moment=moment)
    content = Content(corpus, project.schemas, project.site, project.files.keys(), project.broken)
    diagnostics = sort_diagnostics([*project.diagnostics, *found, *check_content(content)])
    return Checked(project, corpus, moment, diagnostics)
