"""XLSX workbooks: openpyxl's home, imported when first needed."""

import io
import zipfile
import zlib
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
        lines: list[list[object]] = [list(cells) for cells in book[name or names[0]].iter_rows(values_only=True)]
    except _BROKEN as error:
        raise ImportProblem(f"this is no XLSX workbook that can be read ({type(error).__name__})") from None
    return _make_rows(lines, intake)


def _check_size(data: bytes) -> None:
    """Refuse a workbook that grows beyond measure when it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        raise ImportProblem("this is no XLSX workbook") from None
    if size > MOST_BYTES:
        raise ImportProblem(f"the workbook is larger than {MOST_BYTES // 2**20} MiB when it is unpacked")


def _make_rows(lines: list[list[object]], intake: Intake) -> tuple[list[str], list[Row]]:
    header = [_write(cell) for cell in lines[0]] if lines else []
    if not any(header):
        raise ImportProblem("row 1: there is no row with the names of the columns")
    rows: list[Row] = []
    for number, line in enumerate(lines[1:], start=2):
        cells = [_write(cell) for cell in line]
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
