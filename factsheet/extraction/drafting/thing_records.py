"""Stage 10: proposed groups, persons, places, agreements and events."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.drafting.proposals import Desk, Proposal, tell_basis
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.naming.relations import Relation
from factsheet.extraction.reading.article import Span

_GROUP_TYPES: Final = (
    ("party", re.compile(r"\b(?:Party|Sinn F[eé]in)$")),
    (
        "state-force",
        re.compile(
            r"\b(?:Army|Armed Forces|Air Force|Aerospace Forces|Navy|National Guard|Defence Forces?|Defense Forces?|Constabulary|Marines|military|army|armed forces|police|navy|air force|forces|troops|security forces)$"
        ),
    ),
    (
        "state-body",
        re.compile(
            r"\b(?:Ministry|Government|government|parliament|Parliament|presidency|ministry|authorities|Congress|Senate|State Department|Security Service)\b|^Ministry of|^Government of"
        ),
    ),
    ("media", re.compile(r"\b(?:news agency|News Agency|newspaper|Television|TV|Radio|Broadcasting|Tribune|Times)\b")),
    ("research", re.compile(r"\b(?:University|Institute|Centre for Historical Memory)\b")),
    ("monitor", re.compile(r"\b(?:Observatory|Human Rights Watch|Amnesty International)\b")),
    ("coalition", re.compile(r"\b(?:Coalition|Alliance|Front of)\b")),
)
_WORLD: Final = frozenset(
    {
        "United Nations",
        "African Union",
        "European Union",
        "Arab League",
        "NATO",
        "Security Council",
        "UNICEF",
        "UNHCR",
        "World Food Programme",
        "World Health Organization",
    }
)
_MEDIA: Final = frozenset(
    {
        "Reuters",
        "Associated Press",
        "Agence France-Presse",
        "BBC",
        "CNN",
        "Al Jazeera",
        "Al-Jazeera",
        "TASS",
        "Xinhua",
        "Anadolu",
        "RT",
        "Interfax",
        "RIA Novosti",
        "Antara",
        "SUNA",
        "SANA",
    }
)
_MOST: Final = 4
_ROLES: Final = (
    ("spokesperson", r"spokes(?:man|woman|person)"),
    ("deputy", r"(?:deputy|vice)[\s-]"),
    ("commander", r"commander|general|colonel"),
    ("minister", r"minister"),
    ("envoy", r"envoy|representative"),
    ("founder", r"founder"),
    ("leader", r"leader|head|chief|chairman|chairwoman|chairperson|chair|president|director|secretary-general"),
)


def draft_groups(desk: Desk) -> list[Proposal]:
    """Return the groups, with their other names, relations and the people whose role names them."""
    proposals = []
    for entity in desk.findings.sorted_by("group"):
        proposal = _named(desk, entity, "group")
        _type(desk, proposal, entity)
        _offer_bodies(desk, proposal, entity)
        _relate(desk, proposal, entity)
        _people(desk, proposal, entity)
        if not entity.known:
            proposal.give("/as_of", desk.published, "day-of-publication")
        proposals.append(proposal)
    return proposals + [_state(desk, entity, id_) for entity, id_ in desk.states()]


def _state(desk: Desk, entity: Entity, id_: str) -> Proposal:
    """Return a country that acts as what it is in the model: a group of type state."""
    proposal = _named(desk, entity, "group")
    proposal.id = id_
    proposal.known = id_ in {entity.known, desk.known_state(entity)}
    proposal.candidates = ()
    proposal.copy("/type", "state", entity.spans[0], "country-that-acts", desk.article)
    if not proposal.known:
        proposal.give("/as_of", desk.published, "day-of-publication")
    return proposal


def _named(desk: Desk, entity: Entity, kind: str) -> Proposal:
    """Return a proposal with the names of an entity; a known record gets only what it may lack, its names."""
    proposal = Proposal(
        kind, desk.id_of(entity), {}, entity.confidence, tell_basis(entity.reason, entity.also), bool(entity.known)
    )
    proposal.candidates = entity.candidates
    first = entity.names[0]
    proposal.copy("/name", first.text, first.spans[0], first.rule, desk.article)
    others = entity.names[1:]
    short = (
        next((name for name in others if name.text.isupper() and " " not in name.text and name.kind != "former"), None)
        if kind == "group"
        else None
    )
    if short and short.spans:
        proposal.copy("/short", short.text, short.spans[0], short.rule, desk.article)
    count = 0
    for name in others:
        if name is short or not name.spans or name.rule == "surname":
            continue
        at = f"/names/{count}"
        proposal.copy(f"{at}/name", name.text, name.spans[0], name.rule, desk.article)
        if name.kind == "former":
            proposal.note("former-name", name.spans[0], "former-name", desk.article)
        else:
            proposal.give(f"{at}/type", "alias", "other-name")
        count += 1
    return proposal


def _type(desk: Desk, proposal: Proposal, entity: Entity) -> None:
    for name in entity.names:
        listed = lexicon.organisations().get(name.text, (name.text,))[0]
        if listed in _WORLD or listed in _MEDIA:
            proposal.copy(
                "/type",
                "international-body" if listed in _WORLD else "media",
                name.spans[0],
                "known-organisation",
                desk.article,
            )
            return
        for code, pattern in _GROUP_TYPES:
            is_state = (
                code != "state-force"
                or name.text.split()[0] in lexicon.demonyms()
                or entity.reason == "state-body"
                or re.search(r"National|Royal", name.text)
            )
            if pattern.search(name.text) and is_state and name.spans:
                proposal.copy("/type", code, name.spans[0], "type-of-head-noun", desk.article)
                return


def _offer_bodies(desk: Desk, proposal: Proposal, entity: Entity) -> None:
    """Offer the forces and bodies of a state that the publication has for `the Syrian military`, a name of none."""
    country = lexicon.demonyms().get(entity.name.split()[0]) if entity.reason == "state-body" else None
    state = desk.holdings.states.get(country or "")
    if state and not entity.known:
        type_ = proposal.record.get("type")
        near = [each for each, code in desk.holdings.bodies.get(state, ()) if code == type_]
        proposal.candidates = tuple(dict.fromkeys((*near, *proposal.candidates)))[:_MOST]


def _relate(desk: Desk, proposal: Proposal, entity: Entity) -> None:
    """Add relations that stand on this group: affiliations, lineage, part_of."""
    counts = {"affiliations": 0, "lineage": 0, "part_of": 0}
    for relation in desk.relations_of(entity):
        source, target = desk.by_name(relation.source), desk.by_name(relation.target)
        if source is None or target is None or source is target:
            continue
        if relation.type == "former_name" and target is entity:
            _keep_former(desk, proposal, source, relation)
        field, extra, other = {
            "affiliate_of": ("affiliations", {"type": "affiliate-of"}, target),
            "political_wing_of": ("affiliations", {"type": "allied-with"}, target),
            "offshoot_of": ("lineage", {"type": "offshoot"}, target),
            "succeeded_by": ("lineage", {"type": "successor"}, source),
            "part_of": ("part_of", {}, target),
            "former_name": ("", {}, target),
        }[relation.type]
        owner = target if relation.type == "succeeded_by" else source
        if owner is not entity or not field:
            continue
        at = f"/{field}/{counts[field]}"
        counts[field] += 1
        for name, value in extra.items():
            proposal.copy(f"{at}/{name}", value, relation.span, relation.rule, desk.article)
        key, value = ("groups/0", desk.id_of(other)) if field == "lineage" else ("group", desk.id_of(other))
        proposal.copy(f"{at}/{key}", value, relation.span, relation.rule, desk.article)
        if relation.type == "political_wing_of":
            proposal.note("political-wing-of", relation.span, relation.rule, desk.article)


def _keep_former(desk: Desk, proposal: Proposal, old: Entity, relation: Relation) -> None:
    """Give a group its former name, though the text speaks of that name as a group too: an editor tells which it is."""
    names = proposal.record.get("names")
    at = f"/names/{len(names) if isinstance(names, list) else 0}"
    proposal.copy(f"{at}/name", old.name, old.spans[0], relation.rule, desk.article)
    proposal.note("former-name", relation.span, relation.rule, desk.article)


def _people(desk: Desk, proposal: Proposal, entity: Entity) -> None:
    count = 0
    for person in desk.people_of(entity):
        if not person.role_span:
            continue
        code = next((word for word, pattern in _ROLES if re.search(rf"\b{pattern}", person.role.casefold())), "")
        if not code or person.role.casefold().startswith(("former", "ex-")):
            continue
        at = f"/people/{count}"
        count += 1
        proposal.copy(f"{at}/person", desk.id_of(person), person.spans[0], "role-names-group", desk.article)
        proposal.copy(f"{at}/role", code, person.role_span, "role-word", desk.article)
        proposal.copy(f"{at}/title", person.role, person.role_span, person.role_rule, desk.article)


def draft_persons(desk: Desk) -> list[Proposal]:
    """Return the persons; roles are notes here, since positions stand on groups."""
    proposals = []
    for entity in desk.findings.sorted_by("person"):
        proposal = _named(desk, entity, "person")
        if entity.role_span:
            proposal.note("role", entity.role_span, entity.role_rule, desk.article)
        proposals.append(proposal)
    return proposals


_PLACE_TYPES: Final = (
    ("region", r"\b(?:Province|Governorate|Region|State|Oblast|Prefecture)$"),
    ("district", r"\b(?:District|County|Canton)$"),
    ("city", r"\bCity$"),
    ("border-crossing", r"\bCrossing$"),
    ("road", r"\b(?:Road|Highway|Street|Avenue)$"),
    ("site", r"\b(?:Palace|Theatre|Theater|Hotel|Buildings|Castle|Airport|Hospital|Stadium|Square|Camp|Mosque)$"),
)
_NEAR_TYPES: Final = (
    ("region", r"\s+(?:province|region|governorate|state)\b"),
    ("district", r"\s+(?:district|county)\b"),
    ("neighbourhood", r"\s+(?:neighbou?rhood|suburb)\b"),
)
_READ: Final = 40
_BEFORE_TYPES: Final = (
    ("city", r"\b(?:city|capital)(?:\s+of|,)?\s+$"),
    ("settlement", r"\b(?:town|village)(?:\s+of)?\s+$"),
    ("region", r"\b(?:province|region|governorate|state)(?:\s+of)?\s+$"),
)


def draft_places(desk: Desk) -> list[Proposal]:
    """Return the places, with a type where the name or the word beside it says one."""
    proposals = []
    for entity in desk.findings.sorted_by("place"):
        if entity.known_kind == "group":
            continue
        proposal = _named(desk, entity, "place")
        found = _place_type(desk, entity)
        if found:
            proposal.copy("/type", found[0], found[1], found[2], desk.article)
        proposals.append(proposal)
    return proposals


def _place_type(desk: Desk, entity: Entity) -> tuple[str, Span, str] | None:
    text = desk.article.text
    span = entity.spans[0]
    if any(name.text in lexicon.country_names() for name in entity.names):
        return "country", span, "country-name"
    if any(name.text in lexicon.capitals() for name in entity.names):
        return "city", span, "capital-name"
    for code, pattern in _PLACE_TYPES:
        if re.search(pattern, entity.name):
            return code, span, "type-of-head-noun"
    for start, end in entity.spans[:_READ]:
        for code, pattern in _BEFORE_TYPES:
            before = re.search(pattern, text[max(0, start - 20) : start])
            if before:
                return code, (max(0, start - 20) + before.start(), end), "word-before-name"
        for code, pattern in _NEAR_TYPES:
            after = re.match(pattern, text[end : end + 20])
            if after:
                return code, (start, end + after.end()), "word-after-name"
    return None
