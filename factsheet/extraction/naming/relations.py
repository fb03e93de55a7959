"""Stage 5: offshoots, wings, parts, successors and affiliates, from the words between two groups of a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.naming.former_names import find_former_names
from factsheet.extraction.naming.references import Mention, References
from factsheet.extraction.naming.relation_frames import (
    ACTED_ON,
    BARE,
    BEFORE_TAIL,
    BREAKING,
    CALLED,
    FINITE,
    FRAMES,
    FROM_WHICH,
    GOES_ON,
    INSET,
    LEAVING,
    LEFT,
    LISTED,
    LISTING,
    MEN,
    MEN_OF,
    NOUN_OF,
    NOUN_TYPES,
    OPENING,
    PURPOSE,
    SET_UP,
    TAILS,
    TOGETHER,
    TRIGGER,
    VERBAL,
    Frame,
    level,
)
from factsheet.extraction.naming.relation_masks import Masks
from factsheet.extraction.naming.relation_patterns import DENIED
from factsheet.extraction.reading.article import Article, Sentence, Span
from factsheet.extraction.speaking.speakers import Speakers

_APPOSED: Final = re.compile(
    r",\s+(?:which\s+is\s+)?(?:a|an)\s+(?:[\w-]+\s+){0,2}?(?:breakaway|splinter|dissident)\s+(?:\w+\s+)?(?:faction|group|wing|movement|organi[sz]ation)\b(?!\s+(?:of|from))"
)
_BEFORE: Final = re.compile(
    r"\b(?:a|an)\s+(?:breakaway|splinter)\s+(?:\w+\s+)?(?:faction|group|wing|movement),\s+(?:the\s+)?$"
)
_WINGED: Final = re.compile(
    r",\s+(?:the|its)\s+(?P<noun>group|movement|party|front|organi[sz]ation|alliance|rebels)['’]s?\s+(?P<kind>political|military|armed|fighting|paramilitary|youth)\s+(?:wing|arm|branch)\b"
)
_MANY: Final = re.compile(
    r"(?:,? ?(?:both|all)|are|were|have)\b"
    r"|,? ?(?:[\w-]+ ){0,2}(?:groups|members|factions|parties|affiliates|allies|offshoots|wings) of\b"
)
_INSET_BEFORE_IS: Final = re.compile(r",\s[^,;.]{3,60},(?=\s(?:is|was)\b)")
_APPOSING: Final = re.compile(r"(?:The|An?)\s[^,.;A-Z]{3,60},\s(?:the\s)?")
_BRACKET: Final = re.compile(r"\s*\([^()]{1,60}\)")
_WITH: Final = re.compile(r"\s+(?:has\s+|had\s+)?(?:joined|merged|united|allied)(?:\s+forces)?\s+with\s+(?:the\s+)?")
_DENIABLE: Final = frozenset({"affiliate_of", "part_of", "political_wing_of"})
_WIDEST: Final = 220
_AHEAD: Final = 4
_WINDOW: Final = 60


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation between two groups: `source` is a `type` of `target`; for a former name it is the old name."""

    type: str
    source: str
    target: str
    span: Span
    rule: str


def find_relations(article: Article, entities: list[Entity]) -> list[Relation]:
    """Return relations between groups; a former name also becomes a name of its group."""
    speakers = Speakers(article, entities)
    found = [Relation("former_name", *each, "former-name") for each in find_former_names(article, entities, speakers)]
    reader = _Reader(article, speakers)
    for sentence in article.sentences:
        found += reader.read(sentence)
    _join_former(entities, found)
    return _once(found)


def _join_former(entities: list[Entity], relations: Sequence[Relation]) -> None:
    """Make an old name that the text gives only once a further name of its group, unless it is a body well known."""
    groups = {each.name: each for each in reversed(entities) if each.sort == "group"}
    gone: set[int] = set()
    for relation in relations:
        if relation.type != "former_name" or relation.source in lexicon.organisations():
            continue
        old, new = groups.get(relation.source), groups.get(relation.target)
        if old is not None and new is not None and old is not new and len(old.spans) <= len(old.names):
            new.names += [replace(name, kind="former") for name in old.names if not new.find(name.text)]
            gone.add(id(old))
    entities[:] = [each for each in entities if id(each) not in gone]


