"""What may be written in place of a scalar: where exactly it stands, and whether an edit is safe."""

import re
from dataclasses import replace

from factsheet.diagnostics import Location
from factsheet.model import Json
from factsheet.schemas.literals import find_flaw
from factsheet.schemas.spelling import is_slip

_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_PLAIN = re.compile(r"[0-9A-Za-z][0-9A-Za-z ~?%./-]*")


def is_plain(place: Location, text: str) -> bool:
    """Tell whether `text` stands at `place` as it is: no quotes around it, nothing folded."""
    return place.line == place.end_line > 0 and place.end_column - place.column == len(text)


def is_fixable(place: Location, typed: str, meant: str) -> bool:
    """Tell whether the word at `place` may be made `meant` without asking."""
    return bool(meant) and is_plain(place, typed) and is_slip(like_a_word(typed), meant)


def is_safe(text: str) -> bool:
    """Tell whether `text` reads as itself where a plain scalar stood."""
    return bool(_PLAIN.fullmatch(text))


def inside(place: Location, text: str, offset: int) -> Location:
    """Return the place of the character at `offset`, where the text stands there in one line, quotes or none."""
    quotes = place.end_column - place.column - len(text)
    if place.line != place.end_line or quotes not in {0, 2} or offset >= len(text):
        return place
    return replace(place, column=place.column + offset + quotes // 2, end_column=place.end_column - quotes // 2)


def like_a_word(value: Json) -> str:
    """Return a value in small letters and hyphens, as ids and words are written."""
    return _NO_LETTERS.sub("-", value.lower()).strip("-") if isinstance(value, str) else ""


def like_a_tag(name: str) -> str:
    """Return a name in the shape of a language tag, or nothing where it is none or has it already."""
    parts = name.replace("_", "-").split("-")
    shaped = [parts[0].lower(), *(_shape_subtag(part) for part in parts[1:])]
    tag = "-".join(shaped)
    return tag if tag != name and len(parts[0]) in {2, 3} and find_flaw("lang-tag", tag) is None else ""


def _shape_subtag(part: str) -> str:
    if len(part) == 4:  # noqa: PLR2004  # a script
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()  # noqa: PLR2004  # a country
