"""How a rule says what it found: where, in one sentence, with what to do about it."""

from collections.abc import Sequence

from factsheet.diagnostics import Diagnostic, Location, Pointer
from factsheet.model import Record
from factsheet.resolution import find_typed_pointer, locate
from factsheet.schemas.shape import follow


def report(
    rule: str, at: Location, message: str, *, hint: str = "", related: Sequence[Location] = (), is_mild: bool = False
) -> Diagnostic:
    """Return a finding. How grave it is, the registry and site.yaml say; a mild one is never more than a warning."""
    return Diagnostic(rule, "warning" if is_mild else "error", message, at, hint=hint, related=tuple(related))


def locate_key(record: Record, pointer: Pointer) -> Location:
    """Return where the key of the value at `pointer` in the normalised data stands in the record's file."""
    return record.document.locate(find_typed_pointer(record.document.value, pointer), key=True)


def locate_part(record: Record, pointer: Pointer, offset: int, length: int) -> Location:
    """Return where a part of the text at `pointer` stands; the place of the whole text if that has several lines."""
    at = locate(record, pointer)
    text = follow(record.data, pointer)
    quotes = at.end_column - at.column - len(text) if isinstance(text, str) else -1
    if at.line != at.end_line or quotes not in {0, 2}:
        return at
    column = at.column + quotes // 2 + offset
    return Location(at.path, at.line, column, at.line, column + length, at.pointer)


def name_pointer(pointer: Pointer) -> str:
    """Return a pointer as `silence` and messages write it, counting from 1: designations.2.note."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in pointer)


def join(words: Sequence[str], last: str = "and") -> str:
    """Return 'a', 'a and b', 'a, b and c'."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def count(number: int, word: str) -> str:
    """Return '1 source', '2 sources'."""
    return f"{number:,} {word}" + ("" if number == 1 else "s")
