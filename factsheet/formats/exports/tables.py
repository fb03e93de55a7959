"""A table for each kind: a row a record, a column a field, in every cell the value that counts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factsheet.formats.context import Context
from factsheet.formats.exports.columns import OWN, Column, list_columns
from factsheet.formats.exports.spreadsheets import write_csv
from factsheet.formats.exports.values import HEAD, is_leaf, is_missing, list_sources, read_leaf, write_scalar
from factsheet.formats.shapes import describe_entry, describe_property
from factsheet.model import Json, Object, Sheet
from factsheet.schemas import Kind, Schemas
from factsheet.wording.values import choose_text

SEPARATOR: Final = " | "
_CITE: Final = "cite"


def export_tables(sheets: Sequence[Sheet], schemas: Schemas, context: Context) -> Mapping[str, bytes]:
    """Return `data/<kind>.csv` for each kind that has records."""
    files = {}
    for kind in schemas.kinds.values():
        own = [sheet for sheet in sheets if sheet["kind"] == kind.name]
        if own:
            files[f"data/{kind.name}.csv"] = write_table(own, kind, schemas, context.languages)
    return files


def write_table(sheets: Sequence[Sheet], kind: Kind, schemas: Schemas, languages: Sequence[str]) -> bytes:
    """Return the table of the sheets of one kind."""
    columns = list_columns(kind, schemas)
    has_own_label = any(column.is_label for column in columns)
    labels = [] if has_own_label else [Column("label", ("label",), is_label=True)]
    columns = [*labels, *columns]
    header = ["id", "path", *(name for column in columns for name in _name_cells(column, languages))]
    return write_csv(header, (_Row(sheet, kind, schemas, languages).write(columns) for sheet in sheets))


def _name_cells(column: Column, languages: Sequence[str]) -> list[str]:
    others = [f"{column.name}_{tag}" for tag in languages[1:]] if column.is_label else []
    return [column.name, *others, *(f"{column.name}_{bound}" for bound in column.bounds)]


class _Row:
    """One sheet on its way to a row."""

    def __init__(self, sheet: Sheet, kind: Kind, schemas: Schemas, languages: Sequence[str]) -> None:
        data = sheet["data"]
        self.stated: Object = {name: sheet[name] for name in ("label", *HEAD) if name in sheet}
        self.stated |= data if isinstance(data, dict) else {}
        self.sheet = sheet
        self.schema = kind.schema
        self.schemas = schemas
        self.languages = languages

    def write(self, columns: Sequence[Column]) -> list[str]:
        """Return the cells of the row."""
        cells = [str(self.sheet["id"]), str(self.sheet["path"])]
        for column in columns:
            if column.steps == (_CITE,):
                cells.append(SEPARATOR.join(dict.fromkeys(list_sources(self.sheet, self.stated.get("cites")))))
            else:
                cells += self._write_cells(column)
        return cells

    def _write_cells(self, column: Column) -> Iterator[str]:
        """Yield the cell of a field, then those of its other languages and of its bounds."""
        value, schema = self._find(column.steps)
        value, schema = self._choose(value, schema, column)
        yield self._write_cell(value, schema, column.key)
        for tag in self.languages[1:] if column.is_label else ():
            yield str(value.get(tag, "")) if isinstance(value, dict) else ""
        bounded = value.get(column.key) if isinstance(value, dict) and column.key in value else value
        for bound in column.bounds:
            limit = bounded.get(bound) if isinstance(bounded, dict) else None
            yield "" if limit is None else write_scalar(limit)

    def _find(self, steps: Sequence[str]) -> tuple[Json, Object]:
        """Return what stands at a place in the record, and what describes it; None where nothing does."""
        if steps == ("label",) and "label" not in _properties(self.schema):
            return self.sheet["label"], {"x-form": "text"}
        found: Json = self.stated
        schema = self.schema
        for step in steps:
            if not isinstance(found, dict) or step not in found or is_missing(found):
                return None, {}
            found = found[step]
            schema = describe_property(self.schemas, schema, step, found) or {}
        return found, schema

    def _choose(self, value: Json, schema: Object, column: Column) -> tuple[Json, Object]:
        """Return the first of rival values that isn't rejected, or the value itself where there are no rivals."""
        if not column.is_rival:
            return value, schema
        if isinstance(value, list):
            value = next((entry for entry in value if not _is_rejected(entry)), None)
            return value, describe_entry(self.schemas, schema, value)
        has_own_columns = isinstance(value, dict) and not column.key and not is_leaf(value, schema)
        return (None, {}) if has_own_columns or _is_rejected(value) else (value, schema)

    def _write_cell(self, value: Json, schema: Object, key: str) -> str:
        """Return a value in one cell: of a list each entry that isn't rejected, of a statement `key` or all parts."""
        if value is None:
            return ""
        if isinstance(value, list):
            kept = [entry for entry in value if not _is_rejected(entry)]
            cells = [self._write_cell(entry, describe_entry(self.schemas, schema, entry), key) for entry in kept]
            return SEPARATOR.join(cell for cell in cells if cell)
        if not isinstance(value, dict):
            return write_scalar(value)
        if is_leaf(value, schema):
            form, raw = read_leaf(value)
            return choose_text(value, self.languages[0], self.languages[0])[0] if form == "text" else raw
        names = [key] if key and key in value else [name for name in value if name not in OWN]
        parts = [self._write_part(value, schema, name) for name in names]
        return ", ".join(part for part in parts if part)

    def _write_part(self, value: Object, schema: Object, name: str) -> str:
        described = describe_property(self.schemas, schema, name, value[name])
        words = self._write_cell(value[name], described or {}, "")
        return words if name in _properties(schema) else f"{name}: {words}"


def _properties(schema: Object) -> Object:
    properties = schema.get("properties")
    return properties if isinstance(properties, dict) else {}


def _is_rejected(value: Json) -> bool:
    return isinstance(value, dict) and "rejected" in value
