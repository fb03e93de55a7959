"""What is wrong with one value: our own words for every keyword of JSON Schema."""

from collections.abc import Callable, Mapping, Sequence

from factsheet.diagnostics import Fix, Location, Pointer, did_you_mean
from factsheet.encoding import encode
from factsheet.model import Json
from factsheet.schemas.failures import Failure
from factsheet.schemas.fields import COMMA_HINT
from factsheet.schemas.fixing import inside, is_fixable, is_plain, is_safe, like_a_tag, like_a_word
from factsheet.schemas.literals import find_flaw
from factsheet.schemas.phrases import (
    first_sentence,
    list_words,
    name_reading,
    name_wanted,
    shorten,
    show,
)
from factsheet.schemas.picking import MISSING_WORDS, find_traits
from factsheet.schemas.problems import Problem
from factsheet.schemas.scene import Scene
from factsheet.schemas.spelling import is_slip

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ORDER = (
    "type", "anyOf", "oneOf", "const", "enum", "not", "propertyNames", "uniqueItems", "minItems", "minProperties",
    "maxItems", "maxProperties", "maxLength", "minLength", "format", "minimum", "exclusiveMinimum", "maximum",
    "exclusiveMaximum", "multipleOf", "pattern",
)  # fmt: skip
_FORMAT_RULES = {
    "amount": "invalid-amount",
    "edtf": "invalid-date",
    "lang-tag": "invalid-language-tag",
    "moment": "invalid-moment",
    "uri": "invalid-address",
}
_FORMAT_HINTS = {
    "lang-tag": "such as en, ar or ar-Latn",
    "moment": "such as 2026-12-01T06:00:00+03:00",
    "uri": "such as https://example.org/page",
}
_FORM_FORMATS = {"date": "edtf", "amount": "amount"}
_LENGTHS = {
    "maxItems": ("too-long", "{place} has {size} entries; at most {limit}"),
    "maxLength": ("too-long", "{place} has {size} characters; at most {limit}"),
    "maxProperties": ("too-long", "{place} has {size} fields; at most {limit}"),
    "minItems": ("too-short", "{place} has {size} entries; at least {limit}"),
    "minLength": ("too-short", "{place} has {size} characters; at least {limit}"),
    "minProperties": ("too-short", "{place} has {size} fields; at least {limit}"),
}
_RANGES = {
    "exclusiveMaximum": "below",
    "exclusiveMinimum": "above",
    "maximum": "at most",
    "minimum": "at least",
}

Explain = Callable[[Failure, Scene], Problem]


def explain_value(failures: Sequence[Failure], scene: Scene) -> Problem:
    """Return the one problem behind all that a schema has against the value at one place."""
    failure = min(failures, key=lambda f: ORDER.index(f.keyword) if f.keyword in ORDER else len(ORDER))
    value = scene.value(failure.pointer)
    schema = scene.picked(failure.pointer)
    name = str(_FORM_FORMATS.get(str(schema.get("x-form")), schema.get("format")))
    if isinstance(value, str) and name in _FORMAT_RULES and failure.keyword not in {"type", "maxLength"}:
        flawed = _explain_format(name, value, failure.pointer, scene)
        if flawed:
            return flawed
    return _EXPLAINERS.get(failure.keyword, _explain_other)(failure, scene)


def _explain_format(name: str, text: str, pointer: Pointer, scene: Scene) -> Problem | None:
    flaw = find_flaw(name, text)
    if not flaw:
        return None
    place = scene.at(pointer)
    meant = _near_missing(text, pointer, scene) or flaw.suggestion
    fix = Fix(place, meant) if meant and is_plain(place, text) and is_safe(meant) else None
    if meant:
        hint = f'did you mean "{shorten(meant)}"?'
    elif name == "edtf" and isinstance(pointer[-1], int) and ".." in text:
        hint = f'a set of dates needs quotes: "[{shorten(text)}]"'
    else:
        hint = _FORMAT_HINTS.get(name) or first_sentence(scene.picked(pointer))
    message = f"{show(text)} in {scene.name(pointer)}: {flaw.message}"
    return Problem(_FORMAT_RULES[name], message, inside(place, text, flaw.offset), hint, fix)


