"""The text between scalars: indicators, blanks and comments, where libyaml takes what YAML 1.2 refuses."""

import re
from collections.abc import Sequence

from factsheet.loading.places import Stretch
from factsheet.loading.problems import Problems

_SUSPECT = re.compile(r"[#\t?%]")
_FOUND = re.compile(r"#[^\r\n]*|\t|\?|%")
_SCALAR = "\0"  # stands for a scalar; no text that is parsed holds it


def check_gaps(scalars: Sequence[Stretch], problems: Problems, *, is_whole: bool) -> None:
    """Note comments, tabs, question marks and directives that stand where they may not between `scalars`.

    What follows the last scalar is looked at when `is_whole`: when it has been read without an error.
    """
    text = problems.text
    if not _SUSPECT.search(text):
        return
    starts = [0, *(last for _, last in scalars)]
    stops = [*(first for first, _ in scalars), len(text) if is_whole else starts[-1]]
    joined = _SCALAR.join([text[start:stop] for start, stop in zip(starts, stops, strict=True)])
    for found in _FOUND.finditer(joined):
        complaint = _complain(joined, found)
        if complaint:
            rule, message, hint = complaint
            place = found.start()
            gap = joined.count(_SCALAR, 0, place)
            problems.add(rule, message, starts[gap] + place - (joined.rfind(_SCALAR, 0, place) + 1), hint=hint)


def _complain(joined: str, found: re.Match[str]) -> tuple[str, str, str] | None:
    place = found.start()
    before = joined[max(joined.rfind("\n", 0, place), joined.rfind("\r", 0, place)) + 1 : place]
    what = found.group()[0]
    if what == "#" and before and before[-1] not in " \t":
        return "yaml-comment", 'a comment needs a space before its "#"', 'write " #", or quote the text that holds it'
    if what == "\t" and not before.strip(" ") and joined[found.end() :].lstrip(" \t")[:1] not in ("", "\r", "\n", "#"):
        return "yaml-indentation", "a tab stands where only spaces can indent", "indent with spaces"
    if what == "?":
        hint = 'write "key: value"; quote text that starts with a question mark'
        return "yaml-key", 'a key marked with "?" is not read', hint
    if what == "%" and not before:
        return "yaml-directive", 'a directive ("%...") is not read', "remove it; YAML 1.2 is what is read anyway"
    return None
