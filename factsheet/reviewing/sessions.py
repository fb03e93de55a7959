"""A draft under review: opened with what was decided before, written to after each decision, and one step back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factsheet.diagnostics import FactsheetError
from factsheet.editing.files import Change, create_file, replace_file
from factsheet.extraction import Draft, Item, read_draft, write_draft
from factsheet.model import Object
from factsheet.project import Project, read_project
from factsheet.reviewing.editing import change_item
from factsheet.reviewing.planning import Plan, Wishes, plan_review
from factsheet.reviewing.verdicts import NEEDED, Verdict, apply_verdicts, find_source, recall

_LARGEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Step:
    """Files before and after a decision, by their full paths, and the draft and verdicts before."""

    files: tuple[tuple[Path, bytes | None, bytes], ...]
    draft: Draft
    verdicts: tuple[Verdict, ...]


class Session:
    """A draft, the publication around it, and what was decided. Nothing but content/, verdicts and draft is written."""

    def __init__(self, root: Path, path: Path) -> None:
        self.root = root
        self.path = path
        self.project: Project = read_project(root)
        read = read_draft(_read(path), path.name)
        unknown = next((item.kind for item in read.items if item.kind not in self.project.schemas.kinds), "")
        if unknown:
            raise FactsheetError(f'{path}: there is no kind "{unknown}"')
        self.source = find_source(read)
        self.verdicts: tuple[Verdict, ...] = recall(root, self.source)
        self.draft: Draft = apply_verdicts(read, self.verdicts, self.project.schemas)
        self._steps: list[_Step] = []

    def find(self, key: str) -> Item:
        """Return an item by its key, or by its id where only one has it. Raises FactsheetError."""
        found = [each for each in self.draft.items if each.key == key] or [
            each for each in self.draft.items if each.id == key
        ]
        if len(found) != 1:
            keys = ", ".join(each.key for each in self.draft.items[:8])
            raise FactsheetError(f'the draft has no item "{key}"; items are {keys} ...')
        return found[0]

    @property
    def waiting(self) -> tuple[Item, ...]:
        """Return the items that nothing was decided about."""
        return tuple(item for item in self.draft.items if item.review == NEEDED)

    @property
    def depth(self) -> int:
        """Return how many steps can be taken back."""
        return len(self._steps)

    def plan(self, wishes: Wishes) -> Plan:
        """Return what the wishes would do; nothing is written."""
        return plan_review(self.project, self.draft, self.verdicts, wishes)

    def carry_out(self, plan: Plan) -> None:
        """Write what was planned: records first, the draft last."""
        files = [(self.root / each.path, _encode(each.before), each.after.encode()) for each in plan.changes]
        self._write(files, plan.draft, plan.verdicts)

    def change(self, key: str, name: str, record: Object) -> None:
        """Give an item another id and record, in the draft."""
        self._write([], change_item(self.draft, key, name, record, self.project.schemas), self.verdicts)

    def take_back(self) -> bool:
        """Undo the last decision, unless files were edited since; tell whether there was one."""
        if not self._steps:
            return False
        step = self._steps[-1]
        for path, _, after in step.files:
            if not path.is_file() or path.read_bytes() != after:
                raise FactsheetError(f"{path} was edited since: take it back by hand")
        for path, before, _ in reversed(step.files):
            if before is None:
                path.unlink()
            else:
                replace_file(path, before)
        self._steps.pop()
        self.draft, self.verdicts = step.draft, step.verdicts
        self.project = read_project(self.root)
        return True

    def _write(
        self, files: list[tuple[Path, bytes | None, bytes]], draft: Draft, verdicts: tuple[Verdict, ...]
    ) -> None:
        before, after = _read(self.path), write_draft(draft)
        written = [*files, *([(self.path, before, after)] if before != after else [])]
        for path, old, new in written:
            if old is None:
                create_file(path, new)
            else:
                replace_file(path, new)
        self._steps.append(_Step(tuple(written), self.draft, self.verdicts))
        self.draft, self.verdicts = draft, verdicts
        if files:
            self.project = read_project(self.root)


def list_draft_changes(plan: Plan, session: Session) -> tuple[Change, ...]:
    """Return the files that a plan changes, the draft among them."""
    before, after = _read(session.path).decode(), write_draft(plan.draft).decode()
    return (*plan.changes, *([Change(session.path.name, before, after)] if before != after else []))


def _encode(text: str | None) -> bytes | None:
    return None if text is None else text.encode()


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise FactsheetError(f"{path}: can't be read: {error.strerror}") from None
