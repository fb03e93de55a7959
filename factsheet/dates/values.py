"""What an EDTF text means: a date, an interval or a set, with its first and last day."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Year = int | Decimal
"""A whole number; a Decimal where it has more than 18 digits, so that nothing ever writes 10**n out."""

Day = tuple[Year, int, int]
"""Year, month, day in the proleptic Gregorian calendar; the year before 1 is 0, as in ISO 8601."""

Mark = Literal["", "?", "~", "%"]
"""Nothing, uncertain, approximate, both."""

Missing = Literal["open", "unknown"]


class DateError(ValueError):
    """A text isn't EDTF: what is wrong, the index of the character where, and what was perhaps meant."""

    def __init__(self, message: str, offset: int, suggestion: str = "") -> None:
        super().__init__(message, offset, suggestion)
        self.message = message
        self.offset = offset
        self.suggestion = suggestion

    def __str__(self) -> str:
        """Return the message, and the suggestion behind it."""
        return f'{self.message}; did you mean "{self.suggestion}"?' if self.suggestion else self.message


@dataclass(frozen=True, slots=True)
class Date:
    """One date as written: a year, a month or season of a year, a day, or a moment of a day.

    `year` has four characters, digits or `X`, behind an optional minus sign; after a letter `Y` and with an exponent,
    what was written without the `Y`. `number` is None where a digit of the year is unspecified. `month` is `01` to
    `12`, a season `21` to `41`, or has an `X`. `marks` belong to year, month and day. `significant` is 0 where
    all digits count.
    """

    text: str
    level: int
    year: str
    number: Year | None
    first: Day
    last: Day
    month: str = ""
    day: str = ""
    time: str = ""
    zone: str = ""
    marks: tuple[Mark, Mark, Mark] = ("", "", "")
    significant: int = 0

    @property
    def is_masked(self) -> bool:
        """Whether a digit is unspecified."""
        return "X" in self.year or "X" in self.month or "X" in self.day

    @property
    def is_season(self) -> bool:
        """Whether a season, quarter, third or half of a year stands in place of the month."""
        return self.month > "12" and self.month.isdigit()

    @property
    def precision(self) -> Literal["year", "season", "month", "day"]:
        """The smallest unit written."""
        if self.day:
            return "day"
        if self.is_season:
            return "season"
        return "month" if self.month else "year"


End = Date | Missing
"""An end of an interval: a date, `..` (open) or nothing (unknown)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another."""

    start: End
    end: End


@dataclass(frozen=True, slots=True)
class Span:
    """A member of a set: all dates of one precision from `start` to `end`, both included; None is without limit."""

    start: Date | None
    end: Date | None


@dataclass(frozen=True, slots=True)
class DateSet:
    """One of some dates (`[...]`), or all of them (`{...}`)."""

    is_choice: bool
    members: tuple[Date | Span, ...]


@dataclass(frozen=True, slots=True)
class Edtf:
    """A valid EDTF text, its level, and the days it can reach.

    `earliest` and `latest` are ISO days; None where the date is open or unknown on that side. Marks of doubt don't
    move them. Negative years and years beyond 9999 are written with their sign (`-1985-01-01`, `+170000002-01-01`);
    of a year with more than 18 digits both are None. `first` and `last` are the same days to calculate with.

    The standard doesn't say when seasons begin: spring is March to May, summer June to August, autumn
    September to November, winter December to February of the next year, and half a year away in the south.
    """

    text: str
    level: int
    earliest: str | None
    latest: str | None
    value: Date | Interval | DateSet
    first: Day | None
    last: Day | None

    def __str__(self) -> str:
        """Return the text that was read."""
        return self.text
