"""PyYAML's home: the events of its parser, by libyaml where it is there, else in Python."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from yaml import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.loader import BaseLoader

try:
    from yaml.cyaml import CBaseLoader
except ImportError:  # a PyYAML built without libyaml
    CBaseLoader = None  # type: ignore[assignment,misc]  # the stubs don't know that build

__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "YAMLError",
]


class Mark(Protocol):
    """A place: code points from the start of the text; line and column from 0."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """An event that stands somewhere."""

    start_mark: Mark
    end_mark: Mark


class NodeEvent(Event, Protocol):
    """An alias, a scalar, or the start of a list or map."""

    anchor: str | None


class Scalar(NodeEvent, Protocol):
    """A scalar: its text after folding and escapes, and how it is written ('' or None when plain)."""

    tag: str | None
    value: str
    style: str | None


class Start(NodeEvent, Protocol):
    """The start of a list or map."""

    tag: str | None
    flow_style: bool | None


MakeParser = Callable[[str], Iterator[Any]]


_SURROGATE = re.compile("[\ud800-\udfff]")


def _bad_escape(mark: Any) -> MarkedYAMLError:  # noqa: ANN401  # PyYAML's two kinds of mark
    return MarkedYAMLError("while scanning a double-quoted scalar", None, "found an escape of no character", mark)


def parse_in_python(text: str) -> Iterator[Any]:
    r"""Yield the events of `text` as PyYAML's own parser finds them: slower, and stricter about tabs.

    It takes escapes of what is no character (`"\uD800"`), or fails on them with an error that is not its own.
    """
    parser = BaseLoader(text)
    try:
        for event in iter(parser.get_event, None):
            if isinstance(event, ScalarEvent) and _SURROGATE.search(event.value):
                raise _bad_escape(event.start_mark)
            yield event
    except (OverflowError, ValueError) as error:
        raise _bad_escape(parser.get_mark()) from error


def parse_in_c(text: str) -> Iterator[Any]:
    """Yield the events of `text` as libyaml finds them. Never let its composer near them: deep nesting crashes it."""
    return iter(CBaseLoader(text).get_event, None)


make_parser: MakeParser = parse_in_python if CBaseLoader is None else parse_in_c
