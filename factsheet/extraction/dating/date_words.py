"""Stage 3: weekdays, `yesterday`, `last month`, `the day before`: a time told from another day."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from factsheet.extraction.dating import calendar as cal
from factsheet.extraction.dating.date_scene import Reading, Scene, is_put_off


def told(*args: str, day: date | None = None) -> Reading:
    """Return a reading by its value, kind, rule and, at last, anchor."""
    value, kind, rule, anchor = (*args, "")[:4]
    return Reading(value, kind, rule, anchor, day=day)


def one_day_from(day: date, rule: str, anchor: str = "published") -> Reading:
    """Return the reading of one day that was reckoned from another."""
    return told(day.isoformat(), "date", rule, anchor, day=day)


def _is_since(scene: Scene) -> bool:
    before = scene.article.text[max(0, scene.match.start() - 8) : scene.match.start()]
    return bool(re.search(r"\b[Ss]ince\s+(?:the\s+)?$", before))


_TO_DO: Final = re.compile(r"\bto\s+[a-z]+(?:\s+[\w'’-]+){0,3}\s*$")


def _is_term(scene: Scene) -> bool:
    """Tell whether a day is the term set for something: `to leave by Monday`, `until Sunday to respond`."""
    text, (start, end) = scene.article.text, scene.match.span()
    return bool(_TO_DO.search(text[max(0, start - 48) : start]) or re.match(r"\s+to\s+[a-z]", text[end : end + 8]))


def _weekday_shift(scene: Scene, number: int) -> int:  # noqa: PLR0911 - a ladder of cues, one a line
    """Return how many days from publication a weekday lies."""
    published = scene.chain.base
    back, on = (published.weekday() - number) % 7, (number - published.weekday()) % 7
    word, after = scene.get("r").casefold(), scene.get("after").casefold()
    if "last week" in after:
        return number - published.weekday() - 7
    if "next week" in after:
        return number - published.weekday() + 7
    if word in {"last", "previous", "the previous", "this past"}:
        return -(back or 7)
    if word in {"next", "coming", "this coming"}:
        return on or 7
    lead = scene.get("v").casefold()
    if lead in {"starting", "beginning"}:
        return on
    if lead in {"by", "until", "till", "before"} and (scene.tense != "past" or _is_term(scene)):
        return on or (0 if scene.tense == "past" else 7)
    if scene.tense in {"future", "planned"} or is_put_off(scene):
        return on or (7 if lead else 0)
    return -back


def _read_weekday(scene: Scene) -> Reading:
    number = cal.weekday_number(scene.get("w"))
    word = scene.get("r").casefold()
    if "following" in word:
        return one_day_from(
            cal.add_days(scene.chain.day, (number - scene.chain.day.weekday() - 1) % 7 + 1), "weekday", "date before"
        )
    day = cal.add_days(scene.chain.base, _weekday_shift(scene, number))
    if _is_since(scene):
        return told(f"{day.isoformat()}/..", "date", "weekday", "published", day=day)
    return one_day_from(day, "weekday")


def _read_weekdays(scene: Scene) -> Reading | None:
    last = cal.add_days(scene.chain.base, -((scene.chain.base.weekday() - cal.weekday_number(scene.get("b"))) % 7))
    first = cal.add_days(last, -((last.weekday() - cal.weekday_number(scene.get("a"))) % 7))
    return (
        told(f"{first.isoformat()}/{last.isoformat()}", "date", "weekday-range", "published") if first < last else None
    )


def _read_weekend(scene: Scene) -> Reading:
    word = scene.get("r").casefold()
    ahead = word in {"next", "this coming"} or (
        word in {"this", "the", "at the", "on the"} and scene.tense in {"future", "planned"}
    )
    shift = 1 if ahead else 0
    return told(cal.weekend_of(scene.chain.base, shift), "date", "weekend", "published")


_SAME_NEWS: Final = 3
_DEICTIC: Final = {
    "today": 0, "this day": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
    "this morning": 0, "this afternoon": 0, "this evening": 0,
}  # fmt: skip


_NOWADAYS: Final = re.compile(r"\b(?:still|even|until|remains?)\b[^.,;]*$|\b(?:of|to)\s$")


def _read_deictic(scene: Scene) -> Reading | None:
    word = " ".join(scene.get("x").casefold().split())
    published = scene.chain.base
    is_owned = scene.article.text[scene.match.end() : scene.match.end() + 2] in {"'s", "’s"}
    if (
        word == "today"
        and not is_owned
        and _NOWADAYS.search(scene.article.text[max(0, scene.match.start() - 36) : scene.match.start()])
    ):
        return None
    if word == "overnight":
        return told(
            f"{cal.add_days(published, -1).isoformat()}/{published.isoformat()}", "date", "overnight", "published"
        )
    return one_day_from(cal.add_days(published, _DEICTIC[word]), "deictic")


def _read_neighbour(scene: Scene) -> Reading:
    word = scene.get("x").casefold()
    goes_back = any(part in word for part in ("before", "previous", "earlier", "preceding"))
    found = one_day_from(cal.add_days(scene.chain.day, -1 if goes_back else 1), "neighbour-day", "date before")
    # A look back does not move the story: "earlier in the day" after it means the day it was told from.
    return replace(found, day=None) if goes_back else found


def _read_same_day(scene: Scene) -> Reading:
    published = scene.chain.base
    is_report = "earlier" in scene.match.group().casefold() or "later" in scene.match.group().casefold()
    if is_report and abs((published - scene.chain.day).days) <= _SAME_NEWS:
        return one_day_from(published, "same-day")
    return one_day_from(scene.chain.day, "same-day", "date before")


_SHIFTS: Final = {"last": -1, "the previous": -1, "next": 1, "the next": 1, "the following": 1, "the coming": 1}


def _read_this_period(scene: Scene) -> Reading | None:
    word, unit = (scene.get(name).casefold() for name in ("r", "u"))
    if scene.get("s") and unit == "century":
        return None
    chain = scene.chain
    is_told = word in {"the following", "the previous", "the same", "that"}
    is_told = is_told or (word == "the next" and bool(chain.told[0]) and scene.tense != "future")
    base = chain.day if is_told else chain.base
    if is_told and chain.told[0]:
        base = date(chain.told[0], chain.told[1] or 1, chain.told[2] or 1)
    shift = _SHIFTS.get(word, 0)
    if unit == "week":
        return told(cal.week_of(base, shift), "date", "relative-week", "published")
    if unit == "month":
        value = cal.as_month(*cal.add_months(base, shift))
    elif unit == "year":
        value = cal.as_year(base.year + shift)
        if not is_told and not scene.get("since"):
            return Reading(value, "date", "relative-year", "published", parts=(base.year + shift, 0, 0))
    elif unit == "decade":
        value = f"{min(999, max(0, base.year // 10 + shift)):03d}X"
    else:
        value = f"{min(99, max(0, base.year // 100 + shift)):02d}XX"
    if scene.get("since"):
        return told(f"{value}/..", "date", f"relative-{unit}", "published")
    return told(value, "date", f"relative-{unit}", "published")


READERS: Final[dict[str, Callable[[Scene], Reading | None]]] = {
    "weekday": _read_weekday,
    "weekdays": _read_weekdays,
    "weekend": _read_weekend,
    "deictic": _read_deictic,
    "neighbour": _read_neighbour,
    "same-day": _read_same_day,
    "this-period": _read_this_period,
}
