import pytest

from factsheet.building.planning import Page, Shape, check_paths, plan
from factsheet.diagnostics import FactsheetError

SHAPES = {
    "html": Shape(".html", has_language=True, fingerprint="h"),
    "json": Shape(".json", has_language=False, fingerprint="j"),
}


def page(**changes: object) -> Page:
    values = {"path": "groups/hts", "sheet": {"b": 1, "a": 2}, "formats": ["html", "json"], "languages": ["en", "ar"]}
    return Page(**{**values, **changes})  # type: ignore[arg-type]  # a test's shorthand


def test_a_page_is_planned_in_each_language_and_its_json_once() -> None:
    assert [output.path for output in plan([page()], SHAPES, ["en", "ar"])] == [
        "ar/groups/hts.html",
        "groups/hts.html",
        "groups/hts.json",
    ]


def test_a_page_without_the_first_language_still_has_its_json() -> None:
    outputs = plan([page(languages=["ar"])], SHAPES, ["en", "ar"])
    assert [output.path for output in outputs] == ["ar/groups/hts.html", "groups/hts.json"]


def test_a_sheet_keeps_the_order_of_its_keys() -> None:
    (one, *_) = plan([page()], SHAPES, ["en"])
    assert one.sheet == b'{"b":1,"a":2}'


@pytest.mark.parametrize(
    ("page", "shapes"),
    [
        (page(sheet={"a": 3, "b": 1}), SHAPES),
        (page(languages=["ar"]), SHAPES),
        (page(), {**SHAPES, "html": Shape(".html", has_language=True, fingerprint="other theme")}),
    ],
)
def test_the_key_changes_with_all_that_the_bytes_depend_on(page: Page, shapes: dict[str, Shape]) -> None:
    (usual, *_) = plan([page_as_usual()], SHAPES, ["en"])
    (changed, *_) = plan([page], shapes, ["en"])
    assert usual.key != changed.key


def page_as_usual() -> Page:
    return page(languages=["en"])


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["groups/a", "groups/a"], 'two outputs would be written to one file: "groups/a" and "groups/a"'),
        (["groups/a", "Groups/A"], 'two outputs would be written to one file: "Groups/A" and "groups/a"'),
        (["caf\u00e9", "cafe\u0301"], "two outputs would be written to one file"),
        (["stra\u00dfe", "STRASSE"], "two outputs would be written to one file"),
        (["a", "a/b"], '"a" would be a file and, for "a/b", a folder'),
        (["../a"], 'an output would be written to "../a", which is no plain path'),
        (["/etc/passwd"], "no plain path"),
        (["a//b"], "no plain path"),
        (["a\\b"], "no plain path"),
        (["a\nb"], "no plain path"),
        ([""], "no plain path"),
    ],
)
def test_outputs_that_clash_or_escape_are_refused(paths: list[str], message: str) -> None:
    with pytest.raises(FactsheetError) as caught:
        check_paths(paths)
    assert message in str(caught.value)


def test_plain_paths_are_fine() -> None:
    check_paths(["index.html", "groups/hts.html", "groups/hts.pdf", "groups.html", "ar/index.html", ".nojekyll"])
