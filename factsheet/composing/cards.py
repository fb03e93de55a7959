"""A record in a few fields, for lists of records; and the dated things in it, for timelines."""

from collections.abc import Iterator
from typing import Final

from factsheet.composing.days import date_of_record, first_day, name_day, pick_date, pick_dated
from factsheet.composing.derived import find_end
from factsheet.composing.desk import Desk
from factsheet.composing.statements import find_stance
from factsheet.model import Json, Object, Record

_ITEM_DAYS: Final = ("date", "from", "until", "listed", "removed", "due")
_NOT_EVENTS: Final = frozenset({"as_of", "reviewed", "changes", "covers", "strength", "assessment", "accessed"})
_OWNERS: Final = ("according_to", "disputed_by")
_WORDS: Final = ("type", "role", "value", "consent", "topic")


def make_card(desk: Desk, record: Record) -> Object:
    """Return a record as lists show it: label, kind, path, type, summary, its date and its end."""
    card: Object = {"ref": record.id, **desk.entry(record.id)}
    for name in ("type", "class", "countries", "summary", "publisher"):
        if name in record.data:
            card[name] = record.data[name]
    date = date_of_record(record.data)
    if date:
        card["date"] = date
    ended = find_end(desk, record).get("date") if record.kind == "group" else pick_date(record.data.get("died"))
    if ended:
        card["ended"] = ended
    return card


def sort_cards(desk: Desk, cards: list[Object]) -> list[Json]:
    """Return cards by label in the site's first language."""
    return [*sorted(cards, key=lambda card: (_first_label(desk, card).casefold(), str(card["ref"])))]


def list_dated(desk: Desk, record: Record) -> Iterator[Object]:
    """Yield what is dated in a record: `{date, ref, field}`, and `part`, `word`, `name`, `with` if an item has more.

    References have the names of that day. What isn't simply stated has its `stance`, and whose it is.
    """
    for field, value in record.data.items():
        if field in _NOT_EVENTS:
            continue
        dated = pick_dated(value)
        if dated:
            yield _make_entry(desk, record, field, pick_date(dated)) | _tell_owner(desk, record, dated)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, dict) and "rejected" not in item:
                    yield from _list_parts(desk, record, field, item)


def sort_dated(entries: list[Object]) -> list[Json]:
    """Return dated things by their first day, then record, field and place in it."""
    dated = [entry for entry in entries if first_day(entry["date"])]
    return [*sorted(dated, key=lambda entry: (first_day(entry["date"]), str(entry["ref"])))]


def list_mentions(timeline: list[Json]) -> Iterator[str]:
    """Yield the id of each record that a timeline names."""
    for entry in timeline:
        if isinstance(entry, dict):
            yield str(entry["ref"])
            for name in ("with", *_OWNERS):
                yield from (str(each["ref"]) for each in _refs(entry.get(name)))


def _list_parts(desk: Desk, record: Record, field: str, item: Object) -> Iterator[Object]:
    is_name = field == "names"
    told: Object = {}
    word = next((item[name] for name in _WORDS if isinstance(item.get(name), str)), None)
    if word:
        told["word"] = word
    if is_name and isinstance(item.get("name"), dict):
        told["name"] = item["name"]
    others = [str(ref["ref"]) for name, value in item.items() if name not in _OWNERS for ref in _refs(value)]
    for part in ("from",) if is_name else _ITEM_DAYS:
        date = pick_date(item.get(part))
        if date:
            day = name_day(field, first_day(date))
            entry = _make_entry(desk, record, field, date) | {"part": part} | told
            if others:
                entry["with"] = [desk.refer(other, day) for other in others]
            yield entry | _tell_owner(desk, record, item)


def _make_entry(desk: Desk, record: Record, field: str, date: Object) -> Object:
    day = "" if field == "names" else first_day(date)
    return {"date": date, **desk.refer(record.id, day), "field": field}


def _tell_owner(desk: Desk, record: Record, statement: Object) -> Object:
    """Return whose a dated statement is, where the publication does not vouch for it; else that of the whole record."""
    owned = statement if find_stance(statement) != "stated" else record.data
    stance = find_stance(owned)
    if stance == "stated":
        return {}
    owners: Object = {
        name: [desk.refer(str(ref["ref"])) for ref in _refs(owned[name])] for name in _OWNERS if name in owned
    }
    return {"stance": stance, **owners}


def _refs(value: Json) -> Iterator[Object]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict) and isinstance(each.get("ref"), str):
            yield each


def _first_label(desk: Desk, card: Object) -> str:
    label = card.get("label")
    return str(label.get(desk.languages[0]) or next(iter(label.values()), "")) if isinstance(label, dict) else ""
