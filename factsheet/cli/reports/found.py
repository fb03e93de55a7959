"""What a report is made of, and the words that several forms share."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from factsheet.cli.showing import harmless
from factsheet.diagnostics import Diagnostic, Location, Severity
from factsheet.model import Object

Source = Callable[[str], str | None]
"""Returns the text of a file named in a location, or None where there is none."""

Paint = Callable[[str, str], str]
"""Returns a text in a colour ("red", or "" for bold alone), or as it is."""

COLOURS: Final[Mapping[Severity, str]] = {"error": "red", "warning": "yellow", "advice": "cyan"}
FRAME: Final = "blue"
_WORDS: Final = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "advice": ("piece of advice", "pieces of advice"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Everything a report may say: `shown` are the problems told, sorted; `everything` those found.

    Problems of a severity in `grave` fail the run. `prefix` leads from the folder that the reader of a machine's form
    looks from to the publication ("" or "site/"). `more` is what the JSON form holds besides.
    """

    shown: Sequence[Diagnostic]
    everything: Sequence[Diagnostic]
    source: Source
    paint: Paint
    grave: frozenset[Severity] = frozenset(("error",))
    prefix: str = ""
    more: Object = field(default_factory=dict)


Reporter = Callable[[Found], str]
"""Returns the whole report as it is printed."""


def summarise(diagnostics: Sequence[Diagnostic]) -> str:
    """Return 'Found 2 errors and 1 warning in 2 files.', or that there is nothing to report."""
    if not diagnostics:
        return "No problems found."
    counts = Counter(d.severity for d in diagnostics)
    parts = [count(counts[word], word) for word in COLOURS if counts[word]]
    listed = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    fixable = sum(d.fix is not None for d in diagnostics)
    hint = f" {fixable:,} fixable with `factsheet check --fix`." if fixable else ""
    return f"Found {listed} in {count(len({d.at.path for d in diagnostics}), 'file')}.{hint}"


def tell_cap(found: Found) -> str:
    """Return how many of the problems are shown, where not all are."""
    shown, total = len(found.shown), len(found.everything)
    return f"Shown: {shown:,} of {total:,}, the gravest; --all shows all." if shown < total else ""


def count(number: int, word: str) -> str:
    """Return '1 error', '1,204 errors'."""
    one, many = _WORDS.get(word, (word, f"{word}s"))
    return f"{number:,} {one if number == 1 else many}"


def tell_place(at: Location) -> str:
    """Return `path:line:column`, such as editors open."""
    line = f":{at.line}:{at.column or 1}" if at.line else ""
    return f"{harmless(at.path)}{line}"


def disarm(text: str) -> str:
    """Return `text` without what a CI service would take for a command in the middle of a line."""
    return text.replace("##[", "##<U+005B>")


def whole(text: str) -> str:
    """Return `text` with half characters, which a file name may hold and JSON may not, replaced."""
    return text.encode("utf-8", "replace").decode()
