import pytest

from factsheet.text_links import Link, find_links


def test_a_record_link_gives_its_target_and_offset() -> None:
    assert list(find_links("Led by [HTS](hts), then.")) == [Link(13, "record", "hts")]


def test_a_citation_gives_its_source_and_place() -> None:
    assert list(find_links("So it says [@rt-2024-11-29, para 3].")) == [Link(13, "cite", "rt-2024-11-29", "para 3")]


def test_a_citation_without_a_place_has_none() -> None:
    assert list(find_links("[@rt-2024-11-29]")) == [Link(2, "cite", "rt-2024-11-29", "")]


def test_an_image_is_told_from_a_link() -> None:
    assert list(find_links("![Map of Idlib](images/map.png)")) == [Link(16, "image", "images/map.png")]


def test_links_come_in_reading_order() -> None:
    links = find_links("[@a] and [b](b-one) and ![c](c.png)")
    assert [(link.kind, link.target) for link in links] == [("cite", "a"), ("record", "b-one"), ("image", "c.png")]


@pytest.mark.parametrize(
    "text",
    [
        "no link at all",
        "[site](https://example.org/)",
        "[up](#top)",
        "[file](a.pdf)",
        "[mail](mailto:a@example.org)",
        "`[HTS](hts)` in code",
        "```\n[HTS](hts)\n[@x]\n```",
        "[plain brackets] (hts)",
        r"\[@not-cited]",
    ],
)
def test_what_is_no_link_to_a_record_is_left_alone(text: str) -> None:
    assert list(find_links(text)) == []


def test_a_link_title_does_not_hide_the_target() -> None:
    assert list(find_links('[HTS](hts "The group")')) == [Link(6, "record", "hts")]
