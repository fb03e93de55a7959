"""Stage 8: who mediates, by whatever words: brokered, hosted, good offices, guarantors, `thanks to the efforts of`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.agreeing import agreement_frames as frames
from factsheet.extraction.agreeing import agreement_mediation_words as cues
from factsheet.extraction.agreeing.party_lists import Parties
from factsheet.extraction.agreeing.party_roles import Party
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Article, Span

_POSSESSOR: Final = 24
_RELATIVE: Final = 60
_BESIDE_NAME: Final = 120


def _as(words: str, parties: Sequence[Party]) -> list[Party]:
    """Return parties with the part that the words give them: guarantor or witness."""
    part = "guarantor" if "guarant" in words else "witness" if "witness" in words else ""
    return [replace(party, part=part) for party in parties]


class Mediation:
    """Reads who mediates out of stretches of the text."""

    def __init__(self, article: Article, entities: Sequence[Entity], parties: Parties) -> None:
        self.article = article
        self.entities = entities
        self.parties = parties

    def read(self, number: int, low: int, high: int) -> list[Party]:
        """Return who mediates in a stretch of a sentence."""
        text = self.article.text
        if not cues.SIGNAL.search(text, low, high) or not any(
            pattern.search(text, low, high)
            for pattern in (frames.PEACE, cues.BY, cues.UNDER, cues.THANKED, cues.TOGETHER)
        ):
            return []
        found = self._framed(number, low, high)
        for match in cues.ACTIVE.finditer(text, low, high):
            found += _as(match.group(), self._actors(match, number))
            joined = cues.JOINED.match(text, match.end(), high)
            found += self._listed(joined.end(), number) if joined else []
        for match in cues.SEVERAL.finditer(text, low, high):
            found += _as(match.group(), self.parties.subject(match.start(), number, mediating=True))
        found += self._explained(low, high)
        roles = self.parties.items.roles_of(number)
        for match in cues.NATIONAL.finditer(text, low, high):
            is_title = any(role[0] <= match.start() and match.end() <= role[1] for role in roles)
            found += [] if is_title else self._named(match.group("who"), match.span("who"))
        for match in cues.HYPHEN.finditer(text, low, high):
            if cues.STRONG_HYPHEN.search(match.group()) or cues.TALKS.match(text, match.end()):
                found += self._named(match.group("who"), match.span("who"))
        return found

    def _framed(self, number: int, low: int, high: int) -> list[Party]:
        """Return who is named in a list after or between set words: `brokered by`, `with X as guarantor`."""
        text = self.article.text
        found: list[Party] = []
        for pattern in (cues.BY, cues.UNDER, cues.HELPED, cues.BESIDE):
            for match in pattern.finditer(text, low, high):
                listed = _as(match.group(), self._listed(match.end(), number))
                found += listed if not match.group().startswith("negotiated") or len(listed) == 1 else []
        for pattern in (cues.THANKED, cues.ACTING):
            for match in pattern.finditer(text, low, high):
                span = match.span("who") if match.group("who") else match.span("who2")
                found += _as(match.group(), self._listed(span[0], number, limit=span[1]))
        for match in cues.ANNOUNCED.finditer(text, low, high):
            found += [p for p in self._listed(match.end(), number) if p.entity and frames.ENVOY.search(p.entity.role)]
        return found

    def _listed(self, start: int, number: int, *, limit: int | None = None) -> list[Party]:
        found = self.parties.listed(start, number, mediating=True)
        return [party for party in found if limit is None or party.span[1] <= limit + 1]

    def _actors(self, verb: re.Match[str], number: int) -> list[Party]:
        """Return the subject of a verb of mediating, unless something else stands between them."""
        text = self.article.text
        sentence = self.article.sentences[number]
        if (
            not verb.group().endswith("together")
            and cues.WEAK.match(verb.group())
            and not frames.PEACE.search(text.replace("\n", " "), verb.start(), min(sentence.end, verb.end() + 90))
        ):
            return []
        if verb.group() == "negotiated":
            before = text[max(sentence.start, verb.start() - _RELATIVE) : verb.start()]
            single = self.parties.subject(verb.start(), number, mediating=True)
            is_relative = re.search(r"\b(?:that|which)\s+[A-ZÀ-Þ][^,.;]*$", before)
            return (
                single
                if is_relative and len(single) == 1 and single[0].entity and single[0].entity.sort == "place"
                else []
            )
        _, hidden = self.parties.veiled(number)
        is_hidden = any(low <= verb.start() < high for low, high in hidden)
        if (
            re.match(r"\w+ing\b", verb.group())
            and not is_hidden
            and not cues.AUXILIARY.search(text[sentence.start : verb.start()])
        ):
            return self._absolute(verb, number)
        found = self.parties.subject(verb.start(), number, mediating=True)
        if not found:
            return []
        veiled, _ = self.parties.veiled(number)
        between = veiled[found[-1].span[1] - sentence.start : verb.start() - sentence.start]
        return [] if cues.NOT_BETWEEN.search(between) else found

    def _absolute(self, verb: re.Match[str], number: int) -> list[Party]:
        """Return who stands before a participle: `signed in Estoril, Portugal acting as mediator`."""
        sentence = self.article.sentences[number]
        veiled, _ = self.parties.veiled(number)
        starts = [m.end() for m in cues.ABSOLUTE.finditer(veiled, 0, verb.start() - sentence.start)]
        if not starts:
            return []
        for start in starts:
            found = self._listed(sentence.start + start, number)
            found = [party for party in found if party.span[1] <= verb.start()]
            between = veiled[found[-1].span[1] - sentence.start : verb.start() - sentence.start] if found else "-"
            if found and not between.strip():
                return found
        return []

    def _explained(self, low: int, high: int) -> list[Party]:
        found = []
        for match in cues.EXPLAINED.finditer(self.article.text, low, high):
            named = self.parties.speakers.within(max(low, match.start() - 90), match.start())
            people = [pair for pair in named if pair[0][1] >= match.start() - 1][-1:]
            found += [Party(each.name, span, each) for span, each in people] if "whose" not in match.group() else []
            if "whose" in match.group() and people and people[0][1].sort == "person":
                found += self._body_of(people[0][1], people[0][0])
        return found

    def _body_of(self, person: Entity, at: Span) -> list[Party]:
        """Return the country or body of a person `whose government brokered` it; the person with or without it."""
        is_beside = person.role_span is not None and 0 <= at[0] - person.role_span[0] < _BESIDE_NAME
        low, high = (person.role_span if person.role_span and is_beside else at)[0], at[0]
        sentence = self.article.sentences[self.article.sentence_at(at[0])]
        stop = re.search(r"[,.;:]\s[^,.;:]*$", self.article.text[max(sentence.start, low - _POSSESSOR) : low])
        start = max(sentence.start, low - len(stop.group()) + 1 if stop else low - _POSSESSOR)
        named = [p for p in self.parties.speakers.within(start, high) if p[1].sort in {"group", "place"}]
        found = [Party(each.name, where, each) for where, each in named[-1:]]
        for match in re.finditer(r"(?:South |North )?[A-Z][a-z]+", self.article.text[low:high]):
            country = lexicon.demonyms().get(match.group())
            if country and not found:
                found = [
                    self.parties.items.country(country, (low + match.start(), low + match.end())),
                    Party(person.name, at, person),
                ]
        return found or [Party(person.name, at, person)]

    def _named(self, text: str, span: Span) -> list[Party]:
        """Return who is named before `mediators` or `-brokered`: an entity of the article, or a people's country."""
        lead = cues.LEAD_WORDS.match(text)
        start = span[0] + (lead.end() if lead else 0)
        named = [pair for pair in self.parties.speakers.within(start, span[1]) if pair[1].sort in {"group", "place"}]
        found = [Party(each.name, at, each) for at, each in named]
        for match in re.finditer(r"(?:South |North )?[A-Z][a-z]+", self.article.text[start : span[1]]):
            at = (start + match.start(), start + match.end())
            country = lexicon.demonyms().get(match.group())
            if country and not any(other[0] <= at[0] and at[1] <= other[1] for other, _ in named):
                found.append(self.parties.items.country(country, at))
        return found or self._known(self.article.text[start : span[1]], span)

    def _known(self, text: str, span: Span) -> list[Party]:
        """Return the well-known bodies of a hyphened word: `UN-backed`, `African Union-United Nations`."""
        parts = re.split(r"\s+and\s+(?:the\s+)?|[-‑/]|,\s+", text)
        found = []
        for part in parts:
            if part in lexicon.country_names():
                found.append(self.parties.items.country(lexicon.country_names()[part], span))
            elif part in lexicon.organisations():
                names = lexicon.organisations()[part]
                entity = next((e for e in self.entities if any(n.text in names for n in e.names)), None)
                found.append(Party(entity.name if entity else part, span, entity))
        return found

    def envoys(self, roles: str) -> list[Party]:
        """Return the persons whose role is to mediate."""
        return [
            Party(each.name, each.spans[0], each)
            for each in self.entities
            if each.sort == "person" and re.search(rf"\b(?:{roles})\b", each.role.casefold())
        ]
