"""A single date in words: its year, month, season, day and time, its unspecified digits and its marks of doubt."""

from factsheet.dates import Date, Mark
from factsheet.dates.calendar import match_numbers, match_years
from factsheet.wording.cldr import get_months, group_number, join_list
from factsheet.wording.tongues.tongue import Case, Era, Tongue

_PHRASES: dict[Mark, str] = {"?": "possibly", "~": "about", "%": "possibly_about"}
_FIRST_PLAIN_YEAR = 1000
_LAST_PLAIN_YEAR = 9999
_DECADE = 10
_MOST_LISTED = 3


def word_single(date: Date, tongue: Tongue) -> str:
    """Return a date that stands alone, with its marks."""
    mark = get_whole_mark(date)
    if mark:
        return tongue.say(_PHRASES[mark], word_plain(date, tongue, "governed"))
    return add_note(date, tongue, word_plain(date, tongue, "bare"))


def get_whole_mark(date: Date) -> Mark:
    """Return the mark that holds for the whole date; `~` on its smallest component alone counts as one ("about")."""
    marks = date.marks[: 3 if date.day else 2 if date.month else 1]
    if len(set(marks)) == 1:
        return marks[0]
    return "~" if marks[-1] == "~" and not any(marks[:-1]) else ""


def add_note(date: Date, tongue: Tongue, phrase: str) -> str:
    """Return the phrase with a note of the components in doubt, where only some are."""
    if get_whole_mark(date) or not any(date.marks):
        return phrase
    names = ("year", "season" if date.is_season else "month", "day")
    notes = []
    for mark in ("?", "~", "%"):
        doubted = [tongue.phrases[name] for name, own in zip(names, date.marks, strict=True) if own == mark]
        if doubted:
            notes.append(tongue.say(f"note_{mark}", join_list(doubted[::-1], "standard", tongue.locale)))
    return tongue.say("note", phrase, tongue.phrases["note_separator"].join(notes))


def word_plain(date: Date, tongue: Tongue, case: Case) -> str:
    """Return a date without its marks, in a grammatical case."""
    if date.time:
        return _word_moment(date, tongue, case)
    if date.significant:
        return _word_rounded(date, tongue)
    if date.is_masked:
        return _word_masked(date, tongue, case)
    year = word_year_number(date.number if date.number is not None else 0, tongue, date.year)
    if date.is_season:
        return _word_season(date, tongue, case, year)
    if not date.month:
        return tongue.inflect(tongue.years, case).format(year=year)
    return _word_day_or_month(date, tongue, case, year)


def word_year_number(number: object, tongue: Tongue, written: str = "") -> str:
    """Return the number of a year with its era where it needs one; year 0 of the standard is 1 BC."""
    if not isinstance(number, int):
        digits, _, exponent = written.partition("E")
        return tongue.eras["long"].format(f"{digits.replace('-', '−')} × 10^{exponent}" if exponent else digits)
    era: Era = "bc" if number <= 0 else "ad" if number < _FIRST_PLAIN_YEAR else ""
    if number > _LAST_PLAIN_YEAR:
        era = "long"
    counted = 1 - number if number <= 0 else number
    return tongue.eras[era].format(_show_year(counted, tongue))


def _show_year(number: int, tongue: Tongue) -> str:
    return group_number(number, tongue.locale) if number > _LAST_PLAIN_YEAR else str(number)


def is_plain(date: Date) -> bool:
    """Whether a date is an ordinary year, month or day that shares its parts with a neighbour in a list or span."""
    return (
        isinstance(date.number, int)
        and _FIRST_PLAIN_YEAR <= date.number <= _LAST_PLAIN_YEAR
        and not (date.is_masked or date.is_season or date.significant or date.time)
    )


def name_month(number: int, tongue: Tongue, case: Case) -> str:
    """Return a month's name as it stands without a day."""
    return get_months(tongue.locale, tongue.month_forms.get(case) or tongue.month_forms["bare"])[number]


def name_day(day: str, month: int, tongue: Tongue) -> str:
    """Return a day of a month without the year."""
    return f"{day} {get_months(tongue.locale, 'format')[month]}"


def _word_day_or_month(date: Date, tongue: Tongue, case: Case, year: str) -> str:
    month = int(date.month)
    if not date.day:
        return tongue.inflect(tongue.months, case).format(month=name_month(month, tongue, case), year=year)
    name = get_months(tongue.locale, "format")[month]
    return tongue.inflect(tongue.days, case).format(day=int(date.day), month=name, year=year)


def _word_moment(date: Date, tongue: Tongue, case: Case) -> str:
    year = word_year_number(date.number, tongue)
    time = date.time.removesuffix(":00") if date.time.count(":") > 1 else date.time
    zone = "UTC" if date.zone == "Z" else f"UTC{date.zone.replace('-', '−')}" if date.zone else ""
    return tongue.say("at_time", _word_day_or_month(date, tongue, case, year), f"{time} {zone}".strip())


