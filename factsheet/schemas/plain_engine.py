"""jsonschema: checks every schema an operator brings, and documents where jsonschema-rs can't be installed.

This is the only home of `jsonschema` and what comes with it. No registry here retrieves anything.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.validators import extend
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]  # it has no types
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from factsheet.diagnostics import Pointer
from factsheet.model import Json, Object
from factsheet.schemas.failures import Finding

Tests = Mapping[str, Callable[[str], bool]]
Errors = Iterator[ValidationError]


class PlainEngine:
    """A schema with all it refers to. Never looks anything up outside the schemas it was given."""

    def __init__(self, uri: str, schemas: Mapping[str, Json], tests: Tests) -> None:
        resources = [(key, DRAFT202012.create_resource(schema)) for key, schema in schemas.items()]
        registry: Registry[Any] = Registry().with_resources(resources)
        self._validator = _Validator({"$ref": uri}, registry=registry, format_checker=_make_checker(tests))

    def is_valid(self, value: Json) -> bool:
        """Tell whether the value satisfies the schema."""
        return bool(self._validator.is_valid(value))

    def find(self, value: Json) -> Iterator[Finding]:
        """Yield what the schema has against the value."""
        for error in self._validator.iter_errors(value):
            yield from _read(error)


def find_schema_flaw(schema: Json) -> tuple[Pointer, Json] | None:
    """Return the place and the value in `schema` that JSON Schema 2020-12 itself does not allow."""
    validator = Draft202012Validator(Draft202012Validator.META_SCHEMA, registry=REGISTRY)
    error = best_match(validator.iter_errors(schema))
    return (tuple(error.absolute_path), cast("Json", error.instance)) if error else None


def _read(error: ValidationError) -> Iterator[Finding]:
    path: Pointer = tuple(step for step in error.absolute_schema_path if step != "$ref")
    keyword = str(path[-1]) if path else str(error.validator)
    is_named = isinstance(error.validator_value, _Names)
    names: Sequence[str | None] = cast("list[str]", error.instance) if is_named else (None,)
    for name in names:
        yield Finding(keyword, tuple(error.absolute_path), path, _value(error), name, _branches(error))


def _value(error: ValidationError) -> Json:
    value = error.validator_value
    return cast("Json", value.value if isinstance(value, _Names) else value)


def _branches(error: ValidationError) -> tuple[tuple[Finding, ...], ...]:
    if error.validator not in {"anyOf", "oneOf"}:
        return ()
    branches: list[list[Finding]] = [[] for _ in cast("list[Json]", error.validator_value)]
    for inner in error.context or ():
        branches[cast("int", inner.relative_schema_path[0])].extend(_read(inner))
    return tuple(tuple(branch) for branch in branches)


class _Names:
    """A keyword's value in an error whose `instance` is the names it is about."""

    def __init__(self, value: Json) -> None:
        self.value = value


def _name_error(names: list[str], value: Json) -> ValidationError:
    return ValidationError("", instance=names, validator_value=_Names(value))


def _check_pattern(_validator: object, pattern: str, instance: Json, _schema: Json) -> Errors:
    if isinstance(instance, str) and not re.search(end_strictly(pattern), instance):
        yield ValidationError("")


def _check_names(validator: Any, names: Object, instance: Json, _schema: Json) -> Errors:  # noqa: ANN401  # jsonschema's own type
    if isinstance(instance, dict):
        bad = [name for name in instance if not validator.evolve(schema=names).is_valid(name)]
        if bad:
            yield _name_error(bad, names)


def _check_extras(validator: Any, extra: Json, instance: Json, schema: Object) -> Errors:  # noqa: ANN401  # jsonschema's own type
    if not isinstance(instance, dict):
        return
    known = cast("Object", schema.get("properties", {}))
    patterns = [end_strictly(pattern) for pattern in cast("Object", schema.get("patternProperties", {}))]
    extras = [name for name in instance if name not in known and not any(re.search(p, name) for p in patterns)]
    if extra is False and extras:
        yield _name_error(extras, extra)
    elif isinstance(extra, dict):
        for name in extras:
            yield from validator.descend(instance[name], extra, path=name)


def end_strictly(pattern: str) -> str:
    r"""Return `pattern` with each `$` that ends a text as `\Z`: in Python `$` also stands before a last line end."""
    parts = re.findall(r"\\.|\[(?:\\.|[^\]\\])*\]|.", pattern, re.DOTALL)
    return "".join(r"\Z" if part == "$" else part for part in parts)


def _make_checker(tests: Tests) -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, test in tests.items():
        checker.checks(name)(_for_strings(test))
    return checker


def _for_strings(test: Callable[[str], bool]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or test(value)


_Validator = extend(  # type: ignore[no-untyped-call]  # typed in no release yet
    Draft202012Validator,
    {"additionalProperties": _check_extras, "pattern": _check_pattern, "propertyNames": _check_names},
)
