"""The sheet of one record: all that its page shows, as plain JSON (MODEL.md, section 8)."""

from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.composing.backlinks import compose_backlinks
from factsheet.composing.cards import list_dated, list_mentions, make_card, sort_dated
from factsheet.composing.citations import Gathering
from factsheet.composing.days import pick_date
from factsheet.composing.derived import derive
from factsheet.composing.desk import Desk
from factsheet.composing.reviews import find_review_due
from factsheet.composing.statements import Weaver
from factsheet.model import Corpus, Json, Object, Record, Sheet
from factsheet.schemas import Schemas

FORMAT: Final = 1
_SOURCE_FIELDS: Final = (
    *("publisher", "authors", "class", "type", "origin", "published", "url", "archived", "reference"),
    *("accessed", "access", "language", "affiliated_with"),
)


def compose(record: Record, corpus: Corpus, schemas: Schemas, settings: Object) -> Sheet:
    """Return the sheet of one record. For many use `compose_all`, which remembers labels from one to the next."""
    return compose_record(record, Desk(corpus, schemas, settings))


def compose_all(
    corpus: Corpus, schemas: Schemas, settings: Object, files: Mapping[str, str] | None = None
) -> Iterator[Sheet]:
    """Yield the sheet of each published record, by id. `files` has the digest of each file below content/."""
    desk = Desk(corpus, schemas, settings, files)
    for target in sorted(corpus.records):
        record = corpus.records[target]
        if record.is_published:
            yield compose_record(record, desk)


def compose_record(record: Record, desk: Desk) -> Sheet:
    """Return the sheet of one record."""
    sheet: Object = {"sheet": FORMAT, **_compose_head(record, desk)}
    if "withdrawn" in record.data:
        return sheet | {"data": {}, "derived": {}, "backlinks": {}, "records": {}, "citations": [], "sources": {}}
    gathering = Gathering()
    weaver = Weaver(desk, gathering, record)
    sheet["data"] = weaver.weave_record()
    dossier = _derive_dossier(desk, gathering, record) if record.kind == "dossier" else {}
    sheet["derived"] = derive(weaver) | dossier
    sheet["backlinks"] = compose_backlinks(desk, gathering, record)
    sources: Object = {}
    for source in gathering.sources:
        found = compose_source(desk, gathering, source)
        if found:
            sources[source] = found
    entries = {target: desk.entry(target) for target in gathering.mentioned}
    sheet["records"] = {target: entry for target, entry in entries.items() if entry}
    sheet["citations"] = list(gathering.citations)
    sheet["sources"] = sources
    media: Object = {name: digest for name in gathering.pictures if (digest := desk.files.get(f"content/{name}"))}
    return sheet | {"media": media} if media else sheet


def compose_source(desk: Desk, gathering: Gathering, source: str) -> Object:
    """Return what a sheet says of a source, `titled` if its label is its own title; empty where there is none."""
    record = desk.find(source)
    if record is None:
        return {}
    entry: Object = {"label": desk.label(source)}
    if "title" in record.data:
        entry["titled"] = True
    for name in _SOURCE_FIELDS:
        value = record.data.get(name)
        if name == "published":
            value = pick_date(value) or (value[0] if isinstance(value, list) and value else value)
        if value is not None:
            entry[name] = _without_cites(value)
    affiliations = record.data.get("affiliated_with")
    for each in affiliations if isinstance(affiliations, list) else []:
        if isinstance(each, dict) and "ref" in each:
            gathering.mention(str(each["ref"]))
    return entry


def _compose_head(record: Record, desk: Desk) -> Object:
    head: Object = {"kind": record.kind, "id": record.id, "path": record.path, "label": desk.label(record.id)}
    languages = desk.page_languages(record)
    if languages != desk.languages:
        head["languages"] = list(languages)
    if "draft" in record.data:
        head["draft"] = True
    data = record.data
    if "as_of" in data:
        head["as_of"] = data["as_of"]
    reviewed = data.get("reviewed")
    if isinstance(reviewed, dict):
        head["reviewed"] = {name: value for name, value in reviewed.items() if name != "due"}
        due = find_review_due(reviewed, str(desk.settings.get("review_every", "")))
        if due:
            head["review_due"] = due
    return head | {name: data[name] for name in ("withdrawn", "changes") if name in data}


def _derive_dossier(desk: Desk, gathering: Gathering, record: Record) -> Object:
    """Return what a dossier's page shows: its sections with a card of each record, and one timeline of them all."""
    sections = record.data.get("sections") or [{"records": record.data.get("records", [])}]
    contents: list[Json] = []
    dated: list[Object] = []
    seen: set[str] = set()
    for section in sections if isinstance(sections, list) else []:
        found = _find_records(desk, section)
        cards: list[Json] = [make_card(desk, each) for each in found]
        contents.append({"records": cards})
        for each in found:
            if each.id not in seen:
                seen.add(each.id)
                dated += list_dated(desk, each)
    timeline = sort_dated(dated)
    for target in list_mentions(timeline):
        gathering.mention(target)
    return {"contents": contents, "timeline": timeline}


def _find_records(desk: Desk, section: Json) -> list[Record]:
    listed = section.get("records") if isinstance(section, dict) else None
    targets = [str(each["ref"]) for each in (listed if isinstance(listed, list) else []) if isinstance(each, dict)]
    return [record for target in targets if (record := desk.find_standing(target))]


def _without_cites(value: Json) -> Json:
    return {name: inner for name, inner in value.items() if name != "cite"} if isinstance(value, dict) else value
