import re

import pytest

from factsheet.figures import get_setting, write_paper, write_svg
from factsheet.figures.atlas import read_atlas
from factsheet.figures.framing import HEIGHT, WIDTH
from factsheet.figures.layout import Drawing, Label, Mark, Path
from factsheet.figures.maps import Place, draw_map

ALEPPO = Place((37.164, 36.198), "Aleppo")
IDLIB = Place((36.7, 35.7), "Idlib", is_area=True)
DAMASCUS = Place((36.3, 33.52), "Damascus")
SOCHI = Place((39.72, 43.585), "Sochi")


def draw(*codes: str, places: tuple[Place, ...] = (), direction: str = "ltr") -> Drawing:
    drawing = draw_map(dict.fromkeys(codes, ""), "Map", places, direction=direction)
    assert drawing is not None
    return drawing


def dots(drawing: Drawing) -> list[tuple[str, float, float]]:
    """Return the shape of each mark and where it is, in pixels."""
    return [(item.shape, item.x.share * WIDTH, item.y) for item in drawing.items if isinstance(item, Mark)]


def labels(drawing: Drawing) -> dict[str, Label]:
    return {item.words: item for item in drawing.items if isinstance(item, Label)}


def outline(drawing: Drawing, style: str) -> list[tuple[float, float]]:
    """Return the points of a path in pixels."""
    (path,) = [item for item in drawing.items if isinstance(item, Path) and item.style == style]
    points: list[tuple[float, float]] = []
    for ring in path.d.split("z")[:-1]:
        start, rest = ring.removeprefix("M").split("l")
        x, y = map(int, start.split())
        points.append((x / 2, y / 2))
        numbers = [int(number) for number in re.findall(r"-?\d+", rest)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x / 2, y / 2))
    return points


def test_a_country_stands_in_the_middle_of_its_map() -> None:
    points = outline(draw("SY"), "here")
    across, down = [x for x, _ in points], [y for _, y in points]
    assert abs((min(across) + max(across)) / 2 - WIDTH / 2) < 3
    assert abs((min(down) + max(down)) / 2 - HEIGHT / 2) < 3
    assert max(across) - min(across) > WIDTH / 4


def test_a_country_across_the_antimeridian_is_whole() -> None:
    points = outline(draw("RU"), "here")
    assert max(x for x, _ in points) - min(x for x, _ in points) > WIDTH * 0.7


def test_no_map_is_longer_than_25_kilobytes() -> None:
    sizes = {
        code: sum(len(item.d) for item in draw(code).items if isinstance(item, Path))
        for code in ("RU", "CA", "ID", "GR")
    }
    assert max(sizes.values()) < 25_000, sizes


def test_neighbours_share_their_border() -> None:
    drawing = draw("SY")
    assert len(set(outline(drawing, "here")) & set(outline(drawing, "land"))) > 10


def test_a_place_with_coordinates_is_a_named_dot_where_it_is_in_its_country() -> None:
    drawing = draw("SY", places=(DAMASCUS,))
    ((shape, x, y),) = dots(drawing)
    across, down = [x for x, _ in outline(drawing, "home")], [y for _, y in outline(drawing, "home")]
    west, east, north, south = min(across), max(across), min(down), max(down)
    assert shape == "dot"
    assert 0.05 < (x - west) / (east - west) < 0.2  # Damascus lies in the south-west of Syria
    assert 0.7 < (y - north) / (south - north) < 0.95
    assert list(labels(drawing)) == ["Damascus"]


def test_a_region_has_its_name_in_its_middle_and_no_dot() -> None:
    drawing = draw("SY", places=(IDLIB,))
    assert dots(drawing) == []
    assert (labels(drawing)["Idlib"].style, labels(drawing)["Idlib"].anchor) == ("area", "middle")


def test_places_close_together_bring_the_map_nearer() -> None:
    far = dots(draw("SY", places=(DAMASCUS, ALEPPO)))
    near = dots(draw("SY", places=(ALEPPO, Place((37.1, 36.47), "Tel Rifaat"))))
    assert abs(far[0][2] - far[1][2]) == pytest.approx(300 / 1480 * WIDTH, rel=0.15)  # km, and how wide Syria's map is
    assert abs(near[0][2] - near[1][2]) == pytest.approx(30 / 510 * WIDTH, rel=0.1)


def test_a_place_in_a_large_country_has_a_map_of_its_region() -> None:
    whole, part = draw("RU"), draw("RU", places=(SOCHI,))
    assert [(round(x), round(y)) for _, x, y in dots(part)] == [(WIDTH / 2, HEIGHT / 2)]
    assert len(outline(part, "land")) > 100  # its neighbours around the Black Sea
    assert outline(whole, "here") != outline(part, "home")


def test_no_map_is_so_near_that_it_shows_no_border() -> None:
    """Two villages far from each border and coast would stand on an empty ground."""
    villages = (Place((91.0, 61.0), "Baykit"), Place((92.0, 61.2), "Vanavara"))
    assert any(0 < x < WIDTH and 0 < y < HEIGHT for x, y in outline(draw("RU", places=villages), "home"))


