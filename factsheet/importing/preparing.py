"""Incoming records made whole: with their source, as drafts or not, linked, checked against their schemas."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from factsheet import loading
from factsheet import schemas as schema_tools
from factsheet.editing import write_record
from factsheet.importing.intake import DATASET, Incoming, Intake, Key, Link, Remark
from factsheet.importing.linking import link, tidy
from factsheet.importing.texts import ImportProblem
from factsheet.model import Json, Object
from factsheet.schemas import Kind, Schemas

_AGEING: Final = frozenset(("group", "event", "agreement"))


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the records are wanted: what the user says of the source, and whether they are published at once."""

    source: str = ""
    publisher: str = ""
    description: str = ""
    url: str = ""
    as_of: str = ""
    publish: bool = False
    keep_mine: bool = False
    """Take hand edits that conflict with the file as settled: they are not told again."""


def make_source(intake: Intake, wishes: Wishes, file: str, digest: str) -> Incoming:
    """Return the record of the file as a source: what it says itself and what the user says, nothing else."""
    said: Object = {"published": "unknown", "url": "unknown", **intake.facts}
    own = {"publisher": wishes.publisher, "description": wishes.description, "url": wishes.url}
    said.update({name: text for name, text in own.items() if text})
    said.setdefault("reference", f"{file}, SHA-256 {digest}"[-300:])
    if wishes.publish and "publisher" not in said:
        raise ImportProblem("who publishes the data is not known: say it with --publisher, or import drafts")
    return Incoming(DATASET.key, said, file)


def complete(record: Incoming, as_of: Json, schemas: Schemas, *, publish: bool) -> Incoming:
    """Return a record with the day it is as of, marked as a draft or with a type where it can be published."""
    data: Object = dict(record.data)
    kind = record.key[0]
    if as_of and kind in _AGEING:
        data.setdefault("as_of", as_of)
    if not publish:
        return replace(record, data={**data, "draft": True})
    if kind in _AGEING and "as_of" not in data:
        raise ImportProblem("the file does not say as of when it holds: say it with --as-of, or import drafts")
    if "type" not in data and _takes_other(kind, schemas):
        data["type"] = "other"
    return replace(record, data=data)


def prepare(
    records: Mapping[Key, Incoming], ids: Mapping[Key, str], schemas: Schemas
) -> tuple[dict[Key, Object], list[Remark], dict[Key, str]]:
    """Return the records as they will stand, remarks on what had to go, and why some can't be written at all.

    A field that its schema refuses is left out; a link to a record that can't be written leads nowhere, so it goes on
    until all that are left are right.
    """
    refused: dict[Key, str] = {}
    while True:
        known = {key: own for key, own in ids.items() if key not in refused}
        done: dict[Key, Object] = {}
        remarks: list[Remark] = []
        bad: dict[Key, str] = {}
        for key, record in records.items():
            if key in known:
                missing: list[Link] = []
                kind = schemas.kind(key[0])
                linked = tidy(link(record.data, known, missing), kind.schema, schemas)
                done[key], wrong, bad_fields = _mend(linked, kind, record, schemas)
                remarks += [*_tell(record, missing), *bad_fields]
                if wrong:
                    bad[key] = wrong
        if not bad:
            return done, remarks, refused
        refused.update(bad)


def _mend(data: Object, kind: Kind, record: Incoming, schemas: Schemas) -> tuple[Object, str, list[Remark]]:
    """Return a record without the fields that its schema refuses, what is wrong with it still, and remarks on them."""
    remarks: list[Remark] = []
    left = data
    while True:
        field, wrong = _check(left, kind, schemas)
        if not wrong or field not in left or field == kind.label:
            return left, wrong, remarks
        remarks.append(Remark("refused", record.at, wrong, field, str(left[field])[:200]))
        cite = left[field]
        kept = cite.get("source") if field == "cite" and isinstance(cite, dict) else None  # a place may be no place
        left = {name: value for name, value in left.items() if name != field} | ({field: kept} if kept else {})


def _check(data: Object, kind: Kind, schemas: Schemas) -> tuple[str, str]:
    """Return the first thing that the schema has against a record, and the field it is about; or nothing."""
    if schemas.is_valid(data, kind):
        return "", ""
    try:
        text = write_record(data, kind.schema, schemas)
    except ValueError as error:
        return "", str(error)
    reading = loading.load(text.encode(), "record")
    found = [*reading.diagnostics]
    for document in reading.documents:
        found += schema_tools.check(document, kind, schemas)
    errors = [each for each in found if each.severity == "error"]
    return (str(errors[0].at.pointer[0]) if errors[0].at.pointer else "", errors[0].message) if errors else ("", "")


def _tell(record: Incoming, missing: list[Link]) -> list[Remark]:
    return [Remark("unlinked", record.at, f"no record of {each.kind} {each} is there", each.kind, each.value)
            for each in missing]  # fmt: skip


def _takes_other(kind: str, schemas: Schemas) -> bool:
    properties = schemas.kind(kind).schema.get("properties")
    field = properties.get("type") if isinstance(properties, dict) else None
    words = schemas.resolve(field).get("enum") if isinstance(field, dict) else None
    return isinstance(words, list) and "other" in words
