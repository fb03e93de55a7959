"""Brings an output folder to its next state: takes over what is still right, makes the rest, shows all in one step."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factsheet.building.manifest import NAME, Written, read_manifest, write_manifest
from factsheet.building.planning import Output, check_paths
from factsheet.building.remembering import Entry, Memory
from factsheet.building.running import SLOW, Runner
from factsheet.building.staging import Changes, Stage
from factsheet.caching import Cache
from factsheet.diagnostics import FactsheetError
from factsheet.encoding import digest_bytes
from factsheet.model import Json

_SOURCES = ("content", "schemas", "templates", "imports", ".factsheet", ".git")

PREVIEW = ".factsheet/preview"
"""The folder of a preview: the one output among what is remembered."""


Tell = Callable[[int, int], None]
"""Hears how many outputs of how many are made."""


def say_nothing(number: int, total: int) -> None:
    """Hear how far it is, and keep it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What an output folder is to hold: outputs to be rendered, ready files, and the facts of its manifest."""

    outputs: Sequence[Output]
    files: Mapping[str, bytes]
    facts: Mapping[str, Json]


def check_target(out: Path, root: Path) -> None:
    """Raise where `out` is no folder for an output: not empty and not ours, or one that holds something else."""
    if out == Path(out.anchor) or out == Path.home() or root.is_relative_to(out):
        raise FactsheetError(f"{out} can't be the output folder: the build would replace all that is in it")
    for name in _SOURCES:
        if out.is_relative_to(root / name) and out != root / PREVIEW:
            raise FactsheetError(f"{out} can't be the output folder: {root / name} is not for outputs")
    if os.path.lexists(out) and not out.is_dir():
        raise FactsheetError(f"{out} can't be the output folder: it is a file")
    if out.is_dir() and any(out.iterdir()) and read_manifest(out) is None:
        raise FactsheetError(
            f"{out} holds files and no {NAME} of ours, so this program didn't make it: empty it or name another folder"
        )


def publish(
    edition: Edition, out: Path, runner: Runner, cache: Cache, *, last: Memory, tell: Tell = say_nothing
) -> tuple[Changes, Memory]:
    """Bring `out` to `edition` and return what changed and what to remember. After an error `out` is as it was.

    An output whose key is the one in `last`, and whose file is untouched, is neither made nor read. `tell` hears how
    many of the others are made.
    """
    check_paths([NAME, *edition.files, *(output.path for output in edition.outputs)])
    written = []
    with Stage(out) as stage:
        current, stale = _divide(edition.outputs, out, last)
        for output, entry in current:
            stage.keep(output.path)
            written.append(Written(output.path, entry.sha256, entry.size, output.record))
        for number, (output, data) in enumerate(_make(stale, runner, cache), 1):
            stage.put(output.path, data)
            tell(number, len(stale))
            written.append(Written(output.path, digest_bytes(data), len(data), output.record))
        for path, data in edition.files.items():
            stage.put(path, data)
            written.append(Written(path, digest_bytes(data), len(data)))
        manifest = write_manifest(written, edition.facts)
        stage.put(NAME, manifest)
        changes = stage.commit()
    written.append(Written(NAME, digest_bytes(manifest), len(manifest)))
    return changes, _memorise(written, {output.path: output.key for output in edition.outputs}, out)


def _divide(outputs: Sequence[Output], out: Path, last: Memory) -> tuple[list[tuple[Output, Entry]], list[Output]]:
    """Return the outputs whose files are there already, with what is known of them, and the others."""
    current = []
    stale = []
    for output in outputs:
        entry = last.entries.get(output.path)
        if entry and entry.key == output.key and entry.is_intact(out / output.path):
            current.append((output, entry))
        else:
            stale.append(output)
    return current, stale


def _make(outputs: Sequence[Output], runner: Runner, cache: Cache) -> Iterator[tuple[Output, bytes]]:
    """Yield each output with its bytes, from the cache where it has them."""
    missing = []
    for output in outputs:
        data = cache.get(output.key) if output.format in SLOW else None
        if data is None:
            missing.append(output)
        else:
            yield output, data
    for output, data in runner.render(missing):
        if output.format in SLOW:
            cache.put(output.key, data)
        yield output, data


def _memorise(written: Sequence[Written], keys: Mapping[str, str], out: Path) -> Memory:
    entries = {}
    for file in written:
        status = os.lstat(out / file.path)
        entries[file.path] = Entry(keys.get(file.path, ""), file.sha256, status.st_size, status.st_mtime_ns)
    return Memory(entries=entries)
