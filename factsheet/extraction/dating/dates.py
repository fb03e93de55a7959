"""Stage 3: every mention of time in a text, resolved to EDTF by a named rule, with what it was reckoned from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.dating.date_context import Chain, first_entry, is_alone, is_timeline, leads_paragraph
from factsheet.extraction.dating.date_grammar import FORMS, MONTH, WEEKDAY
from factsheet.extraction.dating.date_scene import Reading
from factsheet.extraction.dating.date_values import resolve
from factsheet.extraction.reading.article import Article, Sentence, Span

_NUMBERED: Final = re.compile(
    r"(?:resolution|no\.?|number|decree|law|order|act|article|flight|room)\s+(?:no\.?\s*)?[\d/]*\s*\(?$", re.IGNORECASE
)
_COUNTED: Final = re.compile(
    r"\s+(?!(?:when|and|but|or|to|for|in|on|at|by|the|after|as|with|that|which|who|until|were|was|is|are|has|had|from|before|since|of|over|under|because|while|during|between)\b)[a-z]+(?:s|men|people|children|women)\b"
)
_COUNTED_NOUNS: Final = re.compile(
    r"\s+(?:\w+\s+)?(?:people|civilians|soldiers|fighters|troops|men|women|children|deaths|refugees|families|homes|houses|prisoners|members|weapons|tonnes|tons|kilomet\w+|miles|metres|meters|km|hectares|personnel|police|officers|militants|rebels|victims|casualties|dollars|euros|others|wounded|injured|killed|dead)\b"
)


_NAMED_AFTER: Final = re.compile(
    r"\s+(?:Movement|Brigades?|Martyrs|Battalion|Group|Army|Front|Coalition|Organi[sz]ation|Party|Revolution|Alliance|Forces)\b"
)

_SIGNS: Final = re.compile(
    rf"(?P<month>\b{MONTH})|(?P<weekday>\b{WEEKDAY})|(?P<digit>\d)"
    r"|(?P<part>\b(?:[Ee]arly|[Mm]id|[Ll]ate|end|beginning|start|middle)\b(?!\s+(?:on|in)\b))"
    r"|(?P<season>\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b)"
    r"|(?P<unit>\b(?:minute|hour|day|night|week|fortnight|month|year|decade|centur)\w*)"
    r"|(?P<relative>\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Oo]vernight|[Ww]eekend|[Tt]his|[Ll]ast|[Nn]ext|morning|afternoon|evening)\b)",
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """One mention of time: its place, its EDTF value or ISO 8601 duration, the rule, and what it leans on."""

    start: int
    end: int
    value: str
    kind: str
    rule: str
    anchor: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    form: str
    match: re.Match[str]


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Return the mentions of time in the order of the text."""
    hits = [hit for sentence in article.sentences for hit in _scan(article, sentence)]
    leads = [hit.start for hit in hits if leads_paragraph(article, hit.start, hit.end)]
    chain = Chain(article.published, article.published, article.published)
    is_list = is_timeline(article, leads)
    entries = set(leads) if is_list else set()
    if is_list:
        chain.entry = first_entry(article.published, [hit.match for hit in hits if hit.start in entries])
    found = []
    for hit in hits:
        if (hit.form == "year" and _is_quantity(article, hit)) or _is_named_after(article, hit):
            continue
        if chain.base_paragraph >= 0 and _paragraph(article, hit) != chain.base_paragraph:
            chain.base, chain.base_paragraph = article.published, -1
        reading = resolve(article, chain, hit.form, hit.match, is_entry=hit.start in entries)
        if reading:
            found.append(_mention(article, hit, reading))
            _remember(article, chain, hit, reading, is_entry=hit.start in entries)
    return tuple(found)


def by_sentence(article: Article, dates: Iterable[DateMention]) -> dict[int, list[DateMention]]:
    """Return the dates of each sentence."""
    found: dict[int, list[DateMention]] = {}
    for date in dates:
        found.setdefault(article.sentence_at(date.start), []).append(date)
    return found


def _mention(article: Article, hit: _Hit, reading: Reading) -> DateMention:
    start, end = hit.start, hit.end
    while end > start and article.text[end - 1] in " ,":
        end -= 1
    return DateMention(start, end, reading.value, reading.kind, reading.rule, reading.anchor, reading.reason)


