"""Values as HTML: the leaves, and the general forms of lists and objects that any kind can use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from factsheet.encoding import encode
from factsheet.formats import views
from factsheet.formats.marking import print_markdown
from factsheet.formats.shapes import STATEMENT_KEYS
from factsheet.wording.lists import word_list
from factsheet.wording.values import choose_text

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.formats.views import Items, Leaf, Map, Node
    from factsheet.model import Object

MAX_COLUMNS = 5
_PLAIN = frozenset({"value", "text", "title", "role", "type", "aspect", "unit", "from", "until", "consent", "name"})
PHRASES = {
    "according_to": "according to {names}",
    "disputed_by": "disputed by {names}",
    "from": "from {date}",
    "until": "until {date}",
}
"""What is said of a part of a statement by its name."""

_WEB_ADDRESS = re.compile(r"https?://", re.ASCII)
_PLAIN_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")


def print_leaf(page: Page, leaf: Leaf) -> Markup:
    """Return a single value in an element that names its place; reworded values keep the raw one beside."""
    value, words = leaf.value, page.word(leaf)
    if isinstance(value, dict):
        return _print_object(page, leaf, value, words)
    if isinstance(value, str) and _WEB_ADDRESS.match(value):
        return Markup('<a class="url" href="{}" rel="external" data-at="{}" dir="ltr">{}</a>').format(
            value, leaf.at, words
        )
    if isinstance(value, str) and leaf.at.startswith("countries/"):
        return _print_country(page, leaf, value)
    if isinstance(value, str) and words == value:
        return Markup('<span data-at="{}">{}</span>').format(leaf.at, words)
    return _data(str(encode(value), "utf-8").strip('"'), words, leaf.at)


def _print_country(page: Page, leaf: Leaf, code: str) -> Markup:
    """Return a country by the state that the publication has for it, and its code: names of states are typed."""
    derived = page.sheet.get("derived")
    states = derived.get("states") if isinstance(derived, dict) else None
    state = states.get(code) if isinstance(states, dict) else None
    words = (
        Markup("{} ({})").format(page.reference(str(state["ref"])), code) if isinstance(state, dict) else escape(code)
    )
    return Markup('<span data-at="{}">{}</span>').format(leaf.at, words)


def _print_object(page: Page, leaf: Leaf, value: Object, words: str) -> Markup:
    if "ref" in value:
        return page.reference(str(value["ref"]), words, leaf.at)
    if "edtf" in value:
        return print_date(str(value["edtf"]), words, leaf.at)
    if "missing" in value:
        return _data(str(value["missing"]), words, leaf.at)
    if "low" in value or "high" in value:
        return _data(str(value["text"]), words, leaf.at)
    return print_text(page, leaf)


def print_date(edtf: str, words: str, at: str) -> Markup:
    """Return a date: `<time>` where HTML knows its form, else `<data>` with the EDTF."""
    if _PLAIN_DATE.match(edtf):
        return Markup('<time datetime="{}" data-at="{}">{}</time>').format(edtf, at, words)
    return _data(edtf, words, at)


def print_text(page: Page, leaf: Leaf) -> Markup:
    """Return a text in the page's language, or marked as being in another; Markdown as blocks."""
    words, tag = choose_text(leaf.value, page.language, page.default)  # type: ignore[arg-type]  # a text map
    foreign = "" if tag == page.language else Markup(' lang="{}" dir="{}"').format(tag, views.direction(tag))
    if leaf.schema.get("format") == "markdown":
        return Markup('<div class="prose" data-at="{}"{}>{}</div>').format(
            leaf.at, foreign, print_markdown(page, words)
        )
    return Markup('<span data-at="{}"{}>{}</span>').format(leaf.at, foreign, words)


def _data(raw: str, words: str, at: str) -> Markup:
    return Markup('<data value="{}" data-at="{}">{}</data>').format(raw, at, words)


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
        Markup('<a href="#source-{0}">{0}</a>').format(number)
        for number in sorted(int(str(number)) for number in numbers)
    )
    return Markup('<sup class="cites" data-at="{}">{}{}</sup>').format(views.join(node.at, "cites"), mark, links)


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


