"""Stage 8: who mediates, by whatever words: brokered, hosted, good offices, guarantors, `thanks to the efforts of`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from factsheet.extraction import agreement_frames as frames
from factsheet.extraction import lexicon
from factsheet.extraction.article import Article, Span
from factsheet.extraction.entities import Entity
from factsheet.extraction.party_lists import Parties
from factsheet.extraction.party_roles import Party


def _one_of(words: str) -> str:
    """Return a pattern for any of some words."""
    return "(?:" + "|".join(words.split()) + ")"


_DONE: Final = _one_of(
    r"mediated brokered facilitated hosted chaired sponsored overseen guaranteed shepherded moderated "
    r"midwifed convened presided\s+over organi[sz]ed steered arbitrated coordinated "
    r"arranged witnessed underwritten"
)
_WHO: Final = _one_of(
    r"mediators? facilitators? guarantors? brokers? hosts? intermediar(?:y|ies) go-betweens? "
    r"co-chairs? moderators? sponsors? peacemakers? witness(?:es)? arbiters? "
    r"mediating\s+(?:party|parties|power|country|countries)"
)
_OFFICE: Final = _one_of(
    r"auspices mediation aegis sponsorship facilitation patronage good\s+offices supervision "
    r"chairmanship stewardship shuttle\s+diplomacy guarantees? guidance diplomacy umbrella"
)
_NAME: Final = r"(?:(?:[A-ZÀ-Þ]\.){2,}|[A-ZÀ-Þ][\w’']*(?:\s+(?:of\s+)?[A-ZÀ-Þ][\w’']*){0,3})"
_BY: Final = re.compile(
    rf"\b{_DONE}(?:\s+and\s+{_DONE})*\s+(?:jointly\s+|mainly\s+|largely\s+|in\s+part\s+|personally\s+)*(?:(?:over|since|in|for|during|at|through)\s+[^.;,]{{3,40}}?\s+)?by\s+"
    r"|\b(?:talks|negotiations|mediation|efforts?|process|delegation|initiative|diplomacy)\s+(?:\w+\s+){0,3}(?:led|held)\s+by\s+"
    r"|\bnegotiated\s+(?:(?:last|this|in|over|at)\s+[\w\s]{3,20}?\s+)?by\s+(?!(?:the\s+)?(?:government|parties|two|sides|rebels))"
    r"|\bnegotiated\s+by\s+(?=(?:the\s+)?(?:mediators?|envoys?)\b)"
    r"|\b(?:shuttle\s+diplomacy|mediation|facilitation|good\s+offices)\s+by\s+"
    r"|\b(?:drawn|brought|coaxed|persuaded|lured|led)\s+(?:in)?to\s+(?:the\s+)?(?:peace\s+)?(?:talks|negotiations|table|negotiating\s+table)\s+by\s+"
)
_UNDER: Final = re.compile(
    rf"\b(?:under|through|thanks\s+to|with|by|via|after|following)\s+(?:the\s+)?(?:joint\s+|active\s+|direct\s+|personal\s+|months?\s+of\s+|weeks?\s+of\s+|days\s+of\s+)*{_OFFICE}\s+(?:of|by|from)\s+"
    r"|\bguaranteed\s+by\s+"
)
_HELPED: Final = re.compile(
    r"\b(?:with|thanks\s+to|owing\s+to|due\s+to|because\s+of|through|after|following|by)\s+(?:the\s+)?(?:active\s+|direct\s+|tireless\s+|joint\s+|considerable\s+|diplomatic\s+|personal\s+|mediation\s+)*(?:help|efforts?|intervention|intercession|assistance|work)\s+(?:of|from|by)\s+"
)
_BESIDE: Final = re.compile(
    r"\b(?:mediators?|facilitators?|guarantors?|brokers?|go-betweens?)\s+(?:from\s+|of\s+|were\s+|was\s+|are\s+|is\s+|include\s+|included\s+|such\s+as\s+|led\s+by\s+)?(?=(?:the\s+)?(?:East\s+African\s+|regional\s+)?[A-ZÀ-Þ])"
    r"|\b(?:mediator|facilitator|go-between)(?:\s+at\s+the\s+talks|\s+in\s+the\s+\w+)?,\s+(?=(?:the\s+|former\s+)?(?:[a-z]+\s+)?[A-ZÀ-Þ])"
)
_THANKED: Final = re.compile(
    r"\b(?:commend(?:s|ed)?|thank(?:s|ed|ing)?|praise[sd]?|praising|congratulate[sd]?|salut(?:e|es|ed)|applaud(?:s|ed)?|laud(?:s|ed)?|grateful\s+to|tribute\s+to|credit(?:ed|s)?|(?:gratitude|appreciation|thanks)\s+to)\s+(?P<who>[^.;]{3,200}?),?\s+(?:for|with)\s+(?:(?:its|his|her|their|the|all)\s+)?(?:\w+\s+){0,3}?(?:facilitat|mediat|host|broker|role|efforts|work|support|bringing|leadership|diplomacy|good\s+offices)"
)
_ALSO_FOR: Final = re.compile(r"[^.;]{0,60}?,?\s+and\s+(?P<who>[^.;]{3,120}?),?\s+for\s+(?:its|his|her|their)\b")
_EXPLAINED: Final = re.compile(
    rf",\s+(?:(?:the|a|its|an?)\s+(?:\w+\s+){{0,2}}(?:mediator|facilitator|broker|go-between|guarantor)\b|hosts?\s+(?:of|to)\s+the\s+talks|whose\s+(?:country|government|organi[sz]ation|mediation)\s+(?:has\s+|had\s+)?(?:{_DONE}|led\b))"
)
_NATIONAL: Final = re.compile(
    rf"(?P<who>{_NAME}(?:(?:\s*,\s+|\s+and\s+|-|/){_NAME})*)(?:['’]s?)?\s+(?:(?:peace|chief|joint|lead|special|senior|state|international)\s+)*(?:mediators?|facilitators?|brokers?|go-betweens?|mediation|facilitation|auspices|supervision|good\s+offices|intermediar(?:y|ies)|sponsorship|patronage|shuttle\s+diplomacy|guarantees?|guarantors?|hospitality)\b"
)
_ANNOUNCED: Final = re.compile(r"\bannounced\b[^.;]{0,40}?\bby\s+")
_ACTING: Final = re.compile(
    rf"\bwith\s+(?P<who>[^.;]{{3,90}}?)\s+(?:(?:acting|serving|standing|present)\s+)?as\s+(?:the\s+|joint\s+|co-|an?\s+)?(?:[Cc]hief\s+|[Ll]ead\s+)?[“\"]?(?i:{_WHO}|friends)\b|\bwith\s+(?P<who2>[^.;]{{3,60}}?)\s+(?:mediating|facilitating|brokering|as\s+witness)\b"
)
_ACTIVE: Final = re.compile(
    rf"(?<![-‑])\b(?:mediated|brokered|facilitated|arranged|sponsored|sponsors|mediating|brokering|facilitating|mediates|brokers|facilitates|chaired|hosted|hosts|hosting|witnessed|convened|presided\s+over|guarantees|guaranteed|moderated|arbitrated)\b(?!\s+(?:[\w-]+\s+){{0,2}}by\b)"
    r"|\bpresided\b(?!\s+over)|\b(?:led|leads|leading)\s+(?:the\s+)?(?:mediation|talks|negotiations|efforts)\b"
    r"|\b(?:help(?:ed|s|ing)?|work(?:ed|ing))\s+(?:the\s+\w+\s+|both\s+\w+\s+)?(?:to\s+)?(?:broker|mediate|negotiate|bring|end|secure|forge|seal|reach|overcome|resolve|bridge|settle|arrange|find|narrow|clinch)\b"
    r"|\b(?:used|offered|lent|put)\s+(?:its|his|her|their)\s+good\s+offices\b|\bshuttl(?:ed|ing)\s+between\b"
    r"|\bbrought\s+(?:the\s+|both\s+)?(?:two\s+|warring\s+|rival\s+)*(?:sides|parties|men|rivals|leaders|enemies|foes|factions)\b"
    r"|\b(?:coax(?:ed|ing)|persuad(?:ed|ing)|cajol(?:ed|ing)|bringing|brought|got)\s+[^.;,]{2,40}?\s+(?:in)?to\s+the\s+(?:negotiating\s+|peace\s+)?table\b"
    r"|\bsigned\s+(?:it\s+|the\s+\w+\s+)?as\s+(?:an?\s+)?(?:witness(?:es)?|guarantors?)\b|\b(?:won|earned)\s+(?:\w+\s+)?(?:praise|credit|thanks)\s+for\b"
    r"|\b(?:coax|nudg|push|prod|prodd|steer|urg)(?:ed|ing)\s+(?:the\s+|both\s+)?(?:two\s+)?(?:sides|parties|rivals|factions|foes)\s+(?:towards?|into)\b"
    r"|\bnegotiated\b(?!\s+(?:\w+\s+){0,3}by\b)"
    r"|\blending\s+a\s+(?:helping\s+)?hand\b"
    r"|\bplay(?:ed|s|ing)\s+(?:a|an|the)\s+(?:\w+\s+){0,3}role\b"
    rf"|\b(?:act|acts|acted|acting|serve|serves|served|serving|stand|stands|stood)\s+as\s+(?:the\s+|an?\s+|joint\s+|co-)*(?:\w+\s+)?{_WHO}\b"
    rf"|\b(?:is|are|was|were|be|been|remain(?:s|ed)?|bec[ao]me)\s+(?:the\s+|an?\s+|its\s+|joint\s+|one\s+of\s+the\s+)?(?:\w+\s+)?{_WHO}\b"
)
_AUXILIARY: Final = re.compile(r"\b(?:is|are|was|were|been|be)\s+(?:\w+ly\s+|also\s+)?$")
_ABSOLUTE: Final = re.compile(r"\bwith\s+|,\s+(?:and\s+)?|\bas\s+(?:an?\s+|the\s+)?[\w-]+\s+and\s+|^")
_SIGNAL: Final = re.compile(
    r"mediat|broker|facilit|host|chair|sponsor|overs|guarant|shepherd|moderat|midwif|conven|presid|organi|steer|arbitr|coordinat"
    r"|arrang|witness|\bled\b|-led|lead|held|shuttl|offices|auspices|aegis|patronage|supervis|umbrella|stewardship|diplomacy"
    r"|help|effort|thank|commend|prais|grat|tribut|salut|applaud|laud|credit|interven|interces|assist|work|negotiated\s|role\b|table"
    r"|brought|coax|cajol|persuad|hand\b|praise|credit|mediat|chief|intermediar|go-between|announced|backed|supported|hospitality|draw|lured|underwrit|peacemaker",
    re.IGNORECASE,
)
_POSSESSOR: Final = 24
_RELATIVE: Final = 60
_BESIDE_NAME: Final = 120
_WEAK: Final = re.compile(
    r"(?:help|work|play|host|witness|led|lead|brought|convened|guarantee|stand|stood|is|are|was|were|be|been|remain|bec)"
)
_HYPHEN: Final = re.compile(
    rf"(?P<who>{_NAME}(?:(?:\s+and\s+(?:the\s+)?|-|/){_NAME})*)[-‑](?:(?:brokered|mediated|sponsored|facilitated|hosted|guaranteed|chaired|negotiated|moderated|supervised|led|backed|supported|assisted)\s+)"
)
_STRONG_HYPHEN: Final = re.compile(r"[-‑](?:brokered|mediated|facilitated|hosted|guaranteed|moderated)\s")
_TALKS: Final = re.compile(
    r"(?:(?!and\b)[a-z-]+\s+){0,2}(?:peace\s+)?(?:talks|negotiations|agreement|accord|deal|truce|cease-?fire|pact|settlement|treaty|process|mediation|efforts?|consultations|initiative|dialogue|memorandum|protocol|cessation|roadmap)\b"
)
_NOT_BETWEEN: Final = re.compile(
    r"\b(?:agreements?|accords?|deal|truce|cease-?fire|pact|talks|negotiations|settlement|treaty|signed|reached|agreed|said|told|that|which|announced|declared|because|although|while)\b"
)
_LEAD_WORDS: Final = re.compile(
    r"^(?:(?:The|A|An|Under|With|Through|After|Despite|Joint|Chief|Following|Thanks|But|And|By|In)\s+)+"
)


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
        if not _SIGNAL.search(text, low, high) or not any(
            pattern.search(text, low, high) for pattern in (frames.PEACE, _BY, _UNDER, _THANKED)
        ):
            return []
        found = self._framed(number, low, high)
        for match in _ACTIVE.finditer(text, low, high):
            found += _as(match.group(), self._actors(match, number))
        found += self._explained(low, high)
        for match in _NATIONAL.finditer(text, low, high):
            found += self._named(match.group("who"), match.span("who"))
        for match in _HYPHEN.finditer(text, low, high):
            if _STRONG_HYPHEN.search(match.group()) or _TALKS.match(text, match.end()):
                found += self._named(match.group("who"), match.span("who"))
        return found

    def _framed(self, number: int, low: int, high: int) -> list[Party]:
        """Return who is named in a list after or between set words: `brokered by`, `with X as guarantor`."""
        text = self.article.text
        found: list[Party] = []
        for pattern in (_BY, _UNDER, _HELPED, _BESIDE):
            for match in pattern.finditer(text, low, high):
                listed = _as(match.group(), self._listed(match.end(), number))
                found += listed if not match.group().startswith("negotiated") or len(listed) == 1 else []
        for pattern in (_THANKED, _ACTING):
            for match in pattern.finditer(text, low, high):
                span = match.span("who") if match.group("who") else match.span("who2")
                found += _as(match.group(), self._listed(span[0], number, limit=span[1]))
                again = _ALSO_FOR.match(text, match.end(), high) if pattern is _THANKED else None
                if again:
                    found += self._listed(again.start("who"), number, limit=again.end("who"))
        for match in _ANNOUNCED.finditer(text, low, high):
            found += [p for p in self._listed(match.end(), number) if p.entity and frames.ENVOY.search(p.entity.role)]
        return found

    def _listed(self, start: int, number: int, *, limit: int | None = None) -> list[Party]:
        found = self.parties.listed(start, number, mediating=True)
        return [party for party in found if limit is None or party.span[1] <= limit + 1]

    def _actors(self, verb: re.Match[str], number: int) -> list[Party]:
        """Return the subject of a verb of mediating, unless something else stands between them."""
        text = self.article.text
        sentence = self.article.sentences[number]
        if _WEAK.match(verb.group()) and not frames.PEACE.search(
            text.replace("\n", " "), verb.start(), min(sentence.end, verb.end() + 90)
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
            and not _AUXILIARY.search(text[sentence.start : verb.start()])
        ):
            return self._absolute(verb, number)
        found = self.parties.subject(verb.start(), number, mediating=True)
        if not found:
            return []
        veiled, _ = self.parties.veiled(number)
        between = veiled[found[-1].span[1] - sentence.start : verb.start() - sentence.start]
        return [] if _NOT_BETWEEN.search(between) else found

    def _absolute(self, verb: re.Match[str], number: int) -> list[Party]:
        """Return who stands before a participle: `signed in Estoril, Portugal acting as mediator`."""
        sentence = self.article.sentences[number]
        veiled, _ = self.parties.veiled(number)
        starts = [m.end() for m in _ABSOLUTE.finditer(veiled, 0, verb.start() - sentence.start)]
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
        for match in _EXPLAINED.finditer(self.article.text, low, high):
            named = self.parties.speakers.within(max(low, match.start() - 90), match.start())
            people = [pair for pair in named if pair[0][1] >= match.start() - 1 and pair[1].sort == "person"][-1:]
            found += [Party(each.name, span, each) for span, each in people] if "whose" not in match.group() else []
            if "whose" in match.group() and people:
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
        lead = _LEAD_WORDS.match(text)
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

    def envoys_of(self, mediators: Sequence[Party]) -> list[Party]:
        """Return the envoys of those who mediate: `Oslo's special envoy`, where Norway does."""
        names = {name.text for party in mediators if party.entity for name in party.entity.names}
        names |= {party.text for party in mediators}
        names |= {capital for capital, country in lexicon.capitals().items() if country in names}
        names |= {word for word, country in lexicon.demonyms().items() if country in names}
        bodies = {body for name in names for body in lexicon.organisations().get(name, ())} | names
        found = []
        for each in self.envoys("special envoy|peace envoy|envoy|special representative"):
            span = each.entity.role_span if each.entity else None
            role = self.article.text[max(0, span[0] - 40) : span[1]] if span else ""
            is_his = "United Nations" in bodies and re.search(r"\bhis\s+special\s+envoy\b", role, re.IGNORECASE)
            if is_his or any(re.search(rf"(?<!\w){re.escape(body)}(?!\w)", role) for body in bodies if len(body) > 1):
                found.append(each)
        return found

    def envoys(self, roles: str) -> list[Party]:
        """Return the persons whose role is to mediate."""
        return [
            Party(each.name, each.spans[0], each)
            for each in self.entities
            if each.sort == "person" and re.search(rf"\b(?:{roles})\b", each.role.casefold())
        ]
