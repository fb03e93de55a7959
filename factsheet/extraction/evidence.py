"""Stage 4: what the words around a name say it is, as votes for person, group and place."""

import re
from collections import Counter
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.article import Article, Token
from factsheet.extraction.chunks import FUNCTION, PARTICLES
from factsheet.extraction.lexicon import listed
from factsheet.extraction.pieces import Piece

Votes = Counter[str]

SAY: Final = listed(
    "said says told added adds claimed claims announced reported reports stated states declared denied confirmed "
    "warned insisted argued noted stressed explained tweeted wrote replied estimated estimates estimate say puts "
    "put acknowledged admitted asserted alleged accused vowed pledged urged called condemned welcomed praised "
    "promised predicted testified recalled remarked observed maintained quoted hailed expressed thanked appealed "
    "demanded"
)
_HUMAN: Final = listed(
    "who whose he she his her himself herself resigned fled died married born arrived travelled traveled met visited"
)
_IN_PLACE: Final = listed("in at near around outside inside throughout across into via between towards toward")
_OF_PLACE: Final = listed(
    "from to of over around leaving reached entered struck hit attacked stormed overran seized captured retook "
    "liberated besieged bombed recaptured through beyond visited shelled"
)
_PLACE_NOUNS: Final = listed(
    "province provinces region district city town village governorate border airport camp state county valley "
    "river area areas neighborhood neighbourhood suburb suburbs peninsula island islands highway road countryside "
    "capital port prison hospital base crossing checkpoint corridor municipality enclave basin forest mountains "
    "hills coast strait stadium square"
)
_GROUP_NOUNS: Final = listed(
    "group groups movement militia militias faction party rebels rebel fighters militants gunmen guerrillas "
    "guerrilla forces troops insurgents network organisation organization spokesman spokeswoman spokesperson "
    "leader leaders leadership commander commanders members member officials newspaper television website agency "
    "clan tribe headquarters militant insurgency alliance coalition jihadists extremists radio channel news "
    "separatists combatants cadres delegation negotiators soldiers"
)
_CALLED: Final = listed(
    "group movement party militia agency newspaper organisation organization network faction alliance coalition "
    "outfit charity broadcaster called named company rebels umbrella wing website ngo"
)
_OF_GROUP: Final = listed(
    "militants gunmen rebels guerrillas commanders branch cell members fighters supporters leader leaders "
    "spokesman commander wing behalf faction representatives member "
    "head founder fighter"
)
_OF_TOWN: Final = listed(
    "cities towns villages provinces regions districts governorates counties islands areas states camps "
    "neighbourhoods neighborhoods suburbs city town village province region district capital governorate port "
    "suburb island area state county municipality airport outskirts camp prefecture neighbourhood neighborhood"
)
_STATE_NOUNS: Final = listed(
    "government army military president capital parliament prime foreign defence defense interior health ministry "
    "border borders people economy civil armed northern southern eastern western ruling opposition north south "
    "east west Defence Defense Foreign Interior Health Ministry"
)
_ABSTRACT: Final = re.compile(r"(?:tion|sion|ment|ness|ship|ism|ance|ence)s?$")
_GROUP_DEEDS: Final = listed(
    "pledged claimed controls split broke operates fights seized has wants opposes rejects holds"
)
_TREATIES: Final = listed(
    "accords accord agreement agreements deal protocol treaty talks process summit conference memorandum "
    "declaration truce"
)
_REACH: Final = 8


def weigh(article: Article, piece: Piece) -> Votes:
    """Return the votes that one mention of a name earns from its own words and those around it."""
    votes: Votes = Counter()
    tokens = article.tokens
    sentence = article.sentences[piece.run.sentence]
    before = [token.text for token in tokens[max(sentence.first, piece.first - 6) : piece.first]]
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
    _weigh_before(votes, before, words)
    _weigh_after(votes, after, before)
    return votes


def _weigh_words(votes: Votes, words: list[str]) -> None:  # noqa: C901 - a ladder of cues, one a line
    names = [word for word in words if word[0].isupper()]
    if len(names) >= 2:  # noqa: PLR2004 - a small count, told by its line
        if words[0] in lexicon.words("first_names"):
            votes["person"] += 3
        elif len(names) <= 4 and all(word.isalpha() or "-" in word or "’" in word or "'" in word for word in names):  # noqa: PLR2004 - a small count, told by its line
            votes["person"] += 1
        if any(word in PARTICLES or (len(word) == 1 and word.isupper()) for word in words[1:]):
            votes["person"] += 1
        if any(word.isupper() and len(word) > 2 for word in words):  # noqa: PLR2004 - a small count, told by its line
            votes["group"] += 3
        if any(word in lexicon.words("acts") or word in lexicon.demonyms() for word in words):
            votes["group"] += 2
        if any(word.casefold() in lexicon.words("starters") for word in words[1:]):
            votes["person"] -= 1
    elif words[0] in lexicon.words("first_names"):
        votes["person"] += 1
    elif re.fullmatch(r"[A-Z]\d{1,3}", words[0]) or _ABSTRACT.search(words[0]):
        votes["group"] -= 3
        votes["place"] -= 4
        votes["person"] -= 4
    elif re.search(r"[A-Z][-‐‑][A-Z]", words[0]):
        votes["group"] -= 2
    if (
        words[0]
        .casefold()
        .startswith(
            (
                "al-",
                "el-",
                "ansar",
                "jabhat",
                "jaysh",
                "liwa",
                "harakat",
                "kataib",
                "hizb",
                "jund",
                "ahrar",
                "faylaq",
                "lashkar",
                "jaish",
            )
        )
    ):
        votes["group"] += 2 if not words[0].casefold().startswith(("al-", "el-")) else 0


