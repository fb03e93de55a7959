"""The ready files of an output: styles, script, icon and fonts for the pages, and the schemas of the sheets."""

from collections.abc import Sequence
from pathlib import Path

from factsheet.encoding import encode
from factsheet.schemas import Schemas, sheet_schema

_SCREEN = ("fonts.css", "tokens.css", "screen.css", "web.css")
_OWN = "own.css"


def list_assets(template_folders: Sequence[Path], font_folders: Sequence[Path]) -> dict[str, bytes]:
    """Return the styles, script, icon and web fonts by path; a later folder's file wins over an earlier one's."""
    files = {"assets/screen.css": b"".join(_read(template_folders, f"styles/{name}") for name in _SCREEN)}
    files["assets/search.js"] = _read(template_folders, "scripts/search.js")
    files["assets/icon.svg"] = _read(template_folders, "icons/icon.svg")
    files["assets/own.css"] = _read(template_folders, f"styles/{_OWN}")
    for folder in [*(folder / "fonts" / "web" for folder in template_folders), *font_folders]:
        for font in sorted(folder.glob("*.woff2")):
            files[f"assets/fonts/{font.name}"] = font.read_bytes()
    return files


def _read(folders: Sequence[Path], name: str) -> bytes:
    """Return the bytes of a file from the last folder that has it, ended with a line end."""
    found = [folder / name for folder in folders if (folder / name).is_file()]
    data = found[-1].read_bytes() if found else b""
    return data if not data or data.endswith(b"\n") else data + b"\n"


def list_schemas(schemas: Schemas) -> dict[str, bytes]:
    """Return the schema of each kind's sheets by path: what the published JSON obeys."""
    return {
        f"schemas/{kind.name}.schema.json": encode(sheet_schema(kind, schemas), indent=True) + b"\n"
        for kind in schemas.kinds.values()
    }
