"""Dates in the wrong order, too late, overlapping, overdue."""

from pathlib import Path

import pytest

from tests.rules.publications import check, find, places

GROUP = "groups/red-hill.yaml"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("founded: 2012\ndissolved: 2011\n", "2:12"),
        ("founded: [2013, {value: 2010, rejected: A misprint.}]\ndissolved: 2011\n", "2:12"),
        ("affiliations: {group: red-front, type: hosts, from: 2013, until: 2012}\n", "1:66"),
        ("part_of: [{group: red-front, from: 2013-02, until: 2013-01}]\n", "1:52"),
        ("designations: {authority: watch, listed: 2013-02-02, removed: 2013-02-01}\n", "1:63"),
        ("lineage: {type: split, groups: red-front, date: 2013, until: 2012}\n", "1:62"),
        ("names: {name: Old, from: 2013, until: 2012}\n", "1:39"),
    ],
)
def test_an_end_before_the_start_is_placed_at_the_end(tmp_path: Path, text: str, place: str) -> None:
    assert places(find(tmp_path, "reversed-dates", {GROUP: text})) == [f"{GROUP}:{place}"]


@pytest.mark.parametrize(
    "text",
    [
        "founded: 2012\ndissolved: 2012\n",
        "founded: [2013, 2010]\ndissolved: 2011\n",
        "founded: 2012-06\ndissolved: 2012\n",
        "founded: [2013, unknown]\ndissolved: 2011\n",
        "founded: 2013\ndissolved: [2011, none]\n",
        'founded: 2013\ndissolved: "[2011..]"\n',
        "founded: 2013\ndissolved: none\n",
        'founded: "-0300"\ndissolved: "-0200"\n',
        "affiliations: {group: red-front, type: hosts, from: 2013, until: 2012, rejected: A misprint.}\n",
    ],
)
def test_what_may_be_in_order_is_left_alone(tmp_path: Path, text: str) -> None:
    assert find(tmp_path, "reversed-dates", {GROUP: text}) == []


def test_negative_years_are_compared_as_years(tmp_path: Path) -> None:
    found = find(tmp_path, "reversed-dates", {GROUP: 'founded: "-0200"\ndissolved: "-0300"\n'})
    assert [each.message for each in found] == ['"dissolved" (-0300) lies before "founded" (-0200)']


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("expires: 2012-04-01\n", "expires"),
        ("effective: 2012-04-01\n", "effective"),
        ("provisions: {text: All leave the bridge., due: 2012-04-01}\n", "due"),
    ],
)
def test_nothing_of_an_agreement_comes_before_it_is_signed(tmp_path: Path, text: str, field: str) -> None:
    found = find(tmp_path, "reversed-dates", {"agreements/truce.yaml": text + "signed: 2012-05-01\n"})
    assert [each.message for each in found] == [f'"{field}" (2012-04-01) lies before "signed" (2012-05-01)']
    assert places(found)[0].startswith("agreements/truce.yaml:1:")
    assert [each.line for each in found[0].related] == [2]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("dissolved: 2020-05-02\n", "1:12"),
        ("people: {person: anna-hill, role: leader, until: 2021}\n", "1:50"),
        ("designations: {authority: watch, listed: 2019, steps: [{date: 2021-01-01, text: Listed}]}\n", "1:63"),
    ],
)
def test_a_fact_after_as_of_is_placed_at_its_date(tmp_path: Path, text: str, place: str) -> None:
    found = find(tmp_path, "date-after-as-of", {GROUP: f"{text}as_of: 2020-05-01\n"})
    assert places(found) == [f"{GROUP}:{place}"]
    assert [each.line for each in found[0].related] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "dissolved: 2020\n",
        "reviewed: {date: 2020-06-01, due: 2021}\n",
        "changes: {date: 2021-01-01, type: update, text: Record opened}\n",
        "dissolved: {value: 2021, rejected: A misprint.}\n",
    ],
)
def test_what_may_lie_ahead_of_as_of_is_left_alone(tmp_path: Path, text: str) -> None:
    assert find(tmp_path, "date-after-as-of", {GROUP: f"{text}as_of: 2020-05-01\n"}) == []


