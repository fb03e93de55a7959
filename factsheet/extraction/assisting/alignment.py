"""Where the quotes of a language model stand in the text: exactly, with spaces and marks levelled, or nearly."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from factsheet.extraction.assisting.provided import Candidate, Notice
from factsheet.extraction.reading.article import Article, Span

How = Literal["exact", "levelled", "near"]
_WORD: Final = re.compile(r"\w[\w\u0300-\u036f]*")
_LEAD: Final = re.compile(r"[\s,;:\"“”«»]*(?:the\s+)?[\s\"“«]*", re.IGNORECASE)
_TRAIL: Final = re.compile(r"[\s,;:\"“”«»]+$")
_POINTING: Final = frozenset({"claim", "relation"})
"""Kinds whose quote only tells where to read; of all others the quote is the value."""

_GAP: Final = 4
_NEAR: Final = 0.75
_WINDOW: Final = 1.4
_FEWEST: Final = 6
_MOST_WORDS: Final = 80
_MOST_PLACES: Final = 1_000
_MOST_STEPS: Final = 20_000_000
"""How much looking for near places all quotes together may cost: about two seconds."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A candidate found in the text: every place of its quote, how it was found, and one place for each part."""

    candidate: Candidate
    spans: tuple[Span, ...]
    how: How
    slots: dict[str, tuple[Span, ...]]


def align(article: Article, candidates: Sequence[Candidate]) -> tuple[tuple[Aligned, ...], tuple[Notice, ...]]:
    """Return the candidates that the text bears out, and a notice of every quote that it does not."""
    finder = Finder(article.text)
    found: list[Aligned] = []
    notices: list[Notice] = []
    for each in candidates:
        is_pointing = each.kind in _POINTING
        spans, how = finder.find(each.quote if is_pointing else trim(each.quote), is_near_enough=is_pointing)
        if not spans:
            notices.append(Notice("model-quote", f"/{each.number}/quote", "not found in the text", each.quote))
            continue
        slots = {name: _place_slot(finder, each, name, (spans[0], notices)) for name in each.slots}
        found.append(Aligned(each, spans, how, {name: places for name, places in slots.items() if places}))
    return tuple(found), tuple(notices)


def _place_slot(
    finder: "Finder", candidate: Candidate, name: str, beside: tuple[Span, list[Notice]]
) -> tuple[Span, ...]:
    """Return where the quotes of one part stand: of several places, the one nearest to the whole."""
    whole, notices = beside
    value = candidate.slots[name]
    places = []
    for number, quote in enumerate([value] if isinstance(value, str) else value):
        spans, _ = finder.find(trim(quote), is_near_enough=False)
        if spans:
            places.append(min(spans, key=lambda span: (max(span[0] - whole[1], whole[0] - span[1], 0), span)))
        else:
            at = f"/{candidate.number}/slots/{name}" + ("" if isinstance(value, str) else f"/{number}")
            notices.append(Notice("model-quote", at, "not found in the text", quote))
    return tuple(places)


def trim(quote: str) -> str:
    """Return a quote without the article and the marks around it: names are kept without them."""
    lead = _LEAD.match(quote)
    return _TRAIL.sub("", quote[lead.end() if lead else 0 :])


class Finder:
    """Finds quotes in one text. Words are whole: `Iran` is not in `Iranian`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[tuple[str, bool], tuple[tuple[Span, ...], How]] = {}
        self._left = _MOST_STEPS

    def find(self, quote: str, *, is_near_enough: bool) -> tuple[tuple[Span, ...], How]:
        """Return the places of a quote, none where it is not in the text; a near place only where that is enough."""
        key = (quote, is_near_enough)
        if key not in self._known:
            self._known[key] = self._find(quote.strip(), is_near_enough=is_near_enough)
        return self._known[key]

    def _find(self, quote: str, *, is_near_enough: bool) -> tuple[tuple[Span, ...], How]:
        words = [fold(word) for word in _WORD.findall(quote)]
        if not words:
            return (), "exact"
        if exact := self._exact(quote):
            return exact, "exact"
        if levelled := self._levelled(words):
            return levelled, "levelled"
        near = self._near(words) if is_near_enough else None
        return ((near,), "near") if near else ((), "exact")

    def _exact(self, quote: str) -> tuple[Span, ...]:
        found: list[Span] = []
        at = self.text.find(quote)
        while at >= 0 and len(found) < _MOST_PLACES:
            end = at + len(quote)
            if self._is_whole(at, end):
                found.append((at, end))
            at = self.text.find(quote, end)
        return tuple(found)

    def _is_whole(self, start: int, end: int) -> bool:
        """Tell whether a stretch cuts no word in two."""
        return not any(
            0 < edge < len(self.text) and _is_inner(self.text[edge - 1]) and _is_inner(self.text[edge])
            for edge in (start, end)
        )

    @cached_property
    def _words(self) -> list[tuple[str, int, int]]:
        return [(fold(match.group()), *match.span()) for match in _WORD.finditer(self.text)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, (word, _, _) in enumerate(self._words):
            places.setdefault(word, []).append(number)
        return places

    def _levelled(self, words: list[str]) -> tuple[Span, ...]:
        """Return where the words stand one after the other, with no more than a few marks between them."""
        rarest = min(range(len(words)), key=lambda number: len(self._places.get(words[number], ())))
        found: list[Span] = []
        for place in self._places.get(words[rarest], ()):
            first = place - rarest
            run = self._words[first : first + len(words)] if first >= 0 else []
            if [word for word, _, _ in run] != words or (found and run[0][1] < found[-1][1]):
                continue
            if all(after[1] - before[2] <= _GAP for before, after in pairwise(run)):
                found.append((run[0][1], run[-1][2]))
            if len(found) == _MOST_PLACES:
                break
        return tuple(found)

    def _near(self, words: list[str]) -> Span | None:
        """Return the first best stretch that holds enough of the words, and all that are numbers."""
        wanted = set(words)
        figures = {word for word in wanted if any(each.isdigit() for each in word)}
        size = int(len(words) * _WINDOW)
        if len(wanted) < _FEWEST or len(words) > _MOST_WORDS or not figures <= self._places.keys():
            return None
        hits = sorted(number for word in wanted for number in self._places.get(word, ()))
        if len(hits) * size > self._left:
            return None
        self._left -= len(hits) * size
        best: tuple[float, Span] | None = None
        for number in hits:
            inside = [each for each in self._words[number : number + size] if each[0] in wanted]
            here = {word for word, _, _ in inside}
            share = len(here) / len(wanted)
            if share >= _NEAR and figures <= here and (best is None or share > best[0]):
                best = (share, (inside[0][1], inside[-1][2]))
        return best[1] if best else None


def fold(word: str) -> str:
    """Return a word for comparing: case and composition levelled."""
    return unicodedata.normalize("NFC", word.casefold())


def _is_inner(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.combining(character) != 0
