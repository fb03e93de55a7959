"""A new publication: a small, invented one that builds at once, with comments that teach."""

from pathlib import Path
from typing import Final

from factsheet import defaults
from factsheet.diagnostics import EnvironmentProblem, FactsheetError

LANGUAGES: Final = ("en", "ar", "ru", "tr")
"""The languages that the example is written in."""

_RENAMED: Final = {"gitignore": ".gitignore"}


def create_publication(folder: Path, language: str) -> tuple[str, ...]:
    """Write the example in `language` into `folder`, which is new or empty; return the paths written, sorted.

    Raises FactsheetError where there is something already, and EnvironmentProblem where nothing can be written.
    """
    if language not in LANGUAGES:
        raise FactsheetError(f'there is no example in "{language}"; there are {", ".join(LANGUAGES)}')
    source = defaults.TEMPLATES / "scaffold" / language
    files = {path.relative_to(source).as_posix(): path for path in source.rglob("*") if path.is_file()}
    try:
        _demand_empty(folder)
        for name, path in files.items():
            target = folder / _RENAMED.get(name, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    except OSError as error:
        raise EnvironmentProblem(f"can't write into {folder}: {error.strerror}") from error
    return tuple(sorted(_RENAMED.get(name, name) for name in files))


def _demand_empty(folder: Path) -> None:
    if folder.is_dir() and any(path.name != ".git" for path in folder.iterdir()):
        raise FactsheetError(f"{folder} isn't empty: name a new folder, or empty this one")
    if not folder.is_dir() and (folder.exists() or folder.is_symlink()):
        raise FactsheetError(f"{folder} is no folder: name a new one")
