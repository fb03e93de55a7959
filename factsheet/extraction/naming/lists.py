"""Stage 4: names that stand in one list share what is known of each other: `Hodeidah, Salif and Ras Issa`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from factsheet.extraction import lexicon
from factsheet.extraction.naming.beside import Votes
from factsheet.extraction.naming.singles import Piece
from factsheet.extraction.reading.article import Article, Span

_LINK: Final = re.compile(
    r"\)?\s*(?:,|,?\s*(?:and|or|as\s+well\s+as))\s+(?:the\s+|in\s+|near\s+)?"
    r"(?:(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+['’]s\s+)?"
)
_BRACKET: Final = re.compile(r"\s*\([^()]{1,40}\)")
_WIDEST: Final = 60
_LONG: Final = 3
_SHARE: Final = 2


class Listed(Protocol):
    """A mention that may stand in a list."""

    @property
    def piece(self) -> Piece:
        """Return the tokens of the name and what its shape says."""

    @property
    def text(self) -> str:
        """Return the name."""

    @property
    def span(self) -> Span:
        """Return its place."""

    @property
    def votes(self) -> Votes:
        """Return what the words around say."""


def share_in_lists(article: Article, mentions: Sequence[Listed]) -> None:
    """Add to the votes of each open mention what its neighbours in a list are."""
    for chain in _chains(article, mentions):
        shares = [_share(each, len(chain)) for each in chain]
        for number, each in enumerate(chain):
            if each.piece.sort:
                continue
            total: Counter[str] = Counter()
            for other, share in enumerate(shares):
                if other != number:
                    total |= share
            if " " not in each.text:
                del total["person"]
            each.votes.update(total)


def _chains(article: Article, mentions: Sequence[Listed]) -> Iterator[list[Listed]]:
    """Yield the lists of the text: of two names and an `and`, or of three."""
    chain: list[Listed] = []
    is_closed = False
    for each in mentions:
        if each.piece.sort in {"other", "agreement"} or article.text[each.span[1] : each.span[1] + 2] in {"'s", "’s"}:
            continue
        between = article.text[chain[-1].span[1] : each.span[0]] if chain else ""
        if chain and len(between) < _WIDEST and _LINK.fullmatch(_BRACKET.sub("", between)):
            chain.append(each)
            is_closed = is_closed or " and " in between or " or " in between
            continue
        if is_closed or len(chain) >= _LONG:
            yield chain
        chain, is_closed = [each], False
    if is_closed or len(chain) >= _LONG:
        yield chain


def _share(each: Listed, length: int) -> Counter[str]:
    """Return what a mention says of its neighbours. A state says little: it acts beside groups and persons."""
    sort = each.piece.sort
    if sort == "place" and each.text in lexicon.country_names() and length < _LONG:
        return Counter()
    if sort:
        return Counter({sort: _SHARE})
    return Counter({key: min(_SHARE + 1, votes) for key, votes in each.votes.items() if votes > 0})
