"""What holds of any text and any date."""

from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factsheet.dates import DateError, contains, day_key, parse, sort_key
from factsheet.wording import word_date

LANGUAGES = ("en", "ar", "ru", "tr")

_marks = st.sampled_from(["", "", "", "?", "~", "%"])
_years = st.one_of(
    st.integers(0, 9999).map(lambda year: f"{year:04d}"),
    st.integers(1, 9999).map(lambda year: f"-{year:04d}"),
    st.from_regex(r"-?[0-9X]{4}", fullmatch=True),
)
_pairs = st.one_of(
    st.integers(0, 45).map(lambda number: f"{number:02d}"), st.from_regex(r"[0-3X][0-9X]", fullmatch=True)
)
_parts = st.tuples(_years, _marks, _marks, _pairs, _marks, _marks, _pairs, _marks, _marks, st.integers(1, 3))
_simple = _parts.map(
    lambda part: "-".join(
        [f"{part[1]}{part[0]}{part[2]}", f"{part[4]}{part[3]}{part[5]}", f"{part[7]}{part[6]}{part[8]}"][: part[9]]
    )
)
_long = st.from_regex(r"Y-?[1-9][0-9]{0,12}(E[1-9][0-9]{0,3})?(S[1-9])?[?~%]?", fullmatch=True)
_moments = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat())
_dates = st.one_of(_simple, _long, _moments, st.sampled_from(["", ".."]))
_intervals = st.tuples(_dates, _dates).map("/".join)
_members = st.one_of(_simple, st.tuples(_dates, _dates).map("..".join))
_sets = st.tuples(st.sampled_from(["[]", "{}"]), st.lists(_members, max_size=4).map(",".join)).map(
    lambda part: f"{part[0][0]}{part[1]}{part[0][1]}"
)
_likely = st.one_of(_dates, _intervals, _sets)
_noise = st.one_of(st.text(), st.text(alphabet="0123456789XYESTZ-+:/.,[]{}?~% ", max_size=24))


@settings(max_examples=500, deadline=None)  # the first wording in a language reads its locale data
@given(st.one_of(_noise, _likely))
@example("Y1E999999999")
@example("\ud800")
@example("²²²²")
@example("0?0")
@example("[Y1E3..Y2E3]")
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        found = parse(text)
    except DateError as error:
        assert 0 <= error.offset <= max(len(text), 1)  # noqa: PT017 - most texts raise nothing
        return
    assert str(found) == text
    assert found.level in (0, 1, 2)
    if found.earliest and found.latest:
        assert day_key(found.earliest) <= day_key(found.latest)
    sort_key(found)
    for language in LANGUAGES:
        assert word_date(text, language)


@settings(deadline=None)
@given(st.dates())
def test_every_real_day_is_read_as_itself(day: date) -> None:
    text = day.isoformat()
    found = parse(text)
    assert (found.level, found.earliest, found.latest) == (0, text, text)


@settings(deadline=None)
@given(st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31)))
def test_a_coarser_date_contains_the_finer_one(day: date) -> None:
    text = day.isoformat()
    for coarser in (text[:7], text[:4], f"{text[:3]}X", f"{text[:8]}XX", f"{text[:5]}XX-XX", "XXXX"):
        assert contains(parse(coarser), parse(text))


@settings(deadline=None)
@given(st.dates(min_value=date(1, 1, 2)))
def test_an_interval_that_ends_a_day_before_it_starts_is_refused(day: date) -> None:
    reversed_interval = f"{day.isoformat()}/{(day - timedelta(days=1)).isoformat()}"
    try:
        parse(reversed_interval)
    except DateError as error:
        assert error.message == "the interval ends before it starts"  # noqa: PT017 - it must be this one
    else:
        raise AssertionError(reversed_interval)
