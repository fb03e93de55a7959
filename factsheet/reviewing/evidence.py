"""The evidence of an item as citations: which source, which paragraph, which words."""

import re
from collections.abc import Sequence
from typing import Final

from factsheet.extraction import Draft, Evidence, Item
from factsheet.model import Json, Object
from factsheet.reviewing.fields import Fields, as_list

LONGEST_QUOTE: Final = 300
_MOST_CITES: Final = 4
_TELLING: Final = ("/figures/0/value", "/name", "/statement", "/title")
"""Values whose sentence is the one that a record as a whole rests on, the first that it has."""


def cite(draft: Draft, source: str, evidence: Evidence) -> Object:
    """Return a piece of evidence as a citation; the sentence is quoted where it is short enough, else the piece."""
    citation: Object = {"source": source}
    if evidence.start is not None:
        citation["at"] = f"para {count_paragraphs(draft.text, evidence.start)}"
    quote = next((words for words in _list_quotes(draft, evidence) if 0 < len(words) <= LONGEST_QUOTE), "")
    return citation | ({"quote": quote} if quote else {})


def count_paragraphs(text: str, offset: int) -> int:
    """Return the number of the paragraph, from 1, that an offset lies in: lines that hold anything are paragraphs."""
    return max(sum(bool(line.strip()) for line in text[:offset].split("\n")[:-1]) + 1, 1)


def find_main(item: Item) -> Evidence | None:
    """Return the evidence that a record as a whole rests on."""
    placed = [each for each in item.evidence if each.start is not None]
    ranked = (next((each for each in placed if each.at == at), None) for at in _TELLING)
    return next((each for each in ranked if each), placed[0] if placed else None)


def add_cites(record: Object, item: Item, draft: Draft, source: str, fields: Fields) -> Object:
    """Return a record with its evidence as citations.

    The record cites the sentence it rests on, and those of plain fields; an entry that can have sources of its own
    cites its own sentence where that is another.
    """
    main = find_main(item)
    if main is None:
        return {**record, "cite": {"source": source}}
    found: Object = {name: value for name, value in record.items() if name != "cite"}
    cites = [cite(draft, source, main)]
    for name, value in found.items():
        others = [each for each in _list_pieces(item, name) if each.sentence is None or each.sentence != main.sentence]
        field = fields.get(name)
        if field.is_stated:
            pieces = [_find_piece(others, name, number, value) for number in range(len(as_list(value)))]
            entries = zip(as_list(value), pieces, strict=True)
            cited = [field.with_cite(entry, cite(draft, source, piece)) if piece else entry for entry, piece in entries]
            found[name] = cited if isinstance(value, list) else cited[0]
        elif name != "short":
            cites += [made for each in others[:1] if (made := cite(draft, source, each)) not in cites]
    listed: list[Json] = [*cites[:_MOST_CITES]]
    return {**found, "cite": listed[0] if len(listed) == 1 else listed}


def cite_entries(item: Item, name: str, draft: Draft, source: str) -> list[Object]:
    """Return the citation of each entry of a field, for a record that rests on other sources as a whole."""
    pieces, main = _list_pieces(item, name), find_main(item)
    value = item.record.get(name)
    found: list[Object] = []
    for number in range(len(as_list(value))):
        piece = _find_piece(pieces, name, number, value) or next(iter(pieces), main)
        found.append(cite(draft, source, piece) if piece else {"source": source})
    return found


def _list_pieces(item: Item, name: str) -> list[Evidence]:
    return [each for each in item.evidence if each.start is not None and each.at.split("/")[1:2] == [name]]


def _find_piece(pieces: Sequence[Evidence], name: str, number: int, value: Json) -> Evidence | None:
    if not isinstance(value, list):
        return next(iter(pieces), None)
    stem = f"/{name}/{number}"
    return next((each for each in pieces if each.at == stem or each.at.startswith(f"{stem}/")), None)


def _list_quotes(draft: Draft, evidence: Evidence) -> list[str]:
    pieces = [draft.text[slice(*evidence.sentence)]] if evidence.sentence else []
    return [re.sub(r"\s+", " ", piece).strip() for piece in (*pieces, evidence.quote)]
