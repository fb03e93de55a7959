"""Both writers: what the web's content policy and the engine for paper ask of a figure."""

import re
from xml.etree import ElementTree as ET

from factsheet.figures import Drawing, get_setting, write_paper, write_svg
from factsheet.figures.layout import Bar, Label, Line, Mark, Path, Spot

DRAWING = Drawing(
    "test",
    "lineage",
    'Lineage of <A & "B">',
    100,
    (
        Line(Spot(0), 10, Spot(1), 10, "axis"),
        Bar(Spot(0.25), Spot(0.5), 20, 6, "solid", "own"),
        Bar(Spot(0.5), Spot(0.75), 20, 6, "out", "other"),
        Mark(Spot(0.25), 30, "onward", "other"),
        Mark(Spot(0.25), 40, "ring", "pale"),
        Label(Spot(0, -148), 50, "R&D <x>", "name", tag="en", width=40),
        Label(Spot(0.75, -10), 60, "42", "value", "end", width=14),
        Label(Spot(0.5), 70, "2017", "tick", "middle", width=28),
    ),
    gutter=148,
)


def read(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - written by us


def test_the_svg_is_well_formed_and_named() -> None:
    root = read(write_svg(DRAWING, "ltr"))
    assert root.get("role") == "img"
    title = root.find("title")
    assert title is not None
    assert (title.text, title.get("id")) == ('Lineage of <A & "B">', root.get("aria-labelledby"))


def test_the_svg_has_no_style_that_a_strict_policy_refuses() -> None:
    assert "style" not in {name for element in read(write_svg(DRAWING, "ltr")).iter() for name in element.attrib}


def test_a_fluid_svg_counts_in_per_cent_and_has_no_frame() -> None:
    svg = write_svg(DRAWING, "ltr")
    assert "viewBox" not in svg
    assert '<rect class="solid own" x="25%" y="20" width="25.00%" height="6"/>' in svg


def test_from_right_to_left_places_are_mirrored_and_arrows_turn() -> None:
    svg = write_svg(DRAWING, "rtl")
    assert '<rect class="solid own" x="50%"' in svg
    assert 'x="100%" dx="148" y="50"' in svg
    assert "M0 0h-14" in svg


def test_a_fade_runs_the_other_way_from_right_to_left() -> None:
    stops = [re.findall(r'stop-opacity="(.)"', write_svg(DRAWING, way)) for way in ("ltr", "rtl")]
    assert stops == [["1", "0"], ["0", "1"]]


def test_on_paper_no_letter_stands_in_the_svg() -> None:
    markup = write_paper(DRAWING, get_setting("paper", "rtl"))
    svg = read(markup[markup.index("<svg") : markup.index("</svg>") + 6])
    assert [element.tag for element in svg.iter() if element.text] == ["title"]
    assert "<span" in markup


def test_on_paper_labels_are_placed_from_the_side_where_reading_starts() -> None:
    ltr, rtl = (write_paper(DRAWING, get_setting("paper", way)) for way in ("ltr", "rtl"))
    assert 'style="left:0px;' in ltr.replace("left:28px", "left:0px")
    assert re.search(r'<span class="name" style="right:\d+px;[^"]*" lang="en">R&amp;D &lt;x&gt;</span>', rtl)


def test_on_paper_a_fade_is_steps_of_tints() -> None:
    tints = re.findall(r'fill="(#[0-9a-f]{6})"', write_paper(DRAWING, get_setting("paper", "ltr")))
    assert len(set(tints)) > 6
    assert "gradient" not in write_paper(DRAWING, get_setting("paper", "ltr")).lower()


def test_a_drawing_with_a_width_has_a_frame() -> None:
    svg = write_svg(Drawing("map", "map", "Map", 180, (Path("M0 0l1 1z", "land"),), 240), "ltr")
    assert 'viewBox="0 0 240 180"' in svg
