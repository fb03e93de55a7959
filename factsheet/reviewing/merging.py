"""What an item adds to a record that is there: what is missing, rivals beside what stands; nothing is overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from factsheet.extraction import Draft, Item
from factsheet.model import Json, Object
from factsheet.reviewing.evidence import cite, cite_entries, find_main
from factsheet.reviewing.fields import Field, Fields, as_list
from factsheet.schemas import Kind, Schemas, normalise_record

Effect = Literal["add", "beside", "left"]
_OF_THE_RECORD: Final = frozenset({"kind", "id", "cite", "as_of", "reviewed", "draft"})
_STATEMENT: Final = frozenset({"cite", "according_to", "disputed_by", "confidence", "note", "rejected"})


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one field of an item: added, set beside what stands, or left out with the reason.

    `field` is the record's, `of` the item's (a name that differs goes to `names`); `value` is the field afterwards,
    `added` what of it is new.
    """

    of: str
    field: str
    effect: Effect
    value: Json = None
    reason: str = ""
    added: Json = None


def list_steps(item: Item, mine: Object, draft: Draft, source: str, kind: Kind, schemas: Schemas) -> tuple[Step, ...]:
    """Return what an item would do to a record as typed, field by field; nothing for what the record says already."""
    if kind.name == "claim":
        return _confirm_claim(item, mine, draft, source, kind, schemas)
    work = _Work(item, mine, draft, source, kind, schemas)
    found = [work.weigh(name, value) for name, value in item.record.items() if name not in _OF_THE_RECORD]
    return tuple(step for step in found if step)


def apply_steps(steps: Sequence[Step], chosen: Sequence[str] | None) -> dict[str, Json]:
    """Return the fields to set; `chosen` are names of the item's fields, None all."""
    return {step.field: step.value for step in steps if step.effect != "left" and (chosen is None or step.of in chosen)}


class _Work:
    """The two records side by side, in short form and in normal form."""

    def __init__(self, item: Item, mine: Object, draft: Draft, source: str, kind: Kind, schemas: Schemas) -> None:
        self.item, self.mine, self.draft, self.source = item, mine, draft, source
        self.label = kind.label
        self.is_source = kind.name == "source"  # what a source is comes from itself: it can't be a rival of its own
        self.fields = Fields(kind, schemas)
        self.theirs = normalise_record(item.record, kind, schemas, "und")
        self.present = normalise_record(mine, kind, schemas, "und")

    def weigh(self, name: str, value: Json) -> Step | None:
        """Return what to do with one field, or None where the record says the same."""
        field = self.fields.get(name)
        if name not in self.fields:
            return Step(name, name, "left", reason="the kind has no such field")
        if name in (self.label, "short") and name in self.mine:
            return self._weigh_name(name, value)
        if name not in self.mine:
            return Step(name, name, "add", self._cite(name, value, field), added=value)
        if field.form in {"items", "list"} and not self.is_source:
            return self._weigh_entries(name, value, field)
        if self.present.get(name) == self.theirs.get(name):
            return None
        return Step(name, name, "left", reason=f"it has {_show(self.mine[name])}; this says {_show(value)}")

    def _weigh_name(self, name: str, value: Json) -> Step | None:
        known = list_names(self.mine)
        if isinstance(value, str) and value.casefold() in known:
            return None
        if name == "short" or "names" not in self.fields:
            return Step(name, name, "left", reason=f"it has {_show(self.mine[name])}; this says {_show(value)}")
        entry = self.fields.get("names").with_cite(value, self._main_cite())
        names = [*(as_list(self.mine["names"]) if "names" in self.mine else []), entry]
        return Step(name, "names", "beside", names, added=value)

    def _weigh_entries(self, name: str, value: Json, field: Field) -> Step | None:
        stands = [_bare(each) for each in _entries(self.present.get(name))]
        cites = cite_entries(self.item, name, self.draft, self.source)
        theirs = _entries(self.theirs.get(name))
        new = [
            field.with_cite(entry, made)
            for entry, normal, made in zip(as_list(value), theirs, cites, strict=False)
            if not any(_holds(each, _bare(normal)) for each in stands) and not _is_name_known(name, normal, self.mine)
        ]
        return Step(name, name, "beside", [*as_list(self.mine[name]), *new], added=new) if new else None

    def _cite(self, name: str, value: Json, field: Field) -> Json:
        if not field.is_stated or self.is_source:
            return value
        cites = cite_entries(self.item, name, self.draft, self.source)
        entries = [field.with_cite(entry, made) for entry, made in zip(as_list(value), cites, strict=True)]
        return entries if isinstance(value, list) else entries[0]

    def _main_cite(self) -> Object:
        main = find_main(self.item)
        return cite(self.draft, self.source, main) if main else {"source": self.source}


