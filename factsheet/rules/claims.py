"""Claims: what a number proves, whose side it comes from, and which earlier one it replaces."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from factsheet.composing.claims import find_one_sided
from factsheet.composing.derived import find_origins
from factsheet.diagnostics import Diagnostic
from factsheet.model import Record
from factsheet.resolution import locate
from factsheet.rules.agreements import find_parents
from factsheet.rules.content import Content
from factsheet.rules.findings import count, join, locate_key, report
from factsheet.rules.hulls import Hull, find_hull, is_before
from factsheet.rules.sources import list_sources
from factsheet.rules.values import get_target, list_maps, list_targets

_LINKS: Final = ("revises", "repeats", "retracts")
_ENOUGH: Final = 2
_FIRST_HAND: Final = frozenset({"primary", "official", "agency"})


class _Count(NamedTuple):
    """One figure of a claim, as far as it can be compared with others."""

    record: Record
    said: Hull
    covers: Hull


def check_weak_corroboration(content: Content) -> Iterator[Diagnostic]:
    """A claim called corroborated has two independent origins, and one called confirmed says who confirmed it.

    Independent is who isn't affiliated with the claimant: two agencies of one state don't corroborate its army. The
    sources of the claim, of its assessment and of claims by others that support it are counted by `origin`.

    Good:

        # claims/nine-killed.yaml
        assessment: {value: corroborated, cite: [gazette, wire-report]}

    Bad:

        # claims/nine-killed.yaml
        assessment: {value: corroborated, cite: [gazette, gazette-evening]}
    """
    for record in content.of_kind("claim"):
        assessment = record.data.get("assessment")
        value = assessment.get("value") if isinstance(assessment, dict) else ""
        at = locate(record, ("assessment", "value"))
        if value == "confirmed" and isinstance(assessment, dict) and "by" not in assessment:
            hint = "write {value: confirmed, by: ...}"
            yield report("weak-corroboration", at, "nobody is said to have confirmed this claim", hint=hint)
        elif value == "corroborated":
            origins = find_origins(content.desk, _list_independent(content, record))
            if len(origins) < _ENOUGH:
                found = join(origins) or "none"
                message = f"corroborated means two origins independent of the claimant; here there is {found}"
                yield report("weak-corroboration", at, message, hint="call it unverified, or cite a second one")


def check_one_sided_figures(content: Content) -> Iterator[Diagnostic]:
    """The figures on an event come from more than one side.

    Numbers that one side alone gives are its view, even where a third party counted too. The page says so by itself;
    look for what the other side said. If nothing was found, silence it with that reason.

    Good:

        # events/bridge.yaml
        participants: [{group: red-hill, side: a}, {group: northland, side: b}]
        # claims/nine-killed.yaml
        claimant: northland
        # claims/two-killed.yaml
        claimant: red-hill

    Bad:

        # events/bridge.yaml
        participants: [{group: red-hill, side: a}, {group: northland, side: b}]
        # claims/nine-killed.yaml
        claimant: northland
    """
    for record in content.of_kind("event"):
        if not record.is_published:
            continue
        units: dict[str, list[str]] = {}
        for unit, side in find_one_sided(content.desk, record.id).items():
            units.setdefault(str(side), []).append(unit)
        for side, names in units.items():
            message = f'of the sides of this event only "{side}" gives figures of {join(names)}'
            at = locate_key(record, ("participants",))
            yield report("one-sided-figures", at, message, hint="look for what the other side says")


def check_unlinked_revision(content: Content) -> Iterator[Diagnostic]:
    """A later count by the same claimant of the same thing says that it revises, or repeats, the earlier one.

    Else readers see two rival numbers where there is one that grew. What is compared: claimant, event, unit and who
    was counted, where the later claim's `covers` holds the earlier one's.

    Good:

        # claims/nine-killed.yaml
        said: 2012-03-05
        # claims/twelve-killed.yaml
        said: 2012-03-07
        revises: nine-killed

    Bad:

        # claims/nine-killed.yaml
        said: 2012-03-05
        # claims/twelve-killed.yaml
        said: 2012-03-07
    """
    series: dict[tuple[str, ...], list[_Count]] = {}
    for record in content.of_kind("claim"):
        for key, counted in _list_counts(record):
            series.setdefault(key, []).append(counted)
    chains = _find_chains(content)
    told: set[str] = set()
    for counts in series.values():
        ordered = sorted(counts, key=lambda each: each.said.earliest or "", reverse=True)
        mates = Counter(chains[each.record.id] for each in counts)
        for index, later in enumerate(ordered):
            earlier = (each for each in ordered[index + 1 :] if _is_sequel(later, each))
            last = next(earlier, None)
            chain = chains[later.record.id]
            if last is None or later.record.id in told or chains[last.record.id] == chain:
                continue
            if mates[chain] > 1 and any(chains[each.record.id] == chain for each in earlier):
                continue
            told.add(later.record.id)
            message = f'this counts again what "{last.record.id}" counted, and doesn\'t say that it revises it'
            hint = f"add revises: {last.record.id}, or repeats:"
            at = locate(later.record, ())
            yield report("unlinked-revision", at, message, hint=hint, related=[locate(last.record, ())])


def check_thin_evidence_on_person(content: Content) -> Iterator[Diagnostic]:
    """A disputed claim about a living person rests on two origins, and one of them is first-hand or an agency.

    First-hand are sources of class primary, official and agency. Whoever has no `died` counts as living.

    Good:

        # claims/anna-took-bribes.yaml
        about: anna-hill
        disputed_by: red-hill
        cite: [gazette, wire-report]

    Bad:

        # claims/anna-took-bribes.yaml
        about: anna-hill
        disputed_by: red-hill
        cite: gazette
    """
    for record in content.of_kind("claim"):
        people = [target for target in list_targets(record.data.get("about")) if _is_living(content, target)]
        is_disputed = "disputed_by" in record.data or _is_disputed(content, record)
        if not people or not is_disputed:
            continue
        sources = [content.corpus.records.get(target) for target in list_sources(content, record)]
        origins = find_origins(content.desk, list_sources(content, record))
        if len(origins) < _ENOUGH or not any(source and source.data.get("class") in _FIRST_HAND for source in sources):
            what = (
                f"{count(len(origins), 'origin')}: {join(origins)}" if len(origins) < _ENOUGH else "second-hand reports"
            )
            message = f'this disputed claim about "{people[0]}", a living person, rests on {what}'
            at = locate_key(record, ("about",))
            hint = "cite a second origin, one of them primary, official or an agency"
            yield report("thin-evidence-on-person", at, message, hint=hint)


def _list_independent(content: Content, record: Record) -> list[str]:
    """Return the sources of a claim, and of the claims that support it, that aren't affiliated with the claimant."""
    claimant = get_target(record.data.get("claimant"))
    own = find_parents(content, claimant)
    backing = [
        each.source for each in content.corpus.backlinks.get(record.id, ()) if each.inverse == "supporting_claims"
    ]
    records = [record, *(content.corpus.records[target] for target in backing)]
    sources = [source for each in records for source in list_sources(content, each)]
    return [source for source in sources if not _is_affiliated(content, source, claimant, own)]


