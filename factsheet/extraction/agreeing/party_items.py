"""Stage 8: whom one item of a list names: a body, a state, a person, a role, or the pair that was named before."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.agreeing import party_words as cues
from factsheet.extraction.agreeing.agreement_pairs import PRONOUN, SIDES, Pairs
from factsheet.extraction.agreeing.party_persons import Persons
from factsheet.extraction.agreeing.party_roles import LOOSE, NO_ROLE, ROLE, Party, is_side
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Article, Sentence, Span, tidy
from factsheet.extraction.speaking.speakers import Speakers

_NEAR: Final = 5
_HYPHENS: Final = ("-", "‑")
_TWO: Final = 2
_COUNT: Final = {"two": 2, "three": 3, "four": 4, "five": 5}


class Items:
    """Reads the items of lists."""

    def __init__(self, article: Article, entities: Sequence[Entity], pairs: Pairs) -> None:
        self.article = article
        self.entities = entities
        self.speakers = Speakers(article, entities)
        self.pairs = pairs
        self.persons = Persons(article, self.speakers)

    @cached_property
    def _government(self) -> Entity | None:
        """Return the one government that the article names by its state, which `the government` then is."""
        found = [e for e in self.entities if e.sort == "group" and re.search(r"\bgovernment\b", e.name.casefold())]
        return found[0] if len(found) == 1 else None

    def named_at(self, low: int, high: int) -> int:
        """Return where someone ends who is named from an offset on, 0 where none is."""
        for span, _ in self.speakers.within(low, high):
            if span[0] - low <= 1:
                return span[1]
        role = ROLE.match(self.article.text, low, high)
        if not role:
            return 0
        of = re.compile(r"\s+of\s+(?:the\s+)?").match(self.article.text, role.end(), high)
        return (self.named_at(of.end(), high) if of else 0) or role.end()

    def ends_at(self, offset: int) -> bool:
        """Tell whether someone is named, by name or role, right before an offset."""
        return any(span[1] == offset for span, _ in self.speakers.within(max(0, offset - 90), offset)) or any(
            role.end() == offset for role in ROLE.finditer(self.article.text, max(0, offset - 40), offset)
        )

    def roles_of(self, number: int) -> list[Span]:
        """Return where the roles of persons stand in a sentence: `the president of X` is nobody beside the person."""
        sentence = self.article.sentences[number]
        return [
            each.role_span
            for span, each in self.speakers.within(sentence.start, sentence.end)
            if each.sort == "person"
            and each.role_span
            and sentence.start <= each.role_span[0] < sentence.end
            and not any(other.sort == "person" for _, other in self.speakers.within(*each.role_span))
        ]

    def peoples(self, start: int, text: str) -> list[Party]:
        """Return the states of `Pakistani and Indian officers`."""
        match = cues.TWO_PEOPLES.match(text)
        if not match or not cues.OFFICERS.search(match.group()):
            return []
        countries = [(lexicon.demonyms().get(match.group(name)), match.span(name)) for name in ("one", "other")]
        if any(name not in lexicon.country_names() for name, _ in countries):
            return []
        return [self.country(name, (start + low, start + high)) for name, (low, high) in countries if name]

    def read(self, start: int, end: int, text: str, *, mediating: bool = False) -> list[Party]:
        """Return whom one item of a list names: who mediates is the person, who is bound what a person stands for."""
        named = [
            (span, each)
            for span, each in self.speakers.within(start, end)
            if text[span[0] - start : span[1] - start].strip()
            and self.article.text[span[1] : span[1] + 1] not in _HYPHENS
        ]
        roles = self.roles_of(self.article.sentence_at(start))
        free = [pair for pair in named if not any(role[0] <= pair[0][0] and pair[0][1] <= role[1] for role in roles)]
        is_bare = bool(cues.OF_SIDES.search(text)) or all(
            each.sort == "place" and (self._owns(span) or cues.LOCATIVE.search(text[: span[0] - start]))
            for span, each in named
        )
        sides = self._sides(start, text) if is_bare else None
        if sides is not None:
            return sides
        free = self._cut_tail(start, text, free) or (free if mediating else [])
        people = [pair for pair in free if pair[1].sort == "person" and not self._owns(pair[0])]
        groups = [pair for pair in free if pair[1].sort == "group"]
        is_theirs = people and re.search(
            rf"{ROLE.pattern}\s+of\s+(?:[\w-]+\s+){{0,3}}$", self.article.text[start : people[-1][0][0]], re.IGNORECASE
        )
        if is_theirs:
            return self._role(start, text, free)
        if people and not (
            groups
            and groups[0][0][1] <= people[0][0][0]
            and " of " in self.article.text[groups[0][0][1] : people[0][0][0]]
        ):
            return [self.persons.read(people[-1], groups, start, mediating=mediating)]
        if groups:
            same = [Party(each.name, span, each) for span, each in groups if span == groups[0][0]]
            return same if len(same) > 1 else [self._group(groups)]
        states = [pair for pair in free if pair[1].sort == "place" and self._acts(start, pair[0])]
        if mediating:
            found = [Party(each.name, span, each) for span, each in states[-1:]] or self._demonym(start, text, named)
            return found or self._elders(start, text)
        found = self._role(start, text, free) or [Party(each.name, span, each) for span, each in states]
        found = found or (self._demonym(start, text, []) if cues.OFFICERS.search(text) else [])
        return found or (self._unknown(start, text) if not named else [])

    def _elders(self, start: int, text: str) -> list[Party]:
        """Return who mediates by standing: `tribal elders`, `Catholic bishops`."""
        match = cues.ELDERS.search(text)
        return [Party(tidy(match.group()), (start + match.start(), start + match.end()))] if match else []

    def _unknown(self, start: int, text: str) -> list[Party]:
        """Return a name of several capitals that no stage before took for one: `the National Accord of Chad`."""
        match = cues.PROPER.fullmatch(text)
        return (
            [Party(tidy(match.group("name")), (start + match.start("name"), start + match.end("name")))]
            if match
            else []
        )

    def _sides(self, start: int, text: str) -> list[Party] | None:
        """Return the pair that `the two sides` are; where none was named, the words themselves if they tell."""
        body = text.strip()
        at = start + text.index(body) if body else start
        tail = cues.OF_SIDES.search(body)
        at, body = (at + tail.start(), body[tail.start() :]) if tail else (at, body)
        sides = SIDES.match(body)
        if not sides and not PRONOUN.fullmatch(body):
            return None
        is_definite = not sides or re.search(r"\b(?:the|these|both|its|their|all|two)\b|['’]s", body, re.IGNORECASE)
        found = self.pairs.before((at, at + len(body)), sides.group("noun") if sides else "") if is_definite else []
        found = found or (self._near_sides(at) if is_definite else [])
        if found or not sides:
            return found
        words = tidy(sides.group("kind"))
        low = at + sides.start("kind")
        is_telling = cues.TELLING.search(words)
        return [Party(words, (low, low + len(sides.group("kind"))))] if is_telling else None

    def _near_sides(self, offset: int) -> list[Party]:
        """Return the two bodies in conflict that were named last before an offset, where they are two."""
        last = self.article.sentence_at(offset)
        found: dict[int, Party] = {}
        for number in range(last, max(-1, last - _NEAR), -1):
            sentence = self.article.sentences[number]
            for span, each in self.speakers.within(sentence.start, min(offset, sentence.end)):
                if is_side(each):
                    found.setdefault(id(each), Party(each.name, span, each))
            if len(found) > 1:
                break
        if len(found) == _TWO or found:
            return list(found.values()) if len(found) == _TWO else []
        for number in range(last, min(len(self.article.sentences), last + _TWO + 1)):
            sentence = self.article.sentences[number]
            ahead = self.speakers.within(max(offset, sentence.start), sentence.end)
            sides = {id(each): Party(each.name, span, each) for span, each in ahead if is_side(each)}
            if sides:
                return list(sides.values()) if len(sides) == _TWO else []
        return []

    def sides_after(self, role: Party, known: set[str]) -> list[Party]:
        """Return the bodies that `two rebel groups` are, told of right after; one may be the only one in the text."""
        count = _COUNT.get(role.text.split()[0].casefold(), 0) if role.text.endswith("s") else 1
        first = self.article.sentence_at(role.span[1])
        near = self._sides_within(*(self.article.sentences[n] for n in (first, min(first + 1, self._last))))
        sides = [party for party in near if party.text not in known]
        if not sides and count == 1:
            sides = [party for party in self._sides_of_all if party.text not in known]
        return sides if len(sides) == count else []

    @cached_property
    def _last(self) -> int:
        return len(self.article.sentences) - 1

    @cached_property
    def _sides_of_all(self) -> list[Party]:
        return self._sides_within(self.article.sentences[0], self.article.sentences[-1])

    def _sides_within(self, first: Sentence, last: Sentence) -> list[Party]:
        """Return the armed or political bodies that some sentences name, each once; no army of a state."""
        sides: dict[int, Party] = {}
        for span, each in self.speakers.within(first.start, last.end):
            if is_side(each) and not cues.STATES_OWN.search(each.name):
                sides.setdefault(id(each), Party(each.name, span, each))
        return list(sides.values())

    def _cut_tail(self, start: int, text: str, named: list[tuple[Span, Entity]]) -> list[tuple[Span, Entity]]:
        """Leave out who only tells where or under whom: `rebels loyal to X`, `the movement in Gaza`."""
        role = ROLE.search(text)
        first = min([span[1] for span, _ in named] + ([start + role.end()] if role else []), default=start)
        for tail in cues.TAIL.finditer(text, first - start):
            is_theirs = (
                tail.group().strip() == "from"
                and any(
                    pair[1].sort == "group" and re.fullmatch(r"\s*(?:the\s+)?", text[tail.end() : pair[0][0] - start])
                    for pair in named
                    if pair[0][0] >= start + tail.end()
                )
                and ROLE.search(text[: tail.start()])
            )
            if not is_theirs and not any(span[0] < start + tail.start() < span[1] for span, _ in named):
                return [pair for pair in named if pair[0][0] < start + tail.start()]
        return named

    def _owns(self, span: Span) -> bool:
        return bool(re.match(r"['’]s?\b", self.article.text[span[1] : span[1] + 2]))

    def _group(self, groups: list[tuple[Span, Entity]]) -> Party:
        """Return the group of an item: of two side by side the later names the other (`the UN mission UNSMIL`)."""
        chosen = groups[0]
        for other in groups[1:]:
            if (
                self._owns(chosen[0]) and re.fullmatch(r"['’]s?\s+", self.article.text[chosen[0][1] : other[0][0]])
            ) or (
                re.fullmatch(r"\s+(?:[a-z]+\s+){0,3}(?:the\s+)?", self.article.text[chosen[0][1] : other[0][0]])
                and " of " not in self.article.text[chosen[0][1] : other[0][0]]
            ):
                chosen = other
        return Party(chosen[1].name, chosen[0], chosen[1])

    def _acts(self, start: int, span: Span) -> bool:
        """Tell whether a place acts, as a state does: it stands free, not after `in` nor before what belongs to it."""
        after = self.article.text[span[1] : span[1] + 30]
        if re.match(r"['’]s?\b|-|\s+(?:[A-Z]|envoy|president|official|rebel|leader|prime|foreign|border)", after):
            return False
        return not cues.LOCATIVE.search(self.article.text[max(start, span[0] - 24) : span[0]])

    def _demonym(self, start: int, text: str, named: list[tuple[Span, Entity]]) -> list[Party]:
        """Return the state of `Egyptian intelligence officials` or `Ethiopia's foreign minister`."""
        for span, each in named:
            if each.sort == "place" and self._owns(span):
                return [Party(each.name, span, each)]
        if not cues.STAFF.search(text):
            return []
        for match in cues.PEOPLE.finditer(text):
            country = lexicon.demonyms().get(match.group())
            if country:
                return [self.country(country, (start + match.start(), start + match.end()))]
        return []

    def country(self, country: str, span: Span) -> Party:
        """Return a country as the article calls it."""
        for each in self.entities:
            if each.sort == "place" and country in {lexicon.country_names().get(name.text) for name in each.names}:
                return Party(each.name, span, each)
        return Party(country, span)

    def _role(self, start: int, text: str, free: list[tuple[Span, Entity]]) -> list[Party]:
        roles = self.roles_of(self.article.sentence_at(start))
        for match in ROLE.finditer(text):
            words = tidy(match.group("role"))
            span = (start + match.start("role"), start + match.end("role"))
            if NO_ROLE.match(text, match.end()) or any(s[0] < span[1] and span[0] < s[1] for s, _ in free):
                continue
            if SIDES.fullmatch(words) and not cues.TELLING.search(words):
                continue
            if (" " not in words and LOOSE.search(words)) or any(r[0] <= span[0] < r[1] for r in roles):
                continue
            if (
                words.casefold() == "government"
                and self._government
                and re.search(r"\bthe\s+$", text[: match.start()])
                and not text[match.end() :].strip()
            ):
                return [Party(self._government.name, span, self._government)]
            return [Party(words, span)]
        return []

    def named(self, text: str, span: Span) -> list[Party]:
        """Return the parties that a hyphened word names: `UN-brokered`, `Russian-Turkish`."""
        found = []
        for part in re.split(r"\s+and\s+(?:the\s+)?|(?<=[a-z.])[-‑](?=[A-Z])|/", text):
            if not part:
                continue
            entity = next((each for each in self.entities if any(name.text == part for name in each.names)), None)
            country = lexicon.demonyms().get(part)
            if entity is not None and entity.sort != "person":
                found.append(Party(entity.name, span, entity))
            elif country:
                found.append(self.country(country, span))
            elif part[0].isupper():
                found.append(Party(part, span))
        return found
