"""The private font folder of the PDFs: our own fonts and the publication's, none of the machine's.

A font that happens to be installed would change the bytes, and WeasyPrint takes longer the more fonts there are.
"""

import atexit
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp
from xml.sax.saxutils import escape

from factsheet.defaults import TEMPLATES

FONTS = TEMPLATES / "fonts"

_SERIF = ("Factsheet Serif", "Factsheet Naskh", "Factsheet Sans")
_SANS = ("Factsheet Sans", "Factsheet Naskh", "Factsheet Serif")
_GENERIC = {"serif": _SERIF, "sans-serif": _SANS, "monospace": _SANS, "system-ui": _SANS}
_VARIABLES = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT")


def write_configuration(fonts: Sequence[Path], folder: Path) -> Path:
    """Write a fontconfig file into `folder`, with copies of `fonts` beside it, and return its path."""
    own = folder / "fonts"
    own.mkdir(parents=True, exist_ok=True)
    for number, font in enumerate(fonts):
        copyfile(font, own / f"{number:03}-{font.name}")
    path = folder / "fonts.conf"
    path.write_text(_configuration(own, folder / "cache"), encoding="utf-8")
    return path


def make_private_folder() -> Path:
    """Make a folder that lives as long as this process."""
    folder = Path(mkdtemp(prefix="factsheet-fonts-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder


@contextmanager
def private_fonts(configuration: Path) -> Iterator[None]:
    """Let fontconfig, loaded within, read `configuration` alone."""
    before = {name: os.environ.pop(name, None) for name in _VARIABLES}
    os.environ["FONTCONFIG_FILE"] = str(configuration)
    try:
        yield
    finally:
        os.environ.update({name: value for name, value in before.items() if value is not None})
        if before["FONTCONFIG_FILE"] is None:
            del os.environ["FONTCONFIG_FILE"]


def _configuration(own: Path, cache: Path) -> str:
    return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{escape(str(FONTS))}</dir>
<dir>{escape(str(own))}</dir>
<cachedir>{escape(str(cache))}</cachedir>
<selectfont><rejectfont><glob>{escape(str(FONTS / "web"))}</glob></rejectfont></selectfont>
{"".join(_alias(name, families) for name, families in _GENERIC.items())}
<match target="pattern"><edit name="family" mode="append_last" binding="weak">{_strings(_SERIF)}</edit></match>
</fontconfig>
"""


def _alias(name: str, families: Sequence[str]) -> str:
    test = f'<test name="family"><string>{name}</string></test>'
    edit = f'<edit name="family" mode="assign" binding="same">{_strings(families)}</edit>'
    return f'<match target="pattern">{test}{edit}</match>\n'


def _strings(families: Sequence[str]) -> str:
    return "".join(f"<string>{family}</string>" for family in families)
