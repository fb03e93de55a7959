"""A draft: proposed records with the evidence of each value, and the text they were drawn from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from factsheet import loading
from factsheet.diagnostics import FactsheetError
from factsheet.encoding import digest_bytes
from factsheet.extraction.drafting.writing import dump
from factsheet.loading import Limits
from factsheet.model import Json, Object

FORMAT: Final = 1
_LIMITS: Final = Limits(bytes=64 * 1024 * 1024, depth=64, nodes=4_000_000)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one value of a proposed record is there.

    `at` is the JSON pointer of the value in the record. `start` and `end` are code points of the draft's text and
    `quote` is exactly that piece; they are None for what was given from outside (the day of publication). `rule` says
    how the value was read or computed, `anchor` from what else.
    """

    at: str
    rule: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    sentence: tuple[int, int] | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One proposed record.

    `key` names it within the draft (`group-1`), `id` is the record's, `known` tells that this is a record the
    publication has. `missing` are required fields that the text does not say. `notes` are things said that the model
    has no field for: a role, a relayer; each an evidence whose `at` is the word for it. `print` is what a rejection is
    remembered by.
    """

    key: str
    kind: str
    id: str
    record: Object
    evidence: tuple[Evidence, ...]
    confidence: str
    why: str
    known: bool = False
    candidates: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[Evidence, ...] = ()
    print: str = ""
    review: str = "needed"


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: what it was made from, warnings, items, and the text that all offsets point into."""

    article: Object
    text: str
    items: tuple[Item, ...]
    warnings: tuple[Object, ...] = ()
    tool: str = ""
    extractor: str = "rules"


def write_draft(draft: Draft) -> bytes:
    """Return a draft as YAML, the same bytes for the same draft."""
    value: Object = {
        "draft": FORMAT,
        "tool": draft.tool,
        "extractor": draft.extractor,
        "article": {**draft.article, "sha256": digest_bytes(draft.text.encode("utf-8", "backslashreplace"))},
        "warnings": list(draft.warnings),
        "items": [_plain(item) for item in draft.items],
        "text": [*draft.text.split("\n")],
    }
    return dump({name: each for name, each in value.items() if each not in ([], "")}).encode()


def _plain(item: Item) -> Object:
    value: Object = {
        "item": item.key,
        "kind": item.kind,
        "id": item.id,
        "review": item.review,
        "known": item.known or None,
        "candidates": list(item.candidates),
        "confidence": item.confidence,
        "why": item.why,
        "print": item.print,
        "missing": list(item.missing),
        "record": item.record,
        "evidence": [_evidence(each) for each in item.evidence],
        "notes": [_evidence(each) for each in item.notes],
    }
    return {name: each for name, each in value.items() if each is not None and each != []}


def _evidence(evidence: Evidence) -> Object:
    value: Object = {"at": evidence.at, "rule": evidence.rule}
    if evidence.start is not None:
        value |= {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}
    if evidence.sentence:
        value["sentence"] = list(evidence.sentence)
    if evidence.anchor:
        value["anchor"] = evidence.anchor
    return value


