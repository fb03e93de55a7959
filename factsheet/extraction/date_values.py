"""Stage 3, second half: what each form of speaking of time means, as EDTF."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from factsheet.extraction import calendar as cal
from factsheet.extraction import date_words as words
from factsheet.extraction.article import Article
from factsheet.extraction.date_context import Chain
from factsheet.extraction.date_scene import Match, Reading, Scene, choose_year, digits, interval, one_day, since


def resolve(article: Article, chain: Chain, form: str, match: Match, *, is_entry: bool) -> Reading | None:
    """Return the meaning of a mention, or None where the words are no date after all."""
    return _READERS[form](Scene(article, chain, match, is_entry))


def _read_iso(scene: Scene) -> Reading | None:
    parts = (int(scene.get("y")), int(scene.get("m")), int(scene.get("d")))
    return one_day(parts, "iso-date", explicit=True) if parts[0] and cal.is_day(*parts) else None


def _read_numeric(scene: Scene) -> Reading | None:
    year, first, second = int(scene.get("y")), int(scene.get("a")), int(scene.get("b"))
    if not year:
        return None
    as_days = [(year, month, day) for day, month in ((first, second), (second, first)) if cal.is_day(year, month, day)]
    if not as_days:
        return None
    if len(set(as_days)) == 1 or scene.get("sep") == ".":
        return one_day(as_days[0], "numeric-date", explicit=True) if cal.is_day(*as_days[0]) else None
    either = ",".join(sorted(date(*parts).isoformat() for parts in as_days))
    return Reading(f"[{either}]", "date", "numeric-date", reason="day and month can't be told apart")


def _read_day(scene: Scene) -> Reading | None:
    month, day = cal.month_number(scene.get("m")), digits(scene.get("d"))
    if scene.get("y"):
        year, anchor = int(scene.get("y")), ""
    else:
        year, anchor = choose_year(scene, month, day, scene.get("w"))
    if not cal.is_day(year, month, day):
        return None
    reason = ""
    if scene.get("w") and date(year, month, day).weekday() != cal.weekday_number(scene.get("w")):
        reason = "the day of the week does not fit"
    rule = "full-date" if scene.get("y") else "day-and-month"
    return one_day((year, month, day), rule, anchor=anchor, explicit=bool(scene.get("y")), reason=reason)


def _read_day_range(scene: Scene) -> Reading | None:
    month = cal.month_number(scene.get("m1"))
    first, last = digits(scene.get("d1")), digits(scene.get("d2"))
    year, anchor = (int(scene.get("y1")), "") if scene.get("y1") else choose_year(scene, month, first)
    if first >= last or not (cal.is_day(year, month, first) and cal.is_day(year, month, last)):
        return None
    found = interval(date(year, month, first).isoformat(), date(year, month, last).isoformat(), "day-range", anchor)
    return found and Reading(
        found.value, "date", found.rule, anchor, parts=(year, month, first), is_explicit=bool(scene.get("y1"))
    )


def _read_full_range(scene: Scene) -> Reading | None:
    months = cal.month_number(scene.get("m1")), cal.month_number(scene.get("m2"))
    days = digits(scene.get("d1")), digits(scene.get("d2"))
    anchor = ""
    if scene.get("y2"):
        last = int(scene.get("y2"))
    elif scene.get("y1"):
        last = int(scene.get("y1")) + (months[1] < months[0])
    else:
        last, anchor = choose_year(scene, months[1], days[1])
    first = int(scene.get("y1")) if scene.get("y1") else last - (months[0] > months[1])
    if not (cal.is_day(first, months[0], days[0]) and cal.is_day(last, months[1], days[1])):
        return None
    return interval(
        date(first, months[0], days[0]).isoformat(), date(last, months[1], days[1]).isoformat(), "day-range", anchor
    )


def _read_month_range(scene: Scene) -> Reading | None:
    first, last = cal.month_number(scene.get("m1")), cal.month_number(scene.get("m2"))
    anchor = ""
    if scene.get("y2"):
        end = int(scene.get("y2"))
    else:
        end, anchor = choose_year(scene, last)
    start = int(scene.get("y1")) if scene.get("y1") else end - (first > last)
    return interval(cal.as_month(start, first), cal.as_month(end, last), "month-range", anchor)


def _read_month(scene: Scene) -> Reading | None:
    name = scene.get("m") or scene.get("m_by") or scene.get("m_x")
    month = cal.month_number(name)
    if scene.get("y"):
        year, anchor = int(scene.get("y")), ""
    else:
        year, anchor = choose_year(scene, month)
    approx = "~" if scene.get("part") else ""
    value = cal.as_month(year, month) + approx
    return since(
        scene, Reading(value, "date", "month", anchor, parts=(year, month, 0), is_explicit=bool(scene.get("y")))
    )


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
    last = first[:2] + last if len(last) == 2 else last  # noqa: PLR2004 - a small count, told by its line
    return interval(first, last, "year-range") if first < last else None


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
    return one_day((int(scene.get("y")), month, day), "feast", explicit=True)


def _read_fraction(scene: Scene) -> Reading | None:
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 9}[scene.get("f").casefold()]
    size = 6 if "half" in scene.get("k").casefold() or "six" in scene.get("k").casefold() else 3
    order = 12 // size if order == 9 else order  # noqa: PLR2004 - a small count, told by its line
    if order * size > 12:  # noqa: PLR2004 - a small count, told by its line
        return None
    year = int(scene.get("y"))
    return interval(cal.as_month(year, (order - 1) * size + 1), cal.as_month(year, order * size), "part-of-year")


def _read_year(scene: Scene) -> Reading | None:
    year = int(scene.get("y"))
    text, start, end = scene.article.text, scene.match.start("y"), scene.match.end("y")
    is_bare = text[end : end + 1] == ")" and re.search(
        r"[Rr]esolutions?\s+[\d/]+\s*\($", text[max(0, start - 24) : start]
    )
    if is_bare or year > scene.chain.published.year + 60:
        return None
    approx = "~" if scene.get("part") else ""
    return since(scene, Reading(f"{year}{approx}", "date", "year", parts=(year, 0, 0), is_explicit=True))


_Reader = Callable[[Scene], Reading | None]


_READERS: Final[dict[str, _Reader]] = {
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
