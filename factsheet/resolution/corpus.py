"""All records to the corpus: who refers to whom, from both ends, and which records are published."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from factsheet.diagnostics import Diagnostic
from factsheet.model import Corpus, Json, Record, Reference
from factsheet.resolution.ids import claim_ids
from factsheet.resolution.mentions import list_references
from factsheet.resolution.moments import read_moment
from factsheet.resolution.shapes import Shape
from factsheet.schemas import Schemas


def resolve(
    records: Sequence[Record], schemas: Schemas, *, moment: datetime | None = None, with_drafts: bool = False
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Return the corpus of `records`, and a `duplicate-id` for each id that is used twice; the first one holds it.

    A draft is not published, unless `with_drafts`; nor is a record whose embargo ends after `moment`, or any embargoed
    one without it.
    """
    kept, former, duplicates = claim_ids(records)
    published = {target: _publish(record, moment, with_drafts=with_drafts) for target, record in kept.items()}
    shapes = {kind.name: Shape(kind.schema, schemas) for kind in schemas.kinds.values()}
    references = {target: list_references(record, shapes[record.kind]) for target, record in published.items()}
    backlinks: dict[str, list[Reference]] = {}
    for target in sorted(references):
        for reference in references[target]:
            if reference.inverse:
                backlinks.setdefault(reference.target, []).append(reference)
    corpus = Corpus(published, references, {target: tuple(found) for target, found in backlinks.items()}, former)
    return corpus, tuple(duplicates)


def _publish(record: Record, moment: datetime | None, *, with_drafts: bool) -> Record:
    is_held = "draft" in record.data and not with_drafts
    is_published = not is_held and not _is_embargoed(record.data.get("embargo"), moment)
    return record if is_published == record.is_published else replace(record, is_published=is_published)


def _is_embargoed(embargo: Json, moment: datetime | None) -> bool:
    if not isinstance(embargo, str):
        return False
    return moment is None or moment < read_moment(embargo)
