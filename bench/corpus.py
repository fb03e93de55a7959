"""Writes a made-up publication of about 4 KB a record, of our own kinds: `python bench/corpus.py 1000 FOLDER`.

Its records are structured rather than wordy: some 65 keys, values, lists and maps a KB, between
this repository's own publication (50) and the example it began with (93).
"""

import random
import sys
from pathlib import Path

from factsheet import defaults
from factsheet.editing import write_record
from factsheet.model import Json, Object
from factsheet.schemas import Schemas

SHARES = {"event": 40, "group": 20, "agreement": 15, "claim": 10, "source": 10, "person": 3, "place": 2}
WORDS = (  # noqa: SIM905  # as it is read
    "the front withdrew from village after talks with elders who asked both sides to keep road open for convoys and "
    "observers counted vehicles near bridge while fighters held hills above town until snow closed pass in winter"
).split(" ")
ARABIC = "انسحبت القوات من القرية بعد محادثات مع الوجهاء الذين طلبوا إبقاء الطريق مفتوحا أمام القوافل".split(" ")  # noqa: SIM905
NAMES = "Amber Birch Cedar Dune Ember Fern Gale Heath Iris Kestrel Larch Marsh North Oak Pine Quarry Ridge".split(" ")  # noqa: SIM905


class Maker:
    def __init__(self, number: int, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.ids = {
            kind: [f"{kind}-{n}" for n in range(max(3, number * share // 100))] for kind, share in SHARES.items()
        }

    def some(self, kind: str, most: int = 3) -> list[Json]:
        return [*self.chance.sample(self.ids[kind], self.chance.randint(1, most))]

    def one(self, kind: str) -> str:
        return self.chance.choice(self.ids[kind])

    def prose(self, words: int) -> str:
        return " ".join(self.chance.choices(WORDS, k=words)).capitalize() + "."

    def arabic(self, words: int) -> str:
        return " ".join(self.chance.choices(ARABIC, k=words)) + "."

    def day(self, low: int = 2012, high: int = 2022) -> str:
        return f"{self.chance.randint(low, high)}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"

    def cite(self) -> Json:
        return {"source": self.one("source"), "at": f"para {self.chance.randint(1, 40)}"}

    def name(self, record: str) -> Object:
        number = record.rpartition("-")[2]
        return {"en": f"{self.chance.choice(NAMES)} {self.chance.choice(NAMES)} {number}", "ar": self.arabic(3)}

    def body(self, paragraphs: int) -> Object:
        english = "\n\n".join(
            f"{self.prose(32)} See [it]({self.one('event')}) [@{self.one('source')}, page {n}]."
            for n in range(1, paragraphs + 1)
        )
        return {"en": english + "\n", "ar": "\n\n".join(self.arabic(18) for _ in range(2)) + "\n"}

    def names(self, number: int) -> list[Json]:
        return [
            {"name": f"{first} {n} {self.chance.choice(NAMES)}", "type": "spelling", "cite": self.cite()}
            for n, first in enumerate(self.chance.choices(NAMES, k=number))
        ]

    def common(self, record: str, names: int = 4) -> Object:
        return {
            "name": self.name(record),
            "names": self.names(names),
            "summary": {"en": self.prose(24), "ar": self.arabic(20)},
            "body": self.body(3),
            "as_of": "2024-06-01",
            "reviewed": {"date": "2024-06-01"},
            "see_also": self.some("event", 4),
            "identifiers": {"desk-file": record, "register": self.chance.randint(1, 9999)},
            "changes": [
                {"date": f"2023-{month:02}-01", "type": "update", "text": self.prose(9)} for month in range(1, 5)
            ],
            "cite": [self.cite(), self.one("source")],
        }

    def event(self, record: str) -> Object:
        return {
            **self.common(record),
            "type": self.chance.choice(["offensive", "clash", "negotiation"]),
            "when": [{"value": self.day(), "cite": self.cite()}, {"value": self.day(), "cite": self.one("source")}],
            "places": [
                {"place": place, "precision": "district", "cite": self.cite()} for place in self.some("place", 3)
            ],
            "participants": [
                {"group": target, "side": side, "role": "initiator", "cite": self.cite(), "confidence": "high"}
                for side, target in zip("abcde", self.chance.sample(self.ids["group"], 5), strict=True)
            ],
            "outcome": {"en": self.prose(12), "ar": self.arabic(9)},
        }

    def group(self, record: str) -> Object:
        return {
            **self.common(record),
            "short": record.upper(),
            "type": "armed-group",
            "countries": "SY",
            "founded": [
                {"value": self.day(2005, 2010), "cite": self.cite(), "note": self.prose(8)},
                {"value": self.day(2005, 2010), "cite": self.cite(), "confidence": "low"},
            ],
            "areas": [
                {"place": place, "type": "operates", "from": self.day(2012, 2014), "cite": self.cite()}
                for place in self.chance.sample(self.ids["place"], 5)
            ],
            "people": [
                {"person": person, "role": "leader", "from": self.day(2012, 2014), "cite": self.cite()}
                for person in self.chance.sample(self.ids["person"], 5)
            ],
        }

    def agreement(self, record: str) -> Object:
        parties = self.chance.sample(self.ids["group"], 4)
        return {
            **self.common(record, 3),
            "type": "memorandum",
            "stage": "ceasefire",
            "signed": {"value": self.day(), "cite": self.cite()},
            "place": self.one("place"),
            "parties": [{"group": each, "cite": self.cite()} for each in parties],
            "signatories": [
                {"person": person, "for": party, "status": "signed", "cite": [self.cite()]}
                for person, party in zip(self.chance.sample(self.ids["person"], 4), parties, strict=True)
            ],
            "provisions": [
                {"text": {"en": self.prose(9), "ar": self.arabic(7)}, "topic": "monitoring", "cite": self.cite()}
                for _ in range(6)
            ],
        }

    def claim(self, record: str) -> Object:
        return {
            "summary": {"en": self.prose(24), "ar": self.arabic(20)},
            "about": self.some("event", 5),
            "claimant": self.one("group"),
            "said": "2023-02-02",
            "covers": "2023-02-01",
            "figures": [
                {"value": self.chance.randint(1, 900), "unit": unit, "of": {"en": self.prose(2), "ar": self.arabic(2)}}
                for unit in ("killed", "wounded", "captured", "displaced", "vehicles", "aircraft", "strikes")
            ],
            "topic": "casualties",
            "body": self.body(3),
            "see_also": self.some("event", 4),
            "changes": [
                {"date": f"2023-{month:02}-01", "type": "update", "text": self.prose(9)} for month in range(3, 9)
            ],
            "cite": [self.cite(), self.cite()],
            "note": f"{record}: {self.prose(12)}",
        }

    def source(self, record: str) -> Object:
        return {
            "title": f"{record}: {self.prose(8)}",
            "publisher": self.chance.choice(NAMES),
            "class": "media",
            "published": self.day(2023, 2023),
            "url": f"https://example.org/{record}",
            "language": "en",
            "authors": [f"{name} {self.chance.choice(NAMES)}" for name in self.chance.sample(NAMES, 8)],
            "body": self.body(5),
            "see_also": self.chance.sample(self.ids["event"], 8),
            "changes": [
                {"date": f"2023-{month:02}-01", "type": "update", "text": self.prose(9)} for month in range(1, 9)
            ],
            "note": {"en": self.prose(20), "ar": self.arabic(15)},
        }

    def person(self, record: str) -> Object:
        return self.common(record, 13)

    def place(self, record: str) -> Object:
        return {**self.common(record, 13), "type": "city"}


def write_corpus(number: int, folder: Path, seed: int = 1) -> int:
    """Write the publication and return how many bytes its records have."""
    schemas = Schemas.read([defaults.SCHEMAS])
    maker = Maker(number, seed)
    size = 0
    (folder / "content").mkdir(parents=True)
    (folder / "content/site.yaml").write_text("title: Bench\npublisher: Bench\nlanguages: [en, ar]\n")
    for name, ids in maker.ids.items():
        kind = schemas.kind(name)
        home = folder / "content" / kind.folder
        home.mkdir()
        fields = kind.schema["properties"]
        for record in ids:
            made: Object = getattr(maker, name)(record)
            made = {key: value for key, value in made.items() if isinstance(fields, dict) and key in fields}
            text = write_record(made, kind.schema, schemas)
            size += len(text.encode())
            (home / f"{record}.yaml").write_text(text)
    return size


if __name__ == "__main__":
    print(f"{write_corpus(int(sys.argv[1]), Path(sys.argv[2])):,} bytes")
