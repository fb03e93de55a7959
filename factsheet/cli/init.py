"""`factsheet init`: a small publication to begin with."""

from pathlib import Path

import click

from factsheet.cli.reporting import count
from factsheet.cli.showing import harmless
from factsheet.scaffolding.publication import LANGUAGES, create_publication


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of the example and its comments.",
)
def command(directory: Path, language: str) -> int:
    """Make a small publication in DIR that builds at once: invented records, with comments that teach.

    DIR is a new folder or an empty one.
    """
    files = create_publication(directory, language)
    name = harmless(str(directory))
    click.echo(f"{count(len(files), 'file')} written into {name}. Next:")
    click.echo(f"  factsheet -C {name} serve    shows it in the browser")
    click.echo(f"  factsheet -C {name} build    makes pages, PDFs and JSON in {name}/public")
    return 0
