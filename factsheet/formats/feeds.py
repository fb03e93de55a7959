"""A feed of what changed, from the records' own lists of changes: the same bytes whatever the clock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.composing.days import last_day
from factsheet.formats.context import Context, locate
from factsheet.formats.head import find_feed
from factsheet.wording.catalogs import translate
from factsheet.wording.labels import label_word
from factsheet.wording.values import choose_text

if TYPE_CHECKING:
    from factsheet.model import Json, Object, Sheet

_MOST = 50


def list_feeds(changes: Sheet, context: Context) -> dict[str, bytes]:
    """Return a feed in each language by path, from the sheet of changes; nothing for a site without an address."""
    base = str(context.site.get("url") or "")
    default = context.languages[0]
    return {find_feed(tag, default): _print_feed(changes, base, tag, context) for tag in context.languages if base}


def _print_feed(changes: Sheet, base: str, language: str, context: Context) -> bytes:
    listed = changes["changes"] if isinstance(changes["changes"], list) else []
    entries = [_print_entry(changes, change, (base, language), context) for change in _number(listed)[:_MOST]]
    newest = max((last_day(change.get("date")) for change in listed if isinstance(change, dict)), default="")
    default = context.languages[0]
    home = base + locate("index.html", language, default).removesuffix("index.html")
    title = _text(context.site.get("title"), language, default)
    head = Markup(
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{}">\n'
        '<title>{}</title>\n<id>{}</id>\n<link rel="self" href="{}"/>\n<link href="{}"/>\n'
        "<updated>{}T00:00:00Z</updated>\n<author><name>{}</name></author>\n"
    ).format(
        language,
        f"{title}: {translate('Changes', language, context.template_folders)}",
        home,
        base + find_feed(language, default),
        home,
        newest or "1970-01-01",
        _publisher(context.site) or title,
    )
    return f"{head}{Markup('').join(entries)}</feed>\n".encode()


def _number(changes: Iterable[Json]) -> list[Object]:
    """Return the changes, each with its number among those of its record and day, so that its id never changes."""
    seen: dict[tuple[str, str], int] = {}
    found: list[Object] = []
    for change in reversed(list(changes)):
        if isinstance(change, dict):
            key = str(change["ref"]), last_day(change.get("date"))
            seen[key] = seen.get(key, 0) + 1
            found.append({**change, "number": seen[key]})
    return found[::-1]


def _print_entry(changes: Sheet, change: Object, where: tuple[str, str], context: Context) -> Markup:
    base, language = where
    default = context.languages[0]
    records = changes["records"] if isinstance(changes["records"], dict) else {}
    record = records.get(str(change["ref"]))
    known = record if isinstance(record, dict) else {}
    languages = known.get("languages")
    there = language if not isinstance(languages, list) or language in languages else default
    address = base + locate(str(known.get("path")), there, default) + ".html"
    day = last_day(change.get("date"))
    kind = label_word("change.type", str(change.get("type")), language)
    text = _text(change.get("text"), language, default)
    if "was" in change:
        before = translate("Before:", language, context.template_folders)
        text = f"{text} {before} {_text(change['was'], language, default)}"
    return Markup(
        '<entry>\n<title>{} ({})</title>\n<id>{}#{}-{}</id>\n<link href="{}"/>\n<updated>{}T00:00:00Z</updated>\n'
        '<content type="text">{}</content>\n</entry>\n'
    ).format(
        _text(known.get("label"), language, default),
        kind,
        address,
        day,
        change["number"],
        address,
        day,
        text,
    )


def _text(text: Json, language: str, default: str) -> str:
    return choose_text(text, language, default)[0] if isinstance(text, dict) and text else str(text or "")


def _publisher(site: Object) -> str:
    publisher = site.get("publisher")
    return str(publisher.get("name", "")) if isinstance(publisher, dict) else str(publisher or "")
