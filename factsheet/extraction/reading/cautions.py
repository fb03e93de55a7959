"""Stage 1: what an editor should look at before trusting a text: mixed scripts, hidden marks, odd composition."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.reading.article import Article

_SEAM: Final = re.compile(r"[A-Za-z\u00c0-\u024f][\u0370-\u052f]|[\u0370-\u052f][A-Za-z\u00c0-\u024f]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_HIDDEN: Final = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069\u00ad]")


@dataclass(frozen=True, slots=True)
class Caution:
    """A place to look at: its code, its text, what is odd about it."""

    code: str
    start: int
    end: int
    note: str


def find_cautions(article: Article, dates: tuple[DateMention, ...]) -> tuple[Caution, ...]:
    """Return the warnings in the order of the text."""
    found = [*_mixed(article.text), *_hidden(article.text), *_decomposed(article.text)]
    found += [Caution("doubtful-date", d.start, d.end, d.reason) for d in dates if d.reason and d.rule != "decade"]
    return tuple(sorted(found, key=lambda each: (each.start, each.code)))


def _mixed(text: str) -> Iterator[Caution]:
    for word in _WORD.finditer(text):
        if not _SEAM.search(word.group()):
            continue
        is_latin = sum("LATIN" in unicodedata.name(c, "") for c in word.group()) * 2 >= len(word.group())
        odd = [(n, c) for n, c in enumerate(word.group()) if ("LATIN" in unicodedata.name(c, "")) != is_latin]
        letters = ", ".join(f"{c} (U+{ord(c):04X}) at {word.start() + n}" for n, c in odd)
        yield Caution("mixed-script", word.start(), word.end(), f"letters of another script: {letters}")


def _hidden(text: str) -> Iterator[Caution]:
    for mark in _HIDDEN.finditer(text):
        yield Caution("hidden-mark", mark.start(), mark.end(), f"a mark that can't be seen: U+{ord(mark.group()):04X}")


def _decomposed(text: str) -> Iterator[Caution]:
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    for word in re.finditer(r"\S+", text):
        if not unicodedata.is_normalized("NFC", word.group()):
            yield Caution("not-composed", word.start(), word.end(), "letters and accents are separate characters")
            return
