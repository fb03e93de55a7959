"""What was read of each file the last time, so that a file that did not change is neither parsed nor checked again.

Values are kept, and the diagnostics of the file; places are not: the file is read again when one is asked for. A
shelf serves only the program, schemas and settings that filled it, and an entry only the very bytes it was made of.
"""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from factsheet import loading
from factsheet.diagnostics import Diagnostic, Pointer, restore_diagnostics
from factsheet.encoding import decode, digest, digest_bytes, encode
from factsheet.loading import Limits
from factsheet.model import Document, Marks, Record, Span
from factsheet.project.files import read_bytes
from factsheet.project.records import Outcome

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class FileReading:
    """All that reading one file gave."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]
    outcomes: tuple[Outcome, ...]


class Shelf:
    """The readings of the last time, by path and digest; `circumstances` are all that a reading depends on besides."""

    def __init__(self, file: Path, circumstances: str) -> None:
        self._file = file
        self._circumstances = digest(str(FORMAT), circumstances)
        self._was = _read_lines(file, self._circumstances)
        self._is: dict[str, bytes] = {}

    def take(self, root: Path, path: str, sha256: str, settings: str, limits: Limits) -> FileReading | None:
        """Return what reading the file at `path`, whose bytes have that digest, gave under the same settings."""
        key = digest(path, sha256, settings)
        line = self._was.get(key)
        if line is None:
            return None
        self._is[key] = line
        return _unpack(decode(line), path, sha256, _Places(root / path, path, sha256, limits))

    def put(self, path: str, sha256: str, settings: str, reading: FileReading) -> None:
        """Keep what reading a file gave."""
        with suppress(TypeError):  # a text with half a character, which JSON can't hold
            self._is[digest(path, sha256, settings)] = encode(_pack(reading))

    def save(self) -> None:
        """Write what was taken and put; where that fails, the next run only has more to do."""
        if self._is.keys() == self._was.keys():
            return
        content = b"".join(b"%s %s\n" % (key.encode(), line) for key, line in self._is.items())
        head = f"{self._circumstances} {digest_bytes(content)}\n".encode()
        beside = self._file.with_name(f"{self._file.name}.{secrets.token_hex(4)}.part")
        with suppress(OSError):
            beside.write_bytes(head + content)
            beside.replace(self._file)


def _read_lines(file: Path, circumstances: str) -> dict[str, bytes]:
    try:
        head, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if head != f"{circumstances} {digest_bytes(content)}".encode():
        return {}
    pairs = (line.split(b" ", 1) for line in content.split(b"\n") if line)
    return {key.decode(): value for key, value in pairs}


def _pack(reading: FileReading) -> object:
    return [
        [document.value for document in reading.documents],
        reading.diagnostics,
        [
            [
                [each.record.kind, each.record.id, each.record.path, each.record.data, each.record.document.index]
                if each.record
                else None,
                each.broken,
                each.diagnostics,
            ]
            for each in reading.outcomes
        ],
    ]


def _unpack(packed: Any, path: str, sha256: str, places: "_Places") -> FileReading:  # noqa: ANN401  # the JSON door
    values, diagnostics, outcomes = packed
    documents = tuple(
        Document(path, number, value, places.marks(number), sha256) for number, value in enumerate(values)
    )
    made = []
    for record, broken, found in outcomes:
        kept = Record(record[0], record[1], record[2], record[3], documents[record[4]]) if record else None
        made.append(Outcome(kept, broken, restore_diagnostics(found)))
    return FileReading(documents, restore_diagnostics(diagnostics), tuple(made))


class _Places:
    """The places in a file, read when first asked for; none where the file has changed meanwhile."""

    def __init__(self, file: Path, path: str, sha256: str, limits: Limits) -> None:
        self._file, self._path, self._sha256, self._limits = file, path, sha256, limits
        self._documents: tuple[Document, ...] | None = None

    def marks(self, index: int) -> Marks:
        return Marks(_Spans(self, index, is_keys=False), _Spans(self, index, is_keys=True))

    def find(self, index: int) -> Marks:
        if self._documents is None:
            self._documents = self._read()
        return self._documents[index].marks if index < len(self._documents) else Marks({}, {})

    def _read(self) -> tuple[Document, ...]:
        try:
            data = read_bytes(self._file, self._limits.bytes)
        except OSError:
            return ()
        return loading.load(data, self._path, self._limits).documents if digest_bytes(data) == self._sha256 else ()


class _Spans(Mapping[Pointer, Span]):
    def __init__(self, places: _Places, index: int, *, is_keys: bool) -> None:
        self._places, self._index, self._is_keys = places, index, is_keys

    def _spans(self) -> Mapping[Pointer, Span]:
        marks = self._places.find(self._index)
        return marks.keys if self._is_keys else marks.values

    def __getitem__(self, pointer: Pointer) -> Span:
        return self._spans()[pointer]

    def __iter__(self) -> Iterator[Pointer]:
        return iter(self._spans())

    def __len__(self) -> int:
        return len(self._spans())
