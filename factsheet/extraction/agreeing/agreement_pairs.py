"""Stage 8: whom `the two sides`, `both leaders` and `they` speak of: the pair that was named before."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

from factsheet.extraction.agreeing.party_roles import Party, is_side
from factsheet.extraction.reading.article import Article, Span

SIDES: Final = re.compile(
    r"(?:(?:leaders|representatives|members|delegates|delegations|commanders|officials|officers)\s+(?:of|from)\s+)?(?:[A-Z]\w+['’]s?\s+)?(?:(?:the|these|those|both|its|their|all|of)\s+)*(?P<kind>(?:(?:two|both|warring|rival|opposing|main|former|three|four|old|bitter|contending|conflicting|belligerent|negotiating|signatory|armed|nuclear|bigger|smaller|longtime|feuding)\s+(?:(?-i:[A-Z])[a-z]+\s+)?)*(?P<noun>sides|parties|rivals|leaders|men|foes|factions|groups|camps|countries|neighbou?rs|belligerents|adversaries|enemies|delegations|governments|nations|armies|signatories|presidents|generals|protagonists|movements|states|forces|communities|teams|negotiators|commanders))\s*",
    re.IGNORECASE,
)
PRONOUN: Final = re.compile(r"(?:they|both|the\s+two|both\s+of\s+them|each)\s*", re.IGNORECASE)
_PEOPLE: Final = re.compile(r"(?:leaders|men|presidents|generals|commanders)$", re.IGNORECASE)
_STATES: Final = re.compile(r"(?:countries|neighbou?rs|nations|states)$", re.IGNORECASE)
_BODIES: Final = re.compile(
    r"(?:camps|factions|groups|delegations|governments|armies|movements|forces)$", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\bbetween\s+")
_DELEGATIONS: Final = re.compile(
    r"\b[Jj]oint\s+(?:[Cc]ommuniqu[eé]|[Ss]tatement|[Dd]eclaration)\s+(?:of|by)\s+|\b(?:delegations|representatives|delegates|leaders|negotiators)\s+(?:of|from)\s+"
)
_VERB: Final = re.compile(
    r"\b(?:has|have|had|were|are|was|is|will|would|signed|agreed|reached|met|announced|declared|said|fought|accused|held|began|resumed|concluded|initiall?ed|shook|struck|came|hope|say|accuse|blame|blamed|remain|agree|sign|vowed|pledged|exchanged)\b"
)
_FOES: Final = re.compile(r"\b(?:accus|blam|fought|battl)\w*\s+(?:against\s+)?")
_REACH: Final = 12
_FEW: Final = 3
_AHEAD: Final = 2

Lister = Callable[..., list[Party]]


class Pairs:
    """Finds the last pair of actors named before a place in the text."""

    def __init__(self, article: Article, listed: Lister, subject: Lister) -> None:
        self.article = article
        self._listed = listed
        self._subject = subject
        self._is_reading = False
        self.last: list[Party] = []

    @cached_property
    def _found(self) -> tuple[tuple[int, int, tuple[Party, ...]], ...]:
        """Return every pair in order: where its reading begins, its sentence, who they are."""
        self._is_reading = True
        found: list[tuple[int, int, tuple[Party, ...]]] = []
        for number, sentence in enumerate(self.article.sentences):
            starts: list[tuple[int, Sequence[Party]]] = [
                (match.end(), self._listed(match.end(), number, needs_two=True))
                for match in _BETWEEN.finditer(self.article.text, sentence.start, sentence.end)
            ]
            starts += [
                (match.end(), self._listed(match.end(), number, needs_two=True))
                for match in _DELEGATIONS.finditer(self.article.text, sentence.start, sentence.end)
            ]
            foes = _FOES.search(self.article.text, sentence.start, sentence.end)
            if foes:
                starts.append(
                    (sentence.start, [*self._subject(foes.start(), number)[:1], *self._listed(foes.end(), number)[:1]])
                )
            verb = _VERB.search(self.article.text, sentence.start, sentence.end)
            if verb:
                subject = self._subject(verb.start(), number)
                together = re.compile(r"\bwith\s+").search(
                    self.article.text, verb.end(), min(sentence.end, verb.end() + 90)
                )
                if len(subject) == 1 and together:
                    subject = [*subject, *self._listed(together.end(), number)[:1]]
                starts.append((sentence.start, subject))
            found += [(at, number, tuple(who)) for at, who in starts if len(who) > 1 and _is_pair(who)]
        self._is_reading = False
        return tuple(sorted(found, key=lambda pair: pair[0]))

    def before(self, span: Span, kind: str = "") -> list[Party]:
        """Return the pair that `the two sides` are: the last one named before them, of the sort of the noun."""
        if self._is_reading:
            return []
        number = self.article.sentence_at(span[0])
        ends = bisect_left(self._found, (span[0], 0, ()))
        for _, sentence, who in reversed(self._found[:ends]):
            if number - sentence > _REACH:
                break
            chosen = [party for party in who if _suits(party, kind) and party.span[1] <= span[0]]
            if len(chosen) > 1:
                return chosen
        if len(self.last) > 1:
            return [party for party in self.last if _suits(party, kind)]
        for _, sentence, who in self._found[ends:]:
            chosen = [party for party in who if _suits(party, kind)]
            if sentence - number <= _AHEAD and len(chosen) > 1:
                return chosen
        return []


def _is_pair(who: Sequence[Party]) -> bool:
    """Tell whether these may be the sides of something: not a list of countries that look on."""
    states = [party for party in who if party.entity is not None and party.entity.sort == "place"]
    onlookers = [p for p in who if p.entity is not None and p.entity.sort == "group" and not is_side(p.entity)]
    return len(onlookers) < len(who) and (len(states) < len(who) or len(who) <= _FEW)


def _suits(party: Party, kind: str) -> bool:
    if _PEOPLE.search(kind):
        return party.entity is not None and party.entity.sort == "person"
    if _STATES.search(kind):
        return party.entity is not None and party.entity.sort == "place"
    if _BODIES.search(kind):
        return party.entity is None or party.entity.sort != "person"
    return True
