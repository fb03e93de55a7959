"""Stage 7: who says a number, and through whom: say-verbs, quotations, `told`, and the sources that stand beside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Article, Sentence, tidy
from factsheet.extraction.speaking.objects import object_after, phrase_after
from factsheet.extraction.speaking.say_verbs import is_said, is_saying
from factsheet.extraction.speaking.say_words import CONTINUING, PARTICIPLES, SAYING, can_hear
from factsheet.extraction.speaking.sources import GOES_ON, Attribution, Sources, clause_of
from factsheet.extraction.speaking.speakers import Phrase, Speakers
from factsheet.extraction.speaking.subjects import leading_subject, subject_before

_APART: Final = re.compile(r"[,;]\s+(?:but|while|whereas|although|though|yet)\b|;")
_CLOSING: Final = 8
_CLOSERS: Final = listed(
    ". , on in at late early earlier Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday today here told"
)
_CLAUSAL: Final = listed("that had has have was were is are would will")
_AUDIENCE: Final = listed("conference briefing council committee rally crowd court assembly supporters")


@dataclass(slots=True)
class Credit:
    """The owner of one statement: claimant and relayers, as texts with their places."""

    claimant: Phrase | None = None
    via: list[Phrase] = field(default_factory=list)
    rule: str = ""
    via_rule: str = "relayer"


class Attributions:
    """The attributions of an article, sentence by sentence."""

    def __init__(self, article: Article, entities: Sequence[Entity]) -> None:
        self.article = article
        self.speakers = Speakers(article, entities)
        self.sources = Sources(article, self.speakers)
        self.by_sentence: dict[int, list[Attribution]] = {}
        before: list[Attribution] = []
        for number, sentence in enumerate(article.sentences):
            found = self._read(sentence, number, before)
            self.by_sentence[number] = found
            for each in found:
                if each.speaker and each.rule != "say-verb":
                    self.speakers.note(number, each.speaker, is_medium=each.is_medium)
            if number and not self.by_sentence[number - 1]:
                back = self.sources.read_back(sentence, article.sentences[number - 1])
                self.by_sentence[number - 1] = [back] if back else []
            before = found or before

    def credit(self, offset: int) -> Credit:
        """Return who is credited with what stands at an offset."""
        number = self.article.sentence_at(offset)
        found = [each for each in self.by_sentence.get(number, []) if each.speaker]
        if not found:
            return self._inherit(number, offset)
        chosen = choose(found, offset)
        if chosen is None:
            return Credit()
        relayers = [each.speaker for each in found if each.speaker and self._relays(each, chosen, offset)]
        named = {each.speaker.text: each.via for each in found if each.speaker and each.via}
        own = named.get(chosen.speaker.text, []) if chosen.speaker else []
        via = {phrase.text: phrase for phrase in [*chosen.via, *own, *relayers]}
        return Credit(chosen.speaker, list(via.values()), chosen.rule)

    def _relays(self, medium: Attribution, chosen: Attribution, offset: int) -> bool:
        """Tell whether a medium passes on what another says, in the same clause: `X said, Reuters reported`."""
        if medium is chosen or not medium.is_medium or chosen.is_medium:
            return False
        between = sorted((medium.verb, chosen.verb))
        is_apart = _APART.search(self.article.text, between[0][1], between[1][0])
        return not is_apart and (medium.verb[0] <= offset or medium.is_trailing)

    def _inherit(self, number: int, offset: int) -> Credit:
        """Return the speaker of the quotation that goes on over this sentence."""
        if not self.article.is_quoted(offset):
            return Credit()
        sentences = self.article.sentences
        own = sentences[number].paragraph
        for near in (number + 1, number - 1, number + 2, number - 2):
            if not 0 <= near < len(sentences) or sentences[near].paragraph not in {own, own - (near < number)}:
                continue
            found = [each for each in self.by_sentence.get(near, []) if each.speaker]
            if found:
                return Credit(found[0].speaker, found[0].via, "quotation")
        return Credit()

    def _read(self, sentence: Sentence, number: int, before: list[Attribution]) -> list[Attribution]:
        found = self.sources.read(sentence) + self._verbs(sentence, number, before)
        relayers = self.sources.relayers(sentence)
        if relayers and not [each for each in found if each.speaker]:
            return found
        for each in found:
            each.via += relayers
        return sorted(found, key=lambda each: each.verb)

    def _verbs(self, sentence: Sentence, number: int, before: list[Attribution]) -> list[Attribution]:
        found: list[Attribution] = []
        tokens = self.article.tokens
        for position in range(sentence.first, sentence.last):
            word = tokens[position].text
            if word not in SAYING and word not in PARTICIPLES:
                continue
            if self.article.is_quoted(tokens[position].start):
                continue
            made = self._said(sentence, position, before) if word in SAYING else None
            if word in PARTICIPLES and not found and is_said(self.article, position):
                subject = leading_subject(self.article, sentence, position, self.speakers)
                span = (tokens[position].start, tokens[position].end)
                scope = clause_of(self.article.text, sentence, span)
                made = Attribution(subject, [], span, scope, "say-verb") if subject else None
            if made:
                found.append(made)
                if made.speaker:
                    self.speakers.note(number, made.speaker, is_medium=made.is_medium)
        return found

    def _said(self, sentence: Sentence, position: int, before: list[Attribution]) -> Attribution | None:
        if not is_saying(self.article, sentence, position):
            return None
        token = self.article.tokens[position]
        subject = subject_before(self.article, sentence, position, self.speakers)
        if subject is None or (not subject.is_anaphoric and self._is_theirs(sentence, subject)):
            return None
        via: list[Phrase] = []
        if token.text in {"told", "tells"}:
            via = self._audience(sentence, position + 1)
        quoted = self._quoted(sentence, position) if token.text in {"quoted", "quotes", "cited", "cites"} else None
        begins = subject.span[0]
        if quoted is not None:
            subject, via = quoted, [subject]
        span = (token.start, token.end)
        made = Attribution(subject, via, span, clause_of(self.article.text, sentence, span), "say-verb")
        is_same = subject.is_anaphoric and token.text in CONTINUING
        made.via = via or (_carried(before, subject) if is_same else [])
        led = self.article.text[sentence.start : min(begins, token.start)].rstrip()
        # `X and, the army claims, Y`: the army vouches for what follows alone.
        is_set_off = led[-1:] in {",", '"', "”", "’"} or ("," in led and self._closes(sentence, position))
        made.is_trailing = is_set_off and not GOES_ON.search(led)
        return made

    def _closes(self, sentence: Sentence, position: int) -> bool:
        """Tell whether a verb of saying ends its sentence, but for when or where it was said."""
        rest = [token.text for token in self.article.tokens[position + 1 : sentence.last]]
        is_told = self.article.tokens[position].text == "told"
        return len(rest) <= _CLOSING and (not rest or rest[0] in _CLOSERS or is_told) and not set(rest) & _CLAUSAL

    def _is_theirs(self, sentence: Sentence, subject: Phrase) -> bool:
        """Tell whether `his staff` speaks inside what another said before in the sentence."""
        number = self.article.sentence_at(sentence.start)
        words = self.article.text[slice(*subject.span)].split()
        return words[0] in {"his", "her", "its", "their"} and self.speakers.has_spoken(number, subject.span[0])

    def _quoted(self, sentence: Sentence, position: int) -> Phrase | None:
        """Return whom a medium quotes: `SANA quoted the general as saying`."""
        following = [token.text for token in self.article.tokens[position + 1 : sentence.last]]
        if "saying" not in following or following[0] == "by":
            return None
        end = self.article.tokens[position + 1 + following.index("saying")].start
        phrase = phrase_after(self.article, sentence, self.article.tokens[position].end, self.speakers)
        return phrase if phrase is not None and phrase.span[0] < end else None

    def _audience(self, sentence: Sentence, position: int) -> list[Phrase]:
        phrase = object_after(self.article, sentence, position, self.speakers)
        if phrase is None or set(phrase.text.casefold().split()) & _AUDIENCE:
            return []
        parts = self.speakers.split(phrase, sentence)
        return [part for part in parts if part.entity is not None or can_hear(part.text)]


def _carried(before: list[Attribution], phrase: Phrase) -> list[Phrase]:
    """Return the relayers that go on where the same speaker goes on."""
    same = [each for each in before if each.speaker and each.speaker.text == phrase.text]
    return list(same[-1].via) if same else []


def choose(found: list[Attribution], offset: int) -> Attribution | None:
    """Return the attribution a claim belongs to: the nearest, but what a medium only passes on is its source's."""
    first = _nearest(found, offset)
    if first is None or not first.is_medium:
        return first
    is_ahead = first.verb[0] > offset
    inner = [
        each
        for each in found
        if not each.is_medium and (is_ahead or each.verb[0] > first.verb[0] or each.rule == "according-to")
    ]
    return _nearest(inner, offset) or first


def _nearest(found: list[Attribution], offset: int) -> Attribution | None:
    """Return the nearest attribution that leads a claim, else the first that trails it."""
    covering = [each for each in found if each.scope[0] <= offset < each.scope[1] or each.verb[0] >= each.scope[1]]
    named = [each for each in covering if each.rule == "according-to"]
    covering = [each for each in covering if each.rule != "issued-by" or each.verb[0] <= offset]
    leading = [each for each in covering if each.verb[0] <= offset]
    trailing = [each for each in covering if each.verb[0] > offset]
    reported = next((each for each in covering if each.rule == "as-reported" and each.verb[0] > offset), None)
    if reported:
        return reported
    if named:
        ahead = [each for each in named if each.verb[0] > offset]
        between = [each for each in leading if each.rule == "say-verb" and ahead and each.verb[0] < ahead[0].verb[0]]
        if ahead and not between:
            return ahead[0]
    if leading:
        return leading[-1]
    closed = [each for each in trailing if each.rule == "according-to" or each.is_trailing]
    return closed[0] if closed else None


def describe(credit: Credit) -> str:
    """Return the claimant's text, or nothing."""
    return tidy(credit.claimant.text) if credit.claimant else ""
