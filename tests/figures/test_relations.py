from factsheet.figures import Drawing, get_setting
from factsheet.figures.layout import Bar, Label, Mark
from factsheet.figures.relations import draw_affiliations, draw_listings
from factsheet.model import Object
from tests.figures.speaker import Speaker, day, make_sheet, ref

WIDE = get_setting("wide", "ltr")
TIES: Object = {
    "affiliations": [
        {"group": ref("a"), "type": "pledged-to", "from": day("2013-04-10"), "until": day("2016-07-28")},
        {"group": ref("a"), "type": "affiliate-of", "from": day("2016-07-28"), "stance": "disputed"},
        {"group": ref("b"), "type": "rival-of"},
    ]
}


def labels(drawing: Drawing) -> list[str]:
    return [item.words for item in drawing.items if isinstance(item, Label) and item.style in ("name", "note")]


def test_ties_to_one_group_stand_together_under_its_name() -> None:
    drawing = draw_affiliations(Speaker(make_sheet(TIES)), WIDE)
    assert drawing is not None
    assert labels(drawing) == ["Group A", "pledged allegiance to", "affiliate of (disputed)"]


def test_what_is_disputed_is_hollow_and_what_has_no_end_an_arrow() -> None:
    drawing = draw_affiliations(Speaker(make_sheet(TIES)), WIDE)
    assert drawing is not None
    assert [item.style for item in drawing.items if isinstance(item, Bar)] == ["solid", "hollow"]
    assert [item.shape for item in drawing.items if isinstance(item, Mark)] == ["onward"]


def test_fewer_than_two_dated_ties_make_no_figure() -> None:
    one: Object = {"affiliations": [TIES["affiliations"][0]]}  # type: ignore[index]  # the literal above
    assert draw_affiliations(Speaker(make_sheet(one)), WIDE) is None


def test_what_others_say_of_their_ties_to_the_group_says_to_whom() -> None:
    back: Object = {"ref": "c", "statement": {"group": ref("own"), "type": "rival-of", "from": day("2017-07-01")}}
    drawing = draw_affiliations(Speaker(make_sheet(TIES, backlinks={"affiliated_groups": [back]})), WIDE)
    assert drawing is not None
    assert labels(drawing)[-2:] == ["Group C", "rival of Own group"]


def test_two_listings_on_one_list_share_a_row() -> None:
    listed: Object = {
        "designations": [
            {
                "authority": ref("a"),
                "list": {"en": "A list"},
                "listed": day("2012-12-10"),
                "removed": day("2014-05-14"),
            },
            {
                "authority": ref("a"),
                "list": {"en": "A list"},
                "listed": day("2014-05-14"),
                "removed": day("2025-07-08"),
            },
            {"authority": ref("b"), "listed": {"missing": "unknown"}, "removed": day("2025-12-05")},
        ]
    }
    drawing = draw_listings(Speaker(make_sheet(listed)), WIDE)
    assert drawing is not None
    assert labels(drawing) == ["Group A", "A list", "Group B"]
    bars = [item for item in drawing.items if isinstance(item, Bar)]
    assert [bar.style for bar in bars] == ["solid", "solid", "in"]
    assert bars[0].y == bars[1].y
    assert [item.shape for item in drawing.items if isinstance(item, Mark)] == ["tick"]


def test_a_label_in_another_language_has_its_tag() -> None:
    sheet = make_sheet(TIES)
    sheet["records"] = {"a": {"label": {"en": "Group A"}}, "b": {"label": {"en": "Group B"}}}
    drawing = draw_affiliations(Speaker(sheet, "ar"), get_setting("wide", "rtl"))
    assert drawing is not None
    assert [item.tag for item in drawing.items if isinstance(item, Label) and item.style == "name"] == ["en"]
