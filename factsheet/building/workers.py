"""Processes that do jobs, each with a time limit; one that hangs or dies is named."""

import os
import signal
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Generic, TypeVar

from factsheet.diagnostics import FactsheetError, RenderingError

T = TypeVar("T")

START_SECONDS = 60.0
"""What a worker may take besides for its first job, since it imports the libraries then."""

Work = Callable[..., list[bytes]]
"""A function that other processes can import, called with the shared arguments and those of a job."""


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """A call of the work: what a message calls it, its own argument, and how long it may take."""

    name: str
    argument: T
    seconds: float


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: ForkServerProcess
    connection: Connection
    log: Path
    job: Job[T] | None = None
    deadline: float = field(default=0.0)

    def give(self, job: Job[T], extra: float = 0.0) -> None:
        self.job = job
        self.deadline = time.monotonic() + job.seconds + extra
        self.connection.send(job.argument)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def work_through(
    jobs: Sequence[Job[T]],
    work: Work,
    shared: tuple[object, ...],
    *,
    processes: int,
    folder: Path,
) -> Iterator[tuple[Job[T], list[bytes]]]:
    """Yield each job with its result, in the order they are done; raise RenderingError for one that hangs or crashes.

    What workers print goes to files in `folder`, and so do their temporary files: they are killed in the end.
    """
    waiting = deque(jobs)
    workers: list[_Worker[T]] = []
    try:
        for number in range(min(processes, len(jobs))):
            workers.append(_start(work, shared, folder / f"worker-{number}.log"))
            workers[-1].give(waiting.popleft(), START_SECONDS)
        while busy := {worker.connection: (worker, worker.job) for worker in workers if worker.job}:
            for worker, job in _wait(busy):
                result = _take(worker, job)
                worker.job = None
                if waiting:
                    worker.give(waiting.popleft())
                yield job, result
    finally:
        for worker in workers:
            worker.end()


def _start(work: Work, shared: tuple[object, ...], log: Path) -> _Worker[T]:
    context = get_context("forkserver")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work, shared, str(log)), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, log)


def _serve(connection: Connection, work: Work, shared: tuple[object, ...], log: str) -> None:
    """Do jobs until the other side is gone. An error that isn't ours ends the process and stands in its log."""
    os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), 2)
    tempfile.tempdir = str(Path(log).parent)
    while True:
        try:
            argument = connection.recv()
        except EOFError:
            return
        try:
            answer: list[bytes] | FactsheetError = work(*shared, argument)
        except FactsheetError as error:
            answer = error
        connection.send(answer)


def _wait(busy: Mapping[Connection, tuple[_Worker[T], Job[T]]]) -> list[tuple[_Worker[T], Job[T]]]:
    """Return the workers that have something to say; raise where one is past its deadline."""
    first = min(worker.deadline for worker, _ in busy.values())
    ready = wait(list(busy), timeout=max(first - time.monotonic(), 0))
    for connection, (worker, job) in busy.items():
        if connection not in ready and worker.deadline < time.monotonic():
            raise RenderingError(f"{job.name} took longer than {job.seconds:.0f} seconds and was stopped")
    return [busy[connection] for connection in busy if connection in ready]


def _take(worker: _Worker[T], job: Job[T]) -> list[bytes]:
    try:
        answer: list[bytes] | FactsheetError = worker.connection.recv()
    except (EOFError, ConnectionResetError):
        raise _explain(worker, job) from None
    if isinstance(answer, FactsheetError):
        raise answer
    return answer


def _explain(worker: _Worker[T], job: Job[T]) -> Exception:
    worker.process.join(timeout=5)
    code = worker.process.exitcode or 0
    if code < 0:
        return RenderingError(f"{job.name}: the process that rendered it was ended by {signal.Signals(-code).name}")
    return RuntimeError(f"rendering {job.name} failed\n{worker.log.read_text('utf-8', 'replace')}")
