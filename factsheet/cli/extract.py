"""`factsheet extract`: an article in, a draft out, every value with its evidence."""

import contextlib
import datetime as dt
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from factsheet.cli.reports.found import count
from factsheet.diagnostics import FactsheetError
from factsheet.model import Object

if TYPE_CHECKING:
    from factsheet.extraction import Findings, Gazetteer, Provider

_MOST = 16 * 1024 * 1024


def _read_class(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return a class of sources. Raises a complaint about usage where there is no such class."""
    if value is None:
        return None
    from factsheet import defaults  # noqa: PLC0415 - `--help` loads no more than it prints
    from factsheet.encoding import decode  # noqa: PLC0415 - as above

    schema = decode((defaults.SCHEMAS / "source.schema.json").read_bytes())
    fields = schema.get("properties") if isinstance(schema, dict) else None
    field = fields.get("class") if isinstance(fields, dict) else None
    words = field.get("enum") if isinstance(field, dict) else None
    if isinstance(words, list) and value not in words:
        raise click.BadParameter(f"'{value}' is not one of {', '.join(map(str, words))}", context, parameter)
    return value


@click.command()
@click.argument("article", metavar="ARTICLE", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--published", metavar="DATE", help="The day the article was published, YYYY-MM-DD; days are reckoned from it."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["draft", "annotations"]),
    default="draft",
    show_default=True,
    help="A draft in YAML, or the JSON that annotated articles are scored in.",
)
@click.option("--output", "-o", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE.")
@click.option(
    "--input",
    "markup",
    type=click.Choice(["text", "html", "markdown"]),
    help="What the article is; guessed if left out.",
)
@click.option("--source", "source_id", metavar="ID", help="The id of the article's source record.")
@click.option("--title", metavar="TEXT", help="Its title, for the source record; that of the markup if left out.")
@click.option("--publisher", metavar="TEXT", help="The publisher, for the source record.")
@click.option("--class", "class_", metavar="WORD", callback=_read_class,
              help="What kind of witness it is, for the source record, such as media.")  # fmt: skip
@click.option("--url", metavar="URL", help="The address, for the source record.")
@click.option(
    "--model", metavar="NAME", help="An installed spaCy model, by name or folder, for names the rules leave open."
)
@click.option(
    "--provider",
    metavar="MODULE:CALLABLE",
    help="A Python function of your own that is given the text and answers with quotes; what it sends is its affair.",
)
@click.option(
    "--replay",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Answers of a provider, recorded as JSON, instead of asking one.",
)
@click.option("--alone", is_flag=True, help="Look at no publication: no known names.")
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    article: str,
    published: str | None,
    form: Literal["draft", "annotations"],
    output: Path | None,
    markup: Literal["text", "html", "markdown"] | None,
    source_id: str | None,
    title: str | None,
    publisher: str | None,
    class_: str | None,
    url: str | None,
    model: str | None,
    provider: str | None,
    replay: Path | None,
    *,
    alone: bool,
) -> int:
    """Draw up a draft of records from an article: text, HTML or Markdown; "-" reads standard input.

    Rules alone, unless --model or --provider is given; nothing is sent anywhere by us. Every value is copied from the
    text with its place, or computed by a named rule, or left out. Names the publication knows are linked.
    """
    from factsheet import extraction  # noqa: PLC0415 - `--help` loads no more than it prints

    raw = _read(article)
    text, own_title = extraction.read_text(raw, markup or extraction.guess_form(article, raw))
    day, basis = _day(published, text)
    typist = None
    if model:
        from factsheet.extraction.naming.spacy_names import load_typist  # noqa: PLC0415 - the extra only where it is asked for

        typist = load_typist(model)
    gazetteer = None if alone else _gazetteer()
    asked = _provider(provider, replay)
    findings = extraction.find(text, day, gazetteer=gazetteer, typist=typist)
    if asked is not None:
        findings = _merge(findings, asked, gazetteer)
    if form == "annotations":
        from factsheet.encoding import encode  # noqa: PLC0415 - as above

        data = encode(extraction.annotate(findings), indent=True) + b"\n"
    else:
        path = "-" if article == "-" else Path(article).name
        source: Object = {"path": path, "published": day.isoformat(), "basis": basis}
        told = {"id": source_id, "title": title, "publisher": publisher, "class": class_, "url": url}
        source |= {name: value for name, value in told.items() if value}
        by = "+".join(("rules", *([f"spacy:{model}"] if model else ()), *([f"model:{asked.name}"] if asked else ())))
        made = extraction.draft(findings, source=source, title=own_title, gazetteer=gazetteer, extractor=by)
        data = extraction.write_draft(made)
    _write(data, output)
    return 0


def _provider(spec: str | None, replay: Path | None) -> "Provider | None":
    """Return the provider that is asked for, if one is: only what is named here is imported."""
    if spec is not None and replay is not None:
        raise click.UsageError("give --provider or --replay, not both")
    if replay is not None:
        from factsheet.extraction import Replay  # noqa: PLC0415 - as above

        return Replay.read(replay.read_bytes(), str(replay))
    if spec is None:
        return None
    from factsheet.extraction import load_function  # noqa: PLC0415 - as above

    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.append(here)  # at the end: a file of the folder never stands in for a library
    return load_function(spec)


def _merge(findings: "Findings", provider: "Provider", gazetteer: "Gazetteer | None") -> "Findings":
    """Return findings with what a provider adds; what it prints goes to standard error, beside the draft."""
    from factsheet.extraction import merge  # noqa: PLC0415 - as above

    with contextlib.redirect_stdout(sys.stderr):
        merged = merge(findings, provider, gazetteer)
    if merged.notices:
        told = count(len(merged.notices), "warning")
        click.echo(f"{told} in the output: of what {provider.name} answered, not all was taken.", err=True)
    return merged


def _read(article: str) -> str:
    data = sys.stdin.buffer.read(_MOST + 1) if article == "-" else Path(article).read_bytes()[: _MOST + 1]
    if len(data) > _MOST:
        raise FactsheetError(f"{article} is larger than {_MOST // 1024 // 1024} MiB; give one article at a time")
    try:
        return data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise FactsheetError(f"{article} is not UTF-8: byte {error.start} can't be read; save it as UTF-8") from error


def _day(published: str | None, text: str) -> tuple[dt.date, str]:
    """Return the day of publication: as given, else of the dateline where it has a whole date."""
    if published is not None:
        try:
            return dt.date.fromisoformat(published), "given"
        except ValueError as error:
            raise FactsheetError(f"--published {published} is no day; write it as 2024-11-29") from error
    from factsheet.extraction.dating.dates import find_dates  # noqa: PLC0415 - as above
    from factsheet.extraction.reading.article import read_article  # noqa: PLC0415 - as above

    opening = text[:600]
    for mention in find_dates(read_article(opening, dt.date(2000, 1, 1))):
        if mention.rule in {"full-date", "iso-date"} and re.fullmatch(r"\d{4}-\d\d-\d\d", mention.value):
            return dt.date.fromisoformat(mention.value), "assumed"
    raise FactsheetError(
        "say when the article was published: --published 2024-11-29; it has no dateline with a whole date"
    )


def _gazetteer() -> "Gazetteer | None":
    from factsheet.extraction import Gazetteer  # noqa: PLC0415 - as above
    from factsheet.project import find, read_project  # noqa: PLC0415 - as above

    try:
        root = find(Path.cwd())
    except FactsheetError:
        return None
    return Gazetteer.of(read_project(root).records)


def _write(data: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(data, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(data)
