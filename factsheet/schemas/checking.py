"""A document against the schema of its kind: valid, or what is wrong, each cause told once."""

import re
from collections.abc import Iterator
from dataclasses import replace

from factsheet.diagnostics import Diagnostic, Pointer, Severity, sort_diagnostics
from factsheet.encoding import encode
from factsheet.model import Document, Json
from factsheet.schemas.catalog import Kind, Schemas
from factsheet.schemas.explaining import explain_fieldless, explain_value
from factsheet.schemas.failures import Failure
from factsheet.schemas.fields import explain_empty, explain_fields
from factsheet.schemas.phrases import name_reading, show
from factsheet.schemas.picking import find_traits
from factsheet.schemas.problems import Problem
from factsheet.schemas.scene import Scene

_MAY_BE_FLOAT = re.compile(rb"[0-9](?:\.0|e[-+]?[0-9]+)[,}\]]")
OF_FIELDS = frozenset(("additionalProperties", "required", "dependentRequired"))


def check(document: Document, kind: Kind | str, schemas: Schemas) -> tuple[Diagnostic, ...]:
    """Return what the schema of `kind` has against a document, sorted by place; nothing where it is valid."""
    found = schemas.kind(kind) if isinstance(kind, str) else kind
    whole_floats = _find_whole_floats(document.value)
    if not whole_floats and schemas.is_valid(document.value, found):
        return ()
    scene = Scene(document, found, schemas)
    if not isinstance(document.value, dict):
        return (_explain_root(document, found),)
    failures = [*schemas.find_failures(document.value, found), *_refuse_floats(whole_floats, scene)]
    severity: Severity = "warning" if document.value.get("draft") is True else "error"
    problems = [*_explain(failures, scene)]
    return sort_diagnostics([_diagnose(problem, severity) for problem in _count(problems)])


def _explain(failures: list[Failure], scene: Scene) -> Iterator[Problem]:
    fields: dict[Pointer, list[Failure]] = {}
    values: dict[tuple[Pointer, str | None], list[Failure]] = {}
    for failure in failures:
        if failure.keyword in OF_FIELDS or _is_condition(failure):
            fields.setdefault(failure.pointer, []).append(failure)
        else:
            values.setdefault((failure.pointer, failure.name), []).append(failure)
    for pointer, found in fields.items():
        yield from explain_fields(pointer, found, scene)
    refused = {(*pointer, name) for pointer, name in values if name is not None}
    fieldless = {pointer for pointer, name in values if name is not None and _takes_no_fields(pointer, refused, scene)}
    yield from (explain_fieldless(pointer, scene) for pointer in sorted(fieldless, key=str))
    for (pointer, _), found in values.items():
        if pointer in refused or pointer in fieldless:
            continue
        yield explain_empty(pointer, scene) if scene.value(pointer) is None else explain_value(found, scene)


def _takes_no_fields(pointer: Pointer, refused: set[Pointer], scene: Scene) -> bool:
    """Tell whether a map stands where a text belongs: several keys, and not one of them a language."""
    value = scene.value(pointer)
    is_text = scene.picked(pointer).get("x-form") == "text"
    return is_text and isinstance(value, dict) and len(value) > 1 and all((*pointer, key) in refused for key in value)


def _is_condition(failure: Failure) -> bool:
    """Tell whether a choice is only about which fields are there."""
    branches = failure.params.get("value")
    if failure.keyword not in {"anyOf", "oneOf"} or not isinstance(branches, list):
        return False
    return all(isinstance(branch, dict) and set(branch) == {"required"} for branch in branches)


def _explain_root(document: Document, kind: Kind) -> Diagnostic:
    at = document.locate(())
    if document.value is None:
        return Diagnostic("empty-value", "error", "the record is empty", at, hint="write its fields, or take it out")
    required = kind.schema.get("required")
    field = str(required[0]) if isinstance(required, list) and required else "name"
    message = (
        f"a {kind.title.lower()} is a map of fields; {show(document.value)} is read as {name_reading(document.value)}"
    )
    return Diagnostic("wrong-type", "error", message, at, hint=f"begin with a line such as {field}: ...")


def _find_whole_floats(value: Json) -> list[Pointer]:
    """Return the places of numbers such as 2.0: JSON Schema takes them for integers, YAML and we do not."""
    found: list[Pointer] = []
    if not _MAY_BE_FLOAT.search(_write(value)):
        return found
    waiting: list[tuple[Pointer, Json]] = [((), value)]
    while waiting:
        pointer, inner = waiting.pop()
        if isinstance(inner, dict):
            waiting.extend(((*pointer, key), entry) for key, entry in inner.items() if not isinstance(entry, str))
        elif isinstance(inner, list):
            waiting.extend(
                ((*pointer, index), entry) for index, entry in enumerate(inner) if not isinstance(entry, str)
            )
        elif isinstance(inner, float) and inner.is_integer():
            found.append(pointer)
    return found


def _write(value: Json) -> bytes:
    """Return the value as JSON, in which a whole float has its .0: looking there is quicker than going through it."""
    try:
        return encode(value)
    except TypeError:  # half a character, which JSON can't hold
        return b":1.0,"


def _refuse_floats(pointers: list[Pointer], scene: Scene) -> Iterator[Failure]:
    for pointer in pointers:
        types = find_traits(scene.schema(pointer), scene.schemas.resolve).types
        if "integer" in types and "number" not in types:
            yield Failure("type", pointer, (), {"value": [*sorted(types)]})


def _count(problems: list[Problem]) -> Iterator[Problem]:
    """Yield the problems, those that say the same as one with the others' places beside it."""
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for number, problem in enumerate(problems):
        key = (problem.rule, problem.message, problem.hint, str(number) if problem.fix else "")
        alike.setdefault(key, []).append(problem)
    for found in alike.values():
        first, *others = sorted(found, key=lambda problem: problem.at)
        if others:
            places = "place" if len(others) == 1 else "places"
            message = f"{first.message}, here and in {len(others)} other {places}"
            related = (*first.related, *(problem.at for problem in others))
            first = replace(first, message=message, related=related)
        yield first


def _diagnose(problem: Problem, severity: Severity) -> Diagnostic:
    grave: Severity = severity if problem.rule == "missing-field" else "error"
    return Diagnostic(problem.rule, grave, problem.message, problem.at, problem.hint, problem.fix, problem.related)