def read_draft(data: bytes, path: str = "draft.yaml") -> Draft:
    """Return the draft that YAML holds. Raise FactsheetError where it is none, or a quote is not at its place."""
    reading = loading.load(data, path, _LIMITS)
    if reading.diagnostics:
        first = reading.diagnostics[0]
        raise FactsheetError(f"{path}:{first.at.line}: this is no draft: {first.message}")
    value = reading.documents[0].value if len(reading.documents) == 1 else None
    if not isinstance(value, dict) or value.get("draft") != FORMAT:
        raise FactsheetError(
            f"{path} is no draft: a draft is made by factsheet extract and begins with draft: {FORMAT}"
        )
    lines = value.get("text", [])
    text = "\n".join(str(line) for line in lines) if isinstance(lines, list) else ""
    article = value.get("article")
    items = value.get("items", [])
    draft = Draft(
        article={name: each for name, each in article.items() if name != "sha256"} if isinstance(article, dict) else {},
        text=text,
        items=tuple(_item(each, path) for each in items if isinstance(each, dict)) if isinstance(items, list) else (),
        warnings=tuple(each for each in _list(value.get("warnings")) if isinstance(each, dict)),
        tool=str(value.get("tool", "")),
        extractor=str(value.get("extractor", "")),
    )
    problems = verify_draft(draft)
    if isinstance(article, dict) and article.get("sha256") != digest_bytes(text.encode("utf-8", "backslashreplace")):
        problems = ("its text was changed after it was drawn up", *problems)
    if problems:
        raise FactsheetError(f"{path}: {problems[0]}")
    return draft


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _item(value: Mapping[str, Json], path: str) -> Item:
    record = value.get("record")
    if not isinstance(value.get("item"), str) or not isinstance(value.get("kind"), str) or not isinstance(record, dict):
        raise FactsheetError(f"{path}: an item needs item:, kind: and record:")
    return Item(
        key=str(value["item"]),
        kind=str(value["kind"]),
        id=str(value.get("id", "")),
        record=record,
        evidence=tuple(_read_evidence(each) for each in _list(value.get("evidence")) if isinstance(each, dict)),
        confidence=str(value.get("confidence", "low")),
        why=str(value.get("why", "")),
        known=value.get("known") is True,
        candidates=tuple(str(each) for each in _list(value.get("candidates"))),
        missing=tuple(str(each) for each in _list(value.get("missing"))),
        notes=tuple(_read_evidence(each) for each in _list(value.get("notes")) if isinstance(each, dict)),
        print=str(value.get("print", "")),
        review=str(value.get("review", "needed")),
    )


def _read_evidence(value: Mapping[str, Json]) -> Evidence:
    start, end, sentence = value.get("start"), value.get("end"), value.get("sentence")
    bounds = [each for each in _list(sentence) if isinstance(each, int)]
    return Evidence(
        at=str(value.get("at", "")),
        rule=str(value.get("rule", "")),
        start=start if isinstance(start, int) else None,
        end=end if isinstance(end, int) else None,
        quote=str(value.get("quote", "")),
        sentence=(bounds[0], bounds[1]) if len(bounds) == 2 else None,  # noqa: PLR2004 - a small count, told by its line
        anchor=str(value.get("anchor", "")),
    )


def verify_draft(draft: Draft) -> tuple[str, ...]:
    """Return what is wrong: a quote that is not at its place, a value without evidence."""
    problems = []
    for item in draft.items:
        for each in (*item.evidence, *item.notes):
            if each.start is not None and draft.text[each.start : each.end] != each.quote:
                problems.append(f"{item.key}: the text from {each.start} to {each.end} is not {each.quote!r}")
        covered = {each.at for each in item.evidence}
        problems += [
            f"{item.key}: {pointer} has no evidence"
            for pointer in leaves(item.record)
            if not _is_covered(pointer, covered)
        ]
    return tuple(problems)


def _is_covered(pointer: str, covered: set[str]) -> bool:
    parts = pointer.split("/")
    return any("/".join(parts[:size]) in covered for size in range(2, len(parts) + 1))


def leaves(value: Json, pointer: str = "") -> Sequence[str]:
    """Return the JSON pointers of the values that are no maps or lists."""
    if isinstance(value, dict):
        return [leaf for name, each in value.items() for leaf in leaves(each, f"{pointer}/{escape(name)}")]
    if isinstance(value, list):
        return [leaf for number, each in enumerate(value) for leaf in leaves(each, f"{pointer}/{number}")]
    return [pointer]


def escape(name: str) -> str:
    """Return a key as a part of a JSON pointer."""
    return re.sub(r"[~/]", lambda match: "~0" if match.group() == "~" else "~1", name)
