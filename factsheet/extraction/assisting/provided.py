"""A contract for language models: they quote the article, we find the quote; days, numbers and ids are always ours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from factsheet.diagnostics import FactsheetError
from factsheet.encoding import decode, digest_bytes
from factsheet.extraction.drafting.drafts import escape
from factsheet.extraction.reading.article import Span
from factsheet.model import Object

SLOTS: Final[Mapping[str, frozenset[str]]] = {
    "group": frozenset({"names"}),
    "person": frozenset({"names", "role"}),
    "place": frozenset({"names"}),
    "date": frozenset(),
    "relation": frozenset({"source", "target"}),
    "agreement": frozenset({"date", "parties", "mediators", "place"}),
    "claim": frozenset({"claimant", "via"}),
}
"""What a provider may speak of, and the parts that it may quote of each."""

MANY: Final = frozenset({"names", "parties", "mediators", "via"})
"""The parts of which there may be several; of every other there is one."""

RELATIONS: Final = frozenset(
    {"affiliate_of", "former_name", "offshoot_of", "part_of", "political_wing_of", "succeeded_by"}
)
_FIELDS: Final = frozenset({"kind", "quote", "slots", "type"})
_MOST_QUOTES: Final = 2_000
_LONGEST: Final = 2_000
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a provider proposes: a kind, the words of the article, quotes of its parts by slot, of a relation the type.

    `number` is its place among the answers.
    """

    kind: str
    quote: str
    slots: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    type: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """Why an answer, or a part of one, was not taken: where it stands among the answers, and in the text if it does."""

    code: str
    at: str
    note: str
    quote: str = ""
    span: Span | None = None

    def plain(self) -> Object:
        """Return it as a warning of a draft."""
        value: Object = {"code": self.code, "at": self.at}
        if self.span is not None:
            value |= {"start": self.span[0], "end": self.span[1]}
        return value | {"quote": self.quote if self.span is not None else shorten(self.quote), "note": self.note}


class Provider(Protocol):
    """Answers for a text with candidates, or with their JSON. It gives no offsets and no values, and is called once."""

    @property
    def name(self) -> str:
        """Return what it is called in evidence."""
        ...

    def extract(self, text: str) -> object:
        """Return what the provider sees in a text: whatever it is, it is checked."""
        ...


@dataclass(frozen=True, slots=True)
class Replay:
    """A provider that repeats recorded answers: a map of them by the text's key, or one list for any text."""

    recorded: object
    name: str = "replay"

    @classmethod
    def read(cls, data: bytes, path: str = "answers.json") -> "Replay":
        """Return the provider of a JSON file: `{key of the text: ANSWERS}`, or `ANSWERS`."""
        try:
            value = decode(data)
        except ValueError as error:
            raise FactsheetError(f"{path} holds no recorded answers, it is not JSON: {error}") from error
        if not isinstance(value, dict | list):
            raise FactsheetError(f"{path} holds no recorded answers: a list, or a map of lists by the text's SHA-256")
        return cls(value)

    def extract(self, text: str) -> object:
        """Return what was recorded for this very text, or nothing."""
        return self.recorded.get(text_key(text)) if isinstance(self.recorded, dict) else self.recorded


def text_key(text: str) -> str:
    """Return what a text's recorded answers are kept under: its SHA-256, which a draft of it names too."""
    return digest_bytes(text.encode("utf-8", "backslashreplace"))


def read_answers(value: object) -> tuple[tuple[Candidate, ...], tuple[Notice, ...]]:
    """Return the candidates of a provider's answers, and what in them is none. Nothing in an answer raises."""
    if value is None:
        return (), (Notice("model-answer", "", "no answers to this text, whose SHA-256 the draft tells"),)
    if not isinstance(value, list | tuple):
        return (), (Notice("model-answer", "", f"the answers are {_describe(value)}, not a list"),)
    candidates: list[Candidate] = []
    notices: list[Notice] = []
    quotes = 0
    for number, answer in enumerate(value):
        if quotes >= _MOST_QUOTES:
            notices.append(
                Notice("model-answer", f"/{number}", f"more than {_MOST_QUOTES} quotes: the rest is not read")
            )
            break
        found = _read_answer(answer, number, notices)
        if found is not None:
            candidates.append(found)
            quotes += 1 + sum(1 if isinstance(each, str) else len(each) for each in found.slots.values())
        else:
            quotes += 1
    return tuple(candidates), tuple(notices)


