"""Every stated value of the publication as a row of one table."""

from collections.abc import Mapping, Sequence
from typing import Final

from factsheet.diagnostics import Pointer
from factsheet.formats.context import Context
from factsheet.formats.exports.spreadsheets import write_csv
from factsheet.formats.exports.values import Value, list_values
from factsheet.model import Object, Sheet
from factsheet.schemas import Schemas
from factsheet.wording.catalogs import translate

COLUMNS: Final = (
    *("record", "kind", "path", "title", "form", "value", "language", "from", "until", "according_to", "disputed_by"),
    *("rejected", "confidence", "source", "place", "cites_from"),
)
SEPARATOR: Final = " | "


def export_statements(sheets: Sequence[Sheet], schemas: Schemas, context: Context) -> Mapping[str, bytes]:
    """Return `data/statements.csv`: a row for each stated value, by record and in the order of its sheet."""
    default = context.languages[0]
    rows = [
        write_row(sheet, value, word_title(value.title, context))
        for sheet in sheets
        for value in list_values(sheet, schemas.kind(str(sheet["kind"])).schema, schemas, default)
    ]
    return {"data/statements.csv": write_csv(COLUMNS, rows)}


def write_row(sheet: Sheet, value: Value, title: str) -> tuple[str, ...]:
    """Return the cells of one value. Sources and their places stand in the same order."""
    around = value.circumstances
    return (
        *(str(sheet["id"]), str(sheet["kind"]), write_pointer(value.pointer), title),
        *(value.form, value.raw, value.language, around.since, around.until),
        *(SEPARATOR.join(around.according_to), SEPARATOR.join(around.disputed_by), around.rejected),
        *(around.confidence, SEPARATOR.join(around.sources), _join_places(around.places), around.cites_from),
    )


def write_pointer(pointer: Pointer) -> str:
    """Return a place in a sheet as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in pointer)


def _join_places(places: tuple[str, ...]) -> str:
    return SEPARATOR.join(places) if any(places) else ""


def word_title(schema: Object, context: Context) -> str:
    """Return the title of a field in the site's first language: its own translation, else the catalog's."""
    own, title, language = schema.get("x-titles"), str(schema.get("title", "")), context.languages[0]
    if isinstance(own, dict) and language in own:
        return str(own[language])
    return translate(title, language, context.template_folders) if title else ""
