from datetime import UTC, datetime

import pytest

from factsheet import project, resolution
from factsheet.diagnostics import FactsheetError
from factsheet.model import Corpus, Reference
from factsheet.schemas import find_references
from tests.conftest import MakeProject

SITE = "title: Test\npublisher: Desk\n"
GROUP = "name: Group\ntype: armed-group\nas_of: 2026-03-01\n"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def read(make_project: MakeProject, files: dict[str, str]) -> project.Project:
    texts: dict[str, str | bytes] = {f"content/{path}": text for path, text in {"site.yaml": SITE, **files}.items()}
    found = project.read_project(make_project(texts))
    assert not found.diagnostics
    return found


def resolve(make_project: MakeProject, files: dict[str, str], moment: datetime | None = None) -> Corpus:
    found = read(make_project, files)
    corpus, duplicates = resolution.resolve(found.records, found.schemas, moment=moment)
    assert not duplicates
    return corpus


def test_a_reference_is_known_from_both_ends(make_project: MakeProject) -> None:
    corpus = resolve(make_project, {"groups/hts.yaml": GROUP + "part_of: syria\n", "groups/syria.yaml": GROUP})
    reference = Reference("hts", ("part_of", 0, "group"), "syria", ("group",), "parts")
    assert corpus.references["hts"] == (reference,)
    assert corpus.backlinks == {"syria": (reference,)}


def test_sources_are_referred_to_wherever_they_are_cited(make_project: MakeProject) -> None:
    text = (
        GROUP + "founded: {missing: unknown, cite: [press, {source: wire, at: 3}]}\nbody: So [@desk, 4].\ncite: press\n"
    )
    references = resolve(make_project, {"groups/hts.yaml": text}).references["hts"]
    assert [(each.pointer, each.target, each.inverse) for each in references] == [
        (("founded", 0, "cite", 0, "source"), "press", "cited_by"),
        (("founded", 0, "cite", 1, "source"), "wire", "cited_by"),
        (("body", "en"), "desk", "cited_by"),
        (("cite", 0, "source"), "press", "cited_by"),
    ]


def test_a_link_in_markdown_is_a_reference_without_a_way_back(make_project: MakeProject) -> None:
    corpus = resolve(make_project, {"groups/hts.yaml": GROUP + "body: See [it](syria).\n", "groups/syria.yaml": GROUP})
    assert corpus.references["hts"] == (Reference("hts", ("body", "en"), "syria", ("*",), ""),)
    assert corpus.backlinks == {}


def test_the_schemas_find_the_same_references(make_project: MakeProject) -> None:
    text = """\
names: {name: Old, used_by: [syria, russia], from: 2010, cite: {source: press, quote: Old.}}
part_of: [syria, {group: russia, until: unknown, according_to: syria}]
lineage: {missing: unknown, cite: press}
designations: {authority: russia, listed: 2017, steps: {date: 2016, text: Said., cite: wire}, alias_of: syria}
founded: [2017, {value: 2018, disputed_by: russia}]
see_also: russia
cite: [press, wire]
"""
    found = read(make_project, {"groups/hts.yaml": GROUP + text})
    record = found.records[0]
    ours = resolution.list_references(record, resolution.Shape(found.schemas.kind("group").schema, found.schemas))
    theirs = find_references(record.data, found.schemas.kind("group").schema, found.schemas)
    assert len(ours) == 14
    assert [(each.pointer, each.target, each.kinds, each.inverse) for each in ours] == [tuple(each) for each in theirs]


def test_an_id_used_twice_is_reported_at_its_second_place(make_project: MakeProject) -> None:
    found = read(make_project, {"groups/idlib.yaml": GROUP, "places/all.yaml": "id: idlib\nname: Idlib\ntype: city\n"})
    corpus, duplicates = resolution.resolve(found.records, found.schemas)
    assert corpus.records["idlib"].kind == "group"
    assert len(duplicates) == 1
    problem = duplicates[0]
    assert problem.rule == "duplicate-id"
    assert (problem.at.path, problem.at.line, problem.at.column) == ("content/places/all.yaml", 1, 5)
    assert [each.path for each in problem.related] == ["content/groups/idlib.yaml"]


def test_a_former_id_is_never_used_again(make_project: MakeProject) -> None:
    files = {
        "groups/a.yaml": GROUP + "former_ids: b\n",
        "groups/b.yaml": GROUP,
        "groups/c.yaml": GROUP + "former_ids: [b, d]\n",
    }
    found = read(make_project, files)
    corpus, duplicates = resolution.resolve(found.records, found.schemas)
    assert corpus.former_ids == {"d": "c"}
    assert [(each.at.path, each.at.line) for each in duplicates] == [
        ("content/groups/a.yaml", 4),
        ("content/groups/c.yaml", 4),
    ]


def test_a_draft_is_not_published(make_project: MakeProject) -> None:
    corpus = resolve(make_project, {"groups/a.yaml": GROUP, "groups/b.yaml": GROUP + "draft: true\n"})
    assert {name: record.is_published for name, record in corpus.records.items()} == {"a": True, "b": False}


@pytest.mark.parametrize(
    ("embargo", "moment", "is_published"),
    [
        ("2026-03-01T12:00:00Z", NOON, True),
        ("2026-03-01T12:00:01Z", NOON, False),
        ("2026-03-01T15:00:00+03:00", NOON, True),
        ("2026-03-01T12:00:00-01:00", NOON, False),
        ("2020-01-01T00:00:00Z", None, False),
    ],
)
def test_an_embargo_ends_at_its_moment(
    make_project: MakeProject, embargo: str, moment: datetime | None, *, is_published: bool
) -> None:
    corpus = resolve(make_project, {"groups/a.yaml": f"{GROUP}embargo: {embargo}\n"}, moment)
    assert corpus.records["a"].is_published is is_published


def test_the_moment_is_given_or_the_epoch_or_the_newest_day(make_project: MakeProject) -> None:
    older = GROUP.replace("2026-03-01", "2025")
    records = read(make_project, {"groups/a.yaml": older, "groups/b.yaml": GROUP}).records
    assert resolution.choose_moment(records) == datetime(2026, 3, 1, tzinfo=UTC)
    assert resolution.choose_moment(records, epoch="86400") == datetime(1970, 1, 2, tzinfo=UTC)
    assert resolution.choose_moment(records, "2027-01-01", "86400") == datetime(2027, 1, 1, tzinfo=UTC)
    assert resolution.choose_moment([]) is None


@pytest.mark.parametrize("text", ["tomorrow", "2026-13-01", "2026-03-01T10:00:00", "20260301"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(FactsheetError, match="is no moment"):
        resolution.read_moment(text)


def test_an_epoch_that_is_no_number_is_refused() -> None:
    with pytest.raises(FactsheetError, match="SOURCE_DATE_EPOCH"):
        resolution.choose_moment([], epoch="now")


def test_the_place_of_a_short_form_is_found() -> None:
    typed = resolution.find_typed_pointer({"lineage": {"groups": "a"}, "parties": ["b"]}, ("lineage", 0, "groups", 0))
    assert typed == ("lineage", "groups")
    assert resolution.find_typed_pointer({"parties": ["b"]}, ("parties", 0, "group")) == ("parties", 0)
    assert resolution.find_typed_pointer({"name": "A"}, ("name", "en")) == ("name",)
