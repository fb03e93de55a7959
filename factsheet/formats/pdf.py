"""HTML to PDF: accessible (PDF/UA-1), archival (PDF/A-3a), with the sheet attached, the same bytes every time.

What a template must keep to, or the file fails PDF/UA:
- the first heading is an `h1`, and no level is skipped on the way down;
- every `svg` has a `title` in it (`aria-label` and `aria-hidden` aren't read), every `img` an `alt`; so no SVG that is
  mere decoration;
- every row of a table has as many columns as the others, spans counted;
- no `opacity` below 1 on text (colours with alpha are fine), and no `content` on `::marker` (the engine stops);
- `lang` on `html`, a `title`, and dates in `meta name="dcterms.created"` and `"dcterms.modified"`.
Or a reader loses text: Arabic in another face than Naskh, negative letter-spacing in Arabic, Arabic inside an SVG, and
words that `hyphens` or `text-transform` change.
"""

import logging
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

from factsheet.diagnostics import EnvironmentProblem, RenderingError
from factsheet.formats.archival import archival_options
from factsheet.formats.fontconfig import private_fonts

# A scheme that nothing serves: relative links stay relative, and every asset is asked of our own fetcher.
BASE_URL = "factsheet:"

_INSTALL = {
    "darwin": "brew install pango",
    "win32": "see WeasyPrint's first steps for Windows",
    "linux": "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfontconfig1",
}
_CONTENT_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}
_LOGGER = logging.getLogger("weasyprint")
# True of the machine and not of the sheet: such a file is as good, only slower to make.
_NOT_OURS = "Using fontTools instead of HarfBuzz-Subset"


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A PDF, and what the engine had to say about its HTML and CSS, each once."""

    data: bytes
    complaints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Engine:
    """What one process keeps between documents: reading fonts and style sheets costs as much as half a sheet."""

    fonts: Any
    counters: Any
    stylesheets: tuple[Any, ...]
    complaints: tuple[str, ...]


def render_pdf(  # noqa: PLR0913 -- each is a part of the file
    html: str,
    *,
    stylesheets: Sequence[str],
    sheet_json: bytes,
    name: str,
    moment: datetime,
    assets: Mapping[str, bytes] | None = None,
    fonts: Sequence[Path] = (),
) -> RenderedPdf:
    """Return the PDF of an HTML page, with `sheet_json` attached as `name`.

    `stylesheets` are CSS texts, `assets` the bytes of each image by its URL in the page, `fonts` the publication's own
    font files, `moment` the date of the attachment; all other dates are in the page's `meta`. Raises RenderingError
    where the page asks for anything but its assets, and EnvironmentProblem without Pango.
    """
    engine = _start(tuple(stylesheets), tuple((font, font.stat().st_mtime_ns) for font in fonts))
    weasyprint = _import_weasyprint()
    complaints: list[str] = list(engine.complaints)
    with _listening(complaints), _strict_fetching(weasyprint), _ignoring_engine_warnings():
        page = weasyprint.HTML(string=html, base_url=BASE_URL, url_fetcher=_fetcher(weasyprint, assets or {}))
        data: bytes = page.write_pdf(
            stylesheets=list(engine.stylesheets),
            font_config=engine.fonts,
            counter_style=engine.counters.copy(),
            **archival_options(sheet_json, name=name, moment=moment),
        )
    return RenderedPdf(data, tuple(dict.fromkeys(complaints)))


@lru_cache(maxsize=4)
def _start(stylesheets: tuple[str, ...], fonts: tuple[tuple[Path, int], ...]) -> _Engine:
    complaints: list[str] = []
    with private_fonts([font for font, _ in fonts]):
        weasyprint = _import_weasyprint()
        from weasyprint.css.counters import CounterStyle  # noqa: PLC0415 -- with WeasyPrint
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 -- with WeasyPrint

        font_config, counters = FontConfiguration(), CounterStyle()
    with _listening(complaints), _strict_fetching(weasyprint):
        parsed = tuple(
            weasyprint.CSS(
                string=text,
                base_url=BASE_URL,
                url_fetcher=_fetcher(weasyprint, {}),
                font_config=font_config,
                counter_style=counters,
            )
            for text in stylesheets
        )
    return _Engine(font_config, counters, parsed, tuple(complaints))


def _import_weasyprint() -> ModuleType:
    try:
        with redirect_stdout(StringIO()), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="HarfBuzz-Subset", category=DeprecationWarning)
            import weasyprint  # noqa: PLC0415 -- costs 0.7 s, and needs Pango
    except OSError as error:
        install = _INSTALL.get(sys.platform, _INSTALL["linux"])
        raise EnvironmentProblem(f"a PDF needs the Pango library, which is not installed: {install}") from error
    module: ModuleType = weasyprint
    return module


def _fetcher(weasyprint: ModuleType, assets: Mapping[str, bytes]) -> Callable[[str], Any]:
    known = {unquote(url): data for url, data in assets.items()}

    def fetch(url: str) -> Any:  # noqa: ANN401 -- WeasyPrint is untyped
        data = known.get(unquote(url))
        if data is None:
            # Any other exception would be logged, and the file written without the image.
            raise weasyprint.urls.FatalURLFetchingError(url)
        kind = _CONTENT_TYPES.get(Path(url).suffix.lower())
        return weasyprint.urls.URLFetcherResponse(url, data, {"Content-Type": kind} if kind else {})

    return fetch


@contextmanager
def _strict_fetching(weasyprint: ModuleType) -> Iterator[None]:
    try:
        yield
    except weasyprint.urls.FatalURLFetchingError as error:
        raise RenderingError(f"the page asks for {str(error)!r}, which is not among its own assets") from error


@contextmanager
def _ignoring_engine_warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="unclosed file .*sRGB2014", category=ResourceWarning)
        yield


@contextmanager
def _listening(complaints: list[str]) -> Iterator[None]:
    handler = _Collector(complaints)
    is_propagating, _LOGGER.propagate = _LOGGER.propagate, False
    _LOGGER.addHandler(handler)
    try:
        yield
    finally:
        _LOGGER.removeHandler(handler)
        _LOGGER.propagate = is_propagating


class _Collector(logging.Handler):
    def __init__(self, complaints: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.complaints = complaints

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not message.startswith(_NOT_OURS):
            self.complaints.append(message)
