"""The forms in which a sheet is published: a dict of pure functions from a sheet to bytes."""

from factsheet.formats.context import Context, Format, locate
from factsheet.formats.json import render_json
from factsheet.model import Sheet


def _render_html(sheet: Sheet, language: str, context: Context) -> bytes:
    from factsheet.formats.html import render_html  # noqa: PLC0415 - Jinja2 is read only where a page is made

    return render_html(sheet, language, context)


def _render_pdf(sheet: Sheet, language: str, context: Context) -> bytes:
    from factsheet.formats.paper import render_paper  # noqa: PLC0415 - WeasyPrint costs 0.7 s

    return render_paper(sheet, language, context)


FORMATS = {
    "html": Format("html", ".html", "text/html", _render_html),
    "json": Format("json", ".json", "application/json", render_json),
    "pdf": Format("pdf", ".pdf", "application/pdf", _render_pdf),
}

__all__ = ["FORMATS", "Context", "Format", "locate"]
