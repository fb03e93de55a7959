"""The linked data of pages: what schema.org and ORG can say of a record, and nothing that somebody else said."""

import json
from pathlib import Path

import pytest

from factsheet.formats.context import Context
from factsheet.formats.html import open_page
from factsheet.formats.linked_data import CONTEXT, describe_linked, print_linked_data
from factsheet.model import Object
from tests.composing.publications import Publication, read_publication

FILES = {
    "site.yaml": "title: {en: The file, ar: الملف}\npublisher: Desk\nlanguages: [en, ar]\nlicence: CC-BY-4.0\n"
    "url: https://example.org/f/\n",
    "sources/press.yaml": "title: {en: Report}\npublisher: Paper\nclass: media\npublished: 2020-01\n"
    "url: https://paper.example/1\nauthors: A. Writer\n",
    "groups/front.yaml": """\
name: {en: Front, ar: الجبهة}
short: FR
type: armed-group
names: {name: {en: Old front}, until: 2013}
countries: SY
part_of: {group: union, from: 2012-05, until: 2014}
founded:
  - {value: 2011-02~}
  - {value: 2010, according_to: union}
dissolved: {value: 2017, rejected: It went on.}
lineage: {type: split, groups: union, date: 2011}
affiliations:
  - {group: union, type: allied-with, from: 2012}
  - {group: union, type: rival-of, according_to: union}
designations: {authority: union, list: The list, listed: 2013-05-14, removed: 2014}
identifiers: {wikidata: Q42}
as_of: 2024-11-29
reviewed: {date: 2025-01-02, by: A. Editor}
changes: {date: 2025-02-03, type: correction, text: Year corrected., was: It said 2012.}
cite: press
""",
    "groups/union.yaml": "name: Union\ntype: state-body\nas_of: 2024\ncite: press\n",
    "places/town.yaml": "name: Town\ntype: city\nlatitude: 35.5\nlongitude: 37.25\nprecision: exact\ncite: press\n",
    "events/battle.yaml": "name: Battle\ntype: clash\nas_of: 2024\nwhen: 2012-06-01/..\nplaces: town\n"
    "participants: {group: front, role: initiator}\ncite: press\n",
    "agreements/truce.yaml": "name: Truce\ntype: truce\nas_of: 2024\nsigned: 2013-01-02\neffective: 2013-01-03\n"
    "parties: [front, union]\ncite: press\n",
    "claims/one.yaml": "about: battle\nclaimant: union\nsaid: 2012-07\ncovers: 2012-06\n"
    "figures: {value: 10 to 20, unit: killed}\ncite: press\n",
    "dossiers/file.yaml": "title: File\nrecords: [battle, front]\n",
}
ROOT = "https://example.org/f/"


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return read_publication(tmp_path_factory.mktemp("linked"), FILES)


def describe(publication: Publication, target: str, *, language: str = "en", url: bool = True) -> list[Object]:
    """Return the page and its subject."""
    site = {name: value for name, value in publication.site.items() if url or name != "url"}
    context = Context(site, schema_folders=_schema_folders(), template_folders=_template_folders())
    page = open_page(publication.sheet(target), language, context, mode="web")
    found = json.loads(print_linked_data(page, "Title", "Words"))
    assert found == describe_linked(page, "Title", "Words")
    assert found["@context"] == CONTEXT
    graph: list[Object] = found["@graph"]
    return graph


def _schema_folders() -> tuple[str, ...]:
    from factsheet.defaults import SCHEMAS  # noqa: PLC0415 - a path

    return (str(SCHEMAS),)


def _template_folders() -> tuple[str, ...]:
    from factsheet.defaults import TEMPLATES  # noqa: PLC0415 - a path

    return (str(TEMPLATES),)


def test_a_page_says_how_it_is_kept(publication: Publication) -> None:
    page, _ = describe(publication, "front")
    assert page == {
        "@type": "WebPage",
        "@id": f"{ROOT}groups/front.html",
        "name": "Title",
        "inLanguage": "en",
        "description": "Words",
        "isPartOf": {"@type": "WebSite", "@id": ROOT, "name": {"@language": "en", "@value": "The file"}},
        "publisher": {"@type": "Organization", "name": "Desk"},
        "license": "https://spdx.org/licenses/CC-BY-4.0",
        "dateModified": "2025-02-03",
        "lastReviewed": "2025-01-02",
        "reviewedBy": {"@type": "Person", "name": "A. Editor"},
        "correction": [
            {
                "@type": "CorrectionComment",
                "datePublished": "2025-02-03",
                "text": {"@language": "en", "@value": "Year corrected."},
            }
        ],
        "citation": [f"{ROOT}sources/press.html#this"],
        "mainEntity": {"@id": f"{ROOT}groups/front.html#this"},
    }


