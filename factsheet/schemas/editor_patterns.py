"""A pattern for dates in EDTF that refuses what surely is no date; it never refuses what `dates` takes.

Editors can only match patterns. Months and days out of range, days a month has not, dates that begin with the day, and
years of fewer than four digits are found so; reversed spans and what is rarer only by `factsheet check`.
"""

from typing import Final

EDTF_MESSAGE: Final = "not a date in EDTF, such as 2017-01-28, 2017-01, 2017~ or 2017-01-28/2017-02-03"

_NO_LEAP: Final = "(?:[02468][1235679]|[13579][01345789])"
"""The last two digits of a year that 4 does not divide; but 00."""

_REFUSED: Final = (
    "[0-9]{4}-(?:00|1[3-9]|20|4[2-9]|[5-9][0-9])(?![0-9])",  # months are 01-12, seasons and the like 21-41
    "[0-9]{4}-(?:00|1[3-9]|[2-9][0-9])-[0-9X]",  # a day is in a month
    "[0-9]{4}-[0-9X]{2}-(?:00|3[2-9]|[4-9][0-9])",
    r"[0-9X]-[0-9](?:[-/,\]}?~%.]|$)",  # months and days have two digits
    "-02-3[01]",
    "-(?:04|06|09|11)-31",
    f"[0-9]{{2}}{_NO_LEAP}-02-29",
    f"{_NO_LEAP}00-02-29",
    r"(?:^|[/,\[{.])[~?%]?[0-9]{1,3}(?:[-/,\]}?~%.]|$)",
)
_MOMENT: Final = "(?:T[0-9:]+(?:Z|[+-][0-9:]+)?)?"
_POINT: Final = rf"[-?~%0-9XYES]+{_MOMENT}"
_END: Final = rf"(?:{_POINT}|\.\.)?"

EDTF_PATTERN: Final = (
    "^"
    + "".join(f"(?!.*{refused})" for refused in _REFUSED)
    + rf"(?:{_POINT}|{_END}/{_END}|[\[{{][-?~%0-9XYES.,]+[\]}}])$"
)
