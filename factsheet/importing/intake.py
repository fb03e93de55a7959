"""What the reader of a format hands over: records that still name each other by number, and what it left aside."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, Self

from factsheet.model import Json, Object
from factsheet.schemas import Schemas

Fate = Literal["skipped", "refused", "unlinked", "noted"]
"""A row or entity left aside; a value left aside; a reference that led nowhere; a remark."""


class Link(str):
    """A reference to a record by its number in a register: `Link("group", "ucdp-actor", "1170")`.

    It is a string, so that it can stand in a record; `linking` puts the id of the record in its place.
    """

    __slots__ = ("kind", "scheme", "value")
    kind: str
    scheme: str
    value: str

    def __new__(cls, kind: str, scheme: str, value: str) -> Self:
        """Return the link; its text is that of messages."""
        made = super().__new__(cls, f"{scheme} {value}")
        made.kind, made.scheme, made.value = kind, scheme, value
        return made

    @property
    def key(self) -> "Key":
        """Return what the record is known by."""
        return (self.kind, self.scheme, self.value)


DATASET: Final = Link("source", "", "")
"""The source that the whole file is."""

Key = tuple[str, str, str]
"""Kind, register, number: what a record is known by from one import to the next."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record as the file has it, in short form; `at` is its place in the file.

    A mention is made from what another row says of it (a party, an earlier group), not from a row of its own.
    """

    key: Key
    data: Object
    at: str
    is_mention: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """What was left aside: where, the column or property, the value, and why."""

    fate: Fate
    at: str
    reason: str
    field: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user said about the import."""

    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    date_format: str = ""
    encoding: str = "utf-8"
    scheme: str = ""
    kind: str = ""
    mapping: Object = field(default_factory=dict)
    schemas: Schemas | None = None


@dataclass(slots=True)
class Intake:
    """What has been read of one file so far. Each row or entity is read once and kept, folded in or skipped."""

    options: Options
    incoming: dict[Key, Incoming] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    unused: Counter[str] = field(default_factory=Counter)
    read: int = 0
    folded: int = 0
    skipped: int = 0
    facts: Object = field(default_factory=dict)
    """What the file says of itself: fields of the record of its source."""
    as_of: Json = None
    """The day to which the file says that it is complete."""

    def take(self, kind: str, scheme: str, value: str, data: Object, *, at: str) -> None:
        """Take in the record of one row; the second row with the same number is skipped."""
        key = (kind, scheme, value)
        known = self.incoming.get(key)
        if known and not known.is_mention:
            self.skip(at, f"{scheme} {value} stands twice in the file, first at {known.at}")
            return
        own: Object = {**data, "identifiers": {**_identifiers(data), scheme: as_number(value)}}
        self.incoming[key] = Incoming(key, own, at)

    def mention(self, kind: str, scheme: str, value: str, data: Object, *, at: str) -> Link:
        """Take in what a row says of another record, unless more is known of it; return a link to it."""
        key = (kind, scheme, value)
        own: Object = {**data, "identifiers": {scheme: as_number(value)}}
        self.incoming.setdefault(key, Incoming(key, own, at, is_mention=True))
        return Link(*key)

    def fold(self) -> None:
        """Count a row that became part of the record of another."""
        self.folded += 1

    def skip(self, at: str, reason: str) -> None:
        """Leave a row or entity aside."""
        self.skipped += 1
        self.remarks.append(Remark("skipped", at, reason))

    def refuse(self, at: str, name: str, value: str, reason: str) -> None:
        """Leave one value aside."""
        self.remarks.append(Remark("refused", at, reason, name, value[:200]))

    def note(self, at: str, reason: str) -> None:
        """Tell something of a row that was kept."""
        self.remarks.append(Remark("noted", at, reason))

    def pass_over(self, values: Mapping[str, object], used: frozenset[str]) -> None:
        """Count the columns of a row that hold something and are not read."""
        self.unused.update(name for name, value in values.items() if name not in used and value not in ("", None))


def as_number(value: str) -> Json:
    """Return a number of a register as it is typed: as an integer where it is one."""
    is_integer = value.isascii() and value.isdigit() and (value == "0" or value[0] != "0") and len(value) < 16  # noqa: PLR2004
    return int(value) if is_integer else value


def _identifiers(data: Object) -> Object:
    found = data.get("identifiers")
    return found if isinstance(found, dict) else {}
