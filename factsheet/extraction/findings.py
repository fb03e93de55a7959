"""All stages in their order: an article in, what is found in it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factsheet.extraction.agreeing.agreement_arguments import Agreement
from factsheet.extraction.agreeing.agreements import find_agreements
from factsheet.extraction.assisting.provided import Notice
from factsheet.extraction.counting.quantities import Quantity, find_quantities
from factsheet.extraction.dating.dates import DateMention, find_dates
from factsheet.extraction.naming.entities import Entity, Typist
from factsheet.extraction.naming.gazetteer import Gazetteer
from factsheet.extraction.naming.relations import Relation, find_relations
from factsheet.extraction.naming.stages import find_names
from factsheet.extraction.reading.article import Article, read_article
from factsheet.extraction.speaking.attribution import Attributions, Credit


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of something, and who is credited with it.

    `rule` is the provider that alone named it, `also` the one that names it too.
    """

    quantity: Quantity
    credit: Credit
    rule: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the stages found in one article; `notices` tell what a provider said and was not taken."""

    article: Article
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    dates: tuple[DateMention, ...]
    agreements: tuple[Agreement, ...]
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...] = ()

    def sorted_by(self, sort: str) -> Sequence[Entity]:
        """Return the entities of one sort."""
        return tuple(each for each in self.entities if each.sort == sort)


def find(text: str, published: date, *, gazetteer: Gazetteer | None = None, typist: Typist | None = None) -> Findings:
    """Return what the rules find in a text that was published on a day."""
    article = read_article(text, published)
    dates = find_dates(article)
    names = find_names(article, dates, gazetteer, typist)
    entities = list(names.entities)
    relations = find_relations(article, entities)
    quantities = find_quantities(article, dates)
    attributions = Attributions(article, entities)
    claims = tuple(Claim(quantity, attributions.credit(quantity.start)) for quantity in quantities)
    agreements = find_agreements(article, entities, names.mentions, dates)
    return Findings(article, tuple(entities), tuple(relations), dates, tuple(agreements), claims)
