"""Sheets of the whole publication: home, an index of each kind, timeline, register of sources, changes."""

from typing import Final

from factsheet.composing.cards import list_dated, list_mentions, make_card, sort_cards, sort_dated
from factsheet.composing.citations import Gathering
from factsheet.composing.claims import find_topics
from factsheet.composing.days import last_day
from factsheet.composing.desk import Desk
from factsheet.composing.sheets import FORMAT, compose_source
from factsheet.model import Corpus, Json, Object, Record, Sheet
from factsheet.schemas import Schemas

_RECENT: Final = 10
_TYPES: Final = ("type", "class", "topic")
_OFF_THE_TIMELINE: Final = frozenset({"claim", "source", "dossier"})


def compose_home(corpus: Corpus, schemas: Schemas, settings: Object) -> Sheet:
    """Return the sheet of the first page: the publication, its kinds with their counts, dossiers, latest changes."""
    desk = Desk(corpus, schemas, settings)
    records = _standing(desk)
    kinds: list[Json] = [
        {"kind": kind.name, "path": f"{kind.folder}/index", "label": {"en": kind.plural}, "count": count}
        for kind in schemas.kinds.values()
        if (count := sum(record.kind == kind.name for record in records))
    ]
    changes = _list_changes(records)[:_RECENT]
    dossiers = [make_card(desk, record) for record in records if record.kind == "dossier"]
    sheet = _head("home", "index", settings.get("title", {}))
    sheet |= {name: settings[name] for name in ("publisher", "licence", "url") if name in settings}
    sheet |= {"as_of": newest} if (newest := find_newest(records)) else {}
    sheet |= {"count": len(records), "kinds": kinds, "dossiers": sort_cards(desk, dossiers), "changes": changes}
    return sheet | {"records": _entries(desk, changes)}


def compose_index(kind: str, corpus: Corpus, schemas: Schemas, settings: Object) -> Sheet:
    """Return the sheet of the index of a kind: a card of each record, by label.

    `views` are the ways in which it may be arranged: `type` where records have one, `letter`, `year` where they are
    dated. `by` is the first of them; `compose_view` gives the sheets of the others.
    """
    desk = Desk(corpus, schemas, settings)
    known = schemas.kinds[kind]
    cards = [_make_index_card(desk, record) for record in _standing(desk) if record.kind == kind]
    has_type = any(name in card for card in cards for name in _TYPES)
    is_dated = any("date" in card for card in cards)
    views: list[Json] = [*(["type"] if has_type else []), "letter", *(["year"] if is_dated else [])]
    sheet = _head("index", f"{known.folder}/index", {"en": known.plural})
    sheet |= {"of": kind, "count": len(cards), "by": views[0], "views": views}
    return sheet | {"cards": sort_cards(desk, cards), "records": {}}


def compose_view(index: Sheet, view: str) -> Sheet:
    """Return the sheet of an index arranged in another way."""
    return {**index, "path": f"{index['path']}/{view}", "by": view}


def compose_timeline(corpus: Corpus, schemas: Schemas, settings: Object) -> Sheet:
    """Return the sheet of the timeline: what is dated in all records but claims, sources and dossiers."""
    desk = Desk(corpus, schemas, settings)
    records = [record for record in _standing(desk) if record.kind not in _OFF_THE_TIMELINE]
    timeline = sort_dated([entry for record in records for entry in list_dated(desk, record)])
    sheet = _head("timeline", "timeline", {"en": "Timeline"})
    return sheet | {"count": len(timeline), "timeline": timeline, "records": _entries(desk, timeline)}


def compose_sources(corpus: Corpus, schemas: Schemas, settings: Object) -> Sheet:
    """Return the sheet of the register of sources: each with what is known of it and how many records cite it."""
    desk = Desk(corpus, schemas, settings)
    gathering = Gathering()
    entries: list[Object] = []
    for record in _standing(desk):
        if record.kind == "source":
            citing = {reference.source for reference in desk.backlinks(record.id, "cited_by")}
            found = compose_source(desk, gathering, record.id)
            entries.append({"ref": record.id, "path": record.path, **found, "cited": len(citing)})
    mentioned: Object = {target: entry for target in gathering.mentioned if (entry := desk.entry(target))}
    sheet = _head("sources", "sources", {"en": "Sources"})
    return sheet | {"count": len(entries), "sources": sort_cards(desk, entries), "records": mentioned}


def compose_changes(corpus: Corpus, schemas: Schemas, settings: Object) -> Sheet:
    """Return the sheet of all changes that records tell of themselves, withdrawn ones too, the newest first."""
    desk = Desk(corpus, schemas, settings)
    published = [record for target in sorted(corpus.records) if (record := desk.find(target))]
    changes = _list_changes(published)
    sheet = _head("changes", "changes", {"en": "Changes"})
    return sheet | {"count": len(changes), "changes": changes, "records": _entries(desk, changes)}


def find_newest(records: list[Record]) -> Object:
    """Return the newest `as_of` of records as a normalised date, or an empty map."""
    dates = [date for record in records if isinstance(date := record.data.get("as_of"), dict)]
    return max(dates, key=last_day, default={})


def _make_index_card(desk: Desk, record: Record) -> Object:
    topics = find_topics(record.data) if record.kind == "claim" else ()
    return {**make_card(desk, record), **({"topic": topics[0]} if topics else {})}


def _head(kind: str, path: str, label: Json) -> Object:
    return {"sheet": FORMAT, "kind": kind, "path": path, "label": label}


def _standing(desk: Desk) -> list[Record]:
    return [record for target in sorted(desk.corpus.records) if (record := desk.find_standing(target))]


def _list_changes(records: list[Record]) -> list[Json]:
    found: list[Object] = []
    for record in records:
        changes = record.data.get("changes")
        for change in changes if isinstance(changes, list) else []:
            if isinstance(change, dict):
                found.append({"ref": record.id, **change})
    return list(reversed(sort_dated(found)))


def _entries(desk: Desk, timeline: list[Json]) -> Object:
    return {target: entry for target in dict.fromkeys(list_mentions(timeline)) if (entry := desk.entry(target))}
