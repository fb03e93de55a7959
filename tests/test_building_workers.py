import os
import signal
import time
from pathlib import Path

import pytest

from factsheet.building.workers import Job, work_through
from factsheet.diagnostics import FactsheetError, RenderingError


def work(prefix: str, argument: str) -> list[bytes]:
    match argument:
        case "hang":
            time.sleep(600)
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "refuse":
            raise RenderingError("no such glyph")
        case "template":
            raise FactsheetError("sheet.html:3: unknown name")
        case "bug":
            raise KeyError("x")
    return [f"{prefix}{argument}".encode()]


def run(tmp_path: Path, *names: str, processes: int = 2, seconds: float = 60) -> list[tuple[str, list[bytes]]]:
    jobs = [Job(name, name, seconds) for name in names]
    done = work_through(jobs, work, (">",), processes=processes, folder=tmp_path)
    return sorted((job.name, result) for job, result in done)


@pytest.mark.parametrize("processes", [1, 3])
def test_each_job_gives_its_result(tmp_path: Path, processes: int) -> None:
    assert run(tmp_path, "a", "b", "c", processes=processes) == [("a", [b">a"]), ("b", [b">b"]), ("c", [b">c"])]


def test_no_jobs_start_no_process(tmp_path: Path) -> None:
    assert run(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_job_that_hangs_is_named_and_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheet.building.workers.START_SECONDS", 0.0)
    start = time.monotonic()
    with pytest.raises(RenderingError, match="hang took longer than 1 seconds and was stopped"):
        run(tmp_path, "hang", seconds=1)
    assert time.monotonic() - start < 10


def test_a_worker_that_dies_is_named_with_what_ended_it(tmp_path: Path) -> None:
    with pytest.raises(RenderingError, match="die: the process that rendered it was ended by SIGKILL"):
        run(tmp_path, "a", "die", "b")


def test_an_error_of_ours_comes_back_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(RenderingError, match=r"^no such glyph$"):
        run(tmp_path, "refuse")
    with pytest.raises(FactsheetError, match=r"^sheet.html:3: unknown name$") as caught:
        run(tmp_path, "template")
    assert caught.value.exit_code == 2


def test_a_bug_in_a_worker_comes_back_with_its_trace(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)rendering bug failed\n.*Traceback.*KeyError: 'x'"):
        run(tmp_path, "bug")
    assert capfd.readouterr() == ("", "")


def test_no_worker_outlives_the_loop(tmp_path: Path) -> None:
    before = list_grandchildren()  # a browser that other tests started, say
    done = work_through([Job("a", "a", 60), Job("hang", "hang", 60)], work, ("",), processes=2, folder=tmp_path)
    next(done)
    assert list_grandchildren() - before
    done.close()  # type: ignore[attr-defined]  # an iterator made by a generator
    for _ in range(100):  # the kernel may take a while to bury them
        if not list_grandchildren() - before:
            return
        time.sleep(0.1)
    pytest.fail("a worker outlived the loop")


def list_grandchildren() -> set[str]:
    """Return the ids of the children of this process's children: workers are those of the server that forks them."""
    return {each for child in list_children(str(os.getpid())) for each in list_children(child)}


def list_children(process: str) -> list[str]:
    try:
        return Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
