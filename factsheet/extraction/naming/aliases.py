"""Stage 5: other names joined to the first: `X (ABC)`, `known as`, `or`, what the lists and the initials say."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.naming.alias_patterns import (
    AS_KNOWN,
    BETWEEN_COMMAS,
    BRACKET,
    BUT_KNOWN,
    IN_TONGUE,
    KNOWN,
    MEANING,
    NAME,
    OR,
    OR_SHORT,
    SEGMENT,
    WHOSE,
)
from factsheet.extraction.naming.entities import Entity, Name
from factsheet.extraction.naming.longforms import share_letters
from factsheet.extraction.naming.short_forms import initials, is_short_for, join_short_forms
from factsheet.extraction.reading.article import Article, tidy

_READ: Final = 40
_MANY: Final = 60
_HALF: Final = 0.5
_LOOSE: Final = frozenset({"context", "acronym", "capital"})
_NEXT: Final = re.compile(rf"(?P<link>,\s+(?:or\s+|also\s+)?|\s+or\s+)(?:as\s+)?(?:the\s+)?{NAME}")
_APPOSED: Final = re.compile(
    r",\s+(?:a|an|the)\s+(?P<body>[^.;,()]{3,70}?)(?=\s+(?:(?:that|which|who)\s+(?:is|was)\s+)?(?:better\s+|also\s+|widely\s+)?(?:known\s+(?:as|by)|called)\b)"
)
_INSET: Final = re.compile(r",\s[^,;.()]{3,60}(?=,\s+(?:who|which)\s)")
_MISSION: Final = re.compile(
    r",\s+the\s+(?P<a>(?:UN|U\.N\.|AU|EU|NATO|OSCE)\s+(?:[a-z-]+\s+){0,2}(?:mission|agency|force|body|office|panel))\b(?=[,.])"
)
_NOUN: Final = re.compile(
    r"\s+(?:militia|group|movement|party|militants|rebels|alliance|news\s+agency|faction|coalition|rebel\s+group)\b"
)
_DESCRIBED: Final = re.compile(
    r"\b(?:[A-Z][a-z]+(?:\s+(?:state|official|semi-official|state-run))?\s+news\s+agency|(?:UN|U\.N\.|United\s+Nations)\s+[\w'’]+\s+(?:agency|office|fund|body))\s+$"
)
_OPENED: Final = re.compile(r",\s[^,;.()]{0,60}$")
_BUILDING: Final = re.compile(
    r"\s+(?:mosque|hospital|church|bridge|market|stadium|cathedral|hotel|barracks|camp|airport|prison|dam|refinery|crossing)\b"
)
_OWN: Final = re.compile(r"['’]s?(?=\s*\()")


def join_aliases(article: Article, entities: list[Entity]) -> list[Entity]:
    """Return entities with the names joined that the text, the initials or the list of organisations join."""
    joined = _Joiner(article, entities)
    for entity in entities:
        if id(entity) not in joined.gone:
            joined.read_after(entity)
    joined.join_known()
    join_short_forms(joined)
    return joined.entities


class _Joiner:
    def __init__(self, article: Article, entities: list[Entity]) -> None:
        self.article = article
        self.every = list(entities)
        self.gone: set[int] = set()
        self.ends: dict[int, Entity] = {span[1]: each for each in entities for span in each.spans}
        self.at: dict[int, Entity] = {span[0]: each for each in entities for span in each.spans}

    @property
    def entities(self) -> list[Entity]:
        """Return the entities that are not merged into others."""
        return [each for each in self.every if id(each) not in self.gone]

    def merge(self, target: Entity, other: Entity, rule: str) -> None:
        """Make the names of one entity further names of another."""
        if target is other or id(other) in self.gone or id(target) in self.gone:
            return
        self.gone.add(id(other))
        for name in other.names:
            mine = target.find(name.text) if len(target.names) < _MANY else None
            if mine:
                mine.spans += name.spans
            else:
                target.names.append(Name(name.text, rule, name.spans, name.kind))
        for start, _ in other.spans:
            self.at[start] = target

    def read_after(self, entity: Entity) -> None:
        """Read what stands right after each mention: brackets, `known as`, `or`, what the name means."""
        text = self.article.text
        for start, end in entity.spans[:_READ]:
            self._take_descriptor(entity, start, end)
            noun = _NOUN.match(text, end) or _OWN.match(text, end)
            place = noun.end() if noun else end
            self._read_bracket(entity, place)
            short = OR_SHORT.match(text, end) if entity.sort == "group" else None
            if short and is_short_for(short.group("a"), entity.name):
                self._take(entity, short, 0, "paren-acronym")
            comma = BETWEEN_COMMAS.match(text, end)
            if comma and _is_free_acronym(entity, comma.group("a")):
                self._take(entity, comma, 0, "paren-acronym")
            inset = _INSET.match(text, end)
            whose = WHOSE.match(text, inset.end()) if inset else None
            if whose:
                self._take(entity, whose, 0, "known-as")
            for pattern, rule in (
                (KNOWN, "known-as"),
                (WHOSE, "known-as"),
                (OR, "paren-acronym"),
                (MEANING, "meaning"),
                (IN_TONGUE, "paren-acronym"),
                (AS_KNOWN, "known-as"),
                (BUT_KNOWN, "known-as"),
            ):
                match = pattern.match(text, place, min(len(text), place + 240))
                is_barred = pattern is MEANING and entity.sort != "group"
                is_barred = is_barred or (pattern is WHOSE and self.is_inset(entity, start))
                if match and not is_barred and not _is_past(entity, match):
                    self._take(entity, match, 0, rule)
                    if pattern is KNOWN:
                        self._take_chain(entity, match.end())

    def is_inset(self, entity: Entity, start: int) -> bool:
        """Tell whether a mention only describes another, so that what follows is told of that: X, heirs of Y, who ..."""
        opening = _OPENED.search(self.article.text, max(0, start - 64), start)
        owner = self.ends.get(opening.start()) if opening else None
        return owner is not None and owner is not entity and owner.sort == entity.sort

    def _take_chain(self, entity: Entity, place: int) -> None:
        """Take the further names of `known as A, B or C`: each is a name of its own already, and an `or` ends them."""
        text = self.article.text
        found = []
        match = _NEXT.match(text, place)
        while match and "and" not in match.group("link") and self.at.get(match.start("a")) is not None:
            found.append(match)
            if "or" in match.group("link"):
                for each in found:
                    self._take(entity, each, 0, "known-as")
                return
            end = max(span[1] for span in self.at[match.start("a")].spans if span[0] == match.start("a"))
            bracket = BRACKET.match(text, end)
            match = _NEXT.match(text, bracket.end() if bracket else end)

    def _read_bracket(self, entity: Entity, place: int) -> None:
        """Take the names in brackets after a mention, part by part."""
        bracket = BRACKET.match(self.article.text, place)
        if not bracket:
            return
        at = bracket.start("inside")
        introduced = ""
        for part in re.split(r"(,|;|\s+or\s+(?=[A-Z\"“]))", bracket.group("inside")):
            match = SEGMENT.match(part)
            if match and not re.match(r"\s*(?:formerly|previously|once|ex-)", part):
                introduced = match.group("intro") or introduced
                has_intro = bool(introduced or match.group("tongue"))
                self._take(entity, match, at, "known-as" if has_intro else "paren-acronym")
            elif re.match(r"\s*(?:formerly|previously|once|founded|led|headed|established)", part):
                return
            at += len(part)

    def _take_descriptor(self, entity: Entity, start: int, end: int) -> None:
        """Note `Antara news agency` and `Democratic Centre party` as names too, and `X, an umbrella known as ABC`."""
        text = self.article.text
        noun = re.compile(r"\s+(?:news\s+agency|party)\b").match(text, end)
        if noun and entity.sort == "group" and not entity.find(tidy(text[start : noun.end()])):
            entity.names.append(Name(tidy(text[start : noun.end()]), "with-noun", [(start, noun.end())]))
        mission = _MISSION.match(text, end) if entity.sort == "group" and entity.name.isupper() else None
        if mission and not entity.find(mission.group("a")):
            entity.names.append(Name(tidy(mission.group("a")), "with-noun", [mission.span("a")]))
        building = _BUILDING.match(text, end) if entity.sort == "place" else None
        if building and not entity.find(tidy(text[start : building.end()])):
            entity.names.append(Name(tidy(text[start : building.end()]), "with-noun", [(start, building.end())]))
        described = _DESCRIBED.search(text, max(0, start - 60), start) if entity.sort == "group" else None
        if described and not entity.find(tidy(text[described.start() : end])):
            entity.names.append(Name(tidy(text[described.start() : end]), "with-noun", [(described.start(), end)]))
        apposed = _APPOSED.match(text, end)
        known = KNOWN.match(text, apposed.end()) if apposed else None
        is_also = bool(known and re.search(r"\balso\b", known.group()[:24]))
        if apposed and known and (is_also or (known.group("a").isupper() and entity.sort == "group")):
            self._take(entity, known, 0, "known-as")

    def _take(self, entity: Entity, match: re.Match[str], offset: int, rule: str) -> None:
        short = match.group("a").strip().rstrip(".") if not match.group("a").isupper() else match.group("a").strip()
        start = offset + match.start("a")
        other = self.at.get(start)
        if other is not None and other is not entity:
            near = next((span for span in other.spans if span[0] == start), (start, start + len(short)))
            short = tidy(self.article.text[slice(*near)])
        if not self._is_name(entity, short, rule):
            return
        if (other is not None and other.sort == entity.sort) or (
            other is not None and other is not entity and other.names[0].rule in _LOOSE
        ):
            self.merge(entity, other, rule)
        elif other is None and not entity.find(tidy(short)):
            entity.names.append(Name(tidy(short), rule, [(start, start + len(short))]))
        if rule == "paren-acronym":
            entity.confidence = "high"

    def _is_name(self, entity: Entity, short: str, rule: str) -> bool:
        if not short or (short in lexicon.words("not_names") and not is_short_for(short, entity.name)):
            return False
        if short.isdigit() or (re.match(r"\d|[a-z]", short) and not re.match(r"al-[A-Z]", short)):
            return False
        if rule == "paren-acronym" and _is_anothers(entity, short):
            return False
        if short in lexicon.places() and entity.sort != "place" and not is_short_for(short, entity.name):
            return False
        if rule != "paren-acronym":
            return True
        letters = sum(map(str.isupper, short))
        return entity.sort == "group" and (
            short.isupper() or is_short_for(short, entity.name) or " " in short or letters > 1
        )

    def join_known(self) -> None:
        """Join the names that the list of organisations gives to one."""
        by_names: dict[tuple[str, ...], Entity] = {}
        for entity in list(self.entities):
            known = (lexicon.organisations().get(name.text) for name in entity.names) if entity.sort == "group" else ()
            names = next((each for each in known if each and len(each) > 1), None)
            if names:
                if names in by_names:
                    self.merge(*_longer_first(by_names[names], entity), "same-organisation")
                    by_names[names] = by_names[names] if id(by_names[names]) not in self.gone else entity
                else:
                    by_names[names] = entity
        self.join_states()
        by_country: dict[str, Entity] = {}
        for entity in list(self.entities):
            country = lexicon.country_names().get(entity.name)
            if entity.sort == "place" and country:
                if country in by_country:
                    self.merge(by_country[country], entity, "same-country")
                else:
                    by_country[country] = entity

    def join_states(self) -> None:
        """Give `State of Qatar` the name Qatar too, and join the two."""
        for entity in list(self.entities):
            match = re.match(
                r"(?:State|Kingdom|Sultanate|(?:\w+\s+){0,3}Republic)\s+of\s+(?:the\s+)?(?P<name>.+)$", entity.name
            )
            if entity.sort != "place" or not match or match.group("name") not in lexicon.country_names():
                continue
            twin = next(
                (each for each in self.entities if each.sort == "place" and each.find(match.group("name"))), None
            )
            if twin is not None and twin is not entity:
                self.merge(twin, entity, "state-name")
            else:
                _, end = entity.spans[0]
                entity.names.append(Name(match.group("name"), "state-name", [(end - len(match.group("name")), end)]))


def _is_free_acronym(entity: Entity, short: str) -> bool:
    """Tell whether letters between commas are made of a long name's: Economic Community Monitoring Group, ECOMOG."""
    firsts = [word[0] for word in entity.name.split() if word[0].isupper()]
    return (
        entity.sort == "group"
        and " " in entity.name
        and short[0] == entity.name[0]
        and (short not in lexicon.organisations() or is_short_for(short, entity.name))
        and share_letters(firsts, short) >= _HALF
    )


def _is_past(entity: Entity, match: re.Match[str]) -> bool:
    """Tell whether `which was called` speaks of a group's former name, which is read elsewhere."""
    return entity.sort == "group" and bool(
        re.match(r",?\s+(?:(?:which|that)\s+)?(?:was|were)\s+(?!also)", match.group())
    )


def _is_anothers(entity: Entity, short: str) -> bool:
    """Tell whether the lists know an acronym as that of a body with another long name: Resolute Support (NATO)."""
    known = lexicon.organisations().get(short, ())
    is_own = any(name.text in known for name in entity.names) or is_short_for(short, entity.name)
    is_own = is_own or any(" " in each and each in entity.name for each in known)
    return len(known) > 1 and not is_own and not _has_letters(short, entity.name)


def _has_letters(short: str, name: str) -> bool:
    """Tell whether an acronym has the letters of a name in another order: FARC, ONU."""
    return sorted(short.upper()) in [sorted(letters) for letters in initials(name)]


def _longer_first(one: Entity, other: Entity) -> tuple[Entity, Entity]:
    return (one, other) if len(one.name) >= len(other.name) else (other, one)
