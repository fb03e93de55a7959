"""A whole import: read, find again, link, check, merge; what has to be written comes back, and nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from factsheet.editing import get_field_text, patch_fields, write_field, write_record, write_records
from factsheet.editing.files import Change, write_change
from factsheet.encoding import digest_bytes
from factsheet.importing.adopting import adopt
from factsheet.importing.formats import IMPORTERS
from factsheet.importing.intake import DATASET, Incoming, Intake, Key, Options, Remark
from factsheet.importing.linking import choose_ids, index_identifiers
from factsheet.importing.merging import Conflict, Merge, merge
from factsheet.importing.preparing import Wishes, complete, make_source, prepare
from factsheet.importing.remembering import Memory, get_path, recall, write_memory
from factsheet.importing.reporting import Fate, Outcome, Report
from factsheet.importing.scripts import tag_scripts
from factsheet.importing.texts import ImportProblem, make_slug
from factsheet.model import Json, Object, Record
from factsheet.project import Project

_RESERVED: Final = frozenset(("unknown", "none", "withheld"))


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would write, and its report."""

    changes: tuple[Change, ...]
    memory: Change
    report: Report


def plan_import(project: Project, name: str, data: bytes, *, file: str, options: Options, wishes: Wishes) -> Plan:
    """Return what the import of a file does to a publication. Raises ImportProblem where the file can't be read."""
    intake = Intake(options)
    IMPORTERS[name].read(data, intake)
    source = wishes.source or _name_source(name, file)
    memory = recall(project.root, source)
    own = make_source(intake, wishes, file, digest_bytes(data))
    as_of = wishes.as_of or intake.as_of
    records = {DATASET.key: own, **intake.incoming}
    records = {k: replace(r, data=tag_scripts(r.data, options.language)) for k, r in records.items()}
    whole = {k: complete(r, as_of, project.schemas, publish=wishes.publish) for k, r in records.items()}
    work = _Work(project, memory, source, keep_mine=wishes.keep_mine)
    fates, remarks = work.run(whole)
    report = Report(
        format=name,
        file=file,
        source=source,
        read=intake.read,
        taken=sum(not each.is_mention for each in intake.incoming.values()),
        folded=intake.folded,
        skipped=intake.skipped,
        mentioned=sum(each.is_mention for each in intake.incoming.values()),
        fates=tuple(fates),
        gone=tuple(sorted(memory[key].id for key in memory if key not in whole)),
        remarks=(*intake.remarks, *remarks),
        unused=intake.unused,
    )
    path = get_path(source)
    before = (project.root / path).read_text("utf-8") if memory else None
    after = write_memory(source, name, work.remembered).decode()
    return Plan(tuple(work.list_changes()), Change(path, before, after), report)


def write_plan(root: Path, plan: Plan) -> None:
    """Write what an import planned, what it remembers last."""
    for change in (*plan.changes, plan.memory):
        write_change(root, change)


def _name_source(name: str, file: str) -> str:
    stem = make_slug(Path(file).stem)
    if stem.startswith(f"{name}-") or not stem:
        return stem or name
    return f"{name}-{stem}"


