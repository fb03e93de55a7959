"""Publications made of text, and the real command line run on them."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from factsheet.cli import main


@dataclass(frozen=True, slots=True)
class Result:
    """What a run of the program gave."""

    code: int
    out: str
    err: str


MakeProject = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., Result]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch for what takes longer than CI may."""
    parser.addoption("--all-outputs", action="store_true", help="look at every page and PDF, not at one a kind")


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Return a function that writes `{path: text}` below a fresh folder and returns the folder."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "publication"
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return make


@pytest.fixture
def run() -> Run:
    """Return a function that runs the real program in this process: `run("-C", folder, "check")`."""

    def run_here(*arguments: str | Path) -> Result:
        with contextlib.chdir(Path.cwd()), _streams() as (out, err):
            code = main([str(argument) for argument in arguments])
        return Result(code, _text(out), _text(err))

    return run_here


@pytest.fixture
def launch() -> Run:
    """Return a function that runs the real program in a process of its own; `env` adds to the environment."""

    def launch_process(*arguments: str | Path, env: Mapping[str, str] | None = None) -> Result:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "factsheet", *map(str, arguments)],
            capture_output=True,
            check=False,
            env={**os.environ, **(env or {})},
            timeout=120,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return launch_process


@contextlib.contextmanager
def _streams() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield out, err


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
