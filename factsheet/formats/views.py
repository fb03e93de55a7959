"""What a template sees of a sheet: every property its schema knows, each value ready to print itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.formats.shapes import STATEMENT_KEYS, describe_entry, describe_property
from factsheet.schemas import describe

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value: a text, date, amount, reference, word, number, or a word for what is missing."""

    page: Page
    value: Json
    schema: Object
    at: str

    def __html__(self) -> Markup:
        """Return the value as the reader sees it, in an element that names its place."""
        return self.page.print_leaf(self)

    def __str__(self) -> str:
        """Return the bare wording."""
        return self.page.word(self)


@dataclass(frozen=True, slots=True)
class Map:
    """An object: its properties by name, in the order of the schema."""

    page: Page
    value: Object
    schema: Object
    at: str

    def __contains__(self, name: str) -> bool:
        """Tell whether the property is there."""
        return name in self.value

    def __getitem__(self, name: str) -> Node | None:
        """Return the property, or None where it is absent. A name the schema does not know is an error."""
        value = self.value.get(name)
        known = describe_property(self.page.schemas, self.schema, name, value)
        if known is None and name not in STATEMENT_KEYS and "missing" not in self.value:
            raise UnknownNameError(name, str(self.schema.get("title", "this value")))
        return None if value is None else view(self.page, value, known or {}, join(self.at, name))

    def __html__(self) -> Markup:
        """Return all properties under their titles."""
        return self.page.print_map(self)

    def names(self) -> list[str]:
        """Return the names of the properties that are there, without those that say whose the statement is."""
        return [name for name in self.value if name not in STATEMENT_KEYS]

    def title(self, name: str) -> str:
        """Return the printed title of a property."""
        properties = self.schema.get("properties")
        known = properties.get(name) if isinstance(properties, dict) else None
        schema = self.page.schemas.resolve(known) if isinstance(known, dict) else {}
        return self.page.title_of(schema, name)


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `entries` are what is there; `absent` are entries that say it is unknown, withheld or none."""

    page: Page
    value: list[Json]
    schema: Object
    at: str

    def __iter__(self) -> Iterator[Node]:
        """Yield each entry."""
        for index, value in enumerate(self.value):
            schema = describe_entry(self.page.schemas, self.schema, value)
            yield view(self.page, value, schema, join(self.at, str(index)))

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self.value)

    def __getitem__(self, index: int) -> Node:
        """Return one entry."""
        return list(self)[index]

    def __html__(self) -> Markup:
        """Return the list, as a run of words, a table or blocks, whichever its entries call for."""
        return self.page.print_items(self)

    @property
    def entries(self) -> list[Node]:
        """Return the entries that hold a value."""
        return [entry for entry in self if not is_missing(entry.value)]

    @property
    def absent(self) -> list[Node]:
        """Return the entries that say there is none, or that it is not known."""
        return [entry for entry in self if is_missing(entry.value)]


Node = Leaf | Map | Items


class UnknownNameError(Exception):
    """A template asks for a property that the schema does not have."""

    def __init__(self, name: str, owner: str) -> None:
        super().__init__(f'"{owner}" has no property "{name}"')


def is_missing(value: Json) -> bool:
    """Tell whether a value stands for something that isn't there."""
    return isinstance(value, dict) and "missing" in value


def view(page: Page, value: Json, schema: Object, at: str) -> Node:
    """Return the view of a value in normal form."""
    if isinstance(value, list):
        return Items(page, value, schema, at)
    if isinstance(value, dict) and not is_leaf(value, schema):
        return Map(page, value, schema, at)
    return Leaf(page, value, schema, at)


def view_root(page: Page, value: Json, schema: Object) -> Node:
    """Return the view of a whole record's data."""
    return view(page, value, describe(value, schema, page.schemas), "")


def is_leaf(value: Object, schema: Object) -> bool:
    """Tell whether an object is one printed value: a text in languages, a date, an amount, a reference."""
    if schema.get("x-form") in {"text", "date", "amount"} or "ref" in value or set(value) == {"missing"}:
        return True
    return not schema and ("edtf" in value or {"text", "low", "high"} <= set(value))


def join(at: str, name: str) -> str:
    """Return the place of a property or entry below `at`."""
    return f"{at}/{name}" if at else name
