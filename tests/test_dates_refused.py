"""What isn't EDTF: the reason, the place, and what was perhaps meant."""

import pytest

from factsheet.dates import DateError, parse

REFUSED = [
    "1900-02-29", "2023-02-29", "2100-02-29", "2024-02-30", "2024-04-31", "1960-06-31", "2024-01-32", "2024-01-00",
    "2024-00", "2024-13", "2024-20", "2024-42", "2024-99", "2024-13-01", "2001-21-05", "2004-2X", "2004-04-4X",
    "19X1-02-29", "20X3-02-30", "-0000", "-0000-01", "-0000S2", "85", "123", "12345", "20241130", "2024-1", "2024-1-1",
    "1985-04-12-01", "+2006%", "20067890%", "2005/2004", "2012-24/2012-21", "2012-23/2012-22", "-1000/-2000",
    "1000/-2000", "0001/0000", "0000/-0001", "0800/-0999", "2012/2013/2014", "2012//2013", "/", "2004/2005-13",
    "2005-07-25T10:10:10Z/2006-01-01T10:10:10Z", "2005-07-25T10:10:10Z/2006-01", "2005-07-25/2006-01-01T10:10:10Z",
    "2012-10-10T10:10", "2012-10-10T1:10:10", "2012-10-10T10:1:10", "2012-10-10T10:10:1", "2012-10-10T25:10:10",
    "2012-10-10T24:00:01", "2012-10-10T10:60:10", "2012-10-10T10:10:60", "2012-10-10T10:10:10.5", "2012-10T10:10:10",
    "2012-10-10t10:10:10", "2012-10-10T10:10:10z", "2012-10-10T10:10:10-00:00", "2012-10-10T10:10:10+24",
    "2012-10-10T10:10:10-05:60", "2012-10-10T10:10:10+02:00:30", "2012-10-10T10:10:10+0200", "2012-02-30T10:10:10",
    "2012-10-10T10:10:10?", "2012-10-XXT10:10:10", "201X-10-10T10:10:10", "2004-06-11?~", "2004??", "??2004",
    "?", "2004-?-11", "2004-06?-", "Y2006", "Y-2006", "Y012345", "Y-0", "Y12E0", "Y12E01", "Y1E9999999999", "Y", "YE5",
    "Y20067890-14", "Y123456S0", "1950S0", "1950S", "195XS2", "1950S2-06", "Y17e7", "y17E7", "20xx", "201u", "uuuu",
    "[]", "{}", "[..]", "[", "]", "[1984", "1984]", "[1984}", "{1984]", "[1984,]", "[,1984]", "[1667, 1668]",
    "[1668..1667]", "[1984..1985-04]", "[156X..1600]", "[1670?..1672]", "[2001-21..2001-24]", "[1950S2..1960]",
    "[1760..,1761]", "[1759,..1760]", "[1984/1985]", "[[1984]]", "[1984...1986]", "[2004-01-01T10:10:10]", "..1984",
    "1984..", "1670..1673", "2012\\2013", "2012-W05", "2012-365", "P1Y", "2012/P1Y", "2001-21^southern",
    "unknown", "none", "yesterday", "", " ", "2015 ", " 2015", "2015\n", "2015\t", "\u00a02015", "2015\u200f",
    "２０１５",     "٢٠١٥", "2015–2016", "2015-०१", "\ud800", "0" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_at_a_place_inside_it(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert 0 <= caught.value.offset <= len(text)
    assert caught.value.message


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("2023-02-29", 8, "February 2023 has 28 days: it was no leap year"),
        ("2023-02-30", 8, "February has 29 days at most"),
        ("2024-04-31", 8, "April has 30 days"),
        ("2024-01-32", 8, "there is no day 32: a month has 01 to 31 at most"),
        ("1985-04-12-01", 10, "a date has at most a year, a month and a day"),
        ("1985?4", 5, "a mark stands before or behind a year, month or day, not inside it"),
        ("2004-0~6-11", 7, "a mark stands before or behind a year, month or day, not inside it"),
        ("2024-20", 5, "there is no month 20: months are 01 to 12, seasons 21 to 41"),
        ("19X1-02-29", 8, "no year 19X1 is a leap year, so none has a day 02-29"),
        ("2001/2001-21-05", 10, "21 is a season, and a season has no days"),
        ("1984/-0000", 5, "there is no year -0000; 0000 is the year before 0001"),
        ("[1667,1668-13]", 11, "there is no month 13: months are 01 to 12, seasons 21 to 41"),
        ("[1667,1668", 9, "a set that opens with “[” closes with “]”"),
        ("2012/2013/2014", 9, "an interval has one “/”, between its start and its end"),
        ("2012-W05", 5, "“W” has no place in an EDTF date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("٢٠١٥", 0, "“٢” is not one of the digits 0 to 9"),
        ("2015\u200f", 4, "the character U+200F has no place in an EDTF date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("", 0, "an empty text is not a date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("2012-10-10T25:10:10", 11, "there is no hour 25: hours are 00 to 23"),
        ("03/04/2024", 5, "“03/04/2024” can be 3 April or 4 March: write 2024-04-03 or 2024-03-04"),
    ],
)
def test_the_message_says_what_is_wrong_and_where(text: str, offset: int, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert (caught.value.offset, caught.value.message, caught.value.suggestion) == (offset, message, "")


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("30/11/2024", "2024-11-30"),
        ("11/30/2024", "2024-11-30"),
        ("30.11.2024", "2024-11-30"),
        ("05.05.2024", "2024-05-05"),
        ("2024/11/30", "2024-11-30"),
        ("2024.11.30", "2024-11-30"),
        ("20241130", "2024-11-30"),
        ("2024-1-5", "2024-01-05"),
        ("2024-1", "2024-01"),
        ("2024-30-11", "2024-11-30"),
        ("Nov 2024", "2024-11"),
        ("November 2024", "2024-11"),
        ("Sept. 2024", "2024-09"),
        ("30 November 2024", "2024-11-30"),
        ("November 30, 2024", "2024-11-30"),
        ("1st May 2011", "2011-05-01"),
        ("Spring 2012", "2012-21"),
        ("c. 2015", "2015~"),
        ("ca 2015", "2015~"),
        ("circa November 2024", "2024-11~"),
        ("about 2015-06", "2015-06~"),
        ("1990s", "199X"),
        ("the 1950s", "195X"),
        ("20xx", "20XX"),
        ("201u", "201X"),
        ("y17e7", "Y17E7"),
        ("Y2006", "2006"),
        ("2004-06-11?~", "2004-06-11%"),
        ("2015/open", "2015/.."),
        ("2015/present", "2015/.."),
        ("2015/unknown", "2015/"),
        ("2015-2016", "2015/2016"),
        ("2015 – 2016", "2015/2016"),
        ("2005/2004", "2004/2005"),
        ("2024-11-30T10:00", "2024-11-30T10:00:00"),
        ("2024-11-30 10:00:30", "2024-11-30T10:00:30"),
        ("2024-11-30T10:00:30+0200", "2024-11-30T10:00:30+02:00"),
        (" 2015", "2015"),
        ("2015\n", "2015"),
        ("[1667, 1668]", "[1667,1668]"),
    ],
)
def test_what_is_surely_meant_is_suggested(text: str, suggestion: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.suggestion == suggestion
    assert str(caught.value).endswith(f'; did you mean "{suggestion}"?')


@pytest.mark.parametrize("text", ["03/04/2024", "3.4.2024", "before 2015", "last spring", "31.11.2024", "c. yesterday"])
def test_nothing_is_suggested_where_the_meaning_is_open(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.suggestion == ""
