"""A contract for language models: they quote the article, we find the quote; days, numbers and ids are always ours."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from factsheet.encoding import decode, digest
from factsheet.extraction.article import Article, Span

Kind = Literal["group", "person", "place", "agreement", "claim"]
_KINDS: Final = frozenset({"group", "person", "place", "agreement", "claim"})
_NEAR: Final = 0.75
_WINDOW: Final = 1.4


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a provider proposes: a kind, the words of the article, further quotes by slot (`role`)."""

    kind: str
    quote: str
    slots: Mapping[str, str]


class Provider(Protocol):
    """Proposes candidates for a text. It is called only when the user names it; it never gives offsets or values."""

    name: str

    def extract(self, text: str) -> Sequence[Candidate]:
        """Return what the provider sees in a text."""
        ...


@dataclass(frozen=True, slots=True)
class Aligned:
    """A candidate found in the text, and how: exact, levelled (spaces, marks) or near (words overlap)."""

    kind: str
    span: Span
    how: Literal["exact", "levelled", "near"]
    slots: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Replay:
    """A provider that repeats recorded answers, by the digest of the text."""

    recorded: Mapping[str, Sequence[Candidate]]
    name: str = "replay"

    @classmethod
    def read(cls, data: bytes) -> "Replay":
        """Return the provider of a JSON file: `{digest of the text: [{kind, quote, slots}]}`."""
        value = decode(data)
        recorded = {}
        for key, answers in value.items() if isinstance(value, dict) else ():
            recorded[str(key)] = tuple(
                Candidate(str(a["kind"]), str(a["quote"]), dict(a.get("slots", {}))) for a in answers
            )
        return cls(recorded)

    def extract(self, text: str) -> Sequence[Candidate]:
        """Return what was recorded for this very text, or nothing."""
        return self.recorded.get(text_key(text), ())


def text_key(text: str) -> str:
    """Return what a text's recorded answers are kept under."""
    return digest(text)


def align(article: Article, candidates: Sequence[Candidate]) -> tuple[tuple[Aligned, ...], int]:
    """Return the candidates that the text bears out, and how many were dropped because it does not."""
    found = []
    for candidate in candidates:
        place = find_quote(article.text, candidate.quote) if candidate.kind in _KINDS else None
        if place is None:
            continue
        slots = {
            name: spot[0]
            for name, quote in candidate.slots.items()
            if (spot := find_quote(article.text, quote, near=place[0]))
        }
        found.append(Aligned(candidate.kind, place[0], place[1], slots))
    return tuple(found), len(candidates) - len(found)


def find_quote(
    text: str, quote: str, *, near: Span | None = None
) -> tuple[Span, Literal["exact", "levelled", "near"]] | None:
    """Return where a quote stands: exactly, with levelled spaces and marks, or by 0.75 of its words."""
    if not quote.strip():
        return None
    start = max(0, near[0] - 600) if near else 0
    at = text.find(quote, start)
    at = at if at >= 0 else text.find(quote)
    if at >= 0:
        return (at, at + len(quote)), "exact"
    words = re.findall(r"\w+", quote)
    if not words or len(words) > 80:  # noqa: PLR2004 - a small count, told by its line
        return None
    levelled = re.search(r"\W{1,4}".join(map(re.escape, words)), text, re.IGNORECASE)
    if levelled:
        return levelled.span(), "levelled"
    span = _find_near(text, [word.casefold() for word in words])
    return (span, "near") if span else None


def _find_near(text: str, words: list[str]) -> Span | None:
    """Return the shortest stretch that holds enough of the words."""
    tokens = [(m.group().casefold(), m.span()) for m in re.finditer(r"\w+", text)]
    size = max(1, int(len(words) * _WINDOW))
    wanted = set(words)
    if len(wanted) < 3:  # noqa: PLR2004 - a small count, told by its line
        return None
    best: tuple[float, Span] | None = None
    hits = [number for number, (word, _) in enumerate(tokens) if word in wanted]
    for number in hits:
        window = tokens[number : number + size]
        inside = [span for word, span in window if word in wanted]
        share = len({word for word, _ in window} & wanted) / len(wanted)
        if share >= _NEAR and (best is None or share > best[0]):
            best = (share, (inside[0][0], inside[-1][1]))
    return best[1] if best else None
