"""Stage 8: a sentence without what commas, brackets and dashes put into it: subjects and lists stand together."""

import re
from collections.abc import Callable
from typing import Final

from factsheet.extraction.reading.article import Article, Sentence, Span

_QUOTED: Final = re.compile(r"[“\"]([\w-]+(?:\s[\w-]+)?)[”\"]")
_BRACKETS: Final = re.compile(r"\([^()]*\)|\s(?P<dash>[—–-])\s[^—–]{3,160}?\s(?P=dash)(?=\s)")
_RELATIVE: Final = re.compile(
    r",\s+(?:(?:made\s+up|composed|consisting)\s+of\b|comprising\b)|,\s+(?:(?:all|both|some|many|most|one|neither)\s+of\s+)?(?:who|whom|which|whose|where)\b|,\s+(?:since|now|later|subsequently|previously|formerly|then)\s+(?:re)?(?:named|called|known|branded|titled|christened|organi[sz]ed)\b"
)
_PARTICIPLE: Final = re.compile(
    r",\s+(?:(?:jointly|also|formerly|then|now|mainly|largely|both|all|itself)\s+)*(?:"
    r"(?:led|headed|drawn|drafted|struck|forged|crafted|worked|hammered|concluded|due|meant|intended|aimed|backed|mediated|brokered|facilitated|hosted|represented|commanded|based|supported|signed|initiall?ed|reached|agreed|announced|negotiated|sponsored|formed|founded|chaired)"
    r"(?=\s+(?:(?:jointly|up|out|partly|late|early)\s+)?(?:by|in|at|on|to|for|from|under|after|against|between|with|last|yesterday|today|here|there|\w+\s+(?:days?|weeks?|months?|years?)\s+(?:ago|later|before))\b)"
    r"|known|called|named|alias|dubbed|meeting|representing|acting|speaking|comprising|consisting|including|among|accompanied|flanked|alongside|formerly|once|long|together\s+with|like|such\s+as)\b"
)
_APPOSED: Final = re.compile(
    r",\s+(?=(?:the|a|an|his|her|its|their|one\s+of|himself|herself|former|deputy|head|leader|chairman|chairwoman|president|chief|commander|secretary|spokesman|founder|part|home|aged?|now|then|back|currently|\d\d(?=,))\b)"
)
_NEXT: Final = re.compile(r"\s+(?:and\s+)?(?:by\s+)?(?:the\s+|a\s+)?[A-ZÀ-Þ]")
_OFFICE: Final = re.compile(
    r"\b(?:representative|envoy|secretary|minister|president|leader|head|chief|chairman|commander|spokes\w+|director|ambassador|adviser)\b",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|said|says|told|signed|reached|agreed|announced|declared|met|accused|called|took|began|held|made)\b"
)


Named = Callable[[int, int], int]
"""Tells where someone ends who is named, by name or role, from an offset on; 0 where none is."""


def veil(article: Article, sentence: Sentence, named: Named, is_end: Callable[[int], bool]) -> tuple[str, list[Span]]:
    """Return a sentence with its insertions blanked, letter for letter, and where they stood (by offset in the text).

    `named` finds who begins at an offset, `is_end` tells whether someone is named right before one.
    """
    text = article.text[sentence.start : sentence.end]
    text = _QUOTED.sub(lambda quoted: f" {quoted.group(1)} ", text)
    spans: list[Span] = []

    def blank(start: int, end: int) -> None:
        nonlocal text
        spans.append((start, end))
        text = text[:start] + " " * (end - start) + text[end:]

    for match in _BRACKETS.finditer(text):
        blank(*match.span())
    for match in _RELATIVE.finditer(text):
        if text[match.start()] == ",":
            blank(match.start(), _close(text, match.end()))
    for match in _APPOSED.finditer(text):
        if text[match.start()] != "," or not is_end(sentence.start + len(text[: match.start()].rstrip())):
            continue
        end = _close_apposition(
            text,
            match.end(),
            lambda low, high: max(0, named(sentence.start + low, sentence.start + high) - sentence.start),
        )
        if end:
            blank(match.start(), end)
    for match in _PARTICIPLE.finditer(text):
        end = _close(text, match.end())
        if text[match.start()] == "," and (text[end - 1] == "," or text[end : end + 1] == ";"):
            blank(match.start(), end)
    return text, [(sentence.start + start, sentence.start + end) for start, end in spans]


def _close(text: str, start: int) -> int:
    """Return where a clause that began after a comma ends: at a comma that does not only go on with a list in it."""
    at = start
    while True:
        comma = re.compile(r"[,;](?=\s)|[;:]").search(text, at)
        if comma is None:
            stop = re.search(r"[.!?”\"’]*$", text)
            return stop.start() if stop else len(text)
        following = re.compile(r"[^,;]*").match(text, comma.end())
        rest = following.group() if following else ""
        if comma.group() == ";" or _VERB.search(rest) or not _NEXT.match(rest):
            return comma.end() if comma.group() == "," else comma.start()
        at = comma.end()


def _close_apposition(text: str, start: int, named: Named) -> int:
    """Return where an apposition ends, or 0 where the comma goes on with a list or a clause."""
    end = re.compile(r"[^,;:“”\"]*").match(text, start)
    stop = end.end() if end else start
    body = text[start:stop]
    is_closed = stop < len(text) and text[stop] in ",;"
    first = re.match(r"(?:the|a|an|its|his|her|their)\s+", body)
    low = start + (first.end() if first else 0)
    is_one = re.match(r"an?\s", body) is not None
    who = 0 if is_one else named(low, stop) or named(start, stop)
    if who and re.fullmatch(r"[\s.!?”\"]*(?:\s+and\b.*)?", text[who:stop], re.DOTALL):
        return 0
    is_proper = first and re.match(r"[A-ZÀ-Þ]", body[first.end() :]) and not _OFFICE.search(body)
    if is_proper and not is_closed and " and " in body:
        return 0
    plain = re.split(r"\b(?:who|which|that|whose)\b", body)[0]
    if _VERB.search(plain) or (not is_closed and stop < len(text) and text[stop] == ":"):
        return 0
    if is_closed and text[stop] == ";":
        return stop
    return stop + 1 if is_closed else stop - (len(body) - len(body.rstrip(' .!?”"')))
