"""Stage 7: sources that stand beside what they say: `according to`, `by the army's count`, `issued by`, in brackets."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from dataclasses import dataclass
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.reading.article import Article, Sentence, Span
from factsheet.extraction.speaking.noun_phrases import phrase_before
from factsheet.extraction.speaking.objects import phrase_after
from factsheet.extraction.speaking.say_words import ISSUED, NO_SOURCES, can_speak, is_medium
from factsheet.extraction.speaking.speakers import Phrase, Speakers

_ACCORDING: Final = re.compile(
    r"\b(?:(?:[Aa]s\s+)?[Aa]ccording\s+to|[Aa]s\s+reported\s+by|[Ii]n\s+the\s+(?:view|opinion|words|estimation|eyes)\s+of|(?P<cites>[Cc]iting|[Qq]uoting)|[Bb]ased\s+on\s+(?:figures|data|information)\s+from)\s+"
)
_BY: Final = re.compile(r"\b[Bb]y\b|\b(?:of|from)\b.*\bthat\b")
_COUNT_OF: Final = re.compile(
    r"\b[Bb]y\s+(?P<who>(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,4}|the\s+[a-z]+)['’]s\s+(?:own\s+)?(?:count|estimates?|tally|reckoning|account|figures)\b"
)
_COUNT_BY: Final = re.compile(
    r"\b[Bb]y\s+(?:the\s+(?:count|estimates?|tally|reckoning|account|figures)\s+of\s+(?P<who>(?:the\s+)?[A-Za-z][\w' ]{2,60})"
    r"|(?P<some>(?:some|most|many|official)\s+(?:estimates|accounts|counts)))\b"
)
_ISSUED_BY: Final = re.compile(rf"\b(?:{'|'.join(sorted(ISSUED))})\b[^.,;]{{0,30}}?\bby\s+")
_NOTED_BY: Final = re.compile(r"\b(?:documented|recorded|verified|registered|logged)\b[^.,;]{0,20}?\bby\s+")
_PUT_BY: Final = re.compile(
    r"\b(?:estimated|put|counted|recorded|given|set)\s+by\s+(?P<who>[^.,;()\d]{3,50}?)\s+(?:at|as|to)\b"
)
_PUT_SO: Final = re.compile(r"\b(?:estimated|put)\s+at\s+[^;]{1,30}?\s+by\s+(?P<who>(?:the\s+)?[\w. ]{3,50})")
_TOLD_OF: Final = re.compile(
    r"\b(?:report|statement|claim|announcement|assertion|estimate|assurance|information)s?\s+(?:of|by|from)\s+(?P<who>[^;.\d]{3,90}?),?\s+that\b"
)
_BRACKETED: Final = re.compile(
    r"\((?:[Ss]ources?:\s*)?(?P<who>[A-Z][^()]{1,60}?)(?:\s+(?:estimates?|figures|data|count))?\)"
)
_LISTED: Final = re.compile(r"[-•*–·]\s|[A-Z][\w'’ -]{2,60}:\s")
_QUOTED_BY: Final = re.compile(
    r"\b(?:(?:was|were|is|are)\s+)?(?:quoted|cited)\s+(?:as\s+saying\s+)?by\s+|\b[Ii]n\s+(?:an\s+interview|remarks|comments|a\s+statement|an\s+interview\s+(?:aired|broadcast|published))\s+(?:with|to|by|on)\s+|(?<!as\s)\b(?:reported|carried|relayed|broadcast|aired)\s+by\s+"
)
_REPORTED_BY: Final = re.compile(
    r"(?:This|That|It|The\s+(?:news|figures?|toll|reports?|information|claims?|deaths?))\s+(?:was|were|has\s+been|have\s+been)\s+"
    r"(?:reported|announced|confirmed|given|released|stated|claimed|made\s+public)\s+by\s+"
)
_HEADLINE: Final = re.compile(r":\s+(?P<who>(?:[Tt]he\s+)?[A-Z][^.:;!?]{1,40})$")
_HEADED: Final = re.compile(r"(?P<who>(?:[Tt]he\s+)?[A-Z][^.:;,!?]{1,40}):\s+(?=\w)")
GOES_ON: Final = re.compile(r"\b(?:and|but|or|while|yet),(?:\s+(?:the|a|an))?$")
_LABEL: Final = re.compile(r"(?:[-•*–·]\s*)?(?P<who>[A-Z][\w .'’-]{1,50}):\s")
_LONGEST_HEADING: Final = 140


@dataclass(slots=True)
class Attribution:
    """Who speaks in a stretch of a sentence: the speaker as named, the relayers, the verb, and the stretch."""

    speaker: Phrase | None
    via: list[Phrase]
    verb: Span
    scope: Span
    rule: str
    is_trailing: bool = False

    @property
    def is_medium(self) -> bool:
        """Tell whether a medium speaks."""
        if self.speaker is None:
            return False
        names = self.speaker.entity.names if self.speaker.entity is not None else ()
        return is_medium(self.speaker.text) or any(is_medium(name.text) for name in names)


# What a reporter adds of what was said: `..., raising hopes of an end to a war that has killed 64,000 people`.
_REMARK: Final = re.compile(
    r",\s+(?:raising|ending|marking|capping|prompting|sparking|dealing|fuelling|fueling|deepening|underscoring|highlighting|complicating)\s"
)


_ASIDE: Final = re.compile(r"(?:\s[–—-]\s|--|—)[^–—]{3,90}?(?:\s[–—-]\s|--|—)")


def clause_of(text: str, sentence: Sentence, span: Span) -> Span:
    """Return the stretch of a sentence that a word of saying at `span` may credit."""
    start = max(text.rfind(";", sentence.start, span[0]) + 1, sentence.start)
    end = text.find(";", span[1], sentence.end)
    end = end if end >= 0 else sentence.end
    remark = _REMARK.search(text, span[1], end)
    aside = next((each for each in _ASIDE.finditer(text, start, end) if each.start() < span[0] < each.end()), None)
    return aside.span() if aside else (start, remark.start() if remark else end)


class Sources:
    """The sources of an article that no verb of saying credits, sentence by sentence."""

    def __init__(self, article: Article, speakers: Speakers) -> None:
        self.article = article
        self.speakers = speakers

    def read(self, sentence: Sentence) -> list[Attribution]:
        """Return the sources that stand in a sentence."""
        found = self._according(sentence)
        # Most sentences have none: the slower patterns are tried only where their small word stands.
        if _BY.search(self.article.text, sentence.start, sentence.end):
            found += [*self._counts(sentence), *self._issued(sentence)]
        return [*found, *self._headings(sentence), *self._bracketed(sentence)]

    def relayers(self, sentence: Sentence) -> list[Phrase]:
        """Return those who carry what a sentence says: `quoted by`, `in an interview with`."""
        relayers = []
        for match in _QUOTED_BY.finditer(self.article.text, sentence.start, sentence.end):
            phrase = phrase_after(self.article, sentence, match.end(), self.speakers)
            if phrase and phrase.entity is not None and phrase.entity.sort == "group":
                relayers += self.speakers.split(phrase, sentence)
        return relayers

    def read_back(self, sentence: Sentence, earlier: Sentence) -> Attribution | None:
        """Return to whom `This was reported by X` credits the sentence before it."""
        match = _REPORTED_BY.match(self.article.text, sentence.start, sentence.end)
        phrase = phrase_after(self.article, sentence, match.end(), self.speakers) if match else None
        if phrase is None:
            return None
        return Attribution(phrase, [], (earlier.end, earlier.end), (earlier.start, earlier.end), "according-to")

    def _attribution(self, sentence: Sentence, phrase: Phrase, span: Span, rule: str) -> Attribution:
        return Attribution(phrase, [], span, clause_of(self.article.text, sentence, span), rule)

    def _according(self, sentence: Sentence) -> list[Attribution]:
        found = []
        for match in _ACCORDING.finditer(self.article.text, sentence.start, sentence.end):
            phrase = phrase_after(self.article, sentence, match.end(), self.speakers)
            if phrase is not None and phrase.text.split()[0] in {"which", "whom"}:
                named = self.speakers.within(sentence.start, match.start())
                groups = [(span, each) for span, each in named if each.sort == "group"]
                phrase = Phrase(groups[-1][1].name, groups[-1][0], groups[-1][1]) if groups else None
            if phrase is None or phrase.text.split()[-1].casefold() in NO_SOURCES:
                continue
            if match.group("cites") and phrase.entity is None and not can_speak(phrase.text):
                continue
            rule = "as-reported" if "eported" in match.group() else "according-to"
            made = self._attribution(sentence, phrase, match.span(), rule)
            if match.group("cites"):
                medium = phrase_before(self.article, sentence, self.article.token_at(match.start()), self.speakers)
                made.via = [medium] if medium and is_medium(medium.text) else []
            if GOES_ON.search(self.article.text[sentence.start : match.start()].rstrip()):
                made.scope = (match.start(), made.scope[1])
            found.append(made)
        return found

    def _counts(self, sentence: Sentence) -> list[Attribution]:
        found = []
        text = self.article.text
        for pattern in (_COUNT_OF, _COUNT_BY, _PUT_BY, _PUT_SO, _TOLD_OF):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                group = "some" if match.groupdict().get("some") else "who"
                phrase = self.speakers.resolve(*match.span(group))
                if phrase and group == "some":
                    phrase = Phrase(match.group("some"), match.span("some"))
                if phrase:
                    found.append(self._attribution(sentence, phrase, match.span(), "according-to"))
        return found

    def _issued(self, sentence: Sentence) -> list[Attribution]:
        found = []
        for match in _NOTED_BY.finditer(self.article.text, sentence.start, sentence.end):
            phrase = phrase_after(self.article, sentence, match.end(), self.speakers)
            if phrase and phrase.entity is not None and phrase.entity.sort == "group":
                found.append(self._attribution(sentence, phrase, match.span(), "according-to"))
        for match in _ISSUED_BY.finditer(self.article.text, sentence.start, sentence.end):
            phrase = phrase_after(self.article, sentence, match.end(), self.speakers)
            if phrase and phrase.entity is not None and phrase.entity.sort == "group":
                found.append(self._attribution(sentence, phrase, match.span(), "issued-by"))
        return found

    def _bracketed(self, sentence: Sentence) -> list[Attribution]:
        """Return the sources in brackets of a line of a list: `Displaced: 1.4 million (OCHA estimate)`."""
        text = self.article.text
        if not _LISTED.match(text, sentence.start, sentence.end):
            return []
        found = []
        for match in _BRACKETED.finditer(text, sentence.start, sentence.end):
            phrase = self.speakers.resolve(*match.span("who"))
            before = self.article.tokens[self.article.token_at(match.start()) - 1]
            if phrase and self._is_source(phrase) and (not before.is_capital or "ource" in match.group()):
                found.append(self._attribution(sentence, phrase, match.span(), "bracketed"))
                found[-1].is_trailing = True
        return found

    def _is_source(self, phrase: Phrase) -> bool:
        last = phrase.text.split()[-1]
        return (phrase.entity is not None and phrase.entity.sort == "group") or last in lexicon.words("heads")

    def _headings(self, sentence: Sentence) -> list[Attribution]:
        """Return who speaks in a heading: `Six killed in raid: ministry`, `Police: six killed`."""
        text = self.article.text
        whole = self.article.paragraphs[sentence.paragraph] == (sentence.start, sentence.end)
        led = _LABEL.match(text, sentence.start, sentence.end) if sentence.is_opening else None
        named = self.speakers.within(*led.span("who")) if led else []
        if led and len(named) == 1 and named[0][0] == led.span("who") and named[0][1].sort == "group":
            owner = Phrase(named[0][1].name, named[0][0], named[0][1])
            return [self._attribution(sentence, owner, led.span("who"), "heading")]
        if text[sentence.end - 1] in '.!?"”' or not whole or sentence.end - sentence.start > _LONGEST_HEADING:
            return []
        after = _HEADLINE.search(text, sentence.start, sentence.end)
        found = after or _HEADED.match(text, sentence.start, sentence.end)
        phrase = self.speakers.resolve(*found.span("who")) if found else None
        if found is None or phrase is None:
            return []
        is_named = phrase.entity is not None and phrase.entity.sort == "group" and phrase.text == phrase.entity.name
        if not is_named and not (phrase.entity is None and can_speak(phrase.text)):
            return []
        made = self._attribution(sentence, phrase, found.span("who"), "heading")
        made.is_trailing = True
        return [made]
