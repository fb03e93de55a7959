"""What a rule is: a name, how grave it is, the function that checks it, and its page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import Literal

from factsheet.diagnostics import Diagnostic, Severity
from factsheet.rules.content import Content

Check = Callable[[Content], Iterator[Diagnostic]]
Stage = Literal["reading", "fields", "content"]
"""Where a rule is checked: while a file is read, by the schema of its kind, or over the content as a whole."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. A firm one can't be silenced; one without a check is checked before the content is a whole."""

    name: str
    severity: Severity
    text: str
    check: Check | None = None
    is_firm: bool = False
    stage: Stage = "content"

    @property
    def says(self) -> str:
        """Return the rule in one sentence."""
        return self.text.partition("\n\n")[0].replace("\n", " ")


def make_rule(check: Check, severity: Severity, *, is_firm: bool = False) -> Rule:
    """Return the rule that a function `check_some_name` checks; its docstring is the page."""
    name = check.__name__.removeprefix("check_").replace("_", "-")
    return Rule(name, severity, cleandoc(check.__doc__ or ""), check, is_firm)
