"""How a page says that it is to be cited."""

import json

from markupsafe import Markup

from factsheet.defaults import SCHEMAS, TEMPLATES
from factsheet.formats.citing import describe_citing
from factsheet.formats.context import Context
from factsheet.formats.html import open_page
from factsheet.model import Json, Object, Sheet

DAY: Object = {"edtf": "2024-11-29", "earliest": "2024-11-29", "latest": "2024-11-29"}
SHEET: Sheet = {"sheet": 1, "kind": "group", "id": "hts", "path": "groups/hts", "label": {"en": "HTS"}, "data": {}}


def cite(
    sheet: Sheet, title: str = "HTS & co", language: str = "en", url: str = "https://example.org/"
) -> dict[str, str]:
    site: Object = {"languages": ["en", "ar"], **({"url": url} if url else {})}
    context = Context(site, schema_folders=(str(SCHEMAS),), template_folders=(str(TEMPLATES),))
    found = describe_citing(open_page(sheet, language, context, mode="web"), title, "The file", "The Desk")
    assert found
    text = found["text"]
    assert isinstance(text, Markup)
    return {"text": text.striptags(), "bibtex": str(found["bibtex"]), "csl": str(found["csl"])}


def test_the_text_has_publisher_title_publication_date_and_address() -> None:
    cited = cite({**SHEET, "as_of": DAY}, "HTS")
    assert cited["text"] == (
        "The Desk. “HTS”. The file. Version of 29 November 2024. https://example.org/groups/hts.html"
    )


def test_each_language_has_its_own_marks_and_address() -> None:
    cited = cite({**SHEET, "as_of": DAY}, "هتش", language="ar")
    assert cited["text"].startswith("The Desk. «هتش». The file. ")
    assert cited["text"].endswith("https://example.org/ar/groups/hts.html")
    assert "langid = {arabic}" in cited["bibtex"]


def test_the_newest_of_the_records_own_dates_counts() -> None:
    later: Object = {"edtf": "2025-01", "earliest": "2025-01-01", "latest": "2025-01-31"}
    changes: list[Json] = [{"date": later, "type": "update", "text": {"en": "x"}}]
    assert json.loads(cite({**SHEET, "as_of": DAY, "changes": changes})["csl"])[0]["issued"] == {
        "date-parts": [[2025, 1, 31]]
    }


def test_bibtex_escapes_what_means_something_there() -> None:
    assert cite({**SHEET, "as_of": DAY}, r"50% of {A_b} & C\D ~x^2 #1 $")["bibtex"] == (
        "@misc{hts,\n"
        r"  title = {{50\% of \{A\_b\} \& C\textbackslash{}D \textasciitilde{}x\textasciicircum{}2 \#1 \$}},"
        "\n"
        "  author = {{The Desk}},\n"
        "  howpublished = {The file},\n"
        "  year = {2024},\n"
        "  month = nov,\n"
        "  date = {2024-11-29},\n"
        "  langid = {english},\n"
        "  url = {https://example.org/groups/hts.html}\n"
        "}"
    )


def test_csl_has_the_same_and_leaves_out_what_is_not_known() -> None:
    assert json.loads(cite({**SHEET}, url="")["csl"]) == [
        {
            "id": "hts",
            "type": "webpage",
            "title": "HTS & co",
            "container-title": "The file",
            "language": "en",
            "author": [{"literal": "The Desk"}],
        }
    ]


def test_a_page_of_the_whole_is_not_cited() -> None:
    context = Context({}, schema_folders=(str(SCHEMAS),), template_folders=(str(TEMPLATES),))
    sheet: Sheet = {"sheet": 1, "kind": "timeline", "path": "timeline", "label": {"en": "Timeline"}}
    assert describe_citing(open_page(sheet, "en", context, mode="web"), "Timeline", "The file", "Desk") is None
