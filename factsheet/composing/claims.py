"""What follows from a claim: its side, topic and fate; and from the claims on an event: which figures are one-sided."""

from collections.abc import Iterator
from typing import Final

from factsheet.composing.desk import Desk
from factsheet.composing.statements import find_stance
from factsheet.model import Json, Object, Record

_TOPICS: Final = {
    "killed": "casualties",
    "wounded": "casualties",
    "casualties": "casualties",
    "captured": "casualties",
    "missing": "casualties",
    "displaced": "displacement",
    "evacuated": "displacement",
    "settlements": "territory",
    "km2": "territory",
    "aircraft": "equipment",
    "vehicles": "equipment",
}
_UNLIKE: Final = frozenset({"other"})
"""Units whose figures needn't be of the same thing."""


def derive_claim(desk: Desk, record: Record) -> Object:
    """Return the derived values of a claim, all but its origins."""
    derived: Object = {"stance": find_claim_stance(desk, record)}
    topic = find_topics(record.data)
    if topic:
        derived["topic"] = list(topic)
    assessment = record.data.get("assessment")
    derived["assessment"] = assessment.get("value", "unverified") if isinstance(assessment, dict) else "unverified"
    derived["side"] = find_claim_side(desk, record) or None
    for name, inverse in (("revised", "revised_by"), ("retracted", "retracted_by")):
        if desk.backlinks(record.id, inverse):
            derived[name] = True
    return derived


def find_claim_stance(desk: Desk, record: Record) -> str:
    """Return a claim's stance: it always has an owner, and another claim may dispute it."""
    stance = find_stance(record.data)
    if stance in ("rejected", "disputed"):
        return stance
    return "disputed" if desk.backlinks(record.id, "disputing_claims") else "attributed"


def find_topics(data: Object) -> tuple[str, ...]:
    """Return what a claim is about: by the units of its figures, else as typed."""
    units = [str(figure["unit"]) for figure in _figures(data)]
    if units:
        return tuple(dict.fromkeys(_TOPICS.get(unit, "other") for unit in units))
    return (str(data["topic"]),) if "topic" in data else ()


def find_claim_side(desk: Desk, record: Record) -> str:
    """Return the claimant's side in the first event of which it takes one, or ''."""
    claimant = _target(record.data.get("claimant"))
    about = record.data.get("about")
    sides = (find_side(desk, _target(each), claimant) for each in (about if isinstance(about, list) else []))
    return next((side for side in sides if side), "") if claimant else ""


def find_side(desk: Desk, event: str, claimant: str) -> str:
    """Return the side of the participant that the claimant is, else is part of, else shares a state with; or ''."""
    key = (event, claimant)
    if key not in desk.sides:
        desk.sides[key] = _find_side(desk, event, claimant)
    return desk.sides[key]


def find_one_sided(desk: Desk, event: str) -> Object:
    """Return each unit whose figures on an event come from one side alone (third parties aside), with that side."""
    sides: dict[str, set[str]] = {}
    for reference in desk.backlinks(event, "claims"):
        claim = desk.corpus.records[reference.source]
        if "rejected" in claim.data or desk.backlinks(claim.id, "retracted_by"):
            continue
        side = find_side(desk, event, _target(claim.data.get("claimant")))
        for unit in {str(figure["unit"]) for figure in _figures(claim.data)} - _UNLIKE:
            sides.setdefault(unit, set()).update({side} - {""})
    return {unit: next(iter(found)) for unit, found in sorted(sides.items()) if len(found) == 1}


def _find_side(desk: Desk, event: str, claimant: str) -> str:
    record = desk.find(event)
    participants = dict(_sides_of(record.data)) if record else {}
    if not participants or not claimant:
        return ""
    own = _with_parents(desk, claimant)
    if claimant in participants:
        return participants[claimant]
    parents = {side for group, side in participants.items() if group in own}
    if parents:
        return parents.pop() if len(parents) == 1 else ""
    states = _states(desk, own)
    shared = {side for group, side in participants.items() if states & _states(desk, _with_parents(desk, group))}
    return shared.pop() if len(shared) == 1 else ""


def _sides_of(data: Object) -> Iterator[tuple[str, str]]:
    participants = data.get("participants")
    for each in participants if isinstance(participants, list) else []:
        if isinstance(each, dict) and "side" in each and "rejected" not in each:
            yield _target(each.get("group")), str(each["side"])


def _with_parents(desk: Desk, group: str) -> set[str]:
    """Return a group and all that it is part of."""
    found: set[str] = set()
    waiting = [group]
    while waiting:
        current = waiting.pop()
        record = desk.find(current)
        if current in found or record is None:
            continue
        found.add(current)
        parents = record.data.get("part_of")
        waiting += [
            _target(parent.get("group"))
            for parent in (parents if isinstance(parents, list) else [])
            if isinstance(parent, dict) and "rejected" not in parent
        ]
    return found


def _states(desk: Desk, groups: set[str]) -> set[str]:
    return {group for group in groups if (record := desk.find(group)) and record.data.get("type") == "state"}


def _figures(data: Object) -> list[Object]:
    figures = data.get("figures")
    return [each for each in figures if isinstance(each, dict)] if isinstance(figures, list) else []


def _target(value: Json) -> str:
    return str(value.get("ref", "")) if isinstance(value, dict) else ""
