"""Stage 8: a party, and the words for parties that have no name: `the rebels`, `the transitional government`."""

import re
from dataclasses import dataclass
from typing import Final

from factsheet.extraction.naming.entities import Entity
from factsheet.extraction.reading.article import Span

ROLE: Final = re.compile(
    r"\b(?P<role>(?:(?:rebel|opposition|government|separatist|armed|guerrilla|insurgent|rival|warring|militant|main|(?-i:[A-Z][a-z]+(?:ian|ean|an|ese|ish|ni|qi))|largest|prominent|community|senior\s+local|political|social|religious|ethnic|federal|transitional|military|interim|ruling|northern|southern|communist|islamist|local|tribal|provincial|regional|civilian|caretaker|provisional|splinter|breakaway|pro-[\w-]+|anti-[\w-]+|non-[\w-]+|[a-z]+-backed|faction|militia|clan|smaller|key|two|three|four|five|six|seven|eight|nine|ten|several)\s+)*(?:governments?|rebels?|opposition|separatists|guerrillas|insurgents|army|armies|military|junta|militants|militias?|fighters|groups?|factions?|parties|paramilitaries|tribesmen|elders|tribes|clans|authorities|regime|forces|troops|warlords|delegations|officials|representatives|figures|notables|residents|chiefs|mutineers|parliaments|assemblies|commanders|generals|leaders|movements?|alliances?|coalitions?))\b(?!['’]|-)",
    re.IGNORECASE,
)
LOOSE: Final = re.compile(
    r"(?:groups?|factions?|parties|elders|forces|troops|leaders|commanders|movements?|alliances?|coalitions?|tribes|clans|rebel|two|three|officials|representatives|figures|notables|residents|chiefs)$",
    re.IGNORECASE,
)
NO_ROLE: Final = re.compile(
    r"\s+(?:leaders?|commanders?|spokes\w+|negotiators?|chief|officials?|delegation|representatives?|side|minister|talks|envoys?|council)\b"
)


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part: the text, its place, the entity where one is named; `rule` where a provider says so.

    `part` tells of a mediator that is called a guarantor or a witness.
    """

    text: str
    span: Span
    entity: Entity | None = None
    rule: str = ""
    part: str = ""


_FIGHTING: Final = re.compile(
    r"\b(?:Party|Front|Movement|Army|Forces?|Militias?|Brigades?|Resistance|Liberation|Alliance|Taliban|Guerrillas?|Rebels|Separatists"
    r"|Legion|Guard|Battalion|State|government|army|military|junta|armed\s+forces)\b"
)
_LOOKING_ON: Final = re.compile(
    r"\b(?:Nations|UN|U\.N\.|AU|EU|NATO|Council|Commission|Committee|Agency|Observatory|Organi[sz]ation|News|Press|Times|Post|Radio|TV|Television|Mission|Office|Court|Ministry|Department|University|Institute|Bank|Cross|Crescent|Watch|Amnesty|Tribunal|Parliament|Assembly|Fund|Programme|Program|Foundation|Society|Cent(?:er|re)|Police|Bureau|Reuters|AFP|AP|UPI|DPA|EFE|PTI|Yonhap|Kyodo|Novosti|Bernama|VOA|RFI|RFA|NPR|Daily|Herald|Tribune|Guardian|Gazette|Broadcasting|BBC|CNN|Xinhua|Interfax|Tass|TASS|Anadolu|Jazeera|SANA|IRNA|Embassy|Senate|House|Pentagon|Kremlin|League|Monitor|Network|Summit|Conference|IGAD|ECOWAS|OSCE|Vatican)\b|^(?:African|European|Soviet)\s+Union$"
)


NEVER: Final = re.compile(
    r"\b(?:Security\s+Council|Court|Tribunal|Reuters|AFP|AP|UPI|Associated\s+Press|BBC|CNN|Xinhua|Interfax|News|Radio|Television|Times|Observatory|Amnesty|Watch|Crisis\s+Group|Contact\s+Group)\b"
    r"|^(?:United\s+Nations|UN|U\.N\.|African\s+Union|AU|European\s+Union|EU)$"
)


def looks_on(entity: Entity) -> bool:
    """Tell whether a body is one that only tells of agreements or watches over them: media, courts, ministries."""
    return entity.sort == "group" and any(_LOOKING_ON.search(name.text) for name in entity.names)


def is_side(entity: Entity) -> bool:
    """Tell whether an entity may be a side of a conflict: an armed or political body, not one that looks on."""
    if entity.sort != "group" or looks_on(entity):
        return False
    return bool(_FIGHTING.search(entity.name)) or not entity.is_generic
