"""Every value of every record is on its page, in text that a reader sees, inside the element of its own place."""

import shutil
from pathlib import Path

import pytest

from factsheet.building.checking import check_publication
from factsheet.cli import main
from factsheet.composing import compose_all
from tests.publication.built import Built
from tests.publication.leaves import list_citations, list_leaves
from tests.publication.pages import fold, read_places


def find_lost(built: Built, language: str) -> tuple[list[str], int]:
    """Return what the pages in a language lack, and how many values were looked for."""
    lost, count = [], 0
    default = built.project.languages[0]
    for record in built.project.records:
        sheet = built.sheets.get(record.id)
        page = built.out / ("" if language == default else language) / f"{record.path}.html"
        if sheet is None or not page.is_file():
            continue
        places = read_places(page.read_bytes())
        kind = built.project.schemas.kind(record.kind)
        for expected in list_leaves(record.data, sheet, kind, built.project.schemas, language):
            count += 1
            shown = places.get(expected.at, [])
            words = fold(expected.words)
            if not any(words in text for text, _ in shown):
                lost.append(f"{record.id}/{expected.at}: {words!r} in {shown}")
            elif expected.raw and not any(expected.raw == raw or fold(expected.raw) in text for text, raw in shown):
                lost.append(f"{record.id}/{expected.at}: raw {expected.raw!r} in {shown}")
    return lost, count


@pytest.mark.parametrize(("language", "least"), [("en", 3000), ("ar", 500), ("ru", 500), ("tr", 500)])
def test_every_value_is_on_its_page(built: Built, language: str, least: int) -> None:
    lost, count = find_lost(built, language)
    assert not lost, "\n".join(lost[:20])
    assert count > least


def test_every_citation_is_an_endnote(built: Built) -> None:
    count = 0
    for record in built.project.records:
        sheet = built.sheets.get(record.id)
        if sheet is None or "withdrawn" in record.data:
            continue
        text = fold(
            " ".join(
                t for each in read_places((built.out / f"{record.path}.html").read_bytes()).values() for t, _ in each
            )
        )
        citations = sheet["citations"]
        assert isinstance(citations, list)
        cited = {(c["source"], str(c.get("at", ""))) for c in citations if isinstance(c, dict)}
        for citation in list_citations(record.data):
            source = citation["source"]
            assert isinstance(source, dict)
            assert (source["ref"], str(citation.get("at", ""))) in cited
            for name in ("at", "quote"):
                assert str(citation.get(name, "")) in text, f"{record.id}: {citation}"
            count += 1
    assert count > 300


def test_a_value_taken_out_of_a_template_is_missed(tmp_path: Path, built: Built) -> None:
    """The test above can fail: a template that forgets one property, and the net under it, loses that property."""
    shutil.copytree(built.project.root / "content", tmp_path / "content")
    templates = Path(__file__).resolve().parents[2] / "templates"
    group = (templates / "group" / "sheet.html").read_text(encoding="utf-8")
    own = tmp_path / "templates" / "group"
    own.mkdir(parents=True)
    assert "{{ line.removed }}" in group
    own.joinpath("sheet.html").write_text(
        group.replace("{{ line.removed }}", "") + "{% block rest %}{% endblock %}", encoding="utf-8"
    )
    assert main(["-C", str(tmp_path), "build", "--to", "html"]) == 0
    checked = check_publication(tmp_path)
    sheets = {str(s["id"]): s for s in compose_all(checked.corpus, checked.project.schemas, checked.project.site)}
    lost, _ = find_lost(Built(checked.project, sheets, tmp_path / "public"), "en")
    assert "hts/designations/0/removed" in {each.partition(":")[0] for each in lost}


def test_an_assessment_is_printed_once_with_its_reasons(built: Built) -> None:
    page = (built.out / "claims/sohr-aleppo-complete.html").read_text(encoding="utf-8")
    article = page.partition("<article")[2].partition("</article>")[0]
    assert article.count("Assessment") == 1
    assert article.count('data-at="assessment/note"') == 1
