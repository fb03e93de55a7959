"""Composing the data of one record: citations become numbers, references learn which name was borne that day."""

from typing import Final, NamedTuple

from factsheet.composing.citations import Gathering
from factsheet.composing.days import SPOKEN_DAYS, day_of_record, day_of_statement, name_day
from factsheet.composing.desk import Desk
from factsheet.model import Json, Object, Record
from factsheet.resolution import Shape, is_reference
from factsheet.text_links import find_links

ENVELOPE: Final = frozenset(
    {"kind", "id", "former_ids", "as_of", "reviewed", "draft", "embargo", "withdrawn", "changes", "silence", "cite"}
)
"""Fields of a record that stand elsewhere in the sheet, or nowhere."""
_TIMELESS: Final = frozenset({"see_also", "records", "sections", "part_of", "within", "body", "summary"})


class _Place(NamedTuple):
    """Where the walk is: in which field, on which day, and whether inside a statement."""

    field: str
    day: str
    is_inside: bool = False


class Weaver:
    """Composes values of one record into a sheet, which may be the sheet of another."""

    def __init__(self, desk: Desk, gathering: Gathering, record: Record) -> None:
        self.desk = desk
        self.gathering = gathering
        self.record = record
        self.shape = desk.shape(record.kind)
        self.day = day_of_record(record.data, SPOKEN_DAYS)

    def weave_record(self) -> Object:
        """Return the record's data as the sheet has them."""
        data = {name: self.weave_field(name) for name in self.record.data if name not in ENVELOPE}
        cites = self.cite_record()
        if cites:
            data["cites"] = cites
        return data

    def weave_field(self, name: str) -> Json:
        """Return one field."""
        return self._walk(self.record.data[name], self.shape.child(name), self._place(name))

    def weave_item(self, name: str, index: int | None) -> Json:
        """Return one item of a list field, or a field that is a map, if it is a statement; else None."""
        value, shape = self.record.data.get(name), self.shape.child(name)
        if index is not None and isinstance(value, list):
            value, shape = value[index], shape.entry
        if not isinstance(value, dict) or not shape.is_statement or "ref" in value:
            return None
        return self._walk(value, shape, self._place(name))

    def cite_record(self) -> list[Json]:
        """Return the numbers of the sources that the record itself cites."""
        return self.gathering.cite(self.record.data.get("cite"))

    def mention(self, target: str, day: str = "") -> Object:
        """Return a reference as the sheet has it, with the name of that day where it was another."""
        self.gathering.mention(target)
        return self.desk.refer(target, day)

    def _place(self, name: str) -> _Place:
        return _Place(name, "" if name in _TIMELESS else self.day)

    def _walk(self, value: Json, shape: Shape, place: _Place) -> Json:
        if isinstance(value, list):
            entry = shape.entry
            return [self._walk(each, entry, place) for each in value]
        if not isinstance(value, dict):
            return value
        if is_reference(value):
            return self.mention(str(value["ref"]), place.day)
        if isinstance(value.get("missing"), str):
            return self._weave_missing(value)
        if not shape.is_leaf:
            return self._weave_map(value, shape, place)
        if shape.is_markdown:
            self._gather_links(value)
        return value

    def _weave_map(self, value: Object, shape: Shape, place: _Place) -> Object:
        day = name_day(place.field, day_of_statement(value))
        inside = _Place(place.field, day or place.day, place.is_inside or shape.is_statement)
        woven: Object = {}
        for name, child in value.items():
            if not isinstance(child, dict | list):
                woven[name] = child
            elif name != "cite" or not shape.is_statement:
                woven[name] = self._walk(child, shape.child(name), inside)
        if shape.is_statement:
            self._attribute(woven, value, place)
        return woven

    def _attribute(self, woven: Object, statement: Object, place: _Place) -> None:
        """Add the statement's sources and its stance. What lies inside a statement shares the sources of that one."""
        if "cite" in statement:
            woven["cites"] = self.gathering.cite(statement["cite"])
        elif not place.is_inside and "cite" in self.record.data:
            woven["cites"] = self.cite_record()
            woven["cites_from"] = "record"
        stance = find_stance(statement)
        if stance != "stated":
            woven["stance"] = stance

    def _weave_missing(self, value: Object) -> Object:
        woven = {name: child for name, child in value.items() if name != "cite"}
        if "cite" in value:
            woven["cites"] = self.gathering.cite(value["cite"])
        return woven

    def _gather_links(self, text: Object) -> None:
        for words in text.values():
            for link in find_links(words) if isinstance(words, str) else ():
                if link.kind == "cite":
                    self.gathering.cite_link(link.target, link.locator)
                elif link.kind == "record":
                    self.gathering.mention(link.target)
                else:
                    self.gathering.pictures[link.target] = None


def find_stance(statement: Object) -> str:
    """Return whose a statement is: rejected, disputed, attributed, or stated by the publication itself."""
    if "rejected" in statement:
        return "rejected"
    if "disputed_by" in statement:
        return "disputed"
    return "attributed" if "according_to" in statement else "stated"
