"""What no page of a PDF may look like: a heading at its foot, words beyond its margins, almost nothing on it."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

pytestmark = pytest.mark.xdist_group("pdfs")

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, counted from the lower left."""

MARGIN = 18 / 25.4 * 72
FOOT = 20 / 25.4 * 72
SLACK = 2
HEADING = 18
"""The height of a heading and of the first line below it, in points."""


def test_no_page_ends_with_a_heading_is_two_thirds_empty_or_too_narrow(pdfs: dict[tuple[str, str], Path]) -> None:
    wrong = []
    for (page, language), path in pdfs.items():
        wrong += [f"{language} {page}: {told}" for told in list_faults(path.read_bytes())]
    assert not wrong, f"{len(wrong)} faults\n" + "\n".join(wrong[:40])
    assert len(pdfs) > 300


def list_faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with the pages of a PDF, by the number of the page."""
    with pypdfium2.PdfDocument(data) as document:
        lowest = []
        for number, page in enumerate(document, start=1):
            width, height = page.get_size()
            boxes = [box for box in list_boxes(page) if box[1] > FOOT - SLACK]
            beyond = [box for box in boxes if box[0] < MARGIN - SLACK or box[2] > width - MARGIN + SLACK]
            if beyond:
                yield f"page {number}: words beyond the margin at {beyond[0]}"
            lowest.append(min((box[1] for box in boxes), default=height))
            if number < len(document) and lowest[-1] > height * 2 / 3:
                yield f"page {number}: two thirds of it are empty"
        for bookmark in document.get_toc():
            destination = bookmark.get_dest()
            assert destination is not None
            index, (_, place) = destination.get_index(), destination.get_view()
            if place[1] - lowest[index] < HEADING:
                yield f"page {index + 1}: ends with the heading {bookmark.get_title()!r}"


def list_boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """Return the boxes of all runs of text on a page."""
    text = page.get_textpage()
    return [text.get_rect(index) for index in range(text.count_rects())]
