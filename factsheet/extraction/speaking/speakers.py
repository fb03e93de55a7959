"""Stage 7: the entities of an article by place, and whom a noun phrase or a pronoun speaks of."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Article, Sentence, Span, tidy
from factsheet.extraction.speaking.say_words import BODY_WORDS, PAPERS, RECORDS, is_person_word

_HE: Final = frozenset({"he", "she"})
_IT: Final = frozenset({"it", "they"})
_DETERMINERS: Final = listed("the a an its his her their this that these those some")
_DEFINITE: Final = ("the ", "its ", "their ", "his ", "this ", "that ")
_TWO: Final = 2
_BACK: Final = 3
_MEMORY: Final = 80
_ANY_BODY: Final = frozenset({"group", "movement", "organisation", "organization", "faction", "party"})
_ANY_BODIES: Final = _ANY_BODY | listed(
    "militia network alliance coalition watchdog agency monitor charity front council"
)
_NEAR: Final = re.compile(r"\b(?:near|in|at|around|outside|inside|of|for|by|to|with|from|behind)\s+$")
_OWNS: Final = re.compile(r"['’]s?\s+\w")
_HEAD: Final = re.compile(r"\b(?:of|for|at|in|from|near|with|on|to)\b.*$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Someone spoken of: the text that names them, where it stands, the entity if one is named there."""

    text: str
    span: Span
    entity: Entity | None = None
    is_anaphoric: bool = False

    @property
    def is_person(self) -> bool:
        """Tell whether it is one person, by name or by role."""
        if self.entity is not None and self.entity.sort == "person":
            return True
        head = _HEAD.sub("", self.text.casefold()).split()
        return bool(head) and is_person_word(head[-1])


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
    """The entities of an article by place, and who has spoken so far, for resolving subjects and pronouns."""

    def __init__(self, article: Article, entities: Sequence[Entity]) -> None:
        self.article = article
        self._spans = sorted((span, number) for number, each in enumerate(entities) for span in _outer(each.spans))
        self._starts = [span[0] for span, _ in self._spans]
        self._entities = entities
        self._spoken: list[tuple[int, Phrase]] = []

    @cached_property
    def _words(self) -> list[set[str]]:
        return [_words_of(each) for each in self._entities]

    def note(self, number: int, phrase: Phrase, *, is_medium: bool) -> None:
        """Remember who spoke in a sentence: a medium before the one whose words it passes on."""
        place = len(self._spoken)
        while is_medium and place and self._spoken[place - 1][0] == number:
            place -= 1
        self._spoken.insert(place, (number, phrase))

    def has_spoken(self, number: int, offset: int) -> bool:
        """Tell whether someone has spoken in a sentence before an offset."""
        return any(phrase.span[0] < offset for phrase in self._spoken_in(number))

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

    def _first_named(self, number: int, sorts: frozenset[str]) -> Entity | None:
        sentence = self.article.sentences[number]
        named = [each for _, each in self.within(sentence.start, sentence.end) if each.sort in sorts]
        plain = [each for each in named if each.names[0].rule != "state-body"]
        return next(iter(plain or named), None)

    def last_before(self, offset: int, sorts: frozenset[str], *, reach: int = 900) -> Entity | None:
        """Return the entity of some sort that was the first named in the last sentence that names one."""
        number = self.article.sentence_at(offset)
        for near in range(number - 1, max(-1, number - 1 - _BACK), -1):
            if offset - self.article.sentences[near].end > reach:
                break
            named = self._first_named(near, sorts)
            if named:
                return named
        own = self.within(self.article.sentences[number].start, offset)
        return next((each for _, each in own if each.sort in sorts), None)

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
        if len(words) == 1 and low in _HE | _IT:
            return self._pronoun((start, end), is_person=low in _HE)
        return self._named((start, end), text, words)

    def _named(self, at: Span, text: str, words: list[str]) -> Phrase:
        """Return the phrase as the entity that it names or means, else as its words."""
        inside = self.within(*at)
        people = [(span, each) for span, each in inside if each.sort == "person"]
        if people and self._heads(at, people[-1][0]):
            return Phrase(people[-1][1].name, at, people[-1][1])
        groups = [(span, each) for span, each in inside if each.sort == "group"]
        meant = self._meant(at, text, words, has_name=bool(inside)) if not groups else None
        if meant:
            return meant
        whole = next((each for span, each in reversed(groups) if self._is_whole(span, *at)), None)
        if whole:
            return Phrase(whole.name, at, whole)
        if len(words) > _TWO and words[0].casefold() in RECORDS and words[1] in {"from", "by"}:
            words = words[2 + (words[2] in _DETERMINERS) :]
        places = [each for _, each in inside if each.sort == "place"]
        return Phrase(" ".join(words), at, groups[0][1] if groups else places[0] if places else None)

    def _heads(self, at: Span, name: Span) -> bool:
        """Tell whether a person's name is the head of a phrase: not in `Haddad's lawyer` or `supporters of Haddad`."""
        text = self.article.text
        return not _NEAR.search(text[at[0] : name[0]]) and not _OWNS.match(text[name[1] : at[1]])

    def _meant(self, span: Span, text: str, words: list[str], *, has_name: bool) -> Phrase | None:
        """Return whom `the ministry`, `the New York-based group` or the half of a name means."""
        low = [word.casefold() for word in words]
        if text.casefold().startswith(_DEFINITE):
            if not has_name and len(low) <= _TWO:
                return self._noun(span, low)
            return self._noun(span, low[-1:]) if len(low) <= 2 * _TWO and low[-1] in _ANY_BODY else None
        if has_name or not words[0][0].isupper() or len(words) > _TWO:
            return None
        known = self._known(span[0], set(low), is_person=False)
        return Phrase(known.name, span, known, is_anaphoric=True) if known else None

    def _is_whole(self, span: Span, start: int, end: int) -> bool:
        """Tell whether a name is all that a phrase says, but for an article, `'s` or the paper it speaks by."""
        before, after = self.article.text[start : span[0]].casefold(), self.article.text[span[1] : end]
        rest = after.removeprefix("'s").removeprefix("’s").casefold().split()
        led = before.split()
        while led and led[-1] in _DETERMINERS:
            led.pop()
        is_issued = bool(led) and led[-1] in {"from", "by"} and bool(set(led) & RECORDS)
        return (is_issued or all(word in _DETERMINERS for word in led)) and all(word in RECORDS for word in rest)

    def _pronoun(self, span: Span, *, is_person: bool) -> Phrase | None:
        """Return whom a pronoun means: who spoke last, or who was named first, in the nearest sentence that has one."""
        number = self.article.sentence_at(span[0])
        sorts = frozenset({"person"}) if is_person else frozenset({"group"})
        for near in range(number, max(-1, number - 1 - _BACK), -1):
            spoken = [each for each in self._spoken_in(near) if each.is_person == is_person and each.span[1] <= span[0]]
            if spoken:
                return Phrase(spoken[-1].text, span, spoken[-1].entity, is_anaphoric=True)
            if near == number:
                continue
            named = self._first_named(near, sorts)
            if named:
                return Phrase(named.name, span, named, is_anaphoric=True)
        found = self.last_before(span[0], sorts)
        return Phrase(found.name, span, found, is_anaphoric=True) if found else None

    def _spoken_in(self, number: int) -> Iterator[Phrase]:
        return (phrase for where, phrase in self._spoken[-_MEMORY:] if where == number)

    def _noun(self, span: Span, words: list[str]) -> Phrase | None:
        """Return whom `the ministry`, `the spokesman` or `the statement` means, if one was told of before."""
        head = words[-1]
        if not (head in BODY_WORDS or head in PAPERS or is_person_word(head)):
            return None
        wanted = set(words)
        for _, phrase in reversed(self._spoken[-_MEMORY:]):
            if wanted <= set(phrase.text.casefold().split()) or (phrase.entity and wanted <= _words_of(phrase.entity)):
                return Phrase(phrase.text, span, phrase.entity, is_anaphoric=True)
        if head in PAPERS and len(words) == 1:
            return self._pronoun(span, is_person=False)
        known = self._known(span[0], wanted, is_person=is_person_word(head) and head not in BODY_WORDS)
        if known:
            return Phrase(known.name, span, known, is_anaphoric=True)
        if head in (_ANY_BODIES if len(words) == 1 else _ANY_BODY):
            found = self._pronoun(span, is_person=False)
            return found if found and found.entity is not None and found.entity.sort == "group" else None
        return None

    def _known(self, offset: int, wanted: set[str], *, is_person: bool) -> Entity | None:
        """Return the last entity named before an offset whose name or role has some words."""
        last = bisect_right(self._starts, offset - 1)
        for _, index in reversed(self._spans[max(0, last - _MEMORY) : last]):
            entity = self._entities[index]
            is_sort = entity.sort == "person" if is_person else entity.sort == "group"
            if is_sort and wanted <= self._words[index]:
                return entity
        return None


def _words_of(entity: Entity) -> set[str]:
    """Return the words of an entity's names and role, in small letters."""
    texts = [name.text for name in entity.names] + [entity.role]
    return {word.strip(".,'’") for text in texts for word in text.casefold().split()}
