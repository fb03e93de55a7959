"""Makes the fonts in templates/fonts from their sources: static, subset, renamed; the same bytes every time.

    pip download --no-deps --dest SOURCES fontpkg-source-serif-4==4.4 fontpkg-source-sans-3==3.52
    apt-get download fonts-noto-core=20201225-1        (or take its two files from an installed package)
    python tools/make_fonts.py SOURCES [templates/fonts]

SOURCES is searched for the files named in SOURCE_FILES, wheels unpacked. Needs fonttools 4.68 and brotli 1.2.

Why static files: WeasyPrint makes an instance of a variable font anew for each document, which triples its time.
Why other names: Adobe reserves "Source". Why Naskh: the words of other Arabic faces don't all come back out of a PDF.
"""

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont
from naskh_marks import DRAWN_TOGETHER, keep_letters_and_signs_apart, mark_to_base, place_signs

VERSION = "1.000"
MADE = 3_850_329_600  # 2026-01-04, in seconds since 1904: a font's clock
LICENSE_URL = "https://openfontlicense.org"

SOURCE_FILES = {
    "SourceSerif4[opsz,wght].ttf": "97b2d4da6e3cb494b5a1e66ae176914d852ccabef49e0c02c0df25f3e39aca0b",
    "SourceSerif4-Italic[opsz,wght].ttf": "15fbc7e4679489a501998c3669272637a6646388ef7e4bd77eebb5bf967a1f42",
    "SourceSans3[wght].ttf": "042fe2cc0b933e328410d7acbd0aa6a1873dca5aef81875f4bc214b08825c7b9",
    "SourceSans3-Italic[wght].ttf": "39e3ab05ccd7cb94907c31005bb5bec1d5432f0b096a2b782976e217a540eb6c",
    "NotoNaskhArabic-Regular.ttf": "8c67eaa2f0086872628fc3f7f760386f83c8be5c5e9a1ba3a38891237b2ac7cb",
    "NotoNaskhArabic-Bold.ttf": "b5cbcb561b4b540ff11d7b6934577dbbbbb9e1d152d47f6f31f19176d58ff39c",
}
FIGURES = ("dnom", "frac", "lnum", "numr", "onum", "ordn", "pnum", "sinf", "subs", "sups", "tnum", "zero")
LETTERS = ("case", "ccmp", "fina", "init", "isol", "kern", "liga", "locl", "mark", "medi", "mkmk", "rlig")

UNSHARED = "‐‑ʻʼ∆Ω∕"  # each a look-alike of a commoner character

COMPOSED = ((0x1CD, 0x233), (0x400, 0x52F), (0x1E00, 0x1E99))

LATIN = (
    (0x20, 0x7E),
    (0xA0, 0x24F),  # Latin-1, Extended-A and -B: Turkish, Kurdish, Azerbaijani, the transliterations
    (0x250, 0x2AF),  # phonetic: schwa and such
    (0x2B0, 0x2FF),  # half rings for ayn and hamza
    (0x300, 0x36F),  # combining marks
    (0x370, 0x3FF),
    (0x400, 0x52F),  # Cyrillic with Ukrainian, Kazakh, Tatar
    (0x1D00, 0x1D7F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x2070, 0x209F),  # superiors and inferiors
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2150, 0x218B),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2300, 0x23FF),
    (0x2500, 0x25FF),
    (0x2600, 0x27BF),
    (0x27E6, 0x27EB),
    (0x2C60, 0x2C7F),
    (0x2E00, 0x2E5E),
    (0xA720, 0xA7FF),
    (0xFB00, 0xFB06),
)
ARABIC = (
    (0x20, 0x7E),
    (0xA0, 0xA0),
    (0xAB, 0xAB),
    (0xBB, 0xBB),
    (0x600, 0x6FF),  # with Persian, Kurdish, Urdu, Pashto, Uyghur
    (0x200B, 0x200F),
    (0x2010, 0x2027),
    (0x25CC, 0x25CC),
    (0xFB50, 0xFBFF),  # forms of letters, as old texts type them; the names of the letters' glyphs come from them too
    (0xFD3E, 0xFD3F),
    (0xFDFA, 0xFDFA),
    (0xFDFC, 0xFDFD),
    (0xFE80, 0xFEFC),
)


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: its name, where it comes from, and which point of the source's axes it is."""

    family: str
    style: str
    weight: int
    source: str
    axes: Mapping[str, float]
    ranges: tuple[tuple[int, int], ...] = LATIN

    @property
    def is_italic(self) -> bool:
        """Whether the face slants."""
        return "Italic" in self.style

    @property
    def file(self) -> str:
        """Its file's name, without a suffix."""
        return f"{self.family}-{self.style}".replace(" ", "")


