"""The catalogs of the interface say everything that the pages say, and nothing else."""

import re
import runpy
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from factsheet.wording.catalogs import translate

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ar", "ru", "tr")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
LATIN_NAMES = {"DOI", "GeoNames", "OFAC", "OpenSanctions", "PA-X"}


@cache
def collect() -> dict[str, list[str]]:
    found: dict[str, list[str]] = runpy.run_path(str(ROOT / "tools" / "messages.py"))["collect"]()
    return found


def read(name: str) -> dict[str, str]:
    """Return the messages of a catalog as they stand in the file; a fuzzy one counts as empty."""
    with (ROOT / "templates" / "messages" / name).open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    return {str(message.id): "" if message.fuzzy else str(message.string) for message in catalog if message.id}


def test_messages_are_found_in_templates_code_tables_and_schemas() -> None:
    messages = collect()
    assert messages["What it says"] == ["templates/agreement/sheet.html"]
    assert messages["cited by {count}"] == ["factsheet/formats/endnotes.py"]
    assert messages["{record} is founded"] == ["factsheet/formats/chronicle.py"]
    assert messages["Founded"] == ["schemas/group.schema.json"]
    assert messages["Groups"] == ["schemas/group.schema.json"]
    assert {"yes", "no"} <= set(messages)
    assert "Severity" not in messages  # only editors of site.yaml see it


@pytest.mark.parametrize("name", ["factsheet.pot", *(f"{language}.po" for language in LANGUAGES)])
def test_a_catalog_has_every_message_and_no_other(name: str) -> None:
    """`python tools/messages.py` mends this."""
    assert sorted(read(name)) == sorted(collect())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    catalog = read(f"{language}.po")
    assert [message for message, translation in catalog.items() if not translation.strip()] == []
    assert len(catalog) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_message(language: str) -> None:
    wrong = {
        message: translation
        for message, translation in read(f"{language}.po").items()
        if sorted(PLACEHOLDER.findall(message)) != sorted(PLACEHOLDER.findall(translation))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "letters"), [("ar", "[\u0621-\u064a]"), ("ru", "[а-яё]"), ("tr", "[a-zçğıöşü]")], ids=LANGUAGES
)
def test_a_translation_is_written_in_the_language(language: str, letters: str) -> None:
    foreign = {
        message
        for message, translation in read(f"{language}.po").items()
        if PLACEHOLDER.sub("", message).strip(" :()") and not re.search(letters, translation, re.IGNORECASE)
    }
    assert foreign <= LATIN_NAMES


@pytest.mark.parametrize("language", ["ar", "ru", "tr"])
def test_a_translation_ends_as_its_message_does(language: str) -> None:
    """A full stop or colon belongs to the sentence: neither lost nor added twice."""
    wrong = {
        message: translation
        for message, translation in read(f"{language}.po").items()
        if message.endswith(".") != translation.endswith(".") or translation != translation.strip()
    }
    assert wrong == {}


def test_arabic_has_its_own_comma_and_question_mark() -> None:
    assert {text for text in read("ar.po").values() if re.search(r"[,;?]", text)} == set()


def test_translate_reads_the_catalogs() -> None:
    assert translate("Founded", "ru") == "Основание"
    assert translate("according to {names}", "tr") == "{names} kaynağına göre"
    assert translate("Status on {date}", "ar") == "الحالة في {date}"
    assert translate("Founded", "en") == "Founded"
    assert translate("Founded", "fr") == "Founded"
