"""Stage 8, first half: where a text speaks of an agreement, and which mentions speak of the same one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from factsheet.extraction.agreeing import agreement_heads as heads
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.naming.entities import Mention, mask_dates
from factsheet.extraction.reading.article import Article, Sentence, Span, tidy

_NAMED_ONLY: Final = frozenset(
    {
        "protocol",
        "bargain",
        "commitment",
        "settlement",
        "memorandum",
        "declaration",
        "understanding",
        "roadmap",
        "map",
        "communique",
        "communiqué",
    }
)
_PAPERS: Final = frozenset({"document", "text", "lull", "arrangement"})
_SIGNED: Final = re.compile(
    r"\b(?:sign|signs|signed|signing|initial|initials|initialled|concluded?|reached|agreed(?:\s+on|\s+to)?|adopted)\s+(?:an?|the)\s+$"
)
_ACTED: Final = re.compile(
    r",?\s+(?:(?:was|were|had\s+been|has\s+been)\s+)?(?:signed|reached|agreed|struck|sealed|initiall?ed|mediated|brokered|between)\b"
    r"|[^.;,]{0,40}\b(?:that|which)\s+[^.;,]{3,40}\s+(?:signed|initiall?ed)\b"
    r"|\s+of\s+(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})\b"
)
_NUMBERED: Final = re.compile(r"\b(?P<name>[A-ZÀ-Þ][a-zà-þ]+)[-\s](?:I{1,3}|IV|V|[1-5])\b")
_NUMBER: Final = re.compile(r"\s+(?:No\.?|Number|Nr\.?)\s?\d{1,3}\b")
_PLAN: Final = re.compile(
    r"\b(?:[A-Z][\w-]+\s+){0,3}(?:Settlement|Peace|Disengagement|Transition|Ceasefire)\s+Plan\b"
    r"(?=,?\s+(?:(?:which|that|was|were|had|has|been)\s+)*(?:accepted|agreed|signed|adopted)\b)"
)
_ORGANISED: Final = re.compile(
    r"\b(?:Government|Army|Council|Commission|Committee|Ministry|Party|Movement|Front|Forces?|Congress|Alliance|Union)\b.*\bof\b.*\bAccord"
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
    is_weak: bool = False


@dataclass(slots=True)
class Instrument:
    """An agreement: its first or fullest mention, and the others; `echoes` speak of it without naming it."""

    mentions: list[Seen] = field(default_factory=list)
    echoes: list[Seen] = field(default_factory=list)

    @property
    def head(self) -> Seen:
        """Return the mention that names it best: a proper name, else the first."""
        return next((each for each in self.mentions if each.is_named), self.mentions[0])


def find_seen(article: Article, mentions: Sequence[Mention], dates: Sequence[DateMention]) -> list[Seen]:
    """Return each place where the text speaks of an agreement, in order."""
    named = _named(article, mentions)
    taken = [each.span for each in named]
    taken += [each.span for each in mentions if each.piece.sort == "group" or _is_body(each.text)]
    in_dates = mask_dates(article, dates)
    plans = _plans(article, taken)
    taken += [each.span for each in plans]
    found = [*named, *plans, *_common(article, taken, in_dates)]
    found = [_with_number(article.text, each) for each in [*found, *_numbered(article, found)]]
    return sorted(found, key=lambda each: each.span)


def _with_number(text: str, seen: Seen) -> Seen:
    """Return a mention with the number behind it: `Military Agreement No. 1`."""
    number = _NUMBER.match(text, seen.span[1])
    if not number or not seen.words[0].isupper():
        return seen
    span = (seen.span[0], number.end())
    return replace(seen, span=span, phrase=span, is_named=True, words=seen.words + number.group())


def _plans(article: Article, taken: Sequence[Span]) -> list[Seen]:
    """Return the plans by name that are told to have been accepted: `the Settlement Plan, accepted by both`."""
    return [
        Seen(match.span(), match.span(), "the", article.sentence_at(match.start()), is_named=True, words=match.group())
        for match in _PLAN.finditer(article.text)
        if not any(a < match.end() and match.start() < b for a, b in taken)
    ]


def _numbered(article: Article, found: Sequence[Seen]) -> list[Seen]:
    """Return what is called by a name and a number, where the name is one of agreements: `Minsk II`."""
    names = {each.words.split()[0] for each in found if each.words[0].isupper() and len(each.words.split()) > 1}
    return [
        Seen(match.span(), match.span(), "the", article.sentence_at(match.start()), is_named=True, words=match.group())
        for match in _NUMBERED.finditer(article.text)
        if match.group("name") in names
        and not any(a.span[0] < match.end() and match.start() < a.span[1] for a in found)
    ]


def _named(article: Article, mentions: Sequence[Mention]) -> list[Seen]:
    found = []
    for mention in mentions:
        if mention.piece.sort == "agreement" and not _is_body(mention.text):
            words = mention.text.split()
            is_named = len(words) > 1
            if words[-1] == "Agreement" and not is_named and not mention.piece.run.has_the:
                continue
            sentence = mention.piece.run.sentence
            determiner = "the" if mention.piece.run.has_the else _before(article, mention.piece.first, sentence)
            if not is_named and words[0].casefold() in _NAMED_ONLY | {"framework", "compact"}:
                continue
            found.append(
                Seen(mention.span, mention.span, determiner, sentence, is_named and not _is_plain(words), mention.text)
            )
    return found


def _is_body(text: str) -> bool:
    """Tell whether a name with `Accord` in it is one of a body: Government of National Accord."""
    if re.search(r"\b(?:Team|Committee|Commission|Mission|Mechanism|Board|Council|Conference)$", text):
        return True
    return bool(_ORGANISED.search(text) or re.search(r"\bNational\s+Accord\b(?!\s+(?:of\s+)?\d)", text))


def _is_plain(words: list[str]) -> bool:
    """Tell whether a capitalised phrase is only a common one: `Peace Agreement` at a sentence's start."""
    return all(
        word.casefold()
        in {"peace", "ceasefire", "agreement", "the", "deal", "accord", "truce", "memorandum", "of", "understanding"}
        for word in words
    )