def _weigh_before(votes: Votes, before: list[str], words: list[str]) -> None:  # noqa: C901 - a ladder of cues, one a line
    last = before[-1] if before else ""
    low = last.casefold()
    if low == "the":
        votes["person"] -= 4
        votes["group"] += 2
        votes["place"] -= 0 if len(words) > 1 else 1
    earlier = before[-2].casefold() if len(before) > 1 else ""
    if is_role(low) and low not in {"general", "count", "chief"}:
        votes["person"] += 4
    if last in {",", "—", "–"} and is_role(earlier):
        votes["person"] += 3
    if (
        low in {"and", ","}
        and any(word in _IN_PLACE or word in _OF_TOWN for word in before[:-1])
        and not any(word in SAY for word in before)
    ):
        votes["place"] += 2
    if low in _IN_PLACE:
        votes["place"] += 3
    elif low in _OF_PLACE:
        votes["place"] += 1 + (2 if earlier in _OF_TOWN else 0)
    if low == "the" and earlier in _IN_PLACE:
        votes["place"] += 1
    if low == "of" and earlier in {
        "president",
        "king",
        "queen",
        "emir",
        "sultan",
        "government",
        "minister",
        "republic",
    }:
        votes["place"] += 5
    if low in {"of", "for", "in"} and earlier in _OF_GROUP:
        votes["group"] += 2
    if low in _CALLED:
        votes["group"] += 3
    if low in SAY or (low == "by" and len(words) > 1) or low in {"mr", "mrs", "ms", "dr"}:
        votes["person"] += 1
    if low in {"village", "town", "city"}:
        votes["place"] += 3


def is_role(word: str) -> bool:
    """Tell whether a word is a role noun in the singular, with or without `ex-`."""
    return word.casefold().removeprefix("ex-").removeprefix("then-").removesuffix("-designate") in lexicon.words(
        "roles"
    )


def _weigh_after(votes: Votes, after: list[str], before: list[str]) -> None:  # noqa: C901, PLR0912 - a ladder of cues, one a line
    first = after[0] if after else ""
    second = after[1] if len(after) > 1 else ""
    if first.casefold() in _PLACE_NOUNS:
        votes["place"] += 3
    if first.casefold() in _GROUP_NOUNS or (
        first in {"'s", "’s"} and second in {"fighters", "militants", "spokesman", "gunmen", "leadership"}
    ):
        votes["group"] += 3
    if first in _TREATIES:
        votes["place"] += 3
    if first in SAY:
        votes["person"] += 2
        votes["group"] += 1
    if len(first) > 4 and first.endswith("ed") and first.islower():  # noqa: PLR2004 - a small count, told by its line
        votes["person"] += 1
    if first in _HUMAN or (first == "," and second in _HUMAN):
        votes["person"] += 2
    if first == "(" and second.isupper() and len(second) > 1:
        votes["group"] += 3
    if first == "," and second.isdigit() and len(after) > 2 and after[2] in {",", "."} and len(second) == 2:  # noqa: PLR2004 - a small count, told by its line
        votes["person"] += 4
    if first == "," and second == "which" and after[2:3] and after[2] in _GROUP_DEEDS:
        votes["group"] += 3
    if first == "," and second in lexicon.places():
        votes["place"] += 3
    if first == "," and second == "in":
        votes["place"] += 2
    if first in {"'s", "’s"} and second in _STATE_NOUNS:
        votes["place"] += 3
    if first == "," and _has_role(after[1:]):
        votes["person"] += 3
    if (
        first == ","
        and (second in {"a", "an", "the"})
        and any(word in _GROUP_NOUNS and not is_role(word) for word in after[2:6])
        and not _has_role(after[1:])
    ):
        votes["group"] += 2
    if first == "," and second in {"a", "an", "the"} and any(word in _PLACE_NOUNS for word in after[2:5]):
        votes["place"] += 2
    del before


def _has_role(words: list[str]) -> bool:
    """Tell whether an apposition speaks of a role before it ends."""
    for number, word in enumerate(words):
        if word in {",", ".", ";", ")", "who", "which"} or word in SAY:
            return False
        if is_role(word) and (word == word.casefold() or number < 2):  # noqa: PLR2004 - a small count, told by its line
            following = words[number + 1] if number + 1 < len(words) else ","
            return following not in {
                "group",
                "groups",
                "movement",
                "force",
                "forces",
                "faction",
                "alliance",
                "stronghold",
                "army",
            } and not (
                word in {"rebel", "guerrilla", "militant", "general", "chief"}
                and following.isalpha()
                and following not in FUNCTION
                and not is_role(following)
            )
    return False


def decide(votes: Votes) -> tuple[str, int]:
    """Return the sort with the most votes and by how many it leads."""
    ranked = sorted(
        ((votes[sort], sort) for sort in ("person", "group", "place")), key=lambda pair: (-pair[0], pair[1])
    )
    return ranked[0][1], ranked[0][0] - max(0, ranked[1][0])


def single_tokens(tokens: tuple[Token, ...], piece: Piece) -> bool:
    """Tell whether a piece is one word."""
    del tokens
    return piece.last - piece.first == 1
