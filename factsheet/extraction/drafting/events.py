"""Happenings: what took place, on which day, where and by whom; each told once, however often the text speaks of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from factsheet.extraction.dating.date_context import is_timeline, leads_paragraph
from factsheet.extraction.dating.dates import DateMention, by_sentence
from factsheet.extraction.drafting import event_words as words
from factsheet.extraction.drafting.event_words import ENTRY_TRIGGER, SIGNS, TRIGGER, Sign
from factsheet.extraction.drafting.sayings import find_said
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Article, Span
from factsheet.extraction.speaking.speakers import Speakers

_REACH: Final = 2
_BESIDE: Final = 70
_RELATIVE: Final = frozenset({"who", "which", "that"})
_AUXILIARY: Final = len(" reportedly have ")
_STRICT: Final = frozenset({"summit", "election", "elections", "referendum", "plebiscite"})
"""Nouns that are told with a day for many reasons: a verb must say that it was held."""

_NEAR: Final = 6
_SAME_DAY: Final = 40
"""How many happenings are compared with a new one, of those just told and of those of its day."""

_TELLING: Final = frozenset({"negotiation", "legal-act", "announcement"})
"""Types that the signing of an agreement would be too."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One place that tells of a happening: its sentence, the words, the date beside them."""

    sentence: int
    trigger: Span
    date: DateMention | None


@dataclass(slots=True)
class Event:
    """A happening: the sign that tells of it first, its clause, its date, what is named there, every telling."""

    sign: Sign
    clause: Span
    date: DateMention | None
    is_again: bool
    told: list[Telling]
    named: list[tuple[Span, Entity]] = field(default_factory=list)
    date_rule: str = ""

    @property
    def trigger(self) -> Span:
        """Return where the words stand that tell of it first."""
        return self.told[0].trigger

    @property
    def sentence(self) -> int:
        """Return the number of the sentence that tells of it first."""
        return self.told[0].sentence

    def shares_with(self, other: "Event") -> bool:
        """Tell whether something is named in both, or nothing in one of them."""
        mine, others = {id(each) for _, each in self.named}, {id(each) for _, each in other.named}
        return not mine or not others or bool(mine & others)


def find_events(
    article: Article, entities: Sequence[Entity], dates: Sequence[DateMention], agreements: Sequence[Span] = ()
) -> tuple[Event, ...]:
    """Return the happenings of a text, in its order, some without a date. `agreements` are the places that name any."""
    reader = _Reader(article, entities, dates, agreements)
    found: list[Event] = []
    by_day: dict[str, list[Event]] = {}
    for event in reader.read():
        day = by_day.setdefault(event.date.value, []) if event.date is not None else []
        twin = next((each for each in (*reversed(found[-_NEAR:]), *day[-_SAME_DAY:]) if _is_same(each, event)), None)
        if twin is None:
            found.append(event)
            day.append(event)
        else:
            _join(twin, event)
    return tuple(found)


def _is_same(first: Event, second: Event) -> bool:
    """Tell whether a happening is one that was told before."""
    gap = second.sentence - first.told[-1].sentence
    is_kin = first.sign.type == second.sign.type or bool(first.sign.family and first.sign.family == second.sign.family)
    if second.date is not None and any(each.date is second.date for each in first.told):
        return True
    if gap == 0 and second.date is None:
        return True
    if is_kin and gap == 0 and first.clause == second.clause:
        return True
    if second.is_again and is_kin and (gap <= _REACH or second.date is not None):
        return first.date is None or second.date is None or first.date.value == second.date.value
    if first.date is None or second.date is None:
        return False
    return is_kin and first.date.value == second.date.value and first.shares_with(second)


def _join(event: Event, again: Event) -> None:
    event.told += again.told
    if event.date is None and again.date is not None:
        event.date, event.date_rule = again.date, "day-of-same-happening"


