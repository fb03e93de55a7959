"""Where a group came from and what became of it: a lane a group, the record's own by its names, joined at the dates."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from factsheet.figures.layout import Drawing
from factsheet.figures.rows import Join, Plan, Row, Stretch, Words, lay_rows
from factsheet.figures.scales import make_time_scale, mark_time
from factsheet.figures.settings import Setting
from factsheet.figures.spans import Span, stretch
from factsheet.figures.speech import (
    Speaker,
    backlinks,
    bounds,
    data_of,
    date_of,
    is_unsure,
    join_notes,
    maps,
    name_label,
    name_record,
    word_from_to,
)
from factsheet.figures.speech import pick_words as pick
from factsheet.model import Json, Object
from factsheet.wording.dates import word_date

PHRASES = {
    "merger": "merger, {date}",
    "absorption": "absorption, {date}",
    "split": "split, {date}",
    "offshoot": "offshoot, {date}",
    "successor": "succession, {date}",
}
"""What happened between two lanes, and when."""

_JOINING = frozenset({"merger", "absorption", "successor"})
_FADE = 0.14
_FEWEST_DAYS = 2
_MOST_ROWS = 24
"""With more no eye follows the lines; the list beside has them all."""
Way = Literal["in", "out"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One event between the record's group and another: whether the line runs into the record's or out of it."""

    way: Way
    kind: str
    date: Object
    day: float
    sure: bool


@dataclass(slots=True)
class Lane:
    """Another group and its turns, in time."""

    name: Words
    turns: list[Turn] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the record's group, when it was borne, and when the group was there again after it had gone."""

    words: Words
    span: Span
    again: tuple[Span, ...] = ()


def draw_lineage(speaker: Speaker, setting: Setting) -> Drawing | None:
    """Return the lineage around a group, or nothing where it has too few dates or too many lanes."""
    lanes = _gather(speaker)
    own = _list_names(speaker, lanes)
    days = [int(turn.day) for lane in lanes for turn in lane.turns] + [day for name in own for day in name.span.days()]
    if not lanes or len(set(days)) < _FEWEST_DAYS or len(lanes) + len(own) > _MOST_ROWS:
        return None
    has_sources = any(turn.way == "in" for lane in lanes for turn in lane.turns)
    scale = make_time_scale(days, before=0.16 if has_sources else 0.03, after=_room_after(lanes, own, days))
    above = sorted((lane for lane in lanes if lane.turns[0].way == "in"), key=_rank)
    below = sorted((lane for lane in lanes if lane.turns[0].way == "out"), key=_rank, reverse=True)
    last = max([*days, bounds(speaker.sheet.get("as_of"))[1] or 0]) if not _ends(own) else scale.last
    origin = _find_origin(lanes, own)
    rows = [
        *(_make_lane(speaker, lane, scale.first, scale.last) for lane in above),
        *(
            _make_name(speaker, name, scale.first, min(last, scale.last), None if number else origin)
            for number, name in enumerate(own)
        ),
        *(_make_lane(speaker, lane, scale.first, scale.last) for lane in below),
    ]
    joins = [*_join_names(own, len(above)), *_join_lanes(above, 0, own, len(above))]
    joins += _join_lanes(below, len(above) + len(own), own, len(above))
    height, items = lay_rows(Plan(scale, tuple(mark_time(scale, speaker.language)), tuple(rows), tuple(joins)), setting)
    title = speaker.translate("Lineage of {name}", name=name_label(speaker, str(speaker.sheet["id"])).text)
    return Drawing("lineage", "lineage", title, height, items, gutter=setting.gutter)


def _room_after(lanes: Sequence[Lane], own: Sequence[Name], days: Sequence[int]) -> float:
    """Return the room that lines need which go on after the last day."""
    late = max(days) - (max(days) - min(days)) * _FADE * 2
    turns = [lane.turns[-1] for lane in lanes]
    goes_on = any((turn.way == "out" or turn.kind not in _JOINING) and turn.day > late for turn in turns)
    return 0.18 if goes_on or not _ends(own) else 0.03


def _gather(speaker: Speaker) -> list[Lane]:
    """Return the lanes of the groups that this one came from, went into, or that came from it."""
    lanes: dict[str, Lane] = {}
    for each in maps(data_of(speaker).get("lineage")):
        way: Way = "in"
        for group in maps(each.get("groups")):
            _add(lanes, str(group["ref"]), name_record(speaker, group), way, each)
    for other, each in backlinks(speaker, "later_groups"):
        _add(lanes, other, name_label(speaker, other), "out", each)
    for lane in lanes.values():
        lane.turns.sort(key=lambda turn: turn.day)
    return list(lanes.values())


def _add(lanes: dict[str, Lane], group: str, name: Words, way: Way, statement: Object) -> None:
    first, last = bounds(statement.get("date"))
    if first is None or last is None or group == "":
        return
    date = date_of(statement.get("date"))
    sure = first == last and not is_unsure(date) and statement.get("confidence") != "low"
    turn = Turn(way, str(statement.get("type")), date, (first + last) / 2, sure)
    lanes.setdefault(group, Lane(name)).turns.append(turn)


