from factsheet.composing.names import NameThen, name_on
from factsheet.model import Json, Object


def day(text: str) -> Object:
    return {"edtf": text, "earliest": text, "latest": text}


NUSRA: Object = {
    "name": {"en": "Jabhat al-Nusra", "ar": "جبهة النصرة"},
    "names": [
        {"name": {"en": "Jabhat al-Nusra"}, "from": day("2012-01-23"), "until": day("2016-07-28")},
        {
            "name": {"en": "Jabhat Fateh al-Sham", "ar": "جبهة فتح الشام"},
            "from": day("2016-07-28"),
            "until": day("2017-01-28"),
        },
        {"name": {"en": "Nusra Front"}, "type": "alias"},
    ],
}
ISLAMIC_STATE: Object = {
    "name": {"en": "Islamic State"},
    "names": [
        {"name": {"en": "Islamic State of Iraq"}, "from": day("2006-10-13"), "until": day("2013-04-08")},
        {"name": {"en": "Islamic State of Iraq and the Levant"}, "from": day("2013-04-08"), "until": day("2014-06-29")},
        {"name": {"en": "Islamic State"}, "from": day("2014-06-29")},
    ],
}


def test_nusra_in_september_2016_is_jabhat_fateh_al_sham() -> None:
    assert name_on(NUSRA, "2016-09-01", language="en").name == {"en": "Jabhat Fateh al-Sham", "ar": "جبهة فتح الشام"}


def test_a_dated_name_equal_to_the_headline_borrows_its_languages() -> None:
    expected = NameThen({"en": "Jabhat al-Nusra", "ar": "جبهة النصرة"}, is_later=False)
    assert name_on(NUSRA, "2012-06-01", language="en") == expected


def test_islamic_state_in_2005_is_a_later_name() -> None:
    assert name_on(ISLAMIC_STATE, "2005-01-01", language="en") == NameThen({"en": "Islamic State"}, is_later=True)


def test_on_the_day_of_a_change_the_newer_name_holds() -> None:
    assert name_on(ISLAMIC_STATE, "2013-04-08", language="en").name == {"en": "Islamic State of Iraq and the Levant"}
    assert name_on(ISLAMIC_STATE, "2013-04-07", language="en").name == {"en": "Islamic State of Iraq"}


def test_after_the_last_dated_name_the_headline_name_is_no_later_name() -> None:
    assert name_on(NUSRA, "2020-01-01", language="en").is_later is False


def test_a_name_without_days_never_wins() -> None:
    data: Object = {"name": {"en": "A"}, "names": [{"name": {"en": "B"}}]}
    assert name_on(data, "2020-01-01", language="en") == NameThen({"en": "A"})


def test_a_rejected_name_never_wins() -> None:
    entry: Json = {"name": {"en": "B"}, "from": day("2000-01-01"), "rejected": {"en": "A misreading."}}
    assert name_on({"name": {"en": "A"}, "names": [entry]}, "2020-01-01", language="en").name == {"en": "A"}


def test_the_last_of_several_names_borne_at_once_wins() -> None:
    names: Json = [
        {"name": {"en": "B"}, "from": day("2000-01-01")},
        {"name": {"en": "C"}, "from": {"missing": "unknown"}, "until": {"missing": "none"}},
    ]
    assert name_on({"name": {"en": "A"}, "names": names}, "2020-01-01", language="en").name == {"en": "C"}


def test_a_record_without_names_keeps_its_name() -> None:
    assert name_on({"name": {"en": "A"}}, "2020-01-01", language="en") == NameThen({"en": "A"})
