"""Drafts in a build: nowhere without `--drafts`; with it, and marked."""

import json
from pathlib import Path

import pypdfium2
import pytest

from tests.conftest import MakeProject, Run

SITE = "title: {en: The desk file, ar: ملف}\npublisher: The Desk\nlanguages: [en, ar]\nurl: https://desk.example/\n"
SITE += "rules: {missing-translation: off}\n"
FILES = {
    "content/site.yaml": SITE,
    "content/sources/gazette.yaml": (
        "title: Gazette\npublisher: Gazette\nclass: media\npublished: 2024-01-02\nurl: unknown\n"
    ),
    "content/groups/front.yaml": "name: Front\ntype: armed-group\nas_of: 2024-01-02\ncite: gazette\n",
    "content/groups/zebra-cell.yaml": (
        "name: {en: Zebra Cell, ar: ز}\n"
        "summary:\n  en: Zebra men who hold the pass and the road.\n"
        "  ar: جماعة مسلحة تسيطر على معظم محافظة إدلب وجوارها.\n"
        "as_of: 2024\npart_of: front\nfounded: 2019-05\n"
        "changes: [{date: 2024-02-01, type: update, text: Zebra added.}]\ncite: gazette\ndraft: true\n"
    ),
    "content/claims/zebra-claim.yaml": (
        "claimant: zebra-cell\nfigures: {value: 7431, unit: killed}\ncite: gazette\ndraft: true\n"
    ),
    "content/events/zebra-event.yaml": "name: Zebra Raid\ncite: gazette\ndraft: true\n",
    "content/agreements/zebra-pact.yaml": "name: Zebra Pact\nmediators: zebra-cell\ncite: gazette\ndraft: true\n",
}
TRACES = (b"zebra", b"Zebra", b"7431", b"7,431")


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return make_project(FILES)


def files_with_traces(folder: Path) -> set[str]:
    found = set()
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and any(trace in path.read_bytes() + name.encode() for trace in TRACES):
            found.add(name)
    return found


def read_pdf(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_nothing_of_a_draft_is_in_any_file_of_a_build(run: Run, root: Path) -> None:
    result = run("-C", root, "build", "--to", "html,json")
    assert result.code == 0, result.err
    assert len(list((root / "public").rglob("*.html"))) > 6
    assert files_with_traces(root / "public") == set()


def test_with_drafts_each_has_a_page_that_says_so(run: Run, root: Path) -> None:
    result = run("-C", root, "build", "--to", "html,json", "--drafts")
    assert result.code == 0, result.err
    out = root / "public"
    for name in ("groups/zebra-cell", "claims/zebra-claim", "events/zebra-event", "agreements/zebra-pact"):
        assert "Draft, not checked" in (out / f"{name}.html").read_text()
        assert json.loads((out / f"{name}.json").read_bytes())["draft"] is True
    assert "مسودة لم تُراجَع" in (out / "ar/groups/zebra-cell.html").read_text()
    front = (out / "groups/front.html").read_text()
    assert "Zebra Cell" in front
    assert "Draft, not checked" not in front


def test_lists_mark_drafts(run: Run, root: Path) -> None:
    run("-C", root, "build", "--to", "html", "--drafts")
    page = (root / "public/groups/index.html").read_text()
    assert page.count("Draft, not checked") == 1


def test_a_pdf_of_a_draft_says_so(run: Run, root: Path) -> None:
    result = run("-C", root, "build", "--to", "pdf", "--drafts", "--jobs", "1")
    assert result.code == 0, result.err
    assert "Draft, not checked" in read_pdf(root / "public/groups/zebra-cell.pdf")
    assert "Draft, not checked" not in read_pdf(root / "public/groups/front.pdf")


def test_a_build_without_drafts_takes_them_away_again(run: Run, root: Path) -> None:
    run("-C", root, "build", "--to", "html,json", "--drafts")
    assert files_with_traces(root / "public") != set()
    assert run("-C", root, "build", "--to", "html,json").code == 0
    assert files_with_traces(root / "public") == set()
