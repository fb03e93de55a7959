"""Stage 7: whether a word like `reports`, `claimed` or `put` is a verb of saying where it stands."""

import re
from typing import Final

from factsheet.extraction.lexicon import listed
from factsheet.extraction.reading.article import Article, Sentence
from factsheet.extraction.speaking.say_words import PASSIVES

_PUT_REACH: Final = 26
_NOT_AFTER: Final = listed("of by from in are were is was to")
_FIGURE: Final = re.compile(r"\b(?:toll|figure|number|estimate|count|percent|per cent)\b")
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


def is_saying(article: Article, sentence: Sentence, position: int) -> bool:
    """Tell whether a say-verb is one here: not a noun, not a passive, not a bare participle."""
    words = [token.text for token in article.tokens[max(sentence.first, position - 2) : sentence.last]]
    at = min(2, position - sentence.first)
    word, last = words[at], words[at - 1].casefold() if at else ""
    following = [*words[at + 1 :], "."]
    if word in {"verify", "confirm", "document"}:
        return words[:at] == ["able", "to"]
    if last in _DETERMINERS or (last in _NOUN_MARKS and word in _NOUNLY and word != "reported"):
        return False
    if last in PASSIVES and word not in {"quoted", "told"}:
        return False
    if word in {"admits", "admit", "admitted"}:
        return following[0] in {"to", "that", "it", "they", ".", ","} or following[0][0].isdigit()
    if word in _NOUNLY and following[0].casefold() in _NOT_AFTER:
        return False
    return _says(word, following)


def _says(word: str, following: list[str]) -> bool:  # noqa: PLR0911 - a ladder of cues, one a line
    """Tell whether what follows a word fits what it must say: `spoke of`, `put the toll at`, no `claimed 20 lives`."""
    head = following[0]
    if word in {"continued", "concluded", "pointed"}:
        return head in {".", ",", "that", ":", '"', "“", "out"}
    if word == "count":
        return head[0].isdigit() or head in {"more", "at", "some", "about", "nearly", "over"}
    if word in {"speak", "speaks", "spoke", "spoken"}:
        return head == "of"
    if word.startswith("claim") and (head[0].isdigit() or head.casefold() in _TOLLS):
        return not {"lives", "responsibility", "life", "victims"} & set(following[:7])
    if word == "told" and head == "the":
        return following[1] not in {"truth", "whole", "story", "tale", "world"}
    if word in {"state", "states"}:
        return head in {"that", ":", '"', "“", "the"}
    if word in {"values", "valued"} or (word in {"put", "puts"} and head in {"its", "their", "his", "the"}):
        return "at" in following[1:_PUT_REACH]
    if word in {"gave", "gives", "give"} and not head[0].isdigit():
        return bool(_FIGURE.search(" ".join(following[:14]).casefold()))
    return not (word == "put" and head.casefold() in {"to", "an", "in", "forward", "down"})


def is_said(article: Article, position: int) -> bool:
    """Tell whether a participle tells what is said: `, adding that`, not `, adding 3,000 marines`."""
    tokens = article.tokens
    following = tokens[position + 1].text if position + 1 < len(tokens) else "."
    is_plain = tokens[position].text not in {"adding", "claiming", "noting", "reporting", "pointing"}
    return tokens[position - 1].text == "," and (is_plain or following in {"that", ":", '"', "“", "it", "they"})
