"""A store of bytes by digest, in a folder that may be deleted at any time. What it gives back is what was put in."""

import os
import secrets
import shutil
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

MAX_BYTES = 512 * 1024 * 1024
_DIGEST_SIZE = 32
_ABANDONED_AFTER = 3600
_NAME = "[0-9a-f]" * 64


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries are files `<folder>/<2 digits>/<key>`: the SHA-256 of the content, then the content."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return what was put under `key`, or None where nothing is or the entry is damaged."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        content = data[_DIGEST_SIZE:]
        if len(data) < _DIGEST_SIZE or sha256(content).digest() != data[:_DIGEST_SIZE]:
            path.unlink(missing_ok=True)
            return None
        with suppress(OSError):
            os.utime(path)  # pruning keeps what was used last
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`. A reader sees the whole entry or none; a full disk only means no entry."""
        path = self._path(key)
        beside = path.with_name(f"{key}.{secrets.token_hex(4)}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(sha256(content).digest() + content)
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def clear(self) -> None:
        """Remove every entry."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def prune(self, used: Collection[str], *, max_bytes: int = MAX_BYTES) -> None:
        """Remove the entries used longest ago until the rest fit into `max_bytes`; those of `used` stay."""
        entries = []
        for path in self.folder.glob(f"[0-9a-f][0-9a-f]/{_NAME}"):
            with suppress(OSError):
                status = path.stat()
                entries.append((path.name in used, status.st_mtime_ns, status.st_size, path))
        room = max_bytes
        for is_used, _, size, path in sorted(entries, reverse=True):
            room -= size
            if room < 0 and not is_used:
                with suppress(OSError):
                    path.unlink()
        self._sweep()

    def _sweep(self) -> None:
        """Remove the halves that a killed build left."""
        for path in self.folder.glob("*/*.part"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED_AFTER:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key
