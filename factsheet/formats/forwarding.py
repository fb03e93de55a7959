"""Pages at the addresses that records had under their former ids; each leads on to the record, without a script."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from factsheet.formats.context import Context, locate
from factsheet.formats.environment import render
from factsheet.locales import get_direction
from factsheet.wording.catalogs import translate
from factsheet.wording.values import choose_text

if TYPE_CHECKING:
    from factsheet.model import Sheet


def list_forwarding(sheets: Iterable[Sheet], former_ids: Mapping[str, str], context: Context) -> dict[str, bytes]:
    """Return a page for each former id (old id -> id of the record) and language, by path."""
    former: dict[str, list[str]] = {}
    for old, new in former_ids.items():
        former.setdefault(new, []).append(old)
    files = {}
    for sheet in sheets:
        for old in sorted(former.get(str(sheet.get("id")), ())):
            path = posixpath.join(posixpath.dirname(str(sheet["path"])), old)
            languages = sheet.get("languages")
            for language in languages if isinstance(languages, list) else context.languages:
                files[locate(path, str(language), context.languages[0]) + ".html"] = _forward(
                    sheet, path, str(language), context
                )
    return files


def _forward(sheet: Sheet, path: str, language: str, context: Context) -> bytes:
    default = context.languages[0]
    own, target = (locate(each, language, default) for each in (path, str(sheet["path"])))
    folder = posixpath.dirname(own)
    address = posixpath.relpath(f"{target}.html", folder)
    label = sheet.get("label")
    title = choose_text(label, language, default)[0] if isinstance(label, dict) and label else str(sheet["id"])
    values = {
        "language": language,
        "direction": get_direction(language),
        "address": address,
        "canonical": f"{base}{target}.html" if (base := context.site.get("url")) else address,
        "title": title,
        "heading": translate("This page has another address now", language, context.template_folders),
        "style": posixpath.relpath("assets/screen.css", folder),
        "icon": posixpath.relpath("assets/icon.svg", folder),
    }
    return f"{render(context.template_folders, ['redirect.html'], **values)}\n".encode()
