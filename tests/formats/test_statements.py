"""Statements of a record in a line."""

from markupsafe import Markup

from factsheet.defaults import SCHEMAS, TEMPLATES
from factsheet.formats.context import Context
from factsheet.formats.html import open_page
from factsheet.formats.statements import print_compact
from factsheet.formats.views import Map, view
from factsheet.model import Object, Sheet

SHEET: Sheet = {"sheet": 1, "kind": "group", "id": "hts", "path": "groups/hts", "label": {"en": "HTS"}, "data": {}}
AMOUNT: Object = {"text": "15000", "low": 15000, "high": 15000}


def compact(value: Object, language: str = "en") -> str:
    context = Context({"languages": ["en", "ar"]}, schema_folders=(str(SCHEMAS),), template_folders=(str(TEMPLATES),))
    page = open_page(SHEET, language, context, mode="web")
    forms = {"value": "amount", "date": "date", "basis": "string"}
    schema: Object = {"properties": {name: {"title": name.title(), "x-form": form} for name, form in forms.items()}}
    node = view(page, value, schema, "strength/0")
    assert isinstance(node, Map)
    printed = print_compact(node)
    assert isinstance(printed, Markup)
    return printed.striptags()


def test_the_date_of_a_value_stands_in_brackets_behind_it() -> None:
    day: Object = {"edtf": "2022", "earliest": "2022-01-01", "latest": "2022-12-31"}
    assert compact({"value": AMOUNT, "date": day, "basis": "estimate"}) == "15,000 (2022) · Basis estimate"
    assert compact({"value": AMOUNT, "date": {**day, "edtf": "2022~"}}, "ar") == "15,000 (نحو عام 2022)"


def test_a_date_that_is_missing_is_named() -> None:
    assert compact({"value": AMOUNT, "date": {"missing": "unknown"}}) == "15,000 · Date unknown"
