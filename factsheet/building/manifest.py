"""The list of what a build wrote, published as `manifest.json`; it also marks a folder as ours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from factsheet import __version__
from factsheet.encoding import decode, encode
from factsheet.model import Json, Object

NAME = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Written:
    """One file of the output: its SHA-256, its size, and the record it shows, if it shows one."""

    path: str
    sha256: str
    bytes: int
    record: str = ""


def write_manifest(files: Iterable[Written], facts: Mapping[str, Json]) -> bytes:
    """Return the manifest of `files`; `facts` are the publication's own (as_of, licence)."""
    listed: list[Json] = [_entry(file) for file in sorted(files, key=lambda file: file.path)]
    manifest: Object = {"manifest": FORMAT, "factsheet": __version__, **facts, "files": listed}
    return encode(manifest, indent=True) + b"\n"


def _entry(file: Written) -> Object:
    entry: Object = {"path": file.path, "sha256": file.sha256, "bytes": file.bytes}
    return {**entry, "record": file.record} if file.record else entry


def read_manifest(folder: Path) -> frozenset[str] | None:
    """Return the paths that the manifest in `folder` lists, or None where there is no manifest of ours."""
    try:
        manifest = decode((folder / NAME).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(manifest, dict) or "factsheet" not in manifest or not isinstance(manifest.get("files"), list):
        return None
    paths = (entry.get("path") for entry in manifest["files"] if isinstance(entry, dict))
    return frozenset(path for path in paths if isinstance(path, str))
