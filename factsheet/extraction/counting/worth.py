"""Stage 6: whether a number is worth a claim: of people, arms, acts or land, or of victims where no noun follows."""

from dataclasses import dataclass
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.counting import quantity_patterns as patterns
from factsheet.extraction.counting.units import is_counted, is_length, is_plural
from factsheet.extraction.lexicon import listed
from factsheet.extraction.reading.article import Article, Sentence
from factsheet.extraction.speaking.say_words import MONITOR_NOUNS

SMALL: Final = 12
_FEW: Final = 30
LARGE: Final = 1_000
_REACH: Final = 170
_MEASURES: Final = listed("percent dollars euros pounds people")
_SIDES: Final = listed("rival warring opposing main key major different separate new such top leading")
_CALIBRES: Final = listed("mm cm millimetre millimeter calibre caliber inch")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its noun, before it is known whether it is worth a claim."""

    value: float
    unit: str
    start: int
    end: int
    is_definite: bool = False
    is_bare: bool = False
    is_bounded: bool = False
    is_part: bool = False

    @property
    def head(self) -> str:
        """Return the last word of what is counted."""
        return self.unit.rsplit(maxsplit=1)[-1].casefold() if self.unit else ""


def is_claim(article: Article, sentence: Sentence, counted: Counted) -> bool:  # noqa: C901, PLR0911 - a ladder of cues, one a line
    """Tell whether a number is worth a claim: of people, arms, acts, land; not of days, pages, parties."""
    value, head = counted.value, counted.head
    if head in _MEASURES:
        return True
    if _is_no_thing(counted):
        return False
    if counted.unit == "?" and value >= LARGE and patterns.JOINED.search(_before(article, sentence, counted.start, 40)):
        return True
    if counted.is_bare:
        is_few = value <= (SMALL if patterns.OF_THEM.match(article.text, counted.end) else 1)
        if is_few and not patterns.BEFELL.match(article.text, counted.end):
            return False
        return hangs_on(article, sentence, counted.start, counted.end) and not counted.is_definite
    if patterns.SPEAKS.match(article.text, counted.end) and value <= SMALL and head in MONITOR_NOUNS:
        return False
    happened = any(
        pattern.match(article.text, counted.end, sentence.end) for pattern in (patterns.VERBS_AFTER, patterns.LATER)
    )
    if counted.is_part:
        return is_counted(head) or is_plural(head)
    if counted.is_definite and value <= _FEW:
        hit = patterns.HIT.search(_before(article, sentence, counted.start, 90))
        return value > SMALL and bool(happened or hit) and is_counted(head)
    if head in lexicon.words("seldom_counted") and value <= SMALL and not counted.is_bounded:
        return False
    if value > SMALL:
        return is_counted(head) or _is_word(head)
    if counted.unit.split()[0].casefold() in _SIDES:
        return False
    before = _before(article, sentence, counted.start, 90)
    hit = patterns.HIT.search(before)
    if value == 1 and not counted.is_bounded and (before.endswith("not ") or not (hit or happened)):
        return False
    return is_counted(head) or (bool(hit or happened or counted.is_bounded) and is_plural(head))


def _is_no_thing(counted: Counted) -> bool:
    """Tell whether a noun counts time or length, or is the head of a name that the number is part of."""
    words = counted.unit.split()
    if counted.head in lexicon.words("uncounted") or is_length(counted.unit) or words[:1] in _FIRST_WORDS:
        return True
    in_name = any(word in lexicon.words("heads") for word in words)
    is_body = words[-1:] and words[-1].casefold() in _BODIES
    is_noun = words[-1:] and words[-1].islower() and (is_plural(words[-1]) or is_counted(words[-1]))
    return in_name and not is_body and not is_noun


_BODIES: Final = listed("police troops personnel militia gendarmerie")
_FIRST_WORDS: Final = [[word] for word in _CALIBRES]


def _is_word(head: str) -> bool:
    return bool(head) and head.replace("-", "").isalpha()


def _before(article: Article, sentence: Sentence, start: int, reach: int) -> str:
    return article.text[max(sentence.start, start - reach) : start]


def unit_before(article: Article, sentence: Sentence, start: int) -> str:
    """Return what is counted where it stands before the number: the number of guerrillas at 5,000."""
    before = _before(article, sentence, start, _REACH)
    for pattern in (patterns.NUMBER_OF, patterns.FORCE_OF, patterns.STATE_OF, patterns.WHO_NUMBER):
        named = pattern.search(before)
        if named:
            return " ".join(named.group("unit").split())
    label = patterns.LABELLED.search(before) if start - sentence.start < _REACH else None
    counted = [word for word in label.group("label").split() if is_counted(word)] if label else []
    if counted:
        return counted[0]
    return "deaths" if patterns.TOLL.search(before) else ""


_BEFORE: Final = (patterns.VERBS_BEFORE, patterns.NUMBER_OF, patterns.FORCE_OF, patterns.STATE_OF, patterns.TOLL)


def hangs_on(article: Article, sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a number without a noun is told as the number of victims."""
    before = _before(article, sentence, start, _REACH)
    after = article.text[end : min(sentence.end, end + 60)]
    if patterns.VERBS_AFTER.match(after) or (patterns.SAID_BEFORE.search(before) and patterns.ENDS.match(after)):
        return True
    if patterns.BY_COUNT.match(after) or patterns.WERE.match(after):
        return True
    is_elliptic = (patterns.ELLIPSIS.search(before) and patterns.IN_PLACE.match(after)) or (
        patterns.OTHER_SIDE.search(before) and patterns.ENDS.match(after)
    )
    if is_elliptic and patterns.BEFELL_BEFORE.search(before):
        return True
    label = patterns.LABELLED.search(before) if start - sentence.start < _REACH else None
    if label and any(is_counted(word) for word in label.group("label").split()):
        return True
    return any(pattern.search(before) for pattern in _BEFORE)
