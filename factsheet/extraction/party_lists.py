"""Stage 8: who is party to something, read from lists and subjects: `X, Y and the government of Z`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.article import Article, Sentence, Span, tidy
from factsheet.extraction.entities import Entity
from factsheet.extraction.speakers import Speakers

_ROLE: Final = re.compile(
    r"\b(?:the\s+|its\s+|two\s+)?(?P<role>(?:(?:rebel|opposition|government|separatist|armed|guerrilla|insurgent|rival|warring|militant|main|largest|federal|transitional|military|interim|ruling|northern|southern|communist|islamist|pro-\w+)\s+)*(?:governments?|rebels|rebel\s+groups?|opposition|separatists|guerrillas|insurgents|army|junta|militants|armed\s+groups?|opposition\s+groups|factions?|paramilitaries))\b(?!['’]|-|\s+(?:leader|commander|spokes\w+|forces|troops|negotiators?|chief|official|officials))"
)
_LIST_END: Final = re.compile(
    r"[.;:()“”\"]|\b(?:said|that|which|who|when|after|before|to\s+(?:end|stop|halt|bring)|in\s+(?:the\s+(?:capital|city|town)|[A-Z]|\d)|on\s+(?:[A-Z]|\d)|at\s+(?:the|a|[A-Z])|will|would|was|were|is|are|has|have|had|for|as|calls?|aimed|aiming|ending|during|under|over|brokered|mediated|facilitated|hosted|chaired|witnessed|sponsored|moderated|grants?|gives|provides|ends|sets|allows|requires|commits|with|signed|collapsed|broke|yesterday|today|last|late|early|earlier)\b"
)
_LOCATIVE: Final = re.compile(
    r"\b(?:in|at|near|from|across|around|of|for|to|on|over|inside|outside|into|by|with|between|under|after)\s+(?:the\s+)?(?:[\w-]+\s+){0,1}$"
)
_REACH: Final = 220


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part: the text, its place, the entity where one is named; `rule` where a provider says so."""

    text: str
    span: Span
    entity: Entity | None = None
    rule: str = ""


