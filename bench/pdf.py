"""A PDF of two pages beside Chromium's, of the same HTML for paper, in one run: CPU time, as ratios.

    python bench/pdf.py [--rounds 15]

Ours: one warm process, from the sheet to the finished file: both profiles, tagged, the sheet attached. Chromium's: its
own way from `Page.navigate` to a tagged `Page.printToPDF`, warm too, all its processes counted. Chromium's file is
neither archival nor has it an attachment. Exits 1 where a bar is missed.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

import pypdfium2

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from factsheet.building.assembling import list_pages, make_context  # noqa: E402
from factsheet.building.checking import check_publication  # noqa: E402
from factsheet.building.planning import Page  # noqa: E402
from factsheet.formats import paper  # noqa: E402
from factsheet.formats.context import Context  # noqa: E402
from factsheet.formats.pdf import RenderedPdf  # noqa: E402
from tests.browser.chromium import Tab, start_chromium  # noqa: E402

BARS = {"en": 300.0, "ar": 350.0}
RATIO = 1.5
TICKS = os.sysconf("SC_CLK_TCK")
PAGES = 2
SHEETS = 4


def print_in_chromium(tab: Tab, address: str) -> None:
    """Open an address and make a tagged PDF of it."""
    tab.open(address)
    tab.ask("Page.printToPDF", generateTaggedPDF=True, preferCSSPageSize=True, printBackground=True)


def read_chromium_seconds(profile: Path) -> float:
    """Return the CPU seconds of all processes of the browser with this profile, those that have ended too."""
    parents, spent, root = {}, {}, 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        number = int(folder.name)
        parents[number] = int(fields[1])
        spent[number] = sum(map(int, fields[11:15]))  # its own, and those of children that were waited for
        if f"--user-data-dir={profile}".encode() in command and b"--type=" not in command:
            root = number
    return sum(ticks for number, ticks in spent.items() if _is_below(number, root, parents)) / TICKS


def _is_below(number: int, root: int, parents: dict[int, int]) -> bool:
    while number and number != root:
        number = parents.get(number, 0)
    return number == root


def catch_html(page: Page, language: str, context: Context) -> str:
    """Return the HTML that our printer is given, with its style sheets in it and its fonts where they lie."""
    caught: list[str] = []

    def keep(html: str, *, stylesheets: tuple[str, ...], **_: object) -> RenderedPdf:
        fonts = (REPOSITORY / "templates/styles/fonts.css").read_text()
        fonts = fonts.replace("fonts/", f"{(REPOSITORY / 'templates/fonts/web').as_uri()}/")
        caught.append(html.replace("</head>", f"<style>{fonts}{''.join(stylesheets)}</style></head>"))
        return RenderedPdf(b"", ())

    with patch.object(paper, "render_pdf", keep):
        paper.render_paper(page.sheet, language, context)
    return caught[0]


def find_sheets(pages: list[Page], language: str, context: Context) -> list[Page]:
    """Return sheets that take two pages, each of another kind, as long as there are such."""
    found: dict[str, Page] = {}
    for page in pages:
        kind = str(page.sheet["kind"])
        if page.record and language in page.languages and kind not in found:
            with pypdfium2.PdfDocument(paper.render_paper(page.sheet, language, context)) as document:
                if len(document) == PAGES:
                    found[kind] = page
        if len(found) == SHEETS:
            break
    return list(found.values())


def measure_ours(pages: list[Page], language: str, context: Context, rounds: int) -> float:
    """Return the median CPU milliseconds a PDF."""
    spent = []
    for _ in range(rounds):
        for page in pages:
            begun = time.process_time()
            paper.render_paper(page.sheet, language, context)
            spent.append(time.process_time() - begun)
    return statistics.median(spent) * 1000


def measure_chromium(addresses: list[str], rounds: int, scratch: Path) -> float:
    """Return the mean CPU milliseconds a PDF: the kernel counts processes by the hundredth of a second."""
    profile = scratch / "profile"
    with start_chromium(profile) as browser:
        tab = browser.open_tab()
        for address in addresses:
            print_in_chromium(tab, address)
            assert tab.run("[...document.fonts].some(each => each.status == 'loaded')"), "it has not found our fonts"
        begun = read_chromium_seconds(profile)
        for _ in range(rounds):
            for address in addresses:
                print_in_chromium(tab, address)
        return (read_chromium_seconds(profile) - begun) * 1000 / (rounds * len(addresses))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    checked = check_publication(REPOSITORY)
    context = make_context(checked, ["html", "json", "pdf"])
    pages = list(list_pages(checked, ["html", "json", "pdf"]))
    is_missed = False
    for language, bar in BARS.items():
        sheets = find_sheets(pages, language, context)
        with tempfile.TemporaryDirectory() as name:
            files = [Path(name) / f"{number}.html" for number in range(len(sheets))]
            for file, page in zip(files, sheets, strict=True):
                file.write_text(catch_html(page, language, context), encoding="utf-8")
            ours = measure_ours(sheets, language, context, rounds)
            theirs = measure_chromium([file.as_uri() for file in files], rounds, Path(name))
        is_missed |= ours > bar or ours > RATIO * theirs
        names = ", ".join(page.path for page in sheets)
        print(f"{language}: {ours:.0f} ms (bar {bar:.0f})")
        print(f"    Chromium {theirs:.0f} ms, ratio {ours / theirs:.2f} (bar {RATIO})")
        print(f"    {names}; load {os.getloadavg()[0]:.1f}")
    sys.exit(is_missed)


if __name__ == "__main__":
    main()
