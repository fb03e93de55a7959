"""The records that a record names, as it was typed: listed, renamed, left out."""

from collections.abc import Collection, Mapping

from factsheet.diagnostics import Pointer
from factsheet.model import Json, Object
from factsheet.resolution import find_typed_pointer
from factsheet.schemas import Kind, Schemas, find_references, normalise_record
from factsheet.schemas.shape import follow


def list_targets(record: Object, kind: Kind, schemas: Schemas) -> list[tuple[Pointer, str]]:
    """Return the place, as typed, and the id of each record that a valid record names."""
    mentions = find_references(normalise_record(record, kind, schemas, "und"), kind.schema, schemas)
    return [(find_typed_pointer(record, mention.pointer[:-1] if mention.pointer[-1:] == ("ref",) else mention.pointer),
             mention.target) for mention in mentions]  # fmt: skip


def rename(record: Object, kind: Kind, schemas: Schemas, names: Mapping[str, str]) -> Object:
    """Return a record that names others by their new ids."""
    for pointer, target in list_targets(record, kind, schemas):
        if target in names:
            record = _as_map(_put(record, pointer, names[target]))
    return record


def leave_out(record: Object, kind: Kind, schemas: Schemas, targets: Collection[str]) -> Object:
    """Return a record without the entries of lists, else the fields, that name one of `targets`."""
    gone = [pointer for pointer, target in list_targets(record, kind, schemas) if target in targets]
    for pointer in sorted(
        gone, key=lambda each: [(isinstance(step, str), str(step).zfill(9)) for step in each], reverse=True
    ):
        record = _as_map(_drop(record, _find_entry(record, pointer)) or {})
    return record


def _find_entry(record: Object, pointer: Pointer) -> Pointer:
    """Return the place of the innermost entry that a value stands in and that is not alone in its list, else its field.

    Of a split from two groups one may be left out; a split from nothing says nothing.
    """
    ends = [number for number, step in enumerate(pointer) if isinstance(step, int)]
    for end in reversed(ends):
        listed = follow(record, pointer[:end])
        if isinstance(listed, list) and len(listed) > 1:
            return pointer[: end + 1]
    return pointer[:1]


def _put(value: Json, pointer: Pointer, new: Json) -> Json:
    if not pointer:
        return new
    step, rest = pointer[0], pointer[1:]
    if isinstance(value, dict):
        return {name: _put(each, rest, new) if name == step else each for name, each in value.items()}
    if isinstance(value, list):
        return [_put(each, rest, new) if number == step else each for number, each in enumerate(value)]
    return value


def _drop(value: Json, pointer: Pointer) -> Json:
    """Return a value without what stands at a place; None for a list or map that is empty then."""
    step, rest = pointer[0], pointer[1:]
    if isinstance(value, dict):
        kept = {name: _drop(each, rest) if name == step and rest else each
                for name, each in value.items() if name != step or rest}  # fmt: skip
        return {name: each for name, each in kept.items() if each is not None} or None
    if isinstance(value, list):
        entries = [_drop(each, rest) if number == step and rest else each
                   for number, each in enumerate(value) if number != step or rest]  # fmt: skip
        return [each for each in entries if each is not None] or None
    return value


def _as_map(value: Json) -> Object:
    return value if isinstance(value, dict) else {}
