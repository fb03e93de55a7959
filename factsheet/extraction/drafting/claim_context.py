"""What a claim is about, and when it was said, where a rule can tell from its sentence or its paragraph."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from factsheet.dates import DateError, parse
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.drafting.events import Event
from factsheet.extraction.drafting.sayings import find_said
from factsheet.extraction.findings import Claim
from factsheet.extraction.reading.article import Article, Span

_UNDER: Final = re.compile(
    r"\b(?:[Uu]nder|[Aa]s\s+part\s+of|[Bb]y\s+the\s+terms\s+of|[Tt]he\s+terms\s+of|[Ii]n\s+line\s+with|[Aa]s\s+agreed\s+in)\s+(?:the|this|that|a)\s+(?:[\w-]+\s+){0,3}$"
)
_GOES_ON: Final = re.compile(r"\s*(?:also\s+)?(?:added|went\s+on|continued|said)\b")
_LEAD: Final = 60
_Told = tuple[Event, str, Span]
"""A happening, the id it is proposed under (none without a day), and the words that tell of it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about: the id of a proposed record, the words that say so, the rule."""

    id: str
    span: Span
    rule: str


class Context:
    """The events and agreements of a draft by the sentences that speak of them, and the days of saying."""

    def __init__(
        self,
        article: Article,
        dates: dict[int, list[DateMention]],
        events: Iterable[tuple[Event, str]],
        agreements: Iterable[tuple[Span, str]],
    ) -> None:
        self.article = article
        self.dates = dates
        self._here: dict[int, list[_Told]] = {}
        self._near: dict[int, list[_Told]] = {}
        for event, id_ in events:
            for told in event.told:
                near = self._near.setdefault(article.sentences[told.sentence].paragraph, [])
                self._here.setdefault(told.sentence, []).append((event, id_, told.trigger))
                near += [(event, id_, told.trigger)] if id_ else []
        self._agreements: dict[int, list[tuple[Span, str]]] = {}
        for span, id_ in agreements:
            self._agreements.setdefault(article.sentence_at(span[0]), []).append((span, id_))

    def find_subject(self, claim: Claim, covers: DateMention | None) -> Subject | None:
        """Return what a claim is about: the event of its sentence, the deal it stands under, the only event beside it.

        An event without a day is in no draft, but a claim in its sentence is about no other.
        """
        number = claim.quantity.sentence
        here = self._here.get(number)
        if here:
            _, id_, span = here[0]
            is_one = len({each for _, each, _ in here}) == 1
            return Subject(id_, span, "event of the sentence") if is_one and id_ else None
        under = self._under(number)
        if under is not None:
            return under
        paragraph = self.article.sentences[number].paragraph
        near = self._near.get(paragraph, [])
        if len({id_ for _, id_, _ in near}) != 1 or not _can_cover(near[0][0], covers):
            return None
        return Subject(near[0][1], near[0][2], "only event of the paragraph")

    def _under(self, number: int) -> Subject | None:
        """Return the agreement that a sentence begins with: `Under the deal, 300 prisoners ...`."""
        sentence = self.article.sentences[number]
        for span, id_ in self._agreements.get(number, ()):
            if span[0] < sentence.start + _LEAD and _UNDER.search(self.article.text[sentence.start : span[0]]):
                return Subject(id_, span, "under the agreement")
        return None

    def find_day(self, claim: Claim) -> tuple[DateMention, str] | None:
        """Return the day on which a claim was made: the date beside its verb of saying, or the one before it."""
        owner = claim.credit.claimant
        number = self.article.sentence_at(owner.span[0]) if owner is not None else claim.quantity.sentence
        said = self.said_in(number)
        if said:
            return (said[0], said[0].rule) if len(said) == 1 else None
        if owner is None or not owner.is_anaphoric or number == 0:
            return None
        before, mine = self.article.sentences[number - 1], self.article.sentences[number]
        goes_on = _GOES_ON.match(self.article.text, owner.span[1])
        said = self.said_in(number - 1) if goes_on and before.paragraph == mine.paragraph else []
        return (said[0], f"he-added, {said[0].rule}") if len(said) == 1 else None

    def said_in(self, number: int) -> list[DateMention]:
        """Return the dates of a sentence that tell when something was said."""
        dates = [each for each in self.dates.get(number, []) if each.kind == "date"]
        return find_said(self.article, self.article.sentences[number], dates) if dates else []


def _can_cover(event: Event, covers: DateMention | None) -> bool:
    """Tell whether the days that a number counts and those of an event have one in common."""
    if covers is None or event.date is None:
        return True
    try:
        mine, other = parse(covers.value), parse(event.date.value)
    except DateError:
        return False
    ends: Sequence[str | None] = (mine.earliest, mine.latest, other.earliest, other.latest)
    first, last, begin, end = (each or "" for each in ends)
    return (not last or begin <= last) and (not end or first <= end)
