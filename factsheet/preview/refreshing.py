"""Builds the preview, and builds it again whenever something changes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from factsheet.building import Options, Report, build
from factsheet.building.publishing import PREVIEW
from factsheet.diagnostics import Diagnostic, EnvironmentProblem, FactsheetError
from factsheet.preview.board import Board
from factsheet.preview.watching import PAUSE, list_changed, look, wait_for_change

FOLDER = PREVIEW
FORMATS = ("html", "json")

Describe = Callable[[Sequence[Diagnostic]], str]
"""Returns problems of the content in words."""

Tell = Callable[[Report | FactsheetError], None]
"""Hears how each try to build ended."""


def run(root: Path, options: Options, board: Board, *, describe: Describe, tell: Tell, pause: float = PAUSE) -> None:
    """Build the publication in `root` now and after each change, for ever."""
    state = look(root)
    is_done = refresh(root, options, board, describe=describe, tell=tell)
    while True:
        if is_done:
            before, state = state, wait_for_change(root, state, pause=pause)
            if any(not path.startswith(str(root / "content")) for path in list_changed(before, state)):
                _forget()
        else:
            wait_for_change(root, {"": (0, 0)}, pause=pause)
        is_done = refresh(root, options, board, describe=describe, tell=tell)


def refresh(root: Path, options: Options, board: Board, *, describe: Describe, tell: Tell) -> bool:
    """Build once and post the outcome; return whether another try makes sense only after a change."""
    try:
        report = build(root, replace(options, out=root / FOLDER, formats=FORMATS))
    except FactsheetError as error:
        if str(error) != board.outcome.problems:
            board.post(is_new=False, problems=str(error))
            tell(error)
        return not isinstance(error, EnvironmentProblem)
    changes = report.changes
    is_new = changes is not None and not report.is_current and bool(changes.written or changes.removed)
    board.post(is_new=is_new, problems="" if changes else describe(report.diagnostics))
    tell(report)
    return True


def _forget() -> None:
    """Forget templates, schemas and catalogs that were read: others may be there now."""
    from factsheet.formats.html import forget  # noqa: PLC0415 -- Jinja2 is read only where a page is made

    forget()
