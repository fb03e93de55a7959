"""Long lists in groups under headings, with counts and a list to jump by: by type, letter or year, by class."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from factsheet.composing.days import first_day
from factsheet.formats.chronicle import print_bare_date
from factsheet.formats.collating import first_letter, sort_key
from factsheet.wording.dates import word_date
from factsheet.wording.labels import label_word
from factsheet.wording.values import choose_text, wording

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object

_TYPES: Final = ("class", "topic", "type")
PHRASES = {"type": "By type", "letter": "A to Z", "year": "By year"}
"""The ways in which an index is arranged."""

_CORRECTING: Final = frozenset({"correction", "retraction"})


def list_groups(page: Page) -> list[dict[str, object]]:
    """Return the cards of an index in groups as `{title, anchor, count, cards}`, by what its sheet says."""
    sheet = page.sheet
    cards = _sorted(page, sheet.get("cards"))
    ways = {"type": _by_type, "letter": _by_letter, "year": _by_year}
    return ways[str(sheet.get("by") or "letter")](page, cards, str(sheet.get("of")))


def list_register(page: Page) -> list[dict[str, object]]:
    """Return the sources of the register in groups by their class."""
    return _by_type(page, _sorted(page, page.sheet.get("sources")), "source")


def list_views(page: Page) -> list[dict[str, object]]:
    """Return the ways in which an index is arranged, each a page: `{title, address, current}`."""
    views, by = page.sheet.get("views"), page.sheet.get("by")
    listed = [str(view) for view in views] if isinstance(views, list) else []
    folder = str(page.sheet["path"]).split("/")[0]
    return [
        {
            "title": page.translate(PHRASES[view]),
            "address": page.link(f"{folder}/index" if number == 0 else f"{folder}/index/{view}"),
            "current": view == by,
        }
        for number, view in enumerate(listed)
    ]


def _sorted(page: Page, cards: Json) -> list[Object]:
    listed = [card for card in cards if isinstance(card, dict)] if isinstance(cards, list) else []
    return sorted(listed, key=lambda card: (sort_key(_label(page, card), page.language), str(card["ref"])))


def _label(page: Page, card: Object) -> str:
    label = card.get("label")
    return choose_text(label, page.language, page.default)[0] if isinstance(label, dict) and label else str(card["ref"])


def _by_type(page: Page, cards: list[Object], kind: str) -> list[dict[str, object]]:
    """Return groups in the order of the kind's own list of words; what has none comes last."""
    known = page.schemas.kinds.get(kind)
    properties = known.schema.get("properties") if known else None
    name = next((name for name in _TYPES if any(name in card for card in cards)), "type")
    schema = properties.get(name) if isinstance(properties, dict) else None
    resolved = page.schemas.resolve(schema) if isinstance(schema, dict) else {}
    words = resolved.get("enum")
    order = [str(word) for word in words] if isinstance(words, list) else []
    order += sorted({str(card[name]) for card in cards if name in card} - set(order))
    found = []
    for word in order:
        group = [card for card in cards if card.get(name) == word]
        found.append(_group(wording(word, resolved, page.language, default=page.default), f"{name}-{word}", group))
    rest = [card for card in cards if name not in card]
    found.append(_group(page.translate("Without a type"), f"{name}-none", rest))
    return [group for group in found if group["cards"]]


def _by_letter(page: Page, cards: list[Object], _kind: str) -> list[dict[str, object]]:
    found: dict[str, list[Object]] = {}
    for card in cards:
        found.setdefault(first_letter(_label(page, card), page.language), []).append(card)
    return [_group(letter, f"letter-{ord(letter[0]):04x}", group) for letter, group in found.items()]


def _by_year(page: Page, cards: list[Object], _kind: str) -> list[dict[str, object]]:
    """Return groups by the year in which what they speak of began, the latest first."""
    found: dict[str, list[tuple[str, Object]]] = {}
    for card in cards:
        day = first_day(card.get("date"))
        found.setdefault(day[:-6], []).append((day, card))
    years = sorted(found, key=lambda year: (year != "", int(year or 0)), reverse=True)
    return [
        _group(
            year or page.translate("Undated"),
            f"year-{year or 'none'}",
            [card for _, card in sorted(found[year], key=lambda pair: pair[0])],
        )
        for year in years
    ]


def _group(title: str, anchor: str, cards: list[Object]) -> dict[str, object]:
    return {"title": title, "anchor": anchor, "count": len(cards), "cards": cards}


def print_line(page: Page, card: Object) -> Markup:
    """Return a record in one line: its label as a link, and its date. Long lists are for finding, and must be light."""
    link = Markup('<a href="{}">{}</a>').format(
        page.link(str(card["path"]), languages=card.get("languages")), page.text(card.get("label"))
    )
    date = card.get("date")
    if not isinstance(date, dict) or "edtf" not in date:
        return link
    return link + Markup(' <span class="tag">{}</span>').format(word_date(str(date["edtf"]), page.language))


def list_changes(page: Page) -> list[dict[str, object]]:
    """Return the changes of the sheet as `{year, date, label, type, record, text, was}`, in its order."""
    changes = page.sheet.get("changes")
    found: list[dict[str, object]] = []
    for change in changes if isinstance(changes, list) else []:
        date = change.get("date") if isinstance(change, dict) else None
        if isinstance(change, dict) and isinstance(date, dict):
            kind = str(change.get("type"))
            label = Markup("<b>{}</b>") if kind in _CORRECTING else Markup("{}")
            was = change.get("was")
            found.append(
                {
                    "year": first_day(date)[:-6],
                    "date": print_bare_date(page, str(date["edtf"])),
                    "type": kind,
                    "label": label.format(_capital(label_word("change.type", kind, page.language))),
                    "record": page.reference(str(change["ref"])),
                    "text": page.text(change.get("text")),
                    "was": page.text(was) if was else "",
                }
            )
    return found


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


FILTERS: dict[str, Callable[..., object]] = {
    "changes": list_changes,
    "groups": list_groups,
    "index_line": print_line,
    "register": list_register,
    "views": list_views,
}
