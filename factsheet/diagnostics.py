"""What is wrong with a publication, and where: values that are reported, and errors that stop the program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal

Severity = Literal["error", "warning", "advice"]
Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file.

    Lines and columns count from 1 in code points; `end_line` and `end_column` are exclusive. A `line` of 0 means
    the whole file. `path` is relative to the publication, with forward slashes.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    pointer: Pointer = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe edit: the text at a place, and what stands there afterwards."""

    at: Location
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in the content: the rule it breaks, what is wrong, where, and what to do."""

    rule: str
    severity: Severity
    message: str
    at: Location
    hint: str = ""
    fix: Fix | None = None
    related: tuple[Location, ...] = ()


class FactsheetError(Exception):
    """The program can't go on: wrong usage, a broken template or schema, no publication. Exit code 2."""

    exit_code = 2


class RenderingError(FactsheetError):
    """A format could not make its bytes. Exit code 3."""

    exit_code = 3


class EnvironmentProblem(FactsheetError):
    """A library is missing or the output can't be written. Exit code 4."""

    exit_code = 4


def sort_diagnostics(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return them by path, line, column and rule, each once."""
    key = {_sort_key(d): d for d in diagnostics}
    return tuple(key[k] for k in sorted(key))


def _sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    at = diagnostic.at
    return (at.path, at.line, at.column, diagnostic.rule, diagnostic.message)


def restore_diagnostics(packed: Iterable[Any]) -> tuple[Diagnostic, ...]:
    """Return diagnostics from the JSON that the encoder makes of them."""
    return tuple(
        Diagnostic(
            each["rule"],
            each["severity"],
            each["message"],
            _restore_location(each["at"]),
            each["hint"],
            Fix(_restore_location(each["fix"]["at"]), each["fix"]["text"]) if each["fix"] else None,
            tuple(_restore_location(place) for place in each["related"]),
        )
        for each in packed
    )


def _restore_location(packed: Any) -> Location:  # noqa: ANN401  # the JSON door
    return Location(**{**packed, "pointer": tuple(packed["pointer"])})


def did_you_mean(word: str, words: Sequence[str]) -> str:
    """Return 'did you mean "x"?' for the nearest of `words`, or nothing."""
    near = get_close_matches(word, words, n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""
