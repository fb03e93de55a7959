"""Stage 8, second half: date, parties, mediators and place of each agreement, from the frames of its sentences."""

import re
from collections.abc import Sequence
from typing import Final

from factsheet.extraction import agreement_frames as frames
from factsheet.extraction import lexicon
from factsheet.extraction.agreement_arguments import Agreement
from factsheet.extraction.agreement_links import find_instruments
from factsheet.extraction.agreement_mentions import Seen
from factsheet.extraction.article import Article, Sentence, Span
from factsheet.extraction.date_context import leads_paragraph
from factsheet.extraction.dates import DateMention, by_sentence
from factsheet.extraction.entities import Entity, Mention
from factsheet.extraction.party_lists import Parties, Party, dedupe

_CROWDED: Final = 8
_NEAR: Final = 90
_DAY: Final = len("2024-11-29")


def find_agreements(
    article: Article, entities: Sequence[Entity], mentions: Sequence[Mention], dates: Sequence[DateMention]
) -> list[Agreement]:
    """Return the agreements of an article with what its sentences say of them."""
    reader = _Reader(article, entities, dates)
    agreements = [Agreement(instrument) for instrument in find_instruments(article, mentions, dates)]
    spoken: dict[int, list[tuple[Agreement, Span]]] = {}
    for agreement in agreements:
        for seen in agreement.instrument.mentions:
            spoken.setdefault(seen.sentence, []).append((agreement, seen.span))
    for agreement in agreements:
        for seen in agreement.instrument.mentions:
            if len(spoken[seen.sentence]) > _CROWDED:
                continue
            reader.fill(agreement, seen, [span for other, span in spoken[seen.sentence] if other is not agreement])
    reader.spread_mediators(agreements)
    for agreement in agreements:
        agreement.mediators = dedupe(agreement.mediators)
        if not agreement.mediators and len(agreements) == 1:
            agreement.mediators = reader.envoys()
        taken = {party.text for party in agreement.mediators}
        agreement.parties = [party for party in dedupe(agreement.parties) if party.text not in taken]
    return agreements


