"""The values that the records state, as they stand in their sheets, each with whose it is and where it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from factsheet.diagnostics import Pointer
from factsheet.encoding import encode
from factsheet.formats.shapes import describe_entry, describe_property
from factsheet.model import Json, Object, Sheet
from factsheet.schemas import Schemas
from factsheet.schemas.picking import MISSING_WORDS
from factsheet.wording.values import choose_text

HEAD: Final = ("as_of", "reviewed", "withdrawn", "changes")
"""Stated parts of a record that stand at the top of its sheet."""

WOVEN: Final = frozenset({"cites", "cites_from", "stance"})
"""What composing adds to a statement: its sources and what follows from its other parts."""

_LEAF_FORMS: Final = frozenset({"text", "date", "amount"})
_OF_MISSING: Final = frozenset({"missing", "note", *WOVEN})
_OWNERS: Final = ("according_to", "disputed_by")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a statement says of itself: when it held, whose it is, how sure, where it is from."""

    since: str = ""
    until: str = ""
    according_to: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    rejected: str = ""
    confidence: str = ""
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    cites_from: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """One stated value: its place in the sheet, the title of its field, what it is, and its circumstances."""

    pointer: Pointer
    title: Object
    form: str
    raw: str
    language: str
    circumstances: Circumstances


def list_values(sheet: Sheet, schema: Object, schemas: Schemas, language: str) -> list[Value]:
    """Return each value that a sheet states, in its own order; a text is a value in each language.

    What is derived, and what other records say of this one, is left out. `language` is that of reasons of rejection.
    """
    walk = _Walk(sheet, schemas, language)
    data = sheet["data"]
    for name in HEAD:
        if name in sheet:
            walk.enter_property((name,), sheet[name], schema, Circumstances())
    if isinstance(data, dict):
        found = walk.judge(data, Circumstances())
        record = replace(found, since="", until="", cites_from="record" if found.sources else "")
        for name, value in data.items():
            if name not in WOVEN:
                walk.enter_property(("data", name), value, schema, record)
    return walk.found


class _Walk:
    """One way through a sheet, and the values found on it."""

    def __init__(self, sheet: Sheet, schemas: Schemas, language: str) -> None:
        citations = sheet.get("citations")
        self.citations = [each for each in citations if isinstance(each, dict)] if isinstance(citations, list) else []
        self.schemas = schemas
        self.language = language
        self.found: list[Value] = []

    def enter_property(self, pointer: Pointer, value: Json, schema: Object, around: Circumstances) -> None:
        """Find the values in a property of what `schema` describes."""
        name = str(pointer[-1])
        known = describe_property(self.schemas, schema, name, value) or {}
        self._enter(pointer, value, known, known if "title" in known else {**known, "title": name}, around)

    def _enter(self, pointer: Pointer, value: Json, schema: Object, title: Object, around: Circumstances) -> None:
        if isinstance(value, list):
            for index, entry in enumerate(value):
                self._enter((*pointer, index), entry, describe_entry(self.schemas, schema, entry), title, around)
        elif not isinstance(value, dict):
            self._keep(pointer, title, _form_of(value, schema), write_scalar(value), around)
        elif is_leaf(value, schema):
            self._enter_leaf(pointer, value, title, around)
        else:
            inside = self.judge(value, around)
            for name, entry in value.items():
                if name not in WOVEN:
                    self.enter_property((*pointer, name), entry, schema, inside)

    def _enter_leaf(self, pointer: Pointer, value: Object, title: Object, around: Circumstances) -> None:
        form, raw = read_leaf(value)
        if form != "text":
            inside = self.judge(value, around) if form == "missing" else around
            self._keep(pointer, title, form, raw, inside)
            if form == "missing" and isinstance(value.get("note"), dict):
                self._enter_leaf((*pointer, "note"), value["note"], {"title": "Note"}, inside)  # type: ignore[arg-type]  # a map
            return
        for tag, text in value.items():
            self._keep(pointer, title, form, str(text), around, tag)

    def _keep(
        self, pointer: Pointer, title: Object, form: str, raw: str, around: Circumstances, language: str = ""
    ) -> None:
        self.found.append(Value(pointer, title, form, raw, language, around))

    def judge(self, statement: Object, around: Circumstances) -> Circumstances:
        """Return the circumstances of what stands in a map: its own, else those of the statement around it."""
        own: dict[str, object] = {}
        for key, name in (("from", "since"), ("until", "until")):
            span = statement.get(key)
            if isinstance(span, dict) and ("edtf" in span or "missing" in span):
                own[name] = read_leaf(span)[1]
        for name in _OWNERS:
            if name in statement:
                own[name] = tuple(_ids(statement[name]))
        rejected, confidence = statement.get("rejected"), statement.get("confidence")
        if isinstance(rejected, dict):
            own["rejected"] = choose_text(rejected, self.language, self.language)[0]
        if isinstance(confidence, str):
            own["confidence"] = confidence
        cites = statement.get("cites")
        if isinstance(cites, list):
            cited = [self.citations[number - 1] for number in cites if isinstance(number, int)]
            own["sources"] = tuple(str(citation["source"]) for citation in cited)
            own["places"] = tuple(str(citation.get("at", "")) for citation in cited)
            own["cites_from"] = str(statement.get("cites_from", ""))
        return replace(around, **own) if own else around  # type: ignore[arg-type]  # its names are the fields'


def is_leaf(value: Object, schema: Object) -> bool:
    """Tell whether a map is one value: a text, a date, an amount, a reference, or what is missing."""
    return "x-ref" in schema or schema.get("x-form") in _LEAF_FORMS or is_missing(value)


def is_missing(value: Json) -> bool:
    """Tell whether a value says that something is unknown, withheld or none; a field may be called `missing` too."""
    return isinstance(value, dict) and value.get("missing") in MISSING_WORDS and value.keys() <= _OF_MISSING


def read_leaf(value: Object) -> tuple[str, str]:
    """Return what a map that is one value is, and its raw form; a text has one for each language, so none here."""
    for form, key in (("missing", "missing"), ("record", "ref"), ("date", "edtf")):
        if isinstance(value.get(key), str):
            return form, str(value[key])
    return ("amount", str(value["text"])) if "low" in value or "high" in value else ("text", "")


def write_scalar(value: Json) -> str:
    """Return a bare value as it stands in JSON, a text without its quotes."""
    return value if isinstance(value, str) else encode(value).decode()


def list_sources(sheet: Sheet, cites: Json) -> Iterator[str]:
    """Yield the source of each citation whose number is in `cites`."""
    citations = sheet.get("citations")
    known = citations if isinstance(citations, list) else []
    for number in cites if isinstance(cites, list) else ():
        citation = known[number - 1] if isinstance(number, int) else None
        if isinstance(citation, dict):
            yield str(citation["source"])


def _form_of(value: Json, schema: Mapping[str, Json]) -> str:
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, int | float):
        return "number"
    return "word" if "enum" in schema or "const" in schema else "string"


def _ids(value: Json) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict) and isinstance(entry.get("ref"), str):
            yield str(entry["ref"])
