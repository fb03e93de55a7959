from itertools import combinations

from factsheet.figures import Drawing, get_setting
from factsheet.figures.layout import Bar, Label, Mark
from factsheet.figures.timeline import Moment, draw_years
from tests.figures.speaker import day

MOMENTS = [
    Moment(
        day("2016-11-15/2016-12-22", "2016-11-15", "2016-12-22"), "An evacuation of the east of the city takes place"
    ),
    Moment(day("2017", "2017-01-01", "2017-12-31"), "A listing whose day nobody knows"),
    Moment(day("2017-01-28"), "A group is founded"),
    Moment(day("2017-01-28"), "A group is founded"),
    Moment(day("2017-06-30~", "2017-06-30", "2017-06-30"), "Something in the middle of the year with many words to it"),
    Moment(day("2017-12-31"), "The year ends"),
    Moment({"edtf": "2024-11-27/..", "earliest": "2024-11-27", "latest": None}, "An offensive goes on"),
    Moment({"edtf": "-0044-03-15", "earliest": "-0044-03-15", "latest": "-0044-03-15"}, "Too old for our calendar"),
]


def draw(medium: str = "wide") -> list[Drawing]:
    return draw_years(MOMENTS, get_setting("narrow" if medium == "narrow" else "wide", "ltr"), "en", medium)


def test_a_drawing_a_year_and_nothing_twice() -> None:
    drawings = draw()
    assert [drawing.id for drawing in drawings] == ["year-2016-wide", "year-2017-wide", "year-2024-wide"]
    assert drawings[1].title.count("A group is founded") == 1


def test_marks_say_how_sure_a_date_is() -> None:
    first, second, third = draw()
    assert [item.style for item in first.items if isinstance(item, Bar)] == ["solid"]
    assert [item.style for item in second.items if isinstance(item, Bar)] == ["in", "out"]
    assert [item.shape for item in second.items if isinstance(item, Mark)] == ["dot", "ring", "dot"]
    assert [item.shape for item in third.items if isinstance(item, Mark)] == ["dot", "onward"]


def test_the_day_stands_at_its_mark() -> None:
    days = [
        item.words for drawing in draw() for item in drawing.items if isinstance(item, Label) and item.style == "day"
    ]
    assert days == ["28", "≈30", "31", "27"]


def test_no_two_texts_meet_and_none_leaves_the_figure() -> None:
    for medium in ("wide", "narrow"):
        for drawing in draw(medium):
            boxes = [
                frame(item, drawing.width) for item in drawing.items if isinstance(item, Label) if item.style != "tick"
            ]
            assert all(left >= -0.5 and right <= drawing.width + 0.5 for left, right, _, _ in boxes)
            assert [pair for pair in combinations(boxes, 2) if meet(*pair)] == []


def frame(label: Label, width: float) -> tuple[float, float, float, float]:
    x = label.x.share * width + label.x.offset
    left = x - label.width if label.anchor == "end" else x
    return left, left + label.width, label.y - 10, label.y + 3


def meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]
