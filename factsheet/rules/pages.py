"""The page of a rule, read from its text: what it says, why, a good and a bad example, and how to silence it."""

import re
from collections.abc import Iterator, Mapping
from textwrap import dedent
from typing import Final, NamedTuple

from factsheet.rules.rule import Rule, Stage

STAGES: Final[Mapping[Stage, str]] = {
    "reading": "Reading files",
    "fields": "Fields and their values",
    "content": "The content as a whole",
}
"""The stages in the order they come, with their headings."""

INTRODUCTION: Final = """\
Each finding of `factsheet check` names its rule. Errors forbid a build; warnings and advice don't, unless
`factsheet check --strict` is run. `factsheet explain RULE` prints a page of this list.

How grave a rule is for a publication stands in `content/site.yaml`: `off`, `advice`, `warning` or `error`.

    rules: {missing-translation: off, charged-term: error}

One finding that is right where it is stands in the record, with the reason. `at` is the field, or a place in it:
`designations.2.note` is the note of the second entry; left out, it is the whole record. It is never published, and
one that silences nothing is reported.

    silence:
      - {rule: charged-term, at: summary, reason: The law is called so.}

Rules that a build depends on can be neither switched off nor silenced; their pages say so.
"""
"""What the list of all rules begins with, in Markdown."""

_IN_SETTINGS: Final = frozenset({"unexpected-count", "unused-silence"})
_BLOCK: Final = re.compile(r"^(Good|Bad):(.*)$", re.MULTILINE)
_FILE: Final = re.compile(r"^# ([\w./-]+\.(?:yaml|txt|png))(?: \((whole)\))?$", re.MULTILINE)


class ExampleFile(NamedTuple):
    """One file of an example, below content/. Where it isn't whole, only what matters is written out."""

    path: str
    text: str
    is_whole: bool


class Example(NamedTuple):
    """A good or a bad example: what it says of itself, and as it is printed."""

    is_good: bool
    note: str
    text: str

    @property
    def files(self) -> tuple[ExampleFile, ...]:
        """Return the files of the example."""
        parts = _FILE.split(self.text)[1:]
        return tuple(
            ExampleFile(path, text.removeprefix("\n"), whole == "whole")
            for path, whole, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        )


class Page(NamedTuple):
    """The page of a rule: its one sentence, the paragraphs that say why, the examples, and how to silence it."""

    says: str
    paragraphs: tuple[str, ...]
    examples: tuple[Example, ...]
    silencing: str


def read_page(rule: Rule) -> Page:
    """Return the page of a rule."""
    first = _BLOCK.search(rule.text)
    prose = rule.text[: first.start()] if first else rule.text
    says, *paragraphs = [" ".join(part.split()) for part in prose.split("\n\n") if part.strip()]
    return Page(says, tuple(paragraphs), tuple(_list_examples(rule.text)), _tell_silencing(rule))


def write_markdown(rules: Mapping[str, Rule]) -> str:
    """Return all pages as one text in Markdown."""
    parts = ["# The rules\n", INTRODUCTION]
    for stage, heading in STAGES.items():
        parts.append(f"## {heading}\n")
        parts += [_write_page(rules[name]) for name in sorted(rules) if rules[name].stage == stage]
    return "\n".join(parts)


def _write_page(rule: Rule) -> str:
    page = read_page(rule)
    parts = [f"### {rule.name}", f"{rule.severity.capitalize()}. {page.says}", *page.paragraphs]
    for example in page.examples:
        word = "Good" if example.is_good else "Bad"
        parts += [f"{word}:{example.note}", f"```yaml\n{example.text}\n```"]
    return "\n\n".join([*parts, page.silencing]) + "\n"


def _list_examples(text: str) -> Iterator[Example]:
    parts = _BLOCK.split(text)[1:]
    for word, note, block in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield Example(word == "Good", note.rstrip(), dedent(block).strip("\n"))


def _tell_silencing(rule: Rule) -> str:
    if rule.is_firm:
        return "It can't be switched off or silenced."
    settings = f"`rules: {{{rule.name}: off}}` in `content/site.yaml`"
    if rule.name in _IN_SETTINGS:
        return f"To switch it off: {settings}."
    in_place = f"`silence: {{rule: {rule.name}, reason: ...}}` in the record"
    return f"To silence one finding: {in_place}. To switch it off: {settings}."
