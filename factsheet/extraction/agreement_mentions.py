"""Stage 8, first half: where a text speaks of an agreement, and which mentions speak of the same one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from factsheet.extraction.article import Article, Span, tidy
from factsheet.extraction.entities import Mention
from factsheet.extraction.joining import is_name_word
from factsheet.extraction.lexicon import listed

_HEAD: Final = re.compile(
    r"\b(?:memorand(?:um|a)\s+of\s+understanding|cessation\s+of\s+(?:all\s+)?hostilities(?:\s+(?:agreement|deal|accord))?|(?:peace|ceasefire|cease-fire|truce|power-sharing|withdrawal|framework|disengagement|armistice|reconciliation|partition|normali[sz]ation|unity|security)\s+(?:agreement|accord|deal|pact|settlement|treaty|protocol|declaration|roadmap)s?"
    r"|agreement|accord|deal|pact|treaty|truce|ceasefire|cease-fire|armistice|memorandum|protocol|settlement|accords|agreements|truces|ceasefires|treaties|declaration)\b(?!-)"
)
_NAMED_ONLY: Final = frozenset({"protocol", "settlement", "memorandum", "declaration"})
_SIGNED: Final = re.compile(
    r"\b(?:sign|signs|signed|signing|initial|initials|initialled|concluded?)\s+(?:a|an|the)\s+$"
)
_DONE: Final = re.compile(
    r"(?<!to )\b(?:signs?|signed|reach(?:es|ed)?|agrees?|agreed|announced?s?|declares?|declared|struck"
    r"|violated|violating|brokered)"
    r"\s+(?:\w+\s+){0,2}$"
)
_PLURAL: Final = re.compile(
    r"(?:agreements|accords|deals|pacts|treaties|truces|ceasefires|settlements|memoranda)$", re.IGNORECASE
)
_FOLLOWED: Final = listed(
    "monitors violations violation line lines monitoring talks negotiations negotiation proposal proposals "
    "efforts mechanism committee effort call calls zone zones agreement deal accord breaches plan plans"
)
_UNREAL: Final = re.compile(
    r"\b(?:no|any|without|potential|possible|proposed|future|eventual|draft|immediate|lasting|comprehensive\s+and\s+lasting)\s+(?:\w+\s+){0,3}$"
    r"|\b(?:reach|reaching|negotiate|negotiating|seek|seeks|seeking|broker|brokering|secure|securing|achieve|achieving|clinch|want|wants|wanted|demand|demands|demanded|demanding|propose|proposed|call(?:s|ed|ing)?\s+for|urge|urged|urging|towards?|hopes?\s+(?:of|for)|chances?\s+(?:of|for)|prospects?\s+(?:of|for)|efforts\s+(?:to|at|for)|talks\s+(?:on|about|for)|discuss(?:ed|ing)?|accept|consider|considering|request(?:ed)?|appeal(?:ed)?\s+for|need\s+for|push(?:ed|ing)?\s+for|declare|rejected|reject|ruled\s+out|failed\s+to\s+\w+)\s+(?:on\s+|to\s+)?(?:a|an|any|another|the)?\s*(?:[\w-]+\s+){0,3}$"
)
DETERMINERS: Final = listed("a an the this that these those its their his another both such each first")
ORDINALS: Final = listed(
    "first second third earlier previous original initial latest last new revised final separate similar later prior"
)


@dataclass(slots=True)
class Seen:
    """One mention of an agreement: its place, its determiner, whether it is a proper name."""

    span: Span
    phrase: Span
    determiner: str
    sentence: int
    is_named: bool
    words: str


@dataclass(slots=True)
class Instrument:
    """An agreement: its first or fullest mention, and the others."""

    mentions: list[Seen] = field(default_factory=list)

    @property
    def head(self) -> Seen:
        """Return the mention that names it best: a proper name, else the first."""
        return next((each for each in self.mentions if each.is_named), self.mentions[0])


def find_seen(article: Article, mentions: Sequence[Mention]) -> list[Seen]:
    """Return each place where the text speaks of an agreement, in order."""
    named = _named(article, mentions)
    return sorted([*named, *_common(article, named)], key=lambda each: each.span)


def _named(article: Article, mentions: Sequence[Mention]) -> list[Seen]:
    found = []
    for mention in mentions:
        if mention.piece.sort == "agreement":
            words = mention.text.split()
            is_named = len(words) > 1
            if words[-1] == "Agreement" and not is_named and not mention.piece.run.has_the:
                continue
            sentence = mention.piece.run.sentence
            determiner = "the" if mention.piece.run.has_the else _before(article, mention.piece.first, sentence)
            if not is_named and words[0].casefold() in _NAMED_ONLY | {"framework", "understanding", "compact"}:
                continue
            found.append(
                Seen(mention.span, mention.span, determiner, sentence, is_named and not _is_plain(words), mention.text)
            )
    return found


def _is_plain(words: list[str]) -> bool:
    """Tell whether a capitalised phrase is only a common one: `Peace Agreement` at a sentence's start."""
    return all(
        word.casefold()
        in {"peace", "ceasefire", "agreement", "the", "deal", "accord", "truce", "memorandum", "of", "understanding"}
        for word in words
    )


