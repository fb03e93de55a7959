"""The JSON Schema Test Suite's required cases of 2020-12, through our own wrapper, with both libraries.

A case's schema stands where a publication's own would: as the schema of a property of a kind. What the wrapper refuses
to use is refused when the schemas are read, for a reason that is told; everything else must come out as the suite says.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from factsheet.diagnostics import FactsheetError
from factsheet.model import Object
from factsheet.schemas import Schemas
from factsheet.schemas.catalog import MakeEngine
from factsheet.schemas.fast_engine import FastEngine
from factsheet.schemas.plain_engine import PlainEngine
from factsheet.schemas.reading import SchemaFile
from factsheet.schemas.shape import change_schemas
from factsheet.schemas.vetting import vet_files

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "data/json-schema-test-suite.jsonl").read_text("utf-8").splitlines()
]
HERE = "urn:factsheet:case"


def make_file(schema: Any) -> SchemaFile:  # noqa: ANN401  # whatever the suite has
    moved = change_schemas(schema, move)
    kind: Object = {"type": "object", "properties": {"value": moved}}
    return SchemaFile("case", HERE, Path("case.schema.json"), kind, is_ours=False)


def move(node: Object) -> Object:
    """Return a schema whose references to the whole lead to where it stands now."""
    target = node.get("$ref")
    if isinstance(target, str) and (target == "#" or target.startswith("#/")):
        return {**node, "$ref": f"{HERE}#/properties/value{target[1:]}"}
    return node


def compile_case(schema: Any, engine: MakeEngine) -> Schemas:  # noqa: ANN401  # as above
    files = {"case": make_file(schema)}
    vet_files(files)
    return Schemas(files, engine)


@dataclass(frozen=True)
class Outcome:
    right: int
    wrong: list[str]
    refused: dict[str, str]


def run(engine: MakeEngine) -> Outcome:
    right, wrong, refused = 0, [], {}
    for case in CASES:
        name = f"{case['file']}: {case['case']}"
        try:
            schemas = compile_case(case["schema"], engine)
        except FactsheetError as refusal:
            refused[name] = str(refusal)
            continue
        for description, value, is_valid in case["tests"]:
            if schemas.is_valid({"value": value}, schemas.kind("case")) == is_valid:
                right += 1
            else:
                wrong.append(f"{name}: {description}")
    return Outcome(right, wrong, refused)


DIFFERENT = [
    # Formats that we test are always tested, not only noted: a mistyped address is an error.
    "format: uri format: invalid uri string is only an annotation by default",
    # Schemas are JSON Schema 2020-12; a `$schema` that names another dialect counts at the top only, and is refused.
    (
        "vocabulary: schema that uses custom metaschema with with no validation vocabulary: "
        "no validation: invalid number, but it still validates"
    ),
]

UNUSED = (
    # What a kind may have stands in its schema, flat: a checker of parts can't tell a misspelt field.
    "unevaluatedItems", "unevaluatedProperties",
    # A reference names one place; what it leads to can be read off without running anything.
    "$dynamicAnchor", "$dynamicRef",
    # Annotations of encoded text, which no field is.
    "contentEncoding", "contentMediaType",
)  # fmt: skip

ELSEWHERE = {"anchor", "defs", "dynamicRef", "ref", "refRemote", "unevaluatedItems", "unevaluatedProperties"}
"""Where cases lead to another address, to an `$anchor`, by an `$id` inside, or by a pointer into a list or with `%`:
nothing is fetched, and a reference is the address of a file and a plain pointer."""


@pytest.mark.parametrize("engine", [FastEngine, PlainEngine])
def test_each_case_comes_out_right_or_is_refused_for_a_reason(engine: MakeEngine) -> None:
    outcome = run(engine)
    assert outcome.wrong == DIFFERENT
    assert outcome.right == 919
    assert len(outcome.refused) == 132
    for name, reason in outcome.refused.items():
        is_unused = any(f'"{keyword}" is not a keyword that is used here' in reason for keyword in UNUSED)
        leads_away = "leads to no schema here; nothing is fetched" in reason and name.partition(":")[0] in ELSEWHERE
        assert is_unused or leads_away, f"{name}: {reason}"


def test_the_suite_is_whole() -> None:
    assert len(CASES) == 368
    assert sum(len(case["tests"]) for case in CASES) == 1257