def list_names(record: Object) -> set[str]:
    """Return every text that a record goes by, in small letters."""
    waiting: list[Json] = [record.get(name) for name in ("name", "title", "short", "names")]
    found: set[str] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += [value.get("name"), value.get("short")] if "name" in value else [*value.values()]
        elif isinstance(value, str):
            found.add(value.casefold())
    return found


def _confirm_claim(
    item: Item, mine: Object, draft: Draft, source: str, kind: Kind, schemas: Schemas
) -> tuple[Step, ...]:
    """Return the citation that a claim gains where the same is told again. Another number is a claim of its own."""
    theirs, present = (normalise_record(each, kind, schemas, "und") for each in (item.record, mine))
    for name in ("claimant", "figures", "covers", "statement"):
        if name in item.record and theirs.get(name) != present.get(name):
            reason = f"claims are never merged: {name} differs, so it is a claim of its own; accept it"
            return (Step(name, name, "left", reason=reason),)
    main = find_main(item)
    made: Json = cite(draft, source, main) if main else {"source": source}
    cites = as_list(mine["cite"]) if "cite" in mine else []
    names = [each.get("source") if isinstance(each, dict) else each for each in cites]
    return () if source in names else (Step("cite", "cite", "beside", [*cites, made], added=made),)


def _entries(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _bare(entry: Json) -> Json:
    """Return what an entry says, without whose word it is."""
    return {name: each for name, each in entry.items() if name not in _STATEMENT} if isinstance(entry, dict) else entry


def _holds(stands: Json, entry: Json) -> bool:
    """Tell whether an entry says nothing beyond the one that stands: fewer fields, or a longer time around it."""
    if not (isinstance(stands, dict) and isinstance(entry, dict)):
        return stands == entry
    if "edtf" in stands and "edtf" in entry:
        return stands == entry or _is_around(entry, stands)
    return all(name in stands and _holds(stands[name], each) for name, each in entry.items())


def _is_around(wide: Object, narrow: Object) -> bool:
    """Tell whether a date such as 2020-03 holds another such as 2020-03-05; an open one is an answer of its own."""
    days = [each.get(end) for each in (wide, narrow) for end in ("earliest", "latest")]
    if not all(isinstance(day, str) for day in days):
        return False
    first, last, begin, end = map(str, days)
    return first <= begin and end <= last


def _is_name_known(field: str, entry: Json, mine: Object) -> bool:
    if field != "names" or not isinstance(entry, dict) or {"from", "until"} & entry.keys():
        return False
    name = entry.get("name")
    words = [*name.values()] if isinstance(name, dict) else [name]
    return all(isinstance(word, str) and word.casefold() in list_names(mine) for word in words)


def word_value(value: Json) -> str:
    """Return a value in a line, for whoever decides on it: `person: omar-said, role: leader`; no citations."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {word_value(each)}" for name, each in value.items() if name != "cite")
    return "; ".join(map(word_value, value)) if isinstance(value, list) else str(value)


def _show(value: Json) -> str:
    text = str(value) if isinstance(value, str | int | float) else repr(value)
    return f'"{text[:60]}…"' if len(text) > 61 else f'"{text}"'  # noqa: PLR2004 - a line, with its mark
