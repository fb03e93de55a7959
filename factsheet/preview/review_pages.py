"""The pages on which drafts are reviewed: the list of drafts, and an item beside its article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from factsheet import defaults
from factsheet.extraction import Evidence, Item
from factsheet.formats.environment import render
from factsheet.locales import get_autonym, get_direction
from factsheet.model import Object
from factsheet.reviewing import (
    NEEDED,
    Outcome,
    Session,
    list_candidates,
    list_held,
    list_missing,
    list_steps,
    list_subjects,
    word_value,
    write_item,
)
from factsheet.reviewing.passages import Evidences, list_other_warnings, list_warnings
from factsheet.schemas import Kind
from factsheet.wording.catalogs import translate
from factsheet.wording.labels import label_word

REVIEW: Final = "/-/review/"
_MOST_ROWS: Final = 24
_NAMED: Final = frozenset({"event", "agreement", "group", "person", "place"})


@dataclass(frozen=True, slots=True)
class Desk:
    """What is looked at: a draft, the item, perhaps a record to merge it into, in which language."""

    session: Session
    name: str
    token: str
    asked: str
    key: str
    into: str

    @property
    def language(self) -> str:
        """Return the language of the page: the one asked for if the site has it."""
        languages = self.session.project.languages
        return self.asked if self.asked in languages else languages[0]

    def address(self, **query: str) -> str:
        """Return the address of this draft with some query."""
        kept = {"lang": self.language, **query}
        return f"{REVIEW}{quote(self.name)}?{urlencode({name: value for name, value in kept.items() if value})}"


def show_drafts(root: Path, drafts: Sequence[Path], language: str, *, error: str = "") -> bytes:
    """Return the list of drafts."""
    tag = language if language in {"en", "ar", "ru", "tr"} else "en"
    listed = [{"name": path.name, "address": f"{REVIEW}{quote(path.name)}?lang={tag}", "fault": ""} for path in drafts]
    return _render(root, tag, name="", drafts=listed, error=error, outcomes=(), languages=[])


def show_draft(desk: Desk, *, outcomes: tuple[Outcome, ...], error: str) -> bytes:
    """Return the page of one item of a draft, beside the article with its evidence marked."""
    session = desk.session
    item = next((each for each in session.draft.items if each.key == desk.key), None)
    item = item or next(iter(session.waiting), None)
    merging = _describe_merge(desk, item) if item and desk.into else {}
    if desk.into and not merging:
        error = error or f'there is no record "{desk.into}" of this kind'
    languages = session.project.languages
    key = item.key if item else ""
    return _render(
        session.root,
        desk.language,
        name=desk.name,
        token=desk.token,
        address=desk.address(),
        here=desk.address(item=key),
        left=len(session.waiting),
        languages=[
            {
                "tag": tag,
                "name": get_autonym(tag),
                "current": tag == desk.language,
                "address": desk.address(item=key, lang=tag),
            }
            for tag in languages
        ],
        error=error,
        outcomes=outcomes,
        can_undo=session.depth > 0,
        held=len(list_held(session.project, session.verdicts)),
        warnings=list_other_warnings(session.draft),
        paragraphs=_list_paragraphs(desk, item),
        item=_describe_item(desk, item) if item else None,
        items=[_list_entry(desk, each, key) for each in session.draft.items],
        next=desk.address(item=find_next(session, key)),
        **merging,
    )


def _render(root: Path, language: str, **values: object) -> bytes:
    own = root / "templates"
    folders = (str(defaults.TEMPLATES), *([str(own)] if own.is_dir() and own.resolve() != defaults.TEMPLATES else []))

    def word(message: str, **parts: object) -> str:
        return translate(message, language, folders).format(**parts) if parts else translate(message, language, folders)

    page = render(
        folders,
        ["review/page.html"],
        t=word,
        language=language,
        direction=get_direction(language),
        base=REVIEW,
        **values,
    )
    return str(page).encode()


def find_next(session: Session, key: str) -> str:
    """Return the next item that nothing was decided about, after this one or from the beginning."""
    keys = [each.key for each in session.draft.items]
    place = keys.index(key) + 1 if key in keys else 0
    ordered = [*session.draft.items[place:], *session.draft.items[:place]]
    return next((each.key for each in ordered if each.review == NEEDED and each.key != key), "")


def _list_paragraphs(desk: Desk, item: Item | None) -> list[list[dict[str, object]]]:
    text, found, start, is_first = desk.session.draft.text, [], 0, True
    evidences = Evidences(desk.session.draft.items)
    for line in text.split("\n"):
        pieces: list[dict[str, object]] = []
        for piece in evidences.cut(text, start, start + len(line)) if line.strip() else ():
            is_here = item is not None and item.key in piece.keys
            address = f"{desk.address(item=piece.keys[0])}#here" if piece.keys else ""
            pieces.append(
                {"text": piece.text, "is_here": is_here, "is_first": is_here and is_first, "address": address}
            )
            is_first = is_first and not is_here
        found += [pieces] if pieces else []
        start += len(line) + 1
    return found


def _describe_item(desk: Desk, item: Item) -> dict[str, object]:
    project = desk.session.project
    kind = project.schemas.kind(item.kind)
    text = write_item(item, project.schemas)
    return {
        "key": item.key,
        "kind": translate(kind.title, desk.language),
        "label": _label(item),
        "confidence": item.confidence if item.confidence in {"high", "medium"} else "low",
        "why": item.why,
        "state": item.review,
        "is_known": any(record.id == item.id for record in project.records),
        "candidates": list_candidates(item, project),
        "warnings": list_warnings(desk.session.draft, item),
        "missing": [_describe_field(desk, item, name) for name in list_missing(item.record, kind)],
        "evidence": [_describe_evidence(each) for each in (*item.evidence, *item.notes)],
        "text": text,
        "rows": min(max(len(text.splitlines()) + 1, 4), _MOST_ROWS),
    }


def _describe_evidence(evidence: Evidence) -> dict[str, str]:
    is_whole = evidence.sentence == (evidence.start, evidence.end)
    quoted = "" if is_whole else evidence.quote
    return {"at": evidence.at.lstrip("/"), "rule": evidence.rule, "quote": quoted}


def _describe_field(desk: Desk, item: Item, name: str) -> dict[str, object]:
    """Return a required field that the article does not give: its title, its words or the ids that fit."""
    kind = desk.session.project.schemas.kind(item.kind)
    found = _find_schema(desk, kind, name)
    words, listed = found.get("enum"), str(found.get("x-list", ""))
    codes = [str(word) for word in words] if isinstance(words, list) else []
    items = [each for each in desk.session.draft.items if each.kind in _NAMED and each.review != "rejected"]
    ids = [*(list_subjects(desk.session.draft) if name == "about" else ()), *(each.id for each in items)]
    return {
        "name": name,
        "title": _title(desk, kind, name),
        "words": [{"code": code, "label": label_word(listed, code, desk.language)} for code in codes],
        "ids": list(dict.fromkeys(ids)) if name in {"about", "claimant", "parties"} else [],
    }


def _describe_merge(desk: Desk, item: Item) -> Mapping[str, object]:
    session = desk.session
    record = next((each for each in session.project.records if each.id == desk.into and each.kind == item.kind), None)
    if record is None:
        return {}
    kind, schemas = session.project.schemas.kind(item.kind), session.project.schemas
    mine: Object = record.document.value if isinstance(record.document.value, dict) else {}
    steps = list_steps(item, mine, session.draft, session.source, kind, schemas)
    return {
        "into": desk.into,
        "steps": [
            {
                "of": step.of,
                "effect": step.effect,
                "reason": step.reason,
                "text": word_value(step.added),
                "title": _title(desk, kind, step.field),
            }
            for step in steps
        ],
    }


def _title(desk: Desk, kind: Kind, name: str) -> str:
    """Return what a field of a kind is called on the page."""
    return translate(
        str(_find_schema(desk, kind, name).get("title", name.replace("_", " ").capitalize())), desk.language
    )


def _find_schema(desk: Desk, kind: Kind, name: str) -> Object:
    properties = kind.schema.get("properties")
    schema = properties.get(name) if isinstance(properties, dict) else None
    return desk.session.project.schemas.resolve(schema) if isinstance(schema, dict) else {}


def _list_entry(desk: Desk, item: Item, current: str) -> dict[str, object]:
    kind = desk.session.project.schemas.kind(item.kind)
    return {
        "label": _label(item),
        "kind": translate(kind.title, desk.language),
        "state": item.review,
        "current": item.key == current,
        "address": f"{desk.address(item=item.key)}#here",
    }


def _label(item: Item) -> str:
    """Return what an item is called: its name or title, the number of a claim and whose it is, else its id."""
    for name in ("name", "title", "statement"):
        if isinstance(item.record.get(name), str):
            return str(item.record[name])
    figures = item.record.get("figures")
    first = figures[0] if isinstance(figures, list) and figures else figures
    if not isinstance(first, dict) or "value" not in first:
        return item.id
    number = " ".join(str(first[name]) for name in ("value", "of", "unit") if first.get(name) not in {None, "other"})
    return f"{number} ({item.record['claimant']})" if "claimant" in item.record else number
