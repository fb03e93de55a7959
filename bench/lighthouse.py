"""Lighthouse on a record, an index, a dossier and the first page, served on this machine.

    python bench/lighthouse.py FOLDER [PATH ...]

FOLDER is the output of a build. Needs Node with npm (the first time also its registry) and Chromium (CHROME_PATH).
Lighthouse is installed into a cache, never into the repository. Performance is not asked for: it would tell of the
machine. Exits 1 where a page is below its mark.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import Any

VERSION = "12.8.2"  # the last that runs on Node 20
PAGES = (
    *("index.html", "groups/index.html", "groups/hts.html", "events/aleppo-offensive-2024.html"),
    *("dossiers/idlib-file.html", "ar/groups/hts.html", "ar/index.html"),
)
MARKS = {"accessibility": 1.0, "best-practices": 0.95, "seo": 1.0}
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


class Handler(SimpleHTTPRequestHandler):
    """Serves the folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def install() -> Path:
    """Return Lighthouse's program, installed where it is not yet."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "factsheet" / f"lighthouse-{VERSION}"
    program = cache / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--prefix", str(cache), "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run([*command, f"lighthouse@{VERSION}"], check=True)
    return program


def look(program: Path, address: str) -> dict[str, Any]:
    """Return what Lighthouse says of an address, by category."""
    chrome = os.environ.get("CHROME_PATH") or which("chromium") or ""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run(
            [
                *("node", str(program), address, "--quiet", "--output=json", f"--output-path={report}"),
                *(f"--only-categories={','.join(MARKS)}", f"--chrome-flags={FLAGS}"),
            ],
            check=True,
            env={**os.environ, "CHROME_PATH": chrome},
            stdout=subprocess.DEVNULL,
        )
        found: dict[str, Any] = json.loads(report.read_bytes())
        return found


def main() -> int:
    """Look at each page and print its marks, and the audits that took something off."""
    folder, *paths = sys.argv[1:]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    program, below = install(), 0
    for path in paths or PAGES:
        report = look(program, f"http://127.0.0.1:{server.server_port}/{path}")
        marks = {name: report["categories"][name]["score"] for name in MARKS}
        print(f"{path:34}", "  ".join(f"{name} {mark:.2f}" for name, mark in marks.items()))
        for name, mark in marks.items():
            below += mark < MARKS[name]
            for audit in report["categories"][name]["auditRefs"]:
                found = report["audits"][audit["id"]]
                if audit["weight"] and found["score"] is not None and found["score"] < 1:
                    print(f"    {name}: {audit['id']}: {found['title']}")
    server.shutdown()
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
