"""The files of a publication: which there are, and their bytes. Never a file from outside its folder."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factsheet.diagnostics import Diagnostic, Location

YAML_SUFFIXES: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Listing:
    """The regular files under a folder, as paths with forward slashes, and what was refused."""

    paths: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def list_files(root: Path, folder: str) -> Listing:
    """Return the regular files below `root`/`folder`, sorted; hidden ones aren't looked at, links not followed out."""
    paths: list[str] = []
    refused: list[Diagnostic] = []
    real = root.resolve()
    is_inside = (root / folder).resolve().is_relative_to(real)
    for path in _walk(root / folder):
        name = path.relative_to(root).as_posix()
        try:
            mode = path.lstat().st_mode
        except OSError:  # it was there when the folder was read
            continue
        if is_inside and stat.S_ISREG(mode):  # no link, and no link leads here: folders that are links are not entered
            paths.append(name)
            continue
        reason = _refuse(path, name, real)
        if reason:
            refused.append(reason)
        elif path.is_file():
            paths.append(name)
    return Listing(tuple(sorted(paths)), tuple(refused))


def read_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a file, but never more than one past `most`."""
    with path.open("rb") as file:
        return file.read(most + 1)


def is_yaml(path: str) -> bool:
    """Tell whether a file is read as YAML, by its name."""
    return path.endswith(YAML_SUFFIXES)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield what lies under a folder that isn't a folder itself; links to folders too, which are not entered."""
    for where, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(where)
        yield from (here / name for name in folders if (here / name).is_symlink())
        yield from (here / name for name in files if not name.startswith("."))


def _raise(error: OSError) -> None:
    raise error


def _refuse(path: Path, name: str, root: Path) -> Diagnostic | None:
    try:
        mode = path.stat().st_mode
        is_inside = path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return _report(name, "this link leads nowhere", "take it away, or put the file itself here")
    if not is_inside:
        return _report(name, "this link leads out of the publication", "put a copy of the file here instead")
    if stat.S_ISDIR(mode):
        return _report(name, "a link to a folder is not followed", "put the files themselves here")
    if not stat.S_ISREG(mode) and is_yaml(name):
        return _report(name, "this is no regular file", "take it away: only plain files are read")
    return None


def _report(name: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("unreadable-file", "error", message, Location(name), hint=hint)
