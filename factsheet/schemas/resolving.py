"""What a schema says once its references are followed, and which of its branches a value belongs to."""

from collections.abc import Callable, Mapping, Sequence

from factsheet.model import Json, Object
from factsheet.schemas.picking import Traits, find_branches, find_traits, pick_branch, pick_normal_branch
from factsheet.schemas.shape import follow, read_pointer

WORDS = ("title", "description", "x-titles", "x-digest")
"""What a field says of itself, whichever branch its value belongs to."""

Choose = Callable[[Sequence[Traits], Json], int | None]
Choice = tuple[Object, Sequence[Object], tuple[Traits, ...], frozenset[str]]
"""A choice, its branches, what tells them apart, and the words among that."""


class Resolver:
    """Follows references between schemas. What it finds it remembers by identity, so schemas must not change."""

    def __init__(self, documents: Mapping[str, Object]) -> None:
        self._documents = documents
        self._resolved: dict[int, tuple[Object, Object]] = {}
        self._dressed: dict[tuple[int, int], tuple[Object, Object, Object]] = {}
        self._lists: dict[int, tuple[Sequence[Json], Object]] = {}
        self._choices: dict[int, Choice] = {}
        self._picked: dict[tuple[int, Choose, object], Object] = {}

    def resolve(self, schema: Object) -> Object:
        """Return `schema` with its `$ref` replaced by what it refers to, the keywords beside the `$ref` on top."""
        if "$ref" not in schema:
            return schema
        known = self._resolved.get(id(schema))
        if known:
            return known[1]
        target = self.resolve(self.look_up(str(schema["$ref"])))
        siblings = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
        found = {**target, **siblings} if siblings else target
        self._resolved[id(schema)] = (schema, found)
        return found

    def look_up(self, reference: str) -> Object:
        """Return the schema at an address such as `urn:factsheet:common#/$defs/text`; raises LookupError."""
        uri, _, fragment = reference.partition("#")
        found = follow(self._documents[uri], read_pointer(fragment))
        if not isinstance(found, dict):
            raise LookupError(reference)  # noqa: TRY004  # nothing of the kind stands there
        return found

    def branches(self, schema: Object) -> Sequence[Object]:
        """Return the branches of the choice that `schema`, resolved, is; resolved too."""
        return self._choice(schema)[1]

    def pick(self, schema: Object, value: Json) -> Object:
        """Return the branch that a value as typed belongs to, resolved; the choice itself where it fits none."""
        return self._pick(schema, value, pick_branch)

    def pick_normal(self, schema: Object, value: Json) -> Object:
        """Return the branch that a value in normal form belongs to."""
        return self._pick(schema, value, pick_normal_branch)

    def dress(self, branch: Object, choice: Object, form: str = "") -> Object:
        """Return `branch` with the title and description of the choice it was picked from, and `form` as `x-form`."""
        if branch is choice and not form:
            return branch
        known = self._dressed.get((id(branch), id(choice)))
        if not known:
            words = {keyword: choice[keyword] for keyword in WORDS if keyword in choice}
            known = (branch, choice, {**branch, **words, **({"x-form": form} if form else {})})
            self._dressed[id(branch), id(choice)] = known
        return known[2]

    def number(self, branches: Sequence[Json], value: Json) -> int | None:
        """Return the number of the branch that a value as typed belongs to, None where there is no choice or fit."""
        known = self._lists.get(id(branches))
        if not known:
            known = self._lists[id(branches)] = (branches, {"anyOf": list(branches)})
        return pick_branch(self._choice(known[1])[2], value)

    def _pick(self, schema: Object, value: Json, choose: Choose) -> Object:
        found = self.resolve(schema)
        _, branches, traits, words = self._choice(found)
        if not branches:
            return found
        key = (id(found), choose, _shape(value, words))
        picked = self._picked.get(key)
        if picked is None:
            index = choose(traits, value)
            picked = found if index is None else self._pick(branches[index], value, choose)
            self._picked[key] = picked
        return picked

    def _choice(self, schema: Object) -> Choice:
        known = self._choices.get(id(schema))
        if not known:
            branches = find_branches(schema, self.resolve)
            traits = tuple(find_traits(branch, self.resolve) for branch in branches)
            words = frozenset[str]().union(*(branch.words or () for branch in traits))
            known = self._choices[id(schema)] = (schema, branches, traits, words)
        return known


def _shape(value: Json, words: frozenset[str]) -> object:
    """Return all that the choice of a branch goes by."""
    if isinstance(value, str):
        return value if value in words else str
    return tuple(value) if isinstance(value, dict) else type(value)
