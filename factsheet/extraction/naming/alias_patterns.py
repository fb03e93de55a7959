"""Stage 5: the words that give a further name: `X (ABC)`, `known as`, `or ABC`, `as X is known in English`."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from typing import Final

NAME: Final = r"[\"“‘']?(?P<a>[A-Z][\w'’./-]*(?:\s+(?:(?:of|the|for|al|bin|de|and|in|pour|des|du|et|la|le)\s+){0,3}(?:al-)?[A-Z][\w'’-]*){0,6}|al-[A-Z]\w+(?:\s+(?:al-)?[A-Z][\w'’-]*){0,3})"
_BY_NAME: Final = r"(?:by|under)\s+(?:(?:its|his|her|their|the)\s+)?(?:\w+\s+){0,2}?(?:acronyms?|initials|names?|nom\s+de\s+guerre|alias|pseudonym|nickname|abbreviation)\s*(?:of\s+|as\s+)?,?\s*"
_TONGUES: Final = (
    "Arabic|Kurdish|Urdu|Pashto|Persian|Farsi|Dari|Turkish|French|Spanish|Portuguese|Russian|Hausa|Somali|Swahili|Malay|"
    "Indonesian|Tagalog|Filipino|Burmese|Tamil|Sinhala|Hindi|Hebrew|Amharic|Tigrinya|Albanian|Serbian|English"
)
_ADVERB: Final = r"(?:better|also|commonly|widely|locally|otherwise|formally|officially|popularly|sometimes|often|more\s+commonly|usually|now|simply|collectively)\s+"
_INTRO: Final = rf"(?:(?:{_ADVERB})*(?:known|referred\s+to|called|nicknamed|dubbed|abbreviated|styled)\s+(?:{_BY_NAME}|as\s+|to\s+as\s+|simply\s+as\s+)?|(?:aka|a\.k\.a\.?|alias|better|also|abbreviated|acronym|nicknamed|real\s+name|nom\s+de\s+guerre|born|short\s+for|meaning|literally|translated\s+as)\s*:?,?\s+)"
SEGMENT: Final = re.compile(
    rf"\s*(?:or\s+|and\s+)?(?:(?P<intro>{_INTRO})|(?P<tongue>(?:in\s+)?[A-Z]\w+(?:\s+(?:acronym|initials|abbreviation|name))?\s*:|by\s+its\s+\w+\s+(?:acronym|initials),?)\s*)?(?:the\s+|le\s+|la\s+)?{NAME}[\"”’']?\s*$"
)
BRACKET: Final = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{1,220})[)\]]")
_WHO: Final = r"(?:(?:who|which|that)\s+(?:is|was|are|were)\s+|and\s+)?"
KNOWN: Final = re.compile(
    rf",?\s+{_WHO}(?:{_ADVERB})?(?:known|referred\s+to|called|nicknamed|dubbed|abbreviated|spelled|spelt|transliterated|rendered)\s+(?:(?:to|by|among)\s+(?:its|his|her|their)\s+[a-z]+\s+)?(?:{_BY_NAME}|as\s+|to\s+as\s+|simply\s+as\s+)?(?:the\s+)?{NAME}"
)
WHOSE: Final = re.compile(
    rf",?\s+(?:whose\s+(?:real|full|other|original|birth)\s+name\s+(?:is|was)|(?:which|who|and)\s+(?:also\s+|now\s+|prefers?\s+to\s+|likes?\s+to\s+)*(?:calls?|called|styles?)\s+(?:itself|himself|herself|themselves)|calling\s+itself|real\s+name|a\.k\.a\.?|aka|alias|whose\s+(?:acronym|initials|name)\s+in\s+[A-Z]\w+\s+(?:is|are)|whose\s+(?:acronym|initials)\s+(?:is|are)|in\s+(?:{_TONGUES}),?|(?:{_TONGUES})\s+for)\s+(?:the\s+)?{NAME}"
)
OR: Final = re.compile(r",?\s+or\s+(?:the\s+)?[\"“]?(?P<a>[A-Z][A-Z-]{1,9})\b[\"”]?,")
OR_SHORT: Final = re.compile(r"\s+or\s+(?:the\s+)?[\"“]?(?P<a>[A-Z]{2,9})\b")
IN_TONGUE: Final = re.compile(
    r"(?:,|\s+[-–—]+)\s+(?:the\s+)?(?P<a>[A-Z][A-Z-]{1,9}),?\s+(?:in|by|from|after|for)\s+(?:(?:its|the|their)\s+)?(?:[A-Z]\w+\s+)?(?:acronym|initials|abbreviation|name|short)\b"
)
AS_KNOWN: Final = re.compile(
    rf",\s+(?:or\s+)?as\s+(?:the\s+)?{NAME}\s+(?:is|was|are|were)\s+(?:also\s+|better\s+|commonly\s+|sometimes\s+|usually\s+|more\s+widely\s+|widely\s+|locally\s+)?(?:known|called|referred\s+to)\b"
)
BUT_KNOWN: Final = re.compile(
    rf",?\s+(?:but|though|although|yet)\s+(?:is\s+|was\s+)?(?:(?:better|also|commonly|widely|universally|usually|generally|popularly|locally|always|more\s+often)\s+)*(?:known|called|referred\s+to|nicknamed|dubbed)\s+(?:(?:to|by|among)\s+[\w\s]{{3,30}}?\s+)?(?:as\s+|simply\s+)*(?:the\s+)?{NAME}"
)
BETWEEN_COMMAS: Final = re.compile(r",\s+(?:the\s+)?(?P<a>[A-Z]{3,10}),")
MEANING: Final = re.compile(
    r"\s*[(,]?\s*(?:(?:which|that)\s+)?(?:translated\s+as|translates\s+(?:as|to)|means|meaning|literally|Arabic\s+for|(?<=\())\s*(?:the\s+)?[\"“](?P<a>[A-Z][\w'’-]*(?:\s+[\w'’-]+){1,6}?),?[\"”]"
)
