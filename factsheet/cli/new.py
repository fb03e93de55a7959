"""`factsheet new`: one record to begin with, in the right folder."""

from pathlib import Path

import click

from factsheet import loading
from factsheet.diagnostics import EnvironmentProblem, did_you_mean
from factsheet.model import Json
from factsheet.project import Project, find, read_project
from factsheet.project.editors import make_editor_schema, name_file, write_modeline
from factsheet.project.records import is_id, suggest_id
from factsheet.scaffolding.records import write_new_record
from factsheet.schemas import Kind


@click.command()
@click.argument("kind", metavar="KIND")
@click.argument("record", metavar="ID")
@click.option("--name", metavar="TEXT", default="", help="Its name or title, in the site's first language.")
@click.option("--set", "typed", metavar="FIELD=VALUE", multiple=True, help="A field with its value, as YAML has it.")
@click.option("--print", "prints", is_flag=True, help="Print the record, and write nothing.")
def command(kind: str, record: str, name: str, typed: tuple[str, ...], *, prints: bool) -> int:
    """Write a new record of a KIND: its fields, and what each of them means.

    What must be there and is not given is left empty; `factsheet check` then asks for it. The file is named ID.yaml.
    """
    project = read_project(find(Path.cwd()))
    found = _find_kind(project, kind)
    _check_id(project, record)
    values = _read_values(found, name, typed)
    path = f"content/{found.folder}/{record}.yaml"
    text = write_new_record(found, project.schemas, values, modeline=write_modeline(path, found.name))
    if prints:
        click.echo(text, nl=False)
        return 0
    _write(project.root / path, text.encode(), "x")
    schema = project.root / name_file(found.name)
    if not schema.exists():
        _write(schema, make_editor_schema(found, project.schemas), "x")
        click.echo(f"{name_file(found.name)} written: editors complete and check by it.")
    click.echo(f"{path} written; `factsheet check {path}` tells what is missing.")
    return 0


def _find_kind(project: Project, name: str) -> Kind:
    kinds = project.schemas.kinds
    if name not in kinds:
        hint = did_you_mean(name, list(kinds)) or f"kinds are {', '.join(kinds)}"
        raise click.UsageError(f'there is no kind "{name}"; {hint}')
    return kinds[name]


def _check_id(project: Project, record: str) -> None:
    if not is_id(record):
        near = suggest_id(record)
        hint = f'; did you mean "{near}"?' if near else ""
        raise click.UsageError(f'"{record}" can\'t be an id: small letters a to z, digits and single hyphens{hint}')
    for each in project.records:
        former = each.data.get("former_ids")
        if each.id == record or (isinstance(former, list) and record in former):
            was = "is" if each.id == record else "was"
            raise click.UsageError(f'"{record}" {was} the id of {each.document.path}')
    if record in project.broken:
        raise click.UsageError(f'"{record}" is the id of a record that can\'t be read; `factsheet check` tells why')


def _read_values(kind: Kind, name: str, typed: tuple[str, ...]) -> dict[str, Json]:
    properties = kind.schema.get("properties")
    fields = list(properties) if isinstance(properties, dict) else []
    values: dict[str, Json] = {}
    if name:
        if kind.label not in fields:
            raise click.UsageError(f"a {kind.name} has no name")
        values[kind.label] = name
    for each in typed:
        field, is_given, text = each.partition("=")
        if not is_given or field not in fields:
            hint = did_you_mean(field, fields) or f"the fields of a {kind.name} are {', '.join(fields)}"
            raise click.UsageError(f'--set {each}: there is no field "{field}"; {hint}')
        values[field] = _read_value(field, text)
    return values


def _read_value(field: str, text: str) -> Json:
    reading = loading.load(f"{field}: {text}\n".encode(), f"--set {field}")
    value = reading.documents[0].value if reading.documents else None
    if not isinstance(value, dict) or value.get(field) is None:
        told = "; ".join(f"{each.message}; {each.hint}" for each in reading.diagnostics) or "no value is given"
        raise click.UsageError(f"--set {field}={text}: {told}")
    return value[field]


def _write(path: Path, data: bytes, mode: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open(f"{mode}b") as file:
            file.write(data)
    except FileExistsError:
        raise click.UsageError(f"{path} is there already") from None
    except OSError as error:
        raise EnvironmentProblem(f"{path}: can't be written: {error.strerror}") from None
