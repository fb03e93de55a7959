from factsheet.figures.spans import Span, mark_ends, stretch
from tests.figures.speaker import day

FIRST, LAST = 735_000, 736_000


def test_known_ends_are_hard() -> None:
    found = stretch(Span(day("2014-05-14"), day("2014-06-29")), FIRST, LAST)
    assert (found.end - found.start, found.soft_start, found.soft_end, found.onward) == (46, None, None, False)


def test_a_month_is_soft_from_its_first_day_to_its_last() -> None:
    found = stretch(Span(day("2014-05", "2014-05-01", "2014-05-31"), day("2014-09-01")), FIRST, LAST)
    assert found.soft_start is not None
    assert found.start - found.soft_start == 30


def test_without_an_end_it_goes_on() -> None:
    found = stretch(Span(day("2014-05-14"), None), FIRST, LAST)
    assert (found.end, found.onward, found.soft_end) == (LAST, True, None)


def test_an_unknown_end_fades() -> None:
    found = stretch(Span(day("2014-05-14"), {"missing": "unknown"}), FIRST, LAST)
    assert (found.onward, found.end) == (False, found.start)
    assert found.soft_end is not None
    assert found.soft_end > found.end


def test_an_unknown_start_fades_in() -> None:
    found = stretch(Span({"missing": "unknown"}, day("2014-05-14")), FIRST, LAST)
    assert found.soft_start is not None
    assert found.soft_start < found.start == found.end


def test_an_approximate_date_has_a_ring() -> None:

    rings = mark_ends(Span(day("2014-05-14~", "2014-05-14", "2014-05-14"), day("2014-06-29")))
    assert [ring.shape for ring in rings] == ["ring"]
