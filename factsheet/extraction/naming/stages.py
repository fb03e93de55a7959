"""Stages 2, 4 and 5 together: the groups, persons and places of an article."""

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.naming import generic
from factsheet.extraction.naming.aliases import join_aliases
from factsheet.extraction.naming.entities import Entity, Mention, Name, Typist, find_mentions, fold, gather
from factsheet.extraction.naming.gazetteer import Gazetteer
from factsheet.extraction.naming.persons import find_role, join_surnames
from factsheet.extraction.naming.short_forms import join_first_words
from factsheet.extraction.naming.turned import add_turned
from factsheet.extraction.reading.article import Article, Span

_OWNER: Final = re.compile(r"\b[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?['’]s\s$")
_AGENCY: Final = re.compile(
    r"\s+(?:refugee|children['’]s|food|migration|health|cultural|humanitarian|human\s+rights|development|atomic|labour|labor)\s+(?:agency|fund|office|programme|body|watchdog)\b"
)
_GENERIC: Final = 3


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
    datelines = [dateline] if dateline else []
    for look in (generic.find_second_dateline, generic.find_dateline_region) if dateline else ():
        beside = look(article, datelines[0])
        datelines += [beside] if beside else []
    open_mentions = mentions
    for place in datelines:
        open_mentions = generic.drop_mentions(open_mentions, place)
    bodies = generic.find_generic(article)
    inner = sorted(span for body in bodies for span in body.spans)
    open_mentions = [
        each
        for each in open_mentions
        if not (_is_inside(each.span, inner) and (not each.piece.sort or each.text in {"U.S.", "US", "UK"}))
        and not (each.piece.sort == "group" and _AGENCY.match(article.text, each.span[1]))
    ]
    known = _free(gazetteer.find(article), open_mentions) if gazetteer else []
    taken = sorted(span for entity in known for span in entity.spans)
    bodies = _without(bodies, taken)
    open_mentions = [each for each in open_mentions if not _overlaps(each.span, taken)]
    entities = [*known, *gather(article, open_mentions, typist)]
    for place in datelines:
        entities.append(generic.as_place(article, place))
    entities += bodies
    entities = join_first_words(article, join_surnames(article, entities, mentions))
    entities = _unify([each for each in entities if each.sort])
    entities = join_aliases(article, add_turned(article, entities))
    _add_short_heads(article, entities, mentions)
    _add_governed(entities)
    entities = [each for each in entities if not _is_stray(each)]
    for entity in entities:
        if entity.sort == "person" and not entity.role:
            found = find_role(article, entity)
            if found:
                entity.role, entity.role_span = found
    if gazetteer:
        gazetteer.offer_candidates(entities)
    return Names(tuple(sorted(entities, key=_first)), tuple(mentions))


def _add_short_heads(article: Article, entities: list[Entity], mentions: Sequence[Mention]) -> None:
    """Give `the Council` to the one group whose name ends so, and `Syria's Defence Ministry` to `Defence Ministry`."""
    groups = [each for each in entities if each.sort == "group"]
    by_head: dict[str, list[Entity]] = {}
    for each in groups:
        if " " in each.name:
            by_head.setdefault(_head(each.name), []).append(each)
    for mention in mentions:
        is_told = mention.piece.run.has_the or not mention.piece.run.is_initial
        is_told = is_told or (
            mention.text not in _MANY and article.text[mention.span[1] : mention.span[1] + 2].strip().islower()
        )
        if mention.piece.rule == "head-alone" and is_told:
            fits = by_head.get(mention.text, [])
            if len(fits) == 1:
                mine = fits[0].find(mention.text)
                if mine:
                    mine.spans.append(mention.span)
                else:
                    fits[0].names.append(Name(mention.text, "head-of-name", [mention.span]))
    _add_bodies(article, groups)
    for each in groups:
        start, end = each.spans[0]
        owner = _OWNER.search(article.text, max(0, start - 40), start)
        if (
            owner
            and each.name.split()[-1]
            in {"Ministry", "Army", "Parliament", "Department", "Council", "Court", "Guard", "Government"}
            and len(each.name.split()) < _GENERIC
        ):
            text = " ".join(article.text[owner.start() : end].split())
            each.names.append(Name(text, "with-owner", [(owner.start(), end)]))


