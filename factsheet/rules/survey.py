"""One walk through the data of a record, and what rules look for in it: texts, dates, maps with a span, citations."""

from typing import Final, NamedTuple

from factsheet.diagnostics import Pointer
from factsheet.model import Json, Object
from factsheet.resolution import Shape
from factsheet.text import is_plain

_SPANS: Final = (("from", "until"), ("listed", "removed"), ("date", "until"))
_NO_TEXT: Final = frozenset({"kind", "id", "former_ids", "silence", "draft", "embargo"})


class Words(NamedTuple):
    """A text in one language; `tag` is '' where it is the same in every language."""

    pointer: Pointer
    tag: str
    text: str
    is_markdown: bool = False


class Survey:
    """What stands in one record, each with its pointer in the normalised data, in reading order."""

    __slots__ = ("cites", "dates", "spans", "words")

    def __init__(self) -> None:
        self.words: list[Words] = []
        self.dates: list[tuple[Pointer, Object]] = []
        self.spans: list[tuple[Pointer, Object, str, str]] = []
        self.cites: list[tuple[Pointer, Object]] = []


def survey(data: Object, shape: Shape) -> Survey:
    """Return the survey of a record's normalised data. Dates and spans of what is rejected are left out."""
    found = Survey()
    for name, value in data.items():
        if name == "cite":
            _add_cites(value, (), found)
        elif name not in _NO_TEXT:
            _walk(value, shape.child(name), (name,), found, stands=True)
    return found


def _walk(value: Json, shape: Shape, pointer: Pointer, found: Survey, *, stands: bool) -> None:
    if isinstance(value, dict):
        _walk_map(value, shape, pointer, found, stands=stands)
    elif isinstance(value, list):
        entry = shape.entry
        for index, each in enumerate(value):
            _walk(each, entry, (*pointer, index), found, stands=stands)
    elif isinstance(value, str) and not is_plain(value):
        found.words.append(Words(pointer, "", value))


def _walk_map(value: Object, shape: Shape, pointer: Pointer, found: Survey, *, stands: bool) -> None:
    if "edtf" in value:
        if stands:
            found.dates.append((pointer, value))
    elif isinstance(value.get("missing"), str):
        _add_texts(value.get("note"), (*pointer, "note"), found)
        _add_cites(value.get("cite"), pointer, found)
    elif shape.is_text:
        _add_texts(value, pointer, found, is_markdown=shape.is_markdown)
    elif "ref" not in value and "high" not in value:
        _enter(value, shape, pointer, found, stands=stands and "rejected" not in value)


def _enter(value: Object, shape: Shape, pointer: Pointer, found: Survey, *, stands: bool) -> None:
    if stands:
        found.spans.extend((pointer, value, first, last) for first, last in _SPANS if first in value and last in value)
    for name, each in value.items():
        if name == "cite":
            _add_cites(each, pointer, found)
        else:
            _walk(each, shape.child(name), (*pointer, name), found, stands=stands)


def _add_texts(value: Json, pointer: Pointer, found: Survey, *, is_markdown: bool = False) -> None:
    for tag, text in value.items() if isinstance(value, dict) else ():
        if isinstance(text, str):
            found.words.append(Words((*pointer, tag), tag, text, is_markdown))


def _add_cites(value: Json, pointer: Pointer, found: Survey) -> None:
    for index, cite in enumerate(value if isinstance(value, list) else ()):
        if not isinstance(cite, dict):
            continue
        place = (*pointer, "cite", index)
        if len(cite) > 1:
            found.cites.append((place, cite))
            _add_texts(cite.get("note"), (*place, "note"), found)
            for name in ("quote", "at"):
                text = cite.get(name)
                if isinstance(text, str) and not is_plain(text):
                    found.words.append(Words((*place, name), "", text))
