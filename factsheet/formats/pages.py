"""One page while it is rendered: its language, its links, its labels, and what it has shown."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from factsheet.formats import leaves, lists
from factsheet.formats.context import Context, locate
from factsheet.locales import get_comma, get_direction
from factsheet.wording.catalogs import translate
from factsheet.wording.values import choose_text, wording

if TYPE_CHECKING:
    from factsheet.formats.views import Items, Leaf, Map
    from factsheet.model import Json, Object, Sheet
    from factsheet.schemas import Schemas

Mode = Literal["web", "print"]

_FIELD_NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")


@dataclass(slots=True)
class Page:
    """One sheet on its way to a page in one language, on screen or on paper."""

    sheet: Sheet
    language: str
    mode: Mode
    context: Context
    schemas: Schemas
    shown: set[str] = field(default_factory=set)

    @property
    def default(self) -> str:
        """Return the site's first language."""
        return self.context.languages[0]

    @property
    def direction(self) -> str:
        """Return `ltr` or `rtl`."""
        return get_direction(self.language)

    @property
    def comma(self) -> Markup:
        """Return the comma of the page's script, with its space."""
        return Markup(get_comma(self.language))  # noqa: S704 - one of two constants

    @property
    def path(self) -> str:
        """Return the page's own path, without suffix."""
        return locate(str(self.sheet["path"]), self.language, self.default)

    def translate(self, message: str, **values: object) -> str:
        """Return a phrase of the interface in the page's language, its `{names}` filled in."""
        text = translate(message, self.language, self.context.template_folders)
        return text.format(**values) if values else text

    def phrase(self, message: str, **parts: object) -> Markup:
        """Return a phrase of the interface in the page's language, printed values put in their places."""
        text = escape(translate(message, self.language, self.context.template_folders))
        return text.format(**parts) if parts else text

    def title_of(self, schema: Object, name: str) -> str:
        """Return the printed title of a property: its own translation, else the catalog's, else its name."""
        return self.choose_title(schema, "title", name)

    def plural_of(self, kind: str) -> str:
        """Return the name of a kind where it stands for all its records."""
        known = self.schemas.kinds.get(kind)
        return self.choose_title({**known.schema, "x-plural": known.plural}, "x-plural", kind) if known else kind

    def choose_title(self, schema: Object, keyword: str, name: str) -> str:
        """Return what `keyword` of a schema says in the page's language, by its translations or the catalog's."""
        own = schema.get(f"x-{keyword.removeprefix('x-')}s")
        if isinstance(own, dict) and self.language in own:
            return str(own[self.language])
        return self.translate(str(schema.get(keyword) or humanise(name)))

    def word(self, leaf: Leaf) -> str:
        """Return the bare wording of a leaf."""
        return wording(leaf.value, leaf.schema, self.language, default=self.default, label=self.label)

    def record(self, identifier: str) -> Object:
        """Return what the sheet says of another record; nothing where it is not there."""
        records = self.sheet.get("records")
        found = records.get(identifier) if isinstance(records, dict) else None
        return found if isinstance(found, dict) else {}

    def label(self, identifier: str, language: str = "") -> str:
        """Return a record's label in the page's language."""
        label = self.record(identifier).get("label")
        return choose_text(label, language or self.language, self.default)[0] if isinstance(label, dict) else identifier

    def text(self, text: Json) -> Markup:
        """Return a text in languages, marked with its language where that is not the page's."""
        if not isinstance(text, dict) or not text:
            return escape(text or "")
        words, tag = choose_text(text, self.language, self.default)
        return self.mark_language(words, tag)

    def mark_language(self, words: str, tag: str) -> Markup:
        """Return words inside a span with their language and direction, or bare in the page's own language."""
        if tag == self.language:
            return escape(words)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(tag, get_direction(tag), words)

    def link(self, path: str, suffix: str = ".html", languages: Json = None) -> str:
        """Return the address of a page of this site as seen from this one, or nothing where it can't be followed.

        `languages` lists those the target exists in. On paper an address needs the site's own.
        """
        has = not isinstance(languages, list) or self.language in languages
        target = locate(path, self.language if has else self.default, self.default) + suffix
        if self.mode == "print":
            base = str(self.context.site.get("url") or "")
            return base + target if base else ""
        return self.asset(target)

    def asset(self, path: str) -> str:
        """Return the address of a file of the site as seen from this page.

        The page for what isn't there is shown at any address, so its own links count from the root of the site.
        """
        if self.sheet["kind"] == "404":
            return (urlsplit(str(self.context.site.get("url") or "")).path or "/") + path
        return posixpath.relpath(path, posixpath.dirname(self.path) or ".")

    def reference(self, identifier: str, words: Markup | str | None = None, at: str = "") -> Markup:
        """Return a link to a record under its label, or the label alone where there is no page to go to."""
        record = self.record(identifier)
        words = self.text(record.get("label") or identifier) if words is None else words
        place = leaves.mark_place(at)
        path = record.get("path")
        if not path or record.get("published") is False or path == self.sheet.get("path"):
            return Markup("<span{}>{}</span>").format(place, words)
        address = self.link(str(path), languages=record.get("languages"))
        if not address:
            return Markup("<span{}>{}</span>").format(place, words)
        return Markup('<a href="{}"{}>{}</a>').format(address, place, words)

    def print_leaf(self, leaf: Leaf) -> Markup:
        """Return a single value as HTML."""
        self.shown.add(leaf.at)
        return leaves.print_leaf(self, leaf)

    def print_map(self, node: Map) -> Markup:
        """Return an object as HTML."""
        return lists.print_map(node)

    def print_items(self, node: Items) -> Markup:
        """Return a list as HTML."""
        return lists.print_items(node)


def humanise(name: str) -> str:
    """Return a name of a property as words; one that is a phrase already keeps its marks and capitals."""
    words = name.replace("_", " ").replace("-", " ") if _FIELD_NAME.fullmatch(name) else name
    return words[:1].upper() + words[1:]
