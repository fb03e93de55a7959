"""Bytes to rows and values, with the place of whatever can't be read; text made fit for a record."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from factsheet.diagnostics import FactsheetError
from factsheet.encoding import decode as decode_json
from factsheet.importing.intake import Intake
from factsheet.model import Json, Object

MOST_BYTES: Final = 256 * 1024 * 1024
LONGEST_NAME: Final = 300
_HIDDEN: Final = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_SPELLED: Final = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss",
                                 "æ": "ae", "Æ": "AE", "œ": "oe", "þ": "th", "ð": "d"})  # fmt: skip


class ImportProblem(FactsheetError):
    """The file can't be imported: it is broken at a place, or something about it has to be said first. Exit code 1."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its place for messages, and its cells by column."""

    at: str
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """Return a cell without the blanks around it; empty where there is none."""
        return self.cells.get(column, "").strip()


def decode(data: bytes, encoding: str) -> str:
    """Return the text of a file; raises ImportProblem at the line of a byte that is none."""
    if len(data) > MOST_BYTES:
        raise ImportProblem(f"the file is larger than {MOST_BYTES // 2**20} MiB; split it")
    try:
        text = data.decode("utf-8-sig" if encoding.lower().replace("-", "") == "utf8" else encoding)
    except LookupError:
        raise ImportProblem(f'there is no encoding "{encoding}"') from None
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = data.count(b"\n", 0, start) + 1
        raise ImportProblem(
            f"line {line}: byte {start + 1} is not {encoding} ({data[start : start + 1].hex().upper() or 'no byte'}); "
            "say how the file is written with --encoding, such as --encoding windows-1252"
        ) from None
    found = text.find("\0")
    if found >= 0:
        raise ImportProblem(f"line {text.count(chr(10), 0, found) + 1}: a NUL stands here: this is no text file")
    return text


def read_table(data: bytes, encoding: str, intake: Intake, *, delimiter: str = ",") -> tuple[list[str], list[Row]]:
    """Return the columns and rows of a CSV file; rows of another width than the header are skipped.

    Of two columns with one name the first is kept, and the other counted as not read.
    """
    lines = _read_csv(decode(data, encoding), delimiter)
    _, header = next(lines, (1, []))
    columns = [name.strip() for name in header]
    if not any(columns):
        raise ImportProblem("line 1: there is no row with the names of the columns")
    rows: list[Row] = []
    for line, cells in lines:
        at = f"line {line}"
        if not any(cell.strip() for cell in cells):
            continue
        intake.read += 1
        if len(cells) != len(columns):
            intake.skip(at, f"the row has {len(cells)} fields, the header has {len(columns)}")
            continue
        rows.append(Row(at, _by_column(columns, cells, intake)))
    return columns, rows


def read_json(data: bytes, encoding: str) -> Json:
    """Return what a JSON file holds; raises ImportProblem at the place where it is none."""
    text = decode(data, encoding)
    try:
        value = decode_json(text)
    except ValueError as error:
        raise ImportProblem(f"this is not JSON: {error}") from None
    return value  # type: ignore[return-value]  # the door: JSON is what orjson returns


def objects(value: Json) -> list[Object]:
    """Return the maps in a list; nothing where it is no list."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def as_text(value: Json) -> str:
    """Return a string, or a number as one; nothing for anything else."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def clean(text: str, longest: int = LONGEST_NAME) -> str:
    """Return a text on one line, without hidden characters; nothing where it is longer than a record can hold."""
    plain = " ".join(_HIDDEN.sub("", text).split())
    return plain if len(plain) <= longest else ""


def make_slug(text: str) -> str:
    """Return the nearest id to a name, or nothing where it has no letter that an id may have."""
    folded = unicodedata.normalize("NFKD", text.translate(_SPELLED)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", folded.replace("'", " ").lower())
    found = ""
    for word in words:
        if len(found) + len(word) > 70:  # noqa: PLR2004  # room for a register and a number behind it
            break
        found = f"{found}-{word}" if found else word
    return "" if found in {"unknown", "none", "withheld"} else found


def _read_csv(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ImportProblem(f"line {line}: the row that begins here is broken: {error}") from None
        yield line, cells
        line = reader.line_num + 1


def _by_column(columns: list[str], cells: list[str], intake: Intake) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, cell in zip(columns, cells, strict=True):
        if name in found:
            intake.unused.update([f"{name} (again)"] if cell.strip() else [])
        elif name:
            found[name] = cell
    return found
