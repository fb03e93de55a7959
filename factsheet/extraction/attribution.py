"""Stage 7: who says a number, and through whom: say-verbs, `according to`, quotations, `told`, `quoted by`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from factsheet.extraction.article import Article, Sentence, Span, tidy
from factsheet.extraction.entities import Entity
from factsheet.extraction.lexicon import listed
from factsheet.extraction.objects import object_after, phrase_after
from factsheet.extraction.speakers import Phrase, Speakers
from factsheet.extraction.subjects import subject_before

SAYING: Final = listed(
    "said says say told tells added adds claimed claims claim announced announces reported reports report stated "
    "states declared denied denies confirmed confirms warned warns insisted insists insist argued noted notes "
    "stressed explained tweeted wrote replied estimated estimates estimate puts put acknowledged admitted "
    "asserted alleged alleges accused maintained maintains quoted believe believes showed shows show suggested "
    "suggests suggest indicated indicates indicate documented recorded counted registered verified listed "
    "revealed found lists counts records documents acknowledges calculated gave gives predicted testified "
    "recalled remarked observed briefed disclosed"
)
_ACCORDING: Final = re.compile(
    r"\b(?:[Aa]ccording\s+to|[Cc]iting|[Qq]uoting|[Bb]ased\s+on\s+(?:figures|data|information)\s+from|[Pp]er)\s+"
)
_COUNT_OF: Final = re.compile(
    r"\bby\s+(?P<who>(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,4}|the\s+[a-z]+)['’]s\s+(?:own\s+)?(?:count|estimates?|tally|reckoning|account|figures)\b"
)
_QUOTED_BY: Final = re.compile(
    r"\b(?:(?:was|were|is|are)\s+)?(?:quoted|cited)\s+(?:as\s+saying\s+)?by\s+|\bin\s+(?:an\s+interview|remarks|comments|a\s+statement|an\s+interview\s+(?:aired|broadcast|published))\s+(?:with|to|by|on)\s+|\breported\s+by\s+|\bcarried\s+by\s+"
)
_NO_VERB: Final = frozenset(
    {
        "the",
        "a",
        "of",
        "in",
        "its",
        "his",
        "their",
        "this",
        "that",
        "new",
        "media",
        "annual",
        "by",
        "to",
        "these",
        "those",
        "from",
        "such",
        "any",
        "some",
        "latest",
        "no",
        "be",
        "been",
    }
)
_NOUNLY: Final = frozenset(
    {
        "report",
        "reports",
        "claim",
        "claims",
        "states",
        "state",
        "estimate",
        "estimates",
        "put",
        "show",
        "shows",
        "found",
        "notes",
        "records",
        "lists",
        "documents",
        "counts",
        "puts",
        "documented",
        "recorded",
        "registered",
        "verified",
        "listed",
        "counted",
    }
)
_TOLLS: Final = listed(
    "more at about nearly some up hundreds thousands dozens scores lives an over responsibility many almost "
    "around least"
)
_AUDIENCE: Final = listed(
    "conference briefing council parliament congress senate committee rally crowd court assembly supporters lawmakers"
)


@dataclass(slots=True)
class Attribution:
    """Who speaks in a stretch of a sentence: the speaker as named, the relayers, the verb, and the stretch."""

    speaker: Phrase | None
    via: list[Phrase]
    verb: Span
    scope: Span
    rule: str
    is_anaphoric: bool = False
    is_trailing: bool = False


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
        self.by_sentence: dict[int, list[Attribution]] = {}
        before: list[Attribution] = []
        for number, sentence in enumerate(article.sentences):
            found = self._read(sentence, number, before)
            self.by_sentence[number] = found
            before = found or before

    def credit(self, offset: int) -> Credit:
        """Return who is credited with what stands at an offset."""
        number = self.article.sentence_at(offset)
        found = [each for each in self.by_sentence.get(number, []) if each.speaker]
        if not found:
            return self._inherit(number, offset)
        chosen = _choose(found, offset)
        if chosen is None:
            return Credit()
        return Credit(chosen.speaker, chosen.via, chosen.rule)

    def _inherit(self, number: int, offset: int) -> Credit:
        """Return the speaker of the quotation that goes on over this sentence."""
        if not self.article.is_quoted(offset):
            return Credit()
        paragraph = self.article.sentences[number].paragraph
        for near in (number + 1, number - 1, number + 2, number - 2):
            if 0 <= near < len(self.article.sentences) and self.article.sentences[near].paragraph == paragraph:
                found = [each for each in self.by_sentence.get(near, []) if each.speaker]
                if found:
                    return Credit(found[0].speaker, found[0].via, "quotation")
        return Credit()

    def _read(self, sentence: Sentence, number: int, before: list[Attribution]) -> list[Attribution]:
        found = self._according(sentence) + self._counts(sentence)
        found += self._verbs(sentence, number, before)
        relayers = self._relayers(sentence)
        if relayers and not [each for each in found if each.speaker]:
            return found
        for each in found:
            each.via += relayers
        return sorted(found, key=lambda each: each.verb)

    def _according(self, sentence: Sentence) -> list[Attribution]:
        found = []
        for match in _ACCORDING.finditer(self.article.text, sentence.start, sentence.end):
            phrase = phrase_after(self.article, sentence, match.end(), self.speakers)
            if phrase is None or match.group().casefold().startswith("per "):
                continue
            found.append(
                Attribution(
                    phrase, [], match.span(), _clause(self.article.text, sentence, match.span()), "according-to"
                )
            )
        return found

    def _counts(self, sentence: Sentence) -> list[Attribution]:
        found = []
        for match in _COUNT_OF.finditer(self.article.text, sentence.start, sentence.end):
            phrase = self.speakers.resolve(*match.span("who"))
            if phrase:
                found.append(
                    Attribution(
                        phrase, [], match.span(), _clause(self.article.text, sentence, match.span()), "according-to"
                    )
                )
        return found

    def _relayers(self, sentence: Sentence) -> list[Phrase]:
        relayers = []
        for match in _QUOTED_BY.finditer(self.article.text, sentence.start, sentence.end):
            phrase = phrase_after(self.article, sentence, match.end(), self.speakers)
            if phrase and phrase.entity is not None and phrase.entity.sort == "group":
                relayers += self.speakers.split(phrase, sentence)
        return relayers

    def _verbs(self, sentence: Sentence, number: int, before: list[Attribution]) -> list[Attribution]:
        found = []
        tokens = self.article.tokens
        for position in range(sentence.first, sentence.last):
            word = tokens[position].text
            if (
                word not in SAYING
                or self.article.is_quoted(tokens[position].start)
                or not self._is_verb(sentence, position)
            ):
                continue
            reading = subject_before(self.article, sentence, position, self.speakers)
            if reading is None:
                continue
            via: list[Phrase] = []
            if word in {"told", "tells"}:
                via = self._audience(sentence, position + 1)
            attribution = Attribution(
                reading,
                via,
                (tokens[position].start, tokens[position].end),
                _clause(self.article.text, sentence, (tokens[position].start, tokens[position].end)),
                "say-verb",
            )
            begins = min(reading.span[0], tokens[position].start)
            attribution.is_trailing = self.article.text[sentence.start : begins].rstrip()[-1:] in {",", '"', "”", "’"}
            if reading.is_anaphoric:
                attribution.is_anaphoric = True
                attribution.via = attribution.via or _carried(before, reading)
            found.append(attribution)
        del number
        return found

    def _is_verb(self, sentence: Sentence, position: int) -> bool:
        """Tell whether a say-verb is one here: not a noun, not a bare participle."""
        tokens = self.article.tokens
        word = tokens[position].text
        last = tokens[position - 1].text.casefold() if position > sentence.first else ""
        if last in _NO_VERB:
            return False
        following = tokens[position + 1].text if position + 1 < sentence.last else "."
        if word in _NOUNLY and following.casefold() in {"of", "by", "from", "in", "are", "were", "is", "was", "to"}:
            return False
        if word.startswith("claim") and (following[0].isdigit() or following.casefold() in _TOLLS):
            return False
        if word in {"gave", "gives"}:
            rest = " ".join(token.text for token in tokens[position + 1 : position + 8]).casefold()
            return bool(re.search(r"\b(?:toll|figure|number|estimate|count)\b", rest))
        return not (word == "put" and following.casefold() in {"to", "an", "their", "its", "in", "forward", "down"})

    def _audience(self, sentence: Sentence, position: int) -> list[Phrase]:
        phrase = object_after(self.article, sentence, position, self.speakers)
        if phrase is None or set(phrase.text.casefold().split()) & _AUDIENCE:
            return []
        return self.speakers.split(phrase, sentence)


def _carried(before: list[Attribution], phrase: Phrase) -> list[Phrase]:
    """Return the relayers that go on where the same speaker goes on."""
    same = [each for each in before if each.speaker and each.speaker.text == phrase.text]
    return list(same[-1].via) if same else []


def _clause(text: str, sentence: Sentence, span: Span) -> Span:
    start = max(text.rfind(";", sentence.start, span[0]) + 1, sentence.start)
    end = text.find(";", span[1], sentence.end)
    return start, end if end >= 0 else sentence.end


def _choose(found: list[Attribution], offset: int) -> Attribution | None:
    """Return the attribution a claim belongs to: the nearest that leads it, else the first that trails it."""
    covering = [each for each in found if each.scope[0] <= offset < each.scope[1]]
    named = [each for each in covering if each.rule == "according-to"]
    leading = [each for each in covering if each.verb[0] <= offset]
    trailing = [each for each in covering if each.verb[0] > offset]
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
