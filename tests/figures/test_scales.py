from datetime import date

from factsheet.figures.scales import Scale, count_days, make_time_scale, mark_numbers, mark_time


def test_a_value_off_the_scale_stands_at_its_end() -> None:
    assert [Scale(10, 20).place(value) for value in (5, 10, 15, 25)] == [0, 0, 0.5, 1]


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert [count_days(day) for day in ("2017-01-28", "-0044-03-15", None, "2017-02-30")] == [736357, None, None, None]


def test_years_are_told_on_every_screen_at_most_four_times() -> None:
    scale = make_time_scale([date(2004, 10, 1).toordinal(), date(2026, 3, 1).toordinal()])
    ticks = mark_time(scale, "en")
    assert [tick.words for tick in ticks if not tick.is_minor] == ["2010", "2020"]
    assert len(ticks) <= 16


def test_a_short_scale_tells_months() -> None:
    scale = make_time_scale([date(2017, 1, 28).toordinal(), date(2017, 7, 20).toordinal()])
    assert [tick.words for tick in mark_time(scale, "en")] == ["April 2017", "July 2017"]


def test_a_single_day_has_a_scale_with_ticks() -> None:
    ticks = mark_time(make_time_scale([date(2017, 1, 28).toordinal()], before=0.16, after=0.18), "tr")
    assert [tick.words for tick in ticks] == ["Ocak 2017", "Mart 2017"]


def test_numbers_are_told_as_the_language_writes_them() -> None:
    assert [tick.words for tick in mark_numbers(Scale(0, 48_500), "en")] == ["0", "20,000", "40,000"]
    assert [tick.words for tick in mark_numbers(Scale(0, 48_500), "ru")][1] == "20\N{NO-BREAK SPACE}000"
    assert [tick.words for tick in mark_numbers(Scale(0, 3), "en")] == ["0", "1", "2", "3"]
