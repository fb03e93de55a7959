"""Stage 3, second half: what each form of speaking of time means, as EDTF."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

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


def resolve(article: Article, chain: Chain, form: str, match: Match, *, is_entry: bool) -> Reading | None:
    """Return the meaning of a mention, or None where the words are no date after all."""
    return _READERS[form](Scene(article, chain, match, is_entry))


def _read_iso(scene: Scene) -> Reading | None:
    parts = (int(scene.get("y")), int(scene.get("m")), int(scene.get("d")))
    return _day(parts, "iso-date", explicit=True) if parts[0] and cal.is_day(*parts) else None


def _read_numeric(scene: Scene) -> Reading | None:
    year, first, second = int(scene.get("y")), int(scene.get("a")), int(scene.get("b"))
    if not year:
        return None
    as_days = [(year, month, day) for day, month in ((first, second), (second, first)) if cal.is_day(year, month, day)]
    if not as_days:
        return None
    if len(set(as_days)) == 1 or scene.get("sep") == ".":
        return _day(as_days[0], "numeric-date", explicit=True) if cal.is_day(*as_days[0]) else None
    either = ",".join(sorted(date(*parts).isoformat() for parts in as_days))
    return Reading(f"[{either}]", "date", "numeric-date", reason="day and month can't be told apart")


def _day(parts: Parts, rule: str, *, anchor: str = "", explicit: bool = False, reason: str = "") -> Reading:
    day = date(*parts)
    return Reading(day.isoformat(), "date", rule, anchor, reason, day=day, parts=parts, is_explicit=explicit)


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text) or 0)


def _choose_year(scene: Scene, month: int, day: int = 0, weekday: str = "") -> tuple[int, str]:
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
    story = _story_year(scene, month, day)
    if story:
        return story, "story"
    tense = scene.tense
    last = day or (1 if tense == "future" else published.day if month == published.month else 1)
    if not day and month == published.month:
        return published.year, "published"
    return nearest_year(month, last, published, "future" if tense == "future" else "past"), "published"


def _story_year(scene: Scene, month: int, day: int) -> int:
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
    if (scene.chain.published - date(year, last_month, last_day or 1)).days < 300:  # noqa: PLR2004 - news of the year
        return 0
    return year if (month, day or 31) >= (last_month, last_day or 0) else year + 1


def _read_day(scene: Scene) -> Reading | None:
    month, day = cal.month_number(scene.get("m")), _digits(scene.get("d"))
    if scene.get("y"):
        year, anchor = int(scene.get("y")), ""
    else:
        year, anchor = _choose_year(scene, month, day, scene.get("w"))
    if not cal.is_day(year, month, day):
        return None
    reason = ""
    if scene.get("w") and date(year, month, day).weekday() != cal.weekday_number(scene.get("w")):
        reason = "the day of the week does not fit"
    rule = "full-date" if scene.get("y") else "day-and-month"
    return _day((year, month, day), rule, anchor=anchor, explicit=bool(scene.get("y")), reason=reason)


def _interval(first: str, last: str, rule: str, anchor: str = "") -> Reading | None:
    if first[:4] > last[:4] or (len(first) == len(last) and first > last):
        return None
    return Reading(f"{first}/{last}", "date", rule, anchor)


def _read_day_range(scene: Scene) -> Reading | None:
    month = cal.month_number(scene.get("m1"))
    first, last = _digits(scene.get("d1")), _digits(scene.get("d2"))
    year, anchor = (int(scene.get("y1")), "") if scene.get("y1") else _choose_year(scene, month, first)
    if first >= last or not (cal.is_day(year, month, first) and cal.is_day(year, month, last)):
        return None
    found = _interval(date(year, month, first).isoformat(), date(year, month, last).isoformat(), "day-range", anchor)
    return found and Reading(
        found.value, "date", found.rule, anchor, parts=(year, month, first), is_explicit=bool(scene.get("y1"))
    )


def _read_full_range(scene: Scene) -> Reading | None:
    months = cal.month_number(scene.get("m1")), cal.month_number(scene.get("m2"))
    days = _digits(scene.get("d1")), _digits(scene.get("d2"))
    anchor = ""
    if scene.get("y2"):
        last = int(scene.get("y2"))
    elif scene.get("y1"):
        last = int(scene.get("y1")) + (months[1] < months[0])
    else:
        last, anchor = _choose_year(scene, months[1], days[1])
    first = int(scene.get("y1")) if scene.get("y1") else last - (months[0] > months[1])
    if not (cal.is_day(first, months[0], days[0]) and cal.is_day(last, months[1], days[1])):
        return None
    return _interval(
        date(first, months[0], days[0]).isoformat(), date(last, months[1], days[1]).isoformat(), "day-range", anchor
    )


def _read_month_range(scene: Scene) -> Reading | None:
    first, last = cal.month_number(scene.get("m1")), cal.month_number(scene.get("m2"))
    anchor = ""
    if scene.get("y2"):
        end = int(scene.get("y2"))
    else:
        end, anchor = _choose_year(scene, last)
    start = int(scene.get("y1")) if scene.get("y1") else end - (first > last)
    return _interval(cal.as_month(start, first), cal.as_month(end, last), "month-range", anchor)


def _read_month(scene: Scene) -> Reading | None:
    name = scene.get("m") or scene.get("m_by") or scene.get("m_x")
    month = cal.month_number(name)
    if scene.get("y"):
        year, anchor = int(scene.get("y")), ""
    else:
        year, anchor = _choose_year(scene, month)
    approx = "~" if scene.get("part") else ""
    value = cal.as_month(year, month) + approx
    return _since(
        scene, Reading(value, "date", "month", anchor, parts=(year, month, 0), is_explicit=bool(scene.get("y")))
    )


def _since(scene: Scene, reading: Reading) -> Reading:
    """Leave the end of a period open that began with `since`."""
    before = scene.article.text[max(0, scene.match.start() - 8) : scene.match.start()]
    if (scene.get("v") or "").casefold() != "since" and not re.search(r"\b[Ss]ince\s+(?:the\s+)?$", before):
        return reading
    value = f"{reading.value.rstrip('~')}/.."
    return Reading(value, "date", reading.rule, reading.anchor, parts=reading.parts, is_explicit=reading.is_explicit)


def _read_relative_month(scene: Scene) -> Reading:
    month, published = cal.month_number(scene.get("m")), scene.chain.published
    word = scene.get("r").casefold()
    if word == "last":
        year = published.year - (month >= published.month)
    elif word == "next" or "coming" in word:
        year = published.year + (month <= published.month)
    else:
        year = published.year
    return Reading(cal.as_month(year, month), "date", "relative-month", "published", parts=(year, month, 0))


def _read_month_of_year(scene: Scene) -> Reading:
    shift = {"last": -1, "next": 1}.get(scene.get("r").casefold(), 0)
    base = (
        scene.chain.published.year if scene.get("r").casefold() in {"last", "next", "this"} else scene.chain.explicit[0]
    )
    year = (base or scene.chain.published.year) + shift + (scene.get("r").casefold() == "the following")
    month = cal.month_number(scene.get("m"))
    return Reading(cal.as_month(year, month), "date", "relative-month", "published", parts=(year, month, 0))


def _read_year_range(scene: Scene) -> Reading | None:
    first, last = scene.get("y1"), scene.get("y2")
    last = first[:2] + last if len(last) == 2 else last  # noqa: PLR2004 - 2003-06
    return _interval(first, last, "year-range") if first < last else None


def _read_decade(scene: Scene) -> Reading:
    return Reading(
        scene.get("y")[:3] + "X", "date", "decade", reason="a part of the decade" if scene.get("part") else ""
    )


def _read_century(scene: Scene) -> Reading:
    return Reading(f"{int(scene.get('c')) - 1:02d}XX", "date", "century")


_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON_ENDS: Final = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}


def _read_season(scene: Scene) -> Reading:
    season, published = scene.get("s").casefold(), scene.chain.published
    if scene.get("y"):
        return Reading(f"{scene.get('y')}-{_SEASONS[season]}", "date", "season")
    word = scene.get("r").casefold()
    shift = {"last": -1, "next": 1}.get(word, 0)
    has_been = _SEASON_ENDS[season] < published.month
    year = published.year + (0 if (shift < 0 and has_been) or (shift > 0 and not has_been) else shift)
    return Reading(f"{year}-{_SEASONS[season]}", "date", "season", "published")


_FEASTS: Final = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "eve": (12, 31),
    "day": (1, 1),
    "may day": (5, 1),
}


def _read_feast(scene: Scene) -> Reading:
    name = " ".join(scene.get("f").casefold().split())
    month, day = _FEASTS.get(name) or _FEASTS[name.split()[-1]]
    return _day((int(scene.get("y")), month, day), "feast", explicit=True)


def _read_fraction(scene: Scene) -> Reading | None:
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 9}[scene.get("f").casefold()]
    size = 6 if "half" in scene.get("k").casefold() or "six" in scene.get("k").casefold() else 3
    order = 12 // size if order == 9 else order  # noqa: PLR2004 - the last
    if order * size > 12:  # noqa: PLR2004 - months
        return None
    year = int(scene.get("y"))
    return _interval(cal.as_month(year, (order - 1) * size + 1), cal.as_month(year, order * size), "part-of-year")


def _read_year(scene: Scene) -> Reading | None:
    year = int(scene.get("y"))
    text, start, end = scene.article.text, scene.match.start("y"), scene.match.end("y")
    is_bare = text[end : end + 1] == ")" and re.search(
        r"[Rr]esolutions?\s+[\d/]+\s*\($", text[max(0, start - 24) : start]
    )
    if is_bare or year > scene.chain.published.year + 60:
        return None
    approx = "~" if scene.get("part") else ""
    return _since(scene, Reading(f"{year}{approx}", "date", "year", parts=(year, 0, 0), is_explicit=True))


_Reader = Callable[[Scene], Reading | None]


def _readers() -> dict[str, _Reader]:
    from factsheet.extraction import date_words as words  # noqa: PLC0415 - the words stand on these readings

    return {
        "iso": _read_iso,
        "numeric": _read_numeric,
        "day-range": _read_day_range,
        "full-range": _read_full_range,
        "day": _read_day,
        "month-range": _read_month_range,
        "month": _read_month,
        "relative-month": _read_relative_month,
        "month-of-year": _read_month_of_year,
        "year-range": _read_year_range,
        "decade": _read_decade,
        "century": _read_century,
        "season": _read_season,
        "feast": _read_feast,
        "fraction": _read_fraction,
        "year": _read_year,
        **words.READERS,
    }


_READERS: Final = _readers()