def _scan(article: Article, sentence: Sentence) -> list[_Hit]:
    signs = _find_signs(article.text, sentence.start, sentence.end)
    taken: list[Span] = []
    hits: list[_Hit] = []
    if not signs:
        return hits
    for form in FORMS:
        if form.sign not in signs:
            continue
        for match in form.pattern.finditer(article.text, sentence.start, sentence.end):
            start, end = match.span()
            if start == end or any(start < after and before < end for before, after in taken):
                continue
            taken.append((start, end))
            hits.append(_Hit(start, end, form.name, match))
    return sorted(hits, key=lambda hit: hit.start)


def _find_signs(text: str, start: int, end: int) -> set[str]:
    """Return the kinds of signs of time that a stretch of text shows."""
    signs = {match.lastgroup or "" for match in _SIGNS.finditer(text, start, end)}
    if "unit" in signs:
        signs.add("relative")
    return signs


def _is_quantity(article: Article, hit: _Hit) -> bool:
    """Tell whether four figures are a number of something, or part of a resolution's number."""
    start, end = hit.match.start("y"), hit.match.end("y")
    before, after = article.text[max(0, start - 28) : start], article.text[end : end + 40]
    if _NUMBERED.search(before) or _CLOCK.match(article.text, end):
        return True
    verb = hit.match.groupdict().get("v")
    if not verb and re.search(
        r"(?:about|some|nearly|almost|least|than|around|approximately|to|another|estimated|over)\s$", before
    ):
        return bool(_COUNTED.match(after) or _COUNTED_NOUNS.match(after))
    if hit.match.groupdict().get("part"):
        return False
    return bool(_COUNTED_NOUNS.match(after)) and (verb or "").casefold() not in {"in", "since", "during"}


_WITHIN_NAME: Final = re.compile(r"(?:\s+[A-Z][a-z]+){1,2}" + _NAMED_AFTER.pattern)
_CLOCK: Final = re.compile(r"\s?(?:GMT|UTC|hrs?\b|hours\b(?!\s+(?:of|later))|local\s+time|[A-Z][DS]T\b)")


def _is_named_after(article: Article, hit: _Hit) -> bool:
    """Tell whether a date is the first word of a name: the 14 March Alliance, the 6 April Youth Movement."""
    if _NAMED_AFTER.match(article.text, hit.end):
        return True
    is_definite = article.text[max(0, hit.start - 4) : hit.start].casefold() == "the "
    return is_definite and bool(_WITHIN_NAME.match(article.text, hit.end))


def _opens(article: Article, hit: _Hit) -> bool:
    """Tell whether a whole date and a dash or colon open a paragraph: the mark of a dated report."""
    is_mark = re.match(r"\s*(?:[-–—:]|\()", article.text[hit.end : hit.end + 4])
    return bool(is_mark) and hit.form == "day" and leads_paragraph(article, hit.start, hit.end)


def _paragraph(article: Article, hit: _Hit) -> int:
    return article.sentences[article.sentence_at(hit.start)].paragraph


def _remember(article: Article, chain: Chain, hit: _Hit, reading: Reading, *, is_entry: bool) -> None:
    """Note what later dates may lean on."""
    if reading.day and (reading.day <= article.published or chain.day > article.published):
        chain.day = reading.day
    if reading.parts and (reading.is_explicit or not reading.day):
        chain.told = reading.parts
    if reading.parts and reading.parts[1]:
        chain.month = reading.parts[:2]
    if reading.day and (is_entry or _opens(article, hit)):
        # A dated entry is told from its own day: "on Thursday" in it is the Thursday before that day.
        chain.base, chain.base_paragraph = reading.day, -1 if is_entry else _paragraph(article, hit)
    if reading.parts:
        sentence = article.sentence_at(hit.start)
        if reading.is_explicit and not reading.value.endswith(".."):
            chain.explicit = reading.parts
            chain.explicit_sentence = sentence
            chain.explicit_paragraph = article.sentences[sentence].paragraph
        if is_entry or is_alone(article, hit.start, hit.end):
            chain.entry = reading.parts
        if is_alone(article, hit.start, hit.end):
            year, month, day = reading.parts
            chain.heading_year = None if month else year
            chain.heading = (year, month) if month and not day else None
