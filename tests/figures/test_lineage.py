"""What the lineage of a group shows, read from the SVG."""

import re

from factsheet.figures import Drawing, get_setting, write_svg
from factsheet.figures.layout import Bar, Label, Line, Mark
from factsheet.figures.lineage import draw_lineage
from factsheet.model import Object
from tests.figures.speaker import Speaker, day, make_sheet, ref

WIDE = get_setting("wide", "ltr")


def draw(data: Object, backlinks: Object | None = None, derived: Object | None = None) -> Drawing:
    drawing = draw_lineage(Speaker(make_sheet(data, backlinks=backlinks, derived=derived)), WIDE)
    assert drawing is not None
    return drawing


def words(drawing: Drawing, style: str) -> list[str]:
    return [item.words for item in drawing.items if isinstance(item, Label) and item.style == style]


def joins(drawing: Drawing) -> list[tuple[float, float]]:
    lines = [item for item in drawing.items if isinstance(item, Line) and item.style in ("join", "dashed")]
    return [(line.y1, line.y2) for line in lines]


MERGER: Object = {
    "founded": [{"value": day("2017-01-28")}],
    "lineage": [{"type": "merger", "groups": [ref("a"), ref("b")], "date": day("2017-01-28")}],
}
ENDED: Object = {"ended": {"date": day("2025-01-29")}}


def test_groups_that_merge_stand_above_and_run_down_into_the_new_one() -> None:
    drawing = draw(MERGER, derived=ENDED)
    assert words(drawing, "name") == ["Group A", "Group B", "Own group"]
    assert all(start < end for start, end in joins(drawing))
    assert [item.shape for item in drawing.items if isinstance(item, Mark)] == ["down", "down"]


def test_a_group_that_splits_off_stands_below() -> None:
    split: Object = {"ref": "c", "statement": {"type": "split", "groups": [ref("own")], "date": day("2018-02-08")}}
    drawing = draw(MERGER, {"later_groups": [split]}, ENDED)
    assert words(drawing, "name")[-2:] == ["Own group", "Group C"]
    assert "split, 8 February 2018" in " ".join(words(drawing, "note"))


def test_a_group_that_came_and_left_has_one_lane_and_two_bars() -> None:
    split: Object = {"ref": "a", "statement": {"type": "split", "groups": [ref("own")], "date": day("2018-02-08")}}
    drawing = draw(MERGER, {"later_groups": [split]}, ENDED)
    assert words(drawing, "name").count("Group A") == 1
    middle = next(item.y for item in drawing.items if isinstance(item, Label) and item.words == "Group A")
    bars = [item for item in drawing.items if isinstance(item, Bar) and abs(item.y - middle) < 12]
    assert [bar.style for bar in bars if bar.style == "solid"] == ["solid", "solid"]


def test_each_name_has_a_row_and_the_change_a_join() -> None:
    names: Object = {
        "names": [
            {"name": {"en": "First name"}, "from": day("2012-01-23"), "until": day("2016-07-28")},
            {"name": {"en": "Second name"}, "from": day("2016-07-28")},
            {"name": {"en": "A spelling"}, "type": "spelling", "from": day("2013-01-01")},
        ],
        "lineage": [{"type": "offshoot", "groups": [ref("a")], "date": day("2011", "2011-01-01", "2011-12-31")}],
    }
    drawing = draw(names)
    assert words(drawing, "name") == ["Group A", "First name", "Second name"]
    assert len(joins(drawing)) == 2
    own = [item for item in drawing.items if isinstance(item, Bar) and item.tone == "own"]
    assert [bar.style for bar in own] == ["in", "solid", "solid"]


def test_a_group_that_merged_and_split_off_again_has_its_lane_twice() -> None:
    merger: Object = {"ref": "a", "statement": {"type": "merger", "groups": [ref("own")], "date": day("2017-01-28")}}
    drawing = draw(
        {"lineage": [{"type": "split", "groups": [ref("a")], "date": day("2017-07-20")}]},
        {"later_groups": [merger]},
        {"ended": {"date": day("2017-01-28"), "into": ref("a")}},
    )
    own = [item.style for item in drawing.items if isinstance(item, Bar) and item.tone == "own"]
    assert own == ["in", "out"]
    assert "until 28 January 2017" in " ".join(words(drawing, "note"))


def test_what_is_rejected_or_undated_is_not_drawn() -> None:
    data: Object = {
        "lineage": [
            {"type": "split", "groups": [ref("a")], "date": day("2017-01-28"), "rejected": {"en": "A fake."}},
            {"type": "split", "groups": [ref("b")]},
        ]
    }
    assert draw_lineage(Speaker(make_sheet(data)), WIDE) is None


def test_a_date_in_doubt_has_a_dashed_join() -> None:
    data: Object = {"lineage": [{**MERGER["lineage"][0], "confidence": "low"}], "founded": MERGER["founded"]}  # type: ignore[index,dict-item]  # literal above
    drawing = draw(data, derived=ENDED)
    assert {line.style for line in drawing.items if isinstance(line, Line)} == {"axis", "grid", "dashed"}


def test_from_right_to_left_everything_is_mirrored() -> None:
    drawing = draw(MERGER, derived=ENDED)
    ltr, rtl = (
        re.findall(r'<rect class="solid own" x="([0-9.]+)%" y="[0-9.]+" width="([0-9.]+)%"', write_svg(drawing, way))
        for way in ("ltr", "rtl")
    )
    (x, width), (mirrored, same) = ltr[0], rtl[0]
    assert float(x) + float(width) + float(mirrored) == 100
    assert width == same
