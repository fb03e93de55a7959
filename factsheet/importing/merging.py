"""Three ways to one: what the last import wrote, what stands in the publication now, what comes in now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from factsheet.importing.entries import Node, Opener, Parts, Trio
from factsheet.model import Json, Object
from factsheet.schemas import Kind, Schemas, normalise_record

_OURS: Final = frozenset(("kind", "id"))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that was changed by hand and in the file too: it stays as by hand.

    `field` is the record's, with the entry and its part where it is about one: `names[Old Front].until`.
    """

    field: str
    before: Json
    by_hand: Json
    incoming: Json


@dataclass(frozen=True, slots=True)
class Merge:
    """What has to be changed in a record; None takes a field out.

    `remembered` is what the file is taken to have said of the fields with conflicts: of what is in conflict what it
    said before, so that it is told again.
    """

    changes: Mapping[str, Json]
    conflicts: tuple[Conflict, ...]
    remembered: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class _Settled:
    """One value after all three were looked at: what stands, what is remembered of the file, what is in conflict."""

    value: Json
    remembered: Json
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Object, mine: Object, theirs: Object, kind: Kind, schemas: Schemas, language: str = "und") -> Merge:
    """Return what brings `mine` up to date with `theirs` where `mine` still is as in `base`.

    Values are compared in normal form, so that one that was only written in another way counts as the same. Lists whose
    entries have a key, and maps, are gone through entry by entry. `language` is that of texts without one.
    """
    before, by_hand, incoming = (normalise_record(each, kind, schemas, language) for each in (base, mine, theirs))
    changes: dict[str, Json] = {}
    conflicts: list[Conflict] = []
    remembered: dict[str, Json] = {}
    properties = kind.schema.get("properties")
    known: Object = properties if isinstance(properties, dict) else {}
    for name in dict.fromkeys((*theirs, *base)):
        if name in _OURS:
            continue
        versions = ((base, before), (mine, by_hand), (theirs, incoming))
        nodes = Trio(*(Node(typed.get(name), normal.get(name)) for typed, normal in versions))
        schema = known.get(name)
        settled = _settle(name, nodes, schema if isinstance(schema, dict) else {}, Opener(schemas, language))
        if settled.value != mine.get(name):
            changes[name] = settled.value
        conflicts += settled.conflicts
        if settled.conflicts:
            remembered[name] = settled.remembered
    return Merge(changes, tuple(conflicts), remembered)


def _settle(path: str, nodes: Trio, schema: Object, opener: Opener) -> _Settled:
    """Return what becomes of one value; of lists with keys and maps that all changed, of each entry."""
    base, mine, theirs = nodes
    if theirs.normal in (mine.normal, base.normal):
        return _Settled(mine.typed, theirs.typed)
    if base.normal == mine.normal:
        return _Settled(theirs.typed, theirs.typed)
    parts = opener.open_field(nodes, schema)
    if parts is None:
        return _Settled(mine.typed, base.typed, (Conflict(path, base.typed, mine.typed, theirs.typed),))
    return _go_through(path, parts, opener)


def _go_through(path: str, parts: Parts, opener: Opener) -> _Settled:
    stands: dict[str, Json] = {}
    remembered: dict[str, Json] = {}
    conflicts: list[Conflict] = []
    for key in parts.list_keys():
        settled = _settle(parts.name(path, key), parts.get(key), parts.schema_of(key, opener.schemas), opener)
        stands[key], remembered[key] = settled.value, settled.remembered
        conflicts += settled.conflicts
    return _Settled(parts.close(stands), parts.close(remembered), tuple(conflicts))
