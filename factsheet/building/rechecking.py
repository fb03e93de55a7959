"""The check of a publication with a memory: nothing unchanged is checked again, no unchanged file parsed again.

What is remembered is keyed by every byte that the answer depends on; in doubt, all is done anew.
"""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factsheet import defaults
from factsheet.building import WORKSHOP
from factsheet.building.versions import program, versions
from factsheet.diagnostics import Diagnostic, restore_diagnostics
from factsheet.encoding import decode, digest, digest_bytes, encode
from factsheet.model import Object

if TYPE_CHECKING:
    from factsheet.rules import Coverage

_FORMAT: Final = "1"
_INPUTS: Final = ("content", "schemas", "fonts", ".editor")
_OURS: Final = (defaults.SCHEMAS, defaults.TEMPLATES / "fonts")

TellCoverage = Callable[["Coverage"], str]
"""Returns the coverage in words."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a check depends on besides files: see `check_publication`; `tell` words the coverage."""

    on: str
    epoch: str
    today: str
    tell: TellCoverage


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: the diagnostics, how many records are whole, the coverage as JSON and in words."""

    diagnostics: tuple[Diagnostic, ...]
    records: int
    coverage: Object
    words: str


def recheck(root: Path, question: Question) -> Verdict:
    """Return what `check_publication` finds, and the schemas for editors that are out of date."""
    workshop = root / WORKSHOP
    can_remember = _prepare(workshop)
    tools = digest(program(), versions(("check",)), *map(_fingerprint, _OURS))
    inputs = _fingerprint_inputs(root)
    key = digest(_FORMAT, tools, question.on, question.epoch, question.today, *inputs.values())
    known = _recall(workshop / "check.json", key)
    if known:
        return known
    verdict = _check(root, question, workshop / "read.json", digest(tools, inputs["schemas"]))
    if can_remember and _fingerprint_inputs(root) == inputs:  # else something was edited meanwhile
        _remember(workshop / "check.json", key, verdict)
    return verdict


def _check(root: Path, question: Question, file: Path, circumstances: str) -> Verdict:
    from factsheet.building.checking import check_publication, summarise  # noqa: PLC0415 -- not where nothing changed
    from factsheet.project.editors import find_stale  # noqa: PLC0415 -- as above
    from factsheet.project.shelf import Shelf  # noqa: PLC0415 -- as above

    shelf = Shelf(file, circumstances)
    checked = check_publication(root, on=question.on, epoch=question.epoch, today=question.today, shelf=shelf)
    stale = find_stale(root, checked.project.schemas)
    coverage = summarise(checked)
    return Verdict(
        (*checked.diagnostics, *stale), len(checked.corpus.records), coverage.as_object(), question.tell(coverage)
    )


def _prepare(folder: Path) -> bool:
    """Make the folder for what is remembered; tell whether anything can be written there."""
    try:
        folder.mkdir(exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text("*\n")
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _recall(file: Path, key: str) -> Verdict | None:
    try:
        head, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != f"{key} {digest_bytes(content)}".encode():
        return None
    packed: Any = decode(content)
    return Verdict(restore_diagnostics(packed[0]), *packed[1:])


def _remember(file: Path, key: str, verdict: Verdict) -> None:
    """Write down the verdict; where that fails, the next check only has more to do."""
    beside = file.with_name(f"{file.name}.{secrets.token_hex(4)}.part")
    with suppress(OSError, TypeError):  # a path with half a character is no JSON
        content = encode([verdict.diagnostics, verdict.records, verdict.coverage, verdict.words])
        beside.write_bytes(f"{key} {digest_bytes(content)}\n".encode() + content)
        beside.replace(file)


def _fingerprint_inputs(root: Path) -> dict[str, str]:
    return {name: _fingerprint(root / name) for name in _INPUTS}


def _fingerprint(folder: Path) -> str:
    """Return the digest of all that lies below a folder: names, bytes, and where links lead."""
    return digest(os.path.realpath(folder), *_list(str(folder), ""))


def _list(folder: str, inner: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield f"{inner} {error.strerror}"
        return
    for entry in entries:
        name = os.fsencode(f"{inner}/{entry.name}").hex() if not entry.name.isascii() else f"{inner}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield name
            yield from _list(entry.path, f"{inner}/{entry.name}")
        else:
            link = os.path.realpath(entry.path) if entry.is_symlink() else ""
            yield f"{name} {os.fsencode(link).hex()} {_digest_file(entry)}"


def _digest_file(entry: "os.DirEntry[str]") -> str:
    try:
        if not entry.is_file():
            return "folder" if entry.is_dir() else "no file"
        with open(entry.path, "rb") as file:  # noqa: PTH123 -- a thousand of these, and a Path costs as much as the rest
            return digest_bytes(file.read())
    except OSError as error:
        return error.strerror or "unreadable"
