"""Characters and languages of texts, found at their places."""

from pathlib import Path

import pytest

from tests.rules.publications import find, places

GROUP = "groups/red-hill.yaml"
TRICKY = "\u202e2011\u202c"


def test_a_look_alike_letter_is_named_and_put_right(tmp_path: Path) -> None:
    found = find(tmp_path, "mixed-script-name", {GROUP: "name: {en: Hill, ru: Олег Игн\u0061сюк}\n"})
    assert [(each.message, each.hint) for each in found] == [
        ('"Игн\u0061сюк" mixes alphabets: "\u0061" is Latin small letter a', 'did you mean "Игнасюк"?')
    ]
    assert places(found) == [f"{GROUP}:1:27"]


def test_a_text_of_several_lines_is_placed_as_a_whole(tmp_path: Path) -> None:
    found = find(tmp_path, "mixed-script-name", {GROUP: "body:\n  ru: |\n    Да.\n    \u0041лексей.\n"})
    assert places(found) == [f"{GROUP}:2:7"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"name: Hill {TRICKY}\n", "1:12"),
        (f'name: "Hill {TRICKY}"\n', "1:13"),
        (f"cite: {{source: gazette, quote: in {TRICKY}}}\n", "1:35"),
        (f"founded: {{missing: unknown, note: in {TRICKY}}}\n", "1:38"),
    ],
)
def test_a_mark_that_reorders_text_is_found_everywhere(tmp_path: Path, text: str, place: str) -> None:
    found = find(tmp_path, "bidi-control", {GROUP: text})
    assert places(found) == [f"{GROUP}:{place}"]
    assert found[0].message == (
        "this text has a character that reorders text: right-to-left override (U+202E) "
        "and pop directional formatting (U+202C)"
    )


def test_a_mark_in_plain_text_without_a_language_is_found(tmp_path: Path) -> None:
    text = "title: A\nauthors: [Anna\u200b Hill]\n"
    assert places(find(tmp_path, "hidden-character", {"sources/gazette.yaml": text})) == ["sources/gazette.yaml:2:15"]


def test_a_presentation_form_is_told_what_to_write(tmp_path: Path) -> None:
    found = find(tmp_path, "presentation-form", {GROUP: "name: {en: Hill, ar: \ufefbحمر}\n"})
    assert [(each.hint, each.at.column) for each in found] == [('write "لا"', 22)]


def test_a_decomposed_letter_is_placed_at_the_letter(tmp_path: Path) -> None:
    assert places(find(tmp_path, "decomposed-letter", {GROUP: "name: Hill cafe\u0301\n"})) == [f"{GROUP}:1:15"]


def test_a_character_that_no_font_has_is_placed_once_a_text(tmp_path: Path) -> None:
    found = find(tmp_path, "no-glyph", {GROUP: "name: Hill \U00013000 \U00013001\n"})
    assert places(found) == [f"{GROUP}:1:12"]
    assert found[0].message == 'no font has "\U00013000" (U+13000) and "\U00013001" (U+13001)'


@pytest.mark.parametrize(
    "text",
    [
        "name: {en: Hill, ru: Холм}\nshort: {en: HTS, ru: HTS}\n",
        "name: {en: The Wire Service, ru: The Wire Service}\n",
        "name: {en: Hill}\nshort: {ru: BBC}\n",
        "name: {en: Hill, ar-Latn: Tall, ru: Холм «Hill»}\n",
        "name: {en: Hill, ar: 2011}\n",
    ],
)
def test_foreign_letters_that_are_right(tmp_path: Path, text: str) -> None:
    assert find(tmp_path, "script-mismatch", {GROUP: text}) == []


def test_a_text_under_the_wrong_tag_is_placed_at_the_text(tmp_path: Path) -> None:
    found = find(tmp_path, "script-mismatch", {GROUP: "name: {en: Холм, ru: Hill town}\n"})
    assert [each.message for each in found] == [
        'this text is tagged "en", but all its letters are Cyrillic',
        'this text is tagged "ru", but all its letters are Latin',
    ]
    assert places(found) == [f"{GROUP}:1:12", f"{GROUP}:1:22"]


def test_what_is_not_translated_is_told_by_field(tmp_path: Path) -> None:
    text = "name: {en: Hill, ru: Холм}\nsummary: A group of men who met on the hill above the river.\n"
    found = find(tmp_path, "missing-translation", {"site.yaml": "languages: [en, ru, ar]\n", GROUP: text})
    assert [each.message for each in found] == ['"name" is not there in ar', '"summary" is not there in ru or ar']
    assert places(found) == [f"{GROUP}:1:1", f"{GROUP}:2:1"]
