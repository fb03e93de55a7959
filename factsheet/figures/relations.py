"""Who was what to whom, and when: affiliations as bars by the other group; listings as bars by who listed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factsheet.figures.layout import Drawing
from factsheet.figures.rows import Plan, Point, Row, Words, lay_rows
from factsheet.figures.scales import make_time_scale, mark_time
from factsheet.figures.settings import Setting
from factsheet.figures.spans import Span, mark_ends, span_of, stretch
from factsheet.figures.speech import Speaker, backlinks, bounds, data_of, maps, name_label, name_record, pick_words
from factsheet.model import Object
from factsheet.wording.labels import label_word

FEWEST = 2
_MOST = 30
Line = tuple[Words, str, Span]


def draw_affiliations(speaker: Speaker, setting: Setting) -> Drawing | None:
    """Return the affiliations of a group over time, its own and those that others state of themselves with it."""
    lines: list[Line] = [
        (name_record(speaker, each.get("group")), _word_type(speaker, each), span_of(each))
        for each in maps(data_of(speaker).get("affiliations"))
    ]
    has_own = bool(lines)
    own = name_label(speaker, str(speaker.sheet["id"])).text
    for other, statement in backlinks(speaker, "affiliated_groups"):
        words = _word_type(speaker, statement)
        note = speaker.translate("{how} {groups}", how=words, groups=own) if has_own else words
        lines.append((name_label(speaker, other), note, span_of(statement)))
    title = speaker.translate("Affiliations over time")
    return _draw(speaker, setting, "affiliations", title, lines)


def draw_listings(speaker: Speaker, setting: Setting) -> Drawing | None:
    """Return the listings of a group over time, by who listed it."""
    lines: list[Line] = [
        (
            name_record(speaker, each.get("authority")),
            pick_words(speaker, each.get("list")).text,
            span_of(each, "listed", "removed"),
        )
        for each in maps(data_of(speaker).get("designations"))
    ]
    return _draw(speaker, setting, "listings", speaker.translate("Listings over time"), lines)


def _word_type(speaker: Speaker, statement: Object) -> str:
    words = label_word("affiliation.type", str(statement.get("type") or ""), speaker.language)
    stance = str(statement.get("stance") or "")
    return f"{words} ({label_word('stance', stance, speaker.language)})" if stance == "disputed" else words


def _draw(speaker: Speaker, setting: Setting, kind: str, title: str, lines: Sequence[Line]) -> Drawing | None:
    dated = [line for line in lines if line[2].days()]
    if len(dated) < FEWEST or len(dated) > _MOST:
        return None
    is_open = any(bounds(span.end)[0] is None for _, _, span in dated)
    days = [day for _, _, span in dated for day in span.days()]
    as_of = bounds(speaker.sheet.get("as_of"))[1]
    if is_open and as_of:
        days.append(max(as_of, *days))
    starts_unknown = any(bounds(span.start)[0] is None for _, _, span in dated)
    scale = make_time_scale(days, before=0.12 if starts_unknown else 0.02, after=0.05 if is_open else 0.02)
    last = max(days) if is_open else scale.last
    together: dict[tuple[Words, str], list[Span]] = {}
    for name, note, span in sorted(dated, key=lambda line: _order(line, dated)):
        together.setdefault((name, note), []).append(span)
    rows = _say_names_once(
        Row(
            note,
            name,
            stretches=tuple(stretch(span, scale.first, last) for span in spans),
            points=(*_mark_renewals(spans), *(point for span in spans for point in mark_ends(span))),
        )
        for (name, note), spans in together.items()
    )
    plan = Plan(scale, tuple(mark_time(scale, speaker.language)), rows)
    height, items = lay_rows(plan, setting)
    return Drawing(kind, kind, title, height, items, gutter=setting.gutter)


def _mark_renewals(spans: Sequence[Span]) -> list[Point]:
    """Return a tick where a bar begins again on the day the last one ended, or the two would look like one."""
    ends = [bounds(span.end)[1] for span in spans]
    starts = [bounds(span.start)[0] for span in spans[1:]]
    return [
        Point(start, "tick") for end, start in zip(ends, starts, strict=False) if start is not None and start == end
    ]


def _order(line: Line, lines: Sequence[Line]) -> tuple[int, str, int]:
    """Keep the rows of one name together, the name that comes first above."""
    first = min(min(each[2].days()) for each in lines if each[0] == line[0])
    return first, line[0].text, min(line[2].days())


def _say_names_once(rows: Iterable[Row]) -> tuple[Row, ...]:
    found: list[Row] = []
    last: Words | None = None
    for row in rows:
        found.append(replace(row, name=None) if row.name == last and row.note else row)
        last = row.name
    return tuple(found)
