"""What a rule sees, and what a rule is."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from factsheet.diagnostics import Diagnostic
from factsheet.model import Corpus, Object
from factsheet.schemas import Schemas


@dataclass(frozen=True, slots=True)
class Content:
    """The content as the rules see it.

    `files` are the paths under content/; `broken` the ids of records that could not be read, which are known to exist.
    """

    corpus: Corpus
    schemas: Schemas
    site: Object
    files: Collection[str] = ()
    broken: frozenset[str] = frozenset()


Rule = Callable[[Content], Iterator[Diagnostic]]
