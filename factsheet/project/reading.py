"""Reading a whole publication: every problem of every file is collected, nothing stops at the first."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factsheet import defaults, loading
from factsheet import schemas as schema_tools
from factsheet.diagnostics import Diagnostic, FactsheetError, Location, sort_diagnostics
from factsheet.encoding import digest_bytes
from factsheet.loading import Limits
from factsheet.model import Document, Json, Object, Record
from factsheet.project.files import is_yaml, list_files, read_bytes
from factsheet.project.finding import CONTENT, SITE
from factsheet.project.records import guess_id, read_records
from factsheet.project.shelf import FileReading, Shelf
from factsheet.schemas import Kind, Schemas

CAPTURES: Final = "content/captures/"
_LARGEST_OTHER: Final = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Project:
    """A publication as read.

    `site` has the settings in normal form with defaults; `records` all records that are whole, in the order of
    their files, duplicates too; `broken` the ids of those that are not. `files` maps each path under content/ to
    the SHA-256 of its bytes.
    """

    root: Path
    site: Object
    schemas: Schemas
    records: tuple[Record, ...]
    documents: tuple[Document, ...]
    files: Mapping[str, str]
    broken: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the site's languages; the first is that of texts without a language."""
        return _languages(self.site)


def read_project(root: Path, schema_folders: tuple[Path, ...] | None = None, *, shelf: Shelf | None = None) -> Project:
    """Return the publication in `root`. The default schemas come first, its own folder `schemas` replaces and adds.

    Files that did not change are taken from `shelf`, which is filled and saved; see there what it must be made for.
    """
    schemas = Schemas.read(schema_folders or find_schema_folders(root))
    listing = list_files(root, CONTENT)
    if SITE not in listing.paths:
        raise FactsheetError(f"{root / SITE} is not a file inside the publication")
    reader = _Reader(root, schemas, shelf)
    site = reader.read_site()
    for path in listing.paths:
        if path != SITE:
            reader.read_file(path)
    if shelf:
        shelf.save()
    return Project(
        root=root,
        site=site,
        schemas=schemas,
        records=tuple(reader.records),
        documents=tuple(reader.documents),
        files=reader.files,
        broken=frozenset(reader.broken - {""}),
        diagnostics=sort_diagnostics([*listing.diagnostics, *reader.diagnostics]),
    )


def find_schema_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders of schemas that hold for a publication, the default one first."""
    own = root / "schemas"
    return (defaults.SCHEMAS, own) if own.is_dir() and own.resolve() != defaults.SCHEMAS else (defaults.SCHEMAS,)


class _Reader:
    """What has been read so far."""

    def __init__(self, root: Path, schemas: Schemas, shelf: Shelf | None) -> None:
        self.root = root
        self.schemas = schemas
        self.shelf = shelf
        self.limits = Limits()
        self.language = "en"
        self.files: dict[str, str] = {}
        self.documents: list[Document] = []
        self.records: list[Record] = []
        self.broken: set[str] = set()
        self.diagnostics: list[Diagnostic] = []

    def read_site(self) -> Object:
        """Return the settings, with defaults for what is left out or can't be read."""
        kind = self.schemas.kind("site")
        documents = self._load(SITE)
        settings: Object = {}
        if len(documents) > 1:
            message = "the settings are one document"
            self._report("several-documents", message, documents[1].locate(()), "take out the line with ---")
        elif documents:
            settings = self._read_settings(documents[0], kind)
        site = _with_defaults(settings, kind)
        self.language = _languages(site)[0]
        self.limits = _read_limits(site)
        return site

    def read_file(self, path: str) -> None:
        """Read one file below content/: records, or something to be hashed only."""
        if path.startswith(CAPTURES) or not is_yaml(path):
            self._read(path, _LARGEST_OTHER)
            return
        data = self._read(path, self.limits.bytes)
        if data is None:
            self.broken.add(guess_id(path))
            return
        reading = self._take(path, data)
        self.documents += reading.documents
        self.diagnostics += reading.diagnostics
        if not reading.documents and reading.diagnostics:
            self.broken.add(guess_id(path))
        for outcome in reading.outcomes:
            self.diagnostics += outcome.diagnostics
            self.broken.add(outcome.broken)
            if outcome.record:
                self.records.append(outcome.record)

    def _take(self, path: str, data: bytes) -> FileReading:
        """Return what a file of records holds, from the shelf if it was read before."""
        sha256, settings = self.files[path], f"{self.language} {self.limits}"
        known = self.shelf.take(self.root, path, sha256, settings, self.limits) if self.shelf else None
        if known:
            return known
        loaded = loading.load(data, path, self.limits)
        is_refused = not loaded.documents and loaded.diagnostics
        outcomes = () if is_refused else tuple(read_records(loaded.documents, path, self.schemas, self.language))
        reading = FileReading(loaded.documents, loaded.diagnostics, outcomes)
        if self.shelf:
            self.shelf.put(path, sha256, settings, reading)
        return reading

    def _read_settings(self, document: Document, kind: Kind) -> Object:
        if document.value is None:
            self._report("empty-document", "the settings are empty", document.locate(()), "give title: and publisher:")
            return {}
        found = schema_tools.check(document, kind, self.schemas)
        self.diagnostics += found
        if not isinstance(document.value, dict) or any(each.severity == "error" for each in found):
            return {}
        return schema_tools.normalise_record(document.value, kind, self.schemas, _typed_language(document.value))

    def _load(self, path: str) -> tuple[Document, ...]:
        data = self._read(path, self.limits.bytes)
        if data is None:
            return ()
        reading = loading.load(data, path, self.limits)
        self.documents += reading.documents
        self.diagnostics += reading.diagnostics
        return reading.documents

    def _read(self, path: str, most: int) -> bytes | None:
        try:
            data = read_bytes(self.root / path, most)
        except OSError as error:
            reason = error.strerror or "it can't be read"
            self._report("unreadable-file", f"this file can't be read: {reason}", Location(path), "")
            return None
        self.files[path] = digest_bytes(data)
        return data

    def _report(self, rule: str, message: str, at: Location, hint: str) -> None:
        self.diagnostics.append(Diagnostic(rule, "error", message, at, hint=hint))


def _languages(site: Object) -> tuple[str, ...]:
    tags = site.get("languages")
    return tuple(str(tag) for tag in tags) if isinstance(tags, list) and tags else ("en",)


def _typed_language(value: Object) -> str:
    """Return the first language of settings as typed: their own texts are in it too."""
    tags = value.get("languages")
    first: Json = tags[0] if isinstance(tags, list) and tags else tags
    return first if isinstance(first, str) else "en"


def _with_defaults(settings: Object, kind: Kind) -> Object:
    """Return the settings in the order of their schema, with its `default` for each that is left out."""
    properties = kind.schema.get("properties")
    site: Object = {}
    for name, schema in properties.items() if isinstance(properties, dict) else ():
        if name in settings:
            site[name] = settings[name]
        elif isinstance(schema, dict) and "default" in schema:
            site[name] = schema["default"]
    return {**site, **settings}


def _read_limits(site: Object) -> Limits:
    typed = site.get("limits")
    known = typed if isinstance(typed, dict) else {}
    usual = Limits()
    names = (("file_bytes", usual.bytes), ("depth", usual.depth), ("nodes", usual.nodes))
    size, depth, nodes = (
        int(value) if isinstance(value := known.get(name, most), int) else most for name, most in names
    )
    return Limits(bytes=size, depth=depth, nodes=nodes)
