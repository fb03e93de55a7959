"""What is found wrong while one text is read."""

from functools import cached_property

from factsheet.diagnostics import Diagnostic, Location, Pointer
from factsheet.loading.places import Lines

MOST_PROBLEMS = 100


_MOST_SHOWN = 60


def shorten(text: str) -> str:
    """Return as much of `text` as a message can show."""
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 3]}..."


class StopReadingError(Exception):
    """Reading can't go on in this text; what is wrong has been noted. Never leaves the package."""


class Problems:
    """The diagnostics of one text as they are found. After `MOST_PROBLEMS` of them reading stops."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.found: list[Diagnostic] = []

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    def add(  # noqa: PLR0913  # a diagnostic has as many parts
        self,
        rule: str,
        message: str,
        first: int,
        last: int = 0,
        *,
        hint: str,
        pointer: Pointer = (),
        related: tuple[int, int] | None = None,
    ) -> None:
        """Note a problem with the code points from `first` up to `last`, one at least.

        Raises StopReadingError when there are too many.
        """
        if len(self.found) >= MOST_PROBLEMS:
            raise StopReadingError
        at = Location(self.path, *self.lines.span(first, max(last, first + 1)), pointer=pointer)
        others = (Location(self.path, *self.lines.span(*related)),) if related else ()
        self.found.append(Diagnostic(rule, "error", message, at, hint=hint, related=others))
