"""Intervals and sets of dates in words."""

from typing import Final

from factsheet.dates import Date, DateSet, End, Interval, Mark, Span
from factsheet.wording.cldr import ListStyle, get_months, join_list
from factsheet.wording.singles import (
    add_note,
    get_whole_mark,
    is_plain,
    name_day,
    name_month,
    word_between_years,
    word_plain,
    word_single,
    word_year_number,
)
from factsheet.wording.tongues.tongue import Case, Tongue

_END_PHRASES: Final[dict[Mark, str]] = {"~": "about_end", "?": "uncertain_end", "%": "uncertain_about_end"}


def word_interval(interval: Interval, tongue: Tongue) -> str:
    """Return an interval: compact where both ends are alike, else from one to the other; missing ends named."""
    start, end = interval.start, interval.end
    if isinstance(start, Date) and isinstance(end, Date):
        return _word_closed(start, end, tongue)
    if isinstance(start, Date):
        if end == "unknown":
            return tongue.say("end_unknown", _word_end(start, tongue, "from"))
        return _word_one_end(start, tongue, "from", ("from_on", "from_about_on"))
    if isinstance(end, Date):
        if start == "unknown":
            return tongue.say("start_unknown", _word_end(end, tongue, "until"))
        return _word_one_end(end, tongue, "until", ("until", "until_about"))
    names = (_name_end(start, "start"), _name_end(end, "end"))
    return join_list([tongue.phrases[name] for name in names], "standard", tongue.locale)


def _name_end(end: End, side: str) -> str:
    return f"unknown_{side}" if end == "unknown" else f"no_{side}"


def _word_one_end(date: Date, tongue: Tongue, case: Case, phrases: tuple[str, str]) -> str:
    mark = get_whole_mark(date)
    inner = add_note(date, tongue, word_plain(date, tongue, case))
    phrase = tongue.say(phrases[1 if mark in ("~", "%") else 0], inner)
    return tongue.say("possibly", phrase) if mark in ("?", "%") else phrase


def _word_closed(start: Date, end: Date, tongue: Tongue) -> str:
    if start.text == end.text:
        return word_single(start, tongue)
    mark = get_whole_mark(start)
    is_alike = mark == get_whole_mark(end) and bool(mark) is any(start.marks) and bool(mark) is any(end.marks)
    compact = word_compact_span(start, end, tongue) if is_alike else ""
    if compact:
        phrase = tongue.say("about_span", compact) if mark in ("~", "%") else compact
        return tongue.say("possibly", phrase) if mark in ("?", "%") else phrase
    return tongue.say("from_to", _word_end(start, tongue, "from"), _word_end(end, tongue, "to"))


def _word_end(date: Date, tongue: Tongue, case: Case) -> str:
    mark = get_whole_mark(date)
    phrase = add_note(date, tongue, word_plain(date, tongue, case))
    return tongue.say(_END_PHRASES[mark], phrase) if mark else phrase


def word_compact_span(start: Date, end: Date, tongue: Tongue) -> str:
    """Return two ordinary dates of one precision with their common parts said once, or nothing."""
    if not (is_plain(start) and is_plain(end) and start.precision == end.precision):
        return ""
    if start.precision == "year":
        return tongue.say("years_and", tongue.say("short_span", str(start.number), str(end.number)))
    if start.precision == "month":
        return _word_months(start, end, tongue)
    return _word_days(start, end, tongue)


def _word_months(start: Date, end: Date, tongue: Tongue) -> str:
    if start.number != end.number:
        return tongue.say("span", word_plain(start, tongue, "bare"), word_plain(end, tongue, "bare"))
    names = [name_month(int(date.month), tongue, "bare") for date in (start, end)]
    months = tongue.say("short_span", *names)
    return tongue.inflect(tongue.months, "bare").format(month=months, year=word_year_number(start.number, tongue))


