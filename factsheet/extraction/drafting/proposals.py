"""A proposed record while it is drawn up: each value is set together with its evidence."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.agreeing.party_roles import Party
from factsheet.extraction.dating.dates import by_sentence
from factsheet.extraction.drafting.drafts import Evidence
from factsheet.extraction.drafting.holdings import Holdings
from factsheet.extraction.findings import Findings
from factsheet.extraction.lexicon import country_names
from factsheet.extraction.naming.entities import Entity, fold
from factsheet.extraction.naming.gazetteer import Gazetteer
from factsheet.extraction.naming.relations import Relation
from factsheet.extraction.reading.article import Article, Span
from factsheet.extraction.speaking.speakers import Speakers
from factsheet.model import Json, Object

_STATESMAN: Final = re.compile(
    r"\b(?:president|prime minister|premier|king|emir|sultan|chancellor|foreign minister|defen[cs]e minister|secretary of state)\b"
)
_RESERVED: Final = frozenset({"unknown", "none", "withheld"})


@dataclass
class Proposal:
    """A record to propose, and why each of its values is there."""

    kind: str
    id: str
    record: Object
    confidence: str
    why: str
    known: bool = False
    candidates: tuple[str, ...] = ()
    evidence: list[Evidence] = field(default_factory=list)
    notes: list[Evidence] = field(default_factory=list)

    def copy(self, at: str, value: Json, span: Span, rule: str, article: Article, anchor: str = "") -> None:
        """Set a value that is copied, or read by a rule, from a piece of the text."""
        _set(self.record, at, value)
        self.evidence.append(evidence(at, span, rule, article, anchor))

    def give(self, at: str, value: Json, rule: str, anchor: str = "") -> None:
        """Set a value that comes from outside the text, or is computed from other values."""
        _set(self.record, at, value)
        self.evidence.append(Evidence(at, rule, anchor=anchor))

    def note(self, what: str, span: Span, rule: str, article: Article) -> None:
        """Note what the text says and the model has no field for."""
        self.notes.append(evidence(what, span, rule, article, ""))


def evidence(at: str, span: Span, rule: str, article: Article, anchor: str) -> Evidence:
    """Return the evidence of a piece of the text."""
    sentence = article.sentences[article.sentence_at(span[0])] if article.sentences else None
    bounds = (sentence.start, sentence.end) if sentence else None
    return Evidence(at, rule, span[0], span[1], article.text[span[0] : span[1]], bounds, anchor)


def tell_basis(why: str, also: str) -> str:
    """Return what a confidence rests on, with the provider that names the same."""
    return f"{why}; named by {also} too" if also else why


def _set(record: Object, at: str, value: Json) -> None:
    """Put a value at a JSON pointer; lists grow as they are filled."""
    parts = at.split("/")[1:]
    here: Json = record
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        fresh: Json = value if is_last else [] if parts[number + 1].isdigit() else {}
        if isinstance(here, list):
            if int(part) == len(here):
                here.append(fresh)
            elif is_last:
                here[int(part)] = fresh
            here = here[int(part)]
        elif isinstance(here, dict):
            if is_last or part not in here:
                here[part] = fresh
            here = here[part]


class Desk:
    """What the drafting of all kinds shares: the findings, the ids given out, the source."""

    def __init__(
        self, findings: Findings, source: str, gazetteer: Gazetteer | None = None, acting: Sequence[Entity] = ()
    ) -> None:
        self.findings = findings
        self.gazetteer = gazetteer
        self.article = findings.article
        self.dates = by_sentence(findings.article, findings.dates)
        self.source = source
        self.published = findings.article.published.isoformat()
        self._ids: dict[int, str] = {}
        self._states: dict[int, str] = {}
        self.holdings = gazetteer.holdings if gazetteer is not None else Holdings()
        self._taken: set[str] = {source, *self.holdings.ids}
        self._repeats: dict[str, int] = {}
        for entity in findings.entities:
            self._ids[id(entity)] = entity.known or self.new_id(entity.name)
            if entity.sort == "place" and entity.known_kind == "group":
                self._states[id(entity)] = entity.known
        for entity in (*self._acting_countries(), *(each for each in acting if each.sort == "place")):
            if id(entity) not in self._states:
                self._states[id(entity)] = self.known_state(entity) or self.new_id(f"{entity.name} state")

    def new_id(self, name: str) -> str:
        """Return a fresh id made of a name."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
        wanted = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’`]", "", plain)))[:80].strip("-") or "unnamed"
        wanted = f"{wanted}-record" if wanted in _RESERVED else wanted
        found = wanted
        while found in self._taken:
            self._repeats[wanted] = self._repeats.get(wanted, 1) + 1
            found = f"{wanted}-{self._repeats[wanted]}"
        self._taken.add(found)
        return found

    def known_state(self, entity: Entity) -> str:
        """Return the id of the publication's record for the state that a country's name stands for, or nothing."""
        countries = {country_names()[name.text] for name in entity.names if name.text in country_names()}
        return next((self.holdings.states[each] for each in sorted(countries) if each in self.holdings.states), "")

    def id_of(self, entity: Entity) -> str:
        """Return the id of an entity."""
        return self._ids[id(entity)]

    def _acting_countries(self) -> list[Entity]:
        """Return the countries that sign, mediate or claim: as such they are states, and groups in the model."""
        parties = [p.entity for each in self.findings.agreements for p in each.parties]
        acting = [*parties, *(p.entity for each in self.findings.agreements for p in each.mediators)]
        acting += [self.state_of(each) for each in parties if each is not None and each.sort == "person"]
        acting += [claim.credit.claimant.entity for claim in self.findings.claims if claim.credit.claimant]
        return [each for each in acting if each is not None and each.sort == "place" and is_country(each)]

    def state_of(self, person: Entity) -> Entity | None:
        """Return the country that a statesman stands for, by the demonym in the role beside the name."""
        words = person.role.replace("'s", " ").replace("’s", " ").split()
        if not _STATESMAN.search(person.role.casefold()):
            return None
        for size in (2, 1):
            for number in range(len(words)):
                word = " ".join(words[number : number + size])
                country = lexicon.demonyms().get(word) or lexicon.country_names().get(word)
                if country:
                    return self._countries.get(country)
        return None

    @cached_property
    def _countries(self) -> dict[str, Entity]:
        countries: dict[str, Entity] = {}
        for each in self.findings.sorted_by("place"):
            for name in each.names:
                if name.text in lexicon.country_names():
                    countries.setdefault(lexicon.country_names()[name.text], each)
        return countries

    def actor_id(self, entity: Entity | None) -> str | None:
        """Return the id of a group or person, or of the state where a country acts; None for mere places."""
        if entity is None:
            return None
        return self._ids[id(entity)] if entity.sort in {"group", "person"} else self._states.get(id(entity))

    def states(self) -> list[tuple[Entity, str]]:
        """Return the countries that act, with their ids as groups."""
        return [(each, self._states[id(each)]) for each in self.findings.entities if id(each) in self._states]

    @cached_property
    def _groups(self) -> dict[str, Entity]:
        groups: dict[str, Entity] = {}
        for each in self.findings.sorted_by("group"):
            for name in each.names:
                groups.setdefault(fold(name.text), each)
        return groups

    def by_name(self, name: str) -> Entity | None:
        """Return the group of a name."""
        return self._groups.get(fold(name))

    @cached_property
    def _people(self) -> dict[int, list[Entity]]:
        speakers = Speakers(self.article, self.findings.sorted_by("group"))
        people: dict[int, list[Entity]] = {}
        for person in self.findings.sorted_by("person"):
            named = speakers.within(*person.role_span) if person.role_span else []
            for group in {id(each): each for _, each in named}.values():
                people.setdefault(id(group), []).append(person)
        return people

    def people_of(self, group: Entity) -> list[Entity]:
        """Return the persons whose role names a group."""
        return self._people.get(id(group), [])

    @cached_property
    def _relations(self) -> dict[int, list[Relation]]:
        relations: dict[int, list[Relation]] = {}
        for relation in self.findings.relations:
            for end in {
                id(each) for each in (self.by_name(relation.source), self.by_name(relation.target)) if each is not None
            }:
                relations.setdefault(end, []).append(relation)
        return relations

    def relations_of(self, group: Entity) -> list[Relation]:
        """Return the relations that have a group at one end."""
        return self._relations.get(id(group), [])

    def party(self, party: Party) -> str | None:
        """Return the id of a party where it is a group or a state."""
        is_person = party.entity is not None and party.entity.sort == "person"
        return None if is_person else self.actor_id(party.entity)


def is_country(entity: Entity) -> bool:
    """Tell whether a place is a country by one of its names."""
    return any(name.text in lexicon.country_names() for name in entity.names)
