"""Stage 8: how alike two mentions of agreements are: in name, kind and date."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.agreeing.agreement_dating import SIGNED
from factsheet.extraction.agreeing.agreement_mentions import Seen
from factsheet.extraction.agreeing.agreement_signing import Reading

_WEEK: Final = 7
_MONTH: Final = 30
_KINDS: Final = (
    ("truce", re.compile(r"truce|cease-?\s?fire|cessation|armistice|hostilities|pause", re.IGNORECASE)),
    ("memorandum", re.compile(r"memorand", re.IGNORECASE)),
)


def fits(one: Reading, other: Reading) -> bool:
    """Tell whether two dates may be said of one agreement: the same, or of its initialling and its signing."""
    if one.date is None or other.date is None:
        return True
    if agree(one.date.value.rstrip("~?%"), other.date.value.rstrip("~?%")):
        return True
    ranks = {min(one.rank, SIGNED), min(other.rank, SIGNED)}
    return len(ranks) > 1 and one.date.value[:4] == other.date.value[:4]


def days_before(day: date, count: int) -> str:
    """Return the day so many days earlier, or the first day there is."""
    return date.fromordinal(max(1, day.toordinal() - count)).isoformat()


def is_fresh(reading: Reading, published: date) -> bool:
    """Tell whether a mention's date, if it has one, is the news of the week."""
    if reading.date is None:
        return True
    week_ago = days_before(published, _WEEK)
    return len(reading.date.value) == len(week_ago) and reading.date.value >= week_ago


def is_of_old(each: Seen, reading: Reading, others: Sequence[Seen], published: date) -> bool:
    """Tell whether a mention of another kind was signed long before: `the truce they signed in January`."""
    if reading.date is None or reading.rank < SIGNED or kind(each.words) in {kind(m.words) for m in others}:
        return False
    month_ago = days_before(published, _MONTH)
    return reading.date.value < month_ago[: len(reading.date.value)]


def is_qualified(each: Seen) -> bool:
    """Tell whether a mention has a name among its words: `the shaky Gaza truce`, but not `Agreement`."""
    words = each.words.split()
    return words[0] in lexicon.places() or (not words[0][0].isupper() and any(word[0].isupper() for word in words))


def kind(words: str) -> str:
    """Return what sort of agreement words speak of: a truce, a memorandum, or any."""
    return next((name for name, pattern in _KINDS if pattern.search(words)), "")


def agree(one: str, other: str) -> bool:
    """Tell whether two dates may be one day: the vaguer holds the other."""
    for span, day in ((one, other), (other, one)):
        if "/" in span and "/" not in day:
            first, last = span.split("/", 1)
            return first[: len(day)] <= day <= last
    return one.startswith(other) or other.startswith(one)


def same_name(one: str, other: str) -> bool:
    """Tell whether one name is the other, or its end: `the Lahej Accord` and `the 2003 Lahej Accord`."""
    first, second = one.casefold().split(), other.casefold().split()
    return (
        first == second
        or (len(second) > 1 and first[-len(second) :] == second)
        or (len(first) > 1 and second[-len(first) :] == first)
    )
