import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[2]
WITHOUT_PANGO = """
import sys
sys.path.insert(0, sys.argv[1])
import cffi
real = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if name and "pango" in str(name):
        raise OSError(f"cannot load library {name!r}")
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
from factsheet.diagnostics import EnvironmentProblem
from tests.formats.pdf_pages import render
sys.platform = sys.argv[2]
for _ in range(2):
    try:
        render("<h1>T</h1>")
    except EnvironmentProblem as problem:
        print(problem)
"""
AS_IT_WAS = """
import os, sys
sys.path.insert(0, sys.argv[1])
before = dict(os.environ)
from tests.formats.pdf_pages import render
assert "weasyprint" not in sys.modules and "fontTools" not in sys.modules and "pydyf" not in sys.modules
render("<h1>T</h1>")
assert dict(os.environ) == before
import tempfile
assert os.listdir(tempfile.gettempdir()) == []
"""


def test_without_pango_one_line_says_what_to_install() -> None:
    for platform, install in (
        ("linux", "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfontconfig1"),
        ("darwin", "brew install pango"),
    ):
        done = run(WITHOUT_PANGO, platform)
        line = f"a PDF needs the Pango library, which is not installed: {install}\n"
        assert (done.stdout, done.stderr) == (line * 2, "")


def test_rendering_is_silent_and_leaves_nothing_behind(tmp_path: Path) -> None:
    done = run(AS_IT_WAS, TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_fonts_of_the_machine_are_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    broken = tmp_path / "fonts.conf"
    broken.write_text("<fontconfig><dir>/nowhere</dir>")
    variables = {"FONTCONFIG_FILE": str(broken), "FONTCONFIG_SYSROOT": "/nowhere", "FONTCONFIG_PATH": "/nowhere"}
    done = run(AS_IT_WAS, TMPDIR=str(tmp_path / "empty"), **variables)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def run(program: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(HERE), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