def test_a_group_is_an_organization_with_what_is_stated_of_it(publication: Publication) -> None:
    _, group = describe(publication, "front")
    union = {"@id": f"{ROOT}groups/union.html#this", "name": "Union"}
    own = {"@id": f"{ROOT}groups/front.html#this"}
    assert group == {
        "@type": "Organization",
        **own,
        "name": [{"@language": "en", "@value": "Front"}, {"@language": "ar", "@value": "الجبهة"}],
        "alternateName": [{"@language": "en", "@value": "FR"}, {"@language": "en", "@value": "Old front"}],
        "sameAs": ["http://www.wikidata.org/entity/Q42"],
        "foundingDate": {"@type": "edtf", "@value": "2011-02~"},
        "parentOrganization": [
            {
                "@type": "OrganizationRole",
                "parentOrganization": union,
                "startDate": {"@type": "xsd:gYearMonth", "@value": "2012-05"},
                "endDate": {"@type": "xsd:gYear", "@value": "2014"},
            }
        ],
        "fs:affiliation": [
            {
                "@type": "fs:Affiliation",
                "fs:group": union,
                "fs:type": "allied-with",
                "startDate": {"@type": "xsd:gYear", "@value": "2012"},
            }
        ],
        "org:changedBy": [
            {
                "@type": "org:ChangeEvent",
                "fs:kind": "split",
                "org:originalOrganization": [union],
                "org:resultingOrganization": own,
                "startDate": {"@type": "xsd:gYear", "@value": "2011"},
            }
        ],
        "fs:designation": [
            {
                "@type": "fs:Designation",
                "prov:wasAttributedTo": union,
                "name": {"@language": "en", "@value": "The list"},
                "startDate": {"@type": "xsd:date", "@value": "2013-05-14"},
                "endDate": {"@type": "xsd:gYear", "@value": "2014"},
            }
        ],
    }


def test_other_kinds_have_their_own_types(publication: Publication) -> None:
    subjects = {
        target: describe(publication, target)[1] for target in ("town", "battle", "truce", "one", "press", "file")
    }
    assert {target: subject["@type"] for target, subject in subjects.items()} == {
        "town": "Place",
        "battle": "Event",
        "truce": ["Legislation", "fs:Agreement"],
        "one": "Claim",
        "press": "WebPage",
        "file": "Collection",
    }
    assert subjects["town"]["geo"] == {"@type": "GeoCoordinates", "latitude": 35.5, "longitude": 37.25}
    assert subjects["battle"]["startDate"] == {"@type": "xsd:date", "@value": "2012-06-01"}
    assert "endDate" not in subjects["battle"]
    assert subjects["truce"]["legislationDate"] == {"@type": "xsd:date", "@value": "2013-01-02"}
    assert subjects["truce"]["temporalCoverage"] == "2013-01-03/.."
    assert subjects["one"]["author"] == {"@id": f"{ROOT}groups/union.html#this", "name": "Union"}
    assert subjects["one"]["fs:figure"] == [
        {"@type": "QuantitativeValue", "minValue": 10, "maxValue": 20, "unitText": "killed"}
    ]
    assert subjects["press"]["url"] == "https://paper.example/1"
    assert subjects["file"]["hasPart"] == [
        {"@id": f"{ROOT}events/battle.html#this"},
        {"@id": f"{ROOT}groups/front.html#this"},
    ]


def test_without_an_address_links_are_relative(publication: Publication) -> None:
    page, subject = describe(publication, "battle", language="ar", url=False)
    assert page["@id"] == "battle.html"
    assert subject["@id"] == "../../events/battle.html#this"
    assert subject["location"] == [{"@id": "../../places/town.html#this", "name": "Town"}]


def test_no_text_can_end_the_script_element(tmp_path: Path) -> None:
    files = {"persons/a.yaml": "name: '</script><script>alert(1)</script> & co'\ncite: b\n"}
    files["sources/b.yaml"] = "title: B\npublisher: B\nclass: media\npublished: 2020\nurl: unknown\n"
    made = read_publication(tmp_path, files)
    context = Context(made.site, schema_folders=_schema_folders(), template_folders=_template_folders())
    page = open_page(made.sheet("a"), "en", context, mode="web")
    text = print_linked_data(page, "</script>", "<!--")
    assert not set("<>&") & set(text)
    assert json.loads(text)["@graph"][1]["name"]["@value"] == "</script><script>alert(1)</script> & co"
