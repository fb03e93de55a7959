"""`factsheet fmt`: the canonical layout of the files that people write."""

from collections.abc import Iterator
from pathlib import Path

import click

from factsheet.cli.diffs import show_diff
from factsheet.cli.reporting import count
from factsheet.cli.selecting import Selection, select
from factsheet.cli.showing import harmless
from factsheet.diagnostics import EnvironmentProblem
from factsheet.editing.files import replace_file
from factsheet.editing.formatting import Formatted, format_file
from factsheet.model import Document, Object
from factsheet.project.files import is_yaml, list_files
from factsheet.project.finding import CONTENT, SITE
from factsheet.project.reading import CAPTURES, find_schema_folders
from factsheet.project.records import find_kind
from factsheet.schemas import Schemas


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_checks", is_flag=True, help="Write nothing; exit code 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change, with the same exit code.")
def command(paths: tuple[Path, ...], *, only_checks: bool, diff: bool) -> int:
    """Lay out the files of the content, or some of them: fields in the order of their schema, one entry a line.

    Comments stay with their entries, and values are what they were: a file for which that can't be had is left alone,
    and named.
    """
    selection = select(paths, Path.cwd())
    changed, seen = 0, 0
    for path, before, done in _format_all(selection):
        seen += 1
        if done.problem:
            click.echo(f"{harmless(path)}: left as it is: {done.problem}", err=True)
        if done.data == before:
            continue
        changed += 1
        if diff:
            click.echo(show_diff(path, before, done.data), nl=False)
        elif only_checks:
            click.echo(f"{harmless(path)}: would change")
        else:
            replace_file(selection.root / path, done.data)
            click.echo(f"{harmless(path)}: laid out")
    rest = count(seen - changed, "file")
    if diff or only_checks:
        click.echo(f"{count(changed, 'file')} would change, {rest} would not.", err=True)
        return 1 if changed else 0
    click.echo(f"{count(changed, 'file')} changed, {rest} as they were.", err=True)
    return 0


def _format_all(selection: Selection) -> Iterator[tuple[str, bytes, Formatted]]:
    schemas = Schemas.read(find_schema_folders(selection.root))
    for path in list_files(selection.root, CONTENT).paths:
        if not is_yaml(path) or path.startswith(CAPTURES) or not selection.holds(path):
            continue
        try:
            before = (selection.root / path).read_bytes()
        except OSError as error:
            raise EnvironmentProblem(f"{path}: can't be read: {error.strerror}") from None

        def find_schema(document: Document, path: str = path) -> Object:
            kind = schemas.site if path == SITE else find_kind(document, schemas)
            return kind.schema if kind else {}

        yield path, before, format_file(before, path, find_schema, schemas)
