import os
from pathlib import Path

import pytest

from factsheet.building.fingerprinting import fingerprint_folders, fingerprint_format, fingerprint_publication
from factsheet.building.locking import only_build
from factsheet.building.versions import native_versions, program, versions
from factsheet.diagnostics import EnvironmentProblem
from factsheet.formats.context import Context


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/one").write_text("1")
    (tmp_path / "a/two").write_text("2")
    return tmp_path / "a"


def test_a_folder_has_the_same_fingerprint_wherever_it_lies(folder: Path) -> None:
    before = fingerprint_folders([folder])
    moved = folder.rename(folder.with_name("elsewhere"))
    os.utime(moved / "two", (0, 0))
    assert fingerprint_folders([moved]) == before


def test_a_changed_a_new_and_a_renamed_file_change_the_fingerprint(folder: Path) -> None:
    seen = [fingerprint_folders([folder])]
    (folder / "two").write_text("3")
    seen.append(fingerprint_folders([folder]))
    (folder / "three").write_text("")
    seen.append(fingerprint_folders([folder]))
    (folder / "three").rename(folder / "b/three")
    seen.append(fingerprint_folders([folder]))
    assert len(set(seen)) == 4


def test_the_order_of_folders_counts(folder: Path) -> None:
    assert fingerprint_folders([folder, folder / "b"]) != fingerprint_folders([folder / "b", folder])


def test_the_json_of_a_sheet_depends_on_no_theme_and_no_setting(folder: Path) -> None:
    plain, rich = Context({}), Context({"title": {"en": "T"}}, template_folders=(str(folder),))
    assert fingerprint_format("json", plain) == fingerprint_format("json", rich)
    assert fingerprint_format("html", plain) != fingerprint_format("html", rich)
    assert fingerprint_format("html", rich) != fingerprint_format("pdf", rich)


def test_a_page_depends_on_its_templates(folder: Path) -> None:
    context = Context({}, template_folders=(str(folder),))
    before = fingerprint_format("html", context)
    (folder / "two").write_text("3")
    assert fingerprint_format("html", context) != before


def test_the_versions_of_pdf_count_only_for_pdf() -> None:
    assert versions(["html", "json"]) == versions(["json", "html"])
    assert versions(["html"]) != versions(["html", "pdf"]) == versions(["pdf"])
    assert [line.split()[0] for line in native_versions()] == ["pango", "harfbuzz"]


def test_the_program_has_a_version_that_its_parts_decide() -> None:
    assert program() == program()
    assert program() != program(without=["cli"])


def test_an_option_changes_the_fingerprint_of_a_publication(folder: Path) -> None:
    usual = fingerprint_publication([folder], ["html"], ["", ""])
    assert usual == fingerprint_publication([folder], ["html"], ["", ""])
    assert usual != fingerprint_publication([folder], ["html"], ["2025-12-01", ""])
    assert usual != fingerprint_publication([folder], ["html"], ["", "2025-12-01"])


def test_the_lock_is_held_by_one_and_ends_with_it(tmp_path: Path) -> None:
    with only_build(tmp_path / "w"):
        message = rf"another build of this publication is running \(process {os.getpid()}\)"
        with pytest.raises(EnvironmentProblem, match=message), only_build(tmp_path / "w"):
            pass
    with only_build(tmp_path / "w"):
        assert (tmp_path / "w/.gitignore").read_text() == "*\n"


def test_a_workshop_that_cannot_be_made_is_an_environment_problem(tmp_path: Path) -> None:
    (tmp_path / "w").write_text("in the way")
    with pytest.raises(EnvironmentProblem, match=r"can't write into .*/w: File exists"), only_build(tmp_path / "w"):
        pass
