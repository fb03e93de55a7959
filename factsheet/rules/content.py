"""What a rule sees: the whole content, and what is found out about it once for all rules."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factsheet.composing.desk import Desk
from factsheet.model import Corpus, Document, Object, Record
from factsheet.rules.survey import Survey, Words, survey
from factsheet.schemas import Schemas
from factsheet.text import is_plain

ReadCapture = Callable[[str], str | None]
"""Returns the captured text of a source, by the path of the capture under content/."""


def read_nothing(path: str) -> None:
    """Return nothing: there are no captures."""
    del path


@dataclass(frozen=True)
class Content:
    """The content as the rules see it.

    `files` are the paths under content/; `broken` the ids of records that could not be read, which are known to exist.
    `today` is the day (YYYY-MM-DD) that reviews must not be due before, '' to leave them alone. `fonts` are the
    publication's own, `settings` the document of site.yaml.
    """

    corpus: Corpus
    schemas: Schemas
    site: Object
    files: Collection[str] = ()
    broken: frozenset[str] = frozenset()
    today: str = ""
    fonts: tuple[Path, ...] = ()
    read_capture: ReadCapture = read_nothing
    settings: Document | None = None

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Return all records, drafts too, in the order of their ids."""
        return tuple(self.corpus.records[target] for target in sorted(self.corpus.records))

    @cached_property
    def desk(self) -> Desk:
        """Return the desk that sheets are composed at: what it derives, rules look at."""
        return Desk(self.corpus, self.schemas, self.site)

    @cached_property
    def surveys(self) -> Mapping[str, Survey]:
        """Return the survey of each record."""
        return {record.id: survey(record.data, self.desk.shape(record.kind)) for record in self.records}

    @cached_property
    def characters(self) -> frozenset[str]:
        """Return each character beyond ASCII that stands in a text."""
        return frozenset("".join([words.text for _, words in self.unusual_words]))

    @cached_property
    def words(self) -> tuple[tuple[Record, Words], ...]:
        """Return every text of every record."""
        return tuple((record, words) for record in self.records for words in self.surveys[record.id].words)

    @cached_property
    def unusual_words(self) -> tuple[tuple[Record, Words], ...]:
        """Return the texts that have more than ASCII characters that can be seen."""
        return tuple(each for each in self.words if not is_plain(each[1].text))

    def of_kind(self, *kinds: str) -> Iterator[Record]:
        """Yield the records of some kinds, but not those that are withdrawn or rejected as a whole."""
        for record in self.records:
            if record.kind in kinds and "withdrawn" not in record.data and "rejected" not in record.data:
                yield record
