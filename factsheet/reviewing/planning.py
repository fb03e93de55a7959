"""What accepting, merging and rejecting items does to a publication, worked out whole before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from factsheet.editing.files import Change
from factsheet.extraction import Draft, Item
from factsheet.project import Project
from factsheet.project.records import is_id
from factsheet.reviewing.drafting import Page, make_page, patch_page
from factsheet.reviewing.merging import Step
from factsheet.reviewing.verdicts import (
    NEEDED,
    Decision,
    Verdict,
    find_proposed,
    find_source,
    get_path,
    name_item,
    write_verdicts,
)
from factsheet.reviewing.vetting import find_errors

Fate = Literal[
    "created", "merged", "nothing to add", "there already", "rejected", "refused", "published", "still a draft"
]
_DONE: Final[Mapping[str, Decision]] = {
    "created": "accepted", "there already": "accepted", "merged": "merged", "nothing to add": "merged",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the reviewer decided: items by their keys, reasons, ids, and names of fields to merge (all if not named).

    `is_unknown_written` fills required fields that the article does not give with "unknown" where they can have it.
    """

    accept: tuple[str, ...] = ()
    reject: Mapping[str, str] = field(default_factory=dict)
    merge: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    on: str = ""
    by: str = ""
    is_unknown_written: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: the record it went into, what else is to be told; `is_asked` unless it was pulled in."""

    key: str
    id: str
    fate: Fate
    notes: tuple[str, ...] = ()
    is_asked: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to write, the draft and the verdicts afterwards, and what became of each item."""

    changes: tuple[Change, ...]
    outcomes: tuple[Outcome, ...]
    draft: Draft
    verdicts: tuple[Verdict, ...]


def plan_review(project: Project, draft: Draft, verdicts: Sequence[Verdict], wishes: Wishes) -> Plan:
    """Return what the wishes do. An item whose record `check` would refuse is refused, and what needs it too."""
    work = _Work(project, draft, wishes)
    while True:
        pages = work.lay_out()
        texts = work.list_texts(pages)
        errors = find_errors(project, texts) if texts else ()
        if not errors:
            return work.finish(pages, texts, verdicts)
        for error in errors:
            at = [page.item.key for page in pages.values() if page.path == error.at.path]
            for key in at:
                work.refused.setdefault(key, f"{error.rule}: {error.message}")


