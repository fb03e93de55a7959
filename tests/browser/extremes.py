"""A publication of records with everything at its longest, and of records with nothing but what must be there."""

import json
from collections.abc import Mapping

LANGUAGES = ("en", "ar", "ru", "tr")
PHRASES = {
    "en": "Joint Coordination Council for the Administration of Reconciliation and Telecommunications",
    "ar": "المجلس المشترك لتنسيق إدارة المصالحة والاتصالات السلكية واللاسلكية",
    "ru": "Объединённый координационный совет по делам административно-территориального примирения",
    "tr": "Uzlaştırma ve Telekomünikasyon İşlerinin Yürütülmesine İlişkin Müşterek Eşgüdüm Konseyi",
}
NAMES = {tag: " ".join([phrase] * 4)[:200].strip() for tag, phrase in PHRASES.items()}
"""A name of 200 characters in each language."""

WORD = "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine"
ADDRESS = "https://example.org/" + 6 * "anaddresswithoutanyplacetobreakit"
SENTENCE = "It is said at some length, so that a remark takes several lines wherever a remark may stand. "
OTHERS = ("north", "south", "east", "west", "red", "blue")
CITED = {"cite": "source"}
BARE = {"as_of": "2024-01-01", **CITED}
SOURCE = {"publisher": "Gazette", "class": "media", "published": "2004-09-27", "url": "unknown"}

Record = dict[str, object]


def _name(number: int) -> Record:
    name = f"{NAMES['en'][:180]} {number}"
    span = {"from": f"{2000 + number % 20}-09-2{number % 9}", "until": "unknown"}
    return {"name": name, "type": "legal", **span, "used_by": ["longest", "north"], "cite": "far", "note": SENTENCE}


def _designation(authority: str) -> Record:
    listed = {"authority": authority, "list": NAMES["en"], "reference": WORD, "listed": "2003-09-27"}
    removed = {"removed": "[2005-09-27..]", "removal": "delisted", "cite": ["far", "source"], "note": SENTENCE * 3}
    return {**listed, **removed, "steps": {"date": "2003-09-26", "text": SENTENCE, "cite": "source"}}


def _position(person: str) -> Record:
    span = {"from": "2001-09-27", "until": "2003-09~"}
    return {"person": person, "role": "leader", "title": NAMES, **span, "note": SENTENCE}


def _group() -> Record:
    return {
        "name": NAMES,
        "short": WORD[:60],
        "names": [_name(number) for number in range(1, 31)],
        "type": "armed-group",
        "summary": {**NAMES, "en": SENTENCE * 4},
        "founded": [{"value": f"200{number}-09-27~", "aspect": "announced", "note": SENTENCE} for number in range(3)],
        "lineage": {"type": "merger", "groups": list(OTHERS), "date": "2001-09-27", "cite": "far", "note": SENTENCE},
        "affiliations": [{"group": each, "type": "supported-by", "from": "2001-09-27"} for each in OTHERS],
        "people": [_position("long-person"), _position("bare-person")],
        "designations": [_designation(each) for each in OTHERS],
        "body": f"## {WORD} {WORD}\n\n{SENTENCE * 9}[@source]\n",
        "identifiers": {"wikidata": "Q858", "unsc": "QDe.137", "un-doc": "S/2018/852", "opensanctions": "Q858"},
        "reviewed": {"date": "2024-01-01", "by": PHRASES["en"]},
        **BARE,
    }


def _claim(number: int) -> Record:
    """Return one of 40 claims on one event; the claimant of some has the longest name."""
    killed = {"value": f"{1000 + number * 1000} to {2000 + number * 1500}", "unit": "killed", "of": PHRASES}
    return {
        "about": "long-event",
        "claimant": ("longest", *OTHERS)[number % 7],
        "said": "2004-09-27",
        "covers": "2004-09-20/2004-09-26",
        "figures": [
            {**killed, "note": SENTENCE},
            {"value": "at least 123456", "unit": "displaced", "of": {"en": WORD}},
        ],
        "statement": SENTENCE,
        "assessment": {"value": "unverified", "note": SENTENCE},
        "cite": ["far", "source"],
    }


def write_files() -> Mapping[str, str]:
    """Return the files of the publication."""
    claims = [f"claim-{number}" for number in range(40)]
    records: dict[str, Record] = {
        "groups/longest": _group(),
        "persons/long-person": {"name": NAMES, "born": "1970-09-27~", **CITED},
        "events/long-event": {"name": NAMES, "type": "offensive", "when": "2004-09-20/2004-09-26", **BARE},
        **{f"claims/{name}": _claim(number) for number, name in enumerate(claims)},
        "dossiers/long-dossier": {
            "title": NAMES,
            "summary": {**NAMES, "en": SENTENCE * 4},
            "records": ["longest", "long-event", *claims],
        },
        "sources/far": {
            **SOURCE,
            "title": {"ru": NAMES["ru"]},
            "language": "ru",
            "url": ADDRESS,
            "publisher": NAMES["en"],
        },
        "groups/bare-group": {"name": "A", "type": "other", **BARE},
        **{f"groups/{each}": {"name": each.title(), "type": "state", **BARE} for each in OTHERS},
        "persons/bare-person": {"name": "B", **CITED},
        "places/bare-place": {"name": "C", "type": "city", **CITED},
        "events/bare-event": {"name": "D", "type": "other", "when": "unknown", **BARE},
        "agreements/bare-text": {"name": "E", "type": "memorandum", "signed": "unknown", "parties": "none", **BARE},
        "claims/bare-claim": {
            "about": "bare-event",
            "claimant": "unknown",
            "said": "unknown",
            "statement": "F",
            **CITED,
        },
        "dossiers/bare-dossier": {"title": "G", "records": ["bare-group"]},
        "sources/source": {"title": "H", **SOURCE},
    }
    site = {"title": NAMES, "publisher": NAMES["en"], "languages": list(LANGUAGES)}
    files = {f"content/{path}.yaml": json.dumps(record, ensure_ascii=False) for path, record in records.items()}
    return {"content/site.yaml": json.dumps(site, ensure_ascii=False), **files}
