"""`factsheet build`: from content to a site, all or nothing."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from factsheet.building import Options, Report, build
from factsheet.cli.progress import show_progress
from factsheet.cli.reporting import count, report
from factsheet.cli.showing import harmless, is_coloured
from factsheet.diagnostics import did_you_mean
from factsheet.formats import FORMATS
from factsheet.project.finding import find


def _read_formats(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    for name in names:
        if name not in FORMATS:
            hint = did_you_mean(name, list(FORMATS)) or f"there are {', '.join(FORMATS)}"
            raise click.BadParameter(f'there is no format "{name}"; {hint}', context, parameter)
    return names


@click.command()
@click.option("--out", metavar="DIR", default="public", show_default=True, help="The output folder.")
@click.option(
    "--to",
    "formats",
    metavar="FORMATS",
    default="",
    callback=_read_formats,
    help="What to make, such as html,json. Left out: the editions in content/site.yaml.",
)
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes to use. Left out: one a core.")
@click.option("--drafts", "with_drafts", is_flag=True, help="Publish drafts too, each marked as one.")
@click.option("--clean", is_flag=True, help="Forget the cache and make everything anew.")
@click.option("--on", metavar="MOMENT", default="", help="The day or moment that embargoes are compared with.")
def command(out: str, formats: tuple[str, ...], jobs: int | None, on: str, *, clean: bool, with_drafts: bool) -> int:
    """Check the content and write the site: pages, PDFs, JSON.

    Only what changed is made anew. Where anything is wrong, the last site stays as it is.
    """
    root = find(Path.cwd())
    options = Options(
        out=root / out,
        formats=formats,
        jobs=jobs or _count_cores(),
        is_clean=clean,
        with_drafts=with_drafts,
        on=on,
        epoch=os.environ.get("SOURCE_DATE_EPOCH", ""),
    )
    with show_progress("files made") as tell:
        done = build(root, replace(options, tell=tell))
    if done.changes is None:
        click.echo(report(done.diagnostics, root, is_coloured=is_coloured(sys.stderr)), err=True, nl=False)
        click.echo(f"Nothing was built; {harmless(out)} is as it was.", err=True)
        return 1
    click.echo(_tell(done, harmless(out)))
    if done.warnings:
        click.echo(f"{count(done.warnings, 'warning')}; `factsheet check` shows them.", err=True)
    return 0


def _tell(done: Report, out: str) -> str:
    changes = done.changes
    if changes is None or done.is_current:
        return f"{out} is up to date ({done.seconds:.2f} s)."
    parts = [
        f"{count(changes.written, 'file')} written",
        f"{changes.unchanged:,} unchanged",
        f"{changes.removed:,} removed",
    ]
    kept = f"; {count(changes.foreign, 'file')} there not ours kept" if changes.foreign else ""
    return f"{out}: {', '.join(parts)}{kept} ({done.seconds:.1f} s)."


def _count_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
