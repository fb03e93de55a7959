from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet import defaults, loading
from factsheet.editing import arrange, write_field, write_record, write_records, write_scalar
from factsheet.model import Json, Object
from factsheet.schemas import Schemas

SCHEMAS = Schemas.read((defaults.SCHEMAS,))
GROUP = SCHEMAS.kind("group").schema

_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=30)
    | st.from_regex(r"[-?:,\[\]{}#&*!|>'\"%@` ~.0-9eEx_=<+\n\tyYnNoOfF]{0,8}", fullmatch=True)
    | st.sampled_from(
        ["no", "NO", "12:30:00", "1_000", "0o17", "- a", "a: b", "a #b", "---", "...", "a\n\nb\n", "a\n "]
    )
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, max_examples=400)
@given(
    st.dictionaries(st.text(max_size=12) | st.sampled_from(["name", "names", "founded", "cite"]), _VALUES, max_size=5)
)
def test_what_is_written_is_what_is_read(data: Object) -> None:
    text = write_record(data, GROUP, SCHEMAS)
    reading = loading.load(text.encode(), "x.yaml")
    assert not reading.diagnostics, text
    assert reading.documents[0].value == data
    assert repr(sort(reading.documents[0].value)) == repr(sort(data)), "1 and 1.0 and true are told apart"


def sort(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: sort(value[key]) for key in sorted(value)}
    return [sort(entry) for entry in value] if isinstance(value, list) else value


def test_fields_stand_in_the_order_of_the_schema_and_items_on_a_line_each() -> None:
    data: Object = {
        "cite": ["bbc", "xinhua"],
        "draft": True,
        "names": [{"cite": "bbc", "until": "2016-07-28", "name": "Jabhat, old", "from": "2012"}, "JN"],
        "founded": {"note": "The day is that of the video.", "value": "2012-01-23"},
        "type": "armed-group",
        "name": {"en": "Nusra", "ar": "جبهة النصرة"},
        "summary": "It was a group: an armed one.",
        "body": "## One\n\nTwo [x](y).\n",
        "countries": "NO",
        "own": "[2012..]",
    }
    assert write_record(data, GROUP, SCHEMAS) == (
        "name: {en: Nusra, ar: جبهة النصرة}\n"
        "names:\n"
        "  - name: Jabhat, old\n"
        '    from: "2012"\n'
        "    until: 2016-07-28\n"
        "    cite: bbc\n"
        "  - JN\n"
        "type: armed-group\n"
        'summary: "It was a group: an armed one."\n'
        'countries: "NO"\n'
        "founded:\n"
        "  value: 2012-01-23\n"
        "  note: The day is that of the video.\n"
        "body: |\n"
        "  ## One\n"
        "\n"
        "  Two [x](y).\n"
        "draft: true\n"
        "cite: [bbc, xinhua]\n"
        'own: "[2012..]"\n'
    )


def test_a_long_map_stands_one_key_a_line() -> None:
    data: Object = {"names": [{"name": "a" * 70, "type": "alias", "cite": ["b" * 50]}, {"name": "c", "from": 2012}]}
    assert write_record(data, GROUP, SCHEMAS) == (
        f"names:\n  - name: {'a' * 70}\n    type: alias\n    cite: [{'b' * 50}]\n  - {{name: c, from: 2012}}\n"
    )


def test_a_file_of_several_records_and_a_field_alone() -> None:
    records: list[tuple[Object, Object]] = [({"name": "A", "id": "a"}, GROUP), ({"id": "b"}, GROUP)]
    assert write_records(records, SCHEMAS) == "id: a\nname: A\n---\nid: b\n"
    assert write_field("identifiers", {"wikidata": "Q1"}, GROUP, SCHEMAS) == "identifiers: {wikidata: Q1}\n"
    assert str(arrange({"id": "b", "kind": "group"}, GROUP, SCHEMAS)) == "{'kind': 'group', 'id': 'b'}"


@pytest.mark.parametrize("value", [2**53, float("inf"), float("nan"), "half \ud800"])
def test_what_no_file_can_hold_is_refused(value: float | str) -> None:
    with pytest.raises(ValueError, match=r"beyond|number|surrogate"):
        write_scalar(value)


def test_our_own_publication_is_written_back_unchanged_in_value() -> None:
    files = sorted(Path(defaults.SCHEMAS).parent.glob("content/*/*.yaml"))
    kinds = {kind.folder: kind for kind in SCHEMAS.kinds.values()}
    assert len(files) > 20
    for file in files:
        before = loading.load(file.read_bytes(), file.name).documents
        schema = kinds[file.parent.name].schema
        records = [(each.value, schema) for each in before if isinstance(each.value, dict)]
        after = loading.load(write_records(records, SCHEMAS).encode(), file.name).documents
        assert [each.value for each in after] == [each.value for each in before]
