"""Quotations against the captured text of their source: exact where quoted, and our own words where not."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from factsheet.diagnostics import Diagnostic, Location
from factsheet.model import Object, Record
from factsheet.resolution import locate
from factsheet.rules.content import Content
from factsheet.rules.findings import locate_part, report
from factsheet.rules.sources import find_capture, list_sources
from factsheet.rules.values import get_target

_MARKS: Final = str.maketrans(dict.fromkeys("«»‹›“”„‟‘’‚‛″′`´ʼʹ", "'") | {'"': "'"} | dict.fromkeys("‐‑–—−", "-"))
_OMISSION: Final = re.compile(r"\s*(?:\[(?:\.\.\.|…)\]|\((?:\.\.\.|…)\)|\.\.\.|…)\s*")
_WORD: Final = re.compile(r"\w+(?:['-]\w+)*")
_RUN: Final = 12
_NEAR: Final = 0.4
_QUOTED: Final = frozenset({"quote", "title", "description", "name", "names", "short"})


class _Token(NamedTuple):
    """A word of a text, levelled, and where it stands."""

    word: str
    start: int
    end: int


def check_quote_not_in_capture(content: Content) -> Iterator[Diagnostic]:
    """A quotation stands word for word in the captured text of its source.

    Where `content/captures/<source>.txt` lies, each `quote` from that source is looked up in it. White space, quotation
    marks and dashes may differ, and ... or [...] stands for words left out. Captures are never published.

    Good:

        # groups/red-hill.yaml
        cite: {source: gazette, quote: "the men of the hill ... held the bridge"}
        # captures/gazette.txt
        On Monday the men of the hill, fewer than thirty, held the bridge.

    Bad:

        # groups/red-hill.yaml
        cite: {source: gazette, quote: the men of the hill took the bridge}
        # captures/gazette.txt
        On Monday the men of the hill, fewer than thirty, held the bridge.
    """
    for record in content.records:
        for pointer, cite in content.surveys[record.id].cites:
            source = get_target(cite.get("source"))
            path = find_capture(source)
            if isinstance(cite.get("quote"), str) and path in content.files:
                yield from _check_quote(content, record, (*pointer, "quote"), cite)


def check_copied_wording(content: Content) -> Iterator[Diagnostic]:
    """A text of ours repeats no dozen words in a row of a captured source without quotation marks.

    Facts are free, sentences aren't. Put it in your own words, or quote it with its place. Only sources that the record
    cites and whose text lies in `content/captures/` are compared.

    Good:

        # groups/red-hill.yaml
        body: Fewer than thirty men held the bridge [@gazette].
        # captures/gazette.txt
        On that long Monday the men of the hill, fewer than thirty of them in all, held the bridge over the river alone.

    Bad:

        # groups/red-hill.yaml
        body: The men of the hill, fewer than thirty of them in all, held the bridge over the river [@gazette].
        # captures/gazette.txt
        On that long Monday the men of the hill, fewer than thirty of them in all, held the bridge over the river alone.
    """
    for record in content.records:
        captures = [path for source in list_sources(content, record) if (path := find_capture(source)) in content.files]
        for path in captures:
            runs = _list_runs(content.read_capture(path) or "")
            for words in content.surveys[record.id].words if runs else ():
                tokens = [] if _QUOTED & set(words.pointer) else _tokenise(words.text)
                start = next((n for n in range(len(tokens) - _RUN + 1) if _key(tokens[n : n + _RUN]) in runs), -1)
                if start >= 0:
                    first, last = tokens[start].start, tokens[start + _RUN - 1].end
                    at = locate_part(record, words.pointer, first, last - first)
                    message = f'{_RUN} words in a row are those of the source: "{words.text[first:last]}"'
                    hint = "put it in your own words, or quote it"
                    yield report("copied-wording", at, message, hint=hint, related=[Location(path)])


def _check_quote(
    content: Content, record: Record, pointer: tuple[str | int, ...], cite: Object
) -> Iterator[Diagnostic]:
    path, quote = find_capture(get_target(cite.get("source"))), str(cite["quote"])
    capture = content.read_capture(path)
    if capture is None or _is_in(quote, capture):
        return
    message = f"this quotation isn't in {path}"
    near = _find_nearest(quote, capture)
    at = locate(record, pointer)
    if near is None:
        yield report("quote-not-in-capture", at, message, hint="nothing like it is there: is it another source?")
        return
    passage = " ".join(capture[near.start : near.end].split())
    place = _locate_in(path, capture, near)
    hint = f'the nearest passage, in line {place.line}: "{passage}"'
    yield report("quote-not-in-capture", at, message, hint=hint, related=[place])


def _is_in(quote: str, capture: str) -> bool:
    """Tell whether the parts of a quotation between its omissions stand in a text, in that order."""
    text, at = _level(capture), 0
    for part in _OMISSION.split(quote):
        levelled = _level(part).strip("' ")
        found = text.find(levelled, at)
        if found < 0:
            return False
        at = found + len(levelled)
    return True


@lru_cache(maxsize=64)
def _level(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_MARKS).split())


def _tokenise(text: str) -> list[_Token]:
    return [_Token(found[0].casefold(), *found.span()) for found in _WORD.finditer(text.translate(_MARKS))]


def _find_nearest(quote: str, capture: str) -> _Token | None:
    """Return the stretch of a text, as long as the quotation, that has the most of its words; none if too few."""
    words, tokens = [token.word for token in _tokenise(quote)], _tokenise(capture)
    wanted, size = Counter(words), len(words)
    held: Counter[str] = Counter()
    best, best_at, shared = 0, 0, 0
    for index, token in enumerate(tokens):
        held[token.word] += 1
        shared += held[token.word] <= wanted[token.word]
        if index >= size:
            left = tokens[index - size].word
            shared -= held[left] <= wanted[left]
            held[left] -= 1
        begins_alike = tokens[max(0, index - size + 1)].word == words[0] if words else False
        if shared > best or (shared == best and begins_alike):
            best, best_at = shared, index
    if not size or best < max(1, size * _NEAR):
        return None
    return _Token("", tokens[max(0, best_at - size + 1)].start, tokens[best_at].end)


def _locate_in(path: str, text: str, part: _Token) -> Location:
    line, column = text.count("\n", 0, part.start) + 1, part.start - text.rfind("\n", 0, part.start)
    last, end = text.count("\n", 0, part.end) + 1, part.end - text.rfind("\n", 0, part.end)
    return Location(path, line, column, last, end)


@lru_cache(maxsize=64)
def _list_runs(text: str) -> frozenset[str]:
    tokens = _tokenise(text)
    return frozenset(_key(tokens[n : n + _RUN]) for n in range(len(tokens) - _RUN + 1))


def _key(tokens: Sequence[_Token]) -> str:
    return " ".join(token.word for token in tokens)
