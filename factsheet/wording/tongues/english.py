"""English, in the style of a British newspaper."""

from typing import Final

from factsheet.wording.tongues.tongue import Case, Tongue

_ORDINALS: Final = ("first", "second", "third", "fourth")
_SEASONS: Final = ("spring", "summer", "autumn", "winter")


def _name_decade(first: int, case: Case) -> str:
    del case
    return f"the {first}s" if first % 100 else ""


ENGLISH: Final = Tongue(
    locale="en_GB",
    eras={"": "{0}", "bc": "{0} BC", "ad": "AD {0}", "long": "the year {0}"},
    years={"bare": "{year}"},
    months={"bare": "{month} {year}"},
    month_forms={"bare": "format"},
    days={"bare": "{day} {month} {year}"},
    raw={"bare": "{0}"},
    seasons={
        "bare": {
            **{21 + number: f"{_SEASONS[number % 4]} {{year}}" for number in range(12)},
            **{33 + number: f"the {_ORDINALS[number]} quarter of {{year}}" for number in range(4)},
            **{
                37 + number: f"the {third} third of {{year}}"
                for number, third in enumerate(("first", "second", "last"))
            },
            **{40 + number: f"the {_ORDINALS[number]} half of {{year}}" for number in range(2)},
        }
    },
    decade=_name_decade,
    phrases={
        "about": "about {0}",
        "possibly": "possibly {0}",
        "possibly_about": "possibly about {0}",
        "about_span": "about {0}",
        "about_end": "about {0}",
        "uncertain_end": "{0} (uncertain)",
        "uncertain_about_end": "about {0} (uncertain)",
        "from_to": "from {0} to {1}",
        "from_on": "from {0} on",
        "from_about_on": "from about {0} on",
        "until": "until {0}",
        "until_about": "until about {0}",
        "end_unknown": "from {0}, end unknown",
        "start_unknown": "until {0}, start unknown",
        "no_start": "no start given",
        "no_end": "no end given",
        "unknown_start": "start unknown",
        "unknown_end": "end unknown",
        "between_years": "between {0} and {1}",
        "between": "between {0} and {1}",
        "between_days": "between {0} and {1} {2}",
        "on_or_after": "on or after {0}",
        "on_or_before": "on or before {0}",
        "or_later": "{0} or later",
        "or_earlier": "{0} or earlier",
        "and_later": "{0} and later",
        "and_earlier": "{0} and earlier",
        "years_or": "{0}",
        "years_and": "{0}",
        "span": "{0} – {1}",
        "short_span": "{0}–{1}",
        "some_month": "some time in {0}",
        "some_day": "some day in {0}",
        "some_day_of_year": "some day in {0}",
        "any_month": "some month",
        "any_day": "some day",
        "in_decade": "{0} in {1}",
        "in_years": "{0}, {1}",
        "year_unknown": "year unknown",
        "no_year": "{0}, year unknown",
        "masked": "{0} (X = unknown digit)",
        "rounded": "about {0} ({1})",
        "north": "{0} (northern hemisphere)",
        "south": "{0} (southern hemisphere)",
        "note": "{0} ({1})",
        "note_?": "{0} uncertain",
        "note_~": "{0} approximate",
        "note_%": "{0} uncertain and approximate",
        "note_separator": "; ",
        "year": "year",
        "season": "season",
        "month": "month",
        "day": "day",
        "at_time": "{0}, {1}",
    },
    amounts={
        "about": "about {0}",
        "at least": "at least {0}",
        "at most": "at most {0}",
        "range": "{0} to {1}",
        "about range": "about {0} to {1}",
        "best": "{0}, best estimate {1}",
        "several": "several",
        "tens": "tens",
        "dozens": "dozens",
        "hundreds": "hundreds",
        "thousands": "thousands",
    },
    more_than=lambda _, shown: f"more than {shown}",
    fewer_than=lambda _, shown: f"fewer than {shown}",
)
