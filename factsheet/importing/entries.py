"""Lists whose entries have a key, and maps, opened so that each entry can be compared by itself, and closed again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from factsheet.importing.fields import find_branches
from factsheet.model import Json, Object
from factsheet.schemas import Schemas

_VALUE: Final = "value"
"""The key of rival values: the value itself, so that two of them are no versions of one entry."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value as typed and in normal form; None where there is none."""

    typed: Json = None
    normal: Json = None


class Trio(NamedTuple):
    """One value in three versions: as last imported, as it stands, as it comes in."""

    base: Node
    mine: Node
    theirs: Node


Version = Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class Parts:
    """A field opened into its entries, in three versions. `labels` name the entries of a list for people.

    `bare` is the part of a map that may stand alone for the whole.
    """

    versions: tuple[Version, Version, Version]
    schema: Object
    is_list: bool
    labels: Mapping[str, str] = field(default_factory=dict)
    bare: str = ""

    def list_keys(self) -> list[str]:
        """Return the keys of all entries: those that stand in their order, then what comes in."""
        base, mine, theirs = self.versions
        return list(dict.fromkeys((*mine, *theirs, *base)))

    def get(self, key: str) -> Trio:
        """Return one entry in its three versions."""
        return Trio(*(version.get(key, Node()) for version in self.versions))

    def name(self, path: str, key: str) -> str:
        """Return what one entry is called in a report."""
        return f"{path}[{self.labels[key]}]" if self.is_list else f"{path}.{key}"

    def schema_of(self, key: str, schemas: Schemas) -> Object:
        """Return the schema of one entry."""
        if self.is_list:
            return self.schema
        properties = self.schema.get("properties")
        found = properties.get(key) if isinstance(properties, dict) else None
        return schemas.resolve(found) if isinstance(found, dict) else {}

    def close(self, entries: Mapping[str, Json]) -> Json:
        """Return the entries that are there as one value, or None if there is none."""
        kept: Object = {key: value for key, value in entries.items() if value is not None}
        listed: list[Json] = list(kept.values())
        if not kept:
            return None
        if self.is_list:
            return listed[0] if len(listed) == 1 else listed
        return kept[self.bare] if kept.keys() == {self.bare} else kept


@dataclass(frozen=True, slots=True)
class Opener:
    """What fields are opened by: the schemas, and the language of texts without one."""

    schemas: Schemas
    language: str

    def open_field(self, nodes: Trio, schema: Object) -> Parts | None:
        """Return a field opened in all three versions, or None where its entries can't be told apart."""
        present = [node.normal for node in nodes if node.normal is not None]
        found = self.schemas.resolve(schema)
        if all(isinstance(each, list) for each in present):
            return self._open_lists(nodes, found)
        is_whole = nodes.mine.normal is not None and nodes.theirs.normal is not None
        is_map = all(isinstance(each, dict) for each in present) and (is_whole or not found.get("required"))
        return self._open_maps(nodes, found) if is_map else None

    def _open_lists(self, nodes: Trio, schema: Object) -> Parts | None:
        entry = next((each for each in find_branches(schema, self.schemas) if _is_entry(each)), None)
        if entry is None or schema.get("x-key") == _VALUE:
            return None
        names = self._find_key(schema, entry)
        base, mine, theirs = (_by_key(_pair(node), names) for node in nodes)
        if not names or base is None or mine is None or theirs is None or _were_replaced(base, mine, theirs):
            return None
        labels = {key: _label(node, names) for version in (base, mine, theirs) for key, node in version.items()}
        return Parts((base, mine, theirs), entry, is_list=True, labels=labels)

    def _find_key(self, schema: Object, entry: Object) -> list[str]:
        """Return what entries are known by: what may stand for them alone, else the records and words they need.

        It follows from the schema only, so that an entry is known by the same whatever else stands beside it.
        """
        if "x-key" in schema:
            return [str(schema["x-key"])]
        required, properties = entry.get("required"), entry.get("properties")
        known = properties if isinstance(properties, dict) else {}
        needed = [str(each) for each in required] if isinstance(required, list) else []
        forms = {name: self.schemas.resolve(at) for name in needed if isinstance(at := known.get(name), dict)}
        return [name for name, form in forms.items() if form.get("x-form", "list") == "list"]

    def _open_maps(self, nodes: Trio, schema: Object) -> Parts | None:
        if schema.get("x-form") in {"date", "amount"}:
            return None
        is_text = schema.get("x-form") == "text"
        bare = self.language if is_text else str(schema.get("x-key", ""))
        base, mine, theirs = (_open_map(node, bare) for node in nodes)
        if base is None or mine is None or theirs is None:
            return None
        inner = next((each for each in find_branches(schema, self.schemas) if _is_entry(each)), schema)
        return Parts((base, mine, theirs), inner, is_list=False, bare=bare if is_text else "")


def _is_entry(schema: Object) -> bool:
    properties = schema.get("properties")
    return isinstance(properties, dict) and "missing" not in properties


def _pair(node: Node) -> list[Node]:
    typed = node.typed if isinstance(node.typed, list) else [] if node.typed is None else [node.typed]
    normal = node.normal if isinstance(node.normal, list) else []
    return [Node(*pair) for pair in zip(typed, normal, strict=True)]


def _by_key(nodes: Sequence[Node], names: Sequence[str]) -> dict[str, Node] | None:
    """Return entries by their key, or None where one has none or two have the same."""
    found: dict[str, Node] = {}
    for node in nodes:
        if not isinstance(node.normal, dict) or any(name not in node.normal for name in names):
            return None
        key = json.dumps([_simple(node.normal[name]) for name in names], ensure_ascii=False)
        if key in found:
            return None
        found[key] = Node(node.typed if isinstance(node.typed, dict) else {names[0]: node.typed}, node.normal)
    return found


def _simple(value: Json) -> Json:
    """Return what an entry is known again by: of a text in several languages the first."""
    return next(iter(value.values()), None) if isinstance(value, dict) else value


def _label(node: Node, names: Sequence[str]) -> str:
    typed = node.typed if isinstance(node.typed, dict) else {}
    return ", ".join(str(_simple(typed[name])) for name in names if name in typed)


def _were_replaced(base: Version, mine: Version, theirs: Version) -> bool:
    """Tell whether an entry was written otherwise on both sides, so that nobody knows which became which."""
    gone = base.keys() - mine.keys() - theirs.keys()
    return bool(gone and mine.keys() - base.keys() - theirs.keys() and theirs.keys() - base.keys() - mine.keys())


def _open_map(node: Node, bare: str) -> dict[str, Node] | None:
    if node.normal is None:
        return {}
    normal = node.normal if isinstance(node.normal, dict) else {}
    typed = node.typed if isinstance(node.typed, dict) else {bare: node.typed} if bare else None
    if typed is None or typed.keys() != normal.keys():
        return None
    return {name: Node(each, normal[name]) for name, each in typed.items()}
