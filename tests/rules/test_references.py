from factsheet import project, resolution, rules
from factsheet.diagnostics import Diagnostic
from tests.conftest import MakeProject

SITE = "title: Test\npublisher: Desk\n"
GROUP = "name: Group\ntype: armed-group\nas_of: 2026-03-01\ncite: press\n"
BARE = "name: Group\ntype: armed-group\nas_of: 2026-03-01\n"
TESTED = {
    "dangling-reference", "reference-to-unpublished", "statement-without-source", "unknown-language", "missing-image"
}  # fmt: skip
PRESS = "description: Report\npublisher: Paper\nclass: media\npublished: 2020\nurl: unknown\n"


def check(make_project: MakeProject, files: dict[str, str]) -> list[Diagnostic]:
    texts: dict[str, str | bytes] = {"content/site.yaml": SITE, "content/sources/press.yaml": PRESS}
    texts |= {f"content/{path}": text for path, text in files.items()}
    found = project.read_project(make_project(texts))
    corpus, _ = resolution.resolve(found.records, found.schemas)
    content = rules.Content(corpus, found.schemas, found.site, found.files, found.broken)
    return [each for each in rules.check_content(content) if each.rule in TESTED]


def say(found: list[Diagnostic]) -> list[tuple[str, str, int, int, str]]:
    return [
        (each.rule, each.at.path.removeprefix("content/"), each.at.line, each.at.column, each.hint) for each in found
    ]


def test_content_without_fault_gives_nothing(make_project: MakeProject) -> None:
    assert check(make_project, {"groups/hts.yaml": GROUP + "part_of: syria\n", "groups/syria.yaml": GROUP}) == []


def test_an_unknown_id_is_reported_with_the_nearest(make_project: MakeProject) -> None:
    found = check(make_project, {"groups/hts.yaml": GROUP + "part_of: [syira]\n", "groups/syria.yaml": GROUP})
    assert say(found) == [("dangling-reference", "groups/hts.yaml", 5, 11, 'did you mean "syria"?')]
    assert found[0].message == 'no record has the id "syira"'


def test_a_record_of_another_kind_is_reported(make_project: MakeProject) -> None:
    files = {"groups/hts.yaml": GROUP + "part_of: {group: jabir}\n", "persons/jabir.yaml": "name: Jabir\ncite: press\n"}
    found = check(make_project, files)
    assert [each.message for each in found] == ['"jabir" is a person; a group is wanted here']
    assert (found[0].at.line, found[0].at.column) == (5, 18)


def test_several_kinds_that_are_wanted_are_named(make_project: MakeProject) -> None:
    found = check(make_project, {"groups/hts.yaml": GROUP + "founded: {value: 2017, according_to: press}\n"})
    assert [each.message for each in found] == ['"press" is a source; a group or a person is wanted here']


def test_a_link_in_markdown_that_leads_nowhere_is_reported(make_project: MakeProject) -> None:
    found = check(make_project, {"groups/hts.yaml": GROUP + "body: See [HTS](hst) and [@pres, para 3].\n"})
    assert [(each.message, each.at.line, each.at.column, each.at.end_column) for each in found] == [
        ('no record has the id "hst"', 5, 17, 20),
        ('no record has the id "pres"', 5, 28, 32),
    ]


def test_a_former_id_is_told_the_new_one(make_project: MakeProject) -> None:
    files = {"groups/hts.yaml": GROUP + "part_of: old\n", "groups/new.yaml": GROUP + "former_ids: old\n"}
    assert [each.hint for each in check(make_project, files)] == ['its id is now "new"']


def test_a_record_that_is_there_but_broken_is_not_called_missing(make_project: MakeProject) -> None:
    assert check(make_project, {"groups/hts.yaml": GROUP + "part_of: syria\n", "groups/syria.yaml": "name: [\n"}) == []


