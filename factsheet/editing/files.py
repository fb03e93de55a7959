"""Files of a publication as they change: planned as values, then written whole or not at all."""

import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from factsheet.diagnostics import EnvironmentProblem


@dataclass(frozen=True, slots=True)
class Change:
    """A file of a publication before and after; nothing before a new one."""

    path: str
    before: str | None
    after: str


def write_change(root: Path, change: Change) -> None:
    """Write a change below `root`; a new file takes the place of none. Raises EnvironmentProblem."""
    path, data = root / change.path, change.after.encode()
    if change.before is None:
        create_file(path, data)
    elif change.before != change.after:
        replace_file(path, data)


def create_file(path: Path, data: bytes) -> None:
    """Write a file that isn't there yet, its folders too. Raises EnvironmentProblem."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise EnvironmentProblem(f"{path}: can't be written: {error.strerror}") from None


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to the file at `path`, whole or not at all; its permissions stay. Raises EnvironmentProblem."""
    real = path.resolve()
    beside = real.with_name(f".{real.name}.{secrets.token_hex(4)}.part")
    try:
        beside.write_bytes(data)
        shutil.copymode(real, beside)
        beside.replace(real)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise EnvironmentProblem(f"{path}: can't be written: {error.strerror}") from None
