import pytest
from fontTools.ttLib import TTFont

from factsheet.defaults import TEMPLATES
from factsheet.figures.measuring import measure, wrap


def test_a_text_is_as_wide_as_its_letters_and_a_little_more() -> None:
    with TTFont(TEMPLATES / "fonts" / "FactsheetSans-Regular.ttf") as font:
        cmap, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        width = sum(advances[cmap[ord(letter)]][0] for letter in "Syria 2017") * 10 / em
    assert measure("Syria 2017", 10) == pytest.approx(width * 1.02, abs=0.1)


def test_bold_is_wider() -> None:
    assert measure("Jabhat al-Nusra", 13, bold=True) > measure("Jabhat al-Nusra", 13)


def test_joined_arabic_letters_have_the_widths_of_their_forms() -> None:
    joined, apart = measure("بيت", 100), sum(measure(letter, 100) for letter in "بيت")
    assert joined < apart * 0.8


def test_lam_with_alef_is_one_letter() -> None:
    assert measure("لا", 100) < measure("ل", 100) + measure("ا", 100)


def test_signs_above_letters_take_no_room() -> None:
    assert measure("بَيْت", 100) == measure("بيت", 100)


def test_an_unknown_character_is_reckoned_wide() -> None:
    assert measure("漢", 100) == pytest.approx(63.24)


def test_words_break_into_lines_that_fit() -> None:
    lines = wrap("Islamic State of Iraq and the Levant", 134, 13, bold=True)
    assert lines == ("Islamic State of Iraq", "and the Levant")
    assert all(measure(line, 13, bold=True) <= 134 for line in lines)


def test_a_word_too_long_for_the_column_is_cut() -> None:
    (line,) = wrap("Donaudampfschifffahrtsgesellschaft", 60, 13)
    assert line.endswith("…")
    assert measure(line, 13) <= 60


def test_lines_beyond_the_most_are_left_out_with_an_ellipsis() -> None:
    lines = wrap("one two three four five six seven eight", 30, 13, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_nothing_has_no_lines() -> None:
    assert wrap("", 100, 13) == ()
