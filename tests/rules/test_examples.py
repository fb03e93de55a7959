"""Every rule has a page with a good and a bad example, and both are tried."""

from pathlib import Path

import pytest

from factsheet.rules import RULES
from factsheet.rules.pages import Example, read_page
from tests.rules.publications import check

WITHOUT = {"unreadable-file", "stale-editor-schema"}  # neither a link nor a generated file can be shown as text
EXAMPLES = [(name, example) for name, rule in RULES.items() for example in read_page(rule).examples]
GOOD = [(name, example) for name, example in EXAMPLES if example.is_good]
BAD = [(name, example) for name, example in EXAMPLES if not example.is_good]


def run(root: Path, example: Example) -> list[tuple[str, str, str]]:
    files = example.files
    assert files
    whole = frozenset(file.path for file in files if file.is_whole)
    checked = check(root, {file.path: file.text for file in files}, whole=whole)
    return [(each.rule, each.severity, each.message) for each in checked.diagnostics]


def test_every_rule_has_a_good_and_a_bad_example() -> None:
    for examples in (GOOD, BAD):
        names = [name for name, _ in examples]
        assert len(names) == len(set(names))
        assert set(names) == set(RULES) - WITHOUT


@pytest.mark.parametrize(("name", "example"), GOOD, ids=[name for name, _ in GOOD])
def test_a_good_example_has_no_fault(tmp_path: Path, name: str, example: Example) -> None:
    found = run(tmp_path, example)
    assert [each for each in found if each[0] == name or each[1] == "error"] == []


@pytest.mark.parametrize(("name", "example"), BAD, ids=[name for name, _ in BAD])
def test_a_bad_example_is_found(tmp_path: Path, name: str, example: Example) -> None:
    found = run(tmp_path, example)
    assert {severity for rule, severity, _ in found if rule == name} == {RULES[name].severity}, found


def test_a_page_says_what_the_rule_is_in_one_paragraph() -> None:
    assert len(RULES) > 80
    for name, rule in RULES.items():
        assert rule.name == name
        assert rule.says.endswith((".", "site.yaml` says otherwise.")), name
        assert len(rule.says) < 160, name