def _rank(lane: Lane) -> tuple[int, float, str]:
    """Put lanes with more turns nearer to the record's own, so that fewer lines cross."""
    return len(lane.turns), -lane.turns[-1].day, lane.name.text


def _list_names(speaker: Speaker, lanes: Sequence[Lane]) -> list[Name]:
    """Return the names that the group has borne, each with its span; its label alone where none is dated."""
    names = _list_dated_names(speaker)
    gone = bounds(names[-1].span.end)[1]
    left = [turn.date for lane in lanes for turn in lane.turns if turn.way == "in" and gone and turn.day > gone]
    again = tuple(Span(date, {"missing": "unknown"}, "own") for date in left)
    return [*names[:-1], replace(names[-1], again=again)]


def _list_dated_names(speaker: Speaker) -> list[Name]:
    data = data_of(speaker)
    derived = speaker.sheet.get("derived")
    ended = derived.get("ended") if isinstance(derived, dict) else None
    end: Json = (ended.get("date") or {"missing": "unknown"}) if isinstance(ended, dict) else None
    dated = [each for each in maps(data.get("names")) if bounds(each.get("from"))[0] and "type" not in each]
    dated.sort(key=lambda each: bounds(each.get("from"))[0] or 0)
    if not dated:
        return [Name(name_label(speaker, str(speaker.sheet["id"])), Span(date_of(data.get("founded")), end, "own"))]
    found = []
    for number, each in enumerate(dated):
        after = dated[number + 1].get("from") if number + 1 < len(dated) else end
        found.append(Name(pick(speaker, each["name"]), Span(each["from"], each.get("until", after), "own")))
    return found


def _find_origin(lanes: Sequence[Lane], own: Sequence[Name]) -> float | None:
    """Return the day of the first event that the group came out of, where its own first name is dated later."""
    start = bounds(own[0].span.start)[0]
    origins = [turn.day for lane in lanes for turn in lane.turns if turn.way == "in"]
    return min(origins) if origins and start is not None and min(origins) < start else None


def _ends(own: Sequence[Name]) -> bool:
    return bool(own[-1].span.end)


def _make_name(speaker: Speaker, name: Name, first: float, last: float, origin: float | None) -> Row:
    spans = (name.span, *name.again)
    if not name.span.days() and not name.again:
        return Row("", name.words, stretches=(Stretch(first, last, first, onward=True, tone="own"),))
    known = [stretch(span, first, last) for span in spans if span.days()]
    if origin is not None:
        known[0] = replace(known[0], soft_start=origin)
    notes = [word_from_to(speaker, span.start, None if span in name.again else span.end) for span in spans]
    return Row(join_notes(speaker, notes), name.words, stretches=tuple(known))


def _make_lane(speaker: Speaker, lane: Lane, first: float, last: float) -> Row:
    notes = [
        speaker.translate(PHRASES.get(turn.kind, "{date}"), date=word_date(str(turn.date["edtf"]), speaker.language))
        for turn in lane.turns
    ]
    return Row(join_notes(speaker, notes), lane.name, stretches=tuple(_list_stretches(lane.turns, first, last)))


def _list_stretches(turns: Sequence[Turn], first: float, last: float) -> list[Stretch]:
    """Return when a group is known to have stood alone; beyond what its turns tell it fades."""
    fade = (last - first) * _FADE
    found: list[Stretch] = []
    since: float | None = None
    for turn in turns:
        if turn.way == "in" or turn.kind == "absorption":
            found.append(replace(_before(turn.day, since, first, fade), tone="other" if turn.sure else "pale"))
        elif since is not None:
            found.append(Stretch(since, turn.day))
        since = None if turn.way == "in" and turn.kind in _JOINING else turn.day
    if since is not None:
        end = min(since + fade * 0.6, last)
        found.append(Stretch(since, end, soft_end=min(end + fade, last)))
    return found


def _before(day: float, since: float | None, first: float, fade: float) -> Stretch:
    if since is not None:
        return Stretch(since, day)
    start = max(day - fade * 0.4, first)
    return Stretch(start, day, soft_start=max(start - fade, first))


def _join_names(own: Sequence[Name], offset: int) -> list[Join]:
    """Return the joins of each name to the next: a change of name."""
    found = []
    for number in range(len(own) - 1):
        day = bounds(own[number + 1].span.start)[0]
        if day is not None:
            found.append(Join(offset + number, offset + number + 1, day))
    return found


def _join_lanes(lanes: Sequence[Lane], offset: int, own: Sequence[Name], first: int) -> list[Join]:
    found = []
    for number, lane in enumerate(lanes):
        for turn in lane.turns:
            row = first + _find_name(own, turn.day, is_start=turn.way == "in")
            ends = (offset + number, row) if turn.way == "in" else (row, offset + number)
            found.append(Join(*ends, turn.day, turn.sure))
    return found


def _find_name(own: Sequence[Name], day: float, *, is_start: bool) -> int:
    """Return which of the names the group bore on a day: the new one where something joins, the old where it leaves."""
    found = 0
    for number, name in enumerate(own):
        start = bounds(name.span.start)[0]
        if start is not None and (start < day or (is_start and start == day)):
            found = number
    return found
