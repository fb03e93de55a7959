"""A new record as text: what it must have, with what each field means above it, and what it may have as comments."""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Final

from factsheet.editing import write_field
from factsheet.model import Json, Object
from factsheet.schemas import Kind, Schemas

_WIDTH: Final = 96
_MOST_WORDS: Final = 24
_LATER: Final = frozenset(
    (
        "kind", "id", "former_ids", "see_also", "identifiers", "reviewed", "embargo", "withdrawn", "changes", "silence",
        "according_to", "disputed_by", "confidence", "note", "rejected",
    )
)  # fmt: skip
"""Fields of the envelope that a record has later, if ever."""


def write_new_record(kind: Kind, schemas: Schemas, values: Mapping[str, Json], *, modeline: str = "") -> str:
    """Return the text of a record of `kind` with `values` in it; what it must have besides is left empty.

    An empty field is what `factsheet check` asks to be filled in; nothing is made up. The fields stand in the order of
    the schema.
    """
    properties = kind.schema.get("properties")
    fields = properties if isinstance(properties, dict) else {}
    wanted = [name for name in fields if name in values or name in _list_required(kind)]
    offered = [name for name in fields if name not in wanted and name not in _LATER]
    later = [name for name in fields if name in _LATER and name not in wanted]
    lines = [modeline.rstrip("\n")] if modeline else []
    for name in wanted:
        schema = _resolve(fields[name], schemas)
        lines += [f"# {line}" for line in _explain(schema)]
        typed = write_field(name, values[name], kind.schema, schemas) if name in values else f"{name}:"
        lines.append(typed.rstrip("\n"))
    if offered:
        lines += ["", "# It may have these too: take the # away before the name of a field and fill it in."]
    for name in offered:
        schema = _resolve(fields[name], schemas)
        lines += ["#", *(f"#   {line}" for line in _explain(schema)), f"# {name}:"]
    if later:
        listed = wrap(f"And: {', '.join(later)}.", _WIDTH)
        lines += ["#", *(f"# {line}" for line in listed)]
    return "\n".join(lines) + "\n"


def _list_required(kind: Kind) -> list[Json]:
    required = kind.schema.get("required")
    return required if isinstance(required, list) else []


def _resolve(schema: Json, schemas: Schemas) -> Object:
    return schemas.resolve(schema) if isinstance(schema, dict) else {}


def _explain(schema: Object) -> Iterator[str]:
    text = str(schema.get("description", schema.get("title", "")))
    words = schema.get("enum")
    if isinstance(words, list):
        shown = [str(word) for word in words[:_MOST_WORDS]]
        more = f" and {len(words) - len(shown)} more" if len(words) > len(shown) else ""
        text = f"{text} One of: {', '.join(shown)}{more}."
    yield from wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