class Parties:
    """Reads parties out of lists and subjects."""

    def __init__(self, article: Article, entities: Sequence[Entity]) -> None:
        self.article = article
        self.speakers = Speakers(article, entities)
        self.entities = entities

    def listed(
        self, start: int, sentence: Sentence, *, needs_two: bool = False, mediating: bool = False
    ) -> list[Party]:
        """Return who is named in the list that begins at an offset."""
        stop = min(sentence.end, start + _REACH)
        end = stop
        for match in _LIST_END.finditer(self.article.text, start, stop):
            inside = any(span[0] <= match.start() < span[1] for span, _ in self.speakers.within(start, stop))
            if not inside and not (
                match.group() == "." and match.start() and self.article.text[match.start() - 1].isupper()
            ):
                end = match.start()
                break
        end = self._stop_at_apposition(start, end)
        found = self.inside(start, end, mediating=mediating)
        return found if not needs_two or len(found) > 1 else []

    def _stop_at_apposition(self, start: int, end: int) -> int:
        """Stop a list of one at the comma that explains it: `by X, the envoy of Y`, but not `by X, Y and Z`."""
        match = re.compile(r",\s+(?:the|a|an|his|its|their|whose|former|which|but|while)\s+").search(
            self.article.text, start, end
        )
        if match and not re.search(r",?\s+and\s+(?:the\s+)?[A-Z]", self.article.text[match.end() : end]):
            return match.start()
        return end

    def inside(self, start: int, end: int, *, mediating: bool = False) -> list[Party]:
        """Return the parties of a stretch: groups, states, persons without either, roles without a name.

        Who mediates is the person, where one is named by what they stand for; who is bound is what they stand for.
        """
        text = self.article.text
        named = self.speakers.within(start, end)
        if mediating:
            roles = [each.role_span for _, each in named if each.sort == "person" and each.role_span]
            named = [
                (span, each)
                for span, each in named
                if not any(role[0] <= span[0] and span[1] <= role[1] for role in roles)
            ]
        groups = [(span, each) for span, each in named if each.sort == "group"]
        places = [(span, each) for span, each in named if each.sort == "place" and self._is_actor(start, span, groups)]
        people = [(span, each) for span, each in named if each.sort == "person"]
        free_people = [
            (span, each)
            for span, each in people
            if not any(self._belongs(text, other, span) for other, _ in (*groups, *places))
        ]
        found = [Party(each.name, span, each) for span, each in (*groups, *places)]
        if not found or len(free_people) == len(people):
            found += [Party(each.name, span, each) for span, each in free_people]
        found += self._roles(start, end, [party.span for party in found] + [span for span, _ in named])
        return sorted(found, key=lambda party: party.span)

    def _belongs(self, text: str, other: Span, span: Span) -> bool:
        """Tell whether a person stands with what they stand for: `GAM's prime minister, Malik Mahmud`."""
        return other[1] <= span[0] and len(text[other[1] : span[0]]) < 50 and " and " not in text[other[1] : span[0]]  # noqa: PLR2004 - a small count, told by its line

    def _is_actor(self, start: int, span: Span, groups: list[tuple[Span, Entity]]) -> bool:
        """Tell whether a place acts, as a state does: it stands free, not after `in` and not before a group's name."""
        text = self.article.text
        before = text[max(start, span[0] - 24) : span[0]]
        after = text[span[1] : span[1] + 30]
        if any(other[0] <= span[0] and span[1] <= other[1] for other, _ in groups):
            return False
        if (
            re.match(r"['’]s?\b", after)
            or re.match(r"\s+(?:[A-Z]|envoy|president|senator|ambassador|official|rebel|leader|prime|foreign)", after)
            or re.match(r"-", after)
        ):
            return False
        if re.search(
            r"\b(?:in|at|near)\s+[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?,\s*$", text[max(0, span[0] - 40) : span[0]]
        ):
            return False
        return not _LOCATIVE.search(before) or before.strip() == ""

    def _roles(self, start: int, end: int, taken: list[Span]) -> list[Party]:
        found = []
        for match in _ROLE.finditer(self.article.text, start, end):
            span = match.span("role")
            apposed = any(
                other[1] <= span[0]
                and re.fullmatch(
                    r",\s+(?:once\s+|still\s+)?(?:the|a|an|its)\s+[^,]*", self.article.text[other[1] : span[0]]
                )
                for other in taken
            )
            if not apposed and not any(span[0] < other[1] and other[0] < span[1] for other in taken):
                found.append(Party(tidy(match.group("role")), span))
        return found

    def subject(self, verb: int, sentence: Sentence, *, mediating: bool = False) -> list[Party]:
        """Return who does what the verb at an offset says: the names before it in its clause."""
        text = self.article.text
        start = sentence.start
        for match in re.finditer(
            r"[;:“”\"]|,\s+(?:but|while|when|where|after|and\s+then)\b|\bthat\b|\b(?:when|after|before|because|while|although|as)\b",
            text[sentence.start : verb],
        ):
            start = sentence.start + match.end()
        dateline = re.compile(r"\s(?:--|—|–|-)\s").search(text, start, verb)
        if dateline and dateline.start() - sentence.start < 60:  # noqa: PLR2004 - a small count, told by its line
            start = dateline.end()
        if (mediating and re.search(r"\bwho\b[^,]*$", text[start:verb] + "")) or re.match(
            r"who\b", text[verb : verb + 4]
        ):
            people = [(span, each) for span, each in self.speakers.within(start, verb) if each.sort == "person"]
            return [Party(each.name, span, each) for span, each in people[-1:]]
        commas = [start + m.end() for m in re.finditer(r",\s", text[start:verb])]
        if len(commas) == 1 and re.match(
            r"(?:In|On|At|Under|After|Earlier|Last|During|Following|Since|By|Meanwhile)\b", text[start:].lstrip()
        ):
            start = commas[0]
        return [p for p in self.inside(start, verb) if not self._is_object(p, start)]

    def _is_object(self, party: Party, start: int) -> bool:
        """Tell whether someone is only spoken of inside the subject: `leader of X`, `the conflict in Y`."""
        before = self.article.text[max(start, party.span[0] - 30) : party.span[0]]
        return bool(re.search(r"\b(?:in|from|at|against|to|near|called|attacked|under)\s+(?:the\s+)?$", before))

    def named(self, text: str, span: Span) -> list[Party]:
        """Return the parties that a hyphened word names: `UN-brokered`, `Russian-Turkish`."""
        parts = [part for part in re.split(r"\s+and\s+|(?<=[a-z])-(?=[A-Z])", text) if part]
        found = []
        for part in parts:
            entity = next((each for each in self.entities if any(name.text == part for name in each.names)), None)
            if entity is not None and entity.sort != "person":
                found.append(Party(entity.name, span, entity))
            elif part[0].isupper():
                found.append(Party(part, span))
        return found


def dedupe(parties: Iterable[Party]) -> list[Party]:
    """Return parties, each text once."""
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.text, party)
    return list(kept.values())
