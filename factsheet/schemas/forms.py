"""What makes an `x-form` or an `x-ref` of a schema mean something."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from factsheet.model import Json, Object
from factsheet.schemas.picking import Traits, find_branches, find_traits

FORMS = ("text", "date", "amount", "string", "maybe", "map", "list", "items")
ANY_KIND = "*"

Resolve = Callable[[Object], Object]


def find_form_flaws(schema: Object, kinds: Mapping[str, object], resolve: Resolve) -> Iterator[str]:
    """Yield what is wrong with the `x-` keywords of one schema."""
    form = schema.get("x-form")
    if "x-form" in schema and form not in FORMS:
        yield f'"x-form" is one of {", ".join(FORMS)}, not {form!r}'
    elif isinstance(form, str):
        yield from _find_branch_flaws(form, schema, resolve)
    if "x-ref" in schema:
        yield from _find_target_flaws(schema["x-ref"], kinds)


def _find_branch_flaws(form: str, schema: Object, resolve: Resolve) -> Iterator[str]:
    whole = resolve(schema)
    branches = find_branches(whole, resolve)
    traits = [find_traits(branch, resolve) for branch in branches]
    for (first, one), (second, other) in combinations(enumerate(traits), 2):
        shared = _find_overlap(one, other)
        if shared:
            yield f"branches {first} and {second} of the choice can't be told apart by a value: both take {shared}"
    if form in {"list", "items"}:
        yield from _find_list_flaws(form, [*branches, whole], resolve)
    if form in {"map", "items"}:
        yield from _find_key_flaws(whole, resolve)
    if form == "maybe" and not any(t.is_missing_map for t in traits):
        yield '"x-form": "maybe" needs a branch for {missing: ...}: urn:factsheet:common#/$defs/missing'


def _find_overlap(one: Traits, other: Traits) -> str:
    for kind in sorted(one.types & other.types):
        if kind == "string" and not _share_words(one.words, other.words):
            continue
        if kind == "object" and one.is_missing_map != other.is_missing_map:
            continue
        return f"an {kind}" if kind[0] in "aeio" else f"a {kind}"
    return ""


def _share_words(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(one & other)


def _find_list_flaws(form: str, branches: list[Object], resolve: Resolve) -> Iterator[str]:
    entries = [branch["items"] for branch in branches if isinstance(branch.get("items"), dict)]
    if not entries:
        yield f'"x-form": "{form}" needs a branch with "items"'
    elif isinstance(entries[0], dict):
        inner = find_branches(resolve(entries[0]), resolve)
        traits = [find_traits(branch, resolve) for branch in inner]
        for one, other in combinations(traits, 2):
            shared = _find_overlap(one, other)
            if shared:
                yield f'two branches of "items" can\'t be told apart by a value: both take {shared}'


def _find_key_flaws(schema: Object, resolve: Resolve) -> Iterator[str]:
    keys = schema.get("x-keys", [schema["x-key"]] if "x-key" in schema else [])
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        yield '"x-key" is the name of a property, "x-keys" a list of such names'
        return
    known = find_traits(schema, resolve).properties | _entry_properties(schema, resolve)
    for key in keys:
        if key not in known:
            yield f'"{key}" is not a property of the map that it stands for'


def _entry_properties(schema: Object, resolve: Resolve) -> frozenset[str]:
    branches: list[Json] = [schema, *find_branches(schema, resolve)]
    found = frozenset[str]()
    for branch in branches:
        entry = branch.get("items") if isinstance(branch, dict) else None
        if isinstance(entry, dict):
            found |= find_traits(resolve(entry), resolve).properties
    return found


def _find_target_flaws(targets: Json, kinds: Mapping[str, object]) -> Iterator[str]:
    if not isinstance(targets, list) or not targets:
        yield '"x-ref" is a list of kinds, or ["*"]'
        return
    for target in targets:
        if target != ANY_KIND and target not in kinds:
            yield f'"x-ref" names the kind "{target}", which has no schema; there are {", ".join(sorted(kinds))}'
