"""Agreements: who can have signed what, which came first, and whose judgement it is that they were kept."""

from collections.abc import Iterator
from typing import Final

from factsheet.composing.derived import derive_agreement
from factsheet.diagnostics import Diagnostic, Pointer
from factsheet.model import Json, Object, Record
from factsheet.resolution import locate
from factsheet.rules.content import Content
from factsheet.rules.findings import report
from factsheet.rules.hulls import find_hull, is_before, show
from factsheet.rules.values import get_target, list_maps

_THIRD_PARTIES: Final = ("guarantors", "mediators", "witnesses")
_PRESENT: Final = ("parties", *_THIRD_PARTIES, "observers")
_EARLIER: Final = ("supplements", "amends", "implements", "supersedes", "renews", "refers_to")
_PLAIN_FACTS: Final = frozenset({"in-force", "lapsed", "superseded"})


def check_party_as_third_party(content: Content) -> Iterator[Diagnostic]:
    """A party to an agreement isn't its guarantor, mediator or witness too.

    Who is bound by a text can't vouch for it from outside. Where it is said to be both, silence it with the reason.

    Good:

        # agreements/hill-truce.yaml
        parties: [red-hill, old-league]
        guarantors: northland

    Bad:

        # agreements/hill-truce.yaml
        parties: [red-hill, northland]
        guarantors: northland
    """
    for record in content.of_kind("agreement"):
        parties = dict(_list_groups(record, "parties"))
        for field in _THIRD_PARTIES:
            for group, pointer in _list_groups(record, field):
                if group in parties:
                    message = f'"{group}" is a party to this agreement, and among its {field} too'
                    related = [locate(record, parties[group])]
                    yield report("party-as-third-party", locate(record, pointer), message, related=related)


def check_signed_for_stranger(content: Content) -> Iterator[Diagnostic]:
    """Whoever negotiates or signs does it for a party, guarantor, mediator, witness or observer of the agreement.

    A ministry may stand for its state, and a state for its ministry: `part_of` is followed.

    Good:

        # agreements/hill-truce.yaml
        parties: [red-hill, northland]
        signatories: {person: anna-hill, for: northland-army}

    Bad:

        # agreements/hill-truce.yaml
        parties: [red-hill, northland]
        signatories: {person: anna-hill, for: old-league}
    """
    for record in content.of_kind("agreement"):
        known = {group for field in _PRESENT for group, _ in _list_groups(record, field)}
        if not known:
            continue
        related = {other for group in known for other in find_parents(content, group)}
        for field in ("negotiators", "signatories"):
            for index, item in enumerate(list_maps(record.data.get(field))):
                for place, group in _list_for(item.get("for")):
                    if group not in related and known.isdisjoint(find_parents(content, group)):
                        message = f'"{group}" is neither a party nor a third party of this agreement'
                        at = locate(record, (field, index, "for", *place))
                        hint = "add it to the parties, guarantors, mediators, witnesses or observers"
                        yield report("signed-for-stranger", at, message, hint=hint)


def check_earlier_names_later(content: Content) -> Iterator[Diagnostic]:
    """An agreement supplements, amends, implements, supersedes, renews or names only one that was signed before.

    The later text names the earlier one; the way back is made by itself.

    Good:

        # agreements/hill-truce.yaml
        signed: 2014-05-01
        amends: valley-pact
        # agreements/valley-pact.yaml
        signed: 2012

    Bad:

        # agreements/hill-truce.yaml
        signed: 2010-05-01
        amends: valley-pact
        # agreements/valley-pact.yaml
        signed: 2012
    """
    for record in content.of_kind("agreement"):
        signed = find_hull(record.data.get("signed"))
        for reference in content.corpus.references.get(record.id, ()):
            other = content.corpus.records.get(reference.target)
            if reference.pointer[0] not in _EARLIER or other is None or signed is None:
                continue
            theirs = find_hull(other.data.get("signed"))
            if theirs and is_before(signed.latest, theirs.earliest):
                day = show(other.data["signed"])
                message = f'"{other.id}" was signed later, {day}, than this agreement, {show(record.data["signed"])}'
                hint = f'let "{other.id}" name this one'
                at, related = locate(record, reference.pointer), [locate(other, ("signed",))]
                yield report("earlier-names-later", at, message, hint=hint, related=related)


