"""Records that were accepted as drafts and lack nothing any more: published, all that can be at once."""

from collections.abc import Collection, Sequence

from factsheet import loading
from factsheet.editing import patch_fields
from factsheet.editing.files import Change
from factsheet.extraction import Draft
from factsheet.model import Object, Record
from factsheet.project import Project
from factsheet.reviewing.drafting import find_problems
from factsheet.reviewing.planning import Outcome, Plan
from factsheet.reviewing.references import list_targets
from factsheet.reviewing.verdicts import Verdict
from factsheet.reviewing.vetting import find_errors


def plan_release(project: Project, draft: Draft, verdicts: Sequence[Verdict]) -> Plan:
    """Return what takes `draft: true` out of the accepted records that have all they must, and name no other draft."""
    held = {record.id: record for record in project.records if "draft" in record.data}
    mine = {record.id: record for record in list_held(project, verdicts)}
    ready = {name: record for name, record in mine.items() if not _find_lacks(record, project)}
    while True:
        blocked = {name for name, record in ready.items() if _names(record, project) & (held.keys() - ready.keys())}
        ready = {name: record for name, record in ready.items() if name not in blocked}
        if blocked:
            continue
        texts = _list_texts(project, ready)
        wrong = {error.at.path for error in (find_errors(project, texts) if texts else ())}
        if not wrong:
            break
        ready = {name: record for name, record in ready.items() if record.document.path not in wrong}
    changes = [Change(path, _read(project, path), text) for path, text in sorted(texts.items())]
    keys = {item.id: item.key for item in draft.items}
    outcomes = [
        Outcome(keys.get(name, name), name, "published")
        if name in ready
        else Outcome(keys.get(name, name), name, "still a draft", _tell(record, project, held.keys() - ready.keys()))
        for name, record in sorted(mine.items())
    ]
    return Plan(tuple(changes), tuple(outcomes), draft, tuple(verdicts))


def list_held(project: Project, verdicts: Sequence[Verdict]) -> list[Record]:
    """Return the records that were accepted as drafts and are drafts still."""
    accepted = {verdict.id for verdict in verdicts if verdict.decision == "accepted"}
    return [record for record in project.records if "draft" in record.data and record.id in accepted]


def _tell(record: Record, project: Project, drafts: Collection[str]) -> tuple[str, ...]:
    """Return why a record can't be published yet: what it lacks, and the drafts that it names."""
    named = sorted(_names(record, project) & set(drafts))
    return (*_find_lacks(record, project), *(f"it names {each}, a draft" for each in named))


def _find_lacks(record: Record, project: Project) -> list[str]:
    return [each.message for each in find_problems(_typed(record), project.schemas.kind(record.kind), project.schemas)]


def _names(record: Record, project: Project) -> set[str]:
    kind = project.schemas.kind(record.kind)
    return {target for _, target in list_targets(_typed(record), kind, project.schemas)} - {record.id}


def _typed(record: Record) -> Object:
    value = record.document.value
    return {name: each for name, each in value.items() if name != "draft"} if isinstance(value, dict) else {}


def _list_texts(project: Project, ready: dict[str, Record]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for record in ready.values():
        path = record.document.path
        before = texts.get(path) or _read(project, path)
        document = loading.load(before.encode(), path).documents[record.document.index]
        schema = project.schemas.kind(record.kind).schema
        after = patch_fields(before, document, {"draft": None}, schema, project.schemas)
        texts |= {path: after} if after is not None else {}
    return texts


def _read(project: Project, path: str) -> str:
    return (project.root / path).read_bytes().decode()
