"""Markdown of content: a citation's number follows its word."""

import pytest

from factsheet.defaults import SCHEMAS, TEMPLATES
from factsheet.formats.context import Context
from factsheet.formats.html import open_page
from factsheet.formats.marking import print_markdown
from factsheet.model import Sheet

SHEET: Sheet = {
    "sheet": 1,
    "kind": "group",
    "id": "hts",
    "path": "groups/hts",
    "label": {"en": "HTS"},
    "data": {},
    "citations": [{"n": 1, "source": "one"}, {"n": 2, "source": "two"}],
}


def words(text: str, language: str = "en") -> str:
    context = Context({"languages": ["en", "ar"]}, schema_folders=(str(SCHEMAS),), template_folders=(str(TEMPLATES),))
    return print_markdown(open_page(SHEET, language, context, mode="web"), text).striptags()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In 2016 [@one].", "In 20161."),
        ("A new name\n[@one].", "A new name1."),
        ("**Bold** [@one], [HTS](hts) [@two].", "Bold1, HTS2."),
        ("Two [@one] [@two].", "Two1 2."),
        ("Two [@one]\n[@two].", "Two1 2."),
        ("[@one] first", "1 first"),
    ],
)
def test_a_citation_stands_close_to_its_word_and_apart_from_another(text: str, shown: str) -> None:
    assert words(text) == shown


def test_a_citation_after_a_number_stays_behind_it_from_right_to_left() -> None:
    assert words("في 2016 [@one]", "ar") == "في 2016\N{RIGHT-TO-LEFT MARK}1"
