"""Whole imports through the real command: what comes in passes `check`, and the numbers add up."""

import json
from pathlib import Path

import pytest

from factsheet import loading
from factsheet.model import Json
from tests.conftest import MakeProject, Result, Run

SITE = "format: 1\ntitle: T\npublisher: P\nlanguages: [en, ru]\n"

ACTORS = """\
ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,NameChange,NewName,Org,Splinter,NamePrev,ActorIdPrev,SplitTemp,\
NameSplitTemp,ActorIdSplitTemp,Alliance,NameAlliance,ActorIdAlliance,JoinGroup,GroupName,ActorIdGroup,GWNOLoc,Region,Version
1,New Front,Old Front,Frente Viejo,Old Front,1,New Front,1,1,"North, South","2, 3",0,,,0,,,0,,,652,2,30.1
2,North,North,n/a,North,0,,1,0,,,0,,,1,United Front,5,0,,,"652, 640",2,30.1
4,Faction,Faction,n/a,Faction,0,,1,1,North,2,0,,,0,,,1,North,2,999,2,30.1
6,Government of Somewhere,Government of Somewhere,n/a,x,0,,4,0,,,0,,,0,,,1,United Front,5,652,2,30.1
7,Villagers,Villagers,n/a,Villagers,0,,3,0,,,0,,,1,New Front,1,0,,,652,2,30.1
"""

AGREEMENTS = """\
paid,actor_id,actor_name,dyad_name,pa_name,pa_date,pa_comment,cease,ddr,pko,pa_type,linktofulltextagreement,version,\
dateintervalend_meta
11,"6, 1, 9","Government of Somewhere, New Front, United Nations",Government of Somewhere - New Front,"Accord, first",\
2012-04-24,"Two
lines",1,0,2,1,http://example.org/a.pdf,30.1,2021-12-31
12,"6, 8","Government of Somewhere, A, B",Government of Somewhere - A,Second accord,24/04/12,,0,0,0,3,no address,30.1,\
2021-12-31
,1,New Front,x,Nameless,2012-01-01,,0,0,0,2,,30.1,2021-12-31
"""

PAX = """\
AgtId,Agt,Dat,Day,Month,Year,Status,Agtp,Stage,Part,ThrdPart,Ce,Ele,PAID_UCDP,Extra,Year
21,Ceasefire,05/03/2020,5,3,2020,Multiparty signed/agreed,Inter,Cea,"Ecuador
Peru.",NA,3,0,11,1,2020
22,Protocol,05/03/2020,7,3,2020,Unilateral document,Planets,Imp,NA,Witnesses: one,0,0,7.02E+11,0,2020
23,No columns,05/03/2020,,,,Other thing,Intra,Ren,NA,NA,0,0,NA,0,2020
24,ISO,2020-03-05,,,,Status unclear,Intra,SubComp,NA,NA,0,0,NA,0,2020
"""

POPOLO = """{"persons": [{"id": "p/1", "name": "Ana Bé", "birth_date": "1960-05", "death_date": "03/04/2005"}],
"organizations": [{"id": "o/1", "name": "Council", "classification": "legislature", "founding_date": "1990",
"other_names": [{"name": "Old Council", "end_date": "1999-01-01"}],
"identifiers": [{"scheme": "ACN", "identifier": 12}]},
{"id": "o/2", "name": "League", "parent_id": "o/9", "classification": "choir"}, {"name": "No id"}],
"posts": [{"id": "t/1", "organization_id": "o/1", "role": "Chair"}],
"memberships": [{"person_id": "p/1", "post_id": "t/1", "start_date": "2001"}, {"person_id": "p/7"},
{"organization_member_id": "o/2", "organization_id": "o/1"}], "motions": [{"text": "x"}]}"""

FTM = """\
{"id": "e1", "schema": "Membership", "properties": {"member": ["p1"], "organization": ["g1"], "role": ["Chief"]}}
{"id": "g1", "schema": "Organization", "datasets": ["x_list"], "properties": {"name": ["Front"],\
 "country": ["sy", "eu"],\
 "previousName": ["Old"], "incorporationDate": ["2001-02", "2001"], "website": ["https://example.org"]}}
{"id": "g2", "schema": "PublicBody", "properties": {"name": ["Ministry"], "parent": ["g1"]}}
{"id": "p1", "schema": "Person", "properties": {"name": ["Ana"], "birthDate": ["60-01-02"], "wikidataId": ["Q1"]}}
{"id": "s1", "schema": "Sanction", "properties": {"entity": ["g1"], "authority": ["The Office"],\
 "listingDate": ["2010-01-01"]}}
{"id": "u1", "schema": "Succession", "properties": {"predecessor": ["g2"], "successor": ["g1"], "date": ["2005"]}}
{"id": "u2", "schema": "UnknownLink", "properties": {"subject": ["g1"], "object": ["g2"]}}
{"id": "v1", "schema": "Vessel", "properties": {"name": ["Boat"]}}
"""


