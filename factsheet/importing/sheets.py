"""XLSX workbooks: openpyxl's home, imported when first needed."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from factsheet.diagnostics import EnvironmentProblem
from factsheet.importing.intake import Intake
from factsheet.importing.texts import MOST_BYTES, ImportProblem, Row

_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, SyntaxError, EOFError, OSError, IndexError,
    AttributeError, NotImplementedError, OverflowError, RecursionError,
)  # fmt: skip
"""What openpyxl and its parts raise about a file that is no workbook."""

_ERRORS: Final = frozenset(("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"))


def read_sheet(data: bytes, name: str, intake: Intake) -> tuple[list[str], list[Row]]:
    """Return the columns and rows of the sheet `name`, or of the only one; raises ImportProblem."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  # an extra, wanted for one format only
    except ImportError:
        raise EnvironmentProblem("xlsx needs openpyxl: install factsheet[xlsx], or save the sheet as CSV") from None
    _check_size(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        names = list(book.sheetnames)
        if name not in names and (name or len(names) != 1):
            raise ImportProblem(f"say which sheet is meant, with sheet: in the mapping: {', '.join(names)}")
        sheet = book[name or names[0]]
        lines: list[list[object]] = [list(cells) for cells in sheet.iter_rows(values_only=True)]
        typed = load_workbook(io.BytesIO(data), read_only=True)[name or names[0]]
        odd = {
            (number, place): str(cell.value)
            for number, cells in enumerate(typed.iter_rows())
            for place, cell in enumerate(cells)
            if cell.data_type in {"f", "e"}
        }
    except _BROKEN as error:
        raise ImportProblem(f"this is no XLSX workbook that can be read ({type(error).__name__})") from None
    return _make_rows(lines, odd, intake)


def _check_size(data: bytes) -> None:
    """Refuse a workbook that grows beyond measure when it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        raise ImportProblem("this is no XLSX workbook") from None
    if size > MOST_BYTES:
        raise ImportProblem(f"the workbook is larger than {MOST_BYTES // 2**20} MiB when it is unpacked")


def _make_rows(
    lines: list[list[object]], odd: Mapping[tuple[int, int], str], intake: Intake
) -> tuple[list[str], list[Row]]:
    """Return the columns and rows; `odd` are formulas and errors by place, told where they say nothing."""
    header = [_write(cell) for cell in lines[0]] if lines else []
    if not any(header):
        raise ImportProblem("row 1: there is no row with the names of the columns")
    rows: list[Row] = []
    for number, line in enumerate(lines[1:], start=2):
        cells = [_write(cell) for cell in line]
        for place, column in enumerate(header[: len(cells)]):
            if (text := odd.get((number - 1, place))) is not None and (not cells[place] or cells[place] in _ERRORS):
                is_error = text in _ERRORS or cells[place] in _ERRORS
                reason = "the cell holds an error" if is_error else "the file does not hold the value of this formula"
                intake.refuse(f"row {number}", column, text, f"{reason}: {text}"[:200])
                cells[place] = ""
        if any(cells):
            intake.read += 1
            rows.append(Row(f"row {number}", dict(zip(header, cells, strict=False))))
    return [name for name in header if name], rows


def _write(cell: object) -> str:
    """Return a cell as text: dates as ISO 8601, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip().replace("\0", "")
