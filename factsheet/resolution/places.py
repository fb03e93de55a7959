"""Where what stands in normalised data was typed."""

from factsheet.diagnostics import Location, Pointer
from factsheet.model import Json, Record


def locate(record: Record, pointer: Pointer) -> Location:
    """Return where the value at `pointer` in the normalised data of a record stands in its file."""
    return record.document.locate(find_typed_pointer(record.document.value, pointer))


def find_typed_pointer(value: Json, pointer: Pointer) -> Pointer:
    """Return the place, in a value as typed, of what stands at `pointer` in its normal form.

    A list of one may have been typed without brackets, and a bare value without the key that its long form has.
    """
    typed: list[str | int] = []
    for step in pointer:
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        typed.append(step)
    return tuple(typed)
