"""From dated statements to stretches: what is known of when something began and ended, and no more."""

from dataclasses import dataclass

from factsheet.figures.layout import Tone
from factsheet.figures.rows import Point, Stretch
from factsheet.figures.speech import bounds, is_unsure
from factsheet.model import Json, Object

_FADE = 0.16


@dataclass(frozen=True, slots=True)
class Span:
    """A statement's two dates, not yet on a scale."""

    start: Json
    end: Json
    tone: Tone = "other"
    disputed: bool = False

    def days(self) -> list[int]:
        """Return the days that it can begin and end on."""
        return [day for value in (self.start, self.end) for day in bounds(value) if day is not None]


def span_of(statement: Object, first: str = "from", last: str = "until", tone: Tone = "other") -> Span:
    """Return the span of a statement by the names of its dates."""
    return Span(statement.get(first), statement.get(last), tone, statement.get("stance") == "disputed")


def stretch(span: Span, first: float, last: float) -> Stretch:
    """Return a span on a scale from `first` to `last`: soft where the day isn't known, an arrow where it goes on."""
    fade = (last - first) * _FADE
    is_over = isinstance(span.end, dict) and "missing" in span.end
    ends = _both(span.end)
    start, soft_start = _begin(span, ends, first, last, fade)
    if ends:
        end = max(start, ends[0])
        soft_end = ends[1] if ends[1] > end else None
    else:
        end = start if is_over else max(start, last)
        soft_end = min(last, start + fade) if is_over else None
    goes_on = not ends and not is_over
    return Stretch(start, end, soft_start, soft_end, onward=goes_on, hollow=span.disputed, tone=span.tone)


def _begin(
    span: Span, ends: tuple[float, float] | None, first: float, last: float, fade: float
) -> tuple[float, float | None]:
    """Return the day from which a span surely held, and the first on which it may have begun, if that is another."""
    starts = _both(span.start)
    if starts:
        return starts[1], starts[0] if starts[1] > starts[0] else None
    end = ends[0] if ends else last
    return end, max(first, end - fade)


def _both(value: Json) -> tuple[float, float] | None:
    early, late = bounds(value)
    return None if early is None or late is None else (early, late)


def mark_ends(span: Span) -> tuple[Point, ...]:
    """Return a ring at each end whose date says itself that it may be wrong."""
    return tuple(
        Point(day, "ring", span.tone)
        for value in (span.start, span.end)
        if is_unsure(value) and (day := bounds(value)[0]) is not None
    )
