"""Findings as the JSON that annotated articles are scored in: spans, names, bounds, no ids."""

from factsheet.extraction.agreeing.agreement_arguments import Agreement
from factsheet.extraction.agreeing.party_roles import Party
from factsheet.extraction.findings import Claim, Findings
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Span
from factsheet.model import Json, Object


def annotate(findings: Findings) -> Object:
    """Return the findings in the shape of annotated articles; what has no name of its own is left out."""
    text = findings.article.text
    found: Object = {
        "groups": [_entity(each) for each in findings.sorted_by("group") if not each.is_generic],
        "persons": [_entity(each) for each in findings.sorted_by("person")],
        "places": [_entity(each) for each in findings.sorted_by("place")],
        "relations": [{"type": r.type, "source": r.source, "target": r.target} for r in findings.relations],
        "dates": [
            {"span": _span((d.start, d.end)), "text": text[d.start : d.end], "edtf": d.value, "type": d.kind}
            for d in findings.dates
        ],
        "agreements": [_agreement(each, text) for each in findings.agreements],
        "claims": [_claim(each, text) for each in findings.claims],
    }
    if findings.notices:
        found["warnings"] = [each.plain() for each in findings.notices]
    return found


def _span(span: Span) -> list[Json]:
    return [span[0], span[1]]


def _entity(entity: Entity) -> Object:
    found: Object = {
        "name": entity.name,
        "aliases": [name.text for name in entity.names[1:]],
        "mentions": [_span(span) for span in entity.spans],
        "confidence": entity.confidence,
    }
    if entity.sort == "person":
        found["role"] = entity.role or None
    if entity.known:
        found["known"] = entity.known
    return found


def _names(parties: list[Party]) -> list[Json]:
    return [party.text for party in parties]


def _agreement(agreement: Agreement, text: str) -> Object:
    head = agreement.head
    others = [each for each in agreement.instrument.mentions if each is not head]
    return {
        "span": _span(head.span),
        "text": text[slice(*head.span)],
        "alias_spans": [_span(each.span) for each in others],
        "date": agreement.date.value if agreement.date else None,
        "parties": _names(agreement.parties),
        "mediators": _names([each for each in agreement.mediators if each.part != "witness"]),
        "place": agreement.place.text if agreement.place else None,
    }


def _claim(claim: Claim, text: str) -> Object:
    quantity, credit = claim.quantity, claim.credit
    via: list[Json] = [phrase.text for phrase in credit.via]
    return {
        "span": _span((quantity.start, quantity.end)),
        "text": text[quantity.start : quantity.end],
        "min": _number(quantity.low),
        "max": _number(quantity.high),
        "vague": quantity.is_vague,
        "unit": quantity.unit,
        "claimant": credit.claimant.text if credit.claimant else None,
        "via": via or None,
    }


def _number(value: float | None) -> Json:
    return int(value) if value is not None and value == int(value) else value
