"""Who refers to a record, by what its page calls the relation."""

from typing import Final

from factsheet.composing.citations import Gathering
from factsheet.composing.claims import derive_claim
from factsheet.composing.days import LAST_DAY, day_of_record, day_of_statement
from factsheet.composing.desk import Desk
from factsheet.composing.statements import Weaver
from factsheet.model import Json, Object, Record, Reference

READING_ORDER: Final = (
    *("later_groups", "parts", "affiliated_groups", "positions", "spoke_for", "groups_here", "contains"),
    *("party_to", "guarantor_of", "mediator_of", "witness_of", "observer_of", "negotiated", "signed", "represented_by"),
    *("obligations", "agreements", "supplemented_by", "amended_by", "implemented_by", "superseded_by", "renewed_by"),
    *("referred_to_by", "events", "sub_events", "followed_by", "claims", "claims_made", "revised_by", "retracted_by"),
    *("disputing_claims", "supporting_claims", "repeated_by", "designates", "listed_aliases", "attributed", "disputes"),
    *("uses_name", "affiliated_sources", "see_also_of", "dossiers"),
)
_CITED_BY: Final = "cited_by"
_RANKS: Final = {inverse: rank for rank, inverse in enumerate(READING_ORDER)}


def compose_backlinks(desk: Desk, gathering: Gathering, record: Record) -> Object:
    """Return each relation in which others name `record`: who, with the item that names it and what they are about."""
    relations: dict[str, dict[tuple[str, str, int | None], Reference]] = {}
    cited: dict[str, int] = {}
    for reference in desk.backlinks(record.id):
        if reference.inverse == _CITED_BY:
            cited[reference.source] = cited.get(reference.source, 0) + 1
        elif reference.inverse:
            key = _key(desk, reference)
            relations.setdefault(reference.inverse, {}).setdefault(key, reference)
    backlinks: Object = {}
    weavers: dict[str, Weaver] = {}
    for inverse in sorted(relations, key=lambda name: (_RANKS.get(name, len(_RANKS)), name)):
        ordered = sorted(relations[inverse], key=lambda key: _order(desk, key))
        backlinks[inverse] = [_compose_entry(desk, gathering, weavers, record, key) for key in ordered]
    if cited:
        backlinks[_CITED_BY] = _count_citing(desk, gathering, cited)
    return backlinks


def _key(desk: Desk, reference: Reference) -> tuple[str, str, int | None]:
    """Return the record, field and item that hold a reference: two references in one item are one back-link."""
    field = str(reference.pointer[0])
    record = desk.corpus.records[reference.source]
    if not desk.shape(record.kind).child(field).holds_statements:
        return (record.id, field, None)
    index = reference.pointer[1] if len(reference.pointer) > 1 else None
    return (record.id, field, index if isinstance(index, int) else None)


def _order(desk: Desk, key: tuple[str, str, int | None]) -> tuple[str, str, str, int]:
    source, field, index = key
    data = desk.corpus.records[source].data
    item = data.get(field)
    if index is not None and isinstance(item, list):
        item = item[index]
    day = day_of_statement(item) if isinstance(item, dict) else ""
    return (day or day_of_record(data) or LAST_DAY, source, field, -1 if index is None else index)


def _compose_entry(
    desk: Desk, gathering: Gathering, weavers: dict[str, Weaver], record: Record, key: tuple[str, str, int | None]
) -> Json:
    source, field, index = key
    other = desk.corpus.records[source]
    weaver = weavers.get(source)
    if weaver is None:
        weaver = weavers[source] = Weaver(desk, gathering, other)
    gathering.mention(source)
    entry: Object = {"ref": source}
    statement = weaver.weave_item(field, index)
    if statement:
        entry |= {"field": field, "statement": statement}
    digest: Object = {name: weaver.weave_field(name) for name in desk.digest_fields(other.kind) if name in other.data}
    if digest:
        entry["digest"] = digest
    if other.kind == "claim" != record.kind:
        entry |= _describe_claim(desk, weaver)
    return entry


def _describe_claim(desk: Desk, weaver: Weaver) -> Object:
    """Return what a page that shows a claim whole needs besides: its sources and what became of it."""
    cites = weaver.cite_record()
    return ({"cites": cites} if cites else {}) | {"derived": derive_claim(desk, weaver.record)}


def _count_citing(desk: Desk, gathering: Gathering, cited: dict[str, int]) -> list[Json]:
    for source in cited:
        gathering.mention(source)
    ordered = sorted(cited, key=lambda each: (day_of_record(desk.corpus.records[each].data) or LAST_DAY, each))
    return [{"ref": source, "count": cited[source]} for source in ordered]
