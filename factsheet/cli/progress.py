"""How far a long run is: one line on a terminal, rewritten; nothing anywhere else."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_PATIENCE = 1.0
_PAUSE = 0.1
_ERASE = "\r\x1b[K"


@contextmanager
def show_progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows "12 of 340 `what`" once a run has taken a second."""
    if not sys.stderr.isatty():
        yield lambda _number, _total: None
        return
    due = time.monotonic() + _PATIENCE
    is_shown = False

    def show(number: int, total: int) -> None:
        nonlocal due, is_shown
        if time.monotonic() >= due:
            due = time.monotonic() + _PAUSE
            is_shown = True
            click.echo(f"{_ERASE}{number:,} of {total:,} {what}", err=True, nl=False, color=True)

    try:
        yield show
    finally:
        if is_shown:
            click.echo(_ERASE, err=True, nl=False, color=True)