def project(make_project: MakeProject, **files: str) -> Path:
    return make_project({"content/site.yaml": SITE, **{name.replace("__", "/"): text for name, text in files.items()}})


def read(root: Path, path: str) -> Json:
    return loading.load((root / "content" / path).read_bytes(), path).documents[0].value


def bring(
    run: Run, root: Path, form: str, text: str | bytes, *options: str, name: str = "rows.txt"
) -> tuple[Result, dict]:  # type: ignore[type-arg]  # a report is read as JSON
    file = root.parent / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    report = root.parent / "report.json"
    result = run("-C", root, "import", form, file, "--report", report, *options)
    return result, json.loads(report.read_bytes()) if report.exists() else {}


@pytest.mark.parametrize(
    ("form", "text", "rows"),
    [
        ("ucdp-actors", ACTORS, {"read": 5, "taken": 5, "folded": 0, "skipped": 0}),
        ("ucdp-agreements", AGREEMENTS, {"read": 3, "taken": 2, "folded": 0, "skipped": 1}),
        ("pa-x", PAX, {"read": 4, "taken": 4, "folded": 0, "skipped": 0}),
        ("popolo", POPOLO, {"read": 8, "taken": 3, "folded": 3, "skipped": 2}),
        ("ftm", FTM, {"read": 8, "taken": 3, "folded": 3, "skipped": 2}),
    ],
)
@pytest.mark.parametrize("options", [(), ("--publish", "--as-of", "2024-01-01", "--publisher", "Desk")])
def test_what_comes_in_passes_check_and_the_numbers_add_up(
    make_project: MakeProject, run: Run, form: str, text: str, rows: dict[str, int], options: tuple[str, ...]
) -> None:
    root = project(make_project)
    result, report = bring(run, root, form, text, *options)
    checked = run("-C", root, "check", "--format", "json")
    assert json.loads(checked.out)["summary"]["errors"] == 0, checked.out
    assert report["rows"] == rows
    assert rows["read"] == rows["taken"] + rows["folded"] + rows["skipped"]
    records = report["records"]
    outcomes = ("created", "updated", "unchanged", "conflicting", "removed", "refused", "kept")
    assert records["taken"] + records["mentioned"] + 1 == sum(records[name] for name in outcomes)
    assert len([each for each in report["remarks"] if each["fate"] == "skipped"]) == rows["skipped"]
    assert records["created"] == len(list((root / "content").glob("*/*.yaml")))
    assert result.code == (1 if records["refused"] else 0), result.out + result.err


def test_actors_become_groups_with_names_and_lineage_on_the_later_group(make_project: MakeProject, run: Run) -> None:
    root = project(make_project)
    _, report = bring(run, root, "ucdp-actors", ACTORS)
    assert read(root, "groups/new-front.yaml") == {
        "name": "New Front",
        "names": ["Old Front", "Frente Viejo"],
        "type": "armed-group",
        "countries": "SY",
        "lineage": [{"type": "split", "groups": ["north", "south"]}, {"type": "merger", "groups": "villagers"}],
        "identifiers": {"ucdp-actor": 1},
        "draft": True,
        "cite": {"source": "ucdp-actors-rows", "at": "ActorId 1"},
    }
    assert read(root, "groups/united-front.yaml") == {
        "name": "United Front",
        "lineage": [{"type": "merger", "groups": "north"}, {"type": "absorption", "groups": "government-of-somewhere"}],
        "identifiers": {"ucdp-actor": 5},
        "draft": True,
        "cite": {"source": "ucdp-actors-rows", "at": "ActorId 2"},
    }
    faction = read(root, "groups/faction.yaml")
    assert isinstance(faction, dict)
    assert faction["lineage"] == {"type": "split", "groups": "north", "until": "unknown"}
    assert "countries" not in faction
    reasons = {(each["at"], each["field"], each["value"]) for each in report["remarks"] if each["fate"] == "refused"}
    assert reasons == {("line 4", "GWNOLoc", "999"), ("line 6", "Org", "3")}
    assert report["not_read"] == {"Region": 5}


def test_a_circle_of_lineage_is_cut_and_told(make_project: MakeProject, run: Run) -> None:
    rows = ACTORS.splitlines()[0] + "\n1,A,,,,0,,1,1,B,2,0,,,0,,,0,,,,2,1\n2,B,,,,0,,1,1,C,3,0,,,0,,,0,,,,2,1\n"
    rows += "3,C,,,,0,,1,1,A,1,0,,,0,,,0,,,,2,1\n"
    _, report = bring(run, project(make_project), "ucdp-actors", rows)
    assert [each["reason"] for each in report["remarks"]] == [
        "ucdp-actor 3 from ucdp-actor 1 would make a circle with what the file said before"
    ]


