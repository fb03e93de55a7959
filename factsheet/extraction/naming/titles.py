"""Stage 4: a run of capitalised words cut into the names it holds, first at the title of a person if it has one."""

from dataclasses import replace
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.naming.chunks import Run
from factsheet.extraction.naming.joining import ABSTRACT, FIELDS, PARTICLES
from factsheet.extraction.naming.pieces import (
    CONNECTORS,
    EVENT_HEADS,
    PORTFOLIOS,
    cut_plain,
    find_whole,
    known_at,
)
from factsheet.extraction.naming.shapes import is_place_shape
from factsheet.extraction.naming.singles import Piece, piece_of
from factsheet.extraction.reading.article import Article

_OF_ROLES: Final = frozenset(["of", "for", "to", "on"])


def cut(article: Article, run: Run) -> list[Piece]:
    """Return the pieces of a run that are names."""
    words = [token.text for token in article.tokens[run.first : run.last]]
    if run.is_fixed:
        return [_fixed(words, run)]
    whole = find_whole(words, run)
    if whole:
        return [whole]
    titled = _cut_title(words, run)
    if titled is not None:
        return titled
    return cut_plain(words, run)


def _fixed(words: list[str], run: Run) -> Piece:
    """Return a run that is known to be one name: what its shape says, or else a group."""
    pieces = [find_whole(words, run)] if find_whole(words, run) else cut_plain(words, run)
    whole = pieces[0] if len(pieces) == 1 else None
    if any(word in {'"', "“"} for word in words):
        first = next((number for number, word in enumerate(words) if not _role_at(words, number)), 0)
        return piece_of(run, first, len(words), "person", "nickname")
    is_whole = whole is not None and (whole.first, whole.last) == (run.first, run.last)
    core = next((number for number, word in enumerate(words) if word in _OF_ROLES), 0)
    if core and words[core - 1] in lexicon.words("heads") and whole is not None and whole.sort == "agreement":
        return piece_of(run, 0, len(words), "group", "paren-acronym")
    if whole is not None and is_whole and whole.sort not in {"", "person"} and whole.rule != "head-alone":
        return whole
    return piece_of(run, 0, len(words), "group", "paren-acronym")


def _role_at(words: list[str], position: int) -> int:
    """Return how many words the role noun takes that begins at `position`, or 0."""
    roles = lexicon.words("roles")
    for size in (3, 2, 1):
        text = " ".join(words[position : position + size]).casefold().rstrip(".")
        if position + size <= len(words) and text in roles:
            return size
        if size == 1 and position < len(words) and _is_compound(words[position].casefold()):
            return 1
    return 0


def _is_compound(word: str) -> bool:
    """Tell whether a word is a role with `ex-`, `then-` or `-general`: ex-president, commissioner-general."""
    return word.removeprefix("ex-").removeprefix("then-") in lexicon.words("roles") or word.endswith("-general")


def _cut_title(words: list[str], run: Run) -> list[Piece] | None:
    """Cut a run that holds a title: what stands before it, and the person after it."""
    heads = lexicon.words("heads")
    is_body = words[-1] in heads and not _role_at(words, len(words) - 1) and not _leads_title(words)
    if is_body or (words[-1] in EVENT_HEADS and words[0] == "General"):
        return None
    found: tuple[int, int] | None = None
    position = 0
    while position < len(words):
        size = 0 if _is_aim(words, position) else _role_at(words, position)
        if size:
            found = (found[0] if found and found[1] == position else position, position + size)
            position += size
            if position < len(words) and words[position] == ".":
                position += 1
                found = (found[0], position)
        else:
            position += 1
    if not found:
        return None
    start, end = found
    pieces = _before_title(words, run, start)
    if end < len(words) and words[end] in _OF_ROLES:
        return pieces + _after_complement(words, run, end)
    tail = words[end:]
    is_general = len(tail) == 1 and words[end - 1] == "General" and tail[0] in _GENERAL
    if is_general or (tail and tail[0] in {"and", "in", "'s", "’s", "&"}):
        return pieces
    if tail and not any(word in heads for word in tail):
        return [*pieces, piece_of(run, end, len(words), "person", "title")]
    return pieces if not tail else None


def _is_aim(words: list[str], position: int) -> bool:
    """Tell whether a word is what an organisation is for, not a title: Movement for Justice."""
    if not position or words[position] not in lexicon.words("acts") or words[position - 1] not in CONNECTORS:
        return False
    return any(word in lexicon.words("heads") for word in words[:position])


