"""Stage 8: which mentions speak of the same agreement: by name, by kind, by `the`, by what is said of it."""

import re
from collections.abc import Sequence
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.agreeing.agreement_dating import ADJACENT, ANNOUNCED
from factsheet.extraction.agreeing.agreement_heads import DETERMINERS, ORDINALS
from factsheet.extraction.agreeing.agreement_likeness import (
    agree,
    fits,
    is_fresh,
    is_of_old,
    is_qualified,
    kind,
    same_name,
)
from factsheet.extraction.agreeing.agreement_mentions import Instrument, Seen
from factsheet.extraction.agreeing.agreement_signing import Reading
from factsheet.extraction.agreeing.agreement_status import PLURAL, is_component, is_predicate, is_real
from factsheet.extraction.lexicon import listed
from factsheet.extraction.reading.article import Article

_REMEMBERED: Final = 30
OLDER: Final = listed("first earlier previous original initial prior similar separate former preliminary")
_CURRENT: Final = listed("latest new revised final current present")
_CALLED: Final = re.compile(
    r"[,\s“\"(]*(?:(?:already|now|also|later|commonly|widely|better|officially|formally|being|been|is|was|which|that|are|were|has)\s+)*(?:called|known\s+as|dubbed|termed|named|entitled|titled|or)?\s*(?:the\s+)?[“\"]?$"
)
_TELLING: Final = re.compile(r"[\w’'-]+")
_NEAR: Final = 2
_AGAIN: Final = 4
_WEAK: Final = 4
_NEXT: Final = 2
_HEADS: Final = re.compile(
    r"(?:peace|agreement|accord|deal|pact|treaty|settlement|ceasefire|cease-fire|truce|new|latest)"
)