def test_a_published_record_must_not_name_a_draft(make_project: MakeProject) -> None:
    files = {"groups/hts.yaml": GROUP + "part_of: syria\n", "groups/syria.yaml": GROUP + "draft: true\n"}
    found = check(make_project, files)
    assert say(found) == [
        (
            "reference-to-unpublished",
            "groups/hts.yaml",
            5,
            10,
            "publish it, hold this record back too, or take the reference out",
        )
    ]
    assert [each.path for each in found[0].related] == ["content/groups/syria.yaml"]


def test_a_draft_may_name_a_draft(make_project: MakeProject) -> None:
    draft = GROUP + "draft: true\n"
    assert check(make_project, {"groups/hts.yaml": draft + "part_of: syria\n", "groups/syria.yaml": draft}) == []


def test_a_record_without_any_source_is_reported_once(make_project: MakeProject) -> None:
    found = check(
        make_project, {"groups/hts.yaml": BARE + "founded: 2017\npart_of: hts-two\n", "groups/hts-two.yaml": GROUP}
    )
    assert [(each.rule, each.at.line, each.severity) for each in found] == [("statement-without-source", 1, "error")]


def test_each_statement_without_source_is_reported_where_others_have_one(make_project: MakeProject) -> None:
    text = BARE + "founded: {value: 2017, cite: press}\ndissolved: [2020, {value: 2021, cite: press}]\n"
    found = check(make_project, {"groups/hts.yaml": text})
    assert [(each.rule, each.at.line, each.at.column) for each in found] == [("statement-without-source", 5, 13)]


def test_names_and_places_need_no_source(make_project: MakeProject) -> None:
    text = BARE + "names: Old name\nfounded: {value: 2017, cite: press}\n"
    assert check(make_project, {"groups/hts.yaml": text, "places/x.yaml": "name: X\ntype: city\n"}) == []


def test_a_missing_source_is_a_warning_in_a_draft(make_project: MakeProject) -> None:
    found = check(make_project, {"groups/hts.yaml": BARE + "draft: true\n"})
    assert [(each.rule, each.severity) for each in found] == [("statement-without-source", "warning")]


def test_the_code_of_a_country_is_no_language(make_project: MakeProject) -> None:
    text = GROUP.replace("name: Group", "name: {en: Group, ua: Група}")
    found = check(make_project, {"groups/hts.yaml": text})
    assert say(found) == [("unknown-language", "groups/hts.yaml", 1, 19, 'did you mean "uk"?')]


def test_a_language_has_its_shortest_code(make_project: MakeProject) -> None:
    text = GROUP.replace("name: Group", "name: {en: Group, ara-Latn: jamaa, ckb: X, zh-Hans: Y}")
    found = check(make_project, {"groups/hts.yaml": text})
    assert say(found) == [("unknown-language", "groups/hts.yaml", 1, 19, 'did you mean "ar-Latn"?')]


def test_a_picture_that_is_not_there_is_reported_with_the_nearest(make_project: MakeProject) -> None:
    files = {"groups/hts.yaml": GROUP + "body: '![Map](images/mpa.png)'\n", "images/map.png": "x"}
    found = check(make_project, files)
    assert say(found) == [("missing-image", "groups/hts.yaml", 5, 15, 'did you mean "images/map.png"?')]


def test_a_picture_on_the_network_is_refused(make_project: MakeProject) -> None:
    found = check(make_project, {"groups/hts.yaml": GROUP + "body: '![Map](https://example.org/map.png)'\n"})
    assert [each.message for each in found] == ['the picture "https://example.org/map.png" lies on the network']


def test_a_picture_that_is_there_is_fine(make_project: MakeProject) -> None:
    files = {"groups/hts.yaml": GROUP + "body: '![Map](images/map.png)'\n", "images/map.png": "x"}
    assert check(make_project, files) == []


def test_a_link_in_a_text_of_several_lines_is_placed_at_the_text(make_project: MakeProject) -> None:
    found = check(make_project, {"groups/hts.yaml": GROUP + "body: |\n  First line.\n\n  See [HTS](hst).\n"})
    assert [(each.rule, each.at.line) for each in found] == [("dangling-reference", 5)]
