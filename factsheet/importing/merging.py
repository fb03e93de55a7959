"""Three ways to one: what the last import wrote, what stands in the publication now, what comes in now."""

from collections.abc import Mapping
from dataclasses import dataclass

from factsheet.model import Json, Object
from factsheet.schemas import Kind, Schemas, normalise_record

_OURS = frozenset(("kind", "id"))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that was changed by hand and in the file too: it stays as by hand."""

    field: str
    before: Json
    by_hand: Json
    incoming: Json


@dataclass(frozen=True, slots=True)
class Merge:
    """What has to be changed in a record; None takes a field out."""

    changes: Mapping[str, Json]
    conflicts: tuple[Conflict, ...]


def merge(base: Object, mine: Object, theirs: Object, kind: Kind, schemas: Schemas) -> Merge:
    """Return what brings `mine` up to date with `theirs`, field by field, where `mine` still is as in `base`.

    Fields are compared in normal form, so that a value that was only written in another way counts as the same.
    """
    before, by_hand, incoming = (normalise_record(each, kind, schemas, "und") for each in (base, mine, theirs))
    changes: dict[str, Json] = {}
    conflicts: list[Conflict] = []
    for name in dict.fromkeys((*theirs, *base)):
        if name in _OURS or by_hand.get(name) == incoming.get(name) or before.get(name) == incoming.get(name):
            continue
        if before.get(name) == by_hand.get(name):
            changes[name] = theirs.get(name)
        else:
            conflicts.append(Conflict(name, base.get(name), mine.get(name), theirs.get(name)))
    return Merge(changes, tuple(conflicts))
