"""Stage 4: how far a name goes on from its first word: over particles, `of`, `for`, `and`, marks and slashes."""

from collections.abc import Set as AbstractSet
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.dating.calendar import MONTHS
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.joining import (
    ABSTRACT,
    AGREEMENT_WORDS,
    FOLLOWERS,
    FUNCTION,
    PARTICLES,
    is_name_word,
    joins,
)
from factsheet.extraction.naming.longforms import Fixed
from factsheet.extraction.reading.article import Article, Sentence

_POSSESSED: Final = listed(
    "People Peoples Lord Workers Women Children Farmers Soldiers Mothers Students Peasants Patriots Prophet Men"
)


def tokens_touch(article: Article, position: int) -> bool:
    """Tell whether only a space parts a token from the one before it."""
    return (
        article.tokens[position].text[0].isupper()
        and article.tokens[position].start - article.tokens[position - 1].end == 1
    )


def grow(article: Article, sentence: Sentence, first: int, masked: AbstractSet[int], fixed: Fixed) -> int:
    """Return the token after the longest name that may begin at `first`."""
    words = [article.tokens[first].text]
    position = first + 1
    while position < sentence.last and position not in masked:
        step = _step(article, sentence, position, words, masked)
        if not step or any(number in fixed for number in range(position, position + step)):
            break
        words += [article.tokens[number].text for number in range(position, position + step)]
        position += step
    return position


def _step(article: Article, sentence: Sentence, position: int, words: list[str], masked: AbstractSet[int]) -> int:
    """Return by how many tokens a name goes on, or 0 where it ends."""
    token, before = article.tokens[position], article.tokens[position - 1].text
    step = 0
    if is_name_word(token):
        step = 0 if before.endswith(".") and token.text.casefold() in FUNCTION else 1
    elif token.text.isdigit() and before[:3].casefold() in MONTHS:
        step = 2 if _heads_on(article, sentence, position + 1) else 0
    elif token.text in _MARKED:
        step = _over_mark(article, position, words)
    elif token.text in {"'s", "’s", "'", "’", "&", "."}:
        is_owned = (
            before in _POSSESSED
            or before in FOLLOWERS
            or (token.text in {"'", "’"} and _heads_on(article, sentence, position + 1))
        )
        goes_on = {"&": True, ".": _takes_dot(before)}.get(token.text, is_owned)
        step = 2 if goes_on and _is_name(article, sentence, position + 1, masked) else 0
    elif token.text in {"of", "for", "on", "to", "in", "and"}:
        step = _over_connector(article, sentence, position, words, masked)
    elif token.text in FOREIGN and any(word.casefold() in FOREIGN_HEADS for word in words):
        step = _over_small(article, sentence, position, FOREIGN, masked)
    elif token.text in {"i", "e"} and before.casefold() in lexicon.words("foreign_heads"):
        step = 2 if _is_name(article, sentence, position + 1, masked) else 0
    elif token.text in PARTICLES:
        step = _over_small(article, sentence, position, PARTICLES, masked)
    return step


def _over_comma(article: Article, position: int, words: list[str]) -> int:
    """Return 2 where a comma parts the aims of a body: Platform for Change, Unity and Democracy."""
    following = article.tokens[position + 1 : position + 4]
    is_listed = len(following) == 3 and following[1].text == "and" and is_name_word(following[2])  # noqa: PLR2004 - a small count, told by its line
    if "for" not in words[:-1] or not is_listed or words[words.index("for") + 1 :] != [words[-1]]:
        return 0
    acts = (words[-1], following[0].text, following[2].text)
    is_aim = all(word in lexicon.words("acts") or ABSTRACT.search(word) for word in acts)
    return 2 if is_aim and any(each in lexicon.words("heads") for each in words) else 0


def _over_mark(article: Article, position: int, words: list[str]) -> int:
    """Return the step over a comma, a slash, the end of an ordinal, or a head noun in small letters."""
    token, before = article.tokens[position], article.tokens[position - 1]
    if token.text in ORDINALS:
        return int(before.text.isdigit() and token.start == before.end)
    if token.text == "(":
        return _over_wing(article, position, words)
    if token.text in {",", "/"}:
        return _over_comma(article, position, words) if token.text == "," else _over_slash(article, position)
    return int(_heads_low(words))


