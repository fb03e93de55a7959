import os
from pathlib import Path

import pytest

from factsheet import project
from factsheet.diagnostics import Diagnostic, FactsheetError
from tests.conftest import MakeProject

SITE = "title: Test\npublisher: Desk\n"
GROUP = "name: Group\ntype: armed-group\nas_of: 2026-03-01\ncite: press\n"


def read(make_project: MakeProject, files: dict[str, str | bytes]) -> project.Project:
    return project.read_project(make_project({"content/site.yaml": SITE, **files}))


def only(found: project.Project) -> Diagnostic:
    assert len(found.diagnostics) == 1, found.diagnostics
    return found.diagnostics[0]


def test_a_publication_is_found_from_a_folder_inside_it(make_project: MakeProject) -> None:
    root = make_project({"content/site.yaml": SITE, "content/groups/hts.yaml": GROUP})
    assert project.find(root / "content" / "groups") == root


def test_no_publication_is_an_error_that_says_what_one_is(tmp_path: Path) -> None:
    with pytest.raises(FactsheetError, match=r"a publication is a folder with content/site\.yaml") as caught:
        project.find(tmp_path)
    assert caught.value.exit_code == 2


def test_settings_have_their_defaults(make_project: MakeProject) -> None:
    assert read(make_project, {}).site == {
        "format": 1,
        "title": {"en": "Test"},
        "publisher": {"name": "Desk"},
        "languages": ["en"],
        "editions": ["html", "pdf", "json"],
        "paper": "A4",
    }


def test_bare_texts_are_in_the_first_language_of_the_site(make_project: MakeProject) -> None:
    files: dict[str, str | bytes] = {
        "content/site.yaml": "title: Тест\npublisher: Desk\nlanguages: [ru, en]\n",
        "content/groups/hts.yaml": GROUP,
    }
    found = read(make_project, files)
    assert found.site["title"] == {"ru": "Тест"}
    assert found.languages == ("ru", "en")
    assert found.records[0].data["name"] == {"ru": "Group"}


def test_kind_and_id_come_from_folder_and_file(make_project: MakeProject) -> None:
    record = read(make_project, {"content/groups/syria/hts.yml": GROUP}).records[0]
    assert (record.kind, record.id, record.path) == ("group", "hts", "groups/hts")


def test_kind_and_id_may_be_typed(make_project: MakeProject) -> None:
    record = read(make_project, {"content/hts-group.yaml": f"kind: group\nid: hts\n{GROUP}"}).records[0]
    assert (record.kind, record.id) == ("group", "hts")


def test_a_file_of_several_records_needs_an_id_in_each(make_project: MakeProject) -> None:
    found = read(make_project, {"content/groups/all.yaml": f"id: one\n{GROUP}---\n{GROUP}"})
    assert [record.id for record in found.records] == ["one"]
    assert only(found).rule == "missing-id"
    assert only(found).at.line == 7


def test_a_file_name_that_is_no_id_is_reported_with_the_nearest(make_project: MakeProject) -> None:
    found = only(read(make_project, {"content/groups/Hay'at Tahrir.yaml": GROUP}))
    assert (found.rule, found.at.path) == ("invalid-id", "content/groups/Hay'at Tahrir.yaml")
    assert found.hint == 'rename the file to "hay-at-tahrir.yaml", or give the record an id'


def test_an_unknown_folder_is_reported_with_the_nearest(make_project: MakeProject) -> None:
    found = only(read(make_project, {"content/group/hts.yaml": GROUP}))
    assert (found.rule, found.hint) == ("unknown-folder", 'did you mean "groups"?')


def test_an_unknown_kind_is_reported_at_its_place(make_project: MakeProject) -> None:
    found = only(read(make_project, {"content/hts.yaml": f"kind: gruop\n{GROUP}"}))
    assert (found.rule, found.at.line, found.at.column, found.hint) == ("unknown-kind", 1, 7, 'did you mean "group"?')


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_a_file_without_a_record_is_reported(make_project: MakeProject, text: str) -> None:
    assert only(read(make_project, {"content/groups/hts.yaml": text})).rule == "empty-document"


