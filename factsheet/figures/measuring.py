"""How wide text is in our fonts, by the table made with them, and where its lines break."""

import json
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from factsheet.defaults import TEMPLATES

WIDTHS = TEMPLATES / "fonts" / "widths.json"

_UNKNOWN = 620
"""The width of a character that the table hasn't, in 1/1000 em: wide, so that nothing comes out too tight."""
_LAM = "\u0644"
_SLACK = 1.02


@lru_cache(maxsize=8192)
def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text set on one line, in the unit of `size`."""
    latin, arabic = _tables()["sans-bold" if bold else "sans"], _tables()["naskh-bold" if bold else "naskh"]
    total = sum(_width(text, at, latin, arabic) for at in range(len(text)))
    return total * size * _SLACK / 1000


def _width(text: str, at: int, latin: Mapping[str, object], arabic: Mapping[str, object]) -> int:
    character = text[at]
    known = latin.get(character)
    if isinstance(known, int):
        return known
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    before, after = _neighbour(text, at, -1), _neighbour(text, at, 1)
    if before == _LAM and _LAM + character in arabic:
        return 0
    forms = arabic.get(character + after) if character == _LAM else None
    forms = forms or arabic.get(character)
    if isinstance(forms, list):
        return int(
            forms[_joins(arabic, before, 2) + 2 * (_joins(arabic, character, 2) and _joins(arabic, after, 1))]
            or forms[0]
        )
    return forms if isinstance(forms, int) else _UNKNOWN


def _neighbour(text: str, at: int, step: int) -> str:
    """Return the next letter before or after, signs above and below left out."""
    at += step
    while 0 <= at < len(text) and unicodedata.combining(text[at]):
        at += step
    return text[at] if 0 <= at < len(text) else ""


def _joins(arabic: Mapping[str, object], letter: str, form: int) -> bool:
    """Tell whether a letter has a form: one for the start (2) joins the letter after, a final one (1) that before."""
    forms = arabic.get(letter)
    return isinstance(forms, list) and bool(forms[form])


@cache
def _tables() -> Mapping[str, Mapping[str, object]]:
    tables: dict[str, dict[str, object]] = json.loads(WIDTHS.read_bytes())
    return tables


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float, *, bold: bool = False, most: int = 4) -> tuple[str, ...]:
    """Return the lines of a text in a column; what is beyond `most` lines is cut, with an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined, size, bold=bold) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [f"{lines[most - 1]} …"]
    return tuple(_cut(line, width, size, bold=bold) for line in lines)


def _cut(line: str, width: float, size: float, *, bold: bool) -> str:
    if measure(line, size, bold=bold) <= width:
        return line
    kept = line.removesuffix(" …")
    while kept and measure(f"{kept}…", size, bold=bold) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
