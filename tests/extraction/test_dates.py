# ruff: noqa: E501 - sentences are kept whole

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet import dates as edtf
from factsheet.extraction.dating.dates import find_dates
from factsheet.extraction.reading.article import read_article

FRIDAY = date(2024, 11, 29)


def read(text: str, published: date = FRIDAY) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.value) for m in find_dates(read_article(text, published))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It began on 3 November 2022.", [("3 November 2022", "2022-11-03")]),
        ("It began on Nov. 3, 2022, he said.", [("Nov. 3, 2022", "2022-11-03")]),
        ("The 3rd of November, 2022, was cold.", [("3rd of November, 2022", "2022-11-03")]),
        ("On 2022-11-03 it began.", [("2022-11-03", "2022-11-03")]),
        ("On 3.11.2022 it began.", [("3.11.2022", "2022-11-03")]),
        ("On 25/11/2022 it began.", [("25/11/2022", "2022-11-25")]),
        ("On 03/04/2012 it began.", [("03/04/2012", "[2012-03-04,2012-04-03]")]),
        ("It lasted from 27 to 29 November 2016.", [("27 to 29 November 2016", "2016-11-27/2016-11-29")]),
        ("It lasted until November 27-29.", [("November 27-29", "2024-11-27/2024-11-29")]),
        (
            "From 27 November to 3 December 2016 it held.",
            [("From 27 November to 3 December 2016", "2016-11-27/2016-12-03")],
        ),
        ("between March and May 2015", [("between March and May 2015", "2015-03/2015-05")]),
        ("It ruled from 1991 until 2018.", [("from 1991 until 2018", "1991/2018")]),
        ("It has held since 2014.", [("since 2014", "2014/..")]),
        ("in the late 1960s", [("late 1960s", "196X")]),
        ("in the spring of 1974", [("spring of 1974", "1974-21")]),
        ("in the first quarter of 2017", [("first quarter of 2017", "2017-01/2017-03")]),
        ("by mid-2017 all will", [("mid-2017", "2017~")]),
        ("on Christmas Eve 1995", [("Christmas Eve 1995", "1995-12-24")]),
        ("He spoke on Wednesday.", [("Wednesday", "2024-11-27")]),
        ("He spoke on Friday.", [("Friday", "2024-11-29")]),
        ("They will meet on Tuesday.", [("Tuesday", "2024-12-03")]),
        ("He said on Tuesday that troops will leave.", [("Tuesday", "2024-11-26")]),
        ("He said troops will leave on Tuesday.", [("Tuesday", "2024-12-03")]),
        ("Kiir promised that from Saturday on his troops will not fire.", [("from Saturday", "2024-11-30")]),
        ("It ended last Monday.", [("last Monday", "2024-11-25")]),
        ("It ended yesterday.", [("yesterday", "2024-11-28")]),
        ("It ended two weeks ago.", [("two weeks ago", "2024-11-15~")]),
        ("Over the past 24 hours they fled.", [("Over the past 24 hours", "2024-11-28/2024-11-29")]),
        ("They met last month.", [("last month", "2024-10")]),
        ("They meet next week.", [("next week", "2024-12-02/2024-12-08")]),
        ("They met last July.", [("last July", "2024-07")]),
        ("It fell in December.", [("December", "2023-12")]),
        ("It will end by December 31.", [("December 31", "2024-12-31")]),
        ("within 30 days of signing", [("within 30 days of", "P30D")]),
        ("a nearly five-year siege", [("nearly five-year", "P5Y")]),
        ("three decades of war", [("three decades of", "P30Y")]),
        ("Good Friday is no Friday of the week.", [("Friday", "2024-11-29")]),
        ("a 45-year-old man and 2000 people at 10:30 a.m.", []),
        ("Security Council resolution 2254 (2015) says so.", []),
        ("The March 9 Movement denied it.", []),
        ("In May 32 people fled.", [("May", "2024-05")]),
    ],
)
def test_a_mention_of_time_has_its_value(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


def test_each_value_of_a_date_is_edtf() -> None:
    text = "On 3 May 2012, in late March, last week, since 2014, in the 1990s, last summer, on 03/04/2012, before long."
    for _, value in read(text):
        assert edtf.parse(value).text == value


def test_the_day_before_is_reckoned_from_the_day_told_and_does_not_move_it() -> None:
    text = "He spoke on Friday. They died the day before. Earlier in the day, it fell silent."
    assert read(text) == [
        ("Friday", "2024-11-29"),
        ("the day before", "2024-11-28"),
        ("Earlier in the day", "2024-11-29"),
    ]


def test_entries_of_a_timeline_take_the_year_of_the_entry_before() -> None:
    text = "April 8, 2004 - They agree.\nMay 7 - They fight.\nNov 9 - They sign.\nFeb 2 - It breaks.\nMarch 16, 2005 - It ends."
    assert [value for _, value in read(text)] == ["2004-04-08", "2004-05-07", "2004-11-09", "2005-02-02", "2005-03-16"]


def test_entries_of_a_timeline_take_the_year_of_their_heading() -> None:
    text = "1998\nMarch - A party is founded.\nNov. 12 - It marches.\n\n2003\nJanuary 9 - It signs.\n"
    assert [value for _, value in read(text)] == ["1998", "1998-03", "1998-11-12", "2003", "2003-01-09"]


def test_a_month_told_right_after_an_old_one_belongs_to_its_story() -> None:
    text = "The war began in March 2011. In July, officers founded the army."
    assert read(text) == [("March 2011", "2011-03"), ("July", "2011-07")]


def test_a_weekday_settles_the_year_of_a_day() -> None:
    assert read("On Thursday, 24 November, they met.", date(2017, 2, 1)) == [("Thursday, 24 November", "2016-11-24")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The truce takes effect Sunday.", ["2024-12-01"]),
        ("Talks are set for Thursday in Vienna.", ["2024-12-05"]),
        ("Negotiators agreed to meet on Tuesday.", ["2024-12-03"]),
        ("The meeting was postponed to Monday.", ["2024-12-02"]),
        ("He hoped that the ceasefire starting Monday would hold.", ["2024-12-02"]),
        ("He died on Tuesday, two days before the vote.", ["2024-11-26", "P2D"]),
        ("They extended the truce until 2 January.", ["2025-01-02"]),
        ("The army prepares to leave by the end of December.", ["2024-12~"]),
        ("The mandate was renewed until Nov. 30 this year.", ["2024-11-30"]),
        ("They fled on 3 May last year.", ["2023-05-03"]),
        ("The summit opens on 3 December.", ["2024-12-03"]),
        ("On July 14 the talks opened.", ["2024-07-14"]),
        ("They leave by the end of the year.", ["2024"]),
        ("Since the start of the year 300 died.", ["2024/.."]),
        ("It happened the previous night.", ["2024-11-28"]),
        ("He died on Tuesday. The next morning they fled.", ["2024-11-26", "2024-11-27"]),
        ("They signed in 2015 and formed a government the next year.", ["2015", "2016"]),
        ("He fell in 2012. The following May they split.", ["2012", "2013-05"]),
        ("He was freed on March 3, 2012. On the 15th he fled.", ["2012-03-03", "2012-03-15"]),
        ("They took it in June 2014. Three weeks later they fled.", ["2014-06", "2014-06~"]),
        ("They took it in June 2014. Less than three weeks later they fled.", ["2014-06", "P3W"]),
    ],
)
def test_a_time_is_told_from_the_day_that_its_words_lean_on(text: str, found: list[str]) -> None:
    assert [value for _, value in read(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose between April and 15 July 2023.", ["2023-04/2023-07-15"]),
        ("It ran from 2011 to March 2019.", ["2011/2019-03"]),
        ("From late 2011 to mid-2013 they ruled.", ["2011/2013"]),
        ("From 15 April to the end of June 2023", ["2023-04-15/2023-06"]),
        ("on May 3, 4 and 5, 2023", ["2023-05-03/2023-05-05"]),
        ("on 3 and 17 May 2023", ["{2023-05-03,2023-05-17}"]),
        ("dated 3 May 2012 and 4 June", ["2012-05-03", "2012-06-04"]),
        ("in August 2022 and May 2023", ["2022-08", "2023-05"]),
        ("the 2006-7 war", ["2006/2007"]),
        ("from 2011 to the present", ["2011/.."]),
        ("Q1 2023", ["2023-01/2023-03"]),
        ("26-Feb-2016", ["2016-02-26"]),
        ("on Easter Sunday 2016 and on Good Friday 2023", ["2016-03-27", "2023-04-07"]),
        ("for two and a half years", ["P2Y6M"]),
        ("the 19-year-old insurgency and the 19-year-old student", ["P19Y"]),
        ("the year-long siege", ["P1Y"]),
        ("a months-long siege", []),
        ("more than 500 horrifying days", ["P500D"]),
    ],
)
def test_a_span_has_both_its_ends_and_a_length_its_halves(text: str, found: list[str]) -> None:
    assert [value for _, value in read(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "It struck about 6.45 p.m. (1545 GMT) in Aden.",
        "It begins at around 1900 local time.",
        "The March 14 Alliance met the 6 April Youth Movement.",
        "The 14 March 2005 Revolution failed.",
        "They named resolutions 2118 (2013) and 2254 (2015).",
    ],
)
def test_a_clock_a_name_and_a_number_are_no_dates(text: str) -> None:
    assert read(text) == []


