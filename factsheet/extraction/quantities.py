"""Stage 6: numbers of something: bounds, what is counted, what befell it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.article import Article, Sentence, Token
from factsheet.extraction.dates import DateMention
from factsheet.extraction.numbers import NUMBER, read_number
from factsheet.extraction.units import find_unit, is_counted, is_length

_LOW: Final = r"at\s+(?:the\s+very\s+)?least|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|(?:well\s+|far\s+)?more\s+than|(?:well\s+|just\s+)?over|upwards?\s+of|in\s+excess\s+of|above|a\s+minimum\s+of|exceed(?:s|ed|ing)"
_HIGH: Final = r"up\s+to|as\s+many\s+as|as\s+much\s+as|fewer\s+than|less\s+than|(?:just\s+)?under|below|nearly|almost|close\s+to|no\s+more\s+than|not\s+more\s+than|at\s+most|a\s+maximum\s+of|just\s+short\s+of"
_NEAR: Final = r"about|some|around|roughly|approximately|an?\s+estimated|estimated|circa|in\s+the\s+region\s+of"
_PLAIN: Final = r"another|an\s+additional|a\s+further|additional|further|just|only|exactly|a\s+total\s+of|a\s+record|an\s+average\s+of|other|all|barely|a\s+combined|a\s+reported"
_DEFINITE: Final = (
    r"the(?:\s+(?:other|first|last|remaining|same|final))?|these|those|his|her|their|its|our|both|any|every|each"
)
_MODIFIERS: Final = rf"(?P<mod>(?:(?:{_LOW}|{_HIGH}|{_NEAR}|{_PLAIN}|{_DEFINITE})\s+)*)"
_MONEY: Final = r"(?P<money>(?:US)?[$€£]\s?)?"
_SECOND: Final = rf"(?:\s*[-–—]\s*|\s+(?:to|and|or)\s+)(?:[$€£])?(?P<n2>{NUMBER})"
_AFTER: Final = r"(?P<percent>\s?(?:%|per\s?cent\b|percent\b|percentage\s+points?\b))?(?P<plus>\+|\s*-?plus\b|\s+or\s+more\b)?(?P<strong>-strong\b)?(?P<orso>\s+or\s+so\b)?"
_QUANTITY: Final = re.compile(
    rf"(?<![\w./:-])(?P<between>between\s+|from\s+|anywhere\s+between\s+)?{_MODIFIERS}{_MONEY}(?P<n1>{NUMBER})(?:{_SECOND})?{_AFTER}(?![\w/]|[.,:]\d|-(?!strong))",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"\b(?P<mod>(?:at\s+least|more\s+than|many|about|some|perhaps|up\s+to)\s+)?(?P<v>(?:tens|hundreds|dozens|scores|thousands)\s+of\s+(?:thousands|millions|hundreds)|dozens|scores|hundreds|thousands|millions|several\s+(?:dozen|hundred|thousand|million|hundred\s+thousand)|a\s+few\s+(?:dozen|hundred|thousand)|several)\b",
    re.IGNORECASE,
)
_RATIO: Final = re.compile(
    rf"(?:(?P<mod>{_HIGH}|{_LOW}|{_NEAR})\s+)?\b(?P<a>{NUMBER})\s+(?:in\s+every|in|out\s+of(?:\s+every)?)\s+(?P<b>ten|five|four|three|two|100|10|\d{{1,3}})\b(?=\s)",
    re.IGNORECASE,
)
_OUT_OF: Final = re.compile(r"\b(?:in|of)\s+(?:every\s+)?(?:ten|five|four|three|two|\d)", re.IGNORECASE)
_CLOCK: Final = re.compile(
    r"\s?(?:[ap]\.?m\b\.?|GMT|UTC|local\s+time|o['’]clock|hours\s+(?:GMT|local)|noon)", re.IGNORECASE
)
_NUMBERED: Final = re.compile(
    r"(?:\b(?:no\.?|number|nos\.|resolutions?|articles?|art\.|sections?|para(?:graph)?s?\.?|chapters?|page|pp?\.|unit|flight|room|channel|route|highway|camp|aged?|turned|zone|area|group|track|step|phase|psalm|version|vol\.|formula|minsk|at\s+around|since|until|of\s+them,|top)\s+|[#§№]\s?|\b[A-Z]{1,4}-)$",
    re.IGNORECASE,
)
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
    is_vague: bool
    is_about: bool
    word: str
    sentence: int
    rule: str


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


def _figures(article: Article, sentence: Sentence, number: int) -> list[Quantity]:
    found = []
    for match in _QUANTITY.finditer(article.text, sentence.start, sentence.end):
        quantity = _read(article, sentence, number, match)
        if quantity:
            found.append(quantity)
    return found


def _read(article: Article, sentence: Sentence, number: int, match: re.Match[str]) -> Quantity | None:
    text = article.text
    first, second = read_number(match.group("n1")), match.group("n2") and read_number(match.group("n2"))
    if (
        first is None
        or _CLOCK.match(text, match.end())
        or _NUMBERED.search(text, max(0, match.start("n1") - 24), match.start("n1"))
    ):
        return None
    end = match.end()
    if second is not None and not _is_range(match, first, second):
        second = None
        end = match.end("n1")
    if second is not None:
        first = _share_scale(match.group("n1"), match.group("n2"), first, second)
    low, high, is_about = _bounds(match, first, second if isinstance(second, float) else None)
    unit, unit_end = _unit_of(article, sentence, match, end)
    is_counted_before = unit == "?"
    if unit == "?":
        unit = _unit_before(article, sentence, match.start()) or unit
    modifier = " ".join((match.group("mod") or "").casefold().split())
    is_definite = bool(re.search(rf"(?:^|\s)(?:{_DEFINITE})$", modifier))
    if not _is_claim(
        article,
        sentence,
        first,
        unit,
        is_definite=is_definite,
        start=match.start("n1"),
        end=unit_end,
        is_bare=is_counted_before,
    ):
        return None
    start = match.start()
    return Quantity(start, unit_end, low, high, unit, False, is_about, text[start:end].strip(), number, "number")


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
        and first < 1_000 <= second
    ):
        value = read_number(f"1 {scale.group(1)}")
        return first * value if value else first
    return first


_GOVERNS: Final = re.compile(
    r"\b(?:control|controls|controlled|authority|power|sovereignty|sway|hold|grip|rule|flew|fly|flying|dispute|war|spread|jurisdiction)\s+$"
)


def _bounds(match: re.Match[str], first: float, second: float | None) -> tuple[float | None, float | None, bool]:
    modifier = (match.group("mod") or "").casefold()
    if modifier.startswith("over") and _GOVERNS.search(match.string, max(0, match.start() - 24), match.start()):
        modifier = modifier.removeprefix("over")
    is_about = bool(re.search(_NEAR, modifier)) or bool(match.group("orso"))
    if second is not None:
        return first, second, is_about
    if re.search(rf"\b(?:{_HIGH})\b", modifier) and not re.search(r"\bno\s+(?:less|fewer)|not\s+less", modifier):
        return None, first, is_about
    if re.search(rf"\b(?:{_LOW})\b", modifier) or match.group("plus"):
        return first, None, is_about
    return first, first, is_about


def _unit_of(article: Article, sentence: Sentence, match: re.Match[str], end: int) -> tuple[str, int]:
    if match.group("percent"):
        return "percent", match.end("percent")
    if match.group("money"):
        return {"$": "dollars", "€": "euros", "£": "pounds"}[match.group("money").strip()[-1]], end
    return find_unit(article, sentence, end, is_strong=bool(match.group("strong")))


def _is_claim(
    article: Article,
    sentence: Sentence,
    value: float,
    unit: str,
    *,
    is_definite: bool,
    is_bare: bool,
    start: int,
    end: int,
) -> bool:
    """Tell whether a number is worth a claim: of people, arms, acts, land; not of days, pages, parties."""
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
    if is_bare:
        return _hangs_on(article, sentence, start, end) and not is_definite
    if is_small:
        hit = _HIT.search(article.text, max(sentence.start, start - 40), start) or _VERBS_AFTER.match(
            article.text, end, sentence.end
        )
        return (is_counted(head) or bool(hit and head.endswith("s"))) and not is_definite
    if is_definite and value <= _FEW:
        return False
    return is_counted(head) or (bool(head) and head.isalpha() and head.islower())


_NUMBER_OF: Final = re.compile(
    r"\bnumber\s+of\s+(?:(?:its|the|their|his)\s+)?(?P<unit>(?:(?!at\b|to\b|as\b|is\b|was\b|in\b|on\b|who\b|killed\b)[\w-]+\s+){1,4})(?:[\w-]+\s+){0,5}?(?:at|to|as|is|was|of)\s+(?:\w+\s+){0,3}$"
)
_TOLL: Final = re.compile(r"\btoll\s+[^.;]{0,60}?(?:to|at|of|is|was|reached)\s+(?:\w+\s+){0,3}$")


def _unit_before(article: Article, sentence: Sentence, start: int) -> str:
    """Return what is counted where it stands before the number: the number of guerrillas at 5,000."""
    before = article.text[max(sentence.start, start - 110) : start]
    named = _NUMBER_OF.search(before)
    if named:
        return " ".join(named.group("unit").split())
    return "deaths" if _TOLL.search(before) else ""


_VERBS_BEFORE: Final = re.compile(
    r"\b(?:killed|killing|kill|wounded|wounding|injured|injuring|displaced|displacing|captured|arrested|detained|evacuated|rescued|freed|released|toll\s+[^.;]{0,60}?(?:to|at|of|is|was|reached)|number\s+[^.;]{0,60}?(?:at|to|as|is|was|of)|total(?:s|led|ed)?|leaving|left|destroyed|abducted|lost|rose\s+to|risen\s+to|up\s+from|down\s+from|compared\s+(?:with|to)|men\s+to|people\s+to|fighters\s+to)\s+(?:\w+\s+){0,3}$"
)
_HIT: Final = re.compile(
    r"\b(?:destroyed|killed|killing|captured|capturing|seized|arrested|wounded|wounding|abducted|freed|shot\s+down|lost|eliminated|detained|kidnapped|destroying)\s+(?:at\s+least\s+|about\s+|some\s+)?$"
)
_VERBS_AFTER: Final = re.compile(
    r"\s*(?:(?:have|has|had)\s+(?:been\s+)?|were\s+|was\s+|are\s+|been\s+)*(?:others?\s+)?(?:more\s+)?(?:(?:been|were|still|being|since|already|critically|seriously|badly|also|reported|feared)\s+)*(?:killed|dead|wounded|injured|missing|died|displaced|arrested|detained|captured|hurt|fled|abducted|kidnapped|homeless|surrendered|evacuated|hospitali[sz]ed|freed|released|rescued|held|trapped|crossed|returned|sought|taken|lack|need|require|face|remain)\b"
)


def _hangs_on(article: Article, sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a number without a noun is told as the number of victims."""
    before = article.text[max(sentence.start, start - 90) : start]
    after = article.text[end : min(sentence.end, end + 60)]
    if _VERBS_AFTER.match(after):
        return True
    return bool(_VERBS_BEFORE.search(before))


