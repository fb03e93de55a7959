import pytest

from factsheet.composing.designations import Status, designation_status
from factsheet.model import Json, Object


def day(text: str) -> Json:
    return {"edtf": text, "earliest": text, "latest": text}


UN: Object = {"listed": day("2018-06-05"), "removed": day("2026-02-27")}
US: Object = {"listed": day("2018-06-01"), "removed": day("2025-07-08")}
UK: Object = {
    "listed": {"edtf": "2017", "earliest": "2017-01-01", "latest": "2017-12-31"},
    "removed": {"edtf": "[2025-10-21..]", "earliest": "2025-10-21", "latest": None},
}
TURKIYE: Object = {"listed": day("2018-08-31")}


@pytest.mark.parametrize(
    ("listing", "on", "status"),
    [
        (UN, "2018-06-06", "listed"),
        (US, "2018-06-06", "listed"),
        (UK, "2018-06-06", "listed"),
        (TURKIYE, "2018-06-06", "not-yet-listed"),
        (UN, "2025-12-01", "listed"),
        (US, "2025-12-01", "removed"),
        (UK, "2025-12-01", "unclear"),
        (TURKIYE, "2025-12-01", "listed"),
        (UN, "2026-03-01", "removed"),
        (US, "2026-03-01", "removed"),
        (UK, "2026-03-01", "unclear"),
        (TURKIYE, "2026-03-01", "listed"),
    ],
)
def test_the_table_of_the_model_holds(listing: Object, on: str, status: Status) -> None:
    assert designation_status(listing, on, as_of="2026-03-01") == status


def test_after_the_as_of_day_nothing_is_known() -> None:
    assert designation_status(TURKIYE, "2026-03-02", as_of="2026-03-01") == "not-known"


def test_inside_the_imprecision_of_the_listing_it_is_unclear() -> None:
    assert designation_status(UK, "2017-06-01", as_of="2026-03-01") == "unclear"


def test_a_listing_takes_effect_on_its_day_and_ends_on_the_day_of_removal() -> None:
    assert designation_status(US, "2018-06-01", as_of="2026-03-01") == "listed"
    assert designation_status(US, "2025-07-07", as_of="2026-03-01") == "listed"
    assert designation_status(US, "2025-07-08", as_of="2026-03-01") == "removed"


@pytest.mark.parametrize(("removed", "status"), [({"missing": "unknown"}, "unclear"), ({"missing": "none"}, "listed")])
def test_a_missing_removal_speaks(removed: Json, status: Status) -> None:
    listing: Object = {"listed": day("2018-06-01"), "removed": removed}
    assert designation_status(listing, "2020-01-01", as_of="2026-03-01") == status


def test_a_listing_of_unknown_day_is_unclear() -> None:
    assert designation_status({"listed": {"missing": "unknown"}}, "2020-01-01", as_of="2026-03-01") == "unclear"
