"""The part of regular expressions that ECMAScript, Rust and Python read alike."""

import re

_FOREIGN = (
    (r"\\[dDwWsSbBpPkAZzGQE]", 'has "{}": it means different things in different programs; list the characters: [0-9]'),
    (r"\\[0-9]", 'has "{}": references back are not understood everywhere'),
    (r"\(\?(?!:)", 'has "{}": only (...) and (?:...) are understood everywhere'),
    (r"[*+?}]\+", 'has "{}": possessive repeats are not understood everywhere'),
    (r"\[:|&&|--|~~", 'has "{}": it means different things in different programs'),
)
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")


def find_pattern_flaw(pattern: str) -> str:
    """Return why `pattern` may not be used, or nothing."""
    for foreign, message in _FOREIGN:
        searched = pattern if foreign.startswith((r"\\", r"\[")) else _without_classes(pattern)
        found = re.search(foreign, re.sub(r"\\\\", "  ", searched))
        if found:
            return f"{_quote(pattern)} {message.format(found[0])}"
    try:
        re.compile(pattern)
    except re.error as error:
        return f"{_quote(pattern)} is not a regular expression: {error}"
    return ""


def _without_classes(pattern: str) -> str:
    plain = _ESCAPED.sub("  ", pattern)
    return _CLASS.sub(lambda found: " " * len(found[0]), plain)


def _quote(pattern: str) -> str:
    return f'"{pattern}"'
