"""An operator's own function as a provider: named as MODULE:CALLABLE, imported only then, called once with the text."""

import re
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from factsheet.diagnostics import FactsheetError, did_you_mean

_NAMED: Final = re.compile(r"(?P<module>[^\W\d]\w*(?:\.[^\W\d]\w*)*):(?P<name>[^\W\d]\w*)")
_FAILURES: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    NameError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What ordinary code fails with; a failure of the network is an OSError."""


@dataclass(frozen=True, slots=True)
class Function:
    """A provider that is a function from a text to answers."""

    name: str
    call: Callable[[str], object]

    def extract(self, text: str) -> object:
        """Return what the function answers. Raise FactsheetError where it fails."""
        try:
            return self.call(text)
        except _FAILURES as error:
            raise FactsheetError(f"the provider {self.name} failed: {_tell(error)}") from error


def load_function(spec: str) -> Function:
    """Return the provider of MODULE:CALLABLE. Raise FactsheetError where there is none."""
    match = _NAMED.fullmatch(spec)
    if match is None:
        raise FactsheetError(f"the provider {spec!r} is no MODULE:CALLABLE, such as ourmodel:answer")
    try:
        module = import_module(match["module"])
    except _FAILURES as error:
        raise FactsheetError(f"the provider {spec} can't be imported: {_tell(error)}") from error
    found: object = getattr(module, match["name"], None)
    if found is None:
        near = did_you_mean(match["name"], [each for each in vars(module) if not each.startswith("_")])
        raise FactsheetError(f"the module {match['module']} has no {match['name']}" + (f"; {near}" if near else ""))
    if not callable(found):
        raise FactsheetError(f"the provider {spec} can't be called: it is of type {type(found).__name__}")
    return Function(spec, found)


def _tell(error: BaseException) -> str:
    """Return an error in one line, with the place in the operator's own code."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [each for each in frames if each.filename != __file__ and not each.filename.startswith("<")]
    message = " ".join(f"{type(error).__name__}: {error}".split())
    is_missing = isinstance(error, ModuleNotFoundError)
    return message if is_missing or not own else f"{message} ({own[-1].filename}:{own[-1].lineno})"
