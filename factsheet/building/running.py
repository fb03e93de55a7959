"""Renders outputs: here where there is little to do, else in processes; each PDF in a process with a time limit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import cast

from factsheet.building.planning import Output
from factsheet.building.workers import Job, work_through
from factsheet.diagnostics import RenderingError
from factsheet.encoding import decode
from factsheet.formats.context import Context, Format
from factsheet.model import Sheet

SLOW = frozenset({"pdf"})
"""Formats that cost so much that each output is a job with a time limit of its own, and is kept in the cache."""

MANY = 2000
"""From so many quick outputs on, starting processes pays."""

BATCH = 50
LIMIT_SECONDS = 60.0
"""What an output may take, and as much again for each `LIMIT_BYTES` of its sheet: ten times the usual."""

LIMIT_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Runner:
    """How to render: the formats by name, what pages may know, processes, and a folder for what those leave."""

    formats: Mapping[str, Format]
    context: Context
    jobs: int
    folder: Path
    limit_seconds: float = LIMIT_SECONDS

    def render(self, outputs: Sequence[Output]) -> Iterator[tuple[Output, bytes]]:
        """Yield each output with its bytes: the quick ones first, where a broken template shows at once."""
        slow = [output for output in outputs if output.format in SLOW]
        quick = [output for output in outputs if output.format not in SLOW]
        if self.jobs > 1 and len(quick) >= MANY:
            return chain(self._in_processes(quick, size=BATCH), self._in_processes(slow, size=1))
        return chain(self._here(quick), self._in_processes(slow, size=1))

    def _here(self, outputs: Sequence[Output]) -> Iterator[tuple[Output, bytes]]:
        for output in outputs:
            yield output, _render(self.formats, self.context, output)

    def _in_processes(self, outputs: Sequence[Output], *, size: int) -> Iterator[tuple[Output, bytes]]:
        if not outputs:
            return
        formats = {name: self.formats[name] for name in sorted({output.format for output in outputs})}
        jobs = [self._job(outputs[start : start + size]) for start in range(0, len(outputs), size)]
        done = work_through(
            jobs,
            _render_all,
            (formats, self.context),
            processes=self.jobs,
            folder=self.folder,
        )
        for job, results in done:
            yield from zip(job.argument, results, strict=True)

    def _job(self, outputs: Sequence[Output]) -> Job[Sequence[Output]]:
        size = sum(len(output.sheet) for output in outputs)
        return Job(outputs[0].path, outputs, self.limit_seconds * (1 + size / LIMIT_BYTES))


def _render_all(formats: Mapping[str, Format], context: Context, outputs: Sequence[Output]) -> list[bytes]:
    return [_render(formats, context, output) for output in outputs]


def _render(formats: Mapping[str, Format], context: Context, output: Output) -> bytes:
    try:
        return formats[output.format].render(_decode(output.sheet), output.language, context)
    except RenderingError as error:
        raise RenderingError(f"{output.path}: {error}") from error


def _decode(data: bytes) -> Sheet:
    return cast("Sheet", decode(data))
