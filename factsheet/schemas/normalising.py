"""Short forms to long forms, by what a schema says in `x-form`: the table of MODEL.md section 3.

Normalising twice is normalising once. What fits no form, because the document is wrong, is left as it is.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from factsheet import amounts, dates
from factsheet.model import Json, Object
from factsheet.schemas.catalog import Kind, Schemas
from factsheet.schemas.picking import MISSING_WORDS


def normalise_record(data: Object, kind: Kind | str, schemas: Schemas, language: str) -> Object:
    """Return a whole record in normal form; `language` is that of its bare texts."""
    found = schemas.kind(kind) if isinstance(kind, str) else kind
    return _make_normaliser(schemas, language).fields(data, found.schema)


def normalise(value: Json, schema: Object, schemas: Schemas, language: str) -> Json:
    """Return `value`, which satisfies `schema`, in normal form; keys in the order of the schema."""
    return _make_normaliser(schemas, language).apply(value, schema)


@lru_cache(maxsize=2)
def _make_normaliser(schemas: Schemas, language: str) -> "_Normaliser":
    """Return the one normaliser of a publication: what it found out of a schema it keeps."""
    return _Normaliser(schemas, language)


class _Normaliser:
    def __init__(self, schemas: Schemas, language: str) -> None:
        self._schemas = schemas
        self._language = language
        self._makers: dict[int, tuple[Object, Object, _Make]] = {}
        self._entries: dict[int, tuple[Object, Object]] = {}

    def apply(self, value: Json, schema: Object) -> Json:
        known = self._makers.get(id(schema))
        if not known:
            found = self._schemas.resolve(schema)
            make = _MAKERS.get(str(found.get("x-form")), _Normaliser._unformed)
            known = self._makers[id(schema)] = (schema, found, make)  # the schema too, or its number may be another's
        return known[2](self, value, known[1])

    def fields(self, value: Object, schema: Object) -> Object:
        properties = schema.get("properties")
        known = properties if isinstance(properties, dict) else {}
        extra = schema.get("additionalProperties")
        done: Object = {}
        for name, inner in known.items():
            if name in value:
                done[name] = self._inner(value[name], inner)
        if len(done) < len(value):
            for name, entry in value.items():
                if name not in done:
                    done[name] = self._inner(entry, extra)
        return done

    def as_text(self, value: Json, _schema: Object) -> Json:
        return {self._language: value} if isinstance(value, str) else value

    def as_date(self, value: Json, _schema: Object) -> Json:
        if isinstance(value, bool) or not isinstance(value, int | str):
            return value
        try:
            date = dates.parse(str(value))
        except dates.DateError:
            return value
        return {"edtf": date.text, "earliest": date.earliest, "latest": date.latest}

    def as_amount(self, value: Json, _schema: Object) -> Json:
        if not isinstance(value, int | float | str):
            return value
        try:
            return amounts.parse(value).as_object()
        except amounts.AmountError:
            return value

    def as_string(self, value: Json, _schema: Object) -> Json:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

    def as_maybe(self, value: Json, schema: Object) -> Json:
        if is_missing(value):
            return self._missing(value, schema)
        return self._branch(value, schema)

    def as_map(self, value: Json, schema: Object) -> Json:
        whole = _widen(value, _keys(schema))
        return self.fields(whole, self._schemas.pick_normal(schema, whole)) if whole else value

    def as_list(self, value: Json, schema: Object) -> Json:
        inner = self._entry_schema(schema)
        return [self._inner(entry, inner) for entry in (value if isinstance(value, list) else [value])]

    def as_items(self, value: Json, schema: Object) -> Json:
        inner = self._entry_schema(schema)
        keys = _keys(schema)
        return [self._item(entry, inner, keys) for entry in (value if isinstance(value, list) else [value])]

    def _item(self, entry: Json, schema: Object, keys: list[str]) -> Json:
        if is_missing(entry):
            return self._missing(entry, schema)
        whole = _widen(entry, keys)
        return self.fields(whole, self._schemas.pick_normal(schema, whole)) if whole else entry

    def _missing(self, value: Json, schema: Object) -> Json:
        whole: Object = value if isinstance(value, dict) else {"missing": value}
        return self.fields(whole, self._schemas.pick_normal(schema, whole))

    def _entry_schema(self, schema: Object) -> Object:
        known = self._entries.get(id(schema))
        if not known:
            items = self._schemas.pick(schema, []).get("items")
            known = self._entries[id(schema)] = (schema, items if isinstance(items, dict) else {})
        return known[1]

    def _inner(self, value: Json, schema: Json) -> Json:
        return self.apply(value, schema) if isinstance(schema, dict) else value

    def _branch(self, value: Json, schema: Object) -> Json:
        branch = self._schemas.pick_normal(schema, value)
        return value if branch is schema else self.apply(value, branch)

    def _unformed(self, value: Json, schema: Object) -> Json:
        if isinstance(value, str):
            return {"ref": value} if "x-ref" in schema else value
        if self._schemas.branches(schema):
            return self._branch(value, schema)
        if isinstance(value, dict):
            return value if "x-ref" in schema else self.fields(value, schema)
        if isinstance(value, list):
            return [self._inner(entry, schema.get("items")) for entry in value]
        return value


def is_missing(value: Json) -> bool:
    """Tell whether a value says that something isn't there: a reserved word alone, or a map with `missing`."""
    return value in MISSING_WORDS if isinstance(value, str) else isinstance(value, dict) and "missing" in value


def _widen(value: Json, keys: list[str]) -> Object:
    """Return a map as it is, and a bare value under the keys it stands for."""
    return value if isinstance(value, dict) else dict.fromkeys(keys, value)


def _keys(schema: Object) -> list[str]:
    keys = schema.get("x-keys", [schema["x-key"]] if "x-key" in schema else [])
    return [str(key) for key in keys] if isinstance(keys, list) else []


_Make = Callable[[_Normaliser, Json, Object], Json]

_MAKERS: Mapping[str, _Make] = {
    "amount": _Normaliser.as_amount,
    "date": _Normaliser.as_date,
    "items": _Normaliser.as_items,
    "list": _Normaliser.as_list,
    "map": _Normaliser.as_map,
    "maybe": _Normaliser.as_maybe,
    "string": _Normaliser.as_string,
    "text": _Normaliser.as_text,
}
