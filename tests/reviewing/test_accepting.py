"""`factsheet accept`: what is written, what comes along, what is refused, what is remembered."""

import json
from pathlib import Path

import pytest

from tests.conftest import MakeProject, Run
from tests.reviewing.samples import DRAFT, FILES

DAY = ("--on", "2024-05-08", "--by", "Desk")
MEMORY = "drafts/daily-2024-05-07.review.json"


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return make_project({**FILES, "drafts/daily.yaml": DRAFT})


def accept(run: Run, root: Path, *arguments: str) -> tuple[int, str]:
    result = run("-C", root, "accept", root / "drafts/daily.yaml", *arguments, *DAY)
    return result.code, result.out + result.err


def content(root: Path) -> list[str]:
    return sorted(path.relative_to(root / "content").as_posix() for path in (root / "content").rglob("*.yaml"))


def test_a_record_has_its_evidence_and_its_review(run: Run, root: Path) -> None:
    assert accept(run, root, "person-1")[0] == 0
    assert (root / "content/persons/omar-said.yaml").read_text() == (
        "name: Omar Said\n"
        "reviewed: {date: 2024-05-08, by: Desk}\n"
        "cite:\n"
        "  source: daily-2024-05-07\n"
        "  at: para 2\n"
        "  quote: Its leader, Omar Said, said at least 30 soldiers were killed.\n"
    )
    assert (root / "content/sources/daily-2024-05-07.yaml").read_text() == (
        "title: Attack on Marra\npublisher: The Daily\nclass: media\npublished: 2024-05-07\nurl: unknown\n"
        "language: en\nreviewed: {date: 2024-05-08, by: Desk}\n"
    ).replace("language: en\n", "")
    assert run("-C", root, "check").code == 0


def test_an_entry_of_another_sentence_cites_that(run: Run, root: Path) -> None:
    accept(run, root, "group-1")
    text = (root / "content/groups/red-hill-brigade.yaml").read_text()
    assert "founded:\n  value: 2012\n  cite:\n    source: daily-2024-05-07\n    at: para 3\n" in text
    assert "  quote: The Red Hill Brigade (RHB) attacked Marra on Monday.\n" in text


def test_what_an_item_needs_comes_with_it(run: Run, root: Path) -> None:
    code, out = accept(run, root, "claim-1", "--set", "claim-1.said=2024-05-07")
    assert code == 0
    assert content(root) == [
        "claims/omar-said-30-soldiers.yaml",
        "events/attack-2024-05-06.yaml",
        "groups/old-guard.yaml",
        "groups/red-hill-brigade.yaml",
        "persons/omar-said.yaml",
        "places/marra.yaml",
        "site.yaml",
        "sources/daily-2024-05-07.yaml",
        "sources/gazette.yaml",
    ]
    assert "person-1: created (it is needed): omar-said\n" in out
    assert "draft" not in (root / "content/claims/omar-said-30-soldiers.yaml").read_text()
    assert run("-C", root, "check").code == 0


def test_a_record_that_lacks_something_is_a_draft_and_so_is_what_names_it(run: Run, root: Path) -> None:
    code, out = accept(run, root, "claim-1")
    assert code == 0
    assert 'a draft for now: "said" is missing' in out
    assert "draft: true\n" in (root / "content/claims/omar-said-30-soldiers.yaml").read_text()
    assert "draft" not in (root / "content/events/attack-2024-05-06.yaml").read_text()
    assert run("-C", root, "check").code == 0


def test_unknown_is_written_only_when_asked_for(run: Run, root: Path) -> None:
    assert "said: unknown" in accept(run, root, "claim-1", "--unknown")[1]
    assert "said: unknown\n" in (root / "content/claims/omar-said-30-soldiers.yaml").read_text()


def test_nothing_names_what_was_rejected(run: Run, root: Path) -> None:
    code, out = accept(run, root, "event-1", "--reject", "place-1=It is a valley", "--reject", "group-2")
    assert code == 0
    assert 'names no longer "marra", which was rejected' in out
    assert "marra" not in (root / "content/events/attack-2024-05-06.yaml").read_text()
    assert "lineage" not in (root / "content/groups/red-hill-brigade.yaml").read_text()
    assert not (root / "content/groups/old-guard.yaml").exists()
    assert run("-C", root, "check").code == 0


def test_all_high_leaves_the_rest_waiting_unless_it_is_needed(run: Run, root: Path) -> None:
    code, out = accept(run, root, "--all-high", "--reject", "event-1", "--reject", "group-2")
    assert code == 0
    assert out.endswith("Settled 7 items: 5 created, 2 rejected.\n")
    assert '"about" and "said" are missing' in out


