"""The sentences that an item rests on, cut where evidence begins and ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from factsheet.extraction import Draft, Item
from factsheet.model import Object


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; `keys` are the items whose evidence it is, that of the fewest words first."""

    text: str
    keys: tuple[str, ...] = ()


class Evidences:
    """Where the evidence of some items lies in a text. Whole sentences are not marked: they would be all there is."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._spans = sorted(
            (each.start, each.end, item.key)
            for item in items
            for each in (*item.evidence, *item.notes)
            if each.start is not None and each.end is not None
            if (each.start, each.end) != each.sentence and each.rule != "sentence"
        )
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def cut(self, text: str, start: int, end: int) -> list[Piece]:
        """Return a stretch of a text in pieces, each with the items whose evidence lies there."""
        near = self._spans[bisect_left(self._starts, start - self._longest) : bisect_right(self._starts, end)]
        spans = [(max(left, start), min(right, end), key) for left, right, key in near if left < end and right > start]
        spans.sort(key=lambda span: span[1] - span[0])
        borders = sorted({start, end, *(place for left, right, _ in spans for place in (left, right))})
        return [
            Piece(text[left:right], tuple(dict.fromkeys(key for a, b, key in spans if a <= left and right <= b)))
            for left, right in pairwise(borders)
        ]


def list_passages(draft: Draft, item: Item) -> list[list[Piece]]:
    """Return each sentence that has evidence of an item, in the order of the text, with that evidence apart."""
    sentences = {each.sentence for each in (*item.evidence, *item.notes) if each.sentence and each.start is not None}
    evidences = Evidences([item])
    return [evidences.cut(draft.text, start, end) for start, end in sorted(sentences)]


def list_warnings(draft: Draft, item: Item) -> list[str]:
    """Return the warnings about pieces of the text that an item rests on."""
    return [_word(each) for each in draft.warnings if _touches(each, _list_spans([item]))]


def list_other_warnings(draft: Draft) -> list[str]:
    """Return the warnings that belong to no item: about the draft as a whole, or where nothing was found."""
    spans = _list_spans(draft.items)
    return [_word(each) for each in draft.warnings if not _touches(each, spans)]


def _list_spans(items: Iterable[Item]) -> list[tuple[int, int]]:
    return [
        (each.start, each.end)
        for item in items
        for each in item.evidence
        if each.start is not None and each.end is not None
    ]


def _touches(warning: Object, spans: list[tuple[int, int]]) -> bool:
    start, end = warning.get("start"), warning.get("end")
    return isinstance(start, int) and isinstance(end, int) and any(a < end and start < b for a, b in spans)


def _word(warning: Object) -> str:
    """Return a warning in a line: its code, the words, what is odd; among a provider's answers also which one."""
    parts = [" ".join(str(warning.get(name, "")).split()) for name in ("code", "quote", "note")]
    at = warning.get("at")
    return ": ".join(part for part in parts if part) + (f" (answer {at})" if at else "")
