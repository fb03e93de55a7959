"""What a record of each kind is in linked data: its type and properties."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from factsheet.formats.linked_values import (
    literal_bounds,
    literal_date,
    literal_edtf,
    name,
    quantity,
    refer,
    span,
    stated,
    words,
)
from factsheet.wording.labels import label_word

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object

_ORGANIZATIONS: Final = {
    "state": "GovernmentOrganization",
    "state-body": "GovernmentOrganization",
    "state-force": "GovernmentOrganization",
    "party": "PoliticalParty",
    "ngo": "NGO",
    "media": "NewsMediaOrganization",
    "research": "ResearchOrganization",
    "company": "Corporation",
}
_WORKS: Final = {
    "webpage": "WebPage",
    "article": "Article",
    "report": "Report",
    "book": "Book",
    "dataset": "Dataset",
    "treaty": "Legislation",
    "legislation": "Legislation",
    "document": "DigitalDocument",
    "post": "SocialMediaPosting",
    "image": "ImageObject",
    "video": "VideoObject",
}
_RESULT_OF: Final = frozenset({"merger", "split", "offshoot", "successor"})
"""Ways in which the group itself is what came of the change; by absorption it only grew."""


def describe_group(page: Page, data: Object) -> Object:
    """Return a group as an organization, its ties with the time each held."""
    parents, members, others = [], [], []
    for entry in stated(data.get("part_of")):
        parents.append(_tie(page, "parentOrganization", entry))
    for entry in stated(data.get("affiliations")):
        if entry.get("type") == "member-of":
            members.append(_tie(page, "memberOf", entry))
        else:
            others.append(_part("fs:Affiliation", page, entry, ("group",), ("type",)))
    return {
        "@type": _ORGANIZATIONS.get(str(data.get("type")), "Organization"),
        "foundingDate": literal_date(data.get("founded")),
        "dissolutionDate": literal_date(data.get("dissolved")),
        "parentOrganization": parents,
        "memberOf": members,
        "fs:affiliation": others,
        "member": [_describe_position(page, entry) for entry in stated(data.get("people"))],
        "org:changedBy": [_describe_change(page, entry) for entry in stated(data.get("lineage"))],
        "fs:designation": [_describe_designation(page, entry) for entry in stated(data.get("designations"))],
    }


def _tie(page: Page, key: str, entry: Object) -> Json:
    other, times = name(page, entry.get("group")), span(entry)
    return {"@type": "OrganizationRole", key: other, **times} if times else other


def _describe_position(page: Page, entry: Object) -> Json:
    role = label_word("people.role", str(entry.get("role") or ""), page.language)
    return {"@type": "OrganizationRole", "member": name(page, entry.get("person")), "roleName": role, **span(entry)}


def _describe_change(page: Page, entry: Object) -> Json:
    groups = entry.get("groups")
    others: list[Json] = [name(page, group) for group in groups] if isinstance(groups, list) else []
    own = refer(page, str(page.sheet["id"]))
    node: Object = {"@type": "org:ChangeEvent", "fs:kind": entry.get("type"), "org:originalOrganization": others}
    if entry.get("type") in _RESULT_OF:
        node["org:resultingOrganization"] = own
    else:
        node |= {"org:originalOrganization": [*others, own], "org:resultingOrganization": own}
    return node | ({"startDate": date} if (date := literal_date(entry.get("date"))) else {})


def _describe_designation(page: Page, entry: Object) -> Json:
    times = {"startDate": literal_date(entry.get("listed")), "endDate": literal_date(entry.get("removed"))}
    return {
        "@type": "fs:Designation",
        "prov:wasAttributedTo": name(page, entry.get("authority")),
        **({"name": listing} if (listing := words(entry.get("list"))) else {}),
        **{key: value for key, value in times.items() if value},
    }


def _part(kind: str, page: Page, entry: Object, others: tuple[str, ...], codes: tuple[str, ...] = ()) -> Json:
    """Return a statement as a node of our own terms: whom it names, its words as codes, its time."""
    named = {f"fs:{key}": found for key in others if (found := name(page, entry.get(key)))}
    coded = {f"fs:{key}": entry[key] for key in codes if key in entry}
    dated = {"startDate": date} if (date := literal_date(entry.get("date"))) else {}
    return {"@type": kind, **named, **coded, **dated, **span(entry)}


def describe_person(_page: Page, data: Object) -> Object:
    """Return a person."""
    return {"@type": "Person", "birthDate": literal_date(data.get("born")), "deathDate": literal_date(data.get("died"))}


def describe_place(page: Page, data: Object) -> Object:
    """Return a place, with its coordinates where they are known."""
    countries = data.get("countries")
    found: Object = {"@type": "Place", "containedInPlace": name(page, data.get("within"))}
    if {"latitude", "longitude"} <= data.keys():
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": data["latitude"],
            "longitude": data["longitude"],
        }
    if isinstance(countries, list) and countries:
        found["address"] = {"@type": "PostalAddress", "addressCountry": str(countries[0])}
    return found


def describe_event(page: Page, data: Object) -> Object:
    """Return an event with its time, its places and who took part."""
    start, end = literal_bounds(data.get("when"))
    return {
        "@type": "Event",
        "startDate": start,
        "endDate": end,
        "location": [name(page, entry.get("place")) for entry in stated(data.get("places"))],
        "superEvent": name(page, data.get("part_of")),
        "fs:participant": [
            _part("fs:Participation", page, entry, ("group",), ("role", "side"))
            for entry in stated(data.get("participants"))
        ],
    }


def describe_agreement(page: Page, data: Object) -> Object:
    """Return an agreement: a piece of legislation in schema.org's terms, its parties in ours."""
    based: list[Json] = [
        name(page, each) for key in ("supplements", "amends", "implements", "renews") for each in _refs(data, key)
    ]
    force = [literal_edtf(data.get("effective")), literal_edtf(data.get("expires"))]
    return {
        "@type": ["Legislation", "fs:Agreement"],
        "legislationDate": literal_date(data.get("signed")),
        "temporalCoverage": f"{force[0]}/{force[1] or '..'}" if force[0] and "/" not in "".join(force) else "",
        "locationCreated": name(page, data.get("place")),
        "isBasedOn": based,
        **{
            f"fs:{role}": [name(page, entry.get("group")) for entry in stated(data.get(key))]
            for key, role in (("parties", "party"), ("guarantors", "guarantor"), ("mediators", "mediator"))
        },
        "fs:signatory": [
            _part("fs:Signature", page, entry, ("person", "for")) for entry in stated(data.get("signatories"))
        ],
    }