def test_a_dated_report_is_told_from_its_own_day() -> None:
    text = "4 May 2017 - GENEVA: The envoy said on Wednesday that it held.\n\nHe left on Wednesday."
    assert [value for _, value in read(text)] == ["2017-05-04", "2017-05-03", "2024-11-27"]


def test_a_span_without_a_year_is_of_the_year_that_its_words_lean_on() -> None:
    assert [value for _, value in read("It will last from 15 April to the end of June.")] == ["2025-04-15/2025-06"]


_WORDS = """January Mar. May 3 15 31 1st 2011 1999 '14 (2014) early mid- end of the from between and to until since by on in - –
, . : Monday weekend yesterday overnight last next this following previous same that year month week days decade century
night ago later over past two half a several less than Easter spring fall Q1 second quarter 12/03/2011 2011-05-06 20:00
1700 GMT present onwards 1960s 20th old war said will was begins set for postponed extended"""


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_WORDS.split()), min_size=3, max_size=40), st.sampled_from([1600, 2024, 9998]))
def test_no_heap_of_words_of_time_is_too_much(heap: list[str], year: int) -> None:
    for mention in find_dates(read_article(" ".join(heap), date(year, 11, 29))):
        if mention.kind == "date":
            assert edtf.parse(mention.value).text == mention.value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "14-15 December: The council meets.\n16 December: They fight.\n3 January: They sign.\n2 November: It ends.",
            ["2023-12-14/2023-12-15", "2023-12-16", "2024-01-03", "2024-11-02"],
        ),
        (
            "-- DECEMBER 2013 --\n- 15: Shots are heard.\n\n--JANUARY 2014--\n- 10-20: Troops take the north.\n\n-- MAY --\n- 2: It ends.\n",
            ["2013-12", "2013-12-15", "2014-01", "2014-01-10/2014-01-20", "2014-05", "2014-05-02"],
        ),
        (
            "2005 January - A peace is signed.\n2011 Jan 9, Voting begins.\n2011 July - It is free.\n",
            ["2005-01", "2011-01-09", "2011-07"],
        ),
    ],
)
def test_a_timeline_may_leave_out_years_and_months(text: str, found: list[str]) -> None:
    assert [value for _, value in read(text)] == found


