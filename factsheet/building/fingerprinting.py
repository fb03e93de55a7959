"""Digests of all that goes into a build: of folders, of a format's surroundings, of the publication as a whole."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from factsheet.building.versions import program, rendering, versions
from factsheet.encoding import digest, digest_bytes, encode
from factsheet.formats.context import Context


def fingerprint_format(name: str, context: Context) -> str:
    """Return the digest of what the bytes of format `name` depend on besides sheet and language."""
    if name == "json":  # the sheet itself: no theme, no settings
        return digest(name, rendering(), versions([name]))
    folders = (*context.schema_folders, *context.template_folders, *context.font_folders)
    site = encode([context.site, context.kinds, context.formats], sort=True)
    media = [f"{address} {_digest_file(Path(path))}" for address, path in sorted(context.media.items())]
    return digest(name, rendering(), versions([name]), site, fingerprint_folders(map(Path, folders)), *media)


def fingerprint_folders(folders: Iterable[Path]) -> str:
    """Return the digest of every file below `folders`, by their order and the files' paths."""
    return digest(*(f"{number} {line}" for number, folder in enumerate(folders) for line in _lines(folder)))


def fingerprint_publication(folders: Iterable[Path], formats: Iterable[str], options: Iterable[str]) -> str:
    """Return the digest of all that a build depends on: the inputs, the program, the libraries, the options."""
    names = sorted(formats)
    return digest(program(), versions(names), *names, *options, fingerprint_folders(folders))


def _lines(folder: Path) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders.sort()
        base = Path(parent)
        for name in sorted(files):
            yield f"{(base / name).relative_to(folder).as_posix()} {_digest_file(base / name)}"


def _digest_file(path: Path) -> str:
    try:
        return digest_bytes(path.read_bytes()) if path.is_file() else "no file"
    except OSError as error:
        return error.strerror or "unreadable"
