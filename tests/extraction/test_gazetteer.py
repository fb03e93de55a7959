from datetime import date

from factsheet.extraction.findings import find
from factsheet.extraction.naming.gazetteer import Gazetteer, Known

KNOWN = Gazetteer(
    [
        Known("hts", "group", ("Hay'at Tahrir al-Sham", "HTS")),
        Known("tahrir", "place", ("Tahrir",)),
        Known("syria", "group", ("Syria",)),
    ]
)


def test_a_known_name_is_linked_and_the_longest_wins() -> None:
    (found,) = find("Hay'at Tahrir al-Sham (HTS) advanced.", date(2024, 11, 29), gazetteer=KNOWN).entities
    assert (found.known, found.sort, [name.text for name in found.names]) == (
        "hts",
        "group",
        ["Hay'at Tahrir al-Sham", "HTS"],
    )


def test_a_near_name_is_offered_and_not_merged() -> None:
    (found,) = find("The group Hayat Tahrir al-Sham advanced.", date(2024, 11, 29), gazetteer=KNOWN).sorted_by("group")
    assert (found.known, found.candidates) == ("", ("hts",))


def test_a_state_that_is_a_record_stays_a_place_of_the_text() -> None:
    (found,) = find("They left Syria.", date(2024, 11, 29), gazetteer=KNOWN).entities
    assert (found.sort, found.known, found.known_kind) == ("place", "syria", "group")
