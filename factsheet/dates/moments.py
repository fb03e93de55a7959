"""A day with a time of day."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from factsheet.dates.values import Date, DateError

_TIME: Final = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(Z|[+-][0-9]{2}(?::[0-9]{2})?)?")
_DAY: Final = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_SECONDS: Final = re.compile(r"[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}(?::[0-9]{2})?)?")
_LARGEST: Final = (("hour", 23), ("minute", 59), ("second", 59))
_MIDNIGHT: Final = "24:00:00"
_FARTHEST_ZONE: Final = 14 * 60


def read_moment(text: str, at: int, read_date: Callable[[str, int], Date]) -> Date:
    """Return the moment that `text` stands for; its bounds are those of the day as written, whatever the zone."""
    day, _, time = text.partition("T")
    if not _DAY.fullmatch(day):
        raise DateError("a time of day needs a whole day before it, without marks: YYYY-MM-DDThh:mm:ss", at)
    date = read_date(day, at)
    place = at + len(day) + 1
    found = _TIME.fullmatch(time)
    if not found:
        rule = "a time has seconds" if _NO_SECONDS.fullmatch(time) else "a time is written hh:mm:ss"
        raise DateError(f"{rule}, then Z or +hh:mm or nothing", place)
    clock, zone = time[:8], found[4] or ""
    if clock != _MIDNIGHT:
        for number, (unit, largest) in enumerate(_LARGEST, start=1):
            if int(found[number]) > largest:
                raise DateError(
                    f"there is no {unit} {found[number]}: {unit}s are 00 to {largest}", place + found.start(number)
                )
    _check_zone(zone, place + 8)
    return replace(date, text=text, time=clock, zone=zone)


def _check_zone(zone: str, at: int) -> None:
    if zone in ("", "Z"):
        return
    hours, minutes = int(zone[1:3]), int(zone[4:6] or 0)
    if zone.startswith("-") and hours == minutes == 0:
        raise DateError("the zone of UTC is Z or +00:00, not -00:00", at)
    if minutes > _LARGEST[1][1] or hours * 60 + minutes > _FARTHEST_ZONE:
        raise DateError("no zone is more than 14 hours from UTC, and minutes are 00 to 59", at)