def _is_affiliated(content: Content, source: str, claimant: str, own: frozenset[str]) -> bool:
    record = content.corpus.records.get(source)
    groups = list_targets(record.data.get("affiliated_with")) if record else []
    return any(group in own or claimant in find_parents(content, group) for group in groups)


def _list_counts(record: Record) -> Iterator[tuple[tuple[str, ...], _Count]]:
    said, covers = find_hull(record.data.get("said")), find_hull(record.data.get("covers"))
    claimant = get_target(record.data.get("claimant"))
    if not (said and covers and claimant):
        return
    for figure in list_maps(record.data.get("figures")):
        counted = figure.get("of")
        name = str(sorted(counted.items())) if isinstance(counted, dict) else ""
        for target in list_targets(record.data.get("about")):
            yield (claimant, target, str(figure.get("unit")), name), _Count(record, said, covers)


def _is_sequel(later: _Count, earlier: _Count) -> bool:
    """Tell whether a count was said after another and counts all of its time."""
    if later.record is earlier.record or not is_before(earlier.said.latest, later.said.earliest):
        return False
    starts, ends = (later.covers.earliest, earlier.covers.earliest), (earlier.covers.latest, later.covers.latest)
    return all(starts) and all(ends) and not is_before(starts[1], starts[0]) and not is_before(ends[1], ends[0])


def _find_chains(content: Content) -> dict[str, str]:
    """Return for each claim the name of its chain: all that revise, repeat or retract each other are in one."""
    chains: dict[str, str] = {record.id: record.id for record in content.of_kind("claim")}

    def find(claim: str) -> str:
        while chains[claim] != claim:
            chains[claim] = chains[chains[claim]]
            claim = chains[claim]
        return claim

    for record in content.of_kind("claim"):
        for target in (each for name in _LINKS for each in list_targets(record.data.get(name))):
            if target in chains:
                chains[find(record.id)] = find(target)
    return {claim: find(claim) for claim in chains}


def _is_living(content: Content, target: str) -> bool:
    record = content.corpus.records.get(target)
    return record is not None and record.kind == "person" and "died" not in record.data


def _is_disputed(content: Content, record: Record) -> bool:
    return any(each.inverse == "disputing_claims" for each in content.corpus.backlinks.get(record.id, ()))
