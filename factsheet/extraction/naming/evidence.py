"""Stage 4: what the words around a name say it is, as votes for person, group and place."""

import re
from collections import Counter
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.naming.beside import Votes, weigh_after, weigh_before
from factsheet.extraction.naming.cues import (
    QUARTERS,
    SAY,
)
from factsheet.extraction.naming.joining import FUNCTION, PARTICLES
from factsheet.extraction.naming.shapes import OPENINGS
from factsheet.extraction.naming.singles import Piece
from factsheet.extraction.naming.surnames import is_capital_surname
from factsheet.extraction.reading.article import Article

_ABSTRACT: Final = re.compile(r"(?:tion|sion|ment|ness|ship|ism|ance|ence)s?$")
_ADJECTIVE: Final = re.compile(r"^[A-Z][a-z]{3,}(?:ic|al|ous|ive|ful|less|ent|ant|ary|ed|ing|ly|able|ible)$")
_LAND: Final = re.compile(r"[a-z]{3}(?:ia|stan|land|burg|grad|ville|abad|pur|polis|stadt|dorf|ovka|ivka|sk|shire)$")
_INITIALS: Final = re.compile(r"(?!U\.[NSK]\.|E\.U\.|A\.U\.)(?:[A-Z]\.){1,3}")
_REACH: Final = 14
_BACK: Final = 9


def weigh(article: Article, piece: Piece) -> Votes:
    """Return the votes that one mention of a name earns from its own words and those around it."""
    votes: Votes = Counter()
    tokens = article.tokens
    sentence = article.sentences[piece.run.sentence]
    before = [token.text for token in tokens[max(sentence.first, piece.first - _BACK) : piece.first]]
    after = [token.text for token in tokens[piece.last : min(sentence.last, piece.last + _REACH)]]
    words = [token.text for token in tokens[piece.first : piece.last]]
    _weigh_words(votes, words)
    if (
        len(words) == 1
        and re.search(r"^(?!Al-|al-|El-)\w{3,}(?:an|ese|ish)$", words[0])
        and after[:1]
        and after[0].isalpha()
        and after[0].islower()
        and after[0] not in FUNCTION
        and after[0] not in SAY
    ):
        votes["group"] -= 4
        votes["person"] -= 4
        votes["place"] -= 4
    if piece.run.is_initial and len(words) == 1 and _ADJECTIVE.search(words[0]) and after[:1] and after[0].islower():
        votes.update({"group": -3, "person": -3, "place": -3})
    weigh_before(votes, before, words)
    weigh_after(votes, after, words, before)
    return votes


def _weigh_words(votes: Votes, words: list[str]) -> None:  # noqa: C901, PLR0912 - a ladder of cues, one a line
    names = [word for word in words if word[0].isupper() or word.startswith(("al-", "ad-", "an-", "as-", "el-", "ez-"))]
    if len(names) >= 2:  # noqa: PLR2004 - a small count, told by its line
        if words[0] in lexicon.words("first_names"):
            votes["person"] += 3
        elif len(names) <= 4 and all(word.isalpha() or "-" in word or "’" in word or "'" in word for word in names):  # noqa: PLR2004 - a small count, told by its line
            votes["person"] += 1
        if words[0] in OPENINGS and words[1] not in lexicon.words("heads"):
            votes["place"] += 3
        if words[-1] in QUARTERS:
            votes["place"] += 3
        if _INITIALS.fullmatch(words[0]) and len(words) <= 3 and words[-1] not in lexicon.words("heads"):  # noqa: PLR2004 - a small count, told by its line
            votes.update({"person": 4, "group": -2})
        if words[0] in {"Old", "New", "Greater"}:
            votes.update({"place": 2, "person": -2})
        if _SURNAME.search(words[-1]) and words[-1] not in lexicon.demonyms():
            votes["person"] += 2
        if any(word in PARTICLES or (len(word) == 1 and word.isupper()) for word in words[1:]):
            votes["person"] += 1
        if is_capital_surname(words):
            votes["person"] += 2
        elif any(word.isupper() and len(word) > 2 for word in words):  # noqa: PLR2004 - a small count, told by its line
            votes["group"] += 3
        if any(word in lexicon.words("acts") for word in words) or words[0] in lexicon.demonyms():
            votes["group"] += 2
        if words[0] in {"Young", "Free"}:
            votes.update({"group": 2, "person": -2})
        if words[0] in {"Les", "Los", "Las", "Des"}:
            votes.update({"group": 2, "person": -3})
        if any(word.casefold() in lexicon.words("starters") for word in words[1:]):
            votes["person"] -= 1
    elif words[0] in lexicon.words("first_names"):
        votes["person"] += 1
    elif _LAND.search(words[0]):
        votes["place"] += 1
    elif re.fullmatch(r"[A-Z]\d{1,3}", words[0]) or _ABSTRACT.search(words[0]):
        votes["group"] -= 3
        votes["place"] -= 4
        votes["person"] -= 4
    if words[0].casefold().startswith(_GROUP_OPENINGS):
        votes["group"] += 2
    if _COMPOUND.match(words[0]) and words[0].split("-")[0] not in lexicon.words("first_names"):
        votes["group"] += 3


_GROUP_OPENINGS: Final = (
    "ansar", "jabhat", "jaysh", "liwa", "harakat", "kataib", "hizb", "hezb", "jund", "ahrar", "faylaq", "lashkar",
    "jaish",
)  # fmt: skip
_COMPOUND: Final = re.compile(r"[A-Z]\w+[-‐‑](?:e|i|ul|ud|us|ur|uz|ut|un)[-‐‑][A-Z]")
_SURNAME: Final = re.compile(
    r"[a-z](?:ov|ova|ev|eva|ić|ić|vic|enko|chuk|yuk|yan|shvili|dze|adze|oğlu|oglu|zadeh|zade|poor|pour|escu|wski|ski|sson|ssen|"
    r"berg|mann|ez|dóttir|opoulos|akis|idis|aitis|unas|quist|pur|wala|singhe|ratne|wardene|karan|nathan|murthy|swamy)$"
)


def decide(votes: Votes) -> tuple[str, int]:
    """Return the sort with the most votes and by how many it leads."""
    ranked = sorted(
        ((votes[sort], sort) for sort in ("person", "group", "place")), key=lambda pair: (-pair[0], pair[1])
    )
    return ranked[0][1], ranked[0][0] - max(0, ranked[1][0])
