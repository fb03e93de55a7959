"""What is asked of the other annotations of an operator's schema: titles, labels, units, folders, ways back."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from factsheet.diagnostics import did_you_mean
from factsheet.model import Json, Object

KNOWN: Final = frozenset(
    (
        "x-digest", "x-folder", "x-form", "x-inverse", "x-inverse-title", "x-inverse-titles", "x-key", "x-keys",
        "x-kind", "x-label", "x-labels", "x-list", "x-main", "x-plural", "x-plurals", "x-ref", "x-titles", "x-unit",
    )
)  # fmt: skip
"""Every annotation that is read here; others are let through, unless they look like a slip of these."""

_FOLDER: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INVERSE: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_TAKEN: Final = frozenset(("assets", "captures", "data", "media", "schemas"))
"""Folders of an output or of the content that no kind can have."""


def find_annotation_flaws(schema: Object) -> Iterator[str]:
    """Yield what is wrong with the annotations of one schema, references and forms aside."""
    for keyword, value in schema.items():
        test = _TESTS.get(keyword)
        if test and not test[0](value):
            yield f'"{keyword}" is {test[1]}'
        elif keyword.startswith("x-") and keyword not in KNOWN:
            hint = did_you_mean(keyword, sorted(KNOWN))
            if hint:
                yield f'"{keyword}" means nothing here; {hint}'


def find_folder_flaw(folder: Json, others: Mapping[str, str]) -> str:
    """Return what is wrong with the folder of a kind, or nothing; `others` has the kinds of the other folders."""
    if not isinstance(folder, str) or not _FOLDER.fullmatch(folder):
        return '"x-folder" is the name of a folder: small letters a to z, digits and single hyphens'
    if folder in _TAKEN:
        return f'"x-folder": "{folder}" is kept for other things; choose another name'
    return f'"x-folder": "{folder}" is that of the kind "{others[folder]}" already' if folder in others else ""


def _is_text(value: Json) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: Json) -> bool:
    return isinstance(value, dict) and bool(value) and all(_is_text(text) for text in value.values())


def _is_labels(value: Json) -> bool:
    return isinstance(value, dict) and all(_is_texts(texts) for texts in value.values())


def _is_inverse(value: Json) -> bool:
    return isinstance(value, str) and bool(_INVERSE.fullmatch(value))


_TEXT: Final = (_is_text, "a text")
_TEXTS: Final = (_is_texts, 'a text for each language, such as {"en": "Capital", "tr": "Başkent"}')
_TESTS: Final[Mapping[str, tuple[Callable[[Json], bool], str]]] = {
    "x-plural": _TEXT,
    "x-inverse-title": _TEXT,
    "x-main": (_is_text, "the name of a property"),
    "x-list": _TEXT,
    "x-titles": _TEXTS,
    "x-plurals": _TEXTS,
    "x-inverse-titles": _TEXTS,
    "x-unit": (lambda value: _is_text(value) or _is_texts(value), "a unit, or one for each language"),
    "x-labels": (_is_labels, 'the labels of each word, such as {"yes": {"en": "Yes", "tr": "Evet"}}'),
    "x-inverse": (_is_inverse, "a word for the way back: small letters, digits and single _, such as capital_of"),
    "x-digest": (lambda value: isinstance(value, bool), "true or false"),
}


def find_kind_flaws(schema: Object, name: str, folders: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield keyword and message for what is wrong with how a kind is named; `folders` has the kinds of each."""
    kind = schema.get("x-kind", name)
    if kind != name:
        yield "x-kind", f'the kind is named by its file: "{name}"; leave "x-kind" out'
    folder = schema.get("x-folder", f"{name}s")
    others = {each: next(k for k in kinds if k != name) for each, kinds in folders.items() if set(kinds) - {name}}
    flaw = find_folder_flaw(folder, others)
    if flaw:
        yield "x-folder", flaw
