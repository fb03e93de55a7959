"""Agreements that add to, change, renew or replace an earlier one that the same sentence names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.agreeing.agreement_arguments import Agreement
from factsheet.extraction.reading.article import Article, Span

_VERBS: Final = (
    ("supplements", r"supplement(?:s|ed|ing)?|adds\s+to|added\s+to|builds\s+on|built\s+on"),
    ("amends", r"amend(?:s|ed|ing)?|modif(?:ies|ied|ying)|revis(?:es|ed|ing)"),
    ("renews", r"renew(?:s|ed|ing)?|prolong(?:s|ed|ing)?|extend(?:s|ed|ing)?"),
    ("supersedes", r"supersed(?:es|ed|ing)|replac(?:es|ed|ing)|took\s+the\s+place\s+of"),
    ("implements", r"implement(?:s|ed|ing)"),
)
_TIE: Final = re.compile("|".join(rf"\b(?P<{field}>{pattern})\b" for field, pattern in _VERBS))
_PASSIVE: Final = re.compile(r"\b(?:was|were|is|been|being)\s+$")
_NEAR: Final = re.compile(r"\s+(?:by\s+)?(?:on\s+)?(?:the|a|an|its|their)?\s*(?:[\w-]+\s+){0,2}")
_BY: Final = re.compile(r"\s+by\s")
_REACH: Final = 90
_OTHER: Final = re.compile(r"[;]|\bnot\b|n[’']t\b|\b(?:would|could|may|might|should|never)\b")


@dataclass(frozen=True, slots=True)
class Tie:
    """What one agreement is to an earlier one: the field of the later, and the verb that says so."""

    later: int
    field: str
    earlier: int
    verb: Span


def find_ties(article: Article, agreements: Sequence[Agreement]) -> Iterator[Tie]:
    """Yield the ties between agreements, which go by their numbers; none that their days speak against."""
    by_sentence: dict[int, list[tuple[Span, int]]] = {}
    for number, agreement in enumerate(agreements):
        for seen in agreement.instrument.mentions:
            by_sentence.setdefault(seen.sentence, []).append((seen.span, number))
    seen_ties: set[tuple[int, int]] = set()
    for place, named in by_sentence.items():
        sentence = article.sentences[place]
        for verb in _TIE.finditer(article.text, sentence.start, sentence.end):
            tie = _read(article.text, verb, sorted(named))
            if tie is None or (tie.later, tie.earlier) in seen_ties or _is_later(agreements, tie.earlier, tie.later):
                continue
            seen_ties.add((tie.later, tie.earlier))
            yield tie


def _read(text: str, verb: re.Match[str], named: Sequence[tuple[Span, int]]) -> Tie | None:
    """Return the tie between the agreement before a verb and the one right behind it."""
    before = [each for each in named if each[0][1] <= verb.start() and verb.start() - each[0][1] <= _REACH]
    behind = [each for each in named if each[0][0] >= verb.end() and _NEAR.fullmatch(text, verb.end(), each[0][0])]
    if not before or not behind or before[-1][1] == behind[0][1]:
        return None
    first, second = before[-1], behind[0]
    between = text[first[0][1] : verb.start()]
    is_two = len({number for _, number in before}) > 1
    if _OTHER.search(between) or is_two:
        return None
    is_passive = bool(_PASSIVE.search(between)) and bool(_BY.match(text, verb.end()))
    later, earlier = (second[1], first[1]) if is_passive else (first[1], second[1])
    return Tie(later, str(verb.lastgroup), earlier, verb.span())


def _is_later(agreements: Sequence[Agreement], one: int, other: int) -> bool:
    """Tell whether the day of one agreement is surely after that of another."""
    mine, theirs = agreements[one].date, agreements[other].date
    if mine is None or theirs is None:
        return False
    size = min(len(mine.value), len(theirs.value))
    return mine.value[:size] > theirs.value[:size]
