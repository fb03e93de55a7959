"""A short name for a happening, made of the words of its clause, and who and where is named in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.drafting import event_words as words
from factsheet.extraction.drafting.events import Event
from factsheet.extraction.drafting.sayings import SAID
from factsheet.extraction.lexicon import country_names
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Article, Span, tidy

_LONGEST: Final = 100
_SHORTEST: Final = 24
_BESIDE: Final = 30
_MUTUAL: Final = frozenset({"clash", "negotiation", "displacement", "evacuation"})
_BRACKETS: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_STOP: Final = re.compile(r",\s|\s+and\s+(?=\w+ed\b)|[.!?](?=\s|$)")
_NOUN_STOP: Final = re.compile(r",\s|\s+and\s+(?=[a-z]+(?:ed|s)\b)|[.!?](?=\s|$)")
_APPOSITION: Final = re.compile(r",\s+(?:the|an?|its|their)\s+(?:[\w-]+\s+){0,4}$")
_TOWN: Final = re.compile(r"\b(?:in|at|near|of|from)\s+(?:[A-Z][\w’'-]+\s?){1,3},\s+$")
_PHRASE: Final = re.compile(r"\s+(?:in|on|at|by|for|from|to|with|against|near|and|including)\s")


@dataclass(frozen=True, slots=True)
class Part:
    """A group, or a country that acts as one, that takes part in a happening; the role where the clause says it."""

    span: Span
    entity: Entity
    role: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the clause of a happening says of it: a short name and where that stands, who takes part, and where."""

    event: Event
    name: str
    span: Span
    parts: tuple[Part, ...]
    places: tuple[tuple[Span, Entity], ...]

    @property
    def is_bare(self) -> bool:
        """Tell whether it is a mere noun, `talks`, that nothing else is said of."""
        return not (self.event.sign.is_verb or " " in self.name or self.parts or self.places)


def read_clause(article: Article, event: Event, dates: Sequence[DateMention]) -> Told:
    """Return what the clause of a happening says; `dates` are those of its sentence."""
    name, span = _name(article, event, dates)
    parts = _list_parts(article, event)
    return Told(event, name, span, parts, _list_places(article, event, parts))


def _name(article: Article, event: Event, dates: Sequence[DateMention]) -> tuple[str, Span]:
    """Return a name of at most a hundred characters: the clause without its day, and where that clause stands."""
    text = article.text
    start, end = _apposed(article, event) or (_begin(article, event), _end(article, event))
    pieces, here = [], start
    for date in dates:
        if start <= date.start and date.end <= end:
            lead = words.DATE_LEAD.search(text[here : date.start])
            pieces.append(text[here : here + lead.start() if lead else date.start])
            here = date.end
    name = tidy(_BRACKETS.sub("", " ".join([*pieces, text[here:end]])))
    name = words.LEADING.sub("", name).strip(' ,.;:-–—“”"')
    name = re.sub(r"\s+([,.;:’'])", r"\1", name)
    return _shorten(name[:1].upper() + name[1:]), _trim(text, start, end, dates)


def _apposed(article: Article, event: Event) -> Span | None:
    """Return what a noun behind a comma only sums up: `Gunmen killed 130 villagers, the deadliest assault`."""
    start = article.sentences[event.sentence].start
    found = _APPOSITION.search(article.text, start, event.trigger[0])
    if event.sign.is_verb or found is None:
        return None
    before = [each.end() for each in words.BOUNDARY.finditer(article.text, start, found.start())]
    begin = max([start, *before])
    return (begin, found.start()) if found.start() - begin > _SHORTEST else None


def _end(article: Article, event: Event) -> int:
    """Return where the phrase ends that a name is made of."""
    stop = (_STOP if event.sign.is_verb else _NOUN_STOP).search(article.text, event.trigger[1], event.clause[1])
    return stop.start() if stop else event.clause[1]


def _begin(article: Article, event: Event) -> int:
    """Return where the phrase begins that a name starts with."""
    text = article.text
    start, trigger = event.clause[0], event.trigger[0]
    if not event.sign.is_verb:
        stops = list(words.PHRASE_STOP.finditer(text, start, trigger))
        return stops[-1].end() if stops else start
    said = list(SAID.finditer(text, start, trigger))
    if said:
        return _first_told(text, event)
    return start


