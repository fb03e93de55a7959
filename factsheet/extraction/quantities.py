"""Stage 6: numbers of something: bounds, what is counted, what befell it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction import quantity_patterns as patterns
from factsheet.extraction.article import Article, Sentence, Span
from factsheet.extraction.dates import DateMention
from factsheet.extraction.numbers import read_number
from factsheet.extraction.units import find_unit, is_counted, is_length

_SMALL: Final = 12
_FEW: Final = 30
_LARGE: Final = 1_000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: bounds (None is open), unit as written, place, and the rules that read it."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    sentence: int
    word: str
    rule: str
    is_vague: bool = False
    is_about: bool = False


def find_quantities(article: Article, dates: Iterable[DateMention]) -> list[Quantity]:
    """Return the numbers that count people, arms, acts or land, in the order of the text."""
    taken = _by_sentence(article, dates)
    found: list[Quantity] = []
    for number, sentence in enumerate(article.sentences):
        here: list[Quantity] = []
        spans = taken.get(number, [])
        for quantity in (
            *_ratios(article, sentence, number),
            *_figures(article, sentence, number),
            *_vague(article, sentence, number),
        ):
            if any(quantity.start < end and start < quantity.end for start, end in spans):
                continue
            if any(quantity.start < other.end and other.start < quantity.end for other in here):
                continue
            here.append(quantity)
        found += _fill_units(sorted(here, key=lambda each: each.start))
    return found


def read_named(article: Article, span: Span) -> list[Quantity]:
    """Return the numbers in a stretch of text, whatever they count: something else has named them."""
    kept: list[Quantity] = []
    for number, sentence in enumerate(article.sentences):
        if sentence.end <= span[0] or span[1] <= sentence.start:
            continue
        for each in (
            *_ratios(article, sentence, number),
            *_figures(article, sentence, number, is_named=True),
            *_vague(article, sentence, number, is_named=True),
        ):
            is_there = each.start < span[1] and span[0] < each.start + len(each.word)
            if is_there and not any(each.start < other.end and other.start < each.end for other in kept):
                kept.append(replace(each, unit="") if each.unit == "?" else each)
    return sorted(kept, key=lambda each: each.start)


def _by_sentence(article: Article, dates: Iterable[DateMention]) -> dict[int, list[tuple[int, int]]]:
    taken: dict[int, list[tuple[int, int]]] = {}
    for mention in dates:
        taken.setdefault(article.sentence_at(mention.start), []).append((mention.start, mention.end))
    return taken


def _fill_units(found: list[Quantity]) -> list[Quantity]:
    """Give a number without a noun the noun of the number before it in the sentence."""
    filled: list[Quantity] = []
    for quantity in found:
        if quantity.unit == "?":
            before = next((each.unit for each in reversed(filled) if each.unit not in {"percent", "ratio"}), "")
            filled.append(replace(quantity, unit=before))
        else:
            filled.append(quantity)
    return filled


def _figures(article: Article, sentence: Sentence, number: int, *, is_named: bool = False) -> list[Quantity]:
    found = []
    for match in patterns.QUANTITY.finditer(article.text, sentence.start, sentence.end):
        quantity = _read(article, sentence, number, match, is_named=is_named)
        if quantity:
            found.append(quantity)
    return found


def _read(
    article: Article, sentence: Sentence, number: int, match: re.Match[str], *, is_named: bool
) -> Quantity | None:
    text = article.text
    first = read_number(match.group("n1"))
    second = read_number(match.group("n2")) if match.group("n2") else None
    if (
        first is None
        or patterns.CLOCK.match(text, match.end())
        or patterns.NUMBERED.search(text, max(0, match.start("n1") - 24), match.start("n1"))
    ):
        return None
    end = match.end()
    if second is not None and not _is_range(match, first, second):
        second = None
        end = match.end("n1")
    if second is not None:
        first = _share_scale(match.group("n1"), match.group("n2"), first, second)
    low, high, is_about = _bounds(match, first, second)
    unit, unit_end = _unit_of(article, sentence, match, end)
    is_counted_before = unit == "?"
    if unit == "?":
        unit = _unit_before(article, sentence, match.start()) or unit
    modifier = " ".join((match.group("mod") or "").casefold().split())
    is_definite = bool(re.search(rf"(?:^|\s)(?:{patterns.DEFINITE})$", modifier))
    counted = _Counted(first, unit, match.start("n1"), unit_end, is_definite, is_counted_before)
    if not is_named and not _is_claim(article, sentence, counted):
        return None
    start = match.start()
    word = text[start:end].strip()
    return Quantity(start, unit_end, low, high, unit, number, word, "number", is_about=is_about)


def _is_range(match: re.Match[str], first: float, second: float) -> bool:
    """Tell whether two numbers are the ends of one range."""
    joint = match.string[match.end("n1") : match.start("n2")].strip(" $€£").casefold()
    if joint == "and":
        return bool(match.group("between")) and "from" not in (match.group("between") or "").casefold()
    scaled = _share_scale(match.group("n1"), match.group("n2"), first, second)
    if joint == "or":
        return scaled < second <= scaled * 3
    return scaled < second


def _share_scale(first_text: str, second_text: str, first: float, second: float) -> float:
    """Return the first number with the scale of the second: `5 to 6 million`."""
    scale = re.search(r"(hundred|thousand|million|billion|k|m|bn)\b", second_text.casefold())
    if (
        scale
        and not re.search(r"(hundred|thousand|million|billion|k|m|bn)\b", first_text.casefold())
        and first < _LARGE <= second
    ):
        value = read_number(f"1 {scale.group(1)}")
        return first * value if value else first
    return first


def _bounds(match: re.Match[str], first: float, second: float | None) -> tuple[float | None, float | None, bool]:
    modifier = (match.group("mod") or "").casefold()
    if modifier.startswith("over") and patterns.GOVERNS.search(match.string, max(0, match.start() - 24), match.start()):
        modifier = modifier.removeprefix("over")
    is_about = bool(re.search(patterns.NEAR, modifier)) or bool(match.group("orso"))
    if second is not None:
        return first, second, is_about
    if re.search(rf"\b(?:{patterns.HIGH})\b", modifier) and not re.search(
        r"\bno\s+(?:less|fewer)|not\s+less", modifier
    ):
        return None, first, is_about
    if re.search(rf"\b(?:{patterns.LOW})\b", modifier) or match.group("plus"):
        return first, None, is_about
    return first, first, is_about


def _unit_of(article: Article, sentence: Sentence, match: re.Match[str], end: int) -> tuple[str, int]:
    if match.group("percent"):
        return "percent", match.end("percent")
    if match.group("money"):
        return {"$": "dollars", "€": "euros", "£": "pounds"}[match.group("money").strip()[-1]], end
    return find_unit(article, sentence, end, is_strong=bool(match.group("strong")))


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number with its noun, before it is known whether it is worth a claim."""

    value: float
    unit: str
    start: int
    end: int
    is_definite: bool
    is_bare: bool