def _near_missing(text: str, pointer: Pointer, scene: Scene) -> str:
    """Return the word for what is missing that was perhaps meant, where one may stand there."""
    words = find_traits(scene.schema(pointer), scene.schemas.resolve)
    has_missing = words.is_missing_map
    return next((word for word in sorted(MISSING_WORDS) if has_missing and is_slip(text.lower(), word)), "")


def _explain_type(failure: Failure, scene: Scene) -> Problem:
    pointer = failure.pointer
    value, schema = scene.value(pointer), scene.schema(pointer)
    wanted = name_wanted(schema, scene.schemas.resolver)
    message = f"{scene.name(pointer)} must be {wanted}; {show(value)} is read as {name_reading(value)}"
    at = scene.at(pointer)
    hint, fix = _hint_type(value, wanted, at)
    return Problem("wrong-type", message, at, hint, fix)


def _hint_type(value: Json, wanted: str, at: Location) -> tuple[str, Fix | None]:
    if isinstance(value, list) and wanted.startswith("a date"):
        inner = ", ".join(str(entry) for entry in value)
        return f'a set of dates needs quotes: "[{shorten(inner)}]"', None
    if not isinstance(value, bool | int | float) or not any(word in wanted for word in ("text", "date", "id", "words")):
        return "", None
    shown = show(value)
    if is_plain(at, shown):
        fix = None if isinstance(value, bool) else Fix(at, f'"{shown}"')
        return f'put quotes around it if text is meant: "{shown}"', fix
    return "put quotes around it to keep it as typed", None


def _explain_words(failure: Failure, scene: Scene) -> Problem:
    pointer = failure.pointer
    value = scene.value(pointer)
    words = failure.params["value"]
    known = [str(word) for word in words] if isinstance(words, list) else []
    whole = scene.schema(pointer)
    near = did_you_mean(like_a_word(value), known)
    if set(known) <= MISSING_WORDS and not near and scene.schemas.branches(whole):
        return _explain_type(failure, scene)
    if find_traits(whole, scene.schemas.resolve).is_missing_map and not set(known) <= MISSING_WORDS:
        known += ["unknown", "none", "withheld"]
    place = scene.at(pointer)
    meant = near.split('"')[1] if near else ""
    fix = Fix(place, meant) if isinstance(value, str) and is_fixable(place, value, meant) else None
    hint = f"{near} The words are {list_words(known)}" if near else f"the words are {list_words(known)}"
    title = scene.name(pointer)
    return Problem("unknown-word", f"{show(value)} is not one of the words for {title}", place, hint, fix)


def _explain_const(failure: Failure, scene: Scene) -> Problem:
    wanted = show(failure.params["value"])
    hint = first_sentence(scene.schema(failure.pointer))
    place = scene.name(failure.pointer)
    message = f"{place} can only be {wanted}, not {show(scene.value(failure.pointer))}"
    return Problem("not-allowed", message, scene.at(failure.pointer), hint)


def _explain_not(failure: Failure, scene: Scene) -> Problem:
    unwanted = failure.params["value"]
    words = unwanted.get("enum") if isinstance(unwanted, dict) else None
    shown = show(scene.value(failure.pointer))
    at = scene.at(failure.pointer)
    if isinstance(words, list):
        return Problem("reserved-word", f"{shown} is a reserved word and can't be {scene.name(failure.pointer)}", at)
    return Problem("not-allowed", f"{scene.name(failure.pointer)} can't be {shown}", at)


def _explain_pattern(failure: Failure, scene: Scene) -> Problem:
    pointer = failure.pointer
    text = str(scene.value(pointer))
    at, place = scene.at(pointer), scene.name(pointer)
    if not text.strip():
        return Problem("empty-value", f"{place} is empty", at, "write a value, or take the line out")
    if "\n" in text or "\r" in text:
        hint = "fold it with >- on the line of the key, or write it on one line"
        return Problem("wrong-pattern", f"{place} must be one line", at, hint)
    schema = scene.picked(pointer)
    if failure.params["value"] == ID_PATTERN:
        meant = _near_missing(text, pointer, scene) or like_a_word(text)
        hint = f'did you mean "{shorten(meant)}"?' if meant else first_sentence(schema)
        fix = Fix(at, meant) if meant and is_plain(at, text) else None
        message = f"{show(text)} is not an id: small letters a to z, digits and single hyphens"
        return Problem("wrong-pattern", message, at, hint, fix)
    rule = _FORMAT_RULES.get(str(schema.get("format")), "wrong-pattern")
    return Problem(rule, f"{place} can't be written as {show(text)}", at, first_sentence(schema))