class _Reader:
    def __init__(self, article: Article, speakers: Speakers) -> None:
        self.article = article
        self.text = article.text
        self.speakers = speakers
        self.references = References(article, speakers)
        self.masks = Masks(article, speakers)

    def read(self, sentence: Sentence) -> Iterator[Relation]:
        """Yield the relations that one sentence tells."""
        named = self.references.groups(sentence.start, sentence.end)
        if not named:
            return
        named = sorted([*named, *self.references.followings(sentence)], key=lambda each: each[0])
        subjects = sorted([*named, *self.references.pronouns(sentence, named)], key=lambda each: each[0])
        told = [
            Relation(type_, source.name, target.name, place, "sentence")
            for type_, source, target, place in self.masks.read(sentence, subjects)
        ]
        pairs = {frozenset((each.source, each.target)) for each in told}
        same = {(each.type, each.source, each.target) for each in told}
        for each in self.framed_pairs(subjects, named):
            if frozenset((each.source, each.target)) not in pairs or (each.type, each.source, each.target) in same:
                yield each
        yield from told
        yield from self.apposed(sentence, named)

    def framed_pairs(self, subjects: Sequence[Mention], named: Sequence[Mention]) -> Iterator[Relation]:
        """Yield what stands between each two groups that are near each other."""
        for subject in subjects:
            ahead = [each for each in named if each[0][0] >= subject[0][1]][:_AHEAD]
            for other in ahead:
                if other[0][0] - subject[0][1] < _WIDEST:
                    yield from self.between(subject, other, named)

    def between(self, first: Mention, second: Mention, named: Sequence[Mention]) -> Iterator[Relation]:
        """Yield what the words between two groups tell."""
        (span, one), (other_span, other) = first, second
        raw = self.text[span[1] : other_span[0]]
        if one is other or not raw:
            return
        opening = self.article.sentences[self.article.sentence_at(span[0])].start
        is_apposed = bool(_APPOSING.fullmatch(self.text, opening, span[0]))
        if (FINITE.match(raw) and not is_apposed) or (
            BARE.match(raw) and any(span[0] > place[0] for place, _ in named)
        ):
            return
        if LISTING.match(raw) or ACTED_ON.match(raw.lstrip()):
            return
        after = self.text[other_span[1] : other_span[1] + _WINDOW]
        spoken = level(raw)
        place = (span[0], other_span[1])
        before = self.text[max(0, span[0] - _WINDOW) : span[0]]
        told = _told_around(before, f"{spoken} ", after)
        if told:
            type_, is_turned = told
            source, target = (other, one) if is_turned else (one, other)
            yield Relation(type_, source.name, target.name, place, "between-names")
            return
        noun = NOUN_OF.search(before) if CALLED.fullmatch(f"{spoken} ") else None
        is_opening = bool(noun and spoken.startswith(",") and OPENING.fullmatch(self.text, opening, span[0]))
        if noun and (is_opening or re.match(r"\s*[,(]", after) or not spoken.startswith(",")):
            type_ = NOUN_TYPES.get(noun.group("noun").casefold(), "part_of")
            yield Relation(type_, other.name, one.name, place, "noun-of")
            return
        if TRIGGER.search(raw):
            yield from self.framed(first, second, named, spoken)

    def framed(self, first: Mention, second: Mention, named: Sequence[Mention], spoken: str) -> Iterator[Relation]:
        """Yield the relation of the first frame that fits, for each group of a list where the frame speaks of lists."""
        (span, one), (other_span, other) = first, second
        readings = self.readings(span[1], other_span[0], named, spoken)
        for frame in FRAMES:
            if not any(frame.between.fullmatch(reading) for reading in readings):
                continue
            opening = self.article.sentences[self.article.sentence_at(span[0])].start
            if frame.type in _DENIABLE and DENIED.search(self.text, max(opening, span[0] - 40), span[0]):
                return
            if "join" in spoken and TOGETHER.match(self.text, other_span[1]):
                return
            if frame.type == "succeeded_by" and self.text[other_span[1] :][:2] in {"'s", "’s"}:
                return
            is_many = frame.needs_list or bool(_MANY.match(spoken) or VERBAL.match(spoken))
            firsts = self.listed_before(first, named) if is_many else [one]
            if frame.needs_list and len(firsts) < 2:  # noqa: PLR2004 - a small count, told by its line
                continue
            seconds = self.listed_after(second, named) if frame.lists else [other]
            for one_of, other_of in ((a, b) for a in firsts for b in seconds):
                source, target = (other_of, one_of) if frame.turned else (one_of, other_of)
                is_state = frame.type == "part_of" and frame.turned and source.names[0].rule == "state-body"
                if source is not target and not is_state:
                    yield Relation(frame.type, source.name, target.name, (span[0], other_span[1]), _rule(frame))
            return

    def readings(self, start: int, end: int, named: Sequence[Mention], spoken: str) -> set[str]:
        """Return the ways to read what stands between two groups: whole, without insets, from the last verb on."""
        inner = [place for place, _ in named if start <= place[0] and place[1] <= end]
        listed = inner and re.fullmatch(r",\s+(?:the\s+)?", self.text[start : inner[0][0]])
        found = {spoken}
        if not listed:
            found.add(INSET.sub("", spoken).lstrip())
        found.add(_INSET_BEFORE_IS.sub("", spoken))
        names = [level(self.text[slice(*place)]) for place in inner]
        found = {reading for reading in found if not any(name in reading for name in names)}
        tail = self.text[inner[-1][1] : end] if inner else ""
        if GOES_ON.match(tail):
            found.add(re.sub(r"^,? ?(?:and|but) ", "", level(tail)))
        return {f"{reading} " for reading in found if reading}

    def listed_after(self, first: Mention, named: Sequence[Mention]) -> list[Entity]:
        """Return a group and those that follow it in a list."""
        found, end = [first[1]], first[0][1]
        for span, each in named:
            if span[0] < end or each is found[-1]:
                continue
            words = self.text[end : span[0]]
            if not LISTED.fullmatch(words) and not _WITH.fullmatch(words):
                break
            if each not in found:
                found.append(each)
            end = span[1]
        return found

    def listed_before(self, last: Mention, named: Sequence[Mention]) -> list[Entity]:
        """Return a group and those listed, or joined with it, before it."""
        found, start = [last[1]], last[0][0]
        for span, each in reversed(named):
            if span[1] > start or (each is found[-1] and self.text[span[0] - 1] == "("):
                continue
            words = self.text[span[1] : start]
            if not LISTED.fullmatch(words) and not re.fullmatch(
                r"\s+(?:has\s+|had\s+)?(?:joined|merged|united|allied)(?:\s+forces)?\s+with\s+(?:the\s+)?", words
            ):
                break
            if each not in found:
                found.append(each)
            start = span[0]
        return found

    def apposed(self, sentence: Sentence, named: Sequence[Mention]) -> Iterator[Relation]:
        """Yield offshoots of what was named last before them: `The X, a breakaway faction led by Y`."""
        for number, (span, entity) in enumerate(named):
            end = bracket.end() if (bracket := _BRACKET.match(self.text, span[1])) else span[1]
            winged = _WINGED.match(self.text, end, sentence.end)
            owner = self.references.owner_of(winged.group("noun"), winged.start()) if winged else None
            if winged and owner is not None and owner is not entity:
                type_ = "political_wing_of" if winged.group("kind") == "political" else "part_of"
                yield Relation(type_, entity.name, owner.name, (span[0], winged.end()), "apposition")
            after = _APPOSED.match(self.text, end, sentence.end)
            before = _BEFORE.search(self.text, max(sentence.start, span[0] - 50), span[0])
            if not after and not before:
                continue
            earlier = [each for _, each in named[:number] if each is not entity]
            parent = earlier[-1] if earlier else self.speakers.last_before(sentence.start, frozenset({"group"}))
            if parent is not None and parent is not entity:
                place = (before.start() if before else span[0], after.end() if after else span[1])
                yield Relation("offshoot_of", entity.name, parent.name, place, "apposition")


