"""`factsheet accept`: items of a draft become records, by their names: for scripts."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factsheet.cli.diffs import show_diff
from factsheet.cli.reporting import count
from factsheet.cli.showing import harmless
from factsheet.diagnostics import FactsheetError
from factsheet.model import Json
from factsheet.project import find

if TYPE_CHECKING:
    from factsheet.reviewing import Outcome, Session, Wishes

REVIEWER = "FACTSHEET_REVIEWER"


def read_day(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Return a day as given, else today."""
    try:
        return date.fromisoformat(value).isoformat() if value else find_today()
    except ValueError:
        raise click.BadParameter(f'"{value}" is no day; write one such as 2024-11-30', context, parameter) from None


def find_today() -> str:
    """Return the day that it is where the reviewer sits."""
    return datetime.now(UTC).astimezone().date().isoformat()


def _read_pairs(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    pairs = [each.partition("=") for each in value]
    if wrong := next((name for name, sign, rest in pairs if not (name and sign and rest)), None):
        raise click.BadParameter(f'"{wrong}" has no value: write it as NAME=VALUE', context, parameter)
    return {name: rest for name, _, rest in pairs}


@click.command()
@click.argument("draft", metavar="DRAFT", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("items", metavar="[ITEM]...", nargs=-1)
@click.option("--all-high", is_flag=True, help="Also every item of high confidence.")
@click.option("--all", "is_all", is_flag=True, help="Every item that is not decided yet.")
@click.option("--reject", "rejected", metavar="ITEM", multiple=True, help="Reject an item; ITEM=REASON says why.")
@click.option("--merge", metavar="ITEM=ID", multiple=True, callback=_read_pairs, help="Merge an item into a record.")
@click.option("--set", "fields", metavar="ITEM.FIELD=VALUE", multiple=True, callback=_read_pairs,
              help="Fill a field first; VALUE is YAML.")  # fmt: skip
@click.option("--unknown", is_flag=True, help='Write "unknown" where the article leaves out what must be said.')
@click.option("--release", is_flag=True, help="Publish what was accepted as a draft and lacks nothing now.")
@click.option("--on", metavar="DAY", default="", callback=read_day, help="The day of the review. Left out: today.")
@click.option("--by", metavar="NAME", envvar=REVIEWER, default="", help=f"Who reviews; else ${REVIEWER}.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
def command(draft: Path, items: tuple[str, ...], rejected: tuple[str, ...], **options: object) -> int:
    """Make records of items of a DRAFT, by the names they have in it (claim-1) or their ids.

    What an item needs comes with it: a claim its claimant and its source. Where the article leaves out what a record
    must have, the record is a draft until somebody fills it in. Exit code 1 where an item is refused.
    """
    from factsheet.reviewing import Session, list_draft_changes, plan_release  # noqa: PLC0415 -- `--help` needs none

    session = Session(find(Path.cwd()), draft)
    if options["release"]:
        if items or rejected or any(options[name] for name in ("merge", "fields", "all_high", "is_all")):
            raise click.UsageError("--release stands alone: it publishes what was accepted before")
        plan = plan_release(session.project, session.draft, session.verdicts)
    else:
        plan = session.plan(_read_wishes(session, items, rejected, options))
    if options["dry_run"]:
        for change in list_draft_changes(plan, session):
            click.echo(show_diff(change.path, (change.before or "").encode(), change.after.encode()), nl=False)
    else:
        session.carry_out(plan)
    for outcome in plan.outcomes:
        click.echo(word_outcome(outcome))
    refused = sum(each.fate == "refused" for each in plan.outcomes)
    click.echo(_sum_up(plan.outcomes, is_dry=bool(options["dry_run"])))
    return 1 if refused else 0


def _read_wishes(
    session: "Session", items: tuple[str, ...], rejected: tuple[str, ...], options: dict[str, object]
) -> "Wishes":
    from factsheet.reviewing import Wishes  # noqa: PLC0415 -- as above

    _set_fields(session, _pairs(options["fields"]))
    reasons = {session.find(name).key: reason for name, _, reason in (each.partition("=") for each in rejected)}
    merge = {session.find(name).key: target for name, target in _pairs(options["merge"]).items()}
    chosen = [session.find(name).key for name in items]
    for item in session.waiting:
        if options["is_all"] or (options["all_high"] and item.confidence == "high"):
            chosen.append(item.key)
    accept = tuple(dict.fromkeys(key for key in chosen if key not in reasons and key not in merge))
    if not (accept or reasons or merge or options["is_all"] or options["all_high"]):
        raise click.UsageError("name the items to accept, or --all-high, --all, --reject or --merge")
    return Wishes(
        accept=accept,
        reject=reasons,
        merge=merge,
        on=str(options["on"]),
        by=str(options["by"]),
        is_unknown_written=bool(options["unknown"]),
    )


def word_outcome(outcome: "Outcome") -> str:
    """Return what became of an item, one line each for what else is to be told."""
    along = "" if outcome.is_asked else " (it is needed)"
    lines = [f"{outcome.key}: {outcome.fate}{along}: {outcome.id}", *(f"    {note}" for note in outcome.notes)]
    return "\n".join(harmless(line) for line in lines)


def _sum_up(outcomes: "tuple[Outcome, ...]", *, is_dry: bool) -> str:
    fates = dict.fromkeys(each.fate for each in outcomes)
    counts = ", ".join(f"{sum(each.fate == fate for each in outcomes):,} {fate}" for fate in fates)
    return f"{'Would settle' if is_dry else 'Settled'} {count(len(outcomes), 'item')}: {counts or 'nothing to do'}."


def _set_fields(session: "Session", fields: dict[str, str]) -> None:
    from factsheet.reviewing import set_field  # noqa: PLC0415 -- as above

    for name, typed in fields.items():
        item, dot, field = name.partition(".")
        if not dot:
            raise click.UsageError(f"--set {name}: write the item and the field, such as claim-1.about")
        key = session.find(item).key
        session.draft = set_field(session.draft, key, field, read_value(typed), session.project.schemas)


def read_value(typed: str) -> Json:
    """Return what was typed for a field, as YAML. Raises FactsheetError."""
    from factsheet import loading  # noqa: PLC0415 -- as above

    reading = loading.load(typed.encode(), "value")
    if reading.diagnostics or len(reading.documents) != 1:
        reason = reading.diagnostics[0].message if reading.diagnostics else "it is no single value"
        raise FactsheetError(f'"{typed}" can\'t be read: {reason}')
    return reading.documents[0].value


def _pairs(value: object) -> dict[str, str]:
    return {str(name): str(each) for name, each in value.items()} if isinstance(value, dict) else {}
