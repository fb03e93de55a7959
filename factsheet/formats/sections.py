"""Which properties of a record go where: the panel of facts, and what no template has printed."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from factsheet.formats import lists, statements
from factsheet.formats.views import Items, Leaf, Map, Node

LONG_LEAF = 160
_HEADLINE = frozenset({"name", "title", "summary", "body"})
_VALUE_KEYS = frozenset({"value", "aspect", "date", "missing", "note"})


def list_facts(root: Map, names: list[str] | None = None) -> list[tuple[str, Node | Markup]]:
    """Return title and value of the properties fit for the panel of facts: single values and short runs of them.

    With `names`, those of them that are there, in that order.
    """
    found: list[tuple[str, Node | Markup]] = []
    for name in root.names() if names is None else names:
        part = root[name]
        if part is not None and (names is not None or _is_short(root, name, part)):
            found.append((root.title(name), _print_fact(name, part)))
    return found


def _print_fact(name: str, part: Node) -> Node | Markup:
    """Return a fact: the numbers in other registers one to a line, any other object as a statement, whose it is too."""
    if not isinstance(part, Map):
        return part
    return print_pairs(part) if name == "identifiers" else statements.print_compact(part)


def list_roles(root: Map) -> list[tuple[str, Node | Markup]]:
    """Return those who took part in an agreement by role; persons one to a line, with whom they stood for."""
    found = list_facts(root, [*("parties", "guarantors", "mediators", "witnesses", "observers")])
    for name in ("negotiators", "signatories"):
        part = root[name]
        if isinstance(part, Items):
            found.append((root.title(name), lists.print_lines(part)))
    return found


def print_terms(pairs: list[tuple[str, Node | Markup]], name: str) -> Markup:
    """Return titles and values as a list of terms; nothing stands between its items, as PDF wants it."""
    rows = Markup("").join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(title, part) for title, part in pairs)
    return Markup('<dl class="{}">{}</dl>').format(name, rows) if pairs else Markup("")


def print_pairs(node: Map) -> Markup:
    """Return the properties of an object in a run, each after its title."""
    return Markup("<br>").join(statements.print_pair(node, name) for name in node.names())


def _is_short(root: Map, name: str, part: Node) -> bool:
    if name in _HEADLINE or name == root.schema.get("x-label") or not lists.has_unshown(part):
        return False
    if part.schema.get("format") == "markdown":
        return False
    if isinstance(part, Leaf):
        return len(words := str(part)) <= LONG_LEAF and "\n" not in words
    if isinstance(part, Map):
        return name == "identifiers"
    if isinstance(part, Items):
        return len(part) <= 4 and all(isinstance(entry, Leaf) or _is_value(entry) for entry in part)  # noqa: PLR2004
    return False


def _is_value(entry: Node) -> bool:
    """Tell whether an entry is a single value with its owner, or says that there is none."""
    return isinstance(entry, Map) and set(entry.names()) <= _VALUE_KEYS


def list_rest(root: Map) -> list[tuple[str, Node]]:
    """Return title and value of each property of which something has not been printed yet."""
    parts = [(root.title(name), root[name]) for name in root.names()]
    return [(title, part) for title, part in parts if part is not None and lists.has_unshown(part)]


def print_remarks(node: Map, known: list[str]) -> Markup:
    """Return the properties of a statement that `known` does not name, then whose it is."""
    return statements.print_tail(node, [name for name in node.names() if name not in known])


def print_tongues(node: Leaf) -> Markup:
    """Return a name in the other languages it has, each marked with its language."""
    if not isinstance(node.value, dict):
        return Markup("")
    page = node.page
    shown = page.text(node.value)
    words = [page.mark_language(str(text), tag) for tag, text in node.value.items() if tag != page.language]
    others = [word for word in dict.fromkeys(words) if word != shown]
    rows = Markup("").join(Markup("<li>{}</li>").format(word) for word in others)
    return Markup('<ul class="tongues">{}</ul>').format(rows) if rows else Markup("")


def get_title(root: Map, name: str) -> str:
    """Return the printed title of a property."""
    return root.title(name)


FILTERS: dict[str, Callable[..., object]] = {
    "facts": list_facts,
    "remarks": print_remarks,
    "rest": list_rest,
    "roles": list_roles,
    "terms": print_terms,
    "title": get_title,
    "tongues": print_tongues,
}
