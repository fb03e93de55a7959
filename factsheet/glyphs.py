"""Which characters the fonts can show, and which character a glyph of a font shows.

What our own fonts have is told by a table made with them; only a publication's own font files are opened.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from factsheet.defaults import TEMPLATES

COVERAGE = TEMPLATES / "fonts" / "coverage.json"

# What is never drawn, so needs no glyph: line ends, soft hyphen, joiners, marks of direction, variation selectors, and
# the spaces that a text engine makes from the plain one. Other controls come out as boxes.
_INVISIBLE = (
    (0x09, 0x0A),
    (0x0C, 0x0D),
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x180B, 0x180E),
    (0x2000, 0x200F),
    (0x202A, 0x202F),
    (0x205F, 0x206F),
    (0x3000, 0x3000),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xE0100, 0xE01EF),
)
_NAMED = re.compile(r"uni([0-9A-F]{4})(?:\..*)?")
Ranges = tuple[tuple[int, int], ...]


def missing_glyphs(text: str, fonts: Sequence[Path] = ()) -> list[tuple[int, str]]:
    """Return each character of `text` that neither our fonts nor `fonts` can show, with its offset in code points.

    `fonts` are the publication's own files, TrueType or OpenType.
    """
    unknown = _unknown(tuple((font, font.stat().st_mtime_ns) for font in fonts))
    return [(found.start(), found.group()) for found in unknown.finditer(text)]


@lru_cache(maxsize=8)
def _unknown(fonts: tuple[tuple[Path, int], ...]) -> re.Pattern[str]:
    covered = (*_INVISIBLE, *_own_coverage(), *(run for font, _ in fonts for run in _read_coverage(font)))
    return re.compile("[^" + "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in covered) + "]")


def _own_coverage() -> Ranges:
    tables: dict[str, list[int]] = json.loads(COVERAGE.read_bytes())
    return tuple(run for flat in tables.values() for run in zip(flat[::2], flat[1::2], strict=True))


def _read_coverage(font: Path) -> Ranges:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 -- costs 60 ms, and few publications bring fonts

    with TTFont(font, lazy=True) as opened:
        return tuple((code, code) for code in opened.getBestCmap())


@lru_cache(maxsize=32)
def read_glyph_texts(font: bytes) -> Mapping[int, str]:
    """Return the character of each glyph, from the font's table of characters or else from the glyph's name."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 -- costs 60 ms

    with TTFont(BytesIO(font), lazy=True) as opened:
        named = enumerate(map(_NAMED.fullmatch, opened.getGlyphOrder()))
        texts = {glyph: chr(int(found[1], 16)) for glyph, found in named if found}
        for code, name in sorted(opened.getBestCmap().items(), reverse=True):
            texts[opened.getGlyphID(name)] = chr(code)
    return {glyph: _plain(text) for glyph, text in texts.items()}


def _plain(character: str) -> str:
    """A form of an Arabic letter is that letter."""
    is_form = "\ufb50" <= character <= "\ufefc"
    return unicodedata.normalize("NFKC", character) if is_form else character
