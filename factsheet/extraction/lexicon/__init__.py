"""Word lists of the rules: general knowledge of English news, never taken from an article that is scored."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory: its name, its capital, what its people are called, its other names."""

    name: str
    capital: str
    demonyms: tuple[str, ...]
    aliases: tuple[str, ...]


def listed(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list that say something."""
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list; an underscore in it stands for a space."""
    return frozenset(word.replace("_", " ") for line in lines(name) for word in line.split())


@cache
def countries() -> tuple[Country, ...]:
    """Return every country."""
    found = []
    for line in lines("countries"):
        name, capital, demonyms, aliases = line.split("|")
        found.append(Country(name, capital, _parts(demonyms), _parts(aliases)))
    return tuple(found)


@cache
def demonyms() -> dict[str, str]:
    """Return the country of each demonym; peoples and faiths without one have an empty name."""
    named = {word: country.name for country in countries() for word in country.demonyms}
    return {**dict.fromkeys(words("demonyms"), ""), **named}


@cache
def capitals() -> dict[str, str]:
    """Return the country whose government a capital's name may stand for."""
    return {country.capital: country.name for country in countries() if country.capital}


@cache
def country_names() -> dict[str, str]:
    """Return the usual name of each country by any of its names."""
    return {name: country.name for country in countries() for name in (country.name, *country.aliases)}


@cache
def places() -> frozenset[str]:
    """Return the names of countries, capitals, cities, regions and waters."""
    listed = {name for line in lines("places") for name in _parts(line)}
    return frozenset(listed | capitals().keys() | country_names().keys())


@cache
def organisations() -> dict[str, tuple[str, ...]]:
    """Return the names of each well-known organisation by any of them, the usual one first."""
    known = {}
    for line in lines("organisations"):
        names = _parts(line)
        known.update(dict.fromkeys(names, names))
    return known


@cache
def proper_names() -> frozenset[str]:
    """Return all that the lists know as a name, peoples among them: places, organisations, demonyms."""
    return frozenset(places() | organisations().keys() | demonyms().keys())


def _parts(line: str) -> tuple[str, ...]:
    return tuple(part for part in line.split(",") if part)
