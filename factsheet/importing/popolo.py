"""Popolo (JSON): persons, organizations, areas, events become records; memberships and posts fold into groups."""

from typing import Final

from factsheet.importing.dating import Unclear, read_date
from factsheet.importing.intake import DATASET, Intake, Link
from factsheet.importing.texts import ImportProblem, as_text, clean, make_slug, objects, read_json
from factsheet.model import Json, Object

_LISTS: Final = {"persons": "person", "organizations": "group", "areas": "place", "events": "event"}
_EDGES: Final = ("memberships", "posts")
_TYPES: Final = {"party": "party", "political party": "party", "legislature": "state-body", "parliament": "state-body",
                 "chamber": "state-body", "government": "state-body", "ministry": "state-body",
                 "company": "company", "ngo": "ngo"}  # fmt: skip
_PLACES: Final = frozenset(("country", "region", "district", "city", "settlement", "neighbourhood", "area"))
_ROLES: Final = {"leader": "leader", "chair": "leader", "chairperson": "leader", "president": "leader",
                 "speaker": "leader", "mayor": "leader", "deputy": "deputy", "spokesperson": "spokesperson",
                 "founder": "founder", "minister": "minister", "envoy": "envoy", "member": "member"}  # fmt: skip
_USED: Final = frozenset(
    (
        "id",
        "name",
        "other_names",
        "identifiers",
        "classification",
        "parent_id",
        "founding_date",
        "dissolution_date",
        "birth_date",
        "death_date",
        "start_date",
        "end_date",
        "area_id",
        "organization_id",
        "type",
    )
)


def read_popolo(data: bytes, intake: Intake) -> None:
    """Take in the objects of a Popolo file."""
    value = read_json(data, intake.options.encoding)
    if not isinstance(value, dict) or not any(name in value for name in _LISTS):
        raise ImportProblem("this is no Popolo file: a map with persons or organizations is expected")
    intake.facts = {"description": "Popolo data", "class": "reference", "type": "dataset"}
    scheme = intake.options.scheme or "popolo"
    for name, kind in _LISTS.items():
        for number, entry in enumerate(_entries(value, name, intake), start=1):
            _take(entry, kind, scheme, f"{name} {number}", intake)
    posts = {as_text(post.get("id")): post for post in _entries(value, "posts", intake)}
    for _ in objects(value.get("posts")):
        intake.fold()
    for number, entry in enumerate(_entries(value, "memberships", intake), start=1):
        _fold(entry, posts, scheme, f"memberships {number}", intake)
    for name in value:
        if name not in _LISTS and name not in _EDGES:
            intake.unused.update([name] * max(1, len(objects(value[name]))))


def _entries(value: Object, name: str, intake: Intake) -> list[Object]:
    listed = value.get(name)
    found = objects(listed)
    intake.read += len(found)
    if isinstance(listed, list) and len(found) < len(listed):
        raise ImportProblem(f"{name}: an entry is no map")
    return found


def _take(entry: Object, kind: str, scheme: str, at: str, intake: Intake) -> None:
    number, name = clean(as_text(entry.get("id"))), clean(as_text(entry.get("name")))
    if not number or not name:
        intake.skip(at, "it has no id or no name")
        return
    record: Object = {"name": name}
    names = [_name(other, at, intake) for other in objects(entry.get("other_names")) if other.get("name")]
    if names:
        record["names"] = list[Json](names)
    record.update(_make(entry, kind, scheme, at, intake))
    known = {make_slug(as_text(each.get("scheme"))): clean(as_text(each.get("identifier"))) for each in
             objects(entry.get("identifiers"))}  # fmt: skip
    identifiers: Object = {name: text for name, text in known.items() if name and text}
    if identifiers:
        record["identifiers"] = identifiers
    intake.pass_over(_filled(entry), _USED)
    record["cite"] = {"source": DATASET, "at": clean(f"{kind} {number}")[:300]}
    intake.take(kind, scheme, number, record, at=at)


def _make(entry: Object, kind: str, scheme: str, at: str, intake: Intake) -> Object:
    word = as_text(entry.get("classification")).lower()
    if kind == "person":
        return _dates(entry, {"birth_date": "born", "death_date": "died"}, at, intake)
    if kind == "place":
        parent = as_text(entry.get("parent_id"))
        within: Object = {"within": Link("place", scheme, parent)} if parent else {}
        return {**({"type": word} if word in _PLACES else {}), **within}
    if kind == "event":
        span = _dates(entry, {"start_date": "from", "end_date": "until"}, at, intake)
        start, end = span.get("from"), span.get("until")
        return {"type": "other", **({"when": f"{start}/{end}" if end and end != start else start} if start else {})}
    record = _dates(entry, {"founding_date": "founded", "dissolution_date": "dissolved"}, at, intake)
    if word in _TYPES:
        record["type"] = _TYPES[word]
    elif word:
        intake.refuse(at, "classification", word, "no type of group stands for it")
    parent = as_text(entry.get("parent_id"))
    if parent:
        record["part_of"] = Link("group", scheme, parent)
    area = as_text(entry.get("area_id"))
    if area:
        record["areas"] = [Link("place", scheme, area)]
    return record


def _name(other: Object, at: str, intake: Intake) -> Object:
    note = clean(as_text(other.get("note")))
    return {
        "name": clean(as_text(other.get("name"))),
        **_dates(other, {"start_date": "from", "end_date": "until"}, at, intake),
        **({"note": note} if note else {}),
    }


def _fold(entry: Object, posts: dict[str, Object], scheme: str, at: str, intake: Intake) -> None:
    """Put a membership into the record of its organization."""
    post = posts.get(as_text(entry.get("post_id")), {})
    number = as_text(entry.get("organization_id")) or as_text(post.get("organization_id"))
    group = intake.incoming.get(("group", scheme, number))
    person, member = as_text(entry.get("person_id")), as_text(entry.get("organization_member_id"))
    if group is None or not (person or member):
        intake.skip(at, f'the organization "{number}" or the member is not in the file')
        return
    period = _dates(entry, {"start_date": "from", "end_date": "until"}, at, intake)
    party = as_text(entry.get("on_behalf_of_id"))
    if party:
        intake.refuse(at, "on_behalf_of_id", party, "no field of a position stands for it")
    if not person:
        own = intake.incoming.get(("group", scheme, member))
        if own is None:
            intake.skip(at, f'the member organization "{member}" is not in the file')
            return
        tie: Object = {"group": Link("group", scheme, number), "type": "member-of", **period}
        _append(own.data, "affiliations", tie)
    else:
        title = clean(as_text(entry.get("role")) or as_text(post.get("role")) or as_text(post.get("label")))
        role = _ROLES.get(title.lower(), "other" if title else "member")
        position: Object = {"person": Link("person", scheme, person), "role": role}
        if title and title.lower() != role:
            position["title"] = title
        _append(group.data, "people", {**position, **period})
    intake.fold()


def _append(data: Object, field: str, entry: Object) -> None:
    listed = data.setdefault(field, [])
    if isinstance(listed, list) and entry not in listed:
        listed.append(entry)


def _dates(entry: Object, fields: dict[str, str], at: str, intake: Intake) -> Object:
    found: Object = {}
    for name, field in fields.items():
        text = as_text(entry.get(name))
        if not text:
            continue
        try:
            found[field] = read_date(text, intake.options.date_format)
        except Unclear as reason:
            intake.refuse(at, name, text, str(reason))
    return found


def _filled(entry: Object) -> dict[str, object]:
    return {name: value for name, value in entry.items() if value not in (None, "", [], {})}
