"""The schemas of a publication: its kinds, what their references mean, and the engines that check by them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, Self

from factsheet.diagnostics import FactsheetError
from factsheet.model import Json, Object
from factsheet.schemas.failures import Failure, Finding, flatten
from factsheet.schemas.literals import FORMAT_TESTS
from factsheet.schemas.reading import NOT_KINDS, SchemaFile, complete, read_files
from factsheet.schemas.resolving import Resolver
from factsheet.schemas.shape import change_schemas, follow
from factsheet.schemas.vetting import vet_files, vet_forms

_DROPPED = frozenset(("$schema", "format"))
_FORM_FORMATS = {"date": "edtf", "amount": "amount"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: the folder its files lie in, its names, its schema, and the property that is its label."""

    name: str
    folder: str
    title: str
    plural: str
    uri: str
    schema: Object
    label: str = ""


class Engine(Protocol):
    """What both libraries stand behind."""

    def is_valid(self, value: Json) -> bool:
        """Tell whether the value satisfies the schema; raises ValueError for what is no JSON."""

    def find(self, value: Json) -> Iterator[Finding]:
        """Yield what the schema has against the value."""


MakeEngine = Callable[[str, Mapping[str, Json], Mapping[str, Callable[[str], bool]]], Engine]


class Schemas:
    """All schemas of a publication, the default ones and its own. A kind is compiled once, when first needed."""

    def __init__(self, files: Mapping[str, SchemaFile], make_engine: MakeEngine | None = None) -> None:
        self._documents = _complete_all(files)
        found = [_make_kind(file, self._documents[file.uri]) for file in files.values() if file.name != "common"]
        self.kinds: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in found if kind.name != "site"})
        self.site = next((kind for kind in found if kind.name == "site"), None)
        self.resolver = Resolver(self._documents)
        self._make_engine = make_engine
        self._engines: dict[str, Engine] = {}
        self._compiled: dict[str, Json] = {}
        self.resolve = self.resolver.resolve
        self.look_up = self.resolver.look_up
        self.branches = self.resolver.branches
        self.pick = self.resolver.pick
        self.pick_normal = self.resolver.pick_normal

    @classmethod
    def read(cls, folders: Sequence[Path], make_engine: MakeEngine | None = None) -> Self:
        """Return the schemas in `folders`, the later ones replacing; raises FactsheetError for a broken one."""
        files = read_files(folders)
        vet_files(files)
        schemas = cls(files, make_engine)
        vet_forms(files, schemas.kinds, schemas.resolve)
        return schemas

    def kind(self, name: str) -> Kind:
        """Return the kind of that name, `site` too; raises FactsheetError where there is none."""
        found = self.site if name == "site" else self.kinds.get(name)
        if not found:
            raise FactsheetError(f'there is no schema for the kind "{name}"')
        return found

    def is_valid(self, value: Json, kind: Kind) -> bool:
        """Tell whether a value satisfies the schema of a kind."""
        try:
            return self._engine(kind).is_valid(value)
        except ValueError:  # jsonschema-rs refuses what no YAML file can hold
            return False

    def find_failures(self, value: Json, kind: Kind) -> tuple[Failure, ...]:
        """Return what the schema of a kind has against a value; of a choice, what the branch that was meant has."""
        findings = self._engine(kind).find(value)
        return flatten(findings, lambda pointer: follow(value, pointer), self.resolver.number)

    def _engine(self, kind: Kind) -> Engine:
        engine = self._engines.get(kind.uri)
        if not engine:
            self._compiled = self._compiled or {uri: _compile(schema) for uri, schema in self._documents.items()}
            make = self._make_engine or choose_engine()
            engine = self._engines[kind.uri] = make(kind.uri, self._compiled, FORMAT_TESTS)
        return engine


def choose_engine() -> MakeEngine:
    """Return what makes the faster engine that can be imported."""
    try:
        from factsheet.schemas.fast_engine import FastEngine  # noqa: PLC0415  # imported when first needed
    except ImportError:
        from factsheet.schemas.plain_engine import PlainEngine  # noqa: PLC0415  # as above

        return PlainEngine
    return FastEngine


def _complete_all(files: Mapping[str, SchemaFile]) -> dict[str, Object]:
    common = files["common"].schema.get("$defs") if "common" in files else None
    definitions = common if isinstance(common, dict) else {}
    return {
        file.uri: file.schema if file.is_ours or file.name in NOT_KINDS else complete(file, definitions)
        for file in files.values()
    }


def _make_kind(file: SchemaFile, schema: Object) -> Kind:
    name = str(schema.get("x-kind", file.name))
    title = str(schema.get("title", name.replace("-", " ").capitalize()))
    properties = schema.get("properties")
    known = properties if isinstance(properties, dict) else {}
    label = schema.get("x-label") or next((key for key in ("name", "title") if key in known), "")
    folder, plural = str(schema.get("x-folder", f"{name}s")), str(schema.get("x-plural", f"{title}s"))
    return Kind(name, folder, title, plural, file.uri, schema, str(label))


def _compile(schema: Object) -> Json:
    """Return what the engines get: the formats we test by a schema's form, no `$schema`, no bare `false` inside.

    The two libraries report a bare `false` in different ways; `{"not": {}}` says the same. At a `$schema` jsonschema
    would leave our validator for its own.
    """
    return change_schemas(schema, _with_format)


def _with_format(node: Object) -> Object:
    name = _FORM_FORMATS.get(str(node.get("x-form")), node.get("format"))
    changed = {keyword: _without_false(keyword, value) for keyword, value in node.items() if keyword not in _DROPPED}
    return {**changed, "format": name} if name in FORMAT_TESTS else changed


def _without_false(keyword: str, value: Json) -> Json:
    never: Object = {"not": {}}
    if keyword in {"properties", "patternProperties"} and isinstance(value, dict):
        return {name: never if inner is False else inner for name, inner in value.items()}
    return never if keyword == "items" and value is False else value
