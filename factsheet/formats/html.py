"""Sheets as web pages: the article of the sheet inside the shell of the site."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.formats.citing import describe_citing
from factsheet.formats.context import Context, locate
from factsheet.formats.environment import read_environment, render
from factsheet.formats.head import describe_head
from factsheet.formats.marking import print_plain
from factsheet.formats.pages import Mode, Page
from factsheet.formats.views import Map, Node, view_root
from factsheet.locales import get_autonym
from factsheet.schemas import Schemas
from factsheet.wording.catalogs import read_catalog
from factsheet.wording.values import choose_text

if TYPE_CHECKING:
    from factsheet.model import Object, Sheet

TOP_FIELDS = ("as_of", "reviewed", "review_due", "withdrawn", "changes")
"""Parts of a record that stand at the top of its sheet, under the schema of the record all the same."""


PHRASES = {"timeline": "Timeline", "changes": "Changes"}
"""Pages of the whole publication in the navigation, after its kinds."""


def render_html(sheet: Sheet, language: str, context: Context) -> bytes:
    """Return the page of a sheet in one language."""
    page = open_page(sheet, language, context, mode="web")
    values = describe_page(page)
    values["head"] = describe_head(page, *(str(values[name]) for name in ("title", "site_title", "description")))
    article = render_article(page, values)
    return (
        render(
            context.template_folders,
            ["page.html"],
            **values,
            article=article,
            search=describe_search(page),
            alternates=list_alternates(page),
            languages=list_languages(page),
            navigation=list_navigation(page),
        )
        + Markup("\n")
    ).encode()


def open_page(sheet: Sheet, language: str, context: Context, *, mode: Mode) -> Page:
    """Return the page object of a sheet; schemas are read once a process."""
    return Page(sheet, language, mode, context, read_schemas(context.schema_folders))


@cache
def read_schemas(folders: tuple[str, ...]) -> Schemas:
    """Return the compiled schemas of a list of folders."""
    return Schemas.read([Path(folder) for folder in folders])


def forget() -> None:
    """Forget every template, schema and catalog that was read: a program that goes on while they change calls this."""
    for reader in (read_schemas, read_environment, read_catalog):
        reader.cache_clear()


def render_article(page: Page, values: dict[str, object]) -> Markup:
    """Return the body of a sheet, the same on screen and on paper."""
    kind = str(page.sheet["kind"])
    return render(page.context.template_folders, [f"{kind}/sheet.html", "sheet.html"], **values)


def describe_page(page: Page) -> dict[str, object]:
    """Return what every template is given: views of the sheet, the site, and phrases."""
    sheet, kind = page.sheet, page.schemas.kinds.get(str(page.sheet["kind"]))
    data = sheet.get("data")
    schema: Object = kind.schema if kind else {}
    top = {name: sheet[name] for name in TOP_FIELDS if name in sheet}
    root = view_root(page, data if isinstance(data, dict) else sheet, schema)
    label = sheet.get("label")
    title = choose_text(label, page.language, page.default)[0] if isinstance(label, dict) else str(sheet["path"])
    if sheet["kind"] == "index":
        title = page.plural_of(str(sheet["of"]))
    elif "id" not in sheet and sheet["kind"] != "home":
        title = page.translate(title)
    site_title, publisher = _plain(page, page.context.site.get("title")), _publisher(page.context.site)
    return {
        "page": page,
        "sheet": sheet,
        "site": page.context.site,
        "r": root,
        "top": view_root(page, top, _with_due(schema)),
        "t": page.phrase,
        "title": title,
        "site_title": site_title,
        "headline": _headline(page, root, label),
        "description": _describe(page, data) or _describe_whole(page, title, site_title),
        "kind_title": page.title_of(schema, str(sheet["kind"])),
        "publisher": publisher,
        "citing": describe_citing(page, title, site_title, publisher),
    }


def _with_due(schema: Object) -> Object:
    properties = schema.get("properties")
    known = dict(properties) if isinstance(properties, dict) else {}
    due: Object = {"title": "Next review", "x-form": "date"}
    return {**schema, "properties": {**known, "review_due": due}}


def _headline(page: Page, root: Node, label: object) -> object:
    """Return the property that names the record, so that its place is known; else the label."""
    if isinstance(root, Map):
        for name in (root.schema.get("x-label"), "name", "title"):
            if isinstance(name, str) and name in root:
                return root[name]
    return page.text(label if isinstance(label, dict) else str(page.sheet["path"]))


def _plain(page: Page, text: object) -> str:
    return choose_text(text, page.language, page.default)[0] if isinstance(text, dict) and text else str(text or "")


def _describe(page: Page, data: object) -> str:
    summary = data.get("summary") if isinstance(data, dict) else None
    return print_plain(_plain(page, summary)) if summary else ""


def _describe_whole(page: Page, title: str, site_title: str) -> str:
    """Return what a page of the whole publication has on it: its title, how many, and of what."""
    if "id" in page.sheet or "count" not in page.sheet:
        return ""
    count = page.translate("Entries: {count}", count=page.sheet["count"])
    return " · ".join(dict.fromkeys([title, site_title, count]))


def _publisher(site: Object) -> str:
    publisher = site.get("publisher")
    return str(publisher.get("name", "")) if isinstance(publisher, dict) else str(publisher or "")


def list_languages(page: Page) -> list[dict[str, object]]:
    """Return the languages in which this page exists, for the switch and for `hreflang`."""
    languages = page.sheet.get("languages")
    tags = [str(tag) for tag in languages] if isinstance(languages, list) else list(page.context.languages)
    return [
        {
            "tag": tag,
            "name": get_autonym(tag),
            "address": page.asset(locate(str(page.sheet["path"]), tag, page.default) + ".html"),
            "current": tag == page.language,
        }
        for tag in tags
    ]


def list_alternates(page: Page) -> list[dict[str, str]]:
    """Return the other forms in which this sheet is published."""
    formats, found = page.context.formats, []
    if "json" in formats and page.sheet["kind"] != "404":
        address = page.asset(_find_data(page.sheet) + ".json")
        found.append({"name": "JSON", "media_type": "application/json", "address": address})
    if "pdf" in formats and "data" in page.sheet:
        address = page.asset(page.path + ".pdf")
        found.append({"name": "PDF", "media_type": "application/pdf", "address": address})
    return found


def _find_data(sheet: Sheet) -> str:
    """Return the path of a sheet's JSON; an index has one, however it is arranged."""
    path, views = str(sheet["path"]), sheet.get("views")
    return path.rpartition("/")[0] if isinstance(views, list) and sheet.get("by") != views[0] else path


def list_navigation(page: Page) -> list[dict[str, object]]:
    """Return the entries of the navigation: the kinds that have records, then the pages of the whole."""
    here, folder = str(page.sheet["path"]), str(page.sheet["path"]).split("/")[0]
    found: list[dict[str, object]] = []
    for name, kind in page.context.kinds:
        title = page.plural_of(kind)
        current = "page" if here == f"{name}/index" else "true" if folder == name else ""
        found.append({"title": title, "address": page.link(f"{name}/index"), "current": current})
    for path, title in PHRASES.items():
        found.append(
            {
                "title": page.translate(title),
                "address": page.link(path),
                "current": "page" if here == path else "",
            }
        )
    return found


def describe_search(page: Page) -> dict[str, str]:
    """Return the addresses that the search needs: its script, the words of all records, the root of the site."""
    return {
        "script": page.asset("assets/search.js"),
        "words": page.asset(f"assets/search-{page.language}.js"),
        "root": page.asset("index.html").removesuffix("index.html"),
    }
