"""Figures on a page: drawn for its medium, with a caption that says how to read the marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.figures import Drawing, Setting, get_setting, write_paper, write_svg
from factsheet.figures.claims import draw_claims
from factsheet.figures.lineage import draw_lineage
from factsheet.figures.relations import draw_affiliations, draw_listings
from factsheet.figures.settings import Medium
from factsheet.figures.timeline import Moment, draw_years
from factsheet.formats.chronicle import list_moments
from factsheet.formats.locating import draw_locator, name_unlocated

if TYPE_CHECKING:
    from factsheet.formats.pages import Page

PHRASES = {
    "lineage": "An upright line joins groups at the date given; a line that fades is not known further.",
    "spans": "A bar that fades at an end has no exact date there; an arrow means that no end is known.",
    "last": "What was revised or withdrawn later is in the table alone.",
    "claims": "A dot is a number, a bar a range; an arrow means at least or at most, a ring about.",
}
_ROWS_ON_PAPER = 14
_MOMENTS_ON_PAPER = 32
_TALLEST_ON_PAPER = 880
"""The height of a page's text, in CSS pixels: a figure that is taller has only its table."""


def print_lineage(page: Page) -> Markup:
    """Return the lineage around a group, or nothing."""
    drawing = draw_lineage(page, _setting(page))
    return _wrap(page, [drawing], page.translate(PHRASES["lineage"])) if drawing else Markup("")


def print_affiliations(page: Page) -> Markup:
    """Return the affiliations of a group over time, or nothing where fewer than two are dated."""
    drawing = draw_affiliations(page, _setting(page))
    return _wrap(page, [drawing], page.translate(PHRASES["spans"])) if drawing else Markup("")


def print_listings(page: Page) -> Markup:
    """Return the listings of a group over time, or nothing where fewer than two are dated."""
    drawing = draw_listings(page, _setting(page))
    return _wrap(page, [drawing], page.translate(PHRASES["spans"])) if drawing else Markup("")


def print_claims(page: Page) -> Markup:
    """Return the figures of each unit that at least three claims give, or nothing."""
    drawings = draw_claims(page, _setting(page), most=_ROWS_ON_PAPER if page.mode == "print" else 0)
    caption = f"{page.translate(PHRASES['claims'])} {page.translate(PHRASES['last'])}"
    return _wrap(page, drawings, caption, titled=True) if drawings else Markup("")


def print_years(page: Page) -> Markup:
    """Return the timeline of a sheet, a figure a year; on the web drawn twice, for wide screens and for narrow ones."""
    entries = page.sheet.get("timeline")
    derived = page.sheet.get("derived")
    if entries is None and isinstance(derived, dict):
        entries = derived.get("timeline")
    dates = [entry["date"] for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    words = [Markup(str(moment["what"])).striptags() for moment in list_moments(page)]  # noqa: S704 - made by us
    moments = [Moment(date, text) for date, text in zip(dates, words, strict=True)]
    found = Markup("")
    media: tuple[Medium, ...] = ("paper",) if page.mode == "print" else ("wide", "narrow")
    most = _MOMENTS_ON_PAPER if page.mode == "print" else 0
    drawn = [
        draw_years(moments, get_setting(medium, page.direction), page.language, medium, most=most) for medium in media
    ]
    for variants in zip(*drawn, strict=True):
        year = variants[0].id.split("-")[1]
        body = Markup("").join(
            Markup('<div class="{}">{}</div>').format(medium, _write(page, drawing))
            for medium, drawing in zip(media, variants, strict=True)
        )
        found += Markup('<figure class="figure years"><figcaption>{}</figcaption>{}</figure>\n').format(year, body)
    return found


def print_locator(page: Page) -> Markup:
    """Return a small map of where a record is, or nothing."""
    drawing = draw_locator(page, _setting(page))
    if not drawing:
        return Markup("")
    missing = name_unlocated(page)
    caption = Markup("<figcaption>{}</figcaption>").format(missing) if missing else Markup("")
    return Markup('<figure class="figure locator">{}{}</figure>\n').format(_write(page, drawing), caption)


def _setting(page: Page) -> Setting:
    return get_setting("paper" if page.mode == "print" else "wide", page.direction)


def _wrap(page: Page, drawings: Sequence[Drawing], caption: str, *, titled: bool = False) -> Markup:
    """Return drawings in a figure, what the marks mean below the last."""
    parts = []
    shown = [drawing for drawing in drawings if page.mode == "web" or drawing.height <= _TALLEST_ON_PAPER]
    for drawing in shown:
        is_first = titled and drawing.title not in {drawn.title for drawn in shown[: shown.index(drawing)]}
        title = Markup('<p class="figure-title">{}</p>').format(drawing.title) if is_first else Markup("")
        parts.append(Markup("{}{}").format(title, _write(page, drawing)))
    if not parts:
        return Markup("")
    body = Markup('</div><div class="figure-part">').join(parts)
    return Markup(
        '<figure class="figure"><div class="figure-part">{}</div><figcaption>{}</figcaption></figure>\n'
    ).format(body, caption)


def _write(page: Page, drawing: Drawing) -> Markup:
    text = write_paper(drawing, _setting(page)) if page.mode == "print" else write_svg(drawing, page.direction)
    return Markup(text)  # noqa: S704 - the writers escape


FILTERS: dict[str, Callable[..., object]] = {
    "affiliations_figure": print_affiliations,
    "claims_figure": print_claims,
    "lineage_figure": print_lineage,
    "listings_figure": print_listings,
    "locator": print_locator,
    "years": print_years,
}
