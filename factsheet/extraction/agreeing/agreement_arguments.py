"""An agreement with its arguments, each with its place in the text."""

from dataclasses import dataclass, field

from factsheet.extraction.agreeing.agreement_mentions import Instrument, Seen
from factsheet.extraction.agreeing.party_roles import Party
from factsheet.extraction.dating.dates import DateMention


@dataclass(slots=True)
class Agreement:
    """An agreement and its arguments, each with its place; `date` is EDTF and names the mention it is copied from.

    `rank` tells how surely that is the day of signing; `effective` is the day from which it holds, if that is told.

    `rule` is the provider that alone named it, `also` the one that names it too.
    """

    instrument: Instrument
    date: DateMention | None = None
    rank: int = 0
    effective: DateMention | None = None
    parties: list[Party] = field(default_factory=list)
    mediators: list[Party] = field(default_factory=list)
    place: Party | None = None
    rule: str = ""
    also: str = ""

    @property
    def head(self) -> Seen:
        """Return the mention that names it best."""
        return self.instrument.head
