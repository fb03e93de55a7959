"""Watches the folders of a publication by looking at them again and again: it works on every disk and needs nothing."""

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

WATCHED = ("content", "schemas", "templates", "fonts")
PAUSE = 0.3
"""Seconds between two looks."""

State = Mapping[str, tuple[int, int]]
"""When each file was last changed, and its size, by path."""


def look(root: Path) -> State:
    """Return the state of every watched file."""
    return dict(_look(root))


def _look(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in WATCHED:
        for parent, folders, files in os.walk(root / name):
            folders[:] = [folder for folder in folders if not folder.startswith(".")]
            for file in files:
                path = os.path.join(parent, file)  # noqa: PTH118 -- a Path for each of 10,000 files takes a second
                try:
                    status = os.stat(path)  # noqa: PTH116 -- as above
                except OSError:  # gone between the two looks
                    continue
                yield path, (status.st_mtime_ns, status.st_size)


def wait_for_change(root: Path, last: State, *, pause: float = PAUSE) -> State:
    """Return the next state that differs from `last` and has held for one pause: an editor may write in steps."""
    before = last
    while True:
        time.sleep(pause)
        now = look(root)
        if now != last and now == before:
            return now
        before = now


def list_changed(before: State, after: State) -> list[str]:
    """Return the paths of files that are new, gone or different."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
