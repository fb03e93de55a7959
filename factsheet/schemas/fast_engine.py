"""jsonschema-rs: the engine that checks documents where it can be installed. This is the library's only home."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import jsonschema_rs

from factsheet.diagnostics import Pointer
from factsheet.model import Json, Object
from factsheet.schemas.failures import Finding
from factsheet.schemas.shape import follow, read_pointer

_NUMBER = re.compile(r"\+?[0-9]+")

Tests = Mapping[str, Callable[[str], bool]]


class FastEngine:
    """A compiled schema. Never looks anything up outside the schemas it was given."""

    def __init__(self, uri: str, schemas: Mapping[str, Json], tests: Tests) -> None:
        self._schemas, self._tests, self._uri = schemas, tests, uri
        self._is_misread = any(_is_misread(schema) for schema in schemas.values())
        self._root: Object = {"$ref": uri}
        registry = jsonschema_rs.Registry(list(schemas.items()), retriever=_refuse)
        self._validator = jsonschema_rs.Draft202012Validator(
            self._root, registry=registry, retriever=_refuse, formats=dict(tests), validate_formats=True
        )

    def is_valid(self, value: Json) -> bool:
        """Tell whether the value satisfies the schema; raises ValueError for what is no JSON."""
        return self._validator.is_valid(value)

    def find(self, value: Json) -> Iterator[Finding]:
        """Yield what the schema has against the value.

        jsonschema-rs tells keys such as `007` as numbers and leaves empty ones out, so that the place is lost. Where
        there are any, the other library looks for the failures.
        """
        if self._is_misread or _is_misread(value):
            from factsheet.schemas.plain_engine import PlainEngine  # noqa: PLC0415  # slow to import, seldom needed

            yield from PlainEngine(self._uri, self._schemas, self._tests).find(value)
            return
        for error in self._validator.iter_errors(value):
            yield from self._read(error)

    def _read(self, error: Any) -> Iterator[Finding]:  # noqa: ANN401  # the library's own classes, read only here
        kind = error.kind
        if kind.name == "propertyNames":
            yield self._read_property_name(error)
            return
        path: Pointer = tuple(error.evaluation_path)
        contexts = getattr(kind, "context", None) or ()
        branches = tuple(tuple(found for inner in errors for found in self._read(inner)) for errors in contexts)
        for name in getattr(kind, "unexpected", None) or (None,):
            yield Finding(
                str(path[-1]), tuple(error.instance_path), _shorten(path), self._keyword_value(path), name, branches
            )

    def _read_property_name(self, error: Any) -> Finding:  # noqa: ANN401  # as above
        inner = error.kind.error
        path: Pointer = tuple(inner.evaluation_path)
        at = path[: len(path) - path[::-1].index("propertyNames")]
        name = str(inner.instance)
        return Finding("propertyNames", tuple(error.instance_path), _shorten(at), self._keyword_value(at), name)

    def _keyword_value(self, path: Pointer) -> Json:
        node: Json = self._root
        for step in path:
            if step == "$ref" and isinstance(node, dict):
                uri, _, fragment = str(node["$ref"]).partition("#")
                node = follow(self._schemas[uri], read_pointer(fragment))
            else:
                node = follow(node, (step,))
        return node


def _is_misread(value: Json) -> bool:
    """Tell whether a key anywhere in `value` is empty or a number to jsonschema-rs."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, dict):
            if any(not key or _NUMBER.fullmatch(key) for key in inner):
                return True
            waiting.extend(inner.values())
        elif isinstance(inner, list):
            waiting.extend(inner)
    return False


def _refuse(uri: str) -> Json:
    raise LookupError(uri)


def _shorten(path: Pointer) -> Pointer:
    return tuple(step for step in path if step != "$ref")
