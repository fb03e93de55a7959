"""Stage 4: a run of capitalised words cut into the names it holds: titles, persons, groups, places."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from factsheet.extraction import lexicon
from factsheet.extraction.article import Article
from factsheet.extraction.chunks import FUNCTION, PARTICLES, Run
from factsheet.extraction.joining import FOLLOWERS
from factsheet.extraction.lexicon import listed
from factsheet.extraction.shapes import COMPASS, is_place_shape, join

Sort = Literal["group", "person", "place", "agreement", "other", ""]

AGREEMENT_HEADS: Final = listed(
    "Agreement Agreements Accord Accords Pact Treaty Truce Ceasefire Cease-fire Armistice Memorandum Protocol "
    "Protocols Settlement Compact Understanding Cessation Declaration Communiqué Communique Deal Framework "
    "Document"
)
_EVENT_HEADS: Final = listed(
    "War Wars Revolution Uprising Intifada Battle Siege Massacre Genocide Day Night Process Plan Talks Dialogue "
    "Spring Operation Crisis Conflict Rebellion Coup Referendum Prize Act Law Resolution Constitution Games Cup "
    "Festival Report Index Road-map Roadmap Doctrine Era Age Campaign Storm Conference Summit Elections Election "
    "Charter Statute Award Book"
)
_OF_ROLES: Final = frozenset(["of", "for", "to", "on"])


@dataclass(frozen=True, slots=True)
class Piece:
    """A name inside a run: its tokens, what its own shape says it is, and the rule that says so."""

    first: int
    last: int
    sort: Sort
    rule: str
    run: Run


def cut(article: Article, run: Run) -> list[Piece]:
    """Return the pieces of a run that are names."""
    words = [token.text for token in article.tokens[run.first : run.last]]
    whole = _whole(words, run)
    if whole:
        return [whole]
    titled = _cut_title(words, run)
    if titled is not None:
        return titled
    return _cut_plain(words, run)


def _piece(run: Run, first: int, last: int, sort: Sort, rule: str) -> Piece:
    return Piece(run.first + first, run.first + last, sort, rule, run)


def _whole(words: list[str], run: Run) -> Piece | None:
    """Return the run as one piece where a list knows it."""
    text = join(words)
    if text in lexicon.places() or f"The {text}" in lexicon.places():
        return _piece(run, 0, len(words), "place", "gazetteer")
    if text in lexicon.organisations():
        return _piece(run, 0, len(words), "group", "known-organisation")
    if words[0] in lexicon.words("heads") and len(words) > 2 and words[1] == "of":  # noqa: PLR2004 - a small count, told by its line
        return None
    if words[-1] in AGREEMENT_HEADS or any(
        words[n] in AGREEMENT_HEADS and words[n + 1] in {"of", "on", "for"} for n in range(len(words) - 1)
    ):
        return _piece(run, 0, len(words), "agreement", "agreement-head")
    return None


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
    if words[-1] in heads and not _role_at(words, len(words) - 1) and not _leads_title(words):
        return None
    found: tuple[int, int] | None = None
    position = 0
    while position < len(words):
        size = _role_at(words, position)
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
    if tail and tail[0] in {"and", "in", "'s", "’s", "&"}:
        return pieces
    if tail and not any(word in heads for word in tail):
        return [*pieces, _piece(run, end, len(words), "person", "title")]
    return pieces if not tail else None


def _leads_title(words: list[str]) -> bool:
    """Tell whether a title comes first and what it is of follows: `Chairperson of the Ceasefire Commission`."""
    for position in range(min(3, len(words))):
        size = _role_at(words, position)
        if size and position + size < len(words) and words[position + size] in _OF_ROLES:
            return words[position] not in {"General", "Head", "Chiefs"}
    return False


def _before_title(words: list[str], run: Run, start: int) -> list[Piece]:
    """Return the organisation or country that stands before a title."""
    end = start
    if any(_role_at(words, position) for position in range(start)):
        return _cut_title(words[:start], run) or []
    while end > 0 and (words[end - 1].casefold() in _PORTFOLIOS or words[end - 1] in PARTICLES):
        end -= 1
    return _cut_plain(words[:end], run) if end else []


_PORTFOLIOS: Final = listed(
    "foreign defence defense interior justice finance prime deputy vice special chief acting former senior first "
    "second third oil energy information transport health education economy labour labor trade agriculture "
    "culture home internal external national state general under assistant high interim permanent executive "
    "managing regional military political humanitarian resident late then retired lord security police army navy "
    "rebel opposition"
)


def _after_complement(words: list[str], run: Run, start: int) -> list[Piece]:
    """Cut what follows `Minister of` or `Envoy for`: what the office is for, then perhaps the person."""
    heads, acts = lexicon.words("heads"), lexicon.words("acts")
    position = words.index("Affairs", start) + 1 if "Affairs" in words[start:] else start
    pieces: list[Piece] = []
    while position < len(words):
        word = words[position]
        known = _known_at(words, position)
        if known:
            size, sort = known
            pieces.append(_piece(run, position, position + size, sort, "gazetteer"))
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
            pieces.append(_piece(run, position, position + 1, "group", "acronym"))
            position += 1
        else:
            break
    opening = start + 2 if words[start + 1 : start + 2] == ["the"] else start + 1
    body = (
        _cut_plain(
            words[opening:position], Run(run.first + opening, run.last, run.sentence, is_initial=False, has_the=True)
        )
        if position > opening
        else []
    )
    pieces = [piece for piece in body if piece.sort and not _is_office(words, run, piece)] or pieces
    rest = words[position:]
    if len(rest) >= 2 or (rest and rest[0] in lexicon.words("first_names")):  # noqa: PLR2004 - a small count, told by its line
        if rest[0] not in PARTICLES and not any(word in heads for word in rest):
            pieces.append(_piece(run, position, len(words), "person", "title"))
    elif rest:
        pieces.append(_piece(run, position, len(words), "", "complement"))
    return pieces


def _is_office(words: list[str], run: Run, piece: Piece) -> bool:
    """Tell whether what a title is of is only its field: Defence Staff, Political and Peacebuilding Affairs."""
    inner = words[piece.first - run.first : piece.last - run.first]
    fields = lexicon.words("acts") | lexicon.words("heads") | {"of", "for", "and", "the", "Political", "Foreign"}
    return inner[-1] == "Affairs" or all(word in fields for word in inner)


def _known_at(words: list[str], position: int) -> tuple[int, Sort] | None:
    """Return the size and sort of the longest listed name that begins at `position`."""
    for size in range(min(5, len(words) - position), 0, -1):
        text = join(words[position : position + size])
        if text in lexicon.places():
            return size, "place"
        if text in lexicon.organisations():
            return size, "group"
    return None


def _cut_plain(words: list[str], run: Run) -> list[Piece]:  # noqa: C901, PLR0911 - a ladder of cues, one a line
    """Cut a run without a title."""
    if not words:
        return []
    heads = lexicon.words("heads")
    known = _known_at(words, 0)
    if known and known[0] == len(words):
        return [_piece(run, 0, len(words), known[1], "gazetteer" if known[1] == "place" else "known-organisation")]
    last = _core_end(words)
    core = words[:last]
    if core[-1] in _EVENT_HEADS or (
        core[0] in {"Operation", "Resolution", "Battle", "Siege", "Protocol", "Treaty"} and len(words) > 1
    ):
        return [_piece(run, 0, len(words), "other", "event-name")]
    if is_place_shape(core, words):
        return [_piece(run, 0, len(words), "place", "place-head")]
    if core[-1] in FOLLOWERS and len(core) < len(words):
        return [_piece(run, 0, len(words), "group", "organisation-head")]
    if len(words) == 1 and core[-1] in heads:
        return [_piece(run, 0, 1, "other", "head-alone")]
    if core[-1].split("-")[0] in heads or (len(core) < len(words) and any(word in heads for word in core)):
        return [_piece(run, 0, len(words), "group", "organisation-head")]
    if len(words) == 1:
        return [_single(words[0], run)]
    if join(words) in lexicon.demonyms() or (words[-1] in lexicon.demonyms() and words[0] in COMPASS):
        return []
    if all(word in lexicon.demonyms() or word in _PORTFOLIO_WORDS for word in words):
        return []
    if words[0] in lexicon.demonyms() and len(words) == 2:  # noqa: PLR2004 - a small count, told by its line
        return [_piece(run, 1, 2, "group" if words[1].isupper() else "", "after-demonym")]
    if known and known[1] == "place" and len(words) > known[0] and words[known[0]].isupper() is False:
        return _cut_known(words, run, known)
    return [_piece(run, 0, len(words), "", "capitals")]


_PORTFOLIO_WORDS: Final = frozenset(word.capitalize() for word in _PORTFOLIOS)


def _cut_known(words: list[str], run: Run, known: tuple[int, Sort]) -> list[Piece]:
    """Cut a listed place off the words after it: `Syria Geir Pedersen`, `Damascus Airport` excepted."""
    rest = words[known[0] :]
    if rest[0] in lexicon.words("first_names") and len(rest) > 1:
        return [
            _piece(run, 0, known[0], "place", "gazetteer"),
            _piece(run, known[0], len(words), "", "capitals"),
        ]
    return [_piece(run, 0, len(words), "", "capitals")]


def _core_end(words: list[str]) -> int:
    """Return where the head of a name ends: before its `of`, `for`, `in` or `on`."""
    for position, word in enumerate(words):
        if position and word in {"of", "for", "in", "on", "to"}:
            return position
    return len(words)


_LONGEST_ACRONYM: Final = 9


def _single(word: str, run: Run) -> Piece:
    if word.casefold() in lexicon.words("starters") and word.isupper() and len(word) > _LONGEST_ACRONYM // 2 + 1:
        return _piece(run, 0, 1, "other", "headline-word")
    if word in lexicon.words("not_names") or (word.casefold() in FUNCTION and not word.isupper()):
        return _piece(run, 0, 1, "other", "no-name")
    if word in lexicon.demonyms():
        return _piece(run, 0, 1, "other", "demonym")
    if re.fullmatch(r"[A-Z]\d{1,3}", word) and word not in lexicon.organisations():
        return _piece(run, 0, 1, "", "code")
    letters = word.replace("-", "").replace(".", "")
    if (
        len(letters) > 1
        and len(letters) < _LONGEST_ACRONYM
        and letters[:2].isupper()
        and (letters.isupper() or letters.rstrip("s").isupper())
        and letters.isalnum()
    ):
        return _piece(run, 0, 1, "group", "acronym")
    return _piece(run, 0, 1, "", "capital")
