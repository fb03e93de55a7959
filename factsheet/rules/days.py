"""Dates: what begins comes before what ends, and nothing is known before it happened."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from factsheet.composing.days import day_before, first_day, last_day
from factsheet.composing.reviews import find_review_due
from factsheet.dates import DateError, parse
from factsheet.diagnostics import Diagnostic, Pointer
from factsheet.model import Json, Object, Record
from factsheet.resolution import locate
from factsheet.rules.content import Content
from factsheet.rules.findings import report
from factsheet.rules.hulls import find_hull, is_before, show

_PAIRS: Final = {
    "group": (("founded", "dissolved"),),
    "person": (("born", "died"),),
    "agreement": (("signed", "expires"), ("signed", "effective"), ("effective", "expires"), ("announced", "expires")),
    "source": (("published", "accessed"),),
}
_MAY_LIE_AHEAD: Final = frozenset(
    {"due", "expires", "reviewed", "changes", "as_of", "accessed", "assessment", "reliability"}
)


def check_reversed_dates(content: Content) -> Iterator[Diagnostic]:
    """What ends has begun before: `from` and `until`, founding and end, listing and removal, signing and expiry.

    Only what is surely reversed is reported: the earliest day of the start lies after the latest day of the end, all
    rival dates considered. `effective` and a provision's `due` can't lie before the signing.

    Good:

        # groups/red-hill.yaml
        founded: [2011, 2012]
        dissolved: 2011-12

    Bad:

        # groups/red-hill.yaml
        founded: [2011, 2012]
        dissolved: 2010
    """
    for record in content.records:
        for first, last in _PAIRS.get(record.kind, ()):
            yield from _compare(record, (), record.data, first, last)
        for pointer, value, first, last in content.surveys[record.id].spans:
            yield from _compare(record, pointer, value, first, last)
        provisions = record.data.get("provisions")
        for index, each in enumerate(provisions if isinstance(provisions, list) else ()):
            if isinstance(each, dict) and "due" in each and "rejected" not in each:
                both: Object = {"signed": record.data.get("signed"), "due": each["due"]}
                yield from _compare(record, ("provisions", index), both, "signed", "due")


def check_date_after_as_of(content: Content) -> Iterator[Diagnostic]:
    """No fact is later than the day up to which the record was checked.

    `as_of` is the last day the facts were checked; what is said to have happened later can't have been known then.
    Most often `as_of` was not moved on. `due`, `expires`, reviews and changes may lie ahead.

    Good:

        # groups/red-hill.yaml
        dissolved: 2020-05-01
        as_of: 2020-05-01

    Bad:

        # groups/red-hill.yaml
        dissolved: 2020-06
        as_of: 2020-05-01
    """
    for record in content.records:
        limit = last_day(record.data.get("as_of"))
        for pointer, date in content.surveys[record.id].dates if limit else ():
            earliest = date.get("earliest")
            if isinstance(earliest, str) and is_before(limit, earliest) and _MAY_LIE_AHEAD.isdisjoint(pointer):
                name = next((step for step in reversed(pointer) if isinstance(step, str) and step != "value"), "value")
                message = f'"{name}" is {date["edtf"]}, after the {show(record.data["as_of"])} of "as_of"'
                related = [locate(record, ("as_of",))]
                hint = "move as_of on if the whole record was checked since"
                yield report("date-after-as-of", locate(record, pointer), message, hint=hint, related=related)


def check_overlapping_names(content: Content) -> Iterator[Diagnostic]:
    """A group, person or place bears one name at a time in each language.

    Two dated names that surely share a day make the name on that day uncertain, and pages call it by the newer. On the
    day of a change the newer name holds. Aliases, spellings, nicknames and what others call it may overlap: give them
    their `type` or `used_by`.

    Good:

        # groups/red-hill.yaml
        names:
          - {name: Hill Guard, from: 2008, until: 2011-03-04}
          - {name: Red Hill, from: 2011-03-04}

    Bad:

        # groups/red-hill.yaml
        names:
          - {name: Hill Guard, from: 2008, until: 2012-05}
          - {name: Red Hill, from: 2011-03-04, until: 2013}
    """
    for record in content.records:
        for (first, one), (second, other) in combinations(list(_list_borne(record)), 2):
            tags = [tag for tag in _texts(one) if tag in _texts(other)]
            start, end = max(_surely_from(one), _surely_from(other)), min(_surely_until(one), _surely_until(other))
            if tags and start and start < end:
                names = " and ".join(f'"{_texts(each)[tags[0]]}"' for each in (one, other))
                message = f"{names} are both said to be its name on {start}"
                related = [locate(record, ("names", first))]
                hint = "end the one where the other begins, or say the type of the alias"
                at = locate(record, ("names", second))
                yield report("overlapping-names", at, message, hint=hint, related=related)


def check_covers_after_said(content: Content) -> Iterator[Diagnostic]:
    """A number counts no days after it was given.

    If the report is of 29 November, the count can't run to 30 November: one of the two dates is wrong.

    Good:

        # claims/nine-killed.yaml
        said: 2012-03-05
        covers: 2012-03-04/2012-03-05

    Bad:

        # claims/nine-killed.yaml
        said: 2012-03-05
        covers: 2012-03-04/2012-03-06
    """
    for record in content.of_kind("claim"):
        said, covers = record.data.get("said"), record.data.get("covers")
        end = _start_of_end(covers)
        if end and is_before(last_day(said) or None, end):
            message = f"the number counts up to {end}, but it was said on {show(said)}"
            related = [locate(record, ("said",))]
            yield report("covers-after-said", locate(record, ("covers",)), message, related=related)


def check_review_overdue(content: Content) -> Iterator[Diagnostic]:
    """The next review of a record is not overdue.

    It is due on `reviewed.due`, else `review_every` (site.yaml) after the last one. `check` compares with today; a
    build compares with the moment that it is given, so that its result never changes by itself.

    Good:

        # site.yaml
        review_every: P6M
        # groups/red-hill.yaml
        reviewed: {date: 2020-05-01, due: 2999-01-01}

    Bad:

        # site.yaml
        review_every: P6M
        # groups/red-hill.yaml
        reviewed: 2020-05-01
    """
    for record in content.records:
        due = find_due(content, record)
        if due and content.today and is_before(due, content.today):
            at = locate(record, ("reviewed",))
            hint = "look through it, then move reviewed and as_of on"
            yield report("review-overdue", at, f"the next review was due on {due}", hint=hint)


def find_due(content: Content, record: Record) -> str:
    """Return the day by which the next review of a record is due, or ''."""
    reviewed = record.data.get("reviewed")
    if not isinstance(reviewed, dict) or "withdrawn" in record.data:
        return ""
    return last_day(find_review_due(reviewed, str(content.site.get("review_every", ""))))


def _compare(record: Record, pointer: Pointer, value: Object, first: str, last: str) -> Iterator[Diagnostic]:
    start, end = find_hull(value.get(first)), find_hull(value.get(last))
    if start and end and is_before(end.latest, start.earliest):
        message = f'"{last}" ({show(value[last])}) lies before "{first}" ({show(value[first])})'
        other = (first,) if first in record.data and not (pointer and first in _SPAN_STARTS) else (*pointer, first)
        at, related = locate(record, (*pointer, last)), [locate(record, other)]
        yield report("reversed-dates", at, message, related=related)


_SPAN_STARTS: Final = frozenset({"from", "listed", "date"})


def _start_of_end(date: Json) -> str:
    """Return the first day on which a period can end: of an interval that of its last part, else that of the whole."""
    if not isinstance(date, dict) or "edtf" not in date:
        return ""
    last = str(date["edtf"]).rpartition("/")[2]
    if last == date["edtf"]:
        return first_day(date)
    try:
        return (parse(last).earliest or "") if last.strip(".") else ""
    except DateError:  # a part of a whole that was read can be read alone; if ever not, there is nothing to compare
        return ""


def _list_borne(record: Record) -> Iterator[tuple[int, Object]]:
    names = record.data.get("names")
    for index, each in enumerate(names if isinstance(names, list) else ()):
        is_dated = isinstance(each, dict) and ("from" in each or "until" in each)
        if isinstance(each, dict) and is_dated and not {"type", "used_by", "rejected"} & each.keys():
            yield index, each


def _texts(entry: Object) -> Object:
    name = entry.get("name")
    return name if isinstance(name, dict) else {}


def _surely_from(entry: Object) -> str:
    """Return the day from which a name was surely borne: without one, the eve of its end."""
    return last_day(entry.get("from")) or day_before(first_day(entry.get("until")))


def _surely_until(entry: Object) -> str:
    """Return the day before which a name was surely borne: without one, any day after its start."""
    start = last_day(entry.get("from"))
    return first_day(entry.get("until")) or (f"{start}~" if start else "")
