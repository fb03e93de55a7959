"""Statements as HTML: a value, its sources, whose it is and who denies it; in a sentence or a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from factsheet.formats import views
from factsheet.formats.leaves import mark_place, print_leaf, word_markup

if TYPE_CHECKING:
    from factsheet.formats.views import Items, Leaf, Map, Node

LONG_RUN = 200
"""Characters from which a run of bare values reads better as a list."""

PHRASES = {
    "according_to": "according to {names}",
    "disputed_by": "disputed by {names}",
    "from": "from {date}",
    "until": "until {date}",
}
"""What is said of a part of a statement by its name."""

_PLAIN = frozenset({"value", "text", "title", "role", "type", "aspect", "unit", "from", "until", "consent", "name"})


def print_cites(node: Map) -> Markup:
    """Return the numbers of a statement's citations, each a link to its endnote.

    A mark keeps them from running together with a number before them where the text goes from right to left.
    """
    numbers = node.value.get("cites")
    if not isinstance(numbers, list) or not numbers:
        return Markup("")
    inherited = node.value.get("cites_from") == "record"
    if inherited:
        return Markup("")
    mark = escape("\N{RIGHT-TO-LEFT MARK}" if node.page.direction == "rtl" else "")
    links = (mark + "," + mark).join(
        Markup('<a href="#s{0}">{0}</a>').format(number) for number in sorted(int(str(number)) for number in numbers)
    )
    place = mark_place(views.join(node.at, "cites"))
    return Markup('<sup class="cites"{}>{}{}</sup>').format(place, mark, links)


def print_owner(node: Map) -> Markup:
    """Return whose a statement is and who denies it."""
    parts = []
    for key in ("according_to", "disputed_by"):
        people = node[key]
        if isinstance(people, views.Items):
            names = word_markup([entry.__html__() for entry in people], node.page.language)
            words = node.page.phrase(PHRASES[key], names=names)
            parts.append(Markup('<span class="{}">{}</span>').format(key.replace("_", "-"), words))
    return Markup(" · ").join(parts)


def print_tail(node: Map, before: Sequence[str] = ()) -> Markup:
    """Return everything a statement says of itself: owner, doubt, confidence, why it is rejected, and the note below.

    `before` names properties that come first, each after its title; lists among them stand below the line.
    """
    pairs = [print_pair(node, name) for name in before]
    line = [pair for pair in pairs if not _is_block(pair)]
    owner = print_owner(node)
    line += [owner] if owner else []
    for key in ("confidence", "rejected"):
        part = node[key]
        if part is not None:
            label = Markup('<span class="tag">{}</span> ').format(node.title(key)) if key == "rejected" else Markup("")
            line.append(Markup('<span class="{}">{}{}</span>').format(key, label, part))
    note = node["note"]
    below = [pair for pair in pairs if _is_block(pair)]
    below += [Markup('<span class="note">{}</span>').format(note)] if note is not None else []
    return Markup("").join([Markup(" · ").join(line), *below])


def _is_block(pair: Markup) -> bool:
    return '<span class="lines">' in pair


def print_statement(node: Map, main: Markup) -> Markup:
    """Return a value, its citations and its tail, struck out where it is rejected."""
    if "rejected" in node:
        main = Markup("<s>{}</s>").format(main)
    tail = print_tail(node)
    tail = Markup(' <span class="tail">{}</span>').format(tail) if tail else Markup("")
    return main + print_cites(node) + tail


def print_absent(node: Map | Leaf) -> Markup:
    """Return the word for what isn't there, and the note on it."""
    if isinstance(node, views.Leaf):
        return print_leaf(node.page, node)
    word = views.Leaf(node.page, {"missing": node.value["missing"]}, {}, views.join(node.at, "missing"))
    return print_statement(node, word.__html__())


def print_compact(node: Map) -> Markup:
    """Return an object in one line: its main value with its date in brackets, then the others with their titles."""
    if "missing" in node:
        return print_absent(node)
    first = next(iter(node.names()), "")
    joint = Markup(" · ") if first == "text" else node.page.comma  # a sentence has its full stop
    line = Markup("")
    for index, name in enumerate(node.names()):
        part = node[name]
        if index == 0 or name in _PLAIN:
            line += (joint if line else Markup("")) + _span_word(node, name, part)
        elif name == "date" and index == 1 and part is not None and not views.is_missing(part.value):
            line += Markup(" ({})").format(part)
        else:
            line += Markup(" · ") + print_pair(node, name)
    return print_statement(node, line)


def _span_word(node: Map, name: str, part: Node | None) -> Markup:
    if name not in {"from", "until"} or part is None or views.is_missing(part.value):
        return Markup("{}").format(part)
    return node.page.phrase(PHRASES[name], date=part)


def print_pair(node: Map, name: str) -> Markup:
    """Return a property after its title, in small print."""
    part = node[name]
    words = print_inner(part) if isinstance(part, views.Items) else Markup("{}").format(part)
    shape = "pair block" if _is_block(words) else "pair"
    return Markup('<span class="{}"><span class="tag">{}</span> {}</span>').format(shape, node.title(name), words)


def print_inner(node: Items) -> Markup:
    """Return a list that stands inside a table or a line: bare values as words, objects one to a line."""
    entries = list(node)
    if all(isinstance(entry, views.Leaf) for entry in entries):
        return print_run(node, entries)
    lines = [print_compact(entry) if isinstance(entry, views.Map) else entry.__html__() for entry in entries]
    if len(lines) == 1:
        return lines[0]
    rows = Markup("").join(Markup('<span class="line">{}</span>').format(line) for line in lines)
    return Markup('<span class="lines">{}</span>').format(rows)


def print_run(node: Items, entries: list[Node]) -> Markup:
    """Return bare values as a run of words, or as a list where that would be long."""
    printed = [entry.__html__() for entry in entries]
    if sum(len(str(entry)) for entry in entries) > LONG_RUN or any(_has_marks(entry) for entry in entries):
        rows = Markup("").join(Markup("<li>{}</li>").format(entry) for entry in printed)
        return Markup('<ul class="plain">{}</ul>').format(rows)
    return word_markup(printed, node.page.language)


def _has_marks(entry: Node) -> bool:
    """Tell whether a value is text that would run together with its neighbours: it has commas of its own."""
    return isinstance(entry.value, str) and any(mark in entry.value for mark in ",;\n،؛")
