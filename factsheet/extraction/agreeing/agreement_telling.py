"""Stage 8: parties told otherwise than by a verb of signing: beside the mention, by their duties or breaches."""

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.agreeing import agreement_frames as frames
from factsheet.extraction.agreeing.agreement_mentions import Seen
from factsheet.extraction.agreeing.party_lists import Parties
from factsheet.extraction.agreeing.party_roles import Party, is_side
from factsheet.extraction.reading.article import Article, Sentence

_NEAR: Final = 90
_TWO: Final = 2
_BROKEN: Final = re.compile(
    r"\b(?:violat|brok(?:e|en)\b|break|breach|flout|shatter|disrespect)\w*\s+(?:[\w-]+\s+){0,4}$"
)
_ENDED: Final = re.compile(
    r"\b(?:ended|called\s+off|abandoned|lifted|renounced|scrapped|suspended|extended|renewed|prolonged|(?:pulled|walked|dropped)\s+out\s+of|withdrew\s+from|quit)\s+(?:an?|its|their|his|the)\s+(?:[\w-]+\s+){0,3}$"
)
_TAKING_PART: Final = re.compile(r"\b(?:involved\s+in|part(?:y|ies)\s+to|bound\s+by|signed\s+up\s+to)\s+(?:the|a)\s+$")
_UNDERTOOK: Final = re.compile(
    r"\b(?:laid\s+down|gave\s+up|renounced|(?<!ly\s)recogni[sz]ed|ceded|relinquished|pledged|promised|undertook|committed|accepted|agreed|made\s+(?:its|their|his)?\s*peace)\b"
    r"[^.;,]{0,80}\b(?:in|under)\s+(?:the\s+)?$"
)
_CONGRATULATED: Final = re.compile(
    r"\bcongratulat\w*\s+(?P<who>[^.;]{3,160}?)\s+(?:on|for)\s+(?:(?:reaching|signing|concluding|agreeing|the|their|its|an?|to|on)\s+)*(?:[\w-]+\s+){0,2}$"
)
_OWNER: Final = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,5}$")


class Telling:
    """Reads parties where nobody is said to sign."""

    def __init__(self, article: Article, parties: Parties) -> None:
        self.article = article
        self.parties = parties

    def read(self, seen: Seen, sentence: Sentence, singles: list[Party]) -> list[Party]:
        """Return the parties that a mention's sentence tells; `singles` are those that its verbs name."""
        if len(singles) == 1 and _BROKEN.search(self.article.text[sentence.start : seen.phrase[0]]):
            return self._breakers(seen, sentence, singles)
        return (
            self._beside_parties(seen, singles) or self._obliged(seen, sentence) or self._breakers(seen, sentence, [])
        )

    def _beside_parties(self, seen: Seen, singles: list[Party]) -> list[Party]:
        """Return the parties that stand right by the mention: `a truce with X`, `a ceasefire by X`."""
        text = self.article.text
        with_ = re.compile(r"\s+(?:reached\s+|signed\s+|struck\s+)?with\s+(?!the\s+(?:help|support|aim))").match(
            text, seen.span[1]
        )
        if with_ and not frames.TELLING.search(text[: seen.span[0]][-12:].strip()):
            other = self.parties.listed(with_.end(), seen.sentence)
            subject = singles or self.parties.subject(seen.span[0], seen.sentence)
            if subject or not other:
                return [*subject, *other] if other else singles
            owner = _OWNER.search(text, max(0, seen.phrase[0] - _NEAR), seen.phrase[0])
            if owner:
                named = self.parties.speakers.within(max(0, owner.start() - _NEAR), owner.start())
                return [Party(each.name, span, each) for span, each in named if span[1] == owner.start()] + other
        by = re.compile(r"\s+by\s+").match(text, seen.span[1])
        if singles or by:
            return singles or (self.parties.listed(by.end(), seen.sentence) if by else [])
        start = self.article.sentences[seen.sentence].start
        undertook = _UNDERTOOK.search(text, start, seen.phrase[0]) if seen.is_named else None
        return self.parties.subject(undertook.start(), seen.sentence) if undertook else []

    def _obliged(self, seen: Seen, sentence: Sentence) -> list[Party]:
        """Return the two whom the agreement tells what to do: `it obliges X to withdraw and Y to disarm`."""
        text = self.article.text
        is_under = re.search(
            r"\b[Uu]nder\s+(?:the\s+terms\s+of\s+)?(?:the|an?)\s+(?:[\w-]+\s+)*$", text[sentence.start : seen.span[0]]
        )
        match = frames.OBLIGED.search(text, seen.span[1], sentence.end) or (
            frames.WILL.search(text, seen.span[1], sentence.end) if is_under else None
        )
        if not match:
            return []
        found = [
            party
            for name in ("one", "other")
            for party in self.parties.items.read(*match.span(name), match.group(name))
        ]
        return found if len(found) == _TWO else []

    def _breakers(self, seen: Seen, sentence: Sentence, singles: list[Party]) -> list[Party]:
        """Return the two of whom one says that the other broke it, or who are said to take part in it."""
        before = self.article.text[sentence.start : seen.phrase[0]]
        praised = _CONGRATULATED.search(before)
        if praised:
            return self.parties.listed(sentence.start + praised.start("who"), seen.sentence)
        taking_part = _TAKING_PART.search(before)
        if taking_part:
            found = self.parties.subject(sentence.start + taking_part.start(), seen.sentence)
            return found if len(found) > 1 else []
        ended = _ENDED.search(before)
        if ended:
            return self.parties.subject(sentence.start + ended.start(), seen.sentence)
        broken = _BROKEN.search(before)
        if not broken:
            return []
        if singles:
            return [*self.parties.subject(sentence.start + broken.start(), seen.sentence), *singles]
        named = self.parties.speakers.within(sentence.start, seen.phrase[0])
        states = [
            Party(each.name, span, each)
            for span, each in named
            if each.name in lexicon.country_names() or is_side(each)
        ]
        found = list({party.text: party for party in states}.values())
        return found if len(found) == _TWO else []
