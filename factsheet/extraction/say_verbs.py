"""Stage 7: whether a word like `reports`, `claimed` or `put` is a verb of saying where it stands."""

import re
from typing import Final

from factsheet.extraction.article import Article, Sentence
from factsheet.extraction.lexicon import listed
from factsheet.extraction.say_words import PASSIVES

_PUT_REACH: Final = 26
_DETERMINERS: Final = listed("the a of in its his their this that by to these those from such any some no an")
_NOUN_MARKS: Final = listed("new media annual latest be been first previous daily weekly")
_NOUNLY: Final = listed(
    "report reports claim claims states state estimate estimates put show shows found notes records lists documents "
    "counts puts documented recorded registered verified listed counted fear fears projects expects read reads"
)
_TOLLS: Final = listed(
    "more at about nearly some up hundreds thousands dozens scores lives an over responsibility many almost "
    "around least"
)


def is_saying(article: Article, sentence: Sentence, position: int) -> bool:  # noqa: PLR0911 - a ladder of cues, one a line
    """Tell whether a say-verb is one here: not a noun, not a passive, not a bare participle."""
    tokens = article.tokens
    word = tokens[position].text
    last = tokens[position - 1].text.casefold() if position > sentence.first else ""
    following = tokens[position + 1].text if position + 1 < sentence.last else "."
    if last in _DETERMINERS or (last in _NOUN_MARKS and word in _NOUNLY and word != "reported"):
        return False
    if last in PASSIVES and word not in {"quoted", "told"}:
        return False
    if word in _NOUNLY and following.casefold() in {"of", "by", "from", "in", "are", "were", "is", "was", "to"}:
        return False
    if word in {"speak", "speaks", "spoke"}:
        return following == "of"
    if word.startswith("claim") and (following[0].isdigit() or following.casefold() in _TOLLS):
        claimed = {token.text for token in tokens[position + 1 : position + 8]}
        return not claimed & {"lives", "responsibility", "life", "victims"}
    if word == "told" and following == "the":
        return tokens[min(position + 2, len(tokens) - 1)].text not in {"truth", "whole", "story", "tale", "world"}
    if word in {"state", "states"}:
        return following in {"that", ":", '"', "“", "the"}
    if word in {"put", "puts"} and following in {"its", "their", "his", "the"}:
        return "at" in [token.text for token in tokens[position + 2 : min(position + _PUT_REACH, sentence.last)]]
    if word in {"gave", "gives"} and not following[0].isdigit():
        rest = " ".join(token.text for token in tokens[position + 1 : position + 8]).casefold()
        return bool(re.search(r"\b(?:toll|figure|number|estimate|count)\b", rest))
    return not (word == "put" and following.casefold() in {"to", "an", "in", "forward", "down"})


def is_said(article: Article, position: int) -> bool:
    """Tell whether a participle tells what is said: `, adding that`, not `, adding 3,000 marines`."""
    tokens = article.tokens
    following = tokens[position + 1].text if position + 1 < len(tokens) else "."
    is_plain = tokens[position].text not in {"adding", "claiming", "noting", "reporting", "pointing"}
    return tokens[position - 1].text == "," and (is_plain or following in {"that", ":", '"', "“", "it", "they"})
