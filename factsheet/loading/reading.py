"""The way from bytes to documents, step by step."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from factsheet import defaults
from factsheet.diagnostics import Diagnostic, Location, sort_diagnostics
from factsheet.encoding import digest_bytes
from factsheet.loading.builder import Builder
from factsheet.loading.events import MakeParser, make_parser
from factsheet.loading.gaps import check_gaps
from factsheet.loading.problems import Problems, StopReadingError
from factsheet.loading.text import decode, find_refused_characters
from factsheet.model import Document


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may hold at most: bytes, levels of nesting, and nodes (keys, values, lists and maps)."""

    bytes: int = defaults.MAX_FILE_BYTES
    depth: int = defaults.MAX_DEPTH
    nodes: int = defaults.MAX_NODES


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its documents or, where anything in it is refused, none and the reasons."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


_DEFAULT = Limits()


def load(data: bytes, path: str, limits: Limits = _DEFAULT) -> Reading:
    """Return the documents in `data`; `path` is what diagnostics call the file. Never raises for any bytes."""
    if len(data) > limits.bytes:
        return Reading((), (_too_large(path, limits),))
    text, refused = decode(data, path)
    refused = refused or find_refused_characters(text, path)
    if refused:
        return Reading((), refused)
    return read_text(text, path, limits, digest=digest_bytes(data))


def read_text(text: str, path: str, limits: Limits, *, digest: str, parser: MakeParser = make_parser) -> Reading:
    """Return the documents in `text`, of which `text.find_refused_characters` has found nothing to say."""
    problems = Problems(path, text)
    builder = Builder(problems, depth=limits.depth, nodes=limits.nodes)
    with suppress(StopReadingError):
        builder.build(parser(text))
    with suppress(StopReadingError):
        check_gaps(builder.scalars(), problems, is_whole=builder.is_whole)
    if problems.found:
        return Reading((), _leave_out_consequences(sort_diagnostics(problems.found)))
    documents = enumerate(builder.documents)
    return Reading(tuple(Document(path, n, value, places.marks(), digest) for n, (value, places) in documents))


def _leave_out_consequences(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return them with the first only of those that say of one line that it is laid out wrongly."""
    kept: dict[object, Diagnostic] = {}
    for diagnostic in diagnostics:
        is_layout = diagnostic.rule in ("yaml-syntax", "yaml-indentation")
        kept.setdefault(diagnostic.at.line if is_layout else diagnostic, diagnostic)
    return tuple(kept.values())


def _too_large(path: str, limits: Limits) -> Diagnostic:
    return Diagnostic(
        "too-large",
        "error",
        f"the file is larger than {limits.bytes:,} bytes",
        Location(path),
        hint='split it into several files, or raise "limits" in site.yaml',
    )
