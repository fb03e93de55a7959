"""Order, overlap and containment of dates whose edges may be imprecise."""

from factsheet.dates.values import Date, Day, Edtf, Interval, Year

SortKey = tuple[int, Year, int, int, str, int, Year, int, int, str]

_NOWHERE: Day = (0, 0, 0)


def surely_before(a: Edtf, b: Edtf) -> bool:
    """Return whether every day `a` can mean lies before every day `b` can mean. Open or unknown edges prove nothing."""
    return a.last is not None and b.first is not None and a.last < b.first


def overlaps(a: Edtf, b: Edtf) -> bool:
    """Return whether some day may belong to both."""
    return not surely_before(a, b) and not surely_before(b, a)


def contains(period: Edtf, day: Edtf) -> bool:
    """Return whether all that `day` can mean lies between the outer edges of `period`.

    An open edge (`..`) has no limit; behind an unknown one nothing is contained.
    """
    return _reaches_down(period, day.first) and _reaches_up(period, day.last)


def _reaches_down(period: Edtf, day: Day | None) -> bool:
    if period.first is not None:
        return day is not None and period.first <= day
    return not (isinstance(period.value, Interval) and period.value.start == "unknown")


def _reaches_up(period: Edtf, day: Day | None) -> bool:
    if period.last is not None:
        return day is not None and day <= period.last
    return not (isinstance(period.value, Interval) and period.value.end == "unknown")


def sort_key(date: Edtf) -> SortKey:
    """Return the key of a date on a timeline.

    By first day (by last day where the start is open or unknown), then the time as written, then longer spans before
    shorter ones, so that 2016 stands before 2016-01-01. What has no edge at all comes last.
    """
    start = date.first or date.last
    time = date.value.time if isinstance(date.value, Date) else ""
    end = date.last or _NOWHERE
    return (
        0 if start else 1,
        *(start or _NOWHERE),
        time,
        1 if date.last else 0,
        *(_negate(end[0]), -end[1], -end[2]),
        date.text,
    )


def _negate(year: Year) -> Year:
    """Return the opposite year; a Decimal's own minus would round it."""
    return -year if isinstance(year, int) else year.copy_negate()


def day_key(day: str) -> tuple[int, int, int]:
    """Return the key that orders `earliest` and `latest` days as printed, negative and five-digit years too."""
    sign = -1 if day.startswith("-") else 1
    year, month, date = day.lstrip("+-").split("-")
    return sign * int(year), int(month), int(date)
