"""Stage 4: a run of capitalised words cut into the names it holds, first at the title of a person if it has one."""

from dataclasses import replace
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.article import Article
from factsheet.extraction.chunks import Run
from factsheet.extraction.joining import PARTICLES
from factsheet.extraction.pieces import (
    CONNECTORS,
    EVENT_HEADS,
    PORTFOLIOS,
    Piece,
    cut_plain,
    find_whole,
    known_at,
    piece_of,
)
from factsheet.extraction.shapes import is_place_shape

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
        if (
            size == 1
            and position < len(words)
            and words[position].casefold().removeprefix("ex-").removeprefix("then-") in roles
        ):
            return 1
    return 0


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
        return [
            replace(p, sort="", rule="complement") if p.sort == "person" and p.last - p.first == 1 else p
            for p in pieces
        ]
    while end > 0 and (
        words[end - 1].casefold() in PORTFOLIOS or words[end - 1] in PARTICLES or words[end - 1] in CONNECTORS
    ):
        end -= 1
    return cut_plain(words[:end], run) if end else []


def _after_complement(words: list[str], run: Run, start: int) -> list[Piece]:
    """Cut what follows `Minister of` or `Envoy for`: what the office is for, then perhaps the person."""
    heads, acts = lexicon.words("heads"), lexicon.words("acts")
    position = words.index("Affairs", start) + 1 if "Affairs" in words[start:] else start
    pieces: list[Piece] = []
    while position < len(words):
        word = words[position]
        known = known_at(words, position)
        if words[position : position + 3] in (["People", "'s", "Republic"], ["People", "’s", "Republic"]):
            position += 3
        elif known:
            size, sort = known
            pieces.append(piece_of(run, position, position + size, sort, "gazetteer"))
            position += size
        elif (
            word in _OF_ROLES
            or word in {"the", "and", "in", "&", "'s", "’s", "State", "Republic", "Kingdom"}
            or word in heads
            or word in acts
            or word in lexicon.demonyms()
        ):
            position += 1
        elif word.isupper() and len(word) > 1:
            pieces.append(piece_of(run, position, position + 1, "group", "acronym"))
            position += 1
        else:
            break
    opening = start + 2 if words[start + 1 : start + 2] == ["the"] else start + 1
    body = (
        cut_plain(
            words[opening:position], Run(run.first + opening, run.last, run.sentence, is_initial=False, has_the=True)
        )
        if position > opening
        else []
    )
    pieces = [piece for piece in body if piece.sort and not _is_office(words, run, piece)] or pieces
    rest = words[position:]
    if len(rest) >= 2 or (rest and rest[0] in lexicon.words("first_names")):  # noqa: PLR2004 - a small count, told by its line
        is_place = is_place_shape(rest, rest)
        if (
            rest[0] not in PARTICLES
            and not is_place
            and not any(word in heads for word in rest)
            and rest[-1] not in EVENT_HEADS
        ):
            pieces.append(piece_of(run, position, len(words), "person", "title"))
        elif is_place:
            pieces.append(piece_of(run, position, len(words), "place", "place-head"))
    elif rest:
        pieces.append(piece_of(run, position, len(words), "", "complement"))
    return pieces


def _is_office(words: list[str], run: Run, piece: Piece) -> bool:
    """Tell whether what a title is of is only its field: Defence Staff, Political and Peacebuilding Affairs."""
    inner = words[piece.first - run.first : piece.last - run.first]
    fields = lexicon.words("acts") | lexicon.words("heads") | {"of", "for", "and", "the", "Political", "Foreign"}
    return inner[-1] in {"Affairs", "Organisations", "Organizations"} or all(word in fields for word in inner)
