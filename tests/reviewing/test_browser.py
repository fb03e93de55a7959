"""Drafts in the browser: what the server shows, which forms it hears, and what it never writes."""

import http.client
import re
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest

from factsheet.encoding import digest_bytes
from factsheet.preview import Board, Reviews, open_server
from tests.conftest import MakeProject
from tests.reviewing.samples import DRAFT, FILES, TEXT, WARNED

PAGE = "/-/review/daily.yaml"
SITE = "title: {en: The desk file, ar: ملف}\npublisher: The Desk\nlanguages: [en, ar]\n"
SITE += "rules: {missing-translation: off}\n"
Answer = tuple[int, str, Mapping[str, str]]


class Browser:
    """A browser at one address, which sends what browsers send unless it is told otherwise."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.token = ""

    def get(self, path: str = PAGE, **headers: str) -> Answer:
        return self._ask("GET", path, "", headers)

    def post(
        self,
        path: str | None = None,
        more: Mapping[str, str] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        **fields: str | list[str],
    ) -> Answer:
        if not self.token:
            found = re.search(r'name="token" value="([^"]+)"', self.get()[1])
            assert found
            self.token = found[1]
        form = urlencode({"token": self.token, **fields, **(more or {})}, doseq=True)
        sent = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path or PAGE, form, {**sent, **(headers or {})})

    def _ask(self, method: str, path: str, body: str, headers: Mapping[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body or None, {name: each for name, each in headers.items() if each})
        answer = connection.getresponse()
        found = (answer.status, answer.read().decode(), dict(answer.getheaders()))
        connection.close()
        return found


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    files = {
        **FILES,
        "content/site.yaml": SITE,
        "drafts/daily.yaml": DRAFT,
        "drafts/note.txt": "secret",
        "x.yaml": "a: 1",
    }
    return make_project(files)


@pytest.fixture
def browser(root: Path) -> Iterator[Browser]:
    reviews = Reviews(root, by="Desk", today=lambda: "2024-05-08")
    server = open_server(root / "out", Board(), 0, reviews)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield Browser(server.server_port)
    server.shutdown()
    server.server_close()


def listing(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_drafts_are_listed(browser: Browser) -> None:
    status, page, _ = browser.get("/-/review/")
    assert status == 200
    assert '<a href="/-/review/daily.yaml?lang=en">daily.yaml</a>' in page
    assert "note" not in page


def test_an_item_stands_beside_the_article_with_its_evidence_marked(browser: Browser) -> None:
    _, page, headers = browser.get(f"{PAGE}?item=claim-1")
    assert '<mark id="here">Omar Said</mark>, said <mark>at least 30</mark> <mark>soldiers</mark>' in page
    assert "mixed-script: Omar Said: for this test" in page
    assert 'item=person-1#here" tabindex="-1">leader</a>' in page
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert "<script" not in page


def test_warnings_that_belong_to_no_item_are_shown_with_the_article(browser: Browser, root: Path) -> None:
    assert "Warnings" not in browser.get()[1]
    (root / "drafts/daily.yaml").write_text(WARNED)
    page = browser.get(f"{PAGE}?item=claim-1")[1]
    article = page[page.index('class="paper"') : page.index('class="side"')]
    assert "<summary>Warnings about the draft: 2</summary>" in article
    assert "model-quote: the widows: not found in the text (answer /3/slots/claimant)" in article
    assert "hidden-mark: a mark between two sentences" in article
    assert "for this test" not in article


def test_records_accepted_as_drafts_are_published_by_a_button(browser: Browser, root: Path) -> None:
    assert 'value="release"' not in browser.get()[1]
    browser.post(item="claim-1", action="accept")
    claim = root / "content/claims/omar-said-30-soldiers.yaml"
    assert "draft: true" in claim.read_text()
    page = browser.get()[1]
    assert "Records accepted as drafts: 1" in page
    browser.post(action="release")
    page = browser.get()[1]
    assert "<b>Still a draft:</b> <bdi>omar-said-30-soldiers</bdi>" in page
    claim.write_text(claim.read_text().replace("covers:", "said: 2024-05-07\ncovers:"))
    status, _, headers = browser.post(f"{PAGE}?lang=ar", action="release")
    assert (status, headers["Location"]) == (303, "/-/review/daily.yaml?lang=ar#here")
    assert "draft: true" not in claim.read_text()
    page = browser.get()[1]
    assert "<b>Published:</b> <bdi>omar-said-30-soldiers</bdi>" in page
    assert 'value="release"' not in page
    browser.post(action="undo")
    assert "draft: true" in claim.read_text()


def test_what_a_claim_may_be_about_is_offered_from_draft_and_publication(browser: Browser, root: Path) -> None:
    draft = DRAFT.replace("missing: [said]", "missing: [said, about]").replace("      about: [attack-2024-05-06]\n", "")
    draft = draft.replace("      - {at: /about, rule: same-article}\n", "")
    draft = draft.replace("    id: attack-2024-05-06\n", "    id: attack-2024-05-06\n    candidates: [marra-raid]\n")
    (root / "drafts/daily.yaml").write_text(draft)
    page = browser.get(f"{PAGE}?item=claim-1")[1]
    offered = page[page.index('<datalist id="ids-about">') :]
    assert re.findall(r'<option value="([^"]+)">', offered[: offered.index("</datalist>")]) == [
        "attack-2024-05-06", "marra-raid", "red-hill-brigade", "old-guard", "omar-said", "marra",
    ]  # fmt: skip


def test_every_control_has_a_name_and_works_without_a_mouse(browser: Browser) -> None:
    page = browser.get(f"{PAGE}?item=claim-1")[1]
    labelled = set(re.findall(r'<label for="([^"]+)"', page))
    named = re.findall(r'<(?:input|select|textarea) id="([^"]+)"', page)
    assert set(named) == labelled
    assert len(named) > 3
    assert "onclick" not in page
    article = page[page.index('class="paper"') : page.index('class="side"')]
    assert article.count("<a ") == article.count('tabindex="-1"') > 3
    assert 'aria-current="true"' in page


def test_in_arabic_it_reads_from_right_to_left(browser: Browser) -> None:
    page = browser.get(f"{PAGE}?item=claim-1&lang=ar")[1]
    assert '<html lang="ar" dir="rtl">' in page
    assert ">قبول</button>" in page
    assert ">Accept<" not in page


def test_accepting_writes_records_and_leads_to_the_next_item(browser: Browser, root: Path) -> None:
    status, _, headers = browser.post(None, {"set-said": "2024-05-07"}, item="claim-1", action="accept")
    assert (status, headers["Location"]) == (303, "/-/review/daily.yaml#here")
    text = (root / "content/claims/omar-said-30-soldiers.yaml").read_text()
    assert "said: 2024-05-07\n" in text
    assert "reviewed: {date: 2024-05-08, by: Desk}\n" in text
    page = browser.get()[1]
    assert "Record made:" in page
    assert "Left to review: 0" in page
    assert "Nothing is left to review." in page
    assert "Record made:" not in browser.get()[1]


def test_after_a_decision_comes_the_next_item_not_the_first_that_was_left(browser: Browser) -> None:
    _, _, headers = browser.post(f"{PAGE}?lang=ar", item="place-1", action="reject", reason="")
    assert headers["Location"] == "/-/review/daily.yaml?item=event-1&lang=ar#here"


def test_a_decision_can_be_taken_back(browser: Browser, root: Path) -> None:
    before = listing(root)
    browser.post(item="claim-1", action="accept")
    assert listing(root) != before
    browser.post(action="undo")
    assert listing(root) == before


def test_what_was_edited_elsewhere_is_not_taken_back(browser: Browser, root: Path) -> None:
    browser.post(item="place-1", action="accept")
    (root / "content/places/marra.yaml").write_text("name: Marra\ntype: city\n")
    browser.post(action="undo")
    assert (root / "content/places/marra.yaml").read_text() == "name: Marra\ntype: city\n"


def test_an_item_is_edited_and_rejected(browser: Browser, root: Path) -> None:
    browser.post(item="place-1", action="edit", text="id: marra-town\r\nname: Marra\r\ntype: city\r\n")
    assert "id: marra-town" in (root / "drafts/daily.yaml").read_text()
    assert "places: [marra-town]" in (root / "drafts/daily.yaml").read_text()
    browser.post(item="place-1", action="reject", reason="A valley")
    assert "A valley" in (root / "drafts/daily-2024-05-07.review.json").read_text()
    assert not (root / "content/places").exists()


def test_an_edit_that_cannot_be_read_is_told_and_changes_nothing(browser: Browser, root: Path) -> None:
    before = listing(root)
    browser.post(item="place-1", action="edit", text="id: ../../x\nname: [")
    assert 'role="alert"' in browser.get()[1]
    assert listing(root) == before


def test_a_merge_is_chosen_field_by_field(browser: Browser, root: Path) -> None:
    (root / "content/groups").mkdir()
    (root / "content/groups/hill.yaml").write_text("name: Hill\ntype: coalition\nas_of: 2024-01-01\ncite: gazette\n")
    page = browser.get(f"{PAGE}?item=group-1&into=hill")[1]
    assert '<input type="checkbox" name="field" value="founded" checked>' in page
    assert '<code dir="auto">type: split, groups: old-guard</code>' in page
    assert 'value="name" checked> Also called <span' in page
    browser.post(item="group-1", action="merge", into="hill", field=["short"])
    text = (root / "content/groups/hill.yaml").read_text()
    assert text == "name: Hill\nshort: RHB\ntype: coalition\nas_of: 2024-01-01\ncite: gazette\n"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Host": "evil.example"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "multipart/form-data; boundary=x"},
    ],
)
def test_a_form_from_elsewhere_is_not_heard(browser: Browser, root: Path, headers: dict[str, str]) -> None:
    before = listing(root)
    assert browser.post(item="place-1", action="accept", headers=headers)[0] == 403
    assert listing(root) == before


def test_a_form_without_the_token_of_this_run_is_not_heard(browser: Browser, root: Path) -> None:
    before = listing(root)
    for token in ("", "x", "é"):
        assert browser.post(item="place-1", action="accept", token=token)[0] == 403
    assert listing(root) == before


@pytest.mark.parametrize(
    "path", ["/-/review/x.yaml", "/-/review/..%2fx.yaml", "/-/review/../x.yaml", "/-/review/note.txt"]
)
def test_only_drafts_of_the_folder_are_found(browser: Browser, path: str) -> None:
    assert browser.get(path)[0] == 404
    assert browser.post(path, item="place-1", action="accept")[0] == 404


def test_nothing_else_can_be_posted_to(browser: Browser) -> None:
    for path in ("/", "/index.html", "/-/events"):
        assert browser.post(path, item="place-1", action="accept")[0] == 405


def test_a_form_of_any_size_is_not_read(browser: Browser) -> None:
    for size in ("1100000", "many", "-1"):
        assert browser.post(item="place-1", action="accept", headers={"Content-Length": size})[0] == 413


def test_a_page_asked_for_by_another_name_is_not_shown(browser: Browser) -> None:
    assert browser.get(PAGE, Host="evil.example")[0] == 403


def test_words_of_an_article_are_no_markup(browser: Browser, root: Path) -> None:
    evil = TEXT.replace("Old Guard.", "Old Guard. <script>alert(1)</script>")
    text = DRAFT.replace(digest_bytes(TEXT.encode()), digest_bytes(evil.encode()))
    (root / "drafts/daily.yaml").write_text(text.replace('Old Guard."', 'Old Guard. <script>alert(1)</script>"'))
    page = browser.get()[1]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page


def test_a_draft_that_cannot_be_read_is_told(browser: Browser, root: Path) -> None:
    (root / "drafts/daily.yaml").write_text("name: x\n")
    status, page, _ = browser.get()
    assert status == 200
    assert "is no draft" in page
