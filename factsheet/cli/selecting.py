"""Which files of a publication a command was asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from factsheet.cli.reports.found import count
from factsheet.diagnostics import Diagnostic
from factsheet.project import find


@dataclass(frozen=True, slots=True)
class Selection:
    """A publication, and the paths in it that were named; none for everything."""

    root: Path
    paths: tuple[str, ...]

    @property
    def is_everything(self) -> bool:
        """Return whether no path was named, or the publication itself."""
        return not self.paths or "." in self.paths

    @property
    def names(self) -> str:
        """Return what a message calls the selection."""
        return count(len(self.paths), "path")

    def holds(self, path: str) -> bool:
        """Tell whether a path in the publication was named, or lies in a folder that was."""
        return self.is_everything or any(path == each or path.startswith(f"{each}/") for each in self.paths)

    def keep(self, diagnostics: Iterable[Diagnostic]) -> Sequence[Diagnostic]:
        """Return the diagnostics of the paths that were named."""
        return [each for each in diagnostics if self.holds(each.at.path)]


def select(paths: Sequence[Path], here: Path) -> Selection:
    """Return the selection that `paths`, seen from `here`, are; raises UsageError where they are no one publication."""
    if not paths:
        return Selection(find(here), ())
    first = here / paths[0]
    root = find(first if first.is_dir() else first.parent)
    return Selection(root, tuple(_inside(here / path, root, path) for path in paths))


def _inside(path: Path, root: Path, typed: Path) -> str:
    real = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
    if not real.is_relative_to(root):
        raise click.UsageError(f"{typed} is not in the publication {root}, where the first path lies")
    return real.relative_to(root).as_posix()
