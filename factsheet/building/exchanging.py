"""Two calls of the system that Python doesn't offer: exchange two folders at once, and flush one file system."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV}
"""What a system says that can't exchange; the two renames are tried instead."""


@cache
def _function(name: str) -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    found: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return found


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step and return True, or return False where the system has no such step."""
    rename = _function("renameat2")
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def flush(folder: Path, files: list[Path]) -> None:
    """Put `files` and the tree of `folder` on the disk, before a rename makes them seen."""
    if sys.platform == "win32":  # opens no folders, and flushes files only when they are open for writing
        return
    flush_all = _function("syncfs")
    for path in [folder] if flush_all else [*files, folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            if flush_all is None or flush_all(handle) != 0:
                os.fsync(handle)
        finally:
            os.close(handle)
