"""The text between scalars: indicators, blanks and comments, where libyaml takes what YAML 1.2 refuses."""

import re
from collections.abc import Sequence

from factsheet.loading.places import Stretch
from factsheet.loading.problems import Problems

_SUSPECT = re.compile(r"[#\t?%]")
_LINE_START = r"(?:\A|(?<=[\r\n]))"
_FOUND = re.compile(
    rf"(?P<comment>#)[^\r\n]*|(?P<tab>{_LINE_START} *\t[ \t]*)(?=[^ \t\r\n#])|(?P<key>\?)|(?P<directive>{_LINE_START}%)"
)
_COMPLAINTS = {
    "comment": (
        "yaml-comment",
        'a comment needs a space before its "#"',
        'write " #", or quote the text that holds it',
    ),
    "tab": ("yaml-indentation", "a tab stands where only spaces can indent", "use spaces"),
    "key": (
        "yaml-key",
        'a key marked with "?" is not read',
        'write "key: value"; quote text that starts with a question mark',
    ),
    "directive": (
        "yaml-directive",
        'a directive ("%...") is not read',
        "remove it; YAML 1.2 is what is read anyway",
    ),
}
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
        place = found.start()
        kind = found.lastgroup or ""
        if kind == "comment" and (not place or joined[place - 1] in " \t\r\n"):
            continue
        rule, message, hint = _COMPLAINTS[kind]
        gap = joined.count(_SCALAR, 0, place)
        problems.add(rule, message, starts[gap] + place - (joined.rfind(_SCALAR, 0, place) + 1), hint=hint)