class Linker:
    """Gathers mentions into agreements, in the order of the text."""

    def __init__(self, article: Article, places: frozenset[str]) -> None:
        self.article = article
        self.places = places | lexicon.places()
        self.instruments: list[Instrument] = []
        self.readings: dict[int, list[Reading]] = {}

    def add(self, each: Seen, reading: Reading) -> Instrument | None:
        """Put a mention to the agreement it speaks of, a new one if need be; None if it speaks of none."""
        owner = self._owner(each, reading)
        if owner is None and is_real(self.article, each):
            owner = Instrument()
            self.instruments.append(owner)
            self.readings[id(owner)] = []
        if owner is not None:
            owner.mentions.append(each)
            if not is_component(self.article, each) or len(owner.mentions) == 1:
                self.readings[id(owner)].append(reading)
        return owner

    def current(self) -> Instrument:
        """Return the agreement that the text is about: the one spoken of last, unless it is an earlier one."""
        known = [one for one in self.instruments if not OLDER & set(one.mentions[0].words.casefold().split())]
        return max(known or self.instruments, key=lambda one: one.mentions[-1].span)

    def _owner(self, each: Seen, reading: Reading) -> Instrument | None:
        if not self.instruments:
            return None
        remembered = self.instruments[-_REMEMBERED:]
        if each.is_named:
            return self._by_name(each, remembered, reading)
        if each.is_weak:
            last = self.current()
            return last if each.sentence - last.mentions[-1].sentence <= _WEAK else None
        beside = self._beside(each, remembered[-1], is_dated=reading.date is not None and reading.rank >= ADJACENT)
        has_own_day = reading.date is not None and reading.date.start >= each.span[1]
        is_part = is_component(self.article, each) and not has_own_day
        if beside or is_part or is_predicate(self.article, each):
            return remembered[-1] if beside else self._last(each, remembered)
        is_several = PLURAL.search(each.words) and each.determiner not in {"the", "these", "both"}
        if each.determiner in {"a", "an", "another"} or is_several:
            return self._again(each, reading, remembered)
        return self._definite(each, reading, remembered)

    def _last(self, each: Seen, remembered: Sequence[Instrument]) -> Instrument:
        """Return the agreement spoken of last."""
        return max(remembered, key=lambda one: max(m.span for m in one.mentions if m.span < each.span))

    def _beside(self, each: Seen, instrument: Instrument, *, is_dated: bool) -> bool:
        """Tell whether a mention explains the name before it: `the Lahej Accord, a pact that`."""
        last = instrument.mentions[-1]
        between = self.article.text[last.span[1] : each.span[0]].strip()
        return (
            last.sentence == each.sentence
            and last.is_named
            and bool(re.fullmatch(r"through\s+an?|(?:of\s+(?:\w+\s+){0,2}\d{4}\s*)?,?\s*(?:a|an|the)", between))
        ) or (
            last.sentence == each.sentence
            and bool(
                re.fullmatch(
                    r"(?:of\s+[\d\w ]{4,20}\s+)?(?:to|on|for|providing\s+for)\s+(?:[a-z]+\s+)?(?:an?|the|their)?",
                    between,
                )
            )
            and not is_dated
        )

    def _by_name(self, each: Seen, remembered: Sequence[Instrument], reading: Reading) -> Instrument | None:
        for instrument in remembered:
            if any(m.is_named and same_name(m.words, each.words) for m in instrument.mentions):
                return instrument
        last = remembered[-1].mentions[-1]
        between = self.article.text[last.span[1] : each.span[0]]
        if last.sentence == each.sentence and (
            re.fullmatch(r"\s+through\s+an?\s+|,\s+(?:one\s+)?(?:on|for)\s+(?:the\s+)?", between)
            or (not last.is_named and _CALLED.fullmatch(between.replace(",", " ")))
        ):
            return remembered[-1]
        return self._by_kind_of_name(each, remembered, reading) or self._by_place(each, remembered, reading)

    def _by_kind_of_name(self, each: Seen, remembered: Sequence[Instrument], reading: Reading) -> Instrument | None:
        """Return what was called `a framework agreement` before its name, `the Framework Agreement on the Coast`."""
        name = each.words.casefold()
        for instrument in reversed(remembered):
            first = instrument.mentions[0]
            said = first.words.casefold()
            is_telling = any(not _HEADS.fullmatch(word) for word in said.split()) and not OLDER & set(said.split())
            if self._is_nameless(instrument) and is_telling and said in name and not self._clashes(instrument, reading):
                return instrument
        return None

    def _by_place(self, each: Seen, remembered: Sequence[Instrument], reading: Reading) -> Instrument | None:
        """Return the unnamed agreement of the place that a name begins with: a deal in Doha, `the Doha accord`."""
        first = each.words.removeprefix("the ").split()[0]
        if each.determiner in {"a", "an", "another"}:
            return None
        last = remembered[-1]
        is_next = each.sentence - last.mentions[-1].sentence <= _NEXT and each.span[0] > last.mentions[-1].span[1]
        is_signed = bool(reading.parties) and reading.date is None
        if is_next and is_signed and self._is_nameless(last) and not self._clashes(last, reading):
            return last
        if first not in self.places:
            return None
        for instrument in reversed(remembered):
            if (
                self._is_nameless(instrument)
                and self._is_at(instrument, first)
                and not self._clashes(instrument, reading)
            ):
                return instrument
        return None

    def _is_nameless(self, instrument: Instrument) -> bool:
        return not any(m.is_named for m in instrument.mentions) and not OLDER & set(
            instrument.mentions[0].words.casefold().split()
        )

    def _is_at(self, instrument: Instrument, place: str) -> bool:
        numbers = {m.sentence for m in instrument.mentions}
        numbers |= {number + 1 for number in numbers if number + 1 < len(self.article.sentences)}
        sentences = [self.article.sentences[number] for number in numbers]
        country = re.escape(lexicon.capitals().get(place) or place)
        name = re.escape(place)
        pattern = re.compile(
            rf"\b(?:in|at)\s+(?:[\w-]+\s+){{0,3}}{name}\b|^{name}\b|\btalks\s+in\s+{country}\b", re.IGNORECASE
        )
        return any(pattern.search(self.article.text[s.start : s.end]) for s in sentences)

    def _is_of(self, instrument: Instrument, reading: Reading) -> bool:
        """Tell whether a mention's own date is to the day that of an agreement."""
        return reading.date is not None and any(
            other.date is not None and other.date.value == reading.date.value for other in self.readings[id(instrument)]
        )

    def _clashes(self, instrument: Instrument, reading: Reading) -> bool:
        """Tell whether a mention's own date or parties are not those of an agreement."""
        if reading.date is None or reading.rank < ANNOUNCED:
            return False
        others = [r for r in self.readings[id(instrument)] if r.date is not None and r.rank >= ANNOUNCED]
        return bool(others) and not any(fits(reading, other) for other in others)

    def _again(self, each: Seen, reading: Reading, remembered: Sequence[Instrument]) -> Instrument | None:
        """Return the agreement that news tells of once more: `a truce`, of the same day and kind."""
        before = self.article.text[max(0, each.span[0] - 60) : each.span[0]]
        words = {word for word in each.words.casefold().split() if word not in DETERMINERS}
        if (
            each.determiner == "another"
            or re.search(r"\b(?:also|second|separate|another|separately)\b", before)
            or words & ORDINALS - _CURRENT
        ):
            return None
        for instrument in reversed(remembered):
            dates = [r for r in self.readings[id(instrument)] if r.date is not None and r.rank >= ANNOUNCED]
            if any(m.sentence == each.sentence and not m.is_weak for m in instrument.mentions[-_AGAIN:]):
                continue
            mine = kind(each.words)
            kinds = {kind(m.words) for m in instrument.mentions}
            is_near = each.sentence - instrument.mentions[-1].sentence <= _AGAIN and is_fresh(
                reading, self.article.published
            )
            same_kind = mine in kinds or (is_near and not reading.date and not mine)
            if not same_kind or (OLDER & set(instrument.mentions[0].words.casefold().split())):
                continue
            same_words = {word for word in words if not kind(word) and not _HEADS.fullmatch(word)} <= self._said(
                instrument
            )
            if same_words and reading.date and any(agree(reading.date.value, r.date.value) for r in dates if r.date):
                return instrument
            if (
                same_words
                and is_near
                and is_real(self.article, each)
                and not (reading.date and dates)
                and not self._other_parties(instrument, reading)
            ):
                return instrument
        return None

    def _other_parties(self, instrument: Instrument, reading: Reading) -> bool:
        """Tell whether a mention names two parties, and an agreement has two of whom none is the same."""
        mine = {party.text for party in reading.parties if party.entity}
        theirs = {party.text for r in self.readings[id(instrument)] for party in r.parties if party.entity}
        return len(mine) > 1 and len(theirs) > 1 and not mine & theirs

    def _said(self, instrument: Instrument) -> set[str]:
        return {word for mention in instrument.mentions for word in _TELLING.findall(mention.words.casefold())}

    def _definite(self, each: Seen, reading: Reading, remembered: Sequence[Instrument]) -> Instrument | None:  # noqa: PLR0911 - a ladder of cues
        words = set(each.words.casefold().split())
        dated = [one for one in remembered if reading.date and self._is_of(one, reading)]
        if dated and not words & OLDER:
            return dated[-1]
        if "second" in words and len(remembered) > 1 and each.determiner == "the":
            return remembered[1]
        if words & ORDINALS - _CURRENT or words & OLDER:
            older = [one for one in remembered if OLDER & set(one.mentions[0].words.casefold().split())]
            return self._by_words(each, remembered) or next(
                (one for one in older if not self._clashes(one, reading)), None
            )
        is_dated = reading.date is not None and reading.rank >= ADJACENT
        open_to = [
            one
            for one in remembered
            if not self._clashes(one, reading)
            and not (is_dated and one.mentions[-1].sentence == each.sentence)
            and not is_of_old(each, reading, one.mentions, self.article.published)
        ]
        if not open_to:
            return None
        if is_qualified(each):
            return self._by_words(each, open_to) or self._by_place(each, open_to, reading)
        if (
            each.determiner not in {"the", "this", "that", "its", "their", "both", "under"}
            and not each.words[0].isupper()
        ):
            return self._by_words(each, open_to)
        return self._by_kind(each, open_to, len(remembered))

    def _by_kind(self, each: Seen, open_to: Sequence[Instrument], known: int) -> Instrument | None:
        """Return the agreement of the same kind: the last if it was spoken of just now, else the first."""
        mine = kind(each.words)
        same = [one for one in open_to if any(kind(m.words) == mine for m in one.mentions)]
        if mine == "truce" and not same and known > 1:
            last = self._last(each, open_to)
            return (
                last if each.sentence - last.mentions[-1].sentence <= 1 and each.determiner in {"the", "this"} else None
            )
        near = same or list(open_to)
        current = [one for one in near if not OLDER & set(one.mentions[0].words.casefold().split())]
        near = current or near
        if len(near) == 1:
            return near[0]
        last = self._last(each, near)
        return last if last.mentions[-1].sentence >= each.sentence - _NEAR else near[0]

    def _by_words(self, each: Seen, remembered: Sequence[Instrument]) -> Instrument | None:
        """Return the agreement of which every telling word of a mention has been said before."""
        words = {word for word in _TELLING.findall(each.words.casefold()) if word not in DETERMINERS}
        for instrument in reversed(remembered):
            said = self._said(instrument)
            if words <= said:
                return instrument
            capitals = {word.casefold() for word in _TELLING.findall(each.words) if word[0].isupper()}
            if (
                capitals
                and words - capitals <= said | {"agreement", "deal", "accord", "pact"}
                and capitals <= self._around(instrument)
            ):
                return instrument
        return None

    def _around(self, instrument: Instrument) -> set[str]:
        """Return the words of the sentences that speak of an agreement."""
        sentences = [self.article.sentences[mention.sentence] for mention in instrument.mentions]
        told = " ".join(self.article.text[sentence.start : sentence.end] for sentence in sentences)
        return set(_TELLING.findall(told.casefold()))
