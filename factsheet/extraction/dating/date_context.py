"""Stage 3: what a date without a year or a bare weekday leans on: tense, a timeline's headings, the date before it."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, Literal

from factsheet.extraction.dating import calendar as cal
from factsheet.extraction.lexicon import listed
from factsheet.extraction.reading.article import Article, Sentence

Tense = Literal["past", "future", "planned"]
"""`planned` is a present tense of things to come: `the truce begins Sunday`; history is told in it too."""

_FUTURE: Final = listed(
    "will shall must due scheduled slated planned expected expects expect plans plan intends hopes wants pledged "
    "promised vowed ought going deadline 'll tentatively ahead upcoming would should"
)
_PAST: Final = listed(
    "died said told was were had did began took left met held fell broke came went struck shot made gave won saw found "
    "got lost became drew led ran rose sank sent set sold spoke stood swore wrote flew fled grew hit has have "
    "said-on says quoted put brought built bought caught chose dealt drove fought forgot froze kept knew laid "
    "meant paid read sought sat taught thought withdrew overthrew overran arose burst cut hid hung shut split "
    "spent spread swept tore understood"
)
_PLANNED: Final = listed(
    "begins starts opens resumes expires convenes reconvenes meets gathers votes ends begin start open resume expire "
    "convene reconvene meet gather vote takes take travels visits"
)
_NOT_BEFORE_PLANNED: Final = listed(
    "will would to did the a an this that its his her their of 's for first last no before after"
)
_INTENT: Final = listed(
    "is are 's agreed agree agrees agreeing prepares preparing prepared decided ready set vowed pledged offered "
    "threatened hopes hoping aims intends promised plans planned ordered scheduled invited deadline due"
)
_NO_VERBS: Final = listed("a an the its his her their this that these those any some all another no new peace talks")
_NEVER_PAST: Final = listed(
    "need united armed need-based agreed-upon hundred indeed seed speed feed exceed proceed wounded injured "
    "displaced detained"
)
_CLAUSE: Final = frozenset([",", ";", ":", "—", "–", "(", ")", "“", "”", '"'])
_REACH: Final = 14
_TIMELINE_LINES: Final = 3


@dataclass(slots=True)
class Chain:
    """What has been read so far: the last day, the last dated entry, the year a heading gives."""

    published: date
    day: date
    base: date
    base_paragraph: int = -1
    month: tuple[int, int] | None = None
    explicit: tuple[int, int, int] = (0, 0, 0)
    told: tuple[int, int, int] = (0, 0, 0)
    explicit_sentence: int = -9
    explicit_paragraph: int = -1
    entry: tuple[int, int, int] | None = None
    heading_year: int | None = None
    heading: tuple[int, int] | None = None


_IS_ON: Final = re.compile(r"\b(?:is|are)\s+(?:also\s+|now\s+)?(?:likely\s+|possible\s+|certain\s+)?(?:on\s+|for\s+)?$")
_NOUNS_AHEAD: Final = frozenset({"deadline", "ahead", "upcoming"})


def find_tense(article: Article, sentence: Sentence, start: int, end: int, *, is_near: bool = False) -> Tense | None:
    """Return the tense of the verb that a date belongs to: the nearest before it in its clause, else after it."""
    tokens = article.inside(sentence)
    before = [token.text for token in tokens if token.end <= start]
    after = [token.text for token in tokens if token.start >= end]
    if _IS_ON.search(article.text, sentence.start, start):
        return "planned"
    return _look_back(before) or _look_ahead(after) or (None if is_near else _look_back(before, through=True))


def _look_back(words: list[str], *, through: bool = False) -> Tense | None:
    reach = words[-_REACH:] if not through else words[-3 * _REACH :]
    for number in range(len(reach) - 1, -1, -1):
        word = reach[number]
        if word == "that" and len(reach) - number <= 2 and not through:  # noqa: PLR2004 - a small count, told by its line
            return None
        if word in _CLAUSE and not through and len(reach) - number > 1:
            return None
        verdict = _judge(word.casefold(), [w.casefold() for w in reach[max(0, number - 3) : number]])
        if verdict:
            return verdict
    return None


def _look_ahead(words: list[str]) -> Tense | None:
    for number, word in enumerate(words[:_REACH]):
        if word in {";", ".", ":"}:
            return None
        if word in _NOUNS_AHEAD:
            continue
        verdict = _judge(word.casefold(), [w.casefold() for w in words[max(0, number - 3) : number]])
        if verdict:
            return verdict
    return None


def _judge(word: str, before: list[str]) -> Tense | None:  # noqa: PLR0911 - a ladder of cues, one a line
    if word in _FUTURE:
        return "future"
    if word in _PLANNED and not (_NOT_BEFORE_PLANNED & set(before[-1:]) or {"will", "would", "did"} & set(before)):
        return "planned"
    if word in _PAST and not {"be", "will", "to"} & set(before[-2:]):
        return "past"
    if word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NEVER_PAST):  # noqa: PLR2004 - a small count, told by its line
        if {"will", "would", "must", "to", "be", "shall"} & set(before[-2:]):
            return "future" if {"will", "would", "must", "shall", "to"} & set(before[-2:]) else None
        return "past"
    if before[-1:] == ["to"] and len(before) > 1 and before[-2] in _INTENT and word.isalpha() and word not in _NO_VERBS:
        return "future"
    return None


def is_timeline(article: Article, leads: list[int]) -> bool:
    """Tell whether the article lists dated entries: enough of its paragraphs begin with a date."""
    return len(leads) >= _TIMELINE_LINES and len(leads) * 3 >= len(article.paragraphs)


def first_entry(published: date, entries: list[re.Match[str]]) -> tuple[int, int, int] | None:
    """Return the year that the entries of a timeline begin in, told by the first that has one, else by the last."""
    order: list[tuple[int, int]] = []
    told = 0
    for match in entries:
        parts = match.groupdict()
        told = int(parts.get("y") or parts.get("y1") or parts.get("y2") or 0)
        month, day = parts.get("m") or parts.get("m1") or "", parts.get("d") or parts.get("d1") or ""
        if month:
            order.append((cal.month_number(month), int(re.sub(r"\D", "", day) or 0)))
        if told:
            break
    wraps = sum(later[0] < earlier[0] for earlier, later in pairwise(order))
    if not order or (told and len(order) == 1):
        return None
    year = told or published.year - (order[-1] > (published.month, published.day))
    return year - wraps, 0, 0


_ENTRY_REACH: Final = 30
_ENTRY: Final = re.compile(r"^[\s•*·>\-–—#\[(]*$")
_AFTER_ENTRY: Final = re.compile(r"\s*(?:$|[-–—:|,.)\]]|\*\*|\t|\n)")


def leads_paragraph(article: Article, start: int, end: int) -> bool:
    """Tell whether a date opens its paragraph as the mark of an entry."""
    sentence = article.sentences[article.sentence_at(start)]
    paragraph = article.paragraphs[sentence.paragraph]
    if start - paragraph[0] > _ENTRY_REACH:
        return False
    return bool(
        _ENTRY.match(article.text[paragraph[0] : start])
        and _AFTER_ENTRY.match(article.text[end : min(paragraph[1], end + _ENTRY_REACH)])
    )


def is_alone(article: Article, start: int, end: int) -> bool:
    """Tell whether a date is all that its paragraph says: a heading."""
    paragraph = article.paragraphs[article.sentences[article.sentence_at(start)].paragraph]
    if paragraph[1] - paragraph[0] > 3 * _ENTRY_REACH:
        return False
    rest = article.text[paragraph[0] : start] + article.text[end : paragraph[1]]
    return not re.sub(r"[\s#*=:.\-–—_()\[\]|]", "", rest)


def nearest_year(month: int, day: int, published: date, tense: Tense | None) -> int:
    """Return the year that puts a day on the right side of publication: before it, unless the future is spoken of."""
    is_later = (month, day) > (published.month, published.day)
    if tense == "future":
        return published.year if (month, day) >= (published.month, published.day) else published.year + 1
    return published.year - 1 if is_later else published.year
