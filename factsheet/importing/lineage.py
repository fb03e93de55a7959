"""Which group came out of which, gathered over all rows, so that it ends on the later group and never in a circle."""

from dataclasses import dataclass, replace

from factsheet.importing.intake import Incoming, Intake, Key, Link
from factsheet.model import Json, Object


@dataclass(frozen=True, slots=True)
class _Edge:
    type: str
    other: Link
    at: str
    until: str
    date: Json


class Lineage:
    """The lineage of all groups of one file."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._edges: dict[Key, list[_Edge]] = {}
        self._earlier: dict[Key, set[Key]] = {}
        self._ties: dict[Key, list[Object]] = {}

    def add(self, later: Link, kind: str, earlier: Link, at: str, *, until: str = "", date: Json = None) -> None:
        """Note that `later` came out of `earlier`; left out, and told, where `earlier` came out of `later`."""
        if self._reaches(earlier.key, later.key):
            reason = f"{later} from {earlier} would make a circle with what the file said before"
            self._intake.refuse(at, "lineage", kind, reason)
            return
        self._edges.setdefault(later.key, []).append(_Edge(kind, earlier, at, until, date))
        self._earlier.setdefault(later.key, set()).add(earlier.key)

    def affiliate(self, own: Link, other: Link, at: str) -> None:
        """Note that a group was a part of one that it both entered and left: lineage can't go both ways."""
        tie: Object = {"group": other, "type": "member-of", "until": "unknown"}
        self._ties.setdefault(own.key, []).append(tie)
        self._intake.note(at, f"both an alliance with {other} and a split from it: written as a membership that ended")

    def write(self) -> None:
        """Put the lineage into the records."""
        for key in {**self._edges, **self._ties}:
            known = self._intake.incoming.get(key)
            if known:
                self._intake.incoming[key] = self._with_lineage(known)

    def _with_lineage(self, record: Incoming) -> Incoming:
        data: Object = {**record.data}
        descents = _group(self._edges.get(record.key, []))
        if descents:
            data["lineage"] = descents
        ties = self._ties.get(record.key)
        if ties:
            data["affiliations"] = list[Json](ties)
        return replace(record, data=data)

    def _reaches(self, start: Key, goal: Key) -> bool:
        waiting, seen = [start], set[Key]()
        while waiting:
            key = waiting.pop()
            if key == goal:
                return True
            if key not in seen:
                seen.add(key)
                waiting.extend(self._earlier.get(key, ()))
        return False


def _group(edges: list[_Edge]) -> list[Json]:
    """Return the descents, those of one type in one; only what is alike but for the group is put together."""
    together: dict[tuple[str, str, str], list[Json]] = {}
    dates: dict[tuple[str, str, str], Json] = {}
    for edge in edges:
        kind = (edge.type, edge.until, str(edge.date or ""))
        groups = together.setdefault(kind, [])
        if edge.other not in groups:
            groups.append(edge.other)
        dates[kind] = edge.date
    found: list[Json] = []
    for (kind_name, until, _), groups in together.items():
        descent: Object = {"type": kind_name, "groups": groups[0] if len(groups) == 1 else groups}
        date = dates[kind_name, until, _]
        found.append({**descent, **({"date": date} if date else {}), **({"until": until} if until else {})})
    return found
