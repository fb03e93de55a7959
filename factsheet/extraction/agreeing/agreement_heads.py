"""Stage 8: the nouns for agreements, and which words before one belong to it: `a shaky 24-hour truce`."""

import re
from typing import Final

from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.joining import is_name_word
from factsheet.extraction.reading.article import Article, Sentence

HEAD: Final = re.compile(
    r"\b(?:memorand(?:um|a)\s+of\s+understanding|cessation\s+of\s+(?:all\s+)?hostilities(?:\s+(?:agreement|deal|accord))?|(?:humanitarian|fighting)\s+pause|(?:cessation|suspension|halt|end)\s+(?:of|to)\s+(?:(?:its|their|all|the)\s+)*(?:armed|military|offensive|guerrilla)\s+(?:activit(?:y|ies)|actions?|operations|struggle|campaign|attacks)|(?:peace|ceasefire|cease-fire|cease\s+fire|truce|power-sharing|withdrawal|framework|disengagement|armistice|reconciliation|partition|normali[sz]ation|unity|security|political|prisoner)\s+(?:agreement|accord|deal|pact|settlement|treaty|protocol|declaration|roadmap|road\s+map|understanding|framework|compact)s?"
    r"|agreement|accord|deal|pact|treaty|truce|ceasefire|cease-fire|armistice|memorandum|protocols?|settlement|accords|agreements|truces|ceasefires|cease-fires|treaties|declaration|understanding|roadmap|road\s+map|communiqu[eé]|document|text|arrangement|commitment|bargain|(?:ceasefire|cease-fire|security|power-sharing|peace)\s+arrangements?|(?:earlier|first|previous|original|initial)\s+(?:version|draft))\b(?!-)",
    re.IGNORECASE,
)
FOLLOWED: Final = listed(
    "monitors violations violation line lines monitoring talks negotiations negotiation proposal proposals "
    "efforts mechanism committee effort call calls zone zones agreement deal accord breaches plan plans "
    "initiative initiatives"
)
ARTICLES: Final = frozenset({"a", "an", "the", "this", "another"})
_FUNCTIONS: Final = listed(
    "of to in for on and or with by from at that which who is was were are be been has have had as into over under "
    "after before during since until will would not but than signed agreed reached announced declared violated broke "
    "between if when while so such its their his her our no any draft proposed"
)
BESIDE: Final = listed("room ally allies bodies port rights language")
TRUCES: Final = frozenset({"ceasefire", "cease-fire", "truce", "peace", "armistice"})
_MARKS: Final = frozenset({'"', "“", "”"})
DECLARED: Final = re.compile(
    r"\b(?:announc|declar|pledg|promis|agree)\w*\s+(?:to\s+)?[“\"]?(?:(?:an?|the|its|their)\s+)?[“\"]?(?:\w+\s+){0,2}$"
)
LONGEST: Final = 6
DETERMINERS: Final = listed("a an the this that these those its their his another both such each first")
ORDINALS: Final = listed(
    "first second third earlier previous original initial latest last new revised final separate similar later prior"
)


def opening(article: Article, sentence: Sentence, first: int) -> int:
    """Return where the words before a head begin, if an article opens them: `a much broader evacuation deal`."""
    position = first
    while position > sentence.first and first - position <= LONGEST:
        before = article.tokens[position - 1].text
        if before.casefold() in ARTICLES:
            return position
        if not (before.islower() or before.isdigit() or before == "-") or before in _FUNCTIONS:
            break
        position -= 1
    return first


def over_quotes(article: Article, sentence: Sentence, first: int) -> int:
    """Return where words in quotation marks begin that stand right before a head: `a "permanent" ceasefire`."""
    tokens = article.tokens
    if first - 1 <= sentence.first or tokens[first - 1].text not in _MARKS:
        return first
    marks = (at for at in range(first - 3, max(sentence.first, first - LONGEST) - 1, -1) if tokens[at].text in _MARKS)
    at = next(marks, first - 2)
    return at if tokens[at].text in _MARKS else first


def modifies(article: Article, position: int) -> bool:
    """Tell whether a token is a word that belongs to the noun behind it."""
    token = article.tokens[position]
    word = token.text.casefold()
    before = article.tokens[position - 1] if position else token
    if token.text == "-":
        return before.text.isdigit()
    if token.text == ",":
        return before.text.islower() and bool(_ADJECTIVE.search(before.text)) and before.text not in _NO_ADJECTIVES
    if word in _PARTICIPLES:
        return before.text.casefold() in DETERMINERS
    if word in DETERMINERS and word != "first":
        return False
    if token.text.isdigit() or is_name_word(token):
        return word not in {"the", "a", "an", "in", "on", "under", "after", "both", "this", "that", "he", "she", "it"}
    return (
        word in ORDINALS
        or (bool(_ADJECTIVE.search(word)) and word not in _NO_ADJECTIVES)
        or word
        in {
            "peace",
            "landmark",
            "shaky",
            "interim",
            "fresh",
            "new",
            "local",
            "partial",
            "arms",
            "ceasefire",
            "truce",
            "formal",
            "draft",
            "nationwide",
            "key",
            "short",
            "long",
            "full",
            "five-point",
            "power-sharing",
        }
    )


_ADJECTIVE: Final = re.compile(
    r"(?:al|ic|ive|ous|ful|ent|ant|ary|ian|ite|ate|ile|able|ible|ed|ing|day|month|year|week|hour|wide|sided|brokered|mediated|led|backed|point|party|page)$"
)
_PARTICIPLES: Final = frozenset({"negotiated", "proposed"})
_NO_ADJECTIVES: Final = listed(
    "signed agreed reached announced declared violated breached ending during including following breaking "
    "implementing signing violating welcomed brokered mediated rejected concluded negotiated struck said called "
    "violent used accused need proposed recent"
) - {"recent", "proposed", "negotiated"}
