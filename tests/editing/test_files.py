"""Files of a publication are written whole, where nothing stands in the way."""

from pathlib import Path

import pytest

from factsheet.diagnostics import EnvironmentProblem
from factsheet.editing.files import Change, write_change


def test_a_new_file_gets_its_folders(tmp_path: Path) -> None:
    write_change(tmp_path, Change("content/groups/a.yaml", None, "name: A\n"))
    assert (tmp_path / "content/groups/a.yaml").read_bytes() == b"name: A\n"


def test_a_changed_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("name: A\n", encoding="utf-8")
    write_change(tmp_path, Change("a.yaml", "name: A\n", "name: B\n"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert (tmp_path / "a.yaml").read_bytes() == b"name: B\n"


def test_a_new_file_takes_no_other_s_place(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("name: A\n", encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match=r"a\.yaml: can't be written"):
        write_change(tmp_path, Change("a.yaml", None, "name: B\n"))
    assert (tmp_path / "a.yaml").read_bytes() == b"name: A\n"


def test_a_file_where_a_folder_is_wanted_is_an_environment_problem(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("", encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match="can't be written"):
        write_change(tmp_path, Change("content/a.yaml", None, "name: A\n"))
