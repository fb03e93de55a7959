"""A page as linked data for machines: what it is about in the terms of schema.org, ORG and PROV, as JSON-LD."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from factsheet.composing.days import last_day
from factsheet.encoding import encode
from factsheet.formats.linked_kinds import SUBJECTS
from factsheet.formats.linked_values import address_of, refer, words
from factsheet.formats.moments import find_day, list_changes

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object

CONTEXT: Final[Object] = {
    "@vocab": "https://schema.org/",
    "fs": "urn:factsheet:terms:",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/EDTF",
    "citation": {"@type": "@id"},
}
"""Written out in each page, so that nobody has to fetch it."""

_SPDX = re.compile(r"[A-Za-z0-9.+-]+\Z")
_LISTS: Final = frozenset({"index", "timeline", "sources", "changes", "dossier"})
_CORRECTING: Final = frozenset({"correction", "retraction"})


def print_linked_data(page: Page, title: str, description: str) -> Markup:
    """Return the linked data of a page as JSON that may stand in a script element: no `<`, `>` or `&` in it."""
    text = encode(describe_linked(page, title, description)).decode()
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)  # noqa: S704 - escaped above, as HTML wants it in a script


def describe_linked(page: Page, title: str, description: str) -> Object:
    """Return the page and what it is about as JSON-LD."""
    graph: list[Json] = [_describe_page(page, title, description)]
    if "data" in page.sheet and "withdrawn" not in page.sheet:
        graph.append(_describe_subject(page))
    return {"@context": CONTEXT, "@graph": graph}


def _describe_page(page: Page, title: str, description: str) -> Object:
    sheet, site = page.sheet, page.context.site
    own = address_of(page, str(sheet["path"]), page.language)
    node: Object = {
        "@type": "WebSite" if sheet["kind"] == "home" else "CollectionPage" if sheet["kind"] in _LISTS else "WebPage",
        "@id": own,
        "name": title,
        "inLanguage": page.language,
    }
    if description:
        node["description"] = description
    if sheet["kind"] != "home":
        node["isPartOf"] = {
            "@type": "WebSite",
            "@id": address_of(page, "index"),
            "name": words(site.get("title"), page.language),
        }
    node |= {"publisher": _describe_publisher(site)} if site.get("publisher") else {}
    node |= {"license": licence} if (licence := _find_licence(site)) else {}
    if "data" in sheet:
        node |= _describe_care(page)
    return node


def _describe_publisher(site: Object) -> Object:
    publisher = site["publisher"]
    known = publisher if isinstance(publisher, dict) else {"name": publisher}
    found: Object = {"@type": "Organization", "name": str(known["name"])}
    return found | ({"url": known["url"]} if "url" in known else {})


def _find_licence(site: Object) -> str:
    licence = site.get("licence")
    name = str(licence.get("text", "")) if isinstance(licence, dict) else str(licence or "")
    return f"https://spdx.org/licenses/{name}" if _SPDX.match(name) else name


def _describe_care(page: Page) -> Object:
    """Return how the record is kept: when it was changed and reviewed, what was corrected, what it is drawn from."""
    sheet = page.sheet
    found: Object = {"dateModified": day} if (day := find_day(sheet)) else {}
    reviewed = sheet.get("reviewed")
    if isinstance(reviewed, dict):
        found["lastReviewed"] = last_day(reviewed.get("date"))
        if "by" in reviewed:
            found["reviewedBy"] = {"@type": "Person", "name": str(reviewed["by"])}
    if due := last_day(sheet.get("review_due")):
        found["expires"] = due
    corrections: list[Json] = [
        {"@type": "CorrectionComment", "datePublished": day, "text": words(change.get("text"))}
        for day, change in list_changes(sheet)
        if change.get("type") in _CORRECTING
    ]
    if corrections:
        found["correction"] = corrections
    citations = sheet.get("citations")
    sources = (
        [str(each["source"]) for each in citations if isinstance(each, dict)] if isinstance(citations, list) else []
    )
    if sources:
        found["citation"] = [refer(page, source).get("@id", source) for source in dict.fromkeys(sources)]
    if "withdrawn" not in sheet:
        found["mainEntity"] = refer(page, str(sheet["id"]))
    return found


def _describe_subject(page: Page) -> Object:
    sheet = page.sheet
    data = sheet["data"] if isinstance(sheet["data"], dict) else {}
    node: Object = {"@type": "Thing", **refer(page, str(sheet["id"])), "name": words(sheet.get("label"))}
    others: list[Json] = []
    for each in [{"name": data.get("short")}, *_maps(data.get("names"))]:
        others += [word for word in _listed(words(each.get("name"))) if word not in others]
    if others:
        node["alternateName"] = others
    if "summary" in data:
        node["description"] = words(data["summary"], only=page.language)
    if same := _list_same(data):
        node["sameAs"] = same
    if not {"according_to", "disputed_by", "rejected"} & data.keys() or sheet["kind"] == "claim":
        describe = SUBJECTS.get(str(sheet["kind"]))
        node |= {name: value for name, value in describe(page, data).items() if value} if describe else {}
    return node


def _list_same(data: Object) -> list[Json]:
    identifiers = data.get("identifiers")
    known = identifiers.get("wikidata") if isinstance(identifiers, dict) else None
    return [f"http://www.wikidata.org/entity/{each}" for each in _listed(known) if isinstance(each, str)]


def _maps(value: Json) -> list[Object]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value] if value else []
