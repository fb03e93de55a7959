"""Stage 3: weekdays, `yesterday`, `last month`, `two weeks ago`, `within 30 days`: time told from another day."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from factsheet.extraction import calendar as cal
from factsheet.extraction.date_grammar import read_count
from factsheet.extraction.date_scene import Reading, Scene


def _reading(*args: str, day: date | None = None) -> Reading:
    value, kind, rule, anchor = (*args, "")[:4]
    return Reading(value, kind, rule, anchor, day=day)


def _one_day(day: date, rule: str, anchor: str = "published") -> Reading:
    return _reading(day.isoformat(), "date", rule, anchor, day=day)


def _is_since(scene: Scene) -> bool:
    before = scene.article.text[max(0, scene.match.start() - 8) : scene.match.start()]
    return bool(re.search(r"\b[Ss]ince\s+(?:the\s+)?$", before))


def _weekday_shift(scene: Scene, number: int) -> int:  # noqa: PLR0911 - a ladder of cues, one a line
    """Return how many days from publication a weekday lies."""
    published = scene.chain.published
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
    if scene.get("v").casefold() in {"by", "until", "till", "before"} and scene.tense != "past":
        return on or 7
    if scene.tense == "future":
        return on or (7 if scene.get("v") else 0)
    return -back


def _read_weekday(scene: Scene) -> Reading:
    number = cal.weekday_number(scene.get("w"))
    word = scene.get("r").casefold()
    if "following" in word:
        return _one_day(
            cal.add_days(scene.chain.day, (number - scene.chain.day.weekday() - 1) % 7 + 1), "weekday", "date before"
        )
    day = cal.add_days(scene.chain.published, _weekday_shift(scene, number))
    if _is_since(scene):
        return _reading(f"{day.isoformat()}/..", "date", "weekday", "published", day=day)
    return _one_day(day, "weekday")


def _read_weekdays(scene: Scene) -> Reading | None:
    last = cal.add_days(
        scene.chain.published, -((scene.chain.published.weekday() - cal.weekday_number(scene.get("b"))) % 7)
    )
    first = cal.add_days(last, -((last.weekday() - cal.weekday_number(scene.get("a"))) % 7))
    return (
        _reading(f"{first.isoformat()}/{last.isoformat()}", "date", "weekday-range", "published")
        if first < last
        else None
    )


def _read_weekend(scene: Scene) -> Reading:
    word = scene.get("r").casefold()
    ahead = word in {"next", "this coming"} or (word in {"this", "the", "at the", "on the"} and scene.tense == "future")
    shift = 1 if ahead else 0
    return _reading(cal.weekend_of(scene.chain.published, shift), "date", "weekend", "published")


_SAME_NEWS: Final = 3
_DEICTIC: Final = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
    "this morning": 0, "this afternoon": 0, "this evening": 0,
}  # fmt: skip


def _read_deictic(scene: Scene) -> Reading:
    word = " ".join(scene.get("x").casefold().split())
    published = scene.chain.published
    if word == "overnight":
        return _reading(
            f"{cal.add_days(published, -1).isoformat()}/{published.isoformat()}", "date", "overnight", "published"
        )
    return _one_day(cal.add_days(published, _DEICTIC[word]), "deictic")


def _read_neighbour(scene: Scene) -> Reading:
    word = scene.get("x").casefold()
    goes_back = any(part in word for part in ("before", "previous", "earlier", "preceding"))
    found = _one_day(cal.add_days(scene.chain.day, -1 if goes_back else 1), "neighbour-day", "date before")
    # A look back does not move the story: "earlier in the day" after it means the day it was told from.
    return replace(found, day=None) if goes_back else found


def _read_same_day(scene: Scene) -> Reading:
    published = scene.chain.published
    is_report = "earlier" in scene.match.group().casefold() or "later" in scene.match.group().casefold()
    if is_report and abs((published - scene.chain.day).days) <= _SAME_NEWS:
        return _one_day(published, "same-day")
    return _one_day(scene.chain.day, "same-day", "date before")


def _read_this_period(scene: Scene) -> Reading | None:
    word, unit, place = (scene.get(name).casefold() for name in ("r", "u", "p"))
    if scene.get("s") and unit == "century":
        return None
    chain = scene.chain
    is_told = word in {"the following", "the previous", "the same", "that"}
    base = chain.day if is_told else chain.published
    if is_told and chain.explicit[0]:
        base = date(chain.explicit[0], chain.explicit[1] or 1, chain.explicit[2] or 1)
    shift = -1 if word in {"last", "the previous"} else 1 if word in {"next", "the following", "the coming"} else 0
    if unit == "week":
        return _reading(cal.week_of(base, shift), "date", "relative-week", "published")
    if unit == "month":
        value = cal.as_month(*cal.add_months(base, shift))
    elif unit == "year":
        value = cal.as_year(base.year + shift)
    elif unit == "decade":
        value = f"{(base.year + 10 * shift) // 10:03d}X"
    else:
        value = f"{base.year // 100 + shift:02d}XX"
    if place.startswith("since"):
        return _reading(f"{value}/..", "date", f"relative-{unit}", "published")
    return _reading(value, "date", f"relative-{unit}", "published")


def _read_interval(scene: Scene) -> Reading | None:
    count, unit = read_count(scene.get("n") or "1"), _unit(scene)
    if count is None:
        return None
    ahead = scene.get("dir").casefold() in {"coming", "next"}
    published = scene.chain.published
    steps = max(1, round(count)) * (1 if ahead else -1)
    if unit in {"hour", "minute"}:
        days = max(1, -(-int(count) // 24)) if unit == "hour" else 1
        other = cal.add_days(published, days if ahead else -days)
    else:
        moved = cal.shift(published, steps, unit).rstrip("~")
        other = _as_day(moved, published)
    first, last = sorted((published, other))
    if unit in {"year", "decade", "century"}:
        return _reading(f"{first.year:04d}/{last.year:04d}", "date", "interval", "published")
    if unit == "month":
        return _reading(
            f"{cal.as_month(first.year, first.month)}/{cal.as_month(last.year, last.month)}",
            "date",
            "interval",
            "published",
        )
    return _reading(f"{first.isoformat()}/{last.isoformat()}", "date", "interval", "published")


def _as_day(moved: str, published: date) -> date:
    parts = [int(part) for part in moved.split("-")]
    month = parts[1] if len(parts) > 1 else published.month
    day = parts[2] if len(parts) > 2 else published.day  # noqa: PLR2004 - a small count, told by its line
    while not cal.is_day(parts[0], month, day):
        day -= 1
    return date(parts[0], month, day)


def _unit(scene: Scene) -> str:
    unit = scene.get("u").casefold()
    return "century" if unit.startswith("centur") else unit.removesuffix("s") if unit != "hours" else "hour"


def _read_vague_interval(scene: Scene) -> Reading:
    day = scene.chain.published.isoformat()
    ahead = scene.get("dir").casefold() in {"coming", "next"}
    return _reading(f"{day}/.." if ahead else f"../{day}", "date", "vague-interval", "published")


def _read_within_vague(scene: Scene) -> Reading:
    return _reading(f"{scene.chain.published.isoformat()}/..", "date", "vague-interval", "published")


def _read_ago(scene: Scene) -> Reading | None:
    count = read_count(scene.get("n"))
    if count is None:
        return None
    value = cal.shift(scene.chain.published, -max(1, round(count)), _unit(scene))
    day = date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    return _reading(value, "date", "ago", "published", day=day)


def _read_vague_ago(scene: Scene) -> Reading:
    return _reading(f"../{scene.chain.published.isoformat()}", "date", "vague-interval", "published")


def _read_offset(scene: Scene) -> Reading | None:
    """Read `five days later`: counted from the day told before, if there is one; else a mere length of time."""
    count, unit = read_count(scene.get("n")), _unit(scene)
    if count is None:
        return None
    sign = -1 if scene.get("way").casefold() in {"earlier", "beforehand"} else 1
    chain = scene.chain
    if unit in {"year", "decade", "century", "month", "week"} and chain.explicit[0]:
        year, month, day = chain.explicit
        base = date(year, month or 1, day or 1)
        value = cal.shift(base, sign * max(1, round(count)), unit)
        if unit == "month" and not month:
            value = value[:4] + "~"
        return _reading(value, "date", "offset", "date before")
    if unit == "day":
        return _one_day(cal.add_days(chain.day, sign * max(1, round(count))), "offset", "date before")
    return _reading(cal.duration(int(count) if count >= 1 else 1, unit), "duration", "duration")


def _read_vague_offset(scene: Scene) -> Reading:
    day = scene.chain.day.isoformat()
    later = scene.get("way").casefold() == "later"
    return _reading(f"{day}/.." if later else f"../{day}", "date", "vague-interval", "date before")


_ARTICLE_TOO_WEAK: Final = frozenset({"a", "an", "one"})


def _read_duration(scene: Scene) -> Reading | None:
    count, unit = read_count(scene.get("n")), _unit(scene)
    if count is None or unit == "minute":
        return None
    whole = scene.match.group()
    is_weak = scene.get("n").casefold() in _ARTICLE_TOO_WEAK and scene.match.start("n") == scene.match.start()
    if is_weak and not (scene.get("tail") or scene.get("hyphen") != " " or whole.casefold().endswith("long")):
        return None
    if (
        scene.get("n").casefold() in {"a", "an"}
        and re.search(r"\b(?:in|of)\s+an?\b", whole.casefold())
        and unit in {"day", "night"}
    ):
        return None
    before = scene.article.text[max(0, scene.match.start() - 12) : scene.match.start()]
    if re.search(r"\b(?:aged?|times|twice|once)\s$", before):
        return None
    if count < 1:
        halves = {"year": "P6M", "decade": "P5Y", "century": "P50Y", "hour": "PT30M"}
        return _reading(halves[unit], "duration", "duration") if unit in halves else None
    return _reading(cal.duration(int(count), unit), "duration", "duration")


READERS: Final[dict[str, Callable[[Scene], Reading | None]]] = {
    "weekday": _read_weekday,
    "weekdays": _read_weekdays,
    "weekend": _read_weekend,
    "deictic": _read_deictic,
    "neighbour": _read_neighbour,
    "same-day": _read_same_day,
    "this-period": _read_this_period,
    "past-interval": _read_interval,
    "past-unit": _read_interval,
    "vague-interval": _read_vague_interval,
    "ago": _read_ago,
    "vague-ago": _read_vague_ago,
    "offset": _read_offset,
    "vague-offset": _read_vague_offset,
    "within-vague": _read_within_vague,
    "duration": _read_duration,
}
