"""How to cite a page: as text, as BibTeX and as CSL-JSON, from the record's own dates and the site's publisher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.encoding import encode
from factsheet.formats.chronicle import print_bare_date
from factsheet.formats.linked_values import address_of
from factsheet.formats.moments import find_day

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object

_BIBTEX = {mark: f"\\{mark}" for mark in "&%$#_{}"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BABEL = {"ar": "arabic", "en": "english", "ru": "russian", "tr": "turkish", "fr": "french", "de": "german"}
"""Names of languages as BibTeX styles know them."""

_QUOTES = {"ar": ("«", "»"), "ru": ("«", "»"), "uk": ("«", "»"), "fr": ("«", "»")}
_SENTENCE_END = re.compile(r"[.?!…؟]\Z")


def describe_citing(page: Page, title: str, site_title: str, publisher: str) -> dict[str, Markup | str] | None:
    """Return the three forms in which to cite a record's page; None for any other page."""
    if "data" not in page.sheet:
        return None
    address = address_of(page, str(page.sheet["path"]), page.language) if page.context.site.get("url") else ""
    return {
        "text": _cite_text(page, title, (site_title, publisher), address),
        "bibtex": _cite_bibtex(page, title, (site_title, publisher), address),
        "csl": encode([_cite_csl(page, title, (site_title, publisher), address)], indent=True).decode(),
    }


def _cite_text(page: Page, title: str, names: tuple[str, str], address: str) -> Markup:
    """Return publisher, title, publication, date and address; the title in the marks of the language."""
    site_title, publisher = names
    parts = [Markup("<bdi>{}</bdi>").format(_end(publisher)) if publisher else Markup("")]
    before, after = _QUOTES.get(page.language.partition("-")[0], ("“", "”"))
    parts.append(Markup("{}<bdi>{}</bdi>{}.").format(before, title, after))
    parts.append(Markup("<cite>{}</cite>").format(_end(site_title)))
    if day := find_day(page.sheet):
        parts.append(page.phrase("Version of {date}.", date=print_bare_date(page, day)))
    if address:
        parts.append(Markup('<span class="url" dir="ltr">{}</span>').format(address))
    return Markup(" ").join(part for part in parts if part)


def _end(words: str) -> str:
    return words if _SENTENCE_END.search(words) else f"{words}."


def _cite_bibtex(page: Page, title: str, names: tuple[str, str], address: str) -> str:
    site_title, publisher = names
    day = find_day(page.sheet)
    fields = {
        "title": f"{{{_escape_bibtex(title)}}}",
        "author": f"{{{_escape_bibtex(publisher)}}}" if publisher else "",
        "howpublished": _escape_bibtex(site_title),
        "year": day[:4],
        "month": _MONTHS[int(day[5:7]) - 1] if day else "",
        "date": day,
        "langid": _BABEL.get(page.language, ""),
        "url": address,
    }
    plain = {"month"}
    lines = [f"  {key} = {value if key in plain else f'{{{value}}}'}" for key, value in fields.items() if value]
    return f"@misc{{{page.sheet['id']},\n" + ",\n".join(lines) + "\n}"


def _escape_bibtex(text: str) -> str:
    return "".join(_BIBTEX.get(mark, mark) for mark in text)


def _cite_csl(page: Page, title: str, names: tuple[str, str], address: str) -> Object:
    site_title, publisher = names
    found: Object = {
        "id": str(page.sheet["id"]),
        "type": "webpage",
        "title": title,
        "container-title": site_title,
        "language": page.language,
    }
    if publisher:
        author: Json = [{"literal": publisher}]
        found["author"] = author
    if day := find_day(page.sheet):
        date: Json = [[int(part) for part in day.split("-")]]
        found["issued"] = {"date-parts": date}
    return found | ({"URL": address} if address else {})
