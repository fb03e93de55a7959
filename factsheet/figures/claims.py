"""Figures of one unit that rivals give, side by side under one scale and never added up.

What a claimant revised or withdrew later is left to the table: the figure compares what each stands by.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factsheet.figures.layout import Drawing, Shape
from factsheet.figures.rows import Plan, Point, Row, Stretch, Words, lay_rows
from factsheet.figures.scales import Scale, mark_numbers
from factsheet.figures.settings import Setting
from factsheet.figures.speech import Speaker, date_of, maps, name_record, pick_words
from factsheet.model import Json, Object
from factsheet.wording.amounts import word_amount
from factsheet.wording.dates import word_date
from factsheet.wording.labels import label_word

FEWEST = 3
_APART = frozenset({"other"})
_AHEAD = 0.09


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that somebody gave: who, when, of whom, how much."""

    claim: str
    claimant: Words
    said: Object
    of: str
    value: Object

    @property
    def day(self) -> str:
        """Return the day it was said."""
        return str(self.said.get("earliest") or self.said.get("latest") or "")

    @property
    def largest(self) -> float:
        """Return the largest number in it, or 0 where it is only a word."""
        return max(
            [number for name in ("low", "high", "best") if (number := _number(self.value, name)) is not None] or [0]
        )


def draw_claims(speaker: Speaker, setting: Setting, *, most: int = 0) -> list[Drawing]:
    """Return a figure for each unit in which at least three numbers stand; cut into parts of `most` rows on paper."""
    drawings: list[Drawing] = []
    for unit, figures in _gather(speaker).items():
        numbers = [figure for figure in figures if figure.largest]
        if len(numbers) < FEWEST or unit in _APART:
            continue
        scale = Scale(0, max(figure.largest for figure in numbers) * (1 + _AHEAD))
        title = speaker.translate(
            "Figures side by side: {unit}", unit=label_word("figure.unit", unit, speaker.language)
        )
        ordered = _order(numbers)
        size = most or len(ordered)
        for part in range(0, len(ordered), size):
            rows = _make_rows(speaker, ordered[part : part + size])
            height, items = lay_rows(Plan(scale, tuple(mark_numbers(scale, speaker.language)), rows), setting)
            name = f"claims-{unit}" + (f"-{part}" if part else "")
            drawings.append(Drawing(name, "claims", title, height, items, gutter=setting.gutter))
    return drawings


def _gather(speaker: Speaker) -> dict[str, list[Figure]]:
    units: dict[str, list[Figure]] = {}
    relations = speaker.sheet.get("backlinks")
    for entry in maps(relations.get("claims") if isinstance(relations, dict) else None):
        digest, derived = entry.get("digest"), entry.get("derived")
        is_past = isinstance(derived, dict) and ("revised" in derived or "retracted" in derived)
        if not isinstance(digest, dict) or "rejected" in digest or is_past:
            continue
        claimant = name_record(speaker, digest.get("claimant"))
        who = claimant if claimant.text else Words(speaker.translate("Nobody named"))
        for each in maps(digest.get("figures")):
            value = each.get("value")
            if isinstance(value, dict):
                unit = label_word("figure.unit", str(each.get("unit")), speaker.language)
                of = pick_words(speaker, each.get("of")).text or unit
                figure = Figure(str(entry["ref"]), who, date_of(digest.get("said")), of, value)
                units.setdefault(str(each.get("unit")), []).append(figure)
    return dict(sorted(units.items(), key=lambda unit: -len(unit[1])))


def _order(figures: Sequence[Figure]) -> list[Figure]:
    """Sort by claimant, the one who spoke first above, then by the day said; else as the sheet has them."""
    first: dict[Words, str] = {}
    for figure in sorted(figures, key=lambda figure: figure.day):
        first.setdefault(figure.claimant, figure.day)
    return sorted(figures, key=lambda figure: (first[figure.claimant], figure.claimant.text, figure.day))


def _make_rows(speaker: Speaker, figures: Sequence[Figure]) -> tuple[Row, ...]:
    rows: list[Row] = []
    last: Figure | None = None
    for figure in figures:
        is_new = last is None or last.claimant != figure.claimant
        said = str(figure.said.get("edtf") or "")
        is_same = last is not None and last.claim == figure.claim
        when = "" if is_same or not said else word_date(said, speaker.language)
        note = speaker.translate("{day}: {what}", day=when, what=figure.of) if when else figure.of
        head = figure.claimant if is_new else None
        stretches, points = _show(figure, word_amount(figure.value, speaker.language))
        rows.append(Row(note, head=head, stretches=stretches, points=points))
        last = figure
    return tuple(rows)


def _show(figure: Figure, words: str) -> tuple[tuple[Stretch, ...], tuple[Point, ...]]:
    """Return a number as a dot, a range as a bar, at least and at most as a dot with an arrow, about as a ring."""
    low, high, best = (_number(figure.value, name) for name in ("low", "high", "best"))
    if low is not None and high is not None and low != high:
        inner = () if best is None else (Point(best, "dot"),)
        return (Stretch(low, high),), (*inner, Point(high, "tick", words=words, start=low))
    if low is not None and high is None:
        return (), (Point(low, "dot", stem=True), Point(low, "onward", words=words))
    if high is not None and low is None:
        return (), (Point(high, "dot", stem=True), Point(high, "back", words=words))
    shape: Shape = "dot" if low is not None else "ring"
    return (), (Point(low if low is not None else best or 0, shape, words=words, stem=True),)


def _number(value: Object, name: str) -> float | None:
    found: Json = value.get(name)
    return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else None
