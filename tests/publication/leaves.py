"""What must stand on a record's page: each value with its place, worded as a reader sees it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factsheet.model import Json, Object, Sheet
from factsheet.schemas import Kind, Schemas, walk
from factsheet.wording.values import choose_text, wording

NOT_PRINTED = frozenset({"kind", "id", "former_ids", "draft", "embargo"})
"""The address says kind and id; former ids are addresses too; a record with the others is not on a page."""

TOMBSTONE = frozenset({"withdrawn", "as_of", "reviewed", "changes"})
"""All that is left of a record that was withdrawn."""

LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
CITE = re.compile(r"\[@[^\]]+\]")
MARKS = re.compile(r"^#+ |^[-*] |[*`_]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Expected:
    """One value: the place that its element names, its words, and the raw value where the words differ."""

    at: str
    words: str
    raw: str = ""


def list_leaves(data: Object, sheet: Sheet, kind: Kind, schemas: Schemas, language: str) -> Iterator[Expected]:
    """Yield what must be on the page of a record with these normalised data, citations left out."""

    def label(target: str, language: str) -> str:
        records = sheet["records"]
        entry = records.get(target) if isinstance(records, dict) else None
        assert isinstance(entry, dict), f"{sheet['id']}: {target} is not among the records of the sheet"
        return choose_text(entry["label"], language)[0]  # type: ignore[arg-type]  # a text

    for pointer, value, schema in walk(data, kind.schema, schemas):
        if pointer[0] in NOT_PRINTED or "cite" in pointer or ("withdrawn" in data and pointer[0] not in TOMBSTONE):
            continue
        at = "/".join(map(str, pointer))
        at = "review_due" if at == "reviewed/due" else at
        in_sheet = _look_up(sheet, pointer)
        shown = in_sheet if isinstance(in_sheet, dict) and "ref" in in_sheet else value
        if isinstance(shown, dict) and "missing" in shown:
            yield from _list_missing(at, shown, language)
            continue
        words = wording(shown, schema, language, label=label)
        yield Expected(at, strip_markdown(words) if schema.get("format") == "markdown" else words, _raw(value))


def _list_missing(at: str, value: Object, language: str) -> Iterator[Expected]:
    place = at if set(value) == {"missing"} else f"{at}/missing"
    yield Expected(place, wording({"missing": value["missing"]}, {}, language), str(value["missing"]))
    if isinstance(value.get("note"), dict):
        yield Expected(f"{at}/note", choose_text(value["note"], language)[0])  # type: ignore[arg-type]  # a text


def _raw(value: Json) -> str:
    if isinstance(value, dict):
        return str(value.get("edtf") or value.get("text") or "") if "edtf" in value or "low" in value else ""
    return value if isinstance(value, str) else ""


def _look_up(sheet: Sheet, pointer: tuple[str | int, ...]) -> Json:
    found: Json = sheet["data"]
    for part in pointer:
        if isinstance(found, dict):
            found = found.get(str(part))
        elif isinstance(found, list) and isinstance(part, int) and part < len(found):
            found = found[part]
        else:
            return None
    return found


def strip_markdown(text: str) -> str:
    """Return the words of the Markdown that our content uses."""
    return MARKS.sub("", LINK.sub(r"\1", CITE.sub("", text)))


def list_citations(data: Json) -> Iterator[Object]:
    """Yield each citation typed anywhere in a record."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name == "cite" and isinstance(value, list):
                yield from (entry for entry in value if isinstance(entry, dict))
            else:
                yield from list_citations(value)
    elif isinstance(data, list):
        for value in data:
            yield from list_citations(value)
