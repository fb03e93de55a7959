"""Events to values, without recursion; and what is refused of YAML's structure."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, cast

from factsheet.diagnostics import Pointer
from factsheet.loading import events
from factsheet.loading.layout import Layout
from factsheet.loading.places import Places, Stretch
from factsheet.loading.problems import Problems, StopReadingError, shorten
from factsheet.loading.scalars import Refusal, read_plain
from factsheet.loading.syntax import report_syntax_error
from factsheet.model import Json

_MOST_EVENTS_A_NODE = 4  # a document that is one scalar has three
_EVENTS_BESIDE = 8


class _Frame:
    """A list or map that is still open, or (`value` is None) the document around it."""

    __slots__ = ("indent", "is_flow", "is_map", "key", "keys", "node", "value")

    def __init__(self, value: list[Json] | dict[str, Json] | None, node: int, indent: int) -> None:
        self.value = value
        self.node = node  # its number among the nodes of the text
        self.indent = indent  # the column, from 0, that a line which goes on with a value in here must reach
        self.is_map = type(value) is dict
        self.is_flow = False
        self.key: str | None = None
        self.keys: dict[str, int] = {}  # the number of each key among the nodes of the text


class Builder:
    """Builds the documents of one text; `documents` grow as events come in, `is_whole` says that all did."""

    def __init__(self, problems: Problems, *, depth: int, nodes: int) -> None:
        self.documents: list[tuple[Json, Places]] = []
        self.is_whole = False
        self._problems = problems
        self._layout = Layout(problems)
        self._depth = depth
        self._nodes = nodes
        self._firsts: list[int] = []  # where each node of the text begins, in order
        self._lasts: list[int] = []  # and where it ends
        self._holders: set[int] = set()  # which of the nodes are lists and maps
        self._open_document()

    def scalars(self) -> list[Stretch]:
        """Return where the scalars and aliases stand, those left empty excepted."""
        nodes = enumerate(zip(self._firsts, self._lasts, strict=True))
        return [(first, last) for node, (first, last) in nodes if last > first and node not in self._holders]

    def build(self, source: Iterator[Any]) -> None:
        """Take in every event; raises StopReadingError where the text can't be read any further."""
        handlers: dict[type, Callable[[Any], None]] = {
            events.ScalarEvent: self._take_scalar,
            events.MappingStartEvent: self._take_map,
            events.SequenceStartEvent: self._take_list,
            events.MappingEndEvent: self._take_end,
            events.SequenceEndEvent: self._take_end,
            events.AliasEvent: self._take_alias,
            events.DocumentStartEvent: self._open_document,
        }
        try:
            for event in islice(source, self._nodes * _MOST_EVENTS_A_NODE + _EVENTS_BESIDE):
                handler = handlers.get(type(event))
                if handler:
                    handler(event)
        except events.YAMLError as error:
            report_syntax_error(error, self._problems)
            raise StopReadingError from error
        if len(self._firsts) > self._nodes:
            self._refuse_nodes()
        self.is_whole = True

    def _open_document(self, _: events.Event | None = None) -> None:
        self._frame = _Frame(None, 0, 0)
        self._stack: list[_Frame] = []
        self._root = len(self._firsts)

    def _take_scalar(self, event: events.Scalar) -> None:
        first, last, style, frame = event.start_mark.index, event.end_mark.index, event.style, self._frame
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event, event.tag)
        value: Json | Refusal = event.value
        if not style:
            value = read_plain(event.value)
            if value == "-":
                self._refuse_dash(first)
        elif style == "|" or style == ">":  # noqa: PLR1714  # twice as fast as a look into a tuple
            last = self._layout.check_block(event, frame.indent)
        elif event.end_mark.line > event.start_mark.line:
            self._layout.check_quoted(first, last, frame.indent)
        self._firsts.append(first)
        self._lasts.append(last)
        if frame.is_map and frame.key is None:
            self._take_key(event, (first, last), is_text=type(value) is str)
            return
        if type(value) is Refusal:
            self._problems.add("yaml-number", value.message, first, last, hint=value.hint, pointer=self._pointer())
            value = None
        self._place(cast("Json", value), last)

    def _take_key(self, event: events.Scalar, stretch: Stretch, *, is_text: bool) -> None:
        frame, key = self._frame, event.value
        frame.key = key
        node = len(self._firsts) - 1
        if not is_text:
            self._refuse_key(key, stretch)
        elif key == "<<" and not event.style:
            self._add("yaml-alias", 'the merge key "<<" is not read', stretch, "write out the keys it stands for")
        elif frame.keys.setdefault(key, node) != node:
            self._refuse_duplicate(key, stretch, frame.keys[key])

    def _take_map(self, event: events.Start) -> None:
        self._take_start(event, {})

    def _take_list(self, event: events.Start) -> None:
        self._take_start(event, [])

    def _take_start(self, event: events.Start, value: list[Json] | dict[str, Json]) -> None:
        start, parent = event.start_mark, self._frame
        stretch = (start.index, event.end_mark.index)
        if len(self._stack) >= self._depth:
            self._refuse_depth(stretch)
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event, event.tag)
        if parent.is_map and parent.key is None:
            self._add("yaml-key", "a list or map can't be a key", stretch, "use text as the key, or quote it")
        is_flow = bool(event.flow_style)
        node = len(self._firsts)
        self._firsts.append(start.index)
        self._lasts.append(event.end_mark.index)
        self._holders.add(node)
        self._stack.append(parent)
        self._frame = frame = _Frame(value, node, parent.indent if is_flow else start.column + 1)
        frame.is_flow = is_flow

    def _take_end(self, event: events.Event) -> None:
        frame = self._frame
        self._frame = parent = self._stack.pop()
        if frame.is_flow:
            last = self._lasts[frame.node] = event.end_mark.index
            if frame.indent and not parent.is_flow:
                self._layout.check_brackets(self._firsts[frame.node], last, frame.indent)
        if parent.is_map and parent.key is None:
            parent.key = ""
        else:
            self._place(frame.value, self._lasts[frame.node])

    def _take_alias(self, event: events.NodeEvent) -> None:
        stretch = (event.start_mark.index, event.end_mark.index)
        self._firsts.append(stretch[0])
        self._lasts.append(stretch[1])
        hint = "write the value out; quote text that starts with an asterisk"
        self._add("yaml-alias", f'the alias "*{shorten(event.anchor or "")}" is not read', stretch, hint)
        if self._frame.is_map and self._frame.key is None:
            self._frame.key = ""
        else:
            self._place(None, stretch[1])

    def _place(self, value: Json, last: int) -> None:
        frame = self._frame
        holder = frame.value
        if type(holder) is list:
            self._lasts[frame.node] = last
            holder.append(value)
        elif type(holder) is dict:
            self._lasts[frame.node] = last
            holder[cast("str", frame.key)] = value
            frame.key = None
        else:
            places = Places(self._problems.text, value, self._firsts[self._root :], self._lasts[self._root :])
            self.documents.append((value, places))

    def _pointer(self) -> Pointer:
        """Return the pointer of the value that comes next."""
        pointer: list[str | int] = []
        for frame in (*self._stack, self._frame):
            if type(frame.value) is list:
                pointer.append(len(frame.value))
            elif frame.key is not None:
                pointer.append(frame.key)
        return tuple(pointer)

    def _refuse_nodes(self) -> None:
        message = f"the file holds more than {self._nodes:,} keys, values, lists and maps"
        hint = 'split it into several files, or raise "limits" in site.yaml'
        self._problems.add("too-many-nodes", message, self._firsts[self._nodes], hint=hint)
        raise StopReadingError

    def _refuse_depth(self, stretch: Stretch) -> None:
        message = f"lists and maps are nested more than {self._depth} deep"
        self._add("too-deep", message, stretch, "look for a bracket that is never closed")
        raise StopReadingError

    def _refuse_properties(self, event: events.NodeEvent, tag: str | None) -> None:
        stretch = (event.start_mark.index, event.start_mark.index + 1)
        if event.anchor is not None:
            message = f'the anchor "&{shorten(event.anchor or "")}" is not read'
            self._add("yaml-alias", message, stretch, "remove it; quote text that starts with an ampersand")
        if tag is not None:
            message = f'the tag "{shorten(tag.replace("tag:yaml.org,2002:", "!!"))}" is not read'
            self._add("yaml-tag", message, stretch, "remove it; quote text that starts with an exclamation mark")

    def _refuse_key(self, key: str, stretch: Stretch) -> None:
        key = shorten(key)
        message = f"the key {key} is not text" if key else 'there is no key before the ":"'
        hint = f'quote it: "{key}":' if key else "write a key, or quote text that starts with a colon"
        self._add("yaml-key", message, stretch, hint)

    def _refuse_duplicate(self, key: str, stretch: Stretch, node: int) -> None:
        related = (self._firsts[node], self._lasts[node])
        line, _ = self._problems.lines.position(related[0])
        message = f'"{shorten(key)}" stands twice in this map, first on line {line}'
        hint = "keep one of the two, or write both values as a list under one key"
        self._problems.add("duplicate-key", message, *stretch, hint=hint, pointer=self._pointer(), related=related)

    def _refuse_dash(self, first: int) -> None:
        hint = 'quote it if text is meant: "-"; start each entry of a list on a line of its own'
        self._add("yaml-syntax", 'a "-" can\'t stand alone here', (first, first + 1), hint)

    def _add(self, rule: str, message: str, stretch: Stretch, hint: str) -> None:
        self._problems.add(rule, message, *stretch, hint=hint, pointer=self._pointer())
