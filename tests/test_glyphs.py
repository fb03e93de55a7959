import json
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from factsheet.defaults import TEMPLATES
from factsheet.glyphs import missing_glyphs, read_glyph_texts

FONTS = TEMPLATES / "fonts"


@pytest.mark.parametrize(
    "text",
    [
        "plain ASCII, {1} [2] ~ | \\ ` ^",
        "Hayʾat Taḥrīr al-Shām ʿAbd Ṣafwān ẖ ẕ ḏ ṯ ẓ ġ ḫ ǧ č š ž",
        "Хайят Тахрир аш-Шам, Їжак ґ є, Қазақстан Әлем Ӓ ӥ",
        "İstanbul ışık ğüşöç, Kurdî êîûşç, Azərbaycan",
        "هيئة تحرير الشام، ٢٠١٧ رسميًّا؟ گچپژ ڕێڵ ۀ ۔ ﷺ ﴿﴾",
        "Ελλάδα Nguyễn Łódź Đorđe Þór",
        "• ◦ ‣ → ← ↑ ↓ ↔ ✓ ✗ ✔ ✘ “ ” „ ‘ ’ ‚ « » ‹ › – — … ‑ ‐ † ‡ § ¶ № € £ ₺ ₽ ½ ¹ ² ³ ₂ × ÷ − ≈ ≤ ≥ ° ′ ″",
        "a\u0301 b\u0323\u0304",
        "می\u200cروم \u200fا\u200e\u061c \u2067x\u2069 so\u00adft \ufeff \u2009\u202f\u00a0\u3000 ✓\ufe0f\t\n",
    ],
)
def test_what_our_fonts_have_is_not_missing(text: str) -> None:
    assert missing_glyphs(text) == []


def test_what_they_lack_is_told_with_its_offset() -> None:
    assert missing_glyphs("a 中 𝒜 ★ שלום ა") == [
        (2, "中"),
        (4, "𝒜"),
        (6, "★"),
        (8, "ש"),
        (9, "ל"),
        (10, "ו"),
        (11, "ם"),
        (13, "ა"),
    ]
    assert missing_glyphs("x\x07\x85") == [(1, "\x07"), (2, "\x85")]


def test_a_publication_s_own_font_adds_what_it_has(tmp_path: Path) -> None:
    own = tmp_path / "own.ttf"
    with TTFont(FONTS / "FactsheetSans-Regular.ttf") as font:
        for table in font["cmap"].tables:
            table.cmap[ord("中")] = table.cmap[ord("a")]
        font.save(own)
    assert missing_glyphs("中文", (own,)) == [(1, "文")]
    assert missing_glyphs("中文") == [(0, "中"), (1, "文")]


def test_the_table_is_what_the_font_files_have() -> None:
    tables = json.loads((FONTS / "coverage.json").read_bytes())
    assert sorted(tables) == sorted(path.name for path in FONTS.glob("*.ttf"))
    for name, flat in tables.items():
        covered = {code for first, last in zip(flat[::2], flat[1::2], strict=True) for code in range(first, last + 1)}
        with TTFont(FONTS / name, lazy=True) as font:
            assert covered == set(font.getBestCmap())


def test_the_web_has_the_same_fonts_and_the_folder_is_small() -> None:
    print_names = sorted(path.stem for path in FONTS.glob("*.ttf"))
    assert len(print_names) == 9
    assert sorted(path.stem for path in (FONTS / "web").glob("*.woff2")) == print_names
    assert sum(path.stat().st_size for path in FONTS.rglob("*") if path.is_file()) < 2_600_000


def test_no_font_of_ours_has_a_reserved_name() -> None:
    for path in FONTS.glob("*.ttf"):
        with TTFont(path, lazy=True) as font:
            names = " ".join(str(name) for name in font["name"].names if name.nameID in {1, 3, 4, 6, 16})
            assert "Factsheet" in names
            assert not re.search(r"Source|Noto|Adobe", names)
            assert "SIL Open Font License" in str(font["name"].getDebugName(13))


def test_a_glyph_tells_its_character_by_the_font_s_table_or_by_its_name() -> None:
    font = FONTS / "FactsheetNaskh-Regular.ttf"
    texts = read_glyph_texts(font.read_bytes())
    with TTFont(font, lazy=True) as opened:
        names = opened.getGlyphOrder()
        assert texts[opened.getGlyphID("uni0645")] == "م"
        assert texts[opened.getGlyphID("uniFEE3")] == "م"
        placed = [texts[glyph] for glyph, name in enumerate(names) if name.startswith("uni064B.shadda.")]
    assert len(placed) > 100
    assert set(placed) == {"\u064b"}
