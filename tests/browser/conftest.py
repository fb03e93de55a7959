"""The publication as it is served, a browser to read it with, and what it is checked with."""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from factsheet.cli import main
from tests.browser.chromium import Chromium, Tab, start_chromium
from tests.browser.site import ROOT, Site

ADDRESS = "https://example.org/idlib/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build the pages of this repository's publication, with an address, and serve them below a path."""
    root = _build_once(tmp_path_factory)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(root / "idlib", f"http://127.0.0.1:{server.server_port}/idlib/")
    server.shutdown()
    server.server_close()


def _build_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder above the built pages; the first worker builds them, the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "served"
    try:
        root.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + 120
        while not (root / "built").exists():
            assert time.monotonic() < deadline, "another worker builds the pages, and does not end"
            time.sleep(0.1)
        return root / "web"
    shutil.copytree(ROOT / "content", root / "content")
    with (root / "content" / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"url: {ADDRESS}\n")
    (root / "web").mkdir()
    assert main(["-C", str(root), "build", "--to", "html,json", "--out", str(root / "web" / "idlib")]) == 0
    (root / "built").touch()
    return root / "web"


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """Start the browser, once."""
    with start_chromium(tmp_path_factory.mktemp("browser") / "profile") as chromium:
        yield chromium


@pytest.fixture
def tab(browser: Chromium) -> Iterator[Tab]:
    """Open a tab as wide as a desk's screen."""
    opened = browser.open_tab()
    opened.resize(1280)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def checkers() -> Path:
    """Return the folder of axe-core and the Nu HTML checker; they are fetched the first time."""
    done = subprocess.run(["sh", str(ROOT / "tools" / "web-checks.sh")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())
