"""`factsheet check`: every problem in the content, in one run."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from factsheet.building.mending import find_mended, write_mended
from factsheet.building.rechecking import Question, Verdict, recheck
from factsheet.cli.diffs import show_diff
from factsheet.cli.holdings import tell_coverage
from factsheet.cli.reporting import MOST_SHOWN, ReportForm, count, report
from factsheet.cli.selecting import Selection, select
from factsheet.cli.showing import harmless, is_coloured
from factsheet.diagnostics import Diagnostic, Severity

_MOST_ROUNDS = 5
"""A fix may show another problem that can be fixed; it does so once or twice."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What to report, and how."""

    selection: Selection
    form: ReportForm
    grave: frozenset[Severity]
    most: int | None


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(ReportForm)),
    default="full",
    show_default=True,
    help="The form of the report.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@click.option("--fix", is_flag=True, help="Make the safe corrections in the files, then check again.")
@click.option("--diff", is_flag=True, help="Show the safe corrections, and write nothing.")
@click.option("--all", "shows_all", is_flag=True, help=f"Show more than {MOST_SHOWN} problems.")
@click.option("--on", metavar="MOMENT", default="", help="The day or moment that embargoes are compared with.")
def command(paths: tuple[Path, ...], form: ReportForm, on: str, **flags: bool) -> int:
    """Report every problem in the content, or only those in some files or folders.

    The whole publication is read in any case: what other files say counts. Exit code 1 where there are errors;
    warnings and advice do not fail, unless --strict is given.
    """
    selection = select(paths, Path.cwd())
    grave: frozenset[Severity] = frozenset(("error", "warning") if flags["strict"] else ("error",))
    asked = _Asked(selection, form, grave, None if flags["shows_all"] else MOST_SHOWN)
    check = _make_check(selection.root, on)
    if flags["diff"]:
        return _show_fixes(asked, check())
    if flags["fix"]:
        _fix(asked, check)
    return _report(asked, check())


def _make_check(root: Path, on: str) -> Callable[[], Verdict]:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    today = "" if on or epoch else datetime.now().astimezone().date().isoformat()
    return lambda: recheck(root, Question(on, epoch, today, tell_coverage))


def _report(asked: _Asked, checked: Verdict) -> int:
    root = asked.selection.root
    found = asked.selection.keep(checked.diagnostics)
    if found or asked.form != "full":
        text = report(
            found,
            root,
            form=asked.form,
            is_coloured=asked.form in {"full", "concise"} and is_coloured(sys.stdout),
            most=asked.most,
            grave=asked.grave,
            more={"coverage": checked.coverage} if asked.form == "json" else None,
        )
        click.echo(text, nl=False)
    else:
        records = count(checked.records, "record")
        where = records if asked.selection.is_everything else f"{asked.selection.names} ({records} read)"
        click.echo(f"No problems found in {where}.")
    if asked.form == "full" and asked.selection.is_everything:
        click.echo(f"\n{checked.words}", nl=False)
    return _judge(found, asked)


def _judge(found: Sequence[Diagnostic], asked: _Asked) -> int:
    return 1 if any(diagnostic.severity in asked.grave for diagnostic in found) else 0


def _show_fixes(asked: _Asked, checked: Verdict) -> int:
    found = asked.selection.keep(checked.diagnostics)
    files = list(find_mended(asked.selection.root, found))
    for each in files:
        click.echo(show_diff(each.path, each.before, each.after), nl=False)
    number = sum(len(each.applied) for each in files)
    click.echo(
        f"{count(number, 'correction')} in {count(len(files), 'file')} with --fix; nothing is written.", err=True
    )
    return _judge(found, asked)


def _fix(asked: _Asked, check: Callable[[], Verdict]) -> None:
    root = asked.selection.root
    number, paths = 0, set[str]()
    for _ in range(_MOST_ROUNDS):
        files = list(find_mended(root, asked.selection.keep(check().diagnostics)))
        if not files:
            break
        write_mended(root, files)
        number += sum(len(each.applied) for each in files)
        paths |= {each.path for each in files}
    where = f" in {', '.join(harmless(path) for path in sorted(paths))}" if paths else ""
    click.echo(f"{count(number, 'correction')} made{where}.", err=True)
