"""The preview server: files of one folder, to this machine only, with a script that is never published."""

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.diagnostics import EnvironmentProblem
from factsheet.preview.board import Board
from factsheet.preview.serving import HOST, find_file, open_server

PAGE = (
    '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "script-src 'self'\"></head><body><p>Hello</p></body></html>"
)


class Site:
    """A server with a folder of files, and a client for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.board = Board()
        self.server = open_server(folder, self.board, 0)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        client = http.client.HTTPConnection(HOST, self.port, timeout=10)
        try:
            client.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                client.putheader(name, value)
            client.endheaders()
            answer = client.getresponse()
            return answer.status, dict(answer.headers), answer.read().decode()
        finally:
            client.close()

    def close(self) -> None:
        self.board.close()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    out = tmp_path / "out"
    for name, text in {
        "index.html": PAGE,
        "404.html": "<html><body>Not here</body></html>",
        "groups/index.html": PAGE,
        "groups/hts.json": "{}",
        "assets/screen.css": "a {}",
        ".nojekyll": "",
    }.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (out / "link.txt").symlink_to(tmp_path / "secret.txt")
    opened = Site(out)
    yield opened
    opened.close()


def test_a_page_gets_the_script_and_may_ask_the_server(site: Site) -> None:
    status, headers, text = site.ask("/")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "content=\"default-src 'none'; connect-src 'self'; script-src 'self'\"" in text
    assert text.endswith('<p>Hello</p><script src="/-/reload.js" data-number="0"></script></body></html>')
    assert "reload" not in (site.folder / "index.html").read_text(encoding="utf-8")


def test_a_page_that_may_ask_already_is_told_so_once(site: Site) -> None:
    policy = "default-src 'none'; connect-src 'self'; base-uri 'none'"
    page = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}"></head><body></body>'
    (site.folder / "asking.html").write_text(page, encoding="utf-8")
    assert site.ask("/asking.html")[2].count("connect-src") == 1


def test_other_files_come_as_they_are(site: Site) -> None:
    status, headers, text = site.ask("/groups/hts.json")
    assert (status, headers["Content-Type"], text) == (200, "application/json", "{}")
    assert site.ask("/assets/screen.css?v=1")[1]["Content-Type"] == "text/css; charset=utf-8"
    assert "EventSource" in site.ask("/-/reload.js")[2]


def test_every_answer_forbids_guessing_framing_and_keeping(site: Site) -> None:
    for path in ("/", "/assets/screen.css", "/nowhere", "/-/reload.js"):
        headers = site.ask(path)[1]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
        assert headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "127.0.0.1:1"])
def test_a_request_under_another_name_is_refused(site: Site, host: str) -> None:
    """A page elsewhere may point its own name at 127.0.0.1 and so read what this server has."""
    assert site.ask("/", Host=host)[0] == 403


def test_a_request_from_another_site_is_refused(site: Site) -> None:
    own = f"http://127.0.0.1:{site.port}"
    assert site.ask("/", Origin="https://evil.example")[0] == 403
    assert site.ask("/", Origin="null")[0] == 403
    assert site.ask("/-/events", Origin="https://evil.example")[0] == 403
    assert site.ask("/", Origin=own)[0] == 200
    assert site.ask("/", Host=f"localhost:{site.port}", Origin=f"http://localhost:{site.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_reading_is_possible(site: Site, method: str) -> None:
    status, headers, _ = site.ask("/", method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


def test_head_tells_the_length_and_sends_nothing(site: Site) -> None:
    status, headers, text = site.ask("/", "HEAD")
    assert (status, text) == (200, "")
    assert int(headers["Content-Length"]) == len(site.ask("/")[2])


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/groups/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/link.txt",
        "/.nojekyll",
        "/%00",
        "/" + "a/" * 5000,
        "/nowhere",
    ],
)
def test_nothing_outside_the_folder_or_hidden_is_found(site: Site, path: str) -> None:
    status, _, text = site.ask(path)
    assert status in {404, 414}
    assert "secret" not in text


def test_an_address_that_leads_nowhere_gets_the_page_for_it(site: Site) -> None:
    status, headers, text = site.ask("/nowhere")
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert text.startswith("<html><body>Not here<script")


def test_a_folder_leads_to_its_first_page(site: Site) -> None:
    status, headers, _ = site.ask("/groups")
    assert (status, headers["Location"]) == (301, "/groups/")
    assert site.ask("//evil.example/..//groups")[0] == 404
    assert "Hello" in site.ask("/groups/")[2]


def test_before_the_first_build_the_problems_are_shown(tmp_path: Path) -> None:
    site = Site(tmp_path / "not-there-yet")
    try:
        site.board.post(is_new=False, problems="content/a.yaml:1:1: <b> is wrong")
        status, _, text = site.ask("/groups/hts.html")
    finally:
        site.close()
    assert status == 503
    assert "content/a.yaml:1:1: &lt;b&gt; is wrong" in text
    assert "/-/reload.js" in text


def test_news_of_builds_come_as_they_happen(site: Site) -> None:
    client = http.client.HTTPConnection(HOST, site.port, timeout=10)
    try:
        client.request("GET", "/-/events")
        answer = client.getresponse()
        assert answer.headers["Content-Type"] == "text/event-stream"
        assert answer.readline() == b'data: {"number": 0, "problems": ""}\n'
        site.board.post(is_new=False, problems="a\nb")
        assert [answer.readline() for _ in range(2)][1] == b'data: {"number": 0, "problems": "a\\nb"}\n'
        site.board.post(is_new=True, problems="")
        assert [answer.readline() for _ in range(2)][1] == b'data: {"number": 1, "problems": ""}\n'
    finally:
        client.close()


def test_a_port_in_use_is_said_in_a_line(site: Site, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=f"can't listen on 127.0.0.1:{site.port}: Address already in use"):
        open_server(tmp_path, Board(), site.port)


def test_only_this_machine_is_listened_to(site: Site) -> None:
    assert site.server.server_address[0] == "127.0.0.1"


def test_a_file_is_found_inside_only(site: Site) -> None:
    assert find_file(site.folder, "/groups/hts.json") == site.folder / "groups/hts.json"
    assert find_file(site.folder, "/") == site.folder
    assert find_file(site.folder, "/link.txt") is None
    assert find_file(site.folder, "/C:/x") is None
