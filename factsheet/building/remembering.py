"""What the last build into a folder did, so that the next one does only what changed."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from factsheet.encoding import decode, digest_bytes, encode

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One output of the last build: the key it was made from, and the file as it was left."""

    key: str
    sha256: str
    size: int
    mtime: int

    def is_intact(self, path: Path) -> bool:
        """Return whether the file at `path` is still the one that was left there, by size and time."""
        try:
            status = os.lstat(path)
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.mtime)


@dataclass(frozen=True, slots=True)
class Memory:
    """The last build: the fingerprint of all that went in, how many warnings there were, and its outputs by path."""

    fingerprint: str = ""
    warnings: int = 0
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def holds(self, out: Path, fingerprint: str) -> bool:
        """Return whether a build of `fingerprint` into `out` would find all its outputs there already."""
        return self.fingerprint == fingerprint and all(e.is_intact(out / path) for path, e in self.entries.items())


def remember(file: Path, memory: Memory) -> None:
    """Write `memory`; where that fails, the next build only has more to do."""
    content = encode({"format": FORMAT, **asdict(memory)})
    beside = file.with_name(f"{file.name}.{secrets.token_hex(4)}.part")
    with suppress(OSError):
        beside.write_bytes(f"{digest_bytes(content)}\n".encode() + content)
        beside.replace(file)


def recall(file: Path) -> Memory:
    """Return what `remember` wrote, or an empty memory where it is missing, damaged or of another version."""
    try:
        checksum, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return Memory()
    if checksum.decode("ascii", "replace") != digest_bytes(content):
        return Memory()
    value = decode(content)
    if not isinstance(value, dict) or value.pop("format") != FORMAT:
        return Memory()
    entries = {path: Entry(**entry) for path, entry in value["entries"].items()}
    return Memory(value["fingerprint"], value["warnings"], entries)
