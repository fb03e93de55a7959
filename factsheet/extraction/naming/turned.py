"""Stage 4: names inside a compound: `al-Qaida-linked`, `Houthi-held`, `African Union-UN`."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.naming.entities import Entity, Name, fold
from factsheet.extraction.reading.article import Article, Span, tidy

TIES: Final = r"linked|affiliated|aligned|allied"
_TURNED: Final = re.compile(
    rf"(?<=\w)[-‐‑](?:{TIES}|backed|led|controlled|held|run|supported|dominated|inspired|brokered|sponsored|trained|funded|mediated)\b"
)
_PAIRED: Final = re.compile(r"(?<=[\w.])[-‐‑–](?=[A-Z])")
_MOST_WORDS: Final = 5
_WIDEST: Final = 70


def add_turned(article: Article, entities: list[Entity]) -> list[Entity]:
    """Return entities with the mentions that stand inside compounds; a listed organisation may be named there alone."""
    named = {fold(name.text): each for each in entities for name in each.names if each.sort in {"group", "place"}}
    taken = sorted({span for each in entities for span in each.spans})
    found = list(entities)
    for start, end in _places(article, named):
        text = tidy(article.text[start:end])
        owner = named.get(fold(text))
        number = bisect_left(taken, (start, 0))
        if any(start < stop and begin < end for begin, stop in taken[max(0, number - 2) : number + 2]):
            continue
        if owner is None and text in lexicon.organisations():
            owner = Entity("group", [Name(text, "known-organisation", [])], "high", "known-organisation")
            named[fold(text)] = owner
            found.append(owner)
        name = owner.find(text) if owner else None
        if owner and name:
            name.spans.append((start, end))
        elif owner:
            owner.names.append(Name(text, "turned", [(start, end)]))
        insort(taken, (start, end))
    return found


def _places(article: Article, named: dict[str, Entity]) -> Iterator[Span]:
    """Yield the places of names that end at, or begin after, a hyphen."""
    text = article.text
    for match in _TURNED.finditer(text):
        found = _ending(text, match.start(), named)
        if found:
            yield found
    for match in _PAIRED.finditer(text):
        before = _ending(text, match.start(), named)
        after = re.compile(r"[A-Z][\w.’']*(?:\s[A-Z][\w’']*)?").match(text, match.end())
        words = after.group() if after else ""
        after_name = next((each for each in (words, words.split(" ")[0]) if _is_known(each, named)), "")
        if before and after_name:
            yield before
            yield match.end(), match.end() + len(after_name)


def _is_known(text: str, named: dict[str, Entity]) -> bool:
    return text in lexicon.organisations() or fold(text) in named


def _ending(text: str, end: int, named: dict[str, Entity]) -> Span | None:
    """Return the longest known name that ends at an offset."""
    starts = [match.start() for match in re.finditer(r"(?<![\w-])\w", text[max(0, end - _WIDEST) : end])]
    for start in (max(0, end - _WIDEST) + each for each in starts[-_MOST_WORDS:]):
        if _is_known(tidy(text[start:end]), named):
            return start, end
    return None
