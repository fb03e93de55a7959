"""From the documents of one file to records: of which kind, under which id, in normal form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from factsheet import schemas as schema_tools
from factsheet.diagnostics import Diagnostic, Location, did_you_mean
from factsheet.model import Document, Record
from factsheet.schemas import Kind, Schemas

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED: Final = frozenset({"unknown", "none", "withheld"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one document gave: a record, or the id of one that is too broken to use, and what was found wrong."""

    record: Record | None
    broken: str
    diagnostics: tuple[Diagnostic, ...]


def read_records(documents: Sequence[Document], path: str, schemas: Schemas, language: str) -> Iterator[Outcome]:
    """Yield what each document of the file at `path` (content/FOLDER/NAME.yaml) gave."""
    filled = [document for document in documents if document.value is not None]
    for document in documents:
        if document.value is None:
            yield Outcome(None, "", (_report_empty(document.path, document),))
    if not documents:
        yield Outcome(None, "", (_report_empty(path, None),))
    for document in filled:
        yield _read_record(document, schemas, language, is_alone=len(documents) == 1)


def find_kind(document: Document, schemas: Schemas) -> Kind | None:
    """Return the kind that a document is of by its folder, or says that it is; None where that is no kind."""
    return _find_kind(document, schemas)[0]


def guess_id(path: str) -> str:
    """Return the id that a record alone in the file at `path` has."""
    return PurePosixPath(path).stem


def _read_record(document: Document, schemas: Schemas, language: str, *, is_alone: bool) -> Outcome:
    kind, wrong_kind = _find_kind(document, schemas)
    identity, wrong_id = _find_id(document, is_alone=is_alone)
    if kind is None:
        return Outcome(None, identity, wrong_kind)
    found = (*wrong_id, *schema_tools.check(document, kind, schemas))
    is_broken = any(each.severity == "error" for each in found)
    if is_broken or not isinstance(document.value, dict):
        return Outcome(None, identity, found)
    data = schema_tools.normalise_record(document.value, kind, schemas, language)
    return Outcome(Record(kind.name, identity, f"{kind.folder}/{identity}", data, document), "", found)


def _find_kind(document: Document, schemas: Schemas) -> tuple[Kind | None, tuple[Diagnostic, ...]]:
    parts = document.path.split("/")[1:-1]
    folder = parts[0] if parts else ""
    by_folder = {kind.folder: kind for kind in schemas.kinds.values()}
    if folder in by_folder:
        return by_folder[folder], ()
    value = document.value
    typed = value.get("kind") if isinstance(value, dict) else None
    if isinstance(typed, str):
        kind = schemas.kinds.get(typed)
        return kind, () if kind else (_report_kind(document, typed, list(schemas.kinds)),)
    return None, (_report_folder(document, folder, list(by_folder)),)


def _find_id(document: Document, *, is_alone: bool) -> tuple[str, tuple[Diagnostic, ...]]:
    value = document.value
    if isinstance(value, dict) and "id" in value:
        return str(value["id"]), ()
    stem = guess_id(document.path)
    if not is_alone:
        message = "a file of several records needs an id in each"
        at = document.locate(())
        return "", (Diagnostic("missing-id", "error", message, at, hint="begin the record with id: and its id"),)
    if is_id(stem):
        return stem, ()
    message = f'the file name "{stem}" can\'t be an id: ids have small letters a to z, digits and single hyphens'
    hint = f'rename the file to "{suggest_id(stem)}.yaml", or give the record an id' if suggest_id(stem) else ""
    return stem, (Diagnostic("invalid-id", "error", message, Location(document.path), hint=hint),)


def is_id(text: str) -> bool:
    """Tell whether a text can be the id of a record."""
    return bool(_ID.fullmatch(text)) and text not in _RESERVED


def suggest_id(text: str) -> str:
    """Return the nearest id to a text, or '' if it has no letter or digit that an id may have."""
    found = "-".join(re.findall(r"[a-z0-9]+", text.lower()))
    return "" if found in _RESERVED else found


def _report_empty(path: str, document: Document | None) -> Diagnostic:
    at = document.locate(()) if document else Location(path)
    where = "this document is empty" if document and document.index else "this file holds no record"
    hint = "write a record, or take the file away; a line with --- begins another record"
    return Diagnostic("empty-document", "error", where, at, hint=hint)


def _report_kind(document: Document, typed: str, kinds: list[str]) -> Diagnostic:
    hint = did_you_mean(typed, kinds) or f"kinds are {', '.join(kinds)}"
    return Diagnostic("unknown-kind", "error", f'there is no kind "{typed}"', document.locate(("kind",)), hint=hint)


def _report_folder(document: Document, folder: str, folders: list[str]) -> Diagnostic:
    known = f"put it into one of {', '.join(folders)}, or say its kind"
    hint = did_you_mean(folder, folders) if folder else ""
    message = (
        f'no kind of record has the folder "{folder}"' if folder else "a file directly in content must say its kind"
    )
    return Diagnostic("unknown-folder", "error", message, Location(document.path), hint=hint or known)
