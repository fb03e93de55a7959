"""Which name a record bore on a day."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factsheet.composing.days import FIRST_DAY, LAST_DAY
from factsheet.model import Json, Object


class NameThen(NamedTuple):
    """The name on a day; `is_later` marks a name that was taken only after that day."""

    name: Object
    is_later: bool = False


def name_on(data: Object, day: str, *, language: str) -> NameThen:
    """Return the name that a record with these normalised data bore on `day` (YYYY-MM-DD).

    `language` is the site's first: a dated name equal to `name` in it borrows the other languages of `name`.
    """
    name = _as_map(data.get("name"))
    dated = list(_dated_names(data))
    borne = [entry for entry in dated if _start(entry) <= day < _end(entry)]
    if borne:
        return NameThen(_borrow(_as_map(borne[-1].get("name")), name, language=language))
    own = [entry for entry in dated if _is_same(_as_map(entry.get("name")), name, language=language)]
    return NameThen(name, is_later=bool(own) and day < min(_start(entry) for entry in own))


def _dated_names(data: Object) -> Iterator[Object]:
    entries = data.get("names")
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and ("from" in entry or "until" in entry) and "rejected" not in entry:
            yield entry


def _start(entry: Object) -> str:
    bound = _as_map(entry.get("from")).get("earliest")
    return bound if isinstance(bound, str) else FIRST_DAY


def _end(entry: Object) -> str:
    until = _as_map(entry.get("until"))
    bound = until.get("earliest") or until.get("latest")
    return bound if isinstance(bound, str) else LAST_DAY


def _borrow(dated: Object, name: Object, *, language: str) -> Object:
    return {**name, **dated} if _is_same(dated, name, language=language) else dated


def _is_same(dated: Mapping[str, Json], name: Mapping[str, Json], *, language: str) -> bool:
    if language in dated:
        return dated[language] == name.get(language)
    return bool(dated) and all(name.get(tag) == text for tag, text in dated.items())


def _as_map(value: Json) -> Object:
    return value if isinstance(value, dict) else {}
