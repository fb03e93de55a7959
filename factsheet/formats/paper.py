"""Sheets as PDF: the same article as on the web, in the shell for paper, finished for both profiles."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from factsheet.dates import DateError, parse
from factsheet.diagnostics import RenderingError
from factsheet.encoding import encode
from factsheet.formats.context import Context
from factsheet.formats.environment import render
from factsheet.formats.html import describe_page, open_page, render_article
from factsheet.formats.pdf import render_pdf
from factsheet.model import Sheet

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def render_paper(sheet: Sheet, language: str, context: Context) -> bytes:
    """Return the PDF of a sheet. Raises RenderingError where the engine finds fault with the page."""
    page = open_page(sheet, language, context, mode="print")
    values = describe_page(page)
    article = render_article(page, values)
    moment = find_moment(sheet)
    html = render(
        context.template_folders,
        ["print.html"],
        **values,
        article=article,
        moment=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        address=page.link(str(sheet["path"])),
    )
    made = render_pdf(
        str(html),
        stylesheets=(*read_styles(context.template_folders, page.direction), size_page(context)),
        sheet_json=encode(sheet, indent=True) + b"\n",
        name=f"{sheet['id']}.json",
        moment=moment,
        assets=read_media(sheet, context),
        fonts=tuple(path for folder in context.font_folders for path in sorted(Path(folder).glob("*.ttf"))),
    )
    if made.complaints:
        raise RenderingError(f"{sheet['path']}.pdf: {'; '.join(made.complaints)}")
    return made.data


@cache
def read_styles(folders: tuple[str, ...], direction: str) -> tuple[str, ...]:
    """Return the style sheets for paper, the publication's own last."""
    names = ["print.css", *(["print-rtl.css"] if direction == "rtl" else []), "own-print.css"]
    return tuple(find_template(folders, f"styles/{name}").read_text(encoding="utf-8") for name in names)


def size_page(context: Context) -> str:
    """Return the rule for the size of the paper that the site asks for: A4, or Letter."""
    return f"@page {{ size: {context.site.get('paper', 'A4')} }}"


def find_template(folders: tuple[str, ...], name: str) -> Path:
    """Return the file of that name, the publication's own before the default one."""
    for folder in reversed(folders):
        if (Path(folder) / name).is_file():
            return Path(folder) / name
    return Path(folders[0]) / name


def read_media(sheet: Sheet, context: Context) -> dict[str, bytes]:
    """Return the bytes of each picture that the sheet shows, by its address in the page."""
    media = sheet.get("media")
    addresses = media if isinstance(media, dict) else {}
    return {f"media/{address}": Path(context.media[address]).read_bytes() for address in addresses}


def find_moment(sheet: Sheet) -> datetime:
    """Return the day a record's facts were last checked or changed, at midnight UTC: the date its PDF carries."""
    days = []
    for name in ("as_of", "reviewed"):
        value = sheet.get(name)
        value = value.get("date", value) if isinstance(value, dict) else value
        if isinstance(value, dict) and "edtf" in value:
            days.append(str(value["edtf"]))
    return max((_read_day(day) for day in days), default=_EPOCH)


def _read_day(edtf: str) -> datetime:
    try:
        latest = parse(edtf).latest
        return datetime.strptime(latest, "%Y-%m-%d").replace(tzinfo=UTC) if latest else _EPOCH
    except (DateError, ValueError):
        return _EPOCH
