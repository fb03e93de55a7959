"""Stage 5: short and other names joined to the long ones: `X (ABC)`, initials, `known as`, `formerly`."""

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.article import Article, Span, tidy
from factsheet.extraction.entities import Entity, Name, fold
from factsheet.extraction.lexicon import listed

_READ: Final = 40
_MANY: Final = 60
_SMALL: Final = listed("of the for and in on to de del la et des du al")
_PAREN: Final = re.compile(
    r"\s*[(\[]\s*(?:or\s+|the\s+|also\s+|known\s+as\s+|acronym\s+|by\s+its\s+\w+\s+acronym,?\s+)*[\"“‘']?(?P<a>[^\s()\[\],;\"”’]+(?:[\s-][^\s()\[\],;\"”’]+){0,5}?)[\"”’']?\s*(?:[,;]\s*(?P<more>[^()\[\]]{1,120}))?[)\]]"
)
_KNOWN: Final = re.compile(
    r",?\s+(?:(?:who|which)\s+(?:is|was|are)\s+)?(?:(?:better|also|commonly|widely|locally|otherwise|formally|officially|popularly|previously|formerly|now|simply|once)\s+)?(?:known|referred\s+to|called|nicknamed|dubbed|abbreviated)\s+"
    r"(?:(?:by|under)\s+(?:its|his|her|their|the)\s+(?:\w+\s+){0,2}?(?:acronym|initials|name|nom\s+de\s+guerre|alias|pseudonym|nickname|abbreviation)s?\s*(?:of\s+|as\s+)?|as\s+|to\s+as\s+|simply\s+as\s+)?(?:the\s+)?[\"“‘']?(?P<a>[A-Z][\w'’.-]*(?:\s+(?:(?:of|the|al|bin|de)\s+)*[A-Z][\w'’-]*){0,4}|al-[A-Z]\w+)",
)
_OR: Final = re.compile(r",?\s+or\s+(?:the\s+)?[\"“]?(?P<a>[A-Z][A-Z-]{1,9})\b[\"”]?,")


def initials(name: str) -> set[str]:
    """Return the acronyms a long name may have: with and without its small words."""
    parts = [part for part in re.split(r"[\s\-‐‑]+", re.sub(r"['’]s\b|['’]", "", name)) if part]
    large = "".join(part[0] for part in parts if part.casefold() not in _SMALL)
    whole = "".join(part[0] for part in parts)
    words = name.split()
    unhyphened = "".join(word[0] for word in words if word.casefold() not in _SMALL)
    return {large.upper(), whole.upper(), unhyphened.upper()}


def is_short_for(short: str, name: str) -> bool:
    """Tell whether an acronym fits a long name: its initials, or its letters in their order."""
    letters = re.sub(r"[^A-Za-z]", "", short).upper()
    if len(letters) < 2:  # noqa: PLR2004 - a small count, told by its line
        return False
    return letters in initials(name) or (letters.endswith("S") and letters[:-1] in initials(name))


def join_aliases(article: Article, entities: list[Entity]) -> list[Entity]:
    """Return entities with the names joined that the text, the initials or the list of organisations join."""
    joined = _Joiner(article, entities)
    for entity in entities:
        if id(entity) not in joined.gone:
            joined.read_after(entity)
    joined.join_known()
    joined.join_initials()
    joined.join_short_forms()
    return joined.entities


