import pytest

from factsheet.composing.reviews import add_duration, find_review_due
from factsheet.model import Json, Object


@pytest.mark.parametrize(
    ("day", "duration", "expected"),
    [
        ("2026-03-01", "P6M", "2026-09-01"),
        ("2026-08-31", "P6M", "2027-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2026-12-15", "P1M", "2027-01-15"),
        ("2026-03-01", "P90D", "2026-05-30"),
        ("2026-03-01", "P2W", "2026-03-15"),
        ("2026-03-01", "P1Y2M3D", "2027-05-04"),
        ("2026-03-01", "", ""),
        ("2026-03-01", "P", ""),
        ("", "P6M", ""),
        ("9999-12-01", "P6M", ""),
    ],
)
def test_a_duration_is_added_to_a_day(day: str, duration: str, expected: str) -> None:
    assert add_duration(day, duration) == expected


def test_a_typed_due_day_wins() -> None:
    due: Json = {"edtf": "2026-05-01", "earliest": "2026-05-01", "latest": "2026-05-01"}
    reviewed: Object = {"date": {"edtf": "2026-03-01", "earliest": "2026-03-01", "latest": "2026-03-01"}, "due": due}
    assert find_review_due(reviewed, "P6M") == due
