"""Stage 4 for bodies without a name of their own (`the Indonesian military`), and the dateline's place."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from functools import cache
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.entities import Entity, Mention, Name
from factsheet.extraction.reading.article import Article, Span, tidy

_BODIES: Final = r"governments?|army\s+command|military\s+command|high\s+command|army|military|air\s+force|navy|police|parliament|authorities|presidency|foreign\s+ministry|defen[cs]e\s+ministry|interior\s+ministry|health\s+ministry|armed\s+forces|security\s+forces|forces|troops|general\s+staff|news\s+agency(?!\s+[A-Z])|junta|regime"
_LOOSE: Final = listed("forces troops authorities regime")
_MIDDLE: Final = r"(?:federal|central|transitional|interim|internationally[\s-]recogni[sz]ed|national|new|military|provisional|caretaker|ruling|state)"
_OWN_NAMED: Final = frozenset({"army", "police", "armed forces", "security forces"})
_SIGN: Final = re.compile(
    r"government|army|military|force|navy|police|parliament|authorities|presidency|ministry|troops|junta|regime|"
    r"coalition|alliance|peshmerga|janjaweed"
)
_SECOND: Final = re.compile(r"/(?P<place>[A-ZÀ-Þ]{4,})(?=,)")
_BESIDE: Final = re.compile(r",\s(?P<place>[A-ZÀ-Þ][a-zà-þ]+(?:\s[A-ZÀ-Þ][a-zà-þ]+)?)\s*(?:—|–|--|-\s|\()")
_DATELINE: Final = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][\w'’.-]*(?:[\s,/]+(?:(?:of|the|al|de|el)\s+)?[A-ZÀ-Þ][\w'’.-]*){0,5})\s*(?:,|\(|—|–|--|-(?=\s))"
)
_PLAIN: Final = re.compile(r"(?P<place>[A-ZÀ-Þ]{3,}(?:[ ,/-][A-ZÀ-Þ]{2,}){0,4})\s+\d{4}-\d\d-\d\d\s*")
_AFTER_PLACE: Final = re.compile(r"[\s,]*(?:\(|\[)?(?:[A-Z][a-z.]+\s+\d{1,2}|\d{1,2}\s+[A-Z]|--|—|–|-\s|_\s|\([A-Z])")


@cache
def _pattern() -> re.Pattern[str]:
    demonyms = "|".join(sorted(map(re.escape, lexicon.demonyms()), key=lambda word: (-len(word), word)))
    places = "|".join(
        sorted(map(re.escape, {*lexicon.country_names(), *lexicon.capitals()}), key=lambda word: (-len(word), word))
    )
    return re.compile(
        rf"(?<![\w.-])(?P<first>U\.S\.|US|UK|{demonyms}|[A-Z][a-z]{{2,}}(?:ian|an|ese|ish|i))(?:\s+and\s+(?P<second>{demonyms}))?\s+(?:{_MIDDLE}\s+)*(?P<body>{_BODIES})\b(?!-)"
        rf"|\b(?P<place>{places})['’]s\s+(?:{_MIDDLE}\s+)*(?P<own>{_BODIES})\b(?!-)"
        rf"|\b(?P<of>[Gg]overnment)\s+of\s+(?:the\s+)?(?P<state>{places})\b"
        rf"|\b(?P<capital>{places})\s+government\b"
        rf"|\bgovernment\s+in\s+(?P<seat>{places})\b"
        r"|\b(?P<lead>[A-Z][\w.]*[-‐‑](?:led|backed)\s+(?:\w+\s+)?(?:coalition|alliance))\b"
        r"|\b(?P<plain>peshmerga|janjaweed)\b"
    )


def find_generic(article: Article) -> list[Entity]:
    """Return states' bodies that are named by the state: they are groups, though not by a name of their own."""
    found: dict[str, Entity] = {}
    matches = (
        match
        for sentence in article.sentences
        if _SIGN.search(article.text, sentence.start, sentence.end)
        for match in _pattern().finditer(article.text, sentence.start, sentence.end)
    )
    for match in matches:
        body = tidy(match.group("body") or match.group("own") or "government").casefold()
        for text in _names(match, body):
            entity = found.setdefault(
                text.casefold(), Entity("group", [Name(text, "state-body", [])], "medium", "state-body")
            )
            entity.names[0].spans.append(match.span())
            is_owned = bool(match.group("own")) and "ministry" not in body and body not in _OWN_NAMED
            is_loose = (
                body.replace(" ", "_") in _LOOSE or is_owned or bool(match.group("seat")) or body == "governments"
            )
            entity.is_generic = is_loose
    return list(found.values())


def _names(match: re.Match[str], body: str) -> list[str]:
    if match.group("second"):
        single = body.removesuffix("s") if body == "governments" else body
        return [f"{match.group('first')} {single}", f"{match.group('second')} {single}"]
    return [tidy(match.group())]


def find_dateline(article: Article) -> Span | None:
    """Return the place a report is dated from: `HELSINKI (August 16) --`, `Addis Ababa, 9 May 2014 -`."""
    for start, end in article.paragraphs[:6]:
        plain = _PLAIN.fullmatch(article.text[start : min(end, start + 90)])
        if plain:
            return start, start + plain.end("place")
        match = _DATELINE.match(article.text[start : min(end, start + 90)])
        if not match or not _AFTER_PLACE.match(article.text, start + match.end("place")):
            continue
        place = match.group("place").split(",")[0].split("/")[0].strip()
        is_listed = place in lexicon.places() or place.title() in lexicon.places()
        opens = re.search(
            r"\s(?:--|—|–|-|_)\s|[a-zA-Z](?:—|--)[A-Z]|\)\s*:", article.text[start : min(end, start + 90)]
        )
        if is_listed or (place.isupper() and opens and len(place) > 3):  # noqa: PLR2004 - a small count, told by its line
            return start, start + len(place)
    return None


def find_second_dateline(article: Article, first: Span) -> Span | None:
    """Return the other place of a report from two: `KYIV/MINSK, Nov 8 -`."""
    match = _SECOND.match(article.text, first[1])
    return match.span("place") if match else None


def find_dateline_region(article: Article, first: Span) -> Span | None:
    """Return the country or region beside the dateline's place: `MOGADISHU, Somalia — `."""
    match = _BESIDE.match(article.text, first[1])
    return match.span("place") if match else None


def as_place(article: Article, span: Span) -> Entity:
    """Return the dateline's place, written as a name is."""
    text = tidy(article.text[slice(*span)])
    name = text.title() if text.isupper() else text
    return Entity("place", [Name(name, "dateline", [span])], "high", "dateline")


def drop_mentions(mentions: list[Mention], span: Span | None) -> list[Mention]:
    """Return the mentions that do not overlap a span."""
    if span is None:
        return mentions
    return [mention for mention in mentions if mention.span[1] <= span[0] or span[1] <= mention.span[0]]
