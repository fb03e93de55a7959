"""The files that stand beside the pages of a whole publication: words to search, feeds, site map, old addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factsheet.formats.context import Context
from factsheet.formats.feeds import list_feeds
from factsheet.formats.forwarding import list_forwarding
from factsheet.formats.html import open_page
from factsheet.formats.searching import list_search
from factsheet.formats.sitemaps import list_sitemaps

if TYPE_CHECKING:
    from factsheet.model import Sheet


def list_companions(sheets: Sequence[Sheet], former_ids: Mapping[str, str], context: Context) -> dict[str, bytes]:
    """Return the files beside the pages of `sheets` by path. `former_ids` leads from each old id to that of today."""
    changes = next(sheet for sheet in sheets if sheet["kind"] == "changes")
    pages = [open_page(changes, language, context, mode="web") for language in context.languages]
    return {
        **list_search(sheets, pages, context),
        **list_sitemaps(sheets, context),
        **list_feeds(changes, context),
        **list_forwarding(sheets, former_ids, context),
    }
