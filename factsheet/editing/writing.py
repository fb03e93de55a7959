"""Records to YAML in the canonical layout: fields in the order of the schema, one item a line, 120 columns.

What is short stands between brackets on one line; prose has a line of its own; several lines stand below a `|`. A
record written and loaded again is the same record. Comments are not known here: to change a file that a person wrote,
edit its text.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factsheet.editing.scalars import is_block, is_plain, write_scalar
from factsheet.model import Json, Object
from factsheet.schemas import Schemas

WIDTH: Final = 120
_LONGEST_WORDS: Final = 80
"""A longer text is prose: it does not stand between brackets."""
_INDENT: Final = "  "


def write_record(data: Object, schema: Object, schemas: Schemas) -> str:
    """Return one record, in short or long form, as YAML; `schema` is that of its kind (`schemas.kind(name).schema`).

    Raises ValueError for a value that no file can hold (see `scalars.write_scalar`).
    """
    return "".join(f"{line}\n" for line in _Writer(schemas).fields(data, schema)) or "{}\n"


def write_records(records: Sequence[tuple[Object, Object]], schemas: Schemas) -> str:
    """Return a file of several records, each with the schema of its kind; each needs an `id` of its own."""
    return "---\n".join(write_record(data, schema, schemas) for data, schema in records)


def write_field(name: str, value: Json, schema: Object, schemas: Schemas) -> str:
    """Return one field of a record, `name: ...`, as its lines; `schema` is that of the record's kind."""
    return "".join(f"{line}\n" for line in _Writer(schemas).fields({name: value}, schema))


def arrange(value: Json, schema: Object, schemas: Schemas) -> Json:
    """Return `value` with the keys of each of its maps in the order of the schema; nothing else is changed."""
    return _Writer(schemas).arrange(value, schema)


class _Writer:
    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def fields(self, data: Object, schema: Object) -> Iterator[str]:
        ordered = self.arrange(data, schema)
        for key, value in ordered.items() if isinstance(ordered, dict) else ():
            yield from _field(key, value, 0)

    def arrange(self, value: Json, schema: Object) -> Json:
        picked = self._schemas.pick(schema, value)
        if isinstance(value, list):
            items = picked.get("items")
            inner = items if isinstance(items, dict) else {}
            return [self.arrange(entry, inner) for entry in value]
        if not isinstance(value, dict):
            return value
        properties = picked.get("properties")
        known: Mapping[str, Json] = properties if isinstance(properties, dict) else {}
        extra = picked.get("additionalProperties")
        keys = [*(key for key in known if key in value), *(key for key in value if key not in known)]
        return {key: self.arrange(value[key], _schema_of(known.get(key, extra))) for key in keys}


def _schema_of(schema: Json) -> Object:
    return schema if isinstance(schema, dict) else {}


def _field(key: str, value: Json, depth: int) -> Iterator[str]:
    name = f"{_INDENT * depth}{write_scalar(key)}:"
    if isinstance(value, dict | list):
        flow = write_flow(value)
        if flow is not None and len(name) + 1 + len(flow) <= WIDTH:
            yield f"{name} {flow}"
            return
        yield name
        yield from _entries(value, depth + 1)
    elif isinstance(value, str) and is_block(value):
        yield f"{name} |{'' if value.endswith(chr(10)) else '-'}"
        yield from _lines(value, depth + 1)
    else:
        yield f"{name} {write_scalar(value)}"


def _entries(value: list[Json] | Object, depth: int) -> Iterator[str]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _field(key, entry, depth)
        return
    for entry in value:
        yield from _entry(entry, depth)


def _entry(value: Json, depth: int) -> Iterator[str]:
    dash = f"{_INDENT * depth}- "
    if isinstance(value, str) and is_block(value):
        yield f"{dash}|{'' if value.endswith(chr(10)) else '-'}"
        yield from _lines(value, depth + 1)
        return
    if not isinstance(value, dict | list):
        yield f"{dash}{write_scalar(value)}"
        return
    flow = write_flow(value)
    if flow is not None and len(dash) + len(flow) <= WIDTH:
        yield f"{dash}{flow}"
        return
    first, *rest = _entries(value, depth + 1)
    yield f"{dash}{first.lstrip(' ')}"
    yield from rest


def _lines(text: str, depth: int) -> Iterator[str]:
    for line in text.removesuffix("\n").split("\n"):
        yield f"{_INDENT * depth}{line}" if line else ""


def write_flow(value: list[Json] | Object) -> str | None:
    """Return a list or map on one line, or None where it holds prose, or more than lists and maps of scalars."""
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    parts: list[str] = []
    for key, entry in value.items() if isinstance(value, dict) else enumerate(value):
        text = _flow_entry(entry, is_in_list=isinstance(value, list))
        if text is None:
            return None
        parts.append(f"{write_scalar(key, in_flow=True)}: {text}" if isinstance(key, str) else text)
    return f"{{{', '.join(parts)}}}" if isinstance(value, dict) else f"[{', '.join(parts)}]"


def _flow_entry(entry: Json, *, is_in_list: bool) -> str | None:
    if isinstance(entry, dict | list):
        return None if entry and (is_in_list or _is_deep(entry)) else write_flow(entry)
    if isinstance(entry, str) and _is_prose(entry):
        return None
    return write_scalar(entry, in_flow=True)


def _is_deep(value: list[Json] | Object) -> bool:
    """Tell whether a map in a map has maps of its own, or a list anything but scalars."""
    entries = value.values() if isinstance(value, dict) else value
    return any(isinstance(entry, dict | list) and bool(entry) for entry in entries)


def _is_prose(text: str) -> bool:
    """Tell whether a text is better off on a line of its own: long, a sentence, or quoted only due to the brackets."""
    is_sentence = text.endswith((".", "!", "?")) and " " in text
    is_hampered = is_plain(text) and not is_plain(text, in_flow=True)
    return len(text) > _LONGEST_WORDS or is_sentence or "\n" in text or is_hampered
