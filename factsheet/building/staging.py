"""The next state of an output folder, put together beside it and shown in one step.

Beside `public` lie, only while a build runs or after one was killed, `public.stage-<8 digits>` (never seen by a
reader) and, where the system can't exchange folders, `public.old-<8 digits>`: the last output between two renames.
`repair` puts back or removes them, so the names are the journal.
"""

import errno
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from types import TracebackType
from typing import Self

from factsheet.building.exchanging import exchange, flush
from factsheet.building.locking import hold, release
from factsheet.building.manifest import NAME, read_manifest
from factsheet.diagnostics import EnvironmentProblem


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build did to the files of an output folder; `foreign` are files there that aren't ours and stay."""

    written: int
    unchanged: int
    removed: int
    foreign: int


class Stage:
    """The next output. Nothing is made on the disk before something differs; leaving without `commit` undoes all."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._folder: Path | None = None
        self._handle: int | None = None
        self._written: set[str] = set()
        self._kept: set[str] = set()
        self._ours = read_manifest(out) or frozenset()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._folder:
            _remove(self._folder)
            release(self._handle)

    def keep(self, path: str) -> None:
        """Take the file at `path` over from the last output as it is."""
        self._kept.add(path)

    def put(self, path: str, data: bytes) -> None:
        """Give `path` the content `data`; the same content as before keeps the file and its time."""
        if _holds(self._out / path, data):
            self._kept.add(path)
            return
        with _explained(self._out):
            file = self._open() / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        self._written.add(path)

    def commit(self) -> Changes:
        """Show the next output in place of the last one, in one step, if anything differs."""
        ours = self._written | self._kept | {NAME}
        removed = {path for path in self._ours - ours if os.path.lexists(self._out / path)}
        foreign = {path for path in _files(self._out) if path not in ours and path not in self._ours}
        if self._written or removed:
            with _explained(self._out):
                self._take_over(sorted(self._kept), sorted(foreign))
        return Changes(len(self._written - {NAME}), len(self._kept - {NAME}), len(removed), len(foreign))

    def _take_over(self, kept: Sequence[str], foreign: Sequence[str]) -> None:
        folder = self._open()
        for path in kept:
            _link(self._out / path, folder / path)
        for path in foreign:
            if os.path.lexists(folder / path) or not _is_free(folder / path, folder):
                raise EnvironmentProblem(f"{self._out / path} isn't ours and stands where the build writes: move it")
            _link(self._out / path, folder / path)
        flush(folder, [folder / path for path in self._written])
        _show(folder, self._out)

    def _open(self) -> Path:
        if self._folder is None:
            self._folder, self._handle = _make_stage(self._out)
        return self._folder


@contextmanager
def _explained(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        advice = "; it is a mount point: build into a folder inside it" if error.errno == errno.EBUSY else ""
        raise EnvironmentProblem(f"can't write the output {out}: {error.strerror}{advice}") from error


def repair(out: Path) -> None:
    """Put right what a killed build left beside `out`: an output that was set aside comes back, leftovers go."""
    if not out.parent.is_dir():
        return
    if not os.path.lexists(out):
        for folder in _siblings(out, "old"):
            if read_manifest(folder) is not None:
                folder.rename(out)
                break
    for folder in (*_siblings(out, "old"), *_siblings(out, "stage")):
        _remove_abandoned(folder)


def _siblings(out: Path, word: str) -> list[Path]:
    shape = re.compile(re.escape(f"{out.name}.{word}-") + "[0-9a-f]{8}")
    return sorted(path for path in out.parent.iterdir() if shape.fullmatch(path.name) and path.is_dir())


def _remove_abandoned(folder: Path) -> None:
    with suppress(OSError):
        handle = hold(folder)
        if handle is not None:
            _remove(folder)
            release(handle)


def _make_stage(out: Path) -> tuple[Path, int | None]:
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = out.with_name(f"{out.name}.stage-{secrets.token_hex(4)}")
    folder.mkdir()
    if out.is_dir():
        shutil.copymode(out, folder)
    return folder, hold(folder)


def _show(stage: Path, out: Path) -> None:
    """Put `stage` in the place of `out`; what was there is removed."""
    if not os.path.lexists(out):
        stage.rename(out)
    elif exchange(stage, out):
        _remove(stage)
    else:
        aside = out.with_name(f"{out.name}.old-{secrets.token_hex(4)}")
        out.rename(aside)
        try:
            stage.rename(out)
        except BaseException:
            aside.rename(out)
            raise
        _remove(aside)
    with suppress(OSError):
        flush(out.parent, [])


def _files(folder: Path) -> Iterator[str]:
    """Yield the path of each file and link below `folder`."""
    for parent, folders, files in os.walk(folder):
        base = Path(parent)
        prefix = "" if base == folder else f"{base.relative_to(folder).as_posix()}/"
        for name in (*files, *(name for name in folders if (base / name).is_symlink())):
            yield f"{prefix}{name}"


def _holds(path: Path, data: bytes) -> bool:
    try:
        status = path.stat(follow_symlinks=False)
        return S_ISREG(status.st_mode) and status.st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _is_free(path: Path, folder: Path) -> bool:
    """Return whether no file of ours stands where a parent folder of `path` has to be."""
    return all(
        parent.is_dir() or not os.path.lexists(parent)
        for parent in path.parents[: len(path.relative_to(folder).parts) - 1]
    )


def _link(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # a file system without hard links, or too many of one file
        shutil.copy2(source, target, follow_symlinks=False)


def _remove(folder: Path) -> None:
    """Remove `folder`; what can't be removed now is left to the next `repair`."""
    shutil.rmtree(folder, ignore_errors=True)