def print_tail(node: Map) -> Markup:
    """Return everything a statement says of itself: owner, doubt, confidence, note, why it is rejected."""
    owner = print_owner(node)
    parts = [owner] if owner else []
    for key in ("confidence", "rejected", "note"):
        part = node[key]
        if part is None:
            continue
        label = Markup('<span class="tag">{}</span> ').format(node.title(key)) if key == "rejected" else Markup("")
        parts.append(Markup('<span class="{}">{}{}</span>').format(key, label, part))
    return Markup(" · ").join(parts)


def print_statement(node: Map, main: Markup) -> Markup:
    """Return a value, its citations and its tail, struck out where it is rejected."""
    if "rejected" in node:
        main = Markup("<s>{}</s>").format(main)
    tail = print_tail(node)
    tail = Markup(' <span class="tail">{}</span>').format(tail) if tail else Markup("")
    return main + print_cites(node) + tail


def print_map(node: Map) -> Markup:
    """Return an object's properties as a list of terms, then whose they are."""
    if "missing" in node:
        return print_absent(node)
    rows = [
        Markup("<dt>{}</dt><dd>{}</dd>").format(node.title(name), node[name])
        for name in node.names()
        if node[name] is not None
    ]
    tail = print_cites(node) + print_tail(node)
    end = Markup('<p class="tail">{}</p>').format(tail) if tail else Markup("")
    return Markup('<dl class="fields">{}</dl>{}').format(Markup("").join(rows), end)


def print_absent(node: Map | Leaf) -> Markup:
    """Return the word for what isn't there, and the note on it."""
    if isinstance(node, views.Leaf):
        return print_leaf(node.page, node)
    word = views.Leaf(node.page, {"missing": node.value["missing"]}, {}, views.join(node.at, "missing"))
    return print_statement(node, word.__html__())


def print_compact(node: Map) -> Markup:
    """Return an object in one line: its main value, then the others with their titles."""
    if "missing" in node:
        return print_absent(node)
    parts = []
    for index, name in enumerate(node.names()):
        part = node[name]
        if index == 0 or name in _PLAIN:
            parts.append(_span_word(node, name, part))
        else:
            parts.append(print_pair(node, name))
    joint = Markup(" · ") if next(iter(node.names()), "") == "text" else node.page.comma  # a sentence has its full stop
    return print_statement(node, joint.join(parts))


def print_pair(node: Map, name: str) -> Markup:
    """Return a property after its title, in small print."""
    part = node[name]
    words = print_inner(part) if isinstance(part, views.Items) else part
    return Markup('<span class="pair"><span class="tag">{}</span> {}</span>').format(node.title(name), words)


def print_inner(node: Items) -> Markup:
    """Return a list that stands inside a table or a line: bare values as words, objects one to a line."""
    entries = list(node)
    if all(isinstance(entry, views.Leaf) for entry in entries):
        return _print_leaves(node, entries)
    lines = [print_compact(entry) if isinstance(entry, views.Map) else entry.__html__() for entry in entries]
    if len(lines) == 1:
        return lines[0]
    rows = Markup("").join(Markup('<span class="line">{}</span>').format(line) for line in lines)
    return Markup('<span class="lines">{}</span>').format(rows)


def _span_word(node: Map, name: str, part: Node | None) -> Markup:
    if name not in {"from", "until"} or part is None or views.is_missing(part.value):
        return Markup("{}").format(part)
    return node.page.phrase(PHRASES[name], date=part)


def print_items(node: Items) -> Markup:
    """Return a list: bare values as a run of words, objects as a table if they fit in one, else as blocks."""
    entries = list(node)
    if all(isinstance(entry, views.Leaf) for entry in entries):
        return _print_leaves(node, entries)
    if len(entries) == 1:
        return _print_entry(entries[0])
    if all(_is_bare(entry) for entry in entries):
        return word_markup([_print_entry(entry) for entry in entries], node.page.language)
    if not _is_valued(entries) and fits_table(entries):
        return print_table(node)
    return print_lines(node)


def _is_bare(entry: Node) -> bool:
    """Tell whether a statement is one value and its citations, with nothing to add."""
    return isinstance(entry, views.Map) and len(entry.names()) == 1 and not print_tail(entry) and "missing" not in entry


def _is_valued(entries: list[Node]) -> bool:
    """Tell whether these are rival values of one property."""
    return all(
        "value" in entry.value or views.is_missing(entry.value) for entry in entries if isinstance(entry.value, dict)
    )