def _vague(article: Article, sentence: Sentence, number: int) -> list[Quantity]:
    found = []
    for match in _VAGUE.finditer(article.text, sentence.start, sentence.end):
        unit, end = find_unit(article, sentence, match.end(), is_strong=False)
        head = unit.split()[-1].casefold() if unit else ""
        word = " ".join(match.group("v").casefold().split())
        counted = is_counted(head) or (unit == "?" and _hangs_on(article, sentence, match.start(), match.end()))
        if word == "several" and not (is_counted(head) and _VERBS_AFTER.match(article.text, end)):
            continue
        if counted or (head and word != "several" and head not in lexicon.words("uncounted") and head.endswith("s")):
            found.append(Quantity(match.start(), end, None, None, unit, True, False, word, number, "vague-number"))
    return found


def _ratios(article: Article, sentence: Sentence, number: int) -> list[Quantity]:
    found: list[Quantity] = []
    if not _OUT_OF.search(article.text, sentence.start, sentence.end):
        return found
    for match in _RATIO.finditer(article.text, sentence.start, sentence.end):
        part, whole = read_number(match.group("a")), read_number(match.group("b"))
        if not part or not whole or part >= whole:
            continue
        value = round(part / whole, 4)
        found.append(
            Quantity(
                match.start(),
                match.end(),
                value,
                value,
                "ratio",
                False,
                bool(match.group("mod")),
                match.group(),
                number,
                "ratio",
            )
        )
    return found


def words_of(tokens: Iterable[Token]) -> list[str]:
    """Return the words of tokens in small letters."""
    return [token.text.casefold() for token in tokens]
