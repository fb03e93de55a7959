"""`factsheet read`: what YAML files hold, exactly as read."""

import sys
from pathlib import Path

import click

from factsheet.cli.reporting import report
from factsheet.cli.showing import is_coloured
from factsheet.defaults import MAX_FILE_BYTES
from factsheet.diagnostics import Diagnostic, EnvironmentProblem
from factsheet.encoding import encode
from factsheet.loading import load

STDIN = "-"


@click.command()
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, readable=False, allow_dash=True),
)
def command(files: tuple[str, ...]) -> int:
    """Print what YAML files hold, as JSON lines: one line a YAML document.

    "-" reads standard input. A file that is refused prints nothing but its problems, on standard error.
    """
    found: list[Diagnostic] = []
    for name in files:
        reading = load(_read(name), "<stdin>" if name == STDIN else Path(name).as_posix())
        for document in reading.documents:
            click.echo(encode(document.value))
        found += reading.diagnostics
    if found:
        click.echo(report(found, Path(), is_coloured=is_coloured(sys.stderr)), err=True, nl=False)
    return 1 if found else 0


def _read(name: str) -> bytes:
    """Return the bytes of a file, but hardly more of them than `load` takes."""
    try:
        if name == STDIN:
            return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        with Path(name).open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise EnvironmentProblem(f"{name} can't be read: {error.strerror or error}") from error
