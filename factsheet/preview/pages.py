"""What the preview adds to pages on their way to the browser; nothing of it is ever published."""

from html import escape
from pathlib import Path

from factsheet.preview.board import Outcome

SCRIPT = "/-/reload.js"
EVENTS = "/-/events"

_POLICY = b"content=\"default-src 'none';"
_ASKING = b" connect-src 'self';"
_ERROR_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nothing to show yet</title></head>
<body><h1>Nothing to show yet</h1>
<p>The publication could not be built. This page reloads by itself once it can.</p>
<pre>{problems}</pre></body></html>
"""


def read_script() -> bytes:
    """Return the script that reloads a page."""
    return Path(__file__).with_name("reload.js").read_bytes()


def add_script(page: bytes, outcome: Outcome) -> bytes:
    """Return a page that listens for builds: a script at its end, and a policy that lets it ask this server."""
    script = f'<script src="{SCRIPT}" data-number="{outcome.number}"></script>'.encode()
    if _ASKING not in page.partition(b"</head>")[0]:
        page = page.replace(_POLICY, _POLICY + _ASKING, 1)
    head, body, tail = page.rpartition(b"</body>")
    return head + script + body + tail if body else page + script


def write_error_page(outcome: Outcome) -> bytes:
    """Return the page shown while there is none of the publication's own."""
    problems = outcome.problems or "It is being built."
    return add_script(_ERROR_PAGE.format(problems=escape(problems)).encode(), outcome)