def _before(article: Article, position: int, sentence: int) -> str:
    return article.tokens[position - 1].text.casefold() if position > article.sentences[sentence].first else ""


def _common(article: Article, named: list[Seen]) -> list[Seen]:
    taken_by: dict[int, list[Span]] = {}
    for each in named:
        taken_by.setdefault(each.sentence, []).append(each.span)
    found = []
    for number, sentence in enumerate(article.sentences):
        taken = taken_by.get(number, [])
        for match in _HEAD.finditer(article.text, sentence.start, sentence.end):
            span = match.span()
            if any(span[0] < end and start < span[1] for start, end in taken):
                continue
            read = _read(article, number, match)
            if read:
                found.append(read)
    return found


def _read(article: Article, number: int, match: re.Match[str]) -> Seen | None:
    sentence = article.sentences[number]
    first = article.token_at(match.start())
    last = article.token_at(match.end() - 1) + 1
    tokens = article.tokens
    following = tokens[last].text.casefold() if last < sentence.last else "."
    if following in _FOLLOWED and match.group().casefold() in {
        "ceasefire",
        "cease-fire",
        "truce",
        "peace",
        "armistice",
    }:
        return None
    start = first
    while start > sentence.first and first - start < 6 and _modifies(article, start - 1):  # noqa: PLR2004 - a small count, told by its line
        start -= 1
    opening = start
    while opening > sentence.first and tokens[opening - 1].text in {'"', "“", "‘", "'"}:
        opening -= 1
    determiner = tokens[opening - 1].text.casefold() if opening > sentence.first else ""
    words = [token.text for token in tokens[start:last]]
    phrase_start = tokens[start].start
    head = words[-1].casefold()
    if (
        head in _NAMED_ONLY
        and len(words) < 2  # noqa: PLR2004 - a small count, told by its line
        and not _SIGNED.search(article.text[max(sentence.start, phrase_start - 24) : phrase_start])
    ):
        return None
    if head in {"settlement", "declaration"} and not re.search(
        r"\b(?:peace|political|negotiated|joint|landmark)\b", " ".join(words).casefold()
    ):
        return None
    if head == "deal" and (
        determiner in {"to", "will", "would", "can", "could", "must", "great", "good", "cannot", "not"}
        or words[0].casefold() in {"great", "good", "arms", "nuclear", "oil", "trade", "business"}
        or (following == "with" and determiner in {"", "and"})
    ):
        return None
    phrase = (tokens[start].start, tokens[last - 1].end)
    return Seen(phrase, phrase, determiner, number, is_named=False, words=tidy(article.text[slice(*phrase)]))


def _modifies(article: Article, position: int) -> bool:
    token = article.tokens[position]
    word = token.text.casefold()
    if word in DETERMINERS and word != "first":
        return False
    if token.text.isdigit() or is_name_word(token):
        return word not in {"the", "a", "an", "in", "on", "under", "after", "both", "this", "that", "he", "she", "it"}
    return (
        word in ORDINALS
        or (
            bool(
                re.search(
                    r"(?:al|ic|ive|ous|ful|ent|ant|ary|ian|ite|ate|ile|able|ible|ed|ing|day|month|year|week|hour|wide|sided|brokered|mediated|led|backed|point|party|page)$",
                    word,
                )
            )
            and word not in _NO_ADJECTIVES
        )
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


_NO_ADJECTIVES: Final = listed(
    "signed agreed reached announced declared violated breached ending during including following breaking "
    "implementing signing violating welcomed brokered mediated rejected concluded negotiated struck said called "
    "violent used accused need proposed recent"
) - {"recent", "proposed", "negotiated"}


def is_real(article: Article, each: Seen) -> bool:
    """Tell whether a mention may open an agreement: not one that is only wished for, nor a mere kind."""
    if each.is_named:
        return True
    sentence = article.sentences[each.sentence]
    before = article.text[max(sentence.start, each.span[0] - 70) : each.span[0]]
    if _PLURAL.search(each.words) and each.determiner not in {"the", "two", "these", "both"}:
        return False
    if _UNREAL.search(before) or (
        each.determiner in {"a", "an"}
        and re.match(r"(?:final|eventual|lasting|comprehensive|negotiated|possible|potential)\b", each.words)
    ):
        return False
    if re.search(r"\b(?:if|whether|unless)\b[^,;]*$", before):
        return False
    if each.determiner in DETERMINERS or re.search(r"\d|[A-Z]", each.words):
        return True
    return bool(_DONE.search(before) or re.search(r"['’]s?\s*$", before))
