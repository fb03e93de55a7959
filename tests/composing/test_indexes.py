from pathlib import Path

from factsheet.composing import (
    compose_changes,
    compose_home,
    compose_index,
    compose_sources,
    compose_timeline,
    compose_view,
)
from factsheet.model import Json, Object
from tests.composing.publications import Publication, read_publication

FILES = {
    "site.yaml": "title: The file\npublisher: Desk\nlicence: CC-BY-4.0\n",
    "sources/press.yaml": "description: Report\npublisher: Paper\nclass: media\npublished: 2020\nurl: unknown\n",
    "groups/zenki.yaml": "name: Zenki\ntype: armed-group\nfounded: 2011\nas_of: 2024-11-29\ncite: press\n",
    "groups/army.yaml": """\
name: army
type: armed-group
names: {name: Old army, from: 2010, until: 2013}
founded: {value: 2012, according_to: zenki}
affiliations: {group: zenki, type: allied-with, from: 2012-05-01, disputed_by: zenki}
as_of: 2026-03-01
changes: {date: 2026-03-01, type: update, text: Alliance added.}
cite: press
""",
    "groups/draft.yaml": "name: Draft\ntype: armed-group\nas_of: 2027-01-01\ndraft: true\ncite: press\n",
    "events/battle.yaml": "name: Battle\ntype: clash\nwhen: 2012-06\nas_of: 2024\ncite: press\n",
    "claims/one.yaml": "about: battle\nclaimant: zenki\nsaid: 2012-07\nstatement: We won.\ncite: press\n",
    "dossiers/file.yaml": "title: File\nrecords: [battle, army, one]\n",
}


def publish(root: Path) -> Publication:
    return read_publication(root, FILES)


def values(entries: Json, name: str) -> list[Json]:
    assert isinstance(entries, list)
    return [entry.get(name) for entry in entries if isinstance(entry, dict)]


def test_home_has_the_publication_its_kinds_and_what_changed(tmp_path: Path) -> None:
    publication = publish(tmp_path)
    home = compose_home(publication.corpus, publication.schemas, publication.site)
    assert (home["kind"], home["path"], home["label"]) == ("home", "index", {"en": "The file"})
    assert home["as_of"] == {"edtf": "2026-03-01", "earliest": "2026-03-01", "latest": "2026-03-01"}
    kinds = home["kinds"]
    assert isinstance(kinds, list)
    assert {"kind": "group", "path": "groups/index", "label": {"en": "Groups"}, "count": 2} in kinds
    assert values(home["dossiers"], "ref") == ["file"]
    assert values(home["changes"], "ref") == ["army"]
    records = home["records"]
    assert isinstance(records, dict)
    assert list(records) == ["army"]


def test_an_index_has_a_card_of_each_record_by_label(tmp_path: Path) -> None:
    publication = publish(tmp_path)
    index = compose_index("group", publication.corpus, publication.schemas, publication.site)
    assert (index["kind"], index["of"], index["path"], index["count"]) == ("index", "group", "groups/index", 2)
    cards = index["cards"]
    assert isinstance(cards, list)
    expected: Object = {
        "ref": "zenki",
        "kind": "group",
        "label": {"en": "Zenki"},
        "path": "groups/zenki",
        "type": "armed-group",
        "date": {"edtf": "2011", "earliest": "2011-01-01", "latest": "2011-12-31"},
    }
    assert values(cards, "ref") == ["army", "zenki"]
    assert cards[1] == expected


def test_the_timeline_has_what_is_dated_by_day(tmp_path: Path) -> None:
    publication = publish(tmp_path)
    sheet = compose_timeline(publication.corpus, publication.schemas, publication.site)
    timeline = sheet["timeline"]
    assert values(timeline, "ref") == ["army", "zenki", "army", "army", "battle"]
    assert values(timeline, "field") == ["names", "founded", "founded", "affiliations", "when"]
    assert values(timeline, "stance") == [None, None, "attributed", "disputed", None]
    records = sheet["records"]
    assert isinstance(records, dict)
    assert sorted(records) == ["army", "battle", "zenki"]


