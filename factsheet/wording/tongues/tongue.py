"""What a language must say to word any date or amount."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from factsheet.wording.cldr import MonthForm

Case = Literal["bare", "governed", "from", "to", "until", "range"]
"""Alone; after "about"; the start of a span; its end; the end of a span without a start; the sides of "between"."""

Era = Literal["", "bc", "ad", "long"]


@dataclass(frozen=True, slots=True)
class Tongue:
    """Patterns of one language. Where a case is missing, `bare` serves.

    `eras` wrap the number of a year: plain (1000 to 9999), before and after Christ, more than four digits. `years`,
    `months`, `days` and `raw` hold patterns by case; `seasons` by case and code of the standard. `decade` words ten
    years from the first, or returns nothing where the language has no unmistakable name for them. `more_than` and
    `fewer_than` take the plain digits and the number as printed. `polish` sees the finished phrase.
    """

    locale: str
    eras: Mapping[Era, str]
    years: Mapping[Case, str]
    months: Mapping[Case, str]
    month_forms: Mapping[Case, MonthForm]
    days: Mapping[Case, str]
    raw: Mapping[Case, str]
    seasons: Mapping[Case, Mapping[int, str]]
    decade: Callable[[int, Case], str]
    phrases: Mapping[str, str]
    amounts: Mapping[str, str]
    more_than: Callable[[str, str], str]
    fewer_than: Callable[[str, str], str]
    polish: Callable[[str], str] = str

    def inflect(self, patterns: Mapping[Case, str], case: Case) -> str:
        """Return the pattern of a case, or the bare one."""
        return patterns.get(case) or patterns["bare"]

    def say(self, phrase: str, *parts: str) -> str:
        """Return a phrase with its parts put in."""
        return self.phrases[phrase].format(*parts)
