"""The publication around the working folder, read for commands that show records: drafts too, rules unasked."""

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import click

from factsheet.cli.reporting import count
from factsheet.model import Corpus
from factsheet.project import Project, read_project
from factsheet.project.finding import find
from factsheet.resolution import choose_moment, resolve


@dataclass(frozen=True, slots=True)
class Opened:
    """A publication and its corpus, with what is wrong in its files told already; `is_whole` where nothing is."""

    project: Project
    corpus: Corpus
    is_whole: bool


def open_publication() -> Opened:
    """Return the publication around the working folder. Says on standard error if some of it can't be read."""
    project = read_project(find(Path.cwd()))
    moment = choose_moment(project.records, epoch=os.environ.get("SOURCE_DATE_EPOCH", ""))
    corpus, duplicates = resolve(project.records, project.schemas, moment=moment)
    errors = sum(each.severity == "error" for each in (*project.diagnostics, *duplicates))
    if errors:
        sys.stdout.flush()
        click.echo(f"{count(errors, 'error')} in the content hide records; `factsheet check` shows them.", err=True)
    return Opened(project, corpus, not errors)


def publish_all(corpus: Corpus, *targets: str) -> Corpus:
    """Return a corpus in which the records `targets`, or all of them if none is named, count as published."""
    names = targets or corpus.records.keys()
    shown = {name: replace(corpus.records[name], is_published=True) for name in names}
    return replace(corpus, records={**corpus.records, **shown})
