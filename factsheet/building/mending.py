"""The safe fixes of a publication: which files they change, and how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factsheet.diagnostics import Diagnostic, Fix
from factsheet.editing.files import replace_file
from factsheet.editing.fixing import apply_fixes


@dataclass(frozen=True, slots=True)
class Mended:
    """A file, by its path in the publication, before and after the fixes that were applied."""

    path: str
    before: bytes
    after: bytes
    applied: tuple[Fix, ...]


def find_mended(root: Path, diagnostics: Sequence[Diagnostic]) -> Iterator[Mended]:
    """Yield each file that the fixes of some diagnostics change; nothing is written."""
    fixes: dict[str, list[Fix]] = {}
    for each in diagnostics:
        if each.fix:
            fixes.setdefault(each.fix.at.path, []).append(each.fix)
    for path, wanted in sorted(fixes.items()):
        try:
            before = (root / path).read_bytes()
        except OSError:  # gone since it was checked: the next check says so
            continue
        fixed = apply_fixes(before, path, wanted)
        if fixed.applied:
            yield Mended(path, before, fixed.data, fixed.applied)


def write_mended(root: Path, files: Sequence[Mended]) -> None:
    """Write the files; raises EnvironmentProblem where one can't be written."""
    for each in files:
        replace_file(root / each.path, each.after)
