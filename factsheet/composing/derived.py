"""Values that nobody types, for they follow from others: the end of a group, the state of a listing, and so on."""

from collections.abc import Sequence

from factsheet.composing.claims import derive_claim, find_one_sided
from factsheet.composing.days import first_day, last_day, pick_date
from factsheet.composing.designations import designation_status
from factsheet.composing.desk import Desk, first_text
from factsheet.composing.spots import find_where
from factsheet.composing.statements import Weaver, find_stance
from factsheet.model import Json, Object, Record

_ENDING = frozenset({"merger", "absorption"})
_JUDGEMENTS = frozenset({"according_to", "disputed_by", "rejected"})


def derive(weaver: Weaver) -> Object:
    """Return the derived values of a record; `origins` of what has been cited so far come last."""
    desk, record = weaver.desk, weaver.record
    derived: Object = {}
    if record.kind == "claim":
        derived = derive_claim(desk, record)
    elif (stance := find_stance(record.data)) != "stated":
        derived["stance"] = stance
    if record.kind == "group":
        derived |= _derive_group(weaver)
    elif record.kind == "event":
        one_sided = find_one_sided(desk, record.id)
        derived |= {"one_sided": one_sided} if one_sided else {}
    elif record.kind == "agreement":
        derived |= derive_agreement(record.data)
    where = find_where(weaver)
    derived |= {"where": where} if where else {}
    if states := _find_states(weaver, where):
        derived["states"] = states
    origins = find_origins(desk, weaver.gathering.sources)
    return derived | ({"origins": list(origins)} if origins else {})


def _find_states(weaver: Weaver, where: Object) -> Object:
    """Return the state that each code of the record's countries stands for, where the publication has one."""
    listed = [data.get("countries") for data in (weaver.record.data, where)]
    codes = dict.fromkeys(str(code) for codes in listed if isinstance(codes, list) for code in codes)
    return {code: weaver.mention(state) for code in codes if (state := weaver.desk.find_state(code))}


def find_origins(desk: Desk, sources: Sequence[str]) -> tuple[str, ...]:
    """Return the independent origins of sources: whose text each copies, else who published it; each once."""
    found: dict[str, None] = {}
    for source in sources:
        record = desk.find(source)
        data = record.data if record else {}
        publisher = data.get("publisher")
        own = first_text(publisher, desk.languages) if isinstance(publisher, dict) else ""
        origin = str(data.get("origin") or own)
        if origin:
            found[origin] = None
    return tuple(found)


def derive_agreement(data: Object) -> Object:
    """Return what held on `as_of`: the agreement's plain status, and the provisions due by then but never judged."""
    as_of = last_day(data.get("as_of"))
    derived: Object = {}
    statuses = [each for each in _maps(data.get("status")) if not _JUDGEMENTS & each.keys() and _holds(each, as_of)]
    if statuses:
        newest = max(first_day(each.get("from")) for each in statuses)
        now = [each for each in statuses if first_day(each.get("from")) == newest][-1]
        derived["status_now"] = now.get("value")
    provisions = data.get("provisions")
    unjudged: list[Json] = [
        index
        for index, each in enumerate(provisions if isinstance(provisions, list) else [])
        if _is_unjudged(each, as_of)
    ]
    return derived | ({"unjudged": unjudged} if unjudged else {})


def _derive_group(weaver: Weaver) -> Object:
    desk, record = weaver.desk, weaver.record
    derived: Object = {}
    ended = find_end(desk, record)
    if ended:
        derived["ended"] = ended
        into = ended.get("into")
        if isinstance(into, dict):
            weaver.gathering.mention(str(into["ref"]))
    as_of = last_day(record.data.get("as_of"))
    designations = _maps(record.data.get("designations"))
    if as_of and any("missing" not in each for each in designations):
        status: list[Json] = [designation_status(each, as_of, as_of=as_of) for each in designations]
        derived["designation_status"] = {"date": as_of, "status": status}
    return derived


def find_end(desk: Desk, record: Record) -> Object:
    """Return when a group ended: as its own record says, else by the merger that it went into; empty if it did not."""
    dissolved = record.data.get("dissolved")
    own = pick_date(dissolved)
    if own or any(each.get("missing") == "none" for each in _maps(dissolved)):
        return {"date": own} if own else {}
    ends: list[tuple[str, str, Json]] = []
    for reference in desk.backlinks(record.id, "later_groups"):
        lineage = desk.corpus.records[reference.source].data.get("lineage")
        index = reference.pointer[1]
        item = lineage[index] if isinstance(lineage, list) and isinstance(index, int) else None
        if isinstance(item, dict) and item.get("type") in _ENDING and "rejected" not in item:
            ends.append((first_day(item.get("date")), reference.source, item.get("date")))
    if not ends:
        return {}
    _, into, date = min(ends, key=lambda end: end[:2])
    end: Object = {"date": date} if date else {}
    return end | {"into": {"ref": into}}


def _holds(status: Object, day: str) -> bool:
    until = status.get("until")
    if isinstance(until, dict) and until.get("missing") == "unknown":
        return False
    end = first_day(until)
    return (not day or first_day(status.get("from")) <= day) and not (end and day and day >= end)


def _is_unjudged(provision: Json, as_of: str) -> bool:
    if not isinstance(provision, dict) or "fulfilment" in provision or "rejected" in provision:
        return False
    due = last_day(provision.get("due"))
    return bool(due and as_of and due < as_of)


def _maps(value: Json) -> list[Object]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
