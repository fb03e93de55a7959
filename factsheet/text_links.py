"""Links inside Markdown: records `[HTS](hts)`, sources `[@rt-2024-11-29, para 3]`, images `![Map](map.png)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

LinkKind = Literal["record", "cite", "image"]

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)|\Z)|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)", re.MULTILINE | re.DOTALL
)
_LINK = re.compile(
    r"(?<!\\)\[@(?P<source>[^\],\s]+)(?:,\s*(?P<place>[^\]]+))?\]"
    r"|(?<!\\)!\[[^\]]*\]\(\s*(?:<(?P<pointed>[^<>\n]+)>|(?P<image>[^\s<>)]+))[^)]*\)"
    r"|\]\(\s*<?(?P<record>[^\s<>()]+)>?(?:\s+[\"'(][^)]*)?\)"
)
_ADDRESS = re.compile(r"[:/#.?@]")


@dataclass(frozen=True, slots=True)
class Link:
    """One link: where its target begins in the text, what it leads to, and the place in the source if one is given."""

    offset: int
    kind: LinkKind
    target: str
    locator: str = ""


def find_links(markdown: str) -> Iterator[Link]:
    """Yield the links of `markdown` to records, sources and images, in reading order; not web addresses, nor code."""
    if "[" not in markdown:
        return
    for match in _LINK.finditer(_blank_code(markdown)):
        kind = match.lastgroup or ""
        if kind in ("source", "place"):
            yield Link(match.start("source"), "cite", match["source"], (match["place"] or "").strip())
        elif kind in ("image", "pointed"):
            yield Link(match.start(kind), "image", match[kind])
        elif not _ADDRESS.search(match["record"]):
            yield Link(match.start("record"), "record", match["record"])


def _blank_code(markdown: str) -> str:
    if "`" not in markdown and "~~~" not in markdown:
        return markdown
    return _CODE.sub(lambda match: " " * len(match[0]), markdown)
