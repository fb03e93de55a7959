"""One problem of a document before it becomes a diagnostic: the rule, the words, and the place."""

from dataclasses import dataclass

from factsheet.diagnostics import Fix, Location


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one value or field."""

    rule: str
    message: str
    at: Location
    hint: str = ""
    fix: Fix | None = None
    related: tuple[Location, ...] = ()