def _explain_name(failure: Failure, scene: Scene) -> Problem:
    name = failure.name or ""
    at = scene.key_at((*failure.pointer, name))
    rule = failure.params["value"]
    schema = scene.schemas.resolve(rule) if isinstance(rule, dict) else {}
    if schema.get("format") == "lang-tag":
        if scene.value((*failure.pointer, name)) is None and scene.is_flow(failure.pointer):
            return Problem("empty-value", f'"{shorten(name)}" is a key without a value', at, COMMA_HINT)
        meant = like_a_tag(name)
        hint = f'did you mean "{meant}"?' if meant else "such as en, ar or ar-Latn"
        return Problem("invalid-language-tag", f'"{shorten(name)}" is not a language tag', at, hint)
    message = f'"{shorten(name)}" can\'t be a key in {scene.name(failure.pointer)}'
    hint = "small letters a to z, digits and hyphens" if schema.get("pattern") == ID_PATTERN else first_sentence(schema)
    return Problem("wrong-pattern", message, at, hint)


def explain_fieldless(pointer: Pointer, scene: Scene) -> Problem:
    """Return the problem of a map with fields where a text belongs."""
    message = f"{scene.name(pointer)} must be text, or one text for each language; it has no fields of its own"
    return Problem("wrong-type", message, scene.at(pointer), "write the text itself, or {en: ..., ar: ...}")


def _explain_duplicates(failure: Failure, scene: Scene) -> Problem:
    value = scene.value(failure.pointer)
    entries = value if isinstance(value, list) else []
    for index, entry in enumerate(entries):
        for earlier in range(index):
            if _same(entries[earlier], entry):
                at = (*failure.pointer, index)
                message = f"{scene.name(at)} repeats entry {earlier + 1}: {show(entry)}"
                first = scene.document.locate((*failure.pointer, earlier))
                return Problem("duplicate-item", message, scene.document.locate(at), related=(first,))
    return _explain_other(failure, scene)


def _explain_length(failure: Failure, scene: Scene) -> Problem:
    value = scene.value(failure.pointer)
    size = len(value) if isinstance(value, str | list | dict) else 0
    place, at = scene.name(failure.pointer), scene.at(failure.pointer)
    if size == 0:
        return Problem("empty-value", f"{place} is empty", at, "write a value, or take the line out")
    rule, words = _LENGTHS[failure.keyword]
    return Problem(rule, words.format(place=place, size=size, limit=failure.params["value"]), at)


def _explain_range(failure: Failure, scene: Scene) -> Problem:
    pointer = failure.pointer
    value, schema = scene.value(pointer), scene.picked(pointer)
    at = scene.at(pointer)
    if schema.get("x-form") == "date":
        hint = 'a year has four digits; write others as text in quotes, such as "0622"'
        return Problem(
            "invalid-date", f"{show(value)} in {scene.name(pointer)} is not a year from 1000 to 9999", at, hint
        )
    bound = f"{_RANGES[failure.keyword]} {show(failure.params['value'])}"
    rule = "invalid-amount" if schema.get("x-form") == "amount" else "out-of-range"
    return Problem(rule, f"{scene.name(pointer)} must be {bound}, not {show(value)}", at, first_sentence(schema))


def _explain_other(failure: Failure, scene: Scene) -> Problem:
    shown = show(scene.value(failure.pointer))
    hint = first_sentence(scene.schema(failure.pointer))
    return Problem("not-allowed", f"{scene.name(failure.pointer)} can't be {shown}", scene.at(failure.pointer), hint)


_EXPLAINERS: Mapping[str, Explain] = {
    **dict.fromkeys(_LENGTHS, _explain_length),
    **dict.fromkeys(_RANGES, _explain_range),
    "anyOf": _explain_type,
    "const": _explain_const,
    "enum": _explain_words,
    "not": _explain_not,
    "oneOf": _explain_type,
    "pattern": _explain_pattern,
    "propertyNames": _explain_name,
    "type": _explain_type,
    "uniqueItems": _explain_duplicates,
}


def _same(one: Json, other: Json) -> bool:
    return encode(one, sort=True) == encode(other, sort=True)
