"""Stage 3: what a span of time means whose two ends are told, and a list of days."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from factsheet.extraction.dating import calendar as cal
from factsheet.extraction.dating.date_scene import Parts, Reading, Scene, choose_year, digits, interval


def _read_day_range(scene: Scene) -> Reading | None:
    month = cal.month_number(scene.get("m1"))
    first, last = digits(scene.get("d1")), digits(scene.get("d2"))
    year, anchor = (int(scene.get("y1")), "") if scene.get("y1") else choose_year(scene, month, first)
    if first >= last or not (cal.is_day(year, month, first) and cal.is_day(year, month, last)):
        return None
    days = date(year, month, first), date(year, month, last)
    joint = scene.match.string[scene.match.end("d1") : scene.match.start("d2")]
    is_pair = "and" in joint and not _follows(scene, "between", "from") and last - first > 1
    value = "{{{},{}}}".format(*days) if is_pair else "{}/{}".format(*days)
    is_explicit = bool(scene.get("y1"))
    return Reading(value, "date", "day-range", anchor, parts=(year, month, first), is_explicit=is_explicit)


def _follows(scene: Scene, *words: str) -> bool:
    before = scene.article.text[max(0, scene.match.start() - 12) : scene.match.start()].casefold()
    return bool(re.search(rf"\b(?:{'|'.join(words)})\s+(?:the\s+)?$", before))


def _read_day_list(scene: Scene) -> Reading | None:
    """Read `May 3, 4 and 5`: the span of days that follow one another, else the set of them."""
    month = cal.month_number(scene.get("m"))
    days = [int(day) for day in re.findall(r"\d+", scene.get("days"))]
    year, anchor = (int(scene.get("y")), "") if scene.get("y") else choose_year(scene, month, days[0])
    if not all(cal.is_day(year, month, day) for day in days) or days != sorted(set(days)):
        return None
    told = [date(year, month, day).isoformat() for day in days]
    if days[-1] - days[0] == len(days) - 1:
        return interval(told[0], told[-1], "day-range", anchor)
    return Reading("{" + ",".join(told) + "}", "date", "day-list", anchor)


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


def _read_mixed_range(scene: Scene) -> Reading | None:
    """Read `between April and 15 July 2023`: each end as exact as it is told, with the year of the other."""
    first, last = _end(scene, 1), _end(scene, 2)
    anchor = ""
    if not first[0] and not last[0]:
        year, anchor = choose_year(scene, last[1], last[2])
        last = (year, *last[1:])
    if not last[0]:
        last = (first[0] + ((last[1], last[2] or 99) < (first[1], first[2])), *last[1:])
    if not first[0]:
        first = (last[0] - bool(last[1] and first[1] > last[1]), *first[1:])
    told = [_as_told(parts) for parts in (first, last)]
    return interval(told[0], told[1], "mixed-range", anchor) if told[0] and told[1] else None


def _end(scene: Scene, number: int) -> Parts:
    names = {name: scene.get(f"{name}{number}") for name in "dmneoyz"}
    month = names["m"] or names["n"] or names["o"]
    return (
        int(names["y"] or names["z"] or 0),
        cal.month_number(month) if month else 0,
        digits(names["d"] or names["e"]),
    )


def _as_told(parts: Parts) -> str:
    year, month, day = parts
    if not month:
        return cal.as_year(year)
    if not day:
        return cal.as_month(year, month)
    return date(*parts).isoformat() if cal.is_day(*parts) else ""


def _read_year_range(scene: Scene) -> Reading | None:
    first, last = scene.get("y1"), scene.get("y2")
    last = first[: 4 - len(last)] + last
    return interval(first, last, "year-range") if first < last else None


def _read_open(scene: Scene) -> Reading:
    year = int(scene.get("y"))
    return Reading(f"{cal.as_year(year)}/..", "date", "open-range", parts=(year, 0, 0), is_explicit=True)


READERS: Final[dict[str, Callable[[Scene], Reading | None]]] = {
    "day-range": _read_day_range,
    "full-range": _read_full_range,
    "day-list": _read_day_list,
    "month-range": _read_month_range,
    "mixed-range": _read_mixed_range,
    "year-range": _read_year_range,
    "open": _read_open,
}
