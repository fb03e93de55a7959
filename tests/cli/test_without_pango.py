"""A machine without Pango: pages and sheets are made all the same, and a PDF says what to install."""

import os
from pathlib import Path

import pytest

from tests.cli.test_refusals import FILES
from tests.conftest import MakeProject, Run

NO_PANGO = """
import cffi
_dlopen = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if isinstance(name, str) and "pango" in name.lower():
        raise OSError(f"cannot load library '{name}'")
    return _dlopen(self, name, flags)
cffi.FFI.dlopen = dlopen
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "sitecustomize.py").write_text(NO_PANGO, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    return {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(root)])}


def test_pages_and_sheets_need_no_pango(launch: Run, make_project: MakeProject, environment: dict[str, str]) -> None:
    root = make_project(FILES)
    done = launch("-C", root, "build", "--to", "html,json", env=environment)
    assert (done.code, done.err) == (0, "")
    assert (root / "public/groups/haqq.html").is_file()


def test_a_pdf_says_in_one_line_what_to_install(
    launch: Run, make_project: MakeProject, environment: dict[str, str]
) -> None:
    root = make_project(FILES)
    done = launch("-C", root, "build", "--to", "pdf", env=environment)
    assert done.code == 4
    assert done.out == ""
    assert len(done.err.splitlines()) == 1, done.err
    assert "Pango" in done.err
    assert not (root / "public").exists()
