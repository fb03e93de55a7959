"""UCDP Actor Dataset (CSV): a group a row; renames as names, and lineage on the later group.

An actor is one record through all its names. `Splinter` is a split, `SplitTemp` a split that ended, `Alliance` a merger
on the record of the alliance, `JoinGroup` an absorption on the record of the group that was joined.
"""

import re
from typing import Final

from factsheet.importing.countries import find_countries
from factsheet.importing.intake import DATASET, Intake, Link
from factsheet.importing.lineage import Lineage
from factsheet.importing.texts import ImportProblem, Row, clean, read_table
from factsheet.model import Json, Object

SCHEME: Final = "ucdp-actor"
_TYPES: Final = {"1": "armed-group", "4": "state"}
_NOTHING: Final = frozenset(("", "n/a", "na", "none", "unknown"))
_TIES: Final = (
    ("Splinter", "NamePrev", "ActorIdPrev"),
    ("SplitTemp", "NameSplitTemp", "ActorIdSplitTemp"),
    ("Alliance", "NameAlliance", "ActorIdAlliance"),
    ("JoinGroup", "GroupName", "ActorIdGroup"),
)
_USED: Final = frozenset(
    (
        "ActorId",
        "NameData",
        "NameOrig",
        "NameOrigFull",
        "NameOrigFullEng",
        "NameChange",
        "NewName",
        "Org",
        "Version",
        "NewNameFullMotherTongue",
        "NewNameFullEng",
        "Location",
        "GWNOLoc",
        *(name for tie in _TIES for name in tie),
    )
)


def read_actors(data: bytes, intake: Intake) -> None:
    """Take in the rows of the UCDP Actor Dataset."""
    columns, rows = read_table(data, intake.options.encoding, intake)
    require(columns, ("ActorId", "NameData"), "UCDP Actor Dataset")
    versions = sorted({version for row in rows if (version := row.get("Version"))})
    intake.facts = describe("UCDP Actor Dataset", versions)
    lineage = Lineage(intake)
    for row in rows:
        intake.pass_over(row.cells, _USED)
        name, number = clean(row.get("NameData")), row.get("ActorId")
        if not name or not number.isdigit():
            intake.skip(row.at, f'ActorId "{number}" and NameData "{name}" don\'t make a group')
            continue
        intake.take("group", SCHEME, number, _make_group(row, name, intake), at=row.at)
        _tie(row, number, lineage, intake)
    lineage.write()


def require(columns: list[str], wanted: tuple[str, ...], title: str) -> None:
    """Refuse a table without the columns that make it what it should be; raises ImportProblem."""
    missing = [name for name in wanted if name not in columns]
    if missing:
        raise ImportProblem(f"line 1: this is no {title}: it has no column {', '.join(missing)}")


def describe(title: str, versions: list[str]) -> Object:
    """Return what is known of a data set of UCDP by its format and what its rows say."""
    version = f", version {', '.join(versions)}" if versions else ""
    return {
        "description": f"{title}{version}",
        "publisher": "Uppsala Conflict Data Program",
        "class": "research",
        "type": "dataset",
    }


def split_list(text: str) -> list[str]:
    """Return the entries of a cell that lists several."""
    return [entry.strip() for entry in text.split(",") if entry.strip()]


def pair_up(names: str, numbers: str) -> list[tuple[str, str]]:
    """Return names with their numbers; a name that holds a comma leaves all without, but one."""
    ids, words = split_list(numbers), split_list(names)
    if len(ids) == 1:
        return [(clean(names), ids[0])]
    return list(zip(words, ids, strict=True)) if len(words) == len(ids) else [("", number) for number in ids]


def _make_group(row: Row, name: str, intake: Intake) -> Object:
    group: Object = {"name": name}
    names = _make_names(row, name, intake)
    if names:
        group["names"] = names
    kind = _TYPES.get(row.get("Org"))
    if kind:
        group["type"] = kind
    elif row.get("Org"):
        intake.refuse(row.at, "Org", row.get("Org"), "no type of group stands for it (2 and 3 are unorganised groups)")
    countries, strange = find_countries(split_list(row.get("GWNOLoc")))
    for code in strange:
        intake.refuse(row.at, "GWNOLoc", code, "no country of today has this number")
    if countries and kind != "state":
        group["countries"] = countries[0] if len(countries) == 1 else list[Json](countries)
    elif row.get("GWNOLoc"):
        intake.note(row.at, "Location is where a state fights, not where it is at home: not taken over")
    return {**group, "cite": {"source": DATASET, "at": f"ActorId {row.get('ActorId')}"}}


def _make_names(row: Row, name: str, intake: Intake) -> list[Json]:
    found: list[Json] = []
    seen = {name}
    for column in ("NameOrig", "NameOrigFull", "NameOrigFullEng", "NewNameFullMotherTongue", "NewNameFullEng"):
        text = clean(row.get(column))
        if text.lower() in _NOTHING or text in seen:
            continue
        seen.add(text)
        found.append({"name": text, "type": "translation"} if column.endswith("Eng") else text)
    if row.get("NameChange") == "1":
        for text in map(clean, re.split(r",\s*", row.get("NewName"))):
            if text and text not in seen:
                seen.add(text)
                found.append(text)
        intake.note(row.at, "the actor changed its name; UCDP does not say when, so the names have no dates")
    return found


def _tie(row: Row, number: str, lineage: Lineage, intake: Intake) -> None:
    tied: dict[str, list[Link]] = {}
    for flag, names, numbers in _TIES:
        if row.get(flag) not in {"", "0"} and not row.get(numbers):
            intake.refuse(row.at, flag, row.get(names), "the other actor has no number")
        pairs = pair_up(row.cells.get(names, ""), row.get(numbers))
        tied[flag] = [_mention(name, other, row, intake) for name, other in pairs]
    own = Link("group", SCHEME, number)
    returned = [link for link in tied["Splinter"] if link in tied["JoinGroup"]]
    both = [link for link in tied["Splinter"] if link in tied["Alliance"]]
    for other in tied["Splinter"]:
        if other in both:
            lineage.affiliate(own, other, row.at)
        else:
            lineage.add(own, "split", other, row.at, until="unknown" if other in returned else "")
    for other in tied["SplitTemp"]:
        lineage.add(own, "split", other, row.at, until="unknown")
    for other in tied["Alliance"]:
        if other not in both:
            lineage.add(other, "merger", own, row.at)
    for other in tied["JoinGroup"]:
        if other not in returned:
            lineage.add(other, "absorption", own, row.at)


def _mention(name: str, number: str, row: Row, intake: Intake) -> Link:
    group: Object = {"name": name or f"UCDP actor {number}"}
    if name.startswith("Government of "):
        group["type"] = "state"
    cite: Object = {"source": DATASET, "at": f"ActorId {row.get('ActorId')}"}
    return intake.mention("group", SCHEME, number, {**group, "cite": cite}, at=row.at)
