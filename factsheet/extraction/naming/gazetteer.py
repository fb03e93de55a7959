"""Stage 2 and 9: the names a publication already has are known first, and linked; near ones are only offered."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.drafting.holdings import Holdings, list_names
from factsheet.extraction.naming.entities import Entity, Name, fold
from factsheet.extraction.reading.article import Article, Span
from factsheet.model import Record

_KINDS: Final = {"group": "group", "person": "person", "place": "place"}
_NEAR: Final = 0.82
_MOST: Final = 3
_SHORTEST: Final = 3
_BODY: Final = re.compile(
    r"\s(?:(?:Armed|Air|Security|Defen[cs]e|Foreign|Interior)\s)?(?:Army|Military|Government|Police|Forces?|Navy|Ministry|Parliament|Authorities)$"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A record of the publication: its id, its kind, its names, the headline name first."""

    id: str
    kind: str
    names: tuple[str, ...]


class Gazetteer:
    """The names of a publication's groups, persons and places, and what it has of events, agreements and states."""

    def __init__(self, known: Iterable[Known], holdings: Holdings | None = None) -> None:
        self.holdings = holdings or Holdings()
        self.known: Mapping[str, Known] = {each.id: each for each in known}
        self._by_name: dict[str, list[Known]] = {}
        for each in self.known.values():
            for name in dict.fromkeys(spelling for usual in each.names for spelling in _spellings(usual)):
                if len(name) >= _SHORTEST or name.isupper():
                    self._by_name.setdefault(name, []).append(each)
        for name, owners in self._by_name.items():
            # A country may be a place and, as a state, a group: its name is read as that of the place, which may act.
            if name in lexicon.country_names() and {each.kind for each in owners} == {"place", "group"}:
                self._by_name[name] = [each for each in owners if each.kind == "place"]
        names = sorted(
            (name for name, owners in self._by_name.items() if len(owners) == 1), key=lambda name: (-len(name), name)
        )
        self._pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names)) if names else None

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Gazetteer":
        """Return the gazetteer of records."""
        every = tuple(records)
        known = (Known(r.id, r.kind, tuple(dict.fromkeys(list_names(r.data)))) for r in every if r.kind in _KINDS)
        return cls(known, Holdings.of(every))

    def find(self, article: Article) -> list[Entity]:
        """Return an entity for each record that the article names exactly, with its id. The longest name wins."""
        if self._pattern is None:
            return []
        spans: dict[str, dict[str, list[Span]]] = {}
        for match in self._pattern.finditer(article.text):
            owner = self._by_name[match.group()][0]
            spans.setdefault(owner.id, {}).setdefault(match.group(), []).append(match.span())
        entities = []
        for record, names in spans.items():
            kept = [
                Name(text, "known-record", found)
                for text, found in sorted(names.items(), key=lambda pair: -len(pair[0]))
            ]
            kind = self.known[record].kind
            # A state is a group in the model; in a text its name is read as that of a place, which may act.
            sort = "place" if any(name.text in lexicon.country_names() for name in kept) else kind
            entities.append(Entity(sort, kept, "high", "known-record", known=record, known_kind=kind))
        return entities

    def offer_candidates(self, entities: Iterable[Entity]) -> None:
        """Note on each entity that is not known the records with names like its own; they are never merged."""
        for entity in entities:
            if not entity.known:
                entity.candidates = self._near(entity)

    def _near(self, entity: Entity) -> tuple[str, ...]:
        scored: dict[str, float] = {}
        for mine in (fold(name.text) for name in entity.names):
            for name, owners in self._by_name.items():
                for owner in owners:
                    if owner.kind == entity.sort:
                        scored[owner.id] = max(scored.get(owner.id, 0), _likeness(mine, fold(name)))
        ranked = sorted(
            ((score, id_) for id_, score in scored.items() if score >= _NEAR), key=lambda pair: (-pair[0], pair[1])
        )
        return tuple(id_ for _, id_ in ranked[:_MOST])


def _spellings(name: str) -> Iterable[str]:
    """Yield a name, that name opening a sentence, and a state's body in small letters: `Syrian army`."""
    yield name
    yield name[:1].upper() + name[1:]
    body = _BODY.search(name)
    if body and " " not in name[: body.start()]:
        yield name[: body.start()] + body.group().lower()


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if abs(len(one) - len(other)) > max(len(one), len(other)) * 0.4:
        words, others = set(one.split()), set(other.split())
        return 0.85 if len(words & others) >= 2 and (words <= others or others <= words) else 0.0  # noqa: PLR2004 - a small count, told by its line
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR else 0.0