class _Work:
    """The publication as the import leaves it, record by record."""

    def __init__(self, project: Project, memory: Mapping[Key, Memory], source: str, *, keep_mine: bool) -> None:
        self._project = project
        self._schemas = project.schemas
        self._memory = memory
        self._source = source
        self._keep_mine = keep_mine
        self._present = {record.id: record for record in project.records}
        self._texts: dict[str, str | None] = {}
        self._edits: dict[str, dict[int, tuple[Record, Merge]]] = {}
        self._new: dict[str, str] = {}
        self.remembered: dict[Key, Memory] = dict(memory)

    def run(self, records: Mapping[Key, Incoming]) -> tuple[list[Fate], list[Remark]]:
        """Return what becomes of each record, and what was left aside on the way."""
        ids, refused = self._choose(records)
        removed = {key for key, known in self._memory.items() if key in ids and ids[key] not in self._present
                   and known.id == ids[key] and known.id not in self._project.broken}  # fmt: skip
        linked = {key: own for key, own in ids.items() if key not in removed}
        done, remarks, invalid = prepare(records, linked, self._schemas)
        refused.update(invalid)
        fates: list[Fate] = []
        for key, record in records.items():
            own = ids.get(key, "")
            if key in refused:
                remarks.append(Remark("refused", record.at, f"{' '.join(key[:2])} {key[2]}: {refused[key]}"))
                fates.append(Fate(key, own, "refused", record.at))
            elif own in self._project.broken and own not in self._present:
                remarks.append(Remark("refused", record.at, f'"{own}" has errors in the publication: mend them first'))
                fates.append(Fate(key, own, "refused", record.at))
            elif key in removed:
                fates.append(Fate(key, own, "removed", record.at))
            else:
                outcome, conflicts = self._settle(key, own, done[key], is_mention=record.is_mention)
                fates.append(Fate(key, own, outcome, record.at, conflicts))
        return fates, remarks

    def list_changes(self) -> list[Change]:
        """Return the files that are new or changed, by path."""
        changes = [Change(path, None, text) for path, text in self._new.items()]
        for path in self._edits:
            before = self._read(path)
            after = self._texts.get(path)
            if after is not None and after != before:
                changes.append(Change(path, before, after))
        return sorted(changes, key=lambda change: change.path)

    def _choose(self, records: Mapping[Key, Incoming]) -> tuple[dict[Key, str], dict[Key, str]]:
        present = self._present
        remembered = {
            key: known.id for key, known in self._memory.items()
            if known.id not in present or present[known.id].kind == key[0]
        }  # fmt: skip
        taken = {*present, *self._project.broken, *(id_ for r in self._project.records for id_ in _former(r))}
        rest = [record for key, record in records.items() if key != DATASET.key]
        known = index_identifiers(self._project.records)
        ids, refused = choose_ids(rest, known, remembered, {*taken, self._source})
        return {DATASET.key: self._source, **ids}, refused

    def _settle(self, key: Key, own: str, theirs: Object, *, is_mention: bool) -> tuple[Outcome, tuple[Conflict, ...]]:
        kind = self._schemas.kind(key[0])
        record = self._present.get(own)
        if record is None:
            self._new[f"content/{kind.folder}/{own}.yaml"] = write_record(theirs, kind.schema, self._schemas)
            self.remembered[key] = Memory(own, theirs)
            return "created", ()
        known = self._memory.get(key)
        if known is None and (key == DATASET.key or is_mention):
            return "kept", ()
        mine = record.document.value if isinstance(record.document.value, dict) else {}
        base: Object = known.data if known else {}
        is_adopted = known.is_adopted if known else not self._cites_source(record)
        theirs = adopt(theirs, mine, kind, self._schemas) if is_adopted else theirs
        found = merge(base, mine, theirs, kind, self._schemas, self._project.languages[0])
        found = self._spare_comments(found, base, record, theirs)
        self._apply(record, found)
        open_ = {} if self._keep_mine else found.remembered
        self.remembered[key] = Memory(own, _remember(theirs, open_), is_adopted)
        if found.conflicts and not self._keep_mine:
            return "conflicting", found.conflicts
        return "updated" if found.changes else "unchanged", ()

    def _cites_source(self, record: Record) -> bool:
        """Tell whether a record names the file as its source: an import made it, of which no memory is left."""
        cites = record.data.get("cite")
        listed = cites if isinstance(cites, list) else []
        return any(isinstance(each, dict) and each.get("source") == {"ref": self._source} for each in listed)

    def _spare_comments(self, found: Merge, base: Object, record: Record, theirs: Object) -> Merge:
        """Return a merge that leaves alone a field with a comment in it: a comment is a change by hand too."""
        schema = self._schemas.kind(record.kind).schema
        text = self._read(record.document.path)
        kept = list(found.conflicts)
        changes, remembered = dict(found.changes), dict(found.remembered)
        for name in found.changes:
            lines = get_field_text(text, record.document, name)
            value = base.get(name)
            if "#" in lines and (value is None or lines != write_field(name, value, schema, self._schemas)):
                mine = record.document.value
                del changes[name]
                remembered[name] = value
                kept = [each for each in kept if _field_of(each) != name]
                kept.append(Conflict(name, value, mine.get(name) if isinstance(mine, dict) else None, theirs.get(name)))
        return Merge(changes, tuple(kept), remembered)

    def _apply(self, record: Record, found: Merge) -> None:
        """Change a record in the text of its file; the documents of one file are changed from the last to the first."""
        if not found.changes:
            return
        path = record.document.path
        self._edits.setdefault(path, {})[record.document.index] = (record, found)
        text = self._read(path)
        for index in sorted(self._edits[path], reverse=True):
            each, merged = self._edits[path][index]
            schema = self._schemas.kind(each.kind).schema
            changed = patch_fields(text, each.document, merged.changes, schema, self._schemas)
            text = changed if changed is not None else self._rewrite(text, each, merged)
        self._texts[path] = text

    def _rewrite(self, text: str, record: Record, found: Merge) -> str:
        """Write a record anew that can't be changed line by line, if it is alone in its file and without comments."""
        value = record.document.value
        count = sum(document.path == record.document.path for document in self._project.documents)
        if count > 1 or "#" in text or not isinstance(value, dict):
            where = f"{record.document.path}: {record.id}"
            raise ImportProblem(f"{where} can't be changed line by line: write each of its fields on a line of its own")
        whole: Object = {name: entry for name, entry in {**value, **found.changes}.items() if entry is not None}
        return write_records([(whole, self._schemas.kind(record.kind).schema)], self._schemas)

    def _read(self, path: str) -> str:
        return (self._project.root / path).read_bytes().decode()


def _field_of(conflict: Conflict) -> str:
    """Return the field of the record that a conflict lies in."""
    return conflict.field.split("[")[0].split(".")[0]


def _remember(theirs: Object, remembered: Mapping[str, Json]) -> Object:
    """Return what the file says now, but for conflicts what it said before: they are told again until settled."""
    found: Object = {**theirs, **remembered}
    return {name: value for name, value in found.items() if value is not None}


def _former(record: Record) -> list[str]:
    found = record.data.get("former_ids")
    return [str(each) for each in found] if isinstance(found, list) else []
