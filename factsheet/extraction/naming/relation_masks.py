"""Stage 5: a sentence with its groups as tokens, `<3>` or, for a list, `<3+4>`, and the relations its patterns tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.naming.references import PUBLIC, Mention
from factsheet.extraction.naming.relation_frames import level
from factsheet.extraction.naming.relation_patterns import DENIED, LEFT_ONE, PATTERNS, SIGNS, UNIT, UNIT_OF, Pattern
from factsheet.extraction.reading.article import Article, Sentence, Span
from factsheet.extraction.speaking.speakers import Speakers

Told = tuple[str, Entity, Entity, Span]

_LIST: Final = re.compile(
    r"(?<!between )<\d+>(?:, (?:the )?<\d+>)*,? (?:and|as well as) (?:both )?(?:the )?<\d+>(?!'s)", re.IGNORECASE
)
_EPITHET: Final = (
    r"(?:outlawed|banned|proscribed|defunct|now-defunct|rebel|militant|insurgent|armed|islamist|jihadist|extremist|secular|separatist|secessionist|marxist|maoist|communist|leftist"
    r"|left-wing|right-wing|nationalist"
    r"|royalist|clandestine|underground|shadowy|notorious|powerful|larger|smaller|bigger|small|tiny|main"
    r"|mainstream|original|parent|ruling|opposition|radical|moderate|hardline|hard-line|ethnic|tribal|local|then"
    r"|newly formed|sunni|shia|shiite|muslim|christian|kurdish|arab|tuareg|[\w]+-(?:based|backed|led|like|run|dominated"
    r"|era|speaking|controlled|aligned|funded|armed|trained))"
)
_ARTICLE: Final = re.compile(
    rf"\b(?:(?:the|both)\s+(?=<)|(?:(?:the|an?)\s+)?(?:{_EPITHET}\s+){{1,3}}(?=<)"
    rf"|the\s+(?:{_EPITHET}\s+){{0,3}}(?:group|party|movement|militia|guerrillas|rebels)\s+(?=<))",
    re.IGNORECASE,
)
_OPENER: Final = re.compile(r"\b(?:[Ii]ts|[Tt]heir|[Ww]hose|[Oo]ne|[Aa]n?|[Tt]he|[Aa]nother)\s")
_GROUP: Final = frozenset({"group"})
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class _Masked:
    """A sentence with tokens for its groups: as it stands, and without brackets, dates and adverbs."""

    mentions: Sequence[Mention]
    whole: str
    plain: str


class Masks:
    """The sentences of an article with their groups as tokens."""

    def __init__(self, article: Article, speakers: Speakers) -> None:
        self.text = article.text
        self.speakers = speakers

    def read(self, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Told]:
        """Yield type, source, target and place of each relation that a pattern finds."""
        if len(mentions) < 2 and not _OPENER.search(self.text, sentence.start, sentence.end):  # noqa: PLR2004 - a pair
            return
        said = self.text[sentence.start : sentence.end].casefold().replace("’", "'")
        signs = {type_ for type_, words in SIGNS.items() if any(map(said.__contains__, words))}
        masked = self.mask(sentence, mentions[:_MOST])
        for pattern in (each for each in PATTERNS if each.type in signs):
            subject = masked.whole if pattern.is_dated else masked.plain
            for match in pattern.words.finditer(subject):
                if not DENIED.search(subject, max(0, match.start() - 60), match.start() + 1):
                    yield from self.tell(pattern, match, masked, sentence)
        yield from self.units(masked)

    def units(self, masked: _Masked) -> Iterator[Told]:
        """Yield the units that are named with what they belong to: `A's B Brigade`, `the B Brigade of A`."""
        for match in UNIT_OF.finditer(masked.plain):
            unit_span, unit = masked.mentions[int(match.group("a") or match.group("c"))]
            owner_span, owner = masked.mentions[int(match.group("b") or match.group("d"))]
            is_unit = bool(UNIT.search(self.text, *unit_span)) and owner.names[0].rule != "state-body"
            if is_unit and unit is not owner:
                yield "part_of", unit, owner, (min(unit_span[0], owner_span[0]), max(unit_span[1], owner_span[1]))

    def mask(self, sentence: Sentence, mentions: Sequence[Mention]) -> _Masked:
        """Return a sentence with tokens in place of its groups; each list of groups is one token."""
        kept: list[Mention] = []
        parts, place = [], sentence.start
        for span, entity in mentions:
            words = self.text[slice(*span)].casefold()
            is_apposed = words.startswith("the ") and kept and re.fullmatch(r",\s+", self.text[place : span[0]])
            if span[0] < place or span[0] == span[1] or words == "which" or is_apposed:
                continue
            parts += [self.text[place : span[0]], f"<{len(kept)}>"]
            kept.append((span, entity))
            place = span[1]
        text = "".join([*parts, self.text[place : sentence.end]])
        whole = re.sub(r"[\"“”‘]|\s*\([^()]*\)", "", text).replace("’", "'")
        whole = re.sub(r"\s+[-–—]+\s+", ", ", _ARTICLE.sub("", " ".join(whole.split())))
        return _Masked(kept, _listed(whole), _listed(level(whole)))

    def tell(self, pattern: Pattern, match: re.Match[str], masked: _Masked, sentence: Sentence) -> Iterator[Told]:
        """Yield the relation of each source with each target of a match."""
        slots = match.groupdict()
        given = {
            slot: [
                masked.mentions[int(number)]
                for name in names
                for number in (slots.get(name) or "").split("+")
                if number
            ]
            for slot, names in (("a", "ac"), ("b", "b"))
        }
        open_slot = next((slot for slot in "ab" if slot not in pattern.words.groupindex), "")
        if open_slot:
            spoken_of = self.owner(match, masked, sentence)
            given[open_slot] = [((sentence.start, sentence.start), spoken_of)] if spoken_of is not None else []
        for source_span, source in given["a"]:
            for target_span, target in given["b"]:
                if source is not target:
                    spans = (source_span, target_span)
                    place = (min(span[0] for span in spans), max(span[1] for span in spans))
                    yield pattern.type, source, target, place

    def owner(self, match: re.Match[str], masked: _Masked, sentence: Sentence) -> Entity | None:
        """Return whom `its` speaks of: the group right before, the first of the sentence, or of the one before."""
        if "he" in match.groupdict():
            return self.left_before(sentence)
        before = match.string[: match.start()]
        numbers = [int(number) for number in re.findall(r"<(\d+)", before)]
        bodies = [number for number in numbers if not _is_public(masked.mentions[number][1])]
        near = re.search(r"<(\d+)>(?:'s [\w-]+)?,?(?: and| or| through| with| by)? ?$", before)
        if near:
            return masked.mentions[int(near.group(1))][1]
        if bodies:
            return masked.mentions[bodies[-1] if "near" in match.groupdict() else bodies[0]][1]
        return self.speakers.last_before(sentence.start, _GROUP)

    def left_before(self, sentence: Sentence) -> Entity | None:
        """Return the group that someone left in the sentence before one that goes on with `he`."""
        number = self.speakers.article.sentence_at(sentence.start)
        if not number:
            return None
        before = self.speakers.article.sentences[number - 1]
        named = [each for each in self.speakers.within(before.start, before.end) if each[1].sort == "group"]
        masked = self.mask(before, named)
        match = LEFT_ONE.search(masked.plain)
        return masked.mentions[int(match.group(1))][1] if match else None


def _is_public(entity: Entity) -> bool:
    return bool(PUBLIC.search(entity.name)) or entity.names[0].rule == "state-body"


def _listed(text: str) -> str:
    """Return a text with each list of tokens as one."""
    return _LIST.sub(lambda match: "<" + "+".join(re.findall(r"\d+", match.group())) + ">", text)
