"""Whose each id is: ids are shared by all kinds, and a former id is never used again."""

from collections.abc import Iterator, Sequence

from factsheet.diagnostics import Diagnostic, Pointer
from factsheet.model import Record
from factsheet.resolution.places import locate


def claim_ids(records: Sequence[Record]) -> tuple[dict[str, Record], dict[str, str], list[Diagnostic]]:
    """Return the record of each id, the holder of each former id, and a `duplicate-id` where one is used again."""
    kept: dict[str, Record] = {}
    former: dict[str, str] = {}
    holders: dict[str, tuple[Record, Pointer]] = {}
    duplicates: list[Diagnostic] = []
    for record in records:
        if record.id in holders:
            duplicates.append(_report_duplicate(record.id, record, ("id",), holders[record.id]))
            continue
        holders[record.id] = (record, ("id",))
        kept[record.id] = record
    for record in kept.values():
        for pointer, name in _list_former(record):
            if name in holders:
                duplicates.append(_report_duplicate(name, record, pointer, holders[name]))
                continue
            holders[name] = (record, pointer)
            former[name] = record.id
    return kept, former, duplicates


def _list_former(record: Record) -> Iterator[tuple[Pointer, str]]:
    listed = record.data.get("former_ids")
    for index, name in enumerate(listed if isinstance(listed, list) else []):
        target = name.get("ref") if isinstance(name, dict) else name
        yield ("former_ids", index), str(target)


def _report_duplicate(name: str, record: Record, pointer: Pointer, holder: tuple[Record, Pointer]) -> Diagnostic:
    first = locate(*holder)
    is_former = pointer[0] == "former_ids"
    what = "former id" if is_former else "id"
    message = f'the {what} "{name}" is already that of a record in {first.path}'
    hint = "take it out" if is_former else "give one of the two another id; ids are shared by all kinds"
    return Diagnostic("duplicate-id", "error", message, locate(record, pointer), hint=hint, related=(first,))