class _Reader:
    def __init__(
        self, article: Article, entities: Sequence[Entity], dates: Sequence[DateMention], agreements: Sequence[Span]
    ) -> None:
        self.article = article
        self.dates = by_sentence(article, (each for each in dates if each.kind == "date"))
        self.speakers = Speakers(article, entities)
        self.agreements: dict[int, list[Span]] = {}
        for span in agreements:
            self.agreements.setdefault(article.sentence_at(span[0]), []).append(span)
        self._said = {
            number: find_said(article, article.sentences[number], here) for number, here in self.dates.items()
        }
        leads = [
            each for here in self.dates.values() for each in here if leads_paragraph(article, each.start, each.end)
        ]
        is_list = is_timeline(article, [each.start for each in leads])
        self._entries = {article.sentence_at(each.start): each for each in leads} if is_list else {}

    def read(self) -> Iterator[Event]:
        """Yield every happening the text tells of as one that was, with its date if it has one."""
        for number in self._list_near():
            sentence = self.article.sentences[number]
            signs = ENTRY_TRIGGER if number in self._entries else TRIGGER
            for match in signs.finditer(self.article.text, sentence.start, sentence.end):
                if not self.article.is_quoted(match.start()):
                    yield from self._read(number, match.span(), SIGNS[int((match.lastgroup or "s0")[1:])])

    def _list_near(self) -> list[int]:
        """Return the numbers of the sentences of paragraphs with a date, and of those beside them."""
        sentences = self.article.sentences
        dated = {sentences[number].paragraph for number in self.dates}
        close = {near for number in self.dates for near in range(number - _REACH, number + _REACH + 1)}
        return [number for number, each in enumerate(sentences) if number in close or each.paragraph in dated]

    def _read(self, number: int, trigger: Span, sign: Sign) -> Iterator[Event]:
        clause = self._clause(number, trigger)
        if self._is_unreal(sign, clause, trigger) or self._is_signing(sign, number, clause):
            return
        date = self._date(number, clause, trigger)
        is_again = not sign.is_verb and self._is_again(clause, trigger, date)
        if not sign.is_verb and date is not None and not self._happened(clause, trigger, date):
            date = None
        date = date or self._entries.get(number)
        named = self.speakers.within(*clause)
        yield Event(sign, clause, date, is_again, [Telling(number, trigger, date)], named)

    def _is_again(self, clause: Span, trigger: Span, date: DateMention | None) -> bool:
        """Tell whether a noun speaks of what was told before: `the attack`, `Sunday's clashes`."""
        text = self.article.text
        is_owner = date is not None and re.fullmatch(r"['’]s?\s+(?:[\w-]+\s+)?", text[date.end : trigger[0]])
        return bool(is_owner or words.DEFINITE.search(text[clause[0] : trigger[0]]))

    def _clause(self, number: int, trigger: Span) -> Span:
        text = self.article.text
        sentence = self.article.sentences[number]
        start, end = sentence.start, sentence.end
        dates = self.dates.get(number, [])
        for boundary in words.BOUNDARY.finditer(text, sentence.start, sentence.end):
            if any(date.start <= boundary.start() < date.end for date in dates):
                continue
            if boundary.end() <= trigger[0]:
                is_relative = boundary.group().split()[-1] in _RELATIVE and trigger[0] - boundary.end() <= _AUXILIARY
                start = start if is_relative else boundary.end()
            elif boundary.start() >= trigger[1]:
                end = boundary.start()
                break
        return start, end

    def _is_unreal(self, sign: Sign, clause: Span, trigger: Span) -> bool:
        """Tell whether a happening is denied, wished, feared or still to come."""
        text = self.article.text
        before = text[clause[0] : trigger[0]]
        if words.UNREAL_VERB.search(before):
            return True
        after = text[trigger[1] : clause[1]]
        return not sign.is_verb and bool(words.UNREAL_NOUN.search(before) or words.TO_COME.search(after))

    def _is_signing(self, sign: Sign, number: int, clause: Span) -> bool:
        named = self.agreements.get(number, ())
        return sign.type in _TELLING and any(clause[0] <= start and end <= clause[1] for start, end in named)

    def _date(self, number: int, clause: Span, trigger: Span) -> DateMention | None:
        """Return the date of a clause that is nearest to its trigger, and none of saying or of a limit."""
        text = self.article.text
        sentence = self.article.sentences[number]
        here = [
            each
            for each in self.dates.get(number, [])
            if clause[0] <= each.start < clause[1]
            and not any(each is said for said in self._said.get(number, ()))
            and not each.value.startswith(("..", "[", "{"))
            and not each.value.endswith("..")
            and each.value[:10] <= self.article.published.isoformat()
            and not words.LIMITED.search(text[max(sentence.start, each.start - 20) : each.start])
            and not words.LIMITED.match(text[each.start : each.end].split(" ")[0] + " ")
            and not any(start <= each.start and each.end <= end for start, end in self.agreements.get(number, ()))
        ]
        if not here:
            return None
        return min(here, key=lambda each: max(each.start - trigger[1], trigger[0] - each.end))

    def _happened(self, clause: Span, trigger: Span, date: DateMention) -> bool:
        """Tell whether a noun such as `attack` has a verb that makes it one that was, or the date beside it."""
        text = self.article.text
        if words.HAPPENED.search(text, trigger[1], clause[1]):
            return True
        if text[slice(*trigger)].casefold() in _STRICT:
            return False
        low, high = (trigger[1], date.start) if trigger[1] <= date.start else (date.end, trigger[0])
        return high - low <= _BESIDE
