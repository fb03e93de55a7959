"""Kinds that a publication brings: all three forms from a schema alone; and clear words for what is wrong in one."""

import json
import re
import shutil
from pathlib import Path

import jsonschema_rs
import pytest

from factsheet.building.checking import check_publication
from factsheet.cli import main
from factsheet.composing import compose_all
from tests.conftest import MakeProject, Run
from tests.publication.built import ROOT, Built
from tests.publication.pages import read_places
from tests.publication.test_leaves import find_lost
from tests.publication.test_links import find_broken

SITE = "title: Boats\npublisher: The Desk\nlanguages: [en, tr]\nrules: {missing-translation: off}\n"
BOAT = {
    "title": "Boat",
    "x-titles": {"tr": "Tekne"},
    "x-plurals": {"tr": "Tekneler"},
    "x-folder": "fleet",
    "x-label": "callsign",
    "type": "object",
    "required": ["callsign"],
    "properties": {
        "callsign": {"$ref": "urn:factsheet:common#/$defs/name", "title": "Call sign"},
        "length": {
            "title": "Length",
            "x-titles": {"tr": "Uzunluk"},
            "type": "number",
            "x-unit": {"en": "m", "tr": "mt"},
        },
        "load": {"type": "number", "x-unit": "%"},
        "afloat": {"title": "Afloat", "type": "boolean"},
        "rig": {
            "title": "Rig",
            "type": "string",
            "enum": ["sloop", "ketch"],
            "x-labels": {"sloop": {"en": "Sloop rig", "tr": "Şalupa"}},
        },
        "home": {
            "$ref": "urn:factsheet:common#/$defs/id",
            "title": "Home port",
            "x-ref": ["place"],
            "x-inverse": "home_of",
        },
        "tender_of": {
            "$ref": "urn:factsheet:common#/$defs/id",
            "title": "Tender of",
            "x-ref": ["boat"],
            "x-inverse": "tenders",
            "x-inverse-title": "Its tenders",
            "x-inverse-titles": {"tr": "Filikaları"},
        },
        "crew": {
            "title": "Crew",
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {"name": {"type": "string"}, "since": {"type": "integer"}},
            },
        },
        "grid": {
            "title": "Soundings",
            "type": "array",
            "items": {"type": "array", "items": {"type": "number"}},
        },
        "remarks": {"title": "Remarks", "type": "array", "items": {"type": "string"}},
        "story": {"title": "Story", "type": "string", "maxLength": 5000},
        "log": {"$ref": "#/$defs/log", "title": "Log"},
    },
    "$defs": {
        "log": {
            "x-main": "all",
            "type": "object",
            "additionalProperties": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/log"}]},
        }
    },
}
CONTENT = {
    "content/site.yaml": SITE,
    "content/places/bay.yaml": "name: {en: Bay, tr: Koy}\ntype: site\n",
    "content/sources/book.yaml": "title: The Book\npublisher: The Harbour\nclass: reference\npublished: 2020\n",
    "content/fleet/ada.yaml": """callsign: {en: Ada, tr: Ada}
cite: book
length: 1234.5
load: 12.5
afloat: true
rig: sloop
home: bay
crew: [{name: Bo, since: 2020}, {name: Cy, since: 2021}]
grid: [[1, 2], [3, 4.5]]
remarks: ["old, but sound", "red"]
story: "First paragraph.\\n\\nSecond paragraph."
log:
  all: In good order.
  GDP (in oars): two
  0-14 knots: {all: calm, at_night: {all: dark, lamp: {all: lit, oil: full}}}
""",
    "content/fleet/dot.yaml": "callsign: {en: Dot, tr: Nokta}\ntender_of: ada\ncite: book\n",
    "schemas/boat.schema.json": json.dumps(BOAT),
}


def build(root: Path) -> Built:
    assert main(["-C", str(root), "build", "--to", "html,json"]) == 0
    checked = check_publication(root)
    sheets = {str(s["id"]): s for s in compose_all(checked.corpus, checked.project.schemas, checked.project.site)}
    return Built(checked.project, sheets, root / "public")


@pytest.fixture
def boats(make_project: MakeProject) -> Path:
    return make_project(CONTENT)


