"""Translations of the interface: gettext catalogs beside the templates, read through Babel."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from factsheet.defaults import TEMPLATES


def translate(message: str, language: str, folders: tuple[str, ...] = (str(TEMPLATES),)) -> str:
    """Return `message` in `language`, or as it is where no catalog has it. A later folder's catalog wins."""
    if language == "en":
        return message
    for folder in reversed(folders):
        found = read_catalog(folder, language).get(message)
        if found:
            return found
    return message


@cache
def read_catalog(folder: str, language: str) -> Mapping[str, str]:
    """Return the translations in `<folder>/messages/<language>.po`, fuzzy ones left out."""
    path = Path(folder) / "messages" / f"{language}.po"
    if not path.is_file():
        return {}
    from babel.messages.pofile import read_po  # noqa: PLC0415 - Babel is read only where a catalog is

    with path.open("rb") as file:
        catalog = read_po(file)
    return {
        message.id: message.string
        for message in catalog
        if isinstance(message.id, str) and isinstance(message.string, str) and message.string and not message.fuzzy
    }
