"""What a language model names, merged into what the rules found: it adds, and changes nothing that they read."""

from dataclasses import replace
from typing import Final

from factsheet.extraction.assisting.alignment import Aligned, align
from factsheet.extraction.assisting.merging_statements import merge_agreement, merge_claims, merge_relation
from factsheet.extraction.assisting.merging_table import Table
from factsheet.extraction.assisting.named_by_model import REASON, mark
from factsheet.extraction.assisting.provided import Notice, Provider, read_answers
from factsheet.extraction.dating.dates import DateMention, find_dates
from factsheet.extraction.findings import Findings
from factsheet.extraction.naming.entities import Entity, Name, fold
from factsheet.extraction.naming.gazetteer import Gazetteer
from factsheet.extraction.reading.article import Article, Span, read_article, tidy

_SORTS: Final = ("group", "person", "place")
_LONGEST_NAME: Final = 160
_MOST_NOTICES: Final = 500


def merge(findings: Findings, provider: Provider, gazetteer: Gazetteer | None = None) -> Findings:
    """Return findings with what a provider adds, and notices of what it said and the text or the rules do not bear out.

    The provider is asked once. Entities that it names too are marked so in place.
    """
    answers, refused = read_answers(provider.extract(findings.article.text))
    found, unplaced = align(findings.article, answers)
    table = Table(findings, provider.name)
    table.notices += [*refused, *unplaced]
    by_kind: dict[str, list[Aligned]] = {}
    for each in found:
        by_kind.setdefault(each.candidate.kind, []).append(each)
    named = [(each, _merge_name(table, each)) for each in found if each.candidate.kind in _SORTS]
    for each, entity in named:
        if entity is not None:
            _merge_names(table, each, entity)
            _merge_role(table, each, entity)
    for each in by_kind.get("date", ()):
        _merge_date(table, each)
    for each in by_kind.get("relation", ()):
        merge_relation(table, each)
    for each in by_kind.get("agreement", ()):
        merge_agreement(table, each, lambda span, at: _read_date(table, span, at))
    merge_claims(table, by_kind.get("claim", ()))
    if gazetteer is not None:
        gazetteer.offer_candidates(table.fresh)
    return replace(
        findings,
        entities=(*findings.entities, *table.fresh),
        relations=tuple(table.relations),
        dates=tuple(sorted(table.dates, key=lambda each: (each.start, each.end))),
        agreements=tuple(table.agreements),
        claims=tuple(sorted(table.claims, key=lambda each: each.quantity.start)),
        notices=_first(table.notices),
    )


def _first(notices: list[Notice]) -> tuple[Notice, ...]:
    rest = len(notices) - _MOST_NOTICES
    more = [Notice("model-answer", "", f"{rest} more answers, or parts of some, were not taken")] if rest > 0 else []
    return (*notices[:_MOST_NOTICES], *more)


def _merge_name(table: Table, each: Aligned) -> Entity | None:
    """Return the entity that a candidate names: one there is, or a new one; None where the rules read otherwise."""
    sort, at = each.candidate.kind, f"/{each.candidate.number}/quote"
    here = next((entity for span in each.spans if (entity := table.at(span))), None)
    text = tidy(table.text[slice(*each.spans[0])])
    here = here or table.by_name(text, sort)
    if here is not None and here.sort == sort:
        here.also = here.also if here in table.fresh else table.provider
        return here
    free = [span for span in each.spans if table.is_free(span)]
    if here is not None or not free:
        other = here or table.over(each.spans[0])
        read = f"“{other.name}”, a {other.sort}" if other else "another name"
        table.refuse("model-disagrees", at, f"named as a {sort}; already read here: {read}", each.spans[0])
        return None
    if len(text) > _LONGEST_NAME:
        table.refuse("model-answer", at, f"longer than a name may be: {_LONGEST_NAME} characters", each.spans[0])
        return None
    entity = Entity(sort, [Name(text, mark(table.provider), free)], "medium", REASON)
    table.add(entity)
    return entity


def _merge_names(table: Table, each: Aligned, entity: Entity) -> None:
    """Give an entity its other names, where they are not those of another."""
    for span in each.slots.get("names", ()):
        other = table.at(span)
        text = tidy(table.text[slice(*span)])
        if other is entity or entity.find(text):
            continue
        if other is None and table.is_free(span) and len(text) <= _LONGEST_NAME:
            entity.names.append(Name(text, mark(table.provider), [span]))
            table.take(span, entity)
        else:
            read = f"“{other.name}”" if other else "another name"
            at = f"/{each.candidate.number}/slots/names"
            table.refuse("model-disagrees", at, f"a name of “{entity.name}”; already read here: {read}", span)


def _merge_role(table: Table, each: Aligned, entity: Entity) -> None:
    """Give a person without a role the one that is quoted."""
    for span in each.slots.get("role", ()):
        text = tidy(table.text[slice(*span)])
        at = f"/{each.candidate.number}/slots/role"
        if len(text) > _LONGEST_NAME:
            table.refuse("model-answer", at, f"longer than a role may be: {_LONGEST_NAME} characters", span)
        elif not entity.role:
            entity.role, entity.role_span, entity.role_rule = text, span, mark(table.provider)
        elif fold(entity.role) != fold(text) and not (
            entity.role_span and entity.role_span[0] < span[1] and span[0] < entity.role_span[1]
        ):
            table.refuse("model-disagrees", at, f"the role of “{entity.name}” is already read: {entity.role}", span)


def _merge_date(table: Table, each: Aligned) -> None:
    """Add a date that the rules can read in its own words; they have read the others."""
    at = f"/{each.candidate.number}/quote"
    if all(table.dates_over(span) for span in each.spans):
        return
    if len(each.spans) > 1:
        table.refuse("model-ambiguous", at, "these words stand more than once", each.spans[0])
        return
    _read_date(table, each.spans[0], at)


def _read_date(table: Table, span: Span, at: str) -> DateMention | None:
    """Return the date of some words: as read in the article, or as those words alone say it, leaning on nothing."""
    there = table.dates_over(span)
    if len(there) == 1:
        return there[0]
    if there:
        table.refuse("model-ambiguous", at, f"{len(there)} dates stand here", span)
        return None
    if table.counts_over(span):
        table.refuse("model-disagrees", at, "a number is already read here", span)
        return None
    alone = find_dates(_cut(table.article, span))
    if len(alone) != 1 or alone[0].anchor or any(each.reason for each in alone):
        table.refuse("model-unread", at, "no date that the rules can read by these words alone", span)
        return None
    read = alone[0]
    start, end = span[0] + read.start, span[0] + read.end
    found = replace(read, start=start, end=end, rule=mark(table.provider, read.rule))
    table.dates.append(found)
    return found


def _cut(article: Article, span: Span) -> Article:
    return read_article(article.text[slice(*span)], article.published)
