"""`factsheet init`: a publication that builds at once, in the language asked for."""

from pathlib import Path

import pytest

from factsheet import defaults
from factsheet.building.checking import check_publication
from factsheet.scaffolding.publication import LANGUAGES, create_publication
from tests.conftest import Run

KINDS = ["agreement", "claim", "dossier", "event", "group", "group", "person", "place", "source"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_publication_has_no_problems_and_most_kinds(tmp_path: Path, language: str) -> None:
    create_publication(tmp_path / "new", language)
    checked = check_publication(tmp_path / "new")
    assert checked.diagnostics == ()
    assert sorted(record.kind for record in checked.corpus.records.values()) == KINDS
    assert checked.project.languages == (language,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_publication_teaches_in_its_language(tmp_path: Path, language: str) -> None:
    create_publication(tmp_path, language)
    comments = [
        line
        for path in (tmp_path / "content").rglob("*.yaml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("#")
    ]
    assert len(comments) >= 12
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "public/\n.factsheet/\n"
    assert "factsheet serve" in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_the_examples_differ_in_words_only() -> None:
    def read(language: str) -> dict[str, list[str]]:
        folder = defaults.TEMPLATES / "scaffold" / language
        return {
            path.relative_to(folder).as_posix(): [
                line.partition(":")[0] for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()
            ]
            for path in folder.rglob("*.yaml")
        }

    english = read("en")
    assert len(english) == 10
    for language in LANGUAGES:
        assert read(language) == english


def test_init_and_build_make_pages_and_sheets(tmp_path: Path, run: Run) -> None:
    made = run("init", tmp_path / "new")
    assert (made.code, made.err) == (0, "")
    assert made.out.splitlines()[0] == f"12 files written into {tmp_path}/new. Next:"
    assert run("-C", tmp_path / "new", "build", "--to", "html,json").code == 0
    page = (tmp_path / "new/public/agreements/two-banks-accord.html").read_text(encoding="utf-8")
    assert "Two Banks Accord" in page


def test_an_example_says_that_it_is_invented(tmp_path: Path) -> None:
    """No record may read like a fact about a real conflict."""
    create_publication(tmp_path, "en")
    for name in ("groups/otters", "persons/old-toad", "agreements/two-banks-accord", "sources/pond-gazette"):
        assert "invented" in (tmp_path / f"content/{name}.yaml").read_text(encoding="utf-8")


def test_a_folder_that_holds_something_is_refused_and_left_alone(tmp_path: Path, run: Run) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    done = run("init", tmp_path)
    assert done.code == 2
    assert done.err == f"error: {tmp_path} isn't empty: name a new folder, or empty this one\n"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_fresh_git_repository_counts_as_empty(tmp_path: Path, run: Run) -> None:
    (tmp_path / ".git").mkdir()
    assert run("init", tmp_path, "--language", "tr").code == 0


def test_a_file_is_no_folder(tmp_path: Path, run: Run) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    done = run("init", tmp_path / "x")
    assert (done.code, done.err) == (2, f"error: {tmp_path}/x is no folder: name a new one\n")


def test_a_language_without_an_example_is_refused(tmp_path: Path, run: Run) -> None:
    done = run("init", tmp_path / "x", "--language", "xx")
    assert done.code == 2
    assert "'en', 'ar', 'ru', 'tr'" in done.err
    assert not (tmp_path / "x").exists()
