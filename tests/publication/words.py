"""The words of a page and those of its PDF, made alike so that they can be compared."""

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
from lxml import html

from factsheet.formats.relations import SHOWN_ON_PAPER

_INLINE = frozenset("a abbr b bdi cite code data em i q s span strong sup time".split())  # noqa: SIM905 - as it is read
_APART = frozenset({"block", "cites", "line", "lines", "note", "under"})
"""Classes of elements that are set apart from what is before them, though HTML has them in a line."""

_ARABIC = "\u0620-\u064a\u066e-\u06d3"
_MARKS = "\u0300-\u036f\u064b-\u0652\u0670"
_WORD = re.compile(
    rf"[{_ARABIC}][{_ARABIC}{_MARKS}]*|(?:(?![{_ARABIC}])[^\W\d_])(?:(?![{_ARABIC}])[^\W\d_]|[{_MARKS}])*|\d+"
)
_COMPOUND = re.compile(rf"(?:{_WORD.pattern})(?:-(?:{_WORD.pattern}))*")

Words = tuple[str, ...]
"""A word, in the parts that hyphens make of it."""


def normalise(text: str) -> str:
    """Return text with what readers of PDF rightly differ in made alike.

    - The order and the form of letters: NFKC, as both give presentation forms and ligatures for some glyphs.
    - Marks that only turn the direction are a boundary: pdftotext puts its own between runs, pdfium none.
    - What has no glyph is nothing: joiners, soft hyphens, the stroke that lengthens an Arabic word.
    - A hyphen is a hyphen; pdfium gives one at the end of a line as U+FFFE or U+0002.
    """
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ", text)
    text = re.sub("[\u200b-\u200d\u2060\ufeff\u00ad\u0640]", "", text)
    return re.sub("[\u2010\u2011\ufffe\u0002]", "-", text)


def list_words(text: str) -> Iterator[Words]:
    """Yield the words of a text.

    Letters and digits are apart (a number stands close to its unit, to an endnote's number, or to the Arabic «و» for
    "and"), and so are Arabic and other letters, for the same reason.
    """
    for found in _COMPOUND.finditer(normalise(text)):
        yield tuple(_WORD.findall(found[0]))


def find_lost(wanted: Counter[Words], text: str, addresses: str) -> Counter[str]:
    """Return what words a reader has not given back as often as they are wanted.

    pdftotext takes a hyphen at the end of a line for one of its own line's, and joins what it parted: so the parts of a
    word may come back as one, and what stands beside an address that is cut at a hyphen may hang on to it.
    """
    there = Counter(part for word in list_words(text) for part in word)
    lost: Counter[str] = Counter()
    for word, count in sorted(wanted.items(), key=lambda each: len(each[0])):
        for _ in range(count):
            if not (_take(("".join(word),), there) or _take(word, there) or _take_from_address(word, there, addresses)):
                lost["-".join(word)] += 1
    return lost


def _take(parts: Words, there: Counter[str]) -> bool:
    needed = Counter(parts)
    if any(there[part] < count for part, count in needed.items()):
        return False
    there.subtract(needed)
    return True


def _take_from_address(word: Words, there: Counter[str], addresses: str) -> bool:
    for found, count in there.items():
        if count > 0 and found.endswith(word[0]) and found.removesuffix(word[0]) in addresses:
            return _take((found, *word[1:]), there)
    return False


def read_article(data: bytes) -> tuple[str, str]:
    """Return the words of a page's article as its reader sees them, figures left out, and its addresses."""
    article = html.document_fromstring(data).find(".//article")
    assert article is not None
    addresses = " ".join(each.text_content() for each in article.find_class("url"))
    return "".join(_texts(article)), f"{addresses} {' '.join(article.xpath('.//@href'))}"


def _texts(element: html.HtmlElement) -> Iterator[str]:
    classes = set((element.get("class") or "").split())
    is_address = "url" in classes or (element.get("href") or "").startswith("http")
    if element.tag == "svg" or is_address or element.get("hidden") is not None:
        yield " "
        return
    joint = " " if element.tag not in _INLINE or classes & _APART else ""
    yield joint + (element.text or "")
    kids = list(element)
    for child in kids[:SHOWN_ON_PAPER] if "links" in classes else kids:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""
    yield joint


def read_labels(article: str) -> str:
    """Return the words that stand in the figures of an article made for paper."""
    return " ".join(
        each.text_content() for each in html.fragment_fromstring(article).xpath(".//*[contains(@class, 'plot')]/span")
    )


def read_by_poppler(path: Path) -> str:
    """Return the text of a PDF as pdftotext gives it without a switch."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def read_by_pdfium(path: Path) -> str:
    """Return the text of a PDF as the reader of Chromium gives it."""
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


READERS: dict[str, Callable[[Path], str]] = {"pdftotext": read_by_poppler, "pdfium": read_by_pdfium}
