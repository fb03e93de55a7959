"""`factsheet explain`: the rules, and the page of each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

import click

from factsheet.cli.showing import harmless
from factsheet.diagnostics import did_you_mean
from factsheet.model import Json

if TYPE_CHECKING:
    from factsheet.rules import Rule

_COLOURS: Final = {"error": "red", "warning": "yellow", "advice": "cyan"}
_WIDTH: Final = 100


@click.command()
@click.argument("name", metavar="[RULE]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "md", "json"]),
    default="text",
    show_default=True,
    help="How to print; md prints all pages.",
)
def command(name: str | None, form: Literal["text", "md", "json"]) -> None:
    """List the rules of `check`, or explain one: what it says, why, and how to silence it."""
    from factsheet.rules import RULES  # noqa: PLC0415 -- `--help` loads no more than it prints

    if name is not None and name not in RULES:
        hint = did_you_mean(name, list(RULES)) or "`factsheet explain` lists the rules"
        raise click.UsageError(f'there is no rule "{harmless(name)}"; {hint}')
    chosen = RULES if name is None else {name: RULES[name]}
    if form == "json":
        from factsheet.encoding import encode  # noqa: PLC0415 -- as above

        click.echo(encode([_as_object(chosen[each]) for each in sorted(chosen)], indent=True).decode())
    elif form == "md":
        from factsheet.rules.pages import write_markdown  # noqa: PLC0415 -- as above

        click.echo(write_markdown(chosen), nl=False)
    elif name is None:
        click.echo(_write_list(chosen), nl=False)
    else:
        click.echo(_write_page(chosen[name]), nl=False)


def _write_list(rules: Mapping[str, "Rule"]) -> str:
    from factsheet.rules.pages import STAGES  # noqa: PLC0415 -- as above

    lines: list[str] = []
    longest = max(map(len, rules))
    for stage, heading in STAGES.items():
        lines += ["", click.style(heading, bold=True)]
        for name in sorted(rules):
            rule = rules[name]
            if rule.stage == stage:
                severity = click.style(f"{rule.severity:<7}", fg=_COLOURS[rule.severity])
                lines.append(f"  {severity}  {name:<{longest}}  {_first_sentence(rule.says)}")
    return "\n".join(lines[1:]) + "\n\n`factsheet explain RULE` prints the page of one.\n"


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].removesuffix(".") + "."


def _write_page(rule: "Rule") -> str:
    from factsheet.rules.pages import read_page  # noqa: PLC0415 -- as above

    page = read_page(rule)
    head = click.style(f"{rule.severity}[{rule.name}]", fg=_COLOURS[rule.severity], bold=True)
    parts = [head, *(click.wrap_text(text, _WIDTH) for text in (page.says, *page.paragraphs))]
    for example in page.examples:
        word = click.style("Good" if example.is_good else "Bad", bold=True)
        block = "\n".join(f"    {line}".rstrip() for line in example.text.splitlines())
        parts += [f"{word}:{example.note}\n{block}"]
    return "\n\n".join([*parts, click.wrap_text(page.silencing, _WIDTH)]) + "\n"


def _as_object(rule: "Rule") -> dict[str, Json]:
    return {
        "name": rule.name,
        "severity": rule.severity,
        "stage": rule.stage,
        "firm": rule.is_firm,
        "says": rule.says,
        "text": rule.text,
    }
