from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factsheet import defaults
from factsheet.editing import write_record
from factsheet.editing.formatting import Formatted, format_file
from factsheet.editing.remarks import find_comments
from factsheet.loading import load
from factsheet.model import Document, Json, Object
from factsheet.schemas import Schemas

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = Schemas.read([defaults.SCHEMAS])
KINDS = {kind.folder: kind for kind in SCHEMAS.kinds.values()}
FILES = [*sorted(ROOT.glob("content/*/*.yaml")), *sorted(ROOT.glob("tests/examples/**/*.yaml"))]


def fmt(text: str | bytes, kind: str = "event") -> Formatted:
    schema = SCHEMAS.kind(kind).schema

    def find_schema(document: Document) -> Object:
        del document
        return schema

    return format_file(text.encode() if isinstance(text, str) else text, "a.yaml", find_schema, SCHEMAS)


def laid_out(text: str, kind: str = "event") -> str:
    done = fmt(text, kind)
    assert done.problem == ""
    assert fmt(done.data, kind) == Formatted(done.data)
    return done.data.decode()


def test_fields_come_in_the_order_of_the_schema_and_comments_go_with_them() -> None:
    assert laid_out(
        "as_of: 2016-12-23  # the day after\n"
        "# said by both\n"
        "when:   '2016-12-22'\n"
        "name:\n"
        "    ar: سقوط # behind\n"
        "    # before en\n"
        '    en: "Fall"\n'
        "    # below\n"
        "# the end\n"
    ) == (
        "name:\n"
        "  ar: سقوط  # behind\n"
        "  # before en\n"
        "  en: Fall\n"
        "  # below\n"
        "# said by both\n"
        "when: 2016-12-22\n"
        "as_of: 2016-12-23  # the day after\n"
        "# the end\n"
    )


def test_the_line_for_editors_and_a_head_stay_on_top() -> None:
    assert laid_out("# yaml-language-server: $schema=x\n# of the name\ntype: other\nname: A\n") == (
        "# yaml-language-server: $schema=x\nname: A\n# of the name\ntype: other\n"
    )
    assert laid_out("# Licence.\n\n# of the type\ntype: other\nname: A\n") == (
        "# Licence.\n\nname: A\n# of the type\ntype: other\n"
    )


def test_what_stands_in_brackets_stays_so_while_it_fits_and_holds_no_comment() -> None:
    assert laid_out("places: [ a,\n  b ]\nparticipants: [{group: x,  # why\n  side: a}]\nsee_also:\n- a\n") == (
        "places: [a, b]\nparticipants:\n  - group: x  # why\n    side: a\nsee_also:\n  - a\n"
    )
    long = "identifiers: {" + ", ".join(f"register-{n}: {n}000000" for n in range(1, 9)) + "}\n"
    assert laid_out(long).splitlines()[:2] == ["identifiers:", "  register-1: 1000000"]


def test_folded_and_literal_texts_keep_their_lines() -> None:
    text = 'summary: >-\n     Folded\n     text.\n\n     # no comment\nbody: |\n  One\n\n    two\noutcome: "a\\nb\\n"\n'
    assert laid_out(text) == (
        "summary: >-\n  Folded\n  text.\n\n  # no comment\noutcome: |\n  a\n  b\nbody: |\n  One\n\n    two\n"
    )


def test_a_comment_behind_the_sign_of_a_text_stays_there() -> None:
    assert laid_out("body: |   # why\n    x # text\nname: a\n") == "name: a\nbody: |  # why\n  x # text\n"


def test_a_comment_before_the_first_item_stays_before_it() -> None:
    assert laid_out("places:\n    # the first\n  - a\n    # below a\n  - b\n") == (
        "places:\n  # the first\n  - a\n  # below a\n  - b\n"
    )


def test_a_field_without_a_value_stays_empty() -> None:
    assert (
        laid_out("type: ~ # c\nname:\nplaces: [a, ]\nsee_also:\n  -\n")
        == "name:\ntype:  # c\nplaces: [a]\nsee_also:\n  -\n"
    )


