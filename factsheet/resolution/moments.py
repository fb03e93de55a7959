"""The moment that embargoes are compared with. It is given, or follows from the content; no clock is read."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from factsheet.diagnostics import FactsheetError
from factsheet.model import Json, Record

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def choose_moment(records: Sequence[Record], given: str = "", epoch: str = "") -> datetime | None:
    """Return the moment that embargoes are compared with: `given`, else `epoch` (seconds), else the newest `as_of`.

    `given` is a day (its start in UTC) or a moment with a time zone. Raises FactsheetError for anything else.
    """
    if given:
        return read_moment(given)
    if epoch:
        if not epoch.isascii() or not epoch.isdigit():
            raise FactsheetError(f'SOURCE_DATE_EPOCH is "{epoch}"; it must be a number of seconds since 1970')
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(epoch))
    newest = max((_last_day(record.data.get("as_of")) for record in records), default="")
    return read_moment(newest) if newest else None


def read_moment(text: str) -> datetime:
    """Return the moment a text names: 2026-12-01T06:00:00+03:00, or a day. Raises FactsheetError for anything else."""
    try:
        found = datetime.fromisoformat(f"{text}T00:00:00+00:00" if _DAY.fullmatch(text) else text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise FactsheetError(f'"{text}" is no moment; write a day such as 2026-12-01, or 2026-12-01T06:00:00+03:00')
    return found


def _last_day(value: Json) -> str:
    known = value if isinstance(value, dict) else {}
    return str(known.get("latest") or known.get("earliest") or "")
