"""What `check` would say of records before they are written."""

from collections.abc import Mapping
from pathlib import Path

from factsheet import loading
from factsheet.diagnostics import Diagnostic
from factsheet.model import Record
from factsheet.project import Project
from factsheet.project.records import read_records
from factsheet.resolution import choose_moment, resolve
from factsheet.rules import Content, check_content


def find_errors(project: Project, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return the errors that files would have, were they to read as in `texts` (by path), and do not have now."""
    found = _check(project, texts)
    if any(each.at.path in project.files for each in found):
        there = {path for path in texts if path in project.files}
        now = {(each.at.path, each.rule, each.message) for each in _check(project, {}) if each.at.path in there}
        found = [each for each in found if (each.at.path, each.rule, each.message) not in now]
    return tuple(each for each in found if each.at.path in texts)


def _check(project: Project, texts: Mapping[str, str]) -> list[Diagnostic]:
    records: list[Record] = [each for each in project.records if each.document.path not in texts]
    found = [each for each in project.diagnostics if each.at.path not in texts]
    broken = set(project.broken)
    for path, text in texts.items():
        reading = loading.load(text.encode(), path)
        found += reading.diagnostics
        for outcome in read_records(reading.documents, path, project.schemas, project.languages[0]):
            found += outcome.diagnostics
            broken.discard(outcome.record.id) if outcome.record else broken.add(outcome.broken)
            records += [outcome.record] if outcome.record else []
    records.sort(key=lambda each: (each.document.path, each.document.index))
    moment = choose_moment(records)
    corpus, duplicates = resolve(records, project.schemas, moment=moment)
    content = Content(
        corpus,
        project.schemas,
        project.site,
        files={*project.files, *texts},
        broken=frozenset(broken - {""}),
        read_capture=lambda path: _read(project.root / path),
    )
    return [each for each in (*found, *duplicates, *check_content(content)) if each.severity == "error"]


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return None
