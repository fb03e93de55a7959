"""Stage 3: a mention of time in its place, its reading, and the year a date without one belongs to."""

import re
from dataclasses import dataclass
from datetime import date

from factsheet.extraction import calendar as cal
from factsheet.extraction.article import Article
from factsheet.extraction.date_context import Chain, find_tense, nearest_year

Match = re.Match[str]
Parts = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention means; `parts` are year, month and day, 0 where open; `day` is set where it is one day."""

    value: str
    kind: str
    rule: str
    anchor: str = ""
    reason: str = ""
    day: date | None = None
    parts: Parts | None = None
    is_explicit: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a mention stands."""

    article: Article
    chain: Chain
    match: Match
    is_entry: bool

    def get(self, name: str) -> str:
        """Return a part of the mention, or nothing."""
        return self.match.groupdict().get(name) or ""

    @property
    def tense(self) -> str | None:
        """Return the tense of the verb the mention belongs to."""
        sentence = self.article.sentences[self.article.sentence_at(self.match.start())]
        return find_tense(self.article, sentence, *self.match.span())


def one_day(parts: Parts, rule: str, *, anchor: str = "", explicit: bool = False, reason: str = "") -> Reading:
    """Return the reading of one day."""
    day = date(*parts)
    return Reading(day.isoformat(), "date", rule, anchor, reason, day=day, parts=parts, is_explicit=explicit)


def digits(text: str) -> int:
    """Return the number that the digits of a text make."""
    return int(re.sub(r"\D", "", text) or 0)


def choose_year(scene: Scene, month: int, day: int = 0, weekday: str = "") -> tuple[int, str]:  # noqa: PLR0911 - a ladder of cues, one a line
    """Return the year a month or a day without one belongs to, and what that was reckoned from."""
    chain, published = scene.chain, scene.chain.published
    if weekday and day:
        fitting = [
            year
            for year in (published.year, published.year - 1, published.year + 1)
            if cal.is_day(year, month, day) and date(year, month, day).weekday() == cal.weekday_number(weekday)
        ]
        if fitting:
            return fitting[0], "weekday"
    if scene.is_entry and chain.entry:
        year, last_month, last_day = chain.entry
        goes_back = last_month and (month, day or 99) < (last_month, last_day or 0)
        return (year + 1 if goes_back and chain.heading_year != year else year), "timeline"
    if chain.heading_year:
        return chain.heading_year, "heading"
    if chain.entry and not scene.is_entry:
        return chain.entry[0], "timeline"
    story = story_year(scene, month, day)
    if story:
        return story, "story"
    tense = scene.tense
    last = day or (1 if tense == "future" else published.day if month == published.month else 1)
    if not day and month == published.month:
        return published.year, "published"
    return nearest_year(month, last, published, "future" if tense == "future" else "past"), "published"


def story_year(scene: Scene, month: int, day: int) -> int:
    """Return the year of a date told in the same breath as an older one with a year, or 0."""
    chain = scene.chain
    number = scene.article.sentence_at(scene.match.start())
    paragraph = scene.article.sentences[number].paragraph
    year, last_month, last_day = chain.explicit
    is_near = chain.explicit_paragraph == paragraph and number - chain.explicit_sentence <= 1
    if not year or not is_near or not last_month:
        return 0
    if year >= scene.chain.published.year:
        return 0
    if scene.tense == "future":
        return 0
    if (scene.chain.published - date(year, last_month, last_day or 1)).days < 300:  # noqa: PLR2004 - a small count, told by its line
        return 0
    return year if (month, day or 31) >= (last_month, last_day or 0) else year + 1


def interval(first: str, last: str, rule: str, anchor: str = "") -> Reading | None:
    """Return the reading of an interval, or None where its ends are the wrong way round."""
    if first[:4] > last[:4] or (len(first) == len(last) and first > last):
        return None
    return Reading(f"{first}/{last}", "date", rule, anchor)


def since(scene: Scene, reading: Reading) -> Reading:
    """Leave the end of a period open that began with `since`."""
    before = scene.article.text[max(0, scene.match.start() - 8) : scene.match.start()]
    if (scene.get("v") or "").casefold() != "since" and not re.search(r"\b[Ss]ince\s+(?:the\s+)?$", before):
        return reading
    value = f"{reading.value.rstrip('~')}/.."
    return Reading(value, "date", reading.rule, reading.anchor, parts=reading.parts, is_explicit=reading.is_explicit)
