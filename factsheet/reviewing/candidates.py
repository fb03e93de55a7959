"""The records that an item may be the same as."""

from difflib import get_close_matches
from typing import Final

from factsheet.extraction import Draft, Item
from factsheet.model import Json, Object
from factsheet.project import Project
from factsheet.reviewing.merging import list_names

_MOST: Final = 6
_NEAR: Final = 0.75


def list_candidates(item: Item, project: Project) -> tuple[str, ...]:
    """Return ids of records of the item's kind: those the draft offers, of the same name, of a name that is near."""
    names = {each.id: list_names(_as_typed(each.document.value)) for each in project.records if each.kind == item.kind}
    own = list_names(item.record)
    offered = [each for each in (item.id, *item.candidates) if each in names]
    same = [each for each, known in names.items() if own & known]
    spellings = {name: each for each, known in names.items() for name in known}
    near = [spellings[name] for word in own for name in get_close_matches(word, spellings, n=_MOST, cutoff=_NEAR)]
    return tuple(dict.fromkeys((*offered, *sorted(same), *sorted(near))))[:_MOST]


def list_subjects(draft: Draft) -> tuple[str, ...]:
    """Return ids of what a claim may be about: events and agreements of the draft, and what they may be the same as."""
    told = [item for item in draft.items if item.kind in {"event", "agreement"} and item.review != "rejected"]
    return tuple(dict.fromkeys(each for item in told for each in (item.id, *item.candidates)))


def _as_typed(value: Json) -> Object:
    return value if isinstance(value, dict) else {}
