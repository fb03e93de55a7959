import math

import pytest

from factsheet.amounts import AmountError, parse


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (89, {"text": "89", "low": 89, "high": 89}),
        (0, {"text": "0", "low": 0, "high": 0}),
        (12.5, {"text": "12.5", "low": 12.5, "high": 12.5}),
        (1e-7, {"text": "0.0000001", "low": 1e-7, "high": 1e-7}),
        ("400", {"text": "400", "low": 400, "high": 400}),
        ("0.5", {"text": "0.5", "low": 0.5, "high": 0.5}),
        ("about 30000", {"text": "about 30000", "low": None, "high": None, "best": 30000}),
        ("at least 400", {"text": "at least 400", "low": 400, "high": None}),
        ("more than 400", {"text": "more than 400", "low": 400, "high": None}),
        ("at most 5", {"text": "at most 5", "low": None, "high": 5}),
        ("fewer than 5", {"text": "fewer than 5", "low": None, "high": 5}),
        ("183 to 200", {"text": "183 to 200", "low": 183, "high": 200}),
        ("15 to 20.5", {"text": "15 to 20.5", "low": 15, "high": 20.5}),
        ("about 183 to 200", {"text": "about 183 to 200", "low": 183, "high": 200}),
        ("183 to 200 best 190", {"text": "183 to 200 best 190", "low": 183, "high": 200, "best": 190}),
        ("about 1 to 3 best 2", {"text": "about 1 to 3 best 2", "low": 1, "high": 3, "best": 2}),
        ("several", {"text": "several", "low": None, "high": None}),
        ("tens", {"text": "tens", "low": None, "high": None}),
        ("dozens", {"text": "dozens", "low": None, "high": None}),
        ("hundreds", {"text": "hundreds", "low": None, "high": None}),
        ("thousands", {"text": "thousands", "low": None, "high": None}),
        (2**53 - 1, {"text": "9007199254740991", "low": 9007199254740991, "high": 9007199254740991}),
    ],
)
def test_an_amount_has_its_text_and_the_bounds_it_states(value: str | float, expected: dict[str, object]) -> None:
    assert parse(value).as_object() == expected


@pytest.mark.parametrize(
    ("value", "message", "suggestion"),
    [
        ("1,000", "an amount has no thousands mark, and a point before decimals", "1000"),
        ("30 000", "an amount has no thousands mark, and a point before decimals", "30000"),
        ("1.234.567", "an amount has no thousands mark, and a point before decimals", "1234567"),
        ("about 30,000", "an amount has no thousands mark, and a point before decimals", "about 30000"),
        ("12,5", "an amount has no thousands mark, and a point before decimals", "12.5"),
        ("100-200", "“100-200” is not an amount", "100 to 200"),
        ("100–200", "“100–200” is not an amount", "100 to 200"),
        ("over 400", "“over 400” is not an amount", "more than 400"),
        ("less than 5", "“less than 5” is not an amount", "fewer than 5"),
        ("up to 5", "“up to 5” is not an amount", "at most 5"),
        ("approximately 5", "“approximately 5” is not an amount", "about 5"),
        ("~400", "“~400” is not an amount", "about 400"),
        ("400+", "“400+” is not an amount", "at least 400"),
        ("About 400", "“About 400” is not an amount", "about 400"),
        ("about  400", "“about  400” is not an amount", "about 400"),
        ("007", "a number doesn't begin with 0", "7"),
        ("5 to 3", "the range 5 to 3 runs backwards", "3 to 5"),
        ("1 to 2 best 9", "the best estimate 9 lies outside 1 to 2", ""),
        ("fewer than 0", "nothing is fewer than 0", ""),
        ("9007199254740992", "an amount beyond 9007199254740991 can't be kept exactly", ""),
        (2**53, "an amount beyond 9007199254740991 can't be kept exactly", ""),
        (math.nan, "nan is not an amount; write a number", ""),
        (math.inf, "inf is not an amount; write a number", ""),
        (True, "true is not an amount; write a number", ""),
    ],
)
def test_what_is_no_amount_is_refused_with_what_was_meant(value: str | float, message: str, suggestion: str) -> None:
    with pytest.raises(AmountError) as caught:
        parse(value)
    assert (caught.value.message, caught.value.suggestion) == (message, suggestion)


@pytest.mark.parametrize(
    "value",
    ["", " ", "-5", "many", "about", "about several", "at least 3 to 5", "3 to", "3 best 2", "1e5", ".5", "5.", "5\n",
     "٥", "+5", "about 3 to 5 best", "0x10", "1_000", "9" * 500, -3, -0.5, "\ud800"],
)  # fmt: skip
def test_nothing_else_is_an_amount(value: str | float) -> None:
    with pytest.raises(AmountError):
        parse(value)