class _Joiner:
    def __init__(self, article: Article, entities: list[Entity]) -> None:
        self.article = article
        self.every = list(entities)
        self.gone: set[int] = set()
        self.at: dict[int, Entity] = {span[0]: each for each in entities for span in each.spans}

    @property
    def entities(self) -> list[Entity]:
        """Return the entities that are not merged into others."""
        return [each for each in self.every if id(each) not in self.gone]

    def merge(self, target: Entity, other: Entity, rule: str) -> None:
        """Make the names of one entity further names of another."""
        if target is other or id(other) in self.gone:
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
        """Read what stands right after each mention: brackets, `known as`."""
        text = self.article.text
        for start, end in entity.spans[:_READ]:
            self._take_descriptor(entity, start, end)
            following = re.match(
                r"['’]s?|\s+(?:militia|group|movement|party|militants|rebels|alliance|news\s+agency)\b",
                text[end : end + 20],
            )
            place = end + (following.end() if following and not following.group().startswith(("'", "’")) else 0)
            for pattern, rule in ((_PAREN, "paren-acronym"), (_KNOWN, "known-as"), (_OR, "paren-acronym")):
                match = pattern.match(text, place, min(len(text), place + 240))
                if match:
                    self._take(entity, match, rule)

    def _take_descriptor(self, entity: Entity, start: int, end: int) -> None:
        """Note `Antara news agency` and `Democratic Centre party` as names too, and `X, an umbrella known as ABC`."""
        text = self.article.text
        noun = re.compile(r"\s+(?:news\s+agency|party)\b").match(text, end)
        if noun and entity.sort == "group" and not entity.find(tidy(text[start : noun.end()])):
            entity.names.append(Name(tidy(text[start : noun.end()]), "with-noun", [(start, noun.end())]))
        apposed = re.compile(
            r",\s+(?:a|an|the)\s+[^.;,()]{3,70}?(?=\s+(?:better\s+|also\s+|widely\s+)?known\s+(?:as|by))"
        ).match(text, end)
        known = _KNOWN.match(text, apposed.end()) if apposed and entity.sort == "group" else None
        if known and known.group("a").isupper():
            self._take(entity, known, "known-as")

    def _take(self, entity: Entity, match: re.Match[str], rule: str) -> None:
        short = match.group("a").strip()
        if not self._is_name(entity, short, rule):
            return
        start = match.start("a")
        span = (start, start + len(match.group("a").rstrip()))
        other = self.at.get(start)
        if entity.sort == "place" and rule == "paren-acronym":
            return
        if (other is not None and other.sort == entity.sort) or (
            other is not None and other is not entity and other.names[0].rule in {"context", "acronym", "capital"}
        ):
            self.merge(entity, other, rule)
        elif other is None:
            entity.names.append(Name(tidy(short), rule, [span]))
        if rule == "paren-acronym":
            entity.confidence = "high"

    def _is_name(self, entity: Entity, short: str, rule: str) -> bool:
        if not short or (short in lexicon.words("not_names") and not is_short_for(short, entity.name)):
            return False
        if short.isdigit() or (re.match(r"\d|[a-z]", short) and not re.match(r"al-[A-Z]", short)):
            return False
        if short in lexicon.places() and not is_short_for(short, entity.name):
            return False
        if rule == "paren-acronym" and entity.sort == "person":
            return False
        return (
            rule != "paren-acronym"
            or short.isupper()
            or is_short_for(short, entity.name)
            or " " in short
            or sum(map(str.isupper, short)) > 1
        )

    def join_known(self) -> None:
        """Join the names that the list of organisations gives to one."""
        by_names: dict[tuple[str, ...], Entity] = {}
        for entity in list(self.entities):
            if entity.sort != "group":
                continue
            names = lexicon.organisations().get(entity.name)
            if names and len(names) > 1:
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

    def join_initials(self) -> None:
        """Join an acronym to the one long name of a group that it abbreviates."""
        groups = [each for each in self.entities if each.sort == "group"]
        by_initials: dict[str, list[Entity]] = {}
        for each in groups:
            for letters in {letters for name in each.names if " " in name.text for letters in initials(name.text)}:
                by_initials.setdefault(letters, []).append(each)
        for entity in groups:
            if " " in entity.name or not entity.name.isupper():
                continue
            fits = [
                each for each in by_initials.get(entity.name, []) if each is not entity and id(each) not in self.gone
            ]
            if len(fits) == 1 and id(entity) not in self.gone:
                self.merge(fits[0], entity, "initials")

    def join_short_forms(self) -> None:
        """Join `Irish Republican Army` to `Provisional Irish Republican Army`."""
        groups = [each for each in self.entities if each.sort == "group" and " " in each.name]
        by_end: dict[tuple[str, ...], list[Entity]] = {}
        for each in groups:
            by_end.setdefault(tuple(fold(each.name).split()[-2:]), []).append(each)
        for entity in groups:
            parts = fold(entity.name).split()
            near = by_end[tuple(parts[-2:])]
            longer = [
                each
                for each in near
                if each is not entity and id(each) not in self.gone and _extends(fold(each.name).split(), parts)
            ]
            if len(longer) == 1 and id(entity) not in self.gone:
                self.merge(longer[0], entity, "short-form")


def _extends(whole: list[str], parts: list[str]) -> bool:
    """Tell whether a long name is the short one with a demonym, a country or `national` before it."""
    if len(whole) <= len(parts) or whole[-len(parts) :] != parts:
        return False
    before = " ".join(whole[: -len(parts)]).title()
    if len(parts) > 1 and parts[-1].title() in lexicon.words("heads") and len(whole) - len(parts) == 1:
        return True
    return (
        before in lexicon.demonyms()
        or before in lexicon.country_names()
        or before.upper() in lexicon.country_names()
        or before == "Provisional"
        or before.upper() in lexicon.organisations()
        or before in lexicon.organisations()
        or " ".join(whole[: -len(parts)]) in {"u.n.", "u.s."}
    )


def _longer_first(one: Entity, other: Entity) -> tuple[Entity, Entity]:
    return (one, other) if len(one.name) >= len(other.name) else (other, one)


def spans_of(entity: Entity) -> list[Span]:
    """Return the mentions of an entity."""
    return entity.spans
