import io
import sys

import pytest

from factsheet.cli import progress
from factsheet.cli.progress import show_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_shown_how_far_it_is_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setattr(progress, "_PAUSE", 0)
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with show_progress("files made") as tell:
        tell(1, 1200)
        tell(1200, 1200)
    assert stream.getvalue() == "\r\x1b[K1 of 1,200 files made\r\x1b[K1,200 of 1,200 files made\r\x1b[K"


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with show_progress("files made") as tell:
        tell(1, 2)
    assert stream.getvalue() == ""


def test_a_log_is_shown_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with show_progress("files made") as tell:
        tell(1, 2)
    assert stream.getvalue() == ""