def _told_around(before: str, spoken: str, after: str) -> tuple[str, bool] | None:
    """Return the relation of two groups that the words behind, or before, both tell too; and whether it is turned."""
    is_described = BEFORE_TAIL.fullmatch(spoken)
    tail = next((type_ for type_, tail in TAILS if is_described and tail.match(after)), "")
    purpose = PURPOSE.match(after) if SET_UP.fullmatch(spoken) else None
    found: tuple[str, bool] | None = None
    if tail:
        found = (tail, tail == "succeeded_by")
    elif purpose:
        found = ("political_wing_of" if purpose.group("kind") == "political" else "part_of", False)
    elif MEN_OF.search(spoken) and MEN.match(after):
        found = ("offshoot_of", False)
    elif (FROM_WHICH.fullmatch(spoken) and BREAKING.match(after)) or (
        LEFT.fullmatch(spoken) and LEAVING.search(before)
    ):
        found = ("offshoot_of", True)
    return found


def _rule(frame: Frame) -> str:
    return "list-of-names" if frame.lists or frame.needs_list else "between-names"


def _once(found: list[Relation]) -> list[Relation]:
    kept: dict[tuple[str, str, str], Relation] = {}
    for each in found:
        if each.source != each.target:
            kept.setdefault((each.type, each.source, each.target), each)
    return list(kept.values())
