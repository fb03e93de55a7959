"""Stage 8: mediators given to the agreements that their sentences speak of, and what agreements have in common."""

import re
from collections.abc import Sequence
from typing import Final

from factsheet.extraction.agreeing import agreement_frames as frames
from factsheet.extraction.agreeing.agreement_arguments import Agreement
from factsheet.extraction.agreeing.agreement_links import OLDER
from factsheet.extraction.agreeing.agreement_mediation import Mediation
from factsheet.extraction.reading.article import Article, Span

_CROWDED: Final = 8
_REACH: Final = 4
_PAST: Final = re.compile(
    r"\b(?:[Pp]revious|[Ss]imilar|[Ee]arlier|[Pp]ast|[Ff]ormer)\s+(?:\w+\s+)?(?:agreements|accords|truces|ceasefires?|cease-fires?|deals|pacts|rounds|attempts|efforts|initiatives)\b"
)
_CLAUSE: Final = re.compile(r"\b(?:after|when|before|while|since)\b")
_VERSION: Final = re.compile(
    r"\b(?:first|original|initial|earlier|previous|preliminary|former)\s+(?:\w+\s+)?(?:agreement|accord|version|deal|pact|draft|text|protocol|ceasefire|truce)",
    re.IGNORECASE,
)

Told = dict[int, list[tuple[Span, Agreement]]]
"""The mentions in each sentence, in order, with their agreements."""


def share_mediators(article: Article, mediation: Mediation, agreements: Sequence[Agreement]) -> None:
    """Give each agreement the mediators that its sentences name, and those of sentences about talks near it."""
    told = _told(agreements)
    for number, sentence in enumerate(article.sentences):
        here = told.get(number, [])
        near = [] if here else _near(told, number)
        is_past = not here and _PAST.search(article.text, sentence.start, sentence.end)
        if is_past or not (here or near):
            continue
        for low, high, agreement in _shares(article.text, here, sentence.start, sentence.end):
            found = mediation.read(number, low, high)
            if found:
                owner = agreement or _nearest(near)
                owner.mediators += found
                if re.search(r"\bboth\b", article.text[low:high]):
                    for _, other in here:
                        other.mediators += found if other is not owner else []
    if len(agreements) == 1 or not any(agreement.mediators for agreement in agreements):
        main = agreements[0]
        main.mediators += mediation.envoys("mediator|facilitator|go-between")
    _share_talks(agreements)


def share_versions(agreements: Sequence[Agreement]) -> None:
    """Give an earlier version of an agreement the parties and mediators of the later, where it names none."""
    main = next((each for each in agreements if each.parties), None)
    for one in agreements:
        mentions = one.instrument.mentions
        is_version = any(_VERSION.search(m.words) and m.determiner not in {"a", "an"} for m in mentions)
        if main is None or main is one or not is_version:
            continue
        if OLDER & set(mentions[0].words.casefold().split()):
            one.parties = one.parties or list(main.parties)
            one.mediators = one.mediators or list(main.mediators)


def _told(agreements: Sequence[Agreement]) -> Told:
    spoken = sorted(
        (
            (seen.sentence, seen.span, number)
            for number, agreement in enumerate(agreements)
            for seen in (*agreement.instrument.mentions, *agreement.instrument.echoes)
        ),
    )
    told: Told = {}
    for sentence, span, number in spoken:
        told.setdefault(sentence, []).append((span, agreements[number]))
    return told


def _near(told: Told, number: int) -> list[tuple[int, Agreement]]:
    """Return the agreements spoken of near a sentence, each with how far: after it counts as one further."""
    return [
        (number - at if at < number else at - number + 1, agreement)
        for at in range(number - _REACH, number + _REACH + 1)
        for _, agreement in told.get(at, [])
    ]


def _nearest(near: Sequence[tuple[int, Agreement]]) -> Agreement:
    """Return the agreement that a sentence about talks speaks of: the nearest, but none older than another near it."""
    newest = max((each.date.value for _, each in near if each.date), default="")
    current = [pair for pair in near if not pair[1].date or pair[1].date.value[:7] >= newest[:7]]
    return min(current, key=lambda pair: pair[0])[1]


def _shares(
    text: str, here: Sequence[tuple[Span, Agreement]], start: int, end: int
) -> list[tuple[int, int, Agreement | None]]:
    """Return the stretches of a sentence, each with the agreement it speaks of."""
    if len({id(agreement) for _, agreement in here}) <= 1 or len(here) > _CROWDED:
        return [(start, end, here[0][1] if here else None)]
    stretches: list[tuple[int, int, Agreement | None]] = []
    low = start
    for number, (_, agreement) in enumerate(here):
        high = _boundary(text, here[number][0][1], here[number + 1][0][0]) if number + 1 < len(here) else end
        stretches.append((low, high, agreement))
        low = high
    return stretches


def _boundary(text: str, low: int, high: int) -> int:
    """Return where what is said of the next agreement begins: at the clause in which it is signed, else at itself."""
    clause = _CLAUSE.search(text, low, max(low, high))
    return clause.start() if clause and frames.SIGN.search(text, clause.end(), high) else high


def _share_talks(agreements: Sequence[Agreement]) -> None:
    """Give agreements of the same day the same mediators, unless their parties are others."""
    by_day: dict[str, Agreement] = {}
    for each in agreements:
        if each.date and each.mediators:
            by_day.setdefault(each.date.value, each)
    for each in agreements:
        other = by_day.get(each.date.value) if each.date else None
        if other is not None and not each.mediators and not _are_others(each, other):
            each.mediators = list(other.mediators)


def _are_others(one: Agreement, other: Agreement) -> bool:
    mine, theirs = {party.text for party in one.parties}, {party.text for party in other.parties}
    return bool(mine and theirs) and not mine & theirs
