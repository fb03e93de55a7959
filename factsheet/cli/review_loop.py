"""The conversation of `factsheet review`: one item after another, one letter each."""

from collections.abc import Callable
from dataclasses import dataclass, field

from factsheet.cli.accept import read_value, word_outcome
from factsheet.cli.reporting import count
from factsheet.cli.review_pages import Screen, show_item, show_steps, show_warnings
from factsheet.cli.showing import harmless
from factsheet.diagnostics import FactsheetError
from factsheet.extraction import Item
from factsheet.model import Json, Object
from factsheet.reviewing import (
    NEEDED,
    Session,
    Wishes,
    find_problems,
    list_candidates,
    list_held,
    list_missing,
    list_steps,
    list_subjects,
    read_item,
    write_item,
)
from factsheet.reviewing.passages import list_other_warnings

CHOICES = "[a]ccept [e]dit [r]eject [m]erge [s]kip [b]ack [q]uit:"
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Talk:
    """How to speak with the reviewer. `ask` and `edit` return None where there is no answer."""

    ask: Callable[[str], str | None]
    tell: Callable[[str], None]
    edit: Callable[[str], str | None]
    screen: Screen = field(default_factory=Screen)


def go_through(session: Session, talk: Talk, *, on: str, by: str) -> None:
    """Ask about each item that nothing was decided about, and write each decision at once."""
    _Review(session, talk, on, by).run()


