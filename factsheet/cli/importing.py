"""`factsheet import`: foreign data to records, and what was not understood."""

import os
import sys
from difflib import unified_diff
from pathlib import Path

import click

from factsheet.building.checking import check_publication
from factsheet.cli.reporting import count, report
from factsheet.cli.showing import harmless, is_coloured
from factsheet.diagnostics import EnvironmentProblem
from factsheet.encoding import encode
from factsheet.importing import (
    IMPORTERS,
    Change,
    Options,
    Plan,
    Report,
    Wishes,
    as_object,
    load_mapping,
    plan_import,
    write_plan,
)
from factsheet.importing.dating import check_date, check_form
from factsheet.model import Json, Object
from factsheet.project import Project, find, read_project

_LONGEST = 60
_MOST_SHOWN = 20
_FORMS = "\n".join(f"  {name:<16} {form.description}" for name, form in IMPORTERS.items())


@click.command(epilog=f"\b\nFormats:\n{_FORMS}")
@click.argument("form", metavar="FORMAT", type=click.Choice(list(IMPORTERS)))
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", metavar="ID", default="", help="The id of the source that the file is.")
@click.option("--publisher", metavar="NAME", default="", help="Who publishes the data, where the file does not say.")
@click.option("--description", metavar="TEXT", default="", help="What the data are, in your words.")
@click.option("--url", metavar="URL", default="", help="Where you had the file from.")
@click.option("--as-of", metavar="DATE", default="", help="The day to which the data hold.")
@click.option("--mapping", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="For csv and xlsx: which column goes into which field.")  # fmt: skip
@click.option("--date-format", metavar="FORM", default="", help="How the file writes dates, such as DD/MM/YYYY.")
@click.option("--encoding", metavar="NAME", default="utf-8", show_default=True, help="How the file is written.")
@click.option("--scheme", metavar="NAME", default="", help="For popolo and ftm: the register that its ids belong to.")
@click.option("--kind", metavar="KIND", default="", help="For wikidata: what entities of a class not known here are.")
@click.option("--publish", is_flag=True, help="Write records that are published, not drafts.")
@click.option(
    "--keep-mine", is_flag=True, help="Settle conflicts: what was changed by hand stays, and is not told again."
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@click.option("--report", "report_file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Write the whole report as JSON.")  # fmt: skip
def command(form: str, file: Path, report_file: Path | None, **wishes: str | bool | Path | None) -> int:
    """Make records of foreign data: one source for the file, and what it holds as drafts that cite it.

    A second import of the same file, or of a newer one, changes what was not changed by hand. What was changed by hand
    and in the file is listed and stays as it is. Exit code 1 where there are such conflicts, or records that can't be
    written, or problems in what was written.
    """
    project = read_project(find(Path.cwd()))
    options = _read_options(project, wishes)
    plan = plan_import(
        project,
        form,
        _read(file),
        file=file.name,
        options=options,
        wishes=Wishes(
            source=str(wishes["source"]),
            publisher=str(wishes["publisher"]),
            description=str(wishes["description"]),
            url=str(wishes["url"]),
            as_of=str(wishes["as_of"]),
            publish=bool(wishes["publish"]),
            keep_mine=bool(wishes["keep_mine"]),
        ),
    )
    if report_file:
        report_file.write_bytes(encode(as_object(plan.report), indent=True) + b"\n")
    if wishes["dry_run"]:
        click.echo(_show_changes(plan.changes), nl=False)
    else:
        _write(project.root, plan)
    click.echo(_summarise(plan, is_dry=bool(wishes["dry_run"])))
    has_errors = not wishes["dry_run"] and _check(project.root, plan)
    return 1 if plan.report.has_conflicts or has_errors else 0


def _read_options(project: Project, wishes: dict[str, str | bool | Path | None]) -> Options:
    date_format, as_of, kind = (str(wishes[name]) for name in ("date_format", "as_of", "kind"))
    if date_format and (wrong := check_form(date_format)):
        raise click.UsageError(wrong)
    if kind and kind not in project.schemas.kinds:
        raise click.UsageError(f'there is no kind "{kind}"; kinds are {", ".join(project.schemas.kinds)}')
    if as_of:
        try:
            check_date(as_of)
        except ValueError as error:
            raise click.UsageError(f"--as-of: {error}") from None
    mapping = wishes["mapping"]
    mapped: Object = load_mapping(_read(mapping), mapping.name) if isinstance(mapping, Path) else {}
    return Options(
        language=project.languages[0],
        languages=project.languages,
        date_format=date_format,
        encoding=str(wishes["encoding"]),
        scheme=str(wishes["scheme"]),
        kind=kind,
        mapping=mapped,
        schemas=project.schemas,
    )


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise EnvironmentProblem(f"{file}: can't be read: {error.strerror}") from None


def _write(root: Path, plan: Plan) -> None:
    try:
        write_plan(root, plan)
    except OSError as error:
        raise EnvironmentProblem(f"{error.filename}: can't be written: {error.strerror}") from None


def _show_changes(changes: tuple[Change, ...]) -> str:
    lines: list[str] = []
    for change in changes:
        before = (change.before or "").splitlines()
        name = change.path if change.before is not None else "/dev/null"
        lines += unified_diff(before, change.after.splitlines(), name, change.path, lineterm="")
    return "".join(f"{harmless(line)}\n" for line in lines)


def _summarise(plan: Plan, *, is_dry: bool) -> str:
    told: Report = plan.report
    counts = told.counts
    named = ", ".join(f"{number:,} {outcome}" for outcome, number in counts.items() if number)
    total = sum(counts.values())
    lines = [
        (
            f"Read {count(told.read, 'row')}: {told.taken:,} taken, {told.folded:,} folded into others, "
            f"{told.skipped:,} skipped."
        ),
        (
            f"{'Would leave' if is_dry else 'Left'} {count(total, 'record')} ({told.taken:,} taken, {told.mentioned:,} "
            f"mentioned, 1 source): {named}."
        ),
    ]
    for fate in told.fates:
        for each in fate.conflicts:
            kept = f"it stays as by hand: {_word(each.by_hand)}, not {_word(each.incoming)}"
            lines.append(f'conflict: {fate.id}: "{each.field}" was changed by hand and in the file; {kept}')
    lines += _tell_remarks(told)
    if told.unused:
        names = ", ".join(f"{name} ({number:,})" for name, number in told.unused.most_common(_MOST_SHOWN))
        more = f" and {len(told.unused) - _MOST_SHOWN} more" if len(told.unused) > _MOST_SHOWN else ""
        lines.append(f"Not read: {names}{more}.")
    if told.gone:
        lines.append(f"No longer in the file, and left as they are: {', '.join(told.gone[:_MOST_SHOWN])}.")
    return "\n".join(harmless(line) for line in lines)


def _word(value: Json) -> str:
    """Return one side of a conflict in a few words."""
    if value is None:
        return "left out"
    text = value if isinstance(value, str) else encode(value).decode()
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text


def _tell_remarks(told: Report) -> list[str]:
    """Return the remarks, those that say the same once, with the first place and how many more there are."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for remark in told.remarks:
        alike.setdefault((remark.fate, remark.field, remark.reason), []).append(remark.at)
    lines = []
    for (fate, field, reason), places in list(alike.items())[:_MOST_SHOWN]:
        more = f" and {count(len(places) - 1, 'other place')}" if len(places) > 1 else ""
        lines.append(f"{fate}: {places[0]}{more}{f', {field}' if field else ''}: {reason}")
    if len(alike) > _MOST_SHOWN:
        lines.append(f"and {count(len(alike) - _MOST_SHOWN, 'kind')} of remark more; --report writes them all")
    return lines


def _check(root: Path, plan: Plan) -> bool:
    """Print the errors in what was written; the warnings of drafts are left to `check`."""
    checked = check_publication(root, epoch=os.environ.get("SOURCE_DATE_EPOCH", ""))
    paths = {change.path for change in plan.changes}
    errors = [each for each in checked.diagnostics if each.severity == "error" and each.at.path in paths]
    if errors:
        click.echo(report(errors, root, is_coloured=is_coloured(sys.stdout)), nl=False)
    return bool(errors)
