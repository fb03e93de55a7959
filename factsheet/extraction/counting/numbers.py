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
_GROUPED: Final = r",\u00a0\u2009\u202f "
_DIGIT: Final = "|".join(list(UNITS)[1:10])
_SCALE: Final = "hundred|thousand|million|billion|trillion|dozen"
WORD: Final = (
    rf"(?:{_SMALL})(?:[\s\-](?:{_DIGIT}))?"
    rf"|(?:half\s+an?|a\s+half|a\s+couple\s+of|an?)(?=\s+(?:hundred|thousand|million|billion|dozen)\b)"
)
FIGURE: Final = rf"\d{{1,3}}(?:[{_GROUPED}]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HALF: Final = r"(?:\s+and\s+a\s+half\b)?"
NUMBER: Final = (
    rf"(?:(?:(?:{FIGURE})(?:\s?(?:k|mn|mln|bn|m)\b)?|\b(?:{WORD})){_HALF}"
    rf"(?:[\s\-](?:{_SCALE})\b)*{_HALF}"
    rf"(?:(?<=hundred)\s+(?:and\s+)?(?:{_SMALL})(?:-(?:{_DIGIT}))?\b(?:\s+thousand\b)?"
    rf"|(?<=thousand)\s+(?:and\s+)?(?:{_SMALL})(?:-\w+)?\b(?:\s+hundred\b(?:\s+and\s+(?:{_SMALL})(?:-\w+)?\b)?)?)?"
    r"|\b(?:a\s+quarter|three[\s-]quarters|half)\s+of\s+an?\s+(?:million|billion)\b)"
)
_FRACTION: Final = re.compile(r"(?P<part>a quarter|three[ -]quarters|half) of an? (?P<scale>million|billion)$")
_AND_HALF: Final = re.compile(
    r"(?P<count>\S+)(?: (?P<first>hundred|thousand|million|billion))? and a half(?: (?P<last>\w+))?$"
)
_PARTS_OF_ONE: Final = {"a quarter": 0.25, "half": 0.5, "three quarters": 0.75}
_PART: Final = re.compile(rf"\d[\d{_GROUPED}]*(?:\.\d+)?|[a-z]+")


def read_number(text: str) -> float | None:
    """Return the number that a text says, or None."""
    lowered = " ".join(text.casefold().split())
    fraction, half = _FRACTION.match(lowered), _AND_HALF.match(lowered)
    if fraction:
        return _PARTS_OF_ONE[fraction["part"].replace("-", " ")] * SCALES[fraction["scale"]]
    if half:
        count = 1 if half["count"] in {"a", "an"} else _value(half["count"])
        scale = SCALES.get(half["first"] or half["last"] or "", 1)
        return None if count is None else (count + 0.5) * scale
    total, current = 0.0, 0.0
    seen = False
    for part in _PART.findall(re.sub(r"\ba couple of\b", "two", lowered)):
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
        digits = re.sub(f"[{_GROUPED}]", "", part)
        return float(digits) if digits.count(".") <= 1 and len(digits) < 19 else None  # noqa: PLR2004 - a small count, told by its line
    return UNITS.get(part, TENS.get(part))
