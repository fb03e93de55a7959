"""Stage 10: proposed agreements."""

import re
from typing import Final

from factsheet.extraction.agreeing.agreement_arguments import Agreement
from factsheet.extraction.agreeing.agreement_dating import ANNOUNCED, BEGUN
from factsheet.extraction.drafting.proposals import Desk, Proposal, tell_basis
from factsheet.extraction.reading.article import Span, tidy

_AGREEMENT_TYPES: Final = (
    ("memorandum", r"memorandum"),
    ("protocol", r"protocol"),
    ("ceasefire", r"cease-?fire|cessation of hostilities"),
    ("truce", r"truce|armistice"),
    ("framework", r"framework"),
    ("comprehensive", r"comprehensive"),
    ("joint-statement", r"declaration|communiqu"),
)
_DAYS: Final = {BEGUN: "/effective", ANNOUNCED: "/announced"}
_PARTS: Final = {"mediator": "mediators", "guarantor": "guarantors", "witness": "witnesses"}
_BETWEEN: Final = re.compile(r"\s+between\s")
_LONGEST: Final = 100


def draft_agreements(desk: Desk) -> list[Proposal]:
    """Return the agreements with what their sentences say; those of the publication are linked by name, or offered."""
    return [_agreement(desk, each) for each in desk.findings.agreements]


def _agreement(desk: Desk, agreement: Agreement) -> Proposal:
    head = agreement.head
    named = head.is_named
    span = head.span if named else _widen(desk.article.text, agreement)
    text = tidy(desk.article.text[slice(*span)])
    why = tell_basis("proper-name" if named else "head-noun", agreement.also)
    known = desk.holdings.named("agreement", text)
    label = f"{text} {agreement.date.value}" if agreement.date and " " not in text else text
    proposal = Proposal("agreement", known or desk.new_id(label), {}, "high" if named else "medium", why, bool(known))
    rule = agreement.rule or ("proper-name" if named else "noun-phrase")
    proposal.copy("/name", text, span, rule, desk.article)
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
    _date(desk, proposal, agreement)
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
    if not known:
        proposal.give("/as_of", desk.published, "day-of-publication")
        signed = proposal.record.get("signed")
        parties = [desk.party(each) or "" for each in (*agreement.parties, *agreement.mediators)]
        states = [desk.state_of(each.entity) for each in agreement.parties if each.entity is not None]
        parties += [desk.actor_id(each) or "" for each in states if each is not None]
        proposal.candidates = desk.holdings.like("agreement", signed, parties) if isinstance(signed, str) else ()
    return proposal


def _date(desk: Desk, proposal: Proposal, agreement: Agreement) -> None:
    """Add the day of signing, or of announcement where no more is said, and that of taking effect."""
    days = {_DAYS.get(agreement.rank, "/signed"): agreement.date}
    days.setdefault("/effective", agreement.effective)
    for field, date in days.items():
        if date is not None:
            proposal.copy(field, date.value, (date.start, date.end), date.rule, desk.article, date.anchor)


def _widen(text: str, agreement: Agreement) -> Span:
    """Return the place of a mention with the date before and the parties behind: `2020 deal between X and Y`."""
    start, end = agreement.head.span
    if agreement.date and agreement.date.end <= start and not text[agreement.date.end : start].strip():
        start = agreement.date.start
    last = max((party.span[1] for party in agreement.parties), default=end)
    is_beside = bool(_BETWEEN.match(text, end)) and end < last <= start + _LONGEST
    return (start, last) if is_beside and "\n" not in text[end:last] else (start, end)


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
    """Add the mediators, guarantors and witnesses: groups and states; persons as notes."""
    told: dict[str, int] = {}
    for party in agreement.mediators:
        part = party.part or "mediator"
        if not desk.party(party):
            proposal.note(part, party.span, party.rule or f"{part}-in-frame", desk.article)
            continue
        number = told.get(part, 0)
        told[part] = number + 1
        at = f"/{_PARTS[part]}/{number}"
        proposal.copy(at, desk.party(party), party.span, party.rule or f"{part}-in-frame", desk.article)
