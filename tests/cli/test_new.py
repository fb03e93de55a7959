"""`factsheet new` and `factsheet schema`."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from tests.conftest import MakeProject, Run

SITE = "title: A\npublisher: B\n"
PLACE = "name: Aleppo\ntype: city\nformer_ids: [halab]\n"
OWN = {
    "title": "Treaty",
    "x-folder": "treaties",
    "type": "object",
    "required": ["name", "depth"],
    "properties": {"name": {"type": "string", "title": "Name"}, "depth": {"type": "integer", "title": "Depth"}},
}


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return make_project(
        {
            "content/site.yaml": SITE,
            "content/places/aleppo.yaml": PLACE,
            "schemas/treaty.schema.json": json.dumps(OWN),
        }
    )


def test_a_new_record_has_its_schema_its_fields_and_what_they_mean(root: Path, run: Run) -> None:
    result = run("-C", root, "new", "event", "fall", "--name", "Fall: the end", "--set", "places=[aleppo]")
    assert result.code == 0
    assert result.out == (
        ".editor/event.schema.json written: editors complete and check by it.\n"
        "content/events/fall.yaml written; `factsheet check content/events/fall.yaml` tells what is missing.\n"
    )
    lines = (root / "content/events/fall.yaml").read_text().splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../.editor/event.schema.json"
    assert [line for line in lines if line and not line.startswith("#")] == [
        'name: "Fall: the end"', "type:", "when:", "places: [aleppo]", "as_of:",
    ]  # fmt: skip
    assert "# part_of:" in lines
    assert max(map(len, lines)) <= 120
    schema = json.loads((root / ".editor/event.schema.json").read_text())
    assert list(Draft7Validator(schema).iter_errors({"name": "a", "type": "other", "when": 2016, "as_of": 2016})) == []


def test_what_is_left_empty_is_asked_for_and_filled_in_it_is_clean(root: Path, run: Run) -> None:
    run("-C", root, "new", "place", "idlib")
    result = run("-C", root, "check", "--format", "concise")
    assert result.code == 1
    assert result.out.count("empty-value") == 2
    path = root / "content/places/idlib.yaml"
    path.write_text(path.read_text().replace("name:\n", "name: Idlib\n", 1).replace("\ntype:\n", "\ntype: city\n", 1))
    assert run("-C", root, "check").code == 0


def test_a_new_record_is_laid_out_already(root: Path, run: Run) -> None:
    for kind in ("group", "agreement", "claim", "treaty"):
        assert run("-C", root, "new", kind, f"new-{kind}").code == 0
    assert run("-C", root, "fmt", "--check").out == "content/places/aleppo.yaml: would change\n"


def test_a_kind_of_the_publication_works_too(root: Path, run: Run) -> None:
    assert run("-C", root, "new", "treaty", "peace", "--name", "Peace", "--set", "depth=3").code == 0
    assert "1 error " in run("-C", root, "check").out  # it names no source yet
    assert "name: Peace" in (root / "content/treaties/peace.yaml").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["evnt", "x"], 'there is no kind "evnt"; did you mean "event"?'),
        (["event", "aleppo"], '"aleppo" is the id of content/places/aleppo.yaml'),
        (["event", "halab"], '"halab" was the id of content/places/aleppo.yaml'),
        (["event", "Fall Of"], 'small letters a to z, digits and single hyphens; did you mean "fall-of"?'),
        (["event", "none"], '"none" can\'t be an id'),
        (["event", "../x"], '"../x" can\'t be an id'),
        (["event", "x", "--set", "tpye=other"], 'there is no field "tpye"; did you mean "type"?'),
        (["event", "x", "--set", "type"], "--set type: there is no field"),
        (["event", "x", "--set", "type="], "no value is given"),
        (["event", "x", "--set", "places=[a"], "never closed"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    root: Path, run: Run, arguments: list[str], message: str
) -> None:
    before = sorted(root.rglob("*"))
    result = run("-C", root, "new", *arguments)
    assert result.code == 2
    assert message in result.err
    assert sorted(root.rglob("*")) == before


def test_a_record_that_cannot_be_read_keeps_its_id(root: Path, run: Run) -> None:
    (root / "content/places/idlib.yaml").write_text("name: [\n")
    assert run("-C", root, "new", "event", "idlib").code == 2


def test_a_record_can_be_printed_only(root: Path, run: Run) -> None:
    result = run("-C", root, "new", "event", "fall", "--print")
    assert result.out.startswith("# yaml-language-server: ")
    assert not (root / "content/events").exists()


def test_schemas_are_written_listed_and_found_stale(root: Path, run: Run) -> None:
    assert ".editor/event.schema.json: not written\n" in run("-C", root, "schema").out
    written = run("-C", root, "schema", "--write")
    assert written.out.count("written\n") == 10
    assert run("-C", root, "schema", "--write").out.count("is up to date\n") == 10
    assert "stale" not in run("-C", root, "check").out
    (root / "schemas/treaty.schema.json").write_text(json.dumps({**OWN, "title": "Pact"}))
    assert ".editor/treaty.schema.json: out of date\n" in run("-C", root, "schema").out
    stale = run("-C", root, "check")
    assert stale.code == 0
    assert "advice[stale-editor-schema]" in stale.out
    assert run("-C", root, "schema", "treaty", "--write").out == ".editor/treaty.schema.json written\n"
    assert "stale" not in run("-C", root, "check").out


def test_a_schema_is_printed_without_a_publication_too(tmp_path: Path, root: Path, run: Run) -> None:
    assert json.loads(run("-C", tmp_path, "schema", "event").out)["title"] == "Event"
    assert json.loads(run("-C", root, "schema", "treaty").out)["title"] == "Treaty"
    assert json.loads(run("-C", root, "schema", "site").out)["title"] == "Site"
    assert run("-C", tmp_path, "schema", "treaty").code == 2
    assert run("-C", tmp_path, "schema").code == 2


def test_layout_is_checked_shown_and_made(root: Path, run: Run) -> None:
    path = root / "content/places/aleppo.yaml"
    path.write_bytes(b"type:  'city' # big\r\nname: Aleppo\r\n")
    assert run("-C", root, "fmt", "--check").code == 1
    shown = run("-C", root, "fmt", "--diff")
    assert shown.code == 1
    assert "+type: city  # big\n" in shown.out
    assert path.read_bytes().startswith(b"type:  ")
    assert run("-C", root, "fmt").code == 0
    assert path.read_bytes() == b"name: Aleppo\r\ntype: city  # big\r\n"
    assert run("-C", root, "fmt", "--check", path).code == 0


def test_a_file_that_cannot_be_laid_out_is_named_and_left(root: Path, run: Run) -> None:
    (root / "content/places/bad.yaml").write_text("name: [\n")
    result = run("-C", root, "fmt")
    assert result.code == 0
    assert "content/places/bad.yaml: left as it is: it can't be read; `factsheet check` tells why\n" in result.err
