"""Text on a terminal: made harmless, measured, coloured."""

import os
import unicodedata
from typing import TextIO

import click

_MEANINGFUL_JOINERS = "\u200c\u200d"  # Persian and Indic spelling and emoji need them; they can't reorder text.
_PICTURES = 0x2400
_SPACE = 0x20
_DELETE = 0x7F
_NO_CHARACTER = 0xFFFE
_NO_CHARACTERS = range(0xFDD0, 0xFDF0)


def harmless(text: str) -> str:
    """Return `text` without anything that a terminal obeys or a reader can't see.

    Control characters become their pictures (`␛`), what reorders or hides text its code (`<U+202E>`).
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_harmless_character, text))


def _harmless_character(character: str) -> str:
    code = ord(character)
    if code < _SPACE:
        return chr(_PICTURES + code)
    if code == _DELETE:
        return "␡"
    is_nothing = code & _NO_CHARACTER == _NO_CHARACTER or code in _NO_CHARACTERS
    is_hidden = is_nothing or unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    return f"<U+{code:04X}>" if is_hidden and character not in _MEANINGFUL_JOINERS else character


def width(text: str) -> int:
    """Return how many cells of a terminal `text` takes."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def is_coloured(stream: TextIO) -> bool:
    """Return whether to colour what goes to `stream`: --color, then NO_COLOR, then FORCE_COLOR, then a terminal."""
    context = click.get_current_context(silent=True)
    if context is not None and context.color is not None:
        return context.color
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
