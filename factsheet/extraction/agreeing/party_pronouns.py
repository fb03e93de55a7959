"""Stage 8: whom a pronoun right before a verb speaks of: `the truce they signed`, `the accord he signed`."""

import re
from typing import Final

from factsheet.extraction.agreeing.agreement_pairs import Pairs
from factsheet.extraction.agreeing.party_roles import Party, is_side
from factsheet.extraction.reading.article import Article
from factsheet.extraction.speaking.speakers import Speakers

_PRONOUN: Final = re.compile(
    r"\s(?P<who>he|she|it|they|the\s+two|the\s+parties|(?:the\s+two|both)\s+sides)"
    r"\s+(?:(?:has|have|had|both|jointly|\w+ly)\s+)*$"
)


class Pronouns:
    """Finds who is meant, in the sentence of a pronoun or the one before it."""

    def __init__(self, article: Article, speakers: Speakers, pairs: Pairs) -> None:
        self.article = article
        self.speakers = speakers
        self.pairs = pairs

    def read(self, before: str, base: int) -> list[Party] | None:
        """Return whom the pronoun at the end of some words speaks of, None where they end with none."""
        pronoun = _PRONOUN.search(before)
        if not pronoun:
            return None
        found = self._spoken_of(pronoun.group("who"), base + pronoun.start("who"))
        return found if found or " " not in pronoun.group("who") else None

    def _spoken_of(self, pronoun: str, offset: int) -> list[Party]:
        """Return whom a pronoun right before a verb speaks of: `the truce they signed`, `the accord he signed`."""
        if pronoun not in {"he", "she", "it"}:
            return self.pairs.before((offset, offset + len(pronoun)))
        number = self.article.sentence_at(offset)
        if pronoun == "it":
            return self._one_side(number, offset)
        for sentence in reversed(self.article.sentences[max(0, number - 1) : number + 1]):
            named = self.speakers.within(sentence.start, min(offset, sentence.end))
            people = [pair for pair in named if pair[1].sort == "person"]
            if people:
                return [Party(people[0][1].name, *people[0])]
        return []

    def _one_side(self, number: int, offset: int) -> list[Party]:
        """Return the one side that a sentence names before an offset, or the sentence before it does."""
        for sentence in reversed(self.article.sentences[max(0, number - 1) : number + 1]):
            named = self.speakers.within(sentence.start, min(offset, sentence.end))
            sides = {each.name: Party(each.name, span, each) for span, each in named if is_side(each)}
            if sides:
                return list(sides.values()) if len(sides) == 1 else []
        return []