class _Reader:
    def __init__(self, article: Article, entities: Sequence[Entity], dates: Sequence[DateMention]) -> None:
        self.article = article
        self.dates = by_sentence(article, dates)
        self.parties = Parties(article, entities)
        self.entities = entities

    def fill(self, agreement: Agreement, seen: Seen, others: list[Span]) -> None:
        """Add what one mention's sentence says; `others` are mentions of other agreements in it."""
        sentence = self.article.sentences[seen.sentence]
        found = self._date(seen, sentence)
        if found and (
            agreement.date is None
            or (
                len(agreement.date.value) != _DAY
                and len(found.value) == _DAY
                and found.value[:4] == agreement.date.value[:4]
                and agreement.date.rule.startswith("relative")
            )
        ):
            agreement.date = found
        if not agreement.parties:
            agreement.parties = self._parties(seen, sentence, others)
        agreement.mediators += self._mediators_near(seen, sentence, others)
        if agreement.place is None:
            agreement.place = self._place(seen, sentence)

    def _date(self, seen: Seen, sentence: Sentence) -> DateMention | None:
        here = [
            each
            for each in self.dates.get(seen.sentence, [])
            if each.kind == "date" and ".." not in each.value and each.rule != "interval"
        ]
        for each in here:
            if (each.end <= seen.span[0] + 1 and not self.article.text[each.end : seen.span[0]].strip()) or (
                seen.span[0] <= each.start and each.end <= seen.span[1]
            ):
                return each
        for each in here:
            between = self.article.text[seen.span[1] : each.start]
            if seen.span[1] <= each.start and re.fullmatch(
                r"[”\"’]?\s*,?\s*\(?(?:(?:of|in|from|dated|on)\s+)?", between
            ):
                return each
        entry = next(
            (
                each
                for each in here
                if each.start == self.article.paragraphs[sentence.paragraph][0]
                and sentence.is_opening
                and leads_paragraph(self.article, each.start, each.end)
            ),
            None,
        )
        if entry:
            return entry
        return self._nearest(frames.SIGN, here, seen, sentence) or self._nearest(frames.EFFECT, here, seen, sentence)

    def _nearest(
        self, verbs: re.Pattern[str], dates: list[DateMention], seen: Seen, sentence: Sentence
    ) -> DateMention | None:
        """Return the date nearest to a verb that is said of the mention."""
        best: tuple[int, DateMention] | None = None
        for verb in verbs.finditer(self.article.text, sentence.start, sentence.end):
            if not self._governs(verb, seen, sentence):
                continue
            for each in dates:
                distance = self._distance(verb.span(), each, seen)
                if distance is not None and (best is None or distance < best[0]):
                    best = (distance, each)
        return best[1] if best else None

    def _governs(self, verb: re.Match[str], seen: Seen, sentence: Sentence) -> bool:
        """Tell whether a verb of signing is said of this mention: nothing else is done between them."""
        low, high = sorted((verb.end(), seen.span[0])) if verb.start() < seen.span[0] else (seen.span[1], verb.start())
        between = self.article.text[low:high]
        del sentence
        if verb.start() >= seen.span[0]:
            between = re.sub(r"\b(?:be|will|would|already|being|been|was|were|had|has|have)\b", "", between)
        return not frames.OTHER_VERB.search(between) and ";" not in between and len(between) < 170  # noqa: PLR2004 - a small count, told by its line

    def _distance(self, verb: Span, date: DateMention, seen: Seen) -> int | None:
        low, high = (verb[1], date.start) if verb[1] <= date.start else (date.end, verb[0])
        between = self.article.text[low:high]
        between = re.sub(r"\b(?:ended|ending)\b(?=[^.;]*\bwith\s+the\s+signing)", "", between)
        between = between.removesuffix("with the ")
        rest = re.sub(re.escape(self.article.text[slice(*seen.span)]), "", between)
        if frames.OTHER_VERB.search(rest) or ";" in rest:
            return None
        if verb[1] <= date.start and re.search(
            r",\s+(?:after|following|ending|aiming|less|more|almost|nearly|months|years|days|weeks|\w+ing)\b", rest
        ):
            return None
        return high - low

    def _parties(self, seen: Seen, sentence: Sentence, others: list[Span]) -> list[Party]:
        text = self.article.text
        limit = min([span[0] for span in others if span[0] > seen.span[1]], default=sentence.end)
        between = re.compile(r"\bbetween\s+").search(text, seen.span[1], min(limit, seen.span[1] + 110))
        if between and not frames.OTHER_VERB.search(text[seen.span[1] : between.start()]):
            found = self.parties.listed(between.end(), sentence, needs_two=True)
            if found:
                return found
        for verb in frames.SIGN.finditer(text, sentence.start, sentence.end):
            if not self._governs(verb, seen, sentence) or (
                verb.group() in {"mediated", "brokered", "announced"} and verb.start() < seen.span[0]
            ):
                continue
            found = self._signers(verb, seen, sentence, limit)
            if found:
                return found
        with_ = re.compile(r"\s+with\s+").match(text, seen.span[1])
        if with_:
            subject = self.parties.subject(seen.span[0], sentence)
            return (
                [*subject, *self.parties.listed(with_.end(), sentence)]
                if subject
                else self.parties.listed(with_.end(), sentence)
            )
        return []

    def _signers(self, verb: re.Match[str], seen: Seen, sentence: Sentence, limit: int) -> list[Party]:
        text = self.article.text
        after = text[verb.end() : verb.end() + 40]
        found: list[Party] = []
        is_passive = verb.start() > seen.span[0]
        by = re.match(r"\s+(?:(?:here|there|yesterday|today|on\s+\w+|in\s+\w+)\s+)?by\s+", after)
        if by and verb.group() not in {"mediated", "brokered", "negotiated"}:
            found += self.parties.listed(verb.end() + by.end(), sentence)
        elif is_passive and verb.group() not in {"mediated", "brokered", "negotiated", "announced"}:
            later = re.compile(r"\s+by\s+(?=(?:the\s+)?[A-Z])").search(text, verb.end(), min(limit, verb.end() + 60))
            if later and not frames.OTHER_VERB.search(text[verb.end() : later.start()]):
                found += self.parties.listed(later.end(), sentence)
        if not is_passive:
            found += self.parties.subject(verb.start(), sentence)
        together = re.compile(r"\bwith\s+(?!the\s+help|the\s+support|the\s+aim)").search(
            text, min(verb.end(), seen.span[1]), min(limit, seen.span[1] + 90)
        )
        if (
            together
            and (found or is_passive)
            and not frames.OTHER_VERB.search(text[seen.span[1] : together.start()])
            and not frames.ACTING.match(text, together.start())
        ):
            found += self.parties.listed(together.end(), sentence)
        return found

    def _mediators_near(self, seen: Seen, sentence: Sentence, others: list[Span]) -> list[Party]:
        low, high = sentence.start, sentence.end
        for span in others:
            if span[0] > seen.span[1]:
                high = min(high, span[0])
            else:
                low = max(low, span[1])
        found = self.mediators(sentence, low, high)
        text = self.article.text
        announced = re.compile(r"\bannounced\b[^.;]{0,40}?\bby\s+").search(text, seen.span[1], high)
        if announced:
            found += [
                p
                for p in self.parties.listed(announced.end(), sentence)
                if p.entity and frames.ENVOY.search(p.entity.role)
            ]
        return found

    def mediators(self, sentence: Sentence, low: int, high: int) -> list[Party]:
        """Return who mediates in a stretch of a sentence."""
        text = self.article.text
        found: list[Party] = []
        for match in frames.NATIONAL.finditer(text, low, high):
            country = lexicon.demonyms().get(match.group("who"))
            entity = next(
                (
                    each
                    for each in self.entities
                    if country
                    and each.sort == "place"
                    and country in {lexicon.country_names().get(n.text) for n in each.names}
                ),
                None,
            )
            if country:
                found.append(Party(entity.name if entity else country, match.span("who"), entity))
        for match in frames.THANKED.finditer(text, low, high):
            found += [p for p in self.parties.inside(*match.span("who"), mediating=True) if p.entity]
        for match in frames.EXPLAINED.finditer(text, low, high):
            named = self.parties.speakers.within(max(low, match.start() - 90), match.start())
            found += [
                Party(each.name, span, each)
                for span, each in named[-1:]
                if span[1] >= match.start() - 1 and each.sort == "person"
            ]
        for match in frames.MEDIATED.finditer(text, low, high):
            found += [p for p in self.parties.listed(match.end(), sentence, mediating=True) if p.entity]
        for match in frames.ACTING.finditer(text, low, high):
            name = "who" if match.group("who") else "who2"
            found += [p for p in self.parties.inside(*match.span(name), mediating=True) if p.entity]
        for match in frames.ACTIVE.finditer(text, low, high):
            found += [p for p in self.parties.subject(match.start(), sentence, mediating=True) if p.entity]
        for match in frames.HYPHEN.finditer(text, low, high):
            found += self.parties.named(match.group("who"), match.span("who"))
        return found

    def spread_mediators(self, agreements: list[Agreement]) -> None:
        """Give mediators named in sentences about talks alone to the agreement near them."""
        if not agreements:
            return
        owned = {m.sentence for each in agreements for m in each.instrument.mentions}
        for number, sentence in enumerate(self.article.sentences):
            if number in owned:
                continue
            text = self.article.text[sentence.start : sentence.end]
            if not (frames.PEACE.search(text) or re.search(r"\balso\s+(?:mediated|brokered|helped)", text)):
                continue
            found = self.mediators(sentence, sentence.start, sentence.end)
            if found:
                nearest = min(
                    agreements, key=lambda each: min(abs(m.sentence - number) for m in each.instrument.mentions)
                )
                nearest.mediators += found

    def envoys(self) -> list[Party]:
        """Return the persons whose role is to mediate, for the one agreement of an article that names no mediator."""
        return [
            Party(each.name, each.spans[0], each)
            for each in self.entities
            if each.sort == "person"
            and re.search(r"\b(?:special envoy|peace envoy|mediator|facilitator)\b", each.role.casefold())
        ]

    def _place(self, seen: Seen, sentence: Sentence) -> Party | None:
        for verb in frames.SIGN.finditer(self.article.text, sentence.start, sentence.end):
            if not self._governs(verb, seen, sentence):
                continue
            for span, entity in self.parties.speakers.within(min(verb.start(), seen.span[0]), sentence.end):
                before = self.article.text[max(0, span[0] - 8) : span[0]]
                near = self.article.text[min(verb.end(), span[0]) : span[0]]
                if (
                    entity.sort == "place"
                    and re.search(r"\b(?:in|at)\s+(?:the\s+)?$", before)
                    and len(near) < _NEAR
                    and not frames.OTHER_VERB.search(near)
                ):
                    return Party(entity.name, span, entity)
        return None
