"""Markdown of content as HTML: CommonMark without raw HTML, with links to records and citations."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import OptionsDict

    from factsheet.formats.pages import Page

_SYNTAX = re.compile(r"[\\`*_\[\]<>#!&|~\n]|^[-+0-9>]", re.ASCII)
_RECORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_CITE = re.compile(r"\[@([a-z0-9]+(?:-[a-z0-9]+)*)(?:,[ ]*([^\]\n]+))?\]")


def print_markdown(page: Page, text: str) -> Markup:
    """Return blocks; plain text skips the parser."""
    if not _SYNTAX.search(text):
        return Markup("<p>{}</p>").format(text)
    return Markup(_parser().render(text, {"page": page}))  # noqa: S704 - the parser escapes, raw HTML is off


def print_plain(text: str) -> str:
    """Return Markdown's words without its marks, on one line."""
    if not _SYNTAX.search(text):
        return text
    tokens = _parser().parseInline(text)[0].children or []
    words = "".join(
        token.content if token.type in {"text", "code_inline"} else " " if token.type.endswith("break") else ""
        for token in tokens
    )
    return " ".join(words.split())


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.inline.ruler.before("link", "cite", _read_cite)
    parser.add_render_rule("cite", _print_cite)
    parser.add_render_rule("image", _print_image)
    parser.add_render_rule("link_open", _open_link)
    parser.add_render_rule("link_close", _close_link)
    parser.add_render_rule("heading_open", _print_heading)
    parser.add_render_rule("heading_close", _print_heading)
    return parser


def _read_cite(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    found = _CITE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        _close_up(state)
        token = state.push("cite", "sup", 0)
        token.meta = {"source": found[1], "at": (found[2] or "").strip()}
    state.pos = found.end()
    return True


def _close_up(state: StateInline) -> None:
    """Take away the space before a citation's number, unless a number stands before it."""
    last = state.tokens[-1].type if state.tokens else ""
    if state.pending.strip() or last not in {"cite", "softbreak"}:
        state.pending = state.pending.rstrip()
    elif last == "softbreak" and state.tokens[-2:-1] and state.tokens[-2].type != "cite":
        state.tokens.pop()


def _print_cite(
    _: RendererHTML, tokens: Sequence[Token], index: int, __: OptionsDict, env: MutableMapping[str, object]
) -> str:
    page: Page = env["page"]  # type: ignore[assignment]  # put there by print_markdown
    number = find_citation(page, tokens[index].meta)
    mark = "\N{RIGHT-TO-LEFT MARK}" if page.direction == "rtl" else ""
    return Markup('<sup class="cites">{1}<a href="#s{0}">{0}</a></sup>').format(number, mark) if number else ""


def _print_image(
    _: RendererHTML, tokens: Sequence[Token], index: int, __: OptionsDict, env: MutableMapping[str, object]
) -> str:
    """Show a picture that the sheet has; of any other only the words that stand for it."""
    page: Page = env["page"]  # type: ignore[assignment]  # put there by print_markdown
    token, media = tokens[index], page.sheet.get("media")
    name = unquote(str(token.attrGet("src") or ""))
    if not isinstance(media, dict) or name not in media:
        return escape(token.content)
    address = page.asset(f"media/{quote(name)}") if page.mode == "web" else f"media/{quote(name)}"
    return Markup('<img src="{}" alt="{}">').format(address, token.content)


def find_citation(page: Page, wanted: Mapping[str, object]) -> int:
    """Return the number of the sheet's citation of a source at a place, or 0."""
    citations = page.sheet.get("citations")
    for citation in citations if isinstance(citations, list) else ():
        if not isinstance(citation, dict) or citation.get("source") != wanted["source"]:
            continue
        if str(citation.get("at") or "") == wanted["at"]:
            return int(str(citation["n"]))
    return 0


def _open_link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, object]
) -> str:
    page: Page = env["page"]  # type: ignore[assignment]  # put there by print_markdown
    address = _resolve(page, str(tokens[index].attrGet("href") or ""))
    env["closing"] = "</a>" if address else "</span>"
    if not address:
        return "<span>"
    tokens[index].attrSet("href", address)
    return str(renderer.renderToken(tokens, index, options, env))


def _close_link(
    _: RendererHTML, __: Sequence[Token], ___: int, ____: OptionsDict, env: MutableMapping[str, object]
) -> str:
    return str(env["closing"])


def _resolve(page: Page, address: str) -> str:
    """Return where a link of content leads: to a record's page, to the web, or nowhere."""
    if not _RECORD.match(address):
        return address if address.startswith(("http://", "https://", "mailto:")) else ""
    record = page.record(address)
    if record.get("published") is False or not record.get("path"):
        return ""
    return page.link(str(record["path"]), languages=record.get("languages"))


def _print_heading(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, object]
) -> str:
    """Set headings one level down: the page's own sections are the second level."""
    level = min(int(tokens[index].tag[1]) + 1, 6) if tokens[index].tag in {"h1", "h2", "h3", "h4", "h5"} else 6
    tokens[index].tag = f"h{max(level, 3)}"
    return str(renderer.renderToken(tokens, index, options, env))
