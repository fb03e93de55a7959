"""Stage 10: proposed agreements and events."""

import re
from collections.abc import Iterable
from typing import Final

from factsheet.extraction.agreement_arguments import Agreement
from factsheet.extraction.article import Span
from factsheet.extraction.entities import Entity
from factsheet.extraction.events import Event
from factsheet.extraction.proposals import Desk, Proposal, tell_basis

_AGREEMENT_TYPES: Final = (
    ("memorandum", r"memorandum"),
    ("protocol", r"protocol"),
    ("ceasefire", r"cease-?fire|cessation of hostilities"),
    ("truce", r"truce|armistice"),
    ("framework", r"framework"),
    ("comprehensive", r"comprehensive"),
    ("joint-statement", r"declaration|communiqu"),
)


def draft_agreements(desk: Desk) -> list[Proposal]:
    """Return the agreements with what their sentences say; known ones of the same day are offered as candidates."""
    proposals = []
    for each in desk.findings.agreements:
        proposal = _agreement(desk, each)
        if desk.gazetteer is not None and each.date is not None:
            proposal.candidates = desk.gazetteer.agreements_of(each.date.value)
        proposals.append(proposal)
    return proposals


def _agreement(desk: Desk, agreement: Agreement) -> Proposal:
    head = agreement.head
    text = " ".join(desk.article.text[slice(*head.span)].split())
    named = head.is_named
    why = tell_basis("proper-name" if named else "head-noun", agreement.also)
    proposal = Proposal("agreement", desk.new_id(text), {}, "high" if named else "medium", why)
    rule = agreement.rule or ("proper-name" if named else "noun-phrase")
    proposal.copy("/name", text, head.span, rule, desk.article)
    words = " ".join(each.words for each in agreement.instrument.mentions).casefold()
    code = next(
        (
            word
            for word, pattern in _AGREEMENT_TYPES
            if re.search(pattern, text.casefold()) or (not named and re.search(pattern, words))
        ),
        "",
    )
    if code:
        proposal.copy("/type", code, head.span, "type-of-head-noun", desk.article)
    if agreement.date:
        date = agreement.date
        proposal.copy("/signed", date.value, (date.start, date.end), date.rule, desk.article, date.anchor)
    _bind(desk, proposal, agreement)
    _mediate(desk, proposal, agreement)
    if agreement.place and agreement.place.entity:
        proposal.copy(
            "/place",
            desk.id_of(agreement.place.entity),
            agreement.place.span,
            agreement.place.rule or "place-in-frame",
            desk.article,
        )
    proposal.give("/as_of", desk.published, "day-of-publication")
    return proposal


def draft_events(desk: Desk, events: Iterable[Event]) -> list[Proposal]:
    """Return the events: named by their own words, until an editor names them."""
    proposals = []
    for event in events:
        text = " ".join(desk.article.text[slice(*event.span)].split())
        proposal = Proposal(
            "event", desk.new_id(f"{event.type} {event.date.value.split('/')[0].strip('.')}"), {}, "low", "trigger-word"
        )
        proposal.copy("/name", text, event.span, "sentence", desk.article)
        proposal.copy("/type", event.type, event.trigger, "trigger-word", desk.article)
        proposal.copy(
            "/when",
            event.date.value,
            (event.date.start, event.date.end),
            event.date.rule,
            desk.article,
            event.date.anchor,
        )
        places = [pair for pair in _each_once(event.places) if pair[1].known_kind != "group"]
        for number, (span, place) in enumerate(places):
            proposal.copy(f"/places/{number}", desk.id_of(place), span, "named-in-sentence", desk.article)
        for number, (span, group) in enumerate(_each_once(event.groups)):
            proposal.copy(f"/participants/{number}", desk.id_of(group), span, "named-in-sentence", desk.article)
        proposal.give("/as_of", desk.published, "day-of-publication")
        proposals.append(proposal)
    return proposals


def _each_once(named: Iterable[tuple[Span, Entity]]) -> list[tuple[Span, Entity]]:
    kept: dict[int, tuple[Span, Entity]] = {}
    for span, entity in named:
        kept.setdefault(id(entity), (span, entity))
    return list(kept.values())


def _bind(desk: Desk, proposal: Proposal, agreement: Agreement) -> None:
    """Add the parties: groups and states, the states of presidents, the persons as negotiators, roles as notes."""
    groups = [party for party in agreement.parties if desk.party(party)]
    for number, party in enumerate(groups):
        proposal.copy(f"/parties/{number}", desk.party(party), party.span, party.rule or "party-in-frame", desk.article)
    bound = [party for party in agreement.parties if party.entity is not None and party.entity.sort == "person"]
    for party in bound:
        state = desk.state_of(party.entity) if party.entity is not None else None
        if state is not None and party.entity is not None and party.entity.role_span:
            number = len(groups)
            groups.append(party)
            proposal.copy(
                f"/parties/{number}",
                desk.actor_id(state),
                party.entity.role_span,
                party.rule or "state-of-title",
                desk.article,
            )
    people = [party for party in agreement.parties if party.entity is not None and party.entity.sort == "person"]
    for number, party in enumerate(people):
        proposal.copy(
            f"/negotiators/{number}/person",
            desk.id_of(party.entity) if party.entity else "",
            party.span,
            party.rule or "party-in-frame",
            desk.article,
        )
    for party in agreement.parties:
        if party.entity is None:
            proposal.note("party", party.span, party.rule or "party-by-role", desk.article)


def _mediate(desk: Desk, proposal: Proposal, agreement: Agreement) -> None:
    """Add the mediators: groups and states; persons as notes."""
    mediators = [party for party in agreement.mediators if desk.party(party)]
    for number, party in enumerate(mediators):
        proposal.copy(
            f"/mediators/{number}", desk.party(party), party.span, party.rule or "mediator-in-frame", desk.article
        )
    for party in agreement.mediators:
        if not desk.party(party):
            proposal.note("mediator", party.span, party.rule or "mediator-in-frame", desk.article)
