import pytest

from factsheet.amounts import parse
from factsheet.wording import label_word, word_amount, word_list

AMOUNTS = [
    ("89", "89", "89", "89", "89"),
    ("30000", "30,000", "30,000", "30\u00a0000", "30.000"),
    ("1234567", "1,234,567", "1,234,567", "1\u00a0234\u00a0567", "1.234.567"),
    ("12.5", "12.5", "12.5", "12,5", "12,5"),
    ("about 30000", "about 30,000", "نحو 30,000", "около 30\u00a0000", "yaklaşık 30.000"),
    ("at least 400", "at least 400", "ما لا يقل عن 400", "не менее 400", "en az 400"),
    ("at most 5", "at most 5", "ما لا يزيد على 5", "не более 5", "en fazla 5"),
    ("more than 400", "more than 400", "أكثر من 400", "более 400", "400'den fazla"),
    ("fewer than 5", "fewer than 5", "أقل من 5", "менее 5", "5'ten az"),
    ("183 to 200", "183 to 200", "من 183 إلى 200", "от 183 до 200", "183 ila 200"),
    ("about 10 to 20", "about 10 to 20", "نحو 10 إلى 20", "примерно от 10 до 20", "yaklaşık 10 ila 20"),
    (
        "183 to 200 best 190",
        "183 to 200, best estimate 190",
        "من 183 إلى 200، وأفضل تقدير 190",
        "от 183 до 200, наилучшая оценка — 190",
        "183 ila 200, en iyi tahmin 190",
    ),
    ("several", "several", "عدة", "несколько", "birkaç"),
    ("tens", "tens", "العشرات", "десятки", "onlarca"),
    ("dozens", "dozens", "العشرات", "десятки", "onlarca"),
    ("hundreds", "hundreds", "المئات", "сотни", "yüzlerce"),
    ("thousands", "thousands", "الآلاف", "тысячи", "binlerce"),
]


@pytest.mark.parametrize(("text", "en", "ar", "ru", "tr"), AMOUNTS)
def test_an_amount_is_worded(text: str, en: str, ar: str, ru: str, tr: str) -> None:
    words = [word_amount(text, language) for language in ("en", "ar", "ru", "tr")]
    assert words == [en, ar, ru, tr]


def test_an_amount_is_worded_from_each_of_its_forms() -> None:
    assert word_amount(30000, "en") == "30,000"
    assert word_amount(parse("about 400"), "en") == "about 400"
    assert word_amount({"text": "about 400", "low": None, "high": None, "best": 400}, "en") == "about 400"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 0", "0'dan fazla"),
        ("more than 1", "1'den fazla"),
        ("more than 3", "3'ten fazla"),
        ("more than 6", "6'dan fazla"),
        ("more than 10", "10'dan fazla"),
        ("more than 40", "40'tan fazla"),
        ("more than 50", "50'den fazla"),
        ("more than 70", "70'ten fazla"),
        ("more than 200", "200'den fazla"),
        ("more than 1000", "1.000'den fazla"),
        ("more than 100000", "100.000'den fazla"),
        ("more than 2000000", "2.000.000'dan fazla"),
        ("more than 3000000000", "3.000.000.000'dan fazla"),
        ("more than 12.5", "12,5'ten fazla"),
    ],
)
def test_turkish_numbers_take_the_ending_of_their_last_word(text: str, expected: str) -> None:
    assert word_amount(text, "tr") == expected


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("en", "Russia and Iran", "Russia, Iran and Türkiye"),
        ("en-US", "Russia and Iran", "Russia, Iran and Türkiye"),
        ("ru", "Russia и Iran", "Russia, Iran и Türkiye"),
        ("tr", "Russia ve Iran", "Russia, Iran ve Türkiye"),
        ("ar", "Russia وIran", "Russia وIran وTürkiye"),
    ],
)
def test_a_list_is_joined_as_the_language_joins_it(language: str, two: str, three: str) -> None:
    assert word_list(["Russia", "Iran"], language) == two
    assert word_list(["Russia", "Iran", "Türkiye"], language) == three
    assert word_list(["Russia"], language) == "Russia"
    assert word_list([], language) == ""


def test_a_code_has_its_label_in_each_language() -> None:
    labels = [label_word("missing", "unknown", language) for language in ("en", "ar", "ru", "tr", "tr-TR", "de")]
    assert labels == ["unknown", "غير معروف", "неизвестно", "bilinmiyor", "bilinmiyor", "unknown"]
    assert label_word("group.type", "armed-group", "ru") == "вооружённая группа"


def test_a_code_without_a_label_stands_for_itself() -> None:
    assert label_word("group.type", "circus", "en") == "circus"
    assert label_word("circus.type", "big-top", "ar") == "big-top"