class _Work:
    """The items that are to be written; `refused` grows until what is left can stand."""

    def __init__(self, project: Project, draft: Draft, wishes: Wishes) -> None:
        self.project = project
        self.schemas = project.schemas
        self.wishes = wishes
        self.source = find_source(draft)
        self.present = {record.id: record for record in project.records}
        self.refused: dict[str, str] = {}
        self.proposed = {item.key: item.id for item in draft.items}
        self.drawn_up = {item.key: find_proposed(item) for item in draft.items}
        for key, target in wishes.merge.items():
            draft = name_item(draft, key, target, self.schemas) if self._can_merge(draft, key, target) else draft
        self.draft = draft
        self.items = {item.key: item for item in draft.items}

    def _can_merge(self, draft: Draft, key: str, target: str) -> bool:
        item = next(each for each in draft.items if each.key == key)
        record = self.present.get(target)
        if record is None or record.kind != item.kind:
            what = "there is no such record" if record is None else f"that is a {record.kind}, not a {item.kind}"
            self.refused[key] = f'it can\'t be merged into "{target}": {what}'
        return key not in self.refused

    def lay_out(self) -> dict[str, Page]:
        """Return the page of each item that is written, those pulled in too, each record naming only what there is."""
        pages: dict[str, Page] = {}
        waiting = [*self.wishes.accept, *self.wishes.merge]
        while waiting:
            key = waiting.pop(0)
            if key in pages or key in self.refused:
                continue
            page = self._make(self.items[key])
            needs = {target: found for target in page.targets if (found := self._find_needed(target))} if page else {}
            barred = next((target for target, found in needs.items() if found in self.refused), "")
            if barred:
                self.refused[key] = f'it needs "{barred}", which is refused'
            if page is None or barred:  # what is laid out already may need this one
                return self.lay_out()
            pages[key] = page
            waiting += [found for found in needs.values() if found not in pages]
        return self._hold_back(pages)

    def _find_needed(self, target: str) -> str | None:
        """Return the item that a record has to be made of before another can name it."""
        if target in self.present:
            return None
        return next((key for key, item in self.items.items() if item.id == target), None)

    def _make(self, item: Item) -> Page | None:
        reason = self._find_obstacle(item)
        if reason:
            self.refused[item.key] = reason
            return None
        rejected = {
            each.id
            for each in self.items.values()
            if (each.review == "rejected" or each.key in self.wishes.reject) and each.id not in self.present
        }
        page = make_page(
            item,
            self.draft,
            self.project,
            source=self.source,
            gone=rejected,
            on=self.wishes.on,
            by=self.wishes.by,
            chosen=self.wishes.fields.get(item.key),
            is_unknown_written=self.wishes.is_unknown_written,
        )
        if page.fault:
            self.refused[item.key] = page.fault
            return None
        return page

    def _find_obstacle(self, item: Item) -> str:
        """Return why an item can't be written as it is, or nothing."""
        kind = self.schemas.kinds.get(item.kind)
        if kind is None or not is_id(item.id):
            return f'"{item.id}" can\'t be an id: small letters, digits and single hyphens'
        if item.key in self.wishes.reject:
            return "it is to be rejected as well"
        if item.kind != "source" and any(each.review == "rejected" for each in self._list_sources()):
            return "the article itself was rejected"
        record = self.present.get(item.id)
        if record is None:
            is_there = item.id in self.project.broken or _path(kind.folder, item.id) in self.project.files
            return f'"{item.id}" has errors in the publication: mend them first' if is_there else ""
        is_wanted = item.known or item.key in self.wishes.merge or item.kind == "source" or item.review != NEEDED
        if record.kind == item.kind and is_wanted:
            return ""
        hint = f"merge it (--merge {item.key}={item.id}), or " if record.kind == item.kind else ""
        return f'there is a {record.kind} "{item.id}": {hint}edit the id'

    def _list_sources(self) -> list[Item]:
        return [each for each in self.items.values() if each.kind == "source"]

    def _hold_back(self, pages: dict[str, Page]) -> dict[str, Page]:
        """Make drafts of records that name a draft: a published record never does."""
        held = {each.id for each in self.project.records if "draft" in each.data}
        held |= {page.item.id for page in pages.values() if page.is_draft}
        while True:
            found = [
                (key, name)
                for key, page in pages.items()
                if page.is_new and not page.is_draft and (name := next((n for n in page.targets if n in held), ""))
            ]
            if not found:
                return pages
            for key, name in found:
                pages[key] = pages[key].hold_back(f'"{name}" is a draft', self.schemas)
                held.add(pages[key].item.id)

    def list_texts(self, pages: Mapping[str, Page]) -> dict[str, str]:
        """Return each file that is new or changed, as it reads afterwards."""
        texts: dict[str, str] = {}
        for key, page in pages.items():
            if page.is_new:
                texts[page.path] = page.text
            elif page.changes:
                before = texts.get(page.path) or self._read(page.path)
                after = patch_page(page, before, self.schemas)
                if after is None:
                    self.refused[key] = (
                        f"{page.path} can't be changed line by line: put each field on a line of its own"
                    )
                else:
                    texts[page.path] = after
        return texts

    def _read(self, path: str) -> str:
        return (self.project.root / path).read_bytes().decode()

    def finish(self, pages: Mapping[str, Page], texts: Mapping[str, str], verdicts: Sequence[Verdict]) -> Plan:
        """Return the plan: files in the order of their paths, outcomes in that of the draft."""
        outcomes = {item.key: told for item in self.draft.items if (told := self._tell(item, pages))}
        decisions = {key: each for item in self.draft.items if (each := _decide(item, outcomes.get(key := item.key)))}
        decided = [self._judge(item, decisions[item.key]) for item in self.draft.items if item.key in decisions]
        after = (*(old for old in verdicts if not any(_is_same(old, new) for new in decided)), *decided)
        items = [replace(item, review=decisions.get(item.key, item.review)) for item in self.draft.items]
        items = [replace(item, id=self.proposed[item.key]) if item.key in self.refused else item for item in items]
        changes = [self._change(path, text) for path, text in sorted(texts.items())]
        if decided:
            changes.append(self._change(get_path(self.source), write_verdicts(self.source, after).decode()))
        changes = [each for each in changes if each.before != each.after]
        return Plan(tuple(changes), tuple(outcomes.values()), replace(self.draft, items=tuple(items)), after)

    def _change(self, path: str, text: str) -> Change:
        return Change(path, self._read(path) if (self.project.root / path).is_file() else None, text)

    def _tell(self, item: Item, pages: Mapping[str, Page]) -> Outcome | None:
        is_asked = item.key in {*self.wishes.accept, *self.wishes.merge, *self.wishes.reject}
        if item.key in self.refused and (is_asked or item.key in pages):
            return Outcome(item.key, self.proposed[item.key], "refused", (self.refused[item.key],), is_asked)
        if item.key in self.wishes.reject:
            return Outcome(item.key, item.id, "rejected")
        page = pages.get(item.key)
        if page is None or (not is_asked and not page.is_new and not page.changes and item.review != NEEDED):
            return None
        notes = (*page.notes, *(_word(step) for step in page.steps))
        return Outcome(item.key, item.id, page.fate, notes, is_asked)

    def _judge(self, item: Item, decision: Decision) -> Verdict:
        return Verdict(
            kind=item.kind,
            print=item.print,
            proposed=self.drawn_up[item.key],
            decision=decision,
            id=item.id if decision != "rejected" else "",
            reason=self.wishes.reject.get(item.key, ""),
            by=self.wishes.by,
            on=self.wishes.on,
        )


def _word(step: Step) -> str:
    words = {"add": "adds", "beside": "sets beside what stands:", "left": "leaves out"}
    return f"{words[step.effect]} {step.field}{f': {step.reason}' if step.reason else ''}"


def _decide(item: Item, outcome: Outcome | None) -> Decision | None:
    """Return what was decided about an item now; nothing new where it was accepted before and adds nothing."""
    if outcome is None or outcome.fate == "refused":
        return None
    if outcome.fate == "rejected":
        return "rejected"
    is_old = item.review != NEEDED and outcome.fate in {"nothing to add", "there already"}
    return None if is_old else _DONE[outcome.fate]


def _is_same(old: Verdict, new: Verdict) -> bool:
    return (old.kind, old.print) == (new.kind, new.print) and new.proposed in {old.proposed, old.id}


def _path(folder: str, name: str) -> str:
    return f"content/{folder}/{name}.yaml"
