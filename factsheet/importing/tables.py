"""Any table, CSV or XLSX, with a mapping: a record a row."""

from factsheet.importing.dating import Unclear, read_date
from factsheet.importing.fields import put, read_number
from factsheet.importing.intake import DATASET, Intake, Link
from factsheet.importing.mapping import Column, Mapping, check_columns, read_mapping
from factsheet.importing.sheets import read_sheet
from factsheet.importing.texts import Row, read_table
from factsheet.model import Json, Object


def read_csv(data: bytes, intake: Intake) -> None:
    """Take in the rows of a CSV file."""
    mapping = _mapping(intake)
    columns, rows = read_table(data, intake.options.encoding, intake, delimiter=mapping.delimiter)
    _take_rows(columns, rows, mapping, intake)


def read_xlsx(data: bytes, intake: Intake) -> None:
    """Take in the rows of one sheet of a workbook."""
    mapping = _mapping(intake)
    columns, rows = read_sheet(data, mapping.sheet, intake)
    _take_rows(columns, rows, mapping, intake)


def _mapping(intake: Intake) -> Mapping:
    options = intake.options
    if options.schemas is None:
        raise ValueError("a table is read by the schemas of the publication")
    return read_mapping(options.mapping, options.schemas, date_format=options.date_format)


def _take_rows(columns: list[str], rows: list[Row], mapping: Mapping, intake: Intake) -> None:
    check_columns(mapping, columns)
    intake.facts = {"description": "A table", "class": "reference", "type": "dataset", **mapping.source}
    if "title" in mapping.source and "description" not in mapping.source:
        del intake.facts["description"]
    intake.as_of = mapping.as_of
    used = frozenset((mapping.key, *mapping.skipped, *(column.name for column in mapping.columns)))
    for row in rows:
        intake.pass_over(row.cells, used)
        number = row.get(mapping.key)
        if not number or number.lower() in mapping.missing:
            intake.skip(row.at, f'the column "{mapping.key}" is empty, by which the row would be known again')
            continue
        record = _make(row, mapping, intake)
        cite: Object = {"source": DATASET, "at": f"{mapping.key} {number}"[:300]}
        intake.take(mapping.kind, mapping.scheme, number, {"cite": cite, **record}, at=row.at)


def _make(row: Row, mapping: Mapping, intake: Intake) -> Object:
    record: Object = {}
    for path, value in mapping.constants.items():
        put(record, tuple(path.split(".")), value)
    for column in mapping.columns:
        text = row.get(column.name)
        if not text or text.lower() in mapping.missing:
            continue
        values = [part.strip() for part in text.split(column.split) if part.strip()] if column.split else [text]
        found: list[Json] = [value for part in values if (value := _read(part, column, row, intake)) is not None]
        if found:
            whole: Json = found if column.split and len(found) > 1 else found[0]
            put(record, column.field.path, _join(record, column, whole))
    return record


def _join(record: Object, column: Column, value: Json) -> Json:
    """Return the value with what another column put into the same field, where that field is a list."""
    before = record.get(column.field.path[0]) if len(column.field.path) == 1 else None
    if before is None or not column.field.is_list:
        return value
    old, new = (each if isinstance(each, list) else [each] for each in (before, value))
    return [*old, *(entry for entry in new if entry not in old)]


def _read(text: str, column: Column, row: Row, intake: Intake) -> Json:
    if column.values:
        if text not in column.values:
            intake.refuse(row.at, column.name, text, "the mapping does not say what this value stands for")
            return None
        return column.values[text]
    if column.link:
        return Link(column.link[0], column.link[1], text)
    if column.field.is_date:
        try:
            return read_date(text, column.date_format)
        except Unclear as reason:
            intake.refuse(row.at, column.name, text, str(reason))
            return None
    return read_number(text) if column.field.is_number else " ".join(text.split()) if "\n" not in text else text
