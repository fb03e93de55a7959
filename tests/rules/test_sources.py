"""Sources that can't be found again, stand for too much, go back to one, or are quoted wrongly."""

from pathlib import Path

import pytest

from factsheet.building.checking import check_publication
from tests.conftest import MakeProject
from tests.rules.publications import find, places

GROUP = "groups/red-hill.yaml"
CAPTURE = "On Monday, the men of the hill - fewer than thirty -\nheld   the “old bridge”.\n"


def quote(root: Path, words: str, capture: str = CAPTURE) -> list[str]:
    files = {GROUP: f"cite: {{source: gazette, quote: {words}}}\n", "captures/gazette.txt": capture}
    return [each.hint for each in find(root, "quote-not-in-capture", files)]


@pytest.mark.parametrize(
    "words",
    [
        "the men of the hill",
        "'held the \"old bridge\"'",
        "fewer than thirty – held the 'old bridge'",
        "the men ... held the",
        "'the men [...] held the'",
        "the men … “old bridge”",
    ],
)
def test_white_space_quotation_marks_and_omissions_are_levelled(tmp_path: Path, words: str) -> None:
    assert quote(tmp_path, words) == []


def test_a_wrong_quotation_is_shown_the_nearest_passage(tmp_path: Path) -> None:
    files = {
        GROUP: "cite:\n  - source: gazette\n    quote: fewer than forty held the bridge\n",
        "captures/gazette.txt": CAPTURE,
    }
    found = find(tmp_path, "quote-not-in-capture", files)
    assert places(found) == [f"{GROUP}:3:12"]
    assert found[0].message == "this quotation isn't in content/captures/gazette.txt"
    assert found[0].hint == 'the nearest passage, in line 1: "fewer than thirty - held the “old"'
    assert [(each.path, each.line) for each in found[0].related] == [("content/captures/gazette.txt", 1)]


def test_parts_out_of_order_are_no_quotation(tmp_path: Path) -> None:
    assert len(quote(tmp_path, "old bridge ... the men")) == 1


def test_a_quotation_from_elsewhere_is_told_so(tmp_path: Path) -> None:
    assert quote(tmp_path, "nothing at all like it") == ["nothing like it is there: is it another source?"]


def test_without_a_capture_a_quotation_is_believed(tmp_path: Path) -> None:
    files = {GROUP: "cite: {source: gazette, quote: whatever}\n"}
    assert find(tmp_path, "quote-not-in-capture", files) == []


def test_an_empty_capture_holds_no_quotation(tmp_path: Path) -> None:
    assert quote(tmp_path, "the men", "") == ["nothing like it is there: is it another source?"]


TWELVE = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(
    ("words", "is_copied"),
    [
        (f"It was {TWELVE}, they say.", True),
        (TWELVE.replace(" twelve", ""), False),
        (TWELVE.upper(), True),
    ],
)
def test_a_dozen_words_in_a_row_are_copied(tmp_path: Path, words: str, *, is_copied: bool) -> None:
    files = {GROUP: f"note: {words}\n", "captures/gazette.txt": f"So {TWELVE} went.\n"}
    assert len(find(tmp_path, "copied-wording", files)) == is_copied


@pytest.mark.parametrize(
    ("line", "is_lost"),
    [
        ("url: https://example.org/1", False),
        ("url: {missing: unknown, note: Not found.}", False),
        ("archived: https://example.org/1", False),
        ("reference: Issue 12", False),
        ("note: A leaflet.", True),
    ],
)
def test_a_source_says_where_it_is_found_again(make_project: MakeProject, line: str, *, is_lost: bool) -> None:
    source = f"title: A\npublisher: B\nclass: media\npublished: 2012\n{line}\n"
    root = make_project({"content/site.yaml": "title: T\npublisher: D\n", "content/sources/leaflet.yaml": source})
    found = [each for each in check_publication(root).diagnostics if each.rule == "source-without-locator"]
    assert places(found) == ["sources/leaflet.yaml:1:1"] * is_lost


def test_a_captured_text_is_a_place_to_find_it(make_project: MakeProject) -> None:
    source = "title: A\npublisher: B\nclass: media\npublished: 2012\n"
    files = {"content/site.yaml": "title: T\npublisher: D\n", "content/sources/leaflet.yaml": source}
    root = make_project({**files, "content/captures/leaflet.txt": "Words."})
    assert "source-without-locator" not in {each.rule for each in check_publication(root).diagnostics}


def test_sources_of_one_origin_are_one_witness(tmp_path: Path) -> None:
    one = {GROUP: "cite: [gazette, gazette-evening]\n"}
    found = find(tmp_path, "single-origin", one)
    assert [each.message for each in found] == ["all 2 sources of this record go back to one: Hill Press"]
    assert find(tmp_path, "single-origin", {**one, "sources/gazette.yaml": "class: primary\n"}) == []


def test_a_broad_citation_names_the_statements_it_stands_for(tmp_path: Path) -> None:
    text = "founded: 2011\npart_of: [{group: red-front, cite: gazette}, old-league]\n"
    found = find(
        tmp_path, "broad-citation", {GROUP: text + "cite: [gazette, gazette-evening, wire-report, yearbook]\n"}
    )
    assert [each.message for each in found] == ["4 sources stand for 2 statements without their own"]
    assert [(each.line, each.column) for each in found[0].related] == [(1, 10), (2, 46)]


def test_two_records_of_one_thing_are_found_by_name_and_address(tmp_path: Path) -> None:
    files = {
        "groups/red-hill.yaml": "name: {en: Red Hill, ar: التل}\n",
        "groups/the-hill.yaml": "name: {en: The Hill, ar: التل}\n",
        "sources/gazette.yaml": "url: https://example.org/1\n",
        "sources/paper.yaml": "url: https://example.org/1/\n",
    }
    found = find(tmp_path, "possible-duplicate", files)
    assert places(found) == ["groups/the-hill.yaml:1:7", "sources/paper.yaml:1:6"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("countries: SY", "countries: IQ"),
        ("dissolved: 2011", "founded: 2012"),
        ("type: party", "type: state"),
    ],
)
def test_namesakes_that_can_be_told_apart_are_left_alone(tmp_path: Path, one: str, other: str) -> None:
    files = {"groups/one.yaml": f"name: The Hill\n{one}\n", "groups/two.yaml": f"name: The Hill\n{other}\n"}
    assert find(tmp_path, "possible-duplicate", files) == []
