"""Pages as a reader meets them: the text of each element that names its place."""

import re
from collections.abc import Iterator

from lxml import html

SPACED_MARK = re.compile(r" ([.,;:])")
HIDDEN = {"script", "style", "template", "head"}


def read_places(data: bytes) -> dict[str, list[tuple[str, str]]]:
    """Return for each place the visible text of its elements, with the raw value in `datetime` or `value`."""
    tree = html.fromstring(data)
    found: dict[str, list[tuple[str, str]]] = {}
    for element in tree.iter():
        if isinstance(element.tag, str) and "data-at" in element.attrib and is_visible(element):
            raw = element.get("datetime") or element.get("value") or ""
            found.setdefault(str(element.attrib["data-at"]), []).append((read_text(element), raw))
    return found


def is_visible(element: html.HtmlElement) -> bool:
    """Tell whether neither the element nor anything around it is hidden."""
    for each in [element, *element.iterancestors()]:
        if each.tag in HIDDEN or each.get("hidden") is not None or each.get("aria-hidden") == "true":
            return False
    return True


def read_text(element: html.HtmlElement) -> str:
    """Return the text of an element, comments, hidden parts and numbers of endnotes left out, white space folded."""
    return fold("".join(_texts(element)))


def _texts(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and is_visible(child) and child.get("class") != "cites":
            yield " " if child.tag in {"p", "li", "br", "h3", "h4"} else ""
            yield from _texts(child)
        yield child.tail or ""


def fold(text: str) -> str:
    """Return text with each run of white space as one space, and none before a mark."""
    return SPACED_MARK.sub(r"\1", " ".join(text.split()))
