"""The list of rules is whole, and docs/rules.md is in step with it."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factsheet
from factsheet.resolution import resolve
from factsheet.rules import RULES, Content, check_content
from factsheet.rules.pages import read_page, write_markdown
from factsheet.schemas import Schemas
from tests.rules.publications import check

PACKAGE = Path(factsheet.__file__).parent
PAGE = PACKAGE.parent / "docs/rules.md"
BEFORE_THE_RULES = ("loading", "project", "resolution", "schemas")
CALLS = {"Diagnostic", "Problem", "add", "_add", "_Cause", "_report", "report"}
RULE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def list_reported(tree: ast.Module) -> set[str]:
    """Return the rules that a module names: in calls that report, and in tables whose values begin with one."""
    found: set[str] = set()
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            parts = node.args[:2] if name in CALLS else []
        elif isinstance(node, ast.Dict):
            tables = [each.elts[0] for each in node.values if isinstance(each, ast.Tuple) and each.elts]
            parts = [*tables, *(each for each in node.values if isinstance(each, ast.Constant))]
        words = {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
        found |= {word for word in words if RULE.fullmatch(word)}
    return found


def test_every_rule_that_is_reported_has_a_page() -> None:
    paths = [path for part in BEFORE_THE_RULES for path in (PACKAGE / part).glob("*.py")]
    reported = set().union(*(list_reported(ast.parse(path.read_text("utf-8"))) for path in paths))
    assert len(reported) > 35
    assert reported - RULES.keys() == set()
    assert {name for name, rule in RULES.items() if rule.stage != "content"} - reported <= {"out-of-range"}


def test_a_reported_rule_without_a_page_is_seen() -> None:
    tree = ast.parse('problems.add("yaml-new", x)\nT = {"a": ("new-table", 1), "b": "new-word"}\nf("no-rule")\n')
    assert list_reported(tree) == {"yaml-new", "new-table", "new-word"}


def test_the_page_of_rules_is_in_step() -> None:
    assert PAGE.read_text("utf-8") == write_markdown(RULES), "factsheet explain --format md > docs/rules.md"


def test_a_firm_rule_says_so_on_its_page() -> None:
    assert read_page(RULES["dangling-reference"]).silencing == "It can't be switched off or silenced."
    assert "silence: {rule: charged-term, reason: ...}" in read_page(RULES["charged-term"]).silencing
    assert "silence:" not in read_page(RULES["unexpected-count"]).silencing


@pytest.fixture(scope="module")
def schemas() -> Schemas:
    return Schemas.read((PACKAGE.parent / "schemas",))


def test_no_content_gives_no_findings(schemas: Schemas) -> None:
    corpus, _ = resolve([], schemas)
    assert check_content(Content(corpus, schemas, {})) == ()


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, NAMES)
def test_any_text_is_checked_at_a_place_in_its_file(tmp_path: Path, name: str, note: str) -> None:
    def quoted(text: str) -> str:
        return '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'

    text = f"name: {{en: {quoted('x' + name)}, ru: {quoted(note + 'x')}}}\nnote: {quoted(note + 'x')}\n"
    found = check(tmp_path, {"groups/red-hill.yaml": text}).diagnostics
    assert {each.at.line for each in found if each.at.path.endswith("red-hill.yaml")} <= {1, 2, 3, 4, 5, 6}
