"""Loops of references: nothing is part of itself, and nothing comes before what it came from."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

from factsheet.diagnostics import Diagnostic, Pointer
from factsheet.model import Json, Reference
from factsheet.resolution import locate
from factsheet.rules.content import Content
from factsheet.rules.findings import report
from factsheet.rules.hulls import Hull, find_hull, is_apart
from factsheet.schemas.shape import follow

_RELATIONS: Final = (
    ("part_of",),
    ("within",),
    ("follows",),
    ("supplements", "amends", "implements", "supersedes", "renews"),
    ("revises", "retracts", "repeats"),
    ("lineage",),
)
_DATED: Final = frozenset({"lineage", "part_of"})


class _Step(NamedTuple):
    """One reference on the way: from where, at what place, to where, and when."""

    source: str
    pointer: Pointer
    target: str
    when: Hull | None


def check_reference_cycle(content: Content) -> Iterator[Diagnostic]:
    """Following one relation never leads back to where it began.

    A place isn't within a part of itself, an agreement doesn't amend what amends it, a claim doesn't revise its own
    revision. In `lineage` and the `part_of` of groups dates decide: a group may merge into an alliance and split from
    it later, so a loop is one only if a step has no date or all may be of the same time.

    Good:

        # groups/red-front.yaml
        lineage: {type: merger, groups: red-hill, date: 2012-01-10}
        # groups/red-hill.yaml
        lineage: {type: split, groups: red-front, date: 2014-08-01}

    Bad:

        # groups/red-front.yaml
        part_of: old-league
        # groups/old-league.yaml
        part_of: red-front
    """
    for relation in _RELATIONS:
        edges = _list_edges(content, relation)
        for cycle in _find_cycles(edges, is_dated=relation[0] in _DATED):
            yield _report(content, cycle)


def _list_edges(content: Content, relation: tuple[str, ...]) -> Mapping[str, list[_Step]]:
    edges: dict[str, list[_Step]] = {}
    for source in sorted(content.corpus.references):
        for reference in content.corpus.references[source]:
            if reference.pointer[0] in relation and reference.target in content.corpus.records:
                step = _read_step(content, reference)
                if step:
                    edges.setdefault(source, []).append(step)
    return edges


def _read_step(content: Content, reference: Reference) -> _Step | None:
    """Return the step that a reference is; none for what is rejected, or merely cited beside it."""
    data, pointer = content.corpus.records[reference.source].data, reference.pointer
    item = follow(data, pointer[:2]) if len(pointer) > 1 and isinstance(pointer[1], int) else None
    if isinstance(item, dict) and "ref" not in item:
        is_meant = "rejected" not in item and pointer[2:3] in {("group",), ("groups",)}
        return _Step(reference.source, pointer, reference.target, _when(item)) if is_meant else None
    return _Step(reference.source, pointer, reference.target, None)


def _when(item: dict[str, Json]) -> Hull | None:
    if "from" in item or "until" in item:
        start, end = find_hull(item.get("from")), find_hull(item.get("until"))
        return Hull(start.earliest if start else None, end.latest if end else None)
    return find_hull(item.get("date"))


def _find_cycles(edges: Mapping[str, list[_Step]], *, is_dated: bool) -> Iterator[list[_Step]]:
    """Yield a loop for each set of records that one leads through, the shortest ones first.

    Where dates decide, loops that can have been gone through in turn are passed over.
    """
    seen: set[frozenset[str]] = set()
    for loop in chain(_list_short(edges), _walk_deep(edges)):
        names = frozenset(each.source for each in loop)
        if names not in seen and not (is_dated and _is_in_turn(loop)):
            seen.add(names)
            yield loop


def _list_short(edges: Mapping[str, list[_Step]]) -> Iterator[list[_Step]]:
    for source, steps in edges.items():
        for step in steps:
            if step.target == source:
                yield [step]
            yield from ([step, back] for back in edges.get(step.target, ()) if back.target == source != step.target)


def _walk_deep(edges: Mapping[str, list[_Step]]) -> Iterator[list[_Step]]:
    done: set[str] = set()
    for start in edges:
        path: list[_Step] = []
        waiting = [iter(edges[start])] if start not in done else []
        names = {start: 0}
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                waiting.pop()
                done.add(names.popitem()[0])
                path[len(waiting) - 1 :] = []
            elif step.target in names:
                yield [*path[names[step.target] :], step]
            elif step.target not in done and step.target in edges:
                path.append(step)
                names[step.target] = len(names)
                waiting.append(iter(edges[step.target]))


def _is_in_turn(cycle: list[_Step]) -> bool:
    """Tell whether the steps of a loop can have been taken one after the other."""
    times = [step.when for step in cycle]
    return all(times) and any(is_apart(one, other) for one in times for other in times)


def _report(content: Content, cycle: list[_Step]) -> Diagnostic:
    records = content.corpus.records
    first, *others = cycle
    at = locate(records[first.source], first.pointer)
    related = [locate(records[step.source], step.pointer) for step in others]
    way = " -> ".join([first.source, *(step.target for step in cycle)])
    message = f'"{first.pointer[0]}" leads in a circle: {way}'
    if not others:
        message = f'"{first.source}" names itself in "{first.pointer[0]}"'
    return report("reference-cycle", at, message, related=related)
