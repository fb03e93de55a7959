"""What a schema has against a value, in one form whichever library found it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factsheet.diagnostics import Pointer
from factsheet.encoding import encode
from factsheet.model import Json, Object


@dataclass(frozen=True, slots=True)
class Failure:
    """One keyword of a schema that a value does not satisfy.

    `pointer` is the place of the value, `schema_pointer` that of the keyword, without the steps through `$ref`.
    `params` has the keyword's own `value` and, where a field or key is the matter, its name as `property`.
    """

    keyword: str
    pointer: Pointer
    schema_pointer: Pointer
    params: Object

    @property
    def name(self) -> str | None:
        """The name of the field or key it is about, which may be empty; None where it is about the value."""
        name = self.params.get("property")
        return name if isinstance(name, str) else None


@dataclass(frozen=True, slots=True)
class Finding:
    """A failure as a library tells it, with those of each branch where it is about a choice."""

    keyword: str
    pointer: Pointer
    schema_pointer: Pointer
    value: Json
    property: str | None = None
    branches: tuple[tuple["Finding", ...], ...] = field(default=())


PickBranch = Callable[[Sequence[Json], Json], int | None]
"""From the branches of a choice and a value: the number of the branch that was meant."""

Look = Callable[[Pointer], Json]
"""The value at a place in the document."""


def flatten(findings: Iterable[Finding], look: Look, pick: PickBranch) -> tuple[Failure, ...]:
    """Return the failures behind `findings`, each once, those of a choice being those of the branch that was meant."""
    found: dict[bytes, Failure] = {}
    for failure in _flatten(findings, look, pick):
        key = encode([failure.keyword, list(failure.pointer), list(failure.schema_pointer), failure.name])
        found.setdefault(key, failure)
    return tuple(found[key] for key in sorted(found))


def _flatten(findings: Iterable[Finding], look: Look, pick: PickBranch) -> Iterator[Failure]:
    for finding in findings:
        value = look(finding.pointer)
        branch = _meant_branch(finding, value, pick)
        if branch:
            yield from _flatten(branch, look, pick)
        else:
            yield from _expand(finding, value)


def _meant_branch(finding: Finding, value: Json, pick: PickBranch) -> tuple[Finding, ...]:
    if finding.keyword not in {"anyOf", "oneOf"} or not isinstance(finding.value, list):
        return ()
    index = pick(finding.value, value)
    return finding.branches[index] if index is not None and index < len(finding.branches) else ()


def _expand(finding: Finding, value: Json) -> Iterator[Failure]:
    """Yield a failure for each field that is missing or too much: the libraries count them in different ways."""
    for name in _names(finding, value):
        params: Object = {"value": finding.value, **({} if name is None else {"property": name})}
        yield Failure(finding.keyword, finding.pointer, finding.schema_pointer, params)


def _names(finding: Finding, value: Json) -> Sequence[str | None]:
    wanted = finding.value
    if isinstance(value, dict):
        if finding.keyword == "required" and isinstance(wanted, list):
            return [str(name) for name in wanted if name not in value]
        if finding.keyword == "dependentRequired" and isinstance(wanted, dict):
            needs = [names for key, names in wanted.items() if key in value and isinstance(names, list)]
            return [str(name) for names in needs for name in names if name not in value]
    return [finding.property]
