"""Lists and objects of any kind as HTML: a run of words, lines, terms or a table, whichever they call for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.formats import views
from factsheet.formats.leaves import print_direction, word_markup
from factsheet.formats.shapes import STATEMENT_KEYS
from factsheet.formats.statements import print_absent, print_cites, print_compact, print_run, print_tail

if TYPE_CHECKING:
    from factsheet.formats.views import Items, Map, Node

MAX_COLUMNS = 5
LONG_TERM = 700
"""Characters from which a property of an object may break across pages."""

LEAST_TERM = 40
"""Characters that a line of its own is worth."""


def print_map(node: Map) -> Markup:
    """Return an object's properties as a list of terms, then whose they are; first the one that `x-main` names."""
    if "missing" in node:
        return print_absent(node)
    main = node.schema.get("x-main")
    lead = Markup('<div class="main">{}</div>').format(node[main]) if isinstance(main, str) and main in node else ""
    rows = Markup("").join(_print_term(node, name) for name in node.names() if name != main)
    fields = Markup('<dl class="fields">{}</dl>').format(rows) if rows else Markup("")
    tail = print_cites(node) + print_tail(node)
    end = Markup('<p class="tail">{}</p>').format(tail) if tail else Markup("")
    return lead + fields + end


def _print_term(node: Map, name: str) -> Markup:
    """Return a property under its title; a long one can't be kept on one page, and is marked for paper."""
    part = Markup("{}").format(node[name])
    size = len(part.striptags()) + part.count("</dd>") * LEAST_TERM
    long = Markup(' class="long"') if size > LONG_TERM else Markup("")
    title = node.title(name)
    turned = print_direction(node.page, title)
    title = Markup("<bdi{}>{}</bdi>").format(turned, title) if turned else title
    return Markup("<div{}><dt>{}</dt><dd>{}</dd></div>").format(long, title, part)


def print_items(node: Items) -> Markup:
    """Return a list: bare values as a run of words, objects as a table if they fit in one, else as blocks."""
    entries = list(node)
    if all(isinstance(entry, views.Leaf) for entry in entries):
        return print_run(node, entries)
    if len(entries) == 1:
        return _print_entry(entries[0])
    if all(_is_bare(entry) for entry in entries):
        return word_markup([_print_entry(entry) for entry in entries], node.page.language)
    if not _is_valued(entries) and fits_table(entries):
        return print_table(node)
    return print_lines(node)


def print_lines(node: Items) -> Markup:
    """Return a list of statements, one to a line."""
    rows = Markup("").join(Markup("<li>{}</li>").format(_print_entry(entry)) for entry in node)
    return Markup('<ul class="statements">{}</ul>').format(rows)


def _print_entry(entry: Node) -> Markup:
    if isinstance(entry, views.Map) and (is_flat(entry) or "missing" in entry):
        return print_compact(entry)
    return entry.__html__()


def _is_bare(entry: Node) -> bool:
    """Tell whether a statement is one value and its citations, with nothing to add."""
    return isinstance(entry, views.Map) and len(entry.names()) == 1 and not print_tail(entry) and "missing" not in entry


def _is_valued(entries: list[Node]) -> bool:
    """Tell whether these are rival values of one property."""
    return all(
        "value" in entry.value or views.is_missing(entry.value) for entry in entries if isinstance(entry.value, dict)
    )


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
    tails = [print_tail(row, [name for name in extra if name in row]) for row in rows]
    heads = [rows[0].title(name) for name in names] + ([node.page.translate("Remarks")] if any(tails) else [])
    cells = [_cells(row, names) + ([tail] if any(tails) else []) for row, tail in zip(rows, tails, strict=True)]
    return print_grid(heads, cells, caption=caption, name="remarked" if any(tails) else "")


def print_grid(heads: Sequence[str], rows: Sequence[Sequence[Markup]], *, caption: str = "", name: str = "") -> Markup:
    """Return a table. Each cell after the first bears its column's head, for screens too narrow for columns."""
    title = Markup("<caption>{}</caption>").format(caption) if caption else Markup("")
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(each) for each in heads)
    labels = [Markup("")] + [Markup(' data-label="{}"').format(each) for each in heads[1:]]
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                Markup("<td{}>{}</td>").format(label, cell) for label, cell in zip(labels, cells, strict=True)
            )
        )
        for cells in rows
    )
    return Markup('<table class="grid{}">{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        f" {name}" if name else "", title, head, body
    )


def _columns(rows: list[Map]) -> list[str]:
    names: dict[str, None] = {}
    for row in rows:
        names.update(dict.fromkeys(row.names()))
    return list(names)


def _cells(row: Map, names: list[str]) -> list[Markup]:
    """Return the cells of a row; the first has the numbers of its sources, and is struck out if it is rejected."""
    cells = [Markup("") if (part := row[name]) is None else part.__html__() for name in names]
    first = Markup("<s>{}</s>").format(cells[0]) if "rejected" in row else cells[0]
    return [first + print_cites(row), *cells[1:]]


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
