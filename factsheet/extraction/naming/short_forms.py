"""Stage 5: acronyms and shortened names joined to the long ones by their letters and words alone."""

import re
from collections.abc import Iterable
from typing import Final, Protocol

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.cues import SAY
from factsheet.extraction.naming.entities import Entity, Name, fold
from factsheet.extraction.naming.joining import FUNCTION
from factsheet.extraction.reading.article import Article

_SMALL: Final = listed("of the for and in on to de del la et des du al pour")
_TWO: Final = 2
_LEAST: Final = 3


class Joining(Protocol):
    """What joins entities of an article."""

    @property
    def entities(self) -> list[Entity]:
        """Return those that are left."""

    def merge(self, target: Entity, other: Entity, rule: str) -> None:
        """Make one entity's names names of another."""


def initials(name: str) -> set[str]:
    """Return the acronyms a long name may have: with and without its small words."""
    parts = [part for part in re.split(r"[\s\-‐‑/]+", re.sub(r"['’]s\b|['’()]", "", name)) if part]
    large = "".join(part[0] for part in parts if part.casefold() not in _SMALL)
    whole = "".join(part[0] for part in parts)
    words = name.split()
    unhyphened = "".join(word[0] for word in words if word.casefold() not in _SMALL)
    return {large.upper(), whole.upper(), unhyphened.upper()}


def is_short_for(short: str, name: str) -> bool:
    """Tell whether an acronym fits a long name: its initials, or its letters in their order."""
    letters = re.sub(r"[^A-Za-z]", "", short).upper()
    if len(letters) < _TWO:
        return False
    return letters in initials(name) or (letters.endswith("S") and letters[:-1] in initials(name))


def join_short_forms(joining: Joining) -> None:
    """Join acronyms, names without their first word, plurals and parts to the one long name that they fit."""
    _join_initials(joining)
    _join_endings(joining)
    _join_openings(joining)
    _join_plurals(joining)
    _join_strips(joining)


def _groups(entities: Iterable[Entity]) -> list[Entity]:
    return [each for each in entities if each.sort == "group"]


def _join_initials(joining: Joining) -> None:
    """Join an acronym to the one long name of a group that it abbreviates."""
    by_initials: dict[str, list[Entity]] = {}
    for each in _groups(joining.entities):
        for letters in {letters for name in each.names if " " in name.text for letters in _all_initials(name.text)}:
            by_initials.setdefault(letters, []).append(each)
    by_letters: dict[str, list[Entity]] = {}
    for letters, owners in by_initials.items():
        by_letters.setdefault("".join(sorted(letters)), []).extend(owners)
    for each in _groups(joining.entities):
        tail = re.fullmatch(r"[A-Z][a-z]+-([A-Z]{3,})", each.name)
        if tail:
            by_initials.setdefault(tail.group(1), []).append(each)
    for entity in _groups(joining.entities):
        if " " in entity.name or not entity.name.isupper():
            continue
        letters = re.sub(r"[^A-Z]", "", entity.name)
        fits = [each for each in by_initials.get(letters, []) if each is not entity]
        if not fits and len(letters) > _LEAST:
            fits = [each for each in by_letters.get("".join(sorted(letters)), []) if each is not entity]
        if len(fits) == 1 and not any(name.text.startswith(f"{entity.name}-") for name in fits[0].names):
            joining.merge(fits[0], entity, "initials")
            _name_without_people(fits[0], letters)


def _all_initials(name: str) -> set[str]:
    """Return the acronyms of a name, and those of what stands behind its people: Albanian National Army, NA."""
    first, _, rest = name.partition(" ")
    return initials(name) | (initials(rest) if first in lexicon.demonyms() and rest.count(" ") > 1 else set())


def _name_without_people(entity: Entity, letters: str) -> None:
    """Give a group the name without its people, if the acronym leaves that out."""
    name = entity.names[0]
    first, _, rest = name.text.partition(" ")
    if first in lexicon.demonyms() and letters in initials(rest) and letters not in initials(name.text):
        entity.names.insert(0, Name(rest, name.rule, [(end - len(rest), end) for _, end in name.spans]))


