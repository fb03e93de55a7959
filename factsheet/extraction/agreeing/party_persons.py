"""Stage 8: whether a person takes part as such, or stands for a body: negotiators, ministers, who signs `for the X`."""

import re
from collections.abc import Sequence
from typing import Final

from factsheet.extraction.agreeing import party_words as cues
from factsheet.extraction.agreeing.party_roles import ROLE, Party
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Article, Span, tidy
from factsheet.extraction.speaking.speakers import Speakers

_HEADED: Final = 70
_NAME: Final = 90
_SPANS: Final = 40
_FOR: Final = re.compile(r"\s+(?:(?:signing|acting|speaking)\s+)?(?:for|on\s+behalf\s+of)\s+(?:the\s+)?")
_LEADS: Final = re.compile(
    r"(?:\s+(?:leads|heads|led|headed|chairs|commands)|,\s+(?:the\s+)?(?:leader|head|chairman|chief|commander|president)\s+of)\s+(?:the\s+)?"
)
_PROPER: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?[A-ZÀ-Þ][\w’'-]+)+|[A-Z]{2,6}\b")
_SIDE: Final = re.compile(r"(?:chief\s+|lead\s+)?(?P<side>government|army|junta|opposition|military)\b", re.IGNORECASE)

Named = tuple[Span, Entity]


class Persons:
    """Reads whom the persons of a list stand for."""

    def __init__(self, article: Article, speakers: Speakers) -> None:
        self.article = article
        self.speakers = speakers

    def read(self, pair: Named, groups: Sequence[Named], start: int, *, mediating: bool) -> Party:
        """Return a person, or the body that a negotiator or minister signs for."""
        span, person = pair
        if mediating:
            return Party(person.name, span, person)
        body = self.body_after(span[1])
        if body:
            return body
        is_chief = cues.CHIEF.search(person.role)
        owner = next(
            (g for g in groups if re.fullmatch(r"['’]s\s+(?:[A-Z]\w+\s+)?", self.article.text[g[0][1] : span[0]])), None
        )
        if owner and not is_chief:
            return Party(owner[1].name, owner[0], owner[1])
        before = self.article.text[max(start, span[0] - _HEADED) : span[0]]
        if cues.DELEGATE.search(f"{person.role} {before}") and not is_chief:
            stands = list(groups) or self.within_role(person)
            if stands:
                return Party(stands[0][1].name, stands[0][0], stands[0][1])
            side = _SIDE.match(self.article.text, *person.role_span) if person.role_span else None
            if side:
                return Party(side.group("side"), side.span("side"))
        return Party(person.name, span, person)

    def body_after(self, offset: int) -> Party | None:
        """Return the body for which someone signs who is named right before an offset: `A for the government`."""
        lead = _FOR.match(self.article.text, offset)
        if not lead:
            return None
        for span, each in self.speakers.within(lead.end(), lead.end() + _NAME):
            if span[0] == lead.end() and each.sort == "group":
                return Party(each.name, span, each)
        role = ROLE.match(self.article.text, lead.end(), lead.end() + _NAME)
        if role:
            return Party(role.group("role"), role.span("role"))
        name = _PROPER.match(self.article.text, lead.end(), lead.end() + _NAME)
        return Party(tidy(name.group()), name.span()) if name else None

    def stands_for(self, offset: int) -> bool:
        """Tell whether the `for` or `on behalf of` at an offset follows a person and names a body."""
        start = offset - 1
        people = [pair for pair in self.speakers.within(max(0, start - _NAME), offset) if pair[1].sort == "person"]
        return bool(people) and people[-1][0][1] == start and self.body_after(start) is not None

    def as_bodies(self, start: int, end: int, found: list[Party]) -> list[Party]:
        """Return a list in which one signs `for the X` with the bodies of the others too, where the text tells them."""
        people = [pair for pair in self.speakers.within(start, end) if pair[1].sort == "person"]
        if not any(self.body_after(span[1]) for span, _ in people):
            return found
        return [self._body_of(party.entity) or party if party.entity else party for party in found]

    def _body_of(self, person: Entity) -> Party | None:
        """Return the body that a person leads, by the role or anywhere in the text."""
        if person.sort != "person":
            return None
        named = [pair for pair in self.within_role(person) if pair[1].sort == "group"]
        for span in person.spans[:_SPANS]:
            leads = _LEADS.match(self.article.text, span[1])
            named += (
                [p for p in self.speakers.within(leads.end(), leads.end() + _NAME) if p[0][0] == leads.end()]
                if leads
                else []
            )
        return next((Party(each.name, span, each) for span, each in named if each.sort == "group"), None)

    def within_role(self, person: Entity) -> list[Named]:
        """Return the body that a role names: `head of the JEM delegation`."""
        if not person.role_span:
            return []
        named = self.speakers.within(*person.role_span)
        return [pair for pair in named if pair[1].sort == "group"] or [
            pair for pair in named if pair[1].sort == "place"
        ]
