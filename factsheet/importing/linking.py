"""Which record each incoming one is: ids given or found again, links turned into ids, short forms where they serve."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from factsheet.importing.intake import Incoming, Key, Link
from factsheet.importing.texts import make_slug
from factsheet.model import Json, Object, Record
from factsheet.schemas import Schemas

_LONGEST: Final = 100


class _Dropped:
    """What stands for a value that is left out."""


_DROPPED: Final = _Dropped()


def index_identifiers(records: Iterable[Record]) -> dict[Key, str]:
    """Return the ids of the records of a publication by kind, register and number."""
    found: dict[Key, str] = {}
    for record in records:
        for scheme, numbers in _identifiers(record.data):
            for number in numbers:
                found.setdefault((record.kind, scheme, number), record.id)
    return found


def choose_ids(
    incoming: Iterable[Incoming], known: Mapping[Key, str], remembered: Mapping[Key, str], taken: Collection[str]
) -> tuple[dict[Key, str], dict[Key, str]]:
    """Return the id of each record, and the reason for each that can't have one.

    A record is found again by any of its identifiers, else by what the last import called it; a new one is called by
    its name, with register and number behind it where another has that name.
    """
    records = list(incoming)
    chosen: dict[Key, str] = {}
    refused: dict[Key, str] = {}
    owners: dict[str, Key] = {}
    for record in records:
        found = _find(record, known) or remembered.get(record.key, "")
        if found in owners:
            refused[record.key] = f'its identifiers are those of "{found}", as are those of {owners[found][2]}'
        elif found:
            chosen[record.key] = found
            owners[found] = record.key
    new = [record for record in records if record.key not in chosen and record.key not in refused]
    slugs = Counter(make_slug(_name(record)) for record in new)
    used = {*taken, *chosen.values()}
    for record in new:
        slug = make_slug(_name(record))
        own = slug if slug and slugs[slug] == 1 and slug not in used else _qualify(slug, record.key, used)
        chosen[record.key] = own
        used.add(own)
    return chosen, refused


def link(data: Object, ids: Mapping[Key, str], missing: list[Link]) -> Object:
    """Return a record with ids for links; what names a record that isn't there is left out and added to `missing`."""
    found: Object = {}
    for name, value in data.items():
        linked = _link(value, ids, missing)
        if not isinstance(linked, _Dropped):
            found[name] = linked
    return found


def tidy(data: Object, schema: Object, schemas: Schemas) -> Object:
    """Return a record in the shortest form: no list of one, no map for what a bare value says."""
    found = _tidy(data, schema, schemas)
    return found if isinstance(found, dict) else data


def _link(value: Json, ids: Mapping[Key, str], missing: list[Link]) -> Json | _Dropped:
    if isinstance(value, Link):
        if value.key in ids:
            return ids[value.key]
        missing.append(value)
        return _DROPPED
    if isinstance(value, list):
        entries = [linked for entry in value if not isinstance(linked := _link(entry, ids, missing), _Dropped)]
        return entries or (_DROPPED if value else [])
    if isinstance(value, dict):
        found: Object = {}
        for name, entry in value.items():
            linked = _link(entry, ids, missing)
            if not isinstance(linked, _Dropped):
                found[name] = linked
            elif name != "cite":
                return _DROPPED
        return found
    return value


def _tidy(value: Json, schema: Object, schemas: Schemas) -> Json:
    found = schemas.resolve(schema)
    form, key = found.get("x-form"), str(found.get("x-key", ""))
    if isinstance(value, list):
        picked = schemas.pick(found, value)
        items = picked.get("items")
        entries = [_shorten(_tidy(entry, items if isinstance(items, dict) else {}, schemas), key) for entry in value]
        return entries[0] if len(entries) == 1 and form in {"items", "list"} else entries
    if not isinstance(value, dict):
        return value
    picked = schemas.pick(found, value)
    properties = picked.get("properties")
    known = properties if isinstance(properties, dict) else {}
    extra = picked.get("additionalProperties")
    whole: Object = {}
    for name, entry in value.items():
        inner = known.get(name, extra)
        whole[name] = _tidy(entry, inner, schemas) if isinstance(inner, dict) else entry
    return _shorten(whole, key if form == "items" else "")


def _shorten(value: Json, key: str) -> Json:
    if isinstance(value, dict) and len(value) == 1:
        for name in (key, "missing"):
            only = value.get(name)
            if only is not None and not isinstance(only, dict | list):
                return only
    return value


def _find(record: Incoming, known: Mapping[Key, str]) -> str:
    own = known.get(record.key)
    if own:
        return own
    keys = [(record.key[0], scheme, number) for scheme, numbers in _identifiers(record.data) for number in numbers]
    return next((known[key] for key in keys if key in known), "")


def _identifiers(data: Object) -> Iterable[tuple[str, list[str]]]:
    found = data.get("identifiers")
    for scheme, value in found.items() if isinstance(found, dict) else ():
        yield scheme, [str(number) for number in (value if isinstance(value, list) else [value])]


def _name(record: Incoming) -> str:
    for field in ("name", "title", "description"):
        value = record.data.get(field)
        if isinstance(value, dict):
            latin = [text for text in value.values() if isinstance(text, str) and make_slug(text)]
            return latin[0] if latin else ""
        if isinstance(value, str):
            return value
    return ""


def _qualify(slug: str, key: Key, used: Collection[str]) -> str:
    kind, scheme, number = key
    ending = "-".join(part for part in (make_slug(scheme), make_slug(number)) if part)
    base = f"{slug or kind}-{ending}" if ending else slug or kind
    own, count = base[:_LONGEST].rstrip("-"), 2
    while own in used:
        own = f"{base[: _LONGEST - 5].rstrip('-')}-{count}"
        count += 1
    return own
