"""What others say of a record: back-references, claims side by side, citations of a source, parts of a dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.formats import statements
from factsheet.formats.leaves import mark_place
from factsheet.formats.marking import print_plain
from factsheet.formats.pages import humanise
from factsheet.formats.shapes import STATEMENT_KEYS, describe_entry, describe_property, find_inverse
from factsheet.formats.views import Items, Map
from factsheet.wording.dates import word_date
from factsheet.wording.labels import label_word
from factsheet.wording.values import choose_text, wording

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object

SHOWN_ON_SCREEN = 50
SHOWN_ON_PAPER = 20
_OWN_SECTION = frozenset({"claims", "cited_by"})


def list_backlinks(page: Page) -> list[dict[str, object]]:
    """Return the relations that lead here: `{name, title, links, more}`, each link with what the other record says."""
    limit = SHOWN_ON_SCREEN if page.mode == "web" else SHOWN_ON_PAPER
    found: list[dict[str, object]] = []
    for name, entries in _backlinks(page).items():
        if name not in _OWN_SECTION and isinstance(entries, list) and entries:
            links = [print_backlink(page, name, index, entry) for index, entry in enumerate(entries[:limit])]
            title = title_relation(page, name, entries)
            found.append({"name": name, "title": title, "links": links, "more": max(len(entries) - limit, 0)})
    return found


def title_relation(page: Page, name: str, entries: list[Json]) -> str:
    """Return the title of a relation: the vocabulary's, else what the schema says that makes it, else its own name."""
    known = label_word("inverse", name, page.language)
    if known != name:
        return known
    kinds = {str(page.record(str(entry["ref"])).get("kind")) for entry in entries if isinstance(entry, dict)}
    for kind in sorted(kinds & page.schemas.kinds.keys()):
        schema = find_inverse(page.schemas, page.schemas.kinds[kind].schema, name)
        if schema and "x-inverse-title" in schema:
            return page.choose_title(schema, "x-inverse-title", name)
    return humanise(name)


def print_backlink(page: Page, name: str, index: int, entry: Json) -> Markup:
    """Return one back-reference: the record, and the statement in which it names this one."""
    if not isinstance(entry, dict):
        return Markup("")
    link = page.reference(str(entry["ref"]))
    statement = entry.get("statement")
    if not isinstance(statement, dict):
        return link
    own = {key: value for key, value in statement.items() if not _points_here(page, value)}
    if not own.keys() - set(STATEMENT_KEYS):
        return link
    node = Map(page, own, _statement_schema(page, entry, statement), f"backlinks/{name}/{index}")
    return link + Markup(' <span class="how">{}</span>').format(statements.print_compact(node))


def _statement_schema(page: Page, entry: Object, statement: Object) -> Object:
    kind = page.schemas.kinds.get(str(page.record(str(entry["ref"])).get("kind")))
    if kind is None:
        return {}
    field = describe_property(page.schemas, kind.schema, str(entry.get("field")), [])
    return describe_entry(page.schemas, field, statement) if field else {}


def _points_here(page: Page, value: Json) -> bool:
    if isinstance(value, dict):
        return value.get("ref") == page.sheet["id"]
    return isinstance(value, list) and len(value) == 1 and _points_here(page, value[0])


def _backlinks(page: Page) -> Object:
    backlinks = page.sheet.get("backlinks")
    return backlinks if isinstance(backlinks, dict) else {}


def list_cited_by(page: Page) -> list[Markup]:
    """Return the records that cite this source, and how often each does."""
    entries = _backlinks(page).get("cited_by")
    found = []
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict):
            count = entry.get("count")
            times = f" × {count}" if isinstance(count, int) and count > 1 else ""
            found.append(page.reference(str(entry["ref"])) + Markup('<span class="tag">{}</span>').format(times))
    return found


def print_status(page: Page, line: Map) -> Markup:
    """Return the state of a designation on the record's as-of day."""
    derived = page.sheet.get("derived")
    status = derived.get("designation_status") if isinstance(derived, dict) else None
    words = status.get("status") if isinstance(status, dict) else None
    index = int(line.at.rsplit("/", 1)[-1])
    if not isinstance(words, list) or index >= len(words):
        return Markup("")
    word = str(words[index])
    label = label_word("designation.status", word, page.language)
    return Markup('<data class="state {}" value="{}">{}</data>').format(word, word, label)


def list_contents(page: Page) -> list[list[Object]]:
    """Return the cards of each section of a dossier, in order."""
    derived = page.sheet.get("derived")
    contents = derived.get("contents") if isinstance(derived, dict) else None
    found = []
    for section in contents if isinstance(contents, list) else []:
        cards = section.get("records") if isinstance(section, dict) else None
        found.append([card for card in cards if isinstance(card, dict)] if isinstance(cards, list) else [])
    return found


def print_card(page: Page, card: Object, references: Items | None = None) -> Markup:
    """Return a record as a list shows it: what the list itself doesn't say of it, its label as a link, its summary.

    `references` is the property that lists the record, where one does: the label is then its printed value.
    """
    at = _find_place(page, card, references)
    words = _tell_kind(page, card)
    if card.get("draft"):
        words.append(page.phrase("Draft, not checked"))
    date = card.get("date")
    if isinstance(date, dict) and "edtf" in date:
        words.append(word_date(str(date["edtf"]), page.language))
    place = mark_place(at)
    title = Markup('<a href="{}"{}>{}</a>').format(
        page.link(str(card["path"]), languages=card.get("languages")), place, page.text(card.get("label"))
    )
    if page.mode == "print" and not page.context.site.get("url"):
        title = Markup("<span{}>{}</span>").format(place, page.text(card.get("label")))
    summary = card.get("summary")
    text = Markup("")
    if isinstance(summary, dict):
        chosen, tag = choose_text(summary, page.language, page.default)
        text = Markup('<p class="card-text">{}</p>').format(page.mark_language(print_plain(chosen), tag))
    above = Markup('<p class="card-kind">{}</p>').format(" · ".join(words)) if words else ""
    return Markup('{}<p class="card">{}</p>{}').format(above, title, text)


def _tell_kind(page: Page, card: Object) -> list[str]:
    """Return kind and type of a record, without those that are the heading of the list: of one kind, or of one type."""
    kind = page.schemas.kinds.get(str(card.get("kind")))
    if kind is None:
        return []
    is_alone = page.sheet.get("kind") == "home" or page.sheet.get("of") == kind.name
    words = [] if is_alone else [page.title_of(kind.schema, kind.name)]
    properties = kind.schema.get("properties")
    for name in () if is_alone and page.sheet.get("by") == "type" else ("type", "class"):
        schema = properties.get(name) if isinstance(properties, dict) else None
        if isinstance(card.get(name), str) and isinstance(schema, dict):
            words.append(wording(card[name], page.schemas.resolve(schema), page.language, default=page.default))
    return words


def _find_place(page: Page, card: Object, references: Items | None) -> str:
    for leaf in references or ():
        if isinstance(leaf.value, dict) and leaf.value.get("ref") == card["ref"]:
            page.shown.add(leaf.at)
            return leaf.at
    return ""


def print_word(page: Page, name: str, code: str) -> Markup:
    """Return the label of one word of a closed list."""
    return Markup('<data value="{}">{}</data>').format(code, label_word(name, code, page.language))


FILTERS: dict[str, Callable[..., object]] = {
    "backlinks": list_backlinks,
    "contents": list_contents,
    "index_card": print_card,
    "cited_by": list_cited_by,
    "designation_status": print_status,
    "word": print_word,
}