def describe_claim(page: Page, data: Object) -> Object:
    """Return a claim: what is said, by whom, where it appeared, which other claims it answers."""
    citations = page.sheet.get("citations")
    listed = citations if isinstance(citations, list) else []
    figures = data.get("figures")
    return {
        "@type": "Claim",
        "text": words(data.get("statement")) or words(page.sheet.get("label")),
        "author": name(page, data.get("claimant")),
        "datePublished": literal_date(data.get("said")),
        "about": [name(page, each) for each in _refs(data, "about")],
        "appearance": [refer(page, str(each["source"])) for each in listed if isinstance(each, dict)],
        "temporalCoverage": literal_edtf(data.get("covers")),
        "fs:figure": [
            quantity(each.get("value"), label_word("figure.unit", str(each.get("unit")), page.language))
            for each in (figures if isinstance(figures, list) else [])
            if isinstance(each, dict)
        ],
        **{
            f"fs:{key}": [refer(page, str(each["ref"])) for each in _refs(data, key)]
            for key in ("revises", "retracts", "disputes", "supports", "repeats")
        },
    }


def describe_source(page: Page, data: Object) -> Object:
    """Return a source as the work it is."""
    url, archived, publisher = (data.get(key) for key in ("url", "archived", "publisher"))
    return {
        "@type": _WORKS.get(str(data.get("type") or "webpage"), "CreativeWork"),
        "publisher": {"@type": "Organization", "name": words(publisher, only=page.language)} if publisher else None,
        "author": data.get("authors"),
        "datePublished": literal_date(data.get("published")),
        "url": url if isinstance(url, str) else None,
        "archivedAt": archived if isinstance(archived, str) else None,
        "inLanguage": data.get("language"),
    }


def describe_dossier(page: Page, data: Object) -> Object:
    """Return a dossier as a collection of what its records are about."""
    sections = data.get("sections")
    lists = [data, *(each for each in (sections if isinstance(sections, list) else []) if isinstance(each, dict))]
    targets = dict.fromkeys(str(each["ref"]) for part in lists for each in _refs(part, "records"))
    return {"@type": "Collection", "hasPart": [refer(page, target) for target in targets]}


def _refs(data: Object, key: str) -> list[Object]:
    value = data.get(key)
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, dict) and "ref" in each]


SUBJECTS: Final[dict[str, Callable[[Page, Object], Object]]] = {
    "agreement": describe_agreement,
    "claim": describe_claim,
    "dossier": describe_dossier,
    "event": describe_event,
    "group": describe_group,
    "person": describe_person,
    "place": describe_place,
    "source": describe_source,
}
"""Descriptions by kind; a record of a publication's own kind is a thing with its names."""
