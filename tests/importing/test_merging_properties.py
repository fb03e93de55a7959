"""What holds of a merge whatever the three versions are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet import defaults
from factsheet.importing.merging import Merge, merge
from factsheet.model import Json, Object
from factsheet.schemas import Schemas

SCHEMAS = Schemas.read([defaults.SCHEMAS])
GROUP = SCHEMAS.kind("group")

names: st.SearchStrategy[Json] = st.one_of(
    st.sampled_from(["A", "B", "C"]),
    st.fixed_dictionaries(
        {"name": st.sampled_from(["A", "B", "C"])},
        optional={"short": st.sampled_from(["x", "y"]), "until": st.sampled_from([2001, "2002"])},
    ),
)
posts: st.SearchStrategy[Json] = st.fixed_dictionaries(
    {"person": st.sampled_from(["p", "q"]), "role": st.sampled_from(["leader", "founder"])},
    optional={"from": st.sampled_from([1999, "2000"])},
)
records: st.SearchStrategy[Object] = st.fixed_dictionaries(
    {"name": st.sampled_from(["A", {"en": "A"}, {"en": "B", "ar": "ب"}])},
    optional={
        "names": st.one_of(names, st.lists(names, min_size=1, max_size=4)),
        "people": st.lists(posts, min_size=1, max_size=3),
        "identifiers": st.dictionaries(st.sampled_from(["viaf", "gnd"]), st.sampled_from([1, 2, "3"]), min_size=1),
        "founded": st.sampled_from([2001, "2002-03", {"value": 2001, "note": "x"}, [2001, 2002]]),
        "countries": st.sampled_from(["SY", ["SY", "IQ"]]),
    },
)


def bring(base: Object, mine: Object, theirs: Object) -> Merge:
    return merge(base, mine, theirs, GROUP, SCHEMAS, "en")


def apply(record: Object, changes: Merge) -> Object:
    every: Object = {**record, **changes.changes}
    return {name: value for name, value in every.items() if value is not None}


@settings(deadline=None, max_examples=80)
@given(records, records)
def test_what_nobody_touched_becomes_what_comes_in(base: Object, theirs: Object) -> None:
    found = bring(base, base, theirs)
    assert found.conflicts == ()
    assert bring(theirs, apply(base, found), theirs).changes == {}
    assert bring({}, theirs, apply(base, found)).conflicts == ()


@settings(deadline=None, max_examples=60)
@given(records, records)
def test_the_same_file_again_leaves_every_edit(base: Object, mine: Object) -> None:
    found = bring(base, mine, base)
    assert (found.changes, found.conflicts) == ({}, ())


@settings(deadline=None, max_examples=150)
@given(records, records, records)
def test_a_third_import_changes_nothing_and_tells_the_same_conflicts(
    base: Object, mine: Object, theirs: Object
) -> None:
    first = bring(base, mine, theirs)
    stands = apply(mine, first)
    said: Object = {**theirs, **first.remembered}
    kept: Object = {name: value for name, value in said.items() if value is not None}
    again = bring(kept, stands, theirs)
    assert again.changes == {}
    assert [each.field for each in again.conflicts] == [each.field for each in first.conflicts]
    settled = bring(theirs, stands, theirs)
    assert (settled.changes, settled.conflicts) == ({}, ())