class _Review:
    """Where the review is: the items in the order asked, and how deep the session was before each."""

    def __init__(self, session: Session, talk: Talk, on: str, by: str) -> None:
        self.session, self.talk, self.on, self.by = session, talk, on, by
        self.keys = [item.key for item in session.waiting]
        self.trail: list[tuple[int, int]] = []

    def run(self) -> None:
        """Go on until the last item, or until the reviewer leaves."""
        settled = len(self.session.draft.items) - len(self.keys)
        if settled:
            self.talk.tell(f"{count(settled, 'item')} of this draft settled before.")
        if warnings := list_other_warnings(self.session.draft):
            self.talk.tell("\n".join(show_warnings(warnings, self.talk.screen)))
        place = 0
        while place < len(self.keys):
            item = self.session.find(self.keys[place])
            if item.review != NEEDED:
                place += 1
                continue
            self.talk.tell(show_item(self.session, item, self._number(item), self.talk.screen))
            answer = self._ask_choice()
            if answer in ("q", None):
                break
            if answer == "b":
                place = self._go_back(place)
                continue
            depth = self.session.depth
            if self._act(answer or "", item):
                self.trail.append((place, depth))
                place += 1
        left = len(self.session.waiting)
        held = len(list_held(self.session.project, self.session.verdicts))
        if held:
            hint = "`factsheet accept DRAFT --release` publishes those that lack nothing"
            self.talk.tell("\n".join(self.talk.screen.wrap(f"{count(held, 'record')} accepted as drafts; {hint}.")))
        self.talk.tell(f"{count(left, 'item')} left to review." if left else "Every item is settled.")

    def _number(self, item: Item) -> int:
        return [each.key for each in self.session.draft.items].index(item.key) + 1

    def _ask_choice(self) -> str | None:
        while True:
            answer = self.talk.ask(CHOICES)
            if answer is None:
                return None
            if answer[:1].lower() in tuple("aermsbq"):
                return answer[:1].lower()
            self.talk.tell(
                "a: a record is made; e: edit it first; r: never ask again; m: add it to a record; s: later;"
            )
            self.talk.tell("b: the item before, what was decided there is taken back; q: leave, all is saved.")

    def _act(self, answer: str, item: Item) -> bool:
        """Do what was chosen; tell whether the item is done with for now."""
        try:
            return {"a": self._accept, "e": self._edit, "r": self._reject, "m": self._merge}.get(answer, _skip)(item)
        except FactsheetError as error:
            self.talk.tell(harmless(f"error: {error}"))
            return False

    def _go_back(self, place: int) -> int:
        if not self.trail:
            self.talk.tell("This is the first.")
            return place
        before, depth = self.trail[-1]
        try:
            while self.session.depth > depth:
                self.session.take_back()
        except FactsheetError as error:
            self.talk.tell(harmless(f"error: {error}"))
            return place
        self.trail.pop()
        return before

    def _accept(self, item: Item) -> bool:
        if not any(record.id == item.id for record in self.session.project.records) and not self._fill(item):
            return False
        return self._settle(Wishes(accept=(item.key,), on=self.on, by=self.by))

    def _settle(self, wishes: Wishes) -> bool:
        plan = self.session.plan(wishes)
        refused = [each for each in plan.outcomes if each.fate == "refused"]
        if refused or len(plan.outcomes) > 1 or any(each.notes for each in plan.outcomes):
            for outcome in plan.outcomes:
                for line in word_outcome(outcome).splitlines():
                    self.talk.tell(
                        "\n".join(self.talk.screen.wrap(line.strip(), line[: len(line) - len(line.lstrip())]))
                    )
            if refused or (self.talk.ask("Write this? [Y/n]") or "y").lower().startswith("n"):
                return False
        self.session.carry_out(plan)
        for change in plan.changes:
            if change.path.startswith("content/"):
                self.talk.tell(f"{'written' if change.before is None else 'changed'}: {change.path}")
        return True

    def _reject(self, item: Item) -> bool:
        reason = self.talk.ask("Why? (a few words, or Enter)")
        if reason is None:
            return False
        self.session.carry_out(self.session.plan(Wishes(reject={item.key: reason}, on=self.on, by=self.by)))
        return True

    def _edit(self, item: Item) -> bool:
        """Let the item be edited, then show it again."""
        text = write_item(item, self.session.project.schemas)
        while True:
            edited = self.talk.edit(text)
            if edited is None or edited == text:
                return False
            try:
                name, record = read_item(edited)
            except FactsheetError as error:
                self.talk.tell(harmless(f"error: {error}"))
                if (self.talk.ask("Edit again? [Y/n]") or "y").lower().startswith("n"):
                    return False
                text = edited
                continue
            self.session.change(item.key, name, record)
            return False

    def _merge(self, item: Item) -> bool:
        target = self._ask_target(item)
        record = next((each for each in self.session.project.records if each.id == target), None)
        if record is None:
            self.talk.tell(f'There is no record "{harmless(target)}".' if target else "Not merged.")
            return False
        kind = self.session.project.schemas.kind(item.kind)
        mine = record.document.value if isinstance(record.document.value, dict) else {}
        steps = list_steps(item, mine, self.session.draft, self.session.source, kind, self.session.project.schemas)
        chosen = None
        if any(step.effect != "left" for step in steps):
            self.talk.tell("\n".join(show_steps(steps, self.talk.screen)))
            answer = self.talk.ask("Which? Enter for all, numbers such as 1 3, or - for none:")
            if answer is None:
                return False
            numbers = {int(word) for word in answer.replace(",", " ").split() if word.isdigit()}
            chosen = [step.of for number, step in enumerate(steps, 1) if number in numbers] if answer else None
        fields = {} if chosen is None else {item.key: chosen}
        return self._settle(Wishes(merge={item.key: target}, fields=fields, on=self.on, by=self.by))

    def _ask_target(self, item: Item) -> str:
        offered = list_candidates(item, self.session.project)
        for number, name in enumerate(offered, 1):
            self.talk.tell(f"  {number}  {harmless(name)}")
        answer = self.talk.ask("Into which record? A number, an id, or Enter to leave it:") or ""
        return offered[int(answer) - 1] if answer.isdigit() and 0 < int(answer) <= len(offered) else answer

    def _fill(self, item: Item) -> bool:
        """Ask for the required fields that the article does not give; tell whether to go on."""
        kind = self.session.project.schemas.kind(item.kind)
        for name in list_missing(item.record, kind):
            record = dict(self.session.find(item.key).record)
            value = self._ask_value(item, name, record)
            if value is None:
                return False
            if value != "":
                self.session.change(item.key, item.id, {**record, name: value})
        return True

    def _ask_value(self, item: Item, name: str, record: Object) -> Json:
        """Return a value for a field, "" to leave it open, None to go back to the choices."""
        kind, schemas = self.session.project.schemas.kind(item.kind), self.session.project.schemas
        for line in self._describe(item, name):
            self.talk.tell(line)
        while True:
            answer = self.talk.ask(f"{name}:")
            if not answer:
                return answer
            try:
                value = read_value(answer)
            except FactsheetError as error:
                self.talk.tell(harmless(f"error: {error}"))
                continue
            problems = find_problems({**record, name: value}, kind, schemas)
            wrong = [each for each in problems if each.at.pointer[:1] == (name,)]
            if not wrong:
                return value
            reason = harmless(f"{wrong[0].message}{f'; {wrong[0].hint}' if wrong[0].hint else ''}")
            self.talk.tell("\n".join(self.talk.screen.wrap(reason)))

    def _describe(self, item: Item, name: str) -> list[str]:
        schemas = self.session.project.schemas
        properties = schemas.kind(item.kind).schema.get("properties")
        schema = properties.get(name) if isinstance(properties, dict) else None
        found = schemas.resolve(schema) if isinstance(schema, dict) else {}
        lines = [f"The article does not give {name}. {found.get('description', '')}"]
        words = found.get("enum")
        if isinstance(words, list):
            lines.append(f"One of: {', '.join(map(str, words))}.")
        if name == "about":
            events = list_subjects(self.session.draft)
            lines.append(f"Such as: {', '.join(events[:_MOST_NAMED])}." if events else "")
        lines.append("Enter leaves it open: the record is then a draft.")
        return [wrapped for line in lines if line for wrapped in self.talk.screen.wrap(line)]


def _skip(item: Item) -> bool:
    del item
    return True
