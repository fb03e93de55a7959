"""Groups: none acts before it was founded or after it ended, and none comes from one that wasn't there yet."""

from collections.abc import Iterator
from typing import Final

from factsheet.composing.derived import find_end
from factsheet.diagnostics import Diagnostic, Pointer
from factsheet.model import Json, Object, Record
from factsheet.resolution import locate
from factsheet.rules.content import Content
from factsheet.rules.findings import report
from factsheet.rules.hulls import Hull, find_hull, is_before, show
from factsheet.schemas.shape import follow

_ACTS: Final = {
    "events": "when",
    "party_to": "signed",
    "guarantor_of": "signed",
    "mediator_of": "signed",
    "witness_of": "signed",
    "observer_of": "signed",
    "claims_made": "said",
}
_OWN: Final = ("people", "affiliations", "areas")


def check_merged_before_founded(content: Content) -> Iterator[Diagnostic]:
    """A group comes only from groups that were there: none was founded after the merger or split.

    Good:

        # groups/red-hill.yaml
        founded: 2011
        # groups/red-front.yaml
        lineage: {type: merger, groups: [red-hill, old-league], date: 2012-01-10}

    Bad:

        # groups/red-hill.yaml
        founded: 2013
        # groups/red-front.yaml
        lineage: {type: merger, groups: [red-hill, old-league], date: 2012-01-10}
    """
    for record in content.of_kind("group"):
        lineage = record.data.get("lineage")
        for index, item in enumerate(lineage if isinstance(lineage, list) else ()):
            if isinstance(item, dict) and "rejected" not in item:
                yield from _check_parts(content, record, index, item)


def check_active_outside_lifetime(content: Content) -> Iterator[Diagnostic]:
    """A group takes part in nothing before it was founded, nor after it ended.

    Either a date is wrong, or another group is meant, often the one before or after it. What counts is the hull of
    all rival dates, and the merger a group went into if it has no end of its own. Being listed, or the target of
    what others do, is no act: both happen after the end.

    Good:

        # groups/red-hill.yaml
        founded: [2011, 2012-03]
        # events/bridge.yaml
        when: 2011-12-24
        participants: red-hill

    Bad:

        # groups/red-hill.yaml
        founded: [2011, 2012-03]
        # events/bridge.yaml
        when: 2010-12-24
        participants: red-hill
    """
    for group in content.of_kind("group"):
        life = find_life(content, group)
        if life == Hull():
            continue
        for record, pointer, when in _list_acts(content, group):
            hull = find_hull(when)
            if hull is None:
                continue
            early, late = is_before(hull.latest, life.earliest), is_before(life.latest, hull.earliest)
            if early or late:
                side, day = ("before it was founded", life.earliest) if early else ("after it ended", life.latest)
                message = f'"{group.id}" acts on {show(when)} {side}, {day}'
                field = "founded" if early else "dissolved"
                related = [locate(group, (field,))] if field in group.data else [locate(group, ())]
                yield report("active-outside-lifetime", locate(record, pointer), message, related=related)


def find_life(content: Content, group: Record) -> Hull:
    """Return the longest time that a group can have lived; no limit where nothing is known."""
    founded, dissolved = find_hull(group.data.get("founded")), find_hull(group.data.get("dissolved"))
    latest = dissolved.latest if dissolved else None
    if "dissolved" not in group.data:
        end = find_hull(find_end(content.desk, group).get("date"))
        latest = end.latest if end and not _came_back(group, end) else None
    return Hull(founded.earliest if founded else None, latest)


def _came_back(group: Record, end: Hull) -> bool:
    """Tell whether a group may have left again what it merged into."""
    lineage = group.data.get("lineage")
    items = [item for item in lineage if isinstance(item, dict)] if isinstance(lineage, list) else []
    dates = [find_hull(item.get("date")) for item in items if "rejected" not in item]
    return any(date is None or not is_before(date.latest, end.latest) for date in dates)


def _check_parts(content: Content, record: Record, index: int, item: Object) -> Iterator[Diagnostic]:
    groups, when = item.get("groups"), item.get("date") or record.data.get("founded")
    hull = find_hull(when)
    for number, each in enumerate(groups if isinstance(groups, list) else ()):
        part = content.corpus.records.get(str(each.get("ref"))) if isinstance(each, dict) else None
        founded = find_hull(part.data.get("founded")) if part else None
        if part and founded and hull and is_before(hull.latest, founded.earliest):
            first = show(part.data["founded"])
            message = f'"{part.id}" was founded in {first}, after this {item.get("type")} of {show(when)}'
            at = locate(record, ("lineage", index, "groups", number))
            yield report("merged-before-founded", at, message, related=[locate(part, ("founded",))])


def _list_acts(content: Content, group: Record) -> Iterator[tuple[Record, Pointer, Json]]:
    for reference in content.corpus.backlinks.get(group.id, ()):
        record = content.corpus.records[reference.source]
        if reference.inverse in _ACTS and _is_act(record, reference.pointer):
            yield record, reference.pointer, record.data.get(_ACTS[reference.inverse])
    for field in _OWN:
        items = group.data.get(field)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and "from" in item and "rejected" not in item:
                yield group, (field, index, "from"), item["from"]


def _is_act(record: Record, pointer: Pointer) -> bool:
    found = follow(record.data, pointer[:2])
    item = found if isinstance(found, dict) else {}
    return "rejected" not in record.data and "rejected" not in item and item.get("role") != "target"
