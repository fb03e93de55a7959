"""Where the package's own schemas and templates lie, and the limits that hold unless a setting says otherwise."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_DATA = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent

SCHEMAS = _DATA / "schemas"
TEMPLATES = _DATA / "templates"

MAX_FILE_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 64
MAX_NODES = 100_000

KINDS = ("group", "person", "place", "event", "agreement", "claim", "source", "dossier")
FOLDERS = {
    "groups": "group",
    "persons": "person",
    "places": "place",
    "events": "event",
    "agreements": "agreement",
    "claims": "claim",
    "sources": "source",
    "dossiers": "dossier",
}
