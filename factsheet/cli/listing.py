"""`factsheet list`: the records of a publication, one to a line."""

import shutil
import sys
from collections.abc import Callable, Sequence

import click

from factsheet.cli.opening import open_publication, publish_all
from factsheet.cli.showing import harmless, width
from factsheet.composing import Desk
from factsheet.composing.cards import make_card
from factsheet.composing.desk import first_text
from factsheet.diagnostics import FactsheetError, did_you_mean
from factsheet.encoding import encode
from factsheet.formats.exports.spreadsheets import write_csv
from factsheet.model import Json, Object, Record
from factsheet.schemas import Schemas

_COLUMNS = ("id", "kind", "type", "label", "date", "state", "file", "line")
_SHOWN = ("id", "kind", "label", "date", "state", "file")
_UNPUBLISHED = frozenset({"draft", "embargoed"})
_SHORTEST = 20
_GAP = "  "


@click.command()
@click.argument("kind", metavar="[KIND]", default="")
@click.option("--type", "types", metavar="TYPE", multiple=True, help="Only records of this type; may be repeated.")
@click.option("--draft", is_flag=True, help="Only what is not published: drafts and embargoed records.")
@click.option("--language", metavar="TAG", default="", help="Language of the labels. Left out: the site's first.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How to print. Text is a table on a terminal, else lines of values between tabs.",
)
def command(kind: str, types: tuple[str, ...], language: str, form: str, *, draft: bool) -> int:
    """List the records: id, kind, label, date, state and file.

    KIND is a kind such as group, or its folder. Drafts are listed too, and marked.
    """
    opened = open_publication()
    schemas, languages = opened.project.schemas, opened.project.languages
    chosen = _find_kind(kind, schemas) if kind else ""
    desk = Desk(publish_all(opened.corpus), schemas, opened.project.site)
    order = {name: number for number, name in enumerate(schemas.kinds)}
    records = sorted(opened.corpus.records.values(), key=lambda record: (order[record.kind], record.id))
    rows = [_describe(desk, record, (language, *languages)) for record in records if chosen in ("", record.kind)]
    if types:
        _check_types(types, rows)
    rows = [row for row in rows if (not types or row["type"] in types) and (not draft or row["state"] in _UNPUBLISHED)]
    click.echo(_FORMS[form](rows), nl=False)
    return 0 if opened.is_whole else 1


def _find_kind(name: str, schemas: Schemas) -> str:
    by_name = {kind.name: kind.name for kind in schemas.kinds.values()}
    by_name |= {kind.folder: kind.name for kind in schemas.kinds.values()}
    if name not in by_name:
        hint = did_you_mean(name, list(by_name)) or f"kinds are {', '.join(schemas.kinds)}"
        raise FactsheetError(f'there is no kind "{name}"; {hint}')
    return by_name[name]


def _check_types(types: Sequence[str], rows: Sequence[Object]) -> None:
    known = sorted({str(row["type"]) for row in rows} - {""})
    for word in types:
        if word not in known:
            hint = did_you_mean(word, known) or (f"there are {', '.join(known)}" if known else "")
            raise FactsheetError(f'no record is of the type "{word}"; {hint}'.removesuffix("; "))


def _describe(desk: Desk, record: Record, languages: tuple[str, ...]) -> Object:
    card = make_card(desk, record)
    label, date = card.get("label"), card.get("date")
    at = record.document.locate(())
    return {
        "id": record.id,
        "kind": record.kind,
        "type": str(next((card[name] for name in ("type", "class") if isinstance(card.get(name), str)), "")),
        "label": first_text(label, languages) if isinstance(label, dict) else "",
        "date": str(date["edtf"]) if isinstance(date, dict) else "",
        "state": find_state(record),
        "file": at.path,
        "line": at.line,
    }


def find_state(record: Record) -> str:
    """Return why a record is not published, or that it is withdrawn; nothing for any other."""
    if "draft" in record.data:
        return "draft"
    if not record.is_published:
        return "embargoed"
    return "withdrawn" if "withdrawn" in record.data else ""


def _write_text(rows: Sequence[Object]) -> str:
    cells = [[harmless(str(row[name])) for name in _SHOWN] for row in rows]
    if not sys.stdout.isatty():
        return "".join("\t".join(row) + "\n" for row in cells)
    return align([[name.upper() for name in _SHOWN], *cells], shutil.get_terminal_size().columns) if cells else ""


def align(rows: list[list[str]], columns: int) -> str:
    """Return rows as a table; the label is cut where the terminal is too narrow."""
    widths = [max(width(row[index]) for row in rows) for index in range(len(_SHOWN))]
    label = _SHOWN.index("label")
    rest = sum(widths) - widths[label] + len(_GAP) * (len(_SHOWN) - 1)
    widths[label] = min(widths[label], max(_SHORTEST, columns - rest))
    lines = (_GAP.join(_fit(cell, size) for cell, size in zip(row, widths, strict=True)) for row in rows)
    return "".join(line.rstrip() + "\n" for line in lines)


def _fit(cell: str, size: int) -> str:
    if width(cell) > size:
        while width(cell) > size - 1:
            cell = cell[:-1]
        cell += "…"
    return cell + " " * (size - width(cell))


def _write_json(rows: Sequence[Object]) -> str:
    listed: list[Json] = [*rows]
    return encode(listed, indent=True).decode() + "\n"


def _write_csv(rows: Sequence[Object]) -> bytes:
    return write_csv(_COLUMNS, ([str(row[name]) for name in _COLUMNS] for row in rows))


_FORMS: dict[str, Callable[[Sequence[Object]], str | bytes]] = {
    "text": _write_text,
    "json": _write_json,
    "csv": _write_csv,
}