def test_since_a_month_looks_back_whatever_the_tense() -> None:
    text = "The talks, the fourth round since August, are due to resume on January 12."
    assert [value for _, value in read(text)] == ["2024-08", "2025-01-12"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The accord reached Thursday calls for troops to leave by Monday.", ["2024-11-28", "2024-12-02"]),
        ("A vote is likely on Tuesday, diplomats said on Friday.", ["2024-12-03", "2024-11-29"]),
        ("The group has until Sunday to respond.", ["2024-12-01"]),
        ("Elections are planned for March.", ["2025-03"]),
        ("The pact signed in May expires in December.", ["2024-05", "2024-12"]),
        ("Hours after Tuesday's deadline passed, shells fell.", ["2024-11-26"]),
        ("Saying he had to tidy up, he flew to the capital empty-handed on Sunday.", ["2024-11-24"]),
        ("By early November 40 had died.", ["2024-11~"]),
        ("They met earlier in the week, in 2003, 2005 and 2007.", ["2024-11-25/2024-12-01", "2003", "2005", "2007"]),
        ("The movement is still active today.", []),
    ],
)
def test_what_is_to_come_is_told_from_what_has_been(text: str, found: list[str]) -> None:
    assert [value for _, value in read(text)] == found


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("They agreed to a ceasefire in the last round of talks on Jan. 11.", date(2024, 3, 4), ["2024-01-11"]),
        ("A round slated for April was cancelled.", date(2006, 10, 1), ["2006-04"]),
        (
            "It began on 7 September 2006, and was changed on 18 June of the same year.",
            date(2008, 5, 26),
            ["2006-09-07", "2006-06-18"],
        ),
        ("This is a transcript of today's briefing.", date(2000, 5, 8), ["2000-05-08"]),
        (
            "Since October 2020 it holds. Mines hurt 242 people between January and May.",
            date(2022, 6, 2),
            ["2020-10/..", "2022-01/2022-05"],
        ),
    ],
)
def test_the_year_is_that_of_the_story_only_where_it_goes_on(text: str, published: date, found: list[str]) -> None:
    assert [value for _, value in read(text, published)] == found
