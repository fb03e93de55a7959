"""Stage 5: former names: `formerly X`, `known until 2016 as X`, `renamed itself X`, of a group named or spoken of."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from factsheet.extraction.naming.entities import Entity, Name, fold
from factsheet.extraction.reading.article import Article, Sentence, Span
from factsheet.extraction.speaking.speakers import Speakers

_NAME: Final = r"[\"“‘']?(?P<name>(?:al-|Al-)?[A-ZÀ-Þ][\w'’-]*(?:\s+(?:(?:of|the|for|al|and|in|de)\s+){0,2}(?:al-)?[A-ZÀ-Þ][\w'’-]*){0,6}|al-[A-Z]\w+)"
_WHEN: Final = r"(?:(?:early|late|mid)[-\s])?(?:[A-Z][a-z]+\s+)?(?:\d{1,2},\s+)?\d{4}"
_DATED: Final = rf"(?:(?:in|since|after|from|on)\s+{_WHEN},?\s+|(?:[\w]+\s+(?:years?|months?)\s+later|later\s+that\s+year|the\s+following\s+year),?\s+)?"
_ONCE: Final = rf"(?:formerly|previously|once|originally|initially|earlier|first|then|until\s+recently|before\s+that|until\s+(?:then|last\s+\w+|{_WHEN})|before\s+{_WHEN}|prior\s+to\s+{_WHEN})"
_FORMER: Final = re.compile(
    rf"\s*(?:\([^()]{{0,40}}?,?\s*|,\s*|\s)(?:(?:which|that|and)\s+)?(?:(?:was|had\s+been|is)\s+)?(?:"
    rf"{_ONCE},?\s+(?:(?:was|had\s+been)\s+)?(?:(?:known|called|named|established|founded|formed|created|operating|styled|went|(?:had\s+)?gone|calling\s+itself|called\s+itself)\s+)?(?:as\s+|by\s+the\s+name\s+(?:of\s+)?|under\s+the\s+name\s+(?:of\s+)?)?"
    rf"|known\s+{_ONCE}\s+as\s+|(?:went|goes|had\s+gone)\s+(?:at\s+first\s+)?by\s+the\s+name\s+(?:of\s+)?(?=[^.;]*\buntil\b)|(?:came\s+into\s+being|came\s+into\s+existence|was\s+born|were\s+born|first\s+appeared)\s+(?:in\s+\d{{4}}\s+)?as\s+(?:the\s+)?(?!an?\b)|(?:began|begun|started(?:\s+out)?|founded|formed|established|launched)\s+(?:life\s+)?(?:in\s+(?:the\s+)?(?:[A-Z]\w+\s+)?\d{{4}}s?\s+)?(?:as|under\s+the\s+name\s+(?:of\s+)?)\s+(?:the\s+)?(?!(?:an?|the\s+\w+\s+wing)\b)|the\s+(?:former|rebranded|renamed|reconstituted)\s+|used\s+to\s+be\s+(?:called|known\s+as|named)\s+|ex-|(?=(?:the\s+)?[A-Z][^()]{{2,60}}?\suntil\s[^()]{{0,12}}\d{{4}}\))|(?:is|was)\s+the\s+(?:new|current|present)\s+name\s+(?:[a-z]+\s+){{0,5}}(?:of|by|for)\s+(?:the\s+)?)"
    rf"(?:the\s+)?{_NAME}"
)
_WAS: Final = re.compile(
    rf"\s*,?\s+(?:(?:which|that)\s+)?(?:(?:was|were|had\s+been)\s+)(?:(?:formerly|previously|originally|once|first|until\s+(?:{_WHEN}|then)|then|initially)\s+)?(?:known|called|named)\s+(?:as\s+)?(?:the\s+)?{_NAME}"
)
_RENAMED: Final = re.compile(
    rf"\s*(?:\((?:[^()]{{0,30}}?[;,]\s*)?|,\s*)(?:now|today|currently|(?:now|since|later|subsequently)\s+(?:renamed|called|known\s+as))\s+(?:the\s+)?{_NAME.replace('name>', 'new>')}|\s*,?\s*{_DATED}(?:(?:which|that|and|later|then|has|have|had|was|were|been|since|subsequently|recently|would|will|henceforth|hereafter|be)\s+)*{_DATED}(?:"
    r"(?:reborn|resurrected|reinvented)\s+(?:itself\s+)?as\s+(?=the\s+[A-Z]|[A-Z])|(?:renamed|re-named|rebranded|rechristened|restyled|relaunched|reconstituted|recast|renaming|rebranding)\s+(?:itself\s+|themselves\s+)?(?:as\s+|to\s+)?"
    r"|(?:changed|changing)\s+(?:its|their|the\s+group['’]s)\s+name\s+(?:from\s+[^.;,]{3,60}?\s+)?to\s+|(?:adopted|took|taken|assumed|took\s+on)\s+(?:the|a|its)\s+(?:new\s+|current\s+|present\s+)?name,?\s+(?:of\s+)?"
    r"|(?:dropped|shed|discarded)\s+(?:its|their)\s+(?:[\w-]+\s+)?name\s+(?:and\s+became|to\s+become|for)\s+|became\s+known\s+as\s+|(?:(?<=later\s)|(?<=subsequently\s)|(?<=since\s))(?:known\s+as|called)\s+|now\s+(?:known\s+as|called|calls\s+itself|operates\s+as|operating\s+as|goes\s+by)\s+|(?:from\s+now\s+on\s+)?be\s+(?:called|known\s+as|renamed)\s+"
    rf")(?:the\s+)?{_NAME}"
)
_SUBJECT: Final = re.compile(
    r"\b(?:[Ii]t|[Tt]he\s+(?:latter|last)|(?:[Tt]he|[Tt]his)\s+(?:group|movement|organi[sz]ation|party|faction|militia|outfit|alliance|coalition))(?=\s)"
)
_IT_WAS: Final = re.compile(
    rf"\b(?:[Bb]efore\s+(?:that|then)|[Pp]reviously|[Uu]ntil\s+(?:then|{_WHEN})|[Oo]riginally|[Aa]t\s+first|earlier|[Ff]ormerly),?\s+(?:it|the\s+group|the\s+movement|the\s+party)\s+(?:was|had\s+been|went|called\s+itself)\s+(?:called|known\s+as|named|by\s+the\s+name\s+(?:of\s+)?)?\s*(?:the\s+)?{_NAME}"
)
_FROM: Final = re.compile(r"name\s+from\s+(?:the\s+)?(?P<old>[^.;,]{3,60}?)\s+to\s")
_CURRENT: Final = re.compile(
    r"(?:current|present|new|latest)\s+name|before\s+(?:it\s+)?(?:renam|rebrand|chang)", re.IGNORECASE
)
_PAST: Final = re.compile(r"until|formerly|previously|originally|once|until|initially|first")
_SIGN: Final = re.compile(
    r"new\s+name|went|goes|gone|came|born|appeared|dropped|shed|discard|today|current|[Ff]ormer|Previous|Once|Original|Now|Renam|Rebrand|previous|once|original|initial|earlier|first|then|until|before|prior|began|started|founded|formed|established|launched|nam|reborn|resurrect|reinvent|used\s+to|ex-|rebrand|rechristen|restyl|reconstitut|recast|known|called|now|adopt|took"
)
_OPENED: Final = re.compile(
    rf"(?:(?P<now>Renamed|Rebranded(?:\s+as)?|Now\s+(?:called|known\s+as))|(?P<once>Formerly|Previously|Once|Originally)(?:\s+(?:known\s+as|called|named))?)\s+(?:the\s+)?{_NAME}[^.;,]{{0,30}}?,\s+(?:the\s+)?$"
)
_INSET: Final = re.compile(r",\s[^,;.()]{3,50},(?=\s)")
_CLAUSE: Final = re.compile(r"(?:[,;:—–]|\b(?:and|but|that|when|before))\s$")
_READ: Final = 50

Former = tuple[str, str, Span]


def find_former_names(article: Article, entities: Sequence[Entity], speakers: Speakers) -> list[Former]:
    """Return old name, new name and place of each renaming; the old name also becomes a name of its group."""
    reader = _Reader(article, entities)
    found: list[Former] = []
    for entity in reader.groups:
        for span in entity.spans[:_READ]:
            found += reader.read(entity, span)
    for sentence in article.sentences:
        if _SIGN.search(article.text, sentence.start, sentence.end):
            found += reader.read_pronouns(sentence, speakers)
    return found


def opens_clause(text: str, start: int, opening: int) -> bool:
    """Tell whether a clause begins at an offset: with the sentence, after a mark, `and`, `but` or `that`."""
    return start == opening or bool(_CLAUSE.search(text[max(opening, start - 8) : start]))


class _Reader:
    def __init__(self, article: Article, entities: Sequence[Entity]) -> None:
        self.article = article
        self.text = article.text
        self.groups = [each for each in entities if each.sort == "group"]
        self.folded = {fold(name.text) for each in self.groups for name in each.names}
        self.starts = sorted({span[0] for each in self.groups for span in each.spans})
        self.ends = {span[0]: span[1] for each in self.groups for span in each.spans}
        self.people = {span[0] for each in entities if each.sort != "group" for span in each.spans}

    def read(self, entity: Entity, span: Span) -> Iterator[Former]:
        """Yield what stands right after one mention, over brackets."""
        sentence = self.article.sentences[self.article.sentence_at(span[0])]
        end = span[1]
        after = re.compile(r"\s*\([^()]{1,40}\)").match(self.text, end)
        if (
            after
            and not re.search(_PAST, after.group())
            and not re.search("renamed|ex-|then |earlier |before ", after.group())
        ):
            end = after.end()
        opened = _OPENED.search(self.text, sentence.start, span[0])
        if opened and opened.start() == sentence.start:
            other, place = self.named(opened)
            if opened.group("once"):
                self.note(entity, other, place)
            pair = (other, entity.name) if opened.group("once") else (entity.name, other)
            yield (*pair, (place[0], span[1]))
        goes_on = re.compile(r"(?:\s+in\s+(?:[A-Z][a-z]+\s+)?\d{4})?,?\s+(?:and|but|then|later)\b").match(
            self.text, end
        )
        if goes_on and self.names_between(sentence.start, span[0]):
            return
        inset = _INSET.match(self.text, end)
        for stop in (end, inset.end()) if inset else (end,):
            if _SIGN.search(self.text, stop, min(sentence.end, stop + 90)):
                found = list(self.match(entity, (span[0], stop), sentence))
                yield from found
                if found:
                    return

    def names_between(self, start: int, end: int) -> bool:
        """Tell whether a group is named in a stretch."""
        number = bisect_left(self.starts, start)
        return number < len(self.starts) and self.starts[number] < end

    def match(self, entity: Entity, span: Span, sentence: Sentence) -> Iterator[Former]:
        for pattern, is_old in ((_FORMER, True), (_WAS, True), (_RENAMED, False)):
            match = pattern.match(self.text, span[1], min(sentence.end, span[1] + 200))
            if not match or match.start(_group(match)) in self.people:
                continue
            if self.text[self.named(match)[1][1] :][:1] in {"'", "’"}:
                continue
            if pattern is _WAS and not (
                _CURRENT.search(self.text[sentence.start : span[0]])
                or _PAST.search(match.group())
                or re.match(r"[^.;,]{0,12}\buntil\b", self.text[self.named(match)[1][1] :])
            ):
                continue
            other, place = self.named(match)
            if fold(other) == fold(entity.name):
                continue
            old, new = (other, entity.name) if is_old else (entity.name, other)
            if is_old:
                self.note(entity, old, place)
            source = _FROM.search(match.group())
            yield (source.group("old") if source else old), new, (span[0], place[1])
            return

    def named(self, match: re.Match[str]) -> tuple[str, Span]:
        """Return the name that a pattern found, up to where the names of the text say it ends."""
        start = match.start(_group(match))
        end = self.ends.get(start, start + len(match.group(_group(match)).strip()))
        return " ".join(self.text[start:end].split()), (start, end)

    def read_pronouns(self, sentence: Sentence, speakers: Speakers) -> Iterator[Former]:
        """Yield what is told of `it` or `the group`: `It renamed itself X`, `before that it was called X`."""
        for match in _IT_WAS.finditer(self.text, sentence.start, sentence.end):
            owner = speakers.last_before(match.start(), frozenset({"group"}))
            old, place = self.named(match)
            if owner is not None and not owner.find(old):
                self.note(owner, old, place)
                yield old, owner.name, (match.start(), place[1])
        subject = next(
            (each for _, each in speakers.within(sentence.start, sentence.end) if each.sort == "group"), None
        )
        for match in re.compile(r"\s(?=(?:and|then|later)\s)").finditer(self.text, sentence.start, sentence.end):
            if subject is not None and self.names_between(sentence.start, match.start()):
                yield from self.match(subject, match.span(), sentence)
        for match in _SUBJECT.finditer(self.text, sentence.start, sentence.end):
            if not opens_clause(self.text, match.start(), sentence.start):
                continue
            named = [each for _, each in speakers.within(sentence.start, match.start()) if each.sort == "group"]
            owner = named[0] if named else speakers.last_before(match.start(), frozenset({"group"}))
            if match.group().endswith(("latter", "last")):
                owner = self.last_of_before(sentence, speakers)
            if owner is not None:
                yield from self.match(owner, match.span(), sentence)

    def last_of_before(self, sentence: Sentence, speakers: Speakers) -> Entity | None:
        """Return the group named last in the sentence before: `the latter`."""
        number = self.article.sentence_at(sentence.start)
        before = self.article.sentences[number - 1] if number else sentence
        named = [each for _, each in speakers.within(before.start, before.end) if each.sort == "group"]
        return named[-1] if named else None

    def note(self, entity: Entity, old: str, place: Span) -> None:
        """Mark a name as former, on the group itself; one that lives on as a group of its own stays one."""
        _note(entity, self.folded, old, place)


def _group(match: re.Match[str]) -> str:
    return "new" if match.groupdict().get("new") else "name"


def _note(entity: Entity, groups: Collection[str], old: str, place: Span) -> None:
    mine = entity.find(old)
    if mine:
        mine.kind = "former"
    elif fold(old) not in groups:
        entity.names.append(Name(old, "former-name", [place], "former"))
