"""Explaining never fails, whatever a file holds, and says something whenever a schema refuses."""

from hypothesis import given
from hypothesis import strategies as st

from factsheet import defaults
from factsheet.model import Document, Json, Marks
from factsheet.schemas import Schemas, check, find_references, normalise_record, walk
from factsheet.schemas.plain_engine import PlainEngine

SCHEMAS = Schemas.read([defaults.SCHEMAS])
PLAIN = Schemas.read([defaults.SCHEMAS], PlainEngine)
KINDS = st.sampled_from([*defaults.KINDS, "site"])
FIELDS = sorted(
    {
        name
        for kind in SCHEMAS.kinds.values()
        for schema in [kind.schema, SCHEMAS.look_up("urn:factsheet:common#/$defs/dated_name")]
        if isinstance(schema["properties"], dict)
        for name in schema["properties"]
    }
    | {"value", "missing", "source", "ref", "edtf", "low", "en", "group", "type", "figures"}
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["unknown", "none", "2017", "x", "at least 3", "state", "[2017..]"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(FIELDS) | st.text(), inner, max_size=6),
    max_leaves=12,
)


@given(KINDS, st.dictionaries(st.sampled_from(FIELDS) | st.text(), VALUES, max_size=6) | VALUES)
def test_every_value_is_valid_or_explained(kind: str, value: Json) -> None:
    document = Document("f.yaml", 0, value, Marks({}, {}), "")
    found = check(document, kind, SCHEMAS)
    if not SCHEMAS.is_valid(value, SCHEMAS.kind(kind)):
        assert found
    for problem in found:
        assert problem.message
        assert "\n" not in problem.message + problem.hint
    assert check(document, kind, PLAIN) == found


@given(KINDS, st.dictionaries(st.sampled_from(FIELDS) | st.text(), VALUES, max_size=6))
def test_every_map_is_normalised_and_walked(kind: str, value: dict[str, Json]) -> None:
    schema = SCHEMAS.kind(kind).schema
    data = normalise_record(value, kind, SCHEMAS, "en")
    for _ in walk(data, schema, SCHEMAS):
        pass
    find_references(data, schema, SCHEMAS)
    assert normalise_record(data, kind, SCHEMAS, "en") == data
