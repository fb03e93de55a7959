"""Stage 8: a party, and the words for parties that have no name: `the rebels`, `the transitional government`."""

import re
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.article import Span
from factsheet.extraction.entities import Entity

ROLE: Final = re.compile(
    r"\b(?P<role>(?:(?:rebel|opposition|government|separatist|armed|guerrilla|insurgent|rival|warring|militant|main|largest|political|social|religious|ethnic|federal|transitional|military|interim|ruling|northern|southern|communist|islamist|local|tribal|provincial|regional|civilian|caretaker|provisional|splinter|breakaway|pro-\w+|anti-\w+|[a-z]+-backed|two|three|four|five|several|seven)\s+)*(?:governments?|rebels?|opposition|separatists|guerrillas|insurgents|army|armies|military|junta|militants|militias|fighters|groups?|factions?|parties|paramilitaries|tribesmen|elders|tribes|clans|authorities|regime|forces|troops|warlords|delegations|mutineers|commanders|generals|leaders|movements))\b(?!['’]|-)",
    re.IGNORECASE,
)
LOOSE: Final = re.compile(
    r"(?:groups?|factions?|parties|elders|forces|troops|leaders|commanders|movements|tribes|clans|rebel|two|three)$",
    re.IGNORECASE,
)
NO_ROLE: Final = re.compile(
    r"\s+(?:leaders?|commanders?|spokes\w+|negotiators?|chief|officials?|delegation|representatives?|side|minister|talks|envoys?|council)\b"
)


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part: the text, its place, the entity where one is named; `rule` where a provider says so."""

    text: str
    span: Span
    entity: Entity | None = None
    rule: str = ""
