"""FollowTheMoney entities (one JSON object a line): things become records, edges fold into them."""

from collections.abc import Iterator
from typing import Final

from factsheet.encoding import decode as decode_json
from factsheet.importing.dating import Unclear, read_date
from factsheet.importing.intake import DATASET, Intake, Link
from factsheet.importing.texts import ImportProblem, as_text, clean, decode
from factsheet.model import Json, Object

_KINDS: Final = {
    "Person": ("person", ""),
    "Organization": ("group", ""),
    "LegalEntity": ("group", ""),
    "PublicBody": ("group", "state-body"),
    "Company": ("group", "company"),
    "Event": ("event", "other"),
}
_EDGES: Final = frozenset(("Membership", "Succession", "Sanction", "UnknownLink", "Directorship", "Employment"))
_NAMES: Final = {"previousName": "", "alias": "alias", "weakAlias": "alias", "abbreviation": "alias"}
_DATES: Final = {
    "person": {"birthDate": "born", "deathDate": "died"},
    "group": {"incorporationDate": "founded", "dissolutionDate": "dissolved"},
    "event": {"date": "when", "startDate": "when"},
}
_IDENTIFIERS: Final = {"wikidataId": "wikidata", "leiCode": "lei", "ogrnCode": "ogrn", "unscId": "unsc"}
_USED: Final = frozenset(
    (
        "name",
        "country",
        "jurisdiction",
        "nationality",
        "parent",
        "involved",
        *_NAMES,
        *_IDENTIFIERS,
        *tuple(name for fields in _DATES.values() for name in fields),
    )
)


def read_ftm(data: bytes, intake: Intake) -> None:
    """Take in the entities of an ndjson file; edges after all things, wherever they stand."""
    intake.facts = {"class": "reference", "type": "dataset"}
    scheme = intake.options.scheme or "ftm"
    entities = list(_read_lines(data, intake))
    datasets = {as_text(name) for _, entity in entities for name in _list(entity.get("datasets"))} - {""}
    named = f": {', '.join(sorted(datasets))}" if datasets else ""
    intake.facts["description"] = clean(f"FollowTheMoney data{named}") or "FollowTheMoney data"
    for at, entity in entities:
        if as_text(entity.get("schema")) not in _EDGES:
            _take(entity, scheme, at, intake)
    for at, entity in entities:
        if as_text(entity.get("schema")) in _EDGES:
            _fold(entity, scheme, at, intake)


def _read_lines(data: bytes, intake: Intake) -> Iterator[tuple[str, Object]]:
    for number, line in enumerate(decode(data, intake.options.encoding).split("\n"), start=1):
        if not line.strip():
            continue
        intake.read += 1
        try:
            value = decode_json(line)
        except ValueError as error:
            raise ImportProblem(f"line {number}: this is not JSON: {error}") from None
        if isinstance(value, dict) and isinstance(value.get("properties"), dict):
            yield f"line {number}", value
        else:
            intake.skip(f"line {number}", 'it is no entity: a map with "properties" is expected')


def _take(entity: Object, scheme: str, at: str, intake: Intake) -> None:
    schema, number = as_text(entity.get("schema")), clean(as_text(entity.get("id")))
    names = _texts(entity, "name")
    if schema not in _KINDS:
        intake.skip(at, f"an entity of the schema {schema or '(none)'} is no kind of record here")
        return
    if not number or not names:
        intake.skip(at, "it has no id or no name")
        return
    kind, word = _KINDS[schema]
    record: Object = {"name": names[0], **({"type": word} if word else {})}
    others: list[Json] = [{"name": name, "type": "alias"} for name in names[1:]]
    for field, label in _NAMES.items():
        others += [{"name": name, **({"type": label} if label else {})} for name in _texts(entity, field)]
    if others:
        record["names"] = others
    _add_countries(record, kind, entity, at, intake)
    _add_dates(record, _DATES[kind], entity, at, intake)
    parents = _texts(entity, "parent")
    if kind == "group" and parents:
        record["part_of"] = [{"group": Link("group", scheme, parent)} for parent in parents]
    if kind == "event" and (involved := _texts(entity, "involved")):
        record["participants"] = [{"group": Link("group", scheme, each)} for each in involved]
    known = {ours: _texts(entity, theirs) for theirs, ours in _IDENTIFIERS.items()}
    identifiers: Object = {ours: texts[0] if len(texts) == 1 else list[Json](texts) for ours, texts in known.items()
                           if texts}  # fmt: skip
    if identifiers:
        record["identifiers"] = identifiers
    intake.pass_over(_properties(entity), _USED)
    record["cite"] = {"source": DATASET, "at": f"entity {number}"[:300]}
    intake.take(kind, scheme, number, record, at=at)


