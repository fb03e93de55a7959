"""The words of all records as a script file for each language: what the search on the pages looks through.

A file of data can't be read by a page that lies on a disk, a script can. The search folds and sorts the words itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from factsheet.encoding import encode
from factsheet.formats.context import Context, locate
from factsheet.formats.marking import print_plain
from factsheet.wording.values import choose_text

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object, Sheet

_LAST: Final = {"dossier": 1, "claim": 2, "source": 3}
"""Kinds whose records stand after the others where both fit as well: what they speak of comes first."""


def list_search(sheets: Iterable[Sheet], pages: Iterable[Page], context: Context) -> dict[str, bytes]:
    """Return the script of each language by path. `pages` has one page a language, which knows the kinds' titles."""
    records = [sheet for sheet in sheets if "data" in sheet and "withdrawn" not in sheet]
    records.sort(key=lambda sheet: _LAST.get(str(sheet["kind"]), 0))
    return {f"assets/search-{page.language}.js": _print_words(records, page, context) for page in pages}


def _print_words(records: Iterable[Sheet], page: Page, context: Context) -> bytes:
    titles = {kind.name: page.title_of(kind.schema, kind.name) for kind in page.schemas.kinds.values()}
    rows = b",\n".join(encode(_describe(sheet, page.language, titles, context)) for sheet in records)
    return b"self.factsheetWords([\n" + rows + b"\n]);\n"


def _describe(sheet: Sheet, language: str, titles: dict[str, str], context: Context) -> list[Json]:
    """Return label, title of the kind, address, other names, summary; and the label's language where it is another."""
    default = context.languages[0]
    known = sheet["label"]
    label: Object = known if isinstance(known, dict) and known else {default: str(sheet["id"])}
    words, tag = choose_text(label, language, default)
    languages = sheet.get("languages")
    there = language if not isinstance(languages, list) or language in languages else default
    data = sheet["data"] if isinstance(sheet["data"], dict) else {}
    summary = data.get("summary")
    return [
        words,
        titles.get(str(sheet["kind"]), str(sheet["kind"])),
        locate(str(sheet["path"]), there, default) + ".html",
        "\n".join(_list_names(label, data, words)),
        print_plain(choose_text(summary, language, default)[0]) if isinstance(summary, dict) and summary else "",
        *([tag] if tag != language else []),
    ]


def _list_names(label: Object, data: Object, shown: str) -> list[str]:
    """Return every other name of a record in every language, its short ones too."""
    names = data.get("names")
    maps = [label, data.get("short")]
    maps += [each.get("name") for each in names if isinstance(each, dict)] if isinstance(names, list) else []
    found = [str(text) for each in maps if isinstance(each, dict) and "missing" not in each for text in each.values()]
    return [text for text in dict.fromkeys(found) if text != shown]
