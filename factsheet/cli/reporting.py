"""Reports of diagnostics: full with an excerpt, concise with one line each, and JSON."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

import click

from factsheet.cli.excerpts import WIDEST, Excerpt, excerpt
from factsheet.cli.showing import harmless, width
from factsheet.defaults import MAX_FILE_BYTES
from factsheet.diagnostics import Diagnostic, Location, Severity, sort_diagnostics
from factsheet.encoding import encode
from factsheet.model import Json, Object

Source = Callable[[str], str | None]
"""Returns the text of a file named in a location, or None where there is none."""

Paint = Callable[[str, str], str]
"""Returns a text in a colour ("red", or "" for bold alone), or as it is."""

Reporter = Callable[[Sequence[Diagnostic], Source, Paint], str]
"""Returns the report of sorted diagnostics."""

ReportForm = Literal["full", "concise", "json"]

VERSION = 1
_MOST_RELATED = 3
_COLOURS: Final[Mapping[Severity, str]] = {"error": "red", "warning": "yellow", "advice": "cyan"}
_FRAME = "blue"
_WORDS: Final = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "advice": ("piece of advice", "pieces of advice"),
    "file": ("file", "files"),
}


def report(
    diagnostics: Sequence[Diagnostic], root: Path, *, form: ReportForm = "full", is_coloured: bool = False
) -> str:
    """Return the report of `diagnostics`, sorted, each once; their paths are relative to `root`."""
    return REPORTERS[form](sort_diagnostics(diagnostics), reader(root), _colourful if is_coloured else _plain)


def reader(root: Path) -> Source:
    """Return a function that gives the text of a file below `root`, and keeps the last one in mind."""
    last: dict[str, str | None] = {}

    def read(path: str) -> str | None:
        if path not in last:
            last.clear()
            last[path] = _read(root / path)
        return last[path]

    return read


def _read(path: Path) -> str | None:
    try:
        if path.is_file() and path.stat().st_size <= MAX_FILE_BYTES:
            return path.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):  # an excerpt is a courtesy: the message stands without it
        return None
    return None


def summarise(diagnostics: Sequence[Diagnostic]) -> str:
    """Return 'Found 2 errors and 1 warning in 2 files.', or that there is nothing to report."""
    if not diagnostics:
        return "No problems found."
    counts = Counter(d.severity for d in diagnostics)
    parts = [count(counts[word], word) for word in _COLOURS if counts[word]]
    found = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return f"Found {found} in {count(len({d.at.path for d in diagnostics}), 'file')}."


def count(number: int, word: str) -> str:
    """Return '1 error', '1,204 errors'."""
    one, many = _WORDS.get(word, (word, f"{word}s"))
    return f"{number:,} {one if number == 1 else many}"


def _report_in_full(diagnostics: Sequence[Diagnostic], source: Source, paint: Paint) -> str:
    blocks = ["\n".join(_lines(d, source, paint)) for d in diagnostics]
    return "\n\n".join([*blocks, summarise(diagnostics)]) + "\n"


def _lines(diagnostic: Diagnostic, source: Source, paint: Paint) -> list[str]:
    colour = _COLOURS[diagnostic.severity]
    head = f"{paint(f'{diagnostic.severity}[{diagnostic.rule}]', colour)}: {paint(harmless(diagnostic.message), '')}"
    cut = excerpt(source(diagnostic.at.path), diagnostic.at)
    related = [(place, excerpt(source(place.path), place)) for place in diagnostic.related[:_MOST_RELATED]]
    gutter = max(len(str(c.line)) for c in [Excerpt(0, "", 0, 0), *(e for e in (cut, *(c for _, c in related)) if e)])
    lines = [head, f"{' ' * gutter}{paint('-->', _FRAME)} {_place(diagnostic.at)}"]
    hint = harmless(diagnostic.hint)
    is_beside = cut is not None and cut.start + cut.length + width(hint) < WIDEST
    if cut:
        lines += _draw(cut, gutter, mark="^", words=hint if is_beside else "", colour=colour, paint=paint)
    if hint and not is_beside:
        lines.append(f"{' ' * gutter} {paint('=', _FRAME)} {hint}")
    for place, seen in related:
        lines.append(f"{' ' * gutter}{paint(':::', _FRAME)} {_place(place)}")
        lines += _draw(seen, gutter, mark="-", words="", colour=_FRAME, paint=paint) if seen else []
    if len(diagnostic.related) > _MOST_RELATED:
        lines.append(f"{' ' * gutter} {paint('=', _FRAME)} and {len(diagnostic.related) - _MOST_RELATED} more places")
    return lines


def _draw(cut: Excerpt, gutter: int, *, mark: str, words: str, colour: str, paint: Paint) -> list[str]:
    bar = paint("|", _FRAME)
    carets = paint(mark * cut.length + (f" {words}" if words else ""), colour)
    return [
        f"{' ' * gutter} {bar}",
        f"{paint(f'{cut.line:>{gutter}}', _FRAME)} {bar} {cut.text}".rstrip(),
        f"{' ' * gutter} {bar} {' ' * cut.start}{carets}",
    ]


def _place(at: Location) -> str:
    line = f":{at.line}:{at.column or 1}" if at.line else ""
    return f"{harmless(at.path)}{line}"


def _colourful(text: str, colour: str) -> str:
    return click.style(text, fg=colour or None, bold=True)


def _plain(text: str, colour: str) -> str:
    del colour
    return text


def _report_concisely(diagnostics: Sequence[Diagnostic], source: Source, paint: Paint) -> str:
    del source
    lines = []
    for d in diagnostics:
        word = paint(f"{d.severity}[{d.rule}]", _COLOURS[d.severity])
        hint = f"; {harmless(d.hint)}" if d.hint else ""
        lines.append(f"{_place(d.at)}: {word}: {harmless(d.message)}{hint}")
    return "\n".join([*lines, summarise(diagnostics)]) + "\n"


def _report_as_json(diagnostics: Sequence[Diagnostic], source: Source, paint: Paint) -> str:
    del source, paint
    counts = Counter(d.severity for d in diagnostics)
    listed: list[Json] = [_as_object(d) for d in diagnostics]
    summary: Object = {
        "errors": counts["error"],
        "warnings": counts["warning"],
        "advice": counts["advice"],
        "files": len({d.at.path for d in diagnostics}),
    }
    return encode({"version": VERSION, "diagnostics": listed, "summary": summary}, indent=True).decode() + "\n"


def _as_object(diagnostic: Diagnostic) -> Object:
    fix: Json = None
    if diagnostic.fix:
        fix = {"at": _location(diagnostic.fix.at), "text": _whole(diagnostic.fix.text)}
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "message": _whole(diagnostic.message),
        "at": _location(diagnostic.at),
        "hint": _whole(diagnostic.hint),
        "fix": fix,
        "related": [_location(place) for place in diagnostic.related],
    }


def _location(at: Location) -> Object:
    return {
        "path": _whole(at.path),
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "pointer": "".join(f"/{_whole(str(part)).replace('~', '~0').replace('/', '~1')}" for part in at.pointer),
    }


def _whole(text: str) -> str:
    """Return `text` with half characters, which a file name may hold and JSON may not, replaced."""
    return text.encode("utf-8", "replace").decode()


REPORTERS: Final[Mapping[ReportForm, Reporter]] = {
    "full": _report_in_full,
    "concise": _report_concisely,
    "json": _report_as_json,
}
