from datetime import date

import pytest

from factsheet import extraction
from factsheet.model import Object


def record(text: str) -> Object:
    findings = extraction.find(text, date(2005, 8, 16))
    made = extraction.draft(findings, source={"path": "a.txt", "published": "2005-08-16"})
    (found,) = [item.record for item in made.items if item.kind == "agreement"]
    return found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Chad and Sudan signed a truce on Friday that will take effect on August 20.",
            {"signed": "2005-08-12", "effective": "2005-08-20"},
        ),
        ("Chad and Sudan announced a truce on Friday.", {"announced": "2005-08-12"}),
        ("A truce between Chad and Sudan took effect on Friday.", {"effective": "2005-08-12"}),
    ],
)
def test_the_day_stands_where_it_belongs(text: str, days: dict[str, str]) -> None:
    found = record(text)
    assert {key: found[key] for key in ("signed", "announced", "effective") if key in found} == days


def test_mediators_guarantors_and_witnesses_are_told_apart() -> None:
    found = record(
        "Chad and Sudan signed a truce mediated by Libya, with Qatar as guarantor. It was witnessed by Norway."
    )
    assert found["mediators"] == ["libya-state"]
    assert found["guarantors"] == ["qatar-state"]
    assert found["witnesses"] == ["norway-state"]