_MANY: Final = frozenset({"Troops", "Rebels", "Fighters", "Militants", "Militias", "Forces", "Guerrillas", "Workers"})
_BODIES: Final = ("army", "military", "foreign ministry", "defence ministry", "defense ministry", "health ministry")


def _add_bodies(article: Article, groups: list[Entity]) -> None:
    """Give `the army` to the one group of the article whose name ends so."""
    for body in _BODIES:
        owners = [each for each in groups if any(name.text.casefold().endswith(f" {body}") for name in each.names)]
        if len(owners) == 1 and not owners[0].find(body):
            spans = [
                match.span(1) for match in re.finditer(rf"\b[Tt]he\s+({body})\b(?![-\s]+[a-z]*backed)", article.text)
            ]
            taken = owners[0].spans
            spans = [span for span in spans if not _overlaps(span, taken)]
            if spans:
                owners[0].names.append(Name(body, "body-alone", spans))


def _head(name: str) -> str:
    """Return the head noun of an organisation's name: its last word, or the last before `of`, `for` or `in`."""
    words = name.split()
    last = next(
        (number for number, word in enumerate(words) if number and word in {"of", "for", "in", "on"}), len(words)
    )
    return words[last - 1]


def _is_stray(entity: Entity) -> bool:
    """Tell whether a group is only two letters that nothing explains."""
    name = entity.names[0]
    is_short = len(name.text) == 2 and name.text.isupper()  # noqa: PLR2004 - a small count, told by its line
    return entity.sort == "group" and len(entity.names) == 1 and is_short and name.rule == "acronym"


def _add_governed(entities: list[Entity]) -> None:
    """Name the country of `the Government of Harvan` as a place too, if it is one."""
    places = {fold(name.text): each for each in entities if each.sort == "place" for name in each.names}
    for group in [each for each in entities if each.sort == "group"]:
        match = re.fullmatch(r"[Gg]overnment of (?:the )?(?P<state>.+)", group.name)
        state = match.group("state") if match else ""
        if re.sub(r"^.*Republic of (?:the )?", "", state) not in lexicon.country_names():
            continue
        spans = [(end - len(state), end) for _, end in group.names[0].spans]
        own = places.get(fold(state))
        named = own.find(state) if own else None
        if named:
            named.spans = sorted({*named.spans, *spans})
        elif not own:
            entities.append(Entity("place", [Name(state, "gazetteer", spans)], "high", "gazetteer"))


def _free(known: list[Entity], mentions: Sequence[Mention]) -> list[Entity]:
    """Return known entities without the mentions that are only a part of a longer name."""
    longer = sorted({mention.span for mention in mentions if mention.piece.sort != "other"})
    for entity in known:
        for name in entity.names:
            name.spans = [span for span in name.spans if span in longer or not _is_inside(span, longer)]
        entity.names = [name for name in entity.names if name.spans]
    return [entity for entity in known if entity.names]


def _without(bodies: list[Entity], taken: list[Span]) -> list[Entity]:
    """Return states' bodies without the mentions that are those of a record of the publication."""
    for each in bodies:
        for name in each.names:
            name.spans = [span for span in name.spans if not _overlaps(span, taken)]
    return [each for each in bodies if each.spans]


def _overlaps(span: Span, places: list[Span]) -> bool:
    """Tell whether a span shares a letter with one of some places, which are in order and apart."""
    number = bisect_right(places, (span[1] - 1, sys.maxsize)) - 1
    return number >= 0 and places[number][1] > span[0]


def _is_inside(span: Span, places: list[Span]) -> bool:
    """Tell whether a span lies in one of some places, which are in order."""
    number = bisect_right(places, (span[0], sys.maxsize)) - 1
    return number >= 0 and places[number][0] <= span[0] and span[1] <= places[number][1]


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
