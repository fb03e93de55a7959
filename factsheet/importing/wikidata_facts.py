"""Statements of a Wikidata entity to fields of a record, with rank, qualifiers and references."""

from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import SplitResult, urlsplit

from factsheet.encoding import digest
from factsheet.importing.dating import Unclear
from factsheet.importing.intake import DATASET, Intake, Link
from factsheet.importing.texts import as_text, clean, objects
from factsheet.importing.wikidata_values import find_snaks, get_item, get_value, read_snak_time, read_statement_time
from factsheet.model import Json, Object

_DATES: Final = {
    "person": {"P569": "born", "P570": "died"},
    "group": {"P571": "founded", "P576": "dissolved"},
    "event": {"P585": "when"},
    "agreement": {"P585": "signed", "P7588": "effective"},
}
_IDENTIFIERS: Final = {"P1566": "geonames", "P10632": "opensanctions", "P214": "viaf", "P227": "gnd", "P213": "isni",
                       "P244": "lcnaf", "P268": "bnf"}  # fmt: skip
_NAMES: Final = {"P1448": "", "P1477": "legal", "P2562": "legal", "P742": "nickname", "P1449": "nickname"}
_CALLED: Final = frozenset(("P31", "P279", *_IDENTIFIERS, *_NAMES))

Item = Callable[[str, Object], Object | None]


