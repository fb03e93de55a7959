"""Stage 1: the plain text of HTML and Markdown. What is found is placed in this text, which the draft carries."""

import re
from html.parser import HTMLParser
from typing import Final, Literal

from factsheet.extraction.lexicon import listed

Form = Literal["text", "html", "markdown"]

_BLOCKS: Final = listed(
    "p div section article header footer main aside h1 h2 h3 h4 h5 h6 li ul ol blockquote tr table br figure "
    "figcaption dd dt dl pre hr td th"
)
_SILENT: Final = listed("script style noscript template head nav form button select svg iframe")
_MARKDOWN: Final = (
    (re.compile(r"^---\n.*?\n---\n", re.DOTALL), ""),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^ {0,3}#{1,6} +", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}> ?", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
)


def guess_form(name: str, text: str) -> Form:
    """Return the form of an article: by its name, else by how it begins."""
    suffix = name.rpartition(".")[2].casefold()
    if suffix in {"html", "htm", "xhtml"}:
        return "html"
    if suffix in {"md", "markdown"}:
        return "markdown"
    return "html" if re.match(r"\s*(?:<!doctype html|<html\b)", text[:200], re.IGNORECASE) else "text"


def read_text(text: str, form: Form) -> tuple[str, str]:
    """Return the plain text of an article and its title, if the markup gives one."""
    if form == "html":
        return _read_html(text)
    if form == "markdown":
        heading = re.search(r"^ {0,3}# +(.+)$", text, re.MULTILINE)
        for pattern, replacement in _MARKDOWN:
            text = pattern.sub(replacement, text)
        return text, heading.group(1).strip() if heading else ""
    return text, ""


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.title: list[str] = []
        self._silent = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._in_title = self._in_title or tag == "title"
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def _read_html(text: str) -> tuple[str, str]:
    parser = _Text()
    parser.feed(text)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n\n".join(line for line in lines if line), " ".join("".join(parser.title).split())