def test_quotes_stand_only_where_they_are_needed() -> None:
    assert laid_out("name: 'it''s'\nshort: \"NO\"\nwhen: '2016'\ntype: \"other\"\n", "group") == (
        'name: it\'s\nshort: "NO"\ntype: other\nwhen: "2016"\n'
    )


def test_empty_lines_between_entries_stay_but_never_two() -> None:
    assert laid_out("\n\nname: A\n\n\n\n# c\n\ntype: other\n\n") == "name: A\n\n# c\n\ntype: other\n"


def test_line_ends_stay_what_they_are() -> None:
    assert fmt(b"type:   other\r\nname: A\r\n").data == b"name: A\r\ntype: other\r\n"
    assert fmt(b"type:   other").data == b"type: other\n"


def test_several_records_stay_in_their_order() -> None:
    assert laid_out("---\nname: A # a\nid: a\n# of a\n---\n# of b\nname: B\nid: b\n") == (
        "id: a\nname: A  # a\n# of a\n---\nid: b\n# of b\nname: B\n"
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: [\n", "it can't be read; `factsheet check` tells why"),
        ("- a\n", "it holds a document that is no record"),
        ("name: a\n---\n", "it holds a document that is no record"),
        ("--- # c\nname: a\n", "its documents are not parted by plain lines ---"),
    ],
)
def test_what_cannot_be_laid_out_safely_is_left_alone_and_told(text: str, problem: str) -> None:
    assert fmt(text) == Formatted(text.encode(), problem)


def test_an_empty_file_is_left_alone() -> None:
    assert fmt("") == Formatted(b"")


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_each_file_there_is_keeps_its_data_and_comments(path: Path) -> None:
    """`format_file` compares itself; here another way, and that a second run changes nothing."""
    data = path.read_bytes()
    kind = KINDS.get(path.parent.name)
    done = format_file(data, "a.yaml", lambda _: kind.schema if kind else {}, SCHEMAS)
    if done.problem:
        assert done.data == data
        return
    before, after = load(data, "a").documents, load(done.data, "a").documents
    assert [each.value for each in before] == [each.value for each in after]
    old, new = data.decode().splitlines(), done.data.decode().splitlines()
    assert sorted(c.text for c in find_comments(old, before)) == sorted(c.text for c in find_comments(new, after))
    again = format_file(done.data, "a.yaml", lambda _: kind.schema if kind else {}, SCHEMAS)
    assert again == Formatted(done.data)


def test_there_are_files_to_try() -> None:
    assert len(FILES) > 50


words = st.sampled_from(["a", "b: c", "# d", "it's", "2017", "NO", "x\ny\n", "long " * 30, "", "é😀", "- e", "[f]"])
values = st.recursive(
    words | st.integers(0, 9) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)
records = st.dictionaries(st.sampled_from(["name", "type", "when", "places", "zzz"]), values, min_size=1)


@given(records)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_the_program_writes_is_laid_out_already(record: dict[str, Json]) -> None:
    text = write_record(record, SCHEMAS.kind("event").schema, SCHEMAS)
    assert fmt(text) == Formatted(text.encode())


@given(records, st.lists(st.integers(0, 30), max_size=4), st.sampled_from(["# c", "  # c", "      # c", ""]))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_comments_anywhere_are_kept_or_the_file_is_left_alone(
    record: dict[str, Json], places: list[int], comment: str
) -> None:
    lines = write_record(record, {}, SCHEMAS).splitlines()
    for place in places:
        lines.insert(min(place, len(lines)), comment)
    text = "\n".join(lines) + "\n"
    before = load(text.encode(), "a.yaml").documents
    done = fmt(text)
    after = load(done.data, "a.yaml").documents
    assert [each.value for each in before] == [each.value for each in after]
    if not done.problem:
        assert done.data.decode().count("# c") == text.count("# c")
        assert fmt(done.data) == Formatted(done.data)
