import re

from factsheet.figures import get_setting, write_paper, write_svg
from factsheet.figures.layout import Drawing, Mark, Path
from factsheet.figures.maps import HEIGHT, WIDTH, draw_map, read_atlas


def draw(*codes: str, spot: tuple[float, float] | None = None) -> Drawing:
    drawing = draw_map(codes, "Map", spot)
    assert drawing is not None
    return drawing


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


def test_a_place_with_coordinates_is_a_dot_in_its_country() -> None:
    drawing = draw("SY", spot=(37.16, 36.2))
    (mark,) = [item for item in drawing.items if isinstance(item, Mark)]
    across, down = [x for x, _ in outline(drawing, "home")], [y for _, y in outline(drawing, "home")]
    assert min(across) < mark.x.share * WIDTH < max(across)
    assert min(down) < mark.y < max(down)


def test_a_code_that_no_country_has_makes_no_map() -> None:
    assert draw_map(("XX",), "Map") is None
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
