"""Feeds, site map, old addresses and words to search, as a real build writes them."""

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import MakeProject, Run

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "title: {en: The file, ar: الملف}\npublisher: Desk\nlanguages: [en, ar]\n"
FILES = {
    "content/sources/press.yaml": "title: Report\npublisher: A\nclass: media\npublished: 2020\nurl: unknown\n",
    "content/groups/front.yaml": """\
former_ids: [old-front, older-front]
name: {en: Front <b>, ar: الجبهة}
names: {name: {en: First name, ru: Фронт}}
type: armed-group
summary:
  en: A group of [the north](https://example.org/) that was founded in the north.
  ar: جماعة من الشمال تأسست في الشمال ولم تزل هناك.
as_of: 2024-11-29
changes:
  - {date: 2024-12-01, type: created, text: {en: Begun., ar: بداية.}}
  - {date: 2024-12-05, type: correction, text: Year corrected., was: It said 2012.}
  - {date: 2024-12-05, type: update, text: Tie added.}
cite: press
""",
    "content/persons/one.yaml": "name: One\ncite: press\n",
}


@pytest.fixture
def out(make_project: MakeProject, run: Run) -> Path:
    root = make_project({**FILES, "content/site.yaml": f"{SITE}url: https://example.org/f/\n"})
    assert run("-C", root, "build", "--to", "html").code == 0
    return root / "public"


def test_a_feed_has_the_changes_of_records_the_newest_first(out: Path) -> None:
    feed = etree.parse(out / "feed.atom").getroot()
    assert feed.findtext(f"{ATOM}id") == "https://example.org/f/"
    assert feed.findtext(f"{ATOM}updated") == "2024-12-05T00:00:00Z"
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Front <b> (update)",
        "Front <b> (correction)",
        "Front <b> (created)",
    ]
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        "https://example.org/f/groups/front.html#2024-12-05-2",
        "https://example.org/f/groups/front.html#2024-12-05-1",
        "https://example.org/f/groups/front.html#2024-12-01-1",
    ]
    assert entries[1].findtext(f"{ATOM}content") == "Year corrected. Before: It said 2012."
    arabic = etree.parse(out / "ar" / "feed.atom").getroot()
    assert arabic.findall(f"{ATOM}entry")[2].findtext(f"{ATOM}content") == "بداية."


def test_the_site_map_names_every_page_but_the_one_for_what_is_not_there(out: Path) -> None:
    root = etree.parse(out / "sitemap.xml").getroot()
    found = {url.findtext(f"{MAP}loc"): url for url in root.findall(f"{MAP}url")}
    pages = {path.relative_to(out).as_posix() for path in out.rglob("*.html")}
    former = {f"{folder}groups/{name}-front.html" for folder in ("", "ar/") for name in ("old", "older")}
    expected = {
        "https://example.org/f/" + (page.removesuffix("index.html") if page.endswith("index.html") else page)
        for page in pages - former - {"404.html"}
    }
    assert found.keys() == expected
    front = found["https://example.org/f/groups/front.html"]
    assert front.findtext(f"{MAP}lastmod") == "2024-12-05"
    assert [link.get("hreflang") for link in front.iterfind("{http://www.w3.org/1999/xhtml}link")] == ["en", "ar"]
    assert (out / "robots.txt").read_text("utf-8").endswith("Sitemap: https://example.org/f/sitemap.xml\n")


def test_a_page_names_its_addresses_where_the_site_has_one(out: Path) -> None:
    page = (out / "ar" / "groups" / "front.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/f/ar/groups/front.html">' in page
    assert '<link rel="alternate" hreflang="x-default" href="https://example.org/f/groups/front.html">' in page
    assert '<meta property="og:url" content="https://example.org/f/ar/groups/front.html">' in page
    assert '<link rel="alternate" type="application/atom+xml" href="../feed.atom"' in page


def test_without_an_address_there_is_neither_feed_nor_map_nor_absolute_link(
    make_project: MakeProject, run: Run
) -> None:
    root = make_project({**FILES, "content/site.yaml": SITE})
    assert run("-C", root, "build", "--to", "html").code == 0
    names = {path.name for path in (root / "public").rglob("*")}
    assert not names & {"feed.atom", "sitemap.xml", "robots.txt"}
    head = (root / "public" / "groups" / "front.html").read_text("utf-8").partition("</head>")[0]
    assert 'rel="canonical"' not in head
    assert "hreflang" not in head
    assert 'property="og:title"' in head


def test_an_old_address_leads_to_the_new_one_in_each_language(out: Path) -> None:
    page = (out / "ar" / "groups" / "old-front.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=front.html">' in page
    assert '<link rel="canonical" href="https://example.org/f/ar/groups/front.html">' in page
    assert '<a href="front.html">الجبهة</a>' in page
    assert (out / "groups" / "older-front.html").is_file()


def test_words_to_search_are_a_script_of_plain_data(out: Path) -> None:
    script = (out / "assets" / "search-en.js").read_text("utf-8")
    assert script.startswith("self.factsheetWords([")
    rows = json.loads(script.removeprefix("self.factsheetWords(").removesuffix(");\n"))
    assert rows == [
        [
            "Front <b>",
            "Group",
            "groups/front.html",
            "الجبهة\nFirst name\nФронт",
            "A group of the north that was founded in the north.",
        ],
        ["One", "Person", "persons/one.html", "", ""],
        ["Report", "Source", "sources/press.html", "", ""],
    ]
    arabic = (out / "assets" / "search-ar.js").read_text("utf-8")
    assert '["One","شخص","persons/one.html","","","en"]' in arabic


def test_changes_have_a_page_that_the_first_page_and_the_navigation_lead_to(out: Path) -> None:
    page = (out / "changes.html").read_text("utf-8")
    assert "<b>Correction</b> · <time" in page
    assert page.index("Tie added.") < page.index("Year corrected.") < page.index("Begun.")
    assert "It said 2012." in page
    home = (out / "index.html").read_text("utf-8")
    assert home.count('<a href="changes.html">') == 2
