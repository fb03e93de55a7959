from pathlib import Path

from factsheet.model import Json, Object
from tests.composing.publications import read_publication

CLAIMS = """\
id: sohr-89-killed
about: aleppo-offensive-2024
claimant: sohr
said: 2024-11-28
covers: 2024-11-27
figures:
  - {value: 89, unit: killed}
  - {value: 52, unit: killed, of: HTS and its allies}
  - {value: 37, unit: killed, of: soldiers}
cite: lokmattimes-2024-11-28
---
id: sohr-311-killed
about: aleppo-offensive-2024
claimant: sohr
said: 2024-11-30
covers: 2024-11-27/2024-11-30
figures:
  - {value: 311, unit: killed}
  - {value: 28, unit: killed, of: civilians}
revises: sohr-89-killed
cite: menafn-1108941171
"""
SOURCES = """\
id: lokmattimes-2024-11-28
description: Report on the first day of the offensive
publisher: Lokmat Times
class: media
origin: Xinhua
published: 2024-11-28
url: unknown
---
id: menafn-1108941171
description: Report on the fourth day of the offensive
publisher: MENAFN
class: media
published: 2024-11-30
url: unknown
"""
SOHR = """\
name: Syrian Observatory for Human Rights
short: SOHR
type: monitor
as_of: 2024-11-30
cite: lokmattimes-2024-11-28
"""
EVENT = """\
name: November 2024 offensive in Aleppo and Idlib
type: offensive
when: {value: 2024-11-27/.., cite: lokmattimes-2024-11-28}
as_of: 2024-12-02
cite: menafn-1108941171
"""
FILES = {
    "claims/killed.yaml": CLAIMS,
    "sources/press.yaml": SOURCES,
    "groups/sohr.yaml": SOHR,
    "events/aleppo-offensive-2024.yaml": EVENT,
}


def day(text: str) -> Json:
    return {"edtf": text, "earliest": text, "latest": text}


def number(value: int) -> Json:
    return {"text": str(value), "low": value, "high": value}


THE_CLAIM: Object = {
    "sheet": 1,
    "kind": "claim",
    "id": "sohr-89-killed",
    "path": "claims/sohr-89-killed",
    "label": {"en": "Syrian Observatory for Human Rights: 89 killed, said 28 November 2024"},
    "data": {
        "about": [{"ref": "aleppo-offensive-2024"}],
        "claimant": {"ref": "sohr"},
        "said": day("2024-11-28"),
        "covers": day("2024-11-27"),
        "figures": [
            {"value": number(89), "unit": "killed"},
            {"value": number(52), "unit": "killed", "of": {"en": "HTS and its allies"}},
            {"value": number(37), "unit": "killed", "of": {"en": "soldiers"}},
        ],
        "cites": [1],
    },
    "derived": {
        "stance": "attributed",
        "topic": ["casualties"],
        "assessment": "unverified",
        "side": None,
        "revised": True,
        "origins": ["Xinhua"],
    },
    "backlinks": {
        "revised_by": [
            {
                "ref": "sohr-311-killed",
                "digest": {
                    "claimant": {"ref": "sohr"},
                    "said": day("2024-11-30"),
                    "covers": {"edtf": "2024-11-27/2024-11-30", "earliest": "2024-11-27", "latest": "2024-11-30"},
                    "figures": [
                        {"value": number(311), "unit": "killed"},
                        {"value": number(28), "unit": "killed", "of": {"en": "civilians"}},
                    ],
                },
            }
        ]
    },
    "records": {
        "aleppo-offensive-2024": {
            "kind": "event",
            "label": {"en": "November 2024 offensive in Aleppo and Idlib"},
            "path": "events/aleppo-offensive-2024",
        },
        "sohr": {
            "kind": "group",
            "label": {"en": "Syrian Observatory for Human Rights"},
            "short": {"en": "SOHR"},
            "path": "groups/sohr",
        },
        "sohr-311-killed": {
            "kind": "claim",
            "label": {"en": "Syrian Observatory for Human Rights: 311 killed, said 30 November 2024"},
            "path": "claims/sohr-311-killed",
        },
    },
    "citations": [{"n": 1, "source": "lokmattimes-2024-11-28"}],
    "sources": {
        "lokmattimes-2024-11-28": {
            "label": {"en": "Report on the first day of the offensive"},
            "publisher": {"en": "Lokmat Times"},
            "class": "media",
            "origin": "Xinhua",
            "published": day("2024-11-28"),
            "url": {"missing": "unknown"},
        }
    },
}


