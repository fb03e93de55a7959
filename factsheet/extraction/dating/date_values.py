"""Stage 3, second half: what each form of speaking of time means, as EDTF."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from factsheet.extraction.dating import calendar as cal
from factsheet.extraction.dating import date_lengths as lengths
from factsheet.extraction.dating import date_ranges as ranges
from factsheet.extraction.dating import date_words as words
from factsheet.extraction.dating.date_context import Chain
from factsheet.extraction.dating.date_scene import Match, Reading, Scene, choose_year, digits, interval, one_day, since
from factsheet.extraction.reading.article import Article


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
    told = _told_year(scene)
    year, anchor = (told, "") if told else choose_year(scene, month, day, scene.get("w"))
    if not cal.is_day(year, month, day):
        return None
    reason = ""
    if scene.get("w") and date(year, month, day).weekday() != cal.weekday_number(scene.get("w")):
        reason = "the day of the week does not fit"
    rule = "full-date" if told else "day-and-month"
    return one_day((year, month, day), rule, anchor=anchor, explicit=bool(told), reason=reason)


def _told_year(scene: Scene) -> int:
    """Return the year that stands beside a day: `2014`, `(2014)`, `'14`, `last year`; 0 where none does."""
    if scene.get("y") or scene.get("yb"):
        return int(scene.get("y") or scene.get("yb"))
    published = scene.chain.base.year
    if scene.get("ys"):
        century = published // 100 * 100
        return century + int(scene.get("ys")) - (100 if int(scene.get("ys")) > published % 100 else 0)
    if scene.get("yr") in {"last", "this", "next"}:
        return published + {"last": -1, "this": 0, "next": 1}[scene.get("yr")]
    return scene.chain.told[0] if scene.get("yr") else 0


def _read_day_of_month(scene: Scene) -> Reading | None:
    """Read `on the 15th`: of the month that was told last, else of the month of publication."""
    year, month = scene.chain.month or (scene.chain.base.year, scene.chain.base.month)
    parts = (year, month, digits(scene.get("d")))
    return one_day(parts, "day-of-month", anchor="date before") if cal.is_day(*parts) else None


def _read_entry_day(scene: Scene) -> Reading | None:
    """Read `- 15: ...` under a heading that names the month."""
    if scene.chain.heading is None:
        return None
    year, month = scene.chain.heading
    first, last = digits(scene.get("d")), digits(scene.get("d2"))
    if not cal.is_day(year, month, first) or (last and not cal.is_day(year, month, last)):
        return None
    if last > first:
        return interval(
            date(year, month, first).isoformat(), date(year, month, last).isoformat(), "entry-day", "timeline"
        )
    return one_day((year, month, first), "entry-day", anchor="timeline")


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
    word = " ".join(scene.get("r").casefold().split())
    told = scene.chain.explicit
    if word in {"the following", "the previous", "the same", "that"}:
        base = told[0] or published.year
        later = bool(told[1]) and month <= told[1]
        year = {"the following": base + (later or not told[1]), "the previous": base - 1}.get(word, base)
    elif word == "last":
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


def _read_decade(scene: Scene) -> Reading:
    return Reading(
        scene.get("y")[:3] + "X", "date", "decade", reason="a part of the decade" if scene.get("part") else ""
    )


_CENTURIES: Final = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}


def _read_century(scene: Scene) -> Reading:
    number = int(scene.get("c") or _CENTURIES[scene.get("cw").casefold()])
    return Reading(f"{number - 1:02d}XX", "date", "century")


_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON_ENDS: Final = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}


def _read_season(scene: Scene) -> Reading:
    season, published = scene.get("s").casefold(), scene.chain.published
    if scene.get("y"):
        return Reading(f"{scene.get('y')}-{_SEASONS[season]}", "date", "season")
    word = " ".join(scene.get("r").casefold().split())
    told = scene.chain.told
    if told[0] and word in {"the following", "the same", "that"}:
        is_later = word == "the following" and (not told[1] or told[1] >= _SEASON_ENDS[season] - 2)
        return Reading(f"{cal.as_year(told[0] + is_later)}-{_SEASONS[season]}", "date", "season", "date before")
    shift = {"last": -1, "next": 1}.get(word, 0)
    has_been = _SEASON_ENDS[season] < published.month
    year = published.year + (0 if (shift < 0 and has_been) or (shift > 0 and not has_been) else shift)
    return Reading(f"{cal.as_year(year)}-{_SEASONS[season]}", "date", "season", "published")


_FEASTS: Final = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "eve": (12, 31),
    "day": (1, 1),
    "may day": (5, 1),
}


_EASTERTIDE: Final = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7}


def _read_feast(scene: Scene) -> Reading:
    name = " ".join(scene.get("f").casefold().split())
    if name in _EASTERTIDE:
        day_of = cal.add_days(cal.easter(int(scene.get("y"))), _EASTERTIDE[name])
        return one_day((day_of.year, day_of.month, day_of.day), "feast", explicit=True)
    month, day = _FEASTS.get(name) or _FEASTS[name.split()[-1]]
    return one_day((int(scene.get("y")), month, day), "feast", explicit=True)


def _read_fraction(scene: Scene) -> Reading | None:
    told = scene.get("f").casefold()
    order = int(told) if told.isdigit() else {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 9}[told]
    size = 6 if re.search(r"half|six|^h$", scene.get("k").casefold()) else 3
    order = 12 // size if order == 9 else order  # noqa: PLR2004 - a small count, told by its line
    if order * size > 12:  # noqa: PLR2004 - a small count, told by its line
        return None
    year = int(scene.get("y"))
    return interval(cal.as_month(year, (order - 1) * size + 1), cal.as_month(year, order * size), "part-of-year")


def _read_year(scene: Scene) -> Reading | None:
    year = int(scene.get("y"))
    text, start, end = scene.article.text, scene.match.start("y"), scene.match.end("y")
    is_bare = text[end : end + 1] == ")" and re.search(
        r"[Rr]esolutions?\s[^.;]{0,60}?\b[\d/]+\s*\($", text[max(0, start - 90) : start]
    )
    if is_bare or year > scene.chain.published.year + 60:
        return None
    approx = "~" if scene.get("part") else ""
    return since(scene, Reading(f"{year}{approx}", "date", "year", parts=(year, 0, 0), is_explicit=True))


_Reader = Callable[[Scene], Reading | None]


_READERS: Final[dict[str, _Reader]] = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "day": _read_day,
    "month": _read_month,
    "relative-month": _read_relative_month,
    "month-of-year": _read_month_of_year,
    "decade": _read_decade,
    "century": _read_century,
    "season": _read_season,
    "feast": _read_feast,
    "fraction": _read_fraction,
    "year": _read_year,
    "day-of-month": _read_day_of_month,
    "entry-day": _read_entry_day,
    **ranges.READERS,
    **words.READERS,
    **lengths.READERS,
}
