"""`factsheet date`: what an EDTF date means."""

from typing import Literal

import click

from factsheet.cli.showing import harmless
from factsheet.model import Object

_SHOWN = 120


@click.command(
    # A year before Christ begins with a minus sign, so what looks like an unknown option is a date.
    context_settings={"ignore_unknown_options": True},
)
@click.argument("strings", metavar="STRING...", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print."
)
@click.option("--language", metavar="TAG", default="en", show_default=True, help="Language of the wording.")
def command(strings: tuple[str, ...], form: Literal["text", "json"], language: str) -> int:
    """Explain EDTF dates: validity, level, the first and last day they can mean, and wording.

    Quote dates with brackets: factsheet date "[2025-10-21..]". Exits with 1 if one of them is not EDTF.
    """
    option = next((text for text in strings if text.startswith("--")), None)
    if option:
        raise click.NoSuchOption(option, ctx=click.get_current_context())
    answers = [_explain(text, language) for text in strings]
    if form == "json":
        _print_json([answer for answer, _ in answers])
    else:
        click.echo("\n\n".join(_write(answer, problem) for answer, problem in answers))
    return 0 if all(answer["valid"] for answer, _ in answers) else 1


def _explain(text: str, language: str) -> tuple[Object, list[str]]:
    """Return what is printed of a date, and the lines that say what is wrong with it."""
    from factsheet.dates import DateError, parse  # noqa: PLC0415 - `--help` loads no more than it prints
    from factsheet.wording import word_date  # noqa: PLC0415 - as above

    answer: Object = {"input": text, "valid": False, "level": None, "earliest": None, "latest": None, "text": None}
    try:
        date = parse(text)
    except DateError as error:
        return answer, _point_at(text, error.offset, str(error))
    found: Object = {"valid": True, "level": date.level, "earliest": date.earliest, "latest": date.latest}
    return {**answer, **found, "text": word_date(text, language)}, []


def _point_at(text: str, offset: int, reason: str) -> list[str]:
    start = max(0, offset - _SHOWN // 2)
    before = harmless(text[start:offset])
    return [f"{before}{harmless(text[offset : start + _SHOWN])}", " " * len(before) + "^", harmless(reason)]


def _write(answer: Object, problem: list[str]) -> str:
    if problem:
        return "\n".join(["not EDTF", *(f"  {line}" for line in problem)])
    lines = [
        ("level", answer["level"]),
        ("earliest", answer["earliest"] or "open or unknown"),
        ("latest", answer["latest"] or "open or unknown"),
        ("wording", answer["text"]),
    ]
    return "\n".join([f"{answer['input']}", *(f"  {name:<9}{value}" for name, value in lines)])


def _print_json(answers: list[Object]) -> None:
    from factsheet.encoding import encode  # noqa: PLC0415 - as above

    for answer in answers:
        # A byte that is no UTF-8 arrives as a lone surrogate, which JSON can't hold.
        answer["input"] = str(answer["input"]).encode(errors="backslashreplace").decode()
    click.echo(encode(answers, indent=True).decode())
