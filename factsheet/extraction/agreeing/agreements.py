"""Stage 8: the agreements of an article, each with its date, parties, mediators and place."""

import re
from collections.abc import Sequence
from typing import Final

from factsheet.extraction.agreeing import agreement_frames as frames
from factsheet.extraction.agreeing.agreement_arguments import Agreement
from factsheet.extraction.agreeing.agreement_dating import REACHED
from factsheet.extraction.agreeing.agreement_links import Linker
from factsheet.extraction.agreeing.agreement_mediation import Mediation
from factsheet.extraction.agreeing.agreement_mentions import Seen, find_seen
from factsheet.extraction.agreeing.agreement_sharing import share_mediators, share_versions
from factsheet.extraction.agreeing.agreement_signing import Reading, Signing
from factsheet.extraction.agreeing.party_lists import Parties, dedupe
from factsheet.extraction.agreeing.party_roles import NEVER, Party
from factsheet.extraction.dating.dates import DateMention, by_sentence
from factsheet.extraction.naming.entities import Entity, Mention
from factsheet.extraction.reading.article import Article

_CROWDED: Final = 8
_ECHO_REACH: Final = 4
_GOVERNS: Final = re.compile(r"\b(?:government|authorities|army|junta)\b", re.IGNORECASE)
_REBELS: Final = re.compile(
    r"\b(?:rebel|armed|opposition|militant|insurgent|guerrilla|separatist)\s+(?:(?:group|faction|movement)s?|army|alliance|coalition|militia)$|^militia$",
    re.IGNORECASE,
)


def find_agreements(
    article: Article, entities: Sequence[Entity], mentions: Sequence[Mention], dates: Sequence[DateMention]
) -> list[Agreement]:
    """Return the agreements of an article with what its sentences say of them."""
    seen = find_seen(article, mentions, dates)
    if not seen:
        return []
    return _Reader(article, entities, dates, seen).read()


