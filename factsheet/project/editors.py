"""The schemas for editors that a publication keeps in `.editor/`: where they lie, and whether they are up to date."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from factsheet.diagnostics import Diagnostic, Location
from factsheet.encoding import encode
from factsheet.project.files import read_bytes
from factsheet.schemas import Kind, Schemas
from factsheet.schemas.editor import editor_schema
from factsheet.wording.labels import label_word

FOLDER: Final = ".editor"
_LARGEST: Final = 16 * 1024 * 1024


def make_editor_schema(kind: Kind, schemas: Schemas) -> bytes:
    """Return the file of a kind, or of the site."""
    schema = editor_schema(kind, schemas, lambda name, word: label_word(name, word, "en"))
    return encode(schema, indent=True) + b"\n"


def make_editor_schemas(schemas: Schemas) -> Mapping[str, bytes]:
    """Return all files by their paths in the publication."""
    kinds = [*schemas.kinds.values(), *([schemas.site] if schemas.site else [])]
    return {name_file(kind.name): make_editor_schema(kind, schemas) for kind in kinds}


def name_file(kind: str) -> str:
    """Return the path of the schema of a kind in the publication."""
    return f"{FOLDER}/{kind}.schema.json"


def write_modeline(path: str, kind: str) -> str:
    """Return the line at the top of the file at `path` (`content/...`) that tells an editor its schema."""
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return f"# yaml-language-server: $schema={up}{name_file(kind)}\n"


def find_stale(root: Path, schemas: Schemas) -> Iterator[Diagnostic]:
    """Yield advice for each schema that lies in `.editor/` and is not as it would be written now."""
    if not (root / FOLDER).is_dir():
        return
    for path, wanted in make_editor_schemas(schemas).items():
        found = _read(root / path)
        if found is not None and found.replace(b"\r\n", b"\n") != wanted:
            message = "this schema for editors is out of date: they complete and check by an older one"
            hint = "`factsheet schema --write` writes it again"
            yield Diagnostic("stale-editor-schema", "advice", message, Location(path), hint)


def _read(path: Path) -> bytes | None:
    try:
        return read_bytes(path, _LARGEST)
    except OSError:
        return None
