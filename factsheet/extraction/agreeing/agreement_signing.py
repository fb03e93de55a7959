"""Stage 8: what one mention's sentence says of an agreement: when it was signed, by whom, and where."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.agreeing import agreement_frames as frames
from factsheet.extraction.agreeing.agreement_dating import Dating
from factsheet.extraction.agreeing.agreement_mentions import Seen
from factsheet.extraction.agreeing.agreement_telling import Telling
from factsheet.extraction.agreeing.party_lists import Parties
from factsheet.extraction.agreeing.party_roles import Party, looks_on
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.reading.article import Article, Sentence, Span

_NEAR: Final = 90
_FAR: Final = 170
_TWO: Final = 2
_AGENT: Final = re.compile(r"(?:\s+[^.;]{1,70}?)??\s+by\s+(?=(?:the\s+|an?\s+|both\s+|all\s+|two\s+|its\s+)?[\w“\"])")
_BETWEEN: Final = re.compile(r"\b(?:between|among)\s+(?:a\s+\w+\s+(?:array|range|number)\s+of\s+)?")
_RELATIVE: Final = re.compile(
    r"\b(?:that|which|whom)\s+(?!(?:(?:was|were|is|are|has|have|had|been|be|will|would|also|then|\w+ly)\s+)*$)"
)
_OTHER_PURPOSE: Final = re.compile(
    r"\s+to\s+(?!(?:an?|the|its|their|this|observe|honou?r|respect|sign|implement|abide|declare|hold|end|reach|put|join|accept|conclude|enter|keep|maintain)\b)\w+"
)
_PRONOUN: Final = re.compile(
    r"\s+(?:he|she|it|they|the\s+two|the\s+parties|(?:the\s+two|both)\s+sides)"
    r"\s+(?:(?:had|has|have|both|\w+ly)\s+)*"
)
_DENIED: Final = re.compile(r"(?:\b(?:never|not|without)|n['’]t)\s+(?:yet\s+|been\s+|being\s+|\w+ly\s+)*$")
_HYPHENED: Final = re.compile(r"\b(?P<who>(?:[A-Z][\w.]*)(?:[-–‑/][A-Z][\w.]*)+)\s+(?:[\w-]+\s+){0,3}\w+$")


@dataclass(slots=True)
class Reading:
    """What is said of an agreement at one of its mentions; `rank` tells how surely the date is that of signing."""

    date: DateMention | None = None
    rank: int = 0
    parties: list[Party] = field(default_factory=list)
    place: Party | None = None
    effective: DateMention | None = None


class Signing:
    """Reads date, parties and place at the mentions of agreements."""

    def __init__(self, article: Article, parties: Parties, dates: Mapping[int, Sequence[DateMention]]) -> None:
        self.article = article
        self.parties = parties
        self.dates = dates
        self.telling = Telling(article, parties)
        self.dating = Dating(article, dates, self._governs, parties.veiled)

    def read(self, seen: Seen, others: Sequence[Span]) -> Reading:
        """Return what a mention's sentence says; `others` are mentions of other agreements in it."""
        reading = Reading()
        sentence = self.article.sentences[seen.sentence]
        verbs = [
            verb
            for verb in frames.SIGN.finditer(self.article.text, sentence.start, sentence.end)
            if self._governs(verb, seen)
        ]
        own = [verb for verb in verbs if not self._is_others(verb, seen, others)]
        verbs = [verb for verb in verbs if verb in own or self._is_joined(verb, seen, others)]
        reading.date, reading.rank = self.dating.read(seen, sentence, own)
        if reading.date is None:
            reading.date, reading.rank = self._shared_day(seen, sentence, verbs, others)
        reading.effective = self.dating.effective(seen, sentence)
        reading.parties = self._parties(seen, sentence, verbs, others)
        reading.place = self._place(seen, sentence, verbs)
        return reading

    def _governs(self, verb: re.Match[str], seen: Seen) -> bool:
        """Tell whether a verb of signing is said of this mention: nothing else is done between them."""
        if _DENIED.search(self.article.text[max(0, verb.start() - 24) : verb.start()]):
            return False
        low, high = (verb.end(), seen.span[0]) if verb.start() < seen.span[0] else (seen.span[1], verb.start())
        if low > high:
            return True
        sentence = self.article.sentences[seen.sentence]
        veiled, hidden = self.parties.veiled(seen.sentence)
        is_hidden = any(a <= at < b for a, b in hidden for at in (verb.start(), seen.span[0]))
        between = self.article.text[low:high] if is_hidden else veiled[low - sentence.start : high - sentence.start]
        if verb.group().startswith("agree") and _OTHER_PURPOSE.match(between):
            return False
        if verb.start() >= seen.span[0]:
            between = re.sub(r"\b(?:be|will|would|must|already|being|been|was|were|had|has|have|to)\b", "", between)
        elif re.search(r",\s+(?:and|but)\s+(?:an?|the|its|another)\b|\bbut\b", between):
            return False
        return not frames.OTHER_VERB.search(between) and ";" not in between and len(between) < _FAR

    def _is_others(self, verb: re.Match[str], seen: Seen, others: Sequence[Span]) -> bool:
        """Tell whether a verb stands nearer to another agreement: `the pact, an heir to the accord signed in 2003`."""
        mine = max(seen.span[0] - verb.end(), verb.start() - seen.span[1])
        return any(
            max(span[0] - verb.end(), verb.start() - span[1]) < mine
            and (span[0] < verb.start()) == (seen.span[0] < verb.start())
            for span in others
        )

    def _is_joined(self, verb: re.Match[str], seen: Seen, others: Sequence[Span]) -> bool:
        """Tell whether a mention is the second object of a verb: `signed the X in May and the Y in June`."""
        before = [span for span in others if verb.end() <= span[0] and span[1] <= seen.span[0]]
        if not before:
            return False
        between = self.article.text[max(span[1] for span in before) : seen.span[0]]
        return bool(re.fullmatch(r"[^.;:,]{0,40}\band\s+(?:to\s+|then\s+)?(?:the|an?)\s+", between))

    def _shared_day(
        self, seen: Seen, sentence: Sentence, verbs: Sequence[re.Match[str]], others: Sequence[Span]
    ) -> tuple[DateMention | None, int]:
        """Return the day of a verb whose second object a mention is, unless it is told beside the first."""
        first = min((span[0] for span in others if span[1] <= seen.span[0]), default=seen.span[0])
        between = any(first <= each.start < seen.span[0] for each in self.dates.get(seen.sentence, ()))
        return (None, 0) if between or not verbs else self.dating.read(seen, sentence, verbs)

    def _parties(
        self, seen: Seen, sentence: Sentence, verbs: Sequence[re.Match[str]], others: Sequence[Span]
    ) -> list[Party]:
        text = self.article.text
        limit = min([span[0] for span in others if span[0] > seen.span[1]], default=sentence.end)
        hidden = self.parties.veiled(seen.sentence)[1]
        behalf = [
            party
            for match in frames.BEHALF.finditer(text, sentence.start, sentence.end)
            if not any(low <= match.start() < high and "sign" not in text[low:high] for low, high in hidden)
            for party in self.parties.listed(match.end(), seen.sentence)
        ]
        if behalf and verbs and not self._are_listed(seen.sentence):
            return [party for party in behalf if party.entity is None or party.entity.sort != "person"] or behalf
        signatories = frames.SIGNATORIES.search(text, sentence.start, sentence.end)
        if signatories:
            return self.parties.listed(signatories.end(), seen.sentence, is_long=True)
        between = _BETWEEN.search(text, seen.span[1], min(limit, seen.span[1] + 110))
        if between and not frames.OTHER_VERB.search(text[seen.span[1] : between.start()]):
            found = self.parties.listed(between.end(), seen.sentence)
            if found:
                return found
        hyphened = _HYPHENED.search(text[max(sentence.start, seen.phrase[0] - _NEAR) : seen.span[1]])
        if hyphened:
            known = lexicon.organisations().keys() | lexicon.country_names().keys()
            found = self.parties.items.named(hyphened.group("who"), seen.span)
            if len(found) > 1 and all(party.entity or party.text in known for party in found):
                return found
        singles: list[Party] = []
        for verb in verbs:
            found = self._signers(verb, seen, limit)
            if len(found) > 1:
                return [*singles, *found] if frames.SIGNED.match(verb.group()) else found
            singles += found
        return self.telling.read(seen, sentence, singles)

    def _are_listed(self, number: int) -> bool:
        """Tell whether who signs is listed with whom each stands for: `signed by A for X and by B on behalf of Y`."""
        sentence = self.article.sentences[number]
        agents = re.finditer(r"\b(?:for|on\s+behalf\s+of)\b", self.article.text[sentence.start : sentence.end])
        return sum(self.parties.persons.stands_for(sentence.start + agent.start()) for agent in agents) > 1

    def _signers(self, verb: re.Match[str], seen: Seen, limit: int) -> list[Party]:
        """Return who does what a verb of signing says of the mention, together with whom."""
        text = self.article.text
        word = verb.group()
        found: list[Party] = []
        is_passive = verb.start() > seen.span[0]
        relative = _RELATIVE.search(text, seen.span[1], verb.start()) if is_passive else None
        if word == "adopted" and not is_passive:
            adopting = self.parties.subject(verb.start(), seen.sentence)
            return adopting if len(adopting) > 1 else []
        if frames.NOT_BINDING.search(word) or frames.AS_WITNESS.match(text, verb.end()):
            return []
        agent = _AGENT.match(text, verb.end())
        if agent and self._is_agent(verb, agent):
            found += self.parties.listed(agent.end(), seen.sentence)
        is_theirs = is_passive and _PRONOUN.fullmatch(text, seen.span[1], verb.start())
        if not found and (not is_passive or relative or is_theirs):
            found += self.parties.subject(verb.start(), seen.sentence)
        if frames.TELLING.search(word):
            heads = [p for p in found if p.entity is not None and p.entity.sort == "person"]
            found = [p for p in found if (p not in heads or len(heads) > 1) and not (p.entity and looks_on(p.entity))]
        together = re.compile(
            r"\b(?:together\s+)?with\s+(?!the\s+(?:help|support|aim|mediation|assistance|facilitation))"
        ).search(text, min(verb.end(), seen.span[1]), min(limit, max(seen.span[1], verb.end()) + _NEAR))
        between = _BETWEEN.search(text, verb.end(), min(limit, verb.end() + _NEAR)) if is_passive else None
        if between and not found:
            return self.parties.listed(between.end(), seen.sentence)
        hidden = self.parties.veiled(seen.sentence)[1]
        if together and any(low <= together.start() < high and not low <= verb.start() < high for low, high in hidden):
            together = None
        if together and (found or is_passive) and not self._is_parted(verb, seen, together.start()):
            found += [
                p for p in self.parties.listed(together.end(), seen.sentence) if p.text not in {q.text for q in found}
            ]
        return found

    def _is_agent(self, verb: re.Match[str], agent: re.Match[str]) -> bool:
        """Tell whether `by` names who signs: no other verb stands between, and no day follows."""
        between = self.article.text[verb.end() : agent.end() - len("by ")]
        number = self.article.sentence_at(verb.start())
        is_day = any(date.start <= agent.end() < date.end for date in self.dates.get(number, ()))
        return not is_day and not re.search(
            rf"{frames.OTHER_VERB.pattern}|\b(?:after|following|thanks|talks|diplomacy|(?!signed|initial)\w+ed)\b",
            between,
        )

    def _is_parted(self, verb: re.Match[str], seen: Seen, together: int) -> bool:
        """Tell whether `with` belongs to something else than the signing."""
        low = seen.span[1] if seen.span[1] <= together else verb.end()
        between = self.article.text[low:together]
        ahead = self.article.text[together : together + 110]
        is_acting = re.match(
            r"with\s+[^.;]{3,90}?\s+(?:(?:acting|serving|standing|present)\s+)?as\s|with\s+[^.;]{3,60}?\s+(?:mediating|facilitating)",
            ahead,
        )
        return bool(
            frames.OTHER_VERB.search(between)
            or is_acting
            or re.search(
                r"\b(?:talks|meeting|negotiations|war)\s+$|\b(?:drawn|drafted|prepared|devised|coordinated|linked)\b|,\s+\w+ing\b",
                between,
            )
        )

    def _place(self, seen: Seen, sentence: Sentence, verbs: Sequence[re.Match[str]]) -> Party | None:
        text = self.article.text
        for verb in verbs:
            for span, entity in self.parties.speakers.within(min(verb.start(), seen.span[0]), sentence.end):
                near = re.sub(r"\b(?:took\s+place|was\s+held)\b", "", text[min(verb.end(), span[0]) : span[0]])
                if (
                    entity.sort == "place"
                    and re.search(r"\b(?:in|at)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", text[max(0, span[0] - 40) : span[0]])
                    and len(near) < _NEAR
                    and not frames.OTHER_VERB.search(near)
                ):
                    return Party(entity.name, span, entity)
        return None
