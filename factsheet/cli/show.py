"""`factsheet show`: one record as a reader sees it, or its sheet."""

import shutil
import sys
from datetime import date

import click

from factsheet import defaults
from factsheet.cli.listing import find_state
from factsheet.cli.opening import Opened, open_publication, publish_all
from factsheet.cli.sheet_lines import Reading, write_sheet
from factsheet.cli.showing import is_coloured
from factsheet.composing import Desk, compose_record, designation_status, name_on
from factsheet.composing.days import last_day
from factsheet.diagnostics import FactsheetError, did_you_mean
from factsheet.encoding import encode
from factsheet.model import Object, Record

_WIDEST = 100


def _read_day(context: click.Context, parameter: click.Parameter, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise click.BadParameter(f'"{value}" is no day; write one such as 2017-01-28', context, parameter) from None


@click.command()
@click.argument("identifier", metavar="ID")
@click.option("--language", metavar="TAG", default="", help="Language to read it in. Left out: the site's first.")
@click.option(
    "--on", "day", metavar="DAY", default="", callback=_read_day, help="Also tell its name and listings on that day."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for reading, or the sheet as published.",
)
def command(identifier: str, language: str, day: str, form: str) -> int:
    """Show one record: its facts with their owners and sources, the claims about it, and who refers to it.

    A draft is shown as it would be published, and marked. A former id finds the record too.
    """
    if day and form == "json":
        raise click.UsageError("--on is for --format text: a sheet holds for every day")
    opened = open_publication()
    record = _find(identifier, opened)
    corpus = opened.corpus if record.is_published else publish_all(opened.corpus, record.id)
    project = opened.project
    desk = Desk(corpus, project.schemas, project.site, project.files)
    sheet = compose_record(corpus.records[record.id], desk)
    if form == "json":
        click.echo(encode(sheet, indent=True))
        return 0
    columns = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    folders = (str(defaults.TEMPLATES), str(project.root / "templates"))
    default = project.languages[0]
    reading = Reading(sheet, project.schemas, language or default, default, columns, folders)
    at = record.document.locate(())
    lines = write_sheet(
        reading,
        state=find_state(record),
        file=f"{at.path}:{at.line}",
        on=_tell_day(record, desk, day) if day else None,
        is_coloured=is_coloured(sys.stdout),
    )
    click.echo("\n".join(lines))
    return 0


def _find(identifier: str, opened: Opened) -> Record:
    corpus = opened.corpus
    name = corpus.former_ids.get(identifier, identifier)
    if name in corpus.records:
        return corpus.records[name]
    if name in opened.project.broken:
        raise FactsheetError(f'the record "{name}" has errors; `factsheet check` shows them')
    hint = did_you_mean(name, [*corpus.records, *corpus.former_ids])
    raise FactsheetError(f'there is no record "{name}"; {hint or "`factsheet list` lists all"}')


def _tell_day(record: Record, desk: Desk, day: str) -> Object:
    """Return the name that a record bore on a day, and the state of each of its listings then."""
    told: Object = {"day": day}
    if "name" in record.data:
        then = name_on(record.data, day, language=desk.languages[0])
        told |= {"name": then.name, "is_later": then.is_later}
    designations = record.data.get("designations")
    as_of = last_day(record.data.get("as_of"))
    listings = [each for each in designations if isinstance(each, dict)] if isinstance(designations, list) else []
    return told | {"listings": [designation_status(each, day, as_of=as_of) for each in listings]}
