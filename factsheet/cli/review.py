"""`factsheet review`: a draft gone through item by item, in the terminal."""

import shutil
import sys
from pathlib import Path

import click

from factsheet.cli.accept import REVIEWER, read_day
from factsheet.cli.showing import is_coloured
from factsheet.project import find

_WIDEST = 100


@click.command()
@click.argument("draft", metavar="DRAFT", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--on", metavar="DAY", default="", callback=read_day, help="The day of the review. Left out: today.")
@click.option("--by", metavar="NAME", envvar=REVIEWER, default="", help=f"Who reviews; else ${REVIEWER}.")
def command(draft: Path, on: str, by: str) -> int:
    """Go through a DRAFT item by item: accept, edit, reject, merge into a record, skip, go back.

    Each decision is written at once: records to content/, the rest to the draft and to drafts/. It can be left at any
    time and gone on with later. In the browser `factsheet serve` shows the drafts that lie in drafts/.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("this is no terminal: `factsheet accept DRAFT ITEM...` does the same in scripts")
    from factsheet.cli.review_loop import Talk, go_through  # noqa: PLC0415 -- `--help` needs none of it
    from factsheet.cli.review_pages import Screen  # noqa: PLC0415 -- as above
    from factsheet.reviewing import Session  # noqa: PLC0415 -- as above

    columns = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
    talk = Talk(ask=_ask, tell=click.echo, edit=_edit, screen=Screen(columns, is_coloured(sys.stdout)))
    go_through(Session(find(Path.cwd()), draft), talk, on=on, by=by)
    return 0


def _ask(question: str) -> str | None:
    """Return what was typed, or None at the end of the input or after Ctrl-C."""
    try:
        answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ")
    except click.Abort:
        click.echo()
        return None
    return answer.strip()


def _edit(text: str) -> str | None:
    try:
        return click.edit(text, extension=".yaml")
    except click.ClickException as error:  # no editor, or it failed
        click.echo(f"{error.format_message()}; $EDITOR names the program to edit with", err=True)
        return None
