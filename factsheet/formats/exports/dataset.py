"""The whole publication in one JSON file: every sheet, one to a line."""

from collections.abc import Mapping, Sequence
from typing import Final

from factsheet.composing.days import last_day
from factsheet.encoding import encode
from factsheet.formats.context import Context
from factsheet.model import Json, Object, Sheet
from factsheet.schemas import Schemas

FORMAT: Final = 1
_SETTINGS: Final = ("title", "publisher", "url", "licence")


def export_dataset(sheets: Sequence[Sheet], _schemas: Schemas, context: Context) -> Mapping[str, bytes]:
    """Return `data/dataset.json`. Its first line has what holds for all; then comes one line a sheet, by id."""
    head: Object = {"dataset": FORMAT, **{name: context.site[name] for name in _SETTINGS if name in context.site}}
    newest = find_newest(sheets)
    languages: list[Json] = [*context.languages]
    head |= ({"as_of": newest} if newest else {}) | {"languages": languages, "count": len(sheets)}
    opening = encode(head).removesuffix(b"}") + b',"sheets":[\n'
    return {"data/dataset.json": opening + b",\n".join(map(encode, sheets)) + b"\n]}\n"}


def find_newest(sheets: Sequence[Sheet]) -> Json:
    """Return the newest date to which a sheet's facts hold, or None."""
    dates = [sheet["as_of"] for sheet in sheets if "as_of" in sheet]
    return max(dates, key=last_day, default=None)