def _read_answer(answer: object, number: int, notices: list[Notice]) -> Candidate | None:
    """Return one answer as a candidate, or None; what is wrong goes to `notices`."""
    at = f"/{number}"
    if isinstance(answer, Candidate):
        answer = {"kind": answer.kind, "quote": answer.quote, "slots": answer.slots, "type": answer.type}
    if not isinstance(answer, Mapping):
        notices.append(Notice("model-answer", at, f"the answer is {_describe(answer)}, not a map"))
        return None
    kind, quote = answer.get("kind"), answer.get("quote")
    if not isinstance(kind, str) or kind not in SLOTS:
        notices.append(Notice("model-answer", f"{at}/kind", f"the kind is none of {', '.join(SLOTS)}", _show(kind)))
        return None
    if not _is_quote(quote, f"{at}/quote", notices):
        return None
    type_ = answer.get("type") or ""
    if kind == "relation" and (not isinstance(type_, str) or type_ not in RELATIONS):
        notices.append(
            Notice("model-answer", f"{at}/type", f"the type is none of {', '.join(sorted(RELATIONS))}", _show(type_))
        )
        return None
    notices += [
        Notice("model-answer", f"{at}/{escape(shorten(str(name)))}", "no such field: it is not read")
        for name in answer
        if not isinstance(name, str) or name not in _FIELDS
    ]
    slots = dict(_read_slots(answer.get("slots"), kind, f"{at}/slots", notices))
    return Candidate(kind, str(quote), slots, str(type_) if kind == "relation" else "", number)


def _read_slots(slots: object, kind: str, at: str, notices: list[Notice]) -> Iterator[tuple[str, str | Sequence[str]]]:
    """Yield the parts of an answer that are quotes."""
    if slots is None:
        return
    if not isinstance(slots, Mapping):
        notices.append(Notice("model-answer", at, f"the slots are {_describe(slots)}, not a map"))
        return
    for name, value in slots.items():
        here = f"{at}/{escape(shorten(str(name)))}"
        if not isinstance(name, str) or name not in SLOTS[kind]:
            known = ", ".join(sorted(SLOTS[kind])) or "none"
            notices.append(Notice("model-answer", here, f"a {kind} has no such slot: {known}"))
        elif isinstance(value, list | tuple) and name in MANY:
            yield (
                name,
                tuple(
                    each
                    for place, each in enumerate(value[:_MOST_QUOTES])
                    if _is_quote(each, f"{here}/{place}", notices)
                ),
            )
        elif value is not None and _is_quote(value, here, notices):
            yield name, value


def _is_quote(value: object, at: str, notices: list[Notice]) -> bool:
    """Tell whether a value may be a quote; else note why not."""
    if not isinstance(value, str):
        notices.append(Notice("model-answer", at, f"the quote is {_describe(value)}, not text"))
    elif not value.strip():
        notices.append(Notice("model-answer", at, "the quote is empty"))
    elif len(value) > _LONGEST:
        notices.append(Notice("model-answer", at, f"the quote is longer than {_LONGEST} characters", value))
    else:
        return True
    return False


def _describe(value: object) -> str:
    return "nothing" if value is None else f"of type {shorten(type(value).__name__)}"


def _show(value: object) -> str:
    return value if isinstance(value, str) else _describe(value)


def shorten(text: str) -> str:
    """Return text of unknown origin so that it can be shown: one line, not long, printable."""
    shown = "".join(each if each.isprintable() else "\ufffd" for each in text[: _SHOWN + 1])
    return f"{shown[:_SHOWN]}…" if len(text) > _SHOWN else shown
