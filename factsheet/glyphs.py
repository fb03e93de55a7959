"""Which characters the fonts can show, told from tables made with the fonts and from a publication's own font files."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
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