def _print_leaves(node: Items, entries: list[Node]) -> Markup:
    printed = [entry.__html__() for entry in entries]
    if sum(len(str(entry)) for entry in entries) > 200:  # noqa: PLR2004 - longer runs read better as a list
        rows = Markup("").join(Markup("<li>{}</li>").format(entry) for entry in printed)
        return Markup('<ul class="plain">{}</ul>').format(rows)
    return word_markup(printed, node.page.language)


def print_lines(node: Items) -> Markup:
    """Return a list of statements, one to a line."""
    rows = Markup("").join(Markup("<li>{}</li>").format(_print_entry(entry)) for entry in node)
    return Markup('<ul class="statements">{}</ul>').format(rows)


def word_markup(parts: list[Markup], language: str) -> Markup:
    """Return parts as a run of words: "a, b and c" as the language joins them."""
    places = [f"\N{OBJECT REPLACEMENT CHARACTER}{index}\N{OBJECT REPLACEMENT CHARACTER}" for index in range(len(parts))]
    words = escape(word_list(places, language))
    for place, part in zip(places, parts, strict=True):
        words = Markup(words.replace(place, part))  # noqa: S704 - a part is escaped already
    return words


def _print_entry(entry: Node) -> Markup:
    if isinstance(entry, views.Map) and (is_flat(entry) or "missing" in entry):
        return print_compact(entry)
    return entry.__html__()


def is_flat(node: Map) -> bool:
    """Tell whether every property is a single value, or a short run of them."""
    return all(
        isinstance(part, views.Leaf) or (isinstance(part, views.Items) and all(isinstance(e, views.Leaf) for e in part))
        for part in (node[name] for name in node.names())
    )


def fits_table(entries: list[Node]) -> bool:
    """Tell whether a list reads as a table: flat objects, few columns, more than one of them."""
    maps = [entry for entry in entries if isinstance(entry, views.Map) and "missing" not in entry]
    if len(maps) != len(entries):
        return False
    columns = {name for entry in maps for name in entry.names()}
    return 1 < len(columns) <= MAX_COLUMNS and all(is_flat(entry) for entry in maps)


def print_table(node: Items, columns: list[str] | None = None, caption: str = "") -> Markup:
    """Return a list of objects as a table; a last column says whose each is, where any row does."""
    rows = [entry for entry in node.entries if isinstance(entry, views.Map)]
    if not rows:
        return Markup("")
    names = columns or _columns(rows)
    names = [name for name in names if any(name in row for row in rows)]
    extra = [name for name in _columns(rows) if name not in names]
    tails = [_tail_cell(row, extra) for row in rows]
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(rows[0].title(name)) for name in names)
    if any(tails):
        head += Markup('<th scope="col" class="remarks">{}</th>').format(node.page.translate("Remarks"))
    body = Markup("").join(
        _row(row, names, tail if any(tails) else None) for row, tail in zip(rows, tails, strict=True)
    )
    title = Markup("<caption>{}</caption>").format(caption) if caption else Markup("")
    table = Markup("<table>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(title, head, body)
    return Markup('<div class="table">{}</div>').format(table)


def _columns(rows: list[Map]) -> list[str]:
    names: dict[str, None] = {}
    for row in rows:
        names.update(dict.fromkeys(row.names()))
    return list(names)


def _tail_cell(row: Map, extra: list[str]) -> Markup:
    pairs = [print_pair(row, name) for name in extra if name in row]
    tail = print_tail(row)
    return Markup(" · ").join([*pairs, tail] if tail else pairs)


def _row(row: Map, names: list[str], tail: Markup | None) -> Markup:
    cells = []
    for index, name in enumerate(names):
        part = row[name]
        value = Markup("") if part is None else part.__html__()
        if index == 0:
            value = Markup("<s>{}</s>").format(value) if "rejected" in row else value
            value += print_cites(row)
        cells.append(Markup("<td>{}</td>").format(value))
    if tail is not None:
        cells.append(Markup("<td>{}</td>").format(tail))
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def has_unshown(node: Node) -> bool:
    """Tell whether any leaf below has not been printed yet."""
    if isinstance(node, views.Leaf):
        return node.at not in node.page.shown
    if isinstance(node, views.Items):
        return any(has_unshown(entry) for entry in node)
    names = [
        *node.names(),
        *(key for key in STATEMENT_KEYS if key in node and key not in {"cites", "cites_from", "stance"}),
    ]
    parts = [node[name] for name in names]
    return any(part is not None and has_unshown(part) for part in parts)
