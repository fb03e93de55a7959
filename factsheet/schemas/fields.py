"""What is wrong with the fields of a map: unknown, misspelt, missing, without a value."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from factsheet.diagnostics import Fix, Pointer
from factsheet.model import Json, Object
from factsheet.schemas.failures import Failure
from factsheet.schemas.phrases import first_sentence, join, list_words, quote, shorten
from factsheet.schemas.problems import Problem
from factsheet.schemas.scene import Scene
from factsheet.schemas.spelling import is_slip

COMMA_HINT = "in {...} a comma ends the text before it: put quotes around the text, or give it a line of its own"
_OTHER_WORDS: Mapping[str, str] = {
    "begin": "from",
    "citation": "cite",
    "citations": "cite",
    "end": "until",
    "on": "date",
    "source": "cite",
    "sources": "cite",
    "start": "from",
    "to": "until",
}
"""What editors who know other tools write, and the field they look for."""


def explain_fields(pointer: Pointer, failures: Sequence[Failure], scene: Scene) -> Iterator[Problem]:
    """Yield a problem for each field of the map at `pointer` that is too much, and one for those that are missing."""
    missing = [failure.name or "" for failure in failures if failure.keyword == "required"]
    offered = [name for failure in failures for name in _offered(failure)]
    meant: set[str] = set()
    for failure in failures:
        if failure.keyword == "additionalProperties" and failure.name is not None:
            problem, name = _explain_unknown(pointer, failure.name, [*missing, *offered], scene)
            meant.add(name)
            yield problem
    left = [name for name in missing if name not in meant]
    if left:
        yield _explain_missing(pointer, left, scene)
    for failure in failures:
        yield from _explain_condition(pointer, failure, meant, scene)


def explain_empty(pointer: Pointer, scene: Scene) -> Problem:
    """Return the problem of a key, or an entry of a list, that has no value."""
    step = pointer[-1] if pointer else ""
    if not pointer:
        return Problem("empty-value", "the record is empty", scene.at(pointer))
    if isinstance(step, int):
        message, hint = f"{scene.name(pointer)} is empty", "write a value behind the -, or take the line out"
        return Problem("empty-value", message, scene.at(pointer), hint)
    hint = COMMA_HINT if scene.is_flow(pointer[:-1]) else _how_to_fill(scene.schema(pointer))
    return Problem("empty-value", f'"{shorten(step)}" has no value', scene.key_at(pointer), hint)


def _how_to_fill(schema: Object) -> str:
    branches = schema.get("anyOf")
    words = "write a value, or take the line out"
    return f"{words}; if nobody knows it, write unknown" if isinstance(branches, list) and len(branches) > 2 else words  # noqa: PLR2004


def _explain_unknown(pointer: Pointer, name: str, wanted: Sequence[str], scene: Scene) -> tuple[Problem, str]:
    """Return the problem of an unknown field, and the field that was meant, if one is near."""
    place = (*pointer, name)
    value = scene.value(pointer)
    free = [field for field in scene.fields(pointer) if isinstance(value, dict) and field not in value]
    meant = _find_near(name, wanted) or _find_near(name, free)
    if scene.value(place) is None and not meant and scene.is_flow(pointer):
        message = f'"{shorten(name)}" is a key without a value'
        return Problem("empty-value", message, scene.key_at(place), COMMA_HINT), ""
    at = scene.key_at(place)
    if meant:
        fix = Fix(at, meant) if at.end_column - at.column == len(name) and is_slip(name, meant) else None
        return Problem("unknown-field", f'unknown field "{shorten(name)}"', at, f'did you mean "{meant}"?', fix), meant
    hint = _where_known(pointer, name, free, scene)
    return Problem("unknown-field", f'unknown field "{shorten(name)}"', at, hint), ""


def _find_near(name: str, names: Sequence[str]) -> str:
    other = _OTHER_WORDS.get(name.lower(), "")
    if other in names:
        return other
    plain = name.lower().replace("-", "_").replace(" ", "_")
    near = get_close_matches(plain, names, n=1, cutoff=0.6)
    return near[0] if near else ""


def _where_known(pointer: Pointer, name: str, free: Sequence[str], scene: Scene) -> str:
    if pointer and name in scene.fields(()):
        return f'"{name}" is a field of the record itself: it begins at the left margin'
    known = scene.fields(pointer)
    near = _find_near(name, known)
    if near:
        return f'"{near}" is there already'
    return f"the fields here are {list_words([*free] or known)}" if known else "no field is known here"


def _explain_missing(pointer: Pointer, names: Sequence[str], scene: Scene) -> Problem:
    verb = "is" if len(names) == 1 else "are"
    where = f" in {scene.name(pointer)}" if pointer else ""
    properties = scene.picked(pointer).get("properties")
    hint = ""
    if len(names) == 1 and isinstance(properties, dict):
        schema = properties.get(names[0])
        hint = first_sentence(scene.schemas.resolve(schema)) if isinstance(schema, dict) else ""
    return Problem("missing-field", f"{join(quote(names), 'and')} {verb} missing{where}", scene.at(pointer), hint)


def _explain_condition(pointer: Pointer, failure: Failure, meant: set[str], scene: Scene) -> Iterator[Problem]:
    if failure.keyword == "dependentRequired" and failure.name not in meant:
        needs = failure.params["value"]
        value = scene.value(pointer)
        present = value if isinstance(value, dict) else {}
        owner = next((k for k, names in _items(needs) if k in present and failure.name in (names or ())), "")
        message = f'"{owner}" needs "{failure.name}" beside it'
        yield Problem("missing-field", message, scene.key_at((*pointer, owner)))
    choices = _choices(failure)
    if not choices or meant.intersection(name for names in choices for name in names):
        return
    shown = [join(quote(names), "and") for names in choices]
    value = scene.value(pointer)
    given = [names for names in choices if isinstance(value, dict) and all(name in value for name in names)]
    if len(given) > 1:
        at = scene.key_at((*pointer, given[1][0]))
        yield Problem("not-allowed", f"there can be {join(shown)}, but only one of them", at)
    elif not given:
        where = f" in {scene.name(pointer)}" if pointer else ""
        yield Problem("missing-field", f"{join(shown)} is missing{where}", scene.at(pointer))


def _items(value: Json) -> list[tuple[str, list[Json]]]:
    return [(key, inner) for key, inner in value.items() if isinstance(inner, list)] if isinstance(value, dict) else []


def _offered(failure: Failure) -> list[str]:
    return [name for names in _choices(failure) for name in names]


def _choices(failure: Failure) -> list[list[str]]:
    """Return the fields that each branch wants, where a choice is only about which fields are there."""
    branches = failure.params.get("value")
    if failure.keyword not in {"anyOf", "oneOf"} or not isinstance(branches, list):
        return []
    wanted = [branch.get("required") for branch in branches if isinstance(branch, dict) and "type" not in branch]
    found = [[str(name) for name in names] for names in wanted if isinstance(names, list)]
    return found if len(found) == len(branches) else []
