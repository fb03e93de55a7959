"""What is to be known of a schema while normalised data are walked: statements, Markdown, the end of a choice."""

from collections.abc import Iterator

from factsheet.model import Json, Object
from factsheet.schemas import Schemas


class Shape:
    """The part of a schema that one place in normalised data obeys; looked at only when data reach it."""

    __slots__ = (
        *("_children", "_entry", "_entry_schema", "_properties", "_rest", "_schemas"),
        *("inverse", "is_leaf", "is_markdown", "is_text", "kinds"),
    )

    def __init__(self, schema: Object, schemas: Schemas) -> None:
        resolved = schemas.resolve(schema)
        branches = list(_branches(resolved, schemas))
        maps = [branch for branch in branches if "properties" in branch and not _is_missing(branch)]
        lists = [branch["items"] for branch in branches if isinstance(branch.get("items"), dict)]
        self._schemas = schemas
        self._properties = _as_map(maps[0]["properties"]) if maps else {}
        self._rest = next((branch["additionalProperties"] for branch in maps if "additionalProperties" in branch), {})
        self._entry_schema = _as_map(lists[0]) if lists else {}
        self._children: dict[str, Shape] = {}
        self._entry: Shape | None = None
        target = next((branch for branch in branches if "x-ref" in branch), {})
        kinds = target.get("x-ref")
        self.kinds = tuple(str(kind) for kind in kinds) if isinstance(kinds, list) else ("*",)
        self.inverse = str(target.get("x-inverse", ""))
        self.is_leaf = not maps and not lists
        self.is_text = any(branch.get("x-form") == "text" for branch in branches)
        self.is_markdown = any(branch.get("format") == "markdown" for branch in branches)

    @property
    def is_statement(self) -> bool:
        """Tell whether what stands here carries sources of its own."""
        return "cite" in self._properties

    @property
    def holds_statements(self) -> bool:
        """Tell whether what stands here is a statement or a list of statements."""
        return self.is_statement or self.entry.is_statement

    @property
    def entry(self) -> "Shape":
        """Return the shape of each entry of the list that stands here."""
        if self._entry is None:
            self._entry = Shape(self._entry_schema, self._schemas)
        return self._entry

    def child(self, name: str) -> "Shape":
        """Return the shape of the property `name`."""
        known = self._children.get(name)
        if known is None:
            schema = self._properties.get(name, self._rest)
            known = self._children[name] = Shape(_as_map(schema), self._schemas)
        return known


def _branches(schema: Object, schemas: Schemas) -> Iterator[Object]:
    yield schema
    for branch in schemas.branches(schema):
        yield from _branches(branch, schemas)


def _is_missing(branch: Object) -> bool:
    return "missing" in _as_map(branch.get("properties"))


def _as_map(value: Json) -> Object:
    return value if isinstance(value, dict) else {}