def _is_claim(article: Article, sentence: Sentence, counted: _Counted) -> bool:  # noqa: PLR0911 - a ladder of cues, one a line
    """Tell whether a number is worth a claim: of people, arms, acts, land; not of days, pages, parties."""
    value, unit, start, end = counted.value, counted.unit, counted.start, counted.end
    head = unit.rsplit(maxsplit=1)[-1].casefold() if unit else ""
    is_small = value <= _SMALL
    if head in {"percent", "dollars", "euros", "pounds"} or unit == "people":
        return True
    if head in lexicon.words("uncounted") or is_length(unit):
        return False
    if (
        unit == "?"
        and value >= _LARGE
        and re.search(r"\b(?:and|while|with)\s+(?:\w+\s+){0,3}$", article.text[max(sentence.start, start - 40) : start])
    ):
        return True
    if counted.is_bare:
        return _hangs_on(article, sentence, start, end) and not counted.is_definite
    if is_small:
        hit = patterns.HIT.search(article.text, max(sentence.start, start - 40), start) or patterns.VERBS_AFTER.match(
            article.text, end, sentence.end
        )
        return (is_counted(head) or bool(hit and head.endswith("s"))) and not counted.is_definite
    if counted.is_definite and value <= _FEW:
        return False
    return is_counted(head) or (bool(head) and head.isalpha() and head.islower())


def _unit_before(article: Article, sentence: Sentence, start: int) -> str:
    """Return what is counted where it stands before the number: the number of guerrillas at 5,000."""
    before = article.text[max(sentence.start, start - 110) : start]
    named = patterns.NUMBER_OF.search(before)
    if named:
        return " ".join(named.group("unit").split())
    return "deaths" if patterns.TOLL.search(before) else ""


def _hangs_on(article: Article, sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a number without a noun is told as the number of victims."""
    before = article.text[max(sentence.start, start - 90) : start]
    after = article.text[end : min(sentence.end, end + 60)]
    if patterns.VERBS_AFTER.match(after):
        return True
    return bool(patterns.VERBS_BEFORE.search(before))


def _vague(article: Article, sentence: Sentence, number: int, *, is_named: bool = False) -> list[Quantity]:
    found = []
    for match in patterns.VAGUE.finditer(article.text, sentence.start, sentence.end):
        unit, end = find_unit(article, sentence, match.end(), is_strong=False)
        head = unit.split()[-1].casefold() if unit else ""
        word = " ".join(match.group("v").casefold().split())
        counted = is_counted(head) or (unit == "?" and _hangs_on(article, sentence, match.start(), match.end()))
        if is_named:
            found.append(Quantity(match.start(), end, None, None, unit, number, word, "vague-number", is_vague=True))
            continue
        if word == "several" and not (is_counted(head) and patterns.VERBS_AFTER.match(article.text, end)):
            continue
        if counted or (head and word != "several" and head not in lexicon.words("uncounted") and head.endswith("s")):
            found.append(Quantity(match.start(), end, None, None, unit, number, word, "vague-number", is_vague=True))
    return found


def _ratios(article: Article, sentence: Sentence, number: int) -> list[Quantity]:
    found: list[Quantity] = []
    if not patterns.OUT_OF.search(article.text, sentence.start, sentence.end):
        return found
    for match in patterns.RATIO.finditer(article.text, sentence.start, sentence.end):
        part, whole = read_number(match.group("a")), read_number(match.group("b"))
        if not part or not whole or part >= whole:
            continue
        value = round(part / whole, 4)
        is_about = bool(match.group("mod"))
        word = match.group()
        found.append(
            Quantity(match.start(), match.end(), value, value, "ratio", number, word, "ratio", is_about=is_about)
        )
    return found
