"""What has to be known of a field to add to it: its form, the key of its bare entries, whether they have sources."""

from dataclasses import dataclass

from factsheet.model import Json, Object
from factsheet.resolution import Shape
from factsheet.schemas import Kind, Schemas


@dataclass(frozen=True, slots=True)
class Field:
    """`form` is its `x-form`, `key` what a bare entry stands for; `is_stated` where entries can have own sources."""

    form: str
    key: str
    is_stated: bool

    def with_cite(self, entry: Json, cite: Object) -> Json:
        """Return an entry with a source, unless it has one or can have none."""
        if not self.is_stated:
            return entry
        if isinstance(entry, dict):
            return entry if "cite" in entry else {**entry, "cite": cite}
        is_missing = entry in ("unknown", "none", "withheld")
        return {"missing" if is_missing else self.key: entry, "cite": cite} if self.key or is_missing else entry


class Fields:
    """The fields of a kind."""

    def __init__(self, kind: Kind, schemas: Schemas) -> None:
        properties = kind.schema.get("properties")
        self._known = properties if isinstance(properties, dict) else {}
        self._schemas = schemas
        self._shape = Shape(kind.schema, schemas)

    def __contains__(self, name: str) -> bool:
        """Tell whether the kind has a field of that name."""
        return name in self._known

    def get(self, name: str) -> Field:
        """Return what is to be known of a field."""
        schema = self._known.get(name)
        found = self._schemas.resolve(schema) if isinstance(schema, dict) else {}
        form, key = str(found.get("x-form", "")), str(found.get("x-key", ""))
        return Field(form, key, form == "items" and name in self._known and self._shape.child(name).entry.is_statement)


def as_list(value: Json) -> list[Json]:
    """Return the entries of a field as typed: a single one may stand without brackets."""
    return value if isinstance(value, list) else [value]