def test_an_attributed_moment_names_its_owner_and_the_names_of_the_day(tmp_path: Path) -> None:
    publication = publish(tmp_path)
    timeline = compose_timeline(publication.corpus, publication.schemas, publication.site)["timeline"]
    assert isinstance(timeline, list)
    expected: Object = {
        "date": {"edtf": "2012-05-01", "earliest": "2012-05-01", "latest": "2012-05-01"},
        "ref": "army",
        "name_then": {"en": "Old army"},
        "field": "affiliations",
        "part": "from",
        "word": "allied-with",
        "with": [{"ref": "zenki"}],
        "stance": "disputed",
        "disputed_by": [{"ref": "zenki"}],
    }
    assert timeline[3] == expected


def test_the_register_counts_the_records_that_cite_each_source(tmp_path: Path) -> None:
    publication = publish(tmp_path)
    sheet = compose_sources(publication.corpus, publication.schemas, publication.site)
    assert (sheet["kind"], sheet["path"]) == ("sources", "sources")
    sources = sheet["sources"]
    assert isinstance(sources, list)
    expected: Object = {
        "ref": "press",
        "path": "sources/press",
        "label": {"en": "Report"},
        "publisher": {"en": "Paper"},
        "class": "media",
        "published": {"edtf": "2020", "earliest": "2020-01-01", "latest": "2020-12-31"},
        "url": {"missing": "unknown"},
        "cited": 4,
    }
    assert sources == [expected]


def test_a_dossier_shows_its_records_in_order_and_their_timeline(tmp_path: Path) -> None:
    derived = publish(tmp_path).sheet("file")["derived"]
    assert isinstance(derived, dict)
    contents = derived["contents"]
    assert isinstance(contents, list)
    assert isinstance(contents[0], dict)
    assert values(contents[0]["records"], "ref") == ["battle", "army", "one"]
    assert values(derived["timeline"], "ref") == ["army", "army", "army", "battle", "one"]


def test_a_records_sheet_has_nothing_of_the_whole(tmp_path: Path) -> None:
    sheet = publish(tmp_path).sheet("zenki")
    assert "2026-03-01" not in str({name: sheet[name] for name in ("as_of", "data", "derived", "records")})


def test_an_index_may_be_arranged_in_other_ways(tmp_path: Path) -> None:
    publication = publish(tmp_path)
    groups = compose_index("group", publication.corpus, publication.schemas, publication.site)
    assert (groups["by"], groups["views"]) == ("type", ["type", "letter", "year"])
    view = compose_view(groups, "year")
    assert (view["path"], view["by"], view["cards"]) == ("groups/index/year", "year", groups["cards"])
    dossiers = compose_index("dossier", publication.corpus, publication.schemas, publication.site)
    assert (dossiers["by"], dossiers["views"]) == ("letter", ["letter"])


def test_changes_are_those_of_all_records_the_newest_first(tmp_path: Path) -> None:
    files = {
        **FILES,
        "groups/gone.yaml": "name: Gone\ntype: armed-group\nas_of: 2024\nwithdrawn: It never was.\ncite: press\n"
        "changes:\n  - {date: 2026-04-01, type: retraction, text: Withdrawn., was: A group.}\n",
    }
    publication = read_publication(tmp_path, files)
    sheet = compose_changes(publication.corpus, publication.schemas, publication.site)
    assert (sheet["kind"], sheet["path"], sheet["count"]) == ("changes", "changes", 2)
    assert values(sheet["changes"], "ref") == ["gone", "army"]
    assert values(sheet["changes"], "type") == ["retraction", "update"]
    records = sheet["records"]
    assert isinstance(records, dict)
    assert sorted(records) == ["army", "gone"]
