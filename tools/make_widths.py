"""Makes templates/fonts/widths.json from the fonts beside it: how far each character moves the pen, in 1/1000 em.

    python tools/make_widths.py

Run it after tools/make_fonts.py. An Arabic letter has four widths: alone, at the end of a word, at its start, within.
"""

import json
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "templates" / "fonts"
LATIN = ((0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x259, 0x259), (0x2B0, 0x2FF), (0x400, 0x4FF), (0x1E00, 0x1EFF))
SIGNS = ((0x2010, 0x203A), (0x20AC, 0x20AC), (0x20BD, 0x20BD), (0x2116, 0x2116), (0x2190, 0x2193), (0x2212, 0x2212))
ARABIC = ((0x60C, 0x60C), (0x61B, 0x61B), (0x61F, 0x61F), (0x621, 0x64A), (0x660, 0x6D5))
FORMS = ("<isolated>", "<final>", "<initial>", "<medial>")
FACES = {
    "sans": ("FactsheetSans-Regular.ttf", (*LATIN, *SIGNS)),
    "sans-bold": ("FactsheetSans-SemiBold.ttf", (*LATIN, *SIGNS)),
    "naskh": ("FactsheetNaskh-Regular.ttf", ARABIC),
    "naskh-bold": ("FactsheetNaskh-Bold.ttf", ARABIC),
}


def main() -> None:
    tables = {face: measure(FONTS / name, ranges) for face, (name, ranges) in FACES.items()}
    lines = [f" {json.dumps(face)}: {json.dumps(table, ensure_ascii=True)}" for face, table in tables.items()]
    (FONTS / "widths.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def measure(path: Path, ranges: tuple[tuple[int, int], ...]) -> dict[str, int | list[int]]:
    """Return the width of each character of the ranges; of one that joins its neighbours, that of its four forms."""
    with TTFont(path, lazy=True) as font:
        cmap, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        widths = {code: round(advances[name][0] * 1000 / em) for code, name in cmap.items()}
    table: dict[str, int | list[int]] = {
        chr(code): widths[code] for first, last in ranges for code in range(first, last + 1) if code in widths
    }
    if ranges is ARABIC:
        table |= {letters: forms for letters, forms in join(widths).items() if letters in table or len(letters) > 1}
    return table


def join(widths: dict[int, int]) -> dict[str, list[int]]:
    """Return the widths of the forms of each letter, and of lam with alef, which is drawn as one."""
    forms: dict[str, list[int]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        form, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        if form in FORMS and code in widths:
            letters = "".join(chr(int(part, 16)) for part in parts)
            forms.setdefault(letters, [0, 0, 0, 0])[FORMS.index(form)] = widths[code]
    return forms


if __name__ == "__main__":
    main()
