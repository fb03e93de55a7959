"""Code points to lines and columns, and the places of a document's keys and values, worked out when asked for."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from factsheet.diagnostics import Pointer
from factsheet.model import Json, Marks, Span

_BREAK = re.compile(r"\r\n|\r|\n")

Stretch = tuple[int, int]
"""The index of the first code point of a node, and of the one after its last."""


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def position(self, index: int) -> tuple[int, int]:
        """Return line and column, from 1, of the code point at `index`."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def span(self, first: int, last: int) -> Span:
        """Return the span of the code points from `first` up to `last`."""
        return (*self.position(first), *self.position(last))


class Places:
    """The places of all keys and values of one document, worked out once, at the first question.

    Few documents are ever asked: a diagnostic needs them, nothing else does, and working them out while reading
    would take as long as reading.
    """

    def __init__(self, text: str, value: Json, firsts: Sequence[int], lasts: Sequence[int]) -> None:
        self._text = text
        self._value = value
        # Where each node begins and ends, in the order of the text: a map or list, then what is in it; a key, then its
        # value. As machine integers, which take a tenth of the memory of spans.
        self._firsts = array("L", firsts)
        self._lasts = array("L", lasts)

    def marks(self) -> Marks:
        """Return the places as the model has them."""
        return Marks(_Spans(self, is_keys=False), _Spans(self, is_keys=True))

    @cached_property
    def found(self) -> tuple[dict[Pointer, Span], dict[Pointer, Span]]:
        """The places of values, and of keys."""
        values: dict[Pointer, Span] = {}
        keys: dict[Pointer, Span] = {}
        lines = Lines(self._text)
        for (pointer, is_key), first, last in zip(_walk(self._value), self._firsts, self._lasts, strict=True):
            (keys if is_key else values)[pointer] = lines.span(first, last)
        return values, keys


class _Spans(Mapping[Pointer, Span]):
    """One half of what `Places` knows."""

    __slots__ = ("_is_keys", "_places")

    def __init__(self, places: Places, *, is_keys: bool) -> None:
        self._places = places
        self._is_keys = is_keys

    def __getitem__(self, pointer: Pointer) -> Span:
        return self._places.found[self._is_keys][pointer]

    def __iter__(self) -> Iterator[Pointer]:
        return iter(self._places.found[self._is_keys])

    def __len__(self) -> int:
        return len(self._places.found[self._is_keys])

    def __repr__(self) -> str:
        return repr(self._places.found[self._is_keys])


def _walk(root: Json) -> Iterator[tuple[Pointer, bool]]:
    """Yield the pointer of each value, and before it that of its key (True), in the order of the text."""
    yield (), False
    stack = [_children((), root)]
    while stack:
        for pointer, child, is_key in stack[-1]:
            yield pointer, is_key
            if not is_key and isinstance(child, (dict, list)):
                stack.append(_children(pointer, child))
                break
        else:
            stack.pop()


def _children(pointer: Pointer, value: Json) -> Iterator[tuple[Pointer, Json, bool]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield (*pointer, key), child, True
            yield (*pointer, key), child, False
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield (*pointer, index), child, False
