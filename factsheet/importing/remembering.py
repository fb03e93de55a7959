"""What the last import of a file wrote, kept beside the publication so that hand edits are told from the file's.

`imports/SOURCE-ID.json` in the folder of the publication: meant to be committed, never read by a build.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factsheet.encoding import decode, encode
from factsheet.importing.intake import Key
from factsheet.importing.texts import ImportProblem, as_text
from factsheet.model import Object

FOLDER: Final = "imports"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Memory:
    """A record as the last import wrote it, and the id it was given.

    An adopted record was in the publication before: its statements from the file carry their own sources.
    """

    id: str
    data: Object
    is_adopted: bool = False


def get_path(source: str) -> str:
    """Return the path of the file that remembers the import of a source, relative to the publication."""
    return f"{FOLDER}/{source}.json"


def recall(root: Path, source: str) -> dict[Key, Memory]:
    """Return what the last import of a source wrote; nothing before the first. Raises ImportProblem."""
    path = root / get_path(source)
    try:
        value = decode(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ImportProblem(
            f"{path}: can't be read: {error}; take it away to import as if for the first time"
        ) from None
    records = value.get("records") if isinstance(value, dict) and value.get("version") == _VERSION else None
    if not isinstance(records, list):
        raise ImportProblem(f"{path}: this is no memory of an import that this program wrote")
    found: dict[Key, Memory] = {}
    for entry in records:
        if isinstance(entry, dict) and isinstance(entry.get("data"), dict):
            key = (as_text(entry.get("kind")), as_text(entry.get("scheme")), as_text(entry.get("value")))
            found[key] = Memory(as_text(entry.get("id")), entry["data"], entry.get("adopted") is True)
    return found


def write_memory(source: str, name: str, memory: dict[Key, Memory]) -> bytes:
    """Return the file that remembers an import; the same import gives the same bytes."""
    records = [_write(key, memory[key]) for key in sorted(memory)]
    whole = {"version": _VERSION, "format": name, "source": source, "records": records}
    return encode(whole, indent=True) + b"\n"


def _write(key: Key, memory: Memory) -> Object:
    kind, scheme, value = key
    found: Object = {"kind": kind, "scheme": scheme, "value": value, "id": memory.id, "data": memory.data}
    return {**found, "adopted": True} if memory.is_adopted else found
