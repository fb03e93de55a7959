"""References: each leads to a record, of the right kind, that readers can see."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from factsheet.diagnostics import Diagnostic, Fix, Location, did_you_mean
from factsheet.model import Record, Reference
from factsheet.resolution import locate, locate_link
from factsheet.rules.content import Content
from factsheet.rules.findings import report
from factsheet.schemas.fixing import is_plain
from factsheet.schemas.spelling import is_slip

_DIGITS: Final = re.compile("[0-9]+")


def check_dangling_reference(content: Content) -> Iterator[Diagnostic]:
    """An id names a record that there is, and one of the kind wanted there; in Markdown links too.

    A reader who follows it would find nothing, or a person where a group was promised. Write the name of the record's
    file, or its `id`. Where a record was renamed, use its new id. In a draft it is a warning.

    Good:

        # groups/red-hill.yaml
        part_of: red-front
        body: It left the [front](red-front) [@gazette, page 3].

    Bad:

        # groups/red-hill.yaml
        part_of: red-frnt
        body: It left [its leader](anna-hill) [@gazete, page 3].
    """
    for record, reference in _list(content):
        target = content.corpus.records.get(reference.target)
        if target is None:
            if reference.target not in content.broken:
                yield _report_dangling(content, record, reference)
        elif "*" not in reference.kinds and target.kind not in reference.kinds:
            yield _report_kind(content, record, reference, target)


def check_reference_to_unpublished(content: Content) -> Iterator[Diagnostic]:
    """A published record names no draft and no embargoed record.

    Readers would be led to nothing, or told too early. Publish the other record, hold this one back too, or take the
    reference out.

    Good:

        # groups/red-hill.yaml
        part_of: old-league
        draft: true
        # groups/old-league.yaml
        draft: true

    Bad:

        # groups/red-hill.yaml
        part_of: old-league
        # groups/old-league.yaml
        draft: true
    """
    for record, reference in _list(content):
        target = content.corpus.records.get(reference.target)
        if record.is_published and target and not target.is_published:
            state = "a draft" if "draft" in target.data else f"under embargo until {target.data.get('embargo')}"
            message = f'"{reference.target}" is {state}, but a published record names it'
            hint = "publish it, hold this record back too, or take the reference out"
            other = target.document.locate(("draft",) if "draft" in target.data else ("embargo",))
            at = _place(record, reference)
            yield report("reference-to-unpublished", at, message, hint=hint, related=(other,))


def _list(content: Content) -> Iterator[tuple[Record, Reference]]:
    for source in sorted(content.corpus.references):
        for reference in content.corpus.references[source]:
            yield content.corpus.records[source], reference


def _report_dangling(content: Content, record: Record, reference: Reference) -> Diagnostic:
    corpus, target = content.corpus, reference.target
    renamed = corpus.former_ids.get(target)
    if renamed:
        hint = f'its id is now "{renamed}"'
    else:
        wanted = [each.id for each in corpus.records.values() if _fits(each.kind, reference.kinds)]
        hint = did_you_mean(target, wanted) or did_you_mean(target, list(corpus.records))
        renamed = _find_meant(target, wanted)
    message, hint = f'no record has the id "{target}"', hint or _suggest_folder(content, reference.kinds)
    at = _place(record, reference)
    found = report("dangling-reference", at, message, hint=hint, is_mild="draft" in record.data)
    return replace(found, fix=Fix(at, renamed)) if renamed and _is_whole_value(record, at, target) else found


def _find_meant(typed: str, ids: Sequence[str]) -> str:
    """Return the one id that `typed` is surely a slip for; other digits mean another record, not a slip."""
    near = [each for each in ids if is_slip(typed, each) and _DIGITS.findall(each) == _DIGITS.findall(typed)]
    return near[0] if len(near) == 1 else ""


def _is_whole_value(record: Record, at: Location, text: str) -> bool:
    """Tell whether `text` stands at a place as it is, and all by itself: not in a sentence, not in quotes."""
    span = (at.line, at.column, at.end_line, at.end_column)
    return is_plain(at, text) and record.document.marks.values.get(at.pointer) == span


def _report_kind(content: Content, record: Record, reference: Reference, target: Record) -> Diagnostic:
    wanted = " or ".join(_with_article(_title(content, kind)) for kind in reference.kinds)
    fitting = [each.id for each in content.corpus.records.values() if _fits(each.kind, reference.kinds)]
    message = f'"{target.id}" is {_with_article(_title(content, target.kind))}; {wanted} is wanted here'
    hint = did_you_mean(target.id, fitting)
    at = _place(record, reference)
    return report("dangling-reference", at, message, hint=hint, related=(locate(target, ()),))


def _suggest_folder(content: Content, kinds: Sequence[str]) -> str:
    known = content.schemas.kinds.get(kinds[0]) if len(kinds) == 1 else None
    return f"make a record for it in content/{known.folder}" if known else "make a record for it"


def _place(record: Record, reference: Reference) -> Location:
    return locate_link(record, reference.pointer, reference.target)


def _fits(kind: str, kinds: Sequence[str]) -> bool:
    return "*" in kinds or kind in kinds


def _title(content: Content, kind: str) -> str:
    known = content.schemas.kinds.get(kind)
    return known.title.lower() if known else kind


def _with_article(word: str) -> str:
    return f"an {word}" if word[:1] in "aeiou" else f"a {word}"
