"""The sources of a page as endnotes: what each is, what kind of witness, where it can be read again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.formats.views import Leaf, Map, is_missing, view

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
    number = Markup('<span class="n">{}</span> ').format(citation["n"])
    if again is not None:
        same = page.translate("As source {number}", number=again)
        main = Markup('<a href="#source-{}">{}</a>').format(again, same)
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
    return Markup(", ") + Markup(". ").join(parts) if parts else Markup("")


def print_source(page: Page, name: str, source: Object) -> Markup:
    """Return one source in a line: title, publisher, date, class, origin, address, archived copy."""
    kind = page.schemas.kinds.get("source")
    label = source.get("label")
    title = page.reference(name, page.text(label) if isinstance(label, dict) else name)
    parts = [title]
    node = view(page, {**source}, kind.schema if kind else {}, f"sources/{name}")
    if isinstance(node, Map):
        parts += [node["publisher"].__html__()] if "publisher" in source else []
        parts += _dates(node)
        parts += [_bare(node["class"])] if "class" in source else []
        if "origin" in source:
            parts.append(Markup("{}").format(page.translate("text of {origin}", origin=source["origin"])))
        parts += [_bare(node["reference"])] if "reference" in source else []
        parts += _addresses(page, node)
    return Markup(", ").join(part for part in parts if part)


def _dates(node: Map) -> list[Markup]:
    published = node["published"] if "published" in node else None
    if published is None:
        return []
    return [_bare(published)]


def _bare(node: object) -> Markup:
    return node.__html__() if hasattr(node, "__html__") else Markup("")


def _addresses(page: Page, node: Map) -> list[Markup]:
    parts = []
    url = node["url"] if "url" in node else None
    if isinstance(url, Leaf) and not is_missing(url.value):
        parts.append(url.__html__())
    archived = node["archived"] if "archived" in node else None
    if isinstance(archived, Leaf):
        words = page.translate("archived copy")
        parts.append(Markup('<a href="{}" rel="external">{}</a>').format(archived.value, words))
    return parts


FILTERS: dict[str, Callable[..., object]] = {"sources": list_sources}