def test_problems_of_all_files_are_collected(make_project: MakeProject) -> None:
    files: dict[str, str | bytes] = {
        "content/groups/a.yaml": "name: [\n",
        "content/groups/b.yaml": f"nmae: x\n{GROUP}",
        "content/groups/c.yaml": GROUP,
        "content/site.yaml": "title: Test\npublisher: Desk\nlanguage: en\n",
    }
    found = read(make_project, files)
    assert sorted({each.at.path for each in found.diagnostics}) == [
        "content/groups/a.yaml",
        "content/groups/b.yaml",
        "content/site.yaml",
    ]
    assert [record.id for record in found.records] == ["c"]
    assert found.broken == {"a", "b"}


def test_every_file_is_hashed_and_captures_are_no_records(make_project: MakeProject) -> None:
    files: dict[str, str | bytes] = {
        "content/groups/hts.yaml": GROUP,
        "content/captures/press.txt": "hello\n",
        "content/captures/press.yaml": "no: record\n",
        "content/images/map.png": b"\x89PNG",
    }
    found = read(make_project, files)
    assert not found.diagnostics
    assert list(found.files) == [
        "content/site.yaml",
        "content/captures/press.txt",
        "content/captures/press.yaml",
        "content/groups/hts.yaml",
        "content/images/map.png",
    ]
    assert (
        found.files["content/captures/press.txt"] == "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
    )


def test_hidden_files_are_not_looked_at(make_project: MakeProject) -> None:
    files: dict[str, str | bytes] = {"content/groups/.hts.yaml.swp": b"\0", "content/.git/x.yaml": "a"}
    found = read(make_project, files)
    assert (found.diagnostics, list(found.files)) == ((), ["content/site.yaml"])


def test_a_link_out_of_the_publication_is_not_followed(make_project: MakeProject, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(GROUP)
    root = make_project({"content/site.yaml": SITE, "content/groups/a.yaml": GROUP})
    (root / "content/groups/b.yaml").symlink_to(outside)
    (root / "content/groups/c.yaml").symlink_to(root / "content/groups/a.yaml")
    (root / "content/places").symlink_to(tmp_path)
    found = project.read_project(root)
    assert [(each.rule, each.at.path) for each in found.diagnostics] == [
        ("unreadable-file", "content/groups/b.yaml"),
        ("unreadable-file", "content/places"),
    ]
    assert [record.id for record in found.records] == ["a", "c"]


def test_a_pipe_is_refused_and_not_waited_for(make_project: MakeProject) -> None:
    root = make_project({"content/site.yaml": SITE, "content/groups/a.yaml": GROUP})
    os.mkfifo(root / "content/groups/b.yaml")
    assert [each.message for each in project.read_project(root).diagnostics] == ["this is no regular file"]


def test_a_large_file_is_refused_unread(make_project: MakeProject) -> None:
    text = f"{GROUP}note: {'x' * (5 * 1024 * 1024)}\n"
    found = only(read(make_project, {"content/groups/hts.yaml": text}))
    assert (found.rule, found.at.path) == ("too-large", "content/groups/hts.yaml")


def test_a_limit_of_the_settings_holds(make_project: MakeProject) -> None:
    site = f"{SITE}limits: {{file_bytes: 2000}}\n"
    files: dict[str, str | bytes] = {"content/site.yaml": site, "content/groups/a.yaml": GROUP + "#" * 2000 + "\n"}
    assert only(read(make_project, files)).rule == "too-large"


def test_a_kind_of_the_publication_itself_is_read(make_project: MakeProject) -> None:
    schema = """{"title": "Country", "x-folder": "countries", "type": "object",
        "properties": {"name": {"$ref": "urn:factsheet:common#/$defs/name"}}, "required": ["name"]}"""
    files: dict[str, str | bytes] = {"schemas/country.schema.json": schema, "content/countries/oz.yaml": "name: Oz\n"}
    record = read(make_project, files).records[0]
    assert (record.kind, record.path, record.data) == ("country", "countries/oz", {"name": {"en": "Oz"}})


def test_records_stand_in_the_order_of_their_files(make_project: MakeProject) -> None:
    names = ("content/persons/a.yaml", "content/groups/z.yaml", "content/groups/b.yaml")
    files: dict[str, str | bytes] = dict.fromkeys(names, GROUP)
    files["content/persons/a.yaml"] = "name: A\ncite: press\n"
    assert [record.id for record in read(make_project, files).records] == ["b", "z", "a"]
