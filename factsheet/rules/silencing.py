"""Findings that are right where they are: silenced in place, with a reason, and never for nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from factsheet.diagnostics import Diagnostic, Location, Pointer, did_you_mean
from factsheet.model import Record
from factsheet.resolution import locate
from factsheet.rules.content import Content
from factsheet.rules.findings import name_pointer, report
from factsheet.rules.values import list_maps

_SITE = "content/site.yaml"


class Named(Protocol):
    """What must be known of a rule here."""

    @property
    def is_firm(self) -> bool:
        """Whether it can't be silenced."""


class Silence(NamedTuple):
    """One entry of a record's `silence`."""

    record: Record
    pointer: Pointer
    rule: str
    at: str

    def covers(self, diagnostic: Diagnostic, span: Location) -> bool:
        """Tell whether a finding is in its record, whose place is `span`, by its rule and at its field."""
        if diagnostic.rule != self.rule or not span.line <= diagnostic.at.line <= span.end_line:
            return False
        place = name_pointer(diagnostic.at.pointer)
        return not self.at or place == self.at or place.startswith(f"{self.at}.")


def apply_silences(
    content: Content, found: Sequence[Diagnostic], rules: Mapping[str, Named]
) -> tuple[list[Diagnostic], list[Silence]]:
    """Return the findings that are left, and the silences that covered none."""
    by_path: dict[str, list[tuple[Silence, Location]]] = {}
    for silence in list_silences(content):
        if silence.rule in rules and not rules[silence.rule].is_firm:
            by_path.setdefault(silence.record.document.path, []).append((silence, silence.record.document.locate(())))
    used: set[tuple[str, Pointer]] = set()
    left: list[Diagnostic] = []
    for diagnostic in found:
        covering = [each for each, span in by_path.get(diagnostic.at.path, ()) if each.covers(diagnostic, span)]
        used |= {(each.record.id, each.pointer) for each in covering}
        if not covering:
            left.append(diagnostic)
    silences = [each for pairs in by_path.values() for each, _ in pairs]
    return left, [each for each in silences if (each.record.id, each.pointer) not in used]


def list_silences(content: Content) -> list[Silence]:
    """Return every entry of every record's `silence`."""
    return [
        Silence(record, ("silence", index), str(item.get("rule")), str(item.get("at", "")))
        for record in content.records
        if "silence" in record.data
        for index, item in enumerate(list_maps(record.data["silence"]))
    ]


def find_unused(silences: Sequence[Silence]) -> Iterator[Diagnostic]:
    """Each entry of `silence` silences something.

    What was put right, or moved, needs its excuse no more; a left-over one would hide the next mistake. An entry for a
    rule that is switched off in site.yaml isn't reported.

    Good:

        # groups/red-hill.yaml
        summary: A group that fought the regime from 2011 on, in the hills of the north.
        silence: {rule: charged-term, at: summary, reason: The constitution of that time calls itself so.}

    Bad:

        # groups/red-hill.yaml
        summary: A group that fought the government from 2011 on, in the hills of the north.
        silence: {rule: charged-term, at: summary, reason: The constitution of that time calls itself so.}
    """
    for silence in silences:
        place = f' at "{silence.at}"' if silence.at else ""
        message = f'this silences nothing: there is no "{silence.rule}"{place} in this record'
        yield report("unused-silence", locate(silence.record, silence.pointer), message, hint="take it out")


def find_unknown(content: Content, rules: Mapping[str, Named]) -> Iterator[Diagnostic]:
    """`rules` in site.yaml and `silence` in records name rules that there are.

    A misspelt name would switch nothing off and hide nothing. `factsheet explain` lists the rules.

    Good:

        # site.yaml
        rules: {charged-term: error, single-origin: off}

    Bad:

        # site.yaml
        rules: {charged-terms: error}
    """
    for name, at in _list_names(content):
        if name not in rules:
            hint = did_you_mean(name, list(rules)) or "factsheet explain lists the rules"
            yield report("unknown-rule", at, f'there is no rule "{name}"', hint=hint)


def find_firm(content: Content, rules: Mapping[str, Named]) -> Iterator[Diagnostic]:
    """What would break the build can't be switched off or silenced.

    A reference to nothing, an id used twice, a file that can't be read: there is no page to make of it.

    Good:

        # site.yaml
        rules: {statement-without-source: warning}

    Bad:

        # site.yaml
        rules: {dangling-reference: off}
    """
    for name, at in _list_names(content):
        if name in rules and rules[name].is_firm:
            message = f'"{name}" can\'t be switched off or silenced: nothing can be built from what it finds'
            yield report("firm-rule", at, message, hint="put right what it finds")


def _list_names(content: Content) -> Iterator[tuple[str, Location]]:
    levels = content.site.get("rules")
    for name in levels if isinstance(levels, dict) else ():
        settings = content.settings
        place = settings.locate(("rules", name), key=True) if settings else Location(_SITE, pointer=("rules", name))
        yield name, place
    for silence in list_silences(content):
        yield silence.rule, locate(silence.record, (*silence.pointer, "rule"))