def _join_endings(joining: Joining) -> None:
    """Join `Irish Republican Army` to `Provisional Irish Republican Army`."""
    groups = [each for each in _groups(joining.entities) if " " in each.name]
    by_end: dict[tuple[str, ...], list[Entity]] = {}
    for each in groups:
        by_end.setdefault(tuple(fold(each.name).split()[-2:]), []).append(each)
    for entity in groups:
        parts = fold(entity.name).split()
        near = by_end[tuple(parts[-2:])]
        longer = [each for each in near if each is not entity and _extends(fold(each.name).split(), parts)]
        if len(longer) == 1:
            joining.merge(longer[0], entity, "short-form")


def _join_openings(joining: Joining) -> None:
    """Join `Revolutionary Armed Forces` to the one body called `Revolutionary Armed Forces of ...`."""
    groups = [each for each in _groups(joining.entities) if " " in each.name]
    by_opening: dict[str, list[Entity]] = {}
    for each in groups:
        opening = re.match(r"(.+?) (?:of|for|in) ", fold(each.name))
        if opening:
            by_opening.setdefault(opening.group(1), []).append(each)
    for entity in groups:
        longer = [each for each in by_opening.get(fold(entity.name), []) if each is not entity]
        if len(longer) == 1 and any(word in lexicon.words("heads") for word in entity.name.split()):
            joining.merge(longer[0], entity, "short-form")


def _extends(whole: list[str], parts: list[str]) -> bool:
    """Tell whether a long name is the short one with a demonym, a country or `national` before it."""
    if len(whole) <= len(parts) or whole[-len(parts) :] != parts:
        return False
    before = " ".join(whole[: -len(parts)]).title()
    is_bare = parts == ["task", "force"] or all(part.title() in lexicon.words("heads") for part in parts)
    is_next = len(whole) - len(parts) == 1
    if len(parts) > 1 and parts[-1].title() in lexicon.words("heads") and (is_next or is_bare):
        return True
    return (
        before in lexicon.demonyms()
        or before in lexicon.country_names()
        or before.upper() in lexicon.country_names()
        or before == "Provisional"
        or before.upper() in lexicon.organisations()
        or before in lexicon.organisations()
        or " ".join(whole[: -len(parts)]) in {"u.n.", "u.s."}
    )


def _join_plurals(joining: Joining) -> None:
    """Join `Badr Brigade` to `Badr Brigades`."""
    by_stem: dict[str, Entity] = {}
    for entity in _groups(joining.entities):
        stem = fold(entity.name).removesuffix("s")
        twin = by_stem.setdefault(stem, entity)
        if twin is not entity and not entity.name.isupper():
            joining.merge(twin, entity, "plural")


def _join_strips(joining: Joining) -> None:
    """Join `Gaza` to `the Gaza Strip`, and other lands to a longer name of the same land."""
    places = {fold(each.name): each for each in joining.entities if each.sort == "place"}
    for name, entity in places.items():
        longer = places.get(f"{name} strip")
        if longer is not None:
            joining.merge(longer, entity, "short-form")


def join_first_words(article: Article, entities: list[Entity]) -> list[Entity]:
    """Return entities with `Badr` joined to the one group named `Badr Organization`, `Nusra` to `Al-Nusra Front`."""
    by_first: dict[str, list[Entity]] = {}
    for each in _groups(entities):
        words = re.split(r"[\s-]+", each.name.removeprefix("al-").removeprefix("Al-"))
        if len(words) > 1:
            by_first.setdefault(fold(words[0]), []).append(each)
    kept = []
    for entity in entities:
        owners = by_first.get(fold(entity.name.removeprefix("al-").removeprefix("Al-")), [])
        if len(owners) == 1 and _may_shorten(entity) and not _only_describes(article, entity):
            owners[0].names.append(entity.names[0])
        else:
            kept.append(entity)
    return kept


def _only_describes(article: Article, entity: Entity) -> bool:
    """Tell whether a word stands before a noun wherever it stands: the Osk wing."""
    for _, end in entity.spans:
        noun = re.compile(r"\s([a-z]+)").match(article.text, end)
        if not noun or noun.group(1) in FUNCTION or noun.group(1) in SAY or re.search(r"(?:ed|es|s)$", noun.group(1)):
            return False
    return True


def _may_shorten(entity: Entity) -> bool:
    """Tell whether a single word can be short for a longer name: it is nothing else, no people, no given name."""
    name = entity.name
    taken = (lexicon.demonyms(), lexicon.places(), lexicon.words("first_names"), lexicon.words("heads"))
    is_open = entity.names[0].rule in {"context", "capital", "spacy"} and entity.sort in {"", "group", "person"}
    return " " not in name and is_open and not any(name in names for names in taken) and len(name) > _TWO
