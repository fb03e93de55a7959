"""Stage 8: which mentions speak of the same agreement: by name, by kind, by `the`; and which open a new one."""

import re
from collections.abc import Sequence
from typing import Final

from factsheet.extraction.agreement_mentions import DETERMINERS, ORDINALS, Instrument, Seen, find_seen, is_real
from factsheet.extraction.article import Article
from factsheet.extraction.dates import DateMention, by_sentence
from factsheet.extraction.entities import Mention
from factsheet.extraction.lexicon import listed

_REMEMBERED: Final = 30
_OLDER: Final = listed("first earlier previous original initial prior similar separate")
_CALLED: Final = re.compile(
    r"[,\s“\"(]*(?:(?:already|now|also|later|commonly|widely|officially|formally|being|been|is|was|which|that|are|were|has)\s+)*(?:called|known\s+as|dubbed|termed|named|entitled|titled|or)?\s*(?:the\s+)?[“\"]?$"
)


def find_instruments(article: Article, mentions: Sequence[Mention], dates: Sequence[DateMention]) -> list[Instrument]:
    """Return the agreements of an article, each with its mentions."""
    seen = find_seen(article, mentions)
    instruments: list[Instrument] = []
    dated = by_sentence(article, dates)
    for each in seen:
        owner = _owner(article, each, instruments[-_REMEMBERED:], dated.get(each.sentence, []))
        if owner is None:
            if is_real(article, each):
                instruments.append(Instrument([each]))
        else:
            owner.mentions.append(each)
    return instruments


_KINDS: Final = (
    ("truce", re.compile(r"truce|cease-?fire|cessation|armistice|hostilities", re.IGNORECASE)),
    ("memorandum", re.compile(r"memorand", re.IGNORECASE)),
)


def _kind(words: str) -> str:
    return next((name for name, pattern in _KINDS if pattern.search(words)), "agreement")


def _owner(  # noqa: C901, PLR0911, PLR0912 - a ladder of cues, one a line
    article: Article, each: Seen, instruments: list[Instrument], dates: Sequence[DateMention]
) -> Instrument | None:
    """Return the agreement that a mention goes back to, or None where it is a new one."""
    if not instruments:
        return None
    if each.is_named:
        for instrument in instruments:
            if any(m.is_named and _same_name(m.words, each.words) for m in instrument.mentions):
                return instrument
        last = instruments[-1].mentions[-1]
        between = article.text[last.span[1] : each.span[0]]
        if last.sentence == each.sentence and re.fullmatch(r"\s+through\s+an?\s+", between):
            return instruments[-1]
        if last.sentence == each.sentence and not last.is_named and _CALLED.fullmatch(between.replace(",", " ")):
            return instruments[-1]
        return None
    last = instruments[-1].mentions[-1]
    between = article.text[last.span[1] : each.span[0]].strip()
    if last.sentence == each.sentence and last.is_named and re.fullmatch(r"through\s+an?", between):
        return instruments[-1]
    if last.sentence == each.sentence and last.is_named and re.fullmatch(r",?\s*(?:a|an|the)", between):
        return instruments[-1]
    if each.determiner in {"a", "an", "another"} or re.search(r"\d{4}", each.words):
        return None
    words = each.words.casefold().split()
    if any(word in ORDINALS - {"latest", "new", "revised", "final"} for word in words):
        return _by_words(each, instruments)
    if any(word[0].isupper() for word in each.words.split()) and not each.words[0].isupper():
        return _by_words(each, instruments)
    if _is_dated_anew(article, each, dates):
        return None
    if each.determiner not in {"the", "this", "that", "its", "their", "both", "under"} and not each.words[0].isupper():
        return _by_words(each, instruments)
    kind = _kind(each.words)
    same = [
        one
        for one in instruments
        if _kind(one.mentions[0].words) == kind or any(_kind(m.words) == kind for m in one.mentions)
    ]
    if kind == "truce" and not same and _kind(instruments[-1].head.words) != "truce" and len(instruments) == 1:
        return instruments[-1] if each.determiner in {"the", "this"} and each.sentence - last.sentence <= 1 else None
    near = same or instruments
    near = [one for one in near if not _OLDER & set(one.mentions[0].words.casefold().split())] or near
    return near[-1] if len(near) > 1 and near[-1].mentions[-1].sentence >= each.sentence - 2 else near[0]


def _by_words(each: Seen, instruments: list[Instrument]) -> Instrument | None:
    """Return the agreement of which every telling word of a mention has been said before."""
    words = {word for word in re.findall(r"[\w-]+", each.words.casefold()) if word not in DETERMINERS}
    for instrument in reversed(instruments):
        said = {word for mention in instrument.mentions for word in re.findall(r"[\w-]+", mention.words.casefold())}
        if words <= said:
            return instrument
    return None


def _same_name(one: str, other: str) -> bool:
    first, second = one.casefold().split(), other.casefold().split()
    return (
        first == second
        or (len(second) > 1 and first[-len(second) :] == second)
        or (len(first) > 1 and second[-len(first) :] == first)
    )


_DATED: Final = re.compile(
    r",?\s+(?:which\s+was\s+|that\s+was\s+)?(?:signed|declared|reached|announced|agreed|brokered|concluded|mediated|struck|of|from|in)\s+(?:\w+\s+){0,4}$"
)


def _is_dated_anew(article: Article, each: Seen, dates: Sequence[DateMention]) -> bool:
    """Tell whether a date right after a definite mention makes it another agreement: the truce declared in July."""
    sentence = article.sentences[each.sentence]
    for date in dates:
        if each.span[1] <= date.start < min(sentence.end, each.span[1] + 60) and date.kind == "date":
            return bool(_DATED.fullmatch(article.text[each.span[1] : date.start])) and each.sentence > 0
    return False
