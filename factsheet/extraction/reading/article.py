"""Stage 1: a text as paragraphs, sentences, tokens and quotations, all by offsets into the text as it came."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from factsheet.extraction.lexicon import listed

Span = tuple[int, int]
"""First code point and the one after the last."""

_TOKEN: Final = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W_]+(?:(?:['’`](?![sS]\b)|[\-‐‑])[^\W_]+)*"
    r"|['’]s?\b|[^\w\s]|_"
)
_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP: Final = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[A-Z0-9À-ÞА-Я])")
_ABBREVIATIONS: Final = listed(
    "mr mrs ms dr st gen col lt maj capt sgt brig adm sen rep gov prof rev hon pres no nos vs jan feb mar apr jun "
    "jul aug sept sep oct nov dec art sec para fig approx est inc ltd co corp jr sr messrs mt ft dept univ"
)
_QUOTE: Final = re.compile(r"[“«][^”»]{1,2000}[”»]|\"[^\"\n]{1,2000}\"")
_WRAPPED: Final = 40
_WIDEST: Final = 110
_LONGEST_SENTENCE: Final = 1_500


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark."""

    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place, its tokens, its paragraph, and whether it begins that paragraph."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    is_opening: bool


@dataclass(frozen=True)
class Article:
    """A text and the day it was published."""

    text: str
    published: date
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]
    quotes: tuple[Span, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds an offset, or the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def token_at(self, offset: int) -> int:
        """Return the number of the first token that ends after an offset."""
        number = bisect_right(self._token_starts, offset) - 1
        return number if number >= 0 and self.tokens[number].end > offset else number + 1

    def inside(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def is_quoted(self, offset: int) -> bool:
        """Tell whether an offset lies inside quotation marks."""
        number = bisect_right(self.quotes, (offset, len(self.text))) - 1
        return number >= 0 and self.quotes[number][0] < offset < self.quotes[number][1]


def tidy(text: str) -> str:
    """Return a copy of a piece of text on one line, with single spaces."""
    return " ".join(text.split())


def read_article(text: str, published: date) -> Article:
    """Return the text cut into paragraphs, sentences and tokens."""
    tokens = tuple(Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text))
    paragraphs = _paragraphs(text)
    starts = [token.start for token in tokens]
    sentences = []
    for number, paragraph in enumerate(paragraphs):
        for start, end in _sentences(text, paragraph):
            first, last = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
            if first < last:
                sentences.append(Sentence(start, end, first, last, number, start == paragraph[0]))
    quotes = tuple(match.span() for match in _QUOTE.finditer(text))
    return Article(text, published, tokens, tuple(sentences), paragraphs, quotes)


def _paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs: lines, or several that a hard wrap has parted."""
    found: list[Span] = []
    is_wrapped = max((len(line) for line in re.split(r"[\n\r]", text)), default=0) <= _WIDEST
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if found and _goes_on(text, found[-1], start, is_wrapped=is_wrapped):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _goes_on(text: str, above: Span, start: int, *, is_wrapped: bool) -> bool:
    """Tell whether a line only goes on with the paragraph above it."""
    gap = text[above[1] : start]
    if not is_wrapped or len(re.findall(r"\r\n|\n|\r", gap)) != 1 or "\u2028" in gap or "\u2029" in gap:
        return False
    line_start = max(text.rfind("\n", above[0], above[1]) + 1, above[0])
    is_full = above[1] - line_start >= _WRAPPED
    last, first = text[above[1] - 1], text[start]
    return (is_full and (first.islower() or last not in '.!?:;"”)')) or (is_full and last in ",;")


def _sentences(text: str, paragraph: Span) -> list[Span]:
    found = []
    start = paragraph[0]
    for match in _STOP.finditer(text, *paragraph):
        if _is_abbreviation(text, start, match):
            continue
        found += _split_long(text, start, match.end())
        start = match.end()
        while start < paragraph[1] and text[start].isspace():
            start += 1
    if start < paragraph[1]:
        found += _split_long(text, start, paragraph[1])
    return found


def _split_long(text: str, start: int, end: int) -> list[Span]:
    """Return a sentence, or its parts where it is too long to be one: no text may cost more than its length."""
    parts = []
    while end - start > _LONGEST_SENTENCE:
        gap = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = gap if gap > start else start + _LONGEST_SENTENCE
        parts.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    return [*parts, (start, end)] if start < end else parts


def _is_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether the full stop belongs to the word before it."""
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return False
    before = text[max(start, stop.start() - 24) : stop.start()]
    word = re.search(r"[^\s(\"“‘']*$", before)
    last = word.group() if word else ""
    if re.fullmatch(r"[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]", last):
        after = text[stop.end() : stop.end() + 12].split()
        return not (len(last) > 1 and after and after[0].strip('"“') in _OPENERS)
    return last.casefold() in _ABBREVIATIONS and last[:1].isupper()


_OPENERS: Final = listed(
    "The He She It They We In On At But And This That A An More Some About Over Nearly Almost Around Several Many Most "
    "Both Each All Another There These Those His Her Its Their As After Before When While If Since During For From By "
    "With To So Then Two Three Four Five Six Seven Eight Nine Ten Hundreds Thousands Dozens Tens However Meanwhile"
)
