"""`factsheet schema`: the schemas by which editors complete and check."""

from pathlib import Path

import click

from factsheet.diagnostics import EnvironmentProblem, FactsheetError, did_you_mean
from factsheet.project.editors import find_stale, make_editor_schema, make_editor_schemas, name_file
from factsheet.project.finding import find
from factsheet.project.reading import find_schema_folders
from factsheet.schemas import Schemas


@click.command()
@click.argument("kind", metavar="[KIND]", default="")
@click.option("--write", is_flag=True, help="Write the schemas of all kinds, or of KIND, into .editor/.")
def command(kind: str, *, write: bool) -> int:
    """Print the schema of a kind (or of site.yaml: site) for editors, or list what there is.

    The schema needs no other file and no network. yaml-language-server finds it by the first line of each record that
    `factsheet new` writes; check-jsonschema takes it with --schemafile.
    """
    root = _find_root(is_needed=write or not kind)
    schemas = Schemas.read(find_schema_folders(root) if root else find_schema_folders(Path("/nowhere")))
    if kind:
        _check_kind(kind, schemas)
    if write and root:
        _write(root, schemas, kind)
    elif kind:
        click.echo(make_editor_schema(schemas.kind(kind), schemas).decode(), nl=False)
    elif root:
        _list(root, schemas)
    return 0


def _find_root(*, is_needed: bool) -> Path | None:
    try:
        return find(Path.cwd())
    except FactsheetError:
        if is_needed:
            raise
        return None


def _check_kind(kind: str, schemas: Schemas) -> None:
    known = [*schemas.kinds, "site"]
    if kind not in known:
        hint = did_you_mean(kind, known) or f"kinds are {', '.join(known)}"
        raise click.UsageError(f'there is no kind "{kind}"; {hint}')


def _write(root: Path, schemas: Schemas, kind: str) -> None:
    files = make_editor_schemas(schemas)
    for path, data in files.items():
        if kind and path != name_file(kind):
            continue
        target = root / path
        is_new = not target.is_file() or target.read_bytes() != data
        try:
            target.parent.mkdir(exist_ok=True)
            if is_new:
                target.write_bytes(data)
        except OSError as error:
            raise EnvironmentProblem(f"{target}: can't be written: {error.strerror}") from None
        click.echo(f"{path} {'written' if is_new else 'is up to date'}")


def _list(root: Path, schemas: Schemas) -> None:
    stale = {each.at.path for each in find_stale(root, schemas)}
    for path in make_editor_schemas(schemas):
        is_there = (root / path).is_file()
        state = "not written" if not is_there else "out of date" if path in stale else "up to date"
        click.echo(f"{path}: {state}")
