"""Stage 8: the day of an agreement at one of its mentions: of its signing, its making or its beginning."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from factsheet.extraction.agreeing import agreement_frames as frames
from factsheet.extraction.agreeing.agreement_mentions import Seen
from factsheet.extraction.agreeing.party_lists import DATELINE
from factsheet.extraction.dating.date_context import leads_paragraph
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.reading.article import Article, Sentence, Span

ADJACENT, SIGNED, REACHED, ANNOUNCED, BEGUN = 5, 4, 3, 2, 1
_LINE: Final = 70
_ACROSS: Final = 120
_JUDGED: Final = re.compile(
    r"\b(?:endors|welcom|hail|prais|reject|condemn|criticis|criticiz|violat|discuss|approv|ratifi|back|support|laud|applaud|breach|revive|extend|renew|denounc|end|abandon|resum|call|lift|break|broke|broken)\w*\s+(?:the|an?|its|their|this|that)\s+(?:[\w-]+\s+){0,4}$"
)
_AFTER: Final = re.compile(
    r",\s+(?:after|following|ending|aiming|less|more|almost|nearly|months|years|days|weeks|just|hours|\w+ing)\b|\b(?:following|since|until|ahead\s+of)\b|\b(?:after|before)\b(?!\s+(?:dawn|midnight|noon|sunrise|sunset|dark|nightfall))"
)


_LATER: Final = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\b")
_CLOCK: Final = re.compile(r"\s*(?:GMT|UTC|hours|local|p\.?m|a\.?m)\b")
_STRAIGHT: Final = re.compile(
    r"(?:(?!\btalks\b|\bthat\b|\bwhich\b)[^,;])*,?\s*(?:(?:that|which)\s+)?(?:(?:had|is|was|due)\s+)*"
)


def _rank(verb: str) -> int:
    """Return how surely the date of a verb is that of signing, 0 where it is none."""
    if frames.NOT_DATING.match(verb):
        return 0
    if frames.SIGNED.match(verb):
        return SIGNED
    return ANNOUNCED if frames.TELLING.search(verb) else REACHED


class Dating:
    """Reads the dates of agreements; `governs` tells whether a verb is said of a mention."""

    def __init__(
        self,
        article: Article,
        dates: Mapping[int, Sequence[DateMention]],
        governs: Callable[[re.Match[str], Seen], bool],
        veiled: Callable[[int], tuple[str, list[Span]]],
    ) -> None:
        self.article = article
        self.dates = dates
        self._governs = governs
        self._veiled = veiled

    def read(self, seen: Seen, sentence: Sentence, verbs: Sequence[re.Match[str]]) -> tuple[DateMention | None, int]:
        """Return the date that a mention's sentence gives, and how surely it is that of signing."""
        here = self._here(seen, sentence)
        beside = self._beside(seen, here)
        if beside and not re.match(
            r"(?:this|last|next)\s+year", self.article.text[beside.start : beside.end], re.IGNORECASE
        ):
            is_told = bool(verbs) and all(_rank(verb.group()) == ANNOUNCED for verb in verbs)
            return beside, ANNOUNCED if is_told else ADJACENT
        if sentence.is_opening:
            opening = self.article.paragraphs[sentence.paragraph][0]
            for each in here:
                if each.start == opening and leads_paragraph(self.article, each.start, each.end):
                    return each, SIGNED
        for rank in (SIGNED, REACHED, ANNOUNCED):
            nearest = self._nearest([verb for verb in verbs if _rank(verb.group()) == rank], here, seen)
            if nearest:
                return nearest, rank
        begun = self._beginnings(frames.EFFECT, seen, sentence)
        past = [each for each in here if each.value[:10] <= self.article.published.isoformat()]
        nearest = self._nearest(begun, past, seen)
        if nearest:
            return nearest, BEGUN
        under = [
            each
            for each in past
            if re.fullmatch(r",?\s+under\s+(?:an?|the)\s+", self.article.text[each.end : seen.phrase[0]])
        ]
        if under:
            return under[0], BEGUN
        return self._of_dateline(sentence, verbs), BEGUN

    def _here(self, seen: Seen, sentence: Sentence) -> list[DateMention]:
        """Return the dates of a mention's sentence that may be those of an agreement."""
        return [
            each
            for each in self.dates.get(seen.sentence, [])
            if each.kind == "date"
            and ".." not in each.value
            and each.rule != "interval"
            and not self._is_dateline(each, sentence)
            and not _CLOCK.match(self.article.text, each.end)
        ]

    def _beginnings(self, verbs: re.Pattern[str], seen: Seen, sentence: Sentence) -> list[re.Match[str]]:
        """Return the verbs of beginning that are said of a mention."""
        return [
            verb
            for verb in verbs.finditer(self.article.text, seen.span[1], sentence.end)
            if _STRAIGHT.fullmatch(self._between(seen, sentence, verb.start())) and self._governs(verb, seen)
        ]

    def _between(self, seen: Seen, sentence: Sentence, offset: int) -> str:
        """Return the words from a mention to a verb, without what commas put between them."""
        veiled, hidden = self._veiled(seen.sentence)
        if any(low <= at < high for low, high in hidden for at in (seen.span[0], offset)):
            return self.article.text[seen.span[1] : offset]
        return veiled[seen.span[1] - sentence.start : offset - sentence.start]

    def effective(self, seen: Seen, sentence: Sentence) -> DateMention | None:
        """Return the day from which a mention's sentence says that the agreement is or was to hold."""
        here = [each for each in self._here(seen, sentence) if each.start >= seen.span[1] and "/" not in each.value]
        for verbs in (frames.COMING, frames.EFFECT):
            nearest = self._nearest(self._beginnings(verbs, seen, sentence), here, seen)
            if nearest:
                return nearest
        return None

    def _of_dateline(self, sentence: Sentence, verbs: Sequence[re.Match[str]]) -> DateMention | None:
        """Return the day of the dateline for what its own sentence says has been agreed."""
        if not sentence.is_opening or not any(
            re.search(r"\b(?:has|have)\s+(?:\w+ly\s+)?$", self.article.text[max(0, verb.start() - 24) : verb.start()])
            for verb in verbs
        ):
            return None
        number = self.article.sentence_at(sentence.start)
        lines = [
            each
            for each in self.dates.get(number, [])
            if self._is_dateline(each, sentence) or each.start == sentence.start
        ]
        return lines[0] if lines else None

    def _is_dateline(self, date: DateMention, sentence: Sentence) -> bool:
        """Tell whether a date is that of the dateline: `DOHA, Feb 11 -`."""
        line = DATELINE.search(self.article.text, sentence.start, min(sentence.end, sentence.start + _LINE))
        return bool(
            line
            and sentence.is_opening
            and date.end <= line.start() + 1
            and not leads_paragraph(self.article, date.start, date.end)
        )

    def _beside(self, seen: Seen, here: Sequence[DateMention]) -> DateMention | None:
        text = self.article.text
        for each in here:
            if each.end <= seen.span[0] + 1 and re.fullmatch(
                r"(?:['’]s)?\s*(?:[a-z]+\s+)?", text[each.end : seen.span[0]]
            ):
                is_own = re.match(r"['’]s", text[each.end : each.end + 2]) or re.fullmatch(
                    r"\s*", text[each.end : seen.span[0]]
                )
                if is_own:
                    return each
            if seen.span[0] <= each.start and each.end <= seen.span[1]:
                return each
        if _JUDGED.search(text[max(0, seen.span[0] - _LINE) : seen.span[0]]):
            return None
        for each in here:
            between = text[seen.span[1] : each.start] if seen.span[1] <= each.start else "-"
            if re.fullmatch(r"[”\"’]?\s*,?\s*\(?(?:(?:of|in|from|dated|on)\s+)?", between):
                return each
        return None

    def _nearest(self, verbs: Sequence[re.Match[str]], dates: Sequence[DateMention], seen: Seen) -> DateMention | None:
        """Return the date nearest to a verb that is said of the mention."""
        best: tuple[int, DateMention] | None = None
        for verb in verbs:
            for each in dates:
                distance = self._distance(verb.span(), each, seen)
                if distance is not None and (best is None or distance < best[0]):
                    best = (distance, each)
        return best[1] if best else None

    def _distance(self, verb: Span, date: DateMention, seen: Seen) -> int | None:
        low, high = (verb[1], date.start) if verb[1] <= date.start else (date.end, verb[0])
        between = re.sub(r"\b(?:took\s+place|was\s+held)\b", "", self.article.text[low:high])
        if re.search(r"\bwith\s+the\s+$", between):
            between = re.sub(r"\b(?:ended|ending)\b", "", between)
        rest = re.sub(re.escape(self.article.text[slice(*seen.span)]), "", between)
        if frames.OTHER_VERB.search(rest) or re.search(r";|\bwho\b", rest):
            return None
        if verb[1] <= date.start and (_AFTER.search(rest) or ", and " in rest):
            return None
        if date.end <= verb[0] and _LATER.search(rest):
            return None
        is_across = date.end <= seen.span[0] and seen.span[1] <= verb[0]
        return high - low + (_ACROSS if is_across else 0)