def test_a_date_called_value_is_named(tmp_path: Path) -> None:
    schema = (
        '{"title": "Treaty", "type": "object", "properties": {"name": {"$ref": "urn:factsheet:common#/$defs/name"},'
        ' "value": {"$ref": "urn:factsheet:common#/$defs/date"}}}'
    )
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/treaty.schema.json").write_text(schema)
    files = {"treatys/one.yaml": "name: One\nvalue: 2021\nas_of: 2020\ncite: gazette\n"}
    found = [each for each in check(tmp_path, files).diagnostics if each.rule == "date-after-as-of"]
    assert [each.message for each in found] == ['"value" is 2021, after the 2020 of "as_of"']


def test_two_names_on_one_day_are_named_with_the_day(tmp_path: Path) -> None:
    text = "names:\n  - {name: Guard, from: 2008, until: 2012-05}\n  - {name: Hill, from: 2011-03-04, until: 2013}\n"
    found = find(tmp_path, "overlapping-names", {GROUP: text})
    assert [each.message for each in found] == ['"Guard" and "Hill" are both said to be its name on 2011-03-04']
    assert places(found) == [f"{GROUP}:3:5"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{name: Guard, from: 2008, until: 2011}", "{name: Hill, from: 2011, until: 2013}"),
        ("{name: Guard, from: 2008, until: 2012}", "{name: Hill, from: 2011, until: 2013, type: nickname}"),
        ("{name: Guard, from: 2008, until: 2012}", "{name: Hill, from: 2010, until: 2013, used_by: watch}"),
        ("{name: {ar: حرس}, from: 2008, until: 2012}", "{name: Hill, from: 2010, until: 2013}"),
        ("{name: Guard, from: 2008, until: unknown}", "{name: Hill, from: 2010}"),
        ("{name: Guard, from: 2008}", "{name: Hill, from: 2010}"),
    ],
)
def test_names_that_may_follow_each_other_are_left_alone(tmp_path: Path, first: str, second: str) -> None:
    assert find(tmp_path, "overlapping-names", {GROUP: f"names:\n  - {first}\n  - {second}\n"}) == []


@pytest.mark.parametrize(
    ("covers", "is_late"),
    [
        ("2012-03-04/2012-03-06", True),
        ("2012-03-06", True),
        ("2012-03-04/2012-03-05", False),
        ("2012-03", False),
        ("2012-02/2012-03", False),
        ("2012-03-04/..", False),
        ("unknown", False),
    ],
)
def test_a_number_counts_no_days_after_it_was_given(tmp_path: Path, covers: str, *, is_late: bool) -> None:
    text = f"said: 2012-03-05\ncovers: {covers}\n"
    found = find(tmp_path, "covers-after-said", {"claims/nine.yaml": text})
    assert places(found) == (["claims/nine.yaml:2:9"] if is_late else [])


def test_a_review_is_compared_with_the_day_given_and_no_other(tmp_path: Path) -> None:
    files = {"site.yaml": "review_every: P6M\n", GROUP: "reviewed: 2020-05-01\n"}
    for today, number in (("2020-11-01", 0), ("2020-11-02", 1)):
        found = [each for each in check(tmp_path, files, today=today).diagnostics if each.rule == "review-overdue"]
        assert [each.message for each in found] == ["the next review was due on 2020-11-01"] * number


def test_without_a_day_a_review_is_compared_with_the_newest_as_of(tmp_path: Path) -> None:
    files = {"site.yaml": "review_every: P6M\n", GROUP: "reviewed: 2010-05-01\nas_of: 2010-06-01\n"}
    assert "review-overdue" not in {each.rule for each in check(tmp_path, files, today="").diagnostics}
