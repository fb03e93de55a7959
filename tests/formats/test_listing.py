"""Indexes in groups: by type in the order of the list, by letter in the order of the alphabet, by year."""

import re
from pathlib import Path

import pytest

from factsheet.formats.collating import first_letter, sort_key
from tests.conftest import MakeProject, Run

SOURCE = "title: A\npublisher: A\nclass: media\npublished: 2020\nurl: unknown\n"


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["2nd Army", "Abu Ali", "Ahrar", "al-Nusra", "Émile", "Fatah"]),
        ("tr", ["Can", "Çelik", "Irak", "İran", "Sam", "Şam", "Umut", "Ümit"]),
        ("ru", ["Ёлкин", "Елов", "Жуков", "Яров"]),
        ("ar", ["أحرار", "البعث", "جبهة", "هيئة"]),
    ],
)
def test_labels_stand_in_the_order_of_the_language(language: str, labels: list[str]) -> None:
    mixed = [*labels[::2], *labels[1::2]]
    assert mixed != labels
    assert sorted(mixed, key=lambda label: sort_key(label, language)) == labels


@pytest.mark.parametrize(
    ("label", "language", "letter"),
    [
        ("Émile", "en", "E"),
        ("“Quoted”", "en", "Q"),
        ("2nd Army", "en", "#"),
        ("ışık", "tr", "I"),
        ("İran", "tr", "İ"),
        ("çelik", "tr", "Ç"),
        ("Ёлкин", "ru", "Е"),
        ("النصرة", "ar", "ن"),
        ("الله", "ar", "ل"),
        ("إدلب", "ar", "ا"),
        ("", "en", "#"),
    ],
)
def test_the_letter_of_a_label(label: str, language: str, letter: str) -> None:
    assert first_letter(label, language) == letter


@pytest.fixture
def out(make_project: MakeProject, run: Run) -> Path:
    groups = {
        "b-front": "name: Beta Front\ntype: armed-group\nfounded: 2012\n",
        "a-front": "name: Alpha Front\ntype: armed-group\nfounded: 2011\n",
        "ministry": "name: Ministry\ntype: state-body\nfounded: 1950\n",
        "union": "name: Union\ntype: coalition\n",
    }
    files = {f"content/groups/{name}.yaml": f"{text}as_of: 2024\ncite: s\n" for name, text in groups.items()}
    site = {"content/site.yaml": "title: T\npublisher: P\n", "content/sources/s.yaml": SOURCE}
    root = make_project({**files, **site})
    assert run("-C", root, "build", "--to", "html").code == 0
    return root / "public"


def read_groups(page: str) -> list[tuple[str, str, list[str]]]:
    """Return anchor, count and labels of each group."""
    sections = re.findall(
        r'<section class="group" id="([^"]+)"><h2>.*? <span class="count">(\d+)</span>(.*?)</section>', page, re.DOTALL
    )
    return [(anchor, count, re.findall(r'<p class="card"><a [^>]*>([^<]*)<', body)) for anchor, count, body in sections]


def test_an_index_is_by_type_and_leads_to_each(out: Path) -> None:
    page = (out / "groups" / "index.html").read_text("utf-8")
    assert read_groups(page) == [
        ("type-armed-group", "2", ["Alpha Front", "Beta Front"]),
        ("type-coalition", "1", ["Union"]),
        ("type-state-body", "1", ["Ministry"]),
    ]
    assert '<a href="#type-armed-group">armed group</a> <span class="count">2</span>' in page
    assert '<a href="index/letter.html">A to Z</a>' in page


def test_the_same_is_to_be_had_by_letter_and_by_year(out: Path) -> None:
    letters = read_groups((out / "groups" / "index" / "letter.html").read_text("utf-8"))
    assert [(anchor, labels) for anchor, _, labels in letters] == [
        ("letter-0041", ["Alpha Front"]),
        ("letter-0042", ["Beta Front"]),
        ("letter-004d", ["Ministry"]),
        ("letter-0055", ["Union"]),
    ]
    page = (out / "groups" / "index" / "year.html").read_text("utf-8")
    assert [(anchor, labels) for anchor, _, labels in read_groups(page)] == [
        ("year-2012", ["Beta Front"]),
        ("year-2011", ["Alpha Front"]),
        ("year-1950", ["Ministry"]),
        ("year-none", ["Union"]),
    ]
    assert '<a href="../index.html">By type</a>' in page


def test_a_long_index_is_made_of_lines(make_project: MakeProject, run: Run) -> None:
    text = "name: Person {}\nsummary: Somebody known for nothing but this line.\ncite: s\n"
    people = {f"content/persons/p{n}.yaml": text.format(n) for n in range(300)}
    site = {"content/site.yaml": "title: T\npublisher: P\n", "content/sources/s.yaml": SOURCE}
    root = make_project({**people, **site})
    assert run("-C", root, "build", "--to", "html").code == 0
    page = (root / "public" / "persons" / "index.html").read_text("utf-8")
    assert page.count('<li><a href="p') == 300
    assert "Somebody" not in page
    assert len(page) < 30_000
