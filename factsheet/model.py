"""The values that pass from one step to the next: a document as read, a corpus of records, a sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from factsheet.diagnostics import Location, Pointer

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Object = dict[str, Json]

Span = tuple[int, int, int, int]
"""Line, column, end line, end column; from 1, in code points, the end exclusive."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the values and keys of one document stand, by pointer."""

    values: Mapping[Pointer, Span]
    keys: Mapping[Pointer, Span]


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document as YAML 1.2 core reads it. Knows no schema."""

    path: str
    index: int
    value: Json
    marks: Marks
    digest: str

    def locate(self, pointer: Pointer, *, key: bool = False) -> Location:
        """Return the place of the value (or its key) at `pointer`, or of the nearest parent that has one."""
        spans = self.marks.keys if key else self.marks.values
        for size in range(len(pointer), -1, -1):
            span = spans.get(pointer[:size]) or self.marks.values.get(pointer[:size])
            if span:
                return Location(self.path, *span, pointer=pointer)
        return Location(self.path, pointer=pointer)


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of a record by another: the place in the normalised data, the target, and what it means there."""

    source: str
    pointer: Pointer
    target: str
    kinds: tuple[str, ...]
    inverse: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One record, normalised: long forms only, keys in the order of its schema."""

    kind: str
    id: str
    path: str
    data: Object
    document: Document
    is_published: bool = True


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every record of a publication, with each reference from both ends."""

    records: Mapping[str, Record]
    references: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    backlinks: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    former_ids: Mapping[str, str] = field(default_factory=dict)


Sheet = Object
"""A self-contained JSON value that holds everything its page shows (MODEL.md section 8)."""
