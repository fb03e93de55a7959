"""Where a record is: the countries and points of the places that it names, for its map."""

from collections.abc import Iterator
from typing import Final

from factsheet.composing.days import first_day, last_day
from factsheet.composing.desk import Desk
from factsheet.composing.statements import Weaver
from factsheet.model import Json, Object, Record

_FIELDS: Final = {"event": "places", "agreement": "place", "group": "areas"}
"""Where the records of a kind name their places."""
_DOUBTS: Final = frozenset({"disputed_by", "rejected"})
_NESTED: Final = 8


def find_where(weaver: Weaver) -> Object:
    """Return `countries`, by ISO code, `spots`, the places with coordinates, and `unlocated`, those without.

    Empty where no place is named.
    """
    desk, record = weaver.desk, weaver.record
    targets = dict.fromkeys(_list_places(record))
    places = [place for target in targets if (place := desk.find_standing(target))]
    own = _list_codes(record) if places else []
    countries: list[Json] = [
        *dict.fromkeys([*own, *(code for place in places for code in find_countries(desk, place))])
    ]
    found = [(weaver.mention(place.id, weaver.day), find_point(place)) for place in places]
    spots: list[Json] = [reference | point for reference, point in found if point]
    unlocated: list[Json] = [reference for reference, point in found if not point]
    where: Object = {"countries": countries, "spots": spots, "unlocated": unlocated}
    return {name: value for name, value in where.items() if value}


def find_countries(desk: Desk, place: Record) -> list[str]:
    """Return the codes of the countries that a place lies in: its own, else those of the place it lies within."""
    for _ in range(_NESTED):
        codes = _list_codes(place)
        within = place.data.get("within")
        larger = desk.find_standing(str(within["ref"])) if isinstance(within, dict) and "ref" in within else None
        if codes or larger is None:
            return codes
        place = larger
    return []


def find_point(place: Record) -> Object:
    """Return the longitude and latitude of a place, and what its point stands for; empty where it has none."""
    data = place.data
    if "rejected" in data or not {"longitude", "latitude"} <= data.keys():
        return {}
    return {name: data[name] for name in ("longitude", "latitude", "precision") if name in data}


def _list_codes(record: Record) -> list[str]:
    codes = record.data.get("countries")
    return [str(code) for code in codes] if isinstance(codes, list) else []


def _list_places(record: Record) -> Iterator[str]:
    """Yield the places that a record simply names: not one that is disputed, only claimed, or left by its day."""
    value = record.data.get(_FIELDS.get(record.kind, ""))
    as_of = last_day(record.data.get("as_of"))
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, dict) or _DOUBTS & each.keys() or each.get("type") == "claims" or _is_over(each, as_of):
            continue
        place = each.get("place", each)
        if isinstance(place, dict) and "ref" in place:
            yield str(place["ref"])


def _is_over(statement: Object, day: str) -> bool:
    until = statement.get("until")
    if isinstance(until, dict) and until.get("missing") == "unknown":
        return True
    end = first_day(until)
    return bool(end and day and end <= day)
