"""Stage 6: the noun after a number, or the participle that stands for one."""

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.reading.article import Article, Sentence, tidy

_STOP: Final = listed(
    "behind nationwide countrywide today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday "
    "sunday "
    "aboard off in on at from by to with since for as after before during under near across inside into through "
    "against and or but who which that whom whose when where while than is are was were be been being am has have "
    "had do does did will would shall should can could may might must not said says say told died die dies fled "
    "flee remain remained remains need needs needed live lived began begin went go came come took take lost it he "
    "she they we i you this these there here the a an his her their its our my if because although though until "
    "within without amid among according per via about over also still including made left became become fell "
    "fight fighting fought set rose gave gathered marched returned joined seized attacked received faced"
)
_PLURAL: Final = listed(
    "people men women children police personnel troops aircraft dead wounded injured missing staff crew deaths "
    "lives militia servicemen policemen militiamen gunmen fishermen tribesmen homeless"
)
_STATES: Final = listed(
    "killed dead wounded injured missing displaced detained arrested captured hurt abducted homeless hospitalized "
    "hospitalised martyred"
)
_ADVERBS: Final = re.compile(r"[a-z]+ly$")
_FIGHTING: Final = listed("positions vehicles vehicle force forces men age season units posts power")
_SQUARE: Final = frozenset(["square", "sq", "cubic"])
_LONGEST: Final = 6


_LENGTHS: Final = listed("km kilometres kilometers miles metres meters feet yards kilometre kilometer mile metre meter")


def is_length(unit: str) -> bool:
    """Tell whether a unit is a distance and no area."""
    words = unit.casefold().split()
    return bool(words) and words[-1] in _LENGTHS and words[0] not in _SQUARE


def is_counted(head: str) -> bool:
    """Tell whether a noun is one that numbers of interest count."""
    low = head.casefold()
    return low in lexicon.words("counted") or low in _STATES or (low.endswith(("s", "ese")) and _is_people(low))


def is_plural(head: str) -> bool:
    """Tell whether a word may be the plural of something, or of a people."""
    return head.endswith("s") or head in _PLURAL or head in _STATES or _is_people(head)


def _is_adjective(word: str) -> bool:
    """Tell whether a word is the name of a people that describes: `Ethiopian and Eritrean troops`."""
    return _is_people(word.casefold()) and not word.endswith("s")


def _is_people(word: str) -> bool:
    return word.capitalize() in lexicon.demonyms()


def find_unit(article: Article, sentence: Sentence, offset: int, *, is_strong: bool) -> tuple[str, int]:
    """Return the noun that a number before `offset` counts, "?" where none follows, and where it ends."""
    tokens = article.tokens
    position = article.token_at(offset)
    if position < sentence.last and tokens[position].text in {'"', "”", "’"}:
        position += 1
    if is_strong and position < sentence.last and not tokens[position].text[0].isalnum():
        return "?", offset
    start = _after_small_words(article, sentence, position)
    end = _noun_end(article, sentence, start)
    if end == start:
        return "?", offset
    return tidy(article.text[tokens[start].start : tokens[end - 1].end]), tokens[end - 1].end


_SMALL_WORDS: Final = listed("of more other the - strong such his her their its our my them")


def _after_small_words(article: Article, sentence: Sentence, first: int) -> int:
    tokens, position = article.tokens, first
    while position < min(sentence.last, first + 4) and tokens[position].text.casefold() in _SMALL_WORDS:
        if position > first and tokens[position].text.casefold() == tokens[position - 1].text == "of":
            break
        position += 1
    return position


def _noun_end(article: Article, sentence: Sentence, start: int) -> int:
    """Return the token after the noun that begins at one: its adjectives, its head, or the participle for it."""
    words: list[str] = []
    position = start
    while position < min(sentence.last, start + _LONGEST):
        token = article.tokens[position]
        word = token.text.casefold()
        if word in {"'s", "’s"} or (token.text == "," and _goes_on(article, sentence, position)):
            position += 1
            continue
        is_adverb = bool(_ADVERBS.match(word)) and _modifies(article, sentence, position)
        if not is_adverb:
            if not token.text[0].isalpha() or _stops(article, sentence, position, words):
                break
            if word in _STATES and not _qualifies(article, sentence, position):
                is_head = not words or (word == "dead" and not is_plural(words[-1].casefold()))
                return position + is_head
            if _is_verb(article, sentence, position, words):
                break
        words.append(token.text)
        position += 1
        if not is_adverb and _ends(word, article, sentence, position):
            break
    return position if words else start


