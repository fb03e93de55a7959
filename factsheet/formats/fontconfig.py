"""The private font folder of the PDFs: our own fonts and the publication's, none of the machine's.

A font that happens to be installed would change the bytes, and WeasyPrint takes longer the more fonts there are.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from factsheet.defaults import TEMPLATES

FONTS = TEMPLATES / "fonts"

_SERIF = ("Factsheet Serif", "Factsheet Naskh", "Factsheet Sans")
_SANS = ("Factsheet Sans", "Factsheet Naskh", "Factsheet Serif")
_GENERIC = {"serif": _SERIF, "sans-serif": _SANS, "monospace": _SANS, "system-ui": _SANS}
_VARIABLES = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT")


@contextmanager
def private_fonts(fonts: Sequence[Path]) -> Iterator[None]:
    """Let fontconfig, where it is set up within, know our fonts and `fonts` alone."""
    before = {name: os.environ.pop(name, None) for name in _VARIABLES}
    # All is read while it is set up, so nothing need stay behind: a worker that is killed couldn't tidy up.
    with TemporaryDirectory(prefix="factsheet-") as folder:
        configuration = Path(folder, "fonts.conf")
        configuration.write_text(_configuration(fonts, Path(folder)), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(configuration)
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
            os.environ.update({name: value for name, value in before.items() if value is not None})


def _configuration(fonts: Sequence[Path], cache: Path) -> str:
    paths = [font.resolve() for font in fonts]
    folders = list(dict.fromkeys(path.parent for path in paths))
    return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{"".join(f"<dir>{escape(str(folder))}</dir>" for folder in (FONTS, *folders))}
<cachedir>{escape(str(cache))}</cachedir>
<selectfont>
<acceptfont>{_globs(paths)}</acceptfont>
<rejectfont>{_globs([FONTS / "web", *(folder / "*" for folder in folders)])}</rejectfont>
</selectfont>
{"".join(_alias(name, families) for name, families in _GENERIC.items())}
<match target="pattern"><edit name="family" mode="append_last" binding="weak">{_strings(_SERIF)}</edit></match>
</fontconfig>
"""


def _globs(paths: Sequence[Path]) -> str:
    return "".join(f"<glob>{escape(str(path))}</glob>" for path in paths)


def _alias(name: str, families: Sequence[str]) -> str:
    test = f'<test name="family"><string>{name}</string></test>'
    edit = f'<edit name="family" mode="assign" binding="same">{_strings(families)}</edit>'
    return f'<match target="pattern">{test}{edit}</match>\n'


def _strings(families: Sequence[str]) -> str:
    return "".join(f"<string>{family}</string>" for family in families)
