"""Stage 4: surnames in capitals, as works of reference write them: `Riek MACHAR`, then `MACHAR` alone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.naming.singles import Piece
from factsheet.extraction.reading.article import Article

_PAIR: Final = re.compile(
    r"(?<![\w-])(?P<before>[A-Za-zÀ-Þ][\w'’-]*[a-zà-þ])\s+(?:(?:al|bin|ibn|ould|el|ag)\s+)?(?P<capital>(?:(?:al|AL|el)-)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,})(?![\w-])"
)
_SPOKEN: Final = re.compile(r"(?<![\w(/.-])(?=[A-Z]*[AEIOUY][A-Z]*[AEIOUY])(?!\w*[^AEIOUY\W]{4})[A-Z]{4,12}(?![\w)/-])")
_ENOUGH: Final = 2


def find_surnames(article: Article) -> frozenset[str]:
    """Return the words in capitals that are surnames, where the article writes surnames so."""
    if not re.search(r"[a-zà-þ]\s+[A-ZÀ-Þ]{3}", article.text):
        return frozenset()
    sure, likely = set(), set()
    bracketed = frozenset(re.findall(r"\(([A-ZÀ-Þ'’-]{3,})", article.text))
    for match in _PAIR.finditer(article.text):
        before, capital = match.group("before"), match.group("capital")
        if _is_taken(article, match, capital, bracketed):
            continue
        if before in lexicon.words("first_names") or before.casefold() in lexicon.words("roles"):
            sure.add(capital)
        elif before[0].isupper() and not (
            before in lexicon.words("heads")
            or before in lexicon.demonyms()
            or before in lexicon.places()
            or before.casefold() in lexicon.words("starters")
        ):
            likely.add(capital)
    if not sure:
        return frozenset()
    spoken = _SPOKEN.finditer(article.text)
    alone = {match.group() for match in spoken if not _is_taken(article, match, match.group(), bracketed)}
    return frozenset(sure | alone | (likely if len(sure) >= _ENOUGH else set()))


def _is_taken(article: Article, match: re.Match[str], capital: str, bracketed: frozenset[str]) -> bool:
    """Tell whether capitals are an acronym: known as one, or in brackets after its long form somewhere."""
    return (
        capital in lexicon.organisations()
        or capital in lexicon.words("not_names")
        or capital in lexicon.country_names()
        or capital in bracketed
        or article.text[match.end() : match.end() + 2] == " ("
    )


def mark_surnames(pieces: list[Piece], words: list[str], surnames: frozenset[str]) -> Iterator[Piece]:
    """Yield the pieces of a run, those that hold a surname in capitals as persons. `words` are those of the run."""
    for piece in pieces:
        inner = words[piece.first - piece.run.first : piece.last - piece.run.first]
        if surnames.intersection(inner) and not any(word in lexicon.words("heads") for word in inner):
            yield replace(piece, sort="person", rule="capital-surname")
        else:
            yield piece


_SHORTEST_SURNAME: Final = 3


def is_capital_surname(words: list[str]) -> bool:
    """Tell whether a name has its surname in capitals, as reference works write: Riek MACHAR, Salva KIIR Mayardit."""
    capitals = [word for word in words if word.isupper() and len(word) >= _SHORTEST_SURNAME]
    others = [word for word in words if not word.isupper()]
    return (
        len(capitals) == 1
        and words[0] not in capitals
        and words[0] in lexicon.words("first_names")
        and capitals[0] not in lexicon.organisations()
        and not any(word in lexicon.words("heads") or word in lexicon.demonyms() for word in others)
    )
