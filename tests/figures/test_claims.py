from factsheet.figures import Drawing, get_setting
from factsheet.figures.claims import draw_claims
from factsheet.figures.layout import Bar, Label, Mark
from factsheet.model import Object
from tests.figures.speaker import Speaker, day, make_sheet, ref

WIDE = get_setting("wide", "ltr")


def claim(name: str, claimant: str, said: str, *figures: Object, **derived: bool) -> Object:
    digest: Object = {"claimant": ref(claimant), "said": day(said), "figures": list(figures)}
    entry: Object = {"ref": name, "digest": digest}
    return entry | ({"derived": {**derived}} if derived else {})


def figure(text: str, low: float | None, high: float | None, best: float | None = None, **more: str) -> Object:
    value: Object = {"text": text, "low": low, "high": high}
    value |= {} if best is None else {"best": best}
    of: Object = {"of": {"en": more["of"]}} if "of" in more else {}
    return {"value": value, "unit": more.get("unit", "killed"), **of}


CLAIMS = [
    claim("c1", "b", "2024-11-28", figure("at least 400", 400, None, of="fighters")),
    claim("c2", "a", "2024-11-27", figure("132", 132, 132), figure("65", 65, 65, of="soldiers")),
    claim("c3", "a", "2024-11-29", figure("200 to 300 best 250", 200, 300, 250), figure("5", 5, 5, unit="wounded")),
    claim("c4", "b", "2024-11-26", figure("about 600", None, None, 600), figure("at most 10", None, 10)),
    claim("c5", "b", "2024-11-26", figure("thousands", None, None)),
]


def draw(claims: list[Object], most: int = 0) -> list[Drawing]:
    return draw_claims(Speaker(make_sheet({}, backlinks={"claims": [*claims]})), WIDE, most=most)


def labels(drawing: Drawing, *styles: str) -> list[str]:
    return [item.words for item in drawing.items if isinstance(item, Label) and item.style in styles]


def test_one_figure_a_unit_of_which_three_numbers_stand() -> None:
    assert [(drawing.id, drawing.title) for drawing in draw(CLAIMS)] == [
        ("claims-killed", "Figures side by side: killed")
    ]
    assert draw(CLAIMS[:1]) == []


def test_claimants_follow_by_who_spoke_first_and_their_numbers_by_the_day() -> None:
    (drawing,) = draw(CLAIMS)
    assert labels(drawing, "name") == ["Group B", "Group A"]
    values = labels(drawing, "value", "range")
    assert values == ["about 600", "at most 10", "at least 400", "132", "65", "200 to 300, best estimate 250"]


def test_the_day_is_said_once_a_claim() -> None:
    (drawing,) = draw(CLAIMS)
    notes = " ".join(labels(drawing, "note"))
    assert notes.count("27 November 2024") == 1
    assert "soldiers" in notes


def test_bounds_are_dots_with_arrows_ranges_are_bars_and_about_is_a_ring() -> None:
    (drawing,) = draw(CLAIMS)
    marks = [item.shape for item in drawing.items if isinstance(item, Mark)]
    assert marks == ["ring", "dot", "back", "dot", "onward", "dot", "dot", "dot", "tick"]
    assert [item.style for item in drawing.items if isinstance(item, Bar)] == ["solid"]


def test_what_was_revised_or_withdrawn_later_is_left_to_the_table() -> None:
    for past in ("revised", "retracted"):
        (drawing,) = draw([*CLAIMS, claim("c6", "a", "2024-11-26", figure("31", 31, 31), **{past: True})])
        assert "31" not in labels(drawing, "value")
        assert labels(drawing, "value") == labels(draw(CLAIMS)[0], "value")


def test_on_paper_a_long_figure_is_cut_and_names_the_claimant_again() -> None:
    parts = draw(CLAIMS, most=4)
    assert [part.id for part in parts] == ["claims-killed", "claims-killed-4"]
    assert labels(parts[1], "name") == ["Group A"]
    ticks = [labels(part, "tick") for part in parts]
    assert ticks[0] == ticks[1] == ["0", "200", "400", "600"]


def test_numbers_are_never_added() -> None:
    (drawing,) = draw(CLAIMS)
    assert "197" not in " ".join(labels(drawing, "value", "note"))


def test_the_words_of_a_range_stand_beside_it_never_over_its_bar() -> None:
    many = [figure(f"{low} to {high}", low, high) for low, high in ((10, 20), (50, 90), (5, 98))]
    (drawing,) = draw([claim("c1", "a", "2024-11-27", *many)])
    words = {item.words: item for item in drawing.items if isinstance(item, Label) and item.style == "range"}
    bars = [item for item in drawing.items if isinstance(item, Bar)]
    after, before = words["10 to 20"], words["50 to 90"]
    assert (after.anchor, after.x.share) == ("start", bars[0].x2.share)
    assert (before.anchor, before.x.share) == ("end", bars[1].x1.share)
    assert words["5 to 98"].anchor == "end", "where the bar fills the width there is no other place"
