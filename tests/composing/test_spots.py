"""Where an event, an agreement or a group is: derived from the places that it names."""

from pathlib import Path

from factsheet.model import Json, Object
from tests.composing.publications import read_publication

PLACES = """\
id: aleppo
name: Aleppo
type: city
countries: SY
latitude: 36.198
longitude: 37.164
precision: settlement
cite: press
---
{id: base, name: Base, type: base, within: aleppo, cite: press}
---
{id: hidden, name: Hidden, type: city, countries: IQ, latitude: 33.3, longitude: 44.4, draft: true, cite: press}
---
{id: kilis, name: Kilis, type: city, countries: TR, latitude: 36.7, longitude: 37.1, cite: press}
---
id: astana
name: Astana
names: [{name: Nur-Sultan, from: 2019-03-23, until: 2022-09-17}]
type: city
countries: KZ
latitude: 51.17
longitude: 71.43
cite: press
"""
SOURCE = "{id: press, description: Report, publisher: Paper, class: media, published: unknown, url: unknown}\n"
STATE = "{id: syria, name: Syria, type: state, countries: SY, as_of: 2026-03-01, cite: press}\n"
ALEPPO: Object = {"ref": "aleppo", "longitude": 37.164, "latitude": 36.198, "precision": "settlement"}
KILIS: Object = {"ref": "kilis", "longitude": 37.1, "latitude": 36.7}


def derived_of(root: Path, path: str, text: str) -> Object:
    """Return the derived values of the record `x` in a publication with some places."""
    files = {"places/all.yaml": PLACES, "sources/press.yaml": SOURCE, "groups/syria.yaml": STATE, path: text}
    derived = read_publication(root, files).sheet("x")["derived"]
    assert isinstance(derived, dict)
    return derived


def event(root: Path, places: str) -> Object:
    text = f"name: Event\ntype: clash\nwhen: 2020-02-01\nas_of: 2026-03-01\ncite: press\nplaces: {places}\n"
    return derived_of(root, "events/x.yaml", text)


def group(root: Path, more: str) -> Json:
    text = f"name: Group\ntype: armed-group\nas_of: 2026-03-01\ncite: press\n{more}\n"
    return derived_of(root, "groups/x.yaml", text).get("where")


def test_an_event_is_in_the_countries_of_its_places_and_at_their_points(tmp_path: Path) -> None:
    derived = event(tmp_path, "[aleppo, kilis, {place: aleppo, precision: district}]")
    assert derived["where"] == {"countries": ["SY", "TR"], "spots": [ALEPPO, KILIS]}
    assert derived["states"] == {"SY": {"ref": "syria"}}


def test_a_place_without_a_point_has_the_country_it_lies_in_alone(tmp_path: Path) -> None:
    assert event(tmp_path, "base")["where"] == {"countries": ["SY"], "unlocated": [{"ref": "base"}]}


def test_an_event_without_known_places_is_nowhere(tmp_path: Path) -> None:
    assert "where" not in event(tmp_path, "unknown")


def test_a_place_that_is_rejected_disputed_or_not_published_is_not_shown(tmp_path: Path) -> None:
    places = "[{place: aleppo, rejected: Wrong.}, {place: kilis, disputed_by: syria}, hidden]"
    assert "where" not in event(tmp_path, places)


def test_an_agreement_is_where_it_was_signed_under_the_name_of_that_day(tmp_path: Path) -> None:
    text = (
        "name: Text\ntype: protocol\nsigned: 2020-03-05\nparties: none\nplace: astana\nas_of: 2026-03-01\ncite: press\n"
    )
    where = derived_of(tmp_path, "agreements/x.yaml", text)["where"]
    spot: Object = {"ref": "astana", "name_then": {"en": "Nur-Sultan"}, "longitude": 71.43, "latitude": 51.17}
    assert where == {"countries": ["KZ"], "spots": [spot]}


def test_a_group_is_in_its_own_countries_and_where_it_is_present(tmp_path: Path) -> None:
    where = group(tmp_path, "countries: IQ\nareas: [{place: aleppo, type: controls, from: 2024-11}]")
    assert where == {"countries": ["IQ", "SY"], "spots": [ALEPPO]}


def test_a_group_is_not_where_it_was_or_says_it_ought_to_be(tmp_path: Path) -> None:
    areas = "[{place: aleppo, until: 2020}, {place: aleppo, until: unknown}, {place: kilis, type: claims}]"
    assert group(tmp_path, f"areas: {areas}") is None
    assert group(tmp_path, "areas: {place: aleppo, until: none}") == {"countries": ["SY"], "spots": [ALEPPO]}


def test_a_group_without_areas_has_no_more_than_its_own_countries(tmp_path: Path) -> None:
    assert group(tmp_path, "countries: IQ") is None
