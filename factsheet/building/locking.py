"""Locks that end with the process that holds them, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factsheet.diagnostics import EnvironmentProblem

if sys.platform != "win32":
    import fcntl


def hold(folder: Path) -> int | None:
    """Lock a folder and return the handle that holds the lock, or None where somebody else holds it."""
    if sys.platform == "win32":  # has no lock on folders
        return -1
    handle = os.open(folder, os.O_RDONLY)
    if _lock(handle):
        return handle
    os.close(handle)
    return None


def release(handle: int | None) -> None:
    """Give up what `hold` returned."""
    if handle is not None and handle >= 0:
        os.close(handle)


def _lock(handle: int) -> bool:
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


@contextmanager
def only_build(folder: Path) -> Iterator[None]:
    """Hold the publication's build lock, a file in `folder`; raise where another build holds it."""
    path = folder / "lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text("*\n")
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise EnvironmentProblem(f"can't write into {folder}: {error.strerror}") from error
    try:
        if not _lock(handle):
            owner = os.read(handle, 20).decode("ascii", "replace").strip()
            raise EnvironmentProblem(f"another build of this publication is running (process {owner or 'unknown'})")
        os.truncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)
