"""Stage 4 for persons: the role that stands behind a name, in an apposition or after `is appointed`."""

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.cues import SAY
from factsheet.extraction.naming.joining import FIELDS, is_name_word
from factsheet.extraction.naming.roles import is_role
from factsheet.extraction.reading.article import Article, Sentence, Span, tidy

MODIFIERS: Final = listed(
    "former ex acting deputy late interim outgoing incoming senior top chief national security foreign defence "
    "defense rebel opposition prime vice then special military political general assistant finance justice "
    "interior exiled veteran so-called self-styled appointed deposed disgraced jailed imprisoned detained convicted "
    "wanted acclaimed ousted ruling supreme field police army navy guerrilla separatist militant human "
    "rights under secretary state regional local provincial press government party militia lead joint "
    "permanent "
    "main chief leading prominent key longtime presidential humanitarian peace transitional high "
    "executive managing long-time longtime founding co "
    "outspoken spiritual religious tribal self-declared self-proclaimed newly elected retired information oil "
    "intelligence service aid union trade church community student business media cabinet border refugee "
    "mission "
    "committee council staff air force guard front wing faction news"
)
_STOPS: Final = frozenset(
    [
        "who",
        "which",
        "and",
        "but",
        "that",
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "as",
        "said",
        "says",
        ",",
        ";",
        ".",
        "(",
        ")",
        "—",
        "–",
        "“",
        "”",
        '"',
        ":",
    ]
)
_REACH: Final = 9
LONGEST_ROLE: Final = 12


def is_role_at(words: list[str], position: int) -> bool:
    """Tell whether a role noun, of one word or two, ends at `position`."""
    word = words[position].casefold()
    pair = f"{words[position - 1].casefold()} {word}" if position else ""
    return is_role(word) or pair in lexicon.words("roles")


def role_after(article: Article, end: int) -> tuple[str, Span] | None:
    """Return the role in an apposition: `NAME, the deputy head of the Centre, said`."""
    sentence = article.sentences[article.sentence_at(end - 1)]
    tokens = article.tokens
    first = _skip_trade(article, sentence, _apposition_start(article, sentence, article.token_at(end - 1) + 1))
    last = _apposition_end(article, sentence, first) if first else 0
    if not first or last <= first:
        return None
    words = [token.text for token in tokens[first:last]]
    early = range(min(len(words), 6))
    if words[0] == "heads" or not any(is_role_at(words, n) or words[n] == "member" for n in early):
        return None
    if words[-1].casefold() in {"of", "for", "to"} or _names_another(words):
        return None
    span = (tokens[first].start, tokens[last - 1].end)
    return tidy(article.text[span[0] : span[1]]), span


def _skip_trade(article: Article, sentence: Sentence, first: int) -> int:
    """Return where a role begins that `and` joins to what is none: a billionaire and former state minister."""
    words = [token.text for token in article.tokens[first : min(sentence.last, first + 14)]] if first else []
    joint = words.index("and") if "and" in words[:9] else 0
    early = words[:joint]
    if not joint or {",", ";", "(", "."} & set(early) or any(is_role_at(early, number) for number in range(joint)):
        return first
    if not early[0].islower() or early[0] in _STOPS or early[0] in SAY:
        return first
    begin = joint + 1 + (words[joint + 1 : joint + 2] != [] and words[joint + 1] in {"now", "a", "an", "the", "later"})
    rest = words[begin : begin + 4]
    ends = next((number for number, word in enumerate(rest) if word in _STOPS), len(rest))
    return first + begin if any(is_role_at(rest, number) for number in range(ends)) else first


def _names_another(words: list[str]) -> bool:
    """Tell whether what follows a comma is the next person with a title: ..., FNL chief of staff Ibrahim Sorel."""
    titled = next((number for number, word in enumerate(words) if is_role_at(words, number) and word.islower()), None)
    rest = words[titled + 1 :] if titled is not None else []
    if rest[:1] == ["of"] and rest[1:2] == ["staff"]:
        rest = rest[2:]
    return len(rest) > 1 and all(word[0].isupper() for word in rest[:2])


def _apposition_start(article: Article, sentence: Sentence, position: int) -> int:
    """Return the first word of an apposition that a mark opens, behind an age and an article; 0 if there is none."""
    tokens = article.tokens
    copula = _copula_end(article, sentence, position)
    if copula:
        return copula
    if position >= sentence.last or tokens[position].text not in {",", "(", "—", "–"}:
        return 0
    first = position + 1
    if first + 1 < sentence.last and tokens[first].text.isdigit() and tokens[first + 1].text == ",":
        first += 2
    while first < sentence.last and tokens[first].text.casefold() in {"the", "a", "an", "who", "is", "was"}:
        first += 1
    word = tokens[first].text if first < sentence.last else ""
    is_verb = bool(re.fullmatch(r"[a-z]+(?:ed|ing)", word)) and word not in MODIFIERS
    return 0 if is_verb or not word else first


_CHOSEN: Final = re.compile(
    r"\s+(?:is|was|were|has\s+been|had\s+been|becomes|became)\s+(?:(?:later|then|also|re-)?(?:appointed|named|elected|"
    r"re-elected|installed|chosen|sworn\s+in|confirmed|designated)\s+)?(?:as\s+)?(?:the\s+|a\s+|an\s+|its\s+|their\s+)?(?=[A-Za-z])"
)


def _copula_end(article: Article, sentence: Sentence, position: int) -> int:
    """Return the first word of a role that someone is said to be or become: X is appointed prime minister."""
    if position >= sentence.last:
        return 0
    match = _CHOSEN.match(article.text, article.tokens[position - 1].end)
    first = article.token_at(match.end()) if match else 0
    words = [token.text for token in article.tokens[first : first + 3]] if first else []
    return first if first < sentence.last and any(is_role_at(words, number) for number in range(len(words))) else 0


def _apposition_end(article: Article, sentence: Sentence, first: int) -> int:
    """Return where a role ends that begins at `first`; `first` if no role noun comes soon."""
    tokens = article.tokens
    last, seen = first, False
    while last < sentence.last and last - first < LONGEST_ROLE:
        word = tokens[last].text
        goes_along = [token.text for token in tokens[last + 1 : min(sentence.last, last + 3)]]
        fields = FIELDS | lexicon.words("acts")
        is_field = tokens[last - 1].text in fields and goes_along[:1] != [] and goes_along[0] in fields
        is_joint = is_field or any(is_role_at(goes_along, number) for number in range(len(goes_along)))
        if seen and word == "and" and is_joint:
            last += 1
            continue
        if word in _STOPS or (word in SAY and not is_role(word)):
            break
        seen = seen or ((is_role(word) or word in {"member", "native"}) and last - first < _REACH)
        following = tokens[last + 1] if last + 1 < sentence.last else None
        is_named = following is not None and is_name_word(following) and following.text not in _MONTHS
        goes_on = word in {"to", "in"} and is_named
        if seen and word.casefold() in _ENDS and not goes_on:
            break
        last += 1
    return last if seen else first


_MONTHS: Final = listed("January February March April May June July August September October November December")
_ENDS: Final = frozenset({"in", "told", "on", "at", "after", "with", "during", "to", "from"})
