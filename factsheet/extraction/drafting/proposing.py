"""Stages 9 and 10: what was found as proposed records of the model, with the evidence of every value beside it."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from factsheet import __version__
from factsheet.encoding import digest
from factsheet.extraction.assisting.named_by_model import soften
from factsheet.extraction.dating.dates import by_sentence
from factsheet.extraction.drafting.agreement_records import draft_agreements
from factsheet.extraction.drafting.agreement_ties import find_ties
from factsheet.extraction.drafting.claim_context import Context
from factsheet.extraction.drafting.claim_records import draft_claims
from factsheet.extraction.drafting.drafts import Draft, Evidence, Item
from factsheet.extraction.drafting.event_names import Told, read_clause
from factsheet.extraction.drafting.event_records import draft_events
from factsheet.extraction.drafting.events import find_events
from factsheet.extraction.drafting.proposals import Desk, Proposal
from factsheet.extraction.drafting.thing_records import draft_groups, draft_persons, draft_places
from factsheet.extraction.findings import Findings
from factsheet.extraction.naming.gazetteer import Gazetteer
from factsheet.extraction.reading.cautions import find_cautions
from factsheet.model import Object

_REQUIRED: Final = {
    "group": ("name", "type", "as_of"),
    "person": ("name",),
    "place": ("name", "type"),
    "event": ("name", "type", "when", "as_of"),
    "agreement": ("name", "type", "signed", "parties", "as_of"),
    "claim": ("about", "claimant", "said", "figures", "covers"),
    "source": ("publisher", "class", "published"),
}


def draft(
    findings: Findings, *, source: Object, title: str = "", gazetteer: Gazetteer | None = None, extractor: str = "rules"
) -> Draft:
    """Return a draft of everything that was found.

    `source` says of the article what the caller knows: `path`, `published`, `basis` (given or assumed), perhaps `id`,
    `title`, `publisher`, `class` and `url`. `title` is that of the markup, for where it is not given.
    """
    told = _tell(findings)
    acting = [part.entity for each in told if each.event.date is not None for part in each.parts]
    desk = Desk(findings, _source_id(source, title), gazetteer, acting)
    proposals = [_draft_source(desk, source, title)]
    proposals += draft_groups(desk)
    proposals += draft_persons(desk)
    proposals += draft_places(desk)
    agreements = draft_agreements(desk)
    _tie(desk, agreements)
    events = draft_events(desk, [each for each in told if each.event.date is not None])
    proposals += [*agreements, *events]
    proposals += draft_claims(desk, _find_context(desk, told, events, agreements))
    warnings: tuple[Object, ...] = tuple(
        {
            "code": each.code,
            "start": each.start,
            "end": each.end,
            "quote": findings.article.text[each.start : each.end],
            "note": each.note,
        }
        for each in find_cautions(findings.article, findings.dates)
    )
    warnings += tuple(each.plain() for each in findings.notices)
    soften(proposals)
    return Draft(
        article=source,
        text=findings.article.text,
        items=_number(proposals),
        warnings=warnings,
        tool=f"factsheet {__version__}",
        extractor=extractor,
    )


def _tell(findings: Findings) -> list[Told]:
    """Return the happenings of an article with what their clauses say."""
    article = findings.article
    spans = [seen.span for each in findings.agreements for seen in each.instrument.mentions]
    dates = by_sentence(article, (each for each in findings.dates if each.kind == "date"))
    found = find_events(article, findings.entities, findings.dates, spans)
    told = (read_clause(article, each, dates.get(each.sentence, [])) for each in found)
    return [each for each in told if not each.is_bare]


def _tie(desk: Desk, proposals: list[Proposal]) -> None:
    """Add to agreements the earlier ones that they supplement, amend, renew or replace."""
    for tie in find_ties(desk.article, desk.findings.agreements):
        mine = proposals[tie.later]
        listed = mine.record.get(tie.field)
        number = len(listed) if isinstance(listed, list) else 0
        mine.copy(
            f"/{tie.field}/{number}", proposals[tie.earlier].id, tie.verb, "verb-between-agreements", desk.article
        )


def _find_context(desk: Desk, told: list[Told], events: list[Proposal], agreements: list[Proposal]) -> Context:
    """Return what claims may be about: the proposed events and agreements by the places that speak of them."""
    ids = iter(each.id for each in events)
    named = [(each.event, next(ids) if each.event.date is not None else "") for each in told]
    spans = [
        (seen.span, proposal.id)
        for agreement, proposal in zip(desk.findings.agreements, agreements, strict=True)
        for seen in agreement.instrument.mentions
    ]
    return Context(desk.article, desk.dates, named, spans)


def _number(proposals: list[Proposal]) -> tuple[Item, ...]:
    counts: dict[str, int] = {}
    items = []
    for proposal in proposals:
        counts[proposal.kind] = counts.get(proposal.kind, 0) + 1
        items.append(
            Item(
                key=f"{proposal.kind}-{counts[proposal.kind]}",
                kind=proposal.kind,
                id=proposal.id,
                record=proposal.record,
                evidence=tuple(proposal.evidence),
                confidence=proposal.confidence,
                why=proposal.why,
                known=proposal.known,
                candidates=proposal.candidates,
                missing=tuple(
                    name for name in _REQUIRED[proposal.kind] if name not in proposal.record and not proposal.known
                ),
                notes=tuple(proposal.notes),
                print=fingerprint(proposal.kind, proposal.evidence),
            )
        )
    return tuple(items)


def fingerprint(kind: str, evidence: Iterable[Evidence]) -> str:
    """Return what an item is known again by in a later run: its kind and the quotes it stands on, not their places."""
    quotes = sorted({(each.at, each.quote) for each in evidence if each.start is not None})
    return digest(kind, *(part.encode("utf-8", "backslashreplace") for pair in quotes for part in pair))[:16]


def _source_id(source: Object, title: str) -> str:
    given = source.get("id")
    if isinstance(given, str) and given:
        return given
    told = source.get("title")
    title = told if isinstance(told, str) and told else title
    name = slug(title)[:60].strip("-") if title else "article"
    return f"{name or 'article'}-{source.get('published', '')}"


def slug(text: str) -> str:
    """Return a text as an id: small Latin letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"['’`]", "", plain)
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _draft_source(desk: Desk, source: Object, title: str) -> Proposal:
    proposal = Proposal("source", desk.source, {}, "high", "the article itself")
    start = desk.article.text.find(title) if title else -1
    if source.get("title"):
        proposal.give("/title", source.get("title"), "given")
    elif start >= 0:
        proposal.copy("/title", title, (start, start + len(title)), "markup-title", desk.article)
    elif title:
        proposal.give("/title", title, "markup-title")
    proposal.give(
        "/published", source.get("published"), "given" if source.get("basis") != "assumed" else "dateline-assumed"
    )
    for name in ("publisher", "class", "url"):
        if source.get(name):
            proposal.give(f"/{name}", source.get(name), "given")
    proposal.give("/language", "en", "rules-language")
    return proposal
