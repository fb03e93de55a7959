"""Stage 8: who stands in a list or before a verb: `X, Y and the government of Z`."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from factsheet.extraction.agreeing.agreement_clauses import veil
from factsheet.extraction.agreeing.agreement_pairs import Pairs
from factsheet.extraction.agreeing.party_items import Items
from factsheet.extraction.agreeing.party_pronouns import Pronouns
from factsheet.extraction.agreeing.party_roles import ROLE, Party
from factsheet.extraction.agreeing.party_words import OFFICE
from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Article, Span

_STOP: Final = re.compile(
    r"[.;:”\"]|\b(?:through|via|said|that|which|who|when|where|while|but|after|before|since|until|because|to|in\s+(?:the\s+(?:capital|city|town|presence)|[A-Z]|\d|a|an)|on\s+(?:[A-Z]|\d|behalf|the\s+(?!one|other))|at\s+(?:the|a|an|[A-Z])|by|between|will|would|was|were|is|are|has|have|had|for|as(?!\s+well)|calls?|aimed|aiming|ending|during|under|over|brokered|mediated|facilitated|hosted|chaired|witnessed|sponsored|moderated|grants?|gives|provides|ends|sets|allows|requires|commits|with|signed|collapsed|broke|yesterday|today|last|late|early|earlier|following|late|amid|went|took|came|began|into|holds?|fell|failed)\b"
)
_JOINT: Final = re.compile(
    r"(?<!\s)(?:\s*,)?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with|plus|or)\s+(?:by\s+)?|(?<!\s)\s*,\s+(?:and\s+)?(?:by\s+)?|(?<!\s)\s+on\s+(?:the\s+)?one\s+(?:side|hand)\s*,?\s*(?:and\s+)?"
)
_STAFF: Final = re.compile(r"\s+(?:mission|team|officials|mediators|delegation|office|diplomats)")
_SAYS: Final = re.compile(r"\b(?:is|was|were|are|has|had|have|said|told|signed)\b")
_CLAUSE: Final = re.compile(
    r"[;:“”\"]|,\s+(?:but|while|when|where|after|and\s+then|as|before)\b|\b(?:that|which)\b|\b(?:when|after|before|because|while|although|as|if|since|how)\b|\b(?:said|says|reported|announced|added|confirmed|insisted)\b\s+(?!(?:on|in|at|to|by|it|he|she|a|an|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_PRAISED: Final = re.compile(
    r"\b(?:commend|prais|thank|congratulat|applaud|hail|salut|laud)\w*\s+(?P<who>[^.;]{3,200}?)\s+(?:for|on)\s+$"
)
_LEADING: Final = re.compile(
    r"\s*(?:In|On|At|Under|After|Earlier|Last|During|Following|Since|By|Meanwhile|However|Separately|Also|Later|Despite|With|From|Until|Yesterday|Today|Late|Early|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Months|Weeks|Days|Hours|For|Unlike|Amid|Then|Finally|Meeting|Speaking|Instead|\w+ing|\w+ly|Both)\b[^,]*,\s"
)
DATELINE: Final = re.compile(r"\s(?:--|—|–|-|_)\s|^[A-ZÀ-Þ' /]{4,40}:\s")
_GOES_ON: Final = re.compile(
    r"(?:,|\band)\s+by$|\b(?:minister|secretary|envoy|representative|coordinator|commissioner|ministry|under-secretary)(?:\s+of\s+state)?\s+for$",
    re.IGNORECASE,
)
_INITIAL: Final = re.compile(r"(?<![A-Za-zÀ-ÿ])[A-ZÀ-Þ]$")
_AND_BY: Final = re.compile(r"\s*and\s+by\s")
_SINGLE: Final = re.compile(r"\b(?:governments?|junta|military|army|opposition|regime|authorities|parliament|troops)$")
_HEADED_BY: Final = re.compile(
    r"\b(?:leaders|heads|chiefs|commanders|representatives|delegates|negotiators|chairmen)\s+of\s+(?:the\s+)?$"
)
_GERUND: Final = re.compile(r"\b(?:after|before|by|while|upon)\s+$")
_DID: Final = re.compile(
    r"(?<=[\w,]\s)(?:met|fought|shook|told|held|said|spoke|left|flew|gave|made|came|went|took|embraced|[a-z]+ed)\b(?!\s+by\b)"
)
_REACH: Final = 260
_TITLE: Final = 60
_LONG: Final = 500
_LINE: Final = 70


class Parties:
    """Reads parties out of lists and subjects."""

    def __init__(self, article: Article, entities: Sequence[Entity]) -> None:
        self.article = article
        self.pairs = Pairs(article, self.listed, self.subject)
        self.items = Items(article, entities, self.pairs)
        self.speakers = self.items.speakers
        self.persons = self.items.persons
        self.pronouns = Pronouns(article, self.speakers, self.pairs)
        self._veils: dict[int, tuple[str, list[Span]]] = {}

    def veiled(self, number: int) -> tuple[str, list[Span]]:
        """Return a sentence without its insertions, and where they stood."""
        if number not in self._veils:
            self._veils[number] = veil(
                self.article, self.article.sentences[number], self.items.named_at, self.items.ends_at
            )
        return self._veils[number]

    def listed(
        self, start: int, number: int, *, needs_two: bool = False, mediating: bool = False, is_long: bool = False
    ) -> list[Party]:
        """Return who is named in the list that begins at an offset of a sentence; a long one has semicolons in it."""
        sentence = self.article.sentences[number]
        text, hidden = self.veiled(number)
        if any(low <= start < high for low, high in hidden):
            text = self.article.text[sentence.start : sentence.end]
            high = next(high for low, high in hidden if low <= start < high)
            if not _AND_BY.match(text, high - sentence.start):
                text = text[: high - sentence.start] + "." + text[high - sentence.start + 1 :]
        if is_long:
            text = re.sub(";", ",", text)
        stop = min(sentence.end, start + (_LONG if is_long else _REACH))
        zone = self._stop(text, sentence.start, start, stop)
        found = self._read_list(text, sentence.start, start, zone, mediating=mediating)
        if zone < sentence.end and self.article.text[zone] == ":" and not any(party.entity for party in found):
            end = self._stop(text, sentence.start, zone + 1, min(sentence.end, zone + _LONG))
            found = self._read_list(text, sentence.start, zone + 1, end, mediating=mediating) or found
        return found if not needs_two or len(found) > 1 else []

    def _stop(self, text: str, base: int, start: int, stop: int) -> int:
        for match in _STOP.finditer(text, start - base, stop - base):
            at = base + match.start()
            inside = any(span[0] <= at < span[1] for span, _ in self.speakers.within(start, stop + 60)) or any(
                role[0] <= at < role[1] for role in self.items.roles_of(self.article.sentence_at(start))
            )
            goes_on = _GOES_ON.search(text, max(0, match.end() - _TITLE), match.end()) or self.persons.stands_for(at)
            if (
                inside
                or goes_on
                or (match.group() == "." and _INITIAL.search(text, max(0, match.start() - 2), match.start()))
            ):
                continue
            return at
        return stop

    def _read_list(self, text: str, base: int, start: int, end: int, *, mediating: bool) -> list[Party]:
        """Return the items of a list; commas go on with it only where an `and` closes it."""
        found = self.items.peoples(start, text[start - base : end - base])
        if found:
            return found
        at = start
        joints = self._joints(text, base, start, end)
        for number, joint in enumerate([*joints, (end, end)]):
            items = self.items.read(at, joint[0], text[at - base : joint[0] - base], mediating=mediating)
            if (
                items
                and found
                and found[-1].entity is None
                and items[0].entity is not None
                and self._renames(found[-1], items[0])
            ):
                found.pop()
            found += [item for item in items if item.span not in [other.span for other in found]]
            is_comma = "," in text[joint[0] - base : joint[1] - base] and not re.search(
                r"[a-z]", text[joint[0] - base : joint[1] - base]
            )
            closes = any(re.search(r"[a-z]", text[a - base : b - base]) for a, b in joints[number + 1 :])
            is_naming = is_comma and self._is_naming(at, joint, end)
            if is_naming and items and (items[-1].entity is not None or mediating):
                found = [party for party in found if party not in items]
            if (is_comma and not closes and items and not is_naming) or (not items and found and not is_naming):
                break
            at = joint[1]
        return self._bodies(start, end, found, mediating=mediating)

    def _bodies(self, start: int, end: int, found: list[Party], *, mediating: bool) -> list[Party]:
        """Return the bodies of a list alone where it names their heads too: `the leaders of X and Y, A and B`."""
        bodies = [party for party in found if party.entity is not None and party.entity.sort == "group"]
        people = [party for party in found if party.entity is not None and party.entity.sort == "person"]
        if bodies and people and _HEADED_BY.search(self.article.text, start, bodies[0].span[0]):
            return [party for party in found if party not in people]
        return found if mediating else self.persons.as_bodies(start, end, found)

    def _is_naming(self, start: int, joint: Span, end: int) -> bool:
        """Tell whether a comma leads from a role to its name: `the president of X, Y`, `rebel groups, the Z`."""
        roles = self.items.roles_of(self.article.sentence_at(start))
        named = [p for p in self.speakers.within(joint[1], end) if not any(r[0] <= p[0][0] < r[1] for r in roles)]
        title = r"(?:the\s+)?(?:(?:former\s+)?(?:[A-Z]\w+\s+)?(?:[a-z]+\s+){0,3})"
        if not named or not re.fullmatch(title, self.article.text[joint[1] : named[0][0][0]]):
            return False
        before = self.article.text[start : joint[0]]
        if _SINGLE.search(before):
            return False
        if named[0][1].sort == "person":
            has_person = any(each.sort == "person" for _, each in self.speakers.within(start, joint[0]))
            return bool(OFFICE.search(before)) and not has_person
        acting = [each for _, each in self.speakers.within(start, joint[0]) if each.sort != "place"]
        return named[0][1].sort == "group" and bool(ROLE.search(before)) and not acting

    def _renames(self, role: Party, name: Party) -> bool:
        if _SINGLE.search(role.text):
            return False
        between = self.article.text[role.span[1] : name.span[0]]
        is_head = name.entity is not None and name.entity.sort == "person" and role.text.endswith("leaders")
        title = r"(?:[\w-]+\s+){0,3}" if is_head else r"(?:the\s+)?"
        return bool(re.fullmatch(rf"\s*,\s+{title}", between))

    def _joints(self, text: str, base: int, start: int, end: int) -> list[Span]:
        named = [span for span, _ in self.speakers.within(start, end)]
        joints = []
        for match in _JOINT.finditer(text, start - base, end - base):
            low, high = base + match.start(), base + match.end()
            if not any(span[0] < low and high < span[1] for span in named):
                joints.append((low, high))
        return joints

    def subject(self, verb: int, number: int, *, mediating: bool = False) -> list[Party]:
        """Return who does what the verb at an offset says: the list before it in its clause."""
        sentence = self.article.sentences[number]
        text, hidden = self.veiled(number)
        base = sentence.start
        for low, high in hidden:
            if low < verb < high:
                return self._inside(low, verb, mediating=mediating)
        who = re.search(
            r"\b(?:who|which)\s+(?:(?:has|have|had|also|jointly|together|later|\w+ly)\s+)*$", text[: verb - base]
        )
        if who:
            return self._last_before(base + who.start())
        spoken_of = self.pronouns.read(text[max(0, verb - base - _TITLE) : verb - base], max(base, verb - _TITLE))
        if spoken_of is not None:
            return spoken_of
        gerund = (
            _GERUND.search(text, max(0, verb - base - _TITLE), verb - base)
            if text[verb - base :].startswith(("signing", "reaching", "agreeing"))
            else None
        )
        if gerund:
            return self._of_clause(text, base, base + gerund.start(), mediating=mediating)
        praised = _PRAISED.search(text, 0, verb - base)
        if praised:
            return self._read_list(
                text, base, base + praised.start("who"), base + praised.end("who"), mediating=mediating
            )
        start = base
        for match in _CLAUSE.finditer(text, 0, verb - base):
            start = base + match.end()
        dateline = DATELINE.search(text, 0, min(verb - base, _LINE))
        if dateline and base + dateline.end() > start:
            start = base + dateline.end()
        while leading := _LEADING.match(text, start - base, verb - base) or self._leading_place(
            text, base, start, verb
        ):
            start = base + leading.end()
        return self._read_list(text, base, start, verb, mediating=mediating)

    def _of_clause(self, text: str, base: int, end: int, *, mediating: bool) -> list[Party]:
        """Return who does something before doing what a gerund says: `X and Y shook hands after signing`."""
        verb = _DID.search(text, 0, end - base)
        return self.subject(base + verb.start(), self.article.sentence_at(base), mediating=mediating) if verb else []

    def _leading_place(self, text: str, base: int, start: int, verb: int) -> re.Match[str] | None:
        """Return the second name of a place that leads a sentence: `After talks in Rimbo, Sweden, X signed`."""
        place = re.compile(r"\s*[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?,\s").match(text, start - base, verb - base)
        if not place or start == base:
            return None
        led = text[: start - base].rstrip(" ,")
        before = self.speakers.within(max(base, start - 90), base + len(led))
        named = self.speakers.within(start, base + place.end())
        is_place = bool(before) and before[-1][1].sort == "place" and before[-1][0][1] == base + len(led)
        return place if is_place and named and named[0][1].sort == "place" else None

    def _inside(self, low: int, verb: int, *, mediating: bool) -> list[Party]:
        """Return the subject of a verb in an insertion: `X, who signed it`, `the truce, which X and Y brokered`."""
        text = self.article.text
        relatives = list(re.finditer(r"\b(?:who|which|that|whose\s+\w+)\s+", text[low:verb]))
        if not relatives:
            return []
        start = low + relatives[-1].end()
        if not re.fullmatch(
            r"(?:(?:has|have|had|also|jointly|together|later|is|was|were|are|been|helped|\w+ly)\s+)*"
            r"(?:(?<=(?:has|had|ave)\s)an?\s+(?:[\w-]+\s+){0,3})?",
            text[start:verb],
        ):
            return self._read_list(text[start:verb], start, start, verb, mediating=mediating)
        found = self._last_before(low + relatives[-1].start())
        is_whose = relatives[-1].group().startswith("whose")
        return [party for party in found if not (is_whose and party.entity and party.entity.sort == "person")]

    def _last_before(self, offset: int) -> list[Party]:
        """Return who is named last before a relative clause."""
        stop = offset
        while stop and self.article.text[stop - 1] in " ,":
            stop -= 1
        named = self.speakers.within(max(0, stop - 120), stop)
        beside = [
            pair for pair in named if pair[0][1] == stop or _STAFF.fullmatch(self.article.text[pair[0][1] : stop])
        ]
        if not beside:
            people = [pair for pair in named if pair[1].sort == "person"]
            between = self.article.text[people[-1][0][1] : stop] if people else ""
            if re.match(r",\s+(?:the|a|an|his|its|their|former|head|leader)\b", between) and not _SAYS.search(between):
                beside = people[-1:]
        return [Party(each.name, span, each) for span, each in beside[:1]]


def dedupe(parties: Iterable[Party]) -> list[Party]:
    """Return parties, each text once."""
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.text, party)
    return list(kept.values())
