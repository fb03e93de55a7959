"""Files that all pages of a site share: the style sheet, the publication's own styles, the fonts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from factsheet.formats.context import Context

_SCREEN = ("tokens.css", "fonts.css", "screen.css")


def list_assets(context: Context) -> Mapping[str, bytes]:
    """Return the shared files by their path under the output folder."""
    folders = context.template_folders
    styles = [find_template(folders, f"styles/{name}").read_bytes() for name in _SCREEN]
    files = {
        "assets/screen.css": b"".join(styles),
        "assets/own.css": find_template(folders, "styles/own.css").read_bytes(),
    }
    for folder in folders:
        for font in sorted((Path(folder) / "fonts" / "web").glob("*.woff2")):
            files[f"assets/fonts/{font.name}"] = font.read_bytes()
    return files


def find_template(folders: Sequence[str], name: str) -> Path:
    """Return the file of that name, the publication's own before the default one."""
    for folder in reversed(folders):
        if (Path(folder) / name).is_file():
            return Path(folder) / name
    return Path(folders[0]) / name
