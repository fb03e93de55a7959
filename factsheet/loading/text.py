"""Bytes to text, and the characters no file may hold."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from itertools import islice

from factsheet.diagnostics import Diagnostic, Location
from factsheet.loading.places import Lines
from factsheet.loading.problems import MOST_PROBLEMS

# What YAML 1.2 doesn't call printable; the byte order mark, which may only stand where we refuse it as well; and the
# three characters that libyaml, unlike YAML 1.2, takes for line breaks.
_REFUSED = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAKS = {"\x85": "next line", "\u2028": "line separator", "\u2029": "paragraph separator"}
_WIDE = re.compile(rb"(?:[^\0]\0){2}|(?:\0[^\0]){2}|[^\0]\0{3}|\0{3}[^\0]")


def decode(data: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text in `data`, or what keeps it from being UTF-8 without a byte order mark."""
    start = Location(path, 1, 1, 1, 2)
    if data.startswith(BOM_UTF8):
        return "", (_byte_order_mark(start),)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or _WIDE.match(data):
        return "", (_not_utf8(start, "the file is in UTF-16 or UTF-32"),)
    try:
        return data.decode(), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        shown = " ".join(f"{byte:02X}" for byte in data[error.start : error.end])
        at = _at(Lines(before), path, len(before))
        return "", (_not_utf8(at, f"the byte {shown} is not UTF-8"),)


def find_refused_characters(text: str, path: str) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each character that may not stand in a file, comments included."""
    if not _REFUSED.search(text):
        return ()
    return tuple(islice(_refused_characters(text, path), MOST_PROBLEMS))


def _refused_characters(text: str, path: str) -> Iterator[Diagnostic]:
    lines = Lines(text)
    for found in _REFUSED.finditer(text):
        yield _refused_character(found.group(), _at(lines, path, found.start()))


def _at(lines: Lines, path: str, index: int) -> Location:
    line, column = lines.position(index)
    return Location(path, line, column, line, column + 1)


def _refused_character(character: str, at: Location) -> Diagnostic:
    code = f"U+{ord(character):04X}"
    if character == "\ufeff":
        return _byte_order_mark(at)
    if character in _LINE_BREAKS:
        return Diagnostic(
            "line-break-character",
            "error",
            f"{code} ({_LINE_BREAKS[character]}) is a line break to some programs and not to others",
            at,
            hint=f'use a plain line break, or write "\\u{ord(character):04x}" between double quotes',
        )
    return Diagnostic(
        "control-character",
        "error",
        f"{code} is a control character, which no reader can see",
        at,
        hint=f'remove it, or write "\\u{ord(character):04x}" between double quotes if it is meant',
    )


def _byte_order_mark(at: Location) -> Diagnostic:
    return Diagnostic(
        "byte-order-mark",
        "error",
        "U+FEFF, a byte order mark, stands here unseen",
        at,
        hint='save the file as "UTF-8", not as "UTF-8 with BOM"',
    )


def _not_utf8(at: Location, what: str) -> Diagnostic:
    return Diagnostic("not-utf8", "error", f"{what}; only UTF-8 is read", at, hint='save the file as "UTF-8"')
