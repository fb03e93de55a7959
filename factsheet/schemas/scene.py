"""A document beside its schema: the value, the schema and the place at each pointer."""

from dataclasses import dataclass

from factsheet.diagnostics import Location, Pointer
from factsheet.model import Document, Json, Object
from factsheet.schemas.catalog import Kind, Schemas
from factsheet.schemas.phrases import name_place
from factsheet.schemas.shape import follow


@dataclass(frozen=True, slots=True)
class Scene:
    """What explaining a failure needs to look at."""

    document: Document
    kind: Kind
    schemas: Schemas

    def value(self, pointer: Pointer) -> Json:
        """Return the value at `pointer`."""
        return follow(self.document.value, pointer)

    def schema(self, pointer: Pointer) -> Object:
        """Return the schema of the value at `pointer`, resolved, its branch not yet picked; empty where unknown."""
        schema: Object = self.kind.schema
        value = self.document.value
        for step in pointer:
            schema = self._step(self.schemas.pick(schema, value), step)
            value = follow(value, (step,))
        return self.schemas.resolve(schema)

    def picked(self, pointer: Pointer) -> Object:
        """Return the branch of the schema that the value at `pointer` belongs to."""
        return self.schemas.pick(self.schema(pointer), self.value(pointer))

    def name(self, pointer: Pointer) -> str:
        """Return what a message calls the value at `pointer`: its field, and the language of a text."""
        if len(pointer) > 1 and isinstance(pointer[-1], str) and self.picked(pointer[:-1]).get("x-form") == "text":
            return f"{name_place(pointer[:-1])} in {pointer[-1]}"
        return name_place(pointer)

    def fields(self, pointer: Pointer) -> list[str]:
        """Return the names that the map at `pointer` may have."""
        properties = self.picked(pointer).get("properties")
        return list(properties) if isinstance(properties, dict) else []

    def at(self, pointer: Pointer) -> Location:
        """Return the place of the value; of a map without braces, that of its first key."""
        value = self.value(pointer)
        if isinstance(value, dict) and value and not self.is_flow(pointer):
            return self.key_at((*pointer, next(iter(value))), pointer)
        return self.document.locate(pointer)

    def key_at(self, pointer: Pointer, stands_for: Pointer | None = None) -> Location:
        """Return the place of the key at `pointer`."""
        found = self.document.locate(pointer, key=True)
        return found if stands_for is None else _at_pointer(found, stands_for)

    def is_flow(self, pointer: Pointer) -> bool:
        """Tell whether the map at `pointer` is written in braces: it then begins before its first key."""
        value = self.value(pointer)
        if not isinstance(value, dict) or not value:
            return False
        whole = self.document.marks.values.get(pointer)
        first = self.document.marks.keys.get((*pointer, next(iter(value))))
        return whole is not None and first is not None and whole[:2] < first[:2]

    def _step(self, schema: Object, step: str | int) -> Object:
        if isinstance(step, int):
            inner: Json = schema.get("items")
        else:
            properties = schema.get("properties")
            known = properties if isinstance(properties, dict) else {}
            inner = known.get(step, schema.get("additionalProperties"))
        return inner if isinstance(inner, dict) else {}


def _at_pointer(place: Location, pointer: Pointer) -> Location:
    return Location(place.path, place.line, place.column, place.end_line, place.end_column, pointer)
