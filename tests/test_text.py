"""Scripts, hidden marks and look-alikes. What can't be seen is written as an escape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet import text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("полковник Игн\u0061сюк", [(10, "Игн\u0061сюк", "Игнасюк")]),
        ("\u0422he army", [(0, "\u0422he", "The")]),
        ("\u0421у-24 и \u0043у-34", [(8, "\u0043у", "Су")]),
        ("HTSовец, PDF-файл и IT-отдел", []),
        ("Игнасюк and Ignasyuk", []),
        ("pa\u03c1ameter", [(0, "pa\u03c1ameter", "papameter")]),
        ("plain words", []),
    ],
)
def test_words_that_mix_look_alike_alphabets(words: str, found: list[tuple[int, str, str]]) -> None:
    assert [tuple(each) for each in text.find_mixed_words(words)] == found


@pytest.mark.parametrize(
    "mark", ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"]
)
def test_marks_that_reorder_text(mark: str) -> None:
    assert list(text.find_bidi_controls(f"ab{mark}c")) == [(2, mark)]


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c"])
def test_marks_of_direction_are_harmless(mark: str) -> None:
    assert list(text.find_bidi_controls(f"HTS{mark}")) == []
    assert list(text.find_hidden(f"HTS{mark}")) == []


@pytest.mark.parametrize("mark", ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u180e", "\u200c", "\u200d", "\U000e0041"])
def test_characters_that_nobody_sees(mark: str) -> None:
    assert list(text.find_hidden(f"Al{mark}eppo")) == [(2, mark)]


@pytest.mark.parametrize(
    "words",
    [
        "می\u200cخواهم",  # Persian
        "क्\u200dष",  # Hindi
        "\U0001f468\u200d\U0001f469",  # a family
        "\u2764\ufe0f\u200d\U0001f525",  # a heart on fire
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
    ],
)
def test_joiners_where_they_join(words: str) -> None:
    assert list(text.find_hidden(words)) == []


def test_forms_of_letters_that_no_search_finds() -> None:
    assert list(text.find_presentation_forms("x \ufefb\ufe8e y \ufb01n")) == [(2, "\ufefb\ufe8e"), (7, "\ufb01")]
    assert list(text.find_presentation_forms("قال \ufdfa و\ufd3eآية\ufd3f")) == []


def test_letters_with_their_marks_apart() -> None:
    assert text.is_composed("café")
    assert not text.is_composed("cafe\u0301")


@pytest.mark.parametrize(
    ("words", "tag", "script"),
    [
        ("Aleppo", "ru", "Latin"),
        ("Алеппо", "en", "Cyrillic"),
        ("حلب", "ru", "Arabic"),
        ("Halab", "ar-Latn", ""),
        ("حلب", "ar-Latn", "Arabic"),
        ("阿勒颇", "zh-Hans", ""),
        ("Aleppo", "zh-Hans", "Latin"),
        ("アレッポ", "ja", ""),
        ("Алеппо", "sr", ""),
        ("Alep", "sr", ""),
        ("Алеппо", "ckb", "Cyrillic"),
        ("RT на русском", "ru", ""),
        ("2016", "ar", ""),
        ("Aleppo", "xyz", ""),
    ],
)
def test_scripts_that_a_language_is_not_written_in(words: str, tag: str, script: str) -> None:
    assert text.find_foreign_script(words, tag) == script


@given(st.text(), st.sampled_from(["en", "ar", "ru", "zh-Hans", "xyz", "ar-Latn"]))
def test_any_text_is_read(words: str, tag: str) -> None:
    text.find_foreign_script(words, tag)
    text.is_composed(words)
    for find in (text.find_bidi_controls, text.find_hidden, text.find_presentation_forms):
        assert all(words.startswith(found, offset) for offset, found in find(words))
    for offset, word, meant in text.find_mixed_words(words):
        assert words[offset : offset + len(word)] == word
        assert len(meant) == len(word)
        assert list(text.find_mixed_words(meant)) == []


def test_a_control_character_is_hidden_in_ascii_too() -> None:
    assert [found.offset for found in text.find_hidden("a\0b\x07\x7f")] == [1, 3, 4]
    assert not list(text.find_hidden("a\tb\r\nc"))
