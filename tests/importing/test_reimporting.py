"""A second import: what was not changed by hand follows the file, what was is kept, and both at once is a conflict."""

import json
from pathlib import Path

import pytest

from tests.conftest import MakeProject, Run

SITE = "format: 1\ntitle: T\npublisher: P\n"
HEAD = "ActorId,NameData,NameOrig,NameOrigFull,Org,GWNOLoc\n"
FIRST = f"{HEAD}1,Front,Front,Old Front,1,652\n2,Brigade,Brigade,Brigade,1,640\n"
SECOND = f"{HEAD}1,Front,Front,Older Front,1,645\n2,Brigade,Brigade,Brigade,1,640\n3,Third,Third,Third,1,652\n"


def bring(run: Run, root: Path, text: str, *options: str) -> tuple[int, dict[str, str], str]:
    """Import a file, and return the exit code, the outcome of each record, and what was printed."""
    file = root.parent / "rows.csv"
    file.write_text(text)
    report = root.parent / "report.json"
    result = run("-C", root, "import", "ucdp-actors", file, "--report", report, *options)
    outcomes = json.loads(report.read_bytes())["outcomes"]
    return result.code, {each["id"]: each["outcome"] for each in outcomes}, result.out


@pytest.fixture
def root(make_project: MakeProject, run: Run) -> Path:
    """Return a publication into which the first file has been imported."""
    root = make_project({"content/site.yaml": SITE})
    assert bring(run, root, FIRST)[0] == 0
    return root


def edit(root: Path, name: str, before: str, after: str) -> Path:
    file = root / "content/groups" / name
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))
    return file


def test_the_same_file_again_changes_nothing(root: Path, run: Run) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert bring(run, root, FIRST)[:2] == (
        0,
        {"ucdp-actors-rows": "unchanged", "front": "unchanged", "brigade": "unchanged"},
    )
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_what_nobody_touched_follows_the_file_and_comments_stay(root: Path, run: Run) -> None:
    file = edit(root, "front.yaml", "type: armed-group\n", "type: armed-group  # as they say\n# ask again\n")
    code, outcomes, _ = bring(run, root, SECOND)
    assert (code, outcomes) == (
        0,
        {"ucdp-actors-rows": "updated", "front": "updated", "brigade": "unchanged", "third": "created"},
    )
    assert file.read_text() == (
        "name: Front\nnames: Older Front\ntype: armed-group  # as they say\n# ask again\ncountries: IQ\n"
        "identifiers: {ucdp-actor: 1}\ndraft: true\ncite: {source: ucdp-actors-rows, at: ActorId 1}\n"
    )


def test_what_was_changed_by_hand_alone_is_kept(root: Path, run: Run) -> None:
    edit(root, "brigade.yaml", "draft: true\n", "as_of: 2020-01-01\n")
    edit(root, "brigade.yaml", "countries: TR", "countries: [TR]")
    file = edit(root, "brigade.yaml", "name: Brigade", "name: The Brigade\nshort: B")
    code, outcomes, out = bring(run, root, SECOND)
    assert code == 0, out
    assert outcomes["brigade"] == "unchanged"
    assert file.read_text().startswith("name: The Brigade\nshort: B\ntype: armed-group\ncountries: [TR]\n")
    assert "draft" not in file.read_text()


def test_a_conflict_is_told_until_it_is_settled_and_stays_as_by_hand(root: Path, run: Run) -> None:
    file = edit(root, "front.yaml", "countries: SY", "countries: LB")
    for _ in range(2):
        code, outcomes, out = bring(run, root, SECOND)
        assert (code, outcomes["front"]) == (1, "conflicting")
        told = 'conflict: front: "countries" was changed by hand and in the file; it stays as by hand: LB, not IQ\n'
        assert told in out
        assert "countries: LB" in file.read_text()
        assert "names: Older Front" in file.read_text()
    assert bring(run, root, SECOND, "--keep-mine")[0] == 0
    assert bring(run, root, SECOND)[:2][0] == 0
    assert "countries: LB" in file.read_text()


def test_a_comment_in_a_field_is_a_change_by_hand(root: Path, run: Run) -> None:
    file = edit(root, "front.yaml", "countries: SY", "countries: SY  # seen in Idlib")
    assert bring(run, root, SECOND)[1]["front"] == "conflicting"
    assert "countries: SY  # seen in Idlib" in file.read_text()