@pytest.fixture(scope="module")
def countries(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("countries") / "publication"
    shutil.copytree(ROOT / "examples" / "countries", root, ignore=shutil.ignore_patterns("public", ".factsheet"))
    return build(root)


def words_at(page: Path, place: str) -> list[str]:
    return [text for text, _ in read_places(page.read_bytes())[place]]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_value_of_the_countries_is_on_its_page(countries: Built, language: str) -> None:
    lost, count = find_lost(countries, language)
    assert not lost, "\n".join(lost[:10])
    assert count > 1000


def test_every_link_of_the_countries_leads_somewhere(countries: Built) -> None:
    broken, count = find_broken(countries.out)
    assert not broken, "\n".join(broken[:10])
    assert count > 300


def test_every_sheet_of_the_countries_passes_its_published_schema(countries: Built) -> None:
    schema = json.loads((countries.out / "schemas/country.schema.json").read_bytes())
    validator = jsonschema_rs.validator_for(schema)
    sheets = [json.loads(path.read_bytes()) for path in (countries.out / "countries").glob("*.json")]
    sheets = [sheet for sheet in sheets if sheet["kind"] == "country"]
    assert len(sheets) == 4
    assert [error.message for sheet in sheets for error in validator.iter_errors(sheet)] == []


def test_a_template_of_the_publication_changes_the_order_and_keeps_the_rest(countries: Built) -> None:
    page = (countries.out / "countries/liechtenstein.html").read_text(encoding="utf-8")
    order = [page.index(f">{title}</h2>") for title in ("Background", "Borders", "Area", "Geography", "Sources")]
    assert order == sorted(order)
    assert "--accent: #14594a" in (countries.out / "assets/own.css").read_text(encoding="utf-8")


def test_a_kind_is_named_and_filed_as_its_schema_says(boats: Path) -> None:
    out = build(boats).out
    page = (out / "fleet/ada.html").read_text(encoding="utf-8")
    turkish = (out / "tr/fleet/ada.html").read_text(encoding="utf-8")
    assert "<b>Boat</b>" in page
    assert '<span data-at="callsign">Ada</span>' in page
    assert '<a href="index.html" aria-current="true">Boats</a>' in page
    assert "<b>Tekne</b>" in turkish
    assert '<a href="index.html" aria-current="true">Tekneler</a>' in turkish
    assert "<h1>Tekneler</h1>" in (out / "tr/fleet/index.html").read_text(encoding="utf-8")


def test_numbers_words_and_truth_read_in_each_language(boats: Path) -> None:
    out = build(boats).out
    english, turkish = out / "fleet/ada.html", out / "tr/fleet/ada.html"
    assert words_at(english, "length") == ["1,234.5 m"]
    assert words_at(turkish, "length") == ["1.234,5 mt"]
    assert words_at(english, "load") == ["12.5%"]
    assert (words_at(english, "afloat"), words_at(turkish, "afloat")) == (["yes"], ["evet"])
    assert (words_at(english, "rig"), words_at(turkish, "rig")) == (["Sloop rig"], ["Şalupa"])


def test_lists_tables_and_deep_objects_are_told_apart(boats: Path) -> None:
    page = (build(boats).out / "fleet/ada.html").read_text(encoding="utf-8")
    assert '<li><span data-at="remarks/0">old, but sound</span></li>' in page
    assert ">Since</th>" in page
    assert '<li><span data-at="grid/0/0">1</span>' in page.partition(">Soundings</h2>")[2]
    assert '<span class="lined" data-at="story">First paragraph.\n\nSecond paragraph.</span>' in page
    assert '<div class="main"><span data-at="log/all">In good order.</span></div>' in page
    assert "<dt>GDP (in oars)</dt>" in page
    assert "<dt>0-14 knots</dt>" in page
    assert "<dt>At night</dt>" in page
    assert "<dt>All</dt>" not in page
    assert "None" not in page
    assert "null" not in page


def test_a_way_back_has_its_own_title_or_reads_as_its_word(boats: Path) -> None:
    out = build(boats).out
    assert ">Home of</h2>" in (out / "places/bay.html").read_text(encoding="utf-8")
    assert ">Its tenders</h2>" in (out / "fleet/ada.html").read_text(encoding="utf-8")
    assert ">Filikaları</h2>" in (out / "tr/fleet/ada.html").read_text(encoding="utf-8")


def test_a_pdf_is_made_of_a_deep_record(boats: Path) -> None:
    assert main(["-C", str(boats), "build", "--to", "pdf", "--jobs", "1"]) == 0
    assert (boats / "public/fleet/ada.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"title": "Boat",', '"title": "Boat"', "not JSON: "),
        ('"type": "boolean"', '"type": "bolean"', 'at /properties/afloat/type: "bolean" is not a value'),
        ('["place"]', '["plaice"]', 'at /properties/home: "x-ref" names the kind "plaice", which has no schema'),
        (
            '"#/$defs/log", "title"',
            '"#/$defs/lug", "title"',
            'at /properties/log: "$ref": "urn:factsheet:boat#/$defs/lug"',
        ),
        ('"x-label": "callsign"', '"x-label": "name"', "at /x-label: name is not one of the properties"),
        (
            '"x-label": "callsign"',
            '"x-lable": "callsign"',
            'at /: "x-lable" means nothing here; did you mean "x-label"?',
        ),
        (
            '"x-folder": "fleet"',
            '"x-folder": "groups"',
            'at /x-folder: "x-folder": "groups" is that of the kind "group"',
        ),
        ('"x-folder": "fleet"', '"x-folder": "../out"', 'at /x-folder: "x-folder" is the name of a folder'),
        ('"x-folder": "fleet"', '"x-folder": "data"', 'at /x-folder: "x-folder": "data" is kept for other things'),
        ('"x-unit": "%"', '"x-unit": 5', 'at /properties/load: "x-unit" is a unit, or one for each language'),
        ('"x-titles": {"tr": "Tekne"}', '"x-titles": "Tekne"', 'at /: "x-titles" is a text for each language'),
        ('"x-inverse": "home_of"', '"x-inverse": "Home of"', 'at /properties/home: "x-inverse" is a word for the way'),
        ('"x-labels": {"sloop": {', '"x-labels": {"sloop": [], "ketch": {', 'at /properties/rig: "x-labels" is'),
    ],
)
def test_a_flaw_of_a_schema_is_one_line_with_its_place(
    make_project: MakeProject, run: Run, old: str, new: str, words: str
) -> None:
    text = json.dumps(BOAT)
    assert text.count(old) == 1
    root = make_project({**CONTENT, "schemas/boat.schema.json": text.replace(old, new)})
    done = run("-C", root, "build", "--to", "html")
    assert done.code == 2
    assert done.err.startswith(f"error: {root}/schemas/boat.schema.json: {words}")
    assert len(done.err.splitlines()) == 1
    assert not (root / "public").exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{% endfor %}", "Encountered unknown tag 'endfor'"),
        ("{{ r.nothing }}", '"Boat" has no property "nothing"'),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ r.tender_of }}", "it prints a value that isn't there: ask for it with {% if %} first"),
        ("{{ r.length|shout }}", "No filter named 'shout'"),
        ("{{ r.crew.x.y }}", "a list has no attribute 'x'"),
        ("{{ 1 // 0 }}", "integer division or modulo by zero"),
        ("{{ r.length|table }}", ""),
        ('{% include "default:nowhere.html" %}', 'there is no template "default:nowhere.html"'),
        ("{{ r.__class__.mro() }}", ""),
    ],
)
def test_a_flaw_of_a_template_is_one_line_with_its_place(
    make_project: MakeProject, run: Run, line: str, words: str
) -> None:
    template = f'{{% extends "default:sheet.html" %}}\n{{% block sections %}}\n{line}\n{{% endblock %}}\n'
    root = make_project({**CONTENT, "templates/boat/sheet.html": template})
    done = run("-C", root, "build", "--to", "html")
    assert done.code == 2, done
    assert done.err.startswith("error: template ")
    assert f"boat/sheet.html, line 3: {words}" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_flaw_of_a_record_of_one_s_own_kind_has_its_place(make_project: MakeProject, run: Run) -> None:
    root = make_project({**CONTENT, "content/fleet/dot.yaml": "callsign: Dot\nlenght: 4\nhome: nowhere\n"})
    done = run("-C", root, "check", "--format", "concise")
    assert done.code == 1
    assert (
        'content/fleet/dot.yaml:2:1: error[unknown-field]: unknown field "lenght"; did you mean "length"?' in done.out
    )


def test_the_smallest_schema_of_the_docs_builds(make_project: MakeProject, run: Run) -> None:
    text = (ROOT / "docs/own-kinds.md").read_text(encoding="utf-8")
    found = {kind: re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)[0] for kind in ("json", "yaml")}
    root = make_project(
        {
            "content/site.yaml": SITE,
            "content/boats/ada.yaml": found["yaml"],
            "content/sources/harbour-register.yaml": CONTENT["content/sources/book.yaml"],
            "schemas/boat.schema.json": found["json"],
        }
    )
    assert run("-C", root, "build", "--to", "html").code == 0
    assert words_at(root / "public/boats/ada.html", "length") == ["12.5 m"]
    assert words_at(root / "public/boats/ada.html", "built/0/value") == ["about 1921"]
