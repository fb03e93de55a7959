"""What the schema files take and refuse: good and bad records on disk, by two independent validators."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from factsheet.defaults import KINDS
from factsheet.loading import load
from tests.test_schema_files import ALL, FILES, PROPERTIES, Schema

EXAMPLES = Path(__file__).parent / "examples"
Failure = tuple[str, str]

REGISTRY: Registry[bool | Mapping[str, Any]] = Registry().with_resources(
    [(schema["$id"], Resource.from_contents(schema)) for schema in FILES.values()]
)
RUST_REGISTRY = jsonschema_rs.Registry([(schema["$id"], schema) for schema in FILES.values()])


def pointer(parts: object) -> str:
    return "".join(f"/{part}" for part in cast("list[str | int]", parts))


def python_failures(error: ValidationError) -> Iterator[Failure]:
    """Yield pointer and keyword of the error and, under a choice, of each branch's errors."""
    yield pointer(error.absolute_path), str(error.validator)
    for inner in error.context or ():
        yield from python_failures(inner)


def rust_failures(error: jsonschema_rs.ValidationError) -> Iterator[Failure]:
    """Yield the same from the other library, which wraps the error of a property's name."""
    kind = error.kind
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.PropertyNames):
        yield from rust_failures(kind.error)
        return
    keyword = "dependentRequired" if "dependentRequired" in error.schema_path else kind.name
    yield pointer(error.instance_path), keyword
    for branch in getattr(kind, "context", ()):
        for inner in branch:
            yield from rust_failures(inner)


def fail(schema: Schema, value: object) -> tuple[set[Failure], set[Failure], set[str]]:
    """Return all failures by each library, and the pointers of the outermost."""
    errors = list(Draft202012Validator(schema, registry=REGISTRY).iter_errors(value))
    ours = {failure for error in errors for failure in python_failures(error)}
    rust = jsonschema_rs.Draft202012Validator(schema, registry=RUST_REGISTRY)
    theirs = {failure for error in rust.iter_errors(value) for failure in rust_failures(error)}
    return ours, theirs, {pointer(error.absolute_path) for error in errors}


def read(path: Path) -> list[object]:
    reading = load(path.read_bytes(), path.name)
    assert reading.diagnostics == ()
    return [document.value for document in reading.documents]


VALID = sorted((EXAMPLES / "valid").glob("*.yaml"))
INVALID = sorted((EXAMPLES / "invalid-schema").glob("*.yaml"))


def kind_of(path: Path) -> str:
    return path.name.partition("-")[0]


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_good_record_passes(path: Path) -> None:
    for value in read(path):
        assert fail({"$ref": f"urn:factsheet:{kind_of(path)}"}, value) == (set(), set(), set())


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_a_bad_record_fails_for_its_reason_only(path: Path) -> None:
    found = re.match(r'# fails: (\w+) at "([^"]*)"\n', path.read_text(encoding="utf-8"))
    assert found
    keyword, place = found.groups()
    ours, theirs, outermost = fail({"$ref": f"urn:factsheet:{kind_of(path)}"}, read(path)[0])
    assert (place, keyword) in ours
    assert ours == theirs
    assert all(place == outer or (outer and place.startswith(f"{outer}/")) for outer in outermost)


def test_the_examples_use_every_property() -> None:
    """A property that no good example uses may refuse all values unnoticed: forbid each, and some example must fail."""
    assert {kind_of(path) for path in (*VALID, *INVALID)} == {*KINDS, "site"}
    values = [(kind_of(path), value) for path in VALID for value in read(path)]
    tried = 0
    for name, path, schema in PROPERTIES:
        word = path.rpartition("/")[2]
        if (schema.keys() == {"$ref"} and schema["$ref"].endswith((f"/{word}", f"/record_{word}"))) or word == "kind":
            continue  # the same in every map
        tried += 1
        kinds = {*KINDS, "site"} if name == "common" else {name}
        forbidden = forbid(name, path)
        passing = {kind: jsonschema_rs.Draft202012Validator(FILES[kind], registry=forbidden) for kind in kinds}
        if name in passing:
            passing[name] = jsonschema_rs.Draft202012Validator(forbid_in(FILES[name], path), registry=forbidden)
        assert not all(passing[kind].is_valid(value) for kind, value in values if kind in kinds), f"{name}{path}"
    assert tried > 150


def forbid_in(schema: Schema, path: str) -> Schema:
    """Return a copy of the schema in which nothing passes at `path`."""
    copy: Schema = json.loads(json.dumps(schema))
    *parents, last = path.split("/")[1:]
    inner: Any = copy
    for part in parents:
        inner = inner[int(part)] if isinstance(inner, list) else inner[part]
    inner[last] = False
    return copy


def forbid(name: str, path: str) -> jsonschema_rs.Registry:
    files = {**FILES, name: forbid_in(FILES[name], path)}
    return jsonschema_rs.Registry([(schema["$id"], schema) for schema in files.values()])


def test_every_example_in_a_schema_is_right() -> None:
    found = [(name, path, schema) for name, path, schema in ALL if "examples" in schema]
    assert len(found) > 50
    for name, path, schema in found:
        for example in schema["examples"]:
            assert fail(local(name, schema), example)[:2] == (set(), set()), f"{name}{path}"


def local(name: str, schema: Schema) -> Schema:
    """Return the schema with references that stand alone, outside its file."""
    text = json.dumps(schema).replace('"#/$defs/', f'"urn:factsheet:{name}#/$defs/')
    return cast("Schema", json.loads(text))


@pytest.mark.parametrize(
    "date",
    [
        *(
            "1985-04-12",
            "1985-04",
            1985,
            "-0333",
            "201X",
            "XXXX-12-XX",
            "1985-04-12T23:20:30Z",
            "2004-02-01T10:00:00+04:30",
        ),
        *("1984?", "2004-06~", "2004-%06-11", "?2004-06-~11", "Y-17E7", "Y171010000S3", "1950S2", "2001-21"),
        *("1964/2008", "1985-04-12/..", "../1985", "1985/", "/1985", "2004-06-~01/2004-06-~20"),
        *("[1667,1668,1670..1672]", "[..1760-12-03]", "[1760-12..]", "{1960,1961-12}", "{..1984}"),
    ],
)
def test_every_form_of_date_passes(date: str | int) -> None:
    assert fail({"$ref": "urn:factsheet:common#/$defs/date"}, date)[:2] == (set(), set())


@pytest.mark.parametrize(
    "text",
    ["yesterday", "28 January 2017", "Jan 2017", "2025-10-21..", "..", "2017-01-28 / 2017-02-03", "[2017", "2017\n"],
)
def test_what_is_no_date_in_any_editor_is_refused(text: str) -> None:
    ours, theirs, _ = fail({"$ref": "urn:factsheet:common#/$defs/date"}, text)
    assert theirs == {("", "pattern")}
    assert ours == theirs or text.endswith("\n")  # in Python `$` also stands before a last newline
