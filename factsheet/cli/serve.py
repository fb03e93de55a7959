"""`factsheet serve`: a preview that builds again and reloads whenever something changes."""

import os
import sys
import threading
import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path

import click

from factsheet.building import Options, Report
from factsheet.cli.accept import REVIEWER, find_today
from factsheet.cli.reporting import count, report
from factsheet.cli.showing import is_coloured
from factsheet.diagnostics import Diagnostic, FactsheetError
from factsheet.preview import FOLDER, HOST, REVIEW, Board, Reviews, open_server, run
from factsheet.project import find


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help="The port to listen on; 0 takes a free one.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the first page in the browser.")
@click.option("--drafts", "with_drafts", is_flag=True, help="Show drafts too, each marked as one.")
@click.option("--on", metavar="MOMENT", default="", help="The day or moment that embargoes are compared with.")
def command(port: int, on: str, *, is_opened: bool, with_drafts: bool) -> int:
    """Show the publication in the browser, and reload it whenever something changes.

    Pages and JSON only, on this machine only. Problems are shown here and on the page, which stays as it last was.
    Ctrl-C ends it, with exit code 0.
    """
    root = find(Path.cwd())
    board = Board()
    options = Options(out=root / FOLDER, with_drafts=with_drafts, on=on, epoch=os.environ.get("SOURCE_DATE_EPOCH", ""))
    reviews = Reviews(root, by=os.environ.get(REVIEWER, ""), today=find_today)
    server = open_server(root / FOLDER, board, port, reviews)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    address = f"http://{HOST}:{server.server_port}/"
    click.echo(f"Serving {address} (Ctrl-C ends it)")
    if any((root / "drafts").glob("*.yaml")):
        click.echo(f"Drafts to review: {address.rstrip('/')}{REVIEW}")
    if is_opened:
        webbrowser.open(address)

    def describe(diagnostics: Sequence[Diagnostic]) -> str:
        return report([each for each in diagnostics if each.severity == "error"], root)

    def tell(outcome: Report | FactsheetError) -> None:
        click.echo(_word(outcome, root), err=True)

    try:
        run(root, options, board, describe=describe, tell=tell)
    except KeyboardInterrupt:
        click.echo("\nStopped.", err=True)
    finally:
        board.close()
        server.shutdown()
        server.server_close()
    return 0


def _word(outcome: Report | FactsheetError, root: Path) -> str:
    moment = time.strftime("%H:%M:%S")
    if isinstance(outcome, FactsheetError):
        return f"{moment} not built: {outcome}"
    if outcome.changes is None:
        shown = report(outcome.diagnostics, root, is_coloured=is_coloured(sys.stderr))
        return f"{moment} not built; the pages are as they were.\n{shown}"
    warned = f"; {count(outcome.warnings, 'warning')}" if outcome.warnings else ""
    written = 0 if outcome.is_current else outcome.changes.written
    changed = f"{count(written, 'file')} written" if written else "no page changed"
    return f"{moment} {changed}{warned} ({outcome.seconds:.1f} s)."
