"""What is to be written: a plan of outputs, each with the digest of all it is made from."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from factsheet.diagnostics import FactsheetError
from factsheet.encoding import digest, encode
from factsheet.formats.context import locate
from factsheet.model import Sheet


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet to be rendered: its path without language and suffix, and the names of the formats and languages."""

    path: str
    sheet: Sheet
    formats: Sequence[str]
    languages: Sequence[str]
    record: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """One file to be made from a sheet: where it goes, the sheet as JSON, and the key of its content."""

    path: str
    sheet: bytes
    format: str
    language: str
    key: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the planner needs to know of a format: its suffix, whether it words anything, what its bytes depend on."""

    suffix: str
    has_language: bool
    fingerprint: str


def plan(pages: Iterable[Page], shapes: Mapping[str, Shape], languages: Sequence[str]) -> tuple[Output, ...]:
    """Return the outputs of `pages` by path; the first of `languages` has no folder of its own."""
    outputs = []
    for page in pages:
        data = encode(page.sheet)
        for name in page.formats:
            shape = shapes[name]
            for language in page.languages if shape.has_language else languages[:1]:
                key = digest(data, name, language, shape.fingerprint)
                path = locate(page.path, language, languages[0]) + shape.suffix
                outputs.append(Output(path, data, name, language, key, page.record))
    return tuple(sorted(outputs, key=lambda output: output.path))


def check_paths(paths: Iterable[str]) -> None:
    """Raise where a path leaves the output folder, or two are one file on some disk: by case, form, or as a folder."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in sorted(paths):
        if not _is_safe(path):
            raise FactsheetError(f'an output would be written to "{path}", which is no plain path in the output folder')
        folded = _fold(path)
        if folded in seen:
            raise FactsheetError(f'two outputs would be written to one file: "{seen[folded]}" and "{path}"')
        seen[folded] = path
        for parent in PurePosixPath(folded).parents[:-1]:
            folders.setdefault(str(parent), path)
    for folder, path in folders.items():
        if folder in seen:
            raise FactsheetError(f'"{seen[folder]}" would be a file and, for "{path}", a folder')


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return path.isprintable() and "\\" not in path and not any(part in {"", ".", ".."} for part in parts)


def _fold(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
