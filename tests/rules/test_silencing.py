"""Severities in site.yaml, and findings silenced in place."""

import json
from pathlib import Path

import pytest

from tests.conftest import MakeProject, Run
from tests.rules.publications import check, find, places

GROUP = "groups/red-hill.yaml"
CHARGED = "note: The regime fell.\nrejected: The regime says so.\n"


def say(root: Path, files: dict[str, str]) -> list[tuple[str, str, int]]:
    found = check(root, files).diagnostics
    return [(each.rule, each.severity, each.at.line) for each in found if each.rule != "unused-source"]


@pytest.mark.parametrize("severity", ["advice", "warning", "error"])
def test_site_yaml_says_how_grave_a_rule_is(tmp_path: Path, severity: str) -> None:
    files = {"site.yaml": f"rules: {{charged-term: {severity}}}\n", GROUP: CHARGED}
    assert say(tmp_path, files) == [("charged-term", severity, 1), ("charged-term", severity, 2)]


def test_site_yaml_switches_a_rule_off(tmp_path: Path) -> None:
    assert say(tmp_path, {"site.yaml": "rules: {charged-term: off}\n", GROUP: CHARGED}) == []


def test_what_is_mild_in_a_draft_stays_mild(tmp_path: Path) -> None:
    draft = {GROUP: "name: A\ntype: party\nas_of: 2020\nfounded: 2012\ndraft: true\n"}
    site = {"site.yaml": "title: T\npublisher: D\nrules: {statement-without-source: error}\n"}
    found = check(tmp_path, {**site, **draft}, whole=frozenset({GROUP})).diagnostics
    assert [(each.rule, each.severity) for each in found] == [("statement-without-source", "warning")]


@pytest.mark.parametrize(
    ("place", "left"),
    [
        ("at: note, ", [("charged-term", "warning", 2)]),
        ("at: rejected, ", [("charged-term", "warning", 1)]),
        ("", []),
        (
            "at: no, ",
            [("charged-term", "warning", 1), ("charged-term", "warning", 2), ("unused-silence", "warning", 3)],
        ),
    ],
)
def test_a_finding_is_silenced_where_it_is(tmp_path: Path, place: str, left: list[tuple[str, str, int]]) -> None:
    silence = f"silence: {{rule: charged-term, {place}reason: It calls itself so.}}\n"
    assert say(tmp_path, {GROUP: CHARGED + silence}) == left


def test_entries_of_a_list_are_counted_from_one(tmp_path: Path) -> None:
    text = (
        "people:\n  - {person: anna-hill, role: leader, note: The regime.}\n"
        "  - {person: anna-hill, role: member, note: The regime.}\n"
        "silence: {rule: charged-term, at: people.2.note, reason: So it is called.}\n"
    )
    assert say(tmp_path, {GROUP: text}) == [("charged-term", "warning", 2)]


def test_only_the_record_itself_is_silenced_in_a_file_of_several(tmp_path: Path) -> None:
    silence = "silence: {rule: charged-term, reason: It calls itself so.}\n"
    files = {"groups/hills.yaml": f"id: one\nnote: The regime.\n{silence}---\nid: two\nnote: The regime.\n"}
    found = find(tmp_path, "charged-term", files)
    assert [each.at.pointer for each in found] == [("note",)]
    assert found[0].at.line > 5


@pytest.mark.parametrize(
    ("rule", "found", "hint"),
    [
        ("charged-terms", "unknown-rule", 'did you mean "charged-term"?'),
        ("dangling-reference", "firm-rule", "put right what it finds"),
        ("missing-field", "firm-rule", "put right what it finds"),
    ],
)
def test_a_silence_that_can_never_work_is_an_error(tmp_path: Path, rule: str, found: str, hint: str) -> None:
    silence = f"silence: {{rule: {rule}, reason: Because.}}\n"
    told = [each for each in check(tmp_path, {GROUP: silence}).diagnostics if each.severity == "error"]
    assert [(each.rule, each.hint) for each in told] == [(found, hint)]
    assert places(told) == [f"{GROUP}:1:17"]


def test_a_firm_rule_stays_an_error_whatever_is_written(tmp_path: Path) -> None:
    files = {
        "site.yaml": "rules: {dangling-reference: off}\n",
        GROUP: "part_of: nobody\nsilence: {rule: dangling-reference, reason: Because.}\n",
    }
    assert say(tmp_path, files) == [
        ("dangling-reference", "error", 1),
        ("firm-rule", "error", 2),
        ("firm-rule", "error", 1),
    ]


def test_a_silence_of_a_rule_that_is_off_is_not_called_unused(tmp_path: Path) -> None:
    files = {
        "site.yaml": "rules: {charged-term: off}\n",
        GROUP: "silence: {rule: charged-term, reason: It calls itself so.}\n",
    }
    assert say(tmp_path, files) == []


def test_silences_and_captures_are_never_published(make_project: MakeProject, run: Run) -> None:
    group = "name: A\ntype: party\nas_of: 2020\nnote: The regime.\ncite: gazette\n"
    silence = "silence: {rule: charged-term, reason: A remark for editors alone.}\n"
    root = make_project(
        {
            "content/captures/gazette.txt": "A captured text.",
            "content/site.yaml": "title: T\npublisher: D\n",
            "content/groups/a.yaml": group + silence,
            "content/sources/gazette.yaml": "title: G\npublisher: P\nclass: media\npublished: 2012\nurl: unknown\n",
        }
    )
    assert run("-C", root, "build", "--to", "html,json").code == 0
    data = json.loads((root / "public/groups/a.json").read_bytes())["data"]
    assert data["note"] == {"en": "The regime."}
    assert "silence" not in data
    files = [path for path in (root / "public").rglob("*") if path.is_file()]
    assert len(files) > 5
    for words in (b"for editors alone", b"A captured text"):
        assert [path for path in files if words in path.read_bytes()] == []