def check_judgement_without_owner(content: Content) -> Iterator[Diagnostic]:
    """A judgement has an owner: `according_to` says who holds that a text was broken, kept, or how strong a group is.

    That an agreement is in force, has lapsed or was superseded is a plain fact. That it was violated, observed or has
    collapsed is what somebody says, and so is every number of fighters.

    Good:

        # groups/red-hill.yaml
        strength: {value: about 300, according_to: watch}

    Bad:

        # groups/red-hill.yaml
        strength: about 300
    """
    for record in content.records:
        if "according_to" not in record.data:
            for pointer, what in _list_judgements(record):
                message = f"{what} is a judgement, and nobody is said to have made it"
                hint = "add according_to: and the id of who says so"
                yield report("judgement-without-owner", locate(record, pointer), message, hint=hint)


def check_unjudged_provision(content: Content) -> Iterator[Diagnostic]:
    """A provision whose day has passed says whether it was fulfilled, and who says so.

    `fulfilment: unknown` is an answer: it says that somebody looked.

    Good:

        # agreements/hill-truce.yaml
        provisions: {text: Both sides leave the bridge., due: 2013-01-01, fulfilment: unknown}

    Bad:

        # agreements/hill-truce.yaml
        provisions: {text: Both sides leave the bridge., due: 2013-01-01}
    """
    for record in content.of_kind("agreement"):
        unjudged = derive_agreement(record.data).get("unjudged")
        for index in unjudged if isinstance(unjudged, list) else ():
            if isinstance(index, int):
                pointer = ("provisions", index, "due")
                message = f"this was due before {show(record.data.get('as_of'))}, and nothing says whether it was done"
                hint = "add fulfilment: met, partly or missed, with according_to; or fulfilment: unknown"
                yield report("unjudged-provision", locate(record, pointer), message, hint=hint)


def find_parents(content: Content, group: str) -> frozenset[str]:
    """Return a group and all that it is part of."""
    found: set[str] = set()
    waiting = [group]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            record = content.corpus.records.get(current)
            parents = list_maps(record.data.get("part_of")) if record else []
            waiting += [get_target(parent.get("group")) for parent in parents if "rejected" not in parent]
    return frozenset(found - {""})


def _list_groups(record: Record, field: str) -> Iterator[tuple[str, Pointer]]:
    for index, item in enumerate(list_maps(record.data.get(field))):
        if "rejected" not in item and "missing" not in item:
            yield get_target(item.get("group")), (field, index, "group")


def _list_for(value: Json) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield (index,), get_target(each)
    elif isinstance(value, dict) and "ref" in value:
        yield (), get_target(value)


def _list_judgements(record: Record) -> Iterator[tuple[Pointer, str]]:
    if record.kind == "group":
        for index, item in enumerate(list_maps(record.data.get("strength"))):
            if _is_bare(item):
                yield ("strength", index), "a number of fighters"
    elif record.kind == "agreement":
        for index, item in enumerate(list_maps(record.data.get("status"))):
            if _is_bare(item) and item.get("value") not in _PLAIN_FACTS:
                yield ("status", index), f'"{item.get("value")}"'
        for index, item in enumerate(list_maps(record.data.get("provisions"))):
            for number, judged in enumerate(list_maps(item.get("fulfilment"))):
                if _is_bare(judged):
                    yield ("provisions", index, "fulfilment", number), f'"{judged.get("value")}"'


def _is_bare(item: Object) -> bool:
    return not {"according_to", "missing", "rejected"} & item.keys()
