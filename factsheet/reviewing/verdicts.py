"""What was decided about the items of an article, kept beside the content so that a second extraction knows it.

`drafts/SOURCE-ID.review.json` in the folder of the publication: meant to be committed, never read by a build. It has no
word of the article, only what items are known again by.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, cast

from factsheet.diagnostics import FactsheetError
from factsheet.encoding import decode, encode
from factsheet.extraction import Draft, Item
from factsheet.model import Json, Object
from factsheet.project.records import is_id
from factsheet.reviewing.references import rename
from factsheet.schemas import Schemas

FOLDER: Final = "drafts"
NEEDED: Final = "needed"
BY_HAND: Final = "editor"
"""The rule of a value that a reviewer typed: it has no place in the text."""

ID: Final = "/id"
"""Where the id stands that an item had before a reviewer gave it another: the anchor of that evidence."""

_VERSION: Final = 1
Decision = Literal["accepted", "merged", "rejected"]
_DECISIONS: Final = ("accepted", "merged", "rejected")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one item: `proposed` is the id it was drawn up with, `id` that of the record it went into."""

    kind: str
    print: str
    proposed: str
    decision: Decision
    id: str = ""
    reason: str = ""
    by: str = ""
    on: str = ""

    def fits(self, item: Item) -> bool:
        """Tell whether this was said of an item of the same kind, id and quotes."""
        return self.kind == item.kind and self.print == item.print and item.id in {self.proposed, self.id}


def find_source(draft: Draft) -> str:
    """Return the id of the article's source record, by which verdicts are kept. Raises FactsheetError."""
    source = next((item.id for item in draft.items if item.kind == "source"), "")
    if not is_id(source):
        raise FactsheetError("the draft has no item for its source, with an id: draw it up anew with factsheet extract")
    return source


def get_path(source: str) -> str:
    """Return the path of the file of verdicts, relative to the publication."""
    return f"{FOLDER}/{source}.review.json"


def recall(root: Path, source: str) -> tuple[Verdict, ...]:
    """Return what was decided about an article's items before; nothing the first time. Raises FactsheetError."""
    path = root / get_path(source)
    try:
        value = decode(path.read_bytes())
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise FactsheetError(
            f"{path}: can't be read: {error}; take it away to review as if for the first time"
        ) from None
    listed = value.get("items") if isinstance(value, dict) and value.get("version") == _VERSION else None
    if not isinstance(listed, list):
        raise FactsheetError(f"{path}: this is no file of verdicts that this program wrote")
    return tuple(_read(each) for each in listed if isinstance(each, dict) and each.get("decision") in _DECISIONS)


def write_verdicts(source: str, verdicts: Iterable[Verdict]) -> bytes:
    """Return the file of verdicts; the same verdicts give the same bytes."""
    ordered = sorted(verdicts, key=lambda each: (each.kind, each.proposed, each.print))
    items: list[Json] = [_write(each) for each in ordered]
    return encode({"version": _VERSION, "source": source, "items": items}, indent=True) + b"\n"


def apply_verdicts(draft: Draft, verdicts: Sequence[Verdict], schemas: Schemas) -> Draft:
    """Return a draft in which what was decided before is marked, and named as it was named then."""
    found = {item.key: verdict for item in draft.items if (verdict := _find(item, draft, verdicts))}
    items = tuple(replace(item, review=found[item.key].decision) if item.key in found else item for item in draft.items)
    marked = replace(draft, items=items)
    for key, verdict in found.items():
        marked = name_item(marked, key, verdict.id or verdict.proposed, schemas)
    return marked


def find_proposed(item: Item) -> str:
    """Return the id that an item was drawn up with."""
    return next((each.anchor for each in item.evidence if each.at == ID and each.rule == BY_HAND), item.id)


def name_item(draft: Draft, key: str, name: str, schemas: Schemas) -> Draft:
    """Return a draft in which an item has another id, and is named by it in the others."""
    old = next(item.id for item in draft.items if item.key == key)
    if old == name:
        return draft
    items = []
    for item in draft.items:
        record = rename(item.record, schemas.kind(item.kind), schemas, {old: name})
        items.append(replace(item, record=record, id=name if item.key == key else item.id))
    return replace(draft, items=tuple(items))


def _find(item: Item, draft: Draft, verdicts: Sequence[Verdict]) -> Verdict | None:
    """Return the verdict on an item; an id that is made otherwise now does no harm where the quotes are enough."""
    exact = next((verdict for verdict in verdicts if verdict.fits(item)), None)
    alike = [each for each in verdicts if (each.kind, each.print) == (item.kind, item.print)]
    twins = sum((each.kind, each.print) == (item.kind, item.print) for each in draft.items)
    return exact or (alike[0] if len(alike) == 1 and twins == 1 and item.print else None)


def _read(value: Object) -> Verdict:
    names = ("kind", "print", "proposed", "decision", "id", "reason", "by", "on")
    kind, print_, proposed, decision, name, reason, by, on = (str(value.get(each, "")) for each in names)
    return Verdict(kind, print_, proposed, cast("Decision", decision), name, reason, by, on)


def _write(verdict: Verdict) -> Object:
    value: Object = {
        "kind": verdict.kind,
        "print": verdict.print,
        "proposed": verdict.proposed,
        "decision": verdict.decision,
        "id": verdict.id,
        "reason": verdict.reason,
        "by": verdict.by,
        "on": verdict.on,
    }
    return {name: each for name, each in value.items() if each}
