"""What stands in the head of a page for machines: canonical address, languages, Open Graph, feed, linked data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsheet.formats.linked_data import print_linked_data
from factsheet.formats.linked_values import address_of

if TYPE_CHECKING:
    from factsheet.formats.pages import Page


def describe_head(page: Page, title: str, site_title: str, description: str) -> dict[str, object]:
    """Return what the head of a page says to machines. Addresses are absolute, so they need that of the site."""
    has_address = bool(page.context.site.get("url")) and page.sheet["kind"] != "404"
    own = address_of(page, str(page.sheet["path"]), page.language) if has_address else ""
    return {
        "canonical": own,
        "hreflang": _list_languages(page) if has_address else [],
        "graph": _describe_graph(page, title, site_title, description, own),
        "feed": page.asset(find_feed(page.language, page.default)) if has_address else "",
        "linked": print_linked_data(page, title, description) if page.sheet["kind"] != "404" else "",
    }


def find_feed(language: str, default: str) -> str:
    """Return the path of the feed in a language."""
    return "feed.atom" if language == default else f"{language}/feed.atom"


def _list_languages(page: Page) -> list[dict[str, str]]:
    """Return the absolute address of the page in each of its languages, and of the one for all others."""
    languages = page.sheet.get("languages")
    tags = [str(tag) for tag in languages] if isinstance(languages, list) else list(page.context.languages)
    path = str(page.sheet["path"])
    found = [{"tag": tag, "address": address_of(page, path, tag)} for tag in tags]
    return [*found, {"tag": "x-default", "address": address_of(page, path)}] if len(tags) > 1 else []


def _describe_graph(page: Page, title: str, site_title: str, description: str, own: str) -> list[tuple[str, str]]:
    pairs = [
        ("og:title", title),
        ("og:type", "article" if "data" in page.sheet else "website"),
        ("og:site_name", site_title),
        ("og:description", description),
        ("og:locale", page.language.replace("-", "_")),
        ("og:url", own),
    ]
    return [(name, content) for name, content in pairs if content]
