"""What a publication holds, and what is expected of it."""

from pathlib import Path

import pytest

from factsheet.building.checking import summarise
from factsheet.rules import measure
from tests.rules.publications import check, find, places

FILES = {
    "site.yaml": "languages: [en, ru]\nreview_every: P1Y\n",
    "groups/red-hill.yaml": (
        "name: {en: Hill, ru: Холм}\nfounded: {value: 2011, cite: gazette}\ndissolved: 2012\nreviewed: 2020\n"
    ),
    "groups/red-front.yaml": "name: {en: Front}\nreviewed: {date: 2020, due: 2999}\n",
    "groups/old-league.yaml": "draft: true\n",
    "groups/watch.yaml": "embargo: 2999-01-01T00:00:00Z\n",
    "claims/nine.yaml": "about: red-hill\nclaimant: red-hill\n",
}


def test_the_coverage_counts_what_is_published(tmp_path: Path) -> None:
    coverage = summarise(check(tmp_path, FILES, today="2026-11-25"))
    assert coverage.as_object() == {
        "records": {"claim": 1, "group": 2, "source": 1},
        "held_back": {"draft": 1, "embargoed": 1, "broken": 0},
        "statements": {"total": 3, "own_source": 2, "source_of_record": 1, "no_source": 0},
        "reviews": {"today": "2026-11-25", "reviewed": 2, "overdue": 1},
        "translations": {"translatable": 3, "missing": {"en": 0, "ru": 1}},
    }


def test_what_has_no_source_is_counted(tmp_path: Path) -> None:
    text = "name: Hill\ntype: party\nas_of: 2020\nfounded: 2011\ndissolved: {value: 2012, cite: gazette}\n"
    checked = check(tmp_path, {"groups/red-hill.yaml": text}, whole=frozenset({"groups/red-hill.yaml"}))
    coverage = measure(checked.content)
    assert (coverage.statements, coverage.sourced, coverage.unsourced) == (2, 1, 1)


@pytest.mark.parametrize(
    ("expect", "message"),
    [
        ("{group: 2}", "2 of the kind group are expected, and there is 1"),
        ("{group: at least 2}", "at least 2 of the kind group are expected, and there is 1"),
        ("{source: 0}", "0 of the kind source are expected, and there is 1"),
        ("{dossier: 1 to 3}", "1 to 3 of the kind dossier are expected, and there are 0"),
        ("{grup: 1}", 'there is no kind "grup" to count'),
        ("{group: 1, source: at most 5, sourced: 100}", ""),
    ],
)
def test_counts_that_are_not_met_are_placed_in_the_settings(tmp_path: Path, expect: str, message: str) -> None:
    found = find(tmp_path, "unexpected-count", {"site.yaml": f"expect: {expect}\n", "groups/red-hill.yaml": ""})
    assert [each.message for each in found] == [message] * bool(message)
    column = 10 + expect.index(":") + 1
    assert places(found) == [f"site.yaml:1:{column}"] * bool(message)


def test_a_demand_for_sources_is_checked(tmp_path: Path) -> None:
    files = {
        "site.yaml": "title: T\npublisher: D\nexpect: {sourced: 60}\n",
        "groups/red-hill.yaml": (
            "name: Hill\ntype: party\nas_of: 2020\nfounded: 2011\ndissolved: {value: 2012, cite: gazette}\n"
        ),
    }
    found = check(tmp_path, files, whole=frozenset({"groups/red-hill.yaml"})).diagnostics
    assert [each.message for each in found if each.rule == "unexpected-count"] == [
        "1 of 2 statements have a source; 60 of 100 are expected"
    ]


def test_nothing_is_counted_while_a_record_is_broken(tmp_path: Path) -> None:
    files = {"site.yaml": "expect: {group: 2}\n", "groups/a.yaml": "", "groups/b.yaml": "name: [\n"}
    assert find(tmp_path, "unexpected-count", files) == []