def test_more_than_four_places_are_dots_without_names() -> None:
    places = tuple(Place((36.0 + step, 34.9), f"Place {step}") for step in range(5))
    assert len(dots(draw("SY", places=places))) == 5
    assert labels(draw("SY", places=places)) == {}
    assert len(labels(draw("SY", places=places[:2]))) == 2


def test_names_that_would_cover_each_other_are_left_out_all_together() -> None:
    long = [Place((37.16 + step / 100, 36.2), f"Neighbourhood {step} of Aleppo") for step in range(3)]
    assert len(labels(draw("SY", places=(*long[:2], IDLIB)))) == 3
    drawing = draw("SY", places=(*long, IDLIB))
    assert labels(drawing) == {}
    assert [shape for shape, _, _ in dots(drawing)] == ["dot", "dot", "dot", "ring"]


def test_a_name_stands_in_its_own_country_where_it_can() -> None:
    """Left of its dot, where an Arabic name is tried first, Damascus would stand in Lebanon."""
    assert labels(draw("SY", places=(DAMASCUS,), direction="rtl"))["Damascus"].anchor == "start"
    moscow = Place((37.617, 55.756), "Moscow")
    assert labels(draw("RU", places=(moscow,), direction="ltr"))["Moscow"].anchor == "start"


def test_countries_are_named_where_all_have_a_name_and_room() -> None:
    named = draw_map({"SY": "Syria"}, "Map", (ALEPPO,))
    dark = draw_map({"SY": "Syria", "IQ": "Iraq"}, "Map")
    half = draw_map({"SY": "Syria", "IQ": ""}, "Map")
    small = draw_map({"MC": "Monaco"}, "Map")
    assert named
    assert dark
    assert half
    assert small
    assert {label.words: label.style for label in labels(named).values()} == {"Aleppo": "place", "Syria": "country"}
    assert [label.style for label in labels(dark).values()] == ["within", "within"]
    assert (labels(half), labels(small)) == ({}, {})


def test_the_name_of_a_country_lies_inside_it() -> None:
    drawing = draw_map({"SY": "Syria"}, "Map")
    assert drawing
    label, points = labels(drawing)["Syria"], outline(drawing, "here")
    (left, right) = (label.x.share * WIDTH + side * label.width / 2 for side in (-1, 1))
    assert min(x for x, _ in points) < left
    assert right < max(x for x, _ in points)
    assert min(y for _, y in points) < label.y < max(y for _, y in points)


def test_a_code_that_no_country_has_makes_no_map() -> None:
    assert draw_map({"XX": ""}, "Map", (ALEPPO,)) is None
    assert draw_map({}, "Map") is None
    assert len(outline(draw("XX", "TR"), "here")) > 20


def test_every_country_has_an_outline() -> None:
    atlas = read_atlas()
    assert len(atlas.countries) > 230
    assert [code for code, rings in atlas.countries.items() if max(len(ring.points) for ring in rings) < 3] == []


def test_a_country_too_small_to_see_is_a_dot() -> None:
    assert [item.shape for item in draw("MC").items if isinstance(item, Mark)] == ["dot"]
    assert [item for item in draw("SY").items if isinstance(item, Mark)] == []


def test_a_map_is_not_mirrored_from_right_to_left() -> None:
    drawing = draw("SY")
    (path,) = [item for item in drawing.items if isinstance(item, Path) and item.style == "here"]
    assert path.d in write_svg(drawing, "rtl")
    assert path.d in write_paper(drawing, get_setting("paper", "rtl"))


def test_places_are_not_mirrored_from_right_to_left() -> None:
    """The dot of a town in the south-west stays there, and its name begins at the side it was measured for."""
    drawing = draw("SY", places=(DAMASCUS,))
    svgs = [write_svg(drawing, direction) for direction in ("ltr", "rtl")]
    circles = [re.search(r'<circle[^>]* cx="([\d.]+)"', svg) for svg in svgs]
    assert [float(circle[1]) < WIDTH / 2 for circle in circles if circle] == [True, True]
    assert ['text-anchor="end"' in svg for svg in svgs] == [False, True]  # the end of Arabic text is on its left
    papers = [write_paper(drawing, get_setting("paper", direction)) for direction in ("ltr", "rtl")]
    places = [re.search(r'<span class="place" style="left:([\d.]+)px', paper) for paper in papers]
    assert [place[1] for place in places if place] == ["57.2", "57.2"]


def test_on_paper_names_are_as_far_from_their_dots_as_the_smaller_map_asks() -> None:
    drawing = draw("SY", places=(ALEPPO,))
    ((_, x, y),) = dots(drawing)
    paper = write_paper(drawing, get_setting("paper", "ltr"))
    found = re.search(r'<span class="place" style="left:([\d.]+)px;top:([\d.]+)px">Aleppo', paper)
    assert found
    assert x * 0.66 < float(found[1]) < x * 0.66 + 7
    assert float(found[2]) < y * 0.66 < float(found[2]) + 13
