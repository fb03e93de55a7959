"""The publication as data for other programs: a dict of pure functions from all sheets to files."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from factsheet.diagnostics import FactsheetError
from factsheet.formats.context import Context
from factsheet.formats.exports.dataset import export_dataset
from factsheet.formats.exports.statements import export_statements
from factsheet.formats.exports.tables import export_tables
from factsheet.model import Sheet
from factsheet.schemas import Schemas

Export = Callable[[Sequence[Sheet], Schemas, Context], Mapping[str, bytes]]
"""Makes files, by path, from all sheets in the order of their ids."""

EXPORTS: Final[dict[str, Export]] = {
    "dataset": export_dataset,
    "statements": export_statements,
    "tables": export_tables,
}


def list_exports(sheets: Sequence[Sheet], schemas: Schemas, context: Context) -> dict[str, bytes]:
    """Return the files of every export by path. Raises FactsheetError where two of them want the same path."""
    files: dict[str, bytes] = {}
    for name, export in EXPORTS.items():
        made = export(sheets, schemas, context)
        if taken := sorted(files.keys() & made.keys()):
            raise FactsheetError(f'two exports would be written to "{taken[0]}"; {name} needs a kind of another name')
        files |= made
    return files


__all__ = ["EXPORTS", "Export", "list_exports"]
