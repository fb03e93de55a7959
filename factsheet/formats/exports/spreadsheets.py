"""CSV that any program reads and no spreadsheet obeys: RFC 4180, UTF-8, every cell quoted, formulas disarmed."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet would run, or that would look like one already disarmed."""

_SUSPECT: Final = frozenset("'=+-@\t\r\n＝＋－＠")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?", re.ASCII)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV; lines end in CR LF. NUL, at which many readers stop, is written as its picture."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(map(disarm, header))
    writer.writerows(map(disarm, row) for row in rows)
    return text.getvalue().replace("\0", "\N{SYMBOL FOR NULL}").encode()


def disarm(cell: str) -> str:
    """Return the text of a cell with an apostrophe before it where it could be taken for a formula.

    Numbers stay as they are. `arm` gives back what was there.
    """
    if cell[:1] not in _SUSPECT:
        return cell
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def arm(cell: str) -> str:
    """Return what a cell says, without the apostrophe that `disarm` put before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
