"""What an import did, in numbers that add up, and everything that was left aside."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from factsheet.importing.intake import Key, Remark
from factsheet.importing.merging import Conflict
from factsheet.model import Json, Object

Outcome = Literal["created", "updated", "unchanged", "conflicting", "removed", "refused", "kept"]
"""New; changed; as before; with a conflict; taken out by hand since; not valid; only mentioned, and there already."""

OUTCOMES: tuple[Outcome, ...] = ("created", "updated", "unchanged", "conflicting", "removed", "refused", "kept")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one record."""

    key: Key
    id: str
    outcome: Outcome
    at: str
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that an import has to tell.

    `read` = `taken` + `folded` + `skipped`; `taken` + `mentioned` + 1, the source, = the records by outcome.
    """

    format: str
    file: str
    source: str
    read: int
    taken: int
    folded: int
    skipped: int
    mentioned: int
    fates: tuple[Fate, ...]
    gone: tuple[str, ...]
    remarks: tuple[Remark, ...]
    unused: Counter[str]

    @property
    def counts(self) -> dict[Outcome, int]:
        """Return the number of records by outcome."""
        found = Counter(fate.outcome for fate in self.fates)
        return {outcome: found[outcome] for outcome in OUTCOMES}

    @property
    def has_conflicts(self) -> bool:
        """Tell whether anything is left for a person to decide."""
        return any(fate.outcome in {"conflicting", "refused"} for fate in self.fates)


def as_object(report: Report) -> Object:
    """Return a report as JSON."""
    counts: Object = dict(report.counts.items())
    rows: Object = {"read": report.read, "taken": report.taken, "folded": report.folded, "skipped": report.skipped}
    return {
        "version": 1,
        "format": report.format,
        "file": report.file,
        "source": report.source,
        "rows": rows,
        "records": {"taken": report.taken, "mentioned": report.mentioned, "source": 1, **counts},
        "outcomes": [_fate(fate) for fate in report.fates],
        "gone": [*report.gone],
        "remarks": [_remark(remark) for remark in report.remarks],
        "not_read": {name: report.unused[name] for name in sorted(report.unused)},
    }


def _fate(fate: Fate) -> Object:
    kind, scheme, value = fate.key
    conflicts: list[Json] = [
        {"field": each.field, "before": each.before, "by_hand": each.by_hand, "incoming": each.incoming}
        for each in fate.conflicts
    ]
    whole: Object = {"kind": kind, "scheme": scheme, "value": value, "id": fate.id, "outcome": fate.outcome,
                     "at": fate.at}  # fmt: skip
    return {**whole, "conflicts": conflicts} if conflicts else whole


def _remark(remark: Remark) -> Object:
    return {"fate": remark.fate, "at": remark.at, "field": remark.field, "value": remark.value,
            "reason": remark.reason}  # fmt: skip
