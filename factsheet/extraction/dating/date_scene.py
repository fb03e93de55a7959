"""Stage 3: a mention of time in its place, its reading, and the year a date without one belongs to."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from factsheet.extraction.dating import calendar as cal
from factsheet.extraction.dating.date_context import Chain, find_tense, is_alone, nearest_year
from factsheet.extraction.reading.article import Article

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
    def near_tense(self) -> str | None:
        """Return the tense of the verb in the mention's own clause."""
        sentence = self.article.sentences[self.article.sentence_at(self.match.start())]
        return find_tense(self.article, sentence, *self.match.span(), is_near=True)

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


def choose_year(scene: Scene, month: int, day: int = 0, weekday: str = "") -> tuple[int, str]:  # noqa: C901, PLR0911 - a ladder of cues, one a line
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
    if chain.entry and (scene.is_entry or is_alone(scene.article, *scene.match.span())):
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
    if _SINCE.search(scene.article.text[max(0, scene.match.start() - 14) : scene.match.end()]):
        tense = "past"
    elif _is_limit(scene) or is_put_off(scene):
        return _nearest(month, day or 15, published), "published"
    if tense == "planned":
        ahead = _nearest(month, day or 28, published)
        is_soon = cal.is_day(ahead, month, day or 28) and published <= date(ahead, month, day or 28)
        is_soon = is_soon and bool(day or (date(ahead, month, 28) - published).days <= _SOON_DAYS)
        return (ahead if is_soon else nearest_year(month, day or 1, published, "past")), "published"
    last = day or (1 if tense == "future" else published.day if month == published.month else 1)
    if not day and month == published.month:
        return published.year, "published"
    if day and scene.near_tense is None and _is_near_ahead(month, day, published):
        tense = "future"
    return nearest_year(month, last, published, "future" if tense == "future" else "past"), "published"


_SINCE: Final = re.compile(r"\b[Ss]ince\s+(?:\w+\s+)?\w+\.?(?:\s+\d{1,2})?$")
_LIMIT: Final = re.compile(
    r"\b(?:by|until|till|through|up\s+to)\s+(?:the\s+)?(?:(?:end|middle|beginning|start)\s+of\s+)?(?:[A-Z][a-z]+day,?\s+)?$",
    re.IGNORECASE,
)
_PUT_OFF: Final = re.compile(
    r"\b(?:(?:postponed|delayed|rescheduled|adjourned|deferred|moved|extended|renewed|prolonged|put\s+off|pushed\s+back)\s+"
    r"(?:to|until|till|for|through)|(?:set|slated|due|planned|expected|scheduled)\s+(?:for|on)|ahead\s+of|in\s+time\s+for|in\s+advance\s+of)"
    r"\s+(?:the\s+|its\s+|a\s+)?(?:[a-z]+\s+(?:on|for)\s+)?$"
)


def _head(scene: Scene) -> int:
    """Return where the day, month or weekday of a mention begins, after its small words."""
    named = ("m", "m1", "m_by", "m_x", "m2", "d", "d1", "w")
    return min([scene.match.start(name) for name in named if scene.get(name)], default=scene.match.start())


def _is_limit(scene: Scene) -> bool:
    """Tell whether a day or month without a year is the limit of something: `until 2 August`, `by the end of May`."""
    start = _head(scene)
    return bool(_LIMIT.search(scene.article.text[max(0, start - 36) : start]))


def is_put_off(scene: Scene) -> bool:
    """Tell whether what is dated was set for that time or put off to it."""
    start = _head(scene)
    return bool(_PUT_OFF.search(scene.article.text[max(0, start - 48) : start]))


def _is_near_ahead(month: int, day: int, published: date) -> bool:
    """Tell whether a day lies so shortly after publication that nobody would mean the year before."""
    year = published.year + ((month, day) < (published.month, published.day))
    return cal.is_day(year, month, day) and (date(year, month, day) - published).days <= _NEAR_DAYS


def _nearest(month: int, day: int, published: date) -> int:
    """Return the year in which a day lies nearest to publication."""
    years = [year for year in (published.year, published.year - 1, published.year + 1) if cal.is_day(year, month, day)]
    return min(years or [published.year], key=lambda year: abs((date(year, month, min(day, 28)) - published).days))


_SAME_STORY: Final = 4


_FRESH_DAYS: Final = 90
_NEAR_DAYS: Final = 45
_SOON_DAYS: Final = 100
_OLD_DAYS: Final = 300


def story_year(scene: Scene, month: int, day: int) -> int:
    """Return the year of a date told soon after an older one with a year, or 0."""
    chain, published = scene.chain, scene.chain.published
    number = scene.article.sentence_at(scene.match.start())
    paragraph = scene.article.sentences[number].paragraph
    year, last_month, last_day = chain.explicit
    distance = number - chain.explicit_sentence
    if not year or not last_month or chain.explicit_paragraph != paragraph or distance > _SAME_STORY:
        return 0
    if year >= published.year or scene.tense == "future":
        return 0
    if (published - date(year, last_month, last_day or 1)).days < _OLD_DAYS:
        return 0
    recent = nearest_year(month, day or 1, published, "past")
    is_fresh = cal.is_day(recent, month, day or 28) and (published - date(recent, month, day or 28)).days <= _FRESH_DAYS
    goes_on = (month, day or 31) >= (last_month, last_day or 0)
    # The next sentence goes on with the story; the same one may set an old event beside a new one.
    if (is_fresh and (distance != 1 or not goes_on)) or (not goes_on and not distance):
        return 0
    return year if goes_on else year + 1


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
