import os
import subprocess
import sys
from datetime import timedelta, timezone
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from factsheet.defaults import TEMPLATES
from factsheet.diagnostics import RenderingError
from factsheet.formats.pdf import RenderedPdf, render_pdf
from tests.formats.pdf_pages import MOMENT, SHEET, STYLE, everything, page, render

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738"
    "550000000049454e44ae426082"
)
IN_ANOTHER_PROCESS = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.formats.pdf_pages import everything, render
render("<h1>Another</h1>")  # what came before must not matter
sys.stdout.buffer.write(render(everything(sys.argv[2]), language=sys.argv[2]).data)
"""


def render_with(body: str, *, assets: dict[str, bytes] | None = None, fonts: tuple[Path, ...] = ()) -> RenderedPdf:
    return render_pdf(
        page(f"<h1>T</h1>{body}"),
        stylesheets=(STYLE,),
        sheet_json=SHEET,
        name="hts.json",
        moment=MOMENT,
        assets=assets,
        fonts=fonts,
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_two_processes_write_the_same_bytes(language: str) -> None:
    here = render(everything(language), language=language).data
    for seed, zone in (("0", "Asia/Tokyo"), ("77", "America/St_Johns")):
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", IN_ANOTHER_PROCESS, str(Path(__file__).parents[2]), language],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            check=True,
        )
        assert done.stdout == here
        assert done.stderr == b""


def test_the_sheet_is_attached_once_with_the_given_moment() -> None:
    with pikepdf.open(BytesIO(render("<h1>T</h1>").data)) as pdf:
        assert list(pdf.attachments) == ["hts.json"]
        assert pdf.attachments["hts.json"].get_file().read_bytes() == SHEET
        assert str(pdf.attachments["hts.json"].obj.EF.F.Params.ModDate) == "D:20260715090000Z"
        assert [str(file.AFRelationship) for file in pdf.Root.AF] == ["/Data"]


def test_a_moment_of_another_zone_is_the_same_moment() -> None:
    moment = MOMENT.astimezone(timezone(timedelta(hours=3)))
    rendered = render_pdf(page("<h1>T</h1>"), stylesheets=(STYLE,), sheet_json=SHEET, name="hts.json", moment=moment)
    assert rendered.data == render("<h1>T</h1>").data


def test_an_asset_of_the_sheet_is_drawn() -> None:
    data = render_with('<img src="assets/a%20b.png" alt="A dot">', assets={"assets/a b.png": PNG}).data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [image.Width for image in pdf.pages[0].resources.XObject.values()] == [1]


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://127.0.0.1:9/x.png", "../a.png", "assets/../../a.png", "data:image/png;base64,AA=="],
)
@pytest.mark.parametrize(
    "body",
    [
        '<img src="{}" alt="x">',
        '<link rel="attachment" href="{}">',
        '<link rel="stylesheet" href="{}">',
        '<p><a rel="attachment" href="{}">x</a></p>',
        '<style>@import url("{}");</style>',
        '<style>@font-face {{ font-family: x; src: url("{}") }} p {{ font-family: x }}</style><p>x</p>',
    ],
)
def test_anything_but_an_asset_is_refused(body: str, url: str) -> None:
    with pytest.raises(RenderingError, match="which is not among its own assets"):
        render_with(body.format(url), assets={"a.png": PNG})


def test_a_style_sheet_can_ask_for_nothing() -> None:
    with pytest.raises(RenderingError, match="'file:///etc/passwd'"):
        render("<h1>T</h1>", style='@import url("file:///etc/passwd");')


def test_a_picture_within_an_svg_is_not_read() -> None:
    inner = '<image href="file:///etc/passwd" width="9" height="9"/>'
    rendered = render_with(f'<svg viewBox="0 0 9 9" width="9" height="9"><title>x</title>{inner}</svg>')
    assert rendered.complaints == ("Failed to render SVG image factsheet:",)


def test_complaints_of_style_and_page_come_back_each_time_and_once() -> None:
    style = "p { colour: red }"
    body = '<h1>T</h1><p>a <a href="#b">x</a> <a href="#b">x</a></p>'
    first, second = render(body, style=style), render(body, style=style)
    assert first.complaints == second.complaints
    assert first.complaints == (
        "Ignored `colour: red ` at 1:5, unknown property.",
        "No anchor #b for internal URI reference",
    )


def test_a_character_without_a_glyph_is_complained_of() -> None:
    assert render("<h1>T</h1><p>中</p>").complaints == (
        '.notdef glyph rendered for Unicode string unsupported by fonts: "中" (U+4E2D)',
    )


def test_only_our_fonts_are_used_and_each_is_embedded() -> None:
    data = render(everything("en") + '<p style="font-family: Arial, serif">x</p><pre>x</pre>').data
    assert font_names(data) == {
        "Factsheet-Display-Semi-Bold",
        "Factsheet-Naskh",
        "Factsheet-Sans",
        "Factsheet-Sans-Semi-Bold",
        "Factsheet-Serif",
        "Factsheet-Serif-Italic",
        "Factsheet-Serif-Semi-Bold",
    }


def test_a_publication_s_own_font_is_used(tmp_path: Path) -> None:
    with TTFont(TEMPLATES / "fonts" / "FactsheetSans-Regular.ttf") as font:
        for number, name in ((1, "Other"), (4, "Other"), (6, "Other")):
            font["name"].setName(name, number, 3, 1, 0x409)
        font.save(tmp_path / "other & [more].ttf")
        font["name"].setName("Unasked", 1, 3, 1, 0x409)
        font.save(tmp_path / "unasked.ttf")
    fonts = (tmp_path / "other & [more].ttf",)
    data = render_with('<p style="font-family: Other">x</p><p style="font-family: Unasked">x</p>', fonts=fonts).data
    assert "Other" in font_names(data)
    assert "Unasked" not in font_names(data)


def font_names(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = [font for page in pdf.pages for font in page.resources.Font.values()]
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)
        return {str(font.BaseFont).partition("+")[2] for font in fonts}
