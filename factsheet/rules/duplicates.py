"""Records that may be one and the same."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from factsheet.diagnostics import Diagnostic
from factsheet.model import Record
from factsheet.resolution import locate
from factsheet.rules.content import Content
from factsheet.rules.findings import report
from factsheet.rules.hulls import Hull, find_hull, is_apart

_KINDS: Final = ("group", "person", "place", "event", "agreement")
_BEGINNINGS: Final = ("founded", "born", "when", "signed")
_ENDS: Final = ("dissolved", "died")
_SIGNS: Final = re.compile(r"[\W_]+")


def check_possible_duplicate(content: Content) -> Iterator[Diagnostic]:
    """No two records are about the same thing, as far as their names, countries and dates can tell.

    Reported are two records of one kind and type with the same name in some language whose countries and dates don't
    rule out that they are one; and two sources with the same address. Where they differ, tell the reader how.

    Good:

        # places/hill-town.yaml
        type: city
        # places/hill-district.yaml
        name: Hill Town
        type: district

    Bad:

        # places/hill-town.yaml
        type: city
        # places/hill-city.yaml
        name: Hill Town
        type: city
    """
    alike: dict[tuple[str, ...], list[Record]] = {}
    for record in content.of_kind(*_KINDS):
        name = record.data.get("name")
        for text in {_fold(str(each)) for each in name.values()} if isinstance(name, dict) else ():
            alike.setdefault((record.kind, str(record.data.get("type")), text), []).append(record)
    told: set[tuple[str, str]] = set()
    for records in alike.values():
        for first, second in combinations(records, 2):
            if (first.id, second.id) not in told and _can_be_one(first, second):
                told.add((first.id, second.id))
                message = f'this may be the same {first.kind} as "{first.id}": they share a name'
                hint = "make them one record with former_ids, or say in their names what tells them apart"
                at, related = locate(second, ("name",)), [locate(first, ("name",))]
                yield report("possible-duplicate", at, message, hint=hint, related=related)
    yield from _compare_addresses(content)


def _compare_addresses(content: Content) -> Iterator[Diagnostic]:
    seen: dict[str, Record] = {}
    for record in content.of_kind("source"):
        url = record.data.get("url")
        first = seen.setdefault(url.rstrip("/"), record) if isinstance(url, str) else record
        if first is not record:
            message = f'this source has the same address as "{first.id}"'
            at, related = locate(record, ("url",)), [locate(first, ("url",))]
            yield report("possible-duplicate", at, message, hint="make them one record", related=related)


def _can_be_one(first: Record, second: Record) -> bool:
    countries = [
        set(map(str, found)) for each in (first, second) if isinstance(found := each.data.get("countries"), list)
    ]
    if len(countries) > 1 and countries[0].isdisjoint(countries[1]):
        return False
    return not is_apart(_find_life(first), _find_life(second))


def _find_life(record: Record) -> Hull:
    starts = [hull for name in _BEGINNINGS if (hull := find_hull(record.data.get(name)))]
    ends = [hull for name in _ENDS if (hull := find_hull(record.data.get(name)))]
    has_end = record.kind in {"group", "person"}
    start = starts[0] if starts else Hull()
    if has_end:
        return Hull(start.earliest, ends[0].latest if ends else None)
    return start


def _fold(text: str) -> str:
    return _SIGNS.sub(" ", text.casefold()).strip()
