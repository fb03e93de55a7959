"""Dated things in sentences: what a timeline says beside each date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from factsheet.formats.leaves import print_date, word_markup
from factsheet.wording.dates import word_date
from factsheet.wording.labels import label_word

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object

PHRASES = {
    "when": "{record}",
    "founded": "{record} is founded",
    "dissolved": "{record} is dissolved",
    "born": "{record} is born",
    "died": "{record} dies",
    "signed": "{record} is signed",
    "announced": "{record} is announced",
    "effective": "{record} takes effect",
    "expires": "{record} expires",
    "said": "{record}",
    "published": "{record} is published",
    "names.from": "{record} takes the name {name}",
    "part_of.from": "{record} becomes part of {others}",
    "part_of.until": "{record} is no longer part of {others}",
    "affiliations.from": "{record}: {word} {others}",
    "affiliations.until": "{record}: no longer {word} {others}",
    "people.from": "{record}: {others} becomes {word}",
    "people.until": "{record}: {others} is no longer {word}",
    "designations.listed": "{record} is listed by {first}",
    "designations.removed": "{record} is taken off the list of {first}",
    "lineage.date": "{record}: {word} {others}",
    "lineage.until": "{record}: end of the {word} ({others})",
    "areas.from": "{record} is present in {others}",
    "areas.until": "{record} is no longer present in {others}",
    "provisions.due": "{record}: a provision falls due",
    "status.from": "{record}: {word}",
    "status.until": "{record}: no longer {word}",
}
"""What is said of a date by field and part; `{first}` is the first other record named, `{others}` all of them."""

_LISTS = {
    "affiliations": "affiliation.type",
    "people": "people.role",
    "lineage": "lineage.type",
    "status": "agreement.status",
}


def list_moments(page: Page) -> list[dict[str, object]]:
    """Return the timeline of a sheet as `{date, year, what}`, in its order."""
    derived = page.sheet.get("derived")
    entries = page.sheet.get("timeline") or (derived.get("timeline") if isinstance(derived, dict) else None)
    return (
        [_word_moment(page, entry) for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    )


def _word_moment(page: Page, entry: Object) -> dict[str, object]:
    date = entry["date"]
    edtf = str(date["edtf"]) if isinstance(date, dict) else ""
    first = str(date.get("earliest") or date.get("latest") or "") if isinstance(date, dict) else ""
    return {
        "date": print_bare_date(page, edtf),
        "year": first[:-6] if first else "",
        "what": _word_event(page, entry),
    }


def print_bare_date(page: Page, edtf: str) -> Markup:
    """Return a date outside a record's own fields."""
    return print_date(edtf, word_date(edtf, page.language), "")


def _word_event(page: Page, entry: Object) -> Markup:
    field, part = str(entry["field"]), str(entry.get("part") or "")
    phrase = PHRASES.get(f"{field}.{part}" if part else field)
    others = [page.reference(str(each["ref"])) for each in _maps(entry.get("with"))]
    if phrase is None:
        title = _field_title(page, entry, field)
        return Markup("{}: {}").format(page.reference(str(entry["ref"])), title)
    values = {
        "record": page.reference(str(entry["ref"])),
        "first": others[0] if others else Markup(""),
        "others": word_markup(others, page.language) if others else Markup("…"),
        "word": escape(label_word(_LISTS.get(field, field), str(entry.get("word") or ""), page.language)),
        "name": page.text(entry.get("name") or ""),
    }
    return page.phrase(phrase, **values)


def _field_title(page: Page, entry: Object, field: str) -> str:
    kind = page.schemas.kinds.get(str(page.record(str(entry["ref"])).get("kind")))
    properties = kind.schema.get("properties") if kind else None
    schema = properties.get(field) if isinstance(properties, dict) else None
    return page.title_of(page.schemas.resolve(schema) if isinstance(schema, dict) else {}, field)


def _maps(value: Json) -> list[Object]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


FILTERS: dict[str, Callable[..., object]] = {"timeline": list_moments, "day": print_bare_date}
