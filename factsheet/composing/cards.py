"""A record in a few fields, for lists of records; and the dated things in it, for timelines."""

from collections.abc import Iterator
from typing import Final

from factsheet.composing.days import date_of_record, first_day, pick_date
from factsheet.composing.derived import find_end
from factsheet.composing.desk import Desk
from factsheet.model import Json, Object, Record

_ITEM_DAYS: Final = ("date", "from", "until", "listed", "removed", "due")
_NOT_EVENTS: Final = frozenset({"as_of", "reviewed", "changes", "covers", "strength", "assessment", "accessed"})
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


def list_dated(record: Record) -> Iterator[Object]:
    """Yield what is dated in a record: `{date, ref, field}`, and `part`, `word`, `with` where an item tells more."""
    for field, value in record.data.items():
        if field in _NOT_EVENTS:
            continue
        date = pick_date(value)
        if date:
            yield {"date": date, "ref": record.id, "field": field}
        elif isinstance(value, list):
            yield from _list_items(record.id, field, value)


def sort_dated(entries: list[Object]) -> list[Json]:
    """Return dated things by their first day, then record, field and place in it."""
    dated = [entry for entry in entries if first_day(entry["date"])]
    return [*sorted(dated, key=lambda entry: (first_day(entry["date"]), str(entry["ref"])))]


def _list_items(target: str, field: str, items: list[Json]) -> Iterator[Object]:
    for item in items:
        if not isinstance(item, dict) or "rejected" in item:
            continue
        told: Object = {}
        word = next((item[name] for name in _WORDS if isinstance(item.get(name), str)), None)
        others = [ref for value in item.values() for ref in _refs(value)]
        if word:
            told["word"] = word
        if others:
            told["with"] = others
        if field == "names" and isinstance(item.get("name"), dict):
            told["name"] = item["name"]
        parts = ("from",) if field == "names" else _ITEM_DAYS
        for part in parts:
            date = pick_date(item.get(part))
            if date:
                yield {"date": date, "ref": target, "field": field, "part": part, **told}


def _refs(value: Json) -> Iterator[Json]:
    if isinstance(value, dict) and isinstance(value.get("ref"), str):
        yield {"ref": value["ref"]}
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, dict) and isinstance(each.get("ref"), str):
                yield {"ref": each["ref"]}


def _first_label(desk: Desk, card: Object) -> str:
    label = card.get("label")
    return str(label.get(desk.languages[0]) or next(iter(label.values()), "")) if isinstance(label, dict) else ""
