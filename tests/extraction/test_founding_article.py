"""The article the program began with, told in other words: everything in it that a fact sheet needs is found."""
# ruff: noqa: E501 - sentences are kept whole

from datetime import date
from pathlib import Path

import pytest

from factsheet import extraction

TEXT = (Path(__file__).parent.parent / "data" / "articles" / "founding.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def findings() -> extraction.Findings:
    return extraction.find(TEXT, date(2024, 11, 29))


def test_its_groups_with_other_and_former_names(findings: extraction.Findings) -> None:
    groups = {each.name: [name.text for name in each.names[1:]] for each in findings.sorted_by("group")}
    assert groups["Hayat Tahrir-al-Sham"] == ["HTS"]
    assert groups["Jabhat al-Nusra"] == ["al-Nusra"]
    assert groups["Islamic State"] == ["IS", "ISIS"]
    assert groups.keys() >= {
        "Syrian Arab Army", "Russian Aerospace Forces", "Al-Qaeda", "Al Jazeera", "Anadolu", "Russian forces", "Syrian forces",
        "Russian Reconciliation Center for Syria",
    }  # fmt: skip


def test_its_relations(findings: extraction.Findings) -> None:
    assert {(each.source, each.type, each.target) for each in findings.relations} == {
        ("Jabhat al-Nusra", "former_name", "Hayat Tahrir-al-Sham"),
        ("Jabhat al-Nusra", "offshoot_of", "Al-Qaeda"),
        ("ISIS", "former_name", "Islamic State"),
    }


def test_its_persons_with_roles(findings: extraction.Findings) -> None:
    assert {each.name: each.role for each in findings.sorted_by("person")} == {
        "Oleg Ignatнuk": "deputy head of the Russian Reconciliation Center for Syria",
        "Bashar Assad": "President",
        "Vladimir Putin": "Russian President",
        "Recep Tayyip Erdogan": "Turkish President",
    }


def test_its_dates(findings: extraction.Findings) -> None:
    assert [each.value for each in findings.dates] == [
        "2024-11-27", "2020", "2024-11-28/2024-11-29", "2024-11-29", "2024-11-28", "2024-11-29", "2017", "2015", "2016-12", "2018",
        "2020-03",
    ]  # fmt: skip


def test_its_claims_with_claimants_and_relayers(findings: extraction.Findings) -> None:
    claims = [(c.quantity.low, c.quantity.high, c.quantity.unit, c.credit) for c in findings.claims]
    assert [
        (low, high, unit, credit.claimant and credit.claimant.text, [v.text for v in credit.via])
        for low, high, unit, credit in claims
    ] == [
        (200, None, "militants", "Oleg Ignatнuk", ["reporters"]),
        (400, 400, "militants", "Oleg Ignatнuk", ["reporters"]),
        (400, 400, "square kilometers", "Hayat Tahrir-al-Sham", ["Al Jazeera", "Anadolu"]),
    ]


def test_its_agreements(findings: extraction.Findings) -> None:
    assert [
        (a.date and a.date.value, [p.text for p in a.parties], [m.text for m in a.mediators])
        for a in findings.agreements
    ] == [
        ("2020", [], ["Russia", "Türkiye"]),
        ("2020-03", ["Vladimir Putin", "Recep Tayyip Erdogan"], []),
    ]


def test_the_draft_warns_of_the_letter_of_another_script(findings: extraction.Findings) -> None:
    made = extraction.draft(findings, source={"path": "founding.txt", "published": "2024-11-29"})
    assert [(each["code"], each["quote"]) for each in made.warnings] == [("mixed-script", "Ignatнuk")]


def test_the_draft_binds_the_states_of_the_presidents(findings: extraction.Findings) -> None:
    made = extraction.draft(findings, source={"path": "founding.txt", "published": "2024-11-29"})
    (item,) = [each for each in made.items if each.kind == "agreement" and each.record.get("signed") == "2020-03"]
    assert item.record["parties"] == ["russia-state", "turkiye-state"]
    assert [each.record["type"] for each in made.items if each.id in {"russia-state", "turkiye-state"}] == [
        "state",
        "state",
    ]
