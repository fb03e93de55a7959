"""`factsheet check`: every problem in the content, in one run."""

import os
import sys
from pathlib import Path
from typing import get_args

import click

from factsheet.building.checking import check_publication
from factsheet.cli.reporting import ReportForm, count, report
from factsheet.cli.showing import is_coloured
from factsheet.project import find


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(ReportForm)),
    default="full",
    show_default=True,
    help="The form of the report.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@click.option("--on", metavar="MOMENT", default="", help="The day or moment that embargoes are compared with.")
def command(form: ReportForm, on: str, *, strict: bool) -> int:
    """Report every problem in the content.

    Exit code 1 where there are errors; warnings and advice do not fail, unless --strict is given.
    """
    checked = check_publication(find(Path.cwd()), on=on, epoch=os.environ.get("SOURCE_DATE_EPOCH", ""))
    if checked.diagnostics or form == "json":
        text = report(checked.diagnostics, checked.project.root, form=form, is_coloured=is_coloured(sys.stdout))
        click.echo(text, nl=False)
    else:
        records = count(len(checked.corpus.records), "record")
        click.echo(f"No problems found in {records}.")
    grave = {"error", "warning"} if strict else {"error"}
    return 1 if any(diagnostic.severity in grave for diagnostic in checked.diagnostics) else 0
