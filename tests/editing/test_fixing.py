from factsheet.diagnostics import Fix, Location
from factsheet.editing.fixing import apply_fixes
from factsheet.loading import load


def fix_of(data: bytes, pointer: tuple[str | int, ...], text: str, *, key: bool = False) -> Fix:
    place = load(data, "a.yaml").documents[0].locate(pointer, key=key)
    return Fix(place, text)


def test_a_key_is_renamed_where_it_stands_and_nothing_else_is_touched() -> None:
    data = "# head é 😀\r\nname:   HTS  # why\r\ntpye: [ a,b ]\r\n\r\n".encode()
    fixed = apply_fixes(data, "a.yaml", [fix_of(data, ("tpye",), "type", key=True)])
    assert fixed.data == data.replace(b"tpye", b"type")
    assert len(fixed.applied) == 1
    assert fixed.left == ()


def test_columns_are_code_points_behind_emoji_and_combining_marks() -> None:
    data = "m: {a: 😀e\u0301, b: tpo, c: tpo}\n".encode()
    fixed = apply_fixes(data, "a.yaml", [fix_of(data, ("m", "c"), "top")])
    assert fixed.data.decode() == "m: {a: 😀e\u0301, b: tpo, c: top}\n"


def test_a_number_gets_quotes() -> None:
    data = b"short: 2017\n"
    assert apply_fixes(data, "a.yaml", [fix_of(data, ("short",), '"2017"')]).data == b'short: "2017"\n'


def test_a_key_and_a_value_inside_it_are_fixed_together() -> None:
    data = b"nmae: {en: x}\nlist:\n  - {en: tpo}\n"
    fixes = [
        fix_of(data, ("nmae",), "name", key=True),
        fix_of(data, ("nmae", "en"), "y"),
        fix_of(data, ("list", 0, "en"), "top"),
    ]
    assert apply_fixes(data, "a.yaml", fixes).data == b"name: {en: y}\nlist:\n  - {en: top}\n"


def test_each_of_several_documents_is_fixed() -> None:
    data = b"id: a\ntpye: x\n---\nid: b\ntpye: x\n"
    second = load(data, "a.yaml").documents[1].locate(("tpye",), key=True)
    fixes = [fix_of(data, ("tpye",), "type", key=True), Fix(second, "type")]
    assert apply_fixes(data, "a.yaml", fixes).data == b"id: a\ntype: x\n---\nid: b\ntype: x\n"


def test_of_fixes_that_overlap_the_first_is_made() -> None:
    data = b"type: abc\n"
    whole, part = fix_of(data, ("type",), "one"), Fix(Location("a.yaml", 1, 8, 1, 10, ("type",)), "x")
    again = fix_of(data, ("type",), "two")
    fixed = apply_fixes(data, "a.yaml", [again, part, whole])
    assert fixed.data == b"type: one\n"
    assert set(fixed.left) == {again, part}


def test_a_fix_that_would_change_more_than_it_says_is_left_out() -> None:
    data = b"name: abc\nother: def\n"
    harmful = fix_of(data, ("name",), "x\nother: y")
    good = fix_of(data, ("other",), "ghi")
    fixed = apply_fixes(data, "a.yaml", [harmful, good])
    assert fixed.data == b"name: abc\nother: ghi\n"
    assert fixed.left == (harmful,)


def test_a_rename_onto_a_key_that_is_there_is_left_out() -> None:
    data = b"name: abc\nnmae: def\n"
    fixed = apply_fixes(data, "a.yaml", [fix_of(data, ("nmae",), "name", key=True)])
    assert fixed.data == data
    assert len(fixed.left) == 1


def test_a_file_that_was_edited_meanwhile_is_left_alone() -> None:
    fix = fix_of(b"type: abc\n", ("type",), "x")
    for data in (b"# new\ntype: abc\n", b"type: [\n", b"\xff", b""):
        assert apply_fixes(data, "a.yaml", [fix]).data == data
