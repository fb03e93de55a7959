"""The findings of an article laid out by place, while what a language model names is merged into them."""

from factsheet.extraction.assisting.provided import Notice
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.findings import Claim, Findings
from factsheet.extraction.naming.entities import Entity, fold
from factsheet.extraction.reading.article import Span


class Table:
    """What is found so far; `fresh` are the entities that only the provider named."""

    def __init__(self, findings: Findings, provider: str) -> None:
        self.article = findings.article
        self.text = findings.article.text
        self.provider = provider
        self.rules = findings
        self.fresh: list[Entity] = []
        self.relations = list(findings.relations)
        self.dates = list(findings.dates)
        self.agreements = list(findings.agreements)
        self.claims = list(findings.claims)
        self.notices: list[Notice] = []
        self._taken = bytearray(len(self.text))
        self._by_span: dict[Span, Entity] = {}
        self._by_name: dict[tuple[str, str], Entity] = {}
        for entity in findings.entities:
            self._lay(entity)

    def _lay(self, entity: Entity) -> None:
        for name in entity.names:
            self._by_name.setdefault((entity.sort, fold(name.text)), entity)
            for span in name.spans:
                self.take(span, entity)

    def add(self, entity: Entity) -> None:
        """Add an entity that only the provider named."""
        self.fresh.append(entity)
        self._lay(entity)

    def take(self, span: Span, entity: Entity) -> None:
        """Note that a stretch of the text names an entity."""
        self._by_span.setdefault(span, entity)
        self._taken[slice(*span)] = b"\x01" * (span[1] - span[0])

    def at(self, span: Span) -> Entity | None:
        """Return the entity that exactly this stretch names, with its article or without."""
        found = self._by_span.get(span)
        if found is None and self.text[max(0, span[0] - 4) : span[0]] in {"The ", "the "}:
            found = self._by_span.get((span[0] - 4, span[1]))
        return found

    def over(self, span: Span) -> Entity | None:
        """Return an entity of which a mention shares a letter with a stretch."""
        return next((each for other, each in self._by_span.items() if other[0] < span[1] and span[0] < other[1]), None)

    def by_name(self, text: str, sort: str) -> Entity | None:
        """Return the entity of a sort that is called so."""
        return self._by_name.get((sort, fold(text)))

    def who(self, span: Span, *sorts: str) -> Entity | None:
        """Return the entity of some sorts that a stretch names, there or elsewhere in the text."""
        here = self.at(span)
        if here is not None:
            return here if here.sort in sorts else None
        text = self.text[slice(*span)]
        return next((each for sort in sorts if (each := self.by_name(" ".join(text.split()), sort))), None)

    def is_free(self, span: Span) -> bool:
        """Tell whether no name stands in a stretch."""
        return 1 not in self._taken[slice(*span)]

    def dates_over(self, span: Span) -> list[DateMention]:
        """Return the dates that share a letter with a stretch."""
        return [each for each in self.dates if each.start < span[1] and span[0] < each.end]

    def counts_over(self, span: Span) -> list[Claim]:
        """Return the claims of which the number shares a letter with a stretch."""
        return [each for each in self.claims if each.quantity.start < span[1] and span[0] < each.quantity.end]

    def refuse(self, code: str, at: str, note: str, span: Span) -> None:
        """Note why something that stands in the text is not taken."""
        self.notices.append(Notice(code, at, note, self.text[slice(*span)], span))
