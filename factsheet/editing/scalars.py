"""Scalars as YAML text that our loader, and every other reader of YAML 1.1 or 1.2, reads back as the same value."""

import re
from typing import Final

from factsheet.loading.scalars import LARGEST_INTEGER, read_plain
from factsheet.model import Json

_OLD_WORDS: Final = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
"""Words that a reader of YAML 1.1 takes for truth values: the country Norway among them."""

_SIGNS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=<~")
_HIDDEN: Final = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BREAKS_BLOCK: Final = re.compile(r":( |$)| #|\A[ ]|[ ]\Z")
_BREAKS_FLOW: Final = re.compile(r"[,\[\]{}]|:")
_OLD_NUMBER: Final = re.compile(r"[-+]?[0-9][0-9_,]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[-+.0-9][0-9_.]*_[0-9_.]*")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ESCAPES: Final = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\", "\0": "\\0"}


def write_scalar(value: Json, *, in_flow: bool = False) -> str:
    """Return a scalar as it is written on one line; `in_flow` for one between brackets.

    Raises ValueError for what is no scalar, and for what the loader refuses: a number beyond 2^53 - 1, an infinite
    one, half a surrogate pair.
    """
    if isinstance(value, str):
        return value if is_plain(value, in_flow=in_flow) else _quote(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, list | dict):
        raise ValueError("a list or map is no scalar")  # noqa: TRY004  # one error for all that can't be written
    if isinstance(value, int) and abs(value) > LARGEST_INTEGER:
        raise ValueError(f"{value} is beyond {LARGEST_INTEGER}, where programs begin to round")
    text = repr(value)
    if type(read_plain(text)) is not type(value):
        raise ValueError(f"{text} is not a number that YAML can hold here")
    return text


def is_plain(text: str, *, in_flow: bool = False) -> bool:
    """Tell whether a string can stand without quotation marks."""
    if not text or text[0] in _SIGNS or text.lower() in _OLD_WORDS or read_plain(text) != text:
        return False
    if _HIDDEN.search(text) or _BREAKS_BLOCK.search(text) or text.startswith(("---", "...")):
        return False
    return not (_OLD_NUMBER.fullmatch(text) or (in_flow and _BREAKS_FLOW.search(text)))


def is_block(text: str) -> bool:
    """Tell whether a string of several lines can stand below a `|`."""
    lines = text.removesuffix("\n").split("\n")
    is_clean = all(line == line.rstrip() and not _HIDDEN.search(line.replace("\t", "")) for line in lines)
    return len(lines) > 1 and is_clean and bool(lines[0]) and not lines[0][0].isspace() and bool(lines[-1])


def _quote(text: str) -> str:
    if _SURROGATE.search(text):
        raise ValueError("half of a surrogate pair is no character")
    is_legible = '"' in text or "\\" in text
    if is_legible and "'" not in text and not _HIDDEN.search(text):
        return f"'{text}'"
    return '"' + re.sub(f'["\\\\]|{_HIDDEN.pattern}', _escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    return _ESCAPES.get(character) or (f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}")  # noqa: PLR2004