def _modifies(article: Article, sentence: Sentence, position: int) -> bool:
    """Tell whether an adverb belongs to an adjective of what is counted: `internally displaced people`."""
    following = article.tokens[position + 1].text if position + 1 < sentence.last else "."
    return bool(re.search(r"(?:ed|en|wn|ing)$", following)) and article.tokens[position].text != "only"


def _stops(article: Article, sentence: Sentence, position: int, words: list[str]) -> bool:
    """Tell whether a word ends what is counted, and is no part of a compound: `launch and supply sites`."""
    word = article.tokens[position].text.casefold()
    following = [token.text.casefold() for token in article.tokens[position + 1 : min(position + 5, sentence.last)]]
    if word == "fighting" and following[:1] and following[0] in _FIGHTING:
        return False
    is_open = bool(words) and (_is_adjective(words[-1]) or (words[-1].islower() and not is_plural(words[-1])))
    if word == "and" and is_open:
        length = next((at for at, each in enumerate(following) if not each.isalpha() or each in _STOP), len(following))
        return not any(each.endswith("s") for each in following[1:length])
    return word in _STOP or (word.endswith("ly") and word != "family")


def _goes_on(article: Article, sentence: Sentence, position: int) -> bool:
    """Tell whether a comma only parts two adjectives."""
    return (
        position + 2 < sentence.last
        and position > sentence.first
        and article.tokens[position - 1].text.endswith(("ed", "al", "ic", "y"))
        and article.tokens[position + 1].text.endswith(("ed", "al", "ic"))
        and article.tokens[position + 2].text.casefold() in lexicon.words("counted")
    )


def _qualifies(article: Article, sentence: Sentence, position: int) -> bool:
    """Tell whether a participle is an adjective: `200 wounded civilians`, not `200 wounded in`."""
    following = article.tokens[position + 1].text if position + 1 < sentence.last else "."
    if following[0].isupper() and article.tokens[position].text != "dead":
        return True
    return following.casefold() in lexicon.words("counted") and following.casefold() not in _STATES


def _is_verb(article: Article, sentence: Sentence, position: int, words: list[str]) -> bool:
    word = article.tokens[position].text.casefold()
    if not re.search(r"(?:ed|ing)$", word) or word in {
        "armed",
        "hundred",
        "united",
        "wounded",
        "injured",
        "building",
        "wing",
    }:
        return False
    following = article.tokens[position + 1].text.casefold() if position + 1 < sentence.last else "."
    if not words:
        return not (following.isalpha() and following not in _STOP)
    return (
        following in _STOP
        or not following[0].isalpha()
        or bool(words and words[-1].casefold() in lexicon.words("counted"))
    )


def _ends(word: str, article: Article, sentence: Sentence, position: int) -> bool:
    """Tell whether a noun ends what is counted."""
    if word in _LENGTHS:
        return True
    if word in _SQUARE or not (_is_people(word) or (is_plural(word) and not word.endswith(("ss", "us", "is")))):
        return False
    following = article.tokens[position].text.casefold() if position < sentence.last else "."
    is_named = word in _STATES and position < sentence.last and article.tokens[position].is_capital
    if following in lexicon.words("counted") or following in _ADJUNCT_HEADS or is_named:
        return False
    if _is_people(word) and not word.endswith("s"):
        # `Tamil Tiger rebels`: the people's name only describes; `Sudanese displaced`: it is what is counted.
        if (
            following == "and"
            and position + 1 < sentence.last
            and _is_people(article.tokens[position + 1].text.casefold())
        ):
            return False
        return not following.isalpha() or following in _STOP | _STATES or following.endswith("ed")
    is_adjunct = word in {"police", "rights", "aid", "news", "sports", "arms", "women's"}
    return not (is_adjunct and following.endswith("s") and following.isalpha() and following not in _STOP)


_ADJUNCT_HEADS: Final = listed("members member officers officer personnel staff")