def _word_season(date: Date, tongue: Tongue, case: Case, year: str) -> str:
    code = int(date.month)
    pattern = (tongue.seasons.get(case) or tongue.seasons["bare"])[code]
    phrase = pattern.format(year=year)
    if code in range(25, 29):
        return tongue.say("north", phrase)
    return tongue.say("south", phrase) if code in range(29, 33) else phrase


def _word_rounded(date: Date, tongue: Tongue) -> str:
    number = tongue.inflect(tongue.years, "governed").format(year=word_year_number(date.number, tongue))
    between = word_between_years(int(date.first[0]), int(date.last[0]), tongue)
    return tongue.say("rounded", number, between)


def word_between_years(first: int, last: int, tongue: Tongue) -> str:
    """Return "between" two years, with eras where they need them."""
    if first >= _FIRST_PLAIN_YEAR:
        return tongue.say("between_years", *(_show_year(year, tongue) for year in (first, last)))
    shown = [
        tongue.inflect(tongue.years, "governed").format(year=word_year_number(year, tongue)) for year in (first, last)
    ]
    return tongue.say("between", *shown)


def _word_masked(date: Date, tongue: Tongue, case: Case) -> str:
    if "X" not in date.year:
        return _word_masked_part(date, tongue, case)
    part = _word_part_without_year(date, tongue)
    years = _word_masked_year(date.year, tongue, case)
    if part is None or not years:
        return _word_raw(date, tongue, case)
    return tongue.say(years[0], part, years[1]) if part else years[1]


def _word_raw(date: Date, tongue: Tongue, case: Case) -> str:
    """Return the digits as written, with a word about the X; every other way of saying it would be longer or wrong."""
    text = date.text.translate({ord(mark): None for mark in "?~%"})
    pattern = (
        tongue.inflect(tongue.raw, case) if date.month else tongue.inflect(tongue.years, case).replace("{year}", "{0}")
    )
    return tongue.say("masked", pattern.format(text))


def _word_masked_year(mask: str, tongue: Tongue, case: Case) -> tuple[str, str] | None:
    """Return how months and days are joined to an unspecified year, and its words; None where it has no short ones."""
    if not mask.strip("X"):
        return "no_year", tongue.phrases["year_unknown"]
    years = match_years(mask)
    first, last = years[0], years[-1]
    if last - first + 1 != len(years):
        return None
    if len(years) == _DECADE and first >= _FIRST_PLAIN_YEAR:
        decade = tongue.decade(first, case)
        if decade:
            return "in_decade", decade
    return ("in_years", word_between_years(first, last, tongue)) if case in ("bare", "governed") else None


def _word_part_without_year(date: Date, tongue: Tongue) -> str | None:
    """Return month and day for a date of an unspecified year: nothing if it has none, None if there are no words."""
    if not date.month:
        return ""
    if date.month == "XX" and not date.day:
        return tongue.phrases["any_month"]
    if date.is_season or "X" in date.month or ("X" in date.day and date.day != "XX"):
        return None
    month = int(date.month)
    if date.day and date.day != "XX":
        return name_day(str(int(date.day)), month, tongue)
    name = name_month(month, tongue, "bare")
    return tongue.say("some_day", name) if date.day else name


def _word_masked_part(date: Date, tongue: Tongue, case: Case) -> str:
    year = word_year_number(date.number, tongue)
    if date.month == "XX" and date.day in ("", "XX"):
        phrase = "some_day_of_year" if date.day else "some_month"
        return tongue.say(phrase, tongue.inflect(tongue.years, case).format(year=year))
    if "X" in date.month:
        return _word_months(date, tongue, case, year)
    month = int(date.month)
    if date.day == "XX":
        named = tongue.inflect(tongue.months, case).format(month=name_month(month, tongue, case), year=year)
        return tongue.say("some_day", named)
    return _word_days(date, tongue, case, year)


def _word_months(date: Date, tongue: Tongue, case: Case, year: str) -> str:
    if date.day:
        return _word_raw(date, tongue, case)
    names = [name_month(number, tongue, case) for number in match_numbers(date.month, 12)]
    return tongue.inflect(tongue.months, case).format(month=join_list(names, "or", tongue.locale), year=year)


def _word_days(date: Date, tongue: Tongue, case: Case, year: str) -> str:
    days = match_numbers(date.day, int(date.last[2]))
    name = get_months(tongue.locale, "format")[int(date.month)]
    if len(days) <= _MOST_LISTED or days[-1] - days[0] + 1 != len(days):
        listed = join_list([str(day) for day in days], "or", tongue.locale)
        return tongue.inflect(tongue.days, case).format(day=listed, month=name, year=year)
    if case in ("bare", "governed"):
        return tongue.say("between_days", str(days[0]), str(days[-1]), f"{name} {year}")
    return _word_raw(date, tongue, case)
