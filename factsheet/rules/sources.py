"""Sources: no fact without its owner, and no owner that can't be found again."""

from collections.abc import Iterator
from typing import Final

from factsheet.composing.derived import find_origins
from factsheet.diagnostics import Diagnostic, Pointer
from factsheet.model import Object, Record
from factsheet.resolution import Shape, locate
from factsheet.resolution.mentions import CITED_BY
from factsheet.rules.content import Content
from factsheet.rules.findings import count, locate_key, report

_NEED_NONE: Final = frozenset({"place", "source", "dossier"})
_LABELS: Final = frozenset({"names"})
_MOST_SHARED: Final = 3
_OFTEN_ALONE: Final = frozenset({"claim", "source"})


def check_statement_without_source(content: Content) -> Iterator[Diagnostic]:
    """Every statement has a source: its own `cite`, or that of its record.

    A fact without an owner can't be checked by a reader, nor by the next editor. Places, sources and dossiers need
    none, nor do names, types, countries and identifiers. In a draft it is a warning.

    Good:

        # groups/red-hill.yaml (whole)
        name: Red Hill
        type: armed-group
        as_of: 2020-05-01
        founded: {value: 2011-03-04, cite: gazette}

    Bad:

        # groups/red-hill.yaml (whole)
        name: Red Hill
        type: armed-group
        as_of: 2020-05-01
        founded: 2011-03-04
    """
    for record in content.records:
        if needs_sources(record) and "cite" not in record.data:
            yield from _check_record(record, content.desk.shape(record.kind))


def check_source_without_locator(content: Content) -> Iterator[Diagnostic]:
    """A source says where it is found again: `url`, `archived`, `reference`, or a captured text.

    Without one a reader has to believe that it exists. `url: unknown` is an answer: it says that somebody looked.

    Good:

        # sources/gazette.yaml
        url: unknown

    Bad:

        # sources/gazette.yaml (whole)
        title: The Hill Gazette
        publisher: Hill Press
        class: media
        published: 2012
    """
    for record in content.of_kind("source"):
        is_found = any(name in record.data for name in ("url", "archived", "reference"))
        if not is_found and find_capture(record.id) not in content.files:
            hint = "give url: or reference:, or write url: unknown if you looked for it"
            message = "this source has no url, reference or captured text, so nobody can find it again"
            yield report("source-without-locator", locate(record, ()), message, hint=hint)


def check_dead_without_archive(content: Content) -> Iterator[Diagnostic]:
    """A source whose address is dead has an archived copy, or says that none is known.

    Good:

        # sources/gazette.yaml
        url: https://gazette.example.org/12
        access: dead
        archived: https://archive.example.org/gazette/12

    Bad:

        # sources/gazette.yaml
        url: https://gazette.example.org/12
        access: dead
    """
    for record in content.of_kind("source"):
        if record.data.get("access") == "dead" and "archived" not in record.data:
            message = "the address of this source is dead, and no archived copy is given"
            hint = "add archived: and the address of a copy, or archived: unknown"
            yield report("dead-without-archive", locate(record, ("access",)), message, hint=hint)


def check_single_origin(content: Content) -> Iterator[Diagnostic]:
    """What is cited from several sources comes from more than one origin.

    Two outlets that print the same agency's text are one witness. The origin of a source is its `origin`, else its
    publisher. A record that cites one source is not reported, for there the reader sees it; nor are claims, nor what
    is shown by a primary source, such as the text of a law.

    Good:

        # groups/red-hill.yaml
        cite: [gazette, wire-report]

    Bad:

        # groups/red-hill.yaml
        cite: [gazette, gazette-evening]
    """
    for record in content.records:
        if record.kind in _OFTEN_ALONE:
            continue
        sources = list_sources(content, record)
        origins = find_origins(content.desk, sources)
        if len(sources) > 1 and len(origins) == 1 and not any(_is_primary(content, each) for each in sources):
            message = f"all {count(len(sources), 'source')} of this record go back to one: {origins[0]}"
            at = locate_key(record, ("cite",)) if "cite" in record.data else locate(record, ())
            yield report("single-origin", at, message, hint="look for a second, independent source")


def check_unused_source(content: Content) -> Iterator[Diagnostic]:
    """A source is cited somewhere.

    One that nobody cites is either left over, or the statement that needs it has lost its `cite`.

    Good:

        # groups/red-hill.yaml
        cite: gazette

    Bad:

        # sources/pamphlet.yaml
        title: A pamphlet
    """
    for record in content.of_kind("source"):
        if not any(reference.inverse == CITED_BY for reference in content.corpus.backlinks.get(record.id, ())):
            yield report("unused-source", locate(record, ()), f'nobody cites the source "{record.id}"')


def check_broad_citation(content: Content) -> Iterator[Diagnostic]:
    """A record's `cite` of more than three sources doesn't stand for statements without their own.

    A reader of a single date can't know which of many sources to open for it. Give the statements their own `cite`.

    Good:

        # groups/red-hill.yaml
        founded: {value: 2011, cite: gazette}
        cite: [gazette, gazette-evening, wire-report, yearbook]

    Bad:

        # groups/red-hill.yaml
        founded: 2011
        cite: [gazette, gazette-evening, wire-report, yearbook]
    """
    for record in content.records:
        cites = record.data.get("cite")
        if not needs_sources(record) or not isinstance(cites, list) or len(cites) <= _MOST_SHARED:
            continue
        statements = list_statements(record, content.desk.shape(record.kind))
        bare = [pointer for pointer, statement in statements if "cite" not in statement]
        if bare:
            message = f"{count(len(cites), 'source')} stand for {count(len(bare), 'statement')} without their own"
            hint = "give each statement the cite: that shows it"
            related = sorted(locate(record, pointer) for pointer in bare)
            yield report("broad-citation", locate_key(record, ("cite",)), message, hint=hint, related=related)


def needs_sources(record: Record) -> bool:
    """Tell whether the statements of a record need sources."""
    return record.kind not in _NEED_NONE


def list_statements(record: Record, shape: Shape) -> list[tuple[Pointer, Object]]:
    """Return the statements of a record that can have sources of their own, with the pointer of each."""
    return [each for name in record.data for each in _list_statements(record, name, shape)]


def list_sources(content: Content, record: Record) -> list[str]:
    """Return the id of each source that a record cites, once, in reading order."""
    references = content.corpus.references.get(record.id, ())
    return list(dict.fromkeys(each.target for each in references if each.inverse == CITED_BY))


def find_capture(source: str) -> str:
    """Return the path of the captured text of a source, which need not exist."""
    return f"content/captures/{source}.txt"


def _is_primary(content: Content, source: str) -> bool:
    record = content.corpus.records.get(source)
    return record is not None and record.data.get("class") == "primary"


def _check_record(record: Record, shape: Shape) -> Iterator[Diagnostic]:
    statements = list_statements(record, shape)
    bare = [pointer for pointer, statement in statements if "cite" not in statement]
    if not bare and statements:
        return
    is_mild = "draft" in record.data
    if not any("cite" in statement for _, statement in statements):
        message = "neither this record nor any statement in it names a source"
        hint = "add cite: and the id of a source, at least to the record"
        yield report("statement-without-source", locate(record, ()), message, hint=hint, is_mild=is_mild)
        return
    for pointer in bare:
        message = f'this statement of "{pointer[0]}" has no source, nor has the record one for all'
        hint = "add cite: to the statement, or to the record"
        yield report("statement-without-source", locate(record, pointer), message, hint=hint, is_mild=is_mild)


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
