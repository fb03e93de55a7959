"""Drafts as YAML: block style, one line for each piece of evidence, strings quoted where a reader could err."""

import re
from typing import Final

from factsheet.extraction.lexicon import listed
from factsheet.model import Json

_PLAIN: Final = re.compile(r"[A-Za-zÀ-ɏ](?:[\w .'’/()+;!?-]*[\w.'’)/+!?])?")
_WORDS: Final = listed("true false null yes no on off y n none unknown withheld ~ nan inf")
_ESCAPED: Final = re.compile(
    '[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"\\\\\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad]'
)
_NAMED: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_FLOW: Final = frozenset(
    {
        "evidence",
        "notes",
        "warnings",
        "article",
        "figures",
        "names",
        "people",
        "lineage",
        "affiliations",
        "negotiators",
        "cite",
    }
)


def dump(value: Json) -> str:
    """Return a value as a YAML document."""
    return "".join(line + "\n" for line in _block(value, 0, flow=False))


def quote(text: str) -> str:
    """Return a string as YAML, plain where that is safe."""
    if (
        _PLAIN.fullmatch(text)
        and text.casefold() not in _WORDS
        and ": " not in text
        and " #" not in text
        and "  " not in text
        and text.isprintable()
    ):
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _NAMED.get(character) or f"\\u{ord(character):04X}"


def _scalar(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return quote(str(value))


def _inline(value: Json) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quote(name)}: {_flow_scalar(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow_scalar(each) for each in value) + "]"
    return _scalar(value)


def _flow_scalar(value: Json) -> str:
    """Return a value inside braces, where a comma or a bracket would end a plain one."""
    return _inline(value) if isinstance(value, dict | list) else _scalar(value)


def _block(value: Json, depth: int, *, flow: bool) -> list[str]:
    pad = "  " * depth
    if isinstance(value, dict) and value and not flow:
        lines = []
        for name, each in value.items():
            lines += _entry(f"{pad}{quote(name)}:", each, depth, flow=name in _FLOW)
        return lines
    if isinstance(value, list) and value:
        lines = []
        for each in value:
            if isinstance(each, dict) and each and not flow:
                inner = _block(each, depth + 1, flow=False)
                lines += [f"{pad}- {inner[0].lstrip()}", *inner[1:]]
            else:
                lines.append(f"{pad}- {_inline(each)}")
        return lines
    return [f"{pad}{_inline(value)}"]


def _entry(head: str, value: Json, depth: int, *, flow: bool) -> list[str]:
    if (
        isinstance(value, list)
        and value
        and (flow or any(isinstance(each, dict) for each in value) or head.strip() == "text:")
    ):
        return [head, *_block(value, depth + 1, flow=flow)]
    if isinstance(value, dict) and value and not flow:
        return [head, *_block(value, depth + 1, flow=False)]
    return [f"{head} {_inline(value)}"]
