"""Relations, agreements and numbers that a language model points at: their parts are looked up, their values read."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from factsheet.extraction.agreeing.agreement_arguments import Agreement
from factsheet.extraction.agreeing.agreement_mentions import Instrument, Seen
from factsheet.extraction.agreeing.party_roles import Party
from factsheet.extraction.assisting.alignment import Aligned
from factsheet.extraction.assisting.merging_table import Table
from factsheet.extraction.assisting.named_by_model import mark
from factsheet.extraction.counting.quantities import Quantity, read_named
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.findings import Claim
from factsheet.extraction.naming.entities import Entity, Name, fold
from factsheet.extraction.naming.relations import Relation
from factsheet.extraction.reading.article import Span, tidy
from factsheet.extraction.speaking.attribution import Attributions, Credit
from factsheet.extraction.speaking.speakers import Phrase

DateReader = Callable[[Span, str], DateMention | None]
_LONGEST_NAME: Final = 160


def merge_relation(table: Table, each: Aligned) -> None:
    """Add a relation between two groups that are named: by the rules, or by the provider itself."""
    at, type_ = f"/{each.candidate.number}", each.candidate.type
    if len(each.spans) > 1:
        table.refuse("model-ambiguous", f"{at}/quote", "these words stand more than once", each.spans[0])
        return
    ends = {}
    for end in ("source", "target"):
        (span, *_) = each.slots.get(end) or (None,)
        entity = table.who(span, "group") if span else None
        if span and entity is None and not (end == "source" and type_ == "former_name"):
            table.refuse("model-part", f"{at}/slots/{end}", "no group that is named", span)
            return
        if span is None:
            table.refuse("model-part", f"{at}/slots/{end}", f"a relation needs its {end}", each.spans[0])
            return
        ends[end] = (span, entity)
    (span, source), (_, target) = ends["source"], ends["target"]
    if target is None or (source is target and type_ != "former_name"):
        table.refuse("model-part", at, "both ends are one group", each.spans[0])
    elif type_ == "former_name":
        _merge_former(table, each, span, target)
    elif source is not None:
        _add_relation(table, at, Relation(type_, source.name, target.name, each.spans[0], mark(table.provider)))


def _add_relation(table: Table, at: str, relation: Relation) -> None:
    ends = {fold(relation.source), fold(relation.target)}
    for number, other in enumerate(table.relations):
        if other.type != relation.type or {fold(other.source), fold(other.target)} != ends:
            continue
        if fold(other.source) != fold(relation.source):
            table.refuse("model-disagrees", at, f"read the other way: of {other.target}", relation.span)
        elif not other.rule.startswith(relation.rule) and not other.rule.endswith(relation.rule):
            table.relations[number] = replace(other, rule=f"{other.rule}, {relation.rule}")
        return
    table.relations.append(relation)


def _merge_former(table: Table, each: Aligned, span: Span, group: Entity) -> None:
    """Give a group a former name, where that is not a name already."""
    text = tidy(table.text[slice(*span)])
    mine = group.find(text)
    relation = Relation("former_name", text, group.name, each.spans[0], mark(table.provider))
    at = f"/{each.candidate.number}"
    if mine is not None and (mine.kind == "former" or mine.rule == mark(table.provider)) and mine is not group.names[0]:
        mine.kind = "former"
        _add_relation(table, at, relation)
    elif mine is None and table.at(span) is None and table.is_free(span) and len(text) <= _LONGEST_NAME:
        group.names.append(Name(text, mark(table.provider), [span], "former"))
        table.take(span, group)
        _add_relation(table, at, relation)
    else:
        note = f"a former name of “{group.name}”; already read as another name"
        table.refuse("model-disagrees", f"{at}/slots/source", note, span)


def merge_agreement(table: Table, each: Aligned, read_date: DateReader) -> None:
    """Add an agreement, or to one that is read what its sentences did not say; its day is read by the rules."""
    at, rule = f"/{each.candidate.number}", mark(table.provider)
    text = tidy(table.text[slice(*each.spans[0])])
    agreement = _agreement_at(table, each.spans)
    if agreement is None:
        if len(text) > _LONGEST_NAME:
            table.refuse("model-answer", f"{at}/quote", f"longer than a name may be: {_LONGEST_NAME}", each.spans[0])
            return
        is_named = sum(word[0].isupper() for word in text.split()) > 1
        seen = [Seen(span, span, "", table.article.sentence_at(span[0]), is_named, text) for span in each.spans]
        agreement = Agreement(Instrument(seen), rule=rule)
        table.agreements.append(agreement)
    elif not agreement.rule:
        agreement.also = table.provider
    _fill_date(table, agreement, each, read_date)
    for span in each.slots.get("place", ()):
        entity = table.who(span, "place")
        if entity is None:
            table.refuse("model-part", f"{at}/slots/place", "no place that is named", span)
        elif agreement.place is None:
            agreement.place = Party(entity.name, span, entity, rule)
        elif agreement.place.entity is not entity:
            note = f"the place is already read: {agreement.place.text}"
            table.refuse("model-disagrees", f"{at}/slots/place", note, span)
    _fill_parties(table, agreement, each)


def _agreement_at(table: Table, spans: Sequence[Span]) -> Agreement | None:
    for agreement in table.agreements:
        for seen in agreement.instrument.mentions:
            if any(seen.span[0] < span[1] and span[0] < seen.span[1] for span in spans):
                return agreement
    return None


def _fill_date(table: Table, agreement: Agreement, each: Aligned, read_date: DateReader) -> None:
    for span in each.slots.get("date", ()):
        at = f"/{each.candidate.number}/slots/date"
        found = read_date(span, at)
        if found is None:
            continue
        if found.kind != "date":
            table.refuse("model-unread", at, "a length of time, no day", span)
        elif agreement.date is None:
            rule = found.rule if found.rule.startswith(mark(table.provider)) else mark(table.provider, found.rule)
            agreement.date = replace(found, rule=rule)
        elif agreement.date.value != found.value:
            table.refuse("model-disagrees", at, f"the day is already read: {agreement.date.value}", span)


def _fill_parties(table: Table, agreement: Agreement, each: Aligned) -> None:
    """Add parties and mediators that are not yet among them; nobody is both."""
    for slot, mine, others in (
        ("parties", agreement.parties, agreement.mediators),
        ("mediators", agreement.mediators, agreement.parties),
    ):
        for span in each.slots.get(slot, ()):
            entity = table.who(span, "group", "person", "place")
            text = entity.name if entity else tidy(table.text[slice(*span)])
            party = Party(text, span, entity, mark(table.provider))
            if any(_is_same(party, other) for other in others):
                at = f"/{each.candidate.number}/slots/{slot}"
                table.refuse("model-disagrees", at, f"“{text}” is already read on the other side", span)
            elif not any(_is_same(party, other) for other in mine):
                mine.append(party)


def _is_same(one: Party, other: Party) -> bool:
    if one.entity is not None and one.entity is other.entity:
        return True
    return fold(one.text) == fold(other.text) or (one.span[0] < other.span[1] and other.span[0] < one.span[1])


def merge_claims(table: Table, found: Sequence[Aligned]) -> None:
    """Add numbers that the rules can read and left aside, and to those they have who says them."""
    attributions: Attributions | None = None
    for each in found:
        at = f"/{each.candidate.number}/quote"
        if len(each.spans) > 1:
            table.refuse("model-ambiguous", at, "these words stand more than once", each.spans[0])
            continue
        there = table.counts_over(each.spans[0])
        free = [number for number in _read_numbers(table, each.spans[0]) if not _overlaps(number, there)]
        if len(there) + len(free) != 1:
            note = "several numbers stand here" if there or free else "no number that the rules can read"
            table.refuse("model-ambiguous" if there or free else "model-unread", at, note, each.spans[0])
            continue
        if there:
            claim = there[0] if there[0].rule else replace(there[0], also=table.provider)
            table.claims[table.claims.index(there[0])] = claim
        else:
            attributions = attributions or Attributions(table.article, table.rules.entities)
            claim = Claim(free[0], attributions.credit(free[0].start), mark(table.provider))
            table.claims.append(claim)
        _fill_credit(table, claim.credit, each)


def _read_numbers(table: Table, span: Span) -> list[Quantity]:
    found = read_named(table.article, span)
    return [each for each in found if not table.dates_over((each.start, each.end))]


def _overlaps(quantity: Quantity, claims: Sequence[Claim]) -> bool:
    return any(quantity.start < each.quantity.end and each.quantity.start < quantity.end for each in claims)


def _fill_credit(table: Table, credit: Credit, each: Aligned) -> None:
    """Say whose number it is, and through whom it came, where the rules do not know."""
    for span in each.slots.get("claimant", ()):
        entity = table.who(span, "group", "person", "place")
        phrase = Phrase(entity.name if entity else tidy(table.text[slice(*span)]), span, entity)
        if credit.claimant is None:
            credit.claimant, credit.rule = phrase, mark(table.provider)
        elif not _is_speaker(credit.claimant, phrase):
            note = f"the claimant is already read: {credit.claimant.text}"
            table.refuse("model-disagrees", f"/{each.candidate.number}/slots/claimant", note, span)
    if credit.via or not each.slots.get("via"):
        return
    credit.via_rule = mark(table.provider)
    for span in each.slots["via"]:
        entity = table.who(span, "group", "person")
        credit.via = [*credit.via, Phrase(entity.name if entity else tidy(table.text[slice(*span)]), span, entity)]


def _is_speaker(one: Phrase, other: Phrase) -> bool:
    if one.entity is not None and one.entity is other.entity:
        return True
    return fold(one.text) == fold(other.text) or (one.span[0] < other.span[1] and other.span[0] < one.span[1])