FACES = (
    Face("Factsheet Serif", "Regular", 400, "SourceSerif4[opsz,wght].ttf", {"opsz": 12, "wght": 400}),
    Face("Factsheet Serif", "Italic", 400, "SourceSerif4-Italic[opsz,wght].ttf", {"opsz": 12, "wght": 400}),
    Face("Factsheet Serif", "SemiBold", 600, "SourceSerif4[opsz,wght].ttf", {"opsz": 12, "wght": 600}),
    Face("Factsheet Display", "SemiBold", 600, "SourceSerif4[opsz,wght].ttf", {"opsz": 48, "wght": 600}),
    Face("Factsheet Sans", "Regular", 400, "SourceSans3[wght].ttf", {"wght": 400}),
    Face("Factsheet Sans", "Italic", 400, "SourceSans3-Italic[wght].ttf", {"wght": 400}),
    Face("Factsheet Sans", "SemiBold", 600, "SourceSans3[wght].ttf", {"wght": 600}),
    Face("Factsheet Naskh", "Regular", 400, "NotoNaskhArabic-Regular.ttf", {}, ARABIC),
    Face("Factsheet Naskh", "Bold", 700, "NotoNaskhArabic-Bold.ttf", {}, ARABIC),
)


def main() -> None:
    sources = Path(sys.argv[1])
    out = Path(sys.argv[2] if len(sys.argv) > 2 else "templates/fonts")
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # fontTools writes no clock of its own
    (out / "web").mkdir(parents=True, exist_ok=True)
    coverage = {}
    for face in FACES:
        font = make(face, find(sources, face.source))
        font.flavor = "woff2"
        font.save(out / "web" / f"{face.file}.woff2")
        font.flavor = None
        if face.ranges is ARABIC:
            place_signs(font)
        font.save(out / f"{face.file}.ttf")
        coverage[f"{face.file}.ttf"] = ranges(font.getBestCmap())
        print(face.file, (out / f"{face.file}.ttf").stat().st_size, (out / "web" / f"{face.file}.woff2").stat().st_size)
    write_coverage(coverage, out / "coverage.json")


def find(sources: Path, name: str) -> Path:
    found = [path for path in sources.rglob("*.ttf") if path.name == name]
    if len(found) != 1:
        sys.exit(f"{name}: found {len(found)} times under {sources}, wanted once")
    digest = sha256(found[0].read_bytes()).hexdigest()
    if digest != SOURCE_FILES[name]:
        sys.exit(f"{name}: another version (sha256 {digest})")
    return found[0]


def make(face: Face, source: Path) -> TTFont:
    font = TTFont(source, recalcTimestamp=False)
    if face.axes:
        font = instantiateVariableFont(font, dict(face.axes), overlap=OverlapMode.KEEP_AND_SET_FLAGS, inplace=True)
        compose_missing(font)
        give_each_its_own_glyph(font, UNSHARED)
    else:
        keep_letters_and_signs_apart(font)
    # The ligature of "Allah" comes back reversed from a PDF.
    features = [name for name in FIGURES + LETTERS if face.ranges is LATIN or name != "liga"]
    subset(font, chain.from_iterable(range(a, b + 1) for a, b in face.ranges), features)
    rename(font, face)
    font["head"].created = font["head"].modified = MADE
    font["head"].fontRevision = float(VERSION)
    return font


def subset(font: TTFont, wanted: Iterable[int], features: Sequence[str]) -> None:
    options = Options(
        layout_features=features,
        hinting=False,
        legacy_kern=False,
        notdef_outline=True,
        glyph_names=True,
        name_IDs=["*"],
    )
    options.drop_tables += ["DSIG", "STAT", "BASE", "GlyphOrder"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(wanted), glyphs=[name for name in DRAWN_TOGETHER if name in font.getGlyphSet()])
    subsetter.subset(font)


