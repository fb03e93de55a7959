"""Stages 2, 4 and 5 together: the groups, persons and places of an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from factsheet.extraction import generic
from factsheet.extraction.aliases import join_aliases
from factsheet.extraction.article import Article, Span
from factsheet.extraction.dates import DateMention
from factsheet.extraction.entities import Entity, Mention, Name, Typist, find_mentions, fold, gather
from factsheet.extraction.gazetteer import Gazetteer
from factsheet.extraction.persons import find_role, join_surnames


@dataclass(frozen=True, slots=True)
class Names:
    """What is named: the entities, and the raw mentions that other stages look at (agreements among them)."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


def find_names(
    article: Article, dates: Sequence[DateMention], gazetteer: Gazetteer | None = None, typist: Typist | None = None
) -> Names:
    """Return the groups, persons and places of the article, each with every mention."""
    mentions = find_mentions(article, dates)
    dateline = generic.find_dateline(article)
    open_mentions = generic.drop_mentions(mentions, dateline)
    known = gazetteer.find(article) if gazetteer else []
    for entity in known:
        for span in entity.spans:
            open_mentions = generic.drop_mentions(open_mentions, span)
    entities = [*known, *gather(article, open_mentions, typist)]
    if dateline:
        entities.append(generic.as_place(article, dateline))
    entities += generic.find_generic(article)
    entities = join_surnames(article, entities, mentions)
    entities = _unify([each for each in entities if each.sort])
    entities = join_aliases(article, entities)
    for entity in entities:
        if entity.sort == "person" and not entity.role:
            found = find_role(article, entity)
            if found:
                entity.role, entity.role_span = found
    if gazetteer:
        gazetteer.offer_candidates(entities)
    return Names(tuple(sorted(entities, key=_first)), tuple(mentions))


def _first(entity: Entity) -> Span:
    return min((span for name in entity.names for span in name.spans), default=(0, 0))


def _unify(entities: list[Entity]) -> list[Entity]:
    """Return entities with those of one sort and one name made one."""
    by_name: dict[tuple[str, str], Entity] = {}
    for entity in entities:
        twin = by_name.setdefault((entity.sort, fold(entity.name)), entity)
        if twin is not entity:
            _absorb(twin, entity)
    return list(by_name.values())


def _absorb(twin: Entity, entity: Entity) -> None:
    for name in entity.names:
        mine = twin.find(name.text)
        if mine:
            mine.spans += name.spans
        else:
            twin.names.append(Name(name.text, name.rule, name.spans, name.kind))
