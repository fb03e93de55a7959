"""`factsheet explain`: the list of rules, and the page of one."""

import json

from factsheet.rules import RULES
from tests.conftest import Run
from tests.publication.built import ROOT


def test_all_rules_are_listed_with_severity_and_one_line(run: Run) -> None:
    result = run("explain")
    assert (result.code, result.err) == (0, "")
    lines = [line.split() for line in result.out.splitlines() if line.startswith("  ")]
    assert {line[1]: line[0] for line in lines} == {name: rule.severity for name, rule in RULES.items()}
    assert all(len(line) > 4 and line[-1].endswith(".") for line in lines)


def test_a_page_says_what_why_and_how_to_silence(run: Run) -> None:
    result = run("explain", "covers-after-said")
    assert result.code == 0
    assert result.out == (
        "error[covers-after-said]\n\n"
        "A number counts no days after it was given.\n\n"
        "If the report is of 29 November, the count can't run to 30 November: one of the two dates is wrong.\n\n"
        "Good:\n    # claims/nine-killed.yaml\n    said: 2012-03-05\n    covers: 2012-03-04/2012-03-05\n\n"
        "Bad:\n    # claims/nine-killed.yaml\n    said: 2012-03-05\n    covers: 2012-03-04/2012-03-06\n\n"
        "To silence one finding: `silence: {rule: covers-after-said, reason: ...}` in the record. To switch\n"
        "it off: `rules: {covers-after-said: off}` in `content/site.yaml`.\n"
    )


def test_an_unknown_rule_is_wrong_usage_with_the_nearest(run: Run) -> None:
    result = run("explain", "coverage-after-said")
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[0] == (
        'error: there is no rule "coverage-after-said"; did you mean "covers-after-said"?'
    )


def test_the_json_form_has_what_programs_need(run: Run) -> None:
    rules = json.loads(run("explain", "--format", "json").out)
    assert [rule["name"] for rule in rules] == sorted(RULES)
    assert rules[0].keys() == {"name", "severity", "stage", "firm", "says", "text"}


def test_check_ends_with_what_the_publication_holds(run: Run) -> None:
    result = run("-C", ROOT, "check", "--format", "json")
    assert json.loads(result.out)["coverage"]["records"]["dossier"] >= 1