def _before(article: Article, position: int, sentence: int) -> str:
    return article.tokens[position - 1].text.casefold() if position > article.sentences[sentence].first else ""


def _common(article: Article, taken: Sequence[Span], in_dates: set[int]) -> list[Seen]:
    taken_in: dict[int, list[Span]] = {}
    for span in taken:
        taken_in.setdefault(article.sentence_at(span[0]), []).append(span)
    found = []
    for number, sentence in enumerate(article.sentences):
        for match in heads.HEAD.finditer(article.text, sentence.start, sentence.end):
            span = match.span()
            if not any(span[0] < end and start < span[1] for start, end in taken_in.get(number, [])):
                read = _read(article, number, match, in_dates)
                if read:
                    found.append(read)
    return found


def _read(article: Article, number: int, match: re.Match[str], in_dates: set[int]) -> Seen | None:
    sentence = article.sentences[number]
    first = article.token_at(match.start())
    last = article.token_at(match.end() - 1) + 1
    tokens = article.tokens
    following = tokens[last].text.casefold() if last < sentence.last else "."
    if following in (heads.FOLLOWED if match.group().casefold() in heads.TRUCES else heads.BESIDE):
        return None
    is_laid_down = (
        re.match(r"cessation|suspension|halt|end", match.group(), re.IGNORECASE)
        and " of hostilities" not in match.group()
    )
    if is_laid_down and not heads.DECLARED.search(
        article.text[max(sentence.start, match.start() - 60) : match.start()]
    ):
        return None
    start = heads.opening(article, sentence, heads.over_quotes(article, sentence, first))
    while (
        start > sentence.first
        and first - start < heads.LONGEST
        and start - 1 not in in_dates
        and heads.modifies(article, start - 1)
    ):
        start -= 1
    opening = start
    while opening > sentence.first and tokens[opening - 1].text in {'"', "“", "‘", "'"}:
        opening -= 1
    is_owned = opening > sentence.first and tokens[opening - 1].text in {"'s", "’s"}
    if is_owned and opening - 2 >= sentence.first and opening - 2 in in_dates:
        opening -= 1
    while (
        opening > sentence.first
        and opening - 1 in in_dates
        and tokens[opening - 1].text.casefold() not in heads.ARTICLES
    ):
        opening -= 1
    determiner = tokens[opening - 1].text.casefold() if opening > sentence.first else ""
    if is_owned and opening < start - 1:
        determiner = "the"
    words = [token.text for token in tokens[start:last]]
    phrase_start = tokens[start].start
    head = words[-1].casefold()
    is_weak = head in _NAMED_ONLY | _PAPERS and not _tells(article, sentence, phrase_start, match.end(), words)
    if is_weak and (determiner not in {"the", "this"} or len(words) > 1 + words[0].isdigit() * 3):
        return None
    if head == "deal" and (
        determiner in {"to", "will", "would", "can", "could", "must", "great", "good", "cannot", "not"}
        or words[0].casefold() in {"great", "good", "arms", "nuclear", "oil", "trade", "business"}
        or (following == "with" and determiner in {"", "and"})
    ):
        return None
    phrase = (tokens[start].start, tokens[last - 1].end)
    return Seen(
        phrase, phrase, determiner, number, is_named=False, words=tidy(article.text[slice(*phrase)]), is_weak=is_weak
    )


def _tells(article: Article, sentence: Sentence, start: int, end: int, words: list[str]) -> bool:
    """Tell whether a word of many meanings (`protocol`, `understanding`) is one of agreements here."""
    before = article.text[max(sentence.start, start - 24) : start]
    if words[-1].casefold() in _PAPERS:
        return False
    if _SIGNED.search(before) or _ACTED.match(article.text, end, min(sentence.end, end + 100)):
        return True
    telling = {"peace", "political", "negotiated", "joint", "landmark", "ceasefire", "cease-fire", "truce", "security"}
    if words[-1].casefold() in {"settlement", "declaration", "understanding", "roadmap", "map"}:
        return bool(telling & {word.casefold() for word in words[:-1]})
    return len(words) > 1 and not words[-1].casefold().startswith("communiqu")
