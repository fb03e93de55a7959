"""Stage 5: former names, offshoots, wings, parts, successors and affiliates, from the words between two names."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.article import Article, Span
from factsheet.extraction.entities import Entity, Name, fold
from factsheet.extraction.speakers import Speakers

_THE: Final = r"(?:the\s+|its\s+|his\s+)?"
_WHICH: Final = r",?\s*(?:(?:which|that|and)\s+)?(?:(?:is|was|were|are|had|has|been|being|originally|itself|also|once|first|then|later|initially|reportedly|widely|largely|effectively)\s+)*"
_KIND: Final = r"(?:[\w-]+\s+){0,3}?"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation between two groups: `source` is a `type` of `target`; for a former name it is the old name."""

    type: str
    source: str
    target: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class _Frame:
    type: str
    between: re.Pattern[str]
    is_turned: bool = False


def _frame(type_: str, between: str, *, is_turned: bool = False) -> _Frame:
    return _Frame(type_, re.compile(between, re.IGNORECASE), is_turned)


_FRAMES: Final = (
    _frame(
        "political_wing_of",
        rf"{_WHICH}(?:considered\s+|seen\s+as\s+|regarded\s+as\s+)?(?:the\s+|a\s+)?political\s+(?:wing|arm|front|party)\s+of\s+{_THE}{_KIND}",
    ),
    _frame(
        "political_wing_of",
        rf"{_WHICH}{_THE}(?:military|armed|paramilitary|militant)\s+(?:wing|arm),?\s+{_THE}",
        is_turned=True,
    ),
    _frame(
        "part_of",
        rf"{_WHICH}(?:the\s+|a\s+)?(?:military|armed|paramilitary|youth|student|media)\s+(?:wing|arm|branch|division)\s+of\s+{_THE}{_KIND}",
    ),
    _frame(
        "offshoot_of",
        rf"{_WHICH}(?:founded\s+as\s+|formed\s+as\s+|established\s+as\s+|began\s+as\s+|started\s+as\s+|emerged\s+as\s+)?(?:an?\s+|the\s+)?{_KIND}(?:offshoot|splinter(?:\s+(?:group|faction))?|breakaway(?:\s+(?:group|faction|wing))?|spin-?off|outgrowth)\s+(?:of|from)\s+{_THE}{_KIND}",
    ),
    _frame(
        "offshoot_of",
        rf"{_WHICH}(?:broke|broken|split|splintered|seceded|splitting|breaking)\s+(?:away\s+|off\s+)?(?:in\s+\d{{4}}\s+)?from\s+{_THE}{_KIND}",
    ),
    _frame(
        "offshoot_of",
        rf"{_WHICH}(?:formed|founded|created|established)\s+(?:in\s+\d{{4}}\s+)?(?:by\s+(?:defectors|dissidents|former\s+members|deserters|dissident\s+members|breakaway\s+members)\s+(?:from|of)|out\s+of)\s+{_THE}{_KIND}",
    ),
    _frame(
        "affiliate_of",
        rf"{_WHICH}(?:an?\s+|the\s+)?{_KIND}(?:affiliate|affiliated\s+(?:with|to)|franchise|branch|ally|proxy|allied\s+(?:with|to)|linked\s+to|loyal\s+to|subordinate\s+to|aligned\s+with)\s*(?:of\s+|to\s+)?{_THE}{_KIND}",
    ),
    _frame("affiliate_of", rf"{_WHICH}(?:pledged|swore|sworn)\s+(?:its\s+)?allegiance\s+to\s+{_THE}{_KIND}"),
    _frame(
        "part_of", rf"{_WHICH}(?:a\s+)?(?:part|member|component|constituent|faction|unit|branch)\s+of\s+{_THE}{_KIND}"
    ),
    _frame("part_of", rf"{_WHICH}(?:joined|belongs\s+to|belonging\s+to|merged\s+into|folded\s+into)\s+{_THE}{_KIND}"),
    _frame(
        "succeeded_by",
        rf"{_WHICH}(?:dissolved|disbanded|abolished|wound\s+up)?[^.;]{{0,30}}?(?:replaced|succeeded|superseded)\s+by\s+(?:\w+['’]s\s+)?{_THE}{_KIND}",
    ),
    _frame(
        "succeeded_by",
        rf"{_WHICH}(?:transformed|turned|evolved|converted)\s+(?:itself\s+)?into\s+(?:a\s+political\s+party\s+called\s+)?{_THE}{_KIND}",
    ),
    _frame("succeeded_by", rf"{_WHICH}(?:replaced|succeeded|superseded)\s+{_THE}", is_turned=True),
    _frame(
        "succeeded_by",
        rf"{_WHICH}(?:the\s+|a\s+)?successor\s+(?:to|of|organi[sz]ation\s+(?:to|of))\s+{_THE}",
        is_turned=True,
    ),
)
_AFTER_SECOND: Final = (
    (
        "affiliate_of",
        re.compile(r",?\s+(?:(?:which|is|was|has\s+been|that)\s+)*(?:an?|the)\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE),
        re.compile(r"\s+(?:affiliate|franchise|branch|ally|proxy)\b"),
    ),
    (
        "affiliate_of",
        re.compile(r",?\s+(?:(?:which|is|was|that)\s+)*(?:an?|the)\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE),
        re.compile(r"[-‑](?:affiliated|linked|aligned)\b"),
    ),
    (
        "offshoot_of",
        re.compile(r",?\s+(?:(?:which|is|was|that)\s+)*(?:an?|the)\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE),
        re.compile(r"\s+(?:offshoot|splinter(?:\s+(?:group|faction))?|breakaway)\b"),
    ),
)
_LEFT: Final = re.compile(
    r"\s+(?:in\s+\d{4}\s+)?(?:to\s+(?:form|found|create|set\s+up|establish)|and\s+(?:formed|founded|created|set\s+up|established))\s+(?:the\s+|a\s+group\s+called\s+)?"
)
_LEAVING: Final = re.compile(
    r"\b(?:leave|leaves|left|leaving|quit|quits|broke\s+(?:with|away\s+from)|split\s+(?:from|with)|defected\s+from|deserted|abandoned|splintered\s+from)\s+(?:the\s+)?$"
)
_APPOSED: Final = re.compile(
    r",\s+(?:which\s+is\s+)?(?:a|an)\s+(?:[\w-]+\s+){0,2}?(?:breakaway|splinter|dissident)\s+(?:\w+\s+)?(?:faction|group|wing|movement|organi[sz]ation)\b(?!\s+(?:of|from))"
)
_BEFORE: Final = re.compile(
    r"\b(?:a|an)\s+(?:breakaway|splinter)\s+(?:\w+\s+)?(?:faction|group|wing|movement),\s+(?:the\s+)?$"
)
_NAME: Final = r"[\"“‘']?(?P<name>(?:al-|Al-)?[A-ZÀ-Þ][\w'’-]*(?:\s+(?:(?:of|the|for|al|and|in|de)\s+){0,2}(?:al-)?[A-ZÀ-Þ][\w'’-]*){0,6}|al-[A-Z]\w+)"
_FORMER_AFTER: Final = re.compile(
    rf"\s*(?:\([^()]{{0,40}}?,?\s*|,\s*|\s)(?:which\s+(?:was|had\s+been)\s+)?(?:(?:formerly|previously|once|originally|until\s+recently|then|before\s+that)\s+)(?:(?:known|called|named|operating)\s+)?(?:as\s+)?(?:the\s+)?{_NAME}"
)
_FORMER_WAS: Final = re.compile(
    rf"\s*,?\s+(?:(?:was|were|had\s+been)\s+)(?:(?:formerly|previously|originally|once|first|until\s+\d{{4}}|then|initially)\s+)?(?:known|called|named)\s+(?:as\s+)?(?:the\s+)?{_NAME}"
)
_RENAMED: Final = re.compile(
    rf"\s*,?\s*(?:(?:which|that|and|later|then|has|have|had|was|were|since|subsequently|in\s+\d{{4}})\s+)*(?:renamed|rebranded|rechristened|restyled)\s+(?:itself\s+|themselves\s+)?(?:as\s+|to\s+)?(?:the\s+)?{_NAME}|\s*,?\s*(?:(?:which|later|then|and|has|since)\s+)*(?:changed\s+its\s+name\s+to|adopted\s+the\s+name|took\s+the\s+name|became\s+known\s+as|now\s+(?:known\s+as|called))\s+(?:of\s+)?(?:the\s+)?{_NAME.replace('name>', 'name2>')}"
)
_IT_WAS: Final = re.compile(
    rf"\b(?:[Bb]efore\s+(?:that|then)|[Pp]reviously|[Uu]ntil\s+then|[Oo]riginally|[Aa]t\s+first|earlier),?\s+(?:it|the\s+group|the\s+movement|the\s+party)\s+(?:was|had\s+been)\s+(?:called|known\s+as|named)\s+(?:the\s+)?{_NAME}"
)
_READ: Final = 50
_CURRENT: Final = re.compile(
    r"(?:current|present|new|latest)\s+name|before\s+(?:it\s+)?(?:renam|rebrand|chang)", re.IGNORECASE
)


def find_relations(article: Article, entities: list[Entity]) -> list[Relation]:
    """Return relations between groups; a former name also becomes a name of its group."""
    found = _former_names(article, entities)
    speakers = Speakers(article, entities)
    for sentence in article.sentences:
        named = [(span, each) for span, each in speakers.within(sentence.start, sentence.end) if each.sort == "group"]
        for number, (span, one) in enumerate(named):
            for other_span, other in named[number + 1 : number + 4]:
                relation = _between(article, (span, one), (other_span, other))
                if relation:
                    found.append(relation)
                    break
    found += _apposed(article, speakers)
    found += _told_before(article, entities, speakers)
    return _once(found)


def _told_before(article: Article, entities: Sequence[Entity], speakers: Speakers) -> list[Relation]:
    """Return former names told of `it`: `before that it was called the Union of Youth`."""
    found = []
    groups = {fold(name.text) for each in entities if each.sort == "group" for name in each.names}
    for match in _IT_WAS.finditer(article.text):
        owner = speakers.last_before(match.start(), frozenset({"group"}))
        old = match.group("name").strip()
        if owner is not None and not owner.find(old):
            place = (match.start("name"), match.start("name") + len(old))
            _note_former(owner, groups, old, place)
            found.append(Relation("former_name", old, owner.name, (match.start(), place[1]), "former-name"))
    return found


def _apposed(article: Article, speakers: Speakers) -> list[Relation]:
    """Return offshoots of what was named last before them: `The X, a breakaway faction led by Y`."""
    found = []
    for sentence in article.sentences:
        named = [(span, each) for span, each in speakers.within(sentence.start, sentence.end) if each.sort == "group"]
        for number, (span, entity) in enumerate(named):
            after = _APPOSED.match(article.text, span[1], sentence.end)
            before = _BEFORE.search(article.text, max(sentence.start, span[0] - 50), span[0])
            if not after and not before:
                continue
            earlier = [each for _, each in named[:number] if each is not entity]
            parent = earlier[-1] if earlier else speakers.last_before(sentence.start, frozenset({"group"}))
            if parent is not None and parent is not entity:
                end = after.end() if after else span[1]
                found.append(
                    Relation(
                        "offshoot_of",
                        entity.name,
                        parent.name,
                        (before.start() if before else span[0], end),
                        "apposition",
                    )
                )
    return found


def _between(article: Article, first: tuple[Span, Entity], second: tuple[Span, Entity]) -> Relation | None:
    (span, one), (other_span, other) = first, second
    if one is other or other_span[0] < span[1]:
        return None
    between = re.sub(r"\s*\([^()]*\)", "", article.text[span[1] : other_span[0]])
    after = article.text[other_span[1] : other_span[1] + 40]
    for type_, words, ending in _AFTER_SECOND:
        tail = ending.match(after)
        if tail and words.fullmatch(between):
            place = (span[0], other_span[1] + tail.end())
            return Relation(type_, one.name, other.name, place, "between-names")
    if _LEFT.fullmatch(between) and _LEAVING.search(article.text[max(0, span[0] - 40) : span[0]]):
        return Relation("offshoot_of", other.name, one.name, (span[0], other_span[1]), "left-to-form")
    for frame in _FRAMES:
        if frame.between.fullmatch(between) or frame.between.fullmatch(between.lstrip(" ,")):
            source, target = (other, one) if frame.is_turned else (one, other)
            return Relation(frame.type, source.name, target.name, (span[0], other_span[1]), "between-names")
    return None


def _former_names(article: Article, entities: Sequence[Entity]) -> list[Relation]:
    found = []
    groups = [each for each in entities if each.sort == "group"]
    folded = {fold(name.text) for each in groups for name in each.names}
    for entity in groups:
        for span in entity.spans[:_READ]:
            found += _read_former(article, entity, folded, span)
    return found


def _read_former(article: Article, entity: Entity, groups: Collection[str], span: Span) -> list[Relation]:
    text = article.text
    sentence = article.sentences[article.sentence_at(span[0])]
    paren = re.compile(r"\s*\([A-Z][\w-]*\)").match(text, span[1], sentence.end)
    end = paren.end() if paren else span[1]
    for pattern, is_old in ((_FORMER_AFTER, True), (_FORMER_WAS, True), (_RENAMED, False)):
        match = pattern.match(text, end, min(sentence.end, end + 160))
        if not match:
            continue
        if pattern is _FORMER_WAS and not (
            _CURRENT.search(text[sentence.start : span[0]])
            or re.search(r"formerly|previously|originally|once|until|initially|first", match.group())
        ):
            continue
        group = "name" if match.groupdict().get("name") else "name2"
        other = match.group(group).strip()
        place = (match.start(group), match.start(group) + len(other))
        old, new = (other, entity.name) if is_old else (entity.name, other)
        if is_old:
            _note_former(entity, groups, other, place)
        return [Relation("former_name", old, new, (span[0], place[1]), "former-name")]
    return []


def _note_former(entity: Entity, groups: Collection[str], old: str, place: Span) -> None:
    """Mark a name as former, on the group itself; one that lives on as a group of its own stays one."""
    mine = entity.find(old)
    if mine:
        mine.kind = "former"
    elif fold(old) not in groups:
        entity.names.append(Name(old, "former-name", [place], "former"))


def _once(found: list[Relation]) -> list[Relation]:
    kept: dict[tuple[str, str, str], Relation] = {}
    for each in found:
        if each.source != each.target:
            kept.setdefault((each.type, each.source, each.target), each)
    return list(kept.values())
