"""Sources: no fact without its owner."""

from collections.abc import Iterator

from factsheet.diagnostics import Diagnostic, Pointer, Severity
from factsheet.model import Object, Record
from factsheet.resolution import Shape, locate
from factsheet.rules.content import Content

_NEED_NONE = frozenset({"place", "source", "dossier"})
_LABELS = frozenset({"names"})


def statement_without_source(content: Content) -> Iterator[Diagnostic]:
    """Every statement needs a source: its own `cite`, or that of the record.

    Places, sources and dossiers need none, nor do names, types, countries and identifiers. In a draft it is a warning.

    Good: `cite: rt-2024-11-29` on the record, or `{value: 2017-01-28, cite: rt-2024-11-29}` on the statement.
    Bad: `founded: 2017-01-28` in a group without any `cite`.
    """
    for target in sorted(content.corpus.records):
        record = content.corpus.records[target]
        kind = content.schemas.kinds.get(record.kind)
        if kind and record.kind not in _NEED_NONE and "cite" not in record.data:
            yield from _check_record(record, Shape(kind.schema, content.schemas))


def _check_record(record: Record, shape: Shape) -> Iterator[Diagnostic]:
    statements = [each for name in record.data for each in _list_statements(record, name, shape)]
    bare = [pointer for pointer, statement in statements if "cite" not in statement]
    if not bare and statements:
        return
    severity: Severity = "warning" if "draft" in record.data else "error"
    if not any("cite" in statement for _, statement in statements):
        message = "neither this record nor any statement in it names a source"
        hint = "add cite: and the id of a source, at least to the record"
        yield Diagnostic("statement-without-source", severity, message, locate(record, ()), hint=hint)
        return
    for pointer in bare:
        message = f'this statement of "{pointer[0]}" has no source, nor has the record one for all'
        hint = "add cite: to the statement, or to the record"
        yield Diagnostic("statement-without-source", severity, message, locate(record, pointer), hint=hint)


def _list_statements(record: Record, name: str, shape: Shape) -> Iterator[tuple[Pointer, Object]]:
    value, inner = record.data[name], shape.child(name)
    if name in _LABELS or not inner.holds_statements:
        return
    entries = enumerate(value) if isinstance(value, list) else ()
    if isinstance(value, dict) and "missing" not in value:
        yield (name,), value
    for index, each in entries:
        if isinstance(each, dict) and "missing" not in each:
            yield (name, index), each
