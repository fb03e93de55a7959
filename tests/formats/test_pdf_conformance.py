import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.formats.pdf_pages import everything, render

VERAPDF = Path(__file__).parents[2] / "tools" / "verapdf.sh"


def test_verapdf_passes_ua1_and_3a_in_english_and_arabic(tmp_path: Path) -> None:
    for language in ("en", "ar"):
        rendered = render(everything(language), language=language)
        assert rendered.complaints == ()
        (tmp_path / f"{language}.pdf").write_bytes(rendered.data)
    done = subprocess.run(
        [VERAPDF, "ua1,3a", "en.pdf", "ar.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout == "PASS ua1 en.pdf\nPASS 3a en.pdf\nPASS ua1 ar.pdf\nPASS 3a ar.pdf\n"


def test_verapdf_fails_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(render("<h1>One</h1><h3>Three</h3>").data)
    done = validate("ua1", "bad.pdf", folder=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("FAIL ua1 bad.pdf\n   7.4.2-1: ")


def test_a_header_cell_heads_its_column_in_a_head_and_else_its_row() -> None:
    head = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    body = '<tbody><tr><th scope="row">r</th><td>c</td></tr></tbody>'
    found = tags(render(f"<h1>T</h1><table>{head}{body}</table>").data)
    assert [tag.scope for tag in found if tag.name == "/TH"] == ["/Column", "/Column", "/Row"]


def test_paragraphs_of_a_list_item_lie_in_its_body() -> None:
    found = tags(render("<h1>T</h1><ul><li><p>a</p><p>b</p></li></ul>").data)
    assert [tag.kids for tag in found if tag.name == "/LI"] == [("/Lbl", "/LBody")]
    assert [tag.kids for tag in found if tag.name == "/LBody"] == [("/P", "/P")]


def test_a_list_of_terms_holds_items_only() -> None:
    groups = "<div><dt>a</dt><dd>b</dd></div> <div><dt>c</dt><dd>d</dd></div>"
    found = tags(render(f'<h1>T</h1><dl class="facts">{groups}</dl>').data)
    assert [tag.kids for tag in found if tag.name == "/L"] == [("/LI", "/LI")]
    assert [tag.kids for tag in found if tag.name == "/LI"] == [("/Lbl", "/LBody")] * 2


@pytest.mark.parametrize("inside", ["<bdi>a</bdi>", "<em>a</em> b", '<span lang="ar" dir="rtl">قناة</span>'])
def test_each_area_of_a_link_belongs_to_the_link(inside: str) -> None:
    found = tags(render(f'<h1>T</h1><p><a href="https://example.org">{inside}</a></p>').data)
    assert {tag.name for tag in found if tag.areas} == {"/Link"}
    assert sum(tag.areas for tag in found) > 1


def test_a_picture_without_words_is_complained_of() -> None:
    picture = '<svg viewBox="0 0 9 9" width="9" height="9" aria-label="x"><path d="M0 0L9 9"/></svg>'
    assert render(f"<h1>T</h1>{picture}").complaints == (
        "Image has no words: an <svg> needs a <title> in it, an <img> an alt",
    )


def test_headings_become_bookmarks() -> None:
    with opened(render("<h1>One</h1><h2>Two</h2>").data) as pdf, pdf.open_outline() as outline:
        assert [(item.title, [child.title for child in item.children]) for item in outline.root] == [("One", ["Two"])]


def test_the_metadata_is_the_page_s() -> None:
    with opened(render("<h1>T</h1>").data) as pdf:
        assert (str(pdf.docinfo.Title), str(pdf.docinfo.Author)) == ("A sheet", "The desk")
        assert str(pdf.docinfo.CreationDate) == "D:20260714090000Z"
        assert str(pdf.Root.Lang) == "en"
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == (
                "1",
                "3",
                "A",
            )


def validate(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [VERAPDF, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )


@dataclass(frozen=True)
class Tag:
    name: str
    kids: tuple[str, ...]
    areas: int
    scope: str


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def tags(data: bytes) -> list[Tag]:
    with opened(data) as pdf:
        return list(walk(pdf.Root.StructTreeRoot.K[0]))


def walk(element: pikepdf.Object) -> Iterator[Tag]:
    kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary)]
    areas = sum(kid.get("/Type") == "/OBJR" for kid in kids)
    scope = str(element.A.get("/Scope", "")) if "/A" in element else ""
    yield Tag(str(element.S), tuple(str(kid.S) for kid in kids if "/S" in kid), areas, scope)
    for kid in kids:
        if "/S" in kid:
            yield from walk(kid)