class Facts:
    """The statements of one entity, read for the record it becomes."""

    def __init__(self, number: str, entity: Object, intake: Intake) -> None:
        claims = entity.get("claims")
        self._number = number
        self._claims: Object = claims if isinstance(claims, dict) else {}
        self._intake = intake
        self._used = set(_CALLED)

    def read(self, kind: str) -> Object:
        """Return the fields that the statements give a record of this kind; properties not read are counted."""
        found: Object = {}
        for name, field in _DATES.get(kind, {}).items():
            self._put(found, field, name, self._date)
        for name, field, make in self._items(kind):
            self._put(found, field, name, make)
        if kind == "event" and "when" not in found and (span := self._read_span()):
            found["when"] = span
        if kind in {"place", "group"} and (code := self._first_text("P297")):
            found["countries"] = code
        if kind == "place":
            found.update(self._read_position())
        unused = [name for name in self._claims if name not in self._used]
        self._intake.unused.update(unused)
        return found

    def read_names(self, known: Object) -> list[Json]:
        """Return names that are statements, with the time in which they were borne."""
        found: list[Json] = []
        for name, word in _NAMES.items():
            for statement in self._statements(name):
                value = get_value(statement.get("mainsnak"))
                text = clean(as_text(value.get("text") if isinstance(value, dict) else value))
                language = as_text(value.get("language")) if isinstance(value, dict) else ""
                if not text or (known.get(language) == text and "qualifiers" not in statement):
                    continue
                is_ours = language in {"", "mul", "und", self._intake.options.language}
                written: Json = text if is_ours else {language: text}
                entry: Object = {"name": written, **({"type": word} if word else {}), **self._period(statement)}
                found.append({**entry, **self._attribution(name, statement)})
        return found

    def read_identifiers(self) -> Object:
        """Return its numbers in the registers that we keep."""
        found: Object = {}
        for name, scheme in _IDENTIFIERS.items():
            values = [text for each in self._statements(name) if each.get("rank") != "deprecated"
                      and (text := clean(as_text(get_value(each.get("mainsnak")))))]  # fmt: skip
            if values:
                found[scheme] = values[0] if len(values) == 1 else list[Json](dict.fromkeys(values))
        return found

    def _items(self, kind: str) -> Iterator[tuple[str, str, Item]]:
        if kind == "group":
            yield from (("P361", "part_of", self._link("group", {})), ("P749", "part_of", self._link("group", {})))
            yield "P463", "affiliations", self._link("group", {"type": "member-of"})
            yield from ((p, "lineage", self._descent) for p in ("P1365",))
            for name in ("P488", "P169", "P35", "P6"):
                yield name, "people", self._position
            yield "P3461", "designations", self._designation
        elif kind == "event":
            yield "P276", "places", self._link("place", {}, dated=False)
            yield "P710", "participants", self._link("group", {}, dated=False)
        elif kind == "agreement":
            yield "P1891", "parties", self._link("group", {"consent": "signed"}, dated=False)

    def _put(self, record: Object, field: str, name: str, make: Item) -> None:
        entries: list[Json] = []
        for statement in self._statements(name):
            try:
                entry = make(name, statement)
            except Unclear as reason:
                self._intake.refuse(self._number, name, "", str(reason))
                continue
            if entry is not None:
                entries.append({**entry, **self._attribution(name, statement)})
        self._used.add(name)
        before = record.get(field)
        if entries:
            record[field] = [*before, *entries] if isinstance(before, list) else entries

    def _date(self, _: str, statement: Object) -> Object | None:
        date = read_statement_time(statement)
        if date == "unknown":
            return {"missing": "unknown"}
        return {"value": date} if date is not None else None

    def _link(self, kind: str, extra: Object, *, dated: bool = True) -> Item:
        def make(_: str, statement: Object) -> Object | None:
            number = get_item(statement.get("mainsnak"))
            if not number:
                return None
            return {kind: Link(kind, "wikidata", number), **extra, **(self._period(statement) if dated else {})}

        return make

    def _descent(self, _: str, statement: Object) -> Object | None:
        number = get_item(statement.get("mainsnak"))
        points = find_snaks(statement, "P585") or find_snaks(statement, "P580")
        date = read_snak_time(points[0]) if points else None
        known: Object = {"date": date} if date not in (None, "unknown") else {}
        return {"type": "successor", "groups": Link("group", "wikidata", number), **known} if number else None

    def _position(self, _: str, statement: Object) -> Object | None:
        number = get_item(statement.get("mainsnak"))
        person = Link("person", "wikidata", number)
        return {"person": person, "role": "leader", **self._period(statement)} if number else None

    def _designation(self, _: str, statement: Object) -> Object | None:
        number = get_item(statement.get("mainsnak"))
        period = self._period(statement)
        listed = period.get("from", "unknown")
        removed: Object = {"removed": period["until"]} if "until" in period else {}
        return {"authority": Link("group", "wikidata", number), "listed": listed, **removed} if number else None

    def _period(self, statement: Object) -> Object:
        found: Object = {}
        for name, field in (("P580", "from"), ("P582", "until")):
            for snak in find_snaks(statement, name)[:1]:
                try:
                    date = read_snak_time(snak, ended=field == "until")
                except Unclear as reason:
                    self._intake.refuse(self._number, name, "", str(reason))
                    continue
                if date is not None:
                    found[field] = date
        return found

    def _read_span(self) -> Json:
        self._used.update(("P580", "P582"))
        ends: list[str] = []
        for name in ("P580", "P582"):
            dates = [read_snak_time(each.get("mainsnak")) for each in self._statements(name)[:1]]
            ends.append(str(dates[0]) if dates and isinstance(dates[0], int | str) and dates[0] != "unknown" else "")
        if any("[" in end for end in ends):
            return None
        return f"{ends[0]}/{ends[1]}" if ends[0] else None

    def _read_position(self) -> Object:
        self._used.add("P625")
        for statement in self._statements("P625")[:1]:
            value = get_value(statement.get("mainsnak"))
            if isinstance(value, dict) and as_text(value.get("globe")).endswith("Q2"):
                return {"latitude": value.get("latitude"), "longitude": value.get("longitude")}
        return {}

    def _first_text(self, name: str) -> str:
        self._used.add(name)
        found = [as_text(get_value(each.get("mainsnak"))) for each in self._statements(name)]
        return found[0] if found else ""

    def _statements(self, name: str) -> list[Object]:
        """Return the statements of a property, the preferred ones first, the deprecated ones last."""
        order = {"preferred": 0, "normal": 1, "deprecated": 2}
        return sorted(objects(self._claims.get(name)), key=lambda each: order.get(as_text(each.get("rank")), 1))

    def _attribution(self, name: str, statement: Object) -> Object:
        cites: list[Json] = []
        for reference in objects(statement.get("references")):
            link = self._cite(name, reference)
            if link is not None and link not in cites:
                cites.append(link)
        found: Object = {}
        if cites:
            found["cite"] = [*cites, {"source": DATASET, "at": f"{self._number}, {name}"}]
        if statement.get("rank") == "deprecated":
            reasons = [number for snak in find_snaks(statement, "P2241") if (number := get_item(snak))]
            why = f" for the reason {', '.join(reasons)}" if reasons else ", no reason given"
            found["rejected"] = f"Deprecated on Wikidata{why}."
        return found

    def _cite(self, name: str, reference: Object) -> Link | None:
        snaks = reference.get("snaks")
        parts: Object = snaks if isinstance(snaks, dict) else {}
        url = next((as_text(get_value(snak)) for snak in objects(parts.get("P854"))), "")
        address = _split(url)
        if address is None or not address.hostname or len(url) > 2000:  # noqa: PLR2004  # what a source can hold
            self._intake.refuse(self._number, name, url, "a reference without an address is not kept")
            return None
        source: Object = {"publisher": address.hostname, "class": "reference", "url": url}
        titles = [clean(as_text(value.get("text"))) for snak in objects(parts.get("P1476"))
                  if isinstance(value := get_value(snak), dict)]  # fmt: skip
        if titles and titles[0]:
            source["title"] = titles[0]
        else:
            source["description"] = f"Page at {address.hostname}, a reference of Wikidata"
        source["published"] = self._read_first(parts, "P577") or "unknown"
        accessed = self._read_first(parts, "P813")
        if accessed not in (None, "unknown"):
            source["accessed"] = accessed
        archived = next((as_text(get_value(snak)) for snak in objects(parts.get("P1065"))), "")
        if archived.startswith(("https://", "http://")):
            source["archived"] = archived
        return self._intake.mention("source", "wikidata-reference", digest(url)[:12], source, at=self._number)

    def _read_first(self, parts: Object, name: str) -> Json:
        for snak in objects(parts.get(name))[:1]:
            try:
                return read_snak_time(snak)
            except Unclear as reason:
                self._intake.refuse(self._number, name, "", str(reason))
        return None


def _split(url: str) -> SplitResult | None:
    if not url.startswith(("https://", "http://")) or set(url) & set(' <>"\n\t\r'):
        return None
    try:
        return urlsplit(url)
    except ValueError:  # a bracket that is never closed
        return None
