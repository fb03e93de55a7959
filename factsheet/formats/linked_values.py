"""Single values of a sheet as JSON-LD: texts, dates, amounts, references. Only what the publication itself states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factsheet.composing.days import pick_date
from factsheet.composing.statements import find_stance
from factsheet.formats.context import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object

_TYPES: Final = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
_PLAIN = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")
_OPEN: Final = frozenset({"", ".."})


def address_of(page: Page, path: str, language: str = "") -> str:
    """Return the address of a page of the site: absolute where the site has one, else as seen from this page."""
    file = locate(path, language or page.default, page.default) + ".html"
    base = str(page.context.site.get("url") or "")
    return base + file.removesuffix("index.html") if base else page.asset(file)


def refer(page: Page, target: str) -> Object:
    """Return a reference to what a record is about, which is another thing than its page."""
    path = page.sheet["path"] if page.sheet.get("id") == target else page.record(target).get("path")
    if target in _map(page.sheet.get("sources")):
        path = path or f"sources/{target}"
    return {"@id": f"{address_of(page, str(path))}#this"} if path else {"name": target}


def name(page: Page, reference: Json) -> Object:
    """Return a reference with the record's label, for those who don't follow it."""
    if not isinstance(reference, dict) or "ref" not in reference:
        return {}
    target = str(reference["ref"])
    return {**refer(page, target), "name": page.label(target)}


def words(text: Json, only: str = "") -> Json:
    """Return a text in all its languages, or in `only` one where it has that."""
    if not isinstance(text, dict) or "missing" in text:
        return str(text) if isinstance(text, str) else None
    chosen = {only: text[only]} if only in text else text
    found: list[Json] = [{"@language": tag, "@value": str(each)} for tag, each in chosen.items()]
    return found[0] if len(found) == 1 else found


def stated(value: Json) -> Iterator[Object]:
    """Yield the entries of a list that the publication itself vouches for, and that say something."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict) and "missing" not in each and find_stance(each) == "stated":
            yield each


def literal_date(value: Json) -> Json:
    """Return the first stated date: as XML Schema knows it where it is plain, else as EDTF."""
    edtf = str(pick_date(next(stated(value), None)).get("edtf") or "")
    return _literal(edtf) if edtf else None


def literal_bounds(value: Json) -> tuple[Json, Json]:
    """Return the start and the end of the first stated date or interval; an open end is None."""
    edtf = str(pick_date(next(stated(value), None)).get("edtf") or "")
    start, _, end = edtf.partition("/") if "/" in edtf else (edtf, "", edtf)
    return tuple(None if part in _OPEN else _literal(part) for part in (start, end))  # type: ignore[return-value]  # two


def literal_edtf(value: Json) -> str:
    """Return the first stated date as EDTF, or ''."""
    return str(pick_date(next(stated(value), None)).get("edtf") or "")


def span(entry: Object) -> Object:
    """Return from when until when a statement holds, as far as it says."""
    bounds = {"startDate": literal_date(entry.get("from")), "endDate": literal_date(entry.get("until"))}
    return {key: value for key, value in bounds.items() if value}


def quantity(value: Json, unit: str) -> Object:
    """Return an amount with its unit: a number, or its bounds."""
    if not isinstance(value, dict):
        return {}
    low, high = value.get("low"), value.get("high")
    bounds: Object = {"value": low} if low is not None and low == high else {"minValue": low, "maxValue": high}
    return {
        "@type": "QuantitativeValue",
        **{key: each for key, each in bounds.items() if each is not None},
        "unitText": unit,
    }


def _literal(edtf: str) -> Json:
    if _PLAIN.match(edtf):
        return {"@type": _TYPES[len(edtf)], "@value": edtf}
    return {"@type": "edtf", "@value": edtf}


def _map(value: Json) -> Object:
    return value if isinstance(value, dict) else {}
