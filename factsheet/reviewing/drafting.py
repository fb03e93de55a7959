"""One item as the file it becomes, or as the fields it adds to a record that is there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factsheet import loading
from factsheet import schemas as schema_tools
from factsheet.diagnostics import Diagnostic
from factsheet.editing import get_field_text, patch_fields, write_record
from factsheet.extraction import Draft, Item
from factsheet.model import Json, Object, Record
from factsheet.project import Project
from factsheet.reviewing.evidence import add_cites
from factsheet.reviewing.fields import Fields
from factsheet.reviewing.merging import Step, apply_steps, list_steps
from factsheet.reviewing.references import leave_out, list_targets
from factsheet.schemas import Kind, Schemas

MISSING = "missing-field"


@dataclass(frozen=True, slots=True)
class Page:
    """What an item becomes: a new file (`record`, `text`), or `changes` to the record that stands in one.

    `targets` are the records it names, `notes` what is to be told, `fault` why it can't be.
    """

    item: Item
    path: str
    is_new: bool
    record: Object
    text: str = ""
    changes: tuple[tuple[str, Json], ...] = ()
    steps: tuple[Step, ...] = ()
    targets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    fault: str = ""
    place: int = 0

    @property
    def is_draft(self) -> bool:
        """Tell whether the new record is a draft."""
        return self.is_new and "draft" in self.record

    @property
    def fate(self) -> Literal["created", "merged", "nothing to add", "there already"]:
        """Return what becomes of the item, in a word or two."""
        if self.is_new:
            return "created"
        if self.changes:
            return "merged"
        return "there already" if self.item.kind == "source" else "nothing to add"

    def hold_back(self, reason: str, schemas: Schemas) -> "Page":
        """Return the page with its record as a draft."""
        record: Object = {**self.record, "draft": True}
        text = write_record(record, schemas.kind(self.item.kind).schema, schemas)
        return replace(self, record=record, text=text, notes=(*self.notes, f"a draft for now: {reason}"))


def make_page(  # noqa: PLR0913 -- what a review decides
    item: Item,
    draft: Draft,
    project: Project,
    *,
    source: str,
    gone: Collection[str],
    on: str,
    by: str,
    chosen: Sequence[str] | None,
    is_unknown_written: bool,
) -> Page:
    """Return what an item becomes. `gone` are ids that no record may name: those of rejected items."""
    kind, schemas = project.schemas.kind(item.kind), project.schemas
    present = next((record for record in project.records if record.id == item.id), None)
    path = present.document.path if present else f"content/{kind.folder}/{item.id}.yaml"
    faults = [each for each in find_problems(item.record, kind, schemas) if each.rule != MISSING]
    if faults:
        return Page(item, path, present is None, {}, fault=f"{faults[0].message} (in {_name(faults[0])}): edit it")
    named = {target for _, target in list_targets(item.record, kind, schemas)}
    record = leave_out(item.record, kind, schemas, gone)
    notes = tuple(f'names no longer "{each}", which was rejected' for each in sorted(named & set(gone)))
    if present:
        return _make_addition(replace(item, record=record), draft, present, project, source, chosen, notes)
    if item.kind != "source":
        record = add_cites(record, replace(item, record=record), draft, source, Fields(kind, schemas))
    record = {**record, "reviewed": {"date": on, "by": by} if by else on}
    if is_unknown_written:
        record, filled = fill_unknown(record, kind, schemas)
        notes = (*notes, *(f"{name}: unknown" for name in filled))
    page = Page(item, path, True, record, write_record(record, kind.schema, schemas), notes=notes)  # noqa: FBT003 -- new
    page = replace(page, targets=_list_named(record, kind, schemas))
    lacking = [each for each in find_problems(record, kind, schemas) if each.rule == MISSING]
    return page.hold_back("; ".join(each.message for each in lacking), schemas) if lacking else page


def _make_addition(  # noqa: PLR0913, PLR0917 -- as above
    item: Item,
    draft: Draft,
    present: Record,
    project: Project,
    source: str,
    chosen: Sequence[str] | None,
    notes: tuple[str, ...],
) -> Page:
    kind, schemas = project.schemas.kind(item.kind), project.schemas
    path, document = present.document.path, present.document
    mine = document.value if isinstance(document.value, dict) else {}
    text = (project.root / path).read_bytes().decode()
    steps = tuple(
        replace(step, effect="left", value=None, reason="it has a comment: change it by hand")
        if step.effect != "left" and "#" in get_field_text(text, document, step.field)
        else step
        for step in list_steps(item, mine, draft, source, kind, schemas)
    )
    taken = tuple(step for step in steps if step.effect == "left" or chosen is None or step.of in chosen)
    changes = apply_steps(steps, chosen)
    named = _list_named(dict(changes), kind, schemas)
    return Page(
        item, path, is_new=False, record=mine, changes=tuple(changes.items()), steps=taken, targets=named, notes=notes,
        place=document.index,
    )  # fmt: skip


def patch_page(page: Page, text: str, schemas: Schemas) -> str | None:
    """Return the text of a file with the fields of a page set in it, or None where that can't be done line by line."""
    documents = loading.load(text.encode(), page.path).documents
    schema = schemas.kind(page.item.kind).schema
    return patch_fields(text, documents[page.place], dict(page.changes), schema, schemas)


def find_problems(record: Object, kind: Kind, schemas: Schemas) -> tuple[Diagnostic, ...]:
    """Return what the schema has against a record."""
    text = write_record({name: each for name, each in record.items() if name != "draft"}, kind.schema, schemas)
    documents = loading.load(text.encode(), f"{kind.folder}.yaml").documents
    return schema_tools.check(documents[0], kind, schemas) if documents else ()


def list_missing(record: Object, kind: Kind) -> list[str]:
    """Return the fields that a record must have and has not; where one of several will do, the last of them."""
    found = [name for name in _strings(kind.schema.get("required")) if name not in record]
    choices = kind.schema.get("anyOf")
    sets = (
        [_strings(each.get("required")) for each in choices if isinstance(each, dict)]
        if isinstance(choices, list)
        else []
    )
    if sets and not any(all(name in record for name in names) for names in sets):
        found += [name for name in sets[-1] if name not in found]
    depends = kind.schema.get("dependentRequired")
    for name, needed in depends.items() if isinstance(depends, dict) else ():
        if name in record:
            found += [each for each in _strings(needed) if each not in record and each not in found]
    return found


def _strings(value: Json) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def fill_unknown(record: Object, kind: Kind, schemas: Schemas) -> tuple[Object, list[str]]:
    """Return a record with "unknown" in its missing required fields where they can have it, and which these are."""
    filled: list[str] = []
    for name in list_missing(record, kind):
        tried: Object = {**record, name: "unknown"}
        wrong = [each for each in find_problems(tried, kind, schemas) if each.at.pointer[:1] == (name,)]
        targets = [target for _, target in list_targets(tried, kind, schemas)] if not wrong else ["unknown"]
        if not wrong and "unknown" not in targets:
            record, filled = tried, [*filled, name]
    return record, filled


def _list_named(record: Object, kind: Kind, schemas: Schemas) -> tuple[str, ...]:
    return tuple(dict.fromkeys(target for _, target in list_targets(record, kind, schemas)))


def _name(problem: Diagnostic) -> str:
    return "/".join(map(str, problem.at.pointer)) or "the record"