def _trim(text: str, start: int, end: int, dates: Sequence[DateMention]) -> Span:
    """Return the place of a name without spaces, and without a date at its end."""
    for date in reversed(dates):
        if start < date.start < end and not text[date.end : end].strip(" ,.;"):
            lead = words.DATE_LEAD.search(text[start : date.start])
            end = start + lead.start() if lead else date.start
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")]"):
        end -= 1
    return start, end


def _shorten(name: str) -> str:
    """Return a name without the phrases at its end that make it too long, or cut between two words."""
    while len(name) > _LONGEST:
        phrases = [each.start() for each in _PHRASE.finditer(name) if _SHORTEST < each.start() <= _LONGEST]
        name = name[: phrases[-1]] if phrases else name[:_LONGEST].rsplit(" ", 1)[0]
    return name


def _list_parts(article: Article, event: Event) -> tuple[Part, ...]:
    """Return who takes part: the subject and the object, `by X`, `on X`; not those who only tell of it."""
    text = article.text
    begin = _first_told(text, event) if event.sign.is_verb else _begin(article, event)
    is_passive = event.sign.is_verb and bool(words.PASSIVE.search(text[event.clause[0] : event.trigger[0]]))
    parts: dict[int, Part] = {}
    end = _end(article, event)
    for span, entity in event.named:
        before = text[event.clause[0] : span[0]]
        is_acting = entity.sort == "group" or (
            entity.sort == "place"
            and any(name.text in country_names() for name in entity.names)
            and not _is_where(before)
            and not _is_owner(text, span)
        )
        if begin <= span[0] < end and is_acting:
            parts.setdefault(id(entity), Part(span, entity, _role(event, before, span, is_passive=is_passive)))
    return tuple(parts.values())


def _first_told(text: str, event: Event) -> int:
    """Return from where on a clause tells of the happening itself: behind `X told Y`, whom it is told by and to."""
    said = list(SAID.finditer(text, event.clause[0], event.trigger[0]))
    if not said:
        return event.clause[0]
    named = [span for span, _ in event.named if span[0] >= said[-1].end() and span[1] <= event.trigger[0]]
    return named[-1][0] if len(named) > 1 and said[-1].group() in {"told", "tells"} else said[-1].end()


def _is_where(before: str) -> bool:
    """Tell whether the words before a name make it a place where something is: `in X`, `in Doha, X`."""
    is_located = words.LOCATIVE.search(before) or _TOWN.search(before)
    return bool(is_located) and not words.AGENT.search(before)


def _is_owner(text: str, span: Span) -> bool:
    """Tell whether a name only says whose something is, or is part of a longer word."""
    return text[span[1] : span[1] + 2] in {"'s", "’s"} or text[span[1] : span[1] + 1] == "-"


def _role(event: Event, before: str, span: Span, *, is_passive: bool) -> str:
    """Return the part a group plays: who begins it, or whom it is aimed at, where the clause says so."""
    if words.AGENT.search(before):
        return next((role for role, pattern in words.GO_BETWEEN if pattern.search(before)), "initiator")
    return (
        _role_by_verb(event, span, is_passive=is_passive) if event.sign.is_verb else _role_by_noun(event, before, span)
    )


def _role_by_verb(event: Event, span: Span, *, is_passive: bool) -> str:
    if event.sign.type in _MUTUAL and not event.sign.family:
        return ""
    if span[1] <= event.trigger[0]:
        return "target" if is_passive else "initiator"
    return "target" if event.sign.family or event.sign.type == "legal-act" else ""


def _role_by_noun(event: Event, before: str, span: Span) -> str:
    """Return the role in `the Taliban attack on the army`; in `clashes` nobody is told to have begun."""
    if not event.sign.family or event.sign.type == "clash":
        return ""
    if words.AIM.search(before):
        return "target"
    return "initiator" if 0 <= event.trigger[0] - span[1] <= _BESIDE else ""


def _list_places(article: Article, event: Event, parts: Sequence[Part]) -> tuple[tuple[Span, Entity], ...]:
    """Return the places of a happening: after `in`, `at`, `of` and the like, or as what was captured or bombed."""
    text = article.text
    begin = _first_told(text, event)
    taking = {id(part.entity) for part in parts}
    places: dict[int, tuple[Span, Entity]] = {}
    for span, entity in event.named:
        if entity.sort != "place" or id(entity) in taking or span[0] < begin or _is_owner(text, span):
            continue
        is_object = event.sign.is_verb and span[0] >= event.trigger[1]
        if is_object or words.LOCATIVE.search(text[event.clause[0] : span[0]]):
            places.setdefault(id(entity), (span, entity))
    return tuple(places.values())
