"""Stage 3: `two weeks ago`, `over the past year`, `within 30 days`, `five days later`: so much time, and from when."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from factsheet.extraction.counting import numbers
from factsheet.extraction.dating import calendar as cal
from factsheet.extraction.dating.date_scene import Reading, Scene
from factsheet.extraction.dating.date_words import one_day_from, told


def read_count(text: str) -> float | None:
    """Return the number of units that a form names: `a` is one, `half a` one half."""
    lowered = " ".join(text.casefold().split())
    if lowered in {"a", "an", "one"}:
        return 1
    if lowered in {"half a", "a half"}:
        return 0.5
    return numbers.read_number(lowered.replace("-", " "))


def _read_interval(scene: Scene) -> Reading | None:
    count, unit = read_count(scene.get("n") or "1"), _unit(scene)
    if count is None:
        return None
    ahead = scene.get("dir").casefold() in {"coming", "next"}
    published = scene.chain.base
    steps = max(1, round(count)) * (1 if ahead else -1)
    if unit in {"hour", "minute"}:
        days = max(1, -(-int(count) // 24)) if unit == "hour" else 1
        other = cal.add_days(published, days if ahead else -days)
    else:
        moved = cal.shift(published, steps, unit).rstrip("~")
        other = _as_day(moved, published)
    first, last = sorted((published, other))
    if unit in {"year", "decade", "century"}:
        return told(f"{first.year:04d}/{last.year:04d}", "date", "interval", "published")
    if unit == "month":
        return told(
            f"{cal.as_month(first.year, first.month)}/{cal.as_month(last.year, last.month)}",
            "date",
            "interval",
            "published",
        )
    return told(f"{first.isoformat()}/{last.isoformat()}", "date", "interval", "published")


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
    day = scene.chain.base.isoformat()
    ahead = scene.get("dir").casefold() in {"coming", "next"}
    return told(f"{day}/.." if ahead else f"../{day}", "date", "vague-interval", "published")


def _read_within_vague(scene: Scene) -> Reading:
    return told(f"{scene.chain.base.isoformat()}/..", "date", "vague-interval", "published")


def _read_ago(scene: Scene) -> Reading | None:
    count = read_count(scene.get("n"))
    if count is None:
        return None
    unit = _unit(scene)
    if scene.get("half") and unit == "year":
        count, unit = 12 * count + 6, "month"
    value = cal.shift(scene.chain.base, -max(1, round(count)), unit)
    day = date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    return told(value, "date", "ago", "published", day=day)


def _read_vague_ago(scene: Scene) -> Reading:
    return told(f"../{scene.chain.base.isoformat()}", "date", "vague-interval", "published")


def _read_offset(scene: Scene) -> Reading | None:
    """Read `five days later`: counted from the day told before, if there is one; else a mere length of time."""
    count, unit = read_count(scene.get("n")), _unit(scene)
    if count is None:
        return None
    sign = -1 if scene.get("way").casefold() in {"earlier", "beforehand"} else 1
    chain = scene.chain
    is_bounded = re.match(r"(?:less|more|at)\s", scene.match.group().casefold())
    if unit in {"year", "decade", "century", "month", "week"} and chain.told[0] and not is_bounded:
        year, month, day = chain.told
        base = date(year, month or 1, day or 1)
        value = cal.shift(base, sign * max(1, round(count)), unit)
        if unit in {"month", "week"} and not day:
            # No answer is more exact than what it is reckoned from.
            value = value[: 7 if month else 4] + "~"
        return told(value, "date", "offset", "date before")
    if unit == "day":
        return one_day_from(cal.add_days(chain.day, sign * max(1, round(count))), "offset", "date before")
    return told(cal.duration(int(count) if count >= 1 else 1, unit), "duration", "duration")


def _read_vague_offset(scene: Scene) -> Reading:
    day = scene.chain.day.isoformat()
    later = scene.get("way").casefold() == "later"
    return told(f"{day}/.." if later else f"../{day}", "date", "vague-interval", "date before")


_ARTICLE_TOO_WEAK: Final = frozenset({"a", "an", "one"})


def _read_duration(scene: Scene) -> Reading | None:  # noqa: PLR0911 - a ladder of cues, one a line
    count, unit = read_count(scene.get("n") or "1"), _unit(scene)
    is_article = scene.get("n").casefold() in {"a", "an"}
    if count is None or (is_article and (unit == "minute" or scene.get("many"))):
        return None
    whole = scene.match.group()
    is_weak = scene.get("n").casefold() in _ARTICLE_TOO_WEAK and scene.match.start("n") == scene.match.start()
    if is_weak and not (scene.get("tail") or scene.get("hyphen") != " " or whole.casefold().endswith("long")):
        return None
    if is_article and re.search(r"\b(?:in|of)\s+an?\b", whole.casefold()) and unit in {"day", "night"}:
        return None
    before = scene.article.text[max(0, scene.match.start() - 12) : scene.match.start()]
    if re.search(r"\b(?:aged?|times|twice|once)\s$", before):
        return None
    if count < 1:
        halves = {"year": "P6M", "decade": "P5Y", "century": "P50Y", "hour": "PT30M"}
        return told(halves[unit], "duration", "duration") if unit in halves else None
    if scene.get("half") and unit in _HALVES:
        return told(_HALVES[unit].format(int(count)), "duration", "duration")
    return told(cal.duration(int(count), unit), "duration", "duration")


_HALVES: Final = {"hour": "PT{}H30M", "day": "P{}DT12H", "month": "P{}M15D", "year": "P{}Y6M"}


def _read_period_end(scene: Scene) -> Reading:
    base = scene.chain.base
    value = cal.as_year(base.year) if scene.get("u").casefold() == "year" else cal.as_month(base.year, base.month)
    return told(f"{value}~", "date", f"relative-{scene.get('u').casefold()}", "published")


READERS: Final[dict[str, Callable[[Scene], Reading | None]]] = {
    "past-interval": _read_interval,
    "past-unit": _read_interval,
    "vague-interval": _read_vague_interval,
    "ago": _read_ago,
    "vague-ago": _read_vague_ago,
    "offset": _read_offset,
    "vague-offset": _read_vague_offset,
    "within-vague": _read_within_vague,
    "duration": _read_duration,
    "period-end": _read_period_end,
}
