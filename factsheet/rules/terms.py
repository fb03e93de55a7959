"""Charged words: those of site.yaml and a list of our own, outside quotations."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from factsheet.diagnostics import Diagnostic
from factsheet.encoding import decode
from factsheet.model import Json
from factsheet.rules.content import Content
from factsheet.rules.findings import locate_part, report
from factsheet.rules.survey import Words
from factsheet.text import find_scripts

LIST: Final = Path(__file__).with_name("terms.json")
"""Our own list: language -> word -> advice. A word that ends in * stands for all that begin so."""

_ALLOWED: Final = "allowed"
_OFFICIAL: Final = frozenset(
    {"name", "names", "short", "list", "listed_as", "label", "described_as", "publisher", "was"}
)
_OF_SOURCES: Final = frozenset({"title", "description"})
_QUOTED: Final = re.compile(
    r'"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|‹[^›]*›|‘[^’]*’(?!\w)|^[ ]{0,3}>[^\n]*|`[^`\n]*`|\]\([^)\n]*\)|\[@[^\]\n]*\]',
    re.MULTILINE,
)


class _Term(NamedTuple):
    """A charged word: how it is found, fast and exactly, and what to do instead."""

    stem: str
    pattern: re.Pattern[str]
    advice: str


def check_charged_term(content: Content) -> Iterator[Diagnostic]:
    """Words that take a side stand only in quotations.

    The words are those of `terms` in site.yaml, by language, and a short English list of our own. Quotations, names,
    titles of sources and officials, names of official lists and `described_as` are left alone: there they are somebody
    else's. In `terms` a word that ends in `*` stands for all that begin so, and the advice `allowed` lets a word of our
    list through.

    Good:

        # groups/red-hill.yaml
        summary: A group that the government calls "terrorist" and its allies a village guard.

    Bad:

        # groups/red-hill.yaml
        summary: A terrorist group that fought the regime from 2011 on, in the hills of the north.
    """
    lists = _merge(content.site.get("terms"))
    for record, words in content.words:
        if not words.tag or _is_official(record.kind, words):
            continue
        known = lists.get(words.tag) or lists.get(words.tag.partition("-")[0])
        for offset, found, advice in _find(words.text, known) if known else ():
            at = locate_part(record, words.pointer, offset, len(found))
            yield report("charged-term", at, f'"{found}" takes a side', hint=advice)


def _find(text: str, terms: tuple[_Term, ...]) -> Iterator[tuple[int, str, str]]:
    lowered = text.casefold()
    candidates = [term for term in terms if term.stem in lowered]
    if not candidates:
        return
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    for term in candidates:
        for found in term.pattern.finditer(text):
            if not any(start <= found.start() < end for start, end in quoted):
                yield found.start(), found[0], term.advice
                break


def _is_official(kind: str, words: Words) -> bool:
    if not _OFFICIAL.isdisjoint(words.pointer):
        return True
    if kind == "source":
        return words.pointer[0] in _OF_SOURCES
    return "title" in words.pointer and kind != "dossier"


def _merge(own: Json) -> Mapping[str, tuple[_Term, ...]]:
    lists = {tag: dict(words) for tag, words in _read_list().items()}
    for tag, words in own.items() if isinstance(own, dict) else ():
        if isinstance(words, dict):
            lists.setdefault(tag, {}).update({str(word): str(advice) for word, advice in words.items()})
    return {
        tag: tuple(_read_term(word, advice, tag) for word, advice in sorted(words.items()) if advice != _ALLOWED)
        for tag, words in lists.items()
    }


@lru_cache(maxsize=1)
def _read_list() -> Mapping[str, Mapping[str, str]]:
    found = decode(LIST.read_bytes())
    return {
        tag: {word: str(advice) for word, advice in words.items()}
        for tag, words in (found.items() if isinstance(found, dict) else ())
        if isinstance(words, dict)
    }


@lru_cache(maxsize=1024)
def _read_term(word: str, advice: str, tag: str) -> _Term:
    """Return how a word is found. An English plural counts too, and in Arabic what is written onto a word's front."""
    stem = word.rstrip("*")
    ending = r"\w*" if word.endswith("*") else "s?" if tag.startswith("en") else ""
    front = "[وفبلك]?" if "ARABIC" in find_scripts(tag) else ""
    pattern = re.compile(rf"(?<!\w){front}{re.escape(stem)}{ending}(?!\w)", re.IGNORECASE)
    return _Term(stem.casefold(), pattern, advice)
