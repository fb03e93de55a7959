"""Drafts reviewed in the browser: what a request shows, and what a posted form does. Never published."""

import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from factsheet.defaults import TEMPLATES
from factsheet.diagnostics import FactsheetError
from factsheet.preview.review_pages import REVIEW, Desk, find_next, show_draft, show_drafts
from factsheet.preview.watching import look
from factsheet.reviewing import Outcome, Session, Wishes, plan_release, read_item

STYLE: Final = f"{REVIEW}review.css"
_SHEETS: Final = ("styles/tokens.css", "styles/screen.css", "review/review.css")
_MOST_DRAFTS: Final = 500

Fields = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: the page, or where to go on."""

    body: bytes = b""
    location: str = ""
    is_style: bool = False


@dataclass(slots=True)
class _Open:
    """A draft that is open, what its files were when it was last read, and what is to be told once."""

    session: Session
    seen: object
    outcomes: tuple[Outcome, ...] = ()
    error: str = ""


@dataclass(slots=True)
class Reviews:
    """The drafts in `drafts/` of a publication. A form is heard only with the token of this run."""

    root: Path
    by: str
    today: Callable[[], str]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    _open: dict[str, _Open] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def show(self, path: str, query: Fields) -> Reply | None:
        """Return the page at a path below `/-/review/`; None where there is none."""
        if path == STYLE:
            return Reply(b"\n".join((TEMPLATES / name).read_bytes() for name in _SHEETS), is_style=True)
        language = _first(query, "lang")
        with self._lock:
            if path in (REVIEW, REVIEW.rstrip("/")):
                return Reply(show_drafts(self.root, self._list(), language))
            found = self._find(path)
            if found is None:
                return None
            opened = self._read(found)
            if isinstance(opened, str):
                return Reply(show_drafts(self.root, self._list(), language, error=opened))
            desk = Desk(opened.session, found.name, self.token, language, _first(query, "item"), _first(query, "into"))
            page = show_draft(desk, outcomes=opened.outcomes, error=opened.error)
            opened.outcomes, opened.error = (), ""
            return Reply(page)

    def is_trusted(self, form: Fields) -> bool:
        """Tell whether a form came from a page of this run."""
        return secrets.compare_digest(_first(form, "token").encode(), self.token.encode())

    def act(self, path: str, query: Fields, form: Fields) -> Reply | None:
        """Do what a trusted form asks for; the reply leads to the next page."""
        with self._lock:
            found = self._find(path)
            if found is None:
                return None
            opened = self._read(found)
            key = _first(form, "item")
            if not isinstance(opened, str):
                opened.outcomes, opened.error = (), ""
                try:
                    key = self._do(opened, key, form)
                except FactsheetError as error:
                    opened.error = str(error)
                opened.seen = self._look(found)
            asked = urlencode(
                {name: value for name, value in (("item", key), ("lang", _first(query, "lang"))) if value}
            )
            return Reply(location=f"{REVIEW}{quote(found.name)}{'?' if asked else ''}{asked}#here")

    def _do(self, opened: _Open, key: str, form: Fields) -> str:
        """Return the item to show afterwards; '' for the next."""
        session, action = opened.session, _first(form, "action")
        if action == "undo":
            session.take_back()
            return ""
        if action == "release":
            plan = plan_release(session.project, session.draft, session.verdicts)
            opened.outcomes = plan.outcomes
            session.carry_out(plan)
            return ""
        item = session.find(key)
        if action == "edit":
            name, record = read_item(_first(form, "text").replace("\r\n", "\n"))
            session.change(item.key, name, record)
            return item.key
        day, by = self.today(), self.by
        if action == "reject":
            wishes = Wishes(reject={item.key: _first(form, "reason").strip()}, on=day, by=by)
        elif action == "merge":
            target = _first(form, "into").strip()
            wishes = Wishes(merge={item.key: target}, fields={item.key: [*form.get("field", ())]}, on=day, by=by)
        elif action == "accept":
            self._fill(session, item.key, form)
            wishes = Wishes(accept=(item.key,), on=day, by=by)
        else:
            raise FactsheetError(f'there is no action "{action}"')
        plan = session.plan(wishes)
        opened.outcomes = plan.outcomes
        if any(outcome.fate == "refused" for outcome in plan.outcomes):
            return item.key
        session.carry_out(plan)
        return find_next(session, item.key)

    def _fill(self, session: Session, key: str, form: Fields) -> None:
        """Put what was typed for missing fields into the item."""
        from factsheet import loading  # noqa: PLC0415 -- only where something was typed

        for name in [each for each in form if each.startswith("set-") and _first(form, each).strip()]:
            typed = _first(form, name).strip()
            reading = loading.load(typed.encode(), name)
            if reading.diagnostics or len(reading.documents) != 1:
                raise FactsheetError(f'"{typed}" can\'t be read as a value of {name.removeprefix("set-")}')
            item = session.find(key)
            session.change(key, item.id, {**item.record, name.removeprefix("set-"): reading.documents[0].value})

    def _list(self) -> list[Path]:
        folder = self.root / "drafts"
        found = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
        return [path for path in found if path.is_file() and not path.is_symlink()][:_MOST_DRAFTS]

    def _find(self, path: str) -> Path | None:
        name = path.removeprefix(REVIEW)
        return next((each for each in self._list() if name in (each.name, quote(each.name))), None)

    def _look(self, path: Path) -> object:
        status = path.stat()
        return look(self.root), status.st_mtime_ns, status.st_size

    def _read(self, path: Path) -> _Open | str:
        """Return the open draft, read again if any file was edited since; or why it can't be."""
        known, seen = self._open.get(path.name), self._look(path)
        if known is None or known.seen != seen:
            try:
                known = self._open[path.name] = _Open(Session(self.root, path), seen)
            except FactsheetError as error:
                return str(error)
        return known


def _first(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "")
