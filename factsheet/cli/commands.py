"""The program, its global options, and the table of commands; a command's module is imported when it runs."""

import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

import click

from factsheet import __version__
from factsheet.diagnostics import did_you_mean


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command lives ("module:name") and its line in the help."""

    target: str
    help: str


COMMANDS: Final[dict[str, Entry]] = {
    "init": Entry("factsheet.cli.init:command", "Make a small publication that builds at once."),
    "check": Entry("factsheet.cli.check:command", "Report every problem in the content."),
    "build": Entry("factsheet.cli.build:command", "Check the content and write the site: pages, PDFs, JSON."),
    "serve": Entry("factsheet.cli.serve:command", "Show the site in the browser, fresh after each edit."),
    "import": Entry("factsheet.cli.importing:command", "Make records of foreign data: UCDP, PA-X, Wikidata, CSV ..."),
    "list": Entry("factsheet.cli.listing:command", "List the records: id, kind, label, date, file."),
    "show": Entry("factsheet.cli.show:command", "Show one record as a reader sees it, or its sheet."),
    "new": Entry("factsheet.cli.new:command", "Write a new record of a kind, with what each field means."),
    "fmt": Entry("factsheet.cli.fmt:command", "Lay out the content's files, comments kept."),
    "schema": Entry("factsheet.cli.schema:command", "Print or write the schemas by which editors complete and check."),
    "read": Entry("factsheet.cli.read:command", "Print what YAML files hold, as JSON lines."),
    "extract": Entry("factsheet.cli.extract:command", "Draw up a draft of records from an article."),
    "review": Entry("factsheet.cli.review:command", "Go through a draft: accept, edit, reject, merge each item."),
    "accept": Entry("factsheet.cli.accept:command", "Make records of items of a draft, by name: for scripts."),
    "date": Entry("factsheet.cli.date:command", "Explain EDTF dates: validity, bounds, wording."),
    "explain": Entry("factsheet.cli.explain:command", "List the rules of check, or explain one."),
}


class _Program(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].target.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        word = args[0]
        if word not in COMMANDS and not word.startswith("-"):
            ctx.fail(f'there is no command "{word}"; {did_you_mean(word, list(COMMANDS))}'.removesuffix("; "))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])


@click.group(
    cls=_Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "-C",
    "directory",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Run as if started in DIR.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the reports.",
)
@click.version_option(__version__, prog_name="factsheet", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context, directory: Path | None, color: str) -> None:
    """Make checked, sourced fact sheets from YAML: web pages, PDFs and JSON."""
    ctx.color = {"always": True, "never": False}.get(color)
    if directory:
        os.chdir(directory)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