def _add_countries(record: Object, kind: str, entity: Object, at: str, intake: Intake) -> None:
    if kind != "group":
        return
    codes = [code.upper() for name in ("country", "jurisdiction") for code in _texts(entity, name)]
    plain = [code for code in dict.fromkeys(codes) if len(code) == 2 and code not in {"EU", "UN"}]  # noqa: PLR2004  # ISO 3166-1
    for code in set(codes) - set(plain):
        intake.refuse(at, "country", code, "it is no country of ISO 3166-1")
    if plain:
        record["countries"] = plain[0] if len(plain) == 1 else list[Json](plain)


def _add_dates(record: Object, fields: dict[str, str], entity: Object, at: str, intake: Intake) -> None:
    for name, field in fields.items():
        dates = _dates(entity, name, at, intake)
        if dates and field not in record:
            record[field] = [{"value": date} for date in dates]


def _fold(entity: Object, scheme: str, at: str, intake: Intake) -> None:
    done = _FOLDS[as_text(entity.get("schema"))](entity, scheme, at, intake)
    if done:
        intake.fold()
    else:
        intake.skip(at, f"the things that this {as_text(entity.get('schema'))} joins are not all in the file")


def _fold_membership(entity: Object, scheme: str, at: str, intake: Intake) -> bool:
    organization = _one(entity, "organization") or _one(entity, "employer")
    member = _one(entity, "member") or _one(entity, "director") or _one(entity, "employee")
    group = intake.incoming.get(("group", scheme, organization))
    if group is None:
        return False
    title = _one(entity, "role")
    if ("person", scheme, member) in intake.incoming:
        position: Object = {"person": Link("person", scheme, member), "role": "other" if title else "member"}
        _append(group.data, "people", {**position, **({"title": title} if title else {}), **_span(entity, at, intake)})
        return True
    own = intake.incoming.get(("group", scheme, member))
    if own is None:
        return False
    tie: Object = {"group": Link("group", scheme, organization), "type": "member-of", **_span(entity, at, intake)}
    _append(own.data, "affiliations", tie)
    return True


def _fold_succession(entity: Object, scheme: str, at: str, intake: Intake) -> bool:
    later = intake.incoming.get(("group", scheme, _one(entity, "successor")))
    earlier = ("group", scheme, _one(entity, "predecessor"))
    if later is None or earlier not in intake.incoming:
        return False
    dates = _dates(entity, "date", at, intake) or _dates(entity, "startDate", at, intake)
    _append(
        later.data, "lineage", {"type": "successor", "groups": Link(*earlier), **({"date": dates[0]} if dates else {})}
    )
    return True


def _fold_sanction(entity: Object, scheme: str, at: str, intake: Intake) -> bool:
    """Put a sanction on a group into its designations, if the authority is a record; else tell it."""
    group = intake.incoming.get(("group", scheme, _one(entity, "entity")))
    authority = _one(entity, "authority")
    if group is None or not authority:
        return False
    listed = _dates(entity, "listingDate", at, intake) or _dates(entity, "startDate", at, intake)
    ended = _dates(entity, "endDate", at, intake)
    link = intake.mention("group", "ftm-authority", authority, {"name": authority, "cite": {"source": DATASET}}, at=at)
    entry: Object = {"authority": link, "listed": listed[0] if listed else "unknown"}
    texts = {"list": _one(entity, "program"), "reference": _one(entity, "unscId") or _one(entity, "authorityId")}
    entry.update({name: text for name, text in texts.items() if text})
    _append(group.data, "designations", {**entry, **({"removed": ended[0]} if ended else {})})
    return True


def _refuse_link(entity: Object, scheme: str, at: str, intake: Intake) -> bool:
    del entity, scheme, at, intake
    return False


_FOLDS: Final = {
    "Membership": _fold_membership,
    "Directorship": _fold_membership,
    "Employment": _fold_membership,
    "Succession": _fold_succession,
    "Sanction": _fold_sanction,
    "UnknownLink": _refuse_link,
}


def _append(data: Object, field: str, entry: Object) -> None:
    listed = data.setdefault(field, [])
    if isinstance(listed, list) and entry not in listed:
        listed.append(entry)


def _span(entity: Object, at: str, intake: Intake) -> Object:
    starts, ends = _dates(entity, "startDate", at, intake), _dates(entity, "endDate", at, intake)
    return {**({"from": starts[0]} if starts else {}), **({"until": ends[0]} if ends else {})}


def _dates(entity: Object, name: str, at: str, intake: Intake) -> list[Json]:
    found: list[Json] = []
    for text in _texts(entity, name):
        try:
            found.append(read_date(text, intake.options.date_format))
        except Unclear as reason:
            intake.refuse(at, name, text, str(reason))
    return found


def _properties(entity: Object) -> Object:
    found = entity.get("properties")
    return found if isinstance(found, dict) else {}


def _texts(entity: Object, name: str) -> list[str]:
    found = [clean(as_text(value)) for value in _list(_properties(entity).get(name))]
    return [text for text in dict.fromkeys(found) if text]


def _one(entity: Object, name: str) -> str:
    found = _texts(entity, name)
    return found[0] if found else ""


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]
