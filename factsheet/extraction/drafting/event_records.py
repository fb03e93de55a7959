"""Stage 10: proposed events, shortly named, each with its day, its places and who takes part."""

from collections.abc import Iterable

from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.drafting.event_names import Told
from factsheet.extraction.drafting.proposals import Desk, Proposal


def draft_events(desk: Desk, told: Iterable[Told]) -> list[Proposal]:
    """Return a proposal for each happening that has a day, in their order."""
    return [_draft(desk, each, each.event.date) for each in told if each.event.date is not None]


def _draft(desk: Desk, told: Told, date: DateMention) -> Proposal:
    article, event = desk.article, told.event
    places = [pair for pair in told.places if pair[1].known_kind != "group"]
    named = [desk.id_of(places[0][1])] if places else [desk.id_of(told.parts[0].entity)] if told.parts else []
    day = date.value.split("/")[0].strip(".~?%")
    what = event.sign.type or article.text[slice(*event.trigger)].split()[0]
    is_sure = bool(event.sign.type) and not event.date_rule
    proposal = Proposal(
        "event", desk.new_id(" ".join([*named, what, day])), {}, "medium" if is_sure else "low", "dated happening"
    )
    proposal.copy("/name", told.name, told.span, "clause, shortened", article)
    if event.sign.type:
        rule = "type-of-verb" if event.sign.is_verb else "type-of-noun"
        proposal.copy("/type", event.sign.type, event.trigger, rule, article)
    span = (date.start, date.end)
    proposal.copy("/when", date.value, span, event.date_rule or date.rule, article, date.anchor)
    for number, (at, place) in enumerate(places):
        proposal.copy(f"/places/{number}", desk.id_of(place), at, "place-of-clause", article)
    for number, part in enumerate(told.parts):
        proposal.copy(
            f"/participants/{number}/group", desk.actor_id(part.entity), part.span, "named-in-clause", article
        )
        if part.role:
            proposal.copy(f"/participants/{number}/role", part.role, part.span, f"{part.role}-by-place", article)
    proposal.give("/as_of", desk.published, "day-of-publication")
    who = [desk.actor_id(part.entity) or "" for part in told.parts]
    where = [desk.id_of(place) for _, place in places]
    proposal.candidates = desk.holdings.like("event", date.value, [*who, *where], event.sign.type)
    return proposal