def test_a_record_taken_out_by_hand_does_not_come_back(root: Path, run: Run) -> None:
    (root / "content/groups/brigade.yaml").unlink()
    code, outcomes, _ = bring(run, root, SECOND)
    assert (code, outcomes["brigade"]) == (0, "removed")
    assert not (root / "content/groups/brigade.yaml").exists()


def test_without_its_memory_an_import_knows_its_own_records(root: Path, run: Run) -> None:
    (root / "imports/ucdp-actors-rows.json").unlink()
    code, outcomes, _ = bring(run, root, FIRST)
    assert (code, outcomes["front"]) == (0, "unchanged")
    (root / "imports/ucdp-actors-rows.json").unlink()
    assert bring(run, root, SECOND)[1]["front"] == "conflicting"


def test_a_record_with_errors_is_left_alone_and_told(root: Path, run: Run) -> None:
    file = edit(root, "front.yaml", "countries: SY", "countries: Syria")
    code, outcomes, out = bring(run, root, SECOND)
    assert (code, outcomes["front"]) == (1, "refused")
    assert 'refused: line 2: "front" has errors in the publication: mend them first' in out
    assert "countries: Syria" in file.read_text()


def test_a_record_under_another_id_is_found_by_its_number(root: Path, run: Run) -> None:
    (root / "content/groups/front.yaml").rename(root / "content/groups/the-front.yaml")
    assert bring(run, root, SECOND)[1]["the-front"] == "updated"
    assert not (root / "content/groups/front.yaml").exists()


def test_what_is_no_longer_in_the_file_is_told_and_left(root: Path, run: Run) -> None:
    code, _, out = bring(run, root, f"{HEAD}1,Front,Front,Old Front,1,652\n")
    assert code == 0
    assert "No longer in the file, and left as they are: brigade." in out
    assert (root / "content/groups/brigade.yaml").exists()


def test_a_record_that_was_there_before_gets_what_it_lacks_with_the_file_as_source(
    make_project: MakeProject, run: Run
) -> None:
    own = (
        "name: The Front # ours\nnames: Front\ntype: coalition\n"
        "identifiers: {ucdp-actor: 1}\nas_of: 2020-01-01\ncite: paper\n"
    )
    paper = "title: A\npublisher: B\nclass: media\npublished: 2019\nurl: unknown\n"
    entity = {
        "id": "Q77", "type": "item", "labels": {"en": {"language": "en", "value": "Front"}},
        "claims": {
            "P31": [{"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q43229"}}}}],
            "P571": [{"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value":
                {"time": "+2012-03-00T00:00:00Z", "precision": 10}}}}],
        },
    }  # fmt: skip
    own = own.replace("{ucdp-actor: 1}", "{ucdp-actor: 1, wikidata: Q77}")
    root = make_project({"content/site.yaml": SITE, "content/groups/f.yaml": own, "content/sources/paper.yaml": paper})
    file = root.parent / "q.json"
    file.write_text(json.dumps({"entities": {"Q77": entity}}))
    result = run("-C", root, "import", "wikidata", file, "--publish", "--as-of", "2020-01-01")
    assert 'conflict: f: "type" was changed by hand' in result.out
    assert (root / "content/groups/f.yaml").read_text() == (
        "name: The Front # ours\nnames: Front\ntype: coalition\n"
        "founded: {value: 2012-03, cite: {source: wikidata-q, at: Q77}}\n"
        "identifiers: {ucdp-actor: 1, wikidata: Q77}\nas_of: 2020-01-01\ncite: paper\n"
    )
    assert result.code == 1


def test_an_existing_source_is_cited_and_not_touched(make_project: MakeProject, run: Run) -> None:
    paper = "title: A\npublisher: B\nclass: media\npublished: 2019\nurl: unknown\n"
    root = make_project({"content/site.yaml": SITE, "content/sources/paper.yaml": paper})
    code, outcomes, _ = bring(run, root, FIRST, "--source", "paper")
    assert (code, outcomes["paper"]) == (0, "kept")
    assert (root / "content/sources/paper.yaml").read_text() == paper
    assert "cite: {source: paper, at: ActorId 1}" in (root / "content/groups/front.yaml").read_text()