def test_nothing_is_written_in_a_dry_run(run: Run, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    code, out = accept(run, root, "place-1", "--dry-run")
    assert code == 0
    assert "+++ content/places/marra.yaml\n" in out
    assert "+name: Marra\n" in out
    assert "-    id: marra" not in out
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_second_run_changes_nothing(run: Run, root: Path) -> None:
    accept(run, root, "--all")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert accept(run, root, "person-1")[0] == 0
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_two_runs_on_the_same_draft_write_the_same_bytes(run: Run, make_project: MakeProject) -> None:
    found = []
    for name in ("one", "two"):
        root = (
            make_project({f"{name}/{path}": text for path, text in {**FILES, "drafts/daily.yaml": DRAFT}.items()})
            / name
        )
        accept(run, root, "--all", "--reject", "place-1")
        found.append({path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()})
    assert found[0] == found[1]


def test_what_was_decided_is_remembered_for_a_new_draft(run: Run, root: Path) -> None:
    accept(run, root, "person-1", "--reject", "place-1=It is a valley")
    kept = {each["kind"]: each for each in json.loads((root / MEMORY).read_bytes())["items"]}
    assert kept["place"] == {
        "kind": "place", "print": "aaaa000000000004", "proposed": "marra", "decision": "rejected",
        "reason": "It is a valley", "by": "Desk", "on": "2024-05-08",
    }  # fmt: skip
    assert b"Monday" not in (root / MEMORY).read_bytes()
    (root / "drafts/daily.yaml").write_text(DRAFT)  # drawn up again
    code, out = accept(run, root, "--all")
    assert code == 0
    assert "place-1" not in out
    assert "person-1" not in out
    assert not (root / "content/places/marra.yaml").exists()


def test_an_id_that_was_edited_is_remembered_too(run: Run, root: Path) -> None:
    accept(run, root, "person-1")
    (root / MEMORY).write_text((root / MEMORY).read_text().replace('"id": "omar-said"', '"id": "omar-said-commander"'))
    (root / "content/persons/omar-said.yaml").rename(root / "content/persons/omar-said-commander.yaml")
    (root / "drafts/daily.yaml").write_text(DRAFT)
    assert accept(run, root, "claim-1")[0] == 0
    assert "claimant: omar-said-commander\n" in (root / "content/claims/omar-said-30-soldiers.yaml").read_text()
    assert not (root / "content/persons/omar-said.yaml").exists()


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        (
            "content/places/marra.yaml",
            "name: Marra\ntype: city\n",
            'there is a place "marra": merge it (--merge place-1',
        ),
        ("content/persons/marra.yaml", "name: Marra\n", 'there is a person "marra": edit the id'),
        ("content/places/marra.yaml", "name: [", '"marra" has errors in the publication'),
    ],
)
def test_an_id_that_is_taken_is_refused(run: Run, root: Path, path: str, text: str, reason: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)
    code, out = accept(run, root, "place-1")
    assert code == 1
    assert reason in out
    assert (root / path).read_text() == text


def test_what_needs_a_refused_item_is_refused(run: Run, root: Path) -> None:
    code, out = accept(run, root, "event-1", "person-1", "--set", "place-1.type=palace")
    assert code == 1
    assert 'event-1: refused: attack-2024-05-06\n    it needs "marra", which is refused\n' in out
    assert (root / "content/persons/omar-said.yaml").exists()
    assert not (root / "content/events").exists()


def test_a_record_that_check_would_refuse_is_refused(run: Run, root: Path) -> None:
    code, out = accept(run, root, "group-1", "--set", "group-1.dissolved=2001-05")
    assert code == 1
    assert "group-1: refused: red-hill-brigade\n" in out
    assert not (root / "content/groups/red-hill-brigade.yaml").exists()


@pytest.mark.parametrize("name", ["../../evil", "Evil", "a b", ""])
def test_an_id_is_never_a_path(run: Run, root: Path, name: str) -> None:
    (root / "drafts/daily.yaml").write_text(DRAFT.replace("id: marra\n", f'id: "{name}"\n'))
    code, out = accept(run, root, "place-1")
    assert code == 1
    assert "can't be an id" in out
    assert len(content(root)) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name the items to accept"),
        (("claim-9",), 'the draft has no item "claim-9"'),
        (("place-1", "--merge", "x"), '"x" has no value'),
        (("place-1", "--set", "place-1=x"), "write the item and the field"),
    ],
)
def test_wrong_usage_is_told(run: Run, root: Path, arguments: tuple[str, ...], told: str) -> None:
    code, out = accept(run, root, *arguments)
    assert code == 2
    assert told in out


def test_what_was_accepted_as_a_draft_is_published_once_it_is_whole(run: Run, root: Path) -> None:
    accept(run, root, "event-1", "--set", "place-1.type=null", "--set", "group-1.note=Seen twice.")
    drafts = [path.name for path in (root / "content").rglob("*.yaml") if "draft: true" in path.read_text()]
    assert sorted(drafts) == ["attack-2024-05-06.yaml", "marra.yaml"]
    code, out = accept(run, root, "--release")
    assert (code, "place-1: still a draft: marra\n" in out) == (0, True)
    file = root / "content/places/marra.yaml"
    file.write_text("# a town\n" + file.read_text().replace("draft: true", "type: city\ndraft: true"))
    code, out = accept(run, root, "--release", "--dry-run")
    assert "-draft: true\n" in out
    assert "draft: true" in file.read_text()
    code, out = accept(run, root, "--release")
    assert code == 0
    assert out.endswith("Settled 2 items: 2 published.\n")
    assert file.read_text().startswith("# a town\n")
    assert not any("draft: true" in path.read_text() for path in (root / "content").rglob("*.yaml"))
    assert run("-C", root, "check").code == 0


def test_release_stands_alone(run: Run, root: Path) -> None:
    assert "--release stands alone" in accept(run, root, "--release", "place-1")[1]
