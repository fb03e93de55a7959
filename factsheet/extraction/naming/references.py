"""Stage 5: whom `it`, `the coalition`, `its` and `Nouri's movement` speak of, for the relations of groups."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.naming.former_names import opens_clause
from factsheet.extraction.reading.article import Article, Sentence, Span
from factsheet.extraction.speaking.speakers import Speakers

Mention = tuple[Span, Entity]

_PRONOUN: Final = re.compile(
    r"\b(?:(?:[Tt]he|[Tt]h(?:is|at))\s+(?:[\w-]+\s+)?(?:group|movement|organi[sz]ation|party|faction|militia|outfit|alliance|coalition|front)|[Ii]t|[Ww]hich)\b(?!['’])"
)
_OWNER: Final = re.compile(r"\b(?:Its|its|The\s+group['’]s|The\s+movement['’]s|the\s+group['’]s)(?=\s)")
_BOTH: Final = re.compile(
    r"(?:Both(?:\s+(?:groups|movements|factions|parties|militias|organi[sz]ations))?|The\s+two\s+groups)(?=\s)"
)
_WING: Final = re.compile(r"\s+(?:[\w-]+\s+)?(?:wing|arm|branch),?\s")
_FOLLOWING: Final = re.compile(r"['’]s\s+(?:movement|group|party|faction|organi[sz]ation|rebels|men|forces|militia)\b")
_LED_BY: Final = re.compile(
    r"\s*(?:\([^()]{1,40}\))?,?\s+(?:of|led\s+by|headed\s+by|commanded\s+by|under)\s+(?:[a-z-]+\s+){0,3}(?:[A-Z][a-z]+\.?\s+){0,2}?"
)
_TELLING: Final = frozenset({"front", "party", "coalition", "alliance", "militia", "movement", "faction", "outfit"})
PUBLIC: Final = re.compile(r"\b(?:Court|Ministry|Parliament|Government|Tribunal|Police|Constabulary)$")
_MEMORY: Final = 600
_WINDOW: Final = 60


class References:
    """The groups of an article as its pronouns and nouns speak of them."""

    def __init__(self, article: Article, speakers: Speakers) -> None:
        self.text = article.text
        self.speakers = speakers

    def groups(self, start: int, end: int) -> list[Mention]:
        """Return the groups that are named in a stretch, in order."""
        return [(span, each) for span, each in self.speakers.within(start, end) if each.sort == "group"]

    def followings(self, sentence: Sentence) -> Iterator[Mention]:
        """Yield `Nouri's movement` as a mention of the group that the text says is Nouri's."""
        for span, each in self.speakers.within(sentence.start, sentence.end):
            following = _FOLLOWING.match(self.text, span[1]) if each.sort == "person" else None
            group = self.leaders.get(id(each)) if following else None
            if following and group is not None:
                yield (span[0], following.end()), group

    @cached_property
    def leaders(self) -> dict[int, Entity]:
        """Return the group of each person who is said to lead one: `the Front of X`, `led by X`, `X's Front`."""
        found: dict[int, Entity] = {}
        every = self.speakers.within(0, len(self.text))
        for (span, one), (other_span, other) in pairwise(every):
            between = self.text[span[1] : other_span[0]]
            if one.sort == "group" and other.sort == "person" and _LED_BY.fullmatch(between):
                found.setdefault(id(other), one)
            elif one.sort == "person" and other.sort == "group" and re.fullmatch(r"['’]s\s+", between):
                found.setdefault(id(one), other)
        return found

    def pronouns(self, sentence: Sentence, named: Sequence[Mention]) -> Iterator[Mention]:
        """Yield whom `it`, `the group` and `its` speak of: the first group of the sentence, or of the one before."""
        yield from self.both(sentence)
        for pattern in (_PRONOUN, _OWNER):
            for match in pattern.finditer(self.text, sentence.start, sentence.end):
                is_wing = pattern is _OWNER and _WING.match(self.text, match.end())
                if not is_wing and not opens_clause(self.text, match.start(), sentence.start):
                    continue
                earlier = [each for span, each in named if span[1] <= match.start()]
                earlier = [each for each in earlier if not PUBLIC.search(each.name)] or earlier
                own = (earlier[-1] if " " in match.group() else earlier[0]) if earlier else None
                owner = self.described(match) or own or self.speakers.last_before(match.start(), frozenset({"group"}))
                if owner is not None and owner.names[0].rule == "state-body":
                    bodies = self.groups(max(0, match.start() - _MEMORY), match.start())
                    owner = next((each for _, each in reversed(bodies) if each.names[0].rule != "state-body"), None)
                if owner is not None:
                    is_owned = match.group().lower() == "its" or match.group()[-2:] in {"'s", "’s"}
                    end = (
                        match.start()
                        if match.group().lower() == "its"
                        else match.end() - 2
                        if is_owned
                        else match.end()
                    )
                    yield (match.start(), end), owner

    def both(self, sentence: Sentence) -> Iterator[Mention]:
        """Yield the two groups that began clauses, or stood side by side, in the sentence before one on `Both`."""
        match = _BOTH.match(self.text, sentence.start)
        number = self.speakers.article.sentence_at(sentence.start) if match else 0
        if not match or not number:
            return
        before = self.speakers.article.sentences[number - 1]
        heads: list[Entity] = []
        for span, each in self.groups(before.start, before.end):
            start = span[0] - 4 if self.text[max(0, span[0] - 4) : span[0]].casefold() == "the " else span[0]
            if each not in heads and opens_clause(self.text, start, before.start):
                heads.append(each)
        if len(heads) == 2:  # noqa: PLR2004 - both are two
            for each in heads:
                yield match.span(), each

    def owner_of(self, noun: str, place: int) -> Entity | None:
        """Return whom `the movement's` speaks of at an offset."""
        near = self.speakers.last_before(place, frozenset({"group"}))
        return self.called(noun.casefold(), place, 10 * _MEMORY) or near

    def described(self, match: re.Match[str]) -> Entity | None:
        """Return the group that `the coalition` or `the party's` speaks of, if its noun tells which."""
        noun = match.group().split()[-1].split("'")[0].split("’")[0].casefold()
        return self.called(noun, match.start(), _MEMORY) if noun in _TELLING else None

    def called(self, noun: str, place: int, memory: int) -> Entity | None:
        """Return the group named last that the text calls by a noun: in its name or beside it."""
        start = max(0, place - memory)
        beside = re.compile(rf",?\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,3}}{noun}\b", re.IGNORECASE)
        before = re.compile(rf"\b{noun}(?:,|\s+called|\s+named)?\s+(?:the\s+)?$", re.IGNORECASE)
        for span, each in reversed(self.groups(start, place)):
            is_named = noun in each.name.casefold().split()
            is_beside = beside.match(self.text, span[1], span[1] + _WINDOW)
            if is_named or is_beside or before.search(self.text, max(0, span[0] - _WINDOW), span[0]):
                return each
        return None
