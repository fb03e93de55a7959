"""References: each leads to a record, of the right kind, that readers can see."""

from collections.abc import Iterator, Sequence

from factsheet.diagnostics import Diagnostic, Location, did_you_mean
from factsheet.model import Record, Reference
from factsheet.resolution import locate, locate_link
from factsheet.rules.content import Content


def dangling_reference(content: Content) -> Iterator[Diagnostic]:
    """An id must name a record, and one of the kind that is wanted there; in Markdown links too.

    Write the id of a record: the name of its file, or its `id`. A former id has a new one: use that.

    Good: `according_to: sohr`, where content/groups/sohr.yaml is a record.
    Bad: `according_to: shor`, which no record has; or `part_of: abu-jabir`, who is a person and no group.
    """
    for record, reference in _list(content):
        target = content.corpus.records.get(reference.target)
        if target is None:
            if reference.target not in content.broken:
                yield _report_dangling(content, record, reference)
        elif "*" not in reference.kinds and target.kind not in reference.kinds:
            yield _report_kind(content, record, reference, target)


def reference_to_unpublished(content: Content) -> Iterator[Diagnostic]:
    """A published record must not name a draft or embargoed one: readers would be led to nothing, or told too early.

    Publish the other record, hold this one back too, or take the reference out.

    Good: a published event that names a published group.
    Bad: a published event that names a group with `draft: true`.
    """
    for record, reference in _list(content):
        target = content.corpus.records.get(reference.target)
        if record.is_published and target and not target.is_published:
            state = "a draft" if "draft" in target.data else f"under embargo until {target.data.get('embargo')}"
            message = f'"{reference.target}" is {state}, but a published record names it'
            hint = "publish it, hold this record back too, or take the reference out"
            other = target.document.locate(("draft",) if "draft" in target.data else ("embargo",))
            at = _place(record, reference)
            yield Diagnostic("reference-to-unpublished", "error", message, at, hint=hint, related=(other,))


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
    is_error = "draft" not in record.data
    return Diagnostic(
        "dangling-reference",
        "error" if is_error else "warning",
        f'no record has the id "{target}"',
        _place(record, reference),
        hint=hint or _suggest_folder(content, reference.kinds),
    )


def _report_kind(content: Content, record: Record, reference: Reference, target: Record) -> Diagnostic:
    wanted = " or ".join(_with_article(_title(content, kind)) for kind in reference.kinds)
    fitting = [each.id for each in content.corpus.records.values() if _fits(each.kind, reference.kinds)]
    message = f'"{target.id}" is {_with_article(_title(content, target.kind))}; {wanted} is wanted here'
    hint = did_you_mean(target.id, fitting)
    at = _place(record, reference)
    return Diagnostic("dangling-reference", "error", message, at, hint=hint, related=(locate(target, ()),))


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