class _Reader:
    def __init__(
        self, article: Article, entities: Sequence[Entity], dates: Sequence[DateMention], seen: Sequence[Seen]
    ) -> None:
        self.article = article
        self.parties = Parties(article, entities)
        self.signing = Signing(article, self.parties, by_sentence(article, dates))
        self.mediation = Mediation(article, entities, self.parties)
        self.seen = seen
        self.linker = Linker(
            article, frozenset(name.text for each in entities if each.sort == "place" for name in each.names)
        )
        self.by_sentence: dict[int, list[Seen]] = {}
        for each in seen:
            self.by_sentence.setdefault(each.sentence, []).append(each)

    def read(self) -> list[Agreement]:
        """Return the agreements, in the order of the text."""
        self._link()
        agreements = [Agreement(instrument) for instrument in self.linker.instruments]
        if not agreements:
            return []
        for agreement in agreements:
            self._fill(agreement, self.linker.readings[id(agreement.instrument)])
        share_mediators(self.article, self.mediation, agreements)
        for agreement in agreements:
            agreement.mediators = dedupe(sorted(agreement.mediators, key=lambda party: party.part == "witness"))
            agreement.parties = self._bound(agreement, self.linker.readings[id(agreement.instrument)])
        share_versions(agreements)
        return agreements

    def _bound(self, agreement: Agreement, readings: Sequence[Reading]) -> list[Party]:
        """Return the parties: the first pair that is named, leaving out who mediates; else one by one."""
        taken = {party.text for party in agreement.mediators}
        lists = [
            _without_onlookers([party for party in dedupe(reading.parties) if party.text not in taken])
            for reading in readings
        ]
        pairs = [_without_sides(each) for each in lists if len(each) > 1]
        if not pairs:
            return dedupe(party for each in lists for party in each)
        pairs[0] = self._with_names(pairs[0], lists)
        named = next((each for each in pairs if sum(_is_body(party) for party in each) > 1), None)
        if named and not any(party.entity for party in pairs[0]):
            return [*(p for p in pairs[0] if _GOVERNS.search(p.text)), *named]
        return pairs[0]

    def _with_names(self, parties: list[Party], lists: Sequence[list[Party]]) -> list[Party]:
        """Put a body that is named later for `the largest rebel faction`, where one is."""
        known = {party.text for party in parties}
        later = [party for each in lists for party in each if party.text not in known]
        bodies = [party for party in later if party.entity and party.entity.sort == "group"]
        bodies += [
            Party(each.name, span, each)
            for party in later
            if party.entity and party.entity.sort == "person"
            for span, each in self.parties.persons.within_role(party.entity)
            if each.sort == "group"
        ]
        names = [party for party in dedupe(bodies) if not _GOVERNS.search(party.text)]
        roles = [party for party in parties if party.entity is None and _REBELS.search(party.text)]
        if len(roles) != 1:
            return parties
        names = names or self.parties.items.sides_after(roles[0], {party.text for party in parties})
        if not names or (roles[0].text.endswith("s") and len(names) == 1):
            return parties
        return dedupe(each for party in parties for each in (names if party is roles[0] else [party]))

    def _link(self) -> None:
        """Go through the mentions and echoes in the order of the text."""
        pending: list[tuple[int, Reading]] = []
        for number in range(len(self.article.sentences)):
            here = self.by_sentence.get(number, [])
            if len(here) > _CROWDED:
                for each in here:
                    self.linker.add(each, Reading())
                continue
            for each in here:
                reading = self.signing.read(each, [o.span for o in here if o is not each])
                owner = self.linker.add(each, reading)
                if owner is not None:
                    near = [told for at, told in pending if number - at <= _ECHO_REACH]
                    self.linker.readings[id(owner)] += near
                    pending = []
                if reading.parties:
                    self.parties.pairs.last = reading.parties
            if not here:
                echoed = self._echo(number)
                if echoed and not self.linker.instruments:
                    pending.append((number, echoed))

    def _echo(self, number: int) -> Reading | None:
        """Read a sentence that speaks of the last agreement without naming it: `it was signed in Oslo`."""
        sentence = self.article.sentences[number]
        echo = frames.ECHO.search(self.article.text, sentence.start, sentence.end)
        if not echo and not self.linker.instruments and self._is_named_next(number):
            echo = frames.AGREED.search(self.article.text, sentence.start, sentence.end)
        if not echo or frames.OTHER_PAPER.search(self.article.text, sentence.start, sentence.end):
            return None
        pronoun = re.search(r"\b[Ii]t\b|\b[Tt]his\b|\b[Tt]he\s+\w+", echo.group())
        span = (
            (echo.start() + pronoun.start(), echo.start() + pronoun.end()) if pronoun else (echo.start(), echo.start())
        )
        seen = Seen(span, span, "the", number, is_named=False, words="it")
        reading = self.signing.read(seen, [])
        if self.linker.instruments:
            last = self.linker.current()
            if number - last.mentions[-1].sentence <= _ECHO_REACH:
                last.echoes.append(seen)
                self.linker.readings[id(last)].append(reading)
        return reading

    def _is_named_next(self, number: int) -> bool:
        """Tell whether the sentences after this one speak of `the agreement`, which this one then tells of."""
        following = [each for near in (number + 1, number + 2) for each in self.by_sentence.get(near, [])]
        return bool(following) and following[0].determiner in {"the", "this", "their"}

    def _fill(self, agreement: Agreement, readings: Sequence[Reading]) -> None:
        """Take the surest date and the first place."""
        best: Reading | None = None
        for reading in readings:
            if reading.date and (best is None or self._is_better(reading, best)):
                best = reading
        agreement.date, agreement.rank = (best.date, best.rank) if best else (None, 0)
        agreement.effective = next((reading.effective for reading in readings if reading.effective), None)
        agreement.place = next((reading.place for reading in readings if reading.place), None)

    def _is_better(self, one: Reading, other: Reading) -> bool:
        if one.date is None or other.date is None:
            return other.date is None
        mine, theirs = _fineness(one.date.value), _fineness(other.date.value)
        if one.rank > other.rank and mine >= theirs:
            return True
        return mine > theirs and one.date.value[:4] == other.date.value[:4] and one.rank >= min(other.rank, REACHED)


def _without_onlookers(parties: list[Party]) -> list[Party]:
    """Leave out courts, media and unions of states, unless one makes an agreement with a single other."""
    kept = [party for party in parties if not (party.entity and NEVER.search(party.entity.name))]
    return parties if len(kept) == 1 and len(parties) > 1 else kept


def _without_sides(parties: list[Party]) -> list[Party]:
    """Leave out `the rival parties` beside parties that are named."""
    named = [party for party in parties if party.entity or not re.search(r"\b(?:parties|sides|camps)$", party.text)]
    return named if len(named) > 1 else parties


def _is_body(party: Party) -> bool:
    return party.entity is not None and party.entity.sort != "person"


def _fineness(value: str) -> int:
    """Return how much a date tells: a day more than a month, a span of days less than a month."""
    return 0 if "/" in value or "[" in value else len(value.rstrip("~?%"))
