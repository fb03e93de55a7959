"""Changing an item before it is accepted: its id and its record, as YAML."""

from collections.abc import Iterator
from dataclasses import replace

from factsheet import loading
from factsheet.diagnostics import FactsheetError
from factsheet.editing import write_record
from factsheet.extraction import Draft, Evidence, Item
from factsheet.extraction.drafting.drafts import leaves
from factsheet.model import Json, Object
from factsheet.project.records import is_id
from factsheet.reviewing.verdicts import BY_HAND, ID, find_proposed, name_item
from factsheet.schemas import Schemas


def write_item(item: Item, schemas: Schemas) -> str:
    """Return an item as YAML to be edited: its id, then its record."""
    return f"id: {item.id}\n" + write_record(item.record, schemas.kind(item.kind).schema, schemas)


def read_item(text: str) -> tuple[str, Object]:
    """Return the id and the record that an edited item holds. Raises FactsheetError where it can't be read."""
    reading = loading.load(text.encode(), "item.yaml")
    if reading.diagnostics:
        first = reading.diagnostics[0]
        raise FactsheetError(f"line {first.at.line}: {first.message}")
    value = reading.documents[0].value if len(reading.documents) == 1 else None
    if not isinstance(value, dict) or not is_id(str(value.get("id", ""))):
        raise FactsheetError("an item is a map of fields that begins with id: and an id such as red-hill-brigade")
    return str(value["id"]), {name: each for name, each in value.items() if name not in {"id", "kind"}}


def change_item(draft: Draft, key: str, name: str, record: Object, schemas: Schemas) -> Draft:
    """Return a draft in which an item has another id and record; what was typed has the rule `editor` for evidence."""
    renamed = name_item(draft, key, name, schemas)
    before = next(find_proposed(item) for item in draft.items if item.key == key)
    items = tuple(_change(item, record, before) if item.key == key else item for item in renamed.items)
    return replace(renamed, items=items)


def set_field(draft: Draft, key: str, field: str, value: Json, schemas: Schemas) -> Draft:
    """Return a draft in which one field of an item has a value; None takes the field out."""
    item = next(each for each in draft.items if each.key == key)
    record = {name: each for name, each in item.record.items() if name != field}
    if value is not None:
        record[field] = value
    return change_item(draft, key, item.id, record, schemas)


def _change(item: Item, record: Object, proposed: str) -> Item:
    kept = [each for each in item.evidence if _holds(each.at, item.record, record)]
    kept += [Evidence(ID, BY_HAND, anchor=proposed)] if item.id != proposed else []
    known = {each.at for each in kept}
    typed = [Evidence(pointer, BY_HAND) for pointer in leaves(record) if not (known & set(_parents(pointer)))]
    missing = tuple(name for name in item.missing if name not in record)
    return replace(item, record=record, evidence=(*kept, *typed), missing=missing)


def _holds(pointer: str, before: Object, after: Object) -> bool:
    """Tell whether what stood at a place stands there still."""
    old = _find(before, pointer)
    return old is not None and old == _find(after, pointer)


def _find(value: Json, pointer: str) -> Json:
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = value.get(name)
        elif isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return value


def _parents(pointer: str) -> Iterator[str]:
    parts = pointer.split("/")
    yield from ("/".join(parts[:size]) for size in range(2, len(parts) + 1))
