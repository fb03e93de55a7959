"""EDTF dates, levels 0 to 2 of the Library of Congress specification of 4 February 2019: read, bound, compare."""

from factsheet.dates.comparing import contains, day_key, overlaps, sort_key, surely_before
from factsheet.dates.parsing import parse
from factsheet.dates.values import Date, DateError, DateSet, Day, Edtf, End, Interval, Mark, Span

__all__ = [
    "Date",
    "DateError",
    "DateSet",
    "Day",
    "Edtf",
    "End",
    "Interval",
    "Mark",
    "Span",
    "contains",
    "day_key",
    "overlaps",
    "parse",
    "sort_key",
    "surely_before",
]
