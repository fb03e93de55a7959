"""Single values as HTML: each in an element that names its place, the raw value beside its wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from factsheet.encoding import encode
from factsheet.formats.marking import print_markdown
from factsheet.locales import find_direction, get_direction
from factsheet.wording.lists import word_list
from factsheet.wording.values import choose_text

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.formats.views import Leaf
    from factsheet.model import Object

_WEB_ADDRESS = re.compile(r"https?://", re.ASCII)
_OF_OTHERS = ("backlinks/", "sources/")
_PLAIN_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")


def print_leaf(page: Page, leaf: Leaf) -> Markup:
    """Return a single value in an element that names its place; reworded values keep the raw one beside."""
    value, words = leaf.value, page.word(leaf)
    if isinstance(value, dict):
        return _print_object(page, leaf, value, words)
    if isinstance(value, str) and _WEB_ADDRESS.match(value):
        return Markup('<a class="url" href="{}"{} dir="ltr">{}</a>').format(value, mark_place(leaf.at), words)
    if isinstance(value, str) and leaf.at.startswith("countries/"):
        return _print_country(page, leaf, value)
    if isinstance(value, str) and words == value:
        kept = Markup(' class="lined"') if "\n" in value else Markup("")
        return _span(kept + print_direction(page, words) + mark_place(leaf.at), escape(words))
    raw = str(encode(value), "utf-8").strip('"')
    attributes = print_direction(page, words) + mark_place(leaf.at)
    return escape(words) if not attributes and isinstance(value, str) else _data(raw, words, attributes)


def print_direction(page: Page, words: str) -> Markup:
    """Return the attribute for words in no known language that run the other way than the page: their marks go along.

    One word needs none: it has its own direction, and nothing to go astray.
    """
    own = find_direction(words) if len(words.split()) > 1 else ""
    return Markup(' dir="{}"').format(own) if own and own != page.direction else Markup("")


def _print_country(page: Page, leaf: Leaf, code: str) -> Markup:
    """Return a country by the state that the publication has for it, and its code: names of states are typed."""
    derived = page.sheet.get("derived")
    states = derived.get("states") if isinstance(derived, dict) else None
    state = states.get(code) if isinstance(states, dict) else None
    words = (
        Markup("{} ({})").format(page.reference(str(state["ref"])), code) if isinstance(state, dict) else escape(code)
    )
    return Markup("<span{}>{}</span>").format(mark_place(leaf.at), words)


def _print_object(page: Page, leaf: Leaf, value: Object, words: str) -> Markup:
    if "ref" in value:
        return page.reference(str(value["ref"]), words, leaf.at)
    if "edtf" in value:
        return print_date(str(value["edtf"]), words, leaf.at)
    if "missing" in value:
        return _data(str(value["missing"]), words, mark_place(leaf.at))
    if "low" in value or "high" in value:
        return _data(str(value["text"]), words, mark_place(leaf.at))
    return print_text(page, leaf)


def mark_place(at: str) -> Markup:
    """Return the attribute that names a value's place in the record; nothing for values of other records."""
    if not at or at.startswith(_OF_OTHERS):
        return Markup("")
    return Markup(' data-at="{}"').format(at)


def print_date(edtf: str, words: str, at: str) -> Markup:
    """Return a date: `<time>` where HTML knows its form, else `<data>` with the EDTF."""
    if _PLAIN_DATE.match(edtf):
        return Markup('<time datetime="{}"{}>{}</time>').format(edtf, mark_place(at), words)
    return _data(edtf, words, mark_place(at))


def print_text(page: Page, leaf: Leaf) -> Markup:
    """Return a text in the page's language, or marked as being in another; Markdown as blocks."""
    words, tag = choose_text(leaf.value, page.language, page.default)  # type: ignore[arg-type]  # a text map
    foreign = Markup(' lang="{}" dir="{}"').format(tag, get_direction(tag)) if tag != page.language else Markup("")
    if leaf.schema.get("format") == "markdown":
        return Markup('<div class="prose"{}{}>{}</div>').format(
            mark_place(leaf.at), foreign, print_markdown(page, words)
        )
    return _span(mark_place(leaf.at) + foreign, escape(words))


def _span(attributes: Markup, words: Markup) -> Markup:
    """Return words in an element where there is something to say of them, else bare."""
    return Markup("<span{}>{}</span>").format(attributes, words) if attributes else words


def _data(raw: str, words: str, attributes: Markup) -> Markup:
    """Return words with the raw value beside them where it is another."""
    if raw == words:
        return _span(attributes, escape(words))
    return Markup('<data value="{}"{}>{}</data>').format(raw, attributes, words)


def word_markup(parts: list[Markup], language: str) -> Markup:
    """Return parts as a run of words: "a, b and c" as the language joins them."""
    places = [f"\N{OBJECT REPLACEMENT CHARACTER}{index}\N{OBJECT REPLACEMENT CHARACTER}" for index in range(len(parts))]
    words = escape(word_list(places, language))
    for place, part in zip(places, parts, strict=True):
        words = Markup(words.replace(place, part))  # noqa: S704 - a part is escaped already
    return words
