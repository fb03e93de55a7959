"""Records that were accepted as drafts and lack nothing any more: published, all that can be at once."""

from collections.abc import Sequence

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
    accepted = {verdict.id for verdict in verdicts if verdict.decision == "accepted"}
    held = {record.id: record for record in project.records if "draft" in record.data}
    ready = {name: record for name, record in held.items() if name in accepted and _is_whole(record, project)}
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
        Outcome(keys.get(name, name), name, "published" if name in ready else "still a draft")
        for name in sorted(accepted & held.keys())
    ]
    return Plan(tuple(changes), tuple(outcomes), draft, tuple(verdicts))


def _is_whole(record: Record, project: Project) -> bool:
    return not find_problems(_typed(record), project.schemas.kind(record.kind), project.schemas)


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
