"""The wheel has all it needs, from a clone and from the sdist, and works where nothing of the clone is."""

import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def make(folder: Path, target: str, out: Path) -> Path:
    """Build a wheel or an sdist of the project in `folder`."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(out)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return next(out.glob("*.whl" if target == "wheel" else "*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


def list_shipped() -> set[str]:
    """Return the files of the two folders that the package needs at run time."""
    done = subprocess.run(
        ["git", "ls-files", "schemas", "templates"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_the_wheel_has_every_module_schema_and_template(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    shipped = list_shipped()
    assert len(shipped) > 30
    assert {f"factsheet/_data/{name}" for name in shipped} <= names
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "factsheet").rglob("*.py")}
    assert modules <= names
    assert not [name for name in names if name.startswith(("tests", "content", "schemas", "templates"))]


def test_a_wheel_made_from_the_sdist_is_the_same(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(make(ROOT, "sdist", tmp_path / "sdist")) as file:
        file.extractall(tmp_path / "unpacked", filter="data")
    again = make(next((tmp_path / "unpacked").iterdir()), "wheel", tmp_path / "wheel")
    assert again.read_bytes() == wheel.read_bytes()


def test_the_wheel_builds_a_publication_where_no_clone_is(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False, system_site_packages=False)
    python = environment / "bin" / "python"
    site = next((environment / "lib").glob("python*/site-packages"))
    with zipfile.ZipFile(wheel) as file:
        file.extractall(site)  # noqa: S202 - our own wheel
    # The libraries are those of this environment; the package itself must come from the wheel.
    others = [path for path in sys.path if path.endswith("site-packages")]
    (site / "libraries.pth").write_text("\n".join(others), encoding="utf-8")
    shutil.copytree(ROOT / "content", tmp_path / "publication/content")
    code = (
        "import sys, factsheet.cli, factsheet.defaults\n"
        "assert '_data' in str(factsheet.defaults.SCHEMAS)\n"
        "sys.exit(factsheet.cli.main(sys.argv[1:]))"
    )
    command = [str(python), "-P", "-c", code, "-C", str(tmp_path / "publication"), "build", "--to", "html,json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "publication/public/groups/hts.html").is_file()
