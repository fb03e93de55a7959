"""Stage 8: the words by which an item of a list is read: offices, delegates, peoples, what only tells where."""

import re
from typing import Final

TAIL: Final = re.compile(
    r"(?<!\s)\s+(?:(?:loyal|allied|close|linked|opposed|aligned)\s+(?:to|with)|(?:led|headed|commanded|backed|supported|represented|chaired)\s+by|based|operating|active|in|from|at|near|on|under|across|for|during|after|over)\b"
)
DELEGATE: Final = re.compile(
    r"\b(?:negotiators?|delegat\w+|representatives?|envoy|ministers?|advis[eo]r|secretary|spokes\w+|ambassador|attorney|legal|team|panel|signator\w+|deputy|chief\s+of\s+staff|general|colonel|officer|commander|vice[-\s]president|counterpart)\b",
    re.IGNORECASE,
)
CHIEF: Final = re.compile(
    r"(?<!vice-)(?<!vice\s)(?<!deputy\s)\b(?:prime\s+minister|president|premier|first\s+minister|leader|chairman|chairwoman|king|emir|warlord|ruler)\b",
    re.IGNORECASE,
)
TELLING: Final = re.compile(r"warring|delegations|factions|armed|governments|movements|commanders|generals")
OFFICE: Final = re.compile(
    r"\b(?:president|minister|premier|leader|head|envoy|chief|chairman|chairwoman|commander|king|emir|secretary|representative|mediator|negotiator|deputy|governor|general|spokes\w+|director|ambassador|adviser|advisor|bishop|archbishop)\b",
    re.IGNORECASE,
)
OF_SIDES: Final = re.compile(
    r"\b(?:delegates|delegations|leaders|representatives|officers|commanders|members|generals|envoys|negotiators)\s+(?:of|from)\s+(?:[\w’']+\s+){0,2}(?:two|both|rival|warring)\s+(?:\w+\s+){0,2}(?:camps|sides|parties|factions|governments|groups|movements|armies|states)\s*(?:\s(?:in|from|of)\s[^,;]*)?$"
)
OFFICERS: Final = re.compile(
    r"\b(?:officers|officials|armies|militaries|governments|negotiators|leaders|delegations|ministers|diplomats|commanders|generals|sides)\b"
)
TWO_PEOPLES: Final = re.compile(
    r"\s*(?:the\s+)?(?P<one>(?:South\s|North\s)?[A-Z][a-z]+)\s+and\s+(?P<other>(?:South\s|North\s)?[A-Z][a-z]+)\s+(?:[a-z]+\s+){0,2}[a-z]+(?=\s|$)"
)
PROPER: Final = re.compile(
    r"\s*(?:the\s+)?(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:of|for|and)\s+)?(?:the\s+)?[A-ZÀ-Þ][\w’'-]+)+|(?<=the\s)[A-Z]{2,6}(?:-[A-Z]+)?)\s*"
)
STAFF: Final = re.compile(
    r"\b(?:officers|officials|diplomats|mediators|ministers?|president|envoys?|generals?|leaders?|intelligence|king|emir|ambassador|armies|militaries|governments|negotiators|delegations|commanders|sides|go-between|hosts|presidency|chiefs?)\b",
    re.IGNORECASE,
)
PEOPLE: Final = re.compile(r"\b(?:South|North)\s[A-Z][a-z]+\b|\b[A-Z][a-z]+\b")
LOCATIVE: Final = re.compile(
    r"\b(?:in|at|near|from|across|around|to|on|over|inside|outside|into|against|for)\s+(?:the\s+)?(?:[\w-]+\s+)?$"
)
STATES_OWN: Final = re.compile(
    r"\b(?:government|army|military|police|troops|forces|[Nn]ational\s+[Gg]uard|Armed\s+Forces)\b"
)
ELDERS: Final = re.compile(
    r"\b(?:(?:tribal|village|clan|community|religious|church|traditional|local|Catholic|Muslim|Christian|Buddhist)\s+)+(?:elders|leaders|bishops|clerics|chiefs|notables|priests|monks|mediators|figures)\b"
)
