"""The mapping file of `csv` and `xlsx`: which column goes into which field, and how dates are written."""

from dataclasses import dataclass
from dataclasses import field as default
from typing import Final

from factsheet import loading
from factsheet.diagnostics import did_you_mean
from factsheet.importing.dating import check_form
from factsheet.importing.fields import Field, find_field
from factsheet.importing.texts import ImportProblem, as_text
from factsheet.model import Json, Object
from factsheet.schemas import Kind, Schemas

_KEYS: Final = frozenset(
    ("kind", "key", "columns", "constants", "date_format", "delimiter", "sheet", "source", "as_of", "missing")
)
_COLUMN_KEYS: Final = frozenset(("field", "split", "values", "link", "date_format"))
_SOURCE_KEYS: Final = frozenset(
    ("title", "description", "publisher", "class", "published", "url", "type", "language", "licence", "reference")
)


@dataclass(frozen=True, slots=True)
class Column:
    """Where the cells of one column go."""

    name: str
    field: Field
    split: str = ""
    values: Object = default(default_factory=dict)
    link: tuple[str, str] | None = None
    date_format: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping file as read and checked."""

    kind: str
    scheme: str
    key: str
    columns: tuple[Column, ...]
    skipped: frozenset[str]
    constants: Object
    missing: frozenset[str]
    delimiter: str
    sheet: str
    source: Object
    as_of: Json


def load_mapping(data: bytes, path: str) -> Object:
    """Return the map in a mapping file; raises ImportProblem at the place of the first thing wrong with it."""
    reading = loading.load(data, path)
    for found in reading.diagnostics:
        raise ImportProblem(f"{path}:{found.at.line}:{found.at.column}: {found.message}")
    value = reading.documents[0].value if len(reading.documents) == 1 else None
    if not isinstance(value, dict):
        raise ImportProblem(f"{path}: a mapping is one map, with kind:, key: and columns:")
    return value


def read_mapping(value: Object, schemas: Schemas, *, date_format: str = "") -> Mapping:
    """Return a mapping that has been checked against the schema of its kind; raises ImportProblem."""
    if not value:
        raise ImportProblem("a table needs a mapping: name its file with --mapping")
    _check_keys(value, _KEYS, "the mapping")
    kind = schemas.kinds.get(as_text(value.get("kind")))
    if kind is None:
        raise ImportProblem(f"the mapping needs kind:, one of {', '.join(schemas.kinds)}")
    key, columns, source = (_map(value, name) for name in ("key", "columns", "source"))
    scheme, column = as_text(key.get("scheme")), as_text(key.get("column"))
    if not scheme or not column:
        raise ImportProblem("the mapping needs key: {scheme: ..., column: ...}, by which a row is known again")
    _check_keys(source, _SOURCE_KEYS, "source: of the mapping")
    form = _check_form(date_format or as_text(value.get("date_format")), "date_format")
    missing = value.get("missing", [])
    words = missing if isinstance(missing, list) else [missing]
    constants = _map(value, "constants")
    for name in constants:
        find_field(name, kind, schemas)
    return Mapping(
        kind=kind.name,
        scheme=scheme,
        key=column,
        columns=tuple(_read_column(name, to, kind, schemas, form) for name, to in columns.items() if to != "skip"),
        skipped=frozenset(name for name, to in columns.items() if to == "skip"),
        constants=constants,
        missing=frozenset(as_text(word).lower() for word in words),
        delimiter=as_text(value.get("delimiter")) or value_of_tab(value),
        sheet=as_text(value.get("sheet")),
        source=source,
        as_of=value.get("as_of"),
    )


def value_of_tab(value: Object) -> str:
    """Return the delimiter where it is a tab, which trimming takes away; else a comma."""
    return "\t" if value.get("delimiter") == "\t" else ","


def check_columns(mapping: Mapping, present: list[str]) -> None:
    """Refuse a mapping that names a column the table has not, or has twice; raises ImportProblem."""
    for name in (mapping.key, *(column.name for column in mapping.columns)):
        if name not in present:
            hint = did_you_mean(name, present) or f"columns are {', '.join(present[:20])}"
            raise ImportProblem(f'the table has no column "{name}"; {hint}')
        if present.count(name) > 1:
            raise ImportProblem(f'the table has two columns "{name}": which one is meant can\'t be told')


def _read_column(name: str, to: Json, kind: Kind, schemas: Schemas, form: str) -> Column:
    what: Json = {"field": to} if isinstance(to, str) else to
    if not isinstance(what, dict):
        raise ImportProblem(f'column "{name}": a field is expected, or {{field: ..., split: ...}}, or skip')
    _check_keys(what, _COLUMN_KEYS, f'column "{name}"')
    link = _map(what, "link")
    if link and not (as_text(link.get("kind")) in schemas.kinds and as_text(link.get("scheme"))):
        raise ImportProblem(f'column "{name}": a link needs {{kind: ..., scheme: ...}}')
    own = _check_form(as_text(what.get("date_format")), f'column "{name}"')
    split = what.get("split")
    return Column(
        name,
        find_field(as_text(what.get("field")), kind, schemas),
        split if isinstance(split, str) else "",
        _map(what, "values"),
        (as_text(link["kind"]), as_text(link["scheme"])) if link else None,
        own or form,
    )


def _check_form(form: str, where: str) -> str:
    wrong = check_form(form) if form else ""
    if wrong:
        raise ImportProblem(f"{where}: {wrong}")
    return form


def _check_keys(value: Object, known: frozenset[str], where: str) -> None:
    for name in value:
        if name not in known:
            hint = did_you_mean(name, sorted(known)) or f"known are {', '.join(sorted(known))}"
            raise ImportProblem(f'{where} has an unknown key "{name}"; {hint}')


def _map(value: Object, name: str) -> Object:
    found = value.get(name)
    if found is not None and not isinstance(found, dict):
        raise ImportProblem(f"{name}: a map is expected")
    return found or {}
