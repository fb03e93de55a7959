"""The words in which values, and what a schema wants, are told to an editor."""

import json
from collections.abc import Iterable, Sequence

from factsheet.diagnostics import Pointer
from factsheet.model import Json, Object
from factsheet.schemas.picking import MISSING_WORDS
from factsheet.schemas.resolving import Resolver

LONGEST = 60
MOST_WORDS = 12
_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "nothing",
    "number": "a number",
    "object": "a map of fields",
    "string": "text",
}
_FORMS = {
    "amount": "a number, or words such as at least 400",
    "date": "a date such as 2017-01-28",
    "string": "text",
    "text": "text, or one text for each language",
}
_READINGS = {bool: "a yes or no", int: "a number", float: "a number with a point", str: "text"}


def show(value: Json) -> str:
    """Return a value as YAML, on one line and shortened."""
    if isinstance(value, str):
        return _cut(json.dumps(value, ensure_ascii=False), '"')
    if isinstance(value, dict):
        return _cut("{" + ", ".join(f"{shorten(key)}: {_show_inner(inner)}" for key, inner in value.items()) + "}", "}")
    if isinstance(value, list):
        return _cut("[" + ", ".join(_show_inner(inner) for inner in value) + "]", "]")
    return "null" if value is None else json.dumps(value)


def name_reading(value: Json) -> str:
    """Return what YAML reads a value as."""
    if isinstance(value, list):
        return "a list"
    return "a map of fields" if isinstance(value, dict) else _READINGS.get(type(value), "nothing")


def name_place(pointer: Pointer) -> str:
    """Return what a message calls the value at `pointer`."""
    names = [step for step in pointer if isinstance(step, str)]
    if not names:
        return "the record"
    if isinstance(pointer[-1], int):
        return f'entry {pointer[-1] + 1} of "{shorten(names[-1])}"'
    return f'"{shorten(names[-1])}"'


def name_wanted(schema: Object, resolver: Resolver) -> str:
    """Return what the schema, resolved, wants, such as `a date such as 2017-01-28, or unknown, none or withheld`."""
    wanted = list(dict.fromkeys(_wanted(schema, resolver)))
    missing = [word for word in ("unknown", "none", "withheld") if word in wanted]
    rest = [phrase for phrase in wanted if phrase not in MISSING_WORDS]
    if not rest:
        return join(missing)
    return ", or ".join([*rest, *([join(missing)] if missing else [])])


def list_words(words: Sequence[Json]) -> str:
    """Return the words of a closed list, shortened."""
    shown = [word if isinstance(word, str) else show(word) for word in words]
    more = len(shown) - MOST_WORDS
    return f"{', '.join(shown[:MOST_WORDS])} and {more} more" if more > 0 else join(shown)


def join(words: Iterable[str], last: str = "or") -> str:
    """Return `a, b or c`."""
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def quote(names: Iterable[str]) -> list[str]:
    """Return the names in quotation marks, each shortened."""
    return [f'"{shorten(name)}"' for name in names]


def shorten(text: str) -> str:
    """Return a name on one line, cut to what a message can show."""
    plain = json.dumps(text, ensure_ascii=False)[1:-1]
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}..."


def first_sentence(schema: Object) -> str:
    """Return the first sentence of a schema's description."""
    text = str(schema.get("description", ""))
    end = text.find(". ")
    return (text if end < 0 else text[:end]).rstrip(".")


def _wanted(schema: Object, resolver: Resolver) -> list[str]:
    form = schema.get("x-form")
    branches = resolver.branches(schema)
    if branches:
        return [phrase for branch in branches for phrase in _wanted(branch, resolver)]
    if form in _FORMS:
        return [_FORMS[str(form)]]
    if "const" in schema:
        return [show(schema["const"])]
    words = schema.get("enum")
    if isinstance(words, list):
        is_missing = all(word in MISSING_WORDS for word in words)
        return [str(word) for word in words] if is_missing else [f"one of {list_words(words)}"]
    return _wanted_types(schema)


def _wanted_types(schema: Object) -> list[str]:
    if "x-ref" in schema:
        return ["the id of a record"]
    properties = schema.get("properties")
    if isinstance(properties, dict) and "missing" in properties:
        return []
    types = schema.get("type")
    names = types if isinstance(types, list) else [types]
    if isinstance(properties, dict) and properties:
        required = schema.get("required")
        fields = required if isinstance(required, list) else list(properties)[:3]
        return [f"a map such as {{{', '.join(f'{name}: ...' for name in fields)}}}"]
    return [_TYPES[name] for name in names if isinstance(name, str) and name in _TYPES]


def _show_inner(value: Json) -> str:
    return shorten(value) if isinstance(value, str) else show(value)


def _cut(text: str, end: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 4]}...{end}"