def test_agreements_have_parties_provisions_and_the_text_as_a_source(make_project: MakeProject, run: Run) -> None:
    root = project(make_project)
    _, report = bring(run, root, "ucdp-agreements", AGREEMENTS)
    assert read(root, "agreements/accord-first.yaml") == {
        "name": "Accord, first",
        "type": "comprehensive",
        "stage": "comprehensive",
        "signed": "2012-04-24",
        "parties": ["government-of-somewhere", "new-front"],
        "provisions": [
            {"text": "UCDP codes this provision: ceasefire.", "topic": "ceasefire", "note": "Coded cease = 1."},
            {"text": "UCDP codes this provision: peacekeeping.", "topic": "peacekeeping", "note": "Coded pko = 2."},
        ],
        "identifiers": {"ucdp-pa": 11},
        "as_of": "2021-12-31",
        "draft": True,
        "cite": [
            {"source": "ucdp-agreements-rows", "at": "paid 11"},
            "text-of-the-agreement-accord-first-as-ucdp-keeps-it",
        ],
    }
    refused = {(each["at"], each["field"], each["value"]) for each in report["remarks"] if each["fate"] == "refused"}
    assert refused == {
        ("line 2", "actor_name", "United Nations"),
        ("line 4", "actor_name", "6; 8"),
        ("line 4", "pa_date", "24/04/12"),
        ("line 4", "linktofulltextagreement", "no address"),
    }


def test_pa_x_dates_come_from_their_own_columns_and_are_never_guessed(make_project: MakeProject, run: Run) -> None:
    root = project(make_project)
    _, report = bring(run, root, "pa-x", PAX)
    ceasefire = read(root, "agreements/ceasefire.yaml")
    assert isinstance(ceasefire, dict)
    assert ceasefire["signed"] == "2020-03-05"
    assert ceasefire["identifiers"] == {"pax": 21, "ucdp-pa": 11}
    assert ceasefire["parties"] == {"missing": "unknown", "note": "PA-X names the parties so: Ecuador; Peru."}
    assert "signed" not in str(read(root, "agreements/no-columns.yaml"))
    refused = {(each["at"], each["field"]): each["reason"] for each in report["remarks"]}
    assert refused[("line 4", "Dat")] == '"05/03/2020" does not agree with the columns Day, Month and Year'
    assert refused[("line 5", "Dat")].startswith('"05/03/2020" can be 2020-03-05 or 2020-05-03: say how')
    assert refused[("line 4", "Agtp")] == "this code is not known here"
    assert refused[("line 4", "PAID_UCDP")].startswith("a spreadsheet has spoiled")
    _, report = bring(run, root, "pa-x", PAX, "--date-format", "DD/MM/YYYY", "--dry-run")
    assert ("line 5", "Dat") not in {(each["at"], each["field"]) for each in report["remarks"]}


def test_popolo_memberships_fold_into_groups(make_project: MakeProject, run: Run) -> None:
    root = project(make_project)
    _, report = bring(run, root, "popolo", POPOLO)
    assert read(root, "groups/council.yaml") == {
        "name": "Council",
        "names": {"name": "Old Council", "until": "1999-01-01"},
        "type": "state-body",
        "founded": 1990,
        "people": {"person": "ana-be", "role": "leader", "title": "Chair", "from": 2001},
        "identifiers": {"acn": "12", "popolo": "o/1"},
        "draft": True,
        "cite": {"source": "popolo-rows", "at": "group o/1"},
    }
    told = {(each["fate"], each["at"], each["field"]) for each in report["remarks"]}
    assert told == {
        ("refused", "persons 1", "death_date"),
        ("refused", "organizations 2", "classification"),
        ("skipped", "organizations 3", ""),
        ("skipped", "memberships 2", ""),
        ("unlinked", "organizations 2", "group"),
    }
    assert report["not_read"] == {"motions": 1}


def test_ftm_edges_fold_into_things_wherever_they_stand(make_project: MakeProject, run: Run) -> None:
    root = project(make_project)
    _, report = bring(run, root, "ftm", FTM)
    front = read(root, "groups/front.yaml")
    assert isinstance(front, dict)
    assert front["founded"] == ["2001-02", 2001]
    assert front["people"] == {"person": "ana", "role": "other", "title": "Chief"}
    assert front["designations"] == {"authority": "the-office", "listed": "2010-01-01"}
    assert front["countries"] == "SY"
    told = {(each["fate"], each["at"]): each["reason"] for each in report["remarks"]}
    assert told["refused", "line 4"] == '"60-01-02" has a year of two digits: the century is not told'
    assert told["skipped", "line 8"] == "an entity of the schema Vessel is no kind of record here"
    assert front["lineage"] == {"type": "successor", "groups": "ministry", "date": 2005}
    assert told["skipped", "line 7"] == "the things that this UnknownLink joins are not all in the file"


def test_a_dry_run_shows_the_files_and_writes_nothing(make_project: MakeProject, run: Run) -> None:
    root = project(make_project)
    result, _ = bring(run, root, "ftm", FTM, "--dry-run")
    assert result.code == 0
    assert "+++ content/groups/front.yaml" in result.out
    assert not (root / "content/groups").exists()
    assert not (root / "imports").exists()