def _word_days(start: Date, end: Date, tongue: Tongue) -> str:
    year = word_year_number(end.number, tongue)
    if start.number != end.number:
        return tongue.say("span", word_plain(start, tongue, "bare"), word_plain(end, tongue, "bare"))
    days = [str(int(date.day)) for date in (start, end)]
    if start.month == end.month:
        month = get_months(tongue.locale, "format")[int(end.month)]
        return tongue.inflect(tongue.days, "bare").format(day=tongue.say("short_span", *days), month=month, year=year)
    first = name_day(days[0], int(start.month), tongue)
    return tongue.say("span", first, word_plain(end, tongue, "bare"))


def word_set(dates: DateSet, tongue: Tongue) -> str:
    """Return a set as a list joined by "or" (one of them) or "and" (all of them)."""
    only = dates.members[0]
    if len(dates.members) == 1 and isinstance(only, Date):
        return word_single(only, tongue)
    shared = _word_shared(dates, tongue)
    if shared:
        return shared
    words = [_word_member(member, tongue, is_choice=dates.is_choice) for member in dates.members]
    return join_list(words, "or" if dates.is_choice else "standard", tongue.locale)


def _word_shared(dates: DateSet, tongue: Tongue) -> str:
    """Return ordinary dates with their common year, or month and year, said once; nothing if they share none."""
    members = [member for member in dates.members if isinstance(member, Date)]
    is_ordinary = all(is_plain(member) and not any(member.marks) for member in members)
    if len(members) < 2 or len(members) < len(dates.members) or not is_ordinary:  # noqa: PLR2004 - a list
        return ""
    precisions = {member.precision for member in members}
    style: ListStyle = "or" if dates.is_choice else "standard"
    if precisions == {"year"}:
        years = join_list([str(member.number) for member in members], style, tongue.locale)
        return tongue.say("years_or" if dates.is_choice else "years_and", years)
    if len(precisions) > 1 or len({member.number for member in members}) > 1:
        return ""
    year = word_year_number(members[0].number, tongue)
    if precisions == {"month"}:
        months = [name_month(int(member.month), tongue, "bare") for member in members]
        return tongue.inflect(tongue.months, "bare").format(month=join_list(months, style, tongue.locale), year=year)
    if len({member.month for member in members}) == 1:
        days = join_list([str(int(member.day)) for member in members], style, tongue.locale)
        month = get_months(tongue.locale, "format")[int(members[0].month)]
        return tongue.inflect(tongue.days, "bare").format(day=days, month=month, year=year)
    first = [name_day(str(int(member.day)), int(member.month), tongue) for member in members[:-1]]
    return join_list([*first, word_plain(members[-1], tongue, "bare")], style, tongue.locale)


def _word_member(member: Date | Span, tongue: Tongue, *, is_choice: bool) -> str:
    if isinstance(member, Date):
        return _word_end(member, tongue, "bare")
    start, end = member.start, member.end
    if start and end:
        return _word_range(start, end, tongue) if is_choice else _word_all_between(start, end, tongue)
    if start:
        return tongue.say(_name_later(start, is_choice=is_choice), _word_end(start, tongue, "governed"))
    return tongue.say(_name_earlier(end, is_choice=is_choice), _word_end(end, tongue, "governed")) if end else ""


def _name_later(date: Date, *, is_choice: bool) -> str:
    if not is_choice:
        return "and_later"
    return "on_or_after" if date.precision == "day" else "or_later"


def _name_earlier(date: Date, *, is_choice: bool) -> str:
    if not is_choice:
        return "and_earlier"
    return "on_or_before" if date.precision == "day" else "or_earlier"


def _word_range(start: Date, end: Date, tongue: Tongue) -> str:
    if isinstance(start.number, int) and isinstance(end.number, int) and start.precision == "year":
        return word_between_years(start.number, end.number, tongue)
    if start.precision == "day" and start.number == end.number and is_plain(start):
        first = name_day(str(int(start.day)), int(start.month), tongue)
        return tongue.say("between", first, word_plain(end, tongue, "governed"))
    return tongue.say("between", word_plain(start, tongue, "range"), word_plain(end, tongue, "range"))


def _word_all_between(start: Date, end: Date, tongue: Tongue) -> str:
    compact = word_compact_span(start, end, tongue)
    return compact or tongue.say("from_to", word_plain(start, tongue, "from"), word_plain(end, tongue, "to"))
