"""Numbers in figures and words: `10 000`, `1.2m`, `two hundred and fifty thousand`, `half a million`."""

import re
from typing import Final

UNITS: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS: Final = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES: Final = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
}
_SMALL: Final = "|".join([*UNITS, *TENS])
WORD: Final = (
    rf"(?:{_SMALL})(?:[\s\-](?:{'|'.join(list(UNITS)[1:10])}))?"
    rf"|(?:half\s+an?|an?)(?=\s+(?:hundred|thousand|million|billion|dozen)\b)"
)
FIGURE: Final = r"\d{1,3}(?:[,  \u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMBER: Final = (
    rf"(?:(?:{FIGURE})(?:\s?(?:k|mn|mln|bn|m)\b)?|\b(?:{WORD}))"
    rf"(?:[\s\-](?:hundred|thousand|million|billion|trillion|dozen)\b)*"
    rf"(?:(?<=hundred)\s+(?:and\s+)?(?:{_SMALL})(?:-(?:{'|'.join(list(UNITS)[1:10])}))?\b(?:\s+thousand\b)?"
    rf"|(?<=thousand)\s+(?:and\s+)?(?:{_SMALL})(?:-\w+)?\b(?:\s+hundred\b(?:\s+and\s+(?:{_SMALL})(?:-\w+)?\b)?)?)?"
)
_PART: Final = re.compile(r"\d[\d,  \u202f]*(?:\.\d+)?|[a-z]+")


def read_number(text: str) -> float | None:
    """Return the number that a text says, or None."""
    total, current = 0.0, 0.0
    seen = False
    for part in _PART.findall(text.casefold()):
        value = _value(part)
        if value is not None:
            current, seen = current + value, True
        elif part == "half":
            current, seen = 0.5, True
        elif part in {"a", "an"}:
            current = current or 1.0
            seen = True
        elif part in SCALES:
            scale = SCALES[part]
            if scale in {100, 12, 20}:
                current = (current or 1.0) * scale
            else:
                total, current = total + (current or 1.0) * scale, 0.0
            seen = True
        elif part != "and":
            return None
    return round(total + current, 6) if seen else None


def _value(part: str) -> float | None:
    if part[0].isdigit():
        digits = re.sub(r"[,  \u202f]", "", part).strip()
        return float(digits) if digits.count(".") <= 1 and len(digits) < 19 else None  # noqa: PLR2004 - a small count, told by its line
    return UNITS.get(part, TENS.get(part))
