"""Russian. Years take the abbreviation "г.", which is the same in every case."""

import re
from typing import Final

from factsheet.wording.tongues.tongue import Case, Tongue

_NORTH_AND_SOUTH: Final = range(3)


def _name_decade(first: int, case: Case) -> str:
    if first % 100 == 0:
        return ""
    return f"{first}-х годов" if case in ("from", "until") else f"{first}-е годы"


def _write_so(phrase: str) -> str:
    """Return the phrase with "со" before "второго", be it written out or a digit."""
    return re.sub(r"(?<!\w)с (?=2 |второ)", "со ", phrase)


def _repeat(seasons: tuple[str, str, str, str], *parts: str) -> dict[int, str]:
    words = (*(seasons * len(_NORTH_AND_SOUTH)), *parts)
    return {code: f"{word} {{year}}" for code, word in enumerate(words, start=21)}


_GENITIVE: Final = _repeat(
    ("весны", "лета", "осени", "зимы"),
    *("первого квартала", "второго квартала", "третьего квартала", "четвёртого квартала"),
    *("первой трети", "второй трети", "последней трети"),
    *("первого полугодия", "второго полугодия"),
)

RUSSIAN: Final = Tongue(
    locale="ru",
    eras={"": "{0}\u00a0г.", "bc": "{0}\u00a0г. до н.\u00a0э.", "ad": "{0}\u00a0г. н.\u00a0э.", "long": "{0}\u00a0г."},
    years={"bare": "{year}"},
    months={"bare": "{month} {year}"},
    month_forms={"bare": "stand-alone", "from": "format", "until": "format", "range": "format"},
    days={"bare": "{day} {month} {year}"},
    raw={"bare": "{0}"},
    seasons={
        "bare": _repeat(
            ("весна", "лето", "осень", "зима"),
            *("первый квартал", "второй квартал", "третий квартал", "четвёртый квартал"),
            *("первая треть", "вторая треть", "последняя треть"),
            *("первое полугодие", "второе полугодие"),
        ),
        "from": _GENITIVE,
        "until": _GENITIVE,
        "to": _repeat(
            ("весну", "лето", "осень", "зиму"),
            *("первый квартал", "второй квартал", "третий квартал", "четвёртый квартал"),
            *("первую треть", "вторую треть", "последнюю треть"),
            *("первое полугодие", "второе полугодие"),
        ),
    },
    decade=_name_decade,
    phrases={
        "about": "примерно {0}",
        "possibly": "возможно, {0}",
        "possibly_about": "возможно, примерно {0}",
        "about_span": "примерно {0}",
        "about_end": "{0} (приблизительно)",
        "uncertain_end": "{0} (под вопросом)",
        "uncertain_about_end": "{0} (приблизительно, под вопросом)",
        "from_to": "с {0} по {1}",
        "from_on": "с {0}",
        "from_about_on": "примерно с {0}",
        "until": "до {0} включительно",
        "until_about": "примерно до {0} включительно",
        "end_unknown": "с {0}, окончание неизвестно",
        "start_unknown": "до {0} включительно, начало неизвестно",
        "no_start": "начало не указано",
        "no_end": "окончание не указано",
        "unknown_start": "начало неизвестно",
        "unknown_end": "окончание неизвестно",
        "between_years": "между {0} и {1}\u00a0гг.",
        "between": "не ранее {0} и не позднее {1}",
        "between_days": "между {0} и {1} {2}",
        "on_or_after": "{0} или позднее",
        "on_or_before": "{0} или ранее",
        "or_later": "{0} или позднее",
        "or_earlier": "{0} или ранее",
        "and_later": "{0} и позднее",
        "and_earlier": "{0} и ранее",
        "years_or": "{0}\u00a0г.",
        "years_and": "{0}\u00a0гг.",
        "span": "{0} – {1}",
        "short_span": "{0}–{1}",
        "some_month": "{0} (месяц не указан)",
        "some_day": "{0} (день не указан)",
        "some_day_of_year": "{0} (день и месяц не указаны)",
        "any_month": "месяц не указан",
        "any_day": "день не указан",
        "in_decade": "{0}, {1}",
        "in_years": "{0}, {1}",
        "year_unknown": "год неизвестен",
        "no_year": "{0}, год неизвестен",
        "masked": "{0} (X — неизвестная цифра)",
        "rounded": "примерно {0} ({1})",
        "north": "{0} (Северное полушарие)",
        "south": "{0} (Южное полушарие)",
        "note": "{0} ({1})",
        "note_?": "{0} — под вопросом",
        "note_~": "{0} — приблизительно",
        "note_%": "{0} — под вопросом и приблизительно",
        "note_separator": "; ",
        "year": "год",
        "season": "сезон",
        "month": "месяц",
        "day": "день",
        "at_time": "{0}, {1}",
    },
    amounts={
        "about": "около {0}",
        "at least": "не менее {0}",
        "at most": "не более {0}",
        "range": "от {0} до {1}",
        "about range": "примерно от {0} до {1}",
        "best": "{0}, наилучшая оценка — {1}",
        "several": "несколько",
        "tens": "десятки",
        "dozens": "десятки",
        "hundreds": "сотни",
        "thousands": "тысячи",
    },
    more_than=lambda _, shown: f"более {shown}",
    fewer_than=lambda _, shown: f"менее {shown}",
    polish=_write_so,
)
