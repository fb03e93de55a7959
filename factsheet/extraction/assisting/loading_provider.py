"""An operator's own function as a provider: named as MODULE:CALLABLE, imported only then, called once with the text."""

import re
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, TypeVar

from factsheet.diagnostics import FactsheetError, did_you_mean

_T = TypeVar("_T")
_NAMED: Final = re.compile(r"(?P<module>[^\W\d]\w*(?:\.[^\W\d]\w*)*):(?P<name>[^\W\d]\w*)")


class ProviderError(FactsheetError):
    """A provider's own code failed. Exit code 1."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Function:
    """A provider that is a function from a text to answers."""

    name: str
    call: Callable[[str], object]

    def extract(self, text: str) -> object:
        """Return what the function answers. Raise ProviderError where it fails."""
        return _try(lambda: self.call(text), lambda told: ProviderError(f"the provider {self.name} failed: {told}"))


def load_function(spec: str) -> Function:
    """Return the provider of MODULE:CALLABLE. Raise FactsheetError where there is none."""
    match = _NAMED.fullmatch(spec)
    if match is None:
        raise FactsheetError(f"the provider {spec!r} is no MODULE:CALLABLE, such as ourmodel:answer")
    module = _try(
        lambda: import_module(match["module"]),
        lambda told: FactsheetError(f"the provider {spec} can't be imported: {told}"),
    )
    found: object = getattr(module, match["name"], None)
    if found is None:
        near = did_you_mean(match["name"], [each for each in vars(module) if not each.startswith("_")])
        raise FactsheetError(f"the module {match['module']} has no {match['name']}" + (f"; {near}" if near else ""))
    if not callable(found):
        raise FactsheetError(f"the provider {spec} can't be called: it is of type {type(found).__name__}")
    return Function(spec, found)


def _try(action: Callable[[], _T], complain: Callable[[str], FactsheetError]) -> _T:
    """Return what an operator's own code gives. Whatever it raises is its failure and no bug of ours."""
    try:
        return action()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise complain(_tell(error)) from error


def _tell(error: BaseException) -> str:
    """Return an error in one line, with the place in the operator's own code; an error may fail to print itself."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [each for each in frames if each.filename != __file__ and not each.filename.startswith("<")]
    text = str(traceback.TracebackException.from_exception(error))
    message = " ".join(f"{type(error).__name__}: {text}".split())
    is_missing = isinstance(error, ModuleNotFoundError)
    return message if is_missing or not own else f"{message} ({own[-1].filename}:{own[-1].lineno})"