def test_the_sheet_of_the_model_comes_out_to_the_letter(tmp_path: Path) -> None:
    assert read_publication(tmp_path, FILES).sheet("sohr-89-killed") == THE_CLAIM


def test_the_keys_of_a_sheet_stand_in_the_order_of_the_model(tmp_path: Path) -> None:
    sheet = read_publication(tmp_path, FILES).sheet("sohr-89-killed")
    assert list(sheet) == [
        *("sheet", "kind", "id", "path", "label", "data", "derived", "backlinks", "records", "citations", "sources")
    ]
    derived = sheet["derived"]
    assert isinstance(derived, dict)
    assert list(derived) == ["stance", "topic", "assessment", "side", "revised", "origins"]


def test_an_events_page_has_its_claims_whole(tmp_path: Path) -> None:
    backlinks = read_publication(tmp_path, FILES).sheet("aleppo-offensive-2024")["backlinks"]
    assert isinstance(backlinks, dict)
    first = backlinks["claims"]
    assert isinstance(first, list)
    expected: Object = {
        "ref": "sohr-89-killed",
        "digest": {
            "claimant": {"ref": "sohr"},
            "said": day("2024-11-28"),
            "covers": day("2024-11-27"),
            "figures": [
                {"value": number(89), "unit": "killed"},
                {"value": number(52), "unit": "killed", "of": {"en": "HTS and its allies"}},
                {"value": number(37), "unit": "killed", "of": {"en": "soldiers"}},
            ],
        },
        "cites": [1],
        "derived": {
            "stance": "attributed",
            "topic": ["casualties"],
            "assessment": "unverified",
            "side": None,
            "revised": True,
        },
    }
    assert first[0] == expected


def test_a_claims_label_is_worded_in_every_language_of_the_site(tmp_path: Path) -> None:
    site = "title: Test\npublisher: Desk\nlanguages: [en, ru]\n"
    label = read_publication(tmp_path, {**FILES, "site.yaml": site}).sheet("sohr-89-killed")["label"]
    assert label == {
        "en": "Syrian Observatory for Human Rights: 89 killed, said 28 November 2024",
        "ru": "Syrian Observatory for Human Rights: убитые — 89, дата заявления: 28 ноября 2024\xa0г.",
    }


def test_references_that_lead_nowhere_do_no_harm(tmp_path: Path) -> None:
    text = (
        "about: nothing\nclaimant: nobody\nsaid: 2020\nstatement: It is so.\nbody: '[See](none) [@gone].'\ncite: lost\n"
    )
    sheet = read_publication(tmp_path, {"claims/one.yaml": text}).sheet("one")
    assert sheet["label"] == {"en": "nobody: It is so, said 2020"}
    assert (sheet["records"], sheet["sources"]) == ({}, {})
    assert sheet["citations"] == [{"n": 1, "source": "gone"}, {"n": 2, "source": "lost"}]


def test_withdrawn_and_unpublished_records_keep_no_facts_in_others(tmp_path: Path) -> None:
    group = "name: Group\ntype: armed-group\nas_of: 2026\ncite: lokmattimes-2024-11-28\n"
    files = {**FILES, "groups/a.yaml": group + "see_also: [b, c]\n", "groups/b.yaml": group + "withdrawn: Wrong.\n"}
    sheet = read_publication(tmp_path, {**files, "groups/c.yaml": group + "draft: true\n"}).sheet("a")
    assert sheet["records"] == {"b": {"kind": "group", "label": {"en": "Group"}, "path": "groups/b"}}