def _over_wing(article: Article, position: int, words: list[str]) -> int:
    """Return the step over a wing's name in brackets: Communist Party of Nepal (Maoist), (Unity Centre)."""
    following = [token.text for token in article.tokens[position + 1 : position + 4]]
    size = following.index(")") if ")" in following else 0
    is_wing = 0 < size < 3 and following[0] in _WINGS and all(word[0].isupper() for word in following[:size])  # noqa: PLR2004 - a small count, told by its line
    return size + 2 if is_wing and any(word in lexicon.words("heads") for word in words) else 0


ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
_LOW_HEADS: Final = frozenset({"council", "commission", "committee", "assembly"})
_MARKED: Final = ORDINALS | _LOW_HEADS | {",", "/", "("}
_WINGS: Final = listed(
    "Maoist Marxist Leninist Marxist-Leninist Independent United Unity Real Provisional Official Renewal "
    "Continuity Democratic "
    "Revolutionary Reformed Radical Progressive Original Nationalist Unified M-L ML Red New Fundamental Dissident"
)
_SHORT_SECOND: Final = 2


def _heads_low(words: list[str]) -> bool:
    """Tell whether a head noun may go on in small letters: U.N. Security council, Supreme Military council."""
    return len(words) > 1 and words[-1] in lexicon.words("acts") | {"Military", "Transitional", "Presidential", "Shura"}


def _over_slash(article: Article, position: int) -> int:
    """Return 2 where a slash joins two halves of one name: SPLM/A, Movement/Army."""
    if position + 1 >= len(article.tokens):
        return 0
    before, slash, after = article.tokens[position - 1 : position + 2]
    if before.end != slash.start or slash.end != after.start:
        return 0
    heads = lexicon.words("heads")
    is_short = before.text.isupper() and len(before.text) > 1 and after.text.isupper()
    joined = (is_short and len(after.text) <= _SHORT_SECOND) or (before.text in heads and after.text in heads)
    return 2 if joined else 0


def _heads_on(article: Article, sentence: Sentence, position: int) -> bool:
    """Tell whether a head noun follows: the March 9 Movement."""
    return position < sentence.last and article.tokens[position].text in lexicon.words("heads")


_DOTTED: Final = listed("St Mt Dr Mr Mrs Ms Gen Lt Col Maj Capt Sgt Brig Adm Sen Rep Gov Prof Rev Hon")


def _takes_dot(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word in _DOTTED


def _is_name(article: Article, sentence: Sentence, position: int, masked: AbstractSet[int]) -> bool:
    return position < sentence.last and position not in masked and is_name_word(article.tokens[position])


def _is_day(article: Article, position: int) -> bool:
    """Tell whether a day of a month follows, as in the Movement of 23 March."""
    pair = [token.text for token in article.tokens[position : position + 2]]
    has_month = any(word[:3].casefold() in MONTHS and word[0].isupper() for word in pair)
    return len(pair) == 2 and has_month and any(word.isdigit() for word in pair)  # noqa: PLR2004 - a day and a month


def _ends_headed(article: Article, sentence: Sentence, position: int) -> bool:
    """Tell whether an aim and a head noun follow: Ideas for Peace Foundation."""
    if article.tokens[position].text not in lexicon.words("acts"):
        return False
    while position + 1 < sentence.last and is_name_word(article.tokens[position + 1]):
        position += 1
    return article.tokens[position].text in lexicon.words("heads")


def _over_small(
    article: Article, sentence: Sentence, position: int, small: AbstractSet[str], masked: AbstractSet[int]
) -> int:
    """Return the step over small words: Taj al-Din ould Salem, Front pour le Changement et la Concorde."""
    step = 1
    while position + step < sentence.last and article.tokens[position + step].text in small and step < 3:  # noqa: PLR2004 - a small count, told by its line
        step += 1
    return step + 1 if _is_name(article, sentence, position + step, masked) else 0


FOREIGN: Final = listed("pour et des du de la le les au aux da do para por y e di dei per het voor van der und für")
FOREIGN_HEADS: Final = listed(
    "front union conseil mouvement rassemblement parti partido frente forces armée alliance coalition comité partito "
    "convention ligue collectif movimiento ejército fuerzas movimento força forças partija partei congrès"
)


def _over_connector(
    article: Article, sentence: Sentence, position: int, words: list[str], masked: AbstractSet[int]
) -> int:
    word = article.tokens[position].text
    following = position + 1
    if word == "of" and words[-1] in lexicon.words("heads") and _is_day(article, following):
        return 3
    step = 2
    if (
        word != "and"
        and following < sentence.last
        and article.tokens[following].text in {"the", "a", "an"}
        and (
            article.tokens[following].text == "the"
            or any(each in AGREEMENT_WORDS for each in words)
            or (word == "for" and any(each in lexicon.words("heads") for each in words))
        )
    ):
        following, step = following + 1, 3
    if not _is_name(article, sentence, following, masked):
        return 0
    if (
        word == "for"
        and [each for each in words if each != "The"] == words[-1:]
        and _ends_headed(article, sentence, following)
    ):
        return step
    return step if joins(article, word, words, following, sentence) else 0
