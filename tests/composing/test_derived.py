from pathlib import Path

from factsheet.model import Json, Object
from tests.composing.publications import read_publication

SOURCES = """\
{id: press, description: Report, publisher: Paper, class: media, origin: TASS, published: unknown, url: unknown}
---
{id: wire, description: Report, publisher: TASS, class: agency, published: unknown, url: unknown}
---
{id: desk, description: Report, publisher: Desk, class: monitor, published: unknown, url: unknown}
"""


def derived_of(root: Path, target: str, files: dict[str, str], site: str = "title: Test\npublisher: Desk\n") -> Object:
    derived = read_publication(root, {"site.yaml": site, "sources/all.yaml": SOURCES, **files}).sheet(target)["derived"]
    assert isinstance(derived, dict)
    return derived


def group(more: str) -> str:
    return f"name: Group\ntype: armed-group\nas_of: 2026-03-01\ncite: press\n{more}"


def day(text: str) -> Json:
    return {"edtf": text, "earliest": text, "latest": text}


def test_a_merged_group_ended_in_the_later_one(tmp_path: Path) -> None:
    later = group("lineage: {type: merger, groups: old, date: 2017-01-28}\n")
    derived = derived_of(tmp_path, "old", {"groups/old.yaml": group(""), "groups/later.yaml": later})
    assert derived["ended"] == {"date": day("2017-01-28"), "into": {"ref": "later"}}


def test_a_group_from_which_another_split_did_not_end(tmp_path: Path) -> None:
    later = group("lineage: {type: split, groups: old, date: 2017-01-28}\n")
    assert "ended" not in derived_of(tmp_path, "old", {"groups/old.yaml": group(""), "groups/later.yaml": later})


def test_its_own_word_on_its_end_goes_before(tmp_path: Path) -> None:
    later = group("lineage: {type: merger, groups: old, date: 2017-01-28}\n")
    own = group("dissolved: [{value: 2016, rejected: Wrong.}, 2017-02-01]\n")
    derived = derived_of(tmp_path, "old", {"groups/old.yaml": own, "groups/later.yaml": later})
    assert derived["ended"] == {"date": day("2017-02-01")}


def test_a_group_said_to_exist_still_did_not_end(tmp_path: Path) -> None:
    assert "ended" not in derived_of(tmp_path, "old", {"groups/old.yaml": group("dissolved: none\n")})


def test_listings_have_their_status_on_the_day_of_the_record(tmp_path: Path) -> None:
    text = group(
        "designations: [{authority: old, listed: 2018-06-05, removed: 2026-02-27}, {authority: old, listed: 2019}]\n"
    )
    derived = derived_of(tmp_path, "old", {"groups/old.yaml": text})
    assert derived["designation_status"] == {"date": "2026-03-01", "status": ["removed", "listed"]}


def test_no_listing_has_no_status(tmp_path: Path) -> None:
    assert "designation_status" not in derived_of(tmp_path, "old", {"groups/old.yaml": group("designations: none\n")})


AGREEMENT = """\
name: Protocol
type: protocol
signed: 2020-03-05
parties: none
as_of: 2024-11-29
cite: press
provisions:
  - {text: Fire stops., due: 2020-03-06}
  - {text: A corridor is set up.}
  - {text: Patrols start., due: 2020-03-15, fulfilment: {value: met, according_to: group}}
  - {text: Roads open., due: 2025-01-01}
status:
  - {value: in-force, from: 2020-03-06}
  - {value: violated, from: 2020-04-01, according_to: group}
"""


def test_an_agreements_state_is_the_plain_one_and_judgements_have_owners(tmp_path: Path) -> None:
    files = {"agreements/protocol.yaml": AGREEMENT, "groups/group.yaml": group("")}
    derived = derived_of(tmp_path, "protocol", files)
    assert derived["status_now"] == "in-force"
    assert derived["unjudged"] == [0]


def test_a_state_that_ended_is_not_the_one_now(tmp_path: Path) -> None:
    text = AGREEMENT.replace("from: 2020-03-06}", "from: 2020-03-06, until: 2021}")
    derived = derived_of(tmp_path, "protocol", {"agreements/protocol.yaml": text, "groups/group.yaml": group("")})
    assert "status_now" not in derived


def test_five_copies_of_one_wire_report_count_once(tmp_path: Path) -> None:
    text = group("").replace("cite: press", "cite: [press, wire, desk]")
    assert derived_of(tmp_path, "old", {"groups/old.yaml": text})["origins"] == ["TASS", "Desk"]


def test_a_disputed_record_says_so(tmp_path: Path) -> None:
    derived = derived_of(tmp_path, "old", {"groups/old.yaml": group("disputed_by: old\n")})
    assert derived["stance"] == "disputed"


def test_the_next_review_follows_from_the_settings(tmp_path: Path) -> None:
    site = "title: Test\npublisher: Desk\nreview_every: P6M\n"
    files = {"site.yaml": site, "sources/all.yaml": SOURCES, "groups/old.yaml": group("reviewed: 2026-03-01\n")}
    assert read_publication(tmp_path, files).sheet("old")["review_due"] == day("2026-09-01")


def test_a_withdrawn_record_says_only_why(tmp_path: Path) -> None:
    text = group("withdrawn: The source took it back.\nfounded: 2017\n")
    sheet = read_publication(tmp_path, {"sources/all.yaml": SOURCES, "groups/old.yaml": text}).sheet("old")
    assert sheet["withdrawn"] == {"en": "The source took it back."}
    assert (sheet["data"], sheet["sources"]) == ({}, {})


def test_a_page_exists_where_label_and_summary_do(tmp_path: Path) -> None:
    site = "title: Test\npublisher: Desk\nlanguages: [en, ar, ru]\n"
    text = """\
name: {en: A, ar: B, ru: C}
summary:
  en: The group that is shown in this test, and nowhere else.
  ru: Группа, которая показана в этом тесте и больше нигде.
type: armed-group
as_of: 2026-03-01
cite: press
"""
    other = group("see_also: old\n")
    files = {"site.yaml": site, "sources/all.yaml": SOURCES, "groups/old.yaml": text, "groups/new.yaml": other}
    publication = read_publication(tmp_path, files)
    assert publication.sheet("old")["languages"] == ["en", "ru"]
    records = publication.sheet("new")["records"]
    assert isinstance(records, dict)
    entry = records["old"]
    assert isinstance(entry, dict)
    assert entry["languages"] == ["en", "ru"]
