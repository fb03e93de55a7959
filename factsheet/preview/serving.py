"""A small web server for this machine only: files of one folder, GET and HEAD, and the news of each build."""

import json
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from factsheet.diagnostics import EnvironmentProblem
from factsheet.preview.board import Board, Outcome
from factsheet.preview.pages import EVENTS, SCRIPT, add_script, read_script, write_error_page
from factsheet.preview.review_pages import REVIEW
from factsheet.preview.reviewing import Reply, Reviews

HOST: Final = "127.0.0.1"
_NAMES: Final = (HOST, "localhost")
_PING_SECONDS: Final = 10.0
_LARGEST_FORM: Final = 1024 * 1024
_TEXT: Final = "text/plain; charset=utf-8"
_HTML: Final = "text/html; charset=utf-8"
_JS: Final = "text/javascript; charset=utf-8"
_TYPES: Final = {
    ".html": _HTML,
    ".js": _JS,
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".csv": "text/csv; charset=utf-8",
    ".txt": _TEXT,
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Let a request end that the browser gave up, or that failed; the server goes on."""


def open_server(folder: Path, board: Board, port: int, reviews: Reviews | None = None) -> ThreadingHTTPServer:
    """Return a server for the files in `folder`, on a free port if `port` is 0; it begins with `serve_forever`.

    With `reviews` drafts are shown too, and their forms heard.
    """
    try:
        return _Server((HOST, port), partial(_Handler, folder=folder, board=board, reviews=reviews))
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else "there is no such port"
        raise EnvironmentProblem(f"can't listen on {HOST}:{port}: {reason}; --port chooses another") from error


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "factsheet"
    sys_version = ""
    timeout = 60
    server: _Server

    def __init__(self, *arguments: object, folder: Path, board: Board, reviews: Reviews | None) -> None:
        self._folder = folder
        self._reviews = reviews
        self._board = board
        super().__init__(*arguments)  # type: ignore[arg-type]  # what the server passes

    def do_GET(self) -> None:
        """Answer with a file or with news."""
        if not self._is_from_here():
            self._answer(HTTPStatus.FORBIDDEN, _TEXT, b"this server answers its own pages only\n")
            return
        path = urlsplit(self.path).path
        if path == SCRIPT:
            self._answer(HTTPStatus.OK, _JS, read_script())
        elif path == EVENTS and self.command == "GET":
            self._tell_news()
        elif self._reviews and path.startswith(REVIEW):
            self._answer_review(self._reviews.show(path, parse_qs(urlsplit(self.path).query)))
        else:
            self._answer_with_file(path)

    do_HEAD = do_GET  # noqa: N815 -- as above

    def do_POST(self) -> None:
        """Hear a form of a review page; nothing else may be posted."""
        address = urlsplit(self.path)
        if not self._reviews or not address.path.startswith(REVIEW):
            self._refuse()
            return
        self.close_connection = True
        size = self.headers.get("Content-Length", "")
        is_form = self.headers.get_content_type() == "application/x-www-form-urlencoded"
        if not self._is_from_here() or "Origin" not in self.headers or not is_form:
            self._answer(HTTPStatus.FORBIDDEN, _TEXT, b"this server hears its own forms only\n", Connection="close")
            return
        if not (size.isascii() and size.isdigit() and int(size) <= _LARGEST_FORM):
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TEXT, b"this form is too large\n", Connection="close")
            return
        form = parse_qs(self.rfile.read(int(size)).decode("utf-8", "replace"), keep_blank_values=True)
        if not self._reviews.is_trusted(form):
            told = b"this page is from an earlier run: go back, and load it again\n"
            self._answer(HTTPStatus.FORBIDDEN, _TEXT, told, Connection="close")
            return
        self._answer_review(self._reviews.act(address.path, parse_qs(address.query), form))

    def _answer_review(self, reply: Reply | None) -> None:
        if reply is None:
            self._answer(HTTPStatus.NOT_FOUND, _TEXT, b"there is no such draft\n")
        elif reply.location:
            self._answer(HTTPStatus.SEE_OTHER, _TEXT, b"", Location=reply.location)
        else:  # without a referrer a browser does not say where a form comes from
            kind = _TYPES[".css"] if reply.is_style else _HTML
            self._answer(HTTPStatus.OK, kind, reply.body, **{"Referrer-Policy": "same-origin"})

    def _refuse(self) -> None:
        self.close_connection = True  # a body may follow that nobody reads
        self._answer(
            HTTPStatus.METHOD_NOT_ALLOWED, _TEXT, b"only GET and HEAD\n", Allow="GET, HEAD", Connection="close"
        )

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = _refuse  # noqa: N815 -- as above

    def log_message(self, *_arguments: object) -> None:
        """Say nothing of single requests."""

    def _is_from_here(self) -> bool:
        """Tell whether the request names this server and doesn't come from another site's page."""
        port = self.server.server_port
        hosts = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == 80 else set())  # noqa: PLR2004 -- HTTP
        origin = self.headers.get("Origin")
        return self.headers.get("Host", "").lower() in hosts and (
            origin is None or origin.lower() in {f"http://{host}" for host in hosts}
        )

    def _answer_with_file(self, address: str) -> None:
        outcome = self._board.outcome
        if not (self._folder / "index.html").is_file():
            self._answer(HTTPStatus.SERVICE_UNAVAILABLE, _HTML, write_error_page(outcome))
            return
        path = find_file(self._folder, address)
        if path is not None and path.is_dir():
            if not address.endswith("/"):
                self._answer(HTTPStatus.MOVED_PERMANENTLY, _TEXT, b"", Location=f"/{address.strip('/')}/")
                return
            path /= "index.html"
        try:
            data = path.read_bytes() if path else b""
            status = HTTPStatus.OK if path else HTTPStatus.NOT_FOUND
        except OSError:  # not there, or replaced this very moment
            path, data, status = None, b"", HTTPStatus.NOT_FOUND
        if path is None:
            path = self._folder / "404.html"
            data = path.read_bytes() if path.is_file() else b""
        kind = _TYPES.get(path.suffix, "application/octet-stream")
        self._answer(status, kind, add_script(data, outcome) if kind == _HTML else data)

    def _answer(self, status: HTTPStatus, kind: str, data: bytes, **more: str) -> None:
        self.send_response(status)
        fixed = {
            "Content-Type": kind,
            "Content-Length": str(len(data)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Content-Security-Policy": "frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        for name, value in (fixed | more).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _tell_news(self) -> None:
        """Tell the outcome of each build until the browser goes or the server ends."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in (("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")):
            self.send_header(name, value)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Connection", "close")
        self.end_headers()
        told: Outcome | None = None
        while not self._board.is_closed:
            outcome = self._board.outcome
            news = json.dumps({"number": outcome.number, "problems": outcome.problems})
            self.wfile.write(f"data: {news}\n\n".encode() if outcome != told else b": still here\n\n")
            self.wfile.flush()
            told = outcome
            self._board.wait(outcome, _PING_SECONDS)


def find_file(folder: Path, address: str) -> Path | None:
    """Return the file or folder below `folder` that an address names; None for anything outside or hidden."""
    parts = [part for part in unquote(address).split("/") if part]
    if any(part.startswith(".") or "\\" in part or "\0" in part or ":" in part for part in parts):
        return None
    path = folder.joinpath(*parts)
    try:
        is_inside = path.resolve(strict=True).is_relative_to(folder.resolve())
    except OSError:
        return None
    return path if is_inside else None
