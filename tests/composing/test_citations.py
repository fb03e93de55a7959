from factsheet.composing.citations import Gathering
from factsheet.model import Json


def cite(source: str, **rest: Json) -> Json:
    return {"source": {"ref": source}, **rest}


def test_citations_are_numbered_in_reading_order() -> None:
    gathering = Gathering()
    assert gathering.cite([cite("b"), cite("a")]) == [1, 2]
    assert gathering.cite([cite("a"), cite("c")]) == [2, 3]
    assert gathering.citations == [{"n": 1, "source": "b"}, {"n": 2, "source": "a"}, {"n": 3, "source": "c"}]


def test_same_source_place_and_quotation_have_the_same_number() -> None:
    gathering = Gathering()
    assert gathering.cite([cite("a", at="para 3", quote="No.")]) == [1]
    assert gathering.cite([cite("a", at="para 3", quote="No.")]) == [1]
    assert gathering.cite([cite("a", at="para 4", quote="No."), cite("a", at="para 3")]) == [2, 3]


def test_a_remark_joins_a_citation_that_has_none() -> None:
    gathering = Gathering()
    gathering.cite([cite("a")])
    assert gathering.cite([cite("a", note={"en": "Undated."})]) == [1]
    assert gathering.citations == [{"n": 1, "source": "a", "note": {"en": "Undated."}}]


def test_two_different_remarks_need_two_numbers() -> None:
    gathering = Gathering()
    assert gathering.cite([cite("a", note={"en": "One."})]) == [1]
    assert gathering.cite([cite("a", note={"en": "Two."})]) == [2]
    assert gathering.cite([cite("a")]) == [1]


def test_a_link_in_markdown_shares_the_number_of_a_citation() -> None:
    gathering = Gathering()
    gathering.cite_link("a", "para 3")
    assert gathering.cite([cite("a", at="para 3")]) == [1]


def test_each_source_is_listed_once() -> None:
    gathering = Gathering()
    gathering.cite([cite("a", at="1"), cite("b"), cite("a", at="2")])
    assert gathering.sources == ("a", "b")


def test_a_citation_of_nothing_has_no_number() -> None:
    assert Gathering().cite([{"at": "para 3"}]) == []
