import json
from pathlib import Path

import pytest

from factsheet import extraction
from tests.conftest import MakeProject, Run

ARTICLE = "Geneva, 3 May 2012 - Fighters of the Harvan Front killed 40 soldiers on Monday.\n"


def test_a_draft_is_printed(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE)
    result = run("extract", article, "--published", "2012-05-03", "--alone")
    assert (result.code, result.err) == (0, "")
    assert [item.kind for item in extraction.read_draft(result.out.encode()).items] == [
        "source",
        "group",
        "place",
        "claim",
    ]


def test_a_draft_goes_into_a_folder_that_is_not_there_yet(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE)
    draft = tmp_path / "drafts" / "a.yaml"
    assert run("extract", article, "--published", "2012-05-03", "--alone", "-o", draft).code == 0
    assert extraction.read_draft(draft.read_bytes()).items


def test_annotations_are_json_with_spans(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.html"
    article.write_text(f"<html><title>War</title><p>{ARTICLE}</p></html>")
    result = run("extract", article, "--published", "2012-05-03", "--alone", "--format", "annotations")
    found = json.loads(result.out)
    assert [(each["text"], each["edtf"]) for each in found["dates"]] == [
        ("3 May 2012", "2012-05-03"),
        ("Monday", "2012-04-30"),
    ]
    assert [each["name"] for each in found["groups"]] == ["Harvan Front"]


def test_the_day_of_a_whole_dateline_is_assumed_and_said(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE)
    result = run("extract", article, "--alone")
    assert extraction.read_draft(result.out.encode()).article["basis"] == "assumed"


@pytest.mark.parametrize(
    ("options", "content", "message"),
    [
        ([], b"They met on Monday.", "say when the article was published"),
        (["--published", "3 May"], b"x", "--published 3 May is no day"),
        (["--published", "2012-05-03"], b"caf\xe9", "is not UTF-8: byte 3"),
    ],
)
def test_wrong_usage_is_told(run: Run, tmp_path: Path, options: list[str], content: bytes, message: str) -> None:
    article = tmp_path / "a.txt"
    article.write_bytes(content)
    result = run("extract", article, "--alone", *options)
    assert result.code == 2
    assert message in result.err


def test_names_of_the_publication_are_linked(run: Run, make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project(
        {
            "content/site.yaml": "title: A\npublisher: B\n",
            "content/groups/hf.yaml": "name: Harvan Front\ntype: armed-group\nas_of: 2012-01-01\ncite: s\n",
            "content/sources/s.yaml": "title: S\npublisher: B\nclass: media\npublished: 2012-01-01\nurl: unknown\n",
        }
    )
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE)
    result = run("-C", root, "extract", article, "--published", "2012-05-03")
    (group,) = [item for item in extraction.read_draft(result.out.encode()).items if item.kind == "group"]
    assert (group.id, group.known, group.missing) == ("hf", True, ())


def test_a_missing_model_is_told(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE)
    result = run("extract", article, "--published", "2012-05-03", "--alone", "--model", "no_such_model")
    assert result.code == 4


def test_what_is_told_of_the_source_makes_its_record_whole(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Blue Army left Marra on Monday.\n")
    told = ("--publisher", "The Daily", "--title", "Marra left", "--class", "media", "--url", "https://example.org/a")
    result = run("-C", tmp_path, "extract", "a.txt", "--published", "2024-11-29", "--alone", *told)
    source = extraction.read_draft(result.out.encode()).items[0]
    assert source.missing == ()
    assert source.record == {
        "title": "Marra left", "published": "2024-11-29", "publisher": "The Daily", "class": "media",
        "url": "https://example.org/a", "language": "en",
    }  # fmt: skip
    assert source.id == "marra-left-2024-11-29"


def test_a_class_of_source_that_there_is_not_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Blue Army left Marra on Monday.\n")
    result = run("-C", tmp_path, "extract", "a.txt", "--published", "2024-11-29", "--alone", "--class", "paper")
    assert result.code == 2
    assert "'paper' is not one of" in result.err
