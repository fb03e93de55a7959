"""Stage 4: a piece of a run that is a name, and what a single word says of itself."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from factsheet.extraction import lexicon
from factsheet.extraction.naming.chunks import Run
from factsheet.extraction.naming.joining import FUNCTION
from factsheet.extraction.naming.shapes import join

Sort = Literal["group", "person", "place", "agreement", "other", ""]


@dataclass(frozen=True, slots=True)
class Piece:
    """A name inside a run: its tokens, what its own shape says it is, and the rule that says so."""

    first: int
    last: int
    sort: Sort
    rule: str
    run: Run


def piece_of(run: Run, first: int, last: int, sort: Sort, rule: str) -> Piece:
    """Return a piece by the numbers of its words in the run."""
    return Piece(run.first + first, run.first + last, sort, rule, run)


def is_pair(words: list[str]) -> bool:
    """Tell whether a hyphen parts two names: South Sudan-Sudan, African Union-UN."""
    sides = join(words).split("-")
    return len(sides) == 2 and all(side in lexicon.proper_names() for side in sides)  # noqa: PLR2004 - a small count, told by its line


_LONGEST_ACRONYM: Final = 9


def single_word(word: str, run: Run) -> Piece:  # noqa: C901, PLR0911 - a ladder of cues, one a line
    """Return what one word says of itself: an acronym, a people, a code, or a name as yet open."""
    if word.casefold() in lexicon.words("starters") and word.isupper() and len(word) > _LONGEST_ACRONYM // 2 + 1:
        return piece_of(run, 0, 1, "other", "headline-word")
    if word in lexicon.words("not_names") or (word.casefold() in FUNCTION and not word.isupper()):
        return piece_of(run, 0, 1, "other", "no-name")
    if word in lexicon.demonyms():
        return piece_of(run, 0, 1, "other", "demonym")
    if word.isupper() and word in lexicon.organisations():
        return piece_of(run, 0, 1, "group", "known-organisation")
    if is_pair([word]):
        return piece_of(run, 0, 1, "other", "two-names")
    if re.fullmatch(r"[A-Z][a-z]+[-‑][A-Z]{2,}", word) and word.split("-", maxsplit=1)[0] not in lexicon.proper_names():
        return piece_of(run, 0, 1, "group", "acronym")
    if _is_half_acronym(word):
        return piece_of(run, 0, 1, "group", "acronym")
    if re.fullmatch(r"[A-Z]{1,3}-\d+\w?|\d+-\d+|[A-Z][a-z]+-[A-Z]", word) and word not in lexicon.organisations():
        return piece_of(run, 0, 1, "other", "code")
    if re.fullmatch(r"[A-Z]\d{1,3}", word) and word not in lexicon.organisations():
        return piece_of(run, 0, 1, "", "code")
    letters = word.replace("-", "").replace(".", "")
    if (
        len(letters) > 1
        and len(letters) < _LONGEST_ACRONYM
        and letters[:2].isupper()
        and (letters.isupper() or letters.rstrip("s").isupper())
        and letters.isalnum()
    ):
        return piece_of(run, 0, 1, "group", "acronym")
    return piece_of(run, 0, 1, "", "capital")


def _is_half_acronym(word: str) -> bool:
    """Tell whether a hyphen joins an acronym and a word: UNITA-Renovada, Sorel-FNL."""
    before, _, after = word.replace("‑", "-").partition("-")
    is_wing = re.fullmatch(r"[A-Z]{2,7}s?", before) and re.fullmatch(r"[A-Z]\w*[a-z]", after)
    is_bearer = re.fullmatch(r"[A-Z][a-z]+", before) and re.fullmatch(r"[A-Z]{2,}", after)
    return bool(is_wing and before not in lexicon.country_names()) or bool(
        is_bearer and before not in lexicon.proper_names()
    )
