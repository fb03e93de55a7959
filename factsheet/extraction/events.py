"""Events: sentences that tell of an attack, a capture, a siege or a decision, with the day they give."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.article import Article, Span
from factsheet.extraction.dates import DateMention
from factsheet.extraction.entities import Entity
from factsheet.extraction.speakers import Speakers

_TYPES: Final = (
    ("siege", r"sieges?|besieged|blockaded"),
    ("air-strike", r"air\s?strikes?|airstrikes?|air\s+raids?|bombed|bombardment|air\s+attacks?"),
    ("bombing", r"car\s+bomb|bombing|suicide\s+bomb\w*|roadside\s+bomb|explosion|blast"),
    ("shelling", r"shelled|shelling|rocket\s+fire|mortar\s+fire"),
    ("control-change", r"captured|seized|recaptured|retook|retaken|overran|took\s+control|lost\s+control|withdrew\s+from|entered"),
    ("offensive", r"offensive|attacked|launched\s+an?\s+(?:\w+\s+)?(?:attack|offensive|assault)|stormed|invaded|intervened|advanced"),
    ("clash", r"clash(?:es|ed)?|fighting\s+(?:broke|erupted)|gun\s?battle|ambushed"),
    ("displacement", r"fled|displaced"),
    ("evacuation", r"evacuat\w+"),
    ("negotiation", r"talks|negotiations"),
    ("election", r"elections?|referendum|plebiscite"),
)  # fmt: skip
_COMPILED: Final = tuple((name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in _TYPES)
_LONGEST: Final = 160


@dataclass(frozen=True, slots=True)
class Event:
    """An event told in a sentence: its type by the word that says so, its day, who and where is named beside it."""

    type: str
    span: Span
    trigger: Span
    date: DateMention
    places: tuple[tuple[Span, Entity], ...]
    groups: tuple[tuple[Span, Entity], ...]


def find_events(article: Article, entities: Sequence[Entity], dates: Sequence[DateMention]) -> tuple[Event, ...]:
    """Return the events that are told with a day; a sentence gives one at most."""
    speakers = Speakers(article, entities)
    by_sentence: dict[int, list[DateMention]] = {}
    for date in dates:
        if date.kind == "date":
            by_sentence.setdefault(article.sentence_at(date.start), []).append(date)
    found = []
    for number, near in by_sentence.items():
        sentence = article.sentences[number]
        hits = [
            (match.start(), name, match)
            for name, pattern in _COMPILED
            if (match := pattern.search(article.text, sentence.start, sentence.end))
        ]
        if not hits or article.is_quoted(hits[0][0]):
            continue
        _, name, match = min(hits, key=lambda hit: hit[0])
        date = min(near, key=lambda each: abs(each.start - match.start()))
        named = speakers.within(sentence.start, sentence.end)
        places = tuple(pair for pair in named if pair[1].sort == "place")
        groups = tuple(pair for pair in named if pair[1].sort == "group")
        found.append(
            Event(
                name, (sentence.start, min(sentence.end, sentence.start + _LONGEST)), match.span(), date, places, groups
            )
        )
    return tuple(sorted(found, key=lambda each: each.span))