def compose_missing(font: TTFont) -> None:
    """Add the letters that the source lacks but has the parts of: a base, and a mark at the anchor they share."""
    cmap, glyphs, metrics = font.getBestCmap(), font["glyf"], font["hmtx"]
    tables = list(mark_to_base(font))
    for first, last in COMPOSED:
        for code in range(first, last + 1):
            parts = [cmap[ord(part)] for part in unicodedata.normalize("NFD", chr(code)) if ord(part) in cmap]
            if code in cmap or len(parts) != 2:
                continue
            base, mark = parts
            shift = place_mark(tables, base, mark)
            if shift is None:
                continue
            name = f"uni{code:04X}"
            glyphs[name] = composite(base, mark, shift)
            glyphs[name].recalcBounds(glyphs)
            metrics[name] = (metrics[base][0], glyphs[name].xMin)
            for table in font["cmap"].tables:
                table.cmap[code] = name
    font.setGlyphOrder(glyphs.glyphOrder)


def place_mark(tables: Sequence[otTables.MarkBasePos], base: str, mark: str) -> tuple[int, int] | None:
    for table in tables:
        if base not in table.BaseCoverage.glyphs or mark not in table.MarkCoverage.glyphs:
            continue
        own = table.MarkArray.MarkRecord[table.MarkCoverage.glyphs.index(mark)]
        place = table.BaseArray.BaseRecord[table.BaseCoverage.glyphs.index(base)].BaseAnchor[own.Class]
        if place is not None:
            return place.XCoordinate - own.MarkAnchor.XCoordinate, place.YCoordinate - own.MarkAnchor.YCoordinate
    return None


def give_each_its_own_glyph(font: TTFont, characters: str) -> None:
    """Part those that share a glyph with another: a glyph in a PDF stands for one character, the first it drew."""
    cmap, glyphs = font.getBestCmap(), font["glyf"]
    for character in characters:
        shared = cmap.get(ord(character))
        if shared is None or list(cmap.values()).count(shared) == 1:
            continue
        name = f"{shared}.{ord(character):04X}"
        glyphs[name] = copy(glyphs[shared])
        font["hmtx"][name] = font["hmtx"][shared]
        for table in font["cmap"].tables:
            if ord(character) in table.cmap:
                table.cmap[ord(character)] = name
    font.setGlyphOrder(glyphs.glyphOrder)


def composite(base: str, mark: str, shift: tuple[int, int]) -> Glyph:
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for name, (x, y) in ((base, (0, 0)), (mark, shift)):
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = name, x, y, 0x4
        glyph.components.append(part)
    return glyph


def rename(font: TTFont, face: Face) -> None:
    """Write a new name table: the source's copyright and licence, none of its reserved names as ours."""
    old = font["name"]
    copyright_line, trademark = (old.getDebugName(number) for number in (0, 7))
    is_regular_family = face.style in {"Regular", "Italic", "Bold"}
    legacy = face.family if is_regular_family else f"{face.family} {face.style}"
    names = {
        0: copyright_line,
        1: legacy,
        2: face.style if is_regular_family else "Regular",
        3: f"{VERSION};{face.file}",
        4: f"{face.family} {face.style}",
        5: f"Version {VERSION}",
        6: face.file,
        7: trademark,
        10: f"A subset of {face.source.split('[')[0].split('.')[0]}, made by factsheet's tools/make_fonts.py.",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: LICENSE_URL,
    }
    if not is_regular_family:
        names |= {16: face.family, 17: face.style}
    font["name"] = newTable("name")
    font["name"].names = []
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    mark_style(font, face)


def mark_style(font: TTFont, face: Face) -> None:
    os2, head = font["OS/2"], font["head"]
    is_bold = face.style == "Bold"
    os2.usWeightClass = face.weight
    os2.fsSelection = (os2.fsSelection & ~0b1100001) | (face.is_italic | is_bold << 5) or 0
    if not face.is_italic and not is_bold:
        os2.fsSelection |= 1 << 6
    head.macStyle = is_bold | face.is_italic << 1
    os2.fsType = 0
    # Names tell what the glyphs of Naskh stand for (formats/glyph_texts.py); a Latin glyph's character does.
    font["post"].formatType = 2.0 if face.ranges is ARABIC else 3.0


def ranges(codes: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


def write_coverage(coverage: Mapping[str, list[list[int]]], path: Path) -> None:
    """One line a font: [first, last, first, last ...]."""
    lines = [f"  {json.dumps(name)}: {json.dumps(list(chain.from_iterable(runs)))}" for name, runs in coverage.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
