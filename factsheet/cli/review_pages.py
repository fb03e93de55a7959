"""What `factsheet review` shows of an item: where it was found, what it says, why."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

import click

from factsheet.cli.reporting import count
from factsheet.cli.showing import harmless
from factsheet.editing import write_record
from factsheet.extraction import Evidence, Item
from factsheet.reviewing import Session, Step, list_missing, word_value
from factsheet.reviewing.passages import Piece, list_passages, list_warnings

_NARROWEST = 30
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide the terminal is, and whether it has colours."""

    columns: int = 80
    is_coloured: bool = False

    def style(self, text: str, **how: bool | str) -> str:
        """Return a text with a style, where there are colours."""
        return click.style(text, **how) if self.is_coloured else text  # type: ignore[arg-type] # click's own names

    def wrap(self, text: str, indent: str = "", hanging: str | None = None) -> list[str]:
        """Return a text in lines that fit."""
        width = max(self.columns, _NARROWEST) - 1
        later = indent if hanging is None else hanging
        return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=later, break_on_hyphens=False) or [
            ""
        ]


def show_item(session: Session, item: Item, number: int, screen: Screen) -> str:
    """Return an item as a page for the terminal."""
    return "\n".join(_list_lines(session, item, number, screen))


def _list_lines(session: Session, item: Item, number: int, screen: Screen) -> Iterator[str]:
    kind = session.project.schemas.kind(item.kind)
    total = len(session.draft.items)
    yield ""
    yield screen.style("─" * min(screen.columns - 1, 60), dim=True)
    head = f"{item.key} ({number} of {total}) · {kind.title} · {harmless(item.id)}"
    yield from (screen.style(line, bold=True) for line in screen.wrap(head))
    yield from screen.wrap(f"Confidence: {item.confidence}, because of: {harmless(item.why)}")
    if any(record.id == item.id for record in session.project.records):
        yield from screen.wrap("There is a record of this id: accepting adds to it what it lacks.")
    elif item.candidates:
        yield from screen.wrap(f"May be the same as: {harmless(', '.join(item.candidates))}")
    for passage in list_passages(session.draft, item):
        yield ""
        yield from _show_passage(passage, screen)
    yield ""
    for line in write_record(item.record, kind.schema, session.project.schemas).splitlines():
        yield from screen.wrap(harmless(line), _INDENT, f"{_INDENT}      ")
    yield ""
    for each in (*item.evidence, *item.notes):
        yield from screen.wrap(harmless(_tell_evidence(each)), "  ", "      ")
    if missing := list_missing(item.record, kind):
        yield from (
            screen.style(line, fg="yellow") for line in screen.wrap(f"Not in the article: {', '.join(missing)}")
        )
    for warning in list_warnings(session.draft, item):
        yield from (screen.style(line, fg="yellow") for line in screen.wrap(f"Warning: {harmless(warning)}"))


def show_warnings(warnings: list[str], screen: Screen) -> list[str]:
    """Return the warnings that belong to no item, in lines that fit."""
    lines = [f"{count(len(warnings), 'warning')} about the draft:"]
    lines += [line for each in warnings for line in screen.wrap(harmless(each), "  ", "      ")]
    return [screen.style(line, fg="yellow") for line in lines]


def _show_passage(passage: list[Piece], screen: Screen) -> Iterator[str]:
    """Yield a sentence in lines. Marks are letters of a private area until the lines are broken."""
    opened, closed = "\ue000", "\ue001"
    text = "".join(f"{opened}{harmless(each.text)}{closed}" if each.keys else harmless(each.text) for each in passage)
    is_marked = False
    for line in screen.wrap(" ".join(text.replace(closed + opened, "").split()), _INDENT):
        if not screen.is_coloured:
            yield line.replace(opened, ">>").replace(closed, "<<")
            continue
        shown = ""
        for character in line:
            if character in (opened, closed):
                is_marked = character == opened
            elif is_marked and not (character == " " and not shown.strip()):
                shown += click.style(character, bold=True, underline=True)
            else:
                shown += character
        yield shown


def _tell_evidence(evidence: Evidence) -> str:
    words = f"{evidence.at}: {evidence.rule}"
    words += f", reckoned from {evidence.anchor}" if evidence.anchor else ""
    if evidence.start is None or (evidence.start, evidence.end) == evidence.sentence:
        return words
    return f'{words}, "{" ".join(evidence.quote.split())}"'


def show_steps(steps: tuple[Step, ...], screen: Screen) -> list[str]:
    """Return what a merge would do, one numbered step a line or two."""
    lines = []
    for number, step in enumerate(steps, 1):
        verb = {"add": "adds", "beside": "sets beside what stands", "left": "can't be added"}[step.effect]
        said = step.reason if step.effect == "left" else word_value(step.added)
        lines += screen.wrap(harmless(f"{number}  {step.field}: {verb}: {said}"), "  ", "       ")
    return lines