def _leads_title(words: list[str]) -> bool:
    """Tell whether a title comes first and what it is of follows: `Chairperson of the Ceasefire Commission`."""
    for position in range(min(3, len(words))):
        size = _role_at(words, position)
        if size and position + size < len(words) and words[position + size] in _OF_ROLES:
            return words[position] not in {"General", "Head", "Chiefs"} and words[-1] not in _SCHOOLS
    return False


_GENERAL: Final = frozenset(
    {"Consensus", "Amnesty", "Election", "Elections", "Strike", "Staff", "Command", "Directorate", "Intelligence"}
)
_SCHOOLS: Final = frozenset({"University", "College", "School", "Academy", "Hospital", "Institute"})


def _before_title(words: list[str], run: Run, start: int) -> list[Piece]:
    """Return the organisation or country that stands before a title."""
    end = start
    if any(_role_at(words, position) for position in range(start)):
        pieces = _cut_title(words[:start], run) or []
        given = lexicon.words("first_names")
        return [
            replace(piece, sort="", rule="complement") if piece.last - piece.first == 1 else piece
            for piece in pieces
            if piece.sort != "person" or words[piece.first - run.first] in given or piece.last - piece.first == 1
        ]
    while end > 0 and (
        words[end - 1].casefold() in PORTFOLIOS or words[end - 1] in PARTICLES or words[end - 1] in CONNECTORS
    ):
        end -= 1
    pieces = cut_plain(words[:end], run) if end else []
    fields = (lexicon.words("acts"), lexicon.words("heads"), {"Emergency", "Special"})
    return [
        piece
        for piece in pieces
        if not all(
            any(word in field for field in fields) for word in words[piece.first - run.first : piece.last - run.first]
        )
    ]


def _after_complement(words: list[str], run: Run, start: int) -> list[Piece]:
    """Cut what follows `Minister of` or `Envoy for`: what the office is for, then perhaps the person."""
    position, known = _read_complement(words, run, start)
    opening = start + 2 if words[start + 1 : start + 2] == ["the"] else start + 1
    inner = Run(run.first + opening, run.last, run.sentence, is_initial=False, has_the=True)
    body = cut_plain(words[opening:position], inner) if position > opening else []
    pieces = [piece for piece in body if piece.sort and not _is_office(words, run, piece)] or known
    return pieces + _cut_bearer(words, run, position)


def _read_complement(words: list[str], run: Run, start: int) -> tuple[int, list[Piece]]:
    """Return where what an office is for ends, and the listed names in it."""
    heads = lexicon.words("heads")
    headed = [number for number in range(start, len(words)) if words[number] in heads]
    position = headed[-1] + 1 if headed else start
    if "Affairs" in words[start:]:
        position = words.index("Affairs", start) + 1
    fields = (lexicon.words("acts"), lexicon.demonyms(), heads, _OF_ROLES, _FIELD_WORDS, FIELDS)
    pieces: list[Piece] = []
    while position < len(words):
        word = words[position]
        known = known_at(words, position)
        size, sort = known or (1, "group")
        if words[position : position + 3] in (["People", "'s", "Republic"], ["People", "’s", "Republic"]):
            size = 3
        elif known or (word.isupper() and len(word) > 1):
            pieces.append(piece_of(run, position, position + size, sort, "gazetteer" if known else "acronym"))
        elif not any(word in field for field in fields):
            break
        position += size
    if position + 1 == len(words) and headed and words[position - 1] in {"of", "for", "in", "the"}:
        position = len(words)
    return position, pieces


_FIELD_WORDS: Final = frozenset({"the", "and", "in", "&", "'s", "’s", "State", "Republic", "Kingdom"})


def _cut_bearer(words: list[str], run: Run, position: int) -> list[Piece]:
    """Return the person, or the place, that stands behind an office and what it is for."""
    rest = words[position:]
    if not rest or rest[-1] in EVENT_HEADS or rest[-1] in {"Operations", "Affairs"} or ABSTRACT.search(rest[-1]):
        return []
    if len(rest) == 1 and rest[0] not in lexicon.words("first_names"):
        return [piece_of(run, position, len(words), "", "complement")]
    if is_place_shape(rest, rest):
        return [piece_of(run, position, len(words), "place", "place-head")]
    if rest[0] in PARTICLES or any(word in lexicon.words("heads") for word in rest):
        return []
    return [piece_of(run, position, len(words), "person", "title")]


def _is_office(words: list[str], run: Run, piece: Piece) -> bool:
    """Tell whether what a title is of is only its field: Defence Staff, Political and Peacebuilding Affairs."""
    inner = words[piece.first - run.first : piece.last - run.first]
    fields = lexicon.words("acts") | lexicon.words("heads") | {"of", "for", "and", "the", "Political", "Foreign"}
    return inner[-1] in {"Affairs", "Organisations", "Organizations"} or all(word in fields for word in inner)
