"""`factsheet serve` as a user runs it: it builds, tells, builds again, and ends with Ctrl-C."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import MakeProject, Run

CONTENT = {
    "content/site.yaml": "title: Boats\npublisher: The Desk\n",
    "content/places/bay.yaml": "name: Bay\ntype: site\ncite: book\n",
    "content/places/reef.yaml": "name: Reef\ntype: site\ndraft: true\ncite: book\n",
    "content/sources/book.yaml": "title: The Book\npublisher: The Harbour\nclass: reference\npublished: 2020\n",
}


class Serving:
    """A running preview: its port, and what it says."""

    def __init__(self, root: Path, log: Path, process: subprocess.Popen[bytes]) -> None:
        self.root = root
        self.log = log
        self.process = process
        self.wait_for("Serving http://127.0.0.1:")
        self.port = int(log.read_text(encoding="utf-8").split("127.0.0.1:")[1].split("/")[0])

    def wait_for(self, words: str, seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while words not in self.log.read_text(encoding="utf-8"):
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            assert time.monotonic() < end, f"{words!r} not in {self.log.read_text(encoding='utf-8')}"
            time.sleep(0.02)

    def read(self, path: str) -> str:
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            client.request("GET", path)
            return client.getresponse().read().decode()
        finally:
            client.close()


@contextmanager
def serving(root: Path) -> Iterator[Serving]:
    log = root.parent / "log"
    with log.open("wb") as file:
        process = subprocess.Popen(
            # Ctrl-C may come between a file's opening and its reading.
            [
                *(sys.executable, "-W", "error", "-W", "ignore::ResourceWarning", "-m", "factsheet"),
                *("-C", str(root), "serve", "--port", "0", "--drafts"),
            ],
            stdout=file,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        try:
            yield Serving(root, log, process)
        finally:
            process.kill()
            process.wait()


def test_a_preview_follows_the_content_and_ends_cleanly(make_project: MakeProject) -> None:
    root = make_project(CONTENT)
    place = root / "content/places/bay.yaml"
    with serving(root) as preview:
        preview.wait_for("files written")
        assert ">Bay</span></h1>" in preview.read("/places/bay.html")
        assert ">Reef</span></h1>" in preview.read("/places/reef.html")

        place.write_text("name: Bay\ntyp: site\ncite: book\n", encoding="utf-8")
        preview.wait_for("content/places/bay.yaml:2:1")
        assert ">Bay</span></h1>" in preview.read("/places/bay.html")

        place.write_text("name: Cove\ntype: site\ncite: book\n", encoding="utf-8")
        end = time.monotonic() + 20
        while ">Cove</span></h1>" not in preview.read("/places/bay.html"):
            assert time.monotonic() < end
            time.sleep(0.05)

        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(10) == 0
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")
    assert not (root / "public").exists()
    assert b"reload" not in (root / ".factsheet/preview/places/bay.html").read_bytes()


def test_a_broken_template_is_told_and_mended(make_project: MakeProject) -> None:
    root = make_project(CONTENT)
    template = root / "templates/place/sheet.html"
    template.parent.mkdir(parents=True)
    template.write_text('{% extends "default:sheet.html" %}\n{% block rest %}{{ r.nothing }}{% endblock %}\n')
    with serving(root) as preview:
        preview.wait_for("has no property")
        assert "place/sheet.html, line 2: &quot;Place&quot; has no property &quot;nothing&quot;" in preview.read("/")
        template.unlink()
        preview.wait_for("files written")
        assert ">Bay</span></h1>" in preview.read("/places/bay.html")


def test_without_a_publication_there_is_nothing_to_serve(tmp_path: Path, run: Run) -> None:
    done = run("-C", tmp_path, "serve", "--port", "0")
    assert done.code == 2
    assert "there is no publication" in done.err
