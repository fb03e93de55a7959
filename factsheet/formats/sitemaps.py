"""The list of all pages for search engines, and where they find it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.formats.context import Context, locate
from factsheet.formats.moments import find_day

if TYPE_CHECKING:
    from factsheet.model import Sheet

_MOST = 50_000
"""So many addresses the protocol allows in one file."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def list_sitemaps(sheets: Iterable[Sheet], context: Context) -> dict[str, bytes]:
    """Return `sitemap.xml` and `robots.txt` by path; nothing for a site without an address of its own."""
    base = str(context.site.get("url") or "")
    if not base:
        return {}
    entries = [entry for sheet in sheets if sheet["kind"] != "404" for entry in _list_entries(sheet, base, context)]
    parts = [entries[start : start + _MOST] for start in range(0, len(entries), _MOST)]
    files = {"robots.txt": f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode()}
    if len(parts) <= 1:
        return files | {"sitemap.xml": _print_urls(entries)}
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = Markup("").join(Markup("<sitemap><loc>{}{}</loc></sitemap>\n").format(base, name) for name in names)
    files["sitemap.xml"] = f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n{index}</sitemapindex>\n'.encode()
    return files | {name: _print_urls(part) for name, part in zip(names, parts, strict=True)}


def _print_urls(entries: Sequence[Markup]) -> bytes:
    spaces = f'xmlns="{_SPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"{_HEAD}<urlset {spaces}>\n{Markup('').join(entries)}</urlset>\n".encode()


def _list_entries(sheet: Sheet, base: str, context: Context) -> Iterable[Markup]:
    languages = sheet.get("languages")
    tags = [str(tag) for tag in languages] if isinstance(languages, list) else list(context.languages)
    addresses = {tag: _address(base, str(sheet["path"]), tag, context) for tag in tags}
    links = Markup("").join(
        Markup('<xhtml:link rel="alternate" hreflang="{}" href="{}"/>').format(tag, address)
        for tag, address in addresses.items()
    )
    day = find_day(sheet)
    changed = Markup("<lastmod>{}</lastmod>").format(day) if day else Markup("")
    for address in addresses.values():
        yield Markup("<url><loc>{}</loc>{}{}</url>\n").format(address, changed, links if len(tags) > 1 else "")


def _address(base: str, path: str, language: str, context: Context) -> str:
    return base + (locate(path, language, context.languages[0]) + ".html").removesuffix("index.html")
