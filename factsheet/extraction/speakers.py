"""Stage 7: the entities of an article by place, and whom a noun phrase or a pronoun speaks of."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.article import Article, Sentence, Span, tidy
from factsheet.extraction.entities import Entity
from factsheet.extraction.lexicon import listed

_HE: Final = frozenset({"he", "she"})
_IT: Final = frozenset({"it", "they"})
_DETERMINERS: Final = listed("the a an its his her their this that these those some")
_TWO: Final = 2
_ANY_BODY: Final = frozenset({"group", "movement", "organisation", "organization", "faction", "party"})
BODY_WORDS: Final = listed(
    "group movement party organisation organization militia faction army ministry agency office rebels "
    "observatory network monitor front alliance council commission government mission watchdog bank union court "
    "coalition"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Someone spoken of: the text that names them, where it stands, the entity if one is named there."""

    text: str
    span: Span
    entity: Entity | None = None
    is_anaphoric: bool = False


def _outer(spans: Sequence[Span]) -> list[Span]:
    """Return the spans, which are in order, without those inside the one before."""
    kept: list[Span] = []
    for span in spans:
        if kept and kept[-1][0] == span[0] and span[1] >= kept[-1][1]:
            kept[-1] = span
        elif not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


class Speakers:
    """The entities of an article by place, for resolving subjects and pronouns."""

    def __init__(self, article: Article, entities: Sequence[Entity]) -> None:
        self.article = article
        self._spans = sorted((span, number) for number, each in enumerate(entities) for span in _outer(each.spans))
        self._starts = [span[0] for span, _ in self._spans]
        self._entities = entities

    def within(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Return the mentions of entities inside a stretch, in order."""
        found = []
        number = max(0, bisect_right(self._starts, start - 1))
        while number < len(self._spans) and self._spans[number][0][0] < end:
            span, index = self._spans[number]
            if span[1] <= end:
                found.append((span, self._entities[index]))
            number += 1
        return found

    def last_before(self, offset: int, sorts: frozenset[str], *, reach: int = 900) -> Entity | None:
        """Return the entity of some sort that was the first named in the last sentence that names one."""
        number = self.article.sentence_at(offset)
        own = self.within(self.article.sentences[number].start, offset)
        for near in range(number - 1, max(-1, number - 4), -1):
            sentence = self.article.sentences[near]
            if offset - sentence.end > reach:
                break
            named = [
                each
                for _, each in self.within(sentence.start, sentence.end)
                if each.sort in sorts and each.names[0].rule != "state-body"
            ]
            named = named or [each for _, each in self.within(sentence.start, sentence.end) if each.sort in sorts]
            if named:
                return named[0]
        mine = [each for _, each in own if each.sort in sorts]
        return mine[0] if mine else None

    def split(self, phrase: Phrase, sentence: Sentence) -> list[Phrase]:
        """Return the parts of `Al Jazeera and Anadolu`, each named by its entity."""
        inside = [(span, each) for span, each in self.within(*phrase.span) if each.sort in {"group", "person"}]
        del sentence
        if not inside:
            return [phrase]
        return [Phrase(each.name, span, each) for span, each in inside]

    def resolve(self, start: int, end: int) -> Phrase | None:
        """Return the phrase between two offsets as the one who speaks."""
        text = tidy(self.article.text[start:end])
        words = text.split()
        while words and words[0].casefold() in _DETERMINERS:
            words = words[1:]
        if not words:
            return None
        low = words[0].casefold()
        if len(words) == 1 and (low in _HE or low in _IT):
            found = self.last_before(start, frozenset({"person"}) if low in _HE else frozenset({"group"}))
            return Phrase(found.name, (start, end), found, is_anaphoric=True) if found else None
        inside = self.within(start, end)
        people = [each for _, each in inside if each.sort == "person"]
        if people:
            return Phrase(people[-1].name, (start, end), people[-1])
        groups = [(span, each) for span, each in inside if each.sort == "group"]
        if (
            not inside
            and words[-1].casefold() in (BODY_WORDS if len(words) == 1 else _ANY_BODY)
            and len(words) <= _TWO
            and text.casefold().startswith(("the ", "its ", "their "))
        ):
            found = self.last_before(start, frozenset({"group"}))
            if found and words[-1].casefold() != "government":
                return Phrase(found.name, (start, end), found, is_anaphoric=True)
        if groups and groups[-1][0][0] - start <= 6 and groups[-1][0][1] == end:  # noqa: PLR2004 - a small count, told by its line
            return Phrase(groups[-1][1].name, (start, end), groups[-1][1])
        return Phrase(" ".join(words), (start, end), groups[0][1] if groups else inside[0][1] if inside else None)
