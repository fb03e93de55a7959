"""The forms of a report that machines read, and what is common to all."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator

from factsheet.cli.reporting import report
from factsheet.cli.reports import REPORTERS
from factsheet.diagnostics import Diagnostic, Fix, Location, Severity

SARIF = json.loads((Path(__file__).parents[1] / "data/sarif-2.1.0.schema.json").read_text("utf-8"))
HTS = Location("content/groups/hts.yaml", 3, 1, 3, 5, ("nmae",))
MISSPELT = Diagnostic("unknown-field", "error", 'unknown field "nmae"', HTS, 'did you mean "name"?', Fix(HTS, "name"))
EVIL = "\x1b]0;x\x07\u202e ::error::x\r\n::warning::y %0A,:]]>&\"'<[a](1) ##[error]z \ufffe\x00\udc80"
ODD = Diagnostic("odd-rule", "warning", EVIL, Location(f"content/{EVIL}.yaml", 0), EVIL, related=(HTS,))


def many(severities: Sequence[str]) -> list[Diagnostic]:
    return [
        Diagnostic("a-rule", cast("Severity", s), f"number {n}", Location("content/a.yaml", n + 1, 1))
        for n, s in enumerate(severities)
    ]


def sarif_of(found: Sequence[Diagnostic]) -> dict[str, Any]:
    value = json.loads(report(found, Path("/nowhere"), form="sarif"))
    assert [error.message for error in Draft4Validator(SARIF).iter_errors(value)] == []
    run: dict[str, Any] = value["runs"][0]
    return run


def test_sarif_is_valid_and_counts_columns_in_code_points() -> None:
    run = sarif_of([MISSPELT, ODD, *many(["advice", "error"])])
    assert run["columnKind"] == "unicodeCodePoints"
    assert isinstance(run["results"], list)
    assert len(run["results"]) == 4


def test_the_schema_of_sarif_refuses_what_is_not_sarif() -> None:
    value = json.loads(report([MISSPELT], Path("/nowhere"), form="sarif"))
    value["runs"][0]["results"][0]["level"] = "grave"
    assert list(Draft4Validator(SARIF).iter_errors(value))


def test_a_result_has_its_rule_place_fix_and_a_fingerprint_that_ignores_lines() -> None:
    moved = Location("content/groups/hts.yaml", 9, 1, 9, 5, ("nmae",))
    results = [
        sarif_of([Diagnostic("unknown-field", "error", MISSPELT.message, at, fix=Fix(at, "name"))])["results"]
        for at in (HTS, moved)
    ]
    (first,), (second,) = results
    assert first["partialFingerprints"] == second["partialFingerprints"]
    assert first["ruleId"] == "unknown-field"
    assert first["level"] == "error"
    region = {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 5}
    assert first["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "content/groups/hts.yaml"}, "region": region}}
    ]
    assert first["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": region, "insertedContent": {"text": "name"}}
    ]


def test_sarif_tells_what_a_rule_is() -> None:
    driver = sarif_of([MISSPELT])["tool"]["driver"]
    assert driver["rules"][0]["id"] == "unknown-field"
    assert "field" in driver["rules"][0]["shortDescription"]["text"]


def test_a_path_is_an_address_in_sarif() -> None:
    odd = Diagnostic("r", "error", "m", Location("content/سقوط a%b.yaml"))
    (result,) = sarif_of([odd])["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "content/%D8%B3%D9%82%D9%88%D8%B7%20a%25b.yaml"}}


def test_github_gets_a_command_a_problem_the_gravest_first() -> None:
    text = report([*many(["advice", "warning"]), MISSPELT], Path("/nowhere"), form="github")
    assert text == (
        "::error file=content/groups/hts.yaml,line=3,col=1,endLine=3,endColumn=4,title=unknown-field::"
        'unknown field "nmae"; did you mean "name"?\n'
        "::warning file=content/a.yaml,line=2,col=1,title=a-rule::number 1\n"
        "::notice file=content/a.yaml,line=1,col=1,title=a-rule::number 0\n"
        "Found 1 error, 1 warning and 1 piece of advice in 2 files. 1 fixable with `factsheet check --fix`.\n"
    )


def test_github_sees_paths_from_its_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    text = report([MISSPELT], tmp_path / "sites/idlib", form="github")
    assert text.startswith("::error file=sites/idlib/content/groups/hts.yaml,line=3")


def test_junit_has_a_suite_a_file_and_fails_for_what_fails_the_run() -> None:
    text = report([MISSPELT, *many(["warning"])], Path("/nowhere"), form="junit")
    root = ET.fromstring(text)  # noqa: S314  # our own text
    assert root.attrib == {"name": "factsheet check", "tests": "2", "failures": "1"}
    assert [suite.get("name") for suite in root] == ["content/a.yaml", "content/groups/hts.yaml"]
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == 'unknown field "nmae"; did you mean "name"?'
    strict = report(many(["warning"]), Path("/nowhere"), form="junit", grave=frozenset(("error", "warning")))
    assert ET.fromstring(strict).get("failures") == "1"  # noqa: S314  # as above


def test_junit_without_problems_is_one_test_that_passed() -> None:
    root = ET.fromstring(report([], Path("/nowhere"), form="junit"))  # noqa: S314  # our own text
    assert root.attrib == {"name": "factsheet check", "tests": "1", "failures": "0"}
    assert len(root.findall(".//testcase")) == 1


@pytest.mark.parametrize("form", REPORTERS)
def test_no_form_lets_content_command_the_terminal_or_the_service(form: str) -> None:
    text = report([ODD], Path("/nowhere"), form=form)  # type: ignore[arg-type]  # parametrised
    assert not [c for c in text if c != "\n" and ord(c) < 32]
    if form != "json":  # in which nothing is changed
        assert not [c for c in text if c != "\n" and not c.isprintable()]
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::") and not line.startswith(" :::")]
    assert len(commands) == (1 if form == "github" else 0)
    assert not [line for line in commands if line.count("::") < 2]
    if form in {"full", "concise"}:
        assert "##[" not in text
    if form == "junit":
        ET.fromstring(text)  # noqa: S314  # our own text
    if form == "sarif":
        sarif_of([ODD])


@pytest.mark.parametrize("form", REPORTERS)
def test_every_form_is_the_same_in_any_order_and_says_each_problem_once(form: str) -> None:
    found = [MISSPELT, *many(["error", "advice", "warning"]), ODD]
    forwards = report(found, Path("/nowhere"), form=form)  # type: ignore[arg-type]  # parametrised
    assert forwards == report([*reversed(found), *found], Path("/nowhere"), form=form)  # type: ignore[arg-type]


def test_a_cap_keeps_the_gravest_in_their_order_and_says_so() -> None:
    found = many([*(["advice"] * 5), "warning", "error", "advice", "error"])
    text = report(found, Path("/nowhere"), form="concise", most=3)
    assert text == (
        "content/a.yaml:6:1: warning[a-rule]: number 5\n"
        "content/a.yaml:7:1: error[a-rule]: number 6\n"
        "content/a.yaml:9:1: error[a-rule]: number 8\n"
        "Shown: 3 of 9, the gravest; --all shows all.\n"
        "Found 2 errors, 1 warning and 6 pieces of advice in 1 file.\n"
    )


@pytest.mark.parametrize("form", ["json", "sarif", "junit"])
def test_machines_get_everything(form: str) -> None:
    found = many(["error"] * 9)
    text = report(found, Path("/nowhere"), form=form, most=3)  # type: ignore[arg-type]  # parametrised
    assert text.count('"number 8') + text.count(">content/a.yaml:9:1") + text.count('number 8"') >= 1


def test_json_holds_what_a_command_has_to_say_besides() -> None:
    value = json.loads(report([], Path("/nowhere"), form="json", more={"coverage": {"records": {}}}))
    assert list(value) == ["version", "diagnostics", "summary", "coverage"]


def test_a_file_whose_path_begins_with_colons_is_no_command() -> None:
    text = report([Diagnostic("r", "error", "m", Location("::error"))], Path("/nowhere"), form="concise")
    assert text.startswith("./::error: error[r]: m\n")
