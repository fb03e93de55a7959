"""Stage 6: numbers of something: bounds, what is counted, what befell it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.counting import quantity_patterns as patterns
from factsheet.extraction.counting.numbers import read_number
from factsheet.extraction.counting.units import find_unit, is_counted, is_plural
from factsheet.extraction.counting.worth import LARGE, Counted, hangs_on, is_claim, unit_before
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.reading.article import Article, Sentence, Span

_Match = re.Match[str]
_SEATS: Final = 100
_CLOSE: Final = 30
_CURRENCIES: Final = {"$": "dollars", "€": "euros", "£": "pounds", "USD": "dollars", "EUR": "euros", "GBP": "pounds"}


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
        found += _fill_units(article, sorted(here, key=lambda each: each.start))
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


def _fill_units(article: Article, found: list[Quantity]) -> list[Quantity]:
    """Give a number without a noun that of the number before it, which is no part of another, else of the next."""
    named = [each for each in found if each.unit not in {"?", "", "percent", "ratio"}]
    whole = [each for each in named if not patterns.PART_OF.search(article.text, max(0, each.start - 60), each.start)]
    filled: list[Quantity] = []
    for quantity in found:
        if quantity.unit == "?":
            near = [each for each in whole or named if each.start < quantity.start]
            unit = (
                near[-1].unit
                if near
                else next((each.unit for each in whole if 0 < each.start - quantity.end < _CLOSE), "")
            )
            filled.append(replace(quantity, unit=unit))
        else:
            filled.append(quantity)
    return filled


def _figures(article: Article, sentence: Sentence, number: int, *, is_named: bool = False) -> list[Quantity]:
    found: list[Quantity] = []
    if not patterns.HAS_NUMBER.search(article.text, sentence.start, sentence.end):
        return found
    for match in patterns.QUANTITY.finditer(article.text, sentence.start, sentence.end):
        for which in ("n1", "n2") if match.group("n2") and not _is_range(match) else ("n1",):
            quantity = _read(article, sentence, number, match, which, is_named=is_named)
            if quantity:
                found.append(quantity)
    return found


def _read(
    article: Article, sentence: Sentence, number: int, match: _Match, which: str, *, is_named: bool
) -> Quantity | None:
    text = article.text
    start = match.start() if which == "n1" else match.start("n2")
    first = read_number(match.group(which))
    if first is None or patterns.is_label(text, match.start(which), match.end()):
        return None
    is_range = which == "n1" and bool(match.group("n2")) and _is_range(match)
    second = read_number(match.group("n2")) if is_range else None
    end = match.end() if is_range or which == "n2" or not match.group("n2") else match.end("n1")
    first = _share_scale(match.group("n1"), match.group("n2"), first, second) if second is not None else first
    low, high, is_about = _bounds(match, first, second) if which == "n1" else (first, first, False)
    unit, unit_end = _unit_of(article, sentence, match, end)
    is_plain = first > 1 and not (match.group("percent") or match.group("money"))
    whole = patterns.OF_WHOLE.match(text, end, sentence.end) if is_plain else None
    if whole:
        unit, unit_end = find_unit(article, sentence, whole.end(), is_strong=False)[0], end
        low, high = _scale_part(first, whole) or (low, high)
    is_bare = unit == "?"
    if is_bare:
        unit = unit_before(article, sentence, start) or unit
        unit = "" if patterns.DISPLACED.search(text, max(sentence.start, start - 60), start) else unit
    modifier = " ".join((match.group("mod") or "").casefold().split())
    is_definite = bool(re.search(rf"(?:^|\s)(?:{patterns.DEFINITE})$", modifier))
    is_part = bool(whole) or bool(
        patterns.PART_BEFORE.search(text, max(sentence.start, start - 40), match.start(which))
    )
    counted = Counted(
        first,
        unit,
        match.start("mod" if which == "n1" else which),
        unit_end,
        is_definite,
        is_bare,
        bool(modifier),
        is_part,
    )
    is_seats = match.group("strong") == "-member" and first <= _SEATS
    if is_seats or (not is_named and not is_claim(article, sentence, counted)):
        return None
    low, high = patterns.bound_after(text, unit_end, low, high)
    return Quantity(start, unit_end, low, high, unit, number, text[start:end].strip(), "number", is_about=is_about)


def _scale_part(first: float, whole: _Match) -> tuple[float, float] | None:
    """Return the bounds of the 7 in `7 of 11 million`, which are millions too."""
    scale = re.search(r"\b(thousand|million|billion)\b", whole.group())
    value = read_number(f"1 {scale.group(1)}") if scale else None
    return (first * value, first * value) if value and first < LARGE else None


def _is_range(match: _Match) -> bool:
    """Tell whether two numbers are the ends of one range."""
    first, second = read_number(match.group("n1")), read_number(match.group("n2"))
    if first is None or second is None:
        return False
    joint = match.string[match.end("n1") : match.start("n2")].strip(" $€£").casefold()
    if joint == "and":
        return bool(match.group("between")) and "from" not in (match.group("between") or "").casefold()
    if joint == "to" and patterns.MOVED.search(match.string, max(0, match.start() - 40), match.start("n1")):
        return False
    scaled = _share_scale(match.group("n1"), match.group("n2"), first, second)
    if joint == "or":
        return scaled < second <= scaled * 3
    return scaled < second


def _share_scale(first_text: str, second_text: str, first: float, second: float) -> float:
    """Return the first number with the scale of the second: `5 to 6 million`, `20-30,000`."""
    scales = r"(hundred|thousand|million|billion|k|m|bn)\b"
    scale = re.search(scales, second_text.casefold())
    if first >= LARGE or second < LARGE or re.search(scales, first_text.casefold()):
        return first
    if scale:
        value = read_number(f"1 {scale.group(1)}")
        return first * value if value else first
    is_cut = second_text.endswith("000") and first * LARGE < second <= first * LARGE * 10
    return first * LARGE if is_cut else first


def _bounds(match: _Match, first: float, second: float | None) -> tuple[float | None, float | None, bool]:
    modifier = (match.group("mod") or "").casefold()
    if modifier.startswith("over") and patterns.GOVERNS.search(match.string, max(0, match.start() - 24), match.start()):
        modifier = modifier.removeprefix("over")
    sign = (match.group("sign") or "").strip()
    is_about = (
        bool(re.search(patterns.NEAR, modifier)) or bool(match.group("orso") or match.group("odd")) or sign == "~"
    )
    if second is not None:
        return first, second, is_about
    is_low = bool(re.search(rf"\b(?:{patterns.LOW})\b", modifier)) or bool(match.group("plus")) or sign in {">", "≥"}
    is_high = bool(re.search(rf"\b(?:{patterns.HIGH})\b", modifier)) or sign in {"<", "≤"}
    if is_high and not re.search(r"\bno\s+(?:less|fewer)|not\s+(?:less|fewer)", modifier):
        return None, first, is_about
    return first, None if is_low else first, is_about


def _unit_of(article: Article, sentence: Sentence, match: _Match, end: int) -> tuple[str, int]:
    if match.group("percent"):
        return "percent", match.end("percent")
    if match.group("money"):
        money = match.group("money").strip()
        return _CURRENCIES.get(money, _CURRENCIES.get(money[-1], "dollars")), end
    return find_unit(article, sentence, end, is_strong=bool(match.group("strong")))


def _vague(article: Article, sentence: Sentence, number: int, *, is_named: bool = False) -> list[Quantity]:
    found = []
    for match in patterns.VAGUE.finditer(article.text, sentence.start, sentence.end):
        unit, end = find_unit(article, sentence, match.end(), is_strong=False)
        head = unit.split()[-1].casefold() if unit else ""
        word = " ".join(match.group("v").casefold().split())
        counted = is_counted(head) or (unit == "?" and hangs_on(article, sentence, match.start(), match.end()))
        if is_named:
            found.append(Quantity(match.start(), end, None, None, unit, number, word, "vague-number", is_vague=True))
            continue
        if word == "several" and not (is_counted(head) and patterns.VERBS_AFTER.match(article.text, end)):
            continue
        is_many = word != "several" and head not in lexicon.words("uncounted") and is_plural(head)
        if counted or is_many:
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
        modifier = (match.group("mod") or "").casefold()
        low = (
            None
            if re.search(r"than|under|below|up to|at most", modifier) and not re.fullmatch(patterns.LOW, modifier)
            else value
        )
        high = None if re.fullmatch(patterns.LOW, modifier) else value
        word, is_about = match.group(), bool(modifier)
        found.append(Quantity(match.start(), match.end(), low, high, "ratio", number, word, "ratio", is_about=is_about))
    return found
