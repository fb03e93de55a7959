"""The sources of a page as endnotes: what each is, what kind of witness, where it can be read again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from factsheet.formats.chronicle import print_bare_date
from factsheet.formats.views import Map, view

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Object


def list_sources(page: Page) -> list[tuple[Object, Markup]]:
    """Return each citation in the order of its number, with its printed endnote."""
    citations, sources = page.sheet.get("citations"), page.sheet.get("sources")
    known = sources if isinstance(sources, dict) else {}
    first: dict[str, int] = {}
    found = []
    for citation in citations if isinstance(citations, list) else []:
        if isinstance(citation, dict):
            name = str(citation["source"])
            again = first.get(name)
            first.setdefault(name, int(str(citation["n"])))
            found.append((citation, _print_note(page, citation, known.get(name), again)))
    return found


def _print_note(page: Page, citation: Object, source: object, again: int | None) -> Markup:
    name = str(citation["source"])
    number = Markup("<b>{}</b> ").format(citation["n"])
    if again is not None:
        same = page.translate("As source {number}", number=again)
        main = Markup('<a href="#s{}">{}</a>').format(again, same)
    else:
        main = print_source(page, name, source if isinstance(source, dict) else {})
    return number + main + _print_place(page, citation)


def _print_place(page: Page, citation: Object) -> Markup:
    at = f"citations/{citation['n']}"
    parts = []
    if citation.get("at"):
        parts.append(Markup('<span data-at="{}/at">{}</span>').format(at, citation["at"]))
    if citation.get("quote"):
        parts.append(Markup('<q data-at="{}/quote">{}</q>').format(at, citation["quote"]))
    if isinstance(citation.get("note"), dict):
        parts.append(Markup('<span class="note" data-at="{}/note">{}</span>').format(at, page.text(citation["note"])))
    return page.comma + Markup(". ").join(parts) if parts else Markup("")


def print_source(page: Page, name: str, source: Object) -> Markup:
    """Return one source in a line: title, publisher, date, class, origin, address, archived copy."""
    kind = page.schemas.kinds.get("source")
    label = source.get("label")
    words = page.text(label) if isinstance(label, dict) else escape(name)
    title = _link(page, name, source, words if source.get("titled") else Markup("[{}]").format(words))
    parts: list[Markup] = [title]
    known = {key: value for key, value in source.items() if key not in {"ref", "path", "label", "titled", "cited"}}
    node = view(page, known, kind.schema if kind else {}, f"sources/{name}")
    if isinstance(node, Map):
        parts += [_print(node, "publisher")] if "publisher" in source else []
        parts += [_print_published(page, source.get("published"))]
        parts += [_print(node, "class")] if "class" in source else []
        if "origin" in source:
            parts.append(Markup("{}").format(page.translate("text of {origin}", origin=source["origin"])))
        parts += [_print(node, "reference")] if "reference" in source else []
        parts += [_print_address(page, source.get("url"))]
        if "archived" in source:
            copy = page.translate("archived copy")
            parts.append(Markup('<a href="{}">{}</a>').format(source["archived"], copy))
    frame = Markup("<bdi>{}</bdi>" if page.direction == "rtl" else "{}")  # noqa: S704 - one of two constants
    return page.comma.join(frame.format(part) for part in parts if part)


def _print_published(page: Page, date: object) -> Markup:
    """Return when a source appeared; a single date, as the sheet gives it for citing."""
    if isinstance(date, dict) and "edtf" in date:
        return print_bare_date(page, str(date["edtf"]))
    if isinstance(date, dict) and isinstance(date.get("value"), dict):
        return _print_published(page, date["value"])
    return escape(page.translate("undated"))


def _link(page: Page, name: str, source: Object, words: Markup) -> Markup:
    path = source.get("path") or page.record(name).get("path") or f"sources/{name}"
    address = page.link(str(path), languages=[page.default])
    return Markup('<a href="{}">{}</a>').format(address, words) if address else words


def _print_address(page: Page, url: object) -> Markup:
    """Return where a source is read: the whole address on paper, a link under the site's name on screen."""
    if not isinstance(url, str):
        return Markup("")
    if page.mode == "print":
        return Markup('<a class="url" href="{0}" dir="ltr">{0}</a>').format(url)
    turned = Markup(' dir="ltr"') if page.direction == "rtl" else Markup("")
    return Markup('<a href="{}"{}>{}</a>').format(url, turned, (urlsplit(url).hostname or url).removeprefix("www."))


def _print(node: Map, name: str) -> Markup:
    part = node[name]
    return Markup("") if part is None else part.__html__()


def print_register_line(page: Page, source: Object) -> Markup:
    """Return a source in the register of all sources, and how many records cite it."""
    cited = page.translate("cited by {count}", count=source.get("cited", 0))
    return print_source(page, str(source["ref"]), source) + Markup(' <span class="tag">({})</span>').format(cited)


FILTERS: dict[str, Callable[..., object]] = {"sources": list_sources, "register_line": print_register_line}
