"""The sentences that an item rests on, cut where evidence begins and ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from factsheet.extraction import Draft, Item


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; `keys` are the items whose evidence it is, that of the fewest words first."""

    text: str
    keys: tuple[str, ...] = ()


def list_passages(draft: Draft, item: Item) -> list[list[Piece]]:
    """Return each sentence that has evidence of an item, in the order of the text, with that evidence apart."""
    sentences = {each.sentence for each in (*item.evidence, *item.notes) if each.sentence and each.start is not None}
    return [cut(draft.text, start, end, [item]) for start, end in sorted(sentences)]


def cut(text: str, start: int, end: int, items: Iterable[Item]) -> list[Piece]:
    """Return a stretch of a text in pieces, each with the items whose evidence lies there."""
    spans = [
        (max(each.start, start), min(each.end, end), item.key)
        for item in items
        for each in (*item.evidence, *item.notes)
        if each.start is not None and each.end is not None and each.start < end and each.end > start
        if (each.start, each.end) != each.sentence and each.rule != "sentence"
    ]
    spans.sort(key=lambda span: span[1] - span[0])
    borders = sorted({start, end, *(place for left, right, _ in spans for place in (left, right))})
    return [
        Piece(text[left:right], tuple(dict.fromkeys(key for a, b, key in spans if a <= left and right <= b)))
        for left, right in pairwise(borders)
    ]


def list_warnings(draft: Draft, item: Item) -> list[str]:
    """Return the warnings about pieces of the text that an item rests on."""
    found = []
    spans = [(each.start, each.end) for each in item.evidence if each.start is not None and each.end is not None]
    for warning in draft.warnings:
        start, end = warning.get("start"), warning.get("end")
        if isinstance(start, int) and isinstance(end, int) and any(a < end and start < b for a, b in spans):
            found.append(f"{warning.get('code', '')}: {warning.get('quote', '')}: {warning.get('note', '')}")
    return found
