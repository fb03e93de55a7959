"""Stage 10: proposed claims: who counts, what, how many; one claim for each number, never added or merged."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from typing import Final

from factsheet.extraction.assisting.named_by_model import is_marked
from factsheet.extraction.counting.quantities import Quantity
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.drafting.claim_context import Context
from factsheet.extraction.drafting.proposals import Desk, Proposal, tell_basis
from factsheet.extraction.findings import Claim
from factsheet.extraction.reading.article import Span

_UNITS: Final = (
    ("killed", r"killed|kills?|killing|dead|deaths?|died|die|slain|massacred|executed|eliminated|fatalities|lives|perished|bodies|toll|claimed the lives"),
    ("wounded", r"wounded|injured|injur\w+|hurt|wounding"),
    ("missing", r"missing|disappeared"),
    ("displaced", r"displaced|displac\w+|fled|flee|refugees?|homeless|uprooted|driven"),
    ("captured", r"captured|arrested|detained|seized|prisoners?|hostages?|abducted|kidnapped|taken captive"),
    ("evacuated", r"evacuat\w+"),
)  # fmt: skip
_NOUN_UNITS: Final = (
    ("km2", r"square\s+(?:kilomet\w+|km)|km2|sq\.?\s?km"),
    ("settlements", r"villages|towns|settlements"),
    ("aircraft", r"aircraft|planes|warplanes|jets|helicopters|drones"),
    ("vehicles", r"vehicles|tanks|trucks"),
    ("strikes", r"strikes|airstrikes|air\s?strikes|raids|sorties"),
)
_PEOPLE_REACH: Final = 60
_VAGUE: Final = {
    "dozens": "dozens",
    "hundreds": "hundreds",
    "thousands": "thousands",
    "tens": "tens",
    "several": "several",
}


def draft_claims(desk: Desk, context: Context) -> list[Proposal]:
    """Return a claim for each number."""
    return [_claim(desk, claim, context) for claim in desk.findings.claims]


def _claim(desk: Desk, claim: Claim, context: Context) -> Proposal:
    quantity, credit = claim.quantity, claim.credit
    article = desk.article
    span = (quantity.start, quantity.end)
    owner = credit.claimant
    confidence = "high" if owner is not None and owner.entity is not None and not quantity.is_vague else "medium"
    why = tell_basis(quantity.rule if is_marked(credit.rule) else credit.rule or quantity.rule, claim.also)
    proposal = Proposal("claim", desk.new_id(_label(desk, claim)), {}, confidence, why)
    owner_id = desk.actor_id(owner.entity) if owner is not None else None
    if owner is not None and owner_id is not None:
        rule = f"{credit.rule}, back-reference" if owner.is_anaphoric else credit.rule
        proposal.copy("/claimant", owner_id, owner.span, rule, article)
    elif owner is not None:
        proposal.note("claimant", owner.span, credit.rule, article)
    for phrase in credit.via:
        proposal.note("via", phrase.span, credit.via_rule, article)
    rule = f"{claim.rule}, number" if claim.rule else "number"
    proposal.copy("/figures/0/value", amount(quantity), span, rule, article)
    unit, unit_span, rule = _unit(desk, quantity)
    proposal.copy("/figures/0/unit", unit, unit_span, rule, article)
    if quantity.unit and quantity.unit not in {"percent", "ratio"}:
        proposal.copy("/figures/0/of", quantity.unit, span, "counted-noun", article)
    elif quantity.unit:
        proposal.copy("/figures/0/of", quantity.unit, span, "share", article)
    covers = _covers(desk, quantity, context)
    if covers:
        proposal.copy("/covers", covers.value, (covers.start, covers.end), covers.rule, article, covers.anchor)
    _place(proposal, claim, context, covers)
    sentence = article.sentences[quantity.sentence]
    bounds = (sentence.start, min(sentence.end, sentence.start + 300))
    proposal.give("/cite/source", desk.source, "the-article")
    proposal.copy("/cite/quote", " ".join(article.text[slice(*bounds)].split()), bounds, "sentence", article)
    return proposal


def _place(proposal: Proposal, claim: Claim, context: Context, covers: DateMention | None) -> None:
    """Add what a claim is about and the day it was made, where a rule can tell."""
    article = context.article
    about, said = context.find_subject(claim, covers), context.find_day(claim)
    if about is not None:
        proposal.copy("/about", about.id, about.span, about.rule, article)
    if said is not None:
        date, rule = said
        proposal.copy("/said", date.value, (date.start, date.end), rule, article, date.anchor)


def _label(desk: Desk, claim: Claim) -> str:
    owner = claim.credit.claimant
    who = desk.id_of(owner.entity) if owner is not None and owner.entity is not None else "unattributed"
    quantity = claim.quantity
    number = quantity.low if quantity.low is not None else quantity.high
    return f"{who} {quantity.word if number is None else f'{number:g}' if number < 1_000_000 else int(number)} {quantity.unit}"  # noqa: PLR2004 - a small count, told by its line


def amount(quantity: Quantity) -> str:
    """Return a number in the grammar of amounts: `at least 200`, `about 400`, `300000 to 500000`, `dozens`."""
    if quantity.is_vague:
        word = quantity.word.split()
        return (
            _VAGUE.get(word[0], _VAGUE.get(word[-1], "hundreds"))
            if word[0] not in {"tens", "hundreds"} or len(word) == 1
            else "thousands"
        )
    low, high = quantity.low, quantity.high
    about = "about " if quantity.is_about else ""
    if low is not None and high is not None:
        return f"{about}{_figure(low)}" if low == high else f"{about}{_figure(low)} to {_figure(high)}"
    if low is not None:
        return f"{'more than' if re.search(r'more than|over|exceed|above|upward', quantity.word.casefold()) else 'at least'} {_figure(low)}"
    if high is not None:
        return f"{'fewer than' if re.search(r'fewer|less|under|below|nearly|almost|close|short', quantity.word.casefold()) else 'at most'} {_figure(high)}"
    return "several"


def _figure(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:f}".rstrip("0")


def _unit(desk: Desk, quantity: Quantity) -> tuple[str, Span, str]:
    """Return the unit of the closed list that the noun or the verb beside the number says; else other."""
    text = desk.article.text
    for code, pattern in _NOUN_UNITS:
        if re.search(pattern, quantity.unit, re.IGNORECASE):
            return code, (quantity.start, quantity.end), "unit-noun"
    sentence = desk.article.sentences[quantity.sentence]
    near: list[tuple[int, str, Span]] = []
    for code, pattern in _UNITS:
        for match in re.finditer(rf"\b(?:{pattern})\b", text[sentence.start : sentence.end]):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            inside = quantity.start <= start < quantity.end
            distance = 0 if inside else start - quantity.end if start >= quantity.end else quantity.start - end + 8
            between = text[min(end, quantity.end) : max(start, quantity.start)]
            if distance <= _PEOPLE_REACH and not re.search(r"[.;]|\d", between if not inside else ""):
                near.append((distance, code, (start, end)))
    if near:
        _, code, span = min(near)
        return code, span, "verb-beside-number"
    return "other", (quantity.start, quantity.end), "no-listed-unit"


def _covers(desk: Desk, quantity: Quantity, context: Context) -> DateMention | None:
    """Return the time a number counts: the period or the day in its own sentence, and no day it was told or is to come.

    Where a length of time stands nearer (`150,000 in six weeks`), that is what it counts, and its days are not told.
    """
    published = desk.article.published.isoformat()
    said = context.said_in(quantity.sentence)
    every = desk.dates.get(quantity.sentence, [])
    here = [each for each in every if each.kind == "date" and each not in said and each.value[:10] <= published]
    periods = [each for each in here if "/" in each.value or each.rule in {"interval", "neighbour-day"}]
    lengths = [each for each in every if each.kind != "date"]
    nearest = min(periods or here, key=lambda each: abs(each.start - quantity.start), default=None)
    is_length = nearest is not None and any(
        abs(each.start - quantity.start) < abs(nearest.start - quantity.start) for each in lengths
    )
    return None if is_length else nearest
