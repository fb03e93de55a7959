"""Stage 9, for what has no name to go by: events, agreements and states of the publication that may be the same."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from factsheet.dates import DateError, parse
from factsheet.extraction.lexicon import country_names
from factsheet.model import Json, Record

_MOST: Final = 3
_NAMED: Final = frozenset({"group", "person", "place", "event", "agreement"})
_BODIES: Final = frozenset({"state-force", "state-body"})
_WHO: Final = ("places", "participants", "parties", "guarantors", "mediators")
_OPEN: Final = ("0001-01-01", "9999-12-31")


@dataclass(frozen=True, slots=True)
class Holding:
    """An event or agreement of the publication: its names, its type, its days as (first, last), the ids it names."""

    id: str
    kind: str
    names: tuple[str, ...]
    type: str
    days: tuple[tuple[str, str], ...]
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a publication has of events, agreements, states and their bodies; `ids` are those of all that has a name."""

    items: tuple[Holding, ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Holdings":
        """Return the holdings of records."""
        every = tuple(records)
        items = tuple(_hold(each) for each in every if each.kind in {"event", "agreement"})
        states = {
            country_names()[name]: each.id
            for each in every
            if each.kind == "group" and each.data.get("type") == "state"
            for name in list_names(each.data)
            if name in country_names()
        }
        bodies: dict[str, tuple[tuple[str, str], ...]] = {}
        for each in every:
            type_ = each.data.get("type")
            if each.kind == "group" and type_ in _BODIES:
                for parent in _refs(each.data.get("part_of")):
                    bodies[parent] = (*bodies.get(parent, ()), (each.id, str(type_)))
        return cls(items, states, bodies, frozenset(each.id for each in every if each.kind in _NAMED))

    def named(self, kind: str, text: str) -> str:
        """Return the id of the one record of a kind that has this name, case and hyphens levelled; else nothing."""
        found = {each.id for each in self.items if each.kind == kind and _level(text) in map(_level, each.names)}
        return found.pop() if len(found) == 1 else ""

    def like(self, kind: str, day: str, named: Collection[str], type_: str = "") -> tuple[str, ...]:
        """Return the records of a kind that may be the same: days in common, and a place or group in common.

        A day that is that of the record needs nothing more where the type is the same too.
        """
        span = _span(day)
        if span is None:
            return ()
        scored = []
        for each in self.items:
            shared = len(each.named & set(named))
            near = max((_nearness(span, other) for other in each.days), default=0)
            is_alike = bool(type_) and type_ == each.type
            if each.kind == kind and near and (shared or (is_alike and near > 1)):
                scored.append((-near, -is_alike, -shared, each.id))
        return tuple(id_ for *_, id_ in sorted(scored)[:_MOST])


def _hold(record: Record) -> Holding:
    data = record.data
    field_ = "when" if record.kind == "event" else "signed"
    who = [ref for name in _WHO for ref in _refs(data.get(name))]
    type_ = data.get("type")
    return Holding(
        record.id,
        record.kind,
        tuple(list_names(data)),
        type_ if isinstance(type_, str) else "",
        tuple(_days(data.get(field_))),
        frozenset(who),
    )


def list_names(data: Mapping[str, Json]) -> Iterator[str]:
    """Yield the names of a record in every language, its short form, its other names."""
    for name in ("name", "short"):
        value = data.get(name)
        yield from (text for text in value.values() if isinstance(text, str)) if isinstance(value, dict) else ()
    others = data.get("names")
    for other in others if isinstance(others, list) else ():
        yield from list_names(other) if isinstance(other, dict) else ()


def _refs(value: Json) -> Iterator[str]:
    """Yield the ids that a field names, at any depth but its citations."""
    if isinstance(value, dict):
        ref = value.get("ref")
        if isinstance(ref, str):
            yield ref
        yield from (id_ for name, each in value.items() if name != "cite" for id_ in _refs(each))
    elif isinstance(value, list):
        yield from (id_ for each in value for id_ in _refs(each))


def _days(value: Json) -> Iterator[tuple[str, str]]:
    """Yield the days of a dated field in normal form, those that were rejected left out."""
    for each in value if isinstance(value, list) else [value]:
        inner = each.get("value", each) if isinstance(each, dict) and "rejected" not in each else None
        if isinstance(inner, dict) and isinstance(inner.get("edtf"), str):
            yield str(inner.get("earliest") or _OPEN[0]), str(inner.get("latest") or _OPEN[1])


def _span(day: str) -> tuple[str, str] | None:
    try:
        found = parse(day)
    except DateError:
        return None
    return found.earliest or _OPEN[0], found.latest or _OPEN[1]


def _nearness(one: tuple[str, str], other: tuple[str, str]) -> int:
    """Return 0 where two spans share no day, 2 where they begin together, 1 where one merely holds the other."""
    if one[1] < other[0] or other[1] < one[0]:
        return 0
    return 2 if one[0] == other[0] else 1


def _level(text: str) -> str:
    return re.sub(r"[\s\-‐‑]+", " ", text.casefold()).removeprefix("the ").strip()
